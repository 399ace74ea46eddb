"""The caret moves by word, clause, sentence and passage."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import PassageKind, Span
from reader.panes.units import Unit, around, grown, pieces, step
from tests.panes.desk_library import edition_of, make_edition

EDITION = make_edition(passages=6)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("One. Two! Three? Four", Unit.SENTENCE, ["One.", "Two!", "Three?", "Four"]),
        ("He said “No.” Then he left.", Unit.SENTENCE, ["He said “No.”", "Then he left."]),
        ("Mr. Smith (cf. p. 12) went.", Unit.SENTENCE, ["Mr. Smith (cf. p. 12) went."]),
        ("K. Marx wrote it. We read.", Unit.SENTENCE, ["K. Marx wrote it.", "We read."]),
        ("First, this; then: that.", Unit.CLAUSE, ["First,", "this;", "then:", "that."]),
        ("it is 3.5 to 1,000 so", Unit.CLAUSE, ["it is 3.5 to 1,000 so"]),
        ("self-made workers’ State", Unit.WORD, ["self-made", "workers’", "State"]),
    ],
)
def test_a_passage_is_cut(text: str, unit: Unit, expected: list[str]) -> None:
    assert [piece.of(text) for piece in pieces(text, unit)] == expected


@given(st.text(st.sampled_from("ab .,;—!?“”(A\n"), max_size=60), st.sampled_from(Unit))
def test_pieces_ascend_and_leave_out_only_spaces(text: str, unit: Unit) -> None:
    found = pieces(text, unit)
    for before, after in pairwise(found):
        assert before.end <= after.start
    if unit in {Unit.CLAUSE, Unit.SENTENCE}:
        covered = "".join(piece.of(text) for piece in found)
        assert "".join(covered.split()) == "".join(text.split())


@given(st.integers(0, len(EDITION.text) - 1), st.sampled_from(Unit))
def test_steps_go_strictly_on_until_the_end(offset: int, unit: Unit) -> None:
    forward = step(EDITION, offset, unit, 1)
    assert forward >= offset
    back = step(EDITION, offset, unit, -1)
    assert back <= offset
    if forward > offset:
        assert step(EDITION, forward, unit, -1) <= max(offset, forward - 1)


def test_walking_by_sentences_reaches_the_end() -> None:
    offset, steps = 0, 0
    while (after := step(EDITION, offset, Unit.SENTENCE, 1)) > offset:
        offset, steps = after, steps + 1
    assert steps > 20
    assert EDITION.at(offset).id == EDITION.passages[-1].id


@given(st.integers(0, len(EDITION.text) - 1))
def test_a_selection_grows_to_the_whole_passage(offset: int) -> None:
    span = Span(offset, offset)
    for _ in range(8):
        span = grown(EDITION, span)
    assert span.contains(EDITION.at(offset).span)


def test_an_empty_passage_is_no_trouble() -> None:
    edition = edition_of("w", [(PassageKind.BODY, "…", 0, "")], "T", "A")
    assert around(edition, 0, Unit.WORD) == Span(0, 0)
    assert step(edition, 0, Unit.WORD, 1) == 0
