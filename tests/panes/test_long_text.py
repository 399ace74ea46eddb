"""A text of any length reads like a short one."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model import Place, Span
from reader.panes.reading_pane import ReadingPane
from reader.panes.text_view import TextView
from reader.qt.look import Look
from reader.qt.settings import Settings
from tests.panes.desk_library import make_edition

LONG = make_edition("long", passages=3000)


@pytest.fixture
def pane(qtbot: QtBot, settings: Settings) -> ReadingPane:
    look = Look(settings)
    made = ReadingPane(look)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.set_edition(LONG)
    return made


def seen(view: TextView) -> str:
    start, end = view.offsets_seen()
    return LONG.text[start:end]


def test_any_passage_is_reached_exactly(pane: ReadingPane) -> None:
    chance = random.Random(4)
    for _ in range(25):
        passage = chance.choice(LONG.passages[:-8])
        pane.go_to_passage(passage.id)
        y = pane.view.y_of(passage.span.start)
        assert y is not None
        assert 0 <= y < 60
        assert LONG.words_of(passage)[:40] in seen(pane.view)


def test_the_very_end_can_be_reached(pane: ReadingPane) -> None:
    pane.show_place(Place("long", Span(len(LONG.text) - 5, len(LONG.text))))
    assert seen(pane.view).endswith(LONG.text[-30:])
    assert pane.share_read() == 1.0


def test_keys_go_to_the_ends_of_the_text_and_select_all_of_it(pane: ReadingPane) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    view, end = pane.view, len(LONG.text)
    QTest.keyClick(view, Qt.Key.Key_End, control)
    assert pane.selection() == Span(end, end)
    assert seen(view).endswith(LONG.text[-30:])
    QTest.keyClick(view, Qt.Key.Key_Home, control | shift)
    assert pane.selection() == Span(0, end)
    QTest.keyClick(view, Qt.Key.Key_Home, control)
    assert pane.selection() == Span(0, 0)
    assert seen(view).startswith(LONG.text[:30])
    QTest.keyClick(view, Qt.Key.Key_End, control | shift)
    assert pane.selection() == Span(0, end)
    QTest.keyClick(view, Qt.Key.Key_Home, control)
    QTest.keyClick(view, Qt.Key.Key_A, control)
    assert pane.selection() == Span(0, end)
    assert view.createMimeDataFromSelection().text() == LONG.text


def test_scrolling_on_and_on_passes_every_passage_in_order(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.go_to_passage(LONG.passages[1000].id)
    bar, rows = pane.view.verticalScrollBar(), []
    for _ in range(400):
        rows.append(pane.view.row_at_y(100))
        bar.setValue(bar.value() + 200)
        qtbot.wait(1)
    steps = [after - before for before, after in pairwise(rows)]
    assert rows[-1] > 1150, "the window must move with the reader"
    assert min(steps) >= 0
    assert max(steps) <= 3


def test_scrolling_back_does_not_jump(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.go_to_passage(LONG.passages[1000].id)
    bar, rows = pane.view.verticalScrollBar(), []
    for _ in range(400):
        rows.append(pane.view.row_at_y(100))
        bar.setValue(bar.value() - 200)
        qtbot.wait(1)
    assert rows[-1] < 850
    assert all(after <= before for before, after in pairwise(rows))


def test_a_place_survives_resizing_and_other_type(
    pane: ReadingPane, settings: Settings, qtbot: QtBot
) -> None:
    pane.go_to_passage(LONG.passages[1500].id)
    place = pane.place()
    for width in (420, 900, 350, 600):
        pane.resize(width, 700)
        qtbot.wait(1)
        assert LONG.at(pane.place().span.start).id == LONG.passages[1500].id
    for size in (20.0, 9.0, 12.0):
        settings.change(settings.reading, size_pt=size)
        assert LONG.at(pane.place().span.start).id == LONG.passages[1500].id
    assert pane.place() == place


def test_a_selection_is_whole_though_its_beginning_has_left_the_window(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    start = LONG.passages[1000].span.start
    end = LONG.passages[1600].span.end
    pane.show_place(Place("long", Span(start, start + 5)))
    pane.view.select(Span(start, start))
    pane.view.extend_to(LONG.passages[1040].span.start)
    pane.view.go_to(1500)
    assert pane.view.selection().start == start
    pane.view.extend_to(end)
    assert pane.selection() == Span(start, end)


def test_offsets_and_points_are_inverse(pane: ReadingPane) -> None:
    pane.go_to_passage(LONG.passages[700].id)
    view = pane.view
    start, end = view.offsets_seen()
    for offset in range(start + 40, end - 40, 37):
        row = LONG.row_at(offset)
        inside = offset - LONG.passages[row].span.start
        if inside >= len(LONG.passages[row].span):
            continue
        (rect,) = view.rects_of(row, inside, inside + 1)[:1] or [None]
        if rect is None or not LONG.text[offset].strip():
            continue
        point = rect.center() - QPointF(rect.width() / 4, view.verticalScrollBar().value())
        assert view.offset_at_point(point) == offset


def test_find_goes_through_the_whole_of_it(pane: ReadingPane) -> None:
    pane.open_find()
    pane._finding.search("(long 2999)")
    assert "(long 2999)" in seen(pane.view)


def test_less_room_beside_the_words_lays_out_what_is_seen_and_keeps_the_place(
    qtbot: QtBot, settings: Settings
) -> None:
    pane, edition = ReadingPane(Look(settings)), make_edition("essay", passages=120)
    qtbot.addWidget(pane)
    pane.resize(600, 700)
    pane.show()
    pane.set_edition(edition)
    pane.go_to_passage(edition.passages[20].id)
    before = pane.place().span.start
    pane.resize(390, 700)  # narrow, so that the room beside the words changes
    assert pane.view.typography.tight
    assert pane.place().span.start == before
    assert pane.view.document().lastBlock().layout().lineCount() == 0, "all of it was laid out"


def test_less_room_in_a_view_of_the_same_size_is_laid_out_too(pane: ReadingPane) -> None:
    view, place = pane.view, pane.place()
    view.set_tight(True)
    view.stand(view.geometry())
    assert seen(view)
    assert view.y_of(place.span.start) is not None


def test_what_changes_while_the_window_moves_counts(
    pane: ReadingPane, settings: Settings, qtbot: QtBot
) -> None:
    pane.resize(1200, 700)
    view, row = pane.view, 1000
    pane.go_to_passage(LONG.passages[row].id)
    rows = view.rows
    while not view._too_near():
        row += 1
        view.go_to(row)
    view._move_window()
    assert view.rows == rows, "in the first turn the words are set, and not yet shown"
    place, size = pane.place(), view.document().defaultFont().pointSizeF()
    settings.change(settings.reading, size_pt=settings.reading.size_pt * 0.8)
    qtbot.waitUntil(lambda: view.rows != rows)
    assert view.document().defaultFont().pointSizeF() == pytest.approx(0.8 * size)
    assert pane.place() == place
