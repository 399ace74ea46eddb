"""A card in the margin: one note, shown safely, edited in place."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import AnnotationKind, Colour, Span
from reader.model.values import dataclass
from reader.panes.mentions import linked
from reader.qt.look import Look
from reader.qt.safe_text import SafeDocument, plain, shown, tag_words

#: Height of a folded card's text, in lines.
_FOLDED_LINES = 5
#: An answer stands so far to the right of what it answers, px.
_STEP_PX = 10


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the margin shows it.

    Attributes:
        id: of the annotation; ``draft`` for one that is not yet kept.
        span: where it stands in the reading text.
        body: Markdown.
        locus: printed place ("¶12").
        author: shown name; empty for the reader's own.
        date: short, for people.
        colour, kind, tags: as of the annotation.
        doubt: a sentence when the place is not certain; else empty.
        replies: answers to it, oldest first, each as author and Markdown.
    """

    id: str
    span: Span
    body: str
    locus: str = ""
    author: str = ""
    date: str = ""
    colour: Colour = Colour.YELLOW
    kind: AnnotationKind = AnnotationKind.NOTE
    tags: tuple[str, ...] = ()
    doubt: str = ""
    replies: tuple[tuple[str, str], ...] = ()

    @property
    def markdown(self) -> str:
        """The note with its replies, as shown."""
        said = (f"**{_plain_name(who)}:** {text}" for who, text in self.replies)
        return "\n\n".join([self.body, *map(_quoted, said)])


def _plain_name(name: str) -> str:
    return plain(name, 60) or "?"


def _quoted(text: str) -> str:
    """Set a whole answer off: no line of it may look as if somebody else had written it."""
    return "\n".join(f"> {line}" for line in text.splitlines())


def _narrow(document: QTextDocument) -> None:
    """Indent answers a little only: Qt indents each level of a quotation by 40 px."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        level = int(form.property(QTextFormat.Property.BlockQuoteLevel.value) or 0)
        if level:
            form.setLeftMargin(_STEP_PX * level)
            form.setRightMargin(0)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()


class NoteBody(QWidget):
    """Shows Markdown on a guarded document; folded to a few lines until asked.

    Signals:
        link_clicked: the address of a link in the note, unchecked.
        resized: the text takes another height.
    """

    link_clicked = Signal(str)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._document = SafeDocument(self)
        self._document.setDocumentMargin(0)
        self._unfolded = False
        self._width = -1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_note(self, note: Note) -> None:
        """Show the words of a note."""
        self._document.setDefaultFont(self._look.interface_font(1.02))
        self._document.show_markdown(linked(note.markdown))
        if note.replies:
            _narrow(self._document)
        self._width = -1
        self._fit()

    @property
    def longer(self) -> bool:
        """Whether the note has more lines than a folded card shows."""
        return self._full() > self._folded() + 2

    def unfold(self, unfolded: bool) -> None:
        """Show everything, or the first lines."""
        self._unfolded = unfolded
        self._fit()

    def height_for(self, width_px: int) -> int:
        """Return the height at a width."""
        if width_px != self._width:
            self._width = width_px
            self._document.setTextWidth(max(20, width_px))
        full, folded = self._full(), self._folded()
        return round(full if self._unfolded or full <= folded + 2 else folded)

    def _full(self) -> float:
        return float(self._document.size().height())

    def _folded(self) -> float:
        return QFontMetricsF(self._document.defaultFont()).lineSpacing() * _FOLDED_LINES

    def _fit(self) -> None:
        height = self.height_for(max(20, self.width()))
        if height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at the present width."""
        return QSize(160, self.height_for(max(20, self.width())))

    def resizeEvent(self, _event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Break lines anew."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the note; a folded one fades at its last line."""
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        theme = self._look.theme
        context.palette.setColor(QPalette.ColorRole.Text, theme["card_text"])
        context.palette.setColor(QPalette.ColorRole.Link, theme["link"])
        painter.setClipRect(self.rect())
        self._document.documentLayout().draw(painter, context)
        if not self._unfolded and self.longer:
            from PySide6.QtGui import QLinearGradient

            tall = QFontMetricsF(self._document.defaultFont()).lineSpacing()
            fade = QLinearGradient(QPointF(0, self.height() - tall), QPointF(0, self.height()))
            clear = QColor(theme["card"])
            clear.setAlpha(0)
            fade.setColorAt(0, clear)
            fade.setColorAt(1, theme["card"])
            painter.fillRect(self.rect(), fade)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Report a click on a link; other clicks are the card's."""
        address = self._document.documentLayout().anchorAt(event.position())
        if address:
            self.link_clicked.emit(address)
        else:
            event.ignore()


class NoteEditor(QPlainTextEdit):
    """Edits Markdown; leaving it keeps the text, Esc too.

    Signals:
        left: the reader is done; carries the text.
    """

    left = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Write in Markdown. Ctrl+Enter or Esc when done."))
        self.setAccessibleName(self.tr("Note text"))
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = min(14, max(3, self.document().size().height()))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + 18))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave on Esc and Ctrl+Enter."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            self.left.emit(self.toPlainText())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Keep the text when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        passing = {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }
        if event.reason() not in passing:
            self.left.emit(self.toPlainText())


