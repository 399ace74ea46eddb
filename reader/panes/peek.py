"""A glance at a passage elsewhere, without leaving the place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.model import Edition, Passage
from reader.qt.look import Look

_WIDTH = 420
_MOST = 900
_GAP = 8


class Peek(QFrame):
    """A small card beside what it belongs to; takes no focus and goes away by itself."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._look = look
        self.title = QLabel(self)
        self.words = QLabel(self)
        for label in (self.title, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.words)

    def show_passage(self, edition: Edition, passage: Passage, beside: QWidget) -> None:
        """Show a passage to the left of ``beside``, or right of it where there is no room.

        It stays on the screen, over ``beside`` where there is room at neither side.
        """
        words = edition.words_of(passage)
        self.title.setText(f"{edition.work.cited}  {passage.locus}")
        self.title.setFont(self._look.interface_font(bold=True))
        self.words.setText(words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + " …")
        self.words.setFont(self._look.reading_font(0.95))
        inner = _WIDTH - 2 * self.frameWidth() - 24
        for label in (self.title, self.words):
            label.setFixedWidth(inner)
            label.setFixedHeight(label.heightForWidth(inner))
        self.adjustSize()
        corner = beside.mapToGlobal(QPoint(0, 0))
        x = corner.x() - self.width() - _GAP
        if x < 0:
            x = corner.x() + beside.width() + _GAP
        screen = beside.screen().availableGeometry()
        x = max(screen.left(), min(x, screen.right() - self.width() - _GAP))
        self.move(x, corner.y() + 40)
        self.show()
