"""Whoever cannot see the window can use it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from reader.app import Program
from reader.model import InlineKind, Place, Span
from reader.panes import palette
from reader.panes.notes_shown import NotesShown
from reader.panes.notes_spoken import NotesSpoken
from reader.panes.reading_pane import ReadingPane
from reader.panes.splitter import Splitter
from reader.panes.units import Unit, around
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


def test_panes_are_read_in_the_order_in_which_they_stand(program: Program) -> None:
    area = program.desk.area
    area.go(Place("second"), beside=True)
    area.go(Place("first"), beside=True)
    split = area.findChildren(Splitter)[0]
    assert split.count() > 1
    read = [one for one in split.children() if isinstance(one, ReadingPane)]
    assert read == [split.widget(at) for at in range(split.count())]
    told = QAccessible.queryAccessibleInterface(split.handle(1))
    assert told.text(QAccessible.Text.Name)


def test_what_stands_in_a_sentence_is_told_in_its_place(
    program: Program, library: MemoryLibrary
) -> None:
    spoken, shown = (program.window.findChild(kind) for kind in (NotesSpoken, NotesShown))
    assert isinstance(spoken, NotesSpoken)
    assert isinstance(shown, NotesShown)
    edition = library.edition("first")
    reference = next(one for one in edition.inline if one.kind is InlineKind.NOTE_REFERENCE)
    sentence = around(edition, reference.span.start, Unit.SENTENCE)
    library.mark("first", Span(sentence.start, sentence.start + 9), body="Why *both*?")
    shown.refresh(program.desk.area.active)
    known = shown.known(program.desk.area.active).values()
    told = spoken.words(edition, sentence, known)
    assert told.startswith("Your note: Why *both*?")
    assert "Footnote" in told
    assert not spoken.words(edition, edition.passages[-1].span, ())
    assert edition.words_of(edition.passage(reference.target)) not in told
    program.desk.actions.do("view.notes_below")
    in_place = spoken.words(edition, sentence, known)
    assert edition.words_of(edition.passage(reference.target)) in in_place


_TOOLS = ("Xvfb", "dbus-run-session")
_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_SCREEN_READER = """
{launcher} --launch-immediately & launcher=$!
Xvfb -displayfd 3 -screen 0 1440x900x24 3> {folder}/display 2>/dev/null & screen=$!
while [ ! -s {folder}/display ]; do sleep 0.1; done
export DISPLAY=:$(cat {folder}/display) QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
{python} -m reader --library {folder}/library 2>/dev/null & program=$!
/usr/bin/python3 {tree} "list item" "page tab list" "text"; code=$?
kill -TERM $program; wait $program || code=$?
kill $screen $launcher
exit $code
"""


def test_a_screen_reader_is_told_the_window(tmp_path: Path) -> None:
    missing = [tool for tool in _TOOLS if not shutil.which(tool)]
    if missing or not _LAUNCHER.exists():
        pytest.skip(f"needs {', '.join(missing) or _LAUNCHER} (at-spi2-core, xvfb, dbus)")
    has = subprocess.run(
        ["/usr/bin/python3", "-c", "import pyatspi"], check=False, capture_output=True
    )
    if has.returncode:
        pytest.skip("needs pyatspi in the Python of the system (python3-pyatspi)")
    script = _SCREEN_READER.format(
        launcher=_LAUNCHER,
        folder=tmp_path,
        python=sys.executable,
        tree=Path(__file__).with_name("accessible_tree.py"),
    )
    out = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        check=False, capture_output=True, text=True, timeout=150, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert out.returncode == 0, out.stderr
    told = json.loads(next(line for line in out.stdout.splitlines() if line.startswith("{")))
    assert not told["nameless"]
    assert {"push button", "text", "page tab list", "list item", "menu bar"} <= set(told["roles"])
    assert any(words.strip() for words in told["texts"].values())


def unclear(root: QWidget) -> list[str]:
    """Return the buttons within fields that have no name, and lists told by their value alone."""
    buttons = [
        f"button in {field.accessibleName()}"
        for field in root.findChildren(QLineEdit)
        for button in field.findChildren(QAbstractButton)
        if not button.accessibleName()
    ]
    return buttons + [
        f"list {choice.accessibleName()}"
        for choice in root.findChildren(QComboBox)
        if choice.accessibleName() and not choice.accessibleDescription()
    ]


@pytest.mark.parametrize("key", ["edit.find", "edit.search", "go.notes", "go.related"])
def test_lists_and_the_buttons_in_fields_are_told_by_what_they_are_for(
    program: Program, key: str
) -> None:
    assert program.desk.actions.do(key)
    assert program.window.findChildren(QLineEdit)
    assert not unclear(program.window)


def test_in_the_palette_the_command_that_return_would_do_is_said(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(palette, "announce", lambda _widget, words: said.append(words))
    assert program.desk.actions.do("help.palette")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "next theme")
    assert said[-1] == "Next theme, Ctrl+Shift+D"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert said[-1] == "Next theme, Ctrl+Shift+D"  # there is no other
    QTest.keyClick(field, Qt.Key.Key_Escape)
