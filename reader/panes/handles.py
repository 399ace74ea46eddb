"""Handles at the ends of the chosen mark: drag them to change its extent."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model import Span

#: Radius of a knob, px, and how far from it a press still takes it.
_KNOB, _REACH = 4.0, 9.0


class Handles:
    """The span between two handles, and which of them is being dragged.

    Attributes:
        span: what would be marked; None when nothing can be changed.
    """

    def __init__(self) -> None:
        self.span: Span | None = None
        self._fixed: int | None = None
        self._before: Span | None = None

    @property
    def dragging(self) -> bool:
        """Whether a handle is being dragged."""
        return self._fixed is not None

    def take(self, point: QPointF, ends: tuple[QRectF, QRectF] | None) -> bool:
        """Take the handle under ``point``; ``ends`` are the first and last letters' edges."""
        if self.span is None or ends is None:
            return False
        first, last = (_far(point, knob) for knob in _knobs(ends))
        if min(first, last) > _REACH:
            return False
        self._fixed = self.span.end if first < last else self.span.start
        self._before = self.span
        return True

    def drag(self, offset: int) -> bool:
        """Move the handle to an offset; say whether the span is another now."""
        if self._fixed is None or offset == self._fixed:
            return False
        new = Span(min(offset, self._fixed), max(offset, self._fixed))
        changed = new != self.span
        self.span = new
        return changed

    def drop(self) -> Span | None:
        """Let go; return the new span, None when it is the old one."""
        self._fixed = None
        changed = self.span if self.span != self._before else None
        self._before = None
        return changed

    def give_up(self) -> None:
        """Let go and go back to the span as it was."""
        if self.dragging:
            self.span, self._fixed, self._before = self._before, None, None

    def paint(self, painter: QPainter, ends: tuple[QRectF, QRectF], colour: QColor) -> None:
        """Paint both handles."""
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour)
        first, last = ends
        painter.drawLine(first.topLeft(), first.bottomLeft())
        painter.drawLine(last.topRight(), last.bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        for knob in _knobs(ends):
            painter.drawEllipse(knob, _KNOB, _KNOB)


def _knobs(ends: tuple[QRectF, QRectF]) -> tuple[QPointF, QPointF]:
    return ends[0].topLeft(), ends[1].bottomRight()


def _far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
