"""Opening a store and reading it."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from reader.annotations.revisions import Revision, current
from reader.annotations.store.anchors import AnchorCache
from reader.annotations.store.backups import found, keep
from reader.annotations.store.check import damaged, known_facts
from reader.annotations.store.database import (
    open_readable,
    open_writable,
    raise_for_people,
    sentences,
    transaction,
)
from reader.annotations.store.facts import Facts
from reader.annotations.store.journal import Journal
from reader.annotations.store.lock import FolderLock
from reader.annotations.store.rows import BadRow, all_rows, rows_of
from reader.annotations.store.schema import SCHEMA, migrate, version_of
from reader.annotations.store.view import View
from reader.model import (
    Annotation,
    Change,
    LibraryError,
    NotFound,
    Person,
    StoreDamaged,
    TextTarget,
    Touched,
)

FILE = "annotations.db"
LOCK = "annotations.lock"
#: Larger files are checked once their notes were read, or before the first change: SQLite's check
#: reads all of a file (9 ms for 10,000 notes), and each row read is held to its hash anyway.
CHECKED_AT_ONCE = 2 << 20


class StoreReading:
    """The reading half of ``Store``, which see."""

    def __init__(self, folder: Path, lock: FolderLock | None) -> None:
        self.path = folder / FILE
        self.read_only = lock is None
        self.notice = ""
        self.damage: list[str] = []
        self._lock = lock
        self._guard = threading.RLock()
        self._journal = Journal()
        self._anchors = AnchorCache()
        self._view: View | None = None
        self._being_read: tuple[View, Iterator[bool]] | None = None
        self._seen_version = self._version_before = 0
        self._shown_before: Mapping[str, Annotation] | None = None
        self._checked = False
        self._backup: threading.Thread | None = None
        self._sql = self._open_sql()
        self._version_before = self._version() if self.read_only else 0
        self._identity = identity(self.path)
        self.changes = 0
        self._facts = Facts(self._sql, self.path)
        self.me = self._who()

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open the store of a library folder; a damaged one opens for reading what is left.

        Raises:
            LibraryBusy: another writer holds the folder; it can be opened read-only.
            ReadOnly: the folder cannot be written to; likewise.
        """
        lock = None if read_only else FolderLock(folder / LOCK)
        try:
            return cls(folder, lock)
        except BaseException:
            if lock:
                lock.release()
            raise

    def _open_sql(self) -> sqlite3.Connection:
        try:
            return self._open_sound()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise_for_people(error, self.path)
            self.damage.append(f"The notes file {self.path.name} is damaged ({error}).")
            return self._open_empty()

    def _open_sound(self) -> sqlite3.Connection:
        connection = open_readable(self.path) if self.read_only else open_writable(self.path)
        version = version_of(connection)
        self._checked = False
        if not self.path.exists() or self.path.stat().st_size <= CHECKED_AT_ONCE:
            self._check(connection)
        if version > SCHEMA:
            self.notice = (
                "These notes were written by a newer version of the program; they can be read "
                "but not changed."
            )
            self.read_only = True
        elif version == 0 and found(self.path):
            connection.close()
            self._damaged(f"The notes file {self.path.name} is missing, but there are backups.")
            return self._open_empty()
        elif version < SCHEMA:
            connection = self._migrate(connection, version)
        return connection

    def _check(self, connection: sqlite3.Connection) -> None:
        """Let SQLite look whether its file is sound, once.

        Raises:
            sqlite3.DatabaseError: it is so damaged that it cannot be looked through.
        """
        if not self._checked:
            self._checked = True
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if verdict != "ok":
                self._damaged(damaged(self.path, str(verdict)))

    def _check_late(self) -> None:
        """Check a large file; damage is told of, and what can be read is read."""
        try:
            with sentences(self.path):
                self._check(self._sql)
        except LibraryError as error:
            self._damaged(error.message)

    def _migrate(self, connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
        """Bring an older store up to date, after a backup; for reading, do so in memory."""
        if self.read_only:
            memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            connection.backup(memory)
            connection.close()
            connection = memory
        elif version:
            keep(self.path, f"before-version-{SCHEMA}")
        migrate(connection)
        return connection

    def _open_empty(self) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        migrate(connection)
        return connection

    def _who(self) -> Person:
        """Return who reads here, from a backup when the store cannot tell."""
        try:
            known = self._facts.known_me()
        except StoreDamaged as error:
            self._damaged(error.message)
            known = None
        if known is None and self.damage:
            facts = known_facts(self.path)
            known = Person(facts["me"], facts.get("name", "")) if "me" in facts else None
        return known or self._facts.make_me()

    def close(self) -> None:
        """Write what waits and let others in; the store must not be used afterwards."""
        with self._guard:
            self.settle_backup()
            try:
                self._flush()
            finally:
                self._sql.close()
                if self._lock:
                    self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def annotations(self, work: str | None = None) -> tuple[Annotation, ...]:
        """Return the living notes, one value for each, of one work or of all.

        Replies stand in no work and come with all only.
        """
        with self._guard:
            view = self._shown()
            return tuple(view.living.values()) if work is None else view.of_work(work)

    @property
    def is_read(self) -> bool:
        """Whether all living notes have been read; ``read_some`` or any question reads them."""
        return self._view is not None

    def read_some(self) -> None:
        """Read a few hundred notes more, in some 4 ms."""
        with self._guard:
            self._look_elsewhere()
            if self._view is None:
                self._read_on()

    def are_few(self, most: int) -> bool:
        """Say whether there are at most so many living notes, without reading them."""
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM revisions "
            "WHERE current = 1 AND removed = 0 LIMIT ?)"
        )
        with self._guard, sentences(self.path):
            return int(self._sql.execute(query, (most + 1,)).fetchone()[0]) <= most

    def near(self, work: str, start: int, end: int) -> tuple[Annotation, ...]:
        """Return marks of a work that began in ``[start, end]`` where they were made.

        Sooner than all are read, so perhaps not all of them: those with several places, and what
        cannot be read, come with the others.
        """
        with self._guard:
            self._look_elsewhere()
            view = self._view
            if view is None:
                view = View(self.me)
                try:
                    with sentences(self.path):
                        view.read_near(self._sql, start, end)
                except LibraryError:
                    return ()
            return tuple(one for one in view.of_work(work) if _begins(one, start, end))

    def get(self, annotation: str) -> Annotation:
        """Return a living note.

        Raises:
            NotFound: there is none with this id.
        """
        with self._guard:
            found = self._shown().living.get(annotation)
        if found is None:
            raise NotFound("This note is no longer there.", annotation)
        return found

    def conflicts(self) -> Mapping[str, tuple[Annotation, ...]]:
        """Return, by id, the notes of which several wordings stand side by side."""
        with self._guard:
            return dict(self._shown().beside)

    def history(self, annotation: str) -> tuple[Annotation, ...]:
        """Return all wordings of a note, newest first."""
        with self._guard, sentences(self.path):
            rows = rows_of(self._sql, annotation)
            view = self._shown()
            return tuple(view.wording(row) for row in rows if not row.removed)

    def bin(self) -> tuple[Annotation, ...]:
        """Return the last wordings of what was removed, newest first."""
        query = (
            "SELECT note FROM revisions WHERE current = 1 GROUP BY note "
            "HAVING min(removed) = 1 ORDER BY max(seq) DESC"
        )
        with self._guard, sentences(self.path):
            removed = [note for (note,) in self._sql.execute(query)]
            hidden = self._sql.execute("SELECT note FROM hidden WHERE gone = 0 ORDER BY note DESC")
            wordings = (self._last_wording(note) for note in [*removed, *(n for (n,) in hidden)])
            return tuple(note for note in wordings if note is not None)

    def revisions(self, *, private: bool = False) -> tuple[Revision, ...]:
        """Return the current revisions, tombstones too, by note and name: what files hold.

        Args:
            private: with those that are kept out of files.
        """
        with self._guard, sentences(self.path):
            heads = {row.rev: row for row in self._sound("current = 1")}
            if not private:
                mixed = "note IN (SELECT note FROM revisions WHERE private = 1)"
                shut = list(self._sound(mixed))
                for row in shut:
                    heads.pop(row.rev, None)
                heads |= {row.rev: row for row in current(r for r in shut if not r.private)}
        return tuple(sorted(heads.values(), key=lambda one: (one.note, one.rev)))

    def known(self, notes: Iterable[str] | None = None) -> tuple[Revision, ...]:
        """Return all revisions ever kept, of some notes or of all, oldest first."""
        with self._guard, sentences(self.path):
            if notes is None:
                return tuple(self._sound("1"))
            return tuple(row for note in notes for row in reversed(rows_of(self._sql, note)))

    def names(self) -> Mapping[str, tuple[str, bool]]:
        """Return the names of all revisions ever kept: of which note, and whether current."""
        query = "SELECT rev, note, current FROM revisions"
        with self._guard, sentences(self.path):
            return {rev: (note, bool(now)) for rev, note, now in self._sql.execute(query)}

    def is_hidden(self, annotation: str) -> bool:
        """Say whether a note of another is hidden here."""
        with self._guard:
            return self._shown().is_hidden(annotation)

    def _sound(self, where: str) -> Iterable[Revision]:
        for row in all_rows(self._sql, where):
            if isinstance(row, BadRow):
                self._damaged(f"A note (row {row.seq}) is damaged.")
            else:
                yield row

    def _last_wording(self, note: str) -> Annotation | None:
        living = [row for row in rows_of(self._sql, note) if not row.removed]
        return self._shown().wording(living[0]) if living else None

    def _shown(self) -> View:
        """Return what is shown, read to the end if it was not."""
        self._look_elsewhere()
        while self._view is None:
            self._read_on()
        return self._view

    def _look_elsewhere(self) -> None:
        """Read anew what another program may have changed."""
        if self.read_only and self._changed_elsewhere():
            self._forget()

    def _forget(self) -> None:
        self._view = self._being_read = None

    def _read_on(self) -> None:
        """Read a few hundred notes more."""
        if self._being_read is None:
            view = View(self.me)
            self._being_read = view, view.reading(self._sql)
        view, steps = self._being_read
        try:
            with sentences(self.path):
                if next(steps, False):
                    return
        except StoreDamaged as error:
            view.damage.append(error.message)
        self._view, self._being_read = view, None
        self._shown_before = self._shown_before or view.living
        self._check_late()
        for sentence in view.damage:
            self._damaged(sentence)

    def _changed_elsewhere(self) -> bool:
        was, self._seen_version = self._seen_version, self._version()
        return was != self._seen_version

    def _version(self) -> int:
        """Return what is another number after each change by another program; in 10 µs."""
        with sentences(self.path):
            return int(self._sql.execute("PRAGMA data_version").fetchone()[0])

    @property
    def is_behind(self) -> bool:
        """Whether another program changed what is only read here, and nobody was told yet."""
        with self._guard:
            return self.read_only and self._version() != self._version_before

    def changed_elsewhere(self) -> Change:
        """Return what another program has changed since this was asked last.

        Where it cannot be told which notes those are, it is all of them.

        Raises:
            LibraryError: the file can no longer be read.
        """
        with self._guard:
            self._version_before = self._version()
            before, self._shown_before = self._shown_before or {}, self._shown().living
            both = {**before, **self._shown_before}
            moved = {one for one in both if before.get(one) != self._shown_before.get(one)}
            works = {work for one in moved for work in both[one].works}
            if any(not both[one].works for one in moved):
                works = set()  # an answer stands in no work
            touched = Touched.MARKS | Touched.LINKS | Touched.GROUP
            return Change(touched, frozenset(works), annotations=frozenset(moved))

    def _damaged(self, sentence: str) -> None:
        if sentence not in self.damage:
            self.damage.append(sentence)

    def _flush(self) -> None:
        if self._anchors.waits and not self.read_only and not self.damage:
            try:
                with transaction(self._sql, self.path):
                    self._anchors.flush(self._sql)
            except LibraryError:
                pass  # derived: they will be sought again
            self._anchors.flushed()

    def settle_backup(self) -> None:
        """Wait for a backup that is being made beside."""
        if self._backup is not None:
            self._backup.join()
            self._backup = None


def _begins(note: Annotation, start: int, end: int) -> bool:
    target = note.target
    return isinstance(target, TextTarget) and start <= target.selectors.start <= end


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
