"""Related passages: threshold, filters, reasons and verdicts, by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.library import Judgement, Learned
from reader.links import WEIGHTS
from reader.model import (
    NO_PROGRESS,
    Edition,
    Evidence,
    Locus,
    Progress,
    Related,
    Relation,
    Span,
    Verdict,
)
from reader.panes.card import Card
from reader.panes.link_cards import passage_card, why_cards
from reader.panes.link_words import relations
from reader.panes.related_panel import RelatedPanel
from reader.panes.unfinished import Unfinished
from reader.picture import settle
from reader.qt import theme
from tests.library.editions import small_edition

CURATED = Related(
    "hill", "hill-1", Locus("¶", 1), 0.9, Relation.CONTRADICTS, "The hill stands.", curated=True,
    evidence=(Evidence("curated", "The hill stands.", 1.0),),
)  # fmt: skip
STRONG = Related(
    "hill", "hill-2", Locus("¶", 2), 0.8, signals={"words": 0.6, "concepts": 0.4},
    evidence=(
        Evidence("words", "river", 0.6, (Span(15, 20),), (Span(31, 33),)),
        Evidence("concepts", "flow", 0.2),
        Evidence("concepts", "toll", 0.2, (Span(15, 20),), (Span(31, 33),)),
    ),
    sentences=(Span(11, 26), Span(28, 41)),
)  # fmt: skip
WEAK = Related("sea", "sea-1", Locus("¶", 1), 0.1)


class Library:
    """Three small texts with fixed relations."""

    def __init__(self) -> None:
        self.every = (CURATED, STRONG, WEAK)
        self.limits: list[int | None] = []
        self.judged: dict[tuple[str, str], Judgement] = {}
        self.taught = Learned(WEIGHTS, WEIGHTS, 0, 0)

    def edition(self, work: str) -> Edition:
        return small_edition(work)

    def related(
        self,
        work: str,
        passage: str,
        *,
        per_work: int = 3,
        threshold: float | None = None,
        rejected: bool = False,
        limit: int | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> tuple[Related, ...]:
        del per_work
        self.limits.append(limit)
        assert progress is not NO_PROGRESS, "closing the window stops it"
        assert rejected, "the panel hides them itself, and can show them"
        every = self.every if (work, passage) == ("river", "river-1") else ()
        good = [one for one in every if one.score >= (threshold or 0.3) and not one.curated]
        return tuple(one for one in every if one.curated or one in good[:limit])

    def judgements(self, here: tuple[str, str], /) -> dict[tuple[str, str], Judgement]:
        del here
        return self.judged

    def learned(self) -> Learned:
        return self.taught


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def panel(qtbot: QtBot, library: Library) -> RelatedPanel:
    made = RelatedPanel(library, theme.load("light"))
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    with qtbot.waitSignal(made.shown):
        made.show_passage("river", "river-1")
    made.list.setFocus()
    return made


def _keys(panel: RelatedPanel) -> list[object]:
    return [card.key for card in panel.list.cards.cards if not card.group]


def test_weak_ones_stay_away_until_the_threshold_is_lowered(
    qtbot: QtBot, panel: RelatedPanel
) -> None:
    assert _keys(panel) == [CURATED, STRONG]
    panel.filter.threshold.setValue(5)
    qtbot.waitUntil(lambda: _keys(panel) == [CURATED, STRONG, WEAK])
    panel.filter.threshold.setValue(95)
    assert _keys(panel) == [CURATED], "what people made does not depend on a score"


def test_before_the_first_answer_the_panel_says_that_it_looks(
    qtbot: QtBot, library: Library
) -> None:
    made = RelatedPanel(library, theme.load("light"))
    qtbot.addWidget(made)
    assert "cursor" in made.head.text()
    made.show_passage("river", "river-1")
    assert made.head.text() == "Looking…"
    qtbot.waitUntil(lambda: "2 passage" in made.head.text())


def test_of_many_the_best_are_shown_first_and_then_all(qtbot: QtBot, library: Library) -> None:
    many = tuple(replace(STRONG, score=0.9 - row / 100) for row in range(40))
    library.every = (CURATED, *many)
    made = RelatedPanel(library, theme.load("light"))
    qtbot.addWidget(made)
    counts: list[int] = []
    made.shown.connect(lambda shown: counts.append(len(shown)))
    made.show_passage("river", "river-1")
    qtbot.waitUntil(lambda: counts == [25, 41])
    made.list.choose(many[30])
    made.refresh()
    qtbot.waitUntil(lambda: counts == [25, 41, 41])
    assert made.current() == many[30], "after a verdict nothing goes away for a moment"
    assert library.limits == [24, None, None]


def test_filters_combine(panel: RelatedPanel) -> None:
    panel.filter.kind.setCurrentIndex(panel.filter.kind.findData("computed"))
    assert _keys(panel) == [STRONG]
    panel.filter.kind.setCurrentIndex(panel.filter.kind.findData("all"))
    panel.filter.relation.setCurrentIndex(panel.filter.relation.findData("contradicts"))
    assert _keys(panel) == [CURATED]


def test_the_reasons_of_the_chosen_one_are_shown_with_their_shares(panel: RelatedPanel) -> None:
    panel.list.choose(STRONG)
    titles = {card.title: card.aside for card in panel.why.cards.cards if not card.group}
    assert titles["river"] == "60%"
    assert titles["flow"] == "20%"
    assert "Nearest sentence there" in titles
    panel.list.choose(CURATED)
    assert panel.why.cards.cards[1].text == "The hill stands."


def test_what_several_signals_found_is_one_reason(panel: RelatedPanel) -> None:
    both = (Span(15, 20),), (Span(31, 33),)
    reasons = (
        Evidence("words", "Toll", 0.3, *both), Evidence("concepts", "toll", 0.4, *both),
        Evidence("words", "river", 0.2, *both), Evidence("kin", "passages like these", 0.1, *both),
    )  # fmt: skip
    cards = why_cards(replace(STRONG, evidence=reasons, sentences=None), (), panel._words, "river")
    assert [(card.title, card.aside, card.footer) for card in cards[1:]] == [
        ("Toll", "70%", "word in both, concept in both"),
        ("river", "20%", "word in both"),
        ("passages like these", "10%", "related elsewhere in both texts"),
    ]


def test_after_a_verdict_the_reader_stays_at_what_was_judged_or_comes_to_the_next(
    qtbot: QtBot, panel: RelatedPanel, library: Library
) -> None:
    panel.filter.threshold.setValue(5)
    qtbot.waitUntil(lambda: _keys(panel) == [CURATED, STRONG, WEAK])
    panel.list.choose(STRONG)
    accepted = replace(STRONG, score=0.95)
    library.every = (accepted, CURATED, WEAK)
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    assert panel.current() == accepted
    library.judged[accepted.work, accepted.passage] = Judgement(Verdict.REJECTED, mine=True)
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    assert panel.current() == CURATED


def test_matched_words_are_marked_in_the_preview(panel: RelatedPanel) -> None:
    card = next(c for c in panel.list.cards.cards if c.key == STRONG)
    assert [mark.of(card.text) for mark in card.marks] == [small_edition("hill").text[31:33]]


def test_a_reason_of_two_signals_is_named_once_on_a_card() -> None:
    reasons = [Evidence(signal, "river", 0.2) for signal in ("concepts", "words")]
    reasons += [Evidence("words", name, 0.1) for name in ("toll", "flow", "hill", "mud")]
    card = passage_card(small_edition("hill"), replace(STRONG, evidence=tuple(reasons)), None)
    assert card.footer == "river, toll, flow, hill"


def test_a_card_says_whether_an_editor_or_a_reader_made_the_link() -> None:
    mine = replace(CURATED, signals={"made": 1.0})
    cards = [passage_card(small_edition("hill"), one, None) for one in (CURATED, mine, STRONG)]
    assert [card.aside for card in cards] == ["editor", "reader", "80%"]


def test_a_and_x_give_verdicts_and_take_them_back(
    qtbot: QtBot, panel: RelatedPanel, library: Library
) -> None:
    panel.list.choose(STRONG)
    with qtbot.waitSignal(panel.judged) as told:
        qtbot.keyClick(panel, Qt.Key.Key_X)
    assert told.args == [STRONG, Verdict.REJECTED, None]
    library.judged["hill", "hill-2"] = Judgement(Verdict.REJECTED, mine=True)
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    assert _keys(panel) == [CURATED], "a rejected one is gone"
    panel.filter.kind.setCurrentIndex(panel.filter.kind.findData("rejected"))
    assert _keys(panel) == [STRONG]
    panel.list.choose(STRONG)
    with qtbot.waitSignal(panel.judged) as told:
        panel.reject()
    assert told.args == [STRONG, None, None]


def test_authors_and_concepts_that_there_are_can_be_asked_for(
    qtbot: QtBot, panel: RelatedPanel
) -> None:
    shown = panel.filter
    assert [shown.concept.itemData(row) for row in range(shown.concept.count())] == ["", "toll"]
    shown.concept.setCurrentIndex(1)
    assert _keys(panel) == [STRONG]
    author = small_edition("hill").work.authors[0]
    shown.author.setCurrentIndex(shown.author.findData(author))
    assert _keys(panel) == [STRONG]
    with qtbot.waitSignal(panel.shown):
        panel.show_passage("river", "river-2")
    assert shown.concept.currentData() == "toll", "a filter stays while one reads on"
    with qtbot.waitSignal(panel.shown):
        panel.show_passage("river", "river-1")
    assert _keys(panel) == [STRONG]


def test_a_comment_goes_with_the_verdict_and_others_are_read(
    qtbot: QtBot, panel: RelatedPanel, library: Library
) -> None:
    panel.list.choose(STRONG)
    panel.comment.setText("the same river")
    with qtbot.waitSignal(panel.commented) as told:
        qtbot.keyClick(panel.comment, Qt.Key.Key_Return)
    assert told.args == [STRONG, Verdict.ACCEPTED, "the same river"]
    library.judged["hill", "hill-2"] = Judgement(
        Verdict.REJECTED, False, (("Ben", "no river at all"),)
    )
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    panel.filter.kind.setCurrentIndex(panel.filter.kind.findData("rejected"))
    panel.list.choose(STRONG)
    assert ("Ben", "no river at all") in [(one.title, one.text) for one in panel.why.cards.cards]
    assert panel.comment.text() == ""
    with qtbot.waitSignal(panel.judged) as told:
        panel.reject()
    assert told.args == [STRONG, Verdict.REJECTED, None], "somebody else's verdict is not mine"


def test_what_verdicts_changed_is_told(qtbot: QtBot, panel: RelatedPanel, library: Library) -> None:
    assert panel.learned.isHidden()
    heavier = replace(WEIGHTS, words=WEIGHTS.words * 1.2, offset=WEIGHTS.offset - 0.5)
    library.taught = Learned(heavier, WEIGHTS, 3, 1)
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    assert not panel.learned.isHidden()
    assert "3 accepted and 1 rejected" in panel.learned.text()
    assert "+20" in panel.learned.text()
    assert "lower" in panel.learned.text()


def test_return_goes_and_hovering_peeks(qtbot: QtBot, panel: RelatedPanel) -> None:
    panel.list.choose(CURATED)
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == [CURATED]
    with qtbot.waitSignal(panel.focused) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert told.args == [STRONG]
    with qtbot.waitSignal(panel.peeked) as told:
        panel.list.entered.emit(panel.list.cards.index(1))
    assert told.args == [CURATED]


def test_space_peeks_and_escape_leads_back(qtbot: QtBot, panel: RelatedPanel) -> None:
    seen: list[object] = []
    panel.peeked.connect(seen.append)
    panel.list.choose(CURATED)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        qtbot.keyClick(panel.list, key)
    assert seen == [CURATED, STRONG, None]
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert len(seen) == 3


def test_the_reasons_take_no_more_room_than_they_need(panel: RelatedPanel) -> None:
    panel.resize(360, 900)
    panel.list.choose(CURATED)
    few = panel.split.sizes()
    assert panel.why.verticalScrollBar().maximum() == 0
    panel.list.choose(STRONG)
    assert panel.split.sizes()[1] > few[1]
    panel.list.choose(CURATED)
    assert panel.split.sizes() == few


def test_where_nothing_is_related_the_panel_says_so(qtbot: QtBot, panel: RelatedPanel) -> None:
    with qtbot.waitSignal(panel.shown):
        panel.show_passage("river", "river-2")
    assert "no counterpart" in panel.head.text()


def test_every_relation_has_words() -> None:
    assert set(relations()) == set(Relation)


def test_it_says_when_the_filters_hide_what_is_related(panel: RelatedPanel, qtbot: QtBot) -> None:
    panel.show_passage("river", "river-1")
    qtbot.waitUntil(lambda: panel.current() is not None)
    button = panel._verdicts[0]
    assert button.isEnabled()
    box = panel.filter.findChildren(QComboBox)[0]
    for row in range(box.count()):
        box.setCurrentIndex(row)
        if panel.current() is None:
            break
    assert panel.current() is None, "a filter that leaves nothing"
    assert "the filters hide 2 passage" in panel.head.text()
    assert not button.isEnabled(), "there is nothing to judge"


def test_of_hundreds_only_the_cards_that_are_seen_are_put_together(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noting(edition: Edition, one: Related, verdict: Verdict | None) -> Card:
        made.append(one.passage)
        return passage_card(edition, one, verdict)

    monkeypatch.setattr("reader.panes.related_panel.passage_card", noting)
    works = [f"work{row}" for row in range(300)]
    library.every = tuple(
        replace(STRONG, work=work, passage=f"{work}-2", score=0.9 - row / 1000)
        for row, work in enumerate(works)
    )
    panel = RelatedPanel(library, theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(360, 600)
    panel.show()
    panel.show_passage("river", "river-1")
    qtbot.waitUntil(lambda: len(_keys(panel)) == 300)
    assert 0 < len(made) < 200
    last = panel.list.cards.cards[-1]
    panel.refresh()
    qtbot.waitUntil(lambda: library.limits == [24, None, None])
    settle()
    assert panel.list.cards.cards[-1] is last, "the same passage, the same card"


def test_a_comment_that_is_being_written_stands_there_after_a_crash(
    qtbot: QtBot, library: Library
) -> None:
    held = Unfinished()

    def opened() -> RelatedPanel:
        made = RelatedPanel(library, theme.load("light"), None, held)
        qtbot.addWidget(made)
        made.show()
        with qtbot.waitSignal(made.shown):
            made.show_passage("river", "river-1")
        made.activateWindow()
        qtbot.waitActive(made)
        made.list.setFocus()
        made.list.choose(STRONG)
        return made

    before = opened()
    qtbot.keyClicks(before.comment, "the same")
    after = opened()  # the power failed
    assert after.comment.text() == "the same"
    after.list.choose(CURATED)
    assert after.comment.text() == ""
    after.list.choose(STRONG)
    qtbot.keyClick(after.comment, Qt.Key.Key_Return)
    assert not held.dump()
