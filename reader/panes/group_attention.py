"""How many marked each sentence: a tint under the words and the number beside them."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from reader.library import Attention
from reader.panes.text_view import TextView
from reader.qt.look import Look

#: Strength of the tint for one, two, three and more members; text stays readable on all.
_STRENGTHS = (22, 44, 66, 88)
#: Room at the right edge for a number, px.
_ROOM = 16


class AttentionUnderlay:
    """An underlay of one text; never by tint alone: the number stands at the edge."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: tuple[Attention, ...] = ()
        self._starts: list[int] = []

    def show(self, found: Sequence[Attention]) -> None:
        """Show these sentences; ascending; those that nobody marked are left out."""
        self._found = tuple(one for one in found if one.people)
        self._starts = [one.span.start for one in self._found]

    @property
    def shown(self) -> tuple[Attention, ...]:
        """The sentences that somebody marked."""
        return self._found

    def paint(self, painter: QPainter, view: TextView, rows: range) -> None:
        """Paint what concerns the passages in view."""
        if view.edition is None or not self._found:
            return
        painter.setFont(self._look.interface_font(0.8))
        for row in rows:
            passage = view.edition.passages[row].span
            at = bisect_left(self._starts, passage.start)
            while at < len(self._found) and self._starts[at] < passage.end:
                one = self._found[at]
                span = one.span.shift(-passage.start)
                self._paint(painter, view, view.rects_of(row, span.start, span.end), one)
                at += 1

    def _paint(
        self, painter: QPainter, view: TextView, rects: Sequence[QRectF], one: Attention
    ) -> None:
        count = len(one.people)
        tint = QColor(self._look.theme["accent"])
        tint.setAlpha(_STRENGTHS[min(count, len(_STRENGTHS)) - 1])
        shift = -view.verticalScrollBar().value()
        for rect in rects:
            painter.fillRect(rect.translated(0, shift), tint)
        if rects:
            first = rects[0].translated(0, shift)
            kind, width = view.typography, view.viewport().width()
            room = min(_ROOM, kind.left_px if kind.gutter.leftward else kind.right_px)
            left = 0.0 if kind.gutter.leftward else width - room
            where = QRectF(left, first.top(), room, first.height())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.setPen(self._look.theme["muted"])
            painter.drawText(where, flags, str(count))
