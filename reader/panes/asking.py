"""Questions for words; the window goes on while they wait for an answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.panes.dialog_size import open_size
from reader.panes.note_editor import NoteField
from reader.qt.exact import line_of

#: Room for some tags, px.
_WIDTH = 420


class Question(QInputDialog):
    """Asks for a line, and stays open with it as long as it is refused.

    Args:
        parent: the window that is asked.
        then: called with the words; says False where they cannot be taken as they are.
    """

    def __init__(self, parent: QWidget, then: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then = then

    def done(self, result: int) -> None:
        """Close, unless the answer is refused."""
        line = self.findChild(QLineEdit)
        words = line_of(line) if isinstance(line, QLineEdit) else self.textValue()
        if result != QDialog.DialogCode.Accepted or self._then(words) is not False:
            super().done(result)


class NoteQuestion(QDialog):
    """Asks for a note of some lines, and stays open with it as long as it is refused.

    Args:
        parent: the window that is asked.
        label: what is asked for.
        then: called with the words; says False where they cannot be taken as they are.
    """

    def __init__(self, parent: QWidget, label: str, then: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then = then
        asked = QLabel(label, self)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self.field = NoteField(self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(label)
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Ok | choice.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (asked, self.field, buttons):
            column.addWidget(part)
        open_size(self, _WIDTH, 260)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Accept on Ctrl+Enter, as in the margin."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close, unless the answer is refused."""
        if result != QDialog.DialogCode.Accepted or self._then(self.field.words()) is not False:
            super().done(result)


def ask(
    parent: QWidget, title: str, label: str, then: Callable[[str], object], text: str = ""
) -> Question:
    """Ask for a line; ``then`` is called with it unless the reader goes back.

    It may refuse with False: the question stays, with what was written.
    """
    dialog = Question(parent, then)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    open_size(dialog, _WIDTH, dialog.sizeHint().height())
    dialog.open()
    return dialog


def ask_note(
    parent: QWidget, title: str, label: str, then: Callable[[str], object], text: str = ""
) -> NoteQuestion:
    """Ask for a note; the rest as for a line."""
    dialog = NoteQuestion(parent, label, then)
    dialog.setWindowTitle(title)
    dialog.field.setPlainText(text)
    dialog.open()
    return dialog
