"""The field that takes the key pressed in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget


class KeyField(QKeySequenceEdit):
    """Takes one key; shows that it waits for one, and lets go with Tab and Escape.

    Signals:
        left: Escape was pressed.
    """

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(name)
        (self._field,) = self.findChildren(QLineEdit)  # what is seen of it
        self._field.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt
        """Show the focus: the field that is seen passes it on and never has it."""
        super().focusInEvent(event)
        self._show_focus(here=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt
        """Show that the focus has gone."""
        super().focusOutEvent(event)
        self._show_focus(here=False)

    def _show_focus(self, *, here: bool) -> None:
        self._field.setProperty("focused", here)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)

    def event(self, event: QEvent) -> bool:
        """Escape leaves: it can be no command, and who came by keys must come away."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)
