"""The whole at a glance: how densely each part of a text is linked, and a map of all texts.

Plain numbers from 0 to 1; the window scales and paints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.links.threshold import THRESHOLD
from reader.model import Edition, Related, Relation, Span

#: What is shown beside each passage: by work and passage id.
Shown = Mapping[tuple[str, str], Iterable[Related]]

#: Part of a line: x1, y1, x2, y2, from left to right.
Stretch = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stripe:
    """One passage in the strip down a pane.

    Attributes:
        span: of the passage.
        top, bottom: where it stands in the strip, 0 to 1.
        strength: by work, score of the best counterpart there; only those above the threshold.
    """

    span: Span
    top: float
    bottom: float
    strength: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Column:
    """One text on the map.

    Attributes:
        work: short id.
        left, right: where it stands from left to right, 0 to 1.
        stripes: its passages from top to bottom.
    """

    work: str
    left: float
    right: float
    stripes: tuple[Stripe, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One pair of passages on the map.

    Attributes:
        here, there: work and passage id of the ends.
        x1, y1, x2, y2: from the edge of one column to the edge of the other.
        score: of the better direction.
        relation: where a person set one.
        curated: made by a person.
        reason: a person's sentence; empty for computed ones.
    """

    here: tuple[str, str]
    there: tuple[str, str]
    x1: float
    y1: float
    x2: float
    y2: float
    score: float
    relation: Relation | None = None
    curated: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """All texts side by side, with the lines between them, weakest first (painted first)."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    def crossings(self, lines: Iterable[Line] | None = None) -> Iterator[Stretch]:
        """Yield where lines run over columns that stand between their ends; None means all."""
        for line in self.lines if lines is None else lines:
            slope = (line.y2 - line.y1) / ((line.x2 - line.x1) or 1.0)
            for column in self.columns:
                left, right = column.left, column.right
                if line.x1 < left and right < line.x2:
                    y1, y2 = (line.y1 + slope * (x - line.x1) for x in (left, right))
                    yield left, y1, right, y2


def strip(edition: Edition, shown: Shown, threshold: float = THRESHOLD) -> tuple[Stripe, ...]:
    """Return how densely each passage is linked.  Linear in passages and links.

    A passage takes the share of the strip that it has of the text.
    """
    whole = max(1, len(edition.text))
    return tuple(
        Stripe(
            one.span,
            one.span.start / whole,
            one.span.end / whole,
            _strength(shown.get((edition.work.id, one.id), ()), threshold),
        )
        for one in edition.passages
    )


def _strength(related: Iterable[Related], threshold: float) -> dict[str, float]:
    best: dict[str, float] = {}
    for one in related:
        if one.score >= threshold:
            best[one.work] = max(best.get(one.work, 0.0), one.score)
    return best


#: Room between two columns, in widths of a column: headings need more of it than lines.
_GAP = 0.75


def lay_out(editions: Sequence[Edition], shown: Shown, threshold: float = THRESHOLD) -> Map:
    """Return texts as columns in the order given, and their links as lines.

    Each pair of passages is one line whichever text it was found from.
    """
    width = 1 / max(1.0, len(editions) + _GAP * (len(editions) - 1))
    lefts = [at * (1 + _GAP) * width for at in range(len(editions))]
    columns = [
        Column(one.work.id, left, left + width, strip(one, shown, threshold))
        for one, left in zip(editions, lefts, strict=True)
    ]
    place = {
        (edition.work.id, passage.id): (column, stripe)
        for edition, column in zip(editions, columns, strict=True)
        for passage, stripe in zip(edition.passages, column.stripes, strict=True)
    }
    lines: dict[frozenset[tuple[str, str]], Line] = {}
    for here in place:
        for one in shown.get(here, ()):
            there = (one.work, one.passage)
            if there in place and one.work != here[0] and one.score >= threshold:
                pair = frozenset({here, there})
                if pair not in lines or lines[pair].score < one.score:
                    lines[pair] = _line(here, there, place, one)
    return Map(tuple(columns), tuple(sorted(lines.values(), key=lambda one: (one.score, one.here))))


def _line(
    here: tuple[str, str],
    there: tuple[str, str],
    place: Mapping[tuple[str, str], tuple[Column, Stripe]],
    related: Related,
) -> Line:
    if place[here][0].left > place[there][0].left:
        here, there = there, here
    (column, stripe), (other, far) = place[here], place[there]
    return Line(
        here,
        there,
        column.right,
        (stripe.top + stripe.bottom) / 2,
        other.left,
        (far.top + far.bottom) / 2,
        related.score,
        related.relation,
        related.curated,
        related.reason,
    )
