"""Whoever cannot see the window can use it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from reader.app import Program
from reader.model import Span
from tests.panes.desk_library import MemoryLibrary

CONTROLS = (
    QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip


def is_inner(widget: QWidget) -> bool:
    """Say whether Qt made it within one of its own controls, which has the name."""
    parent = widget.parent()
    made_by_qt = widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)
    popup = parent is not None and "Private" in parent.metaObject().className()
    return made_by_qt or popup or isinstance(parent, (QComboBox, QLineEdit, QTabBar))


def nameless(root: QWidget) -> list[str]:
    found = []
    for kind in CONTROLS:
        for widget in root.findChildren(kind):
            told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            name = told or widget.accessibleName()
            if not name.strip() and not is_inner(widget) and widget.isVisibleTo(root):
                found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def test_every_control_has_a_name(program: Program) -> None:
    assert not nameless(program.window)


@pytest.mark.parametrize("key", ["search", "notes", "related", "library"])
def test_every_control_of_a_panel_has_a_name(program: Program, key: str) -> None:
    if key not in program.desk.side.keys:
        pytest.skip(f"no panel {key}")
    panel = program.desk.side.panel(key)
    assert not nameless(panel)


@pytest.mark.parametrize("key", ["file.preferences", "help.shortcuts", "annotate.colours"])
def test_every_control_of_a_dialog_has_a_name(program: Program, key: str) -> None:
    assert program.desk.actions.do(key)
    from PySide6.QtWidgets import QDialog

    (dialog,) = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert not nameless(dialog)
    dialog.reject()


def test_the_text_is_told_with_caret_and_selection(
    program: Program, library: MemoryLibrary
) -> None:
    view = program.desk.area.active.view
    edition = library.edition("first")
    view.select(Span(edition.passages[2].span.start, edition.passages[2].span.start + 8))
    told = QAccessible.queryAccessibleInterface(view)
    text = told.textInterface()
    assert text is not None
    words = text.text(0, text.characterCount())
    assert edition.words_of(edition.passages[2]) in words
    caret = text.cursorPosition()
    assert words[caret - 8 : caret] == edition.text[edition.passages[2].span.start :][:8]
    assert edition.work.title in told.text(QAccessible.Text.Name)


def test_tab_reaches_every_tool_of_a_pane(program: Program) -> None:
    header = program.desk.area.active.header
    for button in header.findChildren(QAbstractButton):
        policy = button.focusPolicy()
        assert policy.value & Qt.FocusPolicy.TabFocus.value, button.accessibleName()


def test_menus_reach_every_command_without_its_key(program: Program) -> None:
    actions = program.desk.actions
    shown = {
        action.objectName()
        for key in ("file", "edit", "view", "go", "annotate", "compare", "help")
        for action in program.window.menu(key).actions()
    }
    assert {command.key for command in actions.known() if command.menu} <= shown | {
        command.key for command in actions.known() if command.menu == "group"
    }
