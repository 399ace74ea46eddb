"""Where features and pairs are kept: one small database in the ``links`` folder of a library.

Everything in it can be computed again, so a database that is damaged, foreign or of another
version is replaced by an empty one without a word.  Entries are named by the hashes of the
reading texts and of the apparatus: what no longer fits is simply not found.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

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

_SCHEMA = """
create table if not exists features (key text primary key, value blob not null) without rowid;
create table if not exists pairs (key text primary key, value blob not null) without rowid;
"""
_VERSION = int.from_bytes(zlib.crc32(METHOD.encode()).to_bytes(4, "big")[1:], "big")


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
        with self._lock:
            return bool(self._db.execute(question, [":".join([*keys, apparatus])]).fetchone())

    def put_pairs(self, values: Iterable[Pairs]) -> None:
        """Keep pairs; all of them or none."""
        rows = [(":".join([*one.keys, one.apparatus]), pack(from_pairs(one))) for one in values]
        with self._lock, self._db:
            self._db.executemany("insert or replace into pairs values (?, ?)", rows)

    def forget_others(self, keys: Iterable[str], apparatus: str) -> int:
        """Drop all that belongs to other texts or another apparatus; return how much."""
        kept = set(keys)
        dropped = 0
        with self._lock, self._db:
            for table in ("features", "pairs"):
                for (name,) in self._db.execute(f"select key from {table}").fetchall():  # noqa: S608
                    *texts, of = name.split(":")
                    if of != apparatus or not kept.issuperset(texts):
                        self._db.execute(f"delete from {table} where key = ?", [name])  # noqa: S608
                        dropped += 1
        return dropped

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError:
            if self._path is None:
                raise
            for ending in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path or ":memory:", check_same_thread=False, timeout=30)
        try:
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
            if db.execute("pragma user_version").fetchone()[0] != _VERSION:
                db.executescript("drop table if exists features; drop table if exists pairs;")
                db.execute(f"pragma user_version = {_VERSION}")
            db.executescript(_SCHEMA)
            db.execute("select count(*) from pairs").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    def _get(self, table: str, key: str) -> Arrays | None:
        with self._lock:
            row = self._db.execute(f"select value from {table} where key = ?", [key]).fetchone()  # noqa: S608
        return unpack(row[0]) if row else None

    def _put(self, table: str, key: str, arrays: Arrays) -> None:
        with self._lock, self._db:
            self._db.execute(
                f"insert or replace into {table} values (?, ?)",  # noqa: S608
                (key, pack(arrays)),
            )
