"""Approximate matching of letters: where a damaged pattern stands, and how its letters lie.

Myers' bit vectors with Python's big integers as words of any length.  Source: G. Myers, "A
fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46
(1999) 395-415, figure 8; the way back through the stored vectors after H. Hyyrö, "A note on
bit-parallel alignment computation", Stringology 2004, 79-87.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Letters put in at one place beyond which more cost no more.
_LONG_GAP = 160


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a pattern lies in a text.

    Attributes:
        columns: for each letter of the pattern the column of the text it stands on, -1 where
            the text lacks it; ascending where not -1.
        same: for each letter of the pattern whether the text has the same one there.
        distance: letters put in, left out and replaced, all told.
    """

    columns: Sequence[int]
    same: Sequence[bool]
    distance: int

    def edge(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the columns that the letters ``start`` to ``end`` cover; None if none."""
        covered = [c for c in self.columns[start:end] if c >= 0]
        return (covered[0], covered[-1] + 1) if covered else None

    def agreement(self, start: int, end: int) -> float:
        """Return how far the letters ``start`` to ``end`` agree, 0 to 1.

        A long insertion (a footnote, a running head, a paragraph) costs little more than a
        short one; a letter that is replaced or missing costs itself.
        """
        if start >= end:
            return 1.0
        lost = sum(not same for same in self.same[start:end])
        covered = [c for c in self.columns[start:end] if c >= 0]
        put_in = (b - a - 1 for a, b in pairwise(covered))
        cost = lost + sum(gap if gap < 6 else 6 + min(gap, _LONG_GAP) / 16 for gap in put_in)
        return max(0.0, 1 - cost / (end - start))

    def shift(self, by: int) -> "Alignment":
        """Return the alignment with its columns moved by ``by``."""
        moved = [column + by if column >= 0 else -1 for column in self.columns]
        return Alignment(moved, self.same, self.distance)

    def splice(self, other: "Alignment", borders: Sequence[int] = ()) -> "Alignment":
        """Return the beginning of this alignment with the end of another one.

        Both align the same pattern with the same text.  The pattern is cut where most of its
        letters agree and the columns still ascend, of several such rows at one of ``borders``;
        what lies between the parts in the text counts as put in, whatever its length.
        """
        size = len(self.same)
        row, gained = _best_cut(self, other, borders)
        columns = [*self.columns[:row], *other.columns[row:]]
        return Alignment(columns, [*self.same[:row], *other.same[row:]], size - gained)


def _best_cut(first: Alignment, second: Alignment, borders: Sequence[int]) -> tuple[int, int]:
    """Return the row at which to go from one alignment to the other, and the letters agreeing."""
    size = len(first.same)
    ahead = [size + (1 << 60)] * (size + 1)
    rest = [0] * (size + 1)
    for row in range(size - 1, -1, -1):
        column = second.columns[row]
        ahead[row] = column if column >= 0 else ahead[row + 1]
        rest[row] = rest[row + 1] + second.same[row]
    best, gained, so_far, last = 0, rest[0], 0, -1
    for row in range(1, size + 1):
        so_far += first.same[row - 1]
        last = max(last, first.columns[row - 1])
        worth = so_far + rest[row]
        if last < ahead[row] and (worth > gained or (worth == gained and row in borders)):
            best, gained = row, worth
    return best, gained


def align(pattern: str, text: str) -> Alignment:
    """Lay ``pattern`` into the stretch of ``text`` that it is nearest to.

    Letters of the text before and after that stretch cost nothing.  Of several equally near
    stretches the first is taken.

    Cost: about a microsecond for each letter of the text and hundred letters of the pattern,
    and as many bits of memory as both lengths multiplied, twice.

    >>> align("rose", "a nose is").distance
    1
    """
    size = len(pattern)
    if not size:
        return Alignment((), (), 0)
    sweep = _swept(pattern, text)
    return _way_back(pattern, text, sweep)


@dataclass(frozen=True, slots=True)
class _Sweep:
    """The vertical rises and falls of every column, the column of the best end, its cost."""

    rises: list[int]
    falls: list[int]
    end: int
    cost: int


def _swept(pattern: str, text: str) -> _Sweep:
    """Go once through the text."""
    size = len(pattern)
    mask, top = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = {}
    for row, letter in enumerate(pattern):
        where[letter] = where.get(letter, 0) | 1 << row
    rise, fall, cost = mask, 0, size
    rises, falls = [rise], [fall]
    best, end = size, 0
    for column, letter in enumerate(text, 1):
        equal = where.get(letter, 0)
        across = (((equal & rise) + rise) ^ rise) | equal
        down = equal | fall
        more = fall | (mask & ~(across | rise))
        less = rise & across
        if more & top:
            cost += 1
        elif less & top:
            cost -= 1
            if cost < best:
                best, end = cost, column
        more = more << 1 & mask
        rise = (less << 1 & mask) | (mask & ~(down | more))
        fall = more & down
        rises.append(rise)
        falls.append(fall)
    return _Sweep(rises, falls, end, best)


def _way_back(pattern: str, text: str, sweep: _Sweep) -> Alignment:
    """Walk from the best end to the pattern's beginning."""
    row, column = len(pattern), sweep.end
    columns, same = [-1] * row, [False] * row
    while row and column:
        bit = 1 << (row - 1)
        if pattern[row - 1] == text[column - 1]:
            row, column = row - 1, column - 1
            columns[row], same[row] = column, True
        elif sweep.rises[column] & bit:
            row -= 1
        elif sweep.falls[column - 1] & bit:
            column -= 1
        else:
            row, column = row - 1, column - 1
            columns[row] = column
    return Alignment(columns, same, sweep.cost)
