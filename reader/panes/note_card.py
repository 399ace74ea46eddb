"""A card in the margin: one note, shown safely, edited in place."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.model import AnnotationKind
from reader.panes.note import Note
from reader.panes.note_body import NoteBody
from reader.panes.note_editor import NoteEditor
from reader.qt.look import Look
from reader.qt.safe_text import plain, shown, tag_words
from reader.qt.theme import Theme

#: Keys that do with the note of a card what they do with a mark in the text.
_AS_IN_TEXT = frozenset("T123456")


class NoteCard(QFrame):
    """One note in the margin; focusable, with everything by key.

    Enter edits (another's: answers), R answers, Space folds, Delete deletes, T asks for tags, 1 to
    6 paint, Up and Down go to the neighbours, Esc goes back to the text.

    Signals:
        edited: id and new Markdown, when the reader is done and it is different.
        abandoned: id of a draft left empty.
        deleted: id.
        answer_wanted: id of the note to answer.
        chosen: id; clicked or focused.
        stepped: id and -1 or 1: go to a neighbour; 0: back to the text.
        keyed: a key that means the note as it would mean a mark in the text.
        link_clicked: address of a link in the note.
        grew: its height changed.
        typed: the words in the editor changed.
    """

    edited = Signal(str, object)
    abandoned = Signal(str)
    deleted = Signal(str)
    answer_wanted = Signal(str)
    chosen = Signal(str)
    stepped = Signal(str, int)
    keyed = Signal(str)
    link_clicked = Signal(str)
    grew = Signal()
    typed = Signal()

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
        self._worn: tuple[Theme, QFont] | None = None
        self._fold = self._unchanged = ""
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
        self._wear()
        heading = _heading(note)
        self._head.setText(heading)
        self._show_foot()
        self._body.show_note(note, unfolded=unfolded)
        self._show_fold()
        self.setAccessibleName(self.tr("Note at {place}").format(place=note.locus))
        self.setAccessibleDescription(f"{heading}. {plain(note.markdown, 2000)}")
        self.update()

    def _show_foot(self) -> None:
        """Show tags and doubts below the words; below an editor how to leave it."""
        note = self.note
        hint = self._editor.hint if self._editor is not None else ""
        parts = (hint, "  ".join(tag_words(note.tags)), note.doubt) if note else (hint,)
        words = "\n".join(filter(None, parts))
        self._foot.setText(words)
        self._foot.setVisible(bool(words))

    def _wear(self) -> None:
        """Take over the look, where it is another."""
        worn = self._look.theme, self._look.interface_font(0.86)
        if self._worn is not None and self._worn[0] is worn[0] and self._worn[1] == worn[1]:
            return
        self._worn, self._fold = worn, ""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.theme["muted"])
        for label in (self._head, self._foot):
            label.setFont(worn[1])
            label.setPalette(palette)
        self._body.dress()

    def _show_fold(self) -> None:
        fold = "chevron-up" if self._unfolded else "chevron-down"
        if fold != self._fold:
            self._fold = fold
            self._more.setIcon(self._look.icon(fold, "muted"))

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

    def stand_in(self, parent: QWidget) -> None:
        """Stand in another widget; who writes goes on writing, though Qt takes the focus away."""
        if self.parentWidget() is parent:
            return
        editor, focused = self._editor, self.writes()
        if editor is not None:
            editor.blockSignals(True)
        self.setParent(parent)
        self.show()
        if editor is not None:
            editor.blockSignals(False)
            if focused:
                editor.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def writes(self) -> bool:
        """Say whether the editor has the focus."""
        return self._editor is not None and self._editor.hasFocus()

    def draft(self) -> str | None:
        """Return the text in the editor; None when nothing is being edited."""
        return self._editor.words() if self._editor else None

    def changed_words(self) -> str:
        """Return what is being written where it is not what is kept; else nothing."""
        words = self._editor.words() if self._editor else ""
        return words if words.strip() and words != self._unchanged else ""

    def edit(self, text: str | None = None, *, focus: bool = True) -> None:
        """Open the editor with the note's Markdown, or with an unfinished text."""
        if self.note is None or self._editor is not None or self.note.author:
            return
        editor = self._editor = NoteEditor(self)
        editor.setFont(self._look.interface_font(1.02))
        editor.setPlainText(self.note.body)
        self._unchanged = editor.words()  # an editor knows fewer ends of lines than files
        if text is not None:
            editor.setPlainText(text)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.left.connect(self._on_left)
        editor.textChanged.connect(self.typed)
        editor.installEventFilter(self)
        self._body.hide()
        self._more.hide()
        self._column.insertWidget(1, editor)
        self._show_foot()
        editor.show()  # a layout would show it later, and what is not shown takes no focus
        self.grew.emit()
        if focus:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self, *, keep: bool) -> None:
        """Close the editor; ``keep`` reports the text if it is different."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        text, unchanged = editor.words(), self._unchanged
        had_focus = editor.hasFocus()
        editor.left.disconnect(self._on_left)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._body.show()
        self._show_foot()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grew.emit()
        if keep and self.note is not None:
            if self.note.id == "draft" and not text.strip():
                self.abandoned.emit(self.note.id)
            elif text != unchanged:
                self.edited.emit(self.note.id, text)

    def _on_left(self) -> None:
        self.stop_editing(keep=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow with the editor."""
        if watched is self._editor and event.type() is QEvent.Type.Resize:
            self.grew.emit()
        return super().eventFilter(watched, event)

    # events ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the edge in the note's colour, and a frame that tells the focus from the choice."""
        super().paintEvent(event)
        if self.note is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.line(self.note.colour))
            painter.drawRoundedRect(4, 6, 3, self.height() - 12, 1.5, 1.5)
            if self.hasFocus():
                painter.setPen(QPen(self._look.theme["focus"], 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

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
        elif event.text().upper() in _AS_IN_TEXT:
            self.keyed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)


def _heading(note: Note) -> str:
    """Return the line above a note: who, where, when."""
    sign = "?" if note.kind is AnnotationKind.QUESTION else ""
    parts = (shown(note.author), note.locus + sign, note.date)
    return " · ".join(part for part in parts if part)
