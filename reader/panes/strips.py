"""The message bar and the progress strip of the window."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.qt.look import Look
from reader.qt.messages import Level, Message
from reader.qt.sentences import translated
from reader.qt.tasks import Task

#: How long a message without an action stays, ms; with one the reader needs time to decide.
_STAYS_MS = 5000
_STAYS_WITH_ACTION_MS = 12000
_ICONS = {Level.INFO: "info", Level.WARNING: "circle-alert", Level.ERROR: "circle-alert"}


class MessageBar(QFrame):
    """One line that says what happened, with at most one thing to do about it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._message: Message | None = None
        self._waiting: list[Message] = []
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(self)
        self._action.clicked.connect(self._on_action)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.clicked.connect(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(9)
        for widget in (self._icon, self._text, self._action, self._close):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return None if self.isHidden() else self._message

    def show_message(self, message: Message) -> None:
        """Show a message; an error that has not been closed is not pushed away by a remark."""
        now = self.message
        if now is not None and now.level is Level.ERROR and message.level is not Level.ERROR:
            # of remarks only the newest: the others offer to undo what was not done last
            kept = [one for one in self._waiting if one.level is not Level.INFO]
            self._waiting = [*kept, message]
            return
        self._show(message)

    def on_worked(self) -> None:
        """Take a refusal away: what stood in the way does so no more."""
        if self._message is not None and self._message.passing:
            self._next()

    def _show(self, message: Message) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._message = message
        self._text.setText(message.text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action and message.do))
        self.dress()
        self.show()
        self.setAccessibleName(message.text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))
        self._timer.stop()
        if message.level is Level.INFO:
            self._timer.start(_STAYS_WITH_ACTION_MS if message.action else _STAYS_MS)

    def dress(self) -> None:
        """Take over a changed look."""
        role = self._message.level.value if self._message else "info"
        name = _ICONS[self._message.level] if self._message else "info"
        self._icon.setPixmap(self._look.icon(name, f"{role}_text").pixmap(16))
        self._close.setIcon(self._look.icon("x", f"{role}_text"))
        self._text.setStyleSheet(f"color: {self._look.theme.roles[f'{role}_text']};")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground of the level and a rule below."""
        painter = QPainter(self)
        role = self._message.level.value if self._message else "info"
        painter.fillRect(self.rect(), self._look.theme[role])
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.theme["rule"])

    def enterEvent(self, _event: QEnterEvent) -> None:  # noqa: N802
        """Let a message stay while the reader's pointer is on it."""
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802
        """Let it go when the pointer has left it."""
        if self._is_info:
            self._timer.start(_STAYS_MS)

    @property
    def _is_info(self) -> bool:
        return self._message is not None and self._message.level is Level.INFO

    def _on_action(self) -> None:
        message = self._message
        self._next()
        if message is not None and message.do is not None:
            message.do()

    def _next(self) -> None:
        self._timer.stop()
        self._message = None
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self.hide()


class ProgressStrip(QFrame):
    """What is being done in the background, how far, and a button to stop it."""

    #: Tasks that are over sooner are not shown: a strip that flashes disturbs, ms.
    DELAY_MS = 400

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks: list[Task] = []
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(160)
        self._stop = QToolButton(self)
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop"))
        self._stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(8)
        for widget in (self._label, self._bar, self._stop):
            row.addWidget(widget)
        self._delay = QTimer(self, singleShot=True, interval=self.DELAY_MS)
        self._delay.timeout.connect(self._appear)
        self.hide()

    def begin(self, task: Task) -> None:
        """Show a task once it has taken a moment."""
        self._tasks.append(task)
        task.progressed.connect(self._on_progress)
        if len(self._tasks) == 1:
            self._delay.start()

    def end(self, task: Task) -> None:
        """Stop showing a task."""
        if task in self._tasks:
            self._tasks.remove(task)
        if not self._tasks:
            self._delay.stop()
            self.hide()
        elif self.isVisible():
            self._appear()

    def dress(self) -> None:
        """Take over a changed look."""
        self._stop.setIcon(self._look.icon("x", "muted"))

    def _appear(self) -> None:
        self.dress()
        self._label.setText(self._tasks[-1].label)
        self._bar.setAccessibleName(self._tasks[-1].label)
        self._bar.setRange(0, 0)
        self.show()

    def _on_progress(self, share_0_1: float, words: str) -> None:
        if self._tasks and self.sender() is self._tasks[-1]:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(share_0_1 * 1000))
            label = self._tasks[-1].label
            self._label.setText(f"{label} – {translated(words)}" if words else label)

    def _on_stop(self) -> None:
        if self._tasks:
            self._tasks[-1].stop()
