"""What stands under the header of a pane: the text, its margin and its scroll bar."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.panes.blank_pane import BlankPane
from reader.panes.margin import STRIP, Margin
from reader.panes.overview import OverviewBar
from reader.panes.text_view import TextView
from reader.qt.look import Look

#: A margin of cards needs this much, px; a text beside it keeps lines of so many letters: a
#: ragged line has three less, and under sixty reading suffers more than from folded notes.
_CARDS_LEAST = 184
_CARDS_MOST = 320
_LETTERS_LEAST = 62
#: Width for which a pane without any is set, px: behind a tab, where none was ever shown.  At none
#: each letter would have a line of its own, and a text of 10,000 words a height of a million px.
_UNSEEN = 480


class Body(QWidget):
    """Text, margin and scroll bar side by side; the text keeps its measure."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = TextView(look, self)
        self.margin = Margin(look, self.view, self)
        self.bar = OverviewBar(look, self)
        self.blank = BlankPane(look, self)
        self.with_margin = True
        self._look = look

    def lay_out(self) -> None:
        """Give everyone their place."""
        kind = self.view.typography
        wide = self.bar.sizeHint().width()
        room = self.width() - wide
        if room <= 0:
            room = _UNSEEN
        least = kind.width_px(tight=True, letters=_LETTERS_LEAST)
        carded = self.with_margin and bool(self.margin.notes) and room - _CARDS_LEAST >= least
        strip = STRIP if self.with_margin and self.margin.notes else 0
        beside = _CARDS_LEAST if carded else strip
        # letters come before the room around them
        self.view.set_tight(room - beside < kind.width_px(tight=False))
        full = self.view.typography.text_width_px
        cards = round(min(_CARDS_MOST, max(_CARDS_LEAST, room - full))) if carded else 0
        strip = cards or strip
        text = min(full, room - strip)
        left = max(0, (room - text - strip) // 2)
        self.margin.pause()
        self.view.stand(QRect(left, 0, text, self.height()))
        right = room - strip if not cards else left + text
        self.margin.setVisible(self.with_margin)
        self.margin.stand(QRect(right, 0, strip, self.height()), compact=not cards)
        self.bar.setGeometry(self.width() - wide, 0, wide, self.height())
        self.blank.setGeometry(self.rect())

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
