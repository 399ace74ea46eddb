"""The table of commands is consistent on every system."""

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from reader.qt.commands import (
    COMMANDS,
    MENUS,
    Actions,
    by_key,
    clashes,
    is_plain,
    pane_keys,
    sequences,
)
from reader.qt.settings import Keys, Settings

#: Taken by systems: input methods on Linux, hide and selection on macOS, AltGr on Windows.
_RESERVED = {"Ctrl+Shift+U", "Ctrl+Shift+E", "Ctrl+."}


def test_keys_of_commands_are_unique() -> None:
    assert len(by_key()) == len(COMMANDS)


@pytest.mark.parametrize("mac", [True, False])
def test_no_two_commands_share_a_key(mac: bool) -> None:
    assert not clashes(Keys(), mac=mac)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.key)
def test_every_sequence_is_one_that_qt_understands(command: object) -> None:
    for one in (*command.keys, *command.pane, *command.mac):  # type: ignore[attr-defined]
        read = QKeySequence(one)
        assert read.count() == 1, one
        assert read.toString(QKeySequence.SequenceFormat.PortableText) == one


def test_no_reserved_key_is_used() -> None:
    for command in COMMANDS:
        for one in sequences(command, Keys(), mac=False):
            assert one not in _RESERVED
            assert not ("Ctrl" in one and "Alt" in one), f"{one} is AltGr on Windows"
        for one in sequences(command, Keys(), mac=True):
            assert one not in {"Ctrl+H", "Ctrl+M", "F11"} or not command.mac


def test_window_keys_have_modifiers_and_pane_keys_have_none() -> None:
    for command in COMMANDS:
        assert not any(is_plain(one) for one in command.keys), command.key
        assert all(is_plain(one) for one in command.pane), command.key


def test_every_menu_command_belongs_to_a_menu() -> None:
    assert {command.menu for command in COMMANDS} <= {*MENUS, ""}


def test_a_changed_key_replaces_the_delivered_ones(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "s.json")
    actions = Actions(settings, settings)
    action = actions.on("annotate.note", lambda: None)
    settings.change(settings.keys, changed={"annotate.note": ("Ctrl+M", "B")})
    assert [one.toString() for one in action.shortcuts()] == ["Ctrl+M"]
    assert actions.for_pane_key("B") == "annotate.note"
    assert actions.for_pane_key("N") == ""


def test_a_clash_is_found(qtbot: QtBot) -> None:
    found = clashes(Keys({"annotate.note": ("Ctrl+F",)}))
    assert set(found["ctrl+f"]) == {"annotate.note", "edit.find"}


def test_a_command_is_not_done_when_it_makes_no_sense(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "s.json")
    actions, done, may = Actions(settings, settings), [], [False]
    actions.on("edit.undo", lambda: done.append(1), lambda: may[0])
    assert not actions.do("edit.undo")
    may[0] = True
    assert actions.do("edit.undo")
    assert done == [1]


