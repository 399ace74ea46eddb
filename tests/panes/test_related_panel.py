"""Related passages: threshold, filters, reasons and verdicts, by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model import Edition, Evidence, Locus, Related, Relation, Span, Verdict
from reader.panes.related_panel import RelatedPanel, relations
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
        Evidence("concepts", "flow", 0.4),
    ),
    sentences=(Span(11, 26), Span(28, 41)),
)  # fmt: skip
WEAK = Related("sea", "sea-1", Locus("¶", 1), 0.1)


class Library:
    """Three small texts with fixed relations."""

    def __init__(self) -> None:
        self.verdicts: dict[tuple[str, str], Verdict] = {}

    def edition(self, work: str) -> Edition:
        return small_edition(work)

    def related(
        self, work: str, passage: str, *, per_work: int = 3, curated: bool = True
    ) -> tuple[Related, ...]:
        del per_work, curated
        return (CURATED, STRONG, WEAK) if (work, passage) == ("river", "river-1") else ()

    def verdict_on(self, here: tuple[str, str], there: tuple[str, str]) -> Verdict | None:
        del here
        return self.verdicts.get(there)


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


def test_weak_ones_stay_away_until_the_threshold_is_lowered(panel: RelatedPanel) -> None:
    assert _keys(panel) == [CURATED, STRONG]
    panel.threshold.setValue(5)
    assert _keys(panel) == [CURATED, STRONG, WEAK]
    panel.threshold.setValue(95)
    assert _keys(panel) == [CURATED], "what people made does not depend on a score"


def test_filters_combine(panel: RelatedPanel) -> None:
    panel.kind.setCurrentIndex(panel.kind.findData("computed"))
    assert _keys(panel) == [STRONG]
    panel.kind.setCurrentIndex(panel.kind.findData("all"))
    panel.relation.setCurrentIndex(panel.relation.findData("contradicts"))
    assert _keys(panel) == [CURATED]


def test_the_reasons_of_the_chosen_one_are_shown_with_their_shares(panel: RelatedPanel) -> None:
    panel.list.choose(STRONG)
    titles = {card.title: card.aside for card in panel.why.cards.cards if not card.group}
    assert titles["river"] == "60%"
    assert titles["flow"] == "40%"
    assert "Nearest sentence there" in titles
    panel.list.choose(CURATED)
    assert panel.why.cards.cards[1].text == "The hill stands."


def test_matched_words_are_marked_in_the_preview(panel: RelatedPanel) -> None:
    card = next(c for c in panel.list.cards.cards if c.key == STRONG)
    assert [mark.of(card.text) for mark in card.marks] == [small_edition("hill").text[31:33]]


def test_a_and_x_give_verdicts_and_take_them_back(
    qtbot: QtBot, panel: RelatedPanel, library: Library
) -> None:
    panel.list.choose(STRONG)
    with qtbot.waitSignal(panel.judged) as told:
        qtbot.keyClick(panel, Qt.Key.Key_X)
    assert told.args == [STRONG, Verdict.REJECTED, None]
    library.verdicts["hill", "hill-2"] = Verdict.REJECTED
    with qtbot.waitSignal(panel.shown):
        panel.refresh()
    assert _keys(panel) == [CURATED], "a rejected one is gone"
    panel.kind.setCurrentIndex(panel.kind.findData("rejected"))
    assert _keys(panel) == [STRONG]
    panel.list.choose(STRONG)
    with qtbot.waitSignal(panel.judged) as told:
        panel.reject()
    assert told.args == [STRONG, None, None]


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


def test_where_nothing_is_related_the_panel_says_so(qtbot: QtBot, panel: RelatedPanel) -> None:
    with qtbot.waitSignal(panel.shown):
        panel.show_passage("river", "river-2")
    assert "no counterpart" in panel.head.text()


def test_every_relation_has_words() -> None:
    assert set(relations()) == set(Relation)
