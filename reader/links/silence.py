"""What may stand in for a concept that an author never names: guesses, with their contexts.

The passages that come nearest to the concept's stepping stone speak of its matter; the concepts
they name, rare ones and kindred ones first, are what this author has in its place.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from reader.links.features import Apparatus, TextFeatures
from reader.model import Edition, Span

#: Passages looked at, nearest first.
_NEAREST = 6


@dataclass(frozen=True, slots=True)
class StandIn:
    """A concept that may stand in for another.

    Attributes:
        concept: its key.
        label: its name for people.
        weight: how strongly it suggests itself; comparable within one answer only.
        places: where it is named in the passages that suggest it.
        contexts: these passages, nearest to the missing concept first.
    """

    concept: str
    label: str
    weight: float
    places: tuple[Span, ...]
    contexts: tuple[Span, ...]


def stand_ins(
    concept: str, edition: Edition, features: TextFeatures, apparatus: Apparatus, count: int = 5
) -> tuple[StandIn, ...]:
    """Return what may stand in for ``concept``, the likeliest first.

    Empty when no passage comes near to the concept, or the glossary does not know it.

    Args:
        concept: key of the concept.
        edition: a text that does not name it, or seldom does.
        features: prepared from it.
        apparatus: with which they were prepared.
        count: at most so many.
    """
    column = apparatus.column.get(concept)
    if column is None or not features:
        return ()
    near = features.profile[:, column]
    order = [int(row) for row in np.argsort(-near, kind="stable")[:_NEAREST] if near[row] > 0]
    spans = [edition.passages[int(row)].span for row in features.rows]
    named = [apparatus.glossary.find(span.of(edition.text)) for span in spans]
    frequency = Counter(key for found in named for key in {key for key, _ in found})
    kindred = apparatus.glossary.related(concept)
    weight: dict[str, float] = {}
    for row in order:
        for key, times in Counter(key for key, _ in named[row]).items():
            rare = math.log((1 + len(named)) / (1 + frequency[key]))
            part = float(near[row]) * math.sqrt(times) * rare * (1 + kindred.get(key, 0.0))
            weight[key] = weight.get(key, 0.0) + part
    weight.pop(concept, None)
    best = sorted(weight.items(), key=lambda one: (-one[1], one[0]))[:count]
    label = {key: apparatus.bridges[row].label for key, row in apparatus.column.items()}
    return tuple(
        StandIn(
            key,
            label.get(key, key),
            round(total, 4),
            tuple(
                span.shift(spans[row].start)
                for row in sorted(order)
                for other, span in named[row]
                if other == key
            ),
            tuple(spans[row] for row in order if key in {other for other, _ in named[row]}),
        )
        for key, total in best
        if total > 0
    )
