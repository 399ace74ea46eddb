"""Find in one text: what people type is not what texts print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.panes.found import Found, find_all, nearest


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("the Workers’ State", "workers' state", ["Workers’ State"]),
        ("“Yes,” he said", '"yes', ["“Yes"]),
        ("self‑valorization", "self-valorization", ["self‑valorization"]),
        ("co\u00adoperation", "cooperation", ["co\u00adoperation"]),
        ("two\nlines  here", "two lines here", ["two\nlines  here"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("rifiuto, perche\u0301", "perché", []),
        ("perché", "perche", []),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "   ", []),
    ],
)
def test_it_finds(text: str, query: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_all(text, query)] == expected


@given(st.text(max_size=80), st.text(max_size=6))
def test_no_query_is_a_mistake(text: str, query: str) -> None:
    for span in find_all(text, query):
        assert span
        assert span.end <= len(text)


@given(st.text(st.sampled_from("ab c'-é"), min_size=1, max_size=40), st.data())
def test_any_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    query = text[start:end]
    if query.strip():
        assert find_all(text, query)


def test_the_nearest_place_is_the_next_one() -> None:
    spans = [Span(3, 5), Span(10, 12), Span(20, 22)]
    assert [nearest(spans, at) for at in (0, 3, 4, 15, 30)] == [0, 0, 1, 2, 0]
    assert nearest([], 4) is None


def test_one_walks_round_the_places_found() -> None:
    found = Found((Span(3, 4), Span(9, 10)))
    assert found.current is None
    first = found.step(1, 5)
    assert first.current == Span(9, 10), "at first the nearest one"
    assert first.step(1, 5).current == Span(3, 4)
    assert first.step(-1, 5).current == Span(3, 4)
    assert Found().step(1, 5).current is None
