"""Part of the window: damaged notes are told of, and what can be done about them is offered."""

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.model import StoreDamaged
from reader.panes.desk import Desk
from reader.panes.dialog_size import open_size
from reader.panes.parts_annotating import Annotating
from reader.qt.messages import Level, Message, Messages
from reader.qt.sentences import translated


class Mending(QObject):
    """Says how the library was opened; offers repair and the last backups."""

    def __init__(self, desk: Desk, annotating: Annotating) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._offered = False
        desk.messages.remedies[StoreDamaged] = (self.tr("Repair…"), self.open)
        desk.actions.on("help.repair", self.open, lambda: not desk.library.read_only)
        desk.messages.said.connect(self._on_said)
        annotating.shown.completed.connect(self._on_read)
        if desk.library.notice and not self._offer():
            desk.messages.warning(desk.library.notice)

    def open(self) -> None:
        """Show what is damaged, and the backups."""
        dialog = MendingDialog(self._desk, self._desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_said(self, message: Message) -> None:
        """Damage is often met later, when a damaged page is read."""
        if message.level is Level.ERROR and message.do is None and not self._offered:
            QTimer.singleShot(0, self, self._offer)

    def _on_read(self) -> None:
        """Of a large library damage is met after it was opened, when its notes are read."""
        if not self._offered:
            self._offer()

    def _offer(self) -> bool:
        damage, library = self._desk.library.damage, self._desk.library
        if not damage or library.read_only:
            return False
        self._offered = True
        self._desk.messages.warning(damage[0], self.tr("Repair…"), self.open)
        return True


class MendingDialog(QDialog):
    """What is damaged, one button that repairs, and the backups to go back to.

    Attributes:
        list: the backups, newest first.
        repair: the button that repairs.
        back: the button that goes back to the chosen backup.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Repair the notes"))
        backups = desk.library.backups()
        open_size(self, 560, 420 if backups else 170)
        column = QVBoxLayout(self)
        column.addWidget(self._label("\n".join(desk.library.damage[:8]) or self._all_well()))
        column.addWidget(
            self._label(
                self.tr(
                    "Repairing puts together all that can still be read and what the last backup "
                    "holds. The present file is kept aside either way."
                )
            )
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        for backup in backups:
            when = QLocale().toString(
                QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp())),
                QLocale.FormatType.ShortFormat,
            )
            item = QListWidgetItem(when, self.list)
            item.setData(Qt.ItemDataRole.UserRole, backup)
        self.list.setCurrentRow(0)
        caption = QLabel(self.tr("&Backups, newest first:"), self)
        caption.setBuddy(self.list)
        none = self._label(self.tr("There is no backup yet; they are made by themselves."))
        column.addWidget(caption)
        column.addWidget(self.list, 1)
        column.addWidget(none, 1, Qt.AlignmentFlag.AlignTop)
        for part in (caption, self.list):
            part.setVisible(self.list.count() > 0)
        none.setVisible(not self.list.count())
        column.addWidget(self._buttons())

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _all_well(self) -> str:
        return self.tr("No damage was found so far.")

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.repair = buttons.addButton(self.tr("&Repair"), role)
        self.back = buttons.addButton(self.tr("&Go back to this backup"), role)
        self.back.setEnabled(self.list.count() > 0)
        self.repair.clicked.connect(self._on_repair)
        self.back.clicked.connect(self._on_back)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_repair(self) -> None:
        messages, library = self._desk.messages, self._desk.library
        self._desk.tasks.run(
            self.tr("Repairing the notes"), library.repair_notes, lambda done: _say(messages, done)
        )
        self.accept()

    def _on_back(self) -> None:
        messages, library = self._desk.messages, self._desk.library
        backup = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._desk.tasks.run(
            self.tr("Going back to a backup"),
            lambda _progress: library.restore_backup(backup),
            lambda done: _say(messages, done),
        )
        self.accept()


def _say(messages: Messages, done: object) -> None:
    """Say what was done, instead of what was refused before; it stays until it was read."""
    messages.worked.emit()
    if isinstance(done, tuple):
        messages.warning("\n".join(translated(str(one)) for one in done[:8]))


def install(desk: Desk, annotating: Annotating) -> Mending:
    """Register the part."""
    return Mending(desk, annotating)
