"""Queries as people type them, right and wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import EXAMPLES, Example, parse
from reader.index.query import AllOf, Facet, Field, Fuzzy, Near, Not, Phrase, Wild, Word

READINGS = {
    "Struggle": Word("struggle"),
    '"class struggle"': Phrase((Word("class", exact=True), Word("struggle", exact=True))),
    "“class”": Word("class", exact=True),
    "refus*": Word("refus", exact=True, prefix=True),
    "wom?n": Wild("wom?n"),
    "*tion": Wild("*tion"),
    "valorsation~": Fuzzy("valorsation", 1),
    "valorsation~2": Fuzzy("valorsation", 2),
    "work NEAR/3 wage": Near(Word("work"), Word("wage"), 3),
    "work NEAR wage": Near(Word("work"), Word("wage"), 10),
    "near/far": Phrase((Word("near"), Word("far"))),
    "-work": Not(Word("work")),
    "NOT NOT work": Word("work"),
    "author:tronti": Facet(Field.AUTHOR, "tronti"),
    "color:Blue": Facet(Field.COLOUR, "blue"),
    'tag:"to read"': Facet(Field.TAG, "to read"),
    "don’t": Phrase((Word("don"), Word("t"))),
    "note:work": AllOf((Facet(Field.KIND, "kind:note"), Word("work"))),
    "l’operai*": Phrase((Word("l"), Word("operai", exact=True, prefix=True))),
    "self-m?de": Phrase((Word("self"), Wild("m?de"))),
    '"refus* of w?rk"': Phrase(
        (Word("refus", exact=True, prefix=True), Word("of", exact=True), Wild("w?rk"))
    ),
    '"refusl~ of"': Phrase((Fuzzy("refusl", 1), Word("of", exact=True))),
    '"to be done?"': Phrase(tuple(Word(one, exact=True) for one in ("to", "be", "done"))),
    "what?": Word("what"),
    "(((work)))": Word("work"),
}


@pytest.mark.parametrize("query", READINGS)
def test_a_query_is_read_as_meant(query: str) -> None:
    parsed = parse(query)
    assert parsed.tree == READINGS[query]
    assert not parsed.mistakes


MISTAKES = {
    '"class struggle': (0, "no partner", True),
    'work "': (5, "no partner", True),
    "(work": (0, "never closed", True),
    "work)": (4, "never opened", True),
    "()": (0, "nothing between", False),
    "work AND": (5, "both sides", True),
    "AND work": (0, "both sides", True),
    "OR": (0, "both sides", False),
    "work OR": (5, "both sides", True),
    "NEAR": (0, "both sides", False),
    "work NEAR/5": (5, "both sides", True),
    "work NOT": (5, "after this NOT", True),
    "work NEAR/5 (a b)": (5, "read as AND", True),
    "work NEAR/999 wage": (5, "at most 100", True),
    "work near/5 wage": (5, "in capitals", True),
    "work NEAR/x wage": (5, "with a number", True),
    "*": (0, "letters beside it", False),
    "???": (0, "no word here", False),
    "*a": (0, "two letters", True),
    '"refusal * work"': (9, "letters beside it", True),
    '"of *a work"': (4, "two letters", True),
    "a*b*c*d*e*f*": (0, "at most 4 wildcards", True),
    "work~9": (0, "1 or 2 letters", True),
    "ab~": (0, "too short", True),
    "colour:": (0, "nothing after", False),
    "colour: blue": (0, "nothing after", True),
    "author:(a b)": (7, "not a bracket", True),
    "wirter:tronti": (0, "no field", True),
    "!!!": (0, "no word here", False),
    "a" * 60: (0, "up to 50", True),
    "work " * 30: (100, "first 20 terms", True),
    "work " * 200: (100, "first 20 terms", True),
    "(" * 40 + "work" + ")" * 40: (0, "", True),
}


@pytest.mark.parametrize("query", MISTAKES)
def test_a_mistake_is_pointed_at_and_the_rest_still_asked(query: str) -> None:
    at, words, attempt = MISTAKES[query]
    parsed = parse(query)
    assert parsed.mistakes
    assert (parsed.tree is not None) is attempt
    if words:
        assert words in parsed.mistakes[0].message
        assert parsed.mistakes[0].at == at


def test_ten_thousand_characters_are_cut() -> None:
    parsed = parse("x" * 10_000)
    assert "first 500 characters" in parsed.mistakes[-1].message
    assert parsed.mistakes[-1].at == 500


def test_the_last_word_is_unfinished_only_while_typing() -> None:
    assert parse("class str", typing=True).tree != parse("class str").tree
    assert parse("class str ", typing=True).tree == parse("class str").tree
    assert parse("author:tro", typing=True).tree == Facet(Field.AUTHOR, "tro", prefix=True)
    assert parse('"class str', typing=True).tree == Phrase(
        (Word("class", exact=True), Word("str", exact=True, prefix=True))
    )


SIGNS = (
    "\" “ ( ) - AND OR NOT NEAR/3 NEAR/ * ? ~ ~2 note: author: x: self-made é 漢字 \u00ad ' / \x00"
)
pieces = st.sampled_from(SIGNS.split(" ")) | st.sampled_from((" ", "work", "a"))


@given(st.lists(pieces, max_size=60).map("".join) | st.text(max_size=600))
def test_nothing_that_can_be_typed_is_an_error(query: str) -> None:
    parsed = parse(query, typing=True)
    assert parsed.tree is not None or parsed.mistakes or not query.strip()
    for mistake in parsed.mistakes:
        assert 0 <= mistake.at <= len(query)
        assert mistake.message.endswith(".")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_every_example_of_the_help_is_right(example: Example) -> None:
    parsed = parse(example.query)
    assert parsed.tree is not None
    assert not parsed.mistakes
    assert example.meaning.endswith(".")
