"""The margin: cards beside their passages."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import Colour, Span
from reader.panes.asking import Question
from reader.panes.margin import MOST
from reader.panes.note_card import NoteCard
from reader.panes.note_editor import NoteEditor
from reader.panes.reading_pane import ReadingPane
from tests.panes.desk_library import MemoryLibrary

Later = Callable[[Callable[[], bool]], None]


@pytest.fixture
def pane(program: Program, qtbot: QtBot) -> ReadingPane:
    """One wide pane, with room for cards."""
    program.desk.area.set_count(1)
    qtbot.wait(1)
    pane = program.desk.area.active
    assert pane.work == "first"
    return pane


def write(library: MemoryLibrary, row: int, body: str, at: int = 0) -> str:
    start = library.edition("first").passages[row].span.start + at
    return library.mark("first", Span(start, start + 12), body=body).id


def cards(pane: ReadingPane) -> list[NoteCard]:
    found = [one for one in pane.findChildren(NoteCard) if one.isVisible()]
    return sorted(found, key=lambda card: card.y())


def test_a_card_stands_beside_its_passage(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    write(library, 3, "Here.")
    later(lambda: len(cards(pane)) == 1)
    y = pane.view.y_of(library.edition("first").passages[3].span.start)
    assert y is not None
    assert abs(cards(pane)[0].y() - y) < 12
    assert not pane.margin.compact


def test_many_cards_on_one_passage_do_not_overlap(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    for at in range(12):
        write(library, 2, f"Remark number {at}, which takes a line or two.", at * 3)
    later(lambda: len(cards(pane)) == 12)
    shown = cards(pane)
    for above, below in pairwise(shown):
        assert above.geometry().bottom() < below.geometry().top()


@pytest.mark.parametrize("row", [0, -1])
def test_of_many_notes_at_either_end_of_a_text_each_can_be_scrolled_to(
    pane: ReadingPane, library: MemoryLibrary, later: Later, row: int
) -> None:
    ids = {write(library, row, f"Remark {at}: " + "it takes lines. " * 9, at) for at in range(9)}
    bar = pane.view.verticalScrollBar()
    seen = set()
    later(lambda: pane.margin.notes.count(0, 10**6) == 9)
    for value in range(0, bar.maximum() + 100, 100):
        bar.setValue(value)
        QApplication.processEvents()
        room = pane.margin.rect()
        seen |= {card.note.id for card in cards(pane) if card.note
                 and room.contains(card.geometry())}  # fmt: skip
    assert seen == ids


def test_cards_scroll_with_the_text(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    write(library, 4, "Moves along.")
    later(lambda: len(cards(pane)) == 1)
    before = cards(pane)[0].y()
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 120)
    assert cards(pane)[0].y() == before - 120


def test_of_thousands_only_those_in_view_are_made(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    for at in range(2000):
        library.put("first", Span(at * 5, at * 5 + 4), Colour.GREEN, f"Note {at}")
    pane.set_edition(library.edition("first"))
    later(lambda: len(cards(pane)) > 3)
    assert len(cards(pane)) <= MOST
    assert len(pane.findChildren(NoteCard)) <= MOST


def test_in_a_crowd_cards_go_along_and_the_nearest_stand_there_at_rest(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    for at in range(3000):
        library.put("first", Span(at * 4, at * 4 + 4), Colour.GREEN, f"Note {at}")
    pane.set_edition(library.edition("first"))
    later(lambda: len(cards(pane)) > 3)
    before = {card.note.id for card in cards(pane) if card.note}
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    moved = {card.note.id for card in cards(pane) if card.note}
    assert len(moved - before) <= 3
    middle = pane.view.viewport().height() / 2

    def far() -> float:
        ys = [pane.view.y_of(card.note.span.start) for card in cards(pane) if card.note]
        return max(abs((y or 0) - middle) for y in ys)

    later(lambda: far() < pane.view.typography.em_px * 3)


def test_keys_walk_edit_and_leave(pane: ReadingPane, library: MemoryLibrary, later: Later) -> None:
    first, second = write(library, 2, "One."), write(library, 3, "Two.")
    later(lambda: len(cards(pane)) == 2)
    QTest.keyClick(pane.view, Qt.Key.Key_M)
    assert pane.margin.focused() == first
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert pane.margin.focused() == second
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), " More.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert library.note(second).annotation.body == "Two. More."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert pane.view.hasFocus()


def test_of_the_chosen_card_one_sees_whether_keys_mean_it_or_the_text(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    write(library, 2, "One.")
    later(lambda: len(cards(pane)) == 1)
    (card,) = cards(pane)
    card.set_current(current=True)
    chosen = card.grab().toImage()
    QTest.keyClick(pane.view, Qt.Key.Key_M)
    assert card.hasFocus()
    assert card.grab().toImage() != chosen


def test_keys_of_marks_mean_the_note_of_the_card_in_focus(
    program: Program, pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    note = write(library, 2, "One.")
    later(lambda: len(cards(pane)) == 1)
    pane.view.select(Span(200, 220))
    pane.margin.focus_note(note)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert [one.annotation.colour for one in library.notes()] == [list(Colour)[2]]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T)
    dialog = program.window.findChild(Question)
    assert dialog is not None
    dialog.setTextValue("rent")
    dialog.accept()
    assert library.note(note).annotation.tags == ("rent",)


def test_a_card_that_is_chosen_makes_its_pane_the_one_being_read(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    area = program.desk.area
    first, second, _ = area.panes
    here = library.mark("first", Span(0, 9), body="here").id
    there = library.mark("second", Span(0, 9), body="there").id
    first.view.select(Span(0, 0))
    area.set_active(first)
    later(lambda: there in second.margin.notes)
    second.margin.focus_note(there)
    assert area.active is second
    assert program.desk.actions.do("annotate.delete")
    assert [one.annotation.id for one in library.notes()] == [here]


def test_of_two_panes_with_one_text_the_one_being_read_points_out_and_answers(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    area = program.desk.area
    first, second, third = area.panes
    for pane in (second, third):
        pane.set_edition(library.edition("first"))
    note = write(library, 2, "One.")
    for pane in (second, first, third):
        later(lambda pane=pane: note in pane.margin.notes)  # type: ignore[misc]
        pane.margin.focus_note(note)
        shown = [one for one in area.panes if one.view.handles.span is not None]
        assert shown == [pane]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R)
        assert [one for one in area.panes if one.margin.drafts()] == [pane]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_delete_on_a_card_offers_to_undo(
    program: Program, pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    note = write(library, 2, "Doomed.")
    later(lambda: len(cards(pane)) == 1)
    pane.margin.focus_note(note)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert not library.notes("first")
    message = program.window.message_bar.message
    assert message is not None
    assert message.do is not None
    message.do()
    assert library.notes("first")


def test_a_long_note_is_folded_and_unfolds(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    note = write(library, 2, "\n\n".join(f"Paragraph {at} of it." for at in range(20)))
    later(lambda: len(cards(pane)) == 1)
    folded = cards(pane)[0].height()
    pane.margin.focus_note(note)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    later(lambda: cards(pane)[0].height() > folded * 2)


def test_a_screen_reader_is_told_place_and_words(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    write(library, 2, "What does *this* mean?")
    later(lambda: len(cards(pane)) == 1)
    told = QAccessible.queryAccessibleInterface(cards(pane)[0])
    assert "¶1" in told.text(QAccessible.Text.Name)
    assert "What does this mean?" in told.text(QAccessible.Text.Description)


def test_another_readers_note_cannot_be_edited(
    pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    from dataclasses import replace

    from reader.model import Person

    note = write(library, 2, "Theirs.")
    other = replace(library.note(note).annotation, author=Person("urn:uuid:other", "Olga"))
    library.revise(other)
    later(lambda: len(cards(pane)) == 1)
    cards(pane)[0].edit()
    assert not cards(pane)[0].editing
    assert "Olga" in cards(pane)[0].accessibleDescription()


def test_where_cards_have_no_room_unfolding_leads_to_the_notes_in_a_pane(
    program: Program, pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    write(library, 2, "Long.")
    later(lambda: len(cards(pane)) == 1)
    program.desk.actions.do("view.unfold")
    assert program.window.message_bar.message is None
    program.desk.actions.do("view.unfold")
    program.window.resize(420, 600)
    later(lambda: pane.margin.compact)
    program.desk.actions.do("view.unfold")
    message = program.window.message_bar.message
    assert message is not None
    assert message.action
    assert "room" in message.text


def test_who_writes_goes_on_writing_when_the_window_becomes_narrow_and_wide(
    program: Program, pane: ReadingPane, library: MemoryLibrary, later: Later
) -> None:
    program.window.resize(1280, 800)
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    later(lambda: not pane.margin.compact)
    typed = ""
    for wide in (420, 1280, 420):
        program.window.resize(wide, 700)
        later(lambda wide=wide: pane.margin.compact is (wide < 500))  # type: ignore[misc]
        QApplication.processEvents()
        editor = QApplication.focusWidget()
        assert isinstance(editor, NoteEditor)
        where = editor.mapTo(pane, editor.rect().center())
        assert pane.rect().contains(where), "the editor cannot be seen"
        QTest.keyClicks(editor, "more ")
        typed += "more "
        assert [text for _, text in pane.margin.drafts().values()] == [typed]
    assert not library.notes("first")


def test_hiding_the_margin_keeps_what_was_being_written_there(
    program: Program, pane: ReadingPane, library: MemoryLibrary
) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Do not lose me.")
    program.desk.actions.do("view.margin")
    (placed,) = library.notes("first")
    assert placed.annotation.body == "Do not lose me."
    assert program.window.message_bar.message is None


def test_cards_stand_beside_the_words_only_where_lines_keep_their_length(
    pane: ReadingPane, later: Later
) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    later(lambda: bool(pane.margin.notes))
    seen = set()
    for width in range(480, 1000, 40):
        pane._body.resize(width, 600)
        kind = pane.view.typography
        letters = (pane.view.width() - kind.left_px - kind.right_px) / kind.measure_px * 68
        seen.add(pane.margin.compact)
        assert pane.margin.compact or letters >= 61.9, width
        assert kind.tight or letters >= 67.9, "room beside the words was kept where letters lack"
    assert seen == {True, False}


@pytest.mark.parametrize("width", [480, 1000])
def test_while_one_writes_the_card_says_how_to_be_done(
    pane: ReadingPane, library: MemoryLibrary, later: Later, width: int
) -> None:
    pane._body.resize(width, 600)
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    editor = QApplication.focusWidget()
    assert isinstance(editor, NoteEditor)
    card = editor.parentWidget()
    assert isinstance(card, NoteCard)
    foot = card._foot
    for letters in ("", "W", "hich? " * 60):
        QTest.keyClicks(editor, letters)
        later(lambda: card.height() >= card.childrenRect().bottom())
        assert "Ctrl+Enter" in foot.text()
        assert foot.isVisible()
        assert foot.geometry().top() >= editor.geometry().bottom()
        if editor.document().size().height() < 14:
            assert not editor.verticalScrollBar().maximum(), "what fits needs no scroll bar"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    later(lambda: bool(library.notes("first")))
    assert not any("Ctrl+Enter" in one._foot.text() for one in pane.findChildren(NoteCard))
