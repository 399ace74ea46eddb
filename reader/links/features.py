"""What the signals need to know of one text, computed once and kept.

``prepare`` looks at one edition alone (and at the glossary and the stepping stones), so that a
text added to a library leaves everything known of the others as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reader.links.bags import Bag, Floats, Ints, collect, dot, likeness, shared, weigh
from reader.links.bridges import Bridge, usable
from reader.links.words import names, tokens
from reader.model import NO_PROGRESS, Edition, PassageKind, Progress, Span
from reader.model.digests import sha256

#: Changed whenever scores may change; stored links of another method are computed anew.
METHOD = "related-4"

#: Kinds of passages that say something.  Headings give context, the others are apparatus.
CONTENT = frozenset({PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE})

#: Power of a word's count in a passage, and what is added to the logarithm of its rarity.
#: Measured on the judged passages: 0.75 and 2 stand on a plateau of nDCG@5 0.46; the usual
#: logarithms of both reach 0.42.
DAMPING, BASE = 0.75, 2.0
#: Passages of the same text that a passage may borrow from.
_KIN = 5
#: Passages compared at a time: bounds memory, and kin are looked for in the same stretch.
STRETCH = 400
#: Share of a concept's count that goes to a concept fully related to it.  Without any, concepts
#: alone reach nDCG@5 0.44, with 0.15 to 0.4 0.51 to 0.53.
LENT = 0.2


class Glossary(Protocol):
    """The part of the glossary that is used here."""

    def find(self, text: str, /) -> Iterable[tuple[str, Span]]:
        """Return the concepts named in ``text`` with their places."""

    def related(self, key: str, /) -> Mapping[str, float]:
        """Return the concepts near to ``key``, with the weight of the relation, 0 to 1."""


class Encoder(Protocol):
    """A sentence model; see ``reader.links.semantic``."""

    @property
    def id(self) -> str:
        """What tells this model from others."""

    def encode(self, texts: Sequence[str], progress: Progress = ..., /) -> Floats:
        """Return a direction of length 1 for each text."""


@dataclass(frozen=True, slots=True, eq=False)
class TextFeatures:
    """One text as the signals see it.

    Attributes:
        edition: id of the edition.
        work: short id of the work.
        key: of the text as divided; see ``key_of``.
        apparatus: hash of the glossary and stepping stones used.
        rows: rows of the content passages in the edition.
        ids: their passage ids.
        words: content words and neighbouring pairs of them (``left right``), damped.
        concepts: concepts named and those near to them, damped.
        names: persons, places and works named, and years, damped.
        profile: nearness to each stepping stone, rows by stones, rows of length 1 or 0.
        meaning: directions by a sentence model, rows of length 1; no columns without a model.
        kin: rows of the most similar passages of the same text, rows by ``_KIN``.
        kin_weight: how far to listen to each; rows add up to 1 or are 0.
    """

    edition: str
    work: str
    key: str
    apparatus: str
    rows: Ints
    ids: tuple[str, ...]
    words: Bag
    concepts: Bag
    names: Bag
    profile: Floats
    meaning: Floats
    kin: Ints
    kin_weight: Floats

    def __len__(self) -> int:
        return len(self.ids)

    def stretches(self) -> Iterator[tuple[int, TextFeatures]]:
        """Yield the text in stretches that hold their own kin, each with its first row."""
        for start in range(0, len(self), STRETCH):
            yield start, self.stretch(start)

    def stretch(self, start: int) -> TextFeatures:
        """Return the stretch that begins with row ``start``."""
        return self._part(start, min(start + STRETCH, len(self)))

    def _part(self, start: int, end: int) -> TextFeatures:
        if start == 0 and end == len(self):
            return self
        return replace(
            self,
            rows=self.rows[start:end],
            ids=self.ids[start:end],
            words=self.words.slice(start, end),
            concepts=self.concepts.slice(start, end),
            names=self.names.slice(start, end),
            profile=self.profile[start:end],
            meaning=self.meaning[start:end],
            kin=self.kin[start:end] - start,
            kin_weight=self.kin_weight[start:end],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Apparatus:
    """Glossary and stepping stones, made ready once for all texts.

    Attributes:
        glossary: the concepts.
        bridges: the stepping stones, by key.
        words: their words, one row for each.
        column: of each concept that has a stone, its row in ``bridges``.
        relations: how much of each stone goes over to each other, square.
        encoder: sentence model, where one is installed.
        id: hash of it all; features of another apparatus are not comparable.
    """

    glossary: Glossary
    bridges: tuple[Bridge, ...]
    words: Bag
    column: Mapping[str, int]
    relations: Floats
    encoder: Encoder | None
    id: str


def equip(
    glossary: Glossary, bridges: Iterable[Bridge], encoder: Encoder | None = None
) -> Apparatus:
    """Make glossary and stepping stones ready; the order of ``bridges`` does not matter.

    Args:
        glossary: the concepts.
        bridges: the stepping stones.
        encoder: from ``load_encoder``, for those who have the optional extra.
    """
    stones = usable(bridges)
    words = collect([_stems(f"{one.label}. {one.text}") for one in stones])
    concept = {one.key.removeprefix("concept:"): row for row, one in enumerate(stones)}
    column = {key: row for key, row in concept.items() if not key.startswith("argument:")}
    relations = np.zeros((len(stones), len(stones)), dtype=np.float32)
    for key, row in column.items():
        for near, share in sorted(glossary.related(key).items()):
            if near in column:
                relations[row, column[near]] = share
    told = [
        METHOD,
        encoder.id if encoder else "",
        *(f"{one.key}\x1e{one.label}\x1e{one.text}" for one in stones),
    ]
    digest = sha256("\x1f".join(told).encode() + relations.tobytes())
    return Apparatus(glossary, stones, words, column, relations, encoder, digest.hexdigest()[:16])


def key_of(edition: Edition) -> str:
    """Return the hash of a text and its division, by which all that is computed is kept."""
    told = [edition.work.id, edition.sha256]
    told += [f"{one.id} {one.kind.value}" for one in edition.passages]
    return sha256("\n".join(told).encode()).hexdigest()[:32]


def prepare(
    edition: Edition, apparatus: Apparatus, progress: Progress = NO_PROGRESS
) -> TextFeatures:
    """Return what the signals need to know of ``edition``.

    Depends on the edition and the apparatus alone.  About 60 ms for ten thousand words.

    Raises:
        Cancelled: the reader wants to stop.
    """
    content = [row for row, one in enumerate(edition.passages) if one.kind in CONTENT]
    passages = [edition.passages[row] for row in content]
    named, cited = list[Counter[str]](), list[list[str]]()

    def counted() -> Iterator[dict[str, float]]:
        for at, passage in enumerate(passages):
            if at % 16 == 0:
                progress.step(0.6 * at / len(passages), edition.work.title)
            text = edition.words_of(passage)
            named.append(Counter(key for key, _ in apparatus.glossary.find(text)))
            cited.append([one.stem for one in names(text)])
            yield _counted(_stems(text))

    words = weigh(counted())
    progress.step(0.65, edition.work.title)
    profile = _profile(words, named, apparatus)
    kin, kin_weight = _kin(words, profile, progress)
    return TextFeatures(
        edition=edition.id,
        work=edition.work.id,
        key=key_of(edition),
        apparatus=apparatus.id,
        rows=np.array(content, dtype=np.int32),
        ids=tuple(one.id for one in passages),
        words=words,
        concepts=weigh((_with_near(one, apparatus.glossary) for one in named), 0.5),
        names=collect(cited, 0.5),
        profile=profile,
        meaning=_meaning([edition.words_of(one) for one in passages], apparatus, progress),
        kin=kin,
        kin_weight=kin_weight,
    )


def _meaning(texts: Sequence[str], apparatus: Apparatus, progress: Progress) -> Floats:
    if apparatus.encoder is None:
        return np.zeros((len(texts), 0), dtype=np.float32)
    return _kept(apparatus.encoder.encode(texts, progress))


def _stems(text: str) -> list[str]:
    return [one.stem for one in tokens(text)]


def _counted(stems: Sequence[str]) -> dict[str, float]:
    """Count words and pairs of neighbours.

    Pairs weigh half: on the judged passages they neither help nor harm, but they tell a set
    phrase from a chance meeting of its words, and readers look for them in the evidence.
    """
    weight = {word: count**DAMPING for word, count in Counter(stems).items()}
    pairs = Counter(f"{left} {right}" for left, right in pairwise(stems))
    return weight | {pair: 0.5 * count**DAMPING for pair, count in pairs.items()}


def _with_near(named: Counter[str], glossary: Glossary) -> dict[str, float]:
    """Return the concepts of a passage; each also lends weight to those related to it."""
    weight: dict[str, float] = dict(named)
    for key in sorted(named):
        for near, share in glossary.related(key).items():
            weight[near] = weight.get(near, 0.0) + LENT * share * named[key]
    return weight


def _profile(words: Bag, named: Sequence[Counter[str]], apparatus: Apparatus) -> Floats:
    """Return how near each passage is to each stone, by words and by concepts named.

    What a whole text is near to says little about one passage of it, and what a passage has in
    common with every stone says nothing: most of both is taken off.  Named concepts alone
    reach nDCG@5 0.51, nearness by words alone 0.51, both together, spread over the relations
    of the glossary, 0.56.
    """
    spoken: Floats = np.zeros((words.rows, len(apparatus.bridges)), dtype=np.float32)
    for row, concepts in enumerate(named):
        for key, count in concepts.items():
            if key in apparatus.column:
                spoken[row, apparatus.column[key]] = count
    spoken = _unit(np.sqrt(spoken + np.float32(LENT) * dot(spoken, apparatus.relations)))
    near = spoken + 2 * _unit(_distinct(_nearness(words, apparatus.words), 0.75))
    table = _distinct(near + np.float32(LENT) * dot(near, apparatus.relations), 0.0)
    table[:, _arguments(apparatus)] *= 1.5
    return _kept(_unit(table))


def _kept(table: Floats) -> Floats:
    """Round to what is stored, so that stored and fresh values give the same scores."""
    return table.astype(np.float16).astype(np.float32)


def _arguments(apparatus: Apparatus) -> NDArray[np.bool_]:
    return np.array([one.key.startswith("argument:") for one in apparatus.bridges], dtype=bool)


def _distinct(table: NDArray[np.floating[Any]], from_row: float) -> Floats:
    """Take off what all rows share, and ``from_row`` of each row's mean; never below 0."""
    if not table.size:
        return table.astype(np.float32)
    # A text of few passages has no mean worth subtracting.
    typical = 0.6 * table.mean(axis=0) * len(table) / (len(table) + 10)
    table = np.maximum(table - typical, 0)
    table = np.maximum(table - from_row * table.mean(axis=1, keepdims=True), 0)
    return table.astype(np.float32)


