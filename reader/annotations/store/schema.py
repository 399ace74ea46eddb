"""Tables of the store, and the way from every earlier version to the present one.

A step runs in one transaction after a backup.  ``tests/annotations/stores`` keeps one store of
each version, which must open for ever.
"""

import sqlite3

#: Version 1 kept revisions, names, colours, hidden notes and the places found.
_V1 = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE revisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    rev TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    removed INTEGER NOT NULL,
    private INTEGER NOT NULL,
    current INTEGER NOT NULL,
    line TEXT NOT NULL,
    sum BLOB NOT NULL
);
CREATE INDEX revisions_of_note ON revisions (note, seq);
CREATE INDEX current_revisions ON revisions (seq) WHERE current = 1;
CREATE TABLE hidden (note TEXT PRIMARY KEY, gone INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE colours (colour TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE anchors (
    note TEXT NOT NULL, target INTEGER NOT NULL, edition TEXT NOT NULL, matcher TEXT NOT NULL,
    anchoring TEXT NOT NULL, PRIMARY KEY (note, target, edition, matcher)
) WITHOUT ROWID;
"""
#: Where a mark on words began, found in the last bytes of its line: keys are sorted, and what
#: follows the position has one length.
_TAIL = "substr(CAST(line AS BLOB), -170)"
BEGAN = (
    f"CAST(CAST(substr({_TAIL}, instr({_TAIL}, CAST('\"start\":' AS BLOB)) + 8, 10) AS TEXT)"
    " AS INTEGER)"
)
#: Version 2 finds the marks in view without reading the others.
_V2 = f"CREATE INDEX began ON revisions ({BEGAN}) WHERE current = 1 AND removed = 0;\n"
_STEPS = (_V1, _V2)
SCHEMA = len(_STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version; 0 for an empty database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the present version, wholly or not at all."""
    version = version_of(connection)
    if version >= SCHEMA:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in _STEPS[version:]:
            for statement in step.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA:d}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
