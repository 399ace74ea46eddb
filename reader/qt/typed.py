"""Words typed by the program itself: for the pictures of states that begin with typing."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


def type_words(words: str) -> None:
    """Send ``words`` to whatever has the focus, key by key; nothing happens without words."""
    popup = QApplication.activePopupWidget()
    target = (popup.focusWidget() if popup else None) or QApplication.focusWidget()
    if target is None:
        return
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(target, event)
