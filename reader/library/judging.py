"""Verdicts of readers on links: what they decide, and how they re-weigh the signals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.tying import End, Tying
from reader.model import (
    Annotation,
    Change,
    NotFound,
    Person,
    Relation,
    Touched,
    Verdict,
)
from reader.model.values import dataclass

if TYPE_CHECKING:
    from reader.links import Learned, Verdicts


@dataclass(frozen=True, slots=True)
class Judgement:
    """What readers decided on one link.

    Attributes:
        verdict: mine, or else somebody's.
        mine: whether it is mine.
        comments: name of who wrote it and what, mine last; those without words are left out.
        comment: my own; empty without.
    """

    verdict: Verdict
    mine: bool
    comments: tuple[tuple[str, str], ...] = ()
    comment: str = ""


class Judging(Tying):
    """The part of the door that reads verdicts; they are annotations like others."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._learned_kept: Learned | None = None
        self.listen(Touched.LINKS | Touched.MARKS | Touched.TEXTS, self._on_verdicts)

    def verdict_on(self, here: End, there: End) -> Verdict | None:
        """Return my verdict on a pair of passages; None without one."""
        pair = frozenset({here, there})
        mine = [n.verdict for n in self._verdict_notes()
                if n.author == self.me and self._pair(n) == pair]  # fmt: skip
        return mine[-1] if mine else None

    def judgements(self, here: End) -> Mapping[End, Judgement]:
        """Return what readers decided on the links of a passage, by their other end."""
        found: dict[End, list[Annotation]] = {}
        for note in self._verdict_notes():
            pair = self._pair(note)
            if here in pair and note.verdict is not None:
                for end in pair - {here}:
                    found.setdefault(end, []).append(note)
        return {end: _judgement(notes, self.me) for end, notes in found.items()}

    def verdict_table(self) -> "Verdicts":
        """Return what readers decided; on the same pair mine counts before others'."""
        from reader.links import Verdicts

        accepted: dict[frozenset[End], tuple[Relation, End] | None] = {}
        rejected: set[frozenset[End]] = set()
        for note in self._verdict_notes():
            ends = self._ends_of(note)
            pair = frozenset(ends)
            accepted.pop(pair, None)
            rejected.discard(pair)
            if note.verdict is Verdict.REJECTED:
                rejected.add(pair)
            elif note.verdict is Verdict.ACCEPTED:
                accepted[pair] = (note.relation, ends[-1]) if note.relation and ends else None
        return Verdicts(accepted, frozenset(rejected))

    def learned(self) -> "Learned":
        """Return how verdicts re-weigh the signals in this library, and what changed."""
        from reader.links import learn

        if self._learned_kept is None:
            table = self.verdict_table()
            judged = [
                *self._judged(table.accepted, accepted=True),
                *self._judged(table.rejected, accepted=False),
            ]
            self._learned_kept = learn(judged, self._links.weights)
        return self._learned_kept

    def _verdict_notes(self) -> list[Annotation]:
        """Return all verdicts in the order in which they count, the last most.

        Mine count more than others', later ones more than earlier ones: who judges on two
        devices may have judged a pair twice.
        """
        return sorted(self.verdicts(), key=lambda n: (n.author == self.me, n.modified, n.id))

    def _verdicts(self, here: End, there: End) -> list[Annotation]:
        """Return the verdicts on a pair, also those given on an earlier edition."""
        pair = frozenset({here, there})
        return [note for note in self._verdict_notes() if self._pair(note) == pair]

    def _ends_of(self, note: Annotation) -> list[End]:
        """Return the passages that a verdict is about, in the editions at hand."""
        ends = (self._passage_end(target) for target in note.targets)
        return [end for end in ends if end]

    def _pair(self, note: Annotation) -> frozenset[End]:
        return frozenset(self._ends_of(note))

    def _judged(self, pairs: Iterable[frozenset[End]], *, accepted: bool) -> Iterator[Any]:
        """Yield verdicts as the engine sees them; pairs it has not compared are left out."""
        from reader.links import Judged

        told = [sorted(pair) for pair in pairs if len(pair) == 2]
        # In this order a pair of texts is looked at once.
        for (work, passage), (other_work, other) in sorted(told, key=_by_works):
            with suppress(NotFound):
                values = self._links.signals_of(
                    self.edition(work), passage, self.edition(other_work), other
                )
                if values is not None:
                    yield Judged(values, accepted)

    def _on_verdicts(self, _change: Change) -> None:
        self._learned_kept = None


def _by_works(ends: Sequence[End]) -> tuple[str, ...]:
    (work, passage), (other_work, other) = ends
    return work, other_work, passage, other


def _judgement(notes: Sequence[Annotation], me: Person) -> Judgement:
    """Sum up the verdicts on one link; mine stand last."""
    last = notes[-1]
    assert last.verdict is not None  # noqa: S101 - chosen so by the only caller
    mine = last.author == me
    comments = tuple((note.author.name, note.body) for note in notes if note.body.strip())
    return Judgement(last.verdict, mine, comments, last.body if mine else "")
