"""Bars beside the passages that take part in the links being shown."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reader.panes.text_view import TextView
from reader.qt.look import Look

_LEFT, _WIDTH = 3, 3


class LinkBars:
    """Paints a bar at the edge where the lines of linked passages begin; an underlay of a text.

    Attributes:
        rows: passages by row; True where a person made the link.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.rows: Mapping[int, bool] = {}

    def paint(self, painter: QPainter, view: TextView, rows: range) -> None:
        """Paint the bars of the passages in view."""
        theme, kind = self._look.theme, view.typography
        left = 0 if kind.tight else _LEFT  # numbers begin there in a narrow pane
        if kind.gutter.leftward:
            left = view.viewport().width() - left - _WIDTH
        for row in rows:
            if row in self.rows:
                bar = QRectF(left, view.top_of(row), _WIDTH, view.height_of(row))
                painter.fillRect(bar, theme["accent" if self.rows[row] else "related"])
