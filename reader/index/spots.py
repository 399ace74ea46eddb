"""Occurrences as arrays, and how phrases and NEAR join them.

Linear in the occurrences, but for a binary search each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reader.index.shard import NO_PLACES, Docs, Layout, Mask, Places, Weights


@dataclass(frozen=True)
class Spots:
    """Occurrences, ascending: first coordinate, and the coordinate after the last, for each."""

    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.starts)

    @classmethod
    def joined(cls, parts: "Sequence[Spots]") -> "Spots":
        """Return all of them, ascending, each once."""
        parts = [part for part in parts if len(part)]
        if len(parts) < 2:
            return parts[0] if parts else NO_SPOTS
        return cls.of(
            np.concatenate([part.starts for part in parts]),
            np.concatenate([part.ends for part in parts]),
        )

    @classmethod
    def of(cls, starts: Places, ends: Places) -> "Spots":
        """Make some that come in any order, and more than once."""
        order = np.lexsort((ends, starts))
        starts, ends = starts[order], ends[order]
        new = np.ones(len(starts), np.bool_)
        new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
        return cls(starts[new], ends[new])

    def picked(self, keep: Mask) -> "Spots":
        """Return those for which ``keep`` is true."""
        return Spots(self.starts[keep], self.ends[keep])

    def living(self, layout: Layout) -> "Spots":
        """Return those in documents that were not replaced."""
        if layout.alive.all():
            return self
        return self.picked(layout.alive[layout.docs_at(self.starts)])

    def counted(self, layout: Layout) -> tuple[Docs, Weights]:
        """Return the documents, ascending, and how many occurrences each has."""
        docs = layout.docs_at(self.starts)
        new = np.ones(len(docs), np.bool_)  # they ascend: no need to sort
        new[1:] = docs[1:] != docs[:-1]
        firsts = np.flatnonzero(new)
        counts = np.empty(len(firsts), np.float32)
        counts[:-1] = firsts[1:] - firsts[:-1]
        counts[-1:] = len(docs) - firsts[-1:]
        return docs[firsts], counts


NO_SPOTS = Spots(NO_PLACES, NO_PLACES)


def ranged(lows: Any, highs: Any) -> Any:
    """Return the whole numbers of some half-open ranges, one range after the other.

    >>> ranged(np.array([3, 9]), np.array([5, 12])).tolist()
    [3, 4, 9, 10, 11]
    """
    counts = highs - lows
    steps = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(lows, counts) + steps


def chained(left: Spots, right: Spots, layout: Layout) -> Spots:
    """Return the occurrences of ``left`` that ``right`` follows at once in the same document."""
    low = np.searchsorted(right.starts, left.ends, "left")
    high = np.searchsorted(right.starts, left.ends, "right")
    rows, follow = np.repeat(np.arange(len(left)), high - low), ranged(low, high)
    same = layout.docs_at(left.starts[rows]) == layout.docs_at(right.starts[follow])
    return Spots.of(left.starts[rows[same]], right.ends[follow[same]])


def near(left: Spots, right: Spots, distance: int) -> Spots:
    """Return the occurrences on both sides with at most ``distance`` words between them."""
    after = (
        np.searchsorted(right.starts, left.ends, "left"),
        np.searchsorted(right.starts, left.ends + distance, "right"),
    )
    by_end = np.argsort(right.ends, kind="stable")
    ends = right.ends[by_end]
    before = (
        np.searchsorted(ends, left.starts - distance, "left"),
        np.searchsorted(ends, left.starts, "right"),
    )
    here = (after[0] < after[1]) | (before[0] < before[1])
    there = _covered(*after, len(right))
    there[by_end[_covered(*before, len(right))]] = True
    return Spots.joined([left.picked(here), right.picked(there)])


def around(spots: Spots, layout: Layout, reach: int) -> Docs:
    """Return the documents that hold a word at most ``reach`` words before or after ``spots``."""
    low = np.maximum(layout.docs_at(spots.starts - reach), 0)
    high = layout.docs_at(spots.ends + reach) + 1
    return np.flatnonzero(_covered(low, high, len(layout))).astype(np.int32)


def _covered(lows: Any, highs: Any, size: int) -> Mask:
    """Say for each number below ``size`` whether one of some ranges holds it."""
    begun = np.bincount(lows, minlength=size + 1) - np.bincount(highs, minlength=size + 1)
    return np.cumsum(begun)[:size] > 0
