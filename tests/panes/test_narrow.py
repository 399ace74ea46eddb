"""In a window too narrow for texts and side panel, one of them is shown whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.model import Place
from reader.panes.palette import Palette
from reader.panes.parts_welcome import welcome
from reader.panes.peek import Peek
from reader.qt.settings import Settings


def _narrow(program: Program) -> None:
    program.window.resize(520, 760)
    QApplication.processEvents()


def test_in_a_narrow_window_the_panel_has_the_whole_width(program: Program) -> None:
    desk = program.desk
    _narrow(program)
    desk.actions.do("go.search")
    assert desk.side.width() == desk.side.parentWidget().width() == 520
    button = next(
        one for one in desk.side.findChildren(QToolButton) if one.text() == "Back to the texts"
    )
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.click()
    assert desk.side.isHidden()
    assert desk.area.active.view.hasFocus()
    assert desk.area.active.width() > 500


def test_escape_and_every_way_to_a_text_put_the_panel_away(program: Program, qtbot: QtBot) -> None:
    desk = program.desk
    _narrow(program)
    ways = (
        lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape),
        lambda: desk.area.go(Place("second"), beside=True),
        lambda: desk.actions.do("edit.find"),
        lambda: desk.actions.do("go.next_pane"),
        lambda: desk.actions.do("view.side_panel"),
    )
    for way in ways:
        desk.actions.do("go.related")
        assert not desk.side.isHidden()
        assert desk.actions["view.side_panel"].isChecked()
        way()
        assert desk.side.isHidden(), ways.index(way)
        assert not desk.actions["view.side_panel"].isChecked()


def test_tab_stays_in_the_panel_that_lies_over_the_texts(program: Program, qtbot: QtBot) -> None:
    desk = program.desk
    _narrow(program)
    desk.actions.do("go.notes")
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert not desk.side.isHidden()


def _is_told_of(program: Program) -> bool:
    view = QAccessible.queryAccessibleInterface(program.desk.area.active.view)
    return not view.state().invisible


def test_texts_under_a_panel_are_not_told_of_as_showing(program: Program) -> None:
    desk = program.desk
    _narrow(program)
    assert _is_told_of(program)
    desk.actions.do("go.notes")
    assert not _is_told_of(program)
    desk.side.hide()
    assert _is_told_of(program)
    desk.actions.do("go.notes")
    program.window.resize(1280, 800)
    QApplication.processEvents()
    assert _is_told_of(program)
    assert desk.area.active.width() > 300


def test_a_place_gone_to_from_a_panel_over_the_texts_is_seen(program: Program) -> None:
    desk = program.desk
    _narrow(program)
    desk.actions.do("go.notes")
    program.window.resize(480, 600)  # the texts are laid out anew when they are seen again
    QApplication.processEvents()
    pane = desk.area.active
    assert pane.edition is not None
    rows = len(pane.edition.passages)
    assert rows - 1 not in pane.view.visible_rows()
    desk.area.go(Place(pane.work, pane.edition.passages[-1].span), focus=True)
    QApplication.processEvents()
    assert pane.view.hasFocus()
    assert rows - 1 in pane.view.visible_rows()


def test_a_panel_that_gave_way_comes_back_when_there_is_room(program: Program) -> None:
    desk = program.desk
    desk.actions.do("go.notes")
    wide = desk.side.width()
    desk.area.active.focus_text()
    _narrow(program)
    assert desk.side.isHidden(), "who reads goes on reading"
    program.window.resize(1280, 800)
    QApplication.processEvents()
    assert desk.side.isVisible()
    assert abs(desk.side.width() - wide) < 3
    desk.side.panel("notes").setFocus()
    _narrow(program)
    assert desk.side.isVisible(), "who looks through notes goes on, too"
    assert desk.side.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("away", [False, True])
def test_a_window_that_was_closed_on_a_panel_opens_on_it(
    program: Program, settings: Settings, qtbot: QtBot, away: bool
) -> None:
    _narrow(program)
    program.desk.actions.do("go.notes")
    if away:
        program.desk.area.active.focus_text()
    stored = program.window.dump()
    again = assemble(program.desk.library, settings)
    again.window.resize(520, 760)
    again.window.show()
    again.open([Place("first")])
    again.window.load_side(stored)
    again.window.activateWindow()
    qtbot.waitActive(again.window)
    again.window.focus_front()
    assert again.desk.side.isHidden() == away
    again.window.resize(1280, 800)
    QApplication.processEvents()
    assert again.desk.side.isVisible()
    assert again.desk.side.current == "notes"
    again.close()


def test_a_glance_at_a_passage_stays_on_the_screen(program: Program) -> None:
    desk = program.desk
    screen = program.window.screen().availableGeometry()
    program.window.move(screen.topLeft())
    program.window.resize(screen.width(), 700)
    edition = desk.area.panes[0].edition
    assert edition is not None
    peek = Peek(desk.look, program.window)
    peek.show_passage(edition, edition.passages[3], program.window)
    assert screen.contains(peek.geometry())
    peek.close()


def test_the_first_start_in_a_narrow_window_shows_a_text(program: Program) -> None:
    _narrow(program)
    welcome(program.desk)
    QApplication.processEvents()
    assert program.desk.side.isHidden()
    program.window.resize(1280, 800)
    QApplication.processEvents()
    assert program.desk.side.current == "related"
    assert program.desk.side.isVisible()


@pytest.mark.parametrize("height", range(300, 340, 9))
def test_the_palette_shows_whole_rows(program: Program, height: int) -> None:
    program.window.resize(900, height)
    QApplication.processEvents()
    program.desk.actions.do("help.palette")
    palette = program.window.findChild(Palette)
    assert isinstance(palette, Palette)
    QApplication.processEvents()
    assert palette.list.viewport().height() % palette.list.sizeHintForRow(0) == 0
    palette.close()
