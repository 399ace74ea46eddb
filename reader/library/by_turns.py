"""The annotations of a text: all at once, or those in view first and the others by turns."""

from collections.abc import Iterator
from time import perf_counter

from reader.library.placing import source_iri, stands
from reader.library.seeing import Seeing
from reader.model import (
    Annotation,
    AnnotationKind,
    NoteTarget,
    NotFound,
    Placed,
    Span,
    TextTarget,
)
from reader.model.collecting import without_collecting

#: So many notes in the library are read and placed at once, in some 10 ms.
_AT_ONCE = 400
#: How long a turn takes, s: a frame has 16 ms.
_TURN_S = 0.004
#: What has no place in the margin, or many.
_ELSEWHERE = frozenset({AnnotationKind.VERDICT, AnnotationKind.TRAIL})


class ByTurns(Seeing):
    """The part of the door that says which annotations a text has."""

    def notes(self, work: str | None = None) -> tuple[Placed, ...]:
        """Return annotations by work and place, without verdicts; those without a place last.

        Of one work: with the answers to them.  What is sealed or muted is left out.
        """
        every = self._with_answers(work)
        with without_collecting():
            found = [self._place(one) for one in every if one.kind is not AnnotationKind.VERDICT]
        return tuple(sorted(found, key=_by_place))

    def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
        """Do what ``notes`` does of all works a few ms at a time: yield None, and its answer last.

        Of a small library the answer is all that comes.
        """
        if self._store.are_few(_AT_ONCE):
            yield self.notes()
            return
        while not self._store.is_read:
            yield None
            self._store.read_some()
        found: list[Placed] = []
        for turn in self._placed_by_turns(iter(self._with_answers(None))):
            found += turn
            yield None
        yield tuple(sorted(found, key=_by_place))

    def note(self, annotation: str) -> Placed:
        """Return one annotation.

        Raises:
            NotFound: there is none with this id.
        """
        return self._place(self.seen_note(annotation))

    def pick_up_notes(self) -> bool:
        """Look for what another window changed in notes that this one only reads, and tell of it.

        In turns of a few ms; return whether there must be another one.

        Raises:
            LibraryError: they can no longer be read.
        """
        if not self._store.is_behind:
            return False
        self._store.read_some()
        if self._store.is_read:
            self._tell(self._store.changed_elsewhere())
        return not self._store.is_read

    @property
    def notes_are_read(self) -> bool:
        """Whether questions about all notes are answered at once, nothing being read first."""
        return self._store.is_read

    def notes_by_turns(self, work: str, near: Span) -> Iterator[tuple[Placed, ...]]:
        """Yield what ``notes`` returns, in any order, each once, after a few ms of work each.

        First those that surely begin in ``near``; of a small library, all.  Whoever is told of
        a change meanwhile must begin anew.
        """
        if self._store.are_few(_AT_ONCE):
            yield self.notes(work)
            return
        first = self._surely_in(work, near)
        yield first
        while not self._store.is_read:
            yield ()
            self._store.read_some()
        shown = {one.annotation.id for one in first}
        every = self._with_answers(work)
        yield from self._placed_by_turns(iter([one for one in every if one.id not in shown]))

    def _placed_by_turns(self, notes: Iterator[Annotation]) -> Iterator[tuple[Placed, ...]]:
        turn: list[Placed] = []
        end = perf_counter() + _TURN_S
        for note in notes:
            if note.kind is not AnnotationKind.VERDICT:
                turn.append(self._place(note))
            if perf_counter() > end:
                yield tuple(turn)
                turn = []
                end = perf_counter() + _TURN_S
        yield tuple(turn)

    def _surely_in(self, work: str, near: Span) -> tuple[Placed, ...]:
        """Return the annotations that need no search and hide behind no seal."""
        if self._restricts():
            return ()
        try:
            edition = self.edition(work)
        except NotFound:
            return ()
        source = source_iri(edition)
        return tuple(
            self._place(one)
            for one in self._store.near(work, near.start, near.end)
            if one.kind not in _ELSEWHERE
            and isinstance(one.target, TextTarget)
            and one.target.work == work
            and one.target.source == source
            and stands(one.target, edition)
        )


def _by_place(placed: Placed) -> tuple[str, int, int, str]:
    target = placed.annotation.target
    work = "\uffff" if isinstance(target, NoteTarget) else target.work
    if placed.span is None:
        return work, 2**62, 0, placed.annotation.created
    return work, placed.span.start, placed.span.end, placed.annotation.created
