import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.links.bags import collect, dot, likeness, rarity, shared, weigh

ROWS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=8), min_size=1, max_size=6)


@given(ROWS)
def test_dense_holds_every_count(rows):
    bag = collect(rows)
    table = bag.dense(np.ones(len(bag.terms), dtype=np.float32))
    for at, row in enumerate(rows):
        for column, term in enumerate(bag.terms):
            assert table[at, column] == row.count(term)


@given(ROWS, st.data())
def test_a_slice_is_the_bag_of_its_rows(rows, data):
    bag = collect(rows)
    start = data.draw(st.integers(0, len(rows)))
    end = data.draw(st.integers(start, len(rows)))
    part = bag.slice(start, end)
    ones = np.ones(len(bag.terms), dtype=np.float32)
    kept = np.isin(bag.terms, part.terms)
    assert set(part.terms) == {term for row in rows[start:end] for term in row}
    assert (part.dense(ones[: len(part.terms)]) == bag.dense(ones)[start:end][:, kept]).all()


@given(ROWS, ROWS)
def test_likeness_is_a_symmetric_cosine(left, right):
    a, b = collect(left), collect(right)
    table = likeness(a, b, 1.0)
    assert table.shape == (len(left), len(right))
    assert ((table >= 0) & (table <= 1.0001)).all()
    assert np.allclose(table, likeness(b, a, 1.0).T, atol=1e-5)


@given(ROWS)
def test_a_row_is_most_like_itself(rows):
    bag = collect(rows)
    table = likeness(bag, bag, 1.0)
    for at, row in enumerate(rows):
        assert abs(table[at, at] - (1.0 if row else 0.0)) < 1e-4


def test_a_rare_term_weighs_more_than_a_common_one():
    bag = collect([["work", "salt"], ["work"], ["work"]])
    weight, _ = rarity(bag, bag, 0.0)
    column = {term: at for at, term in enumerate(bag.terms.tolist())}
    assert weight[column["salt"]] > weight[column["work"]]


def test_bags_without_a_common_term_are_not_alike():
    a, b = collect([["x"]]), weigh([{"y": 2.0}, {}])
    assert likeness(a, b, 1.0).tolist() == [[0.0, 0.0]]
    assert [len(one) for one in shared(a, b)] == [0, 0]


def test_empty_bags_compare_to_nothing():
    assert likeness(collect([[]]), collect([["x"]]), 1.0).tolist() == [[0.0]]
    assert likeness(collect([]), collect([["x"]]), 1.0).shape == (0, 1)


@given(st.integers(0, 1000), st.integers(1, 300))
def test_a_product_does_not_depend_on_the_order_of_its_sums(seed, width):
    rng = np.random.default_rng(seed)
    left = rng.random((3, width), dtype=np.float32)
    right = rng.random((width, 4), dtype=np.float32)
    order = rng.permutation(width)
    assert dot(left, right).tobytes() == dot(left[:, order], right[order]).tobytes()


def test_a_long_word_does_not_make_room_for_itself_in_every_term():
    bag = collect([[str(number) for number in range(200_001)], ["x" * 10_000]])
    assert bag.terms.nbytes < 2_000_000
    assert bag.slice(1, 2).terms.tolist() == ["x" * 10_000]
