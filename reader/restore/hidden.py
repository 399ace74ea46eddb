"""Borders between paragraphs that a full last line hides, where nothing else is set between them.

Where a paragraph begins neither behind a blank line nor with an indent, the room that the last
line leaves tells of its end; one line in ten leaves none.  What is then taken for one paragraph is
longer than most, and somewhere in it a sentence begins with a line.  Lengths of paragraphs are
spread like products of chances (log-normally); how, is read off the text itself, and a border is
set where two paragraphs of such lengths are clearly likelier than one.  First words of sentences,
and words that both sides share, were tried and told nothing.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import fmean, pstdev

from reader.restore.paragraphs import Paragraph, Shape

#: Paragraphs from which on their lengths say anything.
_ENOUGH = 12
_FIRST = re.compile(r"[^\W_]+")
#: Least spread of the logarithms of lengths.
_SPREAD = 0.3
#: Share of the sentences at line ends that surely stand inside paragraphs, at least.
_INSIDE = 0.2
#: How much likelier than none a border must be, so that texts of very uneven paragraphs lose none.
_LIKELIER = 1.5
#: Sentences at line ends within one part at most: more are no prose.
_MOST = 40


def hidden_apart(paragraphs: Sequence[Paragraph], shapes: Sequence[Shape]) -> list[Paragraph]:
    """Cut paragraphs in two or more where a border is likelier than none; near-linear.

    ``shapes``: of the lines, by leaf.
    """
    return [
        part
        for shape, some in groupby(paragraphs, lambda one: shapes[one.leaf])
        for part in _apart(list(some), shape)
    ]


def _apart(paragraphs: Sequence[Paragraph], shape: Shape) -> list[Paragraph]:
    bare = shape.full and not shape.indented and shape.inside <= shape.ragged
    whole = [one for one in paragraphs if one.lines > 1]
    if not bare or len(whole) < _ENOUGH:
        return list(paragraphs)
    parts = list(paragraphs)
    for _turn in range(2):
        lengths = _Lengths.of(parts, paragraphs)
        parts = [part for one in paragraphs for part in lengths.cut(one)]
    return parts


@dataclass(frozen=True)
class _Lengths:
    """How long paragraphs of a text are.

    Attributes:
        middle, spread: of the logarithms of their lengths.
        full: share of the paragraphs that end with a full line.
        inside: sentences inside paragraphs that begin with a line, for each letter.
    """

    middle: float
    spread: float
    full: float
    inside: float

    @classmethod
    def of(cls, parts: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> "_Lengths":
        """Measure paragraphs as they are cut now; ``paragraphs`` as they were."""
        logs = [math.log(len(one.strand.text)) for one in parts if one.lines > 1]
        letters = sum(len(one.strand.text) for one in paragraphs)
        line = letters / sum(one.lines for one in paragraphs)
        begun = [found[0] for one in parts if (found := _FIRST.search(one.strand.text))]
        full = min(0.3, (fmean(map(len, begun)) + 1) / line)
        breaks = sum(len(one.hidden) for one in paragraphs)
        missed = len(parts) * full / (1 - full)
        inside = max(_INSIDE * breaks, breaks - missed, 1.0) / letters
        spread = max(_SPREAD, pstdev(logs))
        return cls(fmean(logs), spread, full, inside)

    def cut(self, paragraph: Paragraph) -> list[Paragraph]:
        """Return the likeliest parts of a paragraph."""
        text = paragraph.strand.text
        places = [0, *(at for at in paragraph.hidden if 0 < at < len(text)), len(text)]
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(places)):
            best.append(
                max(
                    (best[start][0] + self._part(places[start], places[end]), start)
                    for start in range(max(0, end - _MOST), end)
                )
            )
        cuts = [len(places) - 1]
        while cuts[-1]:
            cuts.append(best[cuts[-1]][1])
        rows = [places[row] for row in reversed(cuts)]
        if len(rows) == 2:
            return [paragraph]
        return [_part_of(paragraph, a, b) for a, b in pairwise(rows)]

    def _part(self, start: int, end: int) -> float:
        """Return the logarithm of how likely a part is, and the border that it begins with."""
        log = math.log(end - start)
        off = (log - self.middle) / self.spread
        bits = -0.5 * off * off - log - math.log(self.spread * math.sqrt(2 * math.pi))
        if not start:
            return bits
        return bits + math.log(self.full / self.inside / _LIKELIER)


def _part_of(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    text = paragraph.strand.text
    lines = max(1, round(paragraph.lines * (end - start) / len(text)))
    strand = paragraph.strand.part(start, end)
    breaks = [(at - start, room) for at, room in paragraph.breaks if start < at < end]
    return replace(paragraph, strand=strand, lines=lines, breaks=breaks, hidden=[])
