"""Back and forward act where the last jump was: in a pane sent somewhere, or in the one read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.app import Program
from reader.model import Place, Span
from reader.picture import settle


def _go(program: Program, work: str, row: int, *, beside: bool) -> None:
    span = program.desk.library.edition(work).passages[row].span
    program.desk.area.go(Place(work, Span(span.start, span.start)), beside=beside)
    settle()


def test_back_after_going_beside_brings_that_pane_back(program: Program) -> None:
    read, beside, _ = program.desk.area.panes
    stood = read.place(), beside.place()
    _go(program, beside.work, 12, beside=True)
    sent = beside.place()
    assert sent != stood[1]
    assert program.desk.area.active is read
    assert program.desk.actions.do("go.back")
    settle()
    assert (read.place(), beside.place()) == stood
    assert program.desk.actions.do("go.forward")
    settle()
    assert beside.place() == sent


def test_after_a_jump_of_its_own_the_pane_read_goes_back(program: Program) -> None:
    read, beside, _ = program.desk.area.panes
    start = read.place()
    _go(program, beside.work, 12, beside=True)
    sent = beside.place()
    _go(program, read.work, 15, beside=False)
    assert read.place() != start
    program.desk.actions.do("go.back")
    settle()
    assert (read.place(), beside.place()) == (start, sent)


def test_the_buttons_at_the_thumb_go_back_and_forward_in_the_pane_under_the_mouse(
    program: Program,
) -> None:
    _, beside, _ = program.desk.area.panes
    start = beside.place()
    _go(program, beside.work, 12, beside=True)
    sent = beside.place()
    QTest.mouseClick(beside.view.viewport(), Qt.MouseButton.BackButton)
    settle()
    assert beside.place() == start
    QTest.mouseClick(beside.view.viewport(), Qt.MouseButton.ForwardButton)
    settle()
    assert beside.place() == sent
