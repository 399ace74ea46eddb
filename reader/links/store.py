"""Where features and pairs are kept: one small database in the ``links`` folder of a library.

Everything in it can be computed again, so a database that is damaged, foreign or of another
version is replaced by an empty one without a word.  Entries are named by the hashes of the
reading texts and of the apparatus: what no longer fits is simply not found.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from reader.links.features import METHOD, TextFeatures
from reader.links.packing import (
    Arrays,
    from_features,
    from_pairs,
    pack,
    to_features,
    to_pairs,
    unpack,
)
from reader.links.pairing import Pairs
from reader.model import LibraryError

_TABLES = ("features", "pairs")
_VERSION = int.from_bytes(zlib.crc32(METHOD.encode()).to_bytes(4, "big")[1:], "big")
#: Errors of the file system and of other programs that are at work; the file itself is sound.
_NO_DAMAGE = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM,
})  # fmt: skip


class LinkStore:
    """Features of texts and pairs of texts, by hash.  Safe to use from several threads.

    Args:
        folder: made when missing; None keeps everything in memory.

    Raises:
        LibraryError: the folder cannot be written to.
    """

    def __init__(self, folder: Path | None) -> None:
        self._lock = Lock()
        self._path = folder / "related.db" if folder else None
        if folder:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise LibraryError(
                    f"The folder “{folder.name}” for related passages cannot be made "
                    f"({error.strerror}); check who may write to the library.",
                    str(folder),
                ) from error
        self._db = self._opened()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def reopen(self) -> None:
        """Read what is there now: another process may have replaced a damaged file.

        Raises:
            LibraryError: it cannot be opened.
        """
        if self._path is not None:
            with self._lock:
                self._db.close()
                self._db = self._opened()

    def features(self, key: str, apparatus: str) -> TextFeatures | None:
        """Return what is known of a text, or None."""
        arrays = self._get("features", f"{key}:{apparatus}")
        try:
            return to_features(arrays) if arrays else None
        except (KeyError, ValueError, TypeError, IndexError):
            return None

    def put_features(self, value: TextFeatures) -> None:
        """Keep what is known of a text."""
        self._put("features", f"{value.key}:{value.apparatus}", from_features(value))

    def pairs(self, keys: tuple[str, str], apparatus: str) -> Pairs | None:
        """Return what two texts have to say to one another, or None."""
        arrays = self._get("pairs", ":".join([*keys, apparatus]))
        try:
            return to_pairs(arrays) if arrays else None
        except (KeyError, ValueError, TypeError, IndexError):
            return None

    def has_pairs(self, keys: tuple[str, str], apparatus: str) -> bool:
        """Say whether a pair of texts is known, without reading it."""
        question = "select 1 from pairs where key = ?"
        return bool(self._ask(question, [":".join([*keys, apparatus])]))

    def put_pairs(self, values: Iterable[Pairs]) -> None:
        """Keep pairs; all of them or none.

        Raises:
            LibraryError: they cannot be written.
        """
        rows = [(":".join([*one.keys, one.apparatus]), pack(from_pairs(one))) for one in values]
        self._write("insert or replace into pairs values (?, ?)", rows)

    def forget_others(self, keys: Iterable[str], apparatus: str) -> int:
        """Drop all that belongs to other texts or another apparatus; return how much.

        Raises:
            LibraryError: it cannot be written to.
        """
        kept = set(keys)
        dropped = 0
        for table in _TABLES:
            gone = []
            for (name,) in self._ask(f"select key from {table}"):  # noqa: S608
                *texts, of = name.split(":")
                if of != apparatus or not kept.issuperset(texts):
                    gone.append((name,))
            self._write(f"delete from {table} where key = ?", gone)  # noqa: S608
            dropped += len(gone)
        return dropped

    def _opened(self) -> sqlite3.Connection:
        """Connect; a file that is damaged or foreign is replaced by an empty one.

        A file that is only busy is never touched: another process may be filling it.
        """
        try:
            try:
                return self._connected()
            except sqlite3.DatabaseError as error:
                if self._path is None or not _is_damage(error):
                    raise
            self._remove()
            return self._connected()
        except (sqlite3.DatabaseError, OSError) as error:
            raise _unusable(self._path, error) from error

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path or ":memory:", check_same_thread=False, timeout=30)
        try:
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
            if not _is_ours(db):
                db.execute("begin immediate")  # two processes may make it at once
                if not _is_ours(db):
                    _make_tables(db)
                db.commit()
            db.execute("select count(*) from pairs").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    def _remove(self) -> None:
        assert self._path is not None  # noqa: S101 - nothing in memory is damaged
        for ending in ("", "-wal", "-shm", "-journal"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def _get(self, table: str, key: str) -> Arrays | None:
        rows = self._ask(f"select value from {table} where key = ?", [key])  # noqa: S608
        return unpack(rows[0][0]) if rows else None

    def _put(self, table: str, key: str, arrays: Arrays) -> None:
        row = (key, pack(arrays))
        self._write(f"insert or replace into {table} values (?, ?)", [row])  # noqa: S608

    def _ask(self, question: str, values: Sequence[str] = ()) -> list[Any]:
        """Return rows; none where they cannot be read: all can be computed again."""
        with self._lock:
            try:
                return self._db.execute(question, values).fetchall()
            except sqlite3.DatabaseError:
                return []

    def _write(self, order: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Write all rows or none, into a new file when the present one is damaged."""
        with self._lock:
            try:
                self._write_here(order, rows)
            except sqlite3.DatabaseError as error:
                if self._path is None or not _is_damage(error):
                    raise _unusable(self._path, error) from error
                self._db.close()
                self._remove()
                self._db = self._opened()
                self._write_here(order, rows)

    def _write_here(self, order: str, rows: Sequence[tuple[Any, ...]]) -> None:
        with self._db:
            self._db.executemany(order, rows)


def _is_ours(db: sqlite3.Connection) -> bool:
    return bool(db.execute("pragma user_version").fetchone()[0] == _VERSION)


def _make_tables(db: sqlite3.Connection) -> None:
    for table in _TABLES:
        db.execute(f"drop table if exists {table}")
        db.execute(
            f"create table {table} (key text primary key, value blob not null) without rowid"
        )
    db.execute(f"pragma user_version = {_VERSION}")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Say whether an error tells of the content of the file, not of its surroundings."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return (code & 0xFF) not in _NO_DAMAGE


def _unusable(path: Path | None, error: Exception) -> LibraryError:
    return LibraryError(
        f"Related passages cannot be kept ({error}); check who may write to the library and "
        "whether the disk is full.",
        str(path or ""),
    )
