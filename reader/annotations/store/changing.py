"""Changing a store: one transaction for each action of a reader."""

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader.annotations.revisions import Revision, current
from reader.annotations.store.actions import StoreAction, Take
from reader.annotations.store.backups import due, keep
from reader.annotations.store.database import (
    transaction,
)
from reader.annotations.store.journal import Entry
from reader.annotations.store.reading import StoreReading, identity
from reader.annotations.store.rows import rows_of
from reader.annotations.store.writing import Writer, checked, ordered
from reader.model import (
    NO_PROGRESS,
    Annotation,
    Change,
    LibraryError,
    Progress,
    ReadOnly,
    StoreDamaged,
    Touched,
)

_TOUCHED = Touched.MARKS | Touched.LINKS


class StoreChanging(StoreReading):
    """The part of ``Store`` that changes notes, which see."""

    def apply(self, changes: Sequence[StoreAction], label: str) -> Change:
        """Carry out one action of a reader: wholly or not at all, durable when it returns.

        An action that touched no note is no step of undo.

        Raises:
            NotFound, BadInput: one of the changes cannot be done; none was.
            LibraryError: the disk failed; none was kept.
        """

        def write(writer: Writer) -> None:
            for change in changes:
                writer.do(change)

        entry = self._write(label, write)
        if entry.notes:
            self._journal.did(entry)
        return self._told(entry)

    def check_note(self, note: Annotation) -> None:
        """Say beforehand whether a note could be kept.

        Raises:
            BadInput: why not.
        """
        checked(note)

    def take(
        self,
        revisions: Sequence[Revision],
        label: str,
        progress: Progress = NO_PROGRESS,
        *,
        by_itself: bool = False,
    ) -> Change:
        """Take revisions from elsewhere as one action.

        A file that a reader takes is one step of undo, with a backup before.  What arrives
        ``by_itself`` from a shared folder is neither: undo takes back what *I* did last, and
        arrivals every minute would push the older backups out.

        Raises:
            Cancelled: nothing was kept.
            LibraryError: likewise.
        """
        ordered_ = sorted(revisions, key=lambda one: one.note)
        step = 500

        def write(writer: Writer) -> None:
            for start in range(0, len(ordered_), step):
                progress.step(start / len(ordered_), label)
                writer.do(Take(tuple(ordered_[start : start + step])))

        if revisions and not by_itself and self._shown().living:
            self.backup_now("import")
        entry = self._write(label, write)
        if entry.notes and not by_itself:
            self._journal.did(entry)
        return self._told(entry)

    def undo(self) -> Change | None:
        """Take back the last action of this session; None when there is none."""
        with self._guard:
            if not self._journal.done:
                return None
            entry = self._journal.done[-1]
            done = self._write(entry.label, lambda writer: writer.undo(entry))
            self._journal.undone.append(self._journal.done.pop())
            return self._told(done)

    def redo(self) -> Change | None:
        """Do again what was taken back last; None when there is nothing."""
        with self._guard:
            if not self._journal.undone:
                return None
            entry = self._journal.undone[-1]
            done = self._write(entry.label, lambda writer: writer.redo(entry))
            self._journal.done.append(self._journal.undone.pop())
            return self._told(done)

    @property
    def undo_label(self) -> str:
        """The action that ``undo`` would take back; empty when there is none."""
        return self._journal.done[-1].label if self._journal.done else ""

    @property
    def redo_label(self) -> str:
        """The action that ``redo`` would do again; empty when there is none."""
        return self._journal.undone[-1].label if self._journal.undone else ""

    def empty_bin(self) -> Change:
        """Throw away what is in the bin, for good; the tombstones stay, for other copies."""
        with self._guard:
            self._may_change()
            gone = frozenset(note.id for note in self.bin())
            with transaction(self._sql, self.path):
                self._sql.executemany(
                    "DELETE FROM revisions WHERE removed = 0 AND note = ? "
                    "AND note NOT IN (SELECT note FROM hidden)",
                    [(note,) for note in gone],
                )
                self._sql.execute("UPDATE hidden SET gone = 1")
            self._journal.forget(gone)
            return Change(_TOUCHED, label="Empty the bin", annotations=gone)

    def _write(self, label: str, write: Callable[[Writer], None]) -> Entry:
        """Run one transaction, then bring the view up to date."""
        with self._guard:
            self._may_change()
            view = self._shown()
            self._may_change()
            self.still_there()
            self._start_backup()
            entry = Entry(label)
            with transaction(self._sql, self.path):
                write(Writer(self._sql, self.me, entry))
                for note, heads in entry.after.items():
                    before = entry.before.get(note, ())
                    if before and _targets(before) != _targets(heads):
                        self._anchors.forget(self._sql, note)
                self._anchors.flush(self._sql)
            self._anchors.flushed()
            self.changes += 1
            for note, heads in entry.after.items():
                view.settle(note, heads)
            for note, (_, hidden) in entry.hidden.items():
                view.settle(note, current(rows_of(self._sql, note)), hidden=hidden)
            return entry

    def backup_now(self, reason: str = "asked") -> Path | None:
        """Make a tested backup; None when the store is damaged or holds nothing."""
        with self._guard:
            self.settle_backup()
            if self.damage or self.read_only:
                return None
            return keep(self.path, reason)

    def _start_backup(self) -> None:
        """Before the first change of a day, start a copy in a thread of its own."""
        if self._backup is None and due(self.path) and self._shown().living:
            self._backup = threading.Thread(
                target=self._keep_quietly, args=("daily",), name="backup"
            )
            self._backup.start()

    def _keep_quietly(self, reason: str) -> None:
        """Make a backup in a thread of its own; damage is told of, the rest tried again."""
        try:
            keep(self.path, reason)
        except StoreDamaged as error:
            self._damaged(error.message)
        except LibraryError as error:
            import logging

            logging.getLogger(__name__).warning("%s", error.message)

    def still_there(self) -> None:
        """Refuse to write into a file that was deleted or replaced while it was open.

        The system would take the words and lose them with the last handle.

        Raises:
            LibraryError: it is not there any more, or another.
        """
        if not self.damage and identity(self.path) != self._identity:
            raise LibraryError(
                f"The notes file {self.path} was taken away or replaced while it was open; this "
                "change was not kept. Save the notes elsewhere, then open the library again.",
                str(self.path),
            )

    def _may_change(self) -> None:
        self._check_late()
        if self.damage:
            raise StoreDamaged(
                f"{self.damage[0]} Nothing is changed before the notes are repaired or brought "
                "back from a backup.",
                str(self.path),
            )
        if self.read_only:
            raise ReadOnly(
                self.notice or "The notes were opened for reading only; nothing was changed.",
                str(self.path),
            )

    def _told(self, entry: Entry) -> Change:
        living = self._shown().living
        stood = [living[note].works for note in entry.notes if note in living]
        stood += [works_in(one) for heads in entry.before.values() for one in heads
                  if not one.removed]  # fmt: skip
        works = frozenset[str]().union(*stood)
        if not all(stood):
            works = frozenset()  # an answer stands in no work, and is shown wherever its note is
        return Change(_TOUCHED, works, entry.label, entry.notes)


def _targets(heads: Iterable[Revision]) -> list[object]:
    from reader.annotations.store.writing import content_of

    return [content_of(one).get("target") for one in ordered(heads) if not one.removed]


def works_in(revision: Revision) -> frozenset[str]:
    """Return the works that a revision stands in; empty for a tombstone."""
    import json

    from reader.annotations.items import decode

    return frozenset() if revision.removed else decode(json.loads(revision.line)).works