class NoteCard(QFrame):
    """One note in the margin; focusable, with everything by key.

    Enter edits (another's: answers), R answers, Space folds, Delete deletes, Up and Down go to
    the neighbours, Esc goes back to the text.

    Signals:
        edited: id and new Markdown, when the reader is done and it is different.
        abandoned: id of a draft left empty.
        deleted: id.
        answer_wanted: id of the note to answer.
        chosen: id; clicked or focused.
        stepped: id and -1 or 1: go to a neighbour; 0: back to the text.
        link_clicked: address of a link in the note.
        grew: its height changed.
    """

    edited = Signal(str, str)
    abandoned = Signal(str)
    deleted = Signal(str)
    answer_wanted = Signal(str)
    chosen = Signal(str)
    stepped = Signal(str, int)
    link_clicked = Signal(str)
    grew = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.note: Note | None = None
        self._look = look
        self._editor: NoteEditor | None = None
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._more = QToolButton(self)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.setAccessibleName(self.tr("Unfold"))
        self._more.clicked.connect(self.toggle)
        self._body = NoteBody(look, self)
        self._body.link_clicked.connect(self.link_clicked)
        self._foot = QLabel(self)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setWordWrap(True)
        self._unfolded = False
        self._current = False
        self._height: tuple[int, int] = (-1, 0)
        self.grew.connect(self._on_grew)
        self._lay_out()
        self.setAutoFillBackground(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._head, 1)
        top.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 8, 8)
        self._column.setSpacing(3)
        self._column.addLayout(top)
        self._column.addWidget(self._body)
        self._column.addWidget(self._foot)

    def show_note(self, note: Note, *, unfolded: bool = False) -> None:
        """Show a note; one that is being edited is left alone."""
        if self._editor is not None and self.note is not None and self.note.id == note.id:
            self.note = note
            return
        self.stop_editing(keep=False)
        self._height = (-1, 0)
        self.note = note
        self._unfolded = unfolded
        self._head.setFont(self._look.interface_font(0.86))
        self._head.setText(_heading(note))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.theme["muted"])
        self._head.setPalette(palette)
        self._foot.setFont(self._look.interface_font(0.86))
        tags = "  ".join(tag_words(note.tags))
        self._foot.setText("\n".join(part for part in (tags, note.doubt) if part))
        self._foot.setVisible(bool(tags or note.doubt))
        self._foot.setPalette(palette)
        self._body.show_note(note)
        self._body.unfold(unfolded)
        self._show_fold()
        self.setAccessibleName(self.tr("Note at {place}").format(place=note.locus))
        self.setAccessibleDescription(f"{_heading(note)}. {plain(note.markdown, 2000)}")
        self.update()

    def _show_fold(self) -> None:
        self._more.setVisible(self._body.longer)
        self._more.setIcon(
            self._look.icon("chevron-up" if self._unfolded else "chevron-down", "muted")
        )

    def toggle(self) -> None:
        """Fold or unfold."""
        self._unfolded = not self._unfolded
        self._body.unfold(self._unfolded)
        self._show_fold()
        self.grew.emit()

    def height_at(self, width_px: int) -> int:
        """Return the height the card needs at a width."""
        if self._height[0] == width_px:
            return self._height[1]
        self.setFixedWidth(width_px)
        margins = self._column.contentsMargins()
        inner = width_px - margins.left() - margins.right()
        if self._editor is None:
            self._body.setFixedHeight(self._body.height_for(inner))
        self._show_fold_if_known()
        self._column.activate()
        height = max(
            30,
            self._column.totalHeightForWidth(width_px)
            if self._column.hasHeightForWidth()
            else self._column.totalSizeHint().height(),
        )
        self._height = (width_px, height)
        return height

    def place(self, rect: QRect) -> None:
        """Stand somewhere, shown."""
        if rect != self.geometry():
            self.setGeometry(rect)
        if self.isHidden():
            self.show()

    def set_current(self, current: bool) -> None:
        """Frame the note that the reader is at."""
        if current != self._current:
            self._current = current
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_grew(self) -> None:
        self._height = (-1, 0)

    def _show_fold_if_known(self) -> None:
        wanted = self._body.longer and self._editor is None
        if self._more.isVisibleTo(self) != wanted:
            self._more.setVisible(wanted)

    # editing ---------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether the note is being edited."""
        return self._editor is not None

    def draft(self) -> str | None:
        """Return the text in the editor; None when nothing is being edited."""
        return self._editor.toPlainText() if self._editor else None

    def edit(self, text: str | None = None) -> None:
        """Open the editor with the note's Markdown, or with an unfinished text."""
        if self.note is None or self._editor is not None or self.note.author:
            return
        editor = self._editor = NoteEditor(self)
        editor.setFont(self._look.interface_font(1.02))
        editor.setPlainText(self.note.body if text is None else text)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.left.connect(self._on_left)
        editor.installEventFilter(self)
        self._body.hide()
        self._more.hide()
        self._column.insertWidget(1, editor)
        editor.show()  # a layout would show it later, and what is not shown takes no focus
        self.grew.emit()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self, *, keep: bool) -> None:
        """Close the editor; ``keep`` reports the text if it is different."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        text = editor.toPlainText()
        had_focus = editor.hasFocus()
        editor.left.disconnect(self._on_left)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._body.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grew.emit()
        if keep and self.note is not None:
            self._report(self.note, text)

    def _report(self, note: Note, text: str) -> None:
        if note.id == "draft" and not text.strip():
            self.abandoned.emit(note.id)
        elif text != note.body:
            self.edited.emit(note.id, text)

    def _on_left(self, _text: str) -> None:
        self.stop_editing(keep=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow with the editor."""
        if watched is self._editor and event.type() is QEvent.Type.Resize:
            self.grew.emit()
        return super().eventFilter(watched, event)

    # events ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame and the edge in the note's colour."""
        super().paintEvent(event)
        if self.note is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.line(self.note.colour))
            painter.drawRoundedRect(4, 6, 3, self.height() - 12, 1.5, 1.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the note."""
        super().mousePressEvent(event)
        if self.note is not None:
            self.chosen.emit(self.note.id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Edit the note, or answer another's."""
        if self.note is not None and self.note.author:
            self.answer_wanted.emit(self.note.id)
        else:
            self.edit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Choose the note."""
        super().focusInEvent(event)
        if self.note is not None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.chosen.emit(self.note.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do everything by key."""
        if self.note is None:
            return
        key = event.key()
        enters = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
        if key == Qt.Key.Key_R or (enters and self.note.author):
            self.answer_wanted.emit(self.note.id)
        elif enters:
            self.edit()
        elif key == Qt.Key.Key_Space:
            self.toggle()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deleted.emit(self.note.id)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(self.note.id, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.stepped.emit(self.note.id, 0)
        else:
            super().keyPressEvent(event)


def _heading(note: Note) -> str:
    """Return the line above a note: who, where, when."""
    sign = "?" if note.kind is AnnotationKind.QUESTION else ""
    parts = (shown(note.author), note.locus + sign, note.date)
    return " · ".join(part for part in parts if part)
