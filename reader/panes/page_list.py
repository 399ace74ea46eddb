"""The pages of a text, to be put in order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget


class PageList(QListWidget):
    """Pages that can be dragged, or moved with Alt and the arrow keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setWordWrap(True)  # a page is known by its last words, too
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def move_up(self) -> None:
        """Move the chosen page one place towards the beginning."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen page one place towards the end."""
        self._move(1)

    def _move(self, by: int) -> None:
        row, goal = self.currentRow(), self.currentRow() + by
        if row < 0 or not 0 <= goal < self.count():
            return
        root = self.rootIndex()
        self.model().moveRow(root, row, root, goal + (by > 0))
        self.setCurrentRow(goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Alt and an arrow move the page."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if event.key() == Qt.Key.Key_Up:
                return self.move_up()
            if event.key() == Qt.Key.Key_Down:
                return self.move_down()
        return super().keyPressEvent(event)
