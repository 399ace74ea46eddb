"""Finding damage in a store, and making a sound one of what can be read.

Revisions bear their own names and merging is a union, so what the damaged file still gives and
what the last backup holds are simply put together.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from enum import StrEnum
from json import loads
from os import urandom
from pathlib import Path

from reader.annotations.clock import new_id, now
from reader.annotations.revisions import Revision, current
from reader.annotations.store.backups import Backup, count_sound, found
from reader.annotations.store.database import open_readable, open_writable, sentences
from reader.annotations.store.leaves import scattered
from reader.annotations.store.rows import BadRow, all_rows, insert, settle
from reader.annotations.store.schema import migrate
from reader.model import NO_PROGRESS, LibraryError, Progress
from reader.model.values import dataclass

#: A page holds about ten rows; so many tries are enough for hundreds of damaged pages.
_MAX_STRETCHES = 20_000
_TABLES = {"facts": 2, "hidden": 2, "colours": 2}


class FindingKind(StrEnum):
    """What a check found."""

    DAMAGED = "damaged"
    LOST = "lost"
    DERIVED = "derived"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell.

    Attributes:
        kind: see ``FindingKind``.
        sentence: for people.
        note: id of the note concerned; empty when it concerns the file.
    """

    kind: FindingKind
    sentence: str
    note: str = ""


def examine(connection: sqlite3.Connection, path: Path, progress: Progress) -> tuple[Finding, ...]:
    """Read the whole store: SQLite's own check, every row, and which rows are current.

    One damage of the file has many symptoms; the first is told.
    """
    findings: list[Finding] = []
    try:
        progress.step(0.0, "Checking the notes file")
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check(20)")]
        if lines != ["ok"]:
            sentence = damaged(path, lines[0] if lines else "")
            findings.append(Finding(FindingKind.DAMAGED, sentence))
        progress.step(0.5, "Checking every note")
        for one in _examine_rows(connection):
            findings.append(one)  # noqa: PERF402 - what was found before the damage stays
    except sqlite3.DatabaseError as error:
        sentence = damaged(path, str(error))
        if not any(same_damage(sentence, one.sentence) for one in findings):
            findings.append(Finding(FindingKind.DAMAGED, sentence))
    progress.step(1.0)
    return tuple(findings)


#: What stands between a file and how it is damaged.
_HOW = " is damaged ("


def damaged(path: Path, how: str) -> str:
    """Return the sentence on a damaged file, for what SQLite says of it."""
    where = " ".join(how.removeprefix("*** in database main ***").split())
    return f"The notes file {path.name}{_HOW}{where})."


def same_damage(one: str, other: str) -> bool:
    """Say whether two sentences tell of one damage: a file's has many symptoms."""
    (what, how, _), (again, *_) = one.partition(_HOW), other.partition(_HOW)
    return one == other or bool(how and what == again)


def _examine_rows(connection: sqlite3.Connection) -> Iterator[Finding]:
    marked = {rev for (rev,) in connection.execute("SELECT rev FROM revisions WHERE current = 1")}
    sound: list[Revision] = []
    for row in all_rows(connection):
        if isinstance(row, BadRow):
            sentence = f"A note (row {row.seq}) is damaged."
            yield Finding(FindingKind.DAMAGED, sentence, row.note)
        else:
            sound.append(row)
    if {one.rev for one in current(sound)} != marked:
        yield Finding(FindingKind.DAMAGED, "The marks of which wordings are current do not fit.")


def rebuild(store: Path, progress: Progress = NO_PROGRESS) -> tuple[Finding, ...]:
    """Put a new store in place, made of what can be read and of the newest good backup.

    Raises:
        LibraryError: the new store could not be written; the old one stands untouched.
    """
    progress.step(0.0, "Reading what can be read")
    rows, tables, lost = salvage(store)
    backup = _newest_good(store)
    from_backup = 0
    if backup:
        progress.step(0.4, "Reading the last backup")
        kept, kept_tables, _ = salvage(backup.path)
        from_backup = len(kept.keys() - rows.keys())
        rows = {**kept, **rows}
        tables = {name: tables[name] or kept_tables[name] for name in tables}
    if not any(name == "me" for name, *_ in tables["facts"]):
        tables["facts"] += _writer(rows.values())
    progress.step(0.6, "Writing a new notes file")
    beside = store.with_name(f".{store.name}.repaired")
    _write_new(beside, rows.values(), tables)
    aside = _swap(store, beside)
    progress.step(1.0)
    findings = [
        Finding(
            FindingKind.DONE,
            f"The notes were repaired: {len(rows):,} wordings are sound, {from_backup:,} of them "
            f"from the last backup. The damaged file was kept as {aside.name}.",
        )
    ]
    there = {row.note for row in rows.values()}
    findings += [
        Finding(FindingKind.LOST, "A note could not be read and is in no backup.", note)
        for note in dict.fromkeys(lost)
        if note not in there
    ]
    return tuple(findings)


