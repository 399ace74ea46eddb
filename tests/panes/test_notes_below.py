"""Footnotes in place: beneath their passage, in smaller type, with nothing else disturbed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QTextBlockFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import Colour, Edition, InlineKind, InlineSpan, PassageKind, Span
from reader.panes.document import Typography
from reader.panes.line_count import Widths
from reader.panes.marks import Mark
from reader.panes.notes_below import NotesBelow, notes_by_passage, number_at
from reader.panes.reading_pane import ReadingPane
from reader.panes.text_view import TextView
from reader.qt import theme
from reader.qt.look import Look
from reader.qt.settings import Settings
from tests.panes.desk_library import edition_of, make_edition

SENTENCE = "A footnote says in small type what would stand in the way of the sentence above it. "


def noted(
    bodies: int = 6, note: str = SENTENCE * 4, *, noted_rows: tuple[int, ...] = (2,), notes: int = 1
) -> Edition:
    """Make a text of some passages, of which some refer to notes at its end."""
    texts = [(PassageKind.BODY, f"{SENTENCE * 5}({at})", 0, "") for at in range(bodies)]
    count = len(noted_rows) * notes
    texts += [(PassageKind.FOOTNOTE, f"{note}({at})", 0, str(at + 1)) for at in range(count)]
    made = edition_of("noted", texts, "Noted", "A. Nobody")
    passages = made.passages
    inline = [
        InlineSpan(
            InlineKind.NOTE_REFERENCE,
            Span(passages[row].span.start + 20, passages[row].span.start + 20),
            passages[bodies + at * notes + number].id,
        )
        for at, row in enumerate(noted_rows)
        for number in range(notes)
    ]
    return replace(made, inline=tuple(inline))


@pytest.fixture
def pane(qtbot: QtBot, settings: Settings) -> ReadingPane:
    settings.change(settings.reading, notes_below=True)
    made = ReadingPane(Look(settings, settings))
    qtbot.addWidget(made)
    made.resize(620, 500)
    made.show()
    return made


def gap_below(view: TextView, row: int) -> float:
    return view.top_of(row + 1) - view.top_of(row) - view.height_of(row)


def settle(pane: ReadingPane, qtbot: QtBot) -> None:
    """Paint, and let what was only reckoned be mended."""
    pane.grab()
    qtbot.waitUntil(lambda: not pane.view._mending.isActive())


def test_a_passage_leaves_room_for_its_notes_and_no_other_does(pane: ReadingPane) -> None:
    pane.set_edition(noted(notes=2))
    view = pane.view
    heights = sum(note.height for note in view.below.of(2))
    assert len(view.below.of(2)) == 2
    assert heights > 8 * view.typography.em_px
    assert gap_below(view, 2) > heights + gap_below(view, 1)
    assert gap_below(view, 1) == pytest.approx(gap_below(view, 3), abs=1)


def test_no_offset_and_no_word_differs(pane: ReadingPane, settings: Settings) -> None:
    edition = noted(noted_rows=(0, 2, 5))
    pane.set_edition(edition)

    def stands() -> list[int]:
        return [pane.view.position_of(at) for at in range(0, len(edition.text), 7)]

    below, words = stands(), pane.view.document().toPlainText()
    settings.change(settings.reading, notes_below=False)
    assert stands() == below
    assert pane.view.document().toPlainText() == words


def test_the_note_is_painted_where_there_was_nothing(
    pane: ReadingPane, settings: Settings, qtbot: QtBot
) -> None:
    settings.change(settings.reading, numbers=False)
    pane.set_edition(noted(bodies=3, noted_rows=(0,)))
    settle(pane, qtbot)
    view, page = pane.view, theme.load("light")["page"]
    top = round(view.top_of(0) + view.height_of(0)) + 2
    bottom = round(view.top_of(1)) - 4
    image = view.viewport().grab().toImage()
    inked = [
        y
        for y in range(top, bottom)
        if any(image.pixelColor(x, y) != page for x in range(0, image.width(), 1))
    ]
    assert len(inked) > (bottom - top) / 2
    assert max(inked) <= bottom, "and it ends before the next passage begins"


@pytest.mark.parametrize("size", [11.0, 17.0])
def test_the_room_is_exact_once_the_note_was_seen(
    pane: ReadingPane, settings: Settings, qtbot: QtBot, size: float
) -> None:
    pane.set_edition(noted(noted_rows=(1,)))
    odd = "autovalorizzazione—operaio-massa—" * 9 + "\u05d0\u05d1\u05d2 " * 60
    pane.set_edition(noted(note=odd, noted_rows=(1,)))
    settings.change(settings.reading, size_pt=size)
    for width in (420, 640, 380):
        pane.resize(width, 600)
        pane.go_to_passage("noted-1")
        settle(pane, qtbot)
        kind = pane.view.typography
        heights = sum(note.height for note in pane.view.below.of(1))
        beyond = gap_below(pane.view, 1) - gap_below(pane.view, 0) - heights
        assert beyond == pytest.approx(0.8 * kind.em_px, abs=2)
        assert not pane.view.below.amiss


def test_the_last_passage_can_have_notes(pane: ReadingPane, qtbot: QtBot) -> None:
    edition = noted(bodies=1, noted_rows=(0,))
    whole = replace(edition, passages=edition.passages[:1])
    assert notes_by_passage(whole) == {}, "its note is not part of the text"
    pane.set_edition(edition)
    settle(pane, qtbot)
    assert gap_below(pane.view, 0) > pane.view.below.of(0)[0].height


def test_the_place_is_kept_when_notes_come_and_go(
    pane: ReadingPane, settings: Settings, qtbot: QtBot
) -> None:
    edition = noted(bodies=30, noted_rows=tuple(range(0, 28, 2)))
    pane.set_edition(edition)
    settle(pane, qtbot)
    pane.go_to_passage("noted-17")
    start = edition.passages[17].span.start
    before = pane.view.y_of(start)
    for shown in (False, True, False, True):
        settings.change(settings.reading, notes_below=shown)
        settle(pane, qtbot)
        assert pane.view.y_of(start) == pytest.approx(before, abs=1)
        assert pane.view.caret() == start


def test_who_reads_a_note_keeps_what_follows_it_in_place(pane: ReadingPane, qtbot: QtBot) -> None:
    edition = noted(bodies=30, noted_rows=tuple(range(0, 28, 2)), note=SENTENCE * 12)
    pane.set_edition(edition)
    pane.go_to_passage("noted-16")
    settle(pane, qtbot)
    view = pane.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + round(view.top_of(16) + view.height_of(16)) + 30)
    follower = edition.passages[17].span.start
    assert pane.place().span.start == follower
    before = view.y_of(follower)
    for width in (500, 720, 400):
        pane.resize(width, 500)
        settle(pane, qtbot)
        assert view.y_of(follower) == pytest.approx(before, abs=2)


def test_a_note_stands_once_beneath_the_first_that_refers_to_it() -> None:
    edition = noted(noted_rows=(1, 3))
    first, second = edition.inline
    again = replace(second, target=first.target)
    lost = replace(second, target="nowhere")
    note = edition.passages[edition.row_of(first.target)]
    nested = replace(second, span=Span(note.span.start + 3, note.span.start + 3))
    assert notes_by_passage(edition) == {1: [6], 3: [7]}
    assert notes_by_passage(replace(edition, inline=(first, again))) == {1: [6]}
    assert notes_by_passage(replace(edition, inline=(first, lost))) == {1: [6]}
    assert notes_by_passage(replace(edition, inline=(first, nested))) == {1: [6]}


def test_of_a_very_long_note_the_beginning_is_shown(pane: ReadingPane) -> None:
    pane.set_edition(noted(note=SENTENCE * 400, noted_rows=(1,)))
    shown = pane.view.below.of(1)[0]
    assert shown.layout.text().endswith(" …")
    assert 2500 < shown.letters <= 3000


def test_a_note_read_from_right_to_left_has_its_number_at_the_right(pane: ReadingPane) -> None:
    pane.set_edition(
        noted(note="\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd ", noted_rows=(1,))
    )
    note = pane.view.below.of(1)[0]
    assert note.leftward
    width = pane.view.viewport().width()
    setter = pane.view.below._setter
    assert setter is not None
    assert number_at(note, setter, 0.0).x() > width / 2


def test_a_long_text_has_its_notes_wherever_one_goes(pane: ReadingPane, qtbot: QtBot) -> None:
    rows = tuple(range(0, 900, 3))
    edition = noted(bodies=901, noted_rows=rows, note=SENTENCE)
    pane.set_edition(edition)
    assert len(pane.view.rows) < 400
    for row in (600, 30, 897):
        pane.go_to_passage(f"noted-{row}")
        settle(pane, qtbot)
        assert gap_below(pane.view, row) > pane.view.below.of(row)[0].height
        assert pane.view.row_at_y(pane.view.top_of(row) + 2) == row


@given(
    st.text(st.sampled_from("aeioumnwl ilt.,-—"), min_size=1, max_size=600), st.integers(60, 500)
)
def test_lines_are_reckoned_as_they_are_set(words: str, width: int) -> None:
    font = QFont("Literata")
    font.setPixelSize(14)
    widths = Widths(font)
    reckoned = widths.of(words).lines(width / widths.size_of(font))
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    real = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        real += 1
    layout.endLayout()
    assert abs(reckoned - real) <= 1 + real // 4


def test_the_command_shows_them_and_it_is_remembered(program: Program, settings: Settings) -> None:
    view = program.desk.area.active.view
    action = program.desk.actions["view.notes_below"]
    row = next(iter(notes_by_passage(make_edition("first"))))
    before = gap_below(view, row)
    assert not action.isChecked()
    program.desk.actions.do("view.notes_below")
    assert action.isChecked()
    assert gap_below(view, row) > before + 10
    assert Settings(settings.path).reading.notes_below
    program.desk.actions.do("view.notes_below")
    assert gap_below(view, row) == pytest.approx(before, abs=1)


def spot(pane: ReadingPane, row: int, at: int) -> QPoint:
    """Return the beginning of a letter of the first note beneath a passage, in the viewport."""
    view = pane.view
    note, top = next(view.below.placed(row, view.bottom_of(row)))
    (rect,) = view.below.rects(note, top, at, at + 1)
    return QPointF(rect.left(), rect.center().y()).toPoint()


def drag(pane: ReadingPane, start: QPoint, end: QPoint) -> None:
    page, left = pane.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(page, left, pos=start)
    for share in (0.5, 1.0):
        where = QPointF(start + (end - start) * share)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            QPointF(page.mapToGlobal(where)),
            Qt.MouseButton.NoButton,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(page, move)
    QTest.mouseRelease(page, left, pos=end)


def test_words_of_a_note_are_selected_in_place_and_are_words_of_its_passage(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    edition = noted(noted_rows=(1,))
    pane.set_edition(edition)
    settle(pane, qtbot)
    pane.view.select(Span(3, 9))
    value = pane.view.scroll_px()
    told: list[Span] = []
    pane.selection_changed.connect(told.append)
    start = edition.passages[edition.row_of(edition.inline[0].target)].span.start
    with qtbot.waitSignal(pane.view.selected):
        drag(pane, spot(pane, 1, 2), spot(pane, 1, 10))
    assert pane.selection() == Span(start + 2, start + 10)
    assert told[-1] == pane.selection()
    assert not pane.view.textCursor().hasSelection(), "one thing is selected at a time"
    assert pane.view.scroll_px() == value
    assert pane.view.createMimeDataFromSelection().text() == "footnote"
    with qtbot.waitSignal(pane.view.selected):
        drag(pane, spot(pane, 1, 40), spot(pane, 1, 12))
    assert pane.selection() == Span(start + 12, start + 40)


def test_a_double_click_takes_the_word_and_e_takes_more(pane: ReadingPane, qtbot: QtBot) -> None:
    edition = noted(noted_rows=(1,))
    pane.set_edition(edition)
    settle(pane, qtbot)
    note = edition.passages[edition.row_of(edition.inline[0].target)].span
    page = pane.view.viewport()
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=spot(pane, 1, 5))
    assert pane.selection().of(edition.text) == "footnote"
    steps = [pane.selection()]
    while steps[-1] not in steps[:-1]:
        pane.select_more()
        steps.append(pane.selection())
    assert pane.selection() == note, "but no more than the note"
    pane.select_less()
    pane.select_less()
    assert note.contains(pane.selection())
    assert pane.selection() != note
    QTest.keyClick(pane.view, Qt.Key.Key_Right)
    assert not pane.selection(), "keys go on in the text"
    assert not note.contains(pane.selection())


def test_the_selection_in_a_note_outlives_another_size_and_ends_with_another_text(
    pane: ReadingPane, settings: Settings, qtbot: QtBot
) -> None:
    edition = noted(noted_rows=(1,))
    pane.set_edition(edition)
    settle(pane, qtbot)
    QTest.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot(pane, 1, 5))
    before = pane.selection()
    settings.change(settings.reading, size_pt=15.0)
    settle(pane, qtbot)
    assert pane.selection() == before
    assert pane.view.in_note.rects()
    pane.set_edition(make_edition("other"))
    assert not pane.selection()


def test_a_mark_on_a_note_is_seen_in_place_and_found_by_a_click(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    edition = noted(noted_rows=(1,))
    pane.set_edition(edition)
    settle(pane, qtbot)
    view = pane.view
    start = edition.passages[edition.row_of(edition.inline[0].target)].span.start
    pane.set_marks([Mark("m", Span(start + 2, start + 30), colour=Colour.GREEN)])
    image, fill = view.viewport().grab().toImage(), theme.load("light").fill(Colour.GREEN)
    where = spot(pane, 1, 10)
    around = [image.pixelColor(where.x() + x, where.y() + y) for x in range(9) for y in range(9)]
    assert fill in around
    with qtbot.waitSignal(view.mark_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert clicked.args[0].id == "m"


def test_a_click_on_the_number_goes_to_the_note_and_back_returns(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    edition = noted(bodies=40, noted_rows=(1,))
    pane.set_edition(edition)
    settle(pane, qtbot)
    view, setter = pane.view, pane.view.below._setter
    assert setter is not None
    note, top = next(view.below.placed(1, view.bottom_of(1)))
    number = number_at(note, setter, top) + QPointF(2, -3)
    QTest.mouseMove(view.viewport(), number.toPoint())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=number.toPoint())
    assert note.row in view.visible_rows()
    pane.back()
    assert 1 in view.visible_rows()


def test_a_click_beside_notes_is_a_click_in_the_text(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.set_edition(noted(noted_rows=(1,)))
    settle(pane, qtbot)
    assert pane.view.in_note.under(QPointF(60, pane.view.top_of(1) + 4)) is None
    y = pane.view.bottom_of(1) + 2
    assert pane.view.in_note.under(QPointF(60, y)) is None, "the gap above the note"
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, round(y)))
    assert not pane.selection()
    assert not pane.view.in_note.dragging


@given(
    st.text(st.sampled_from("ab .,é́­\u2028\n😀𝔸\t<&漢\u202eאب-—"), max_size=90),
    st.text(st.sampled_from("1*†ivxא "), max_size=12),
    st.integers(120, 500),
)
@settings_of(max_examples=60, deadline=None)
def test_whatever_a_note_says_it_is_shown_and_can_be_pointed_at(
    words: str, label: str, width: int
) -> None:
    texts = [(PassageKind.BODY, SENTENCE, 0, ""), (PassageKind.FOOTNOTE, words, 0, label)]
    edition = edition_of("odd", texts, "Odd", "A. Nobody")
    reference = InlineSpan(InlineKind.NOTE_REFERENCE, Span(5, 5), edition.passages[1].id)
    reading = Settings(Path("/nonexistent/settings.json"))
    reading.change(reading.reading, notes_below=True)
    look = Look(reading)
    below = NotesBelow(look)
    below.set_edition(replace(edition, inline=(reference,)))
    assert below.fit(Typography(look), width)
    (note,) = below.of(0)
    assert below.block(0, QTextBlockFormat()).bottomMargin() >= note.height > 0
    image = QImage(width, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    below.paint(painter, note, 10.0, Span(0, len(words)) or None)
    painter.end()
    for at in range(len(words)):
        for rect in below.rects(note, 10.0, at, at + 1):
            assert 0 <= below.offset_in(note, 10.0, rect.center()) <= len(words)
    for point in (QPointF(-9, -9), QPointF(9999, 9999), QPointF(width / 2, 12)):
        assert 0 <= below.offset_in(note, 10.0, point) <= len(words)
        below.number_under(note, 10.0, point)
