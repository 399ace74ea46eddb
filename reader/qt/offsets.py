"""Offsets: one unit inside the core, one translation at the Qt border.

Unit: every offset in ``reader`` is a count of Unicode code points, the unit of Python ``str``
and of the W3C TextPositionSelector.  Qt counts UTF-16 code units; the two differ after the
first character above U+FFFF.
"""

from bisect import bisect_left

from PySide6.QtGui import QTextCharFormat, QTextLayout

from reader.model import Span


class QtOffsets:
    """Translate code points to Qt's UTF-16 units and back, for one text.

    ``from_qt`` is the inverse of ``to_qt``.  Both are logarithmic in the number of wide
    characters; making one is linear in the text, and cheap for a text without any.

    >>> offsets = QtOffsets("a😀b")
    >>> [offsets.to_qt(point) for point in range(4)]
    [0, 1, 3, 4]
    """

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() or max(text, default="") <= "\uffff" else _wide(text)
        #: code-point offsets of the characters that Qt counts twice, ascending
        self._wide = wide
        #: Qt offset just past each of those characters
        self._past = [point + count for count, point in enumerate(wide, start=2)]

    def to_qt(self, point: int) -> int:
        """Return the Qt position of a code-point offset."""
        return point + bisect_left(self._wide, point) if self._wide else point

    def from_qt(self, position: int) -> int:
        """Return the code-point offset of a Qt position.

        A position between the two halves of a wide character is rounded down.
        """
        if not self._wide:
            return position
        whole = bisect_left(self._past, position + 1)
        inside = whole < len(self._past) and position == self._past[whole] - 1
        return position - whole - inside


def format_range(span: Span, style: QTextCharFormat, offsets: QtOffsets) -> QTextLayout.FormatRange:
    """Return a format for a span of a layout's text, in Qt's positions."""
    made = QTextLayout.FormatRange()
    made.start = offsets.to_qt(span.start)
    made.length = offsets.to_qt(span.end) - made.start
    made.format = style
    return made


def _wide(text: str) -> list[int]:
    return [point for point, character in enumerate(text) if character > "\uffff"]
