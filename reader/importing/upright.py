"""Which way the words of a printed page run, and boxes as they lie after a turn.

Programs that impose booklets write every other sheet side upside down, and scanners lay spreads on
their side, often without a word of it in the page's own ``/Rotate``.
"""

from collections import Counter
from itertools import islice, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

#: Steps from one letter to the next that are looked at, how many tell, and the share that agree.
_STEPS, _FEWEST, _AGREED = 400, 12, 0.75


class Box(NamedTuple):
    """A box in points; the top of the page is up."""

    left: float
    bottom: float
    right: float
    top: float


def turned(box: Box, turn: int) -> Box:
    """Return the box as it lies after a turn by 0, 90, 180 or 270 degrees, clockwise.

    >>> turned(turned(Box(1, 2, 3, 5), 90), 270)
    Box(left=1, bottom=2, right=3, top=5)
    """
    left, bottom, right, top = box
    match turn:
        case 90:
            return Box(bottom, -right, top, -left)
        case 180:
            return Box(-right, -top, -left, -bottom)
        case 270:
            return Box(-top, left, -bottom, right)
    return box


def turn_to_read(words: Any) -> int | None:
    """Return by how many degrees clockwise a page must be turned from how it is stored.

    PDFium's text page is asked where its letters stand; None where they do not agree.
    """
    text = str(words.get_text_range())
    pairs = (row for row, pair in enumerate(pairwise(text)) if "".join(pair).isalpha())
    ways = Counter(_way(words, row) for row in islice(pairs, _STEPS))
    del ways[-1]
    way, most = max(ways.items(), key=itemgetter(1), default=(0, 0))
    return way if most >= max(_FEWEST, _AGREED * ways.total()) else None


def _way(words: Any, row: int) -> int:
    """Return the turn that would make a letter stand left of the next, -1 where none would."""
    one, two = (Box(*words.get_charbox(row + step)) for step in (0, 1))
    right, up = (
        two.left + two.right - one.left - one.right,
        two.top + two.bottom - one.top - one.bottom,
    )
    if abs(right) > 2 * abs(up):
        return 0 if right > 0 else 180
    if abs(up) > 2 * abs(right):
        return 90 if up > 0 else 270
    return -1
