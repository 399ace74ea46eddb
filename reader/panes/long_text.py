"""The words of one text: a read-only text widget that shows an edition and keeps the place.

Selection, copy, input methods and screen readers come with ``QTextEdit``; a self-painted pane
with an accessibility interface of its own crashed on three version pairs.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from reader.model import Edition, PassageKind, Span
from reader.panes.document import Typography, fill, gutter_of, respace
from reader.panes.extent import extent, needs_move
from reader.panes.hyphens import language_of
from reader.panes.lines import Lines
from reader.panes.placed_text import PlacedText
from reader.qt.known import viewport_of
from reader.qt.look import Look

#: A line this far below the top is well in view, in ems.
_WELL_EM = 1.5


class _Filled(NamedTuple):
    """The words of some passages in a document, divided by the rules of a language."""

    rows: range
    document: QTextDocument
    divided: str


class LongText(PlacedText):
    """Shows the passages of one edition, or a moving window of them when it is long.

    Attributes: those of ``PlacedText``.

    Signals:
        scrolled: what is seen moved, by whatever cause; geometry queries have new answers.
        relaid: the text was set or laid out anew.
        caret_moved: the caret or selection changed.
    """

    scrolled = Signal()
    relaid = Signal()
    caret_moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._document: QTextDocument | None = None
        self._anchor: tuple[int, float] = (0, 0.0)
        self._quiet = False
        self._outside: int | None = None
        self._ahead: _Filled | None = None
        self._moving = QTimer(self, singleShot=True, interval=0)
        self._moving.timeout.connect(self._move_window)
        self._mending = QTimer(self, singleShot=True, interval=0)
        self._mending.timeout.connect(self._mend_below)
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
        self._page = viewport_of(self)
        self._page.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Text"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_caret)
        self._dress()

    # the text --------------------------------------------------------------

    def set_tight(self, tight: bool) -> None:
        """Leave little room beside the words, for a narrow pane, when next set."""
        if tight != self._type.tight:
            self._type = Typography(self._look, tight=tight, gutter=self._type.gutter)
            self._ahead = None
            self._quiet = True
            # Without a page nothing is laid out now: else the whole text would be, at once.
            self.document().setPageSize(QSizeF(0, 0))
            self.document().rootFrame().setFrameFormat(self._type.frame())
            self._quiet = False
            self.lines.forget()

    def _fit_below(self, width_px: int) -> None:
        """Leave room for the notes beneath passages as they will stand at another width."""
        if self.below.fit(self._type, width_px) and self.edition is not None:
            self._quiet = True
            self.document().setPageSize(QSizeF(0, 0))
            self._respace(self.below.rows)
            self._quiet = False
            self.lines.forget()

    def _respace(self, rows: Iterable[int]) -> None:
        """Leave the room that the notes beneath some passages need."""
        self._ahead = None
        if self.edition is not None:
            numbers = {row: row - self.rows.start for row in rows if row in self.rows}
            respace(self.document(), self.edition, numbers, self._type, self.below.block)

    def _mend_below(self) -> None:
        """Leave exact room for notes that were only reckoned; the place is kept."""
        anchor, rows = self._anchor, self.below.amiss
        if rows:
            self._respace(rows)
            self.go_to_line(*anchor)

    def set_edition(self, edition: Edition | None, row: int = 0) -> None:
        """Show an edition, beginning at a row; None empties the view."""
        self.edition = edition
        self.below.set_edition(edition)
        self._outside = None
        if edition is None:
            self.setAccessibleName(self.tr("Text"))
            self._show_rows(range(0))
            return
        self.setAccessibleName(edition.work.cited)
        gutter = gutter_of(edition)
        if gutter != self._type.gutter:
            self._type = Typography(self._look, tight=self._type.tight, gutter=gutter)
        self._show_rows(extent(edition, row))
        start = edition.passages[row].span.start if edition.passages else 0
        self._anchor = (start, 0.0)

    def dress(self, lay_out: Callable[[], None]) -> None:
        """Take over a changed look; the place is kept.

        ``lay_out`` gives the view its new width, while no text is set that would be laid out
        twice.
        """
        anchor, selection, rows = self._anchor, self.selection(), self.rows
        self._type = Typography(self._look, tight=self._type.tight, gutter=self._type.gutter)
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
        self.viewport().setPalette(palette)  # it keeps its own once a style sheet has been set

    def _filled(self, rows: range) -> _Filled:
        """Return the words of ``rows`` in a new document, not laid out."""
        document = QTextDocument()
        document.setDefaultFont(self._type.font)
        divided = ""
        if self.edition is not None:
            if self._look.reading.divide:
                divided = language_of(self.edition)
            # Without a page nothing is laid out before the width is known, and then what is
            # seen first: else the widget would lay out everything, twice.
            document.setPageSize(QSizeF(0, 0))
            self.below.fit(self._type, self.viewport().width())
            spaced = self.below.block if self.below.rows else None
            fill(document, self.edition, rows, self._type, divided, spaced=spaced)
        return _Filled(rows, document, divided)

    def _show_rows(self, rows: range) -> None:
        """Set ``rows`` in a new document; the old one goes."""
        self._show(self._filled(rows))

    def _show(self, filled: _Filled) -> None:
        self._ahead = None
        self._quiet = True
        self.rows, document, divided = filled
        document.setParent(self)
        old, self._document = self._document, document
        self.lines = Lines(self.edition, self.rows, document, divided)
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        document.documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self._quiet = False
        self.relaid.emit()

    # selection -------------------------------------------------------------

    def caret(self) -> int:
        """Return the offset of the caret."""
        return self.offset_at(self.textCursor().position())

    def selection(self) -> Span:
        """Return the selected span; empty at the caret without a selection."""
        return self.at_caret()

    def at_caret(self) -> Span:
        """Return what is selected up to the caret; empty without a selection.

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
            span, caret = self.at_caret(), self.caret()
            other = span.start if caret == span.end else span.end
            self._set_window(row)
            self._outside = None if self.edition.row_at(other) in self.rows else other
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(offset), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt
        """Give away the words as they are, all of them, without what was set to divide them."""
        data = super().createMimeDataFromSelection()
        span = self.selection()
        whole = self.lines.divided == "" and self._outside is None and span == self.at_caret()
        if self.edition is not None and not whole:
            data = QMimeData()
            data.setText(span.of(self.edition.text))
        return data

    def _on_caret(self) -> None:
        if self._quiet:
            return
        if self._outside is not None and not self.textCursor().hasSelection():
            self._outside = None
        self.caret_moved.emit()

    # moving ----------------------------------------------------------------

    def headings_px(self, row: int) -> float:
        """Return the height of the headings right above a passage, brought near if need be.

        Headings that would fill a third of the view are left out; a heading stands for itself.
        """
        if self.edition is None or self.edition.passages[row].kind is PassageKind.HEADING:
            return 0.0
        if row not in self.rows:
            self._set_window(row)
        first, passages = row, self.edition.passages
        while first > self.rows.start and passages[first - 1].kind is PassageKind.HEADING:
            first -= 1
        height = self.top_of(row) - self.top_of(first)
        return height if height < self.viewport().height() / 3 else 0.0

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
        top = self.top_of(row) + self.scroll_px()
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

    def page(self, direction: int) -> None:
        """Move by one screen less two lines."""
        bar = self.verticalScrollBar()
        step = self.viewport().height() - round(self._type.em_px * 3.5)
        self._make_room(bar.value() + direction * step)
        bar.setValue(bar.value() + direction * step)

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
        if self.edition is not None:
            self._show_window(self._filled(extent(self.edition, row)))

    def _show_window(self, filled: _Filled) -> None:
        assert self.edition is not None  # noqa: S101 - asked by the callers
        caret, selection = self.caret(), self.at_caret()
        self._show(filled)
        other = selection.start if caret == selection.end else selection.end
        self._quiet = True
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(other))
        cursor.setPosition(self.position_of(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._outside = None if self.edition.row_at(other) in self.rows else other
        self._quiet = False

    def _move_window(self) -> None:
        """Move the window in two turns of the loop: its words are set, then they are shown."""
        if self.edition is None or not self._too_near():
            self._ahead = None
            return
        offset, above = self._anchor
        row = self.edition.row_at(offset)
        if self._ahead is None or row not in self._ahead.rows:
            self._ahead = self._filled(extent(self.edition, row))
            self._moving.start()
            return
        self._show_window(self._ahead)
        self.go_to_line(offset, above)

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
        y = self.scroll_px() + self._type.em_px * _WELL_EM
        row, line = self.lines.line_at(y)
        begin = line.textStart() if line else 0
        if self.is_below(row, y) and row + 1 in self.rows:  # what is above may change its height
            row, begin = row + 1, 0
        offset = self.edition.passages[row].span.start + self.lines.units(row).from_qt(begin)
        return offset, -(self.y_of(offset) or 0.0)

    def _on_laid_out(self) -> None:
        self.lines.forget()
        if not self._quiet:
            self.relaid.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the place when the lines break differently."""
        anchor = self._anchor
        self._quiet = True
        super().resizeEvent(event)
        self._quiet = False
        self.lines.forget()
        if event.size().width() != event.oldSize().width():
            self.go_to_line(*anchor)
        self.relaid.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl the pane changes the size of the text instead."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)
