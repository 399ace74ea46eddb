"""Searching while one types: the newest query wins, keys lead everywhere."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model import (
    Hit,
    HitKind,
    LibraryError,
    Locus,
    SearchAnswer,
    SearchOrder,
    SearchScope,
    Snippet,
    Span,
    Work,
)
from reader.panes.search_cards import hit_cards, query_examples
from reader.panes.search_panel import SearchPanel
from reader.panes.search_scope import Asked, One
from reader.qt import theme

CHOICES: dict[One, dict[str, str]] = {
    One.AUTHOR: {"Ada Stream": "Ada Stream", "Bo Hill": "Bo Hill"},
    One.TAG: {},
    One.COLOUR: {"green": "Agreement"},
    One.CONCEPT: {"refusal of work": "refusal of work"},
}
WORKS = {"river": Work("river", "On rivers", ("Ada Stream",))}


class Finder:
    """Finds each word of a small text; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, SearchScope]] = []
        self.limits: list[int] = []
        self.total = 0
        self.exact = True
        self.fails: Exception | None = None

    def quick(
        self, query: str, scope: SearchScope = SearchScope(), limit: int = 20
    ) -> SearchAnswer:
        self.asked.append(("quick", query, scope))
        self.limits.append(limit)
        return self._answer(query, limit, ranked=False)

    def search(
        self,
        query: str,
        scope: SearchScope = SearchScope(),
        order: SearchOrder = SearchOrder.RELEVANCE,
        limit: int = 50,
    ) -> SearchAnswer:
        del order
        if self.fails:
            raise self.fails
        self.asked.append(("ranked", query, scope))
        return self._answer(query, limit, ranked=True)

    def _answer(self, query: str, limit: int, *, ranked: bool) -> SearchAnswer:
        if "(" in query:
            at = query.index("(")
            rest = self._answer(query.replace("(", "").strip("x "), limit, ranked=ranked)
            return replace(rest, query=query, message="A bracket is not closed.", mistake_at=at)
        text = "the river runs and the river rests"
        at = text.find(query)
        if at < 0:
            return SearchAnswer(query, ranked=ranked)
        snippet = Snippet(text, (Span(at, at + len(query)),), Span(0, len(text)))
        hits = [
            Hit(HitKind.BODY, "river", "p1", Locus("¶", 1), 2.0, snippet, author="Ada Stream"),
            Hit(
                HitKind.NOTE,
                "river",
                "p2",
                Locus("¶", 2),
                1.0,
                snippet,
                annotation="n",
                author="Me",
            ),
        ]
        more, exact = self.total > len(hits), self.exact
        total = max(len(hits), self.total)
        return SearchAnswer(query, tuple(hits[:limit]), total, more, ranked, exact=exact)


@pytest.fixture
def finder() -> Finder:
    return Finder()


@pytest.fixture
def open_works() -> list[str]:
    return ["river", "hill"]


@pytest.fixture
def panel(qtbot: QtBot, finder: Finder, open_works: list[str]) -> Iterator[SearchPanel]:
    panel = SearchPanel(
        finder,
        theme.load("light"),
        works=lambda: WORKS,
        open_works=lambda: open_works,
        choices=lambda one: CHOICES[one],
    )
    qtbot.addWidget(panel)
    panel.show()
    panel.field.setFocus()
    return panel


