"""How well an order of leaves reads: its turns, where it begins and where it ends."""

import itertools
from collections.abc import Sequence

from reader.restore.turns import Turns

#: Nats for a beginning without a capital, for one with the title of the whole, and for an end
#: inside a sentence.
_START_LOW, _START_TITLE, _END_OPEN = -3.0, 5.0, -2.0


def path_inside(turns: Turns, rows: Sequence[int]) -> float:
    """Return how well leaves read on from one to the next."""
    return sum(turns.score(left, right) for left, right in itertools.pairwise(rows))


def path_score(turns: Turns, rows: Sequence[int]) -> float:
    """Return how well a whole order reads, its beginning and end included."""
    return path_inside(turns, rows) + edge_score(turns, rows[0], rows[-1])


def edge_score(turns: Turns, first: int, last: int) -> float:
    """Return how well a text may begin with one leaf and end with another."""
    return begins(turns, first) + ends(turns, last)


def begins(turns: Turns, row: int) -> float:
    """Return how well a text may begin with a leaf, in nats."""
    if turns.edges[row].first[:1].islower():
        return _START_LOW
    return _START_TITLE if row == turns.title else 0.0


def ends(turns: Turns, row: int) -> float:
    """Return how well a text may end with a leaf, in nats."""
    edges = turns.edges[row]
    return 0.0 if edges.stop or edges.entries[0] else _END_OPEN
