"""Following: where another pane goes while one is being read.

Pure: a ``Follower`` is a value, each step of the leading pane gives the next one and what to do.
The rule, in words: a follower moves only for a passage that has a counterpart above the
threshold, goes exactly where a reader put it by hand, glides in step with the reading within a
linked passage, and does not leave a good place for one that is hardly better.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from reader.links.threshold import THRESHOLD
from reader.model import Edition, Related, Span

#: A counterpart must be better than the one shown by this much to be gone to (score).
_MARGIN = 0.08
#: So far must a reader be in a new passage before the follower turns to it (code points);
#: a line or so, so that a passage at the edge of the pane does not make it jump to and fro.
_SETTLED = 60


class Move(StrEnum):
    """What a follower does."""

    LINKED = "linked"
    BY_HAND = "by-hand"
    STAYS = "stays"
    NONE = "no-counterpart"


@dataclass(frozen=True, slots=True)
class Target:
    """A counterpart: where it stands in the following text, and how sure it is."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now.

    Attributes:
        move: see ``Move``.
        offset: where to bring the follower, in code points of its text; None: leave it.
        target: the counterpart shown; None when there is none.
    """

    move: Move
    offset: int | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Follower:
    """One pane that follows another.

    Attributes:
        passages: spans of the leading text, ascending.
        targets: by row of ``passages``, counterparts best first.
        by_hand: pairs of offsets (leading, following) set by hand, ascending.
        threshold: score from which a counterpart counts.
        row: of the passage that the follower stands by; -1 at first.
        shown: the counterpart it stands at; None when there is none.
    """

    passages: tuple[Span, ...]
    targets: Mapping[int, tuple[Target, ...]] = field(hash=False)
    by_hand: tuple[tuple[int, int], ...] = ()
    threshold: float = THRESHOLD
    row: int = -1
    shown: Target | None = None

    def calibrate(self, lead: int, follow: int) -> Follower:
        """Remember that the reader put the follower to ``follow`` while reading ``lead``.

        From now on ``step(lead)`` answers exactly ``follow``; an earlier pair for the same
        place is forgotten.
        """
        kept = [pair for pair in self.by_hand if pair[0] != lead]
        return replace(self, by_hand=tuple(sorted([*kept, (lead, follow)])), row=-1, shown=None)

    def forget(self, lead: int) -> Follower:
        """Forget the pairs set by hand in the passage at ``lead``."""
        span = self.passages[self._row_at(lead)]
        kept = tuple(pair for pair in self.by_hand if not span.start <= pair[0] < span.end)
        return replace(self, by_hand=kept, row=-1, shown=None)

    def step(self, lead: int, eye: int | None = None) -> tuple[Follower, Step]:
        """Return the follower and what it does when the reader is at ``lead`` (code points).

        Args:
            lead: what leads; the start of a passage, for those who follow whole passages.
            eye: where in the same passage the reader is, if not there: to tell one who reads it
                from one who only touches it.
        """
        if not self.passages:
            return self, Step(Move.NONE)
        exact = dict(self.by_hand).get(lead)
        row = self._row_at(lead)
        if exact is not None:
            here = replace(self, row=row, shown=Target(Span(exact, exact), 1.0))
            return here, Step(Move.BY_HAND, exact, here.shown)
        if row != self.row and self._only_touched(row, lead if eye is None else eye):
            return self, Step(Move.STAYS, None, self.shown)
        marks = self._marks(row)
        if marks:
            offset = _between(marks, lead)
            here = replace(self, row=row, shown=Target(Span(offset, offset), 1.0))
            return here, Step(Move.BY_HAND, offset, here.shown)
        target = self._chosen(row)
        here = replace(self, row=row, shown=target)
        if target is None:
            return here, Step(Move.NONE)
        offset = _between(_ends(self.passages[row], target.span), lead)
        return here, Step(Move.LINKED, offset, target)

    def _row_at(self, lead: int) -> int:
        return max(0, bisect_right(self.passages, lead, key=lambda span: span.start) - 1)

    def _only_touched(self, row: int, lead: int) -> bool:
        """Say whether the reader has hardly crossed from the passage next door."""
        if self.row < 0 or abs(row - self.row) != 1:
            return False
        span = self.passages[row]
        into = lead - span.start if row > self.row else span.end - lead
        return into < min(_SETTLED, len(span) // 2)

    def _chosen(self, row: int) -> Target | None:
        """Return the counterpart for a passage: the one shown, if it is nearly as good."""
        good = [one for one in self.targets.get(row, ()) if one.score >= self.threshold]
        if not good:
            return None
        for one in good:
            same = self.shown is not None and one.span == self.shown.span
            if same and one.score >= good[0].score - _MARGIN:
                return one
        return good[0]

    def _marks(self, row: int) -> list[tuple[int, int]]:
        """Return the pairs set by hand in a passage, framed by the ends of its counterpart."""
        span = self.passages[row]
        inside = [pair for pair in self.by_hand if span.start <= pair[0] < span.end]
        target = self._chosen(row)
        if not inside or target is None:
            return inside
        first, last = _ends(span, target.span)
        before = [first] if first[0] < inside[0][0] and first[1] <= inside[0][1] else []
        after = [last] if last[1] >= inside[-1][1] else []
        return [*before, *inside, *after]


def _ends(here: Span, there: Span) -> list[tuple[int, int]]:
    return [(here.start, there.start), (here.end, there.end)]


def _between(marks: list[tuple[int, int]], lead: int) -> int:
    """Interpolate between pairs of offsets; before the first and after the last stands still."""
    if lead <= marks[0][0]:
        return marks[0][1]
    for (left, left_there), (right, right_there) in pairwise(marks):
        if left <= lead <= right:
            share = (lead - left) / (right - left) if right > left else 0.0
            return left_there + round(share * (right_there - left_there))
    return marks[-1][1]


def follower(
    lead: Edition,
    follow: Edition,
    related: Mapping[str, Iterable[Related]],
    threshold: float = THRESHOLD,
) -> Follower:
    """Make a follower from what is known of two texts.

    Args:
        lead: the text being read.
        follow: the text in the other pane.
        related: by passage id of ``lead``, what is shown beside it; other texts are passed over.
        threshold: score from which a counterpart counts.
    """
    spans = {one.id: one.span for one in follow.passages}
    targets: dict[int, tuple[Target, ...]] = {}
    for row, passage in enumerate(lead.passages):
        found = [
            Target(spans[one.passage], one.score)
            for one in related.get(passage.id, ())
            if one.work == follow.work.id and one.passage in spans
        ]
        if found:
            targets[row] = tuple(sorted(found, key=lambda one: -one.score))
    return Follower(tuple(one.span for one in lead.passages), targets, threshold=threshold)
