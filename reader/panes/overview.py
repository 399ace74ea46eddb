"""The scroll bar of a pane: where one is in the whole text, with marks and hits along it.

It counts code points of the reading text, not px of a document, so that it is right at once for
a text of any length, of which only a window is set.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.model import Colour, Span
from reader.panes.marks import Mark
from reader.qt.look import Look

_WIDTH = 13
#: Share of it that the most densely linked passage takes.
_DENSE = 0.9
#: How far it stands back behind the ticks, of 255.
_SOFT = 140


class OverviewBar(QScrollBar):
    """A scroll bar over a text, with a tick for each mark, hit and related passage.

    Behind them a strip shows how densely each part of the text is linked.

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
        self._marks: Callable[[], Iterable[Mark]] = tuple
        self._hits: tuple[Span, ...] = ()
        self._related: tuple[Span, ...] = ()
        self._density: tuple[tuple[Span, float], ...] = ()
        self._drawn: QPixmap | None = None
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
        self._density = ()
        self._retick()

    def set_density(self, density: Iterable[tuple[Span, float]]) -> None:
        """Show how densely passages are linked, each 0 to 1; another text forgets it."""
        self._density = tuple(density)
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
        self, marks: Callable[[], Iterable[Mark]], hits: Iterable[Span], related: Iterable[Span]
    ) -> None:
        """Show where marks, hits and related passages are; asks for the marks when it paints."""
        self._marks, self._hits, self._related = marks, tuple(hits), tuple(related)
        self._retick()

    def _retick(self) -> None:
        self._drawn = None
        self.update()

    def _draw_ticks(self) -> QPixmap:
        """Draw the ticks once, for many frames; the same place is drawn once."""
        theme = self._look.theme
        lines = {colour: theme.line(colour) for colour in Colour}
        related, hit, scale = theme["related"], theme["accent"], (self.height() - 2) / self._length
        at_marks = {round(mark.span.start * scale): mark.colour for mark in self._marks()}
        columns = (
            (0.1, dict.fromkeys((round(one.start * scale) for one in self._related), related)),
            (0.2, {y: lines[at_marks[y]] for y in sorted(at_marks)}),
            (0.55, dict.fromkeys((round(one.start * scale) for one in self._hits), hit)),
        )
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme["page"])
        painter = QPainter(pixmap)
        width, soft = self.width(), QColor(theme["density"])
        soft.setAlpha(_SOFT)
        for top, tall, share in _bars(self._density, scale):
            painter.fillRect(QRectF(0, top, share * width * _DENSE, tall), soft)
        for left, ticks in columns:
            for y, colour in ticks.items():
                painter.fillRect(QRectF(width * left + 1, y, width * 0.42, 2), colour)
        painter.end()
        return pixmap

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, ticks and thumb."""
        painter = QPainter(self)
        theme = self._look.theme
        if not self._look.reading.minimap:
            painter.fillRect(self.rect(), theme["page"])
        else:
            if self._drawn is None or self._drawn.deviceIndependentSize().toSize() != self.size():
                self._drawn = self._draw_ticks()
            painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thumb = QColor(theme["border_strong"])
        thumb.setAlpha(130 if self._grip is not None or self.underMouse() else 80)
        painter.setBrush(thumb)
        if self.maximum() > 0:
            painter.drawRoundedRect(self._thumb(), 4, 4)

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


def _bars(
    density: Iterable[tuple[Span, float]], scale: float
) -> Iterator[tuple[float, float, float]]:
    """Yield top, height and share of what the strip shows, in px.

    Passages lower than a pixel share it, the densest counts: one upon another they would darken
    where they are many, and those of a text of a million words take a tenth of a second.
    """
    lines: dict[int, float] = {}
    for span, share in density:
        tall = len(span) * scale - 0.5
        if tall >= 1:
            yield span.start * scale, tall, share
        else:
            y = int(span.start * scale)
            lines[y] = max(share, lines.get(y, 0.0))
    yield from ((float(y), 1.0, share) for y, share in lines.items())
