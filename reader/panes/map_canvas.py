"""The map itself: texts as columns, links as lines between them; by mouse and by keys.

Lines are 1 px wide and opaque, as wide translucent ones cost several times as much.  The map of
three essays, 703 lines on 1400 by 700 px, takes 9 ms a frame; to find a line 4 ms.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.qt.theme import Theme

if TYPE_CHECKING:
    from reader.library import Column, Line, Map

#: Part of a line: x1, y1, x2, y2, each 0 to 1.
Stretch = tuple[float, float, float, float]
#: The headings of a text: where each stands as a share of the text, and its words; ascending.
Headings = Sequence[tuple[float, str]]

#: Share of a column that the bar of a passage takes at most; the rest is for headings.
_BAR = 0.25
_LEFT_PX, _TOP_PX, _BOTTOM_PX = 24.0, 40.0, 16.0
#: A line is meant when the mouse is so near, px.
_NEAR_PX = 5.0
#: Of more lines than these, the weak ones are fainter: together they would hide the strong ones.
_FEW = 120
#: With how much of its colour a line of many is drawn, from a score up to another, weakest first.
_TONES = ((0.0, 0.45, 0.2), (0.45, 0.65, 0.4), (0.65, 0.85, 0.65), (0.85, 2.0, 1.0))
_ALL_ALIKE = ((0.0, 2.0, 1.0),)
#: So many lines are drawn smoothly: 647 cost 13 ms instead of 8.
_SMOOTH = 1500


class MapCanvas(QWidget):
    """Paints a map at a zoom; tells what is meant.

    Signals:
        chosen: the ``Line`` whose ends shall be opened.
        passage_chosen: work, and where in its text a passage begins that was clicked.
        looked_at: the ``Line`` that mouse or keys rest on; None for none.
        zoom_wanted: 1 nearer, -1 farther.
    """

    chosen = Signal(object)
    passage_chosen = Signal(str, int)
    looked_at = Signal(object)
    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._chart: Map | None = None
        self._titles: Mapping[str, str] = {}
        self._headings: Mapping[str, Headings] = {}
        self._lines: tuple[Line, ...] = ()
        self._at = -1
        self._crossings: tuple[Stretch, ...] = ()
        self._stripe: tuple[str, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Map of the texts"))

    # ---- what is shown ------------------------------------------------------------------

    def show_map(
        self,
        chart: "Map",
        titles: Mapping[str, str],
        headings: Mapping[str, Headings],
        lines: Iterable["Line"] | None = None,
    ) -> None:
        """Show another map and these of its lines, or all; titles and headings are by work."""
        self._chart, self._titles, self._headings = chart, titles, headings
        self.show_lines(chart.lines if lines is None else lines)

    def show_lines(self, lines: Iterable["Line"]) -> None:
        """Show these of the map's lines."""
        before = self.line
        self._lines = tuple(sorted(lines, key=lambda one: (one.y1, one.y2, one.x1, one.x2)))
        self._at = self._lines.index(before) if before in self._lines else -1
        self._crossings = tuple(self._chart.crossings(self._lines)) if self._chart else ()
        self.setAccessibleDescription(self.tr("%n link(s)", "", len(self._lines)))
        self.update()

    @property
    def lines(self) -> tuple["Line", ...]:
        """The lines shown, from top to bottom."""
        return self._lines

    @property
    def line(self) -> "Line | None":
        """The line that mouse or keys rest on."""
        return self._lines[self._at] if 0 <= self._at < len(self._lines) else None

    def y_of(self, line: "Line") -> float:
        """Return the middle of a line, px from the top."""
        return (self._drawn(line).y1() + self._drawn(line).y2()) / 2

    # ---- geometry -----------------------------------------------------------------------

    def _x(self, share: float) -> float:
        return _LEFT_PX + share * (self.width() - 2 * _LEFT_PX)

    def _y(self, share: float) -> float:
        return _TOP_PX + share * (self.height() - _TOP_PX - _BOTTOM_PX)

    def _room(self, column: "Column") -> QRectF:
        left, top = self._x(column.left), self._y(0)
        return QRectF(left, top, self._x(column.right) - left, self._y(1) - top)

    def _drawn(self, line: "Line") -> QLineF:
        return QLineF(self._x(line.x1), self._y(line.y1), self._x(line.x2), self._y(line.y2))

    def row_near(self, point: QPointF) -> int:
        """Return the row of the line under a point; -1 without one.  Linear in the lines."""
        best, row = _NEAR_PX, -1
        for at, line in enumerate(self._lines):
            drawn = self._drawn(line)
            if not drawn.x1() <= point.x() <= drawn.x2():
                continue
            share = (point.x() - drawn.x1()) / max(1.0, drawn.dx())
            slope = hypot(drawn.dx(), drawn.dy()) / max(1.0, drawn.dx())
            distance = abs(drawn.y1() + share * drawn.dy() - point.y()) / slope
            if distance < best:
                best, row = distance, at
        return row

    def _stripe_at(self, point: QPointF) -> tuple[str, int] | None:
        """Return work and start of the passage under a point; None beside the columns."""
        for column in self._columns():
            if self._x(column.left) <= point.x() <= self._x(column.right):
                for stripe in column.stripes:
                    if self._y(stripe.top) <= point.y() <= self._y(stripe.bottom):
                        return column.work, stripe.span.start
        return None

    # ---- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt
        """Paint what is in view."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self.draw(painter)
        if self.hasFocus():
            painter.setPen(self.theme["focus"])
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def draw(self, painter: QPainter) -> None:
        """Paint the whole: on the screen or on paper."""
        painter.fillRect(QRectF(self.rect()), self.theme["page"])
        if self._chart is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._lines) <= _SMOOTH)
        lit = self._lit()
        self._draw_rest(painter, dim=bool(lit))
        self._draw_columns(painter)
        self._draw_crossings(painter)
        for column in self._columns():
            self._draw_headings(painter, column.work, self._room(column))
            painter.setPen(self.theme["border_strong"])
            painter.drawRect(self._room(column))
        self._draw_lines(painter, lit, self.theme["link"], width=2)
        if self.line is not None and self._stripe is None:
            painter.setPen(QPen(self.theme["focus"], 3))
            painter.drawLine(self._drawn(self.line))

    def _draw_rest(self, painter: QPainter, *, dim: bool) -> None:
        """Paint the lines; dim when some stand out, and not at all where nothing is dimmer."""
        made, found = self.theme["border_strong"], self.theme["related"]
        if dim:
            if self.theme["rule"] == made:
                return
            made = found = self.theme["rule"]
        many = len(self._lines) > _FEW and not dim
        for least, below, share in _TONES if many else _ALL_ALIKE:
            lines = [one for one in self._lines if least <= one.score < below]
            computed = [one for one in lines if not one.curated]
            self._draw_lines(painter, computed, self._toned(found, share), dashed=True)
            curated = [one for one in lines if one.curated]
            self._draw_lines(painter, curated, self._toned(made, share))

    def _toned(self, colour: QColor, share: float) -> QColor:
        """Return a colour as faint as the paper lets it be; opaque."""
        paper = self.theme["page"]
        return QColor(
            round(share * colour.red() + (1 - share) * paper.red()),
            round(share * colour.green() + (1 - share) * paper.green()),
            round(share * colour.blue() + (1 - share) * paper.blue()),
        )

    def _draw_crossings(self, painter: QPainter) -> None:
        """Paint where lines run over the texts between, fainter: they have no end there."""
        painter.setPen(QPen(self.theme["rule"], 1))
        painter.drawLines(
            [
                QLineF(self._x(x1), self._y(y1), self._x(x2), self._y(y2))
                for x1, y1, x2, y2 in self._crossings
            ]
        )

    def _lit(self) -> list["Line"]:
        """Return the lines that stand out: those of the passage under the mouse, or the one."""
        if self._stripe is None:
            return [self.line] if self.line is not None else []
        work, start = self._stripe
        column = next((one for one in self._columns() if one.work == work), None)
        stripe = (
            next((s for s in column.stripes if s.span.start == start), None) if column else None
        )
        if column is None or stripe is None:
            return []
        middle = (stripe.top + stripe.bottom) / 2
        return [
            one
            for one in self._lines
            if (one.x1 == column.right and one.y1 == middle)
            or (one.x2 == column.left and one.y2 == middle)
        ]

    def _columns(self) -> tuple["Column", ...]:
        return self._chart.columns if self._chart is not None else ()

    def _draw_lines(
        self,
        painter: QPainter,
        lines: Iterable["Line"],
        colour: QColor,
        *,
        dashed: bool = False,
        width: int = 1,
    ) -> None:
        pen = QPen(colour, width)
        if dashed:  # not by colour alone
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLines([self._drawn(one) for one in lines])

    def _draw_columns(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self.font())
        for column in self._columns():
            whole = self._room(column)
            left, right = whole.left(), whole.right()
            painter.fillRect(whole, self.theme["card"])
            for stripe in column.stripes:
                top, bottom = self._y(stripe.top), self._y(stripe.bottom)
                strength = max(stripe.strength.values(), default=0.0)
                if strength:
                    width = strength * (right - left) * _BAR
                    shown = QRectF(left, top, width, max(1.0, bottom - top - 1))
                    painter.fillRect(shown, self.theme["density"])
            painter.setPen(self.theme["page_text"])
            title = self._titles.get(column.work, column.work)
            wider = min(left, self.width() - right, (right - left) / 4)
            room = QRectF(left - wider, 6, right - left + 2 * wider, _TOP_PX - 12)
            words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_headings(self, painter: QPainter, work: str, room: QRectF) -> None:
        """Paint the headings of a text where they stand, as many as there is room for."""
        metrics = QFontMetricsF(self.font())
        left = room.left() + room.width() * _BAR + 8
        width = room.right() - left - 4
        below = room.top()
        painter.setPen(self.theme["card_text"])
        for share, words in self._headings.get(work, ()):
            top = self._y(share)
            if top >= below and top + metrics.height() <= room.bottom():
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
                ground = QRectF(
                    left - 3, top, metrics.horizontalAdvance(shown) + 6, metrics.height()
                )
                painter.fillRect(ground, self.theme["card"])
                painter.drawText(QPointF(left, top + metrics.ascent()), shown)
                below = top + metrics.height()

    # ---- mouse and keys -----------------------------------------------------------------

    def _rest_on(self, row: int) -> None:
        self._stripe = None
        if row != self._at:
            self._at = row
            self.looked_at.emit(self.line)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt
        """Rest on the line under the mouse."""
        stripe = self._stripe_at(event.position())
        row = -1 if stripe else self.row_near(event.position())
        if stripe != self._stripe:
            self._stripe = stripe
            self.update()
        if row >= 0:
            self._rest_on(row)
        hand = row >= 0 or stripe is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt
        """A click opens both ends of a line, or a passage."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        stripe = self._stripe_at(event.position())
        row = self.row_near(event.position())
        if stripe is not None:
            self.passage_chosen.emit(*stripe)
        elif row >= 0:
            self._rest_on(row)
            self.chosen.emit(self.line)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
        """The mouse rests on no passage any more."""
        super().leaveEvent(event)
        self._stripe = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt
        """With Ctrl: nearer or farther."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Up and Down walk along the lines, Return opens, plus and minus zoom."""
        last = len(self._lines) - 1
        match event.key():
            case Qt.Key.Key_Down if last >= 0:
                self._rest_on(min(last, self._at + 1))
            case Qt.Key.Key_Up if last >= 0:
                self._rest_on(max(0, self._at - 1))
            case Qt.Key.Key_Home if last >= 0:
                self._rest_on(0)
            case Qt.Key.Key_End if last >= 0:
                self._rest_on(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.line is not None:
                self.chosen.emit(self.line)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_wanted.emit(1)
            case Qt.Key.Key_Minus:
                self.zoom_wanted.emit(-1)
            case _:
                super().keyPressEvent(event)