def _writer(rows: Iterable[Revision]) -> list[tuple[object, ...]]:
    """Return the facts of who wrote here, where the rows leave no doubt; else nothing.

    Private notes are mine alone; without any it is who wrote all.
    """
    revisions = list(rows)
    mine = [one for one in revisions if one.private] or revisions
    if len({one.author for one in mine}) != 1:
        return []
    names = (loads(one.line).get("creator", {}).get("name") for one in mine if not one.removed)
    name = next((one for one in names if one), "")
    facts = {"me": mine[0].author, "name": name, "collection": new_id(), "device": urandom(4).hex()}
    return list(facts.items()) if name else []


def bring_back(store: Path, backup: Backup) -> tuple[Finding, ...]:
    """Put a copy of a backup in the place of the store, which is kept aside.

    Raises:
        LibraryError: the backup is damaged or could not be copied; nothing changed.
    """
    with sentences(backup.path):
        rows = count_sound(backup.path)
    beside = store.with_name(f".{store.name}.repaired")
    kept, tables, _ = salvage(backup.path)
    _write_new(beside, kept.values(), tables)
    aside = _swap(store, beside)
    sentence = (
        f"The backup of {backup.made:%Y-%m-%d %H:%M} UTC with {rows:,} wordings is in place. "
        f"What stood there was kept as {aside.name}."
    )
    return (Finding(FindingKind.DONE, sentence),)


def salvage(
    path: Path,
) -> tuple[dict[str, Revision], dict[str, list[tuple[object, ...]]], list[str]]:
    """Read all that is sound: revisions by name, small tables, and ids of notes to look for.

    Never raises for damage: the answer is then shorter.
    """
    rows: dict[str, Revision] = {}
    tables: dict[str, list[tuple[object, ...]]] = {name: [] for name in _TABLES}
    lost: list[str] = []
    whole = False
    with suppress(sqlite3.Error), closing(open_readable(path)) as connection:
        for name in _TABLES:
            with suppress(sqlite3.Error):
                tables[name] = connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        for row in _readable(connection):
            if isinstance(row, BadRow):
                lost.append(row.note)
            else:
                rows[row.rev] = row
        with suppress(sqlite3.Error):
            lost += _named(connection)
        whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    if not whole:
        rows = {row.rev: row for row in scattered(path)} | rows
    return rows, tables, lost


def known_facts(store: Path) -> dict[str, str]:
    """Return the facts kept in the newest good backup; empty without one."""
    backup = _newest_good(store)
    facts = salvage(backup.path)[1]["facts"] if backup else []
    return {str(row[0]): str(row[1]) for row in facts}


def _readable(connection: sqlite3.Connection) -> Iterator[Revision | BadRow]:
    """Yield rows, stepping over pages that cannot be read by halving the stretch."""
    stretches = [(1, _last_row(connection))]
    for _ in range(_MAX_STRETCHES):
        if not stretches:
            return
        low, high = stretches.pop()
        try:
            yield from list(all_rows(connection, f"seq BETWEEN {low:d} AND {high:d}"))
        except sqlite3.DatabaseError:
            middle = (low + high) // 2
            if low < high:
                stretches += [(middle + 1, high), (low, middle)]


def _named(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of all notes, as the index of the rows names them where a row is gone."""
    query = "SELECT DISTINCT note FROM revisions INDEXED BY revisions_of_note"
    return [note for (note,) in connection.execute(query) if isinstance(note, str)]


def _last_row(connection: sqlite3.Connection) -> int:
    """Return the number of the last row, or a guess above it where it is damaged."""
    bound = 1 << 24
    for query in (
        "SELECT seq FROM sqlite_sequence WHERE name = 'revisions'",
        "SELECT max(seq) FROM revisions",
    ):
        with suppress(sqlite3.Error):
            found_row = connection.execute(query).fetchone()
            if found_row and isinstance(found_row[0], int) and 0 < found_row[0] < bound:
                return found_row[0]
    return bound


def _newest_good(store: Path) -> Backup | None:
    for backup in found(store):
        with suppress(LibraryError, sqlite3.Error):
            count_sound(backup.path)
            return backup
    return None


def _write_new(
    path: Path, rows: Iterable[Revision], tables: dict[str, list[tuple[object, ...]]]
) -> None:
    for leftover in _files_of(path):
        leftover.unlink(missing_ok=True)
    revisions = list(rows)
    with sentences(path), closing(open_writable(path)) as connection:
        migrate(connection)
        connection.execute("BEGIN IMMEDIATE")
        insert(connection, revisions)
        for note in {one.note for one in revisions}:
            settle(connection, note)
        for name, width in _TABLES.items():
            marks = ", ".join("?" * width)
            sound = [row for row in tables[name] if len(row) == width]
            connection.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", sound)  # noqa: S608
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _swap(store: Path, new: Path) -> Path:
    """Keep the old store aside, with its log, and put the new one in its place."""
    mark = now().replace(":", "").replace(".", "-")
    aside = store.with_name(f"{store.stem}.damaged-{mark}{store.suffix}")
    try:
        for file in _files_of(store):
            if file.exists():
                file.rename(aside.with_name(aside.name + file.name.removeprefix(store.name)))
        new.replace(store)
    except OSError as error:
        raise LibraryError(
            f"The repaired notes could not be put in place ({error.strerror}); they stand as "
            f"{new.name} beside {store.name}.",
            str(store),
        ) from error
    return aside


def _files_of(store: Path) -> list[Path]:
    return [store.with_name(store.name + ending) for ending in ("", "-wal", "-shm")]
