"""Keys: every command with its keys, searched, changed, with clashes named at once."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.panes.dialog_size import open_size
from reader.panes.key_field import KeyField
from reader.panes.keyed_list import KeyedList
from reader.panes.spoken_names import complete_names
from reader.qt.commands import (
    COMMANDS,
    MENUS,
    Actions,
    by_key,
    clashes,
    moves_in_text,
    pane_keys,
    sequences,
)
from reader.qt.look import Look
from reader.qt.settings import Keys

_KEY = Qt.ItemDataRole.UserRole
_PORTABLE = QKeySequence.SequenceFormat.PortableText


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
        self._heads: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setWindowTitle(self.tr("Keys"))
        open_size(self, 640, 620)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command or a key"))
        self.field.setAccessibleName(self.tr("Find a command or a key"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = KeyedList(self)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setAccessibleName(self.tr("Commands and keys"))
        self.list.currentItemChanged.connect(self._on_current)
        self.keys = KeyField(self.tr("New key"), self)
        self.keys.left.connect(self.list.setFocus)
        complete_names(self)
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
        row.addWidget(QLabel(self.tr("Key of the chosen command:"), wordWrap=True))
        row.addWidget(self.keys, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        for part in (self.field, self.list):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.warning)
        column.addWidget(buttons)
        self._fill()
        if self._rows:
            self.list.setCurrentItem(self._rows[0])
        self._on_current()
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
            items = [QTreeWidgetItem(head) for _command in rows]
            for item, command in zip(items, rows, strict=True):
                item.setData(0, _KEY, command.key)
                self._show_keys(item)
            self._rows += items
            self._heads.append((head, items))
            head.setExpanded(True)
        self._none = QTreeWidgetItem([self.tr("No command is called that, and none has that key.")])
        self._none.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addTopLevelItem(self._none)
        self._none.setFirstColumnSpanned(True)
        self._none.setHidden(True)

    def _show_keys(self, item: QTreeWidgetItem) -> None:
        every = self._keys_of(str(item.data(0, _KEY)))
        native = QKeySequence.SequenceFormat.NativeText
        keys = ", ".join(QKeySequence(one).toString(native) for one in every)
        self.list.show_row(item, by_key()[str(item.data(0, _KEY))].name, keys)

    def _keys_of(self, key: str) -> tuple[str, ...]:
        command, now = by_key()[key], Keys(self._changed)
        return (*sequences(command, now), *pane_keys(command, now))

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._rows:
            name = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in name for word in wanted))
        seen = [item for item in self._rows if not item.isHidden()]
        for head, rows in self._heads:  # a heading over nothing says nothing
            head.setHidden(all(item.isHidden() for item in rows))
        self._none.setHidden(bool(seen))
        if not seen:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        elif self.list.currentItem() not in seen:
            self.list.setCurrentItem(seen[0])

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _KEY) or "") if item else ""

    def _on_current(self) -> None:
        key = self._chosen()
        now = self._keys_of(key) if key else ()
        self.keys.blockSignals(True)
        self.keys.setKeySequence(QKeySequence(now[0] if now else ""))
        self.keys.blockSignals(False)
        self.keys.setEnabled(bool(key))
        self.reset.setEnabled(bool(key))

    def _on_keys(self, sequence: QKeySequence) -> None:
        key = self._chosen()
        if key:
            words = sequence.toString(_PORTABLE)
            self._changed[key] = (words,) if words else ()
            self._renew()

    def _on_reset(self) -> None:
        self._changed.pop(self._chosen(), None)
        self._on_current()
        self._renew()

    def _renew(self) -> None:
        for item in self._rows:
            self._show_keys(item)
        self._check()

    def _check(self) -> None:
        """Name every clash, and let none be kept."""
        found = clashes(Keys(self._changed))
        lines = [
            self.tr("{key} would do both: {names}. Choose another key for one of them.").format(
                key=key.title(), names=", ".join(by_key()[one].name for one in owners)
            )
            for key, owners in found.items()
        ]
        menus = _menu_keys()
        lines += [
            self.tr("{key} opens the menu “{name}”; it cannot be a command.").format(
                key=one, name=menus[one]
            )
            for keys in self._changed.values()
            for one in keys
            if one in menus
        ]
        lines += [
            self.tr("{key} moves in a text or leaves a field; it cannot be a command.").format(
                key=one
            )
            for keys in self._changed.values()
            for one in keys
            if moves_in_text(one)
        ]
        self.warning.setText("\n".join(lines))
        self.warning.setVisible(bool(lines))
        self._ok.setEnabled(not lines)


def _delivered(key: str) -> tuple[str, ...]:
    command = by_key()[key]
    return (*sequences(command, Keys()), *pane_keys(command, Keys()))


def _menu_keys() -> dict[str, str]:
    """Return the keys that open the menus of the window, and the names of these menus."""
    titles = [QCoreApplication.translate("Commands", title) for title in MENUS.values()]
    keys = {QKeySequence.mnemonic(title).toString(_PORTABLE): title for title in titles}
    return {key: title.replace("&", "") for key, title in keys.items() if key}
