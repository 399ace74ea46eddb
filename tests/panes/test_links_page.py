"""The page of curated links over a real library: made from two panes, changed, undone."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.library.curating import load_entry
from reader.model import Place, Relation, Span
from reader.panes.card import Card
from reader.panes.cards import CardModel
from reader.panes.library_page import LibraryPage
from reader.panes.links_page import LinksPage
from reader.panes.parts_shelf import LIBRARY
from reader.panes.parts_studying import LINKS, Studying
from reader.picture import settle
from reader.qt.settings import Settings

RIVER, HILL = "stream-rivers", "stone-hills"
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def program(tmp_path: Path, made_library: Path, qtbot: QtBot) -> Iterator[Program]:
    folder = tmp_path / "library"
    shutil.copytree(made_library, folder)
    made = assemble(Library.open(folder), Settings(tmp_path / "settings.json"))
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place(RIVER), Place(HILL)])
    qtbot.waitExposed(made.window)
    settle()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def select(program: Program, words: dict[str, str]) -> None:
    for pane in program.desk.area.panes:
        assert pane.edition is not None
        start = pane.edition.text.index(words[pane.work])
        pane.view.select(Span(start, start + len(words[pane.work])))


def page_of(program: Program) -> LinksPage:
    assert program.desk.actions.do("compare.links")
    settle()
    studying = next(one for one in program.window.children() if isinstance(one, Studying))
    page = studying.room.page(LINKS)
    assert isinstance(page, LinksPage)
    return page


def cards(page: LinksPage) -> tuple[Card, ...]:
    model = page.list.model()
    assert isinstance(model, CardModel)
    return model.cards


def own(program: Program) -> list[tuple[str, Relation, str]]:
    entries = program.desk.library.curated_entries()
    return [(e.link.start.work, e.link.relation, e.link.reason) for e in entries if e.link.own]


def test_a_link_is_made_from_two_panes_changed_and_taken_out(program: Program) -> None:
    select(program, {RIVER: "A wall against a river", HILL: "Whoever builds a wall"})
    page = page_of(program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert "A wall against a river" in page.start.text()
    assert "Whoever builds a wall" in page.end.text()
    QTest.keyClicks(page.reason, "Both tell who pays")
    page.relation.setCurrentIndex(page.relation.findData("contrasts"))
    QTest.keyClick(page.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert own(program) == [(RIVER, Relation.CONTRASTS, "Both tell who pays")]
    QTest.keyClicks(page.reason, "Now: ")
    page.relation.setCurrentIndex(page.relation.findData("applies"))
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    settle()
    assert [one[1] for one in own(program)] == [Relation.APPLIES]
    assert page.remove.isEnabled()
    QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    settle()
    assert own(program) == []
    program.desk.actions.do("edit.undo")
    settle()
    assert [one[1] for one in own(program)] == [Relation.APPLIES]
    assert any(card.tint == "accent" for card in cards(page))


def test_a_link_without_a_reason_is_not_kept_and_says_why(program: Program) -> None:
    select(program, {RIVER: "A wall against a river", HILL: "Whoever builds a wall"})
    page = page_of(program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    settle()
    assert own(program) == []
    assert page.edited() is not None


def test_mistakes_in_the_file_are_shown_with_their_remedy(program: Program) -> None:
    path = program.desk.library.folder / "links.toml"
    path.write_text('[[link]]\nrelation = "likes"\n', "utf-8")
    page = page_of(program)
    shown = " ".join(f"{card.title} {card.text}" for card in cards(page))
    assert "links.toml, line 1" in shown
    assert "use one of" in shown


def test_a_link_opens_both_its_places(program: Program) -> None:
    select(program, {RIVER: "A wall against a river", HILL: "Whoever builds a wall"})
    page = page_of(program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.pair, Qt.MouseButton.LeftButton)
    settle()
    assert not program.window.page
    assert {pane.work for pane in program.desk.area.panes} == {RIVER, HILL}


def test_the_library_page_counts_linked_passages_and_the_manual_speaks_italian(
    program: Program, qtbot: QtBot
) -> None:
    library = program.desk.library
    start = {work: library.edition(work).passages[-1].span for work in (RIVER, HILL)}
    draft = library.curated_draft((RIVER, start[RIVER]), (HILL, start[HILL]))
    library.save_curated(replace(draft.link, reason="Both end with neighbours."))
    assert program.desk.actions.do("file.library")
    panel = program.desk.side.panel(LIBRARY)
    assert isinstance(panel, LibraryPage)
    qtbot.waitUntil(lambda: any("1 linked" in one.footer for one in panel.list.cards.cards))
    before = QLocale()
    QLocale.setDefault(QLocale("it"))
    try:
        assert program.desk.actions.do("help.manual")
    finally:
        QLocale.setDefault(before)
    qtbot.waitUntil(lambda: "help-manual-it" in [p.work for p in program.desk.area.panes])


def test_the_form_is_never_empty_when_there_are_links(program: Program) -> None:
    select(program, {RIVER: "A wall against a river", HILL: "Whoever builds a wall"})
    page = page_of(program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.reason, "Both tell who pays")
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    settle()
    page._shown = None  # as when the page is made
    page.list.clearSelection()
    page.refresh()
    settle()
    assert page._shown is not None
    assert page.list.key() == page._shown


@pytest.mark.parametrize("new", [False, True])
def test_a_link_that_was_not_saved_stands_in_its_form_after_a_crash(
    program: Program, tmp_path: Path, new: bool
) -> None:
    select(program, {RIVER: "A wall against a river", HILL: "Whoever builds a wall"})
    page = page_of(program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    if not new:
        page.reason.setPlainText("Both tell who pays")
        page._on_save()
        settle()
    page.reason.setPlainText("half a\nthought")
    page.relation.setCurrentIndex(page.relation.findData("contrasts"))
    page.weight.setCurrentIndex(2)
    room = next(one for one in program.window.children() if isinstance(one, Studying))
    stored = json.loads(json.dumps(room.state()))
    again = assemble(
        Library.open(program.desk.library.folder, read_only=True), Settings(tmp_path / "other.json")
    )
    again.window.show()
    there = next(one for one in again.window.children() if isinstance(one, Studying))
    there.resume(stored)
    twin = there.room.page(LINKS)
    assert isinstance(twin, LinksPage)
    assert twin.dump()["unsaved"] == stored["pages"][LINKS]["unsaved"], "also before they are read"
    settle()
    assert twin.reason.toPlainText() == "half a\nthought"
    assert twin.edited() == page.edited()
    assert twin.start.text() == page.start.text()
    assert twin.dump()["unsaved"] == stored["pages"][LINKS]["unsaved"]
    again.close()


@pytest.mark.parametrize("stored", [None, 3, {}, {"link": 3}, {"link": {"start": 3}}])
def test_nonsense_is_no_link(stored: object) -> None:
    assert load_entry(stored) is None


def test_in_a_narrow_window_with_large_letters_nothing_lies_over_anything(
    program: Program,
) -> None:
    settings = program.desk.settings
    settings.change(settings.window, interface_pt=15.0)
    page = page_of(program)
    program.window.resize(520, 800)
    settle()
    room = page.window()

    def bottom_of(widget: QWidget) -> int:
        return widget.mapTo(room, widget.rect().bottomLeft()).y()

    def top_of(widget: QWidget) -> int:
        return widget.mapTo(room, widget.rect().topLeft()).y()

    parts = (page.start, page.end, page.relation, page.weight, page.reason, page.problem)
    for upper, lower in pairwise(parts):
        assert bottom_of(upper) < top_of(lower)
    assert page.start.height() >= page.start.heightForWidth(page.start.width())


def test_the_pages_of_the_study_room_can_all_be_told_in_a_narrow_window(program: Program) -> None:
    settings = program.desk.settings
    settings.change(settings.window, interface_pt=15.0)
    page_of(program)
    program.window.resize(520, 800)
    settle()
    studying = next(one for one in program.window.children() if isinstance(one, Studying))
    tabs = studying.room.tabs
    assert tabs.width() >= tabs.sizeHint().width()
    close = studying.room.close_button
    assert close.isVisible()
    assert close.geometry().right() < 520


def test_menus_that_have_no_room_can_be_seen_to_be_there(program: Program) -> None:
    settings = program.desk.settings
    settings.change(settings.window, interface_pt=15.0)
    program.window.resize(520, 800)
    settle()
    more = program.window.menuBar().findChild(QToolButton, "qt_menubar_ext_button")
    assert isinstance(more, QToolButton)
    assert more.isVisible()
    assert more.text() == "»"
    assert more.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly
