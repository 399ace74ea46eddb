"""What is painted beside and between the words of a text: numbers, labels, note references.

None of it is in the document, so that a block's text equals the passage's words.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from reader.model import Edition, InlineSpan, PassageKind
from reader.panes.inline import painted_references
from reader.panes.lines import x_of
from reader.panes.long_text import LongText
from reader.panes.marks import Mark
from reader.qt.look import Look


class Beside:
    """Paints numbers, labels and references of the notes, the rule above them, bookmarks.

    Attributes:
        references: by row, place in the passage, label and span of each painted note reference.
    """

    def __init__(self, look: Look, view: LongText) -> None:
        self.references: dict[int, list[tuple[int, str, InlineSpan]]] = {}
        self._look = look
        self._view = view

    def set_edition(self, edition: Edition | None) -> None:
        """Learn the note references of another edition."""
        self.references = painted_references(edition) if edition else {}

    def paint(self, painter: QPainter, rows: range, bookmarks: Mapping[int, Mark]) -> None:
        """Paint what stands beside and between the words of some rows."""
        edition, view = self._view.edition, self._view
        if edition is None:
            return
        lasting = not edition.provenance.is_compiled  # else the next note changes them
        numbers = self._look.reading.numbers and lasting
        for row in rows:
            first = view.lines.block(row).layout().lineAt(0)
            if not first.isValid():
                continue
            top = view.top_of(row)
            if numbers:
                self._paint_number(painter, edition, row, top + first.y() + first.ascent())
            if row in bookmarks:
                self._paint_bookmark(painter, bookmarks[row], top + first.y())
            self._paint_rule(painter, edition, row, top)
            for at, label, _reference in self.references.get(row, ()):
                self._paint_reference(painter, row, at, label)

    def _paint_number(self, painter: QPainter, edition: Edition, row: int, baseline: float) -> None:
        passage, kind = edition.passages[row], self._view.typography
        if passage.kind in {PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE}:
            words = str(passage.locus.number)
        elif passage.kind is PassageKind.FOOTNOTE:
            words = passage.label or str(passage.locus.number)
        else:
            return
        painter.setFont(kind.number_font)
        painter.setPen(self._look.theme["number"])
        width = painter.fontMetrics().horizontalAdvance(words)
        x = max(2.0, kind.left_px - kind.aside_px - width)
        if kind.gutter.leftward:
            x = self._view.viewport().width() - kind.right_px + kind.aside_px
        painter.drawText(QPointF(x, baseline), words)

    def _paint_bookmark(self, painter: QPainter, mark: Mark, top: float) -> None:
        """A ribbon in the gutter; below the number where that leaves no room beside it."""
        kind = self._view.typography
        em = kind.em_px
        wide, tall = em * 0.55, em * 0.95
        left = self._view.viewport().width() - 2.0 - wide if kind.gutter.leftward else 2.0
        y = top + em * (1.35 if kind.tight else 0.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.line(mark.colour))
        painter.drawPolygon(
            [
                QPointF(left, y),
                QPointF(left + wide, y),
                QPointF(left + wide, y + tall),
                QPointF(left + wide / 2, y + tall - wide * 0.45),
                QPointF(left, y + tall),
            ]
        )

    def _paint_rule(self, painter: QPainter, edition: Edition, row: int, top: float) -> None:
        """A short line above the first of some notes."""
        if edition.passages[row].kind is not PassageKind.FOOTNOTE:
            return
        if row and edition.passages[row - 1].kind is PassageKind.FOOTNOTE:
            return
        kind = self._view.typography
        painter.setPen(self._look.theme["border_strong"])
        y = round(top - kind.em_px * 0.35) + 0.5
        begin, long = kind.left_px, kind.em_px * 6
        if kind.gutter.leftward:
            begin = self._view.viewport().width() - kind.right_px - long
        painter.drawLine(QPointF(begin, y), QPointF(begin + long, y))

    # note references -------------------------------------------------------

    def _paint_reference(self, painter: QPainter, row: int, at: int, label: str) -> None:
        rect = self.rect_of(row, at, label)
        if rect is None:
            return
        font = self._view.typography.reference_font
        painter.setFont(font)
        painter.setPen(self._look.theme["link"])
        painter.drawText(QPointF(rect.left(), rect.top() + QFontMetricsF(font).ascent()), label)

    def rect_of(self, row: int, at: int, label: str) -> QRectF | None:
        """Return where a reference is painted, in the viewport: in the room left for it."""
        lines, kind = self._view.lines, self._view.typography
        block = lines.block(row)
        position = lines.units(row).to_qt(at)
        line = block.layout().lineForTextPosition(max(0, position - 1))
        if not line.isValid():
            return None
        width = QFontMetricsF(kind.reference_font).horizontalAdvance(label)
        room = kind.room_for(label) if at else 0.0
        left = block.layout().position().x() + x_of(line, position) - room
        y = self._view.top_of(row) + line.y() + line.ascent() * 0.08
        return QRectF(left + kind.em_px * 0.06, y, width, line.height() * 0.55)

    def reference_at(self, point: QPointF) -> tuple[InlineSpan, QRect] | None:
        """Return the note reference under a point of the viewport, and where it stands."""
        row = self._view.row_at_y(point.y())
        for at, label, reference in self.references.get(row, ()):
            rect = self.rect_of(row, at, label)
            if rect is not None and rect.adjusted(-4, -3, 4, 6).contains(point):
                return reference, rect.toAlignedRect()
        return None
