from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.apparatus import load_glossary
from reader.links import WEIGHTS, concept_bridges, equip, prepare, read_arguments, relate
from reader.links.features import key_of
from reader.model import Cancelled, Progress
from tests.links.texts import ARGUMENTS, MILLS, OVENS, apparatus, edition, glossary, three

PASSAGES = st.lists(
    st.text(alphabet="ab é\n.,😀ßİ 文", max_size=40).map(str.strip), min_size=1, max_size=5
).map(tuple)


def features(*editions):
    tools = apparatus()
    return [prepare(one, tools) for one in editions]


def test_passages_that_speak_of_the_same_come_first():
    ovens, mills, _ = three()
    a, b = features(ovens, mills)
    asks = a.ids.index(ovens.passages[3].id)
    best, score, _ = relate(a, b).seen_from("ovens").ranked(asks, WEIGHTS)[0]
    assert mills.passages[int(b.rows[best])].span.of(mills.text).startswith("The owners of mills")
    assert score > 0.5


def test_texts_that_have_nothing_to_say_to_one_another_stay_silent():
    known = load_glossary().value
    tools = equip(known, [*read_arguments(), *concept_bridges(known.concepts)])
    a, b, c = (prepare(one, tools) for one in three())
    for one in (a, b):
        found = relate(one, c)
        for row in range(len(one)):
            ranked = found.seen_from(one.work).ranked(row, WEIGHTS)
            assert all(score < 0.3 for _, score, _ in ranked)


def test_the_order_of_the_texts_does_not_matter():
    ovens, mills, _ = three()
    a, b = features(ovens, mills)
    one, other = relate(a, b), relate(b, a)
    assert (one.a, one.b) == (other.a, other.b) == ("mills", "ovens")
    assert (one.forward.targets == other.forward.targets).all()
    assert (one.backward.signals == other.backward.signals).all()


def test_both_directions_tell_the_same_score():
    ovens, mills, _ = three()
    a, b = features(ovens, mills)
    pairs = relate(a, b)
    forward = {
        (row, target): score
        for row in range(len(a))
        for target, score, _ in pairs.seen_from("ovens").ranked(row, WEIGHTS)
    }
    backward = {
        (target, row): score
        for row in range(len(b))
        for target, score, _ in pairs.seen_from("mills").ranked(row, WEIGHTS)
    }
    common = forward.keys() & backward.keys()
    assert common
    assert all(forward[pair] == pytest.approx(backward[pair]) for pair in common)


def test_the_same_texts_give_the_same_bits():
    ovens, mills, _ = three()
    one, other = relate(*features(ovens, mills)), relate(*features(ovens, mills))
    assert one.forward.signals.tobytes() == other.forward.signals.tobytes()
    assert one.forward.targets.tobytes() == other.forward.targets.tobytes()


def test_headings_are_neither_asked_nor_found():
    (a,) = features(edition("ovens", OVENS))
    assert 0 not in a.rows.tolist()
    assert len(a) == len(OVENS) - 1


def test_a_third_text_changes_nothing_between_two():
    ovens, mills, stars = three()
    alone = relate(*features(ovens, mills))
    with_stars = features(ovens, mills, stars)
    assert (relate(with_stars[0], with_stars[1]).forward.signals == alone.forward.signals).all()


@given(PASSAGES, PASSAGES)
def test_any_texts_can_be_compared(one, other):
    a, b = features(edition("one", one), edition("other", other))
    pairs = relate(a, b)
    for row in range(len(a)):
        for target, score, values in pairs.seen_from("one").ranked(row, WEIGHTS):
            assert 0 <= target < len(b)
            assert 0 <= score <= 1
            assert np.isfinite(values).all()
            assert (values >= 0).all()


def test_a_text_without_content_has_nothing_to_compare():
    a, b = features(edition("empty", ("# Only a heading",)), edition("mills", MILLS))
    assert not a
    pairs = relate(a, b)
    assert pairs.seen_from("mills").ranked(0, WEIGHTS) == []


def test_long_texts_are_taken_in_stretches():
    long = edition("long", tuple(f"{MILLS[1 + n % 5]} Number {n}." for n in range(900)))
    a, b = features(long, edition("ovens", OVENS))
    assert [start for start, _ in a.stretches()] == [0, 400, 800]
    pairs = relate(a, b)
    found = pairs.seen_from("ovens").ranked(2, WEIGHTS)
    assert {target % 5 for target, _, _ in found} == {1}
    assert all(0 <= target < 900 for target, _, _ in found)


def test_features_of_different_glossaries_cannot_be_compared():
    ovens, mills, _ = three()
    other = prepare(mills, equip(glossary(), ARGUMENTS))
    with pytest.raises(ValueError, match="apparatus"):
        relate(prepare(ovens, apparatus()), other)


def test_the_key_of_a_text_depends_on_words_division_and_work():
    ovens = edition("ovens", OVENS)
    assert key_of(ovens) == key_of(edition("ovens", OVENS))
    assert key_of(ovens) != key_of(edition("ovens", OVENS[:-1]))
    assert key_of(ovens) != key_of(edition("other", OVENS))
    assert key_of(ovens) != key_of(replace(ovens, passages=ovens.passages[:-1]))


def test_the_reader_can_stop():
    ovens, mills, _ = three()
    stop = Progress(lambda _share, _words: None, lambda: True)
    with pytest.raises(Cancelled):
        prepare(ovens, apparatus(), stop)
    with pytest.raises(Cancelled):
        relate(*features(ovens, mills), stop)


def test_a_text_in_another_language_meets_only_in_what_both_name():
    italian = edition(
        "forni",
        (
            "Il forno apparteneva a tutti, e ogni famiglia portava il suo pane una volta.",
            "Anche qui si ricorda Agnes Harrow, che nel 1842 teneva il sale.",
        ),
    )
    a, b = features(italian, edition("ovens", OVENS))
    pairs = relate(a, b)
    assert all(
        s < 0.3 for row in (0, 1) for _, s, _ in pairs.seen_from("forni").ranked(row, WEIGHTS)
    )


def test_one_passage_against_many_is_compared():
    a, b = features(edition("one", (OVENS[3],)), edition("mills", MILLS))
    assert relate(a, b).seen_from("one").ranked(0, WEIGHTS)[0][0] == 1
