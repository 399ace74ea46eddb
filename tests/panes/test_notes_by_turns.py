"""The notes of a crowded text: those in view at once, the others by turns, none forgotten."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Program
from reader.model import Colour, Span
from reader.panes.reading_pane import ReadingPane
from tests.panes.desk_library import MemoryLibrary

Later = Callable[[Callable[[], bool]], None]


@pytest.fixture
def pane(program: Program, library: MemoryLibrary) -> ReadingPane:
    """A pane whose text has just been opened; nothing but what is in view has come."""
    edition = library.edition("first")
    for row, passage in enumerate(edition.passages):
        start = passage.span.start
        library.put("first", Span(start, start + 4), Colour.GREEN, f"Note {row}")
    library.turn, library.notes_are_read = 3, False
    pane = program.desk.area.panes[0]
    pane.set_edition(edition)
    return pane


def bodies(pane: ReadingPane) -> set[str]:
    return {note.body for note in pane.margin.notes}


def everything(library: MemoryLibrary) -> set[str]:
    return {one.annotation.body for one in library.notes("first")}


def test_those_in_view_are_there_at_once_and_the_others_soon(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    assert "Note 1" in bodies(pane)
    assert "Note 44" not in bodies(pane)
    later(lambda: bodies(pane) == everything(library))
    assert {mark.id for mark in pane.view.marks.marks} == set(library._notes)


def test_a_note_that_has_not_come_yet_can_be_gone_to(
    pane: ReadingPane, library: MemoryLibrary
) -> None:
    last = library.notes("first")[-1].annotation.id
    assert last not in pane.margin.notes
    assert pane.margin.focus_note(last)
    assert pane.margin.focused() == last


def test_what_is_made_and_deleted_meanwhile_is_right_in_the_end(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    doomed = library.notes("first")[-1].annotation.id
    library.mark("first", Span(3, 8), body="new")
    library.delete([doomed])
    assert "new" in bodies(pane)
    later(lambda: bodies(pane) == everything(library))
    assert doomed not in pane.margin.notes


def test_of_notes_that_are_read_already_none_is_left_out(
    program: Program, pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    library.notes_are_read = True  # a note written while the others come reads all of them
    library.mark("first", Span(3, 8), body="new")
    later(lambda: bodies(pane) == everything(library))
    assert {mark.id for mark in pane.view.marks.marks} == set(library._notes)


def test_the_next_mark_is_found_though_it_has_not_come_yet(
    program: Program, pane: ReadingPane, library: MemoryLibrary
) -> None:
    program.desk.area.set_active(pane, focus=True)
    last = library.notes("first")[-2].span
    assert last is not None
    pane.view.select(Span(last.end, last.end))
    assert program.desk.actions.do("go.next_mark")
    assert pane.selection().start == library.notes("first")[-1].annotation.target.selectors.start  # type: ignore[union-attr]


def test_another_text_in_the_pane_ends_what_was_to_come(
    pane: ReadingPane, library: MemoryLibrary
) -> None:
    pane.set_edition(library.edition("second"))
    QApplication.processEvents()
    QTest.qWait(20)
    assert not pane.margin.notes
    assert not pane.view.marks.marks