def _nearness(words: Bag, stones: Bag) -> Floats:
    """Return the cosine of each passage with each stone; words that no stone has do not count."""
    if not words.rows or not stones.rows:
        return np.zeros((words.rows, stones.rows), dtype=np.float32)
    in_words, in_stones = shared(words, stones)
    frequency = words.row_frequency[in_words] + 0.5 * stones.row_frequency[in_stones]
    weight = np.log((1 + words.rows + 0.5 * stones.rows) / (1 + frequency)) + 1
    right = _unit(_logarithmic(stones, in_stones) * weight)
    chosen = words.terms[in_words]
    table = np.zeros((words.rows, stones.rows), dtype=np.float32)
    for start in range(0, words.rows, STRETCH):  # bounds memory
        end = min(start + STRETCH, words.rows)
        part = words.slice(start, end)
        _, held, at = np.intersect1d(chosen, part.terms, assume_unique=True, return_indices=True)
        left = _unit(_logarithmic(part, at.astype(np.int32)) * weight[held])
        table[start:end] = dot(left, right[:, held].T)
    return table


def _logarithmic(bag: Bag, chosen: Ints) -> Floats:
    counts = bag.dense(np.ones(len(bag.terms), dtype=np.float32), chosen)
    out: Floats = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0).astype(np.float32)
    return out


