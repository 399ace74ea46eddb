"""The margin of a narrow pane: a strip of signs, one for each note in view."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from reader.panes.note import Note
from reader.qt.theme import Theme

#: Size of a sign, and how far apart they stand at least, px.
_WIDE, _TALL, _APART = 11, 10, 13


class Signs:
    """Where the signs stand, in px of the strip."""

    def __init__(self) -> None:
        self._rects: list[tuple[QRectF, str]] = []

    def clear(self) -> None:
        """Take all away."""
        self._rects = []

    def arrange(self, notes: Iterable[tuple[str, float]], line_px: float, height_px: int) -> None:
        """Put a sign beside the line of each note in view, given by id and y."""
        self.clear()
        taken = -100.0
        for note, y in notes:
            if -20 <= y <= height_px + 20:
                taken = max(y + line_px * 0.5 - _TALL / 2, taken + _APART)
                self._rects.append((QRectF(4, taken, _WIDE, _TALL), note))

    def at(self, point: QPointF) -> str:
        """Return the note whose sign is under a point; empty beside them."""
        for rect, note in self._rects:
            if rect.adjusted(-4, -3, 4, 3).contains(point):
                return note
        return ""

    def __iter__(self) -> Iterator[tuple[QRectF, str]]:
        return iter(self._rects)


def paint_sign(painter: QPainter, rect: QRectF, note: Note, theme: Theme, *, chosen: bool) -> None:
    """Paint a small sheet in the note's colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme["focus"] if chosen else theme.line(note.colour), 1.2))
    painter.setBrush(theme.fill(note.colour))
    painter.drawRoundedRect(rect, 2.5, 2.5)
    for share in (0.38, 0.66):
        y = rect.top() + rect.height() * share
        painter.drawLine(QPointF(rect.left() + 2.5, y), QPointF(rect.right() - 2.5, y))
