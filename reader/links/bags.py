"""Sparse tables of counts: rows are passages, columns are terms.

Only what the signals need, on plain numpy arrays, so that a text of a thousand passages costs
some hundred kilobytes and is stored and read without objects.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
#: Terms are strings of one width, or above ``_MANY`` objects.
Terms = NDArray[Any]

#: Terms of more than some hundred passages: kept as objects, since an array of one width gives
#: every term the room of the longest (1.4 million terms of a long book took 2 GB so).
_MANY = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Counts of terms by row, in compressed rows.

    Attributes:
        terms: all terms, ascending; a column is a position in it.
        starts: one more than rows; row ``r`` holds the entries from ``starts[r]`` on.
        columns: of the entries, ascending within a row.
        counts: of the entries, above zero.
    """

    terms: Terms
    starts: Ints
    columns: Ints
    counts: Floats

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.starts) - 1

    @property
    def row_of_entry(self) -> Ints:
        """The row of each entry."""
        return np.repeat(np.arange(self.rows, dtype=np.int32), np.diff(self.starts))

    @property
    def row_frequency(self) -> Floats:
        """In how many rows each term stands."""
        return np.bincount(self.columns, minlength=len(self.terms)).astype(np.float32)

    def dense(self, weights: Floats, chosen: Ints | None = None) -> Floats:
        """Return counts times ``weights``, row by row; of the columns ``chosen`` only.

        Args:
            weights: one for each term.
            chosen: ascending columns; None means all.
        """
        values = self.counts * weights[self.columns]
        if chosen is None:
            table = np.zeros((self.rows, len(self.terms)), dtype=np.float32)
            table[self.row_of_entry, self.columns] = values
            return table
        place = np.full(len(self.terms), -1, dtype=np.int32)
        place[chosen] = np.arange(len(chosen), dtype=np.int32)
        at = place[self.columns]
        kept = at >= 0
        table = np.zeros((self.rows, len(chosen)), dtype=np.float32)
        table[self.row_of_entry[kept], at[kept]] = values[kept]
        return table

    def slice(self, start: int, end: int) -> Bag:
        """Return the rows from ``start`` to before ``end`` as a bag of the terms they have."""
        first, last = self.starts[start], self.starts[end]
        used, columns = np.unique(self.columns[first:last], return_inverse=True)
        return Bag(
            as_terms(self.terms[used].tolist()),
            self.starts[start : end + 1] - first,
            columns.astype(np.int32),
            self.counts[first:last],
        )

    def norms(self, weights: Floats) -> Floats:
        """Return the length of each row with ``weights``; never zero."""
        squares = (self.counts * weights[self.columns]) ** 2
        sums = np.bincount(self.row_of_entry, weights=squares, minlength=self.rows)
        return np.maximum(np.sqrt(sums), 1e-6).astype(np.float32)


def collect(rows: Iterable[Iterable[str]], power: float = 1.0) -> Bag:
    """Count the terms of each row; counts are raised to ``power``, which damps repetition."""
    return weigh(map(Counter, rows), power)


def weigh(rows: Iterable[Mapping[str, float]], power: float = 1.0) -> Bag:
    """Make a bag of rows whose terms already carry a weight; rows are not held."""
    number: dict[str, int] = {}
    starts, met, counts = array("i", [0]), array("i"), array("f")
    for row in rows:
        for term in sorted(row):
            met.append(number.setdefault(term, len(number)))
            counts.append(float(row[term]) ** power)
        starts.append(len(met))
    terms = sorted(number)
    column = np.zeros(len(terms), dtype=np.int32)
    column[[number[term] for term in terms]] = np.arange(len(terms), dtype=np.int32)
    return Bag(
        as_terms(terms),
        np.array(starts, dtype=np.int32),
        column[np.array(met, dtype=np.int32)],
        np.array(counts, dtype=np.float32),
    )


def as_terms(terms: list[str]) -> Terms:
    """Return ascending terms as an array."""
    return np.array(terms, dtype=np.str_ if len(terms) <= _MANY else object)


def shared(a: Bag, b: Bag) -> tuple[Ints, Ints]:
    """Return the columns in ``a`` and in ``b`` of the terms that both have."""
    _, in_a, in_b = np.intersect1d(a.terms, b.terms, assume_unique=True, return_indices=True)
    return in_a.astype(np.int32), in_b.astype(np.int32)


@lru_cache(maxsize=64)
def rarity(a: Bag, b: Bag, base: float) -> tuple[Floats, Floats]:
    """Return the weights of the terms of both bags by how few passages of the two have them.

    ``base`` is added to the logarithm: the higher, the less rare words outweigh the themes that
    two texts share.  The last answers are remembered.
    """
    frequency_a, frequency_b = a.row_frequency, b.row_frequency
    in_a, in_b = shared(a, b)
    both = frequency_a[in_a] + frequency_b[in_b]
    frequency_a[in_a], frequency_b[in_b] = both, both
    total = 1.0 + a.rows + b.rows
    weight_a = np.log(total / (1.0 + frequency_a)) + base
    weight_b = np.log(total / (1.0 + frequency_b)) + base
    return weight_a.astype(np.float32), weight_b.astype(np.float32)


def dot(left: Floats, right: Floats) -> Floats:
    """Multiply two tables so that the same bits come out on any number of processors.

    Sums of single numbers depend on the order in which a machine's library adds them up; sums
    of double ones, rounded, do not.
    """
    product = left.astype(np.float64) @ right.astype(np.float64)
    return np.round(product, 6).astype(np.float32)


def likeness(a: Bag, b: Bag, base: float) -> Floats:
    """Return the cosine of each row of ``a`` with each row of ``b``, terms weighted by rarity.

    Cost: rows of a x rows of b x shared terms; 3 ms for two essays.
    """
    if not len(a.terms) or not len(b.terms):
        return np.zeros((a.rows, b.rows), dtype=np.float32)
    weight_a, weight_b = rarity(a, b, base)
    in_a, in_b = shared(a, b)
    left = a.dense(weight_a, in_a) / a.norms(weight_a)[:, None]
    right = b.dense(weight_b, in_b) / b.norms(weight_b)[:, None]
    return dot(left, right.T)
