"""Opening SQLite safely, and its errors as sentences.

WAL with ``synchronous=FULL``: a commit that returned survives a power cut (0.1 ms a commit
where measured).  Every write is ``BEGIN IMMEDIATE``, as a read that turns into a write can
fail halfway.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from operator import methodcaller
from pathlib import Path
from typing import NoReturn

from reader.model import LibraryBusy, LibraryError, ReadOnly, StoreDamaged

_SETTINGS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_DURABLE = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
)
_NO_ROOM = (sqlite3.SQLITE_FULL,)
_FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


def open_writable(path: Path) -> sqlite3.Connection:
    """Open or make the database at ``path`` for writing."""
    connection = _connect(f"{path.absolute().as_uri()}?mode=rwc")
    try:
        for pragma in (*_SETTINGS, *_DURABLE):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_readable(path: Path) -> sqlite3.Connection:
    """Open the database at ``path`` for reading; an empty one where there is no file.

    A folder that cannot be written to has no writer, so its database can be read as it is.
    """
    if not path.exists():
        return _connect("file::memory:")
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        connection = _connect(f"{path.absolute().as_uri()}?{mode}")
        try:
            for pragma in _SETTINGS:
                connection.execute(pragma)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if "immutable" in mode or _code(error) in _DAMAGED:
                raise
        except sqlite3.Error:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("the loop returns or raises")


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    # Noise in a text column must not hide the other rows; its hash tells it from the sound ones.
    connection.text_factory = methodcaller("decode", "utf-8", "replace")
    return connection


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into errors for people, the cause kept."""
    try:
        yield
    except sqlite3.Error as error:
        raise_for_people(error, path)


def raise_for_people(error: sqlite3.Error, path: Path) -> NoReturn:
    """Raise what fits the error of SQLite."""
    code, about = _code(error), str(path)
    if code in _NO_ROOM:
        raise LibraryError(
            "There is no room left on the disk; this change was not kept, all earlier ones are. "
            "Make room and do it again.",
            about,
        ) from error
    if code in _FORBIDDEN:
        raise ReadOnly(
            f"The notes in {path.parent} cannot be written to; this change was not kept.", about
        ) from error
    if code in _BUSY:
        raise LibraryBusy(f"Another program is using the notes in {path.parent}.", about) from error
    if code in _DAMAGED:
        raise StoreDamaged(
            f"The notes file {path.name} is damaged ({error}). What can be read is shown; "
            "repair it, or go back to a backup.",
            about,
        ) from error
    raise LibraryError(
        f"The notes file {path.name} could not be used ({error}); this change was not kept, all "
        "earlier ones are.",
        about,
    ) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Run a write wholly or not at all; durable on leaving.

    Raises:
        LibraryError: nothing was kept.
    """
    with sentences(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
