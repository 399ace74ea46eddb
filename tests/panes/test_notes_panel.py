"""The notes list: filters that combine, orders, replies, several at once."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model import (
    Anchored,
    Annotation,
    AnnotationKind,
    Colour,
    Hit,
    HitKind,
    Locus,
    NoteTarget,
    Orphan,
    Outcome,
    Person,
    Placed,
    SearchAnswer,
    SearchScope,
    Selectors,
    Snippet,
    Span,
    TextTarget,
    Work,
)
from reader.panes.note_filter import NoteFilter, NoteOrder, choose, with_replies
from reader.panes.notes_panel import NotesPanel
from reader.qt import theme

ADA, BEN = Person("urn:uuid:a", "Ada"), Person("urn:uuid:b", "Ben")


def _note(
    name: str,
    *,
    work: str = "river",
    author: Person = ADA,
    colour: Colour = Colour.YELLOW,
    tags: tuple[str, ...] = (),
    body: str = "",
    time: str = "2026-01-01T00:00:00.000Z",
    found: Anchored | Orphan | None = None,
) -> Placed:
    target = TextTarget(work, "ni:x", Selectors(f"quote {name}", start=0, end=5))
    note = Annotation(name, author, time, time, AnnotationKind.NOTE, (target,), body, tags, colour)
    return Placed(note, found or Anchored(Span(0, 5), Outcome.EXACT, 1.0), Locus("¶", 1))


def _reply(name: str, to: str) -> Placed:
    time = "2026-01-02T00:00:00.000Z"
    return Placed(Annotation(name, BEN, time, time, AnnotationKind.REPLY, (NoteTarget(to),), name))


NOTES = (
    _note("one", body="# Deep **water**\nmore", tags=("water",)),
    _note("two", author=BEN, colour=Colour.GREEN, time="2026-03-01T00:00:00.000Z"),
    _note("three", work="hill", tags=("stone", "water"), found=Orphan("gone")),
    _note("four", work="hill", found=Anchored(Span(0, 4), Outcome.REWORDED, 0.7)),
    _reply("five", "one"),
    _reply("six", "five"),
)


class Library:
    def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
        yield NOTES

    def colour_names(self) -> Mapping[Colour, str]:
        return {colour: f"my {colour.value}" for colour in Colour}

    def search(
        self, query: str, scope: SearchScope = SearchScope(), *, limit: int = 50
    ) -> SearchAnswer:
        del limit
        assert scope.notes_only
        snippet = Snippet("", (), Span(0, 0))
        hit = Hit(HitKind.NOTE, "river", "p", None, 1.0, snippet, annotation="two")
        return SearchAnswer(query, (hit,), 1)


@pytest.fixture
def panel(qtbot: QtBot) -> NotesPanel:
    made = NotesPanel(Library(), theme.load("light"), {"river": Work("river", "On rivers")})
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.refresh()
    made.show()
    return made


def test_notes_stand_by_text_each_followed_by_its_replies(panel: NotesPanel) -> None:
    assert panel.shown() == ("one", "five", "six", "two", "three", "four")
    groups = [card.title for card in panel.list.cards.cards if card.group]
    assert groups == ["On rivers", "hill"]


def test_filters_combine(panel: NotesPanel) -> None:
    panel.filters["tag"].setCurrentIndex(panel.filters["tag"].findData("water"))
    assert panel.shown() == ("one", "five", "six", "three")
    panel.filters["place"].setCurrentIndex(panel.filters["place"].findData("lost"))
    assert panel.shown() == ("three",)
    panel.filters["author"].setCurrentIndex(panel.filters["author"].findData(BEN.id))
    assert panel.shown() == ()
    assert panel.count.text() == "No notes are like that."


def test_uncertain_and_lost_places_are_said(panel: NotesPanel) -> None:
    footers = {card.key: card.footer for card in panel.list.cards.cards}
    assert "place lost" in footers["three"]
    assert "place uncertain" in footers["four"]
    assert "place" not in footers["one"]


def test_orders_group_by_what_they_order_by(panel: NotesPanel) -> None:
    panel.order.setCurrentIndex(panel.order.findData(NoteOrder.TIME))
    assert panel.shown()[0] == "two"
    panel.order.setCurrentIndex(panel.order.findData(NoteOrder.COLOUR))
    groups = [card.title for card in panel.list.cards.cards if card.group]
    assert groups == ["my green", "my yellow"]


def test_of_many_notes_some_are_listed_in_each_turn_of_the_loop(qtbot: QtBot) -> None:
    many = tuple(_note(str(row), work="river" if row < 900 else "hill") for row in range(1000))

    class Crowded(Library):
        def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
            yield from [None] * 5
            yield many

    panel = NotesPanel(Crowded(), theme.load("light"), {})
    qtbot.addWidget(panel)
    panel.refresh()
    assert panel.shown() == ()
    assert panel.count.text() == "Reading…"
    panel.order.setCurrentIndex(panel.order.findData(NoteOrder.AUTHOR))  # ends no reading
    qtbot.waitUntil(lambda: len(panel.shown()) == 1000)
    assert panel.count.text() == "1000 note(s)"
    assert [card.title for card in panel.list.cards.cards if card.group] == ["Ada"]
    panel.filters["work"].setCurrentIndex(panel.filters["work"].findData("river"))
    assert len(panel.shown()) == 1000, "not in one go"
    panel.filters["work"].setCurrentIndex(panel.filters["work"].findData("hill"))
    qtbot.waitUntil(lambda: panel.shown() == tuple(map(str, range(900, 1000))))


def test_a_text_search_goes_through_the_index(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.field.setText("anything")
    qtbot.waitUntil(lambda: panel.shown() == ("two",))
    panel.field.clear()
    qtbot.waitUntil(lambda: len(panel.shown()) == 6)


def test_several_are_deleted_at_once_by_keys(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.list.setFocus()
    panel.list.selectAll()
    with qtbot.waitSignal(panel.delete_wanted) as told:
        qtbot.keyClick(panel, Qt.Key.Key_Delete)
    assert told.args == [("one", "five", "six", "two", "three", "four")]


def test_down_leads_from_the_field_into_the_list(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    panel.field.setFocus()
    gone: list[object] = []
    panel.chosen.connect(gone.append)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert gone, "and Return goes to the first note"


def test_return_goes_to_the_note(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.list.setFocus()
    panel.list.choose("two")
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == ["two"]


def test_a_ring_of_replies_ends() -> None:
    ring = (_reply("a", "b"), _reply("b", "a"))
    assert [placed.annotation.id for _, placed in with_replies(ring, ring)] == ["a", "b"]


def test_an_empty_filter_holds_every_note_back_from_nothing() -> None:
    assert choose(NOTES, NoteFilter()) == list(NOTES)
    assert choose(NOTES, NoteFilter(found=frozenset())) == []


def test_of_very_many_notes_one_change_waits_for_a_rest_and_makes_one_card(
    qtbot: QtBot, panel: NotesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [_note(f"note {row}", body="words") for row in range(2_000)]
    library = Library()
    monkeypatch.setattr(library, "all_by_turns", lambda: iter([tuple(many)]))
    monkeypatch.setattr(panel, "_library", library)
    panel.refresh()
    qtbot.waitUntil(lambda: len(panel.shown()) == 2_000)
    made: list[str] = []
    make = panel._made_card
    monkeypatch.setattr(
        panel,
        "_made_card",
        lambda one, depth: (made.append(one.annotation.id), make(one, depth))[1],
    )
    many[7] = _note("note 7", body="other words")
    many.append(_note("note 2000"))
    panel.renew()
    assert len(panel.shown()) == 2_000, "whoever writes is not kept waiting"
    qtbot.waitUntil(lambda: len(panel.shown()) == 2_001)
    assert panel.list.cards.cards[8].title == "other words"
    assert made == ["note 7"], "the others are not yet seen"
    assert panel.list.cards.cards[-1].spoken
    assert made == ["note 7", "note 2000"]


def test_what_is_said_of_an_empty_list_is_seen_whole(qtbot: QtBot) -> None:
    class Empty(Library):
        def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
            yield ()

    panel = NotesPanel(Empty(), theme.load("light"), {})
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.refresh()
    panel.show()
    assert panel.count.text().startswith("No notes here yet.")
    assert panel.count.height() >= panel.count.heightForWidth(panel.count.width())
    assert panel.count.height() > 2 * panel.count.fontMetrics().height() - 4
