"""The words of one text: a read-only text widget that paints marks and numbers itself.

Selection, copy, input methods and screen readers come with ``QTextEdit``; a self-painted pane
with an accessibility interface of its own crashed on three version pairs.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from math import inf

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.model import Edition, InlineKind, InlineSpan, PassageKind, Span
from reader.panes.document import Typography, fill, reference_label
from reader.panes.extent import extent, needs_move
from reader.panes.handles import Handles
from reader.panes.marks import Mark, MarkPainter, Marks, Run
from reader.qt.look import Look
from reader.qt.offsets import QtOffsets

#: A line this far below the top is well in view, in ems.
_WELL_EM = 1.5
#: Plain layers that others may add: called with painter, view and visible rows, under the words.
Painter = Callable[[QPainter, "TextView", range], None]


class TextView(QTextEdit):
    """Shows the passages of one edition, or a moving window of them when it is long.

    Attributes:
        edition: what is shown; None for an empty pane.
        rows: the passages that are set now.
        marks: what is painted over and under the words.
        underlays: further things to paint under the words, by other parts of the window.

    Signals:
        scrolled: what is seen moved, by whatever cause; geometry queries have new answers.
        relaid: the text was set or laid out anew.
        caret_moved: the caret or selection changed.
        mark_clicked: a ``Mark`` was clicked without selecting.
        reference_clicked: passage id of a note, and where on the screen its reference stands.
        focus_changed: whether the text has the focus.
        link_clicked: the address of a link in the text, unchecked.
        stretched: the ends of the chosen mark were dragged; its new ``Span``.
        selected: words were selected with the mouse; where the selection ends, in the viewport.
    """

    scrolled = Signal()
    relaid = Signal()
    caret_moved = Signal()
    mark_clicked = Signal(object)
    reference_clicked = Signal(str, object)
    focus_changed = Signal(bool)
    selected = Signal(object)
    stretched = Signal(object)
    link_clicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edition: Edition | None = None
        self.rows = range(0)
        self.marks = Marks()
        self.handles = Handles()
        self.underlays: list[Painter] = []
        self.key_command: Callable[[str], bool] = lambda _sequence: False
        self._look = look
        self._type = Typography(look)
        self._paint_marks = MarkPainter(look.theme)
        self._offsets: dict[int, QtOffsets] = {}
        self._rects: dict[tuple[int, int, int], list[QRectF]] = {}
        self._references: dict[int, list[tuple[int, str, InlineSpan]]] = {}
        self._document: QTextDocument | None = None
        self._anchor: tuple[int, float] = (0, 0.0)
        self._quiet = False
        self._outside: int | None = None
        self._pressed = QPointF()
        self._moving = QTimer(self, singleShot=True, interval=0)
        self._moving.timeout.connect(self._move_window)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Text"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_caret)
        self._dress()

    # the text --------------------------------------------------------------

    @property
    def typography(self) -> Typography:
        """Formats and measures of the present look."""
        return self._type

    def set_tight(self, tight: bool) -> None:
        """Leave little room beside the words, for a narrow pane."""
        if tight != self._type.tight:
            self._type = Typography(self._look, tight=tight)
            self._quiet = True
            self.document().rootFrame().setFrameFormat(self._type.frame())
            self._quiet = False
            self._rects.clear()
            self.go_to_line(*self._anchor)

    def set_edition(self, edition: Edition | None, row: int = 0) -> None:
        """Show an edition, beginning at a row; None empties the view."""
        self.edition = edition
        self.marks = Marks()
        self.handles = Handles()
        self._outside = None
        self._references = _references(edition) if edition else {}
        if edition is None:
            self.setAccessibleName(self.tr("Text"))
            self._show_rows(range(0))
            return
        self.setAccessibleName(edition.work.cited)
        self._show_rows(extent(edition, row))
        start = edition.passages[row].span.start if edition.passages else 0
        self._anchor = (start, 0.0)

    def dress(self, lay_out: Callable[[], None]) -> None:
        """Take over a changed look; the place is kept.

        ``lay_out`` gives the view its new width, while no text is set that would be laid out
        twice.
        """
        anchor, selection, rows = self._anchor, self.selection(), self.rows
        self._type = Typography(self._look, tight=self._type.tight)
        self._paint_marks = MarkPainter(self._look.theme)
        self._dress()
        edition, self.edition = self.edition, None
        self._show_rows(range(0))
        lay_out()
        self.edition = edition
        if edition is not None:
            self._show_rows(rows)
            self.select(selection, follow=False)
            self.go_to_line(*anchor)

    def _dress(self) -> None:
        theme = self._look.theme
        palette = self.palette()
        for role, name in (
            (QPalette.ColorRole.Base, "page"),
            (QPalette.ColorRole.Text, "page_text"),
            (QPalette.ColorRole.Highlight, "selection"),
            (QPalette.ColorRole.HighlightedText, "selection_text"),
        ):
            palette.setColor(role, theme[name])
        self.setPalette(palette)

    def _show_rows(self, rows: range) -> None:
        """Set ``rows`` in a new document; the old one goes."""
        document = QTextDocument(self)
        document.setDefaultFont(self._type.font)
        self.rows = rows
        self._quiet = True
        if self.edition is not None:
            # Without a page nothing is laid out before the width is known, and then what is
            # seen first: else the widget would lay out everything, twice.
            document.setPageSize(QSizeF(0, 0))
            fill(document, self.edition, rows, self._type)
        old, self._document = self._document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        document.documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self._offsets.clear()
        self._rects.clear()
        self._quiet = False
        self.relaid.emit()

    # units -----------------------------------------------------------------

    def position_of(self, offset: int) -> int:
        """Return the document position of an offset, or of the nearest one that is set."""
        if self.edition is None or not self.rows:
            return 0
        row = self.edition.row_at(offset)
        if row < self.rows.start:
            return 0
        if row >= self.rows.stop:
            return max(0, self.document().characterCount() - 1)
        span = self.edition.passages[row].span
        inside = min(max(0, offset - span.start), len(span))
        return self._block(row).position() + self._units(row).to_qt(inside)

    def offset_at(self, position: int) -> int:
        """Return the offset of a document position; inverse of ``position_of``."""
        if self.edition is None or not self.rows:
            return 0
        block = self.document().findBlock(position)
        row = self.rows.start + block.blockNumber()
        inside = self._units(row).from_qt(position - block.position())
        return self.edition.passages[row].span.start + inside

    def _units(self, row: int) -> QtOffsets:
        if row not in self._offsets and self.edition is not None:
            self._offsets[row] = QtOffsets(self.edition.words_of(self.edition.passages[row]))
        return self._offsets[row]

    def _block(self, row: int) -> QTextBlock:
        return self.document().findBlockByNumber(row - self.rows.start)

    # selection -------------------------------------------------------------

    def caret(self) -> int:
        """Return the offset of the caret."""
        return self.offset_at(self.textCursor().position())

    def selection(self) -> Span:
        """Return the selected span; empty at the caret without a selection.

        A selection whose beginning has been left behind by the moving window is still whole.
        """
        cursor = self.textCursor()
        caret = self.offset_at(cursor.position())
        other = self._outside if self._outside is not None else self.offset_at(cursor.anchor())
        return Span(min(caret, other), max(caret, other))

    def select(self, span: Span, *, follow: bool = True) -> None:
        """Select a span, or put the caret at an empty one."""
        self._outside = None
        cursor = self.textCursor()
        start, end = self.position_of(span.start), self.position_of(span.end)
        if (cursor.anchor(), cursor.position()) == (start, end):
            return  # setting a cursor lays out the whole text the first time
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        if not follow:
            self.verticalScrollBar().setValue(value)

    def extend_to(self, offset: int) -> None:
        """Move the caret, keeping the other end of the selection, however far it is."""
        if self.edition is None:
            return
        row = self.edition.row_at(offset)
        if row not in self.rows:
            span, caret = self.selection(), self.caret()
            other = span.start if caret == span.end else span.end
            self._set_window(row)
            self._outside = None if self.edition.row_at(other) in self.rows else other
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(offset), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _on_caret(self) -> None:
        if self._quiet:
            return
        if self._outside is not None and not self.textCursor().hasSelection():
            self._outside = None
        self.caret_moved.emit()

    # geometry --------------------------------------------------------------

    def top_of(self, row: int) -> float:
        """Return the y of a passage's first line in the viewport, px; it must be set."""
        layout = self.document().documentLayout()
        return float(layout.blockBoundingRect(self._block(row)).top() - self._scroll())

    def y_of(self, offset: int) -> float | None:
        """Return the y of the line of an offset in the viewport, px; None when it is not set."""
        if self.edition is None:
            return None
        row = self.edition.row_at(offset)
        if row not in self.rows:
            return None
        block = self._block(row)
        top = self.top_of(row)
        inside = self._units(row).to_qt(offset - self.edition.passages[row].span.start)
        line = block.layout().lineForTextPosition(min(inside, max(0, block.length() - 1)))
        return top + line.y() if line.isValid() else top

    def height_of(self, row: int) -> float:
        """Return the height of a passage that is set, px."""
        return float(self.document().documentLayout().blockBoundingRect(self._block(row)).height())

    def offsets_seen(self) -> tuple[int, int]:
        """Return the offsets of the first and after the last letters in view."""
        if self.edition is None or not self.rows:
            return 0, 0
        (top, first), (bottom, last) = self._line_at(0), self._line_at(self.viewport().height())
        passages = self.edition.passages
        start = self._units(top).from_qt(first.textStart()) if first else 0
        end = last.textStart() + last.textLength() if last else 0
        after = min(self._units(bottom).from_qt(end), len(passages[bottom].span))
        return passages[top].span.start + start, passages[bottom].span.start + after

    def _line_at(self, y_px: float) -> tuple[int, QTextLine | None]:
        """Return the row at a height of the viewport, and its line there or the nearest."""
        row = self.row_at_y(y_px)
        layout = self._block(row).layout()
        inside = y_px + self._scroll() - layout.position().y()
        low, high = 0, layout.lineCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if layout.lineAt(middle).y() <= inside:
                low = middle
            else:
                high = middle - 1
        return row, layout.lineAt(low) if high >= 0 else None

    def visible_rows(self) -> range:
        """Return the rows of which something is seen; logarithmic in the passages."""
        return self._rows_between(0, self.viewport().height())

    def row_at_y(self, y_px: float) -> int:
        """Return the row at a height of the viewport, or the last one above it.

        Qt's own ``hitTest`` goes astray beside the words while a part of the text is not yet
        laid out, so it only serves to lay out as far as is asked for.
        """
        y = max(0.0, y_px + self._scroll())
        document = self.document()
        document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.ExactHit)

        def top(number: int) -> float:
            layout = document.findBlockByNumber(number).layout()
            return layout.position().y() if layout.lineCount() else inf

        after = bisect_right(range(len(self.rows)), y, key=top)
        return self.rows.start + max(0, after - 1)

    def offset_at_point(self, point: QPointF) -> int | None:
        """Return the offset under a point of the viewport; None beside the words."""
        where = point + QPointF(0, self._scroll())
        layout = self.document().documentLayout()
        position = layout.hitTest(where, Qt.HitTestAccuracy.ExactHit)
        return self.offset_at(position) if position >= 0 else None

    def rects_of(self, row: int, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of a passage, one a line, in document px.

        ``start`` and ``end`` count code points of the passage.  Remembered until the text is
        laid out again.
        """
        key = (row, start, end)
        if key not in self._rects:
            self._rects[key] = list(self._measure(row, start, end))
        return self._rects[key]

    def _measure(self, row: int, start: int, end: int) -> Iterator[QRectF]:
        block = self._block(row)
        layout = block.layout()
        units = self._units(row)
        first, last = units.to_qt(start), units.to_qt(end)
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin.setX(layout.position().x())
        number = layout.lineForTextPosition(first).lineNumber()
        while 0 <= number < layout.lineCount():
            line = layout.lineAt(number)
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if begin >= last:
                return
            left = _x(line.cursorToX(max(first, begin)))
            right = _x(line.cursorToX(min(last, stop)))
            if right > left:
                yield QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
            number += 1

    def _rows_between(self, top: float, bottom: float) -> range:
        if not self.rows:
            return range(0)
        return range(self.row_at_y(top), self.row_at_y(bottom) + 1)

    def _scroll(self) -> int:
        return int(self.verticalScrollBar().value())

    # moving ----------------------------------------------------------------

    def anchor(self) -> tuple[int, float]:
        """Return the offset of the first line well in view, and its px above the top.

        ``go_to_line`` is the inverse, also when the lines break differently meanwhile.
        """
        return self._anchor

    def go_to_line(self, offset: int, above_px: float) -> None:
        """Bring the line of an offset to where it stands ``above_px`` above the top."""
        if self.edition is None or not self.edition.passages:
            return
        row = self.edition.row_at(offset)
        if row not in self.rows:
            self._set_window(row)
        inside = (self.y_of(offset) or 0.0) - self.top_of(row)
        self.go_to(row, inside + above_px)
        reached = self.y_of(offset) or 0.0
        if abs(reached + above_px) <= 1:  # not stopped by the beginning or end of the text
            self._anchor = (offset, above_px)

    def go_to(self, row: int, above_px: float = 0.0) -> None:
        """Bring a row to the top, ``above_px`` of it hidden above; negative leaves room."""
        if self.edition is None or not self.edition.passages:
            return
        row = min(max(0, row), len(self.edition.passages) - 1)
        if row not in self.rows:
            self._set_window(row)
        top = self.top_of(row) + self._scroll()
        self._make_room(top + above_px)
        self.verticalScrollBar().setValue(round(top + above_px))
        self._on_scrolled()

    def go_to_offset(self, offset: int, share: float = 0.3) -> None:
        """Bring the line of an offset to a share of the height."""
        self.go_to_line(offset, -self.viewport().height() * share)

    def go_to_share(self, row: int, share_0_1: float) -> None:
        """Bring a share of a passage to the top: what a scroll bar asks for."""
        if self.edition is None or not self.edition.passages:
            return
        if row not in self.rows:
            self._set_window(row)
        self.go_to(row, self.height_of(row) * share_0_1)

    def _make_room(self, value: float) -> None:
        """Lay out as much as is needed to scroll to ``value``: Qt does so lazily."""
        bar = self.verticalScrollBar()
        if value <= bar.maximum():
            return
        layout, height = self.document().documentLayout(), self.viewport().height()
        bottom = QPointF(0, value + height)
        position = layout.hitTest(bottom, Qt.HitTestAccuracy.FuzzyHit)
        room = round(value)
        if self.document().findBlock(position) == self.document().lastBlock():
            room = min(room, round(layout.documentSize().height() - height))
        bar.setMaximum(max(bar.maximum(), room))

    def _set_window(self, row: int) -> None:
        """Set the window around a row, keeping the selection."""
        if self.edition is None:
            return
        caret, selection = self.caret(), self.selection()
        self._show_rows(extent(self.edition, row))
        other = selection.start if caret == selection.end else selection.end
        self._quiet = True
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(other))
        cursor.setPosition(self.position_of(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._outside = None if self.edition.row_at(other) in self.rows else other
        self._quiet = False

    def _move_window(self) -> None:
        if self.edition is None or not self._too_near():
            return
        anchor = self._anchor
        self._set_window(self.edition.row_at(anchor[0]))
        self.go_to_line(*anchor)

    def _too_near(self) -> bool:
        seen = self.visible_rows()
        return (
            self.edition is not None
            and len(seen) > 0
            and needs_move(self.edition, self.rows, seen.start, seen.stop - 1)
        )

    def _on_scrolled(self) -> None:
        if self._quiet or self.edition is None or not self.rows:
            return
        self._anchor = self._first_line()
        if len(self.rows) < len(self.edition.passages) and self._too_near():
            self._moving.start()
        self.scrolled.emit()

    def _first_line(self) -> tuple[int, float]:
        """Return the offset and the px above the top of the first line well in view."""
        assert self.edition is not None  # noqa: S101 - asked by the only caller
        row, line = self._line_at(self._type.em_px * _WELL_EM)
        begin = line.textStart() if line else 0
        offset = self.edition.passages[row].span.start + self._units(row).from_qt(begin)
        return offset, -(self.y_of(offset) or 0.0)

    def _on_laid_out(self) -> None:
        self._rects.clear()
        if not self._quiet:
            self.relaid.emit()

    # events ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the place when the lines break differently."""
        anchor = self._anchor
        self._quiet = True
        super().resizeEvent(event)
        self._quiet = False
        self._rects.clear()
        if event.size().width() != event.oldSize().width():
            self.go_to_line(*anchor)
        self.relaid.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what lies under the words, the words, and what lies over them."""
        rows = self._rows_between(event.rect().top() - 2, event.rect().bottom() + 2)
        shifted = ((run, self._shifted(row, run)) for row in rows for run in self._runs(row))
        top, bottom = event.rect().top() - 8, event.rect().bottom() + 8
        runs = [
            (run, rects)
            for run, rects in shifted
            if rects and rects[-1].bottom() >= top and rects[0].top() <= bottom
        ]
        under = QPainter(self.viewport())
        for paint in self.underlays:
            paint(under, self, rows)
        for run, rects in runs:
            self._paint_marks.under(under, run, rects)
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_beside(over, rows)
        for run, rects in runs:
            self._paint_marks.over(over, run, rects)
        ends = self._handle_ends()
        if ends is not None:
            self.handles.paint(over, ends, self._look.theme["focus"])
        over.end()

    def _runs(self, row: int) -> list[Run]:
        return self.marks.of_row(self.edition, row) if self.edition is not None else []

    def _shifted(self, row: int, run: Run) -> list[QRectF]:
        up = -float(self._scroll())
        return [rect.translated(0, up) for rect in self.rects_of(row, run.start, run.end)]

    def _paint_beside(self, painter: QPainter, rows: range) -> None:
        """Paint numbers, note labels, note references and the rule above the notes."""
        if self.edition is None:
            return
        numbers = self._look.reading.numbers
        for row in rows:
            passage = self.edition.passages[row]
            block = self._block(row)
            first = block.layout().lineAt(0)
            if not first.isValid():
                continue
            top = self.top_of(row)
            baseline = top + first.y() + first.ascent()
            if numbers:
                self._paint_number(painter, row, passage.kind, baseline)
            if row in self.marks.bookmarks:
                self._paint_bookmark(painter, row, top + first.y())
            if passage.kind is PassageKind.FOOTNOTE:
                self._paint_rule(painter, row, top)
            for at, label, _reference in self._references.get(row, ()):
                self._paint_reference(painter, row, at, label)

    def _paint_number(
        self, painter: QPainter, row: int, kind: PassageKind, baseline: float
    ) -> None:
        assert self.edition is not None  # noqa: S101 - asked by the only caller
        passage = self.edition.passages[row]
        if kind in {PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE}:
            words = str(passage.locus.number)
        elif kind is PassageKind.FOOTNOTE:
            words = passage.label or str(passage.locus.number)
        else:
            return
        painter.setFont(self._type.number_font)
        painter.setPen(self._look.theme["number"])
        width = painter.fontMetrics().horizontalAdvance(words)
        gap = 0.45 if self._type.tight else 0.95
        right = self._type.gutter_px - self._type.em_px * gap
        painter.drawText(QPointF(max(2.0, right - width), baseline), words)

    def _paint_bookmark(self, painter: QPainter, row: int, top: float) -> None:
        """A ribbon in the gutter."""
        mark = self.marks.bookmarks[row]
        em = self._type.em_px
        left, wide, tall = 2.0, em * 0.55, em * 0.95
        y = top + em * 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.line(mark.colour))
        painter.drawPolygon(
            [
                QPointF(left, y),
                QPointF(left + wide, y),
                QPointF(left + wide, y + tall),
                QPointF(left + wide / 2, y + tall - wide * 0.45),
                QPointF(left, y + tall),
            ]
        )

    def _paint_rule(self, painter: QPainter, row: int, top: float) -> None:
        assert self.edition is not None  # noqa: S101 - asked by the only caller
        if row and self.edition.passages[row - 1].kind is PassageKind.FOOTNOTE:
            return
        painter.setPen(self._look.theme["border_strong"])
        left = self._type.gutter_px
        y = round(top - self._type.em_px * 0.35) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(left + self._type.em_px * 6, y))

    def _paint_reference(self, painter: QPainter, row: int, at: int, label: str) -> None:
        rect = self._reference_rect(row, at, label)
        if rect is None:
            return
        painter.setFont(self._type.reference_font)
        painter.setPen(self._look.theme["link"])
        ascent = QFontMetricsF(self._type.reference_font).ascent()
        painter.drawText(QPointF(rect.left(), rect.top() + ascent), label)

    def _reference_rect(self, row: int, at: int, label: str) -> QRectF | None:
        """Return where a reference is painted, in the viewport: in the room left for it."""
        block = self._block(row)
        position = self._units(row).to_qt(at)
        line = block.layout().lineForTextPosition(max(0, position - 1))
        if not line.isValid():
            return None
        width = QFontMetricsF(self._type.reference_font).horizontalAdvance(label)
        room = self._type.room_for(label) if at else 0.0
        left = block.layout().position().x() + _x(line.cursorToX(position)) - room
        y = self.top_of(row) + line.y() + line.ascent() * 0.08
        return QRectF(left + self._type.em_px * 0.06, y, width, line.height() * 0.55)

    def reference_at(self, point: QPointF) -> tuple[InlineSpan, QRect] | None:
        """Return the note reference under a point of the viewport, and where it stands."""
        row = self.row_at_y(point.y())
        for at, label, reference in self._references.get(row, ()):
            rect = self._reference_rect(row, at, label)
            if rect is not None and rect.adjusted(-4, -3, 4, 6).contains(point):
                return reference, rect.toAlignedRect()
        return None

    def references_in(self, span: Span) -> list[InlineSpan]:
        """Return the note references in a span, in order."""
        if self.edition is None:
            return []
        return [
            one
            for one in self.edition.inline
            if one.kind is InlineKind.NOTE_REFERENCE and span.start <= one.span.start <= span.end
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where the button went down, to tell a click from a selection."""
        self._pressed = event.position()
        if self.handles.take(event.position(), self._handle_ends()):
            return
        self._outside = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what was clicked: a note reference, a mark."""
        if self.handles.dragging:
            span = self.handles.drop()
            if span is not None:
                self.stretched.emit(span)
            return
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.textCursor().hasSelection():
            self.selected.emit(self._above_selection())
        if not left or moved > 4 or self.textCursor().hasSelection() or self.edition is None:
            return
        found = self.reference_at(event.position())
        if found is not None:
            reference, rect = found
            where = self.viewport().mapToGlobal(rect.bottomLeft())
            self.reference_clicked.emit(reference.target, where)
            return
        for mark in self.marks_at_point(event.position())[:1]:
            self.mark_clicked.emit(mark)
            return
        address = self.link_at(event.position())
        if address:
            self.link_clicked.emit(address)

    def _above_selection(self) -> QPoint:
        """Return the middle of the top line of the selection, in the viewport."""
        cursor = self.textCursor()
        top = min(
            (self.y_of(self.offset_at(at)) or 0.0) for at in (cursor.anchor(), cursor.position())
        )
        return QPoint(self.cursorRect().left(), round(max(0.0, top)))

    def _nearest(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport, between words if near one."""
        return self.offset_at(self.cursorForPosition(point.toPoint()).position())

    def _handle_ends(self) -> tuple[QRectF, QRectF] | None:
        """Return the first and last rectangles of the chosen span, in the viewport."""
        span = self.handles.span
        if span is None or self.edition is None or not span:
            return None
        first, last = self.edition.row_at(span.start), self.edition.row_at(span.end - 1)
        if first not in self.rows or last not in self.rows:
            return None
        rects = []
        for row, offset in ((first, span.start), (last, span.end - 1)):
            inside = offset - self.edition.passages[row].span.start
            found = self.rects_of(row, inside, inside + 1)
            if not found:
                return None
            rects.append(found[0].translated(0, -float(self._scroll())))
        return rects[0], rects[1]

    def link_at(self, point: QPointF) -> str:
        """Return the address of the link under a point of the viewport; empty without one."""
        offset = self.offset_at_point(point)
        if offset is None or self.edition is None:
            return ""
        spans = self.edition.inline
        low = bisect_right(spans, offset, key=lambda one: one.span.start)
        near = spans[max(0, low - 8) : low]  # links do not nest; emphasis within one may follow
        return next(
            (one.target for one in near if one.kind is InlineKind.LINK and offset < one.span.end),
            "",
        )

    def marks_at_point(self, point: QPointF) -> tuple[Mark, ...]:
        """Return the marks under a point of the viewport, the innermost first."""
        offset = self.offset_at_point(point)
        if offset is None or self.edition is None:
            return ()
        return self.marks.at(self.edition, offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag a handle; show a hand over what can be clicked."""
        if self.handles.dragging:
            offset = self._nearest(event.position())
            if self.handles.drag(offset) and self.edition is not None:
                self.marks.set_chosen(self.edition, self.handles.span)
                self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton and self.rows:
            point = event.position()
            link = self.reference_at(point) is not None or bool(self.link_at(point))
            shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let single letters be commands; Space pages; the rest moves the caret."""
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Escape and self.handles.dragging and self.edition:
            self.handles.give_up()
            self.marks.set_chosen(self.edition, self.handles.span)
            self.viewport().update()
            return
        if not plain.value:
            if event.key() == Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.page(-1 if back else 1)
                return
            if self.key_command(_sequence(event)):
                return
        super().keyPressEvent(event)

    def page(self, direction: int) -> None:
        """Move by one screen less two lines."""
        bar = self.verticalScrollBar()
        step = self.viewport().height() - round(self._type.em_px * 3.5)
        self._make_room(bar.value() + direction * step)
        bar.setValue(bar.value() + direction * step)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl the pane changes the size of the text instead."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Tell the pane that it is the one being read."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Tell the pane that the focus went elsewhere."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)


def _x(answer: object) -> float:
    """Return the x of ``QTextLine.cursorToX``, whose stubs and answers differ by version."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _references(edition: Edition) -> dict[int, list[tuple[int, str, InlineSpan]]]:
    """Return, by row, place in the passage, label and span of each painted note reference."""
    found: dict[int, list[tuple[int, str, InlineSpan]]] = {}
    for one in edition.inline:
        if one.kind is InlineKind.NOTE_REFERENCE and not one.span:
            row = edition.row_at(one.span.start)
            inside = one.span.start - edition.passages[row].span.start
            found.setdefault(row, []).append((inside, reference_label(edition, one), one))
    return found


def _sequence(event: QKeyEvent) -> str:
    """Return a key event as portable text: ``H``, ``Shift+E``, ``[``, ``Return``."""
    key = event.key()
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return.value
    letter = event.text()
    shift = "Shift+" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ""
    if letter.isprintable() and len(letter) == 1 and not letter.isalpha():
        return letter  # "/" and "[" are signs, whatever modifiers a keyboard needs for them
    return shift + QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
