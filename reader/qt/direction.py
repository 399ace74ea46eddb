"""Lines of text painted in their own direction, whichever way the window reads.

In a window that reads from right to left an English title would else lose its full stop, its
number and its ellipsis to the wrong end.
"""

from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

_UPRIGHT = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | _UPRIGHT
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | _UPRIGHT


def direction_of(words: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one; left to right without any.

    >>> direction_of("¶11 River").name, direction_of("¶11 נהר").name
    ('LeftToRight', 'RightToLeft')
    """
    first = next((way for way in map(bidirectional, words) if way in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


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
