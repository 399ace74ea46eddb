"""The scroll bar of a pane: where one is in the whole text, with marks and hits along it.

It counts code points of the reading text, not px of a document, so that it is right at once for
a text of any length, of which only a window is set.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.model import Span
from reader.panes.marks import Mark
from reader.qt.look import Look

_WIDTH = 13


class OverviewBar(QScrollBar):
    """A scroll bar over a text, with a tick for each mark, hit and related passage.

    Signals:
        wanted: the reader wants this offset at the top.
        wheeled: a wheel event to be handled by the text.
    """

    wanted = Signal(int)
    wheeled = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._length = 1
        self._ticks: list[tuple[float, float, QColor]] = []
        self._marks: Sequence[Mark] = ()
        self._hits: Sequence[Span] = ()
        self._related: Sequence[Span] = ()
        self._grip: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Place in the text"))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow strip."""
        return QSize(_WIDTH, 100)

    def set_length(self, length: int) -> None:
        """Say how long the text is, in code points."""
        self._length = max(1, length)
        self._retick()

    def show_place(self, top: int, seen: int) -> None:
        """Show that ``seen`` code points from ``top`` on are in view."""
        self.blockSignals(True)
        self.setPageStep(max(1, seen))
        self.setRange(0, max(0, self._length - seen))
        self.setValue(top)
        self.blockSignals(False)
        self.update()

    def set_ticks(
        self, marks: Iterable[Mark], hits: Iterable[Span], related: Iterable[Span]
    ) -> None:
        """Show where marks, hits and related passages are."""
        self._marks, self._hits, self._related = tuple(marks), tuple(hits), tuple(related)
        self._retick()

    def _retick(self) -> None:
        """Compute the ticks as shares of the height; the same place is drawn once."""
        theme = self._look.theme
        seen: set[tuple[int, str]] = set()
        self._ticks = []
        every = (
            *((span, 0.1, theme["related"]) for span in self._related),
            *((mark.span, 0.2, theme.line(mark.colour)) for mark in self._marks),
            *((span, 0.55, theme["accent"]) for span in self._hits),
        )
        for span, left, colour in every:
            share = span.start / self._length
            key = (round(share * 1000), colour.name())
            if key not in seen:
                seen.add(key)
                self._ticks.append((share, left, colour))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, ticks and thumb."""
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme["page"])
        height, width = self.height(), self.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thumb = QColor(theme["border_strong"])
        thumb.setAlpha(130 if self._grip is not None or self.underMouse() else 70)
        painter.setBrush(thumb)
        if self.maximum() > 0:
            painter.drawRoundedRect(self._thumb(), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self._look.reading.minimap:
            for share, left, colour in self._ticks:
                y = round(share * (height - 2))
                painter.fillRect(QRectF(width * left + 1, y, width * 0.42, 2), colour)

    def _thumb(self) -> QRectF:
        height = self.height()
        tall = max(22.0, self.pageStep() / self._length * height)
        share = self.value() / max(1, self.maximum())
        return QRectF(2, share * (height - tall), self.width() - 4, tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the thumb, or go to the place clicked."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        thumb = self._thumb()
        inside = thumb.contains(QPointF(thumb.center().x(), event.position().y()))
        self._grip = event.position().y() - thumb.top() if inside else thumb.height() / 2
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the thumb."""
        if self._grip is not None:
            self._go(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._grip = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the text."""
        self.wheeled.emit(event)

    def _go(self, y: float) -> None:
        thumb = self._thumb()
        room = max(1.0, self.height() - thumb.height())
        share = min(1.0, max(0.0, (y - (self._grip or 0.0)) / room))
        self.wanted.emit(round(share * self.maximum()))
