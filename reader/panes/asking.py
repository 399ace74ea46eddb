"""Questions for a line of text; the window goes on while they wait for an answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask(
    parent: QWidget, title: str, label: str, then: Callable[[str], object], text: str = ""
) -> QInputDialog:
    """Ask for a line; ``then`` is called with it unless the reader goes back."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(then)
    dialog.open()
    return dialog


def ask_words(
    parent: QWidget, title: str, label: str, then: Callable[[str], object]
) -> QInputDialog:
    """Ask for some lines; ``then`` is called with them unless the reader goes back."""
    dialog = ask(parent, title, label, then)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    return dialog
