"""The collector rests while many values are made, and leaves those that stay alone."""

import gc

import pytest

from reader.model.collecting import without_collecting


@pytest.fixture(autouse=True)
def _thawed():
    yield
    gc.unfreeze()
    gc.enable()


def test_the_collector_rests_meanwhile_and_comes_back_even_after_an_error() -> None:
    def fail() -> None:
        with without_collecting():
            assert not gc.isenabled()
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert gc.isenabled()


def test_one_that_rested_already_is_left_at_rest() -> None:
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()


def test_what_stays_is_not_looked_through_again() -> None:
    with without_collecting(keep=True):
        made = [[row] for row in range(1000)]
    assert not any(one is made for one in gc.get_objects())
    with without_collecting():
        other = [[row] for row in range(1000)]
    assert any(one is other for one in gc.get_objects())
