"""The study room over a real library: what is shown stands in the texts, by mouse and by keys."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Concept, Library, Variant
from reader.model import Place, Span
from reader.panes import map_page
from reader.panes.card import CARD_ROLE, Card
from reader.panes.glossary_page import GlossaryPage
from reader.panes.lens_kwic import NAME_ROLE
from reader.panes.lens_page import LensPage
from reader.panes.map_page import MapPage
from reader.panes.map_print import paint_map
from reader.panes.matrix_page import MatrixPage
from reader.panes.parts_studying import GLOSSARY, LENS, MAP, STUDY, TOPICS, Studying, word_at
from reader.panes.search_panel import SearchPanel
from reader.qt.settings import Settings

RIVER, HILL = "stream-rivers", "stone-hills"
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def real(tmp_path: Path, made_library: Path, qtbot: QtBot) -> Iterator[Program]:
    folder = tmp_path / "library"
    shutil.copytree(made_library, folder)
    made = assemble(Library.open(folder), Settings(tmp_path / "settings.json"))
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place(RIVER), Place(HILL)])
    qtbot.waitUntil(made.window.isVisible)
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.desk.area.active.focus_text()
    QApplication.processEvents()
    yield made
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0, timeout=20_000)
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def studying(real: Program) -> Studying:
    return next(one for one in real.window.children() if isinstance(one, Studying))


def _lens(studying: Studying, subject: str, later: Wait) -> LensPage:
    studying.look_at(subject)
    page = studying.room.page(LENS)
    assert isinstance(page, LensPage)
    later(lambda: page.study is not None and page.study.subject == subject)
    return page


def _topics(studying: Studying, topics: str, later: Wait) -> MatrixPage:
    studying.bring(TOPICS)
    page = studying.room.page(TOPICS)
    assert isinstance(page, MatrixPage)
    page.topics.setPlainText(topics)
    QTest.keyClick(page.topics, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    later(lambda: page.cells.rowCount() == len(page.queries()))
    return page


def _glossary(studying: Studying, later: Wait) -> GlossaryPage:
    studying.bring(GLOSSARY)
    page = studying.room.page(GLOSSARY)
    assert isinstance(page, GlossaryPage)
    later(lambda: "concept" in page.status.text())  # in whatever form of the plural
    return page


def _map(studying: Studying, later: Wait) -> MapPage:
    studying.bring(MAP)
    page = studying.room.page(MAP)
    assert isinstance(page, MapPage)
    later(lambda: page.chart is not None)
    return page


# ---- the room ---------------------------------------------------------------------------


def test_mistakes_in_the_own_glossary_are_told_where_it_is_listed(
    real: Program, studying: Studying, later: Wait
) -> None:
    path = real.desk.library.folder / "glossary.toml"
    path.write_text('[[concept]]\nkey = "BAD KEY"\nlabel = "mud"\n', "utf-8")
    page = _glossary(studying, later)
    page.refresh()
    later(lambda: any(card.key == ("problem", 0) for card in page.list.cards.cards))
    told = next(card for card in page.list.cards.cards if card.key == ("problem", 0))
    assert told.title == "glossary.toml, line 1"
    assert "no key" in told.text
    assert "write key" in told.text


def test_a_word_typed_but_not_looked_at_yet_is_told_from_what_is_shown(
    studying: Studying, later: Wait
) -> None:
    page = _lens(studying, "mud", later)
    page.field.selectAll()
    QTest.keyClicks(page.field, "wall")
    assert page.status.isVisible()
    assert "“mud”" in page.status.text()
    assert "“wall”" in page.status.text()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    later(lambda: page.study is not None and page.study.subject == "wall")
    assert "“mud”" not in page.status.text()
    QTest.keyClicks(page.field, "s")
    QTest.keyClick(page.field, Qt.Key.Key_Backspace)
    assert "Return" not in page.status.text()


def test_escape_leads_from_every_page_back_to_the_text(
    real: Program, studying: Studying, later: Wait
) -> None:
    for key in (LENS, GLOSSARY, TOPICS, MAP):
        studying.bring(key)
        assert real.window.page == STUDY
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Escape)
        later(lambda: real.window.page == "")


def test_every_field_and_list_of_the_room_has_a_name(
    real: Program, studying: Studying, later: Wait
) -> None:
    _lens(studying, "river", later)
    _glossary(studying, later)
    _topics(studying, "river", later)
    _map(studying, later)
    for widget in studying.room.findChildren(QWidget):
        inside = widget.window() is real.window  # not a list that pops up
        if inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inner = widget.parent()
            named = widget.accessibleName() or getattr(widget, "text", str)()
            spoken = named or (inner.accessibleName() if isinstance(inner, QWidget) else "")
            assert spoken or type(widget).__name__ in _QUIET, type(widget)


#: Parts of Qt's own widgets that speak for themselves.
_QUIET = {"QSplitter", "QScrollArea", "QHeaderView"}


def test_the_texts_open_come_first_and_can_be_all_there_is(
    real: Program, studying: Studying
) -> None:
    assert studying.works() == [RIVER, HILL]
    real.desk.area.set_count(1)
    room = studying.room
    room.scope.setCurrentIndex(room.scope.findData("open"))
    assert studying.works() == [real.desk.area.active.work]
    room.scope.setCurrentIndex(room.scope.findData("all"))
    assert {"companion-tronti-refusal", RIVER, HILL} <= set(studying.works())


def test_until_the_reader_chooses_there_are_two_texts_to_compare(
    real: Program, studying: Studying
) -> None:
    room = studying.room
    opened, every = ["a", "b"], ["a", "b", "c"]
    assert room.works(["a"], opened, every) == ["a", "b"]
    assert room.scope.currentData() == "open"
    assert room.works(["a"], ["a"], every) == ["a", "b", "c"]
    assert room.scope.currentData() == "all"
    room.scope.setCurrentIndex(room.scope.findData("own"))
    assert room.works(["a"], opened, every) == ["a"]


def test_another_theme_reaches_every_page(real: Program, studying: Studying, later: Wait) -> None:
    page = _lens(studying, "river", later)
    chart = _map(studying, later)
    _glossary(studying, later)
    _topics(studying, "river", later)
    settings = real.desk.settings
    settings.change(settings.window, theme="dark")
    QApplication.processEvents()
    assert chart.canvas.theme.key == "dark"
    assert page.columns[0].plot.theme.key == "dark"


# ---- the lens ---------------------------------------------------------------------------


def test_the_word_at_the_caret_is_put_under_the_lens(
    real: Program, studying: Studying, later: Wait
) -> None:
    pane = real.desk.area.active
    assert pane.edition is not None
    start = pane.edition.text.index("promise")
    pane.view.select(Span(start + 2, start + 2))
    real.desk.actions.do("edit.concordance")
    page = studying.room.page(LENS)
    assert isinstance(page, LensPage)
    later(lambda: page.study is not None)
    assert page.field.text() == "promise"
    assert [len(column.kwic.lines.lines) for column in page.columns] == [2, 0]
    assert "Never said in: On Hills." in page.status.text()
    QTest.keyClicks(page.field, "river")
    assert page.field.text() == "river", "typing takes the place of the word"


def test_return_on_a_line_opens_its_passage(real: Program, studying: Studying, later: Wait) -> None:
    page = _lens(studying, "neighbours", later)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    kwic = page.columns[0].kwic
    line = kwic.line()
    assert line is not None
    QTest.keyClick(kwic, Qt.Key.Key_Return)
    assert real.window.page == ""
    assert real.desk.area.active.work == RIVER
    assert real.desk.area.active.selection().start == line.span.start


def test_the_plot_is_walked_by_keys_and_opens_places(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _lens(studying, "river", later)
    plot = page.columns[0].plot
    plot.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(plot, key)
    study = page.study
    assert study is not None
    spans = study.texts[0].dispersion.spans
    assert plot.current == len(spans) - 1
    assert plot.accessibleDescription()
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert real.desk.area.active.selection().start == spans[-1].start


def test_a_click_on_the_plot_opens_the_nearest_place(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _lens(studying, "neighbours", later)
    plot = page.columns[1].plot
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, 10))
    assert real.window.page == ""
    assert real.desk.area.active.work == HILL


def test_an_author_has_one_column_in_which_the_texts_can_be_told_apart(
    real: Program, studying: Studying, later: Wait, tmp_path: Path
) -> None:
    library = real.desk.library
    file = tmp_path / "second.md"
    file.write_text("# On walls\n\nA wall keeps no river. The neighbours know that.", "utf-8")
    authors = library.edition(RIVER).work.authors
    second = library.add(file, title="On walls", authors=authors).summary.work.id
    library.refresh_index()
    studying.room.scope.setCurrentIndex(studying.room.scope.findData("own"))
    page = _lens(studying, "neighbours", later)
    later(lambda: len(page.columns) == 3)
    page.each.setCurrentIndex(page.each.findData(True))
    later(lambda: len(page.columns) == 2)
    column = next(one for one in page.columns if one.title.accessibleName() == authors[0])
    lines = column.kwic.lines
    told = [lines.index(row).data(NAME_ROLE) for row in range(lines.rowCount())]
    assert [one.split(" ")[0] for one in told] == ["Rivers", "walls"]
    went = []
    page.chosen.connect(went.append)
    column.plot.chosen.emit(1)
    column.kwic.chosen.emit(lines.lines[1])
    assert [place.work for place in went] == [second, second]
    assert went[0].span == went[1].span


def test_lines_can_be_ordered_by_the_words_beside(studying: Studying, later: Wait) -> None:
    page = _lens(studying, "river", later)
    lines = page.columns[0].kwic.lines
    as_they_stand = lines.lines
    page.order.setCurrentIndex(page.order.findData("right"))
    assert set(lines.lines) == set(as_they_stand)
    after = [" ".join(line.right.strip(" .,").split()[:1]).casefold() for line in lines.lines]
    assert after == sorted(after)


def test_of_many_texts_those_that_say_it_most_often_have_columns(
    studying: Studying, later: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _lens(studying, "river", later)
    study = page.study
    assert study is not None
    often = next(one for one in study.texts if len(one.lines) > 1)
    once = replace(often, lines=often.lines[:1])
    never = replace(often, lines=())
    many = (*[once] * 15, *[never] * 15, *[often] * 10)
    answer = replace(study, subject="rivers", texts=many)
    monkeypatch.setattr(page, "_ask", lambda *_asked, **_ways: answer)
    page.look_at("rivers")
    later(lambda: page.study is not None and page.study.subject == "rivers")
    assert [len(one.kwic.lines.lines) for one in page.columns] == [len(often.lines)] * 8
    assert "25" in page.status.text()
    page.order.setCurrentIndex(page.order.findData("right"))
    assert len(page.columns[-1].kwic.lines.lines) == len(often.lines)


def test_a_broken_query_is_told_and_the_lens_goes_on(studying: Studying, later: Wait) -> None:
    page = _lens(studying, "river", later)
    page.look_at('"')
    later(lambda: "…" not in page.status.text() and bool(page.status.text()))
    assert page.study is not None
    assert page.study.subject == "river"
    _lens(studying, "hill", later)


@pytest.mark.parametrize("kind", ["md", "svg"])
def test_what_the_lens_shows_is_written_where_the_reader_says(
    studying: Studying, later: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    page = _lens(studying, "river", later)
    out = tmp_path / f"river.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.save_wanted.emit(kind)
    assert "river" in out.read_text("utf-8")


# ---- the glossary -----------------------------------------------------------------------


def test_a_new_concept_is_saved_counted_and_can_be_undone(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _glossary(studying, later)
    page.new.click()
    page.form.label.setText("the wall")
    page.form.spellings.setPlainText("walls\nwall\n\nwalls")
    QTest.keyClick(page.form.label, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    glossary = real.desk.library.glossary()
    assert glossary["the-wall"].own
    assert [one.text for one in glossary["the-wall"].variants] == ["walls", "wall"]
    later(lambda: any("Stream: 3" in card.text for card in page.list.cards.cards))
    assert page.form.key == "the-wall"
    real.desk.actions.do("edit.undo")
    assert "the-wall" not in real.desk.library.glossary()


def test_a_concept_among_the_hits_of_a_search_is_shown_in_the_glossary(
    real: Program, studying: Studying, later: Wait
) -> None:
    real.desk.library.save_concept(Concept("the-wall", "zwinger", (Variant("walls"),)))
    real.desk.actions.do("edit.search")
    panel = real.desk.side.panel("search")
    assert isinstance(panel, SearchPanel)
    QTest.keyClicks(panel.field, "zwinger")
    later(lambda: any(card.title == "the wall" for card in panel.list.cards.cards))
    for _ in range(5):  # behind the texts that have the concept's other spellings
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    page = studying.room.page(GLOSSARY)
    assert isinstance(page, GlossaryPage)
    assert real.window.page == STUDY
    assert page.form.key == "the-wall"


def test_an_edited_definition_stands_in_the_lens(
    real: Program, studying: Studying, later: Wait
) -> None:
    library = real.desk.library
    library.save_concept(Concept("wall", "wall", (Variant("walls"),)))
    page = _glossary(studying, later)
    page.choose("wall")
    area = page.form.fields()[1]
    area.setPlainText("A promise.")  # type: ignore[attr-defined]  # a plain text area
    page.form.save.click()
    assert dict(library.glossary()["wall"].definitions) == {"stream": "A promise."}
    lens = _lens(studying, "wall", later)
    assert any(card.text == "A promise." for card in lens.columns[0].cards.cards.cards)


def test_a_word_looked_at_becomes_a_concept(real: Program, studying: Studying, later: Wait) -> None:
    lens = _lens(studying, "weather", later)
    lens.edit.click()
    page = studying.room.page(GLOSSARY)
    assert isinstance(page, GlossaryPage)
    assert page.form.label.text() == "weather"
    page.form.save.click()
    assert real.desk.library.glossary()["weather"].own


def test_words_typed_are_kept_when_another_concept_is_chosen(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _glossary(studying, later)
    first, second = page.list.cards.cards[0].key, page.list.cards.cards[1].key
    page.list.chosen.emit(first)
    page.form.note.setPlainText("To be discussed.")
    page.list.chosen.emit(second)
    assert real.desk.library.glossary()[str(first)].note == "To be discussed."
    assert page.form.key == second


def test_my_version_of_a_shipped_concept_can_be_taken_out(
    real: Program, studying: Studying, later: Wait
) -> None:
    library = real.desk.library
    shipped = library.glossary().concepts[0]
    library.save_concept(replace(shipped, note="Mine."))
    page = _glossary(studying, later)
    page.choose(shipped.key)
    assert page.form.restore.isVisibleTo(page)
    page.form.restore.click()
    assert library.glossary()[shipped.key].note == shipped.note
    assert not page.form.restore.isVisibleTo(page)


def test_the_list_shows_what_one_text_says_and_another_never(
    real: Program, studying: Studying, later: Wait
) -> None:
    real.desk.library.save_concept(Concept("promise", "promise"))
    real.desk.actions.do("compare.unsaid")
    page = studying.room.page(GLOSSARY)
    assert isinstance(page, GlossaryPage)
    later(lambda: any(card.key == "promise" for card in page.list.cards.cards))
    assert all("never" in card.text for card in page.list.cards.cards)
    page.filter.setText("no such concept anywhere")
    assert page.list.cards.cards == ()


def test_a_concept_without_a_name_is_not_saved(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _glossary(studying, later)
    page.new.click()
    before = real.desk.library.glossary().id
    page.form.save.click()
    assert real.desk.library.glossary().id == before


# ---- topics -----------------------------------------------------------------------------


def test_topics_fill_a_table_whose_cells_open_their_passages(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _topics(studying, "promise\nweather\n\npromise", later)
    assert page.cells.rowCount() == 2
    blank = page.cells.index(0, 1)
    assert page.cells.hit(blank) is None
    assert "On Hills" in str(blank.data())
    page.table.setFocus()
    page.table.setCurrentIndex(page.cells.index(1, 1))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert real.window.page == ""
    assert real.desk.area.active.work == HILL


def test_the_passage_read_becomes_a_topic(real: Program, studying: Studying, later: Wait) -> None:
    pane = real.desk.area.active
    assert pane.edition is not None
    start = pane.edition.text.index("A wall against")
    pane.view.select(Span(start, start))
    locus = pane.edition.at(start).locus
    studying.bring(TOPICS)
    page = studying.room.page(TOPICS)
    assert isinstance(page, MatrixPage)
    page.passage.click()
    later(lambda: page.cells.rowCount() == 1)
    assert page.queries() == [f"@{RIVER}{locus}"]
    assert page.cells.headerData(0, Qt.Orientation.Vertical) == f"Stream {locus}"


def test_a_mistake_under_the_lens_is_pointed_at(
    real: Program, studying: Studying, later: Wait
) -> None:
    page = _lens(studying, "river", later)
    page.look_at('river "wall')
    later(lambda: "\n" in page.status.text())
    assert page.status.text().splitlines()[1] == 'river ▸"wall'
    assert page.study is not None
    assert page.study.subject == 'river "wall', "and the rest is shown"
    page.look_at('"')
    later(lambda: page.status.text().endswith('▸"\nBelow still stands “river "wall”.'))


def test_the_topics_have_a_column_for_each_author_on_demand(
    real: Program, studying: Studying, later: Wait
) -> None:
    library = real.desk.library
    first, second = (library.edition(work).work for work in (RIVER, HILL))
    library.describe(replace(second, authors=first.authors))
    page = _topics(studying, "river\nzebra", later)
    assert page.cells.columnCount() == 2
    page.each.setCurrentIndex(1)
    later(lambda: page.cells.columnCount() == 1)
    assert page.cells.headerData(0, Qt.Orientation.Horizontal) == first.authors[0]
    best = page.cells.index(0, 0)
    hit = page.cells.hit(best)
    assert hit is not None
    card = page.cells.data(best, CARD_ROLE)
    assert isinstance(card, Card)
    assert card.title.endswith(f") {hit.locus}"), "text and place"
    assert first.authors[0] in str(page.cells.data(page.cells.index(1, 0)))


def test_subjects_and_topics_are_there_again_after_a_restart(
    real: Program, studying: Studying, later: Wait
) -> None:
    _lens(studying, "river", later)
    _topics(studying, "promise\nweather", later)
    kept = real.desk.library.kept_study()
    assert (kept.subjects, kept.topics) == (("river",), ("promise", "weather"))
    other = Library.open(real.desk.library.folder, read_only=True)
    assert other.kept_study() == kept
    other.close()


def test_the_room_stands_as_it_was_after_a_restart(
    real: Program, studying: Studying, later: Wait, settings: Settings
) -> None:
    page = _lens(studying, "the", later)
    page.order.setCurrentIndex(1)
    studying.room.scope.setCurrentIndex(1)
    glossary = studying.bring(GLOSSARY)
    assert isinstance(glossary, GlossaryPage)
    glossary.filter.setText("a")
    shown = [card.key for card in glossary.list.cards.cards]
    glossary.choose(str(shown[4]))
    later(lambda: glossary.list.verticalScrollBar().maximum() > 70)
    glossary.list.verticalScrollBar().setValue(70)
    stored = json.loads(json.dumps(studying.state()))
    studying.leave()
    again = assemble(Library.open(real.desk.library.folder, read_only=True), settings)
    again.complete()
    again.window.resize(1280, 800)
    again.window.show()
    again.open([Place(RIVER), Place(HILL)])
    room = next(one for one in again.window.children() if isinstance(one, Studying))
    room.resume(stored)
    assert again.window.page == STUDY
    there = room.room.page(GLOSSARY)
    assert room.room.current == GLOSSARY
    assert isinstance(there, GlossaryPage)
    assert [card.key for card in there.list.cards.cards] == shown
    assert there.form.key == there.list.key() == shown[4]
    assert room.room.scope.currentIndex() == 1
    down = stored["pages"][GLOSSARY]["down"]
    assert down > 0
    later(lambda: there.list.verticalScrollBar().value() == down)
    lens = room.bring(LENS)
    assert isinstance(lens, LensPage)
    later(lambda: lens.study is not None and lens.study.subject == "the")
    assert lens.order.currentIndex() == 1
    assert {**room.state(), "shown": True}.keys() == stored.keys()
    later(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    again.close()


def resumed(real: Program, studying: Studying, settings: Settings) -> tuple[Program, Studying]:
    """Return another window over the library, with the room as it stands in the first."""
    stored = json.loads(json.dumps(studying.state()))
    again = assemble(Library.open(real.desk.library.folder, read_only=True), settings)
    again.window.resize(1280, 800)
    again.window.show()
    room = next(one for one in again.window.children() if isinstance(one, Studying))
    room.resume(stored)
    return again, room


@pytest.mark.parametrize("new", [False, True])
def test_a_concept_that_was_not_saved_stands_in_its_form_after_a_crash(
    real: Program, studying: Studying, later: Wait, settings: Settings, new: bool
) -> None:
    page = _glossary(studying, later)
    if new:
        page.begin_new("weir")
    key = page.form.key
    page.form.spellings.setPlainText("one\ntwo\n")
    page.form.note.setPlainText("A thought\n that is half")
    next(iter(page.form._definitions.values())).setPlainText("what she means")
    before = page.form.unsaved()
    again, room = resumed(real, studying, settings)
    there = room.room.page(GLOSSARY)
    assert isinstance(there, GlossaryPage)
    assert there.form.key == key
    assert there.form.unsaved() == before
    assert there.form.label.text() == page.form.label.text()
    later(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    assert there.form.unsaved() == before, "the counts leave it alone"
    again.close()


@pytest.mark.parametrize("stored", [None, 3, {"shown": True, "page": 4, "pages": {"lens": 2}},
    {"shown": True, "page": "map", "pages": {"map": {"zoom": "x", "down": "y", "least": None}}},
    {"shown": True, "page": "glossary", "pages": {"glossary": {"unsaved": {"note": 4}}}},
    {"shown": True, "page": "glossary", "pages": {"glossary": {"unsaved": "x", "concept": 3}}},
    {"shown": True, "page": "topics", "pages": {"topics": {"cell": [99, -4], "topics": 3}}},
])  # fmt: skip
def test_a_room_of_nonsense_is_entered_all_the_same(studying: Studying, stored: object) -> None:
    studying.resume(stored)
    studying.state()


@pytest.mark.parametrize(
    "state",
    ["edit.concordance", "compare.glossary", "compare.links", "compare.matrix", "compare.map"],
)
def test_a_page_of_the_study_room_leaves_the_window_as_narrow_as_it_is(
    real: Program, studying: Studying, state: str
) -> None:
    real.window.resize(520, 800)
    QApplication.processEvents()
    real.desk.actions.do(state)
    QApplication.processEvents()
    assert real.window.width() == 520
    room = studying.room
    for page in room.pages:
        for child in page.findChildren(QWidget):
            if child.isVisible() and child.parentWidget() is page:
                assert child.geometry().right() <= page.width(), child


# ---- the map ----------------------------------------------------------------------------


def _link(real: Program) -> None:
    library = real.desk.library
    river, hill = library.edition(RIVER), library.edition(HILL)
    a, b = river.text.index("A wall against"), hill.text.index("Whoever builds")
    library.link((RIVER, Span(a, a + 30)), (HILL, Span(b, b + 30)))


def test_return_on_a_line_of_the_map_opens_both_ends_side_by_side(
    real: Program, studying: Studying, later: Wait
) -> None:
    _link(real)
    page = _map(studying, later)
    page.found.setChecked(False)
    assert [one.curated for one in page.canvas.lines] == [True]
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert "Stream, ¶" in page.status.text()
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert real.window.page == ""
    library = real.desk.library
    ends = {
        RIVER: library.edition(RIVER).text.index("A wall against"),
        HILL: library.edition(HILL).text.index("Whoever builds"),
    }
    later(lambda: {p.work: p.selection().start for p in real.desk.area.panes} == ends)


def test_a_click_finds_the_line_or_the_passage_under_it(
    real: Program, studying: Studying, later: Wait
) -> None:
    _link(real)
    page = _map(studying, later)
    page.found.setChecked(False)
    canvas = page.canvas
    middle = QPoint(canvas.width() // 2, round(canvas.y_of(canvas.lines[0])))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert real.window.page == ""
    studying.bring(MAP)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, canvas.height() - 20))
    assert real.window.page == ""
    assert real.desk.area.active.work == RIVER


def test_the_map_grows_and_shrinks_within_bounds(studying: Studying, later: Wait) -> None:
    page = _map(studying, later)
    before = page.canvas.height()
    QTest.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert page.canvas.height() > before
    for _ in range(12):
        QTest.keyClick(page.canvas, Qt.Key.Key_Minus)
    assert page.canvas.height() == before


def test_the_map_is_written_with_the_lines_that_are_shown(
    real: Program,
    studying: Studying,
    later: Wait,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _link(real)
    page = _map(studying, later)
    page.found.setChecked(False)
    out = tmp_path / "map.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.save_wanted.emit()
    root = ET.fromstring(out.read_text("utf-8"))
    assert sum(one.tag.endswith("line") for one in root.iter()) == 1


def test_the_map_goes_on_paper_in_light_colours(
    studying: Studying, later: Wait, tmp_path: Path
) -> None:
    from PySide6.QtGui import QPdfWriter

    page = _map(studying, later)
    shown = page.canvas.theme
    writer = QPdfWriter(str(tmp_path / "map.pdf"))
    paint_map(page.canvas, writer)
    del writer
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    assert page.canvas.theme is shown


# ---- places named in companions ---------------------------------------------------------


def test_return_on_a_place_named_in_a_companion_offers_to_add_the_text(
    real: Program, later: Wait
) -> None:
    area = real.desk.area
    area.go(Place("companion-tronti-refusal"), focus=True)
    pane = area.active
    assert pane.edition is not None
    link = next(one for one in pane.edition.inline if one.target.startswith("passage:"))
    pane.view.select(Span(link.span.start, link.span.start))
    said: list[str] = []
    real.desk.messages.said.connect(lambda message: said.append(message.text))
    real.desk.actions.do("annotate.open")
    assert "Add texts" in said[0]


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [("the self-made man", 6, "self-made"), ("a, b", 1, "a"), ("", 0, ""), ("?!", 1, ""),
     ("end", 99, "end"), ("it’s so", 1, "it’s")],
)  # fmt: skip
def test_the_word_at_an_offset_is_whole(text: str, offset: int, word: str) -> None:
    assert word_at(text, offset) == word


def test_of_many_texts_the_first_are_on_the_map_and_it_says_so(
    studying: Studying, later: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = len(studying.works())
    monkeypatch.setattr(map_page, "_MOST", many - 1)
    page = _map(studying, later)
    assert page.chart is not None
    assert {column.work for column in page.chart.columns} == set(studying.works()[:-1])
    assert f"Of {many} texts the first {many - 1} are shown" in page.status.text()


def test_of_many_lines_the_better_ones_are_on_the_map_until_the_reader_asks_for_more(
    studying: Studying, later: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_page, "_CLEAR", 3)
    page = _map(studying, later)
    assert page.chart is not None
    line = next(one for one in page.chart.lines if not one.curated)
    many = tuple(replace(line, score=score / 100) for score in range(40, 60))
    chart = replace(page.chart, lines=many)
    page._on_map(chart)
    assert [one.score for one in page.canvas.lines] == [0.56, 0.57, 0.58, 0.59]
    QTest.keyClick(page.least, Qt.Key.Key_Home)
    assert len(page.canvas.lines) == len(many)
    page._on_map(chart)
    assert page.least.value() == 0, "what the reader has set stays"