def _unit(table: Floats) -> Floats:
    lengths = np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    out: Floats = (table / lengths).astype(np.float32)
    return out


def _kin(words: Bag, profile: Floats, progress: Progress) -> tuple[Ints, Floats]:
    """Find for each passage those of the same text that speak of the same matter.

    Long texts are taken in stretches of ``STRETCH`` passages: kin stand in the same chapter.
    """
    rows = words.rows
    kin = np.zeros((rows, _KIN), dtype=np.int32)
    weight = np.zeros((rows, _KIN), dtype=np.float32)
    for start in range(0, rows, STRETCH):
        progress.step(0.7 + 0.3 * start / rows)
        part = words.slice(start, min(start + STRETCH, rows))
        near = profile[start : start + part.rows]
        table = likeness(part, part, BASE) + dot(near, near.T)
        np.fill_diagonal(table, -1.0)
        count = min(_KIN, part.rows - 1)
        best = np.argsort(-table, axis=1, kind="stable")[:, :count]
        value = np.maximum(np.take_along_axis(table, best, axis=1), 0)
        stretch = slice(start, start + part.rows)
        kin[stretch, :count] = best + start
        weight[stretch, :count] = value / np.maximum(value.sum(axis=1, keepdims=True), 1e-6)
    return kin, weight
