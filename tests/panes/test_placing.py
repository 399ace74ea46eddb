"""A note whose place is not certain is shown as such, and the reader says where it stands."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from reader.app import Program
from reader.model import (
    Anchored,
    Anchoring,
    Annotation,
    AnnotationKind,
    Orphan,
    Outcome,
    Person,
    Span,
)
from reader.panes.notes_panel import NotesPanel
from reader.panes.place_dialog import PlaceDialog, compared
from tests.panes.desk_library import MemoryLibrary

Later = Callable[[Callable[[], bool]], None]
WORK = "first"


def a_note(library: MemoryLibrary, found: Callable[[Span, Span], Anchoring]) -> Annotation:
    """Make a note on the words of one passage that are looked for in two others."""
    passages = library.edition(WORK).passages
    span = Span(passages[2].span.start, passages[2].span.start + 30)
    here, there = passages[3].span, passages[5].span
    note = library.mark(WORK, span, kind=AnnotationKind.NOTE, body="whose words?")
    library.found[note.id] = found(here, there)
    return note


def ambiguous(here: Span, there: Span) -> Anchoring:
    return Anchored(here, Outcome.AMBIGUOUS, 0.5, (there,))


def reworded(here: Span, _there: Span) -> Anchoring:
    return Anchored(here, Outcome.REWORDED, 0.9)


def lost(_here: Span, _there: Span) -> Anchoring:
    return Orphan("No passage of this text is like enough to the quoted words.")


def dialog(program: Program) -> PlaceDialog | None:
    shown = program.window.findChildren(PlaceDialog)
    return next((one for one in shown if one.isVisible()), None)


def asked(program: Program, library: MemoryLibrary, note: Annotation) -> PlaceDialog:
    """Go to the note by the commands of the window and ask for its place."""
    pane = program.desk.area.active
    found = library.found[note.id]
    assert isinstance(found, Anchored)
    program.desk.changes.happened.emit(library._tell("", dict(library._notes)))
    pane.view.select(Span(found.span.start, found.span.start))
    assert program.desk.actions.do("annotate.place")
    made = dialog(program)
    assert made is not None
    return made


def test_of_several_places_the_reader_says_which_is_meant(
    program: Program, library: MemoryLibrary
) -> None:
    note = a_note(library, ambiguous)
    made = asked(program, library, note)
    passages = library.edition(WORK).passages
    assert made.list.count() == 2
    assert program.desk.area.active.selection() == passages[3].span
    made.list.setCurrentRow(1)
    assert program.desk.area.active.selection() == passages[5].span
    made.here.click()
    assert dialog(program) is None
    assert library.note(note.id).span == passages[5].span
    assert library.undo_label == "Extent"
    assert not program.desk.actions.may("annotate.place"), "its place is certain now"


def test_words_that_changed_are_shown_as_they_were_and_are(
    program: Program, library: MemoryLibrary
) -> None:
    made = asked(program, library, a_note(library, reworded))
    assert made.list.isHidden()
    words = made.words.toPlainText()
    passages = library.edition(WORK).passages
    assert "(first 1)" in words
    first = library.edition(WORK).text[passages[2].span.start :][:30].split()[0]
    assert first in words
    made.reject()


def test_a_lost_note_is_put_on_the_selected_words(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    note = a_note(library, lost)
    program.desk.actions.do("go.notes")
    panel = program.desk.side.findChild(NotesPanel)
    assert isinstance(panel, NotesPanel)
    later(lambda: note.id in panel.shown())
    panel.place_wanted.emit(note.id)
    made = dialog(program)
    assert made is not None
    assert "lost" in made.findChild(type(made._why)).text()
    assert note.target.selectors.exact in made.words.toPlainText()  # type: ignore[union-attr]
    assert made.here.isHidden()
    pane = program.desk.area.active
    pane.view.select(Span(4, 4))
    assert not made.selected.isEnabled()
    start = library.edition(WORK).passages[7].span.start
    span = Span(start, start + 12)
    pane.view.select(span)
    QApplication.processEvents()
    assert made.selected.isEnabled()
    made.selected.click()
    assert dialog(program) is None
    assert library.note(note.id).span == span


def test_only_who_wrote_a_note_moves_it(program: Program, library: MemoryLibrary) -> None:
    me, library.me = library.me, Person("urn:uuid:other", "Other")
    note = a_note(library, ambiguous)
    library.me = me
    made = asked(program, library, note)
    assert made.here.isHidden()
    assert made.selected.isHidden()
    made.reject()


@given(st.text(st.sampled_from("ab \n")), st.text(st.sampled_from("ab \n")))
def test_what_is_compared_is_what_stands_there(then: str, now: str) -> None:
    parts = list(compared(then, now))
    assert "".join(words for words, look in parts if look != "gone") == now
    gone = "".join(words for words, look in parts if look != "new").split()
    assert gone == then.split()


@pytest.mark.parametrize("size", [1, 5000])
def test_long_passages_are_compared_at_once(size: int) -> None:
    words = "one two three " * size
    assert "".join(w for w, look in compared("four " * size, words) if look != "gone") == words
