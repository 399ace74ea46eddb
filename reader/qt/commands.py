"""Actions: one for each command that something handles.

Handlers are registered by the part they act on (``Actions.on``); a command that nothing handles
is shown nowhere, so that a part of the window may be absent or come late.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from reader.qt.command_table import COMMANDS, MENUS, Command
from reader.qt.settings import Keys, Settings

__all__ = [
    "COMMANDS",
    "MENUS",
    "Actions",
    "Command",
    "by_key",
    "clashes",
    "is_plain",
    "moves_in_text",
    "pane_keys",
    "sequences",
]


#: Keys that texts, lists and fields need for themselves.
_MOVING = frozenset(
    [
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
        "PgUp",
        "PgDown",
        "Tab",
        "Backtab",
        "Esc",
        "Enter",
    ]
)


@cache
def by_key() -> Mapping[str, Command]:
    """Return the table by command key."""
    return {command.key: command for command in COMMANDS}


def sequences(
    command: Command, changed: Keys, *, mac: bool = sys.platform == "darwin"
) -> tuple[str, ...]:
    """Return the window-wide sequences of a command, as the reader set them."""
    if command.key in changed.changed:
        return tuple(one for one in changed.changed[command.key] if not is_plain(one))
    return (command.mac or command.keys) if mac else command.keys


def pane_keys(command: Command, changed: Keys) -> tuple[str, ...]:
    """Return the keys of a command while a text has the focus, as the reader set them."""
    if command.key in changed.changed:
        return tuple(one for one in changed.changed[command.key] if is_plain(one))
    return command.pane


def is_plain(sequence: str) -> bool:
    """Say whether a sequence would be typed as a letter: it may only work in a text.

    >>> is_plain("H"), is_plain("Shift+E"), is_plain("F3"), is_plain("Ctrl+H")
    (True, True, False, False)
    """
    keys = sequence.removeprefix("Shift+")
    return len(keys) == 1 or keys in {"Return", "Del", "Space", "Backspace", "F2"}


def moves_in_text(sequence: str) -> bool:
    """Say whether a sequence moves the caret or the focus: as a command it would be lost there.

    >>> moves_in_text("Left"), moves_in_text("Shift+Tab"), moves_in_text("Alt+Left")
    (True, True, False)
    """
    return sequence.removeprefix("Shift+") in _MOVING


def clashes(
    changed: Keys, *, mac: bool = sys.platform == "darwin"
) -> Mapping[str, tuple[str, ...]]:
    """Return each sequence that more than one command has, with the keys of those commands."""
    owners: dict[str, list[str]] = {}
    for command in COMMANDS:
        for sequence in (*sequences(command, changed, mac=mac), *pane_keys(command, changed)):
            owners.setdefault(sequence.casefold(), []).append(command.key)
    return {sequence: tuple(keys) for sequence, keys in owners.items() if len(keys) > 1}


class Actions(QObject):
    """One QAction for each command that something handles.

    Signals:
        grew: keys of commands that got a handler after menus were built.
    """

    grew = Signal(str)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._enabled: dict[str, Callable[[], bool]] = {}
        self._about: dict[str, Callable[[], str]] = {}
        self._pane: dict[str, str] | None = None
        settings.changed.connect(self._on_settings)

    def on(
        self,
        key: str,
        handler: Callable[[], object],
        enabled: Callable[[], bool] | None = None,
        about: Callable[[], str] | None = None,
    ) -> QAction:
        """Let ``handler`` answer a command; ``enabled`` says whether it makes sense now.

        What ``about`` says stands behind the command's text: the reader's own name of a thing.

        Raises:
            KeyError: the table has no such command, or it is answered already.
        """
        if key in self._handlers:
            raise KeyError(f"{key} has a handler already")
        command = by_key()[key]
        self._handlers[key] = handler
        if enabled is not None:
            self._enabled[key] = enabled
        if about is not None:
            self._about[key] = about
        action = self._actions[key] = QAction(command.title, self)
        action.setObjectName(key)
        action.setCheckable(command.checkable)
        action.setData(key)
        self._set_keys(action, command)
        action.triggered.connect(self._on_triggered)
        self._pane = None
        self.grew.emit(key)
        return action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __contains__(self, key: str) -> bool:
        return key in self._actions

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    @property
    def settings(self) -> Settings:
        """The settings that hold changed keys."""
        return self._settings

    def known(self) -> tuple[Command, ...]:
        """Return the handled commands in the order of the table."""
        return tuple(command for command in COMMANDS if command.key in self._actions)

    def may(self, key: str) -> bool:
        """Say whether a command makes sense now."""
        enabled = self._enabled.get(key)
        return key in self._handlers and (enabled is None or enabled())

    def do(self, key: str) -> bool:
        """Carry out a command if it makes sense now; say whether it did."""
        if not self.may(key):
            return False
        action = self._actions[key]
        if action.isCheckable():
            action.setChecked(not action.isChecked())
        self._handlers[key]()
        return True

    def refresh(self, keys: Iterable[str] | None = None) -> None:
        """Grey out what makes no sense now, and name the rest; called before a menu opens."""
        for key in keys if keys is not None else self._actions:
            self._actions[key].setEnabled(self.may(key))
            if key in self._about:
                own = self._about[key]().replace("&", "&&")
                self._actions[key].setText(f"{by_key()[key].title}: {own}")

    def release(self) -> None:
        """Let keys ask for every command again; called when a menu has closed.

        What is grey has no keys, and what made no sense then may do so now: whoever asks is told.
        """
        for action in self._actions.values():
            action.setEnabled(True)

    def name(self, key: str) -> str:
        """Return the name of a command for lists, with what it is about."""
        name = by_key()[key].name
        return f"{name}: {self._about[key]()}" if key in self._about else name

    def shortcut_text(self, key: str) -> str:
        """Return the keys of a command as people read them, most usual first."""
        command = by_key()[key]
        changed = self._settings.keys
        every = (*sequences(command, changed), *pane_keys(command, changed))
        shown = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(one).toString(shown) for one in every)

    def for_pane_key(self, sequence: str) -> str:
        """Return the command of a key without modifier in a text; empty when there is none."""
        if self._pane is None:
            self._pane = {
                one.casefold(): command.key
                for command in self.known()
                for one in pane_keys(command, self._settings.keys)
            }
        return self._pane.get(sequence.casefold(), "")

    def _set_keys(self, action: QAction, command: Command) -> None:
        keys = sequences(command, self._settings.keys)
        action.setShortcuts([QKeySequence(one) for one in keys])

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            key = str(action.data())
            if self.may(key):
                self._handlers[key]()

    def _on_settings(self, group: object) -> None:
        if isinstance(group, Keys):
            self._pane = None
            for key, action in self._actions.items():
                self._set_keys(action, by_key()[key])
