"""How well a passage answers: BM25 over the leaves of a query.

Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009),
formula 3.15 with its usual constants; the collection is all shards together.
"""

from collections.abc import Sequence
from math import log
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from reader.index.evaluate import Evaluation
from reader.index.query import Fuzzy, Leaf, Phrase, Query, Wild
from reader.index.resolve import bonuses, positive_leaves
from reader.index.shard import Docs

Scores: TypeAlias = npt.NDArray[np.float64]

_K1, _B = 1.2, 0.75
#: Words typed apart that stand side by side count this much of a leaf of their own.
_SIDE_BY_SIDE = 1.5
#: Postings of which the places are read for that bonus; beyond, it would cost over 20 ms.
_BONUS_POSTINGS = 60_000


def scores(query: Query, found: Sequence[tuple[Evaluation, Docs]]) -> list[Scores]:
    """Return the score of each document found, shard by shard."""
    layouts = [evaluation.shard.layout for evaluation, _docs in found]
    living = sum(int(layout.alive.sum()) for layout in layouts)
    words = sum(int(layout.lengths.sum()) for layout in layouts)
    mean = max(words / max(sum(len(layout) for layout in layouts), 1), 1.0)
    totals = [np.zeros(len(layout), np.float64) for layout in layouts]
    norms = [1 - _B + _B * layout.lengths / mean for layout in layouts]
    for leaf, boost in _weighted(query, found):
        matches = [evaluation.match(leaf, docs) for evaluation, docs in found]
        rarity = _rarity(living, leaf, found) * boost
        for match, total, norm in zip(matches, totals, norms, strict=True):
            weights = match.weights
            gain = weights * (_K1 + 1) / (weights + _K1 * norm[match.docs])
            total[match.docs] += rarity * gain
    return [total[docs] for total, (_evaluation, docs) in zip(totals, found, strict=True)]


def _rarity(living: int, leaf: Leaf, found: Sequence[tuple[Evaluation, Docs]]) -> float:
    """Return the logarithm of how rare a leaf is, about: common words are not read for it."""
    frequency = min(sum(evaluation.frequency(leaf) for evaluation, _docs in found), living)
    return log(1 + (living - frequency + 0.5) / (frequency + 0.5))


def _weighted(query: Query, found: Sequence[tuple[Evaluation, Docs]]) -> list[tuple[Leaf, float]]:
    leaves = [(leaf, 1.0) for leaf in positive_leaves(query)]
    cheap = [leaf for leaf in bonuses(query) if _cost(leaf, found) <= _BONUS_POSTINGS]
    return leaves + [(leaf, _SIDE_BY_SIDE) for leaf in cheap]


def _cost(leaf: Leaf, found: Sequence[tuple[Evaluation, Docs]]) -> int:
    """Return how many postings a phrase reads."""
    if not isinstance(leaf, Phrase):
        return 0
    return sum(
        evaluation.shard.vocabulary.count(word)
        for evaluation, _docs in found
        for part in leaf.parts
        if not isinstance(part, Wild | Fuzzy)
        for word in evaluation.forms(part).words
    )
