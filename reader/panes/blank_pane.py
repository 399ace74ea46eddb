"""What stands in a pane without a text: how to get one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.qt.look import Look


class BlankPane(QWidget):
    """One sentence and one button in the middle of an empty pane.

    Attributes:
        button: lets the reader choose a text.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        words = QLabel(self.tr("No text stands here yet. Choose one, or drop a file."), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setObjectName("muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._look = look
        self.button = QPushButton(look.icon("book-open", "button_text"), self.tr("Choose a text…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        look.changed.connect(self._on_look)

    def _on_look(self) -> None:
        self.button.setIcon(self._look.icon("book-open", "button_text"))
