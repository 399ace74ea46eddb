"""What the ends of lines and the words tell of which leaf follows which."""

import pytest

from reader.importing.raw import RawText
from reader.model import Provenance
from reader.restore.faces import Face
from reader.restore.language import Model
from reader.restore.leaves import leaves_of
from reader.restore.lexicon import Lexicon
from reader.restore.rooms import Rooms
from reader.restore.topics import Topics
from reader.restore.turns import Turns, edges_of

_TYPED = Face("typewriter", {}, 600)
_FULL = 40 * 600.0


def _pages(*texts: str) -> RawText:
    text = "\f".join(texts)
    return RawText(text, Provenance("pages.txt", "0" * 64, len(text), "text"))


def _rooms(*texts: str, indents: bool) -> Rooms:
    return Rooms.of(leaves_of(_pages(*texts)), _TYPED, _FULL, 0.01, indents)


def test_a_word_that_would_have_fitted_does_not_go_on_with_the_line() -> None:
    full = "they carried every ledger of the harbour"
    rooms = _rooms(full, "they carried every ledger", "archive and bridge", indents=False)
    assert rooms.fit(0, 2, stop=False) > 0
    assert rooms.fit(1, 2, stop=False) < -1
    assert rooms.fit(1, 2, stop=True) == 0


def test_behind_a_short_last_line_an_indent_is_awaited() -> None:
    rooms = _rooms("It ended here.", "   A new matter", "The same matter", indents=True)
    assert rooms.fit(0, 1, stop=True) > 0 > rooms.fit(0, 2, stop=True)


def test_lines_that_are_not_wrapped_tell_nothing() -> None:
    leaves = leaves_of(_pages("One line.", "Another line."))
    assert Rooms.of(leaves, None, 0.0, 0.0, indents=True).fit(0, 1, stop=False) == 0


@pytest.mark.parametrize("apart", [True, False])
def test_common_words_tell_as_much_as_they_do_inside_pages(apart: bool) -> None:
    subjects = ["apprentice orchard lantern", "reservoir tariff manuscript", "meadow quarrel"]
    every = " ".join(subjects)
    pages = ["\n".join([words if apart else every] * 12) for words in subjects for _ in range(3)]
    topics = Topics.of(leaves_of(_pages(*pages)))
    if apart:
        assert topics.fit(0, 1) > 0 > topics.fit(0, 4)
    else:
        assert topics.fit(0, 1) == topics.fit(0, 4) == 0


def _turns(*texts: str) -> Turns:
    raw = _pages(*texts)
    leaves = leaves_of(raw)
    model = Model.of([" ".join(line.text for line in leaf.lines) for leaf in leaves])
    return Turns([edges_of(leaf) for leaf in leaves], model, Lexicon.of(raw.text))


def test_a_sentence_may_go_on_behind_a_colon() -> None:
    turns = _turns("There are two ways to say it:", "either it is said or it is not.")
    assert turns.words(0, 1) > -2


_GERMAN = "Das Haus am Fluss steht seit dem Winter leer und niemand will die Miete dafür zahlen. "


def test_halves_of_a_word_the_list_cannot_have_do_not_speak_against_a_turn() -> None:
    turns = _turns(f"{_GERMAN}Es geht um das Zu-", f"sammenwirken aller Kräfte. {_GERMAN}")
    assert turns.words(0, 1) > -2
    english = _turns("It is about the house by the river and the zu-", "sammen of all of them.")
    assert english.words(0, 1) < -2


def test_nouns_with_a_capital_go_on_with_a_sentence() -> None:
    turns = _turns(f"{_GERMAN}Er sprach über die", f"Wirtschaft des Landes. {_GERMAN}")
    assert turns.words(0, 1) > -2.5
