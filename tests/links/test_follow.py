import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.links import Follower, Move, Target, follower
from reader.model import Locus, Related, Span
from tests.links.texts import passage, three

#: Five passages of 100 code points each, with a blank line between them.
PASSAGES = tuple(Span(102 * n, 102 * n + 100) for n in range(5))
FAR, NEAR, WEAK = Span(1000, 1200), Span(2000, 2100), Span(3000, 3050)
LINKS = {
    0: (Target(FAR, 0.8),),
    1: (Target(NEAR, 0.9), Target(FAR, 0.85)),
    2: (Target(WEAK, 0.1),),
    4: (Target(NEAR, 0.6), Target(FAR, 0.31)),
}


def reading() -> Follower:
    return Follower(PASSAGES, LINKS)


def test_a_linked_passage_brings_its_counterpart():
    one, step = reading().step(0)
    assert (step.move, step.offset, step.target) == (Move.LINKED, 1000, Target(FAR, 0.8))
    assert one.shown == Target(FAR, 0.8)


def test_the_follower_glides_in_step_within_a_passage():
    one = reading()
    offsets = []
    for lead in (0, 25, 50, 100):
        one, step = one.step(lead)
        offsets.append(step.offset)
    assert offsets == [1000, 1050, 1100, 1200]


@pytest.mark.parametrize("lead", [204, 250, 306, 350])
def test_without_a_counterpart_above_the_threshold_nothing_moves(lead):
    _, step = reading().step(lead)
    assert (step.move, step.offset, step.target) == (Move.NONE, None, None)


def test_a_lower_threshold_lets_weak_links_count():
    _, step = Follower(PASSAGES, LINKS, threshold=0.05).step(204)
    assert step.target == Target(WEAK, 0.1)


def test_a_good_place_is_not_left_for_one_hardly_better():
    one, _ = reading().step(50)
    _, step = one.step(180)
    assert step.target == Target(FAR, 0.85)


def test_a_much_better_counterpart_is_gone_to():
    one, _ = reading().step(50)
    _, step = one.step(450)
    assert step.target == Target(NEAR, 0.6)


def test_touching_the_next_passage_does_not_make_it_jump():
    one, _ = reading().step(90)
    one, step = one.step(204 - 10)
    assert step.move is Move.LINKED
    touched, step = one.step(204 + 3)
    assert (step.move, step.offset) == (Move.STAYS, None)
    _, step = touched.step(204 + 70)
    assert step.move is Move.NONE


def test_who_leads_by_whole_passages_reads_the_next_one_once_the_eye_is_in_it():
    one, _ = reading().step(102, eye=150)
    touched, step = one.step(204, eye=204 + 3)
    assert step.move is Move.STAYS
    _, step = touched.step(204, eye=204 + 50)
    assert step.move is Move.NONE
    back, step = one.step(0, eye=50)
    assert (step.move, step.target) == (Move.LINKED, Target(FAR, 0.8))
    assert back.row == 0


def test_a_pair_set_by_hand_is_reproduced_exactly():
    one = reading().calibrate(130, 2071).calibrate(330, 17)
    for lead, wanted in ((130, 2071), (330, 17), (130, 2071)):
        one, step = one.step(lead)
        assert (step.move, step.offset) == (Move.BY_HAND, wanted)


def test_around_a_pair_set_by_hand_the_follower_glides():
    one = reading().calibrate(152, 2080)
    offsets = []
    for lead in (102, 127, 152, 177, 202):
        one, step = one.step(lead)
        offsets.append(step.offset)
    assert offsets == [2000, 2040, 2080, 2090, 2100]


def test_a_pair_set_by_hand_is_a_counterpart_where_there_was_none():
    _, step = reading().calibrate(330, 17).step(340)
    assert (step.move, step.offset) == (Move.BY_HAND, 17)


def test_a_pair_set_by_hand_can_be_replaced_and_forgotten():
    one = reading().calibrate(330, 17).calibrate(330, 40)
    assert one.step(330)[1].offset == 40
    assert one.forget(306).step(330)[1].move is Move.NONE


def test_a_text_without_passages_has_no_counterparts():
    assert Follower((), {}).step(7)[1].move is Move.NONE


@given(
    st.lists(st.tuples(st.integers(0, 509), st.integers(0, 4000)), max_size=6),
    st.lists(st.integers(0, 509), min_size=1, max_size=30),
)
def test_whatever_was_read_before_pairs_by_hand_hold_and_nothing_else_moves(pairs, path):
    one = reading()
    for lead, follow in pairs:
        one = one.calibrate(lead, follow)
    held = dict(pairs)
    linked = {0, 1, 4} | {next(r for r in range(4, -1, -1) if PASSAGES[r].start <= p) for p in held}
    for lead in [*path, *held]:
        one, step = one.step(lead)
        row = next(r for r in range(4, -1, -1) if PASSAGES[r].start <= lead)
        if lead in held:
            assert step.offset == held[lead]
        elif row not in linked:
            assert step.offset is None
        if step.offset is not None:
            assert step.offset >= 0


def test_a_follower_is_made_of_what_is_shown_beside_each_passage():
    ovens, mills, stars = three()
    here, there = passage(ovens, "built an oven"), passage(mills, "owners of mills")
    shown = {
        here: [
            Related("stars", stars.passages[1].id, Locus("¶", 1), 0.9),
            Related("mills", there, Locus("¶", 2), 0.7),
            Related("mills", "gone", Locus("¶", 9), 0.9),
        ]
    }
    one = follower(ovens, mills, shown)
    start = ovens.passage(here).span.start
    _, step = one.step(start)
    assert step.target == Target(mills.passage(there).span, 0.7)
    assert step.offset == mills.passage(there).span.start
