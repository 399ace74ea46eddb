"""Un-imposing: the order in which leaves were meant to be read.

Orders are proposed in three ways: the layouts that printers use (``templates``), folding leaf by
leaf (``folded``), and sides dealt out piece by piece (``spreads``).  The one that reads best is
taken where it gains enough over the order of the file, which must stay when it was right.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.model import NO_PROGRESS, Progress
from reader.restore.endings import Endings
from reader.restore.folded import Booklet
from reader.restore.gains import Change
from reader.restore.grid import Grid
from reader.restore.heights import Measured, is_short, lines_of_page, page_price, score_of_turn
from reader.restore.paths import edge_score, path_inside, path_score
from reader.restore.sides import Sides
from reader.restore.spreads import dealt_out
from reader.restore.templates import layouts
from reader.restore.turns import Turns

#: Layouts whose pages are cut once more, where there are not many.
_BEST, _MANY = 3, 100
#: What sides dealt out must gain over the order of the file in nats, more for every piece, and what
#: the turns that they make must gain on average.
_MARGIN, _BY_CHANCE, _READS = 6.0, 0.05, 0.3
#: Price in nats of an order that no layout has, where pages are known and where they are not; there
#: it grows with the pieces, too.
_IRREGULAR, _LOOSE = 4.0, 1.0
#: Price in nats of a title of the whole that does not begin its page.
_TITLE_WITHIN = 8.0
#: Nats that heights of pages may prove.
_PROOF = 15.0
#: Nats from which on the heights of unmarked pages bear witness that there are pages at all.
#: Where they do not, stretches of running text that a file must have: figures read on anyhow.
_EVENLY, _RUNNING = 2.0, 3
#: Nats that a piece more may gain by chance where any piece may be folded either way.
_FOLDED_BY_CHANCE = 0.2
#: Nats that sides dealt out must gain, what the heights of their pages explain among them, where
#: these say anything: in booklets they gained 23 at least.
_DEALT = 15.0
#: A turn that loses this much is clearly none.
_CLEARLY = 1.5


@dataclass(frozen=True, slots=True)
class Placed:
    """An order of leaves.

    Attributes:
        rows: leaves in reading order.
        starts: those of them with which a page begins.
        score: nats it gains over the order of the file; 0 for that order itself.
        scheme: what it is, in words for people.
    """

    rows: tuple[int, ...]
    starts: frozenset[int]
    score: float
    scheme: str


AS_IT_IS = "as in the file"
_BOOKLET = "a folded booklet"


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the leaves before they are put in order.

    Attributes:
        heights: lines of each leaf.
        grids: ways of cutting the leaves into pages, likeliest first; at least one.
        long: for each leaf, whether it is running text and not a line or two.
        begins: leaves with which a page is known to begin.
        sides: heights of pages that sheet sides may have on which two were read at once.
        proved: nats by which the pages of such sides explain where pieces end.
    """

    heights: Sequence[int]
    grids: Sequence[Grid]
    long: Sequence[bool]
    begins: frozenset[int] = frozenset()
    sides: Sequence[int] = ()
    proved: float = 0.0

    @property
    def page(self) -> int:
        """Lines of a full page by the likeliest grid."""
        return self.grids[0].height

    @property
    def even(self) -> float:
        """Nats by which even pages explain best where pieces end."""
        return max(0.0, self.proved, *(self.evidence(grid.pages) for grid in self.grids))

    def evidence(self, pages: Sequence[Sequence[int]]) -> float:
        """Return by how many nats pages explain where pieces end, by the likeliest height."""
        first = self.grids[0]
        return first.evidence(self.heights, pages) if isinstance(first, Measured) else 0.0

    def uneven(self, pages: Sequence[Sequence[int]]) -> float:
        """Return the price in nats of pages that explain less than even pages would."""
        return min(_PROOF + self.proved, self.even - self.evidence(pages))

    def far_off(self, pages: Sequence[Sequence[int]]) -> float:
        """Return by how many nats more heights speak against pages than they may prove."""
        if not self.page:
            return 0.0
        return self.even - self.evidence(pages) - self.uneven(pages)

    def lost(self, turns: Turns, rows: Sequence[int]) -> int:
        """Return how many turns between stretches of running text are clearly none."""
        return sum(self._is_lost(turns, left, right) for left, right in itertools.pairwise(rows))

    def _is_lost(self, turns: Turns, left: int, right: int) -> bool:
        running = self.long[left] and self.long[right]
        return running and turns.broken(left, right) >= _CLEARLY

    def last_pages(self, turns: Turns, pages: Sequence[Sequence[int]]) -> list[float]:
        """Return for each page by how many nats its height speaks for its being the last."""
        tall = [lines_of_page(self.heights, page) for page in pages]
        text = [not all(turns.edges[row].sheet for row in page) for page in pages]
        endings = Endings.of(list(itertools.compress(tall, text)))
        return [
            endings.last(lines) if runs else 0.0 for lines, runs in zip(tall, text, strict=True)
        ]


