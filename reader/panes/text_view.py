"""The words of one text with what is painted over and under them, and what a click on it means."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.model import Edition, Span
from reader.panes.beside import Beside
from reader.panes.handles import Handles
from reader.panes.in_note import InNote
from reader.panes.inline import link_at
from reader.panes.long_text import LongText
from reader.panes.marks import Mark, MarkPainter, Marks, Run
from reader.qt.look import Look

#: Plain layers that others may add: called with painter, view and visible rows, under the words.
Painter = Callable[[QPainter, "TextView", range], None]
#: Height of a page without an end, px, as Qt's own text widgets have it.
_NO_END = 2**31 - 1


class TextView(LongText):
    """Paints marks, numbers and references itself, and tells what was clicked or dragged.

    Attributes:
        marks: what is painted over and under the words.
        handles: the ends of the chosen mark, which can be dragged.
        beside: what is painted beside and between the words.
        in_note: words selected in a note that stands beneath its passage.
        underlays: further things to paint under the words, by other parts of the window.
        key_command: does the command of a single letter; says whether there is one.

    Signals:
        mark_clicked: a ``Mark`` was clicked without selecting.
        reference_clicked: passage id of a note, and where on the screen its reference stands.
        focus_changed: whether the text has the focus.
        link_clicked: the address of a link in the text, unchecked.
        note_clicked: passage id of a note whose number beneath a passage was clicked.
        stretched: the ends of the chosen mark were dragged; its new ``Span``.
        selected: words were selected with the mouse; where the selection ends, in the viewport.
    """

    mark_clicked = Signal(object)
    reference_clicked = Signal(str, object)
    focus_changed = Signal(bool)
    selected = Signal(object)
    stretched = Signal(object)
    link_clicked = Signal(str)
    note_clicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.marks = Marks()
        self.handles = Handles()
        self.beside = Beside(look, self)
        self.in_note = InNote(self)
        self.underlays: list[Painter] = []
        self.key_command: Callable[[str], bool] = lambda _sequence: False
        self._paint_marks = MarkPainter(look.theme)
        self._pressed = QPointF()

    def set_edition(self, edition: Edition | None, row: int = 0) -> None:
        """Show an edition without marks, beginning at a row; None empties the view."""
        self.marks = Marks()
        self.handles = Handles()
        self.in_note.clear()
        self.beside.set_edition(edition)
        super().set_edition(edition, row)

    def dress(self, lay_out: Callable[[], None]) -> None:
        """Take over a changed look; the place is kept."""
        self._paint_marks = MarkPainter(self._look.theme)
        super().dress(lay_out)

    def stand(self, rect: QRect) -> None:
        """Take a place in the pane; the words in view stay there."""
        anchor = self._anchor
        self._fit_below(rect.width())
        unset = self.document().pageSize().isNull()
        self.setGeometry(rect)
        if unset and self.document().pageSize().isNull():  # the size is as it was
            self.document().setPageSize(QSizeF(self.viewport().width(), _NO_END))
        if unset:
            self.lines.forget()
            self.go_to_line(*anchor)

    # selection -------------------------------------------------------------

    def selection(self) -> Span:
        """Return the selected span; empty at the caret without a selection."""
        return self.in_note.span or super().selection()

    def select(self, span: Span, *, follow: bool = True) -> None:
        """Select a span, or put the caret at an empty one."""
        if self.in_note.take(span):
            self._on_note_selected()
            return
        had = self.in_note.clear()
        super().select(span, follow=follow)
        if had:
            self._on_note_selected()

    def extend_to(self, offset: int) -> None:
        """Move the caret, keeping the other end of the selection, however far it is."""
        self.in_note.clear()
        super().extend_to(offset)

    def _on_caret(self) -> None:
        if not self._quiet and self.in_note.clear():
            self.viewport().update()
        super()._on_caret()

    def _on_note_selected(self) -> None:
        """Take the selection of the words away, where there is one in a note; tell of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() and (self.in_note.span or self.in_note.dragging):
            self._quiet = True
            value = self.verticalScrollBar().value()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)  # the caret may be far away
            self._quiet = False
        self.viewport().update()
        self.caret_moved.emit()

    # painting --------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what lies under the words, the words, and what lies over them."""
        rows = self.rows_between(event.rect().top() - 2, event.rect().bottom() + 2)
        up = self.scroll_px()
        top, bottom = event.rect().top() - 8 + up, event.rect().bottom() + 8 + up
        measured = (
            (run, self.rects_of(row, run.start, run.end)) for row in rows for run in self._runs(row)
        )
        runs = [
            (run, rects)
            for run, rects in measured
            if rects and rects[-1].bottom() >= top and rects[0].top() <= bottom
        ]
        under = QPainter(self.viewport())
        for paint in self.underlays:
            paint(under, self, rows)
        under.translate(0, -up)
        for run, rects in runs:
            self._paint_marks.under(under, run, rects)
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.beside.paint(over, rows, self.marks.bookmarks)
        for row in rows:
            if row in self.below.rows:
                self._paint_notes(over, row, event.rect())
        if self.below.amiss:
            self._mending.start()
        over.translate(0, -up)
        for run, rects in runs:
            self._paint_marks.over(over, run, rects)
        over.translate(0, up)
        ends = self._handle_ends()
        if ends is not None:
            self.handles.paint(over, ends, self._look.theme["focus"])
        over.end()

    def _paint_notes(self, painter: QPainter, row: int, seen: QRect) -> None:
        """Paint the notes beneath a passage, with the marks and hits that are in them."""
        bottom = self.bottom_of(row)
        self.below.paint_rule(painter, row, bottom)
        for note, top in self.below.placed(row, bottom):
            if top > seen.bottom() or top + note.height < seen.top():
                continue
            runs = [
                (run, self.below.rects(note, top, run.start, run.end))
                for run in self._runs(note.row)
            ]
            for run, rects in runs:
                self._paint_marks.under(painter, run, rects)
            self.below.paint(painter, note, top, self.in_note.within(note))
            for run, rects in runs:
                self._paint_marks.over(painter, run, rects)

    def _runs(self, row: int) -> list[Run]:
        return self.marks.of_row(self.edition, row) if self.edition is not None else []

    # pointing --------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where the button went down, to tell a click from a selection."""
        self._pressed = event.position()
        if self.handles.take(event.position(), self._handle_ends()):
            return
        self._outside = None
        if event.button() is Qt.MouseButton.LeftButton and self.in_note.press(event.position()):
            self._on_note_selected()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what was clicked: a note reference, a mark."""
        if self.handles.dragging:
            span = self.handles.drop()
            if span is not None:
                self.stretched.emit(span)
            return
        if self.in_note.dragging:
            self._leave_note(event.position())
            return
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.textCursor().hasSelection():
            self.selected.emit(self._above_selection())
        if not left or moved > 4 or self.textCursor().hasSelection() or self.edition is None:
            return
        found = self.beside.reference_at(event.position())
        if found is not None:
            reference, rect = found
            where = self.viewport().mapToGlobal(rect.bottomLeft())
            self.reference_clicked.emit(reference.target, where)
            return
        for mark in self.marks_at_point(event.position())[:1]:
            self.mark_clicked.emit(mark)
            return
        address = self._link_at(event.position())
        if address:
            self.link_clicked.emit(address)

    def _leave_note(self, point: QPointF) -> None:
        """End selecting in a note; a click opens what is there."""
        self.in_note.drop()
        rects = self.in_note.rects()
        if rects:
            self.selected.emit(rects[0].topLeft().toPoint())
            return
        number, offset = self.in_note.number_under(point), self.in_note.offset_at(point)
        if number:
            self.note_clicked.emit(number)
        elif offset is not None and self.edition is not None:
            marks, address = self.marks.at(self.edition, offset), link_at(self.edition, offset)
            if marks:
                self.mark_clicked.emit(marks[0])
            elif address:
                self.link_clicked.emit(address)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select a word, in a note, too."""
        if self.in_note.select_word(event.position()):
            self._on_note_selected()
            rects = self.in_note.rects()
            if rects:
                self.selected.emit(rects[0].topLeft().toPoint())
        else:
            super().mouseDoubleClickEvent(event)

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
        ends = self.lines.ends_of(span) if span is not None else None
        if ends is None:
            return None
        up = -float(self.scroll_px())
        return ends[0].translated(0, up), ends[1].translated(0, up)

    def _link_at(self, point: QPointF) -> str:
        """Return the address of the link under a point of the viewport; empty without one."""
        offset = self.offset_at_point(point)
        if offset is None or self.edition is None:
            return ""
        return link_at(self.edition, offset)

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
        if self.in_note.dragging:
            self.in_note.drag(event.position())
            self._on_note_selected()
            return
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton and self.rows:
            point = event.position()
            number = self.beside.reference_at(point) or self.in_note.number_under(point)
            link = bool(number) or bool(self._link_at(point))
            shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    # keys ------------------------------------------------------------------

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
        if _by_passages(event) and self.key_command(f"Ctrl+{_sequence(event)}"):
            return
        if not self._goes_far(event):
            super().keyPressEvent(event)

    def _goes_far(self, event: QKeyEvent) -> bool:
        """Go or select to an end of the text where the document holds only a part of it."""
        if self.edition is None or len(self.rows) == len(self.edition.passages):
            return False
        keys, end = QKeySequence.StandardKey, len(self.edition.text)
        if event.matches(keys.MoveToStartOfDocument):
            self._put_caret(0)
        elif event.matches(keys.MoveToEndOfDocument):
            self._put_caret(end)
        elif event.matches(keys.SelectStartOfDocument):
            self.extend_to(0)
        elif event.matches(keys.SelectEndOfDocument):
            self.extend_to(end)
        elif event.matches(keys.SelectAll):
            self._put_caret(0)
            self.extend_to(end)
        else:
            return False
        return True

    def _put_caret(self, offset: int) -> None:
        self.go_to_offset(offset)
        self.select(Span(offset, offset))

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Tell the pane that it is the one being read."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Tell the pane that the focus went elsewhere."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)


def _by_passages(event: QKeyEvent) -> bool:
    """Say whether a key selects on to the next or previous passage, as Ctrl+Down moves there."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier:
        return False
    taken = (
        QKeySequence.StandardKey.SelectStartOfDocument,
        QKeySequence.StandardKey.SelectEndOfDocument,
    )
    vertical = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
    return vertical and not any(event.matches(one) for one in taken)  # macOS has them so


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
