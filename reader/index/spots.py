"""Occurrences as arrays, and how phrases and NEAR join them.

Linear in the occurrences, but for a binary search each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.index.shard import NO_DOCS, NO_PLACES, Docs, Layout, Mask, Places, Weights


@dataclass(frozen=True)
class Spots:
    """Occurrences: document, first coordinate, and the coordinate after the last, for each."""

    docs: Docs
    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.docs)

    @classmethod
    def joined(cls, parts: "Sequence[Spots]") -> "Spots":
        """Return all of them, ascending, each once."""
        parts = [part for part in parts if len(part)]
        if len(parts) < 2:
            return parts[0] if parts else NO_SPOTS
        starts = np.concatenate([part.starts for part in parts])
        ends = np.concatenate([part.ends for part in parts])
        docs = np.concatenate([part.docs for part in parts])
        order = np.lexsort((ends, starts))
        starts, ends, docs = starts[order], ends[order], docs[order]
        new = np.ones(len(starts), np.bool_)
        new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
        return cls(docs[new], starts[new], ends[new])

    def picked(self, keep: Mask) -> "Spots":
        """Return those for which ``keep`` is true."""
        return Spots(self.docs[keep], self.starts[keep], self.ends[keep])

    def within(self, docs: Docs) -> "Spots":
        """Return those in one of ``docs``, which ascend."""
        return self.picked(np.isin(self.docs, docs))

    def counted(self) -> tuple[Docs, Weights]:
        """Return the documents, ascending, and how many occurrences each has."""
        docs, counts = np.unique(self.docs, return_counts=True)
        return docs, counts.astype(np.float32)


NO_SPOTS = Spots(NO_DOCS, NO_PLACES, NO_PLACES)


def chained(left: Spots, right: Spots) -> Spots:
    """Return the occurrences of ``left`` that ``right`` follows at once in the same document."""
    low = np.searchsorted(right.starts, left.ends, "left")
    high = np.searchsorted(right.starts, left.ends, "right")
    parts = []
    for step in range(int((high - low).max(initial=0))):
        rows = np.flatnonzero(low + step < high)
        follow = low[rows] + step
        same = left.docs[rows] == right.docs[follow]
        rows, follow = rows[same], follow[same]
        parts.append(Spots(left.docs[rows], left.starts[rows], right.ends[follow]))
    return Spots.joined(parts)


def near(left: Spots, right: Spots, distance: int) -> Spots:
    """Return the occurrences on both sides with at most ``distance`` words between them."""
    here, there = _beside(left, right, distance), _beside(right, left, distance)
    return Spots.joined([left.picked(here), right.picked(there)])


def _beside(these: Spots, others: Spots, distance: int) -> Mask:
    """Say for each of ``these`` whether one of ``others`` stands near, before or after it."""
    if not len(these) or not len(others):
        return np.zeros(len(these), np.bool_)
    after = np.searchsorted(others.starts, these.ends, "left")
    reached = others.starts[np.minimum(after, len(others) - 1)]
    follows = (after < len(others)) & (reached - these.ends <= distance)
    ends = np.sort(others.ends)
    before = np.searchsorted(ends, these.starts, "right") - 1
    precedes = (before >= 0) & (these.starts - ends[np.maximum(before, 0)] <= distance)
    return follows | precedes


def around(spots: Spots, layout: Layout, reach: int) -> Docs:
    """Return the documents that hold a word at most ``reach`` words before or after ``spots``."""
    low = np.searchsorted(layout.bases, spots.starts - reach, "right") - 1
    high = np.searchsorted(layout.bases, spots.ends + reach, "right") - 1
    low = np.maximum(low, 0)
    steps = range(int((high - low).max(initial=0)) + 1)
    rows = [low[low + step <= high] + step for step in steps]
    return np.unique(np.concatenate(rows)).astype(np.int32) if len(spots) else NO_DOCS
