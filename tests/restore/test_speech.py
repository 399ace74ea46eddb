"""A page that breaks off inside speech goes on with one that closes it."""

import pytest

from reader.model import Span
from reader.restore.language import Model
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.lines import lines_of
from reader.restore.speech import Mark, first_mark, last_mark
from reader.restore.turns import Turns, edges_of


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("He said, “Come", Mark.OPENS, Mark.OPENS),
        ("here,” he said. “No", Mark.CLOSES, Mark.OPENS),
        ("»Ja«, sagte sie", Mark.OPENS, Mark.CLOSES),
        ("sie.« Und »nein", Mark.CLOSES, Mark.OPENS),
        ("„Ja“, sagte sie", Mark.OPENS, Mark.CLOSES),
        ("« Oui » dit-il", Mark.OPENS, Mark.CLOSES),
        ('"Well," she said, "if', Mark.OPENS, Mark.OPENS),
        ("don't, and the boys' own", Mark.NONE, Mark.NONE),
        ("said 'come here,' and went", Mark.OPENS, Mark.CLOSES),
        ("no marks at all", Mark.NONE, Mark.NONE),
    ],
)
def test_marks_face_as_what_stands_beside_them_shows(line: str, first: Mark, last: Mark) -> None:
    assert (first_mark([line]), last_mark([line])) == (first, last)


def leaf(text: str) -> Leaf:
    return Leaf((tuple(lines_of(text, Span(0, len(text)))),), known=True)


def turns(*texts: str) -> Turns:
    return Turns([edges_of(leaf(text)) for text in texts], Model.of([*texts]), Lexicon.of(""))


def test_a_page_inside_speech_goes_on_with_the_one_that_closes_it() -> None:
    found = turns(
        "He rose at once. “I shall come down and",
        "see the boat,” he said, and they went out.",
        "see the boat and the nets, and they went out.",
        "see the boat. “Come,” he said, and they went out.",
    )
    assert found.score(0, 1) > found.score(0, 2) + 1
    assert found.score(0, 1) > found.score(0, 3) + 1


@pytest.mark.parametrize("end", ["kam.«", "kam.“", "kam. »", "kam.”"])
def test_a_sentence_ends_before_the_mark_that_closes_it(end: str) -> None:
    assert edges_of(leaf(f"Er sagte es, als sie {end}")).stop
