"""Ribbons between the panes: lines from the passage in focus to its counterparts.

One transparent widget over all panes; a 1-px opaque pen, since wide translucent curves cost more
than the text under them (measured: 40 of them 12 to 20 ms a frame, these 1 ms).
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.model import Span
from reader.model.values import dataclass
from reader.panes.reading_pane import ReadingPane
from reader.qt.look import Look

#: Lines that are drawn at most; the strongest first.
_MOST = 40
#: A counterpart above or below what is in view is shown so far from the edge, px.
_EDGE = 3.0


@dataclass(frozen=True)
class Ribbon:
    """One line.

    Attributes:
        left, right: panes, and the spans of the passages it joins in them.
        curated: made by a person.
    """

    left: tuple[ReadingPane, Span]
    right: tuple[ReadingPane, Span]
    curated: bool


class Ribbons(QWidget):
    """Paints ribbons over the panes; takes neither mouse nor focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._ribbons: tuple[Ribbon, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def ribbons(self) -> tuple[Ribbon, ...]:
        """The ribbons shown."""
        return self._ribbons

    def show_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Show these, strongest first."""
        self._ribbons = tuple(ribbons[:_MOST])
        self.cover()
        self.setVisible(bool(self._ribbons))
        self.update()

    def cover(self) -> None:
        """Lie over the whole of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt
        """Paint the lines whose panes are in view."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        for ribbon in self._ribbons:
            if _in_view(*ribbon.left) and _in_view(*ribbon.right):
                self._paint(painter, ribbon, theme["accent" if ribbon.curated else "related"])

    def _paint(self, painter: QPainter, ribbon: Ribbon, colour: QColor) -> None:
        start, end = self.ends(ribbon)
        middle = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.setPen(QPen(colour, 1))
        painter.drawPath(path)

    def ends(self, ribbon: Ribbon) -> tuple[QPointF, QPointF]:
        """Return both ends, from left to right: at the edges at which the panes face each other.

        Where lines run leftward, the first pane stands at the right.
        """
        left, right = sorted((ribbon.left, ribbon.right), key=lambda end: self._x(end[0]))
        return self._end(*left, at_right=True), self._end(*right, at_right=False)

    def _x(self, pane: ReadingPane) -> int:
        return self.mapFromGlobal(pane.mapToGlobal(QPoint(0, 0))).x()

    def _end(self, pane: ReadingPane, span: Span, *, at_right: bool) -> QPointF:
        """Return where a ribbon touches the words of a pane, kept inside what is in view."""
        view = pane.view
        y = view.y_of(span.start)
        height = float(view.viewport().height())
        if y is None:
            first = pane.place().span.start
            y = -1.0 if span.start < first else height + 1
        x = view.viewport().width() if at_right else 0
        corner = self.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, 0)))
        within = min(max(y + 8, _EDGE), height - _EDGE)
        return QPointF(corner.x() + x, corner.y() + within)


def _in_view(pane: ReadingPane, span: Span) -> bool:
    """Say whether some of a passage can be seen."""
    edition = pane.edition
    if edition is None or not pane.isVisible():
        return False
    return edition.row_at(span.start) in pane.view.visible_rows()
