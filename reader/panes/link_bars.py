"""Bars beside the passages that take part in the links being shown."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reader.panes.text_view import TextView
from reader.qt.look import Look

_LEFT, _WIDTH = 3, 3


class LinkBars:
    """Paints a bar at the left edge of linked passages; an underlay of a text.

    Attributes:
        rows: passages by row; True where a person made the link.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.rows: Mapping[int, bool] = {}

    def paint(self, painter: QPainter, view: TextView, rows: range) -> None:
        """Paint the bars of the passages in view."""
        theme = self._look.theme
        for row in rows:
            if row in self.rows:
                bar = QRectF(_LEFT, view.top_of(row), _WIDTH, view.height_of(row))
                painter.fillRect(bar, theme["accent" if self.rows[row] else "related"])
