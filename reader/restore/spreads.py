"""Sheet sides of which both pages were read at once, piece by piece, and where each belongs.

The file is a row of sheet sides.  Each holds one page, two pages one after the other, or two pages
dealt out: a piece of the left one, a piece of the right one, and in the end what is left of the
longer one.  A piece that is a whole paragraph shows no page of its own; but pages are equally
tall, they begin where others end, and a booklet turns its sides over by turns.  So the sides are
cut all together: at every place of the file the best sides up to there are kept, with the two
open ends at which the next side must read on.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import nlargest

from reader.restore.heights import Measured, lines_of_page, page_credit, page_price
from reader.restore.paths import begins, ends
from reader.restore.turns import Turns

#: States kept at every place of the file, and sides that may begin there.
_STATES, _SIDES = 12, 40
#: The same at first glance, and how many of the ways seen so are looked into.
_GLANCE, _LOOKED_INTO = (4, 15), 1
#: Nats that the heights of both pages of a side may cost, and lines that a page may be too tall.
_DEAREST, _TALL = 12.0, 3
#: Prices in nats: a side with one page; the same half of the side in front twice in a row; a side
#: that was dealt out, where that is rare, and where it is the habit of the file, such a habit, and
#: a side with two pages that does not share it.  Judgement.
_ALONE, _SAME, _RARE, _OFTEN, _HABIT, _PLAIN = 2.0, 3.0, 5.0, 0.0, 8.0, 3.0
#: Price of a title of the whole that does not begin its page.
_TITLE_WITHIN = 8.0
#: Part of the price of a short page that is waived for the last one.
_SHORT_END = 4.0

Pages = list[list[int]]


class Way(Enum):
    """How the sides follow each other: from the cover in, from the middle out, as a book."""

    INWARD = "a folded booklet"
    OUTWARD = "a folded booklet, innermost side first"
    ONWARD = "two pages a side"


#: Price in nats of each way.
_RARER = {Way.INWARD: 0.0, Way.OUTWARD: 3.0, Way.ONWARD: 2.0}


@dataclass(frozen=True, slots=True)
class _Side:
    """Two pages of one sheet side, or one and nothing.

    ``value`` is what they gain by themselves, the prices of their heights, in ``prices``, paid.
    """

    end: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    dealt: bool
    value: float
    prices: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _State:
    """Sides up to some place: the two pieces at which the next one must read on, -1 for none.

    ``turned`` says whether the right page of the last full side is in front, ``placed`` the same
    of ``side``, the last one.
    """

    score: float
    front: int = -1
    back: int = -1
    turned: bool | None = None
    placed: bool = False
    side: _Side | None = None
    before: "_State | None" = None


@dataclass(frozen=True, slots=True)
class Dealt:
    """An order in which some sides were dealt out.

    Attributes:
        pages: pieces of each page, in reading order.
        reads: nats by which it reads, less what it supposes.
        evidence: nats by which its pages explain where pieces end.
        scheme: how the sides follow each other, in words for people.
    """

    pages: Pages
    reads: float
    evidence: float
    scheme: str


def dealt_out(turns: Turns, heights: Sequence[int], tall: Sequence[int]) -> Dealt | None:
    """Return the best order in which some sides were dealt out, None where none is likely.

    Args:
        turns: scores.
        heights: lines of each piece.
        tall: heights of pages to try.

    Cost: heights tried × pieces × sides that may begin with each × states kept.
    """
    seen: list[tuple[float, int, _Sides, Way, bool]] = []
    for way in Way:
        # the height shows in a booklet read inward, whichever way it is
        tried = seen[0][2:3] if seen else [_Sides(turns, heights, height) for height in tall]
        for sides, often in itertools.product(tried, (False, True)):
            score, taken = _best(turns, sides, way, often, glance=True)
            score += sides.credit(taken) - _RARER[way]
            seen.append((score, -len(seen), sides, way, often))
        seen.sort(reverse=True, key=lambda one: one[:2])
    for _score, _at, sides, way, often in seen[:_LOOKED_INTO]:
        score, taken = _best(turns, sides, way, often)
        if sum(side.dealt for side, _turned in taken) > often:
            pages = _read(taken, way)
            prices = sum(sides.price(page) for page in pages)
            score -= _RARER[way]
            return Dealt(pages, score + prices, sides.credit(taken) - prices, way.value)
    return None


class _Sides:
    """The sides that may begin with each piece."""

    def __init__(self, turns: Turns, heights: Sequence[int], height: int) -> None:
        count = len(heights)
        self.count = count
        self.height = height
        self._heights = heights
        self._tops = [0, *itertools.accumulate(lines + 1 for lines in heights)]
        self._one = [0.0, *itertools.accumulate(turns.score(a, a + 1) for a in range(count - 1))]
        self._two = [0.0, 0.0]
        self._alternate = [heights[0] + 1, heights[1] + 1 if count > 1 else 0]
        for row in range(2, count):
            # a heading stands with what it heads, which is the next piece of its own page
            alone = turns.edges[row - 2].alone
            self._two.append(self._two[-2] + (0.0 if alone else turns.score(row - 2, row)))
            self._alternate.append(self._alternate[-2] + heights[row] + 1)
        grid = Measured(height, ())
        self._prices = [page_price(grid, lines) for lines in range(height + _TALL + 1)]
        self._credit = page_credit(heights)
        self._title = turns.title
        self._begin: list[list[_Side]] = [self._beginning(row) for row in range(count)]

    def beginning(self, row: int) -> list[_Side]:
        """Return the likeliest sides that begin with a piece."""
        return self._begin[row]

    def price(self, page: Sequence[int]) -> float:
        """Return the price in nats of the height of a page."""
        return self._price(lines_of_page(self._heights, page))

    def credit(self, taken: Sequence[tuple[_Side, bool]]) -> float:
        """Return by how many nats pages explain that pieces end."""
        return self._credit * sum(1 + bool(side.right) for side, _turned in taken)

    def _beginning(self, start: int) -> list[_Side]:
        sides = nlargest(_SIDES, self._all(start), key=lambda side: side.value)
        return sides if start else sorted(self._all(start), key=lambda side: -side.value)

    def _all(self, start: int) -> Iterator[_Side]:
        most = 2 * (self.height + _TALL) + 1
        for end in range(start + 1, self.count + 1):
            lines = self._tops[end] - self._tops[start] - 1
            if lines > most and end > start + 1:
                break
            inside = self._one[end - 1] - self._one[start]
            if (price := self._price(lines)) <= _DEAREST or end == start + 1:
                rows = range(start, end)
                yield self._side(rows, (), inside - _ALONE, (price, 0.0))
            for cut in range(start + 1, end):
                one = self._price(self._tops[cut] - self._tops[start] - 1)
                two = self._price(self._tops[end] - self._tops[cut] - 1)
                if one + two <= _DEAREST:
                    gain = inside - self._one[cut] + self._one[cut - 1]
                    yield self._side(range(start, cut), range(cut, end), gain, (one, two))
            yield from self._dealt(start, end)

    def _dealt(self, start: int, end: int) -> Iterator[_Side]:
        one, two = self._one, self._two
        for both in range(1, (end - start) // 2 + 1):
            tail = start + 2 * both
            a, b = tail - 2, tail - 1
            first = self._alternate[a] - self._alternate[start] + self._heights[start]
            second = self._alternate[b] - self._alternate[start + 1] + self._heights[start + 1]
            rest = self._tops[end] - self._tops[tail]
            inside = two[a] - two[start] + two[b] - two[start + 1]
            inside += one[end - 1] - one[tail] if tail < end else 0.0
            left, right, more = range(start, tail, 2), range(start + 1, tail, 2), range(tail, end)
            prices = self._price(first + rest), self._price(second)
            if sum(prices) <= _DEAREST and end - start > 2:
                gain = inside + (two[tail] - two[a] if more else 0.0)
                yield self._side((*left, *more), right, gain, prices)
            prices = self._price(first), self._price(second + rest)
            if more and both > 1 and sum(prices) <= _DEAREST:
                gain = inside + one[tail] - one[b]
                yield self._side(left, (*right, *more), gain, prices)

    def _side(
        self,
        left: Sequence[int],
        right: Sequence[int],
        gain: float,
        prices: tuple[float, float],
    ) -> _Side:
        within = self._title in left[1:] or self._title in right[1:]
        value = gain - sum(prices) - _TITLE_WITHIN * within
        end = max(left[-1], right[-1] if right else 0) + 1
        dealt = bool(right) and left[-1] > right[0]
        return _Side(end, tuple(left), tuple(right), dealt, value, prices)

    def _price(self, lines: int) -> float:
        return self._prices[lines] if lines < len(self._prices) else 2 * _DEAREST


def _best(
    turns: Turns, sides: _Sides, way: Way, often: bool, *, glance: bool = False
) -> tuple[float, list[tuple[_Side, bool]]]:
    """Return the best sides, each with whether its right page is in front, and their score."""
    joins = _Joins(turns, way)
    at: list[dict[tuple[int, int, bool | None], _State]] = [{} for _ in range(sides.count + 1)]
    at[0][-1, -1, None] = _State(0.0)
    kept, tried = _GLANCE if glance else (_STATES, _SIDES)
    for start in range(sides.count):
        states = nlargest(kept, at[start].values(), key=lambda state: state.score)
        for side in sides.beginning(start)[: tried if start else None]:
            price = (_OFTEN if often else _RARE) if side.dealt else _PLAIN * often
            value = side.value - (price if side.right else 0.0)
            grown = at[side.end]
            for state in states:
                for turned in (False, True):
                    after, gain = joins.after(state, side, turned)
                    score = state.score + value + gain
                    known = grown.get(after)
                    if known is None or score > known.score:
                        grown[after] = _State(score, *after, turned, side, state)
    last = max(at[-1].values(), key=lambda state: state.score + joins.closing(state))
    score = last.score + joins.closing(last) - (_HABIT if often else 0.0)
    taken: list[tuple[_Side, bool]] = []
    while last.side and last.before:
        taken.append((last.side, last.placed))
        last = last.before
    return score, taken[::-1]


class _Joins:
    """How well sides read on from each other, one way."""

    def __init__(self, turns: Turns, way: Way) -> None:
        self._turns = turns
        self._way = way

    def _join(self, left: int, right: int) -> float:
        if left < 0:
            return begins(self._turns, right) if right >= 0 else 0.0
        return self._turns.score(left, right) if right >= 0 else ends(self._turns, left)

    def after(
        self, state: _State, side: _Side, turned: bool
    ) -> tuple[tuple[int, int, bool | None], float]:
        """Return the state behind a side, and what its turns to those before gain."""
        ahead, behind = (side.right, side.left) if turned else (side.left, side.right)
        gain = -_SAME if state.turned is turned and side.right else 0.0
        front, back = state.front, state.back
        if self._way is not Way.OUTWARD and front < 0 and self._titles(ahead):
            gain += side.prices[turned]
        if self._way is Way.INWARD and back < 0 and behind:
            gain += min(_SHORT_END, side.prices[not turned])
        if self._way is Way.ONWARD:
            for page in (ahead, behind):
                if page:
                    gain += self._join(front, page[0])
                    front = page[-1]
            gain += _SAME if state.turned is turned and side.right else -_SAME * turned
        elif self._way is Way.INWARD:
            if ahead:
                gain += self._join(front, ahead[0])
                front = ahead[-1]
            if behind:
                gain += self._join(behind[-1], back)
                back = behind[0]
        elif ahead and behind and state.side is None:
            gain += self._join(ahead[-1], behind[0])
            front, back = ahead[0], behind[-1]
        else:
            if ahead:
                gain += self._turns.score(ahead[-1], front) if front >= 0 else 0.0
                front = ahead[0]
            if behind:
                gain += self._turns.score(back, behind[0]) if back >= 0 else 0.0
                back = behind[-1]
        return (front, back, turned if side.right else state.turned), gain

    def _titles(self, page: Sequence[int]) -> bool:
        """Say whether a page is the title page."""
        edges = self._turns.edges
        return page[:1] == (self._turns.title,) and all(edges[row].sheet for row in page)

    def closing(self, state: _State) -> float:
        """Return what the end of the file gains."""
        if self._way is Way.INWARD:
            return self._join(state.front, state.back)
        if self._way is Way.ONWARD:
            return self._join(state.front, -1)
        if state.side and state.side.right:
            turned, side = state.placed, state.side
            waived = min(_SHORT_END, side.prices[not turned])
            waived += side.prices[turned] if self._titles((side.left, side.right)[turned]) else 0.0
            return waived + self._join(-1, state.front) + self._join(state.back, -1)
        return self._join(-1, state.front) + self._join(state.back, -1)


def _read(taken: Sequence[tuple[_Side, bool]], way: Way) -> Pages:
    """Return the pages in reading order."""
    front: Pages = []
    back: Pages = []
    for side, turned in taken:
        ahead, behind = (side.right, side.left) if turned else (side.left, side.right)
        front.append(list(ahead))
        (front if way is Way.ONWARD else back).append(list(behind))
    if way is Way.OUTWARD:
        front, back = front[::-1], back[::-1]
    return [page for page in front + back[::-1] if page]
