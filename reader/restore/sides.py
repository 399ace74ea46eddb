"""Pages cut once more, now that their places in the booklet are known.

The cut between two neighbours on a sheet side may lie elsewhere than it seemed, or the two may
have been read alternately, piece by piece: what stands before and after each of them in the
booklet decides.
"""

import itertools
from collections.abc import Iterator, Sequence

from reader.restore.grid import Grid
from reader.restore.heights import lines_of_page, page_price, turn_score
from reader.restore.turns import Turns

#: What another cut must gain, in nats.
_GAIN = 3.0
#: Pieces of two pages together, at most.
_PIECES = 40
_ROUNDS = 2

_Pair = tuple[list[int], list[int]]


class Sides:
    """The pages of one layout."""

    def __init__(
        self, turns: Turns, heights: Sequence[int], grid: Grid, order: Sequence[int],
        fixed: frozenset[int],
    ) -> None:  # fmt: skip
        """Take pages and where the layout puts them.

        Args:
            turns: scores.
            heights: lines of each leaf.
            grid: the pages.
            order: pages in reading order.
            fixed: leaves with which a page is known to begin.
        """
        self._turns = turns
        self._heights = heights
        self._grid = grid
        self._price = grid.mixing
        self._pages = [list(page) for page in grid.pages]
        self._order = order
        self._fixed = fixed
        self._place = {at: row for row, at in enumerate(order)}

    def sorted(self) -> tuple[float, list[list[int]]]:
        """Return the nats gained, and the pages in reading order with their pieces right.

        Cost: pages × (pieces of a page)².
        """
        gained = 0.0
        for _round in range(_ROUNDS):
            before = gained
            for at in range(len(self._pages) - 1):
                gained += self._improve(at)
            if gained == before:
                break
        return gained, [self._pages[at] for at in self._order]

    def _improve(self, at: int) -> float:
        """Cut two neighbours anew where that reads better; return the nats gained."""
        now = (self._pages[at], self._pages[at + 1])
        leaves = sorted(now[0] + now[1])
        if len(leaves) > _PIECES or not self._fixed.isdisjoint(leaves[1:]):
            return 0.0
        before = self._local(at) - (self._price if _is_mixed(now) else 0.0)
        best, gain = now, _GAIN
        for pair, mixed in _cuts(leaves):
            self._pages[at : at + 2] = pair
            after = self._local(at) - (self._price if mixed else 0.0)
            if after - before > gain:
                best, gain = pair, after - before
        self._pages[at : at + 2] = best
        return gain if best is not now else 0.0

    def _local(self, first: int) -> float:
        """Return how well two pages read inside and to their neighbours."""
        score = 0.0
        pages, order = self._pages, self._order
        changed = (first, first + 1)
        for row in {row for at in changed for row in (self._place[at] - 1, self._place[at])}:
            if 0 <= row < len(order) - 1:
                left, right = pages[order[row]], pages[order[row + 1]]
                score += turn_score(self._turns, self._heights, self._grid.height, left, right)
        for at in changed:
            score += self._inside(pages[at])
        return score

    def _inside(self, page: Sequence[int]) -> float:
        reads = sum(self._turns.score(left, right) for left, right in itertools.pairwise(page))
        return reads - page_price(self._grid, lines_of_page(self._heights, page))


def _is_mixed(pair: _Pair) -> bool:
    return pair[0][-1] > pair[1][0]


def _cuts(leaves: Sequence[int]) -> Iterator[tuple[_Pair, bool]]:
    """Yield the ways in which pieces may belong to two pages, and whether they alternate."""
    for cut in range(1, len(leaves)):
        yield (list(leaves[:cut]), list(leaves[cut:])), False
    for shorter in range(2, len(leaves) // 2 + 1):
        both = 2 * shorter
        first, second, rest = leaves[0:both:2], leaves[1:both:2], leaves[both:]
        yield ([*first, *rest], list(second)), True
        if rest:
            yield (list(first), [*second, *rest]), True
