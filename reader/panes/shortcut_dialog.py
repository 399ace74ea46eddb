"""Keys: every command with its keys, searched, changed, with clashes named at once."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.qt.commands import COMMANDS, MENUS, Actions, by_key, clashes, pane_keys, sequences
from reader.qt.look import Look
from reader.qt.settings import Keys

_KEY = Qt.ItemDataRole.UserRole


class ShortcutDialog(QDialog):
    """The cheat sheet that is also the editor.

    Nothing is changed before the reader accepts; a key that two commands would share is named
    and cannot be kept.
    """

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._changed: dict[str, tuple[str, ...]] = dict(actions.settings.keys.changed)
        self._rows: list[QTreeWidgetItem] = []
        self.setWindowTitle(self.tr("Keys"))
        self.resize(640, 620)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command or a key"))
        self.field.setAccessibleName(self.tr("Find a command or a key"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.setAccessibleName(self.tr("Commands and keys"))
        self.list.currentItemChanged.connect(self._on_current)
        self.keys = QKeySequenceEdit(self)
        self.keys.setClearButtonEnabled(True)
        self.keys.setAccessibleName(self.tr("New key"))
        for field in self.keys.findChildren(QLineEdit):  # it has the focus
            field.setAccessibleName(self.tr("New key"))
        self.keys.setMaximumSequenceLength(1)
        self.keys.keySequenceChanged.connect(self._on_keys)
        self.reset = QPushButton(self.tr("As delivered"), self)
        self.reset.clicked.connect(self._on_reset)
        self.warning = QLabel(self)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setWordWrap(True)
        self.warning.setStyleSheet(f"color: {look.theme.roles['error_text']};")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Key of the chosen command:")))
        row.addWidget(self.keys, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        for part in (self.field, self.list):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.warning)
        column.addWidget(buttons)
        self._fill()
        self._check()

    @property
    def changed(self) -> Mapping[str, tuple[str, ...]]:
        """The keys as they would be kept: only those that differ from the delivered ones."""
        return {key: keys for key, keys in self._changed.items() if keys != _delivered(key)}

    def accept(self) -> None:
        """Keep the changes."""
        settings = self._actions.settings
        settings.change(settings.keys, changed=self.changed)
        super().accept()

    def _fill(self) -> None:
        for menu, title in (*MENUS.items(), ("", "")):
            rows = [one for one in COMMANDS if one.menu == menu and one.key in self._actions]
            if not rows:
                continue
            head = QTreeWidgetItem(
                [
                    QCoreApplication.translate("Commands", title).replace("&", "") if title else "",
                    "",
                ]
            )
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(head)
            for command in rows:
                item = QTreeWidgetItem(head, [command.name, ""])
                item.setData(0, _KEY, command.key)
                self._rows.append(item)
                self._show_keys(item)
            head.setExpanded(True)

    def _show_keys(self, item: QTreeWidgetItem) -> None:
        command = by_key()[str(item.data(0, _KEY))]
        now = Keys(self._changed)
        every = (*sequences(command, now), *pane_keys(command, now))
        native = QKeySequence.SequenceFormat.NativeText
        item.setText(1, ", ".join(QKeySequence(one).toString(native) for one in every))

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._rows:
            name = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in name for word in wanted))

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _KEY) or "") if item else ""

    def _on_current(self) -> None:
        self.keys.blockSignals(True)
        self.keys.clear()
        self.keys.blockSignals(False)
        self.keys.setEnabled(bool(self._chosen()))
        self.reset.setEnabled(bool(self._chosen()))

    def _on_keys(self, sequence: QKeySequence) -> None:
        key = self._chosen()
        if key:
            words = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            self._changed[key] = (words,) if words else ()
            self._renew()

    def _on_reset(self) -> None:
        self._changed.pop(self._chosen(), None)
        self._renew()

    def _renew(self) -> None:
        for item in self._rows:
            self._show_keys(item)
        self._check()

    def _check(self) -> None:
        """Name every clash, and let none be kept."""
        found = clashes(Keys(self._changed))
        lines = [
            self.tr("{key} would do both: {names}.").format(
                key=key.title(), names=", ".join(by_key()[one].name for one in owners)
            )
            for key, owners in found.items()
        ]
        self.warning.setText("\n".join(lines))
        self.warning.setVisible(bool(lines))
        self._ok.setEnabled(not lines)


def _delivered(key: str) -> tuple[str, ...]:
    command = by_key()[key]
    return (*sequences(command, Keys()), *pane_keys(command, Keys()))
