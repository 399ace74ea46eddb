"""Values refuse nonsense, and their inverse pairs are inverses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import BadInput, Cancelled, History, Locus, PassageKind, Place, Progress, Span

_spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(0, 20)
)


@given(st.integers(-5, 20), st.integers(-5, 20))
def test_a_span_that_ends_before_it_starts_is_refused(start: int, end: int) -> None:
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


@given(_spans, _spans)
def test_spans_meet_where_both_have_code_points(one: Span, other: Span) -> None:
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    met = one.meet(other)
    assert set(range(met.start, met.end) if met else ()) == common
    assert one.overlaps(other) == bool(common)
    assert one.contains(other) == (one.start <= other.start and other.end <= one.end)


@given(st.sampled_from(PassageKind), st.integers(0, 9_999_999))
def test_a_printed_locus_is_read_back(kind: PassageKind, number: int) -> None:
    locus = Locus(Locus.sign_of(kind), number)
    assert Locus.parse(str(locus)) == locus
    assert Locus.parse(f"  {locus.sign} {number} ") == locus


def test_a_bare_number_is_a_paragraph() -> None:
    assert Locus.parse("12") == Locus("¶", 12)


@given(st.text(max_size=12))
def test_any_other_words_are_no_locus(words: str) -> None:
    printed = words.strip().lstrip("¶§nrf").strip()
    if printed.isdecimal() and words.strip()[:1] in {*"¶§nrf", *printed[:1]}:
        return
    with pytest.raises(BadInput, match="place"):
        Locus.parse(words)


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=30))
def test_back_undoes_each_jump_and_forward_redoes_it(works: list[str]) -> None:
    history = History()
    for work in works:
        history = history.go(Place(work))
    end = history
    steps = 0
    while history.can_back:
        history = history.back()
        steps += 1
    assert history.here == Place(works[0])
    for _ in range(steps):
        history = history.forward()
    assert history == end


def test_a_jump_from_the_middle_drops_what_lay_forward() -> None:
    history = History().go(Place("a")).go(Place("b")).go(Place("c")).back().go(Place("d"))
    assert [place.work for place in history.visited] == ["a", "b", "d"]
    assert not history.can_forward


def test_the_place_left_is_what_back_returns_to() -> None:
    history = History().go(Place("a")).leave(Place("a", Span(40, 40), 3)).go(Place("b"))
    assert history.back().here == Place("a", Span(40, 40), 3)


def test_work_that_should_stop_is_told_so() -> None:
    told: list[float] = []
    Progress(lambda share, _words: told.append(share), lambda: False).step(0.5)
    assert told == [0.5]
    with pytest.raises(Cancelled):
        Progress(lambda _share, _words: None, lambda: True).step(0.6)
