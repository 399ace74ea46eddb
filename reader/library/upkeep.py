"""Checks of the whole library, and repairs of what can be repaired."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.library.finding import Finding
from reader.library.linking import Linking
from reader.model import NO_PROGRESS, Change, Progress, ReaderError, Touched
from reader.model.values import dataclass

if TYPE_CHECKING:
    from reader.annotations.store import Backup
    from reader.annotations.store import Finding as StoreFinding


class Gravity(StrEnum):
    """How much a finding matters."""

    WELL = "well"
    REMARK = "remark"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Checked:
    """One finding of the doctor.

    Attributes:
        part: ``texts``, ``notes``, ``index``, ``links`` or ``apparatus``.
        gravity: see ``Gravity``.
        sentence: for people.
        about: file or entry; may be empty.
    """

    part: str
    gravity: Gravity
    sentence: str
    about: str = ""


class Upkeep(Linking, Finding):
    """The part of the door that checks and repairs.  Slow."""

    def check(self, progress: Progress = NO_PROGRESS) -> tuple[Checked, ...]:
        """Look at everything; troubles first, then remarks, then what is well."""
        found: list[Checked] = []
        parts = (
            self._check_texts,
            self._check_notes,
            self._check_index,
            self._check_links,
            self._check_apparatus,
        )
        for row, part in enumerate(parts):
            progress.step(row / len(parts), "checking")
            found += part()
        order = [Gravity.TROUBLE, Gravity.REMARK, Gravity.WELL]
        return tuple(sorted(found, key=lambda one: order.index(one.gravity)))

    def repair(self, progress: Progress = NO_PROGRESS) -> tuple[Checked, ...]:
        """Repair what can be repaired and build anew what is derived; say what was done.

        Raises:
            ReadOnly: the library cannot be changed.
        """
        self._may_change()
        done: list[Checked] = []
        if self._store.check():
            found = self.repair_notes(progress)
            done += [Checked("notes", Gravity.REMARK, one) for one in found]
        with suppress(OSError):
            shutil.rmtree(self.folder / "cache")
        if self.refresh_index(progress):
            done.append(Checked("index", Gravity.REMARK, "The search index was built anew."))
        if self.refresh_links(progress):
            done.append(Checked("links", Gravity.REMARK, "Related passages were computed anew."))
        return tuple(done)

    def repair_notes(self, progress: Progress = NO_PROGRESS) -> tuple[str, ...]:
        """Put together what can be read of damaged notes and the last backup; say what was done.

        The damaged file is kept aside.  What was done before in this session cannot be undone.

        Raises:
            ReadOnly, LibraryError: nothing was changed.
        """
        return self._mended(lambda: self._store.repair(progress))

    def backups(self) -> tuple["Backup", ...]:
        """Return the backups of the notes, newest first."""
        return self._store.backups()

    def restore_backup(self, backup: "Backup") -> tuple[str, ...]:
        """Put a backup of the notes in place; what stands there is kept aside.  As above."""
        return self._mended(lambda: self._store.restore_backup(backup))

    def _mended(self, mend: "Callable[[], tuple[StoreFinding, ...]]") -> tuple[str, ...]:
        self._may_change()
        done = mend()
        self._undo.forget()
        self._tell(Change(Touched.MARKS | Touched.LINKS | Touched.GROUP, label="Repair the notes"))
        return tuple(one.sentence for one in done)

    def _check_texts(self) -> Iterator[Checked]:
        damaged = list(self._shelf.damaged())
        for work, sentence in damaged:
            yield Checked("texts", Gravity.TROUBLE, sentence, work)
        for work in self.own_works():
            with suppress(ReaderError):
                edition = self.edition(work)
                doubtful = sum(turn.doubtful for turn in edition.turns)
                if doubtful:
                    yield Checked(
                        "texts",
                        Gravity.REMARK,
                        f"One page turn of “{edition.work.title}” is doubtful."
                        if doubtful == 1
                        else f"{doubtful} page turns of “{edition.work.title}” are doubtful.",
                        work,
                    )
                if not self._shelf.source_path(edition).is_file():
                    yield Checked(
                        "texts",
                        Gravity.TROUBLE,
                        f"The source file of “{edition.work.title}” is gone; the text can be "
                        "read but not restored again.",
                        work,
                    )
        if not damaged:
            yield Checked(
                "texts", Gravity.WELL, f"{_count(len(self.own_works()), 'text')} can be read."
            )

    def _check_notes(self) -> Iterator[Checked]:
        findings = self._store.check()
        for one in findings:
            yield Checked("notes", Gravity.TROUBLE, one.sentence)
        copies = self._store.backups()
        if findings and copies:
            yield Checked(
                "notes",
                Gravity.REMARK,
                f"The last backup of the notes is of {copies[0].made:%Y-%m-%d %H:%M} UTC; "
                "“doctor --repair” puts it together with what can be read.",
            )
        lost = sum(n.anchoring is not None and n.span is None for n in self.notes())
        if lost:
            yield Checked(
                "notes",
                Gravity.REMARK,
                "One note has no certain place; it is kept."
                if lost == 1
                else f"{lost} notes have no certain place; they are kept.",
            )
        if not findings:
            notes = len(self._store.annotations())
            yield Checked(
                "notes",
                Gravity.WELL,
                f"{_count(notes, 'note')} {'is' if notes == 1 else 'are'} sound; there "
                f"{'is' if len(copies) == 1 else 'are'} {_count(len(copies), 'backup')}.",
            )

    def _check_index(self) -> Iterator[Checked]:
        if not self._index.intact():
            yield Checked("index", Gravity.REMARK, "There is no search index; it will be built.")
        elif self._index.stale(self._stamps()):
            yield Checked("index", Gravity.REMARK, "The search index is older than the library.")
        else:
            yield Checked("index", Gravity.WELL, "The search index is up to date.")

    def _check_links(self) -> Iterator[Checked]:
        missing = self.links_missing()
        if missing:
            yield Checked(
                "links", Gravity.REMARK, f"{missing} pairs of texts have no related passages yet."
            )
        else:
            yield Checked("links", Gravity.WELL, "Related passages are up to date.")
        if self.model_problem:
            yield Checked("links", Gravity.REMARK, self.model_problem)
        elif encoder := self._links.apparatus.encoder:
            yield Checked("links", Gravity.WELL, "A language model helps to find them.", encoder.id)
        else:
            yield Checked("links", Gravity.WELL, "No language model is installed; none is needed.")

    def _check_apparatus(self) -> Iterator[Checked]:
        problems = self.apparatus_problems()
        for one in problems:
            yield Checked("apparatus", Gravity.REMARK, str(one), one.file)
        if not problems:
            yield Checked(
                "apparatus",
                Gravity.WELL,
                f"{len(self.glossary())} concepts and {len(self.curated())} links are in place.",
            )


def _count(number: int, thing: str) -> str:
    """Return a number with what it counts.

    >>> _count(1, "text"), _count(2, "text")
    ('1 text', '2 texts')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"
