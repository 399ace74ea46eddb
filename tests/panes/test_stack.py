"""Cards stand beside their passages, in order, without overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.panes.stack import stack, stack_around

CARDS = st.lists(st.tuples(st.floats(-500, 2000), st.floats(20, 200)), min_size=1, max_size=20).map(
    lambda cards: ([want for want, _ in cards], [tall for _, tall in cards])
)


def overlaps(tops: list[float], heights: list[float], gap: float) -> bool:
    return any(
        below < above + tall + gap - 1e-6
        for above, tall, below in zip(tops, heights, tops[1:], strict=False)
    )


@given(CARDS)
def test_no_card_covers_another(cards: tuple[list[float], list[float]]) -> None:
    wanted, heights = cards
    assert not overlaps(stack(wanted, heights, 6), heights, 6)


@given(CARDS, st.data())
def test_the_chosen_card_stands_where_it_belongs(
    cards: tuple[list[float], list[float]], data: st.DataObject
) -> None:
    wanted, heights = cards
    chosen = data.draw(st.integers(0, len(wanted) - 1))
    tops = stack_around(wanted, heights, 6, chosen)
    assert tops[chosen] == wanted[chosen]
    assert not overlaps(tops, heights, 6)


@given(CARDS)
def test_no_card_can_be_moved_alone_to_a_better_place(
    cards: tuple[list[float], list[float]],
) -> None:
    wanted, heights = cards
    tops = stack(wanted, heights, 6)
    for at, (top, want) in enumerate(zip(tops, wanted, strict=True)):
        nearer = top + (0.5 if want > top else -0.5)
        moved = [*tops[:at], nearer, *tops[at + 1 :]]
        if abs(want - top) > 1:
            assert overlaps(moved, heights, 6)


def test_cards_with_room_stand_exactly_where_they_want_to() -> None:
    assert stack([0, 100, 300], [50, 50, 50], 6) == pytest.approx([0, 100, 300])


@given(CARDS, st.floats(-300, 300), st.floats(0, 3000), st.data())
def test_cards_stay_in_their_room_where_it_is_large_enough(
    cards: tuple[list[float], list[float]], top: float, tall: float, data: st.DataObject
) -> None:
    wanted, heights = cards
    room = top, top + tall
    fixed = data.draw(st.integers(0, len(wanted) - 1))
    for tops in (stack(wanted, heights, 6, room), stack_around(wanted, heights, 6, fixed, room)):
        assert not overlaps(tops, heights, 6)
        assert tops[0] >= top - 1e-6
        if sum(heights) + 6 * (len(heights) - 1) <= tall:
            assert tops[-1] + heights[-1] <= room[1] + 1e-6