def arrange(turns: Turns, found: Found, progress: Progress = NO_PROGRESS) -> Placed:
    """Return the order in which the leaves read best, the order of the file when in doubt.

    Cost: leaves × states of the beam, and a thousand layouts, each linear in the pages.
    """
    count = len(turns.edges)
    plain = list(range(count))
    starts = frozenset(plain) if found.page == 0 else frozenset[int]()
    as_it_is = Placed(tuple(plain), starts, 0.0, AS_IT_IS)
    if count < 3:
        return as_it_is
    best, before, most_likely = as_it_is, path_score(turns, plain), -math.inf
    lost = found.lost(turns, plain)
    dealt = dealt_out(turns, found.heights, found.sides) if lost else None
    if dealt and dealt.evidence >= _EVENLY and dealt.reads + dealt.evidence - before > _DEALT:
        found = replace(found, proved=dealt.evidence)
        rows = [row for page in dealt.pages for row in page]
        gain = dealt.reads - before - min(_PROOF, found.even - dealt.evidence)
        if gain > _MARGIN + _BY_CHANCE * count and Change.of(turns, dealt.pages).reads >= _READS:
            begun = frozenset(page[0] for page in dealt.pages)
            best = Placed(tuple(rows), begun, gain, dealt.scheme)
            most_likely = gain + found.last_pages(turns, dealt.pages)[-1]
    if found.even < _EVENLY and sum(found.long) < _RUNNING:
        return best
    for score, pages, scheme in _candidates(turns, found, progress):
        gain = score - before
        change = Change.of(turns, pages)
        even = found.even >= _EVENLY if found.page else None
        last = found.last_pages(turns, pages)
        # where pages are only supposed, how the last one ends does not tell whether any was moved
        closes = 0.0 if found.page else last[-1] - last[_holding(pages, count - 1)]
        if not change.is_sure(gain + closes - found.far_off(pages), even=even):
            continue
        rows = [row for page in pages for row in page]
        likely = gain + last[-1]
        if likely > most_likely:
            begun = frozenset(page[0] for page in pages)
            best, most_likely = Placed(tuple(rows), begun, gain, scheme), likely
    return best


def _holding(pages: Sequence[Sequence[int]], row: int) -> int:
    """Return which page holds a leaf."""
    return next(at for at, page in enumerate(pages) if row in page)


def _candidates(
    turns: Turns, found: Found, progress: Progress
) -> Iterator[tuple[float, list[list[int]], str]]:
    """Yield orders as pages of leaves, with their scores."""
    count = len(turns.edges)
    for grid in found.grids:
        progress.step(0.15, "Looking for the page order")
        yield from _laid(turns, found, grid)
    progress.step(0.2, "Looking for the page order")
    for rows, name, price in (
        (list(range(count)), _BOOKLET, 0.0),
        (list(range(count - 1, -1, -1)), f"{_BOOKLET}, innermost sheet first", 3.0),
    ):
        if price and found.page:
            continue
        score, folded = Booklet(turns, found.heights, found.page, rows).best(progress)
        less = price + found.uneven(folded)
        less += _LOOSE + _FOLDED_BY_CHANCE * count if found.page else _IRREGULAR
        yield score - less, folded, name


def _laid(turns: Turns, found: Found, grid: Grid) -> Iterator[tuple[float, list[list[int]], str]]:
    """Yield the best layouts of the pages of one grid."""
    pages = [list(page) for page in grid.pages]
    inside = sum(path_inside(turns, page) - _off(found.heights, grid, page) for page in pages)
    inside -= found.uneven(pages) + grid.price
    inside -= _TITLE_WITHIN * sum(turns.title in page[1:] for page in pages)
    if isinstance(grid, Measured):
        inside += sum(_off(found.heights, grid, page) for page in pages)
    last = found.last_pages(turns, pages)
    short = [bool(grid.height) and is_short(found.heights, grid.height, page) for page in pages]
    laid = [
        (_layout_score(turns, grid, short, order) + inside - rare, order, name)
        for order, rare, name in layouts(len(pages))
    ]
    laid.sort(key=lambda one: -one[0] - last[one[1][-1]])
    for score, order, name in laid[: _BEST if len(pages) < _MANY else 1]:
        if grid.height and len(pages) < _MANY:
            sides = Sides(turns, found.heights, grid, order, found.begins)
            gain, ordered = sides.sorted()
            yield score + gain, ordered, name
        else:
            yield score, [pages[at] for at in order], name


def _off(heights: Sequence[int], grid: Grid, page: Sequence[int]) -> float:
    """Return the price of a page that is not as tall as others; 0 where heights say nothing."""
    return page_price(grid, lines_of_page(heights, page))


def _layout_score(turns: Turns, grid: Grid, short: Sequence[bool], order: Sequence[int]) -> float:
    """Return how well pages read in an order; ``short``: which of them are not full."""
    pages = grid.pages
    score = edge_score(turns, pages[order[0]][0], pages[order[-1]][-1])
    for left, right in itertools.pairwise(order):
        score += score_of_turn(turns, pages[left][-1], pages[right][0], short=short[left])
    return score
