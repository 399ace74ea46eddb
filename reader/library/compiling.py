"""Texts compiled from notes and concepts: made when wanted, forgotten when anything changes."""

from reader.library.compiled import (
    CONCEPT_TEXT,
    NOTES_TEXT,
    compile_concept,
    compile_notes,
    is_compiled,
)
from reader.library.grouping import Grouping
from reader.library.studying import Studying
from reader.model import NO_PROGRESS, Change, Edition, Progress, Touched, Work


class Compiling(Grouping, Studying):
    """The part of the door that makes texts of the library's own notes and concepts."""

    def compilable(self) -> tuple[Work, ...]:
        """Return the works that can be compiled: the notes, and every concept by its label."""
        from reader.annotations.export.wording import wording

        notes = Work(NOTES_TEXT, wording(self.language)["notes"], bundled=True)
        concepts = sorted(self.glossary(), key=lambda one: one.label.casefold())
        return (
            notes,
            *(Work(CONCEPT_TEXT + one.key, one.label, bundled=True) for one in concepts),
        )

    def is_ready(self, work: str) -> bool:
        """Say whether ``edition`` answers at once: a compiled text may have to be made first."""
        return not is_compiled(work) or work in self._editions

    def edition(self, work: str) -> Edition:
        """Return an edition as ever, or a compiled text, made when need be.

        Notes take about a millisecond each, a concept as long as its ``study``: call ``is_ready``
        first where one must not wait.
        """
        if is_compiled(work) and work not in self._editions:
            self._editions[work] = self.compile(work)
        return super().edition(work)

    def compile(self, work: str, progress: Progress = NO_PROGRESS) -> Edition:
        """Make a compiled text; safe in any thread.

        Raises:
            NotFound: there is no such concept.
            Cancelled: the reader stopped it.
        """
        from reader.annotations.export.wording import wording

        words = wording(self.language)
        if work == NOTES_TEXT:
            editions = {one.work.id: one for one in self._sound_editions()}
            return compile_notes(self.notes(), editions, words)
        glossary = self.glossary()
        concept = glossary[work.removeprefix(CONCEPT_TEXT)]
        study = self.study(concept.key, self.own_works() or self.works(), progress)
        return compile_concept(concept, study, glossary, words)

    def keep_compiled(self, edition: Edition) -> None:
        """Let ``edition`` answer with this compiled text until something changes."""
        self._editions[edition.work.id] = edition

    def _tell(self, change: Change) -> Change:
        if change.touched & (Touched.TEXTS | Touched.MARKS | Touched.GLOSSARY | Touched.GROUP):
            for work in [one for one in self._editions if is_compiled(one)]:
                del self._editions[work]
        return super()._tell(change)
