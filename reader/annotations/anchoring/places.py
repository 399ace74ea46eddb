"""Candidate places for a pattern, each with how well its parts agree.

Short patterns are laid into the text as a whole; of long ones a chain of pieces is found and
only the two edges are aligned, so that the cost does not grow with the quote.
"""

from dataclasses import dataclass
from itertools import permutations

from reader.annotations.anchoring.chain import chains, reach
from reader.annotations.anchoring.pattern import Pattern
from reader.annotations.anchoring.seeds import Pieces, diagonals
from reader.matching import Alignment, align

#: Quotes longer than this many letters are found by pieces and edges.
LONG = 400
#: Letters of a long quote that are aligned at each edge, and at most.
_EDGE, _EDGE_MOST = 80, 400
#: Letters beside the quote that are looked at on their own.
_NEAR = 12
#: Pieces looked up of a long quote, and places at which it may stand.
_PIECES, _RUNS = 80, 4
#: Alignments that agree as far as this need no splicing.
_GOOD = 0.9
#: Text put into a pattern is looked through up to this many letters (a footnote, a page's foot).
_GAP = 1500
#: Diagonals nearer than this are one to an alignment.
_PUT_IN = 16
#: Diagonals that are tried for splicing.
_JOINED = 4
#: A splice with a larger share of letters that differ is chance.
_SPLICED = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the pattern may stand.

    Attributes:
        start, end: letters of the text that the quote covers.
        quote, before, after: how far quote, prefix and suffix agree, 0 to 1; of a long quote
            the share of its pieces that are there.
        near_before, near_after: the same for the twelve letters beside the quote.
        low, high: how far the edges may be moved outward over letters that nothing claims.
        first, last: how far inward, over letters that only stand where others stood.
    """

    start: int
    end: int
    quote: float = 1.0
    before: float = 1.0
    after: float = 1.0
    near_before: float = 1.0
    near_after: float = 1.0
    low: int = -1
    high: int = -1
    first: int = -1
    last: int = -1

    def overlaps(self, other: "Found") -> bool:
        """Say whether two places share a letter."""
        return self.start < other.end and other.start < self.end


def places(pattern: Pattern, text: str, pieces: Pieces) -> list[Found]:
    """Return the places where ``pattern`` may stand in the letters of a text, unsorted."""
    if pattern.end - pattern.start > LONG:
        return _chained(pattern, text, pieces)
    rows = diagonals(pattern.letters, pieces)
    laid = [_laid(pattern, text, diagonal) for diagonal in rows]
    if not any(one.distance <= (1 - _GOOD) * len(pattern) for one in laid):
        laid += _spliced(pattern, text, rows)
    out: list[Found] = []
    for alignment in sorted(laid, key=lambda a: -a.agreement(0, len(pattern))):
        found = _measured(pattern, alignment)
        if found and not any(found.overlaps(other) for other in out):
            out.append(found)
    return out


def _laid(pattern: Pattern, text: str, diagonal: int, margin: int = 0) -> Alignment:
    """Align the whole pattern around one diagonal."""
    margin = margin or 30 + len(pattern) // 3
    low = max(0, diagonal - margin)
    window = text[low : max(0, diagonal + len(pattern) + margin)]
    return align(pattern.letters, window).shift(low)


def _spliced(pattern: Pattern, text: str, rows: list[int]) -> list[Alignment]:
    """Join alignments between which something long was put into, or taken from, the text.

    Both windows are kept narrow: in wide ones either alignment would find the larger part.
    Words that stand on both sides of the cut stay with the quote.
    """
    out, borders = [], (pattern.start, pattern.end)
    for one, other in permutations(rows[:_JOINED], 2):
        apart = other - one
        if _PUT_IN < apart < _GAP or _PUT_IN < -apart < len(pattern):
            margin = min(30, abs(apart) // 4)
            first = _laid(pattern, text, one, margin)
            joined = first.splice(_laid(pattern, text, other, margin), borders)
            if joined.distance < _SPLICED * len(pattern):
                out.append(joined)
    return out


def _measured(pattern: Pattern, laid: Alignment) -> Found | None:
    start, end, size = pattern.start, pattern.end, len(pattern)
    edge = laid.edge(start, end)
    if edge is None:
        return None
    same = [c for c, s in zip(laid.columns[start:end], laid.same[start:end], strict=True) if s]
    left = [c for c, s in zip(laid.columns[:start], laid.same[:start], strict=True) if s]
    right = [c for c, s in zip(laid.columns[end:], laid.same[end:], strict=True) if s]
    return Found(
        edge[0],
        edge[1],
        laid.agreement(start, end),
        laid.agreement(0, start),
        laid.agreement(end, size),
        laid.agreement(max(0, start - _NEAR), start),
        laid.agreement(end, min(end + _NEAR, size)),
        low=left[-1] + 1 if left else edge[0],
        high=right[0] if right else edge[1],
        first=same[0] if same else edge[0],
        last=same[-1] + 1 if same else edge[1],
    )


def _chained(pattern: Pattern, text: str, pieces: Pieces) -> list[Found]:
    """Find a long quote by the best ordered runs of its pieces."""
    length, size = pieces.length, pattern.end - pattern.start
    apart = max(length + pieces.stride - 1, size // _PIECES)
    rows = range(pattern.start, pattern.end - length - pieces.stride + 2, apart)
    hits = [hit for row in rows for hit in pieces.near(pattern.letters, row)]
    out: list[Found] = []
    for run in chains(hits, reach(size), _RUNS):
        found = _refined(pattern, text, run, length, len(run) / len(rows))
        if not any(found.overlaps(other) for other in out):
            out.append(found)
    return out


def _refined(
    pattern: Pattern, text: str, chain: list[tuple[int, int]], length: int, share: float
) -> Found:
    """Align both ends of a long quote beside the first and the last piece of its chain."""
    (row, column), (last_row, last_column) = chain[0], chain[-1]
    head = _head(pattern, row + length)
    first = _measured(head, _laid(head, text, column - row))
    begin, tail = _tail(pattern, last_row)
    last = _measured(tail, _laid(tail, text, last_column - last_row + begin))
    if not first or first.quote < 0.5 or first.start > column:
        first = Found(column, column + length, 0, 0, 0, 0, 0, column, column, column, column)
    end = last_column + length
    if not last or last.quote < 0.5 or last.end < end:
        last = Found(last_column, end, 0, 0, 0, 0, 0, end, end, end, end)
    return Found(
        first.start,
        last.end,
        share,
        first.before,
        last.after,
        first.near_before,
        last.near_after,
        first.low,
        last.high,
        first.first,
        last.last,
    )


def _head(pattern: Pattern, until: int) -> Pattern:
    """Return the prefix and the beginning of the quote, up to a row known to be there."""
    end = pattern.start + max(_EDGE, min(until - pattern.start, _EDGE_MOST))
    return Pattern(pattern.letters[:end], pattern.start, end)


def _tail(pattern: Pattern, since: int) -> tuple[int, Pattern]:
    """Return the row where the end of the quote begins, and that end with the suffix."""
    begin = pattern.end - max(_EDGE, min(pattern.end - since, _EDGE_MOST))
    return begin, Pattern(pattern.letters[begin:], 0, pattern.end - begin)
