"""Where pages begin, in a source that does not say so.

Pages of one booklet are about equally tall.  A text in sheet order breaks off at the end of most
pages; the page height is the one at which those breaks lie most regularly.  Two pages of a sheet
side may have been read alternately, a piece of one and a piece of the other: then nearly every
piece breaks off and goes on with the next but one.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.model import NO_PROGRESS, Progress
from reader.restore.leaves import Leaf

_TALLEST = 80
_SHORTEST = 12
#: Grids that are tried; two where there are many pieces, which settle the height by themselves.
_GRIDS, _MANY = 6, 500
#: Share of a page that no page is taller than.
_OVER = 1.3
#: Pieces with which the first page is supposed to begin, where it has no mark, at most.
_FIRST = 24
#: Pieces of one page that may alternate with those of its neighbour.
_PIECES = 16
#: Price in nats of taking two pages for alternately read, where that is rare, and where it is
#: the habit of the file; price of such a habit.  Set by judgement, not measured.
_MIXED, _OFTEN, _HABIT = 4.0, -1.5, 12.0
#: Nats that dealing two pages must gain at least before its price.
_NO_LOSS = -1.0


@dataclass(frozen=True, slots=True)
class Grid:
    """One way of cutting the pieces of a file into pages.

    Attributes:
        height: lines of a full page, 0 when every leaf is a page.
        pages: leaves of each page, pages in the order of the file.
        mixed: pairs of pages that were read alternately.
        mixing: price in nats of each.
        price: of all of them.
    """

    height: int
    pages: tuple[tuple[int, ...], ...]
    mixed: int = 0
    mixing: float = _MIXED

    @property
    def price(self) -> float:
        """Price in nats of all that was read alternately."""
        return self.mixed * self.mixing + (_HABIT if self.mixing < _MIXED else 0.0)

    @classmethod
    def cut(cls, height: int, starts: Sequence[int], count: int) -> "Grid":
        """Return pages that begin with the leaves ``starts``, of ``count`` leaves."""
        bounds = itertools.pairwise([*starts, count])
        return cls(height, tuple(tuple(range(a, b)) for a, b in bounds))


@dataclass(frozen=True, slots=True)
class _Dealt:
    """Two pages that may have been read alternately: leaves of each, and nats it explains."""

    gain: float
    first: tuple[int, ...]
    second: tuple[int, ...]


def page_grids(
    leaves: Sequence[Leaf],
    broken: Sequence[float],
    lost: Callable[[int, int], float],
    title: int = -1,
    progress: Progress = NO_PROGRESS,
) -> list[Grid]:
    """Find the ways in which the pieces may be cut into pages, likeliest first; at least one.

    The height is 1 where nothing speaks for any height.

    Args:
        leaves: pieces in the order of the file.
        broken: for each leaf, nats by which the text fails to read on from the one before;
            the first entry is not used.
        lost: the same for any two leaves.
        title: the leaf that may be the title of the whole, -1 for none.
        progress: may stop it.

    Cost: heights tried × pieces × pieces on a page.
    """
    count = len(leaves)
    if all(leaf.known or leaf.begins for leaf in leaves):
        return [Grid.cut(0, range(count), count)]
    starts = _marked(leaves)
    if not starts and _are_pages(leaves):
        # a heading inside a stretch does not begin a page where stretches are pages
        starts = [row for row in range(count) if not _goes_on(leaves, row)]
    if starts:
        grids = [Grid.cut(0, starts, count)]
        # what is short before the first page may be the end of the last
        first = [row for row, leaf in enumerate(leaves) if leaf.first][:_FIRST]
        more = [row for row in dict.fromkeys([title, *first]) if row >= 0 and row not in starts]
        return grids + [Grid.cut(0, sorted([*starts, row]), count) for row in more]
    progress.step(0.1, "Looking for the page order")
    cutting = _Cutting(leaves, broken, lost)
    tried = _GRIDS if count < _MANY else 2
    best = cutting.best(_MIXED, tried, progress)
    if cutting.alternates:
        best += [grid for grid in cutting.best(_OFTEN, tried, progress) if grid.mixed > 1]
    return best or [Grid.cut(1, [0], count)]


def _marked(leaves: Sequence[Leaf]) -> list[int]:
    """Return the leaves with which pages begin where marks show all of them, else none.

    A page without a mark, and the first with that of the last, are more than a page.
    """
    starts = [row for row, leaf in enumerate(leaves) if leaf.begins or row == 0]
    shown = sum(bool(leaves[row].furniture) or leaves[row].number is not None for row in starts)
    if len(starts) < 4 or shown < len(starts) // 2:
        return []
    parts = [leaves[a:b] for a, b in itertools.pairwise([*starts, len(leaves)])]
    tall = sorted(sum(leaf.height + 1 for leaf in part) for part in parts)
    usual = tall[int(0.75 * (len(tall) - 1))]
    over = (
        sum(leaf.height + 1 for leaf in part) > _OVER * usual
        for part in parts
        if not any(leaf.first for leaf in part)
    )
    return starts if usual >= _SHORTEST and not any(over) else []


def _are_pages(leaves: Sequence[Leaf]) -> bool:
    """Say whether blank lines stand between pages only: nearly all stretches equally tall."""
    heights = sorted(_stretches(leaves).values())
    usual = heights[int(0.75 * (len(heights) - 1))]
    even = sum(abs(height - usual) <= 1 for height in heights)
    return usual >= _SHORTEST and len(heights) >= 4 and even >= 0.6 * len(heights)


def _stretches(leaves: Sequence[Leaf]) -> dict[int, int]:
    """Return the lines between blank ones, by the leaf with which they begin."""
    found: dict[int, int] = {}
    for row, leaf in enumerate(leaves):
        first = next(reversed(found)) if found and leaf.gap == 0 and not leaf.begins else row
        found[first] = found.get(first, 0) + leaf.height
    return found


def _goes_on(leaves: Sequence[Leaf], row: int) -> bool:
    """Say whether a leaf is on the page of the one before: of its stretch, or short like it."""
    if leaves[row].begins or row == 0:
        return False
    if leaves[row].gap == 0:
        return True
    return max(leaves[row].height, leaves[row - 1].height) <= _SHORTEST // 3


class _Cutting:
    """Cuts the pieces of one file into pages, for any height."""

    def __init__(
        self, leaves: Sequence[Leaf], broken: Sequence[float], lost: Callable[[int, int], float]
    ) -> None:
        self._leaves = leaves
        self._broken = broken
        self._tops = [0, *itertools.accumulate(leaf.height + 1 for leaf in leaves)]
        self._dealt = self._alternating(lost) if len(leaves) < _MANY * 4 else {}

    @property
    def alternates(self) -> bool:
        """Whether some pages may have been read alternately."""
        return bool(self._dealt)

    def best(self, mixing: float, tried: int, progress: Progress) -> list[Grid]:
        """Return the best grids, one for each way of cutting; at most ``tried``."""
        found: dict[tuple[tuple[int, ...], ...], tuple[float, Grid]] = {}
        for height in range(_SHORTEST, _TALLEST + 1):
            progress.step(0.1, "Looking for the page order")
            gain, grid = self._cut(height, mixing)
            if gain > found.get(grid.pages, (0.0, grid))[0]:
                found[grid.pages] = (gain, grid)
        best = sorted(found.values(), key=lambda one: -one[0])
        return [grid for _gain, grid in best[:tried]]

    def _cut(self, height: int, mixing: float) -> tuple[float, Grid]:
        """Return the best pages of about ``height`` lines, and what they gain."""
        count = len(self._leaves)
        gain = [0.0] + [-1e9] * count
        came: list[tuple[int, _Dealt | None]] = [(0, None)] * (count + 1)
        for end in range(1, count + 1):
            here = (self._broken[end] - 1.0) if end < count else 0.0
            for start in range(end - 1, -1, -1):
                lines = self._tops[end] - self._tops[start] - 1
                if lines > 1.3 * height and start < end - 1:
                    break
                value = gain[start] + here - misfit(lines, height)
                if value > gain[end]:
                    gain[end], came[end] = value, (start, None)
                if self._leaves[start].begins:
                    break
            for start, dealt, (one, two) in self._dealt.get(end, ()):
                value = gain[start] + here + dealt.gain - mixing
                if value <= gain[end]:
                    continue
                value -= misfit(one, height) + misfit(two, height)
                if value > gain[end]:
                    gain[end], came[end] = value, (start, dealt)
        return gain[count], self._read(height, came, mixing)

    def _read(self, height: int, came: Sequence[tuple[int, _Dealt | None]], mixing: float) -> Grid:
        pages: list[tuple[int, ...]] = []
        end, mixed = len(self._leaves), 0
        while end:
            start, dealt = came[end]
            if dealt is None:
                pages.append(tuple(range(start, end)))
            else:
                pages += [dealt.second, dealt.first]
                mixed += 1
            end = start
        return Grid(height, tuple(reversed(pages)), mixed, mixing)

    def _lines(self, page: Sequence[int]) -> int:
        return sum(self._leaves[row].height + 1 for row in page) - 1

    def _alternating(
        self, lost: Callable[[int, int], float]
    ) -> dict[int, list[tuple[int, _Dealt, tuple[int, int]]]]:
        """Return, by the leaf behind them, the stretches that read better as two pages.

        With them, the lines of both pages: they are asked for at every height.
        """
        count = len(self._leaves)
        one = [0.0, *itertools.accumulate(self._broken[1:]), 0.0]
        skip = [lost(row, row + 2) for row in range(count - 2)]
        two = [0.0, *itertools.accumulate(skip)]
        found: dict[int, list[tuple[int, _Dealt, tuple[int, int]]]] = {}
        for start in range(count - 2):
            for end in range(start + 3, count + 1):
                lines = self._tops[end] - self._tops[start]
                if lines > 2.2 * _TALLEST or end - start > 2 * _PIECES:
                    break
                if lines > 2 * _SHORTEST and (dealt := _best_deal(start, end, one, two)):
                    both = self._lines(dealt.first), self._lines(dealt.second)
                    found.setdefault(end, []).append((start, dealt, both))
                if end < count and self._leaves[end].begins:
                    break
        return found


def _best_deal(start: int, end: int, one: Sequence[float], two: Sequence[float]) -> _Dealt | None:
    """Return the best way to deal alternate pieces to two pages, None where none pays.

    ``one`` and ``two`` hold the summed nats lost from each piece to the next, and to the next
    but one.
    """
    # from the longest alternation down, so that it wins where two explain the same
    best: _Dealt | None = None
    straight = one[end - 1] - one[start]
    for shorter in range((end - start) // 2, 0, -1):
        tail = start + 2 * shorter
        dealt = two[tail - 2] - two[start]
        rest = one[end - 1] - one[tail] if tail < end else 0.0
        for behind in (tail - 2, tail - 1) if tail < end else (tail - 1,):
            join = 0.0
            if tail < end:
                join = (
                    two[behind + 1] - two[behind]
                    if behind == tail - 2
                    else (one[tail] - one[tail - 1])
                )
            gain = straight - dealt - rest - join
            if gain > (best.gain if best else _NO_LOSS):
                first, second = list(range(start, tail, 2)), list(range(start + 1, tail, 2))
                (first if behind == tail - 2 else second).extend(range(tail, end))
                best = _Dealt(gain, tuple(first), tuple(second))
    return best


@lru_cache(maxsize=65536)
def misfit(lines: int, height: int) -> float:
    """Return the price, in nats, of a page of ``lines`` where ``height`` is usual."""
    off = max(0.0, (abs(lines - height) - 1) / height - 0.04)
    price = min(6.0, (off / 0.08) ** 2)
    return min(price, 2.0) if lines < height else price
