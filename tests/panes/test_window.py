"""The window as a reader uses it: keys, menus and mouse on the real thing."""

import gc
import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.model import AnnotationKind, Colour, PassageKind, Place, Span
from reader.panes.cards import CardList
from reader.panes.found import find_all
from reader.panes.palette import Entry, Palette, rank
from reader.panes.parts_searching import as_query
from reader.panes.search_panel import SearchPanel
from reader.qt.settings import Settings
from tests.panes.desk_library import MemoryLibrary, make_edition

Later = Callable[[Callable[[], bool]], None]
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the focus is."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    if isinstance(target, Palette):
        target = target.field
    QTest.keyClick(target, key, modifier)


def test_three_texts_stand_side_by_side(program: Program) -> None:
    works = [pane.work for pane in program.desk.area.panes]
    assert works == ["first", "second", "third"]
    assert all(pane.isVisible() for pane in program.desk.area.panes)


def test_f6_walks_through_the_panes(program: Program) -> None:
    area = program.desk.area
    for expected in ("second", "third", "first"):
        press(Qt.Key.Key_F6)
        assert area.active.work == expected
        assert area.active.view.hasFocus()


def test_a_letter_marks_the_sentence_at_the_caret(program: Program, library: MemoryLibrary) -> None:
    edition = library.edition("first")
    passage = edition.passages[2]
    program.desk.area.active.view.select(Span(passage.span.start + 3, passage.span.start + 3))
    press(Qt.Key.Key_H)
    (placed,) = library.notes("first")
    assert placed.span is not None
    marked = placed.span.of(edition.text)
    assert edition.words_of(passage).startswith(marked)
    assert marked.endswith(".")


def test_a_selection_by_keys_is_marked_in_a_colour(
    program: Program, library: MemoryLibrary
) -> None:
    start = library.edition("first").passages[2].span.start
    program.desk.area.active.view.select(Span(start, start))
    for _ in range(2):
        press(Qt.Key.Key_Right, CONTROL | SHIFT)
    press(Qt.Key.Key_2)
    (placed,) = library.notes("first")
    assert placed.annotation.colour is Colour.GREEN
    assert placed.span is not None
    assert len(placed.span.of(library.edition("first").text).split()) == 2


def test_letters_are_not_commands_when_switched_off(
    program: Program, library: MemoryLibrary, settings: Settings
) -> None:
    settings.change(settings.reading, single_keys=False)
    press(Qt.Key.Key_H)
    assert not library.notes("first")


def test_a_note_is_written_in_the_margin_and_kept_on_leaving(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    pane = program.desk.area.active
    pane.go_to_passage(library.edition("first").passages[3].id)
    press(Qt.Key.Key_N)
    later(lambda: bool(pane.margin.drafts()))
    QTest.keyClicks(QApplication.focusWidget(), "Is *this* so?")
    press(Qt.Key.Key_Escape)
    (placed,) = library.notes("first")
    assert placed.annotation.body == "Is *this* so?"
    assert placed.annotation.kind is AnnotationKind.NOTE
    later(lambda: [note.body for note in pane.margin.notes] == ["Is *this* so?"])


def test_an_empty_note_leaves_no_trace(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    pane = program.desk.area.active
    press(Qt.Key.Key_N)
    later(lambda: bool(pane.margin.drafts()))
    press(Qt.Key.Key_Escape)
    assert not library.notes()
    assert not pane.margin.notes
    assert pane.view.hasFocus()


def test_delete_undo_and_redo_by_keys(program: Program, library: MemoryLibrary) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_H)
    mark = library.notes("first")[0]
    assert mark.span is not None
    program.desk.area.active.view.select(Span(mark.span.start, mark.span.start))
    press(Qt.Key.Key_Delete)
    assert not library.notes("first")
    press(Qt.Key.Key_Z, CONTROL)
    assert library.notes("first")
    press(Qt.Key.Key_Y, CONTROL)
    assert not library.notes("first")


def test_find_goes_from_place_to_place_and_back_returns(
    program: Program, library: MemoryLibrary, later: Later
) -> None:
    pane = program.desk.area.active
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "pencil")
    later(lambda: len(pane.view.marks.hits) == 40)
    for _ in range(25):
        press(Qt.Key.Key_Return)
    text = library.edition("first").text
    assert pane.selection().of(text) == "pencil"
    assert pane.selection().start > len(text) // 3
    press(Qt.Key.Key_Escape)
    assert not pane.view.marks.hits
    assert pane.can_back
    before = pane.place()
    press(Qt.Key.Key_Left, ALT)
    assert pane.place().span.start < before.span.start
    press(Qt.Key.Key_Right, ALT)
    assert pane.place() == before


