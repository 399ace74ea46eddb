"""Lines of text painted in their own direction, whichever way the window reads.

In a window that reads from right to left an English title would else lose its full stop, its
number and its ellipsis to the wrong end.
"""

import re
from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextOption

_UPRIGHT = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | _UPRIGHT
#: Blocks of scripts that are read from right to left: Unicode, DerivedBidiClass.txt, R and AL.
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
#: Unicode: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_ISOLATE, _END = "\u2068", "\u2069"
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | _UPRIGHT


def direction_of(words: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one; left to right without any.

    >>> direction_of("¶11 River").name, direction_of("¶11 נהר").name
    ('LeftToRight', 'RightToLeft')
    """
    first = next((way for way in map(bidirectional, words) if way in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


def option_for(words: str) -> QTextOption:
    """Return how a layout sets words in their own direction, from the side where they begin.

    A layout that is not part of a document keeps to the left whatever the direction.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    way = direction_of(words)
    option.setTextDirection(way)
    if way is Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def has_leftward(words: str) -> bool:
    """Say whether anything in words is read from right to left.

    >>> has_leftward("a river, נהר"), has_leftward("a river, fluß")
    (True, False)
    """
    return _LEFTWARD.search(words) is not None


def mostly_leftward(words: str) -> bool:
    """Say whether more than half of the letters are read from right to left.

    >>> mostly_leftward("נהר, a river"), mostly_leftward("נהרות גדולים, a river")
    (False, True)
    """
    leftward = len(_LEFTWARD.findall(words))
    return leftward > 0 and 2 * leftward > sum(map(str.isalpha, words))


def isolated(words: str) -> str:
    """Return words that leave the order of what stands beside them as it is.

    >>> isolated("¶12"), isolated("נהר") == "\u2068נהר\u2069"
    ('¶12', True)
    """
    return f"{_ISOLATE}{words}{_END}" if has_leftward(words) else words


def draw_line(painter: QPainter, rect: QRect, words: str, *, trailing: bool = False) -> None:
    """Paint one line at the leading (or trailing) side of a rectangle, cut where it is too long.

    The side is the window's, the order of the words their own.
    """
    window = painter.layoutDirection()
    shown = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, max(0, rect.width())
    )
    at_left = (window is Qt.LayoutDirection.LeftToRight) is not trailing
    painter.setLayoutDirection(direction_of(words))
    painter.drawText(rect, _AT_LEFT if at_left else _AT_RIGHT, shown)
    painter.setLayoutDirection(window)