def test_a_command_bears_the_readers_own_name_of_what_it_is_about(
    tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(tmp_path / "s.json")
    actions, named = Actions(settings, settings), ["Q & A"]
    action = actions.on("annotate.colour_1", lambda: None, about=lambda: named[0])
    actions.refresh()
    assert action.text() == "Colour &1: Q && A"
    assert actions.name("annotate.colour_1") == "Colour 1: Q & A"
    named[0] = "objection"
    actions.refresh()
    assert action.text() == "Colour &1: objection"


def test_two_handlers_for_one_command_are_refused(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "s.json")
    actions = Actions(settings, settings)
    actions.on("edit.undo", lambda: None)
    with pytest.raises(KeyError):
        actions.on("edit.undo", lambda: None)


#: What readers expect, by the study of five readers: keys on Linux and Windows, and on macOS where
#: they differ ("Ctrl" is Cmd there, "Meta" is Ctrl).
_EXPECTED = {
    "file.add": ("Ctrl+O", ""),
    "file.quick_open": ("Ctrl+Shift+O", ""),
    "help.palette": ("Ctrl+Shift+P", ""),
    "edit.find": ("Ctrl+F /", ""),
    "edit.search": ("Ctrl+Shift+F", ""),
    "edit.find_next": ("F3 Ctrl+G", ""),
    "edit.find_previous": ("Shift+F3 Ctrl+Shift+G", ""),
    "go.back": ("Alt+Left", "Ctrl+["),
    "go.forward": ("Alt+Right", "Ctrl+]"),
    "go.to": ("Ctrl+L", ""),
    "go.next_section": ("Ctrl+PgDown", ""),
    "go.previous_section": ("Ctrl+PgUp", ""),
    "go.next_mark": ("Alt+Down ]", "Meta+Ctrl+Down ]"),
    "go.previous_mark": ("Alt+Up [", "Meta+Ctrl+Up ["),
    "annotate.highlight": ("Ctrl+Shift+H H", ""),
    "annotate.underline": ("U", ""),
    **{f"annotate.colour_{n}": (f"Alt+{n} {n}", f"Meta+Ctrl+{n} {n}") for n in range(1, 6)},
    "annotate.note": ("Ctrl+Shift+N N", ""),
    "annotate.tag": ("T", ""),
    "annotate.bookmark": ("Ctrl+D", ""),
    "annotate.delete": ("Del", ""),
    "annotate.open": ("Return F2", ""),
    "edit.copy": ("Ctrl+C", ""),
    "edit.copy_cited": ("Ctrl+Shift+C", ""),
    "edit.copy_link": ("Ctrl+Shift+L", ""),
    "edit.undo": ("Ctrl+Z", ""),
    "edit.redo": ("Ctrl+Shift+Z Ctrl+Y", "Ctrl+Shift+Z"),
    "go.text": ("Ctrl+1", ""),
    "go.contents": ("Ctrl+2", ""),
    "go.notes": ("Ctrl+3", ""),
    "go.search": ("Ctrl+4", ""),
    "go.related": ("Ctrl+5", ""),
    "go.next_pane": ("F6", ""),
    "go.previous_pane": ("Shift+F6", ""),
    "view.side_panel": ("F9", "Ctrl+Alt+S"),
    "view.margin": ("Shift+F9", "Ctrl+Alt+N"),
    "view.larger": ("Ctrl++ Ctrl+=", ""),
    "view.smaller": ("Ctrl+-", ""),
    "view.normal": ("Ctrl+0", ""),
    "view.theme": ("Ctrl+Shift+D", ""),
    "view.full_screen": ("F11", "Meta+Ctrl+F"),
    "view.focus": ("Shift+F11", "Meta+Ctrl+Shift+F"),
    "file.print": ("Ctrl+P", ""),
    "file.export": ("Ctrl+E", "Ctrl+Alt+E"),
    "file.export_pdf": ("", ""),
    "view.close_pane": ("Ctrl+W", ""),
    "view.reopen_pane": ("Ctrl+Shift+T", ""),
    "go.next_tab": ("Ctrl+Tab", "Meta+Tab"),
    "go.previous_tab": ("Ctrl+Shift+Tab", "Meta+Shift+Tab"),
    "file.preferences": ("Ctrl+,", ""),
    "file.quit": ("Ctrl+Q", ""),
    "help.manual": ("F1", "Ctrl+?"),
    "help.shortcuts": ("Ctrl+/", ""),
}


@pytest.mark.parametrize("key", _EXPECTED)
def test_the_keys_are_those_that_readers_expect(key: str) -> None:
    other, mac = _EXPECTED[key]
    command = by_key()[key]
    for on_mac, expected in ((False, other), (True, mac or other)):
        known = (*sequences(command, Keys(), mac=on_mac), *pane_keys(command, Keys()))
        assert " ".join(known) == expected