def test_the_palette_does_what_is_chosen(program: Program, later: Later) -> None:
    press(Qt.Key.Key_P, CONTROL | SHIFT)
    later(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    QTest.keyClicks(QApplication.activePopupWidget().findChild(QLineEdit), "two panes")
    press(Qt.Key.Key_Return)
    assert len(program.desk.area.panes) == 2


def test_a_closed_pane_can_be_reopened_at_its_place(program: Program) -> None:
    area = program.desk.area
    area.active.go_to_passage("first-20")
    place = area.active.place()
    press(Qt.Key.Key_W, CONTROL)
    assert [pane.work for pane in area.panes] == ["second", "third"]
    press(Qt.Key.Key_T, CONTROL | SHIFT)
    assert area.active.work == "first"
    assert area.active.place().span == place.span


def test_the_last_pane_cannot_be_closed(program: Program) -> None:
    for _ in range(5):
        press(Qt.Key.Key_W, CONTROL)
    assert len(program.desk.area.panes) == 1


def test_text_size_changes_and_the_place_stays(program: Program, settings: Settings) -> None:
    pane = program.desk.area.active
    pane.go_to_passage("first-20")
    before = pane.place().span.start
    size = settings.reading.size_pt
    press(Qt.Key.Key_Equal, CONTROL)
    assert settings.reading.size_pt > size
    assert pane.edition is not None
    assert pane.edition.at(pane.place().span.start).id == pane.edition.at(before).id
    press(Qt.Key.Key_0, CONTROL)
    assert settings.reading.size_pt == size


def test_a_narrow_window_shows_one_pane_with_tabs(program: Program, qtbot: QtBot) -> None:
    area = program.desk.area
    program.window.resize(560, 700)
    qtbot.waitUntil(lambda: sum(pane.isVisible() for pane in area.panes) == 1)
    press(Qt.Key.Key_Tab, CONTROL)
    assert area.active.work == "second"
    assert [pane.work for pane in area.panes if pane.isVisible()] == ["second"]
    program.window.resize(1280, 700)
    qtbot.waitUntil(lambda: all(pane.isVisible() for pane in area.panes))


def test_a_second_pane_takes_half_the_room(program: Program) -> None:
    area = program.desk.area
    program.desk.actions.do("view.panes_1")
    area.go(Place("third"), beside=True)
    QApplication.processEvents()
    one, two = area.sizes()
    assert abs(one - two) < 3


def test_larger_type_needs_wider_panes(program: Program, settings: Settings) -> None:
    area = program.desk.area
    assert not area.narrow
    settings.change(settings.reading, size_pt=24.0)
    assert area.narrow, "three columns of four words each"
    assert [pane.isVisible() for pane in area.panes].count(True) == 1
    settings.change(settings.reading, size_pt=12.0)
    assert all(pane.isVisible() for pane in area.panes)


def test_the_session_comes_back(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    area = program.desk.area
    area.panes[1].go_to_passage("second-25")
    area.set_sizes([300, 500, 480])
    place = area.panes[1].place()
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.window.show()
    again.restore_layout()
    qtbot.waitUntil(again.window.isVisible)
    assert [pane.work for pane in again.desk.area.panes] == ["first", "second", "third"]
    assert again.desk.area.panes[1].place() == place
    again.close()


def test_the_pane_that_was_read_is_read_again(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    program.desk.area.set_active(program.desk.area.panes[2], focus=True)
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.restore_layout()
    again.window.activateWindow()
    qtbot.waitActive(again.window)
    QApplication.processEvents()
    assert again.desk.area.active is again.desk.area.panes[2]
    assert again.desk.area.active.view.hasFocus()
    again.close()


def test_a_readers_own_texts_are_offered_before_others_of_that_name() -> None:
    entries = [
        Entry("Tronti on refusal: a companion", "", print, rank=1),
        Entry("strategy of refusal", "", print, rank=2),
        Entry("Mario Tronti: The Strategy of the Refusal", "", print),
    ]
    for words in ("tronti", "strategy of", "refusal"):
        assert rank(entries, words)[0].name.startswith("Mario"), words


def test_who_saw_only_the_texts_sees_only_the_texts(
    program: Program, library: MemoryLibrary, settings: Settings
) -> None:
    program.desk.actions.do("view.focus")
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.restore_layout()
    again.session.restore()
    again.window.show()
    assert again.desk.actions["view.focus"].isChecked()
    assert not again.window.menuBar().isVisible()
    again.desk.actions.do("view.focus")
    assert again.window.menuBar().isVisible()
    again.session.save()
    third = assemble(library, settings)  # type: ignore[arg-type]
    third.restore_layout()
    third.session.restore()
    assert not third.desk.actions["view.focus"].isChecked()
    third.close()
    again.close()


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("self-made", "self-made"),
        ("the “so-called” river", '"the so-called river"'),
        ("d*mn", '"d mn"'),
        ("OR", '"OR"'),
        ("note:", '"note:"'),
        (" “” ", ""),
    ],
)
def test_words_of_a_text_are_asked_for_whatever_signs_they_hold(words: str, query: str) -> None:
    assert as_query(words) == query


@pytest.mark.parametrize(("panel", "words"), [("edit.search", "margin"), ("go.notes", "")])
def test_who_was_searching_goes_on_with_it(
    program: Program, library: MemoryLibrary, settings: Settings, panel: str, words: str
) -> None:
    program.desk.actions.do("edit.search")
    QTest.keyClicks(QApplication.focusWidget(), "margin")
    program.desk.actions.do(panel)
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.restore_layout()
    again.session.restore()
    again.desk.actions.do("edit.search")
    search = again.desk.side.panel("search")
    assert isinstance(search, SearchPanel)
    assert search.field.text() == words
    again.close()


def test_a_selection_comes_back(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    pane = program.desk.area.panes[1]
    pane.view.select(Span(3, 20))
    qtbot.waitUntil(lambda: "selected" in str(library.session()), timeout=20_000)
    again = assemble(library, settings)  # type: ignore[arg-type]  # the power failed
    again.restore_layout()
    again.session.restore()
    assert [one.selection() for one in again.desk.area.panes] == [
        one.selection() for one in program.desk.area.panes
    ]
    assert again.desk.area.panes[1].selection() == Span(3, 20)
    again.close()


def test_in_a_narrow_window_the_place_is_still_told(program: Program, qtbot: QtBot) -> None:
    label = program.window.place_label
    program.desk.area.active.go_to_passage("first-25")
    qtbot.waitUntil(lambda: "On Reading Two Books" in label.text())
    program.window.resize(420, 700)
    label.setFont(QFont("Inter", 24))
    program.desk.area.active.go_to_passage("first-28")
    qtbot.waitUntil(lambda: "On Reading Two Books" not in label.text())
    assert label.text().endswith("%")
    assert label.fontMetrics().horizontalAdvance(label.text()) < program.window.width()


def test_the_place_is_told_in_fewer_words_beside_what_is_under_way(
    program: Program, qtbot: QtBot
) -> None:
    label, strip = program.window.place_label, program.window.progress
    program.window.resize(420, 700)
    program.desk.area.active.go_to_passage("first-25")
    qtbot.waitUntil(lambda: "On Reading Two Books" in label.text())
    strip._label.setText("Preparing search in a great many texts")
    strip.show()
    qtbot.waitUntil(lambda: "On Reading Two Books" not in label.text())
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    strip.hide()
    qtbot.waitUntil(lambda: "On Reading Two Books" in label.text())


def test_a_text_that_comes_behind_a_tab_is_set_for_a_width_it_might_have(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    program.window.resize(500, 700)
    qtbot.waitUntil(lambda: program.desk.area.narrow)
    program.session.save()
    again = assemble(library, settings, complete=False)  # type: ignore[arg-type]
    again.restore_layout()
    assert not again.window.grab().isNull()
    widths = [pane.view.viewport().width() for pane in again.desk.area.panes]
    assert len(widths) > 1
    assert min(widths) > 200
    again.close()


def test_widths_are_kept_while_the_panes_are_tabs(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    area = program.desk.area
    area.set_sizes([300, 500, 480])
    QApplication.processEvents()
    wide = area.sizes()
    program.window.resize(500, 700)
    qtbot.waitUntil(lambda: area.narrow)
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.restore_layout()
    again.window.show()
    qtbot.waitUntil(lambda: again.desk.area.narrow)
    assert again.desk.area.sizes() == [300, 500, 480]
    again.close()
    program.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not area.narrow)
    QApplication.processEvents()
    assert area.sizes() == wide


def test_kept_and_former_searches_come_back(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    program.session.save()  # before the search is shown, and so without it
    panel = _searched(program, qtbot, "margin")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    program.session.save()
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.session.save()  # without a look at the search: what was kept stays
    again.desk.side.bring("search")
    told = again.desk.side.panel("search")
    assert isinstance(told, SearchPanel)
    assert told.state()["history"] == ["margin"]
    again.close()


def _searched(program: Program, qtbot: QtBot, query: str) -> SearchPanel:
    program.desk.actions.do("edit.search")
    panel = program.desk.side.panel("search")
    assert isinstance(panel, SearchPanel)
    with qtbot.waitSignal(panel.answered, check_params_cb=lambda one: one.ranked):
        panel.ask(query)
    return panel


def test_f3_walks_through_the_hits_from_the_text(program: Program, qtbot: QtBot) -> None:
    panel = _searched(program, qtbot, "margin")
    gone_to: list[object] = []
    panel.chosen.connect(gone_to.append)
    for key, modifier in ((Qt.Key.Key_F3, NONE), (Qt.Key.Key_F3, NONE), (Qt.Key.Key_F3, SHIFT)):
        program.desk.area.active.focus_text()
        press(key, modifier)
    assert gone_to[0] == gone_to[2] != gone_to[1]
    told: list[str] = []
    program.desk.messages.said.connect(lambda message: told.append(message.text))
    for key, modifier, words in (
        (Qt.Key.Key_F3, SHIFT, "This is the first hit."),
        (Qt.Key.Key_F3, NONE, "This is the last hit."),
    ):
        for _ in range(len(panel._answer.hits)):
            program.desk.area.active.focus_text()
            press(key, modifier)
        assert told[-1] == words


def test_the_search_of_this_text_goes_with_the_reader(
    program: Program, qtbot: QtBot, later: Later
) -> None:
    panel = _searched(program, qtbot, "the")
    panel.scope.setCurrentIndex(panel.scope.findData("here"))
    for pane in (program.desk.area.panes[1], program.desk.area.panes[0]):
        program.desk.area.set_active(pane, focus=True)
        later(lambda work=pane.work: {hit.work for hit in panel._answer.hits} == {work})


def test_every_hit_in_an_open_text_is_marked_not_only_the_listed_ones(
    program: Program, library: MemoryLibrary, qtbot: QtBot, later: Later
) -> None:
    _searched(program, qtbot, "the")  # more than the list takes
    pane = program.desk.area.panes[2]
    there = tuple(find_all(library.edition("third").text, "the"))
    later(lambda: pane.view.marks.hits == there)
    program.desk.area.show_in(pane, Place("second"))
    there = tuple(find_all(library.edition("second").text, "the"))
    later(lambda: pane.view.marks.hits == there)
    _searched(program, qtbot, "margin")
    there = tuple(find_all(library.edition("second").text, "margin"))
    assert pane.view.marks.hits == there, "of the former search nothing is left"


def test_what_the_first_answer_opened_is_not_looked_through_for_garbage_again(
    program: Program, qtbot: QtBot
) -> None:
    before = gc.get_freeze_count()
    _searched(program, qtbot, "margin")
    opened = gc.get_freeze_count()
    assert opened > before
    _searched(program, qtbot, "pencil")
    assert gc.get_freeze_count() <= opened


def test_titles_are_not_asked_for_with_each_key(
    program: Program, library: MemoryLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _searched(program, qtbot, "margin")
    monkeypatch.setattr(library, "works", lambda: pytest.fail("asked again"))
    _searched(program, qtbot, "pencil")


def test_a_search_without_an_index_lets_it_be_built(
    program: Program, library: MemoryLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.building = True
    wished: list[object] = []
    monkeypatch.setattr(library, "refresh_elsewhere", wished.append, raising=False)
    _searched(program, qtbot, "margin")
    _searched(program, qtbot, "pencil")
    qtbot.waitUntil(lambda: len(wished) == 1)


def test_an_unfinished_note_survives_a_crash(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: bool(program.desk.area.active.margin.drafts()))
    QTest.keyClicks(QApplication.focusWidget(), "half a thought")
    qtbot.waitUntil(lambda: bool(library.session().get("drafts")), timeout=20_000)
    again = assemble(library, settings)  # type: ignore[arg-type]  # the power failed
    again.restore_layout()
    again.session.restore()
    ((_, text),) = again.desk.area.panes[0].margin.drafts().values()
    assert text == "half a thought"
    again.close()


def test_the_panels_are_as_far_down_after_a_restart(
    program: Program, library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    for row in range(60):
        library.put("first", Span(row, row + 3), Colour.YELLOW, f"Note {row}")
    program.desk.actions.do("go.notes")
    bar = program.desk.side.findChild(CardList).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(321)
    program.desk.actions.do("edit.search")
    program.session.save()
    library.save_session(json.loads(json.dumps(library.session())))
    again = assemble(library, settings)  # type: ignore[arg-type]
    again.restore_layout()
    again.session.restore()
    assert again.desk.side.current == "search"
    again.session.save()  # what was not looked at yet is not forgotten
    assert "notes" in library.session()["window"]["down"]  # type: ignore[index]
    again.desk.actions.do("go.notes")
    there = again.desk.side.panel("notes").findChild(CardList).verticalScrollBar()
    qtbot.waitUntil(lambda: there.value() == 321)
    again.close()


def test_scrolling_a_panel_alone_is_kept_without_a_word_from_the_reader(
    program: Program, library: MemoryLibrary, qtbot: QtBot
) -> None:
    for row in range(60):
        library.put("first", Span(row, row + 3), Colour.YELLOW, f"Note {row}")
    program.desk.actions.do("go.notes")
    bar = program.desk.side.findChild(CardList).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    qtbot.waitUntil(lambda: "notes" in str(library.session().get("window")), timeout=20_000)
    bar.setValue(321)
    qtbot.waitUntil(lambda: "321" in str(library.session().get("window")), timeout=20_000)


def test_a_session_of_nonsense_is_ignored(
    library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    library.save_session(
        {
            "window": {"geometry": "ü", "room": [1], "side": 3, "down": {"notes": 4}},
            "area": {
                "panes": [{"work": "gone", "start": 5, "px": 1}, 7],
                "sizes": "x",
                "active": 9,
            },
            "drafts": [{"pane": 40, "text": 1}, None],
            "modes": [{}, 3, "no such mode"],
        }
    )
    program = assemble(library, settings)  # type: ignore[arg-type]
    program.restore_layout()
    program.session.restore()
    assert program.window.message_bar.message is not None
    program.close()


def test_a_panel_asked_for_on_the_first_page_is_seen(program: Program) -> None:
    for pane in program.desk.area.panes:
        pane.set_edition(None)
    program.texts.show_start_if_empty()
    panel = program.desk.side.panel("library")
    assert not panel.isVisible()
    program.desk.actions.do("file.library")
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_without_texts_the_first_page_offers_some(
    library: MemoryLibrary, settings: Settings, qtbot: QtBot
) -> None:
    program = assemble(library, settings)  # type: ignore[arg-type]
    program.texts.show_start_if_empty()
    program.window.show()
    qtbot.waitExposed(program.window)
    assert program.window.page == "start"
    program.texts.open_side_by_side(["first", "second"])
    assert program.window.page == ""
    assert [pane.work for pane in program.desk.area.panes] == ["first", "second"]
    program.close()


def test_a_click_on_a_note_reference_shows_the_note(program: Program, later: Later) -> None:
    pane = program.desk.area.active
    row, ((at, label, reference), *_) = next(iter(pane.view.beside.references.items()))
    assert pane.edition is not None
    pane.go_to_passage(pane.edition.passages[row].id)
    rect = pane.view.beside.rect_of(row, at, label)
    assert rect is not None
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center().toPoint())
    later(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert pane.edition.words_of(pane.edition.passage(reference.target)) in (
        popup.accessibleDescription()
    )
    popup.close()


def test_the_heading_over_a_passage_is_shown_whole(program: Program) -> None:
    pane = program.desk.area.active
    edition = pane.edition
    assert edition is not None
    rows = [
        row
        for row in range(12, len(edition.passages))
        if edition.passages[row].kind is not PassageKind.HEADING
        and edition.passages[row - 1].kind is PassageKind.HEADING
    ]
    pane.go_to_passage(edition.passages[rows[0]].id)
    assert 0 <= pane.view.top_of(rows[0] - 1) < pane.view.top_of(rows[0])
    assert pane.place().span.start == edition.passages[rows[0]].span.start


def test_copy_with_citation(program: Program, library: MemoryLibrary) -> None:
    pane = program.desk.area.active
    span = Span(library.edition("first").passages[2].span.start, 60)
    pane.view.select(span)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert span.of(library.edition("first").text) in copied
    assert "Ann Example" in copied


def test_theme_goes_round_by_key(program: Program, settings: Settings) -> None:
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_D, CONTROL | SHIFT)
        seen.append(program.desk.look.theme.key)
    assert sorted(seen) == ["contrast", "dark", "light", "sepia"]


def test_go_opens_a_further_text_beside(program: Program, library: MemoryLibrary) -> None:
    library.editions["fourth"] = make_edition("fourth", title="Another", author="Dan Other")
    area = program.desk.area
    area.set_count(2)
    active = area.active
    pane = area.go(Place("fourth", Span(300, 330)), beside=True)
    assert pane is not None
    assert pane is not active
    assert area.active is active
    assert pane.selection() == Span(300, 330)


def test_a_text_that_is_gone_is_a_message(program: Program) -> None:
    assert program.desk.area.go(Place("nowhere")) is None
    message = program.window.message_bar.message
    assert message is not None
    assert "nowhere" in message.text


def test_dropped_files_reach_the_library(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.window.files_dropped) as caught:
        program.window.files_dropped.emit(["/no/such/file.txt"])
    assert caught.args == [["/no/such/file.txt"]]
    qtbot.waitUntil(lambda: not program.desk.tasks.running)
    assert program.window.message_bar.message is not None


def test_the_scroll_bar_takes_one_to_the_end(program: Program) -> None:
    pane = program.desk.area.active
    bar = pane._bar
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, NONE, QPoint(5, bar.height() - 2))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, NONE, QPoint(5, bar.height() - 2))
    assert pane.share_read() > 0.95


def test_a_link_to_a_passage_leads_there(program: Program) -> None:
    area = program.desk.area
    area.active.go_to_passage("first-20")
    press(Qt.Key.Key_L, CONTROL | SHIFT)
    address = QGuiApplication.clipboard().text()
    area.step_active(1)
    area.active.margin.link_clicked.emit(address)
    assert area.active.work == "first"
    assert area.active.passage().id == "first-20"  # type: ignore[union-attr]


def test_a_link_to_nowhere_is_said_so(program: Program) -> None:
    program.desk.area.active.margin.link_clicked.emit("counterpoint://open/gone@3")
    message = program.window.message_bar.message
    assert message is not None
    assert "gone" in message.text


def test_a_link_outside_is_shown_before_it_is_opened(program: Program) -> None:
    program.desk.area.active.margin.link_clicked.emit("https://example.org/a")
    message = program.window.message_bar.message
    assert message is not None
    assert "https://example.org/a" in message.text
    assert message.action


def test_hits_of_the_search_come_back_when_the_find_bar_closes(
    program: Program, qtbot: QtBot, later: Later
) -> None:
    _searched(program, qtbot, "margin")
    pane = program.desk.area.active
    later(lambda: bool(pane.view.marks.hits))
    hits = pane.view.marks.hits
    pane.focus_text()
    press(Qt.Key.Key_F, CONTROL)
    assert pane.view.marks.hits == hits, "an empty bar looks for nothing"
    QTest.keyClicks(QApplication.focusWidget(), "pencil")
    later(lambda: pane.view.marks.hits != hits)
    assert len(pane.view.marks.hits) == 40
    _searched(program, qtbot, "margin")
    assert len(pane.view.marks.hits) == 40, "the bar's own places come first"
    pane.focus_text()
    program.desk.actions.do("edit.find")
    press(Qt.Key.Key_Escape)
    assert pane.view.marks.hits == hits


def test_every_page_takes_a_new_theme(program: Program) -> None:
    panes = program.desk.area.panes
    assert len(panes) > 1
    for theme in ("dark", "light"):
        program.desk.actions.do(f"view.theme_{theme}")
        QApplication.processEvents()
        page = program.desk.look.theme["page"]
        for pane in panes:
            picture = pane.view.viewport().grab().toImage()
            assert picture.pixelColor(2, picture.height() - 2) == page
