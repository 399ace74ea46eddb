"""An excerpt with marked words, set on a few lines."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)

from reader.model import Colour, Span
from reader.qt.direction import direction_of, option_for
from reader.qt.offsets import QtOffsets, format_range
from reader.qt.theme import Theme

#: Colour of a mark, or name of a role of the theme; empty for none.
Tint = Colour | str

#: Longer excerpts are cut before they are measured; no card shows more.
_LONGEST = 1200
_DOTS = "…"
_BREAKS = dict.fromkeys(map(ord, "\n\u2028\u2029"), " ")


class CardText:
    """Sets and paints one excerpt; what was set is kept and painted again as it is."""

    def __init__(self, text: str, marks: tuple[Span, ...], font: QFont, theme: Theme) -> None:
        self._text = _on_one_line(text)
        self._marks = tuple(m for m in marks if m.end <= len(self._text))
        self._font = font
        self._theme = theme
        self._marked = QTextCharFormat()
        self._marked.setFontWeight(QFont.Weight.Bold)
        self._marked.setBackground(theme["hit"])
        self._marked.setForeground(theme["page_text"])
        self._set: tuple[QTextLayout, int, bool] | None = None
        self._set_for = 0, 0
        self._leftward = direction_of(self._text) is Qt.LayoutDirection.RightToLeft

    @staticmethod
    def lines_needed(
        text: str, marks: tuple[Span, ...], font: QFont, width_px: int, most: int
    ) -> int:
        """Return the lines that ``text`` takes; costs one measurement of what fits, mostly."""
        if not text:
            return 0
        metrics = QFontMetrics(font)
        width_px = max(40, width_px)
        # so much text at most fits: an "i" is about a quarter of the line's height wide
        fits = text[: most * width_px * 4 // metrics.height() + 1]
        advance = metrics.horizontalAdvance(fits)
        if advance <= width_px and not marks:
            return 1
        # a line holds its width and the blank it is parted at: the rest need not be parted
        if advance > most * (width_px + metrics.horizontalAdvance(" ")):
            return most
        # where the lines end has to be seen: marked words are bold, and wider
        layout = QTextLayout(_on_one_line(text), font)
        layout.setTextOption(option_for(text))
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        offsets = QtOffsets(text)
        layout.setFormats([format_range(mark, strong, offsets) for mark in marks])
        layout.beginLayout()
        lines = 0
        while lines < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width_px)
            lines += 1
        layout.endLayout()
        return lines

    @staticmethod
    def lines_px(lines: int, font: QFont) -> int:
        """Return how high so many lines of an excerpt are, as ``fitted`` does."""
        return round(lines * _line_px(font.toString()))

    @staticmethod
    def tint(theme: Theme, tint: Tint) -> QColor:
        """Return the colour that a tint names."""
        return theme.line(tint) if isinstance(tint, Colour) else theme[tint]

    def draw(self, painter: QPainter, rect: QRect, lines: int) -> int:
        """Paint at most ``lines`` lines at the top of ``rect``; return their height in pixels."""
        if not self._text or rect.width() <= 0:
            return 0
        layout, height, cut = self.fitted(rect.width(), lines)
        painter.setPen(self._theme["card_text"])
        layout.draw(painter, QPointF(rect.topLeft()))
        if cut:
            last = layout.lineAt(layout.lineCount() - 1)
            words = last.naturalTextRect()
            at = words.left() - self._dots_px if self._leftward else words.right()
            painter.setFont(self._font)
            painter.drawText(QPointF(rect.topLeft()) + QPointF(at, last.y() + last.ascent()), _DOTS)
        return height

    def fitted(self, width_px: int, lines: int) -> tuple[QTextLayout, int, bool]:
        """Return the layout, its height in pixels, and whether it is cut and leaves room for dots.

        Setting costs 0.05 ms, and nothing when it was the same room before.
        """
        if self._set is None or self._set_for != (width_px, lines):
            self._set, self._set_for = self._fit(width_px, lines), (width_px, lines)
        return self._set

    def _fit(self, width_px: int, lines: int) -> tuple[QTextLayout, int, bool]:
        """Set the text once: only its last line is set again, narrower, where more follows."""
        offsets = QtOffsets(self._text)
        end = offsets.to_qt(len(self._text))
        layout = QTextLayout(self._text, self._font)
        layout.setTextOption(option_for(self._text))
        layout.setFormats([format_range(mark, self._marked, offsets) for mark in self._marks])
        layout.beginLayout()
        height, cut = 0.0, False
        for row in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width_px)
            line.setPosition(QPointF(0, height))
            cut = row == lines - 1 and line.textStart() + line.textLength() < end
            if cut:
                line.setLineWidth(max(1, width_px - self._dots_px))
                line.setPosition(QPointF(self._dots_px if self._leftward else 0, height))
            height += line.height()
        layout.endLayout()
        return layout, round(height), cut

    @property
    def _dots_px(self) -> int:
        return QFontMetrics(self._font).horizontalAdvance(_DOTS)


def _on_one_line(text: str) -> str:
    """Return what of an excerpt is set, its own lines as one."""
    return text[:_LONGEST].translate(_BREAKS).rstrip()


@lru_cache(maxsize=8)
def _line_px(described: str) -> float:
    """Return the height of a line that is set in a font; metrics are rounded otherwise."""
    font = QFont()
    font.fromString(described)
    layout = QTextLayout("x", font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100)
    height = line.height()
    layout.endLayout()
    return height
