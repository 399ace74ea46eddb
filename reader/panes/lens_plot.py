"""Where a word stands in a text: a bar with a tick for each place; by mouse and by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.qt.theme import Theme

_HEIGHT_PX = 26
_INSET_PX = 3.0


class DispersionPlot(QWidget):
    """One bar for one text.

    Signals:
        chosen: row of the place to go to: Return, or a click near its tick.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._title = ""
        self._shares: tuple[float, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._bounds: tuple[float, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """Return a low, wide bar."""
        return QSize(200, _HEIGHT_PX)

    @property
    def current(self) -> int:
        """The row of the place that keys have led to; -1 at first."""
        return self._at

    def show_places(
        self,
        title: str,
        shares: Sequence[float],
        labels: Sequence[str],
        bounds: Sequence[float] = (),
    ) -> None:
        """Show places as shares of the text, 0 to 1, ascending, each with its locus.

        ``bounds`` are the shares at which one text ends and the next begins.
        """
        self._bounds = tuple(bounds)
        self._title, self._shares, self._labels = title, tuple(shares), tuple(labels)
        self._at = -1
        self.setEnabled(bool(shares))
        name = self.tr("Places in “{0}”: {1}").format(title, len(shares))
        self.setAccessibleName(name)
        self._tell()

    def _tell(self) -> None:
        here = self._labels[self._at] if 0 <= self._at < len(self._labels) else ""
        self.setAccessibleDescription(here)
        self.update()

    def _x(self, share: float) -> float:
        return _INSET_PX + share * (self.width() - 2 * _INSET_PX)

    def row_near(self, x: float) -> int:
        """Return the row of the tick nearest to ``x`` px; -1 without ticks."""
        rows = range(len(self._shares))
        return min(rows, key=lambda row: abs(self._x(self._shares[row]) - x), default=-1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt
        """Paint bar and ticks; the one that keys have led to is taller and thicker."""
        painter = QPainter(self)
        bar = QRectF(0.5, 4.5, self.width() - 1, self.height() - 9)
        painter.fillRect(bar, self.theme["page"])
        painter.setPen(self.theme["focus" if self.hasFocus() else "border"])
        painter.drawRect(bar)
        painter.setPen(self.theme["border_strong"])
        edges = [round(self._x(share)) + 0.5 for share in self._bounds]
        painter.drawLines([QLineF(x, 0, x, self.height()) for x in edges])
        painter.setPen(self.theme["accent"])
        top, bottom = bar.top() + 1.5, bar.bottom() - 0.5
        xs = sorted({round(self._x(share)) + 0.5 for share in self._shares})
        painter.drawLines([QLineF(x, top, x, bottom) for x in xs])
        if 0 <= self._at < len(self._shares):
            x = self._x(self._shares[self._at])
            painter.setPen(QPen(self.theme["focus"], 3))
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Left and Right walk from place to place, Home and End to the ends, Return goes."""
        last = len(self._shares) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._at - 1),
            Qt.Key.Key_Right: min(last, self._at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and last >= 0:
            self._at = steps[key]
            self._tell()
            where = self.mapToGlobal(QPointF(self._x(self._shares[self._at]), self.height()))
            QToolTip.showText(where.toPoint(), self._labels[self._at], self)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt
        """A click goes to the nearest place."""
        row = self.row_near(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._at = row
            self._tell()
            self.chosen.emit(row)

    def event(self, event: QEvent) -> bool:
        """Show the locus of the nearest tick as a tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_near(event.pos().x())
            if row >= 0:
                QToolTip.showText(event.globalPos(), self._labels[row], self)
                return True
        return super().event(event)
