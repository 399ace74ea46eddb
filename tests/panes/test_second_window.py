"""A second window on one library only reads, and shows what the first one writes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.annotations.store import new_id
from reader.app import Program, assemble
from reader.library import Library
from reader.model import AnnotationKind, Change, Colour, LibraryError, Place, Span, Touched
from reader.panes.notes_panel import NotesPanel
from reader.panes.reading_pane import ReadingPane
from reader.qt.messages import Message
from reader.qt.settings import Settings

Later = Callable[[Callable[[], bool]], None]


@pytest.fixture
def writer(tmp_path: Path, made_library: Path) -> Iterator[Library]:
    """The library of the first window."""
    shutil.copytree(made_library, tmp_path / "library")
    library = Library.open(tmp_path / "library")
    library.mark(library.works()[0], Span(0, 20), body="From before.")
    yield library
    library.close()


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the second window look every 20 ms."""
    monkeypatch.setattr("reader.panes.parts_upkeep._LOOKS_MS", 20)


@pytest.fixture
def second(writer: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """The second window."""
    made = assemble(Library.open(writer.folder), Settings(tmp_path / "settings.json"))
    assert made.desk.library.read_only
    made.window.show()
    made.open([Place(writer.works()[0])])
    made.desk.actions.do("go.notes")
    assert made.upkeep._looks.isActive()
    yield made
    made.close()


@pytest.fixture
def pane(second: Program) -> ReadingPane:
    return second.desk.area.active


def bodies(pane: ReadingPane) -> list[str]:
    return [note.markdown for note in pane.margin.notes]


def test_notes_come_change_and_go_in_the_second_window(
    writer: Library, second: Program, pane: ReadingPane, later: Later
) -> None:
    (first,) = pane.margin.notes
    assert first.body == "From before."
    new = writer.mark(pane.work, Span(30, 50), kind=AnnotationKind.NOTE, body="Just written.")
    later(lambda: bodies(pane) == ["From before.", "Just written."])
    panel = second.desk.side.findChild(NotesPanel)
    assert panel is not None
    assert new.id in panel.shown()
    writer.revise(replace(new, body="Changed."))
    later(lambda: bodies(pane) == ["From before.", "Changed."])
    writer.reply(new.id, "An answer.")
    later(lambda: "An answer." in bodies(pane)[1])
    writer.delete([new.id])
    later(lambda: bodies(pane) == ["From before."])
    assert {mark.id for mark in pane.view.marks.marks} == {first.id}


def test_names_of_colours_come_too(
    writer: Library, second: Program, pane: ReadingPane, later: Later
) -> None:
    told: list[object] = []
    second.desk.changes.happened.connect(told.append)
    writer.name_colour(Colour.GREEN, "objection")
    later(lambda: bool(told))
    assert second.desk.library.colour_names()[Colour.GREEN] == "objection"


def test_nothing_is_told_where_nothing_was_written(writer: Library, second: Program) -> None:
    told: list[object] = []
    second.desk.library.listen(Touched.MARKS, told.append)
    writer.listen(Touched.MARKS, told.append)
    assert not second.desk.library.pick_up_notes()
    assert not writer.pick_up_notes()
    assert not told


def test_very_many_notes_are_read_anew_by_turns(writer: Library) -> None:
    work = writer.works()[0]
    note = writer.mark(work, Span(30, 50), body="One of many.")
    writer._put([replace(note, id=new_id()) for _ in range(1_500)], "Note")
    second = Library.open(writer.folder)
    told: list[Change] = []
    second.listen(Touched.MARKS, told.append)
    assert len(second.notes()) == 1_502
    writer.revise(replace(note, body="Another now."))
    turns = 1
    while second.pick_up_notes():
        turns += 1
    assert turns > 5
    assert [change.annotations for change in told] == [{note.id}]
    assert second.note(note.id).annotation.body == "Another now."
    second.close()


def test_what_can_no_longer_be_read_is_told_once(
    second: Program, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> bool:
        raise LibraryError("The disk was pulled out.")

    said: list[Message] = []
    second.desk.messages.said.connect(said.append)
    monkeypatch.setattr(second.desk.library, "pick_up_notes", gone)
    later(lambda: bool(said))
    assert "pulled out" in said[0].text
    assert not second.upkeep._looks.isActive()
