"""What a margin paints itself: lines from cards to words; in a narrow pane a sign for a note."""

from collections.abc import Container, Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from reader.panes.note import Note
from reader.panes.standing import StandingNotes
from reader.qt.theme import Theme

#: y of the line of a note's words, top of its card, the note.
Leader = tuple[float, float, Note]
#: Room of the lines between words and cards, px.
LEADER_PX = 16
#: Size of a sign, where it stands in the strip, and how far apart they stand at least, px.
_WIDE, _TALL, _LEFT, _APART = 11, 10, 3, 13


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
                self._rects.append((QRectF(_LEFT, taken, _WIDE, _TALL), note))

    def at(self, point: QPointF) -> str:
        """Return the note whose sign is under a point; empty beside them."""
        for rect, note in self._rects:
            if rect.adjusted(-4, -3, 4, 3).contains(point):
                return note
        return ""

    def paint(
        self, painter: QPainter, notes: StandingNotes, theme: Theme, chosen: Container[str]
    ) -> None:
        """Paint the signs, those of the chosen notes with another edge."""
        for rect, note in self._rects:
            _paint_sign(painter, rect, notes[note], theme, chosen=note in chosen)


def paint_leaders(
    painter: QPainter, leaders: Iterable[Leader], theme: Theme, *, line_px: float, current: str
) -> None:
    """Paint a line from each card to the line of its words, ``line_px`` high."""
    for y, top, note in leaders:
        at = round(y + line_px) + 0.5
        to = round(top + 16) + 0.5
        colour = theme.line(note.colour) if note.id == current else theme["border"]
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QLineF(0, at, LEADER_PX * 0.45, at))
        painter.drawLine(QLineF(LEADER_PX * 0.45, at, LEADER_PX, to))


def _paint_sign(painter: QPainter, rect: QRectF, note: Note, theme: Theme, *, chosen: bool) -> None:
    """Paint a small sheet in the note's colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme["focus"] if chosen else theme.line(note.colour), 1.2))
    painter.setBrush(theme.fill(note.colour))
    painter.drawRoundedRect(rect, 2.5, 2.5)
    for share in (0.38, 0.66):
        y = rect.top() + rect.height() * share
        painter.drawLine(QPointF(rect.left() + 2.5, y), QPointF(rect.right() - 2.5, y))
