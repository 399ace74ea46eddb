"""What a text's own mistakes, pairs and spellings say of a word."""

import itertools
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.restore.beside import Beside
from reader.restore.channel import Channel, swaps
from reader.restore.spelling import spelling_bits
from reader.restore.wordlist import word_list

WORDS = st.text("abcdemnrlvw", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("read", "meant", "expected"),
    [
        ("thc", "the", [("c", "e")]),
        ("tirne", "time", [("rn", "m")]),
        ("tume", "turne", [("m", "rn")]),
        ("same", "same", []),
        ("lost", "los", None),
    ],
)
def test_letters_are_set_against_letters(
    read: str, meant: str, expected: list[tuple[str, str]] | None
) -> None:
    assert swaps(read, meant) == expected


@given(WORDS, WORDS)
def test_swaps_make_one_word_of_the_other(read: str, meant: str) -> None:
    found = swaps(read, meant)
    if found is None:
        return
    short = sum(len(one) for one, _ in found), sum(len(two) for _, two in found)
    assert len(read) - short[0] == len(meant) - short[1]


def test_a_mistake_made_often_costs_less_than_one_never_made() -> None:
    words = Counter({"the": 300, "then": 60, "other": 80})
    few = Channel.of([("thc", "the", 10)], words)
    many = Channel.of([("thc", "the", 40)], words)
    assert not few.tells
    assert many.tells
    assert many.cost("thcn", "then") < few.cost("thcn", "then")
    assert many.cost("thcn", "then") + 3 < many.cost("tken", "then")
    assert many.cost("then", "then") == 0
    assert many.cost("the", "other") > 90


def _beside(text: str) -> Beside:
    return Beside.of(Counter(itertools.pairwise(text.split())), word_list("en"))


def test_a_pair_of_the_text_speaks_for_a_word_and_its_own_pair_does_not() -> None:
    text = _beside("tin whistle " * 6 + "tin mine")
    alone = {"whistle": -12.0, "mine": -12.0}.__getitem__
    assert text.bits("whistle", "tin", "", alone) > 5
    once, taken = (text.bits("mine", "tin", "", alone, other) for other in ("", "mime"))
    assert taken < once
    assert text.bits("mine", "", "", alone) == 0


def test_behind_a_word_with_many_followers_a_new_one_is_no_surprise() -> None:
    many = _beside(" ".join(f"tin thing{row}" for row in range(12)))
    one = _beside("tin whistle " * 12)
    assert many.bits("xylem", "tin", "", lambda _: -14.0) > one.bits(
        "xylem", "tin", "", lambda _: -14.0
    )


@pytest.mark.parametrize(
    ("word", "other"), [("plenter", "plcntcr"), ("unravelling", "unravclhng"), ("stow", "stww")]
)
def test_a_row_of_letters_that_no_word_has_costs_more(word: str, other: str) -> None:
    english = word_list("en")
    assert spelling_bits(word, english) + 3 < spelling_bits(other, english)
    assert math.isfinite(spelling_bits("zzzzqqq", english))
