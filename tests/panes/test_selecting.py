"""Selecting and marking with the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.app import Program
from reader.model import Colour, Span
from reader.panes.selection_bar import ColourButton, SelectionBar
from reader.panes.text_view import TextView
from tests.panes.desk_library import MemoryLibrary

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(view: TextView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)


def select(program: Program) -> SelectionBar:
    pane = program.desk.area.active
    y = round(pane.view.top_of(2)) + 8
    drag(pane.view, QPoint(60, y), QPoint(180, y))
    (bar,) = [one for one in pane.findChildren(SelectionBar) if one.isVisible()]
    return bar


def test_selected_words_are_marked_by_a_click_on_a_colour(
    program: Program, library: MemoryLibrary
) -> None:
    bar = select(program)
    selected = program.desk.area.active.selection()
    pink = bar.findChildren(ColourButton)[list(Colour).index(Colour.PINK)]
    QTest.mouseClick(pink, LEFT)
    (placed,) = library.notes("first")
    assert placed.span == selected
    assert placed.annotation.colour is Colour.PINK
    assert not bar.isVisible()


def test_the_bar_goes_with_the_selection(program: Program) -> None:
    bar = select(program)
    program.desk.area.active.view.select(Span(5, 5))
    assert not bar.isVisible()


def test_the_bar_takes_no_focus(program: Program) -> None:
    select(program)
    assert program.desk.area.active.view.hasFocus()


def test_a_click_on_a_mark_makes_its_note_the_current_one(
    program: Program, library: MemoryLibrary
) -> None:
    edition = library.edition("first")
    span = edition.passages[2].span
    mark = library.mark("first", Span(span.start, span.start + 30), body="Here.")
    pane = program.desk.area.active
    (rect, *_) = pane.view.rects_of(2, 0, 10)
    where = rect.center().toPoint() - QPoint(0, pane.view.verticalScrollBar().value())
    QTest.mouseClick(pane.view.viewport(), LEFT, NONE, where)
    assert pane.margin.focused() == mark.id
