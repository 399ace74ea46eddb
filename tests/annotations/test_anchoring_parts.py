"""The parts of anchoring on their own: pieces, chains, edges."""

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.anchoring.chain import chains, reach
from reader.annotations.anchoring.edges import with_marks
from reader.annotations.anchoring.seeds import Pieces, diagonals
from reader.matching import skeleton
from reader.model import Span
from tests.bench.anchoring_cases import invented

TEXT = skeleton(invented("latin", 11, 1500))


@given(st.integers(0, len(TEXT) - 60), st.integers(16, 60))
def test_any_run_of_sixteen_letters_leads_to_its_diagonal(start: int, length: int) -> None:
    junk = "qxzjwv" * 4
    found = diagonals(junk + TEXT[start : start + length] + junk, Pieces(TEXT))
    assert any(abs(diagonal - (start - len(junk))) < 24 for diagonal in found)


def test_pieces_that_are_everywhere_tell_nothing() -> None:
    assert Pieces("abcdefgh" * 100).find("abcdefgh") == []
    assert Pieces("abcdefgh" * 3).find("abcdefgh") == [0, 8, 16]


def test_pieces_of_dense_scripts_are_shorter() -> None:
    text = skeleton(invented("han", 1, 300))
    pieces = Pieces(text)
    assert pieces.length == 3
    assert 40 in pieces.find(text[40:43])


def test_texts_shorter_than_a_piece_have_none() -> None:
    assert diagonals("abcdefghij", Pieces("abc")) == []
    assert diagonals("abc", Pieces("abcdefghij")) == []


def test_a_chain_goes_on_after_something_was_put_in() -> None:
    before = [(row, row + 100) for row in range(0, 100, 10)]
    after = [(row, row + 300) for row in range(100, 200, 10)]
    assert chains(before + after, 500, 1) == [before + after]


def test_a_chain_does_not_follow_a_chance_hit() -> None:
    run = [(row, row + 100) for row in range(0, 100, 10)]
    assert chains([*run, (110, 290)], 500, 4) == [run]


def test_a_torn_quote_keeps_its_larger_part() -> None:
    first = [(row, row + 9000) for row in range(0, 60, 10)]
    second = [(row, row + 100) for row in range(60, 200, 10)]
    assert chains(first + second, reach(200), 4) == [second, first]


def test_a_quote_that_stands_twice_has_two_chains() -> None:
    first = [(row, row + 9000) for row in range(0, 200, 10)]
    second = [(row, row + 100) for row in range(0, 200, 10)]
    assert chains(sorted(first + second), reach(200), 4) == [second, first]


def test_no_hits_make_no_chain() -> None:
    assert chains([], 100, 4) == []


@given(st.text(st.sampled_from("ab .,“”\"'—-()"), max_size=20), st.data())
def test_marks_never_reach_over_letters(text: str, data: st.DataObject) -> None:
    letters = [i for i, c in enumerate(text) if c.isalnum()]
    if not letters:
        return
    start = data.draw(st.sampled_from(letters))
    span = Span(start, start + 1)
    exact = data.draw(st.text(st.sampled_from(".,“”\"'—-()"), max_size=4)) + "a."
    wider = with_marks(span, text, exact)
    assert wider.contains(span)
    assert sum(c.isalnum() for c in wider.of(text)) == 1
