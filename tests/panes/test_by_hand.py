"""Places put by hand, as they are kept: only what fits is taken up, and not without end."""

import json

import pytest

from reader.model import Place, Span
from reader.panes.by_hand import ByHand

WORKS, TEXTS = ("refusal", "kropotkin"), ("sha-one", "sha-two")


def placed(start: int, px: int = 0) -> Place:
    return Place("kropotkin", Span(start, start), px)


def test_what_is_dumped_is_loaded() -> None:
    mine, again = ByHand(), ByHand()
    mine.put(WORKS, TEXTS, 120, placed(40, -7))
    mine.put(WORKS, TEXTS, 900, placed(41))
    mine.put(WORKS[::-1], TEXTS[::-1], 5, Place("refusal", Span(6, 6), 3))
    again.load(json.loads(json.dumps(mine.dump())))
    assert again.dump() == mine.dump()
    assert again.places(WORKS, TEXTS) == {120: placed(40, -7), 900: placed(41)}


def test_places_in_another_reading_text_are_forgotten() -> None:
    mine = ByHand()
    mine.put(WORKS, TEXTS, 120, placed(40))
    assert not mine.places(WORKS, ("sha-one", "sha-three"))
    assert not mine.places(WORKS, None)
    mine.put(WORKS, ("sha-one", "sha-three"), 7, placed(8))
    assert mine.places(WORKS, ("sha-one", "sha-three")) == {7: placed(8)}
    assert not mine.places(WORKS, TEXTS)


def test_the_oldest_places_go_first() -> None:
    mine = ByHand()
    for lead in range(1200):
        mine.put(WORKS, TEXTS, lead, placed(lead))
    mine.put(WORKS, TEXTS, 200, placed(1))
    mine.put(WORKS, TEXTS, 5000, placed(2))
    kept = mine.places(WORKS, TEXTS)
    assert len(kept) == 1000
    assert 201 not in kept
    assert kept[200] == placed(1)
    for other in range(250):
        mine.put(("refusal", str(other)), TEXTS, 0, Place(str(other), Span(1, 1)))
    assert len(mine.dump()) == 200
    assert not mine.places(WORKS, TEXTS)


@pytest.mark.parametrize("stored", [
    None, 7, {}, [7], [["refusal"]], [["a", "b", "c", "d", 7]], [["a", "b", "c", 4, []]],
    [["a", "b", "c", "d", [["x", 1, 2], [1], [-1, 1, 1], [1, -1, 1], [1, 2, None]]]],
])  # fmt: skip
def test_nonsense_is_left_out(stored: object) -> None:
    mine = ByHand()
    mine.load(stored)
    assert not mine
