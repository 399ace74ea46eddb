"""How tall pages are, where the source does not say where they begin.

Every page of an imposed file ends a piece of text.  So some number of lines exists at which, from
page to page, a piece ends far oftener than pieces end by chance; and it says nothing of words.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.model import NO_PROGRESS, Progress
from reader.restore.grid import Grid, misfit
from reader.restore.leaves import Leaf
from reader.restore.turns import Turns

_SHORTEST, _TALLEST = 12, 80
#: Heights that are looked into, and ways of cutting at the likeliest of them.
_KEPT = 3
#: The same for two pages together, and the logarithm for all others; and share of the nats lost
#: that count where pieces of two pages break off all along.
_EVEN_SIDES = {0: 0.42, 1: 0.2, 2: 0.12, 3: 0.06, -1: 0.07, -2: 0.04}
_ODD, _BREAKS_INSIDE = -12.0, 0.1
#: Pieces from which sides are not looked into, and pieces × heights that are tried on them.
_DEALT, _TRIED, _LEAST, _MOST = 1200, 600, 3, 20
#: Nats for every page more: short pages, such as a title, are told from long ones only later.
_MORE = (0.0, 1.5, 3.0, 4.5, -1.5)
#: Pieces from which heights are not measured: the pages of so long a file settle them.
_MANY = 4000
#: Share of the pages that are so many lines shorter (+) or taller (-) than the usual one; the
#: rest of the pages are short ones, such as the last of a chapter.  Judgement.
_EVEN = {0: 0.62, 1: 0.14, -1: 0.06, 2: 0.05, -2: 0.01}
_SHORT, _TALL = 0.12, 0.002
#: Nats for a page that begins where the text reads on, and share of the nats lost elsewhere
#: that count: two right pages may read on from each other by chance.
_READS_ON, _BREAKS = -0.3, 0.7


@dataclass(frozen=True, slots=True)
class Measured(Grid):
    """Pages cut by their height: they are even.

    Attributes:
        chance: logarithm of the share of lines with which a piece ends.
    """

    chance: float = 0.0

    def evidence(self, heights: Sequence[int], pages: Sequence[Sequence[int]]) -> float:
        """Return by how many nats pages explain better where pieces end than chance does."""
        logs = (log_share(lines_of_page(heights, page), self.height) for page in pages)
        return sum(logs) - self.chance * len(pages)


#: Share of the usual height under which a page is short.
SHORT = 0.8


def turn_score(
    turns: Turns, heights: Sequence[int], height: int, left: Sequence[int], right: Sequence[int]
) -> float:
    """Return how well one page reads on from another, in nats.

    Args:
        turns: scores.
        heights: lines of each piece.
        height: lines of a full page, 0 when every piece is a page.
        left: pieces of the first page.
        right: pieces of the page after it.
    """
    short = bool(height) and is_short(heights, height, left)
    return score_of_turn(turns, left[-1], right[0], short=short)


def score_of_turn(turns: Turns, last: int, first: int, *, short: bool) -> float:
    """Return how well one page follows another; ``short``: the one before is not full."""
    score = turns.score(last, first)
    return score - turns.early(last, first) if short else score


def is_short(heights: Sequence[int], height: int, page: Sequence[int]) -> bool:
    """Say whether a page has clearly fewer lines than a full one."""
    return lines_of_page(heights, page) < SHORT * height


def lines_of_page(heights: Sequence[int], page: Sequence[int]) -> int:
    """Return the lines that the pieces of a page take."""
    return sum(heights[row] for row in page) + len(page) - 1


def page_price(grid: Grid, lines: int) -> float:
    """Return the price in nats of a page of ``lines``; 0 where heights say nothing."""
    if not grid.height or not lines:
        return 0.0
    if isinstance(grid, Measured):
        return log_share(grid.height, grid.height) - log_share(lines, grid.height)
    return misfit(lines, grid.height)


def page_credit(heights: Sequence[int]) -> float:
    """Return by how many nats a full page explains better than chance that a piece ends."""
    return math.log(_EVEN[0] * (sum(heights) + len(heights)) / len(heights))


def heights_of_sides(leaves: Sequence[Leaf], broken: Sequence[float]) -> list[int]:
    """Return the heights that explain best where pages end, or sheet sides of two pages.

    Where both pages of a side were read at once, every piece breaks off, and pieces end with a
    side only.  The fewer pieces there are, the less they tell, and the more heights are returned;
    none for so long a file that it would take too long to try them.

    Args:
        leaves: pieces in the order of the file.
        broken: for each, nats by which the text fails to read on from the one before.
    """
    count = len(leaves)
    if not 6 <= count <= _DEALT:
        return []
    tops = [0, *itertools.accumulate(leaf.height + 1 for leaf in leaves)]
    chance = math.log(count / tops[-1])
    gains = {
        height: _cut_in_sides(broken, tops, height, chance)
        for height in range(_SHORTEST, _TALLEST + 1)
    }
    likely = sorted(gains, key=lambda height: -gains[height])
    return likely[: max(_LEAST, min(_MOST, _TRIED // count))]


def _cut_in_sides(
    broken: Sequence[float], tops: Sequence[int], height: int, chance: float
) -> float:
    """Return what the best pages and sheet sides of two pages explain, for a height."""
    both = 2 * height + 1
    worth = [
        max(log_share(lines, height), _logs_of_side(both - lines)) - chance
        for lines in range(both + len(_EVEN))
    ]
    count = len(tops) - 1
    gain = [0.0] + [-1e9] * count
    for end in range(1, count + 1):
        here = _BREAKS_INSIDE * broken[end] + _READS_ON if end < count else 0.0
        for start in range(end - 1, -1, -1):
            lines = tops[end] - tops[start] - 1
            if lines >= len(worth) and start < end - 1:
                break
            value = gain[start] + here + (worth[lines] if lines < len(worth) else _ODD)
            gain[end] = max(gain[end], value)
    return gain[count]


def _logs_of_side(less: int) -> float:
    """Return the logarithm of the share of sides that are so many lines shorter than two pages."""
    return math.log(_EVEN_SIDES[less]) if less in _EVEN_SIDES else _ODD


@lru_cache(maxsize=16384)
def log_share(lines: int, height: int) -> float:
    """Return the logarithm of the share of pages that have ``lines``."""
    less = height - lines
    if less in _EVEN:
        return math.log(_EVEN[less])
    if less > 0:
        return math.log(_SHORT / height)
    return max(-12.0, math.log(_TALL) + less / 2)


def measured_grids(
    leaves: Sequence[Leaf], broken: Sequence[float], progress: Progress = NO_PROGRESS
) -> list[Grid]:
    """Return the pages for the heights that explain best where pieces end, likeliest first.

    Args:
        leaves: pieces in the order of the file.
        broken: for each, nats by which the text fails to read on from the one before.
        progress: may stop it.

    Cost: heights tried × pieces × pieces on a page.
    """
    count = len(leaves)
    if count < 6 or count > _MANY:
        return []
    tops = [0, *itertools.accumulate(leaf.height + 1 for leaf in leaves)]
    chance = math.log(count / tops[-1])
    found = []
    for height in range(_SHORTEST, _TALLEST + 1):
        progress.step(0.1, "Looking for the page order")
        gain, starts = _cut(leaves, broken, tops, height, chance)
        found.append((gain, height, starts))
    found.sort(key=lambda one: -one[0])
    height = found[0][1]
    more = [(height, _cut(leaves, broken, tops, height, chance - nats)[1]) for nats in _MORE]
    every = [*more, *((height, starts) for _gain, height, starts in found[1:_KEPT])]
    grids: dict[tuple[int, ...], Grid] = {}
    for tall, starts in every:
        pages = Grid.cut(tall, starts, count).pages
        grids.setdefault(tuple(starts), Measured(tall, pages, chance=chance))
    return list(grids.values())


def _cut(
    leaves: Sequence[Leaf], broken: Sequence[float], tops: Sequence[int], height: int, chance: float
) -> tuple[float, list[int]]:
    """Return what the best pages of a height explain, and with which pieces they begin."""
    count = len(leaves)
    gain = [0.0] + [-1e9] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        here = _BREAKS * broken[end] + _READS_ON if end < count else 0.0
        for start in range(end - 1, -1, -1):
            lines = tops[end] - tops[start] - 1
            if lines > height + 8 and start < end - 1:
                break
            value = gain[start] + here + log_share(lines, height) - chance
            if value > gain[end]:
                gain[end], came[end] = value, start
            if leaves[start].begins:
                break
    starts = [count]
    while starts[-1]:
        starts.append(came[starts[-1]])
    return gain[count], starts[:0:-1]
