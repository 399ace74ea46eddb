"""Find in one text: a bar under the pane's header."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.panes.found import MOST
from reader.panes.spoken_names import complete_names
from reader.qt.look import Look


class FindBar(QFrame):
    """Where one types what to find; next and previous.

    Signals:
        searched: the query changed, after a short rest.
        stepped: 1 for the next place, -1 for the one before.
        closed: the reader is done.
    """

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this text"))
        self._field.setAccessibleName(self.tr("Find in this text"))
        self._field.setClearButtonEnabled(True)
        complete_names(self)
        self._count = QLabel(self)
        self._count.setMinimumWidth(72)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._rest.timeout.connect(self._on_rested)
        self._field.textChanged.connect(lambda _text: self._rest.start())
        self._field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(2)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        self._buttons: list[tuple[QToolButton, str]] = []
        for name, label, what in (
            ("chevron-up", self.tr("Previous place"), -1),
            ("chevron-down", self.tr("Next place"), 1),
            ("x", self.tr("Close the find bar"), 0),
        ):
            row.addWidget(self._button(name, label, what))
        self.dress(look)

    def _button(self, name: str, label: str, what: int) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(label)
        button.setToolTip(label)
        if what:
            button.clicked.connect(lambda: self.stepped.emit(what))
        else:
            button.clicked.connect(self.closed)
        self._buttons.append((button, name))
        return button

    def dress(self, look: Look) -> None:
        """Take over a changed look."""
        for button, name in self._buttons:
            button.setIcon(look.icon(name))

    def open_with(self, query: str) -> None:
        """Show the bar and select what stands in it."""
        if query:
            self._field.setText(query)
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_rested()

    @property
    def query(self) -> str:
        """What is being looked for."""
        return self._field.text()

    def show_count(self, at: int | None, total: int) -> None:
        """Say which of how many places is shown."""
        more = "+" if total >= MOST else ""
        if not self.query.strip():
            words = ""
        elif not total:
            words = self.tr("nothing")
        else:
            words = self.tr("{at} of {total}").format(
                at="–" if at is None else at + 1, total=f"{total}{more}"
            )
        self._count.setText(words)

    def _on_rested(self) -> None:
        self._rest.stop()
        self.searched.emit(self.query)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Step with Enter, Up and Down; close with Esc."""
        if watched is self._field and isinstance(event, QKeyEvent) and self._took(event):
            return True
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up}:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._on_rested() if self._rest.isActive() else None
            self.stepped.emit(-1 if shift or key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True
