"""Lines of text painted in their own direction, whichever way the window reads.

In a window that reads from right to left an English title would else lose its full stop, its
number and its ellipsis to the wrong end.
"""

from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextOption

_UPRIGHT = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | _UPRIGHT
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


def isolated(words: str) -> str:
    """Return words that leave the order of what stands beside them as it is.

    >>> isolated("¶12"), isolated("נהר") == "\u2068נהר\u2069"
    ('¶12', True)
    """
    leftward = any(bidirectional(sign) in {"R", "AL"} for sign in words)
    return f"{_ISOLATE}{words}{_END}" if leftward else words


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
