"""Why two passages are related: the words, concepts and arguments they share, with places.

The shares of all pieces of evidence add up to 1: each signal's share of the log-odds above a pair
that has nothing in common, and within a signal each term's part of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reader.links.bags import Bag, Floats, rarity
from reader.links.features import BASE, Apparatus, TextFeatures
from reader.links.said import Places, concepts_in, names_in, sentences_in, words_in
from reader.links.signals import Signal
from reader.links.weights import Weights
from reader.model import Edition, Evidence, Span

#: A reason with a smaller share of the score is told with what remains: it would read 0 %.
_LEAST = 0.005
#: Terms told of each signal; what remains is told as one piece, so that the shares add up.
_TOLD = {Signal.WORDS: 10, Signal.CONCEPTS: 8, Signal.ARGUMENTS: 10, Signal.NAMES: 4}
_REST = {
    Signal.WORDS: "other words",
    Signal.CONCEPTS: "kindred concepts",
    Signal.ARGUMENTS: "other arguments",
    Signal.NAMES: "other names",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a pair.

    Attributes:
        edition: the text.
        features: prepared from it.
        row: of the passage among the content passages.
    """

    edition: Edition
    features: TextFeatures
    row: int

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return self.edition.passages[int(self.features.rows[self.row])].span

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.edition.text)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is told of a pair besides its score; see ``reader.model.Related``."""

    signals: dict[str, float]
    evidence: tuple[Evidence, ...]
    sentences: tuple[Span, Span] | None


def shares(values: Floats, weights: Weights) -> dict[str, float]:
    """Return the share of each signal in a score; adds up to 1, empty when all are 0."""
    parts = np.maximum(values.astype(np.float64) * weights.vector, 0)
    total = float(parts.sum())
    if total <= 0:
        return {}
    return {
        signal.value: float(part) / total
        for signal, part in zip(Signal, parts, strict=True)
        if part > 0
    }


def explain(
    here: Side, there: Side, values: Floats, weights: Weights, apparatus: Apparatus
) -> Explanation:
    """Return the reasons for the score of a pair.  About 1 ms, 4 ms where a passage is new.

    Args:
        here: the passage asked for.
        there: the passage found.
        values: of the signals, as kept with the pair.
        weights: with which the score was made.
        apparatus: with which both texts were prepared.
    """
    share = shares(values, weights)
    told: list[Evidence] = []
    a, b = here.features, there.features
    told += _terms(Signal.WORDS, share, _parts(a.words, b.words, here, there, BASE), here, there)
    told += _concepts(share, here, there, apparatus)
    told += _arguments(share, here, there, apparatus)
    told += _terms(Signal.NAMES, share, _parts(a.names, b.names, here, there, 0.0), here, there)
    told += _semantic(share)
    told += _kin(share, here, there)
    evidence = tuple(sorted(_added_up(told), key=_strongest_first))
    return Explanation(share, evidence, best_sentences(here, there, apparatus))


Parts = list[tuple[str, float]]
_Weighed = dict[str, float]


def _parts(a: Bag, b: Bag, here: Side, there: Side, base: float) -> Parts:
    """Return the shared terms of two rows with their part of the cosine, largest first."""
    weight_a, weight_b = rarity(a, b, base)
    left = _row(a, here.row, weight_a)
    right = _row(b, there.row, weight_b)
    products = {term: left[term] * right[term] for term in left.keys() & right.keys()}
    total = sum(products.values())
    if total <= 0:
        return []
    ordered = sorted(products.items(), key=lambda one: (-one[1], one[0]))
    return [(term, part / total) for term, part in ordered]


def _row(bag: Bag, row: int, weights: Floats) -> dict[str, float]:
    entries = _entries(bag, row)
    columns = bag.columns[entries]
    weighed = bag.counts[entries] * weights[columns]
    return dict(zip(bag.terms[columns].tolist(), weighed.tolist(), strict=True))


def _rarity_in(bag: Bag, row: int, weights: Floats) -> dict[str, float]:
    """Return the weight of each term of a row, whatever its count."""
    columns = bag.columns[_entries(bag, row)]
    return dict(zip(bag.terms[columns].tolist(), weights[columns].tolist(), strict=True))


def _entries(bag: Bag, row: int) -> slice:
    return slice(int(bag.starts[row]), int(bag.starts[row + 1]))


def _terms(
    signal: Signal, share: dict[str, float], parts: Parts, here: Side, there: Side
) -> list[Evidence]:
    find = words_in if signal is Signal.WORDS else names_in
    near, far = (find(side.text, side.span.start) for side in (here, there))
    found = [
        (_said(here, near[term]), part, near[term], far[term])
        for term, part in parts
        if near.get(term) and far.get(term)
    ]
    return _pieces(signal, share, found)


def _concepts(
    share: dict[str, float], here: Side, there: Side, apparatus: Apparatus
) -> list[Evidence]:
    parts = _parts(here.features.concepts, there.features.concepts, here, there, 0.0)
    near, far = (concepts_in(one.text, one.span.start, apparatus) for one in (here, there))
    found = [
        (_label(key, apparatus), part, _or_kin(near, key, apparatus), _or_kin(far, key, apparatus))
        for key, part in parts[: _TOLD[Signal.CONCEPTS]]
    ]
    return _pieces(Signal.CONCEPTS, share, found)


def _arguments(
    share: dict[str, float], here: Side, there: Side, apparatus: Apparatus
) -> list[Evidence]:
    product = here.features.profile[here.row] * there.features.profile[there.row]
    total = float(product.sum())
    if total <= 0:
        return _pieces(Signal.ARGUMENTS, share, [])
    best = np.argsort(-product, kind="stable")[: _TOLD[Signal.ARGUMENTS]]
    near, far = (words_in(side.text, side.span.start) for side in (here, there))
    found = []
    for row in best:
        columns = apparatus.words.columns[_entries(apparatus.words, int(row))]
        stems = apparatus.words.terms[columns].tolist()
        found.append(
            (
                apparatus.bridges[row].label,
                float(product[row]) / total,
                _places(near, stems),
                _places(far, stems),
            )
        )
    return _pieces(Signal.ARGUMENTS, share, [one for one in found if one[1] > 0])


def _semantic(share: dict[str, float]) -> list[Evidence]:
    part = share.get(Signal.SEMANTIC, 0.0)
    label = "the whole passage"
    return [Evidence(Signal.SEMANTIC.value, label, part)] if part else []


def _kin(share: dict[str, float], here: Side, there: Side) -> list[Evidence]:
    part = share.get(Signal.KIN, 0.0)
    if not part:
        return []
    return [
        Evidence(
            Signal.KIN.value,
            "passages like these",
            part,
            _spans_of_kin(here),
            _spans_of_kin(there),
        )
    ]


def _spans_of_kin(side: Side) -> tuple[Span, ...]:
    features = side.features
    rows = features.kin[side.row][features.kin_weight[side.row] > 0]
    passages = (side.edition.passages[int(features.rows[row])] for row in sorted(rows))
    return tuple(passage.span for passage in passages)


Found = tuple[str, float, tuple[Span, ...], tuple[Span, ...]]


def _pieces(signal: Signal, share: dict[str, float], found: Sequence[Found]) -> list[Evidence]:
    """Make evidence of the largest parts of a signal, and one piece of what remains."""
    whole = share.get(signal, 0.0)
    if not whole:
        return []
    told = [
        Evidence(signal.value, label, whole * part, near, far)
        for label, part, near, far in found[: _TOLD[signal]]
        if whole * part >= _LEAST
    ]
    rest = whole - sum(one.share for one in told)
    if rest > 1e-9:
        told.append(Evidence(signal.value, _REST[signal], rest))
    return told


def _strongest_first(one: Evidence) -> tuple[int, float, str, str]:
    """What stands in both passages first, then what stands in others, then what remains."""
    rank = 2 if not (one.here or one.there) else int(one.signal == Signal.KIN)
    return rank, -one.share, one.signal, one.label


def _added_up(told: list[Evidence]) -> list[Evidence]:
    total = sum(one.share for one in told)
    return [replace(one, share=one.share / total) for one in told] if total else []


def _label(key: str, apparatus: Apparatus) -> str:
    row = apparatus.column.get(key)
    return key if row is None else apparatus.bridges[row].label


def _or_kin(places: Places, key: str, apparatus: Apparatus) -> tuple[Span, ...]:
    """Return where a concept stands, or else where those stand that lent it their weight."""
    if key in places:
        return places[key]
    near = (other for other in places if key in apparatus.glossary.related(other))
    return tuple(sorted(span for other in near for span in places[other]))


def _places(places: Places, stems: Iterable[str]) -> tuple[Span, ...]:
    return tuple(sorted(span for stem in stems for span in places.get(stem, ())))


def _said(side: Side, spans: tuple[Span, ...]) -> str:
    return spans[0].of(side.edition.text).lower()


def best_sentences(here: Side, there: Side, apparatus: Apparatus) -> tuple[Span, Span] | None:
    """Return the sentences of the two passages that have most in common, or None.

    Words count by rarity in both texts, concepts named as much as a rare word.
    """
    rare_here, rare_there = rarity(here.features.words, there.features.words, BASE)
    near = _sentence_bags(here, apparatus, rare_here)
    far = _sentence_bags(there, apparatus, rare_there)
    best: tuple[float, Span, Span] | None = None
    for span, bag, length in near:
        for other, other_bag, other_length in far:
            alike = _cosine(bag, length, other_bag, other_length)
            if alike > 0 and (best is None or alike > best[0]):
                best = (alike, span, other)
    return best and (best[1], best[2])


def _sentence_bags(
    side: Side, apparatus: Apparatus, rare: Floats
) -> list[tuple[Span, _Weighed, float]]:
    """Return each sentence with the weights of its terms and its length."""
    value = _rarity_in(side.features.words, side.row, rare)
    bags = []
    for one in sentences_in(side.text, side.span.start, apparatus):
        bag = {stem: value.get(stem, BASE) for stem in one.stems}
        bag |= {f"concept:{key}": 2 * BASE for key in one.concepts}
        bags.append((one.span, bag, sum(weight**2 for weight in bag.values())))
    return bags


def _cosine(a: _Weighed, length_a: float, b: _Weighed, length_b: float) -> float:
    """Cosine with both lengths raised, so that two short sentences do not win by one word."""
    common = sum(a[term] * b[term] for term in a if term in b)
    return common / math.sqrt((length_a + 100) * (length_b + 100)) if common else 0.0
