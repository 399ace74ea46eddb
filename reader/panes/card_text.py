"""An excerpt with marked words, set on a few lines."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from reader.model import Colour, Span
from reader.qt.direction import direction_of
from reader.qt.offsets import QtOffsets
from reader.qt.theme import Theme

#: Colour of a mark, or name of a role of the theme; empty for none.
Tint = Colour | str

#: Longer excerpts are cut before they are measured; no card shows more.
_LONGEST = 1200


#: Where a text that is too long may have to be cut a word earlier, so often at most.
_TRIES = 4


class CardText:
    """Sets and paints one excerpt; made anew for each painting, which costs under 0.2 ms."""

    def __init__(self, text: str, marks: tuple[Span, ...], font: QFont, theme: Theme) -> None:
        self._text = " ".join(text[:_LONGEST].split("\n"))
        self._marks = tuple(m for m in marks if m.end <= len(self._text))
        self._font = font
        self._theme = theme

    @staticmethod
    def lines_needed(text: str, font: QFont, width_px: int, most: int) -> int:
        """Return the lines that ``text`` takes; costs one measurement of what fits."""
        if not text:
            return 0
        metrics = QFontMetrics(font)
        room = QRect(0, 0, max(40, width_px), 100_000)
        # so much text at most fits: an "i" is about a quarter of the line's height wide
        fits = text[: most * room.width() * 4 // metrics.height() + 1]
        if "\n" not in fits and metrics.horizontalAdvance(fits) <= room.width():
            return 1  # the measure below also counts what overhangs, and would say 2
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, fits).height()
        return max(1, min(most, round(height / metrics.lineSpacing())))

    @staticmethod
    def tint(theme: Theme, tint: Tint) -> QColor:
        """Return the colour that a tint names."""
        return theme.line(tint) if isinstance(tint, Colour) else theme[tint]

    def draw(self, painter: QPainter, rect: QRect, lines: int) -> int:
        """Paint at most ``lines`` lines at the top of ``rect``; return their height in pixels."""
        if not self._text or rect.width() <= 0:
            return 0
        layout, height, _ = self.fitted(rect.width(), lines)
        painter.setPen(self._theme["card_text"])
        layout.draw(painter, QPointF(rect.topLeft()))
        return height

    def fitted(self, width_px: int, lines: int) -> tuple[QTextLayout, int, int]:
        """Return the layout of what fits, with dots where it was cut, as ``_set`` does."""
        layout, height, shown = self._set(self._text, width_px, lines)
        end = shown
        for _ in range(_TRIES if end < len(self._text) else 0):
            cut = self._text[: max(0, end - 2)].rstrip() + "…"
            layout, height, shown = self._set(cut, width_px, lines)
            if shown >= len(cut):
                break
            end = shown  # its last word took the dots with it to a further line
        return layout, height, shown

    def _set(self, text: str, width_px: int, lines: int) -> tuple[QTextLayout, int, int]:
        """Return the layout, its height in pixels, and the code points it shows."""
        offsets = QtOffsets(text)
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setTextDirection(direction_of(text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(m, offsets) for m in self._marks if m.end <= len(text)])
        layout.beginLayout()
        height, shown = 0.0, 0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width_px)
            line.setPosition(QPointF(0, height))
            height += line.height()
            shown = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, round(height), offsets.from_qt(shown)

    def _format(self, mark: Span, offsets: QtOffsets) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = offsets.to_qt(mark.start)
        made.length = offsets.to_qt(mark.end) - made.start
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setBackground(self._theme["hit"])
        style.setForeground(self._theme["page_text"])
        made.format = style
        return made
