"""Lines of text painted in their own direction, whichever way the window reads.

In a window that reads from right to left an English title would else lose its full stop, its
number and its ellipsis to the wrong end.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption, QTransform

#: Blocks of scripts that are read from right to left: Unicode, DerivedBidiClass.txt, R and AL.
_LEFTWARD = (
    ("\u0590", "\u08ff"),
    ("\u200f", "\u200f"),
    ("\ufb1d", "\ufdff"),
    ("\ufe70", "\ufefc"),
    ("\U00010800", "\U00010fff"),
    ("\U0001e800", "\U0001efff"),
)
#: Unicode: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_ISOLATE, _END = "\u2068", "\u2069"


def direction_of(words: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one; left to right without any.

    >>> direction_of("¶11 River").name, direction_of("¶11 נהר").name
    ('LeftToRight', 'RightToLeft')
    """
    if not has_leftward(words):
        return Qt.LayoutDirection.LeftToRight
    from unicodedata import bidirectional  # few texts need it

    first = next((way for way in map(bidirectional, words) if way in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


def _goes_left(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _LEFTWARD)


def option_for(words: str) -> QTextOption:
    """Return how a layout sets words in their own direction, from the side where they begin.

    A layout that is not part of a document keeps to the left whatever the direction.  Read only:
    all who ask for one direction get the same.
    """
    return _option(direction_of(words))


@cache
def _option(way: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(way)
    if way is Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def has_leftward(words: str) -> bool:
    """Say whether anything in words is read from right to left.

    >>> has_leftward("a river, נהר"), has_leftward("a river, fluß")
    (True, False)
    """
    if words.isascii():
        return False
    # between the two ranges stand the dashes and quotes of print, and nothing that goes left
    far = [sign for sign in set(words) if sign > "\u058f" and not "\u200f" < sign < "\ufb1d"]
    return any(map(_goes_left, far))


def mostly_leftward(words: str) -> bool:
    """Say whether more than half of the letters are read from right to left.

    >>> mostly_leftward("נהר, a river"), mostly_leftward("נהרות גדולים, a river")
    (False, True)
    """
    if not has_leftward(words):
        return False
    return 2 * sum(map(_goes_left, words)) > sum(map(str.isalpha, words))


def isolated(words: str) -> str:
    """Return words that leave the order of what stands beside them as it is.

    >>> isolated("¶12"), isolated("נהר") == "\u2068נהר\u2069"
    ('¶12', True)
    """
    return f"{_ISOLATE}{words}{_END}" if has_leftward(words) else words


#: Where Qt would begin another line.
_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")


def draw_line(painter: QPainter, rect: QRect, words: str, *, trailing: bool = False) -> None:
    """Paint one line at the leading (or trailing) side of a rectangle, cut where it is too long.

    The side is the window's, the order of the words their own.  For screens: what was set is kept
    and painted again, which costs a quarter of setting it.
    """
    if not words:
        return
    font = QFont(painter.font())
    struck = font.strikeOut()
    font.setStrikeOut(False)  # of a kept line Qt would draw it elsewhere
    line, width, height = _line(words, font, max(0, rect.width()))
    at_left = (painter.layoutDirection() is Qt.LayoutDirection.LeftToRight) is not trailing
    x = rect.x() if at_left else rect.x() + rect.width() - width
    y = rect.y() + (rect.height() - height) // 2
    if not struck:
        painter.drawStaticText(x, y, line)
        return
    painter.save()
    painter.setFont(font)
    painter.drawStaticText(x, y, line)
    metrics = painter.fontMetrics()
    through = QRect(x, y + metrics.ascent() - metrics.strikeOutPos(), width, metrics.lineWidth())
    painter.fillRect(through, painter.pen().color())
    painter.restore()


@lru_cache(maxsize=1024)  # names and loci come again at every key stroke
def _line(words: str, font: QFont, width_px: int) -> tuple[QStaticText, int, int]:
    """Return a line that is set, with its width and height in pixels."""
    words = words.translate(_BREAKS)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width_px)
    line = QStaticText(shown)
    line.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction_of(words))
    line.setTextOption(option)
    line.prepare(QTransform(), font)
    size = line.size().toSize()
    return line, size.width(), size.height()
