"""Trails: kept, arranged, undone, found again in another copy, taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.items import decode, encode
from reader.library import Library, Trail, trail_as_markdown
from reader.library.trails import read_trail_body, trail_body
from reader.model import BadInput, NotFound, Span

RIVER, HILL = "stream-rivers", "stone-hills"


def _span(library: Library, work: str, words: str) -> Span:
    start = library.edition(work).text.index(words)
    return Span(start, start + len(words))


def _trail(library: Library) -> Trail:
    begun = library.begin_trail("On walls", RIVER, _span(library, RIVER, "A wall against a river"))
    library.extend_trail(begun.id, HILL, _span(library, HILL, "has time"))
    library.extend_trail(begun.id, RIVER, _span(library, RIVER, "a promise"))
    return library.trails()[0]


def test_stations_stand_in_the_order_in_which_they_were_gathered(library: Library) -> None:
    trail = _trail(library)
    assert trail.title == "On walls"
    assert [one.quote for one in trail.stations] == [
        "A wall against a river", "has time", "a promise",
    ]  # fmt: skip
    for one in trail.stations:
        assert one.span is not None
        assert one.span.of(library.edition(one.work).text) == one.quote


def test_a_trail_is_arranged_and_each_step_can_be_undone(library: Library) -> None:
    trail = _trail(library)
    library.arrange_trail(trail.id, "Walls", [2, 0], ["First,", "then"])
    now = library.trails()[0]
    assert [(one.quote, one.bridge) for one in now.stations] == [
        ("a promise", "First,"), ("A wall against a river", "then"),
    ]  # fmt: skip
    library.undo()
    assert library.trails()[0] == trail
    library.redo()
    assert library.trails()[0] == now


def test_a_trail_without_stations_is_deleted(library: Library) -> None:
    trail = _trail(library)
    library.arrange_trail(trail.id, "Walls", [], [])
    assert library.trails() == ()
    library.undo()
    assert library.trails()[0] == trail


@pytest.mark.parametrize(("order", "bridges"), [([3], [""]), ([-1], [""]), ([0], [])])
def test_rows_that_the_trail_does_not_have_change_nothing(
    library: Library, order: list[int], bridges: list[str]
) -> None:
    trail = _trail(library)
    with pytest.raises(NotFound):
        library.arrange_trail(trail.id, "Walls", order, bridges)
    assert library.trails()[0] == trail


def test_a_station_needs_words_and_a_trail(library: Library) -> None:
    with pytest.raises(BadInput):
        library.begin_trail("Nothing", RIVER, Span(3, 3))
    note = library.mark(RIVER, Span(0, 3))
    with pytest.raises(NotFound):
        library.extend_trail(note.id, RIVER, Span(0, 3))


def test_a_station_whose_text_is_gone_keeps_its_words(library: Library) -> None:
    _trail(library)
    library.remove(HILL)
    lost = library.trails()[0].stations[1]
    assert (lost.span, lost.locus, lost.quote) == (None, None, "has time")


def test_a_trail_survives_the_annotation_file(library: Library) -> None:
    trail = _trail(library)
    note = library.note(trail.id).annotation
    assert decode(encode(note)) == note


def test_a_trail_is_no_mark_in_a_text(library: Library) -> None:
    trail = _trail(library)
    placed = library.note(trail.id)
    assert (placed.span, placed.anchoring) == (None, None)
    assert any(one.annotation.id == trail.id for one in library.notes())


def test_an_export_of_all_notes_holds_the_trail(library: Library) -> None:
    _trail(library)
    assert "On walls" in library.export()


def test_a_trail_is_taken_away_with_its_places(library: Library) -> None:
    trail = _trail(library)
    library.arrange_trail(trail.id, "On *walls*", [0, 1], ["", "On the <other> hand"])
    works = {one.work.id: one.work for one in library.texts()}
    told = trail_as_markdown(library.trails()[0], works)
    assert told.startswith("# On \\*walls\\*\n\n> A wall against a river\n>\n> — Ada Stream")
    assert "On the \\<other\\> hand\n\n> has time" in told


WORDS = st.text(max_size=60).map(lambda words: " ".join(words.split()))


@given(title=WORDS.filter(bool), bridges=st.lists(WORDS, min_size=1, max_size=12))
def test_title_and_bridges_are_read_back_as_written(title: str, bridges: list[str]) -> None:
    assert read_trail_body(trail_body(title, bridges), len(bridges)) == (title, tuple(bridges))


@given(body=st.text(), stations=st.integers(1, 5))
def test_any_body_has_a_title_and_a_bridge_for_each_station(body: str, stations: int) -> None:
    title, bridges = read_trail_body(body, stations)
    assert title
    assert len(bridges) == stations
