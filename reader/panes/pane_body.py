"""What stands under the header of a pane: the text, its margin and its scroll bar."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.panes.margin import STRIP, Margin
from reader.panes.overview import OverviewBar
from reader.panes.text_view import TextView
from reader.qt.look import Look

#: A margin of cards needs this much, px; and a text beside it at least so many ems.
_CARDS_LEAST = 184
_CARDS_MOST = 320
_TEXT_LEAST_EM = 22
#: A narrower pane leaves little room beside the words, px.
_TIGHT = 400


class Body(QWidget):
    """Text, margin and scroll bar side by side; the text keeps its measure."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = TextView(look, self)
        self.margin = Margin(look, self.view, self)
        self.bar = OverviewBar(look, self)
        self.with_margin = True
        self._look = look

    def lay_out(self) -> None:
        """Give everyone their place."""
        kind = self.view.typography
        wide = self.bar.sizeHint().width()
        room = self.width() - wide
        self.view.set_tight(room < _TIGHT)
        full = kind.text_width_px
        least = kind.em_px * _TEXT_LEAST_EM + kind.gutter_px
        cards = 0
        if self.with_margin and self.margin.notes and room - _CARDS_LEAST >= least:
            cards = round(min(_CARDS_MOST, max(_CARDS_LEAST, room - full)))
        strip = cards or (STRIP if self.with_margin else 0)
        text = min(full, room - strip)
        left = max(0, (room - text - strip) // 2)
        self.margin.pause()
        self.view.setGeometry(left, 0, text, self.height())
        right = room - strip if not cards else left + text
        self.margin.setVisible(self.with_margin)
        self.margin.stand(QRect(right, 0, strip, self.height()), compact=not cards)
        self.bar.setGeometry(self.width() - wide, 0, wide, self.height())

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802
        """Lay out anew."""
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page around the text."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme["page"])

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the text from anywhere on the page."""
        self.view.wheelEvent(event)
