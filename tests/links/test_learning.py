import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.links import WEIGHTS, Judged, Signal, learn
from reader.links.learning import _INERTIA

VALUES = st.lists(st.floats(0, 1, width=16), min_size=len(Signal), max_size=len(Signal))
VERDICTS = st.lists(
    st.builds(lambda v, a: Judged(np.array(v, dtype=np.float32), a), VALUES, st.booleans()),
    max_size=30,
)


def judged(accepted, **values):
    table = [values.get(signal.value, 0.0) for signal in Signal]
    return Judged(np.array(table, dtype=np.float32), accepted)


def test_without_verdicts_nothing_changes():
    learned = learn([])
    assert learned.weights == WEIGHTS
    assert learned.changes == {}


def test_links_rejected_for_their_words_make_words_count_less():
    learned = learn([judged(False, words=0.6)] * 20)
    assert learned.weights.words < WEIGHTS.words
    assert learned.weights.concepts == WEIGHTS.concepts
    assert learned.changes[Signal.WORDS] < 1
    assert learned.stricter > 0
    assert (learned.accepted, learned.rejected) == (0, 20)


def test_links_accepted_for_their_concepts_make_concepts_count_more():
    learned = learn([judged(True, concepts=0.5)] * 10)
    assert learned.weights.concepts > WEIGHTS.concepts
    assert learned.stricter < 0


def test_one_verdict_moves_little_and_a_thousand_not_over_the_bounds():
    one = learn([judged(False, words=0.5)])
    assert WEIGHTS.words * 0.9 < one.weights.words < WEIGHTS.words
    many = learn([judged(False, words=0.9, kin=1.0)] * 1000)
    assert many.weights.words >= WEIGHTS.words / 2
    assert many.stricter <= 1.0001


def test_one_verdict_on_a_pair_with_many_signals_moves_its_like_little():
    pair = judged(True, **{signal.value: 0.4 for signal in Signal})
    learned = learn([pair])
    before, after = (
        float(one.vector @ pair.signals) + one.offset for one in (WEIGHTS, learned.weights)
    )
    assert 0 < after - before < 8 / _INERTIA
    evening = learn([pair] * 40).weights
    assert float(evening.vector @ pair.signals) + evening.offset - before > after - before


@given(VERDICTS)
def test_bounds_hold_and_the_order_of_verdicts_does_not_matter(verdicts):
    learned = learn(verdicts)
    assert learned.weights == learn(verdicts[::-1]).weights
    for signal in Signal:
        if signal is Signal.SEMANTIC:  # nothing without a model
            assert learned.weights.of(signal) == 0
            continue
        assert 0.499 <= learned.weights.of(signal) / WEIGHTS.of(signal) <= 2.001
