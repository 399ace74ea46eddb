"""All commands can be seen: in the palette, and in the sheet of keys where they are changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.panes.palette import Palette
from reader.panes.shortcut_dialog import ShortcutDialog
from reader.picture import _pose


@pytest.fixture
def palette(program: Program, qtbot: QtBot) -> Iterator[Palette]:
    program.desk.actions.do("help.palette")
    made = QApplication.activePopupWidget()
    assert isinstance(made, Palette)
    yield made
    if QApplication.activePopupWidget() is made:
        made.close()


@pytest.fixture
def keys(program: Program, qtbot: QtBot) -> ShortcutDialog:
    desk = program.desk
    made = ShortcutDialog(desk.look, desk.actions, desk.window)
    made.show()
    return made


def _heads(keys: ShortcutDialog) -> list[QTreeWidgetItem]:
    every = [keys.list.topLevelItem(at) for at in range(keys.list.topLevelItemCount())]
    return [one for one in every if not one.isHidden()]


def test_the_palette_shows_every_command_with_its_key(program: Program, palette: Palette) -> None:
    actions = program.desk.actions
    rows = [palette.list.topLevelItem(at) for at in range(palette.list.topLevelItemCount())]
    shown = {(row.text(0), row.text(1)) for row in rows}
    assert shown == {(actions.name(one.key), actions.shortcut_text(one.key))
                     for one in actions.known()}  # fmt: skip


def test_what_cannot_be_done_now_stands_last_and_is_not_done(
    program: Program, palette: Palette
) -> None:
    may = [program.desk.actions.may(one.key) for one in program.desk.actions.known()]
    assert not all(may)
    last = palette.list.topLevelItem(palette.list.topLevelItemCount() - 1)
    assert "not possible now" in last.toolTip(0)
    QTest.keyClicks(palette.field, last.text(0))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_palette_without_a_fit_says_so(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "qqqq")
    assert palette.list.topLevelItem(0).text(0) == "Nothing here is called that."
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_no_heading_stands_over_nothing(keys: ShortcutDialog) -> None:
    keys.field.setText("next note")
    assert [head.text(0) for head in _heads(keys)] == ["Go"]
    assert keys.list.currentItem().text(0) == "Next note or mark"
    keys.field.setText("qqqq")
    (said,) = _heads(keys)
    assert said.text(0).startswith("No command")
    assert not keys.keys.isEnabled()


def test_the_key_of_the_chosen_command_is_shown(keys: ShortcutDialog) -> None:
    keys.field.setText("add texts")
    assert keys.keys.keySequence() == QKeySequence("Ctrl+O")


@pytest.mark.parametrize("key", ["Left", "Shift+Tab", "Esc", "Ctrl+F"])
def test_a_key_that_is_needed_elsewhere_is_named_and_not_kept(
    keys: ShortcutDialog, key: str
) -> None:
    keys.field.setText("add texts")
    keys.keys.setKeySequence(QKeySequence(key))
    assert key.removeprefix("Shift+") in keys.warning.text().replace("Backtab", "Tab")
    assert not keys._ok.isEnabled()
    keys.reset.click()
    assert keys.warning.text() == ""
    assert keys._ok.isEnabled()


def test_a_key_that_opens_a_menu_is_named_and_not_kept(keys: ShortcutDialog) -> None:
    keys.field.setText("add texts")
    keys.keys.setKeySequence(QKeySequence("Alt+F"))
    assert keys.warning.text().startswith("Alt+F opens the menu “File”")
    assert not keys._ok.isEnabled()


@pytest.mark.parametrize(
    ("key", "to"), [("Key_Tab", "reset"), ("Key_Backtab", "list"), ("Key_Escape", "list")]
)
def test_who_came_to_the_key_by_keys_comes_away_by_keys(
    keys: ShortcutDialog, key: str, to: str
) -> None:
    keys.field.setText("add texts")
    keys.keys.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key[key])
    assert QApplication.focusWidget() is getattr(keys, to)
    assert keys.isVisible()
    assert keys.keys.keySequence() == QKeySequence("Ctrl+O")
    assert not keys.changed


def test_the_key_shows_that_it_waits_for_a_key(keys: ShortcutDialog, qtbot: QtBot) -> None:
    keys.field.setText("add texts")
    keys.list.setFocus()
    (field,) = keys.keys.findChildren(QLineEdit)
    before = field.grab().toImage()
    keys.keys.setFocus()
    assert field.grab().toImage() != before
    keys.list.setFocus()
    assert field.grab().toImage() == before


def test_a_picture_may_begin_with_typing(program: Program) -> None:
    _pose(program, (1000, 700), [], "edit.search=river stone")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "river stone"


def test_keys_of_what_was_grey_in_a_menu_work_again_when_it_has_closed(
    program: Program, qtbot: QtBot
) -> None:
    pane, actions = program.desk.area.active, program.desk.actions
    menu = program.window.menu("edit")
    menu.popup(program.window.pos())
    assert not actions["edit.undo"].isEnabled(), "there is nothing to take back"
    menu.close()
    QTest.keyClick(pane.view, Qt.Key.Key_H)
    assert list(pane.view.marks.every())
    QTest.keyClick(pane.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not list(pane.view.marks.every()))


def test_from_menu_to_menu_what_makes_no_sense_is_grey(program: Program) -> None:
    first, second = program.window.menu("edit"), program.window.menu("annotate")
    first.popup(program.window.pos())
    first.close()
    second.popup(program.window.pos())
    assert not program.desk.actions["annotate.reply"].isEnabled()
    second.close()
    assert program.desk.actions["annotate.reply"].isEnabled()
