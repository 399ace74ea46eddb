"""Backups of the store: the last ten and one for each of four weeks, each tested.

A copy that does not open, or holds fewer sound rows than it should, is thrown away, and no
older one goes for it.  A damaged store makes no backups at all, so good ones stay.

Their order is that in which they were made, by a number that rises; the time in a name is for
people.  A clock that went back would else call the newest the oldest, and let it go at once.
"""

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from reader.annotations.store.database import open_readable, sentences
from reader.annotations.store.rows import BadRow, all_rows
from reader.importing.whole import sync_folder
from reader.model import LibraryError, StoreDamaged
from reader.model.values import dataclass

KEPT = 10
WEEKS = 4
_NAME = re.compile(r"annotations-(\d{8}T\d{6})-(\d{4,9})-([a-z0-9-]+)\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the store.

    Attributes:
        path: of the file.
        made: when, by the clock of that time.
        reason: ``daily``, ``import``, ``before-version-N``, ``repair`` or ``asked``.
        number: above that of every copy made before.
    """

    path: Path
    made: datetime
    reason: str
    number: int = 0


def folder_of(store: Path) -> Path:
    """Return the folder that holds the backups of a store."""
    return store.parent / "backups"


def found(store: Path) -> tuple[Backup, ...]:
    """Return the backups of a store, the last made first."""
    named = []
    for path in folder_of(store).glob("annotations-*.db"):
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            named.append(Backup(path, made, match[3], int(match[2])))
    return tuple(sorted(named, key=lambda one: (one.number, one.made), reverse=True))


def due(store: Path) -> bool:
    """Say whether no backup was made today."""
    known = found(store)
    return not known or known[0].made.date() != datetime.now(UTC).date()


def keep(store: Path, reason: str) -> Path | None:
    """Copy the store, test the copy, then let older ones go; None for a store without notes.

    Raises:
        StoreDamaged: the copy is not sound, so the store is not; older backups stay.
        LibraryError: it could not be written.
    """
    folder = folder_of(store)
    beside = folder / f".{store.name}.{reason}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.glob(f".{store.name}.*.part*"):
            leftover.unlink(missing_ok=True)
        with sentences(store):
            _copy(store, beside)
            rows = count_sound(beside)
        if rows == 0:
            beside.unlink()
            return None
        path = _next_name(store, reason)
        beside.replace(path)
        sync_folder(folder)
    except OSError as error:
        raise LibraryError(
            f"No backup of the notes could be made in {folder} ({error.strerror}).", str(folder)
        ) from error
    except LibraryError:
        beside.unlink(missing_ok=True)
        raise
    thin(store)
    return path


def count_sound(path: Path) -> int:
    """Return the number of rows of a closed store.

    Raises:
        StoreDamaged: one of them, or the file, is not sound.
    """
    connection = open_readable(path)
    try:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        rows = [isinstance(row, BadRow) for row in all_rows(connection)]
    finally:
        connection.close()
    if verdict != "ok" or any(rows):
        raise StoreDamaged(f"The notes file {path.name} is damaged.", str(path))
    return len(rows)


def thin(store: Path) -> None:
    """Let go of backups that are neither among the last ten nor the last of their week."""
    known = found(store)
    kept = set(known[:KEPT])
    weeks: dict[tuple[int, int], Backup] = {}
    for one in known[KEPT:]:
        weeks.setdefault(one.made.isocalendar()[:2], one)
    taken = {one.made.isocalendar()[:2] for one in kept}
    kept |= set([one for week, one in weeks.items() if week not in taken][:WEEKS])
    for one in known:
        if one not in kept:
            one.path.unlink(missing_ok=True)


def _copy(store: Path, to: Path) -> None:
    source = open_readable(store)
    target = sqlite3.connect(to, isolation_level=None)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("PRAGMA synchronous = FULL")
    finally:
        target.close()
        source.close()


def _next_name(store: Path, reason: str) -> Path:
    """Return a name with a number above all others."""
    number = max((one.number for one in found(store)), default=0) + 1
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    return folder_of(store) / f"annotations-{time}-{number:04d}-{reason}.db"