def test_hits_come_while_one_types_first_quick_then_ranked(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    with qtbot.waitSignal(
        panel.answered, check_params_cb=lambda answer: answer.ranked and answer.hits
    ):
        qtbot.keyClicks(panel.field, "river")
    kinds = [kind for kind, query, _ in finder.asked if query == "river"]
    assert kinds == ["quick", "ranked"]
    cards = panel.list.cards.cards
    assert [card.group for card in cards] == [True, False, False]
    assert "2 hit" in panel.status.text()


@pytest.mark.parametrize(
    ("reads_only", "words"), [(False, "being built"), (True, "it cannot be made here")]
)
def test_a_missing_index_is_told_of(
    qtbot: QtBot, finder: Finder, reads_only: bool, words: str
) -> None:
    panel = SearchPanel(
        finder,
        theme.load("light"),
        works=lambda: WORKS,
        open_works=list,
        choices=lambda one: CHOICES[one],
        reads_only=reads_only,
    )
    qtbot.addWidget(panel)
    panel._show(SearchAnswer("river", building=True))
    panel._say(SearchAnswer("river", building=True))
    assert words in panel.status.text()


def test_the_first_answer_fills_the_list_and_no_more(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    for height in (300, 700, 3000):
        panel.resize(300, height)
        with qtbot.waitSignal(panel.answered):
            qtbot.keyClicks(panel.field, "r")
        panel.field.clear()
    few, more, most = finder.limits
    assert 2 <= few < more < most == 12


def test_return_goes_to_the_first_hit_and_the_query_is_remembered(
    qtbot: QtBot, panel: SearchPanel
) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert told.args[0].passage == "p1"
    with qtbot.waitSignal(panel.chosen) as told:
        panel.step(1)
    assert told.args[0].annotation == "n"
    assert panel.state()["history"] == ["river"]


def test_the_next_hit_is_a_place_and_no_concept_while_there_are_places(
    qtbot: QtBot, panel: SearchPanel, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = Snippet("river", (Span(0, 5),), Span(0, 5))
    aid = Hit(HitKind.CONCEPT, "", "river", None, 0.0, snippet)
    with qtbot.waitSignal(panel.answered) as told:
        panel.ask("river")
    answer = told.args[0]
    monkeypatch.setattr(finder, "search", lambda *_: replace(answer, hits=(*answer.hits, aid)))
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    assert [panel.step(1), panel.step(1), panel.step(1)] == [True, True, False]
    assert panel.list.key() == 1
    monkeypatch.setattr(finder, "search", lambda *_: replace(answer, hits=(aid,), total=1))
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    assert panel.step(1), "where there is nothing else"


def test_what_was_searched_is_searched_again_after_a_restart(
    qtbot: QtBot, panel: SearchPanel
) -> None:
    with qtbot.waitSignal(panel.answered) as told:
        panel.set_state({"words": "river"})
    assert told.args[0].query == "river"
    assert panel.field.text() == "river"
    assert panel.state()["words"] == "river"
    panel.set_state({"words": 3})
    assert panel.field.text() == "river"


def test_down_leads_into_the_list_and_escape_back(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.key() == 0
    with qtbot.waitSignal(panel.list.left):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)


def test_a_mistake_is_pointed_at(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("(river")
    assert panel.status.text() == "A bracket is not closed.\n▸(river\n2 hit(s) in 1 text(s)"
    assert panel.field.toolTip() == "A bracket is not closed."
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    assert panel.status.text() == "2 hit(s) in 1 text(s)"
    assert not panel.field.toolTip()


def test_of_a_long_query_what_is_around_the_mistake_is_shown(
    qtbot: QtBot, panel: SearchPanel
) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("x " * 2000 + "(river" + " x" * 2000)
    pointed = panel.status.text().splitlines()[1]
    assert "x ▸(river x" in pointed
    assert len(pointed) < 60


def test_how_many_of_the_hits_are_listed_is_said(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    finder.total = 500
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    assert panel.status.text() == "500 hit(s); the first 2 are listed in 1 text(s)"
    finder.exact = False
    with qtbot.waitSignal(panel.answered):
        panel.ask("river r")
    assert panel.status.text() == "500 hit(s) or more; the first 2 are listed in 1 text(s)"


def test_a_search_that_fails_says_why(qtbot: QtBot, panel: SearchPanel, finder: Finder) -> None:
    finder.fails = LibraryError("The disk is gone.")
    panel.ask("river")
    qtbot.waitUntil(lambda: panel.status.text() == "The disk is gone.")


def test_a_kept_search_can_be_let_go_and_none_is_lost(qtbot: QtBot, panel: SearchPanel) -> None:
    kept = [f"river{' ' * count}" for count in range(40)]
    panel.set_state({"saved": kept})
    assert panel.state()["saved"] == kept
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")

    def choose(words: str) -> None:
        panel.menu.aboutToShow.emit()
        next(one for one in panel.menu.actions() if one.text() == words).trigger()

    choose("No longer keep this search")
    assert panel.state()["saved"] == kept[1:]
    choose("Keep this search")
    assert panel.state()["saved"] == kept


def test_a_kept_search_is_asked_again_where_it_was_asked(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    panel.scope.setCurrentIndex(panel.scope.findData("notes"))
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")

    def choose(words: str) -> None:
        panel.menu.aboutToShow.emit()
        next(one for one in panel.menu.actions() if one.text() == words).trigger()

    choose("Keep this search")
    kept = panel.state()["saved"]
    assert kept == [{"query": "river", "scope": "notes"}]
    panel.scope.setCurrentIndex(panel.scope.findData("all"))
    panel.field.clear()
    first = next(card for card in panel.list.cards.cards if not card.group)
    assert (first.title, first.aside) == ("river", "Notes only")
    panel.list.chosen.emit(first.key)
    qtbot.waitUntil(lambda: bool(panel._answer.hits))
    assert finder.asked[-1][2].notes_only
    panel.scope.setCurrentIndex(panel.scope.findData("all"))
    choose("river\tNotes only")
    assert panel.scope.scope().notes_only
    choose("No longer keep this search")
    assert panel.state()["saved"] == []
    panel.set_state({"saved": [*kept, {"query": 3}, {}, None, {"query": "a", "scope": 5}]})
    assert panel.state()["saved"] == [*kept, "a"]


def test_kept_searches_of_one_kind_are_each_asked_where_they_were(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    def kept(author: str) -> Asked:
        return Asked("river", (("scope", "author"), ("which", author)))

    panel.set_state({"saved": [kept("Bo Hill").state(), kept("Ada Stream").state()]})

    def ask(author: str) -> None:
        with qtbot.waitSignal(panel.answered):
            panel.list.chosen.emit(kept(author))
            panel.list.chosen.emit(kept(author))

    for author in ("Bo Hill", "Ada Stream", "Bo Hill"):
        ask(author)
        assert finder.asked[-1][2].authors == (author,)
    panel.scope.which.setCurrentIndex(panel.scope.which.findData("Ada Stream"))
    panel.refresh()
    assert panel.scope.scope().authors == ("Ada Stream",), "what the reader chose stays"
    ask("Gone")
    assert panel.scope.scope() == SearchScope(), "what is gone counts as everything"


def test_a_kept_search_whose_scope_has_gone_can_be_let_go(qtbot: QtBot, panel: SearchPanel) -> None:
    gone = Asked("river", (("scope", "author"), ("which", "Gone")))
    panel.set_state({"saved": [gone.state(), {"query": "hill", "scope": "zzz"}]})
    assert panel.state()["saved"] == [gone.state(), "hill"]
    panel.list.chosen.emit(gone)
    qtbot.waitUntil(lambda: bool(panel._answer.hits))
    panel.menu.aboutToShow.emit()
    drop = next(a for a in panel.menu.actions() if a.text() == "No longer keep this search")
    drop.trigger()
    assert panel.state()["saved"] == ["hill"]


def test_another_pane_is_searched_when_it_is_read(
    qtbot: QtBot, panel: SearchPanel, finder: Finder, open_works: list[str]
) -> None:
    panel.scope.setCurrentIndex(panel.scope.findData("here"))
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    panel.follow_panes()
    assert len(finder.asked) == 1, "it is the same text"
    open_works.reverse()
    with qtbot.waitSignal(panel.answered):
        panel.follow_panes()
    assert finder.asked[-1] == ("ranked", "river", SearchScope(works=("hill",)))
    open_works.clear()
    assert panel.scope.scope() != SearchScope(), "nothing is open, and nothing is searched"


def test_nothing_found_is_said(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("hill")
    assert panel.status.text() == "Nothing found."


def test_the_scope_is_asked_for(qtbot: QtBot, panel: SearchPanel, finder: Finder) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    with qtbot.waitSignal(panel.answered):
        panel.scope.setCurrentIndex(panel.scope.findData("open"))
    with qtbot.waitSignal(panel.answered):
        panel.scope.setCurrentIndex(panel.scope.findData("here"))
    with qtbot.waitSignal(panel.answered):
        panel.scope.setCurrentIndex(panel.scope.findData("notes"))
    scopes = [scope for _, _, scope in finder.asked]
    assert scopes[1].works == ("river", "hill")
    assert scopes[2].works == ("river",)
    assert scopes[3].notes_only


def test_a_search_is_kept_to_one_author_tag_colour_or_concept(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    panel.ask("river")
    for one in One:
        panel.scope.setCurrentIndex(panel.scope.findData(one))
        assert panel.scope.which.isVisible()
    assert panel.scope.scope().concepts == ("refusal of work",)
    panel.scope.setCurrentIndex(panel.scope.findData(One.AUTHOR))
    panel.scope.which.setCurrentIndex(1)
    qtbot.waitUntil(
        lambda: bool(finder.asked) and finder.asked[-1][2] == SearchScope(authors=("Bo Hill",))
    )
    panel.scope.setCurrentIndex(panel.scope.findData(One.COLOUR))
    assert panel.scope.scope() == SearchScope(colours=("green",))
    panel.scope.setCurrentIndex(panel.scope.findData(One.TAG))
    assert panel.scope.scope() == SearchScope(), "no tag: nothing to keep to"
    assert not panel.scope.which.isEnabled()
    panel.scope.setCurrentIndex(0)
    assert not panel.scope.which.isVisible()


def test_the_one_chosen_is_remembered_and_survives_other_choices(panel: SearchPanel) -> None:
    panel.set_state({"scope": "author", "which": "Bo Hill"})
    assert panel.scope.scope().authors == ("Bo Hill",)
    assert panel.state()["which"] == "Bo Hill"
    panel.set_state({"scope": "all"})
    panel.set_state({"scope": "author", "which": "Nobody"})
    assert panel.scope.scope() == SearchScope(), "what is gone counts as everything"
    panel.scope.setCurrentIndex(panel.scope.findData("author"))
    assert panel.scope.scope().authors == ("Ada Stream",)


def test_clearing_takes_the_marks_away(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.ask("river")
    with qtbot.waitSignal(panel.answered) as told:
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert told.args[0] == SearchAnswer("")
    assert 0 not in [card.key for card in panel.list.cards.cards]


def test_before_one_types_former_searches_and_examples_can_be_chosen(
    qtbot: QtBot, panel: SearchPanel, finder: Finder
) -> None:
    examples = [card.key for card in panel.list.cards.cards if not card.group]
    assert set(examples) < {query for query, _ in query_examples()}
    assert len(examples) == 5
    panel.set_state({"history": ["river", *"abcdef"], "saved": ["the river"]})
    shown = [card.key for card in panel.list.cards.cards if not card.group]
    assert shown == [Asked("the river"), "river", *"abcd", *examples]
    name = panel.list.accessibleName()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.key() == Asked("the river")
    with qtbot.waitSignal(panel.answered):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.field.text() == finder.asked[-1][1] == "the river"
    assert panel.list.key() is None
    assert panel.list.accessibleName() != name


def test_an_empty_field_asks_and_remembers_nothing(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    panel.step(1)
    assert panel.state()["history"] == []
    assert panel.list.key() is None


def test_what_a_session_remembers_comes_back(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.set_state({"history": ["a", 3], "saved": ["b"], "scope": "notes"})
    assert panel.state() == {"history": ["a"], "saved": ["b"], "scope": "notes"}
    panel.set_state({"history": "nonsense", "scope": None})
    assert panel.state()["history"] == ["a"]
    panel.order.setCurrentIndex(panel.order.findData(SearchOrder.PLACE))
    stored = panel.state()
    panel.set_state({})
    assert panel.order.currentData() == SearchOrder.RELEVANCE
    panel.set_state(stored)
    assert panel.order.currentData() == SearchOrder.PLACE
    del qtbot


def test_every_example_can_be_clicked(qtbot: QtBot, panel: SearchPanel, finder: Finder) -> None:
    panel.menu.aboutToShow.emit()
    menus = [action.menu() for action in panel.menu.actions() if action.menu()]
    offers = menus[0].actions()
    assert [action.data() for action in offers] == [query for query, _ in query_examples()]
    with qtbot.waitSignal(panel.answered):
        offers[0].trigger()
    assert finder.asked[-1][1] == query_examples()[0][0]


def test_concepts_stand_in_a_group_of_their_own_behind_the_texts() -> None:
    text = "mutual aid. What neighbours do."
    snippet = Snippet(text, (Span(0, 10),), Span(0, len(text)))
    river = Hit(HitKind.BODY, "river", "p1", Locus("¶", 1), 1.0, snippet, author="Ada Stream")
    aid = Hit(HitKind.CONCEPT, "", "mutual-aid", None, 0.0, snippet)
    cards = hit_cards(SearchAnswer("mutual aid", (river, aid), 2), WORKS)
    assert [card.title for card in cards if card.group] == ["Ada Stream: On rivers", "Glossary"]
    assert cards[-1].title == "mutual aid"


def test_a_note_that_stands_nowhere_has_a_group_with_a_name() -> None:
    snippet = Snippet("tea", (), Span(0, 3))
    hit = Hit(HitKind.NOTE, "", "", None, 1.0, snippet, annotation="n", author="Ada")
    assert hit_cards(SearchAnswer("tea", (hit,), 1), WORKS)[0].title == "Notes without a text"


def test_the_first_mark_stands_in_the_lines_that_a_card_shows() -> None:
    text = "the river runs on and on " * 8 + "to the sea"
    mark = Span(text.index("sea"), len(text))
    hit = Hit(
        HitKind.BODY, "river", "p1", Locus("¶", 1), 1.0, Snippet(text, (mark,), Span(0, len(text)))
    )
    card = hit_cards(SearchAnswer("sea", (hit,), 1), WORKS)[1]
    assert card.text.startswith("…")
    assert card.marks[0].start < 60
    assert card.marks[0].of(card.text) == "sea"


def test_where_nothing_is_found_stands_what_one_can_write(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.scope.setCurrentIndex(panel.scope.findData("notes"))
    panel.ask("zeppelin")
    qtbot.waitUntil(lambda: panel.status.text().startswith("Nothing found."))
    assert "Only a part" in panel.status.text()
    assert panel.list.cards.cards[0].title == "What one can write"
    panel.ask("river")
    qtbot.waitUntil(lambda: panel.list.cards.cards[0].key != "group What one can write")
