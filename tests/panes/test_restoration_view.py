"""Pages can be moved and repairs taken back, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from reader.model import ByHand, PageTurn, Repair, RepairKind, SourcePiece, Span
from reader.panes.restoration_view import RestorationView, pages_in_order
from reader.qt import theme
from tests.library.editions import small_edition

SOURCE = "On rivers. The river runs. It runs on and on, to the sea."


@pytest.fixture
def view(qtbot: QtBot) -> RestorationView:
    from dataclasses import replace

    turns = (
        PageTurn(4, Span(0, 11), Span(11, 27), 0.9, ("the sentence goes on",)),
        PageTurn(12, Span(11, 27), Span(27, len(SOURCE)), 0.2),
    )
    made = RestorationView(replace(small_edition(), turns=turns), SOURCE, theme.load("light"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_doubtful_turns_stand_first(view: RestorationView) -> None:
    assert [card.key for card in view.turns.cards.cards] == [1, 0]
    assert "The river runs." in view.turns.cards.cards[0].title


def test_a_page_moved_by_keys_gives_the_new_order(qtbot: QtBot, view: RestorationView) -> None:
    assert view.order() is None
    view.tabs.setCurrentIndex(1)
    view.pages.setFocus()
    view.pages.setCurrentRow(2)
    assert view.page_text.toPlainText() == SOURCE[27:]
    qtbot.keyClick(view.pages, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    first, second, third = pages_in_order(view._edition.turns)
    assert view.order() == (first, third, second)
    with qtbot.waitSignal(view.rebuild_wanted) as told:
        view.rebuild.click()
    assert told.args == [ByHand((first, third, second), frozenset(), frozenset())]


def test_the_first_page_cannot_move_further_up(qtbot: QtBot, view: RestorationView) -> None:
    view.tabs.setCurrentIndex(1)
    view.pages.setCurrentRow(0)
    qtbot.keyClick(view.pages, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.order() is None


def test_a_repair_is_taken_back_and_done_again(qtbot: QtBot, view: RestorationView) -> None:
    view.tabs.setCurrentIndex(2)
    view.repairs.setFocus()
    qtbot.keyClick(view.repairs, Qt.Key.Key_Return)
    assert view.undone() == {"r1"}
    assert view.repairs.cards.cards[0].struck
    assert view.rebuild.isEnabled()
    qtbot.keyClick(view.repairs, Qt.Key.Key_Return)
    assert view.undone() == frozenset()


def test_a_turn_can_be_looked_at(qtbot: QtBot, view: RestorationView) -> None:
    view.turns.setFocus()
    with qtbot.waitSignal(view.show_wanted) as told:
        qtbot.keyClick(view.turns, Qt.Key.Key_Return)
    assert told.args == [12]


def test_what_is_taken_out_is_said_in_words(view: RestorationView) -> None:
    from dataclasses import replace as with_

    repair = view._edition.repairs[0]
    assert view._change(with_(repair, before="*", after="")) == "“*” taken out"
    assert view._change(with_(repair, before="", after="-")) == "“-” put in"
    assert "→" in view._change(with_(repair, before="a", after="b"))


def test_a_repair_that_was_taken_back_before_is_shown_and_can_be_done_again(qtbot: QtBot) -> None:
    from dataclasses import replace

    edition = small_edition()
    gone = edition.repairs[0]
    edition = replace(edition, repairs=(), taken_back=(replace(gone, at=Span(9000, 9001)),))
    view = RestorationView(edition, SOURCE, theme.load("light"))
    qtbot.addWidget(view)
    view.show()
    assert view.undone() == {gone.id}
    view.tabs.setCurrentIndex(2)
    assert view.repairs.cards.cards[0].struck
    view.repairs.step(1)
    qtbot.keyClick(view.repairs, Qt.Key.Key_Return)
    assert view.undone() == frozenset()


def test_pages_laid_by_hand_can_go_back_to_the_order_that_was_found(qtbot: QtBot) -> None:
    from dataclasses import replace

    edition = small_edition()
    assert RestorationView(edition, SOURCE, theme.load("light")).found.isHidden()
    view = RestorationView(
        replace(edition, laid=(Span(11, 20), Span(0, 9))), SOURCE, theme.load("light")
    )
    qtbot.addWidget(view)
    assert not view.found.isHidden()
    with qtbot.waitSignal(view.rebuild_wanted) as told:
        view.found.click()
    assert told.args == [ByHand((), frozenset(), frozenset())]


def test_a_paragraph_is_joined_over_a_turn_or_begun_behind_it(qtbot: QtBot) -> None:
    from dataclasses import replace

    cut = Repair("j1", RepairKind.PAGE_JOIN, Span(27, 27), Span(26, 27), "\n\n", " ", 0.9)
    whole = Span(0, len(SOURCE))
    edition = replace(
        small_edition(),
        turns=(
            PageTurn(11, Span(0, 11), Span(11, 27), 0.9),
            PageTurn(27, Span(11, 27), Span(27, len(SOURCE)), 0.2),
        ),
        repairs=(cut,),
        pieces=(SourcePiece(whole, whole),),
    )
    view = RestorationView(edition, SOURCE, theme.load("light"))
    qtbot.addWidget(view)
    view.show()
    assert [card.key for card in view.turns.cards.cards] == [1, 0]
    assert view.join.text() == "Begin a &paragraph here"
    view.turns.setFocus()
    qtbot.keyClick(view.turns, Qt.Key.Key_Down)
    assert view.join.text() == "&Join the paragraphs here"
    qtbot.keyClick(view.join, Qt.Key.Key_Space)
    assert (view.joined(), view.turns.key()) == ({11}, 0)
    assert view.join.text() == "Begin a &paragraph here"
    assert view.rebuild.isEnabled()
    qtbot.keyClick(view.join, Qt.Key.Key_Space)
    assert not view.rebuild.isEnabled()
    view.turns.choose(1)
    view.join.click()
    assert (view.joined(), view.undone()) == (frozenset(), {"j1"})
    assert view.repairs.cards.cards[0].struck
    with qtbot.waitSignal(view.rebuild_wanted) as told:
        view.rebuild.click()
    assert told.args == [ByHand(None, frozenset({"j1"}), frozenset())]


def test_the_first_page_is_shown_and_return_moves_none(qtbot: QtBot, view: RestorationView) -> None:
    view.tabs.setCurrentIndex(1)
    assert view.page_text.toPlainText() == SOURCE[:11]
    assert (view.up.isEnabled(), view.down.isEnabled()) == (False, True)
    view.pages.setFocus()
    view.pages.setCurrentRow(2)
    assert (view.up.isEnabled(), view.down.isEnabled()) == (True, False)
    for where in (view.pages, view.tabs.tabBar()):
        qtbot.keyClick(where, Qt.Key.Key_Return)
        assert view.order() is None
        assert view.isVisible(), "what was dragged would be lost"


def test_what_was_put_back_is_not_built_again(qtbot: QtBot, view: RestorationView) -> None:
    view.tabs.setCurrentIndex(1)
    view.pages.setCurrentRow(1)
    view.pages.move_up()
    assert view.rebuild.isEnabled()
    view.pages.move_down()
    assert not view.rebuild.isEnabled()
    view.repairs.chosen.emit(view.repairs.cards.cards[0].key)
    assert view.rebuild.isEnabled()
    view.repairs.chosen.emit(view.repairs.cards.cards[0].key)
    assert not view.rebuild.isEnabled()


def test_escape_in_a_list_closes_the_view(qtbot: QtBot, view: RestorationView) -> None:
    qtbot.keyClick(view.turns, Qt.Key.Key_Escape)
    assert not view.isVisible()


def moved(view: RestorationView) -> None:
    view.tabs.setCurrentIndex(1)
    view.pages.setCurrentRow(2)
    view.pages.move_up()


def asked(view: RestorationView, answer: str) -> None:
    """Press a button of the question that stands over the view."""
    (box,) = (one for one in view.findChildren(QMessageBox) if one.isVisible())
    next(one for one in box.buttons() if one.text() == answer).click()


@pytest.mark.parametrize("close", ["button", "escape", "window"])
def test_a_page_that_was_moved_is_not_dropped_without_asking(
    qtbot: QtBot, view: RestorationView, close: str
) -> None:
    moved(view)
    match close:
        case "button":
            view.buttons.button(QDialogButtonBox.StandardButton.Close).click()
        case "escape":
            qtbot.keyClick(view.pages, Qt.Key.Key_Escape)
        case _:
            view.close()
    asked(view, "&Go on here")
    assert view.isVisible()
    assert view.order() is not None


def test_what_was_changed_can_be_built_or_discarded_when_one_closes(
    qtbot: QtBot, view: RestorationView
) -> None:
    moved(view)
    view.reject()
    with qtbot.waitSignal(view.rebuild_wanted):
        asked(view, view.rebuild.text())
    assert not view.isVisible()
    view.show()
    view.reject()
    with qtbot.assertNotEmitted(view.rebuild_wanted):
        asked(view, "&Discard the changes")
    assert not view.isVisible()


def test_what_was_put_back_is_closed_without_a_question(
    qtbot: QtBot, view: RestorationView
) -> None:
    moved(view)
    view.pages.move_down()
    view.reject()
    assert not view.isVisible()


def test_what_is_not_built_yet_is_taken_up_again(qtbot: QtBot, view: RestorationView) -> None:
    assert view.held() == ""
    view.tabs.setCurrentIndex(1)
    view.pages.setFocus()
    view.pages.setCurrentRow(2)
    with qtbot.waitSignal(view.changed):
        qtbot.keyClick(view.pages, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    view.tabs.setCurrentIndex(2)
    view.repairs.setFocus()
    qtbot.keyClick(view.repairs, Qt.Key.Key_Return)
    held = view.held()
    again = RestorationView(view._edition, SOURCE, theme.load("light"))
    qtbot.addWidget(again)
    again.take_up(held)
    assert again.order() is not None
    assert again.order() == view.order()
    assert again.undone() == {"r1"}
    assert again.rebuild.isEnabled()
    assert again.held() == held


@pytest.mark.parametrize(
    "words", ["", "no", "[]", '{"order": [[0, 1]], "undone": [], "joined": []}']
)
def test_what_does_not_fit_a_text_is_not_taken_up(view: RestorationView, words: str) -> None:
    view.take_up(words)
    assert view.order() is None
    assert not view.rebuild.isEnabled()
