"""Selecting and marking with the mouse."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import AnnotationKind, Colour, Person, Span
from reader.panes.note_editor import NoteEditor
from reader.panes.selection_bar import ColourButton, SelectionBar
from reader.panes.text_view import TextView
from reader.panes.units import Unit, around
from tests.panes.desk_library import MemoryLibrary, make_edition

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


def test_the_end_of_a_mark_is_dragged(program: Program, library: MemoryLibrary) -> None:
    edition = library.edition("first")
    span = edition.passages[2].span
    mark = library.mark("first", Span(span.start, span.start + 8))
    pane = program.desk.area.active
    view = pane.view

    def letter(at: int) -> QRectF:
        (rect, *_) = view.rects_of(2, at, at + 1)
        return rect.translated(0, -view.verticalScrollBar().value())

    QTest.mouseClick(view.viewport(), LEFT, NONE, letter(3).center().toPoint())
    assert view.handles.span == Span(span.start, span.start + 8)
    knob = letter(7).bottomRight().toPoint()
    goal = letter(20).center().toPoint()
    drag(view, knob, goal)
    (placed,) = library.notes("first")
    assert placed.annotation.id == mark.id
    assert placed.span is not None
    assert placed.span.start == span.start
    assert span.start + 18 <= placed.span.end <= span.start + 22
    program.desk.actions.do("edit.undo")
    assert library.notes("first")[0].span == Span(span.start, span.start + 8)


def test_the_ends_of_anothers_mark_stay(program: Program, library: MemoryLibrary) -> None:
    start = library.edition("first").passages[2].span.start
    mark = library.mark("first", Span(start, start + 8))
    library.revise(replace(mark, author=Person("urn:uuid:other", "Olga")))
    view = program.desk.area.active.view
    (rect, *_) = view.rects_of(2, 3, 4)
    where = rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), LEFT, NONE, where)
    assert view.handles.span is None


def test_going_elsewhere_puts_the_handles_away(program: Program, library: MemoryLibrary) -> None:
    start = library.edition("first").passages[2].span.start
    mark = library.mark("first", Span(start, start + 8))
    pane = program.desk.area.active
    pane.mark_activated.emit(mark.id)
    assert pane.view.handles.span is not None
    pane.view.select(Span(start + 100, start + 100))
    assert pane.view.handles.span is None


def test_marks_upon_one_another_are_chosen_one_by_one_with_keys(
    program: Program, library: MemoryLibrary
) -> None:
    begin = library.edition("first").passages[2].span.start
    outer = library.mark("first", Span(begin, begin + 40))
    inner = library.mark("first", Span(begin, begin + 10))
    twin = library.mark("first", Span(begin, begin + 10))
    pane, do = program.desk.area.active, program.desk.actions.do
    pane.view.select(Span(0, 0))
    wanted = [outer.id, *sorted([inner.id, twin.id])]
    for note in wanted:
        assert do("go.next_mark")
        assert do("annotate.colour_4")
        assert library.note(note).annotation.colour is list(Colour)[3], note
    do("go.previous_mark")
    assert do("annotate.delete")
    assert {one.annotation.id for one in library.notes("first")} == {wanted[0], wanted[2]}


def test_the_chosen_mark_takes_the_extent_of_the_selection(
    program: Program, library: MemoryLibrary
) -> None:
    begin = library.edition("first").passages[2].span.start
    outer = library.mark("first", Span(begin, begin + 60))
    inner = library.mark("first", Span(begin + 20, begin + 30))
    pane, do = program.desk.area.active, program.desk.actions.do
    pane.view.select(Span(begin + 18, begin + 33))
    assert do("annotate.extend")
    assert library.note(inner.id).span == Span(begin + 18, begin + 33), "the one nearest to it"
    pane.view.select(Span(0, 0))
    do("go.next_mark")
    pane.view.select(Span(begin + 4, begin + 33))
    assert do("annotate.extend")
    assert library.note(outer.id).span == Span(begin + 4, begin + 33), "the one chosen"


def test_marks_that_begin_at_the_caret_are_chosen_one_by_one(
    program: Program, library: MemoryLibrary
) -> None:
    pane = program.desk.area.active
    spans = [Span(0, 18), Span(0, 9), Span(0, 4)]
    for span in spans:
        library.mark(pane.work, span)
    pane.view.select(Span(0, 0))
    chosen = []
    for _ in spans:
        assert program.desk.actions.do("go.next_mark")
        chosen.append(pane.view.handles.span)
    assert chosen == spans
    assert program.window.message_bar.message is None


def test_a_click_at_the_same_place_again_chooses_the_mark_around(
    program: Program, library: MemoryLibrary
) -> None:
    pane = program.desk.area.active
    begin = library.edition("first").passages[2].span.start
    spans = [Span(begin + 10, begin + 30), Span(begin + 5, begin + 40), Span(begin, begin + 50)]
    inner, *_ = [library.mark("first", span).id for span in spans]
    pane.view.select(Span(begin + 20, begin + 20))
    chosen = []
    for _ in range(4):
        pane.mark_activated.emit(inner)  # what is clicked is always the innermost
        chosen.append(pane.view.handles.span)
    assert chosen == [*spans, spans[0]]
    pane.view.select(Span(begin + 15, begin + 15))
    pane.mark_activated.emit(inner)
    assert pane.view.handles.span == spans[0], "elsewhere it begins anew"


def test_sentences_at_the_caret_are_linked_without_selecting_them(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(library, "link", lambda *ends: made.append(ends), raising=False)
    first, second, _ = program.desk.area.panes
    sentences = []
    for pane in (first, second):
        program.desk.area.set_active(pane)
        start = library.edition(pane.work).passages[2].span.start
        pane.view.select(Span(start + 5, start + 5))
        assert program.desk.actions.do("annotate.link")
        assert pane.edition is not None
        sentences.append((pane.work, around(pane.edition, start + 5, Unit.SENTENCE)))
    assert made == [tuple(sentences)]


def test_no_editor_opens_where_nothing_written_could_be_kept(
    program: Program, library: MemoryLibrary
) -> None:
    pane = program.desk.area.active
    note = library.mark(pane.work, Span(0, 9), kind=AnnotationKind.NOTE, body="kept")
    library.read_only, library.notice = True, "The disk is read-only."
    told: list[str] = []
    program.desk.messages.said.connect(lambda message: told.append(message.text))
    assert program.desk.actions.do("annotate.note")
    program.desk.area.active.margin.answer_wanted.emit(note.id)
    assert told == [library.notice] * 2
    assert not pane.findChildren(NoteEditor)


def test_on_more_than_a_mark_can_hold_no_note_is_begun(
    program: Program, library: MemoryLibrary
) -> None:
    library.editions["first"] = make_edition("first", 100)
    pane = program.desk.area.active
    pane.set_edition(library.edition("first"))
    pane.view.select(Span(0, 20_001))
    assert program.desk.actions.do("annotate.note")
    message = program.window.message_bar.message
    assert message is not None
    assert "20,000" in message.text
    assert not pane.findChildren(NoteEditor)
    pane.view.select(Span(0, 20_000))
    assert program.desk.actions.do("annotate.note")
    assert pane.findChildren(NoteEditor)


def test_more_than_a_note_can_hold_is_not_pasted_and_said_so(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.show()
    editor = NoteEditor(frame)
    editor.show()
    editor.setPlainText("kept")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    began = time.process_time()
    for words, now in [("y" * 2_000_000, 4), ("y" * 90_000, 90_004), ("z" * 20_000, 90_004)]:
        pasted = QMimeData()
        pasted.setText(words)
        pasted.setHtml("<b>never</b>")
        editor.insertFromMimeData(pasted)
        assert len(editor.toPlainText()) == now
    assert QLocale().toString(100_000) in QToolTip.text()
    assert time.process_time() - began < 1


def test_shift_selects_on_by_clause_sentence_and_passage(
    program: Program, library: MemoryLibrary
) -> None:
    edition = library.edition("first")
    here, after = edition.passages[2].span, edition.passages[3].span
    pane = program.desk.area.active
    shift = Qt.KeyboardModifier.ShiftModifier
    control = Qt.KeyboardModifier.ControlModifier
    ends = []
    for key, held in (
        (Qt.Key.Key_F, shift), (Qt.Key.Key_J, shift), (Qt.Key.Key_Down, shift | control),
    ):  # fmt: skip
        pane.view.select(Span(here.start, here.start))
        QTest.keyClick(pane.view, key, held)
        assert pane.selection().start == here.start
        ends.append(pane.selection().end)
    assert here.start < ends[0] <= ends[1] < ends[2] == after.start
    QTest.keyClick(pane.view, Qt.Key.Key_Up, shift | control)
    assert not pane.selection()


def test_menu_and_palette_say_what_the_reader_calls_a_colour(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "colour_names", lambda: {Colour.YELLOW: "key claim"})
    program.window.menu("annotate").aboutToShow.emit()
    actions = program.desk.actions
    assert actions["annotate.colour_1"].text() == "Colour &1: key claim"
    assert actions["annotate.colour_2"].text() == "Colour &2: Green"
    assert actions.name("annotate.colour_1") == "Colour 1: key claim"
