"""Standing cards beside their passages without overlap; pure."""

from collections.abc import Sequence
from math import inf

#: From where to where cards may stand, px.
Room = tuple[float, float]


def stack(
    wanted: Sequence[float], heights: Sequence[float], gap: float, room: Room = (-inf, inf)
) -> list[float]:
    """Return the top of each card, in order, none overlapping, as near as can be to ``wanted``.

    ``wanted`` need not ascend; the order of the cards is kept.  The sum of squared distances is
    the least possible (isotonic regression by pooling neighbours).  Linear in the cards.  Where
    ``room`` is too small they begin at its top.

    >>> stack([0, 10, 100], [40, 40, 40], 4)
    [-17.0, 27.0, 100.0]
    >>> stack([0, 10, 100], [40, 40, 40], 4, (0, 130))
    [0.0, 44.0, 88.0]
    """
    lifted: list[float] = []
    below = 0.0
    for want, height in zip(wanted, heights, strict=True):
        lifted.append(want - below)
        below += height + gap
    pools: list[tuple[float, int]] = []
    for value in lifted:
        mean, count = float(value), 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean = (mean * count + other * size) / (count + size)
            count += size
        pools.append((mean, count))
    tops = _lowered([mean for mean, count in pools for _ in range(count)], heights, gap)
    return _kept_in(room, tops, heights, gap)


def stack_around(
    wanted: Sequence[float],
    heights: Sequence[float],
    gap: float,
    fixed: int,
    room: Room = (-inf, inf),
) -> list[float]:
    """As ``stack``, but the card ``fixed`` stands exactly where it wants to, if there is room."""
    tops = stack(wanted, heights, gap)
    tops[fixed] = float(wanted[fixed])
    for card in range(fixed - 1, -1, -1):
        tops[card] = min(tops[card], tops[card + 1] - gap - heights[card])
    for card in range(fixed + 1, len(tops)):
        tops[card] = max(tops[card], tops[card - 1] + heights[card - 1] + gap)
    return _kept_in(room, tops, heights, gap)


def _kept_in(
    room: Room, tops: Sequence[float], heights: Sequence[float], gap: float
) -> list[float]:
    """Move cards that do not overlap into some room, as far as they must."""
    top, bottom = room
    tall = sum(heights) + gap * (len(heights) - 1)
    highest = _lowered([top] * len(tops), heights, gap)
    lowest = _lowered([bottom - tall] * len(tops), heights, gap)
    return [max(h, min(t, low)) for h, t, low in zip(highest, tops, lowest, strict=True)]


def _lowered(lifted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    tops: list[float] = []
    below = 0.0
    for value, height in zip(lifted, heights, strict=True):
        tops.append(value + below)
        below += height + gap
    return tops
