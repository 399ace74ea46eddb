"""Approximate matching against the textbook's dynamic programming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.matching import align

WORDS = st.text(alphabet="abcδ", max_size=14)


def nearest(pattern: str, text: str) -> int:
    """The textbook: edit distance with free ends in the text."""
    row = [0] * (len(text) + 1)
    for i, letter in enumerate(pattern, 1):
        last, row = row, [i]
        for j, other in enumerate(text, 1):
            row.append(min(last[j - 1] + (letter != other), last[j] + 1, row[j - 1] + 1))
    return min(row)


@given(WORDS, WORDS)
def test_the_distance_is_the_textbooks(pattern: str, text: str) -> None:
    assert align(pattern, text).distance == nearest(pattern, text)


@given(WORDS, WORDS)
def test_the_alignment_accounts_for_the_distance(pattern: str, text: str) -> None:
    found = align(pattern, text)
    columns = [c for c in found.columns if c >= 0]
    assert columns == sorted(set(columns))
    for letter, column, same in zip(pattern, found.columns, found.same, strict=True):
        assert same == (column >= 0 and text[column] == letter)
    put_in = columns[-1] - columns[0] + 1 - len(columns) if columns else 0
    assert put_in + sum(not same for same in found.same) == found.distance


def test_an_edge_leaves_out_what_was_put_in_beside_it() -> None:
    found = align("onetwothree", "xxoneyytwozzthreexx")
    assert found.edge(3, 6) == (7, 10)


def test_a_missing_stretch_has_no_edge() -> None:
    assert align("abXXXcd", "abcd").edge(2, 5) is None


@pytest.mark.parametrize("junk", ["z" * 12, "z" * 30])
def test_a_long_insertion_costs_little_more_than_a_short_one(junk: str) -> None:
    pattern = "thequickbrownfoxjumpsoverthelazydogandrunsawayintothedarkforestofpines"
    found = align(pattern, pattern[:35] + junk + pattern[35:])
    assert found.agreement(0, len(pattern)) > 0.85
