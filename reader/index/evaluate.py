"""A query brought to the documents of one shard.

Words are expanded by the shard's own vocabulary; documents are sets (ascending arrays), places are
coordinates.  Everything is done on whole arrays.  Cost: linear in the postings of the words meant.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

import numpy as np

from reader.index.parse import NEAR_MOST
from reader.index.query import (
    AllOf,
    AnyOf,
    Better,
    Either,
    Facet,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Not,
    Phrase,
    Query,
    Wild,
    Word,
)
from reader.index.shard import (
    GAP,
    NO_DOCS,
    NO_PLACES,
    NO_WEIGHTS,
    Docs,
    Mask,
    Places,
    Shard,
    Weights,
)
from reader.index.stems import spellings

#: What an inflection, a completion and a fuzzy neighbour count beside the word as typed.
_STEM, _COMPLETION, _FUZZY = 0.8, 0.5, 0.4
#: Compounds that one beginning is completed to, and in how many words a fuzzy one is looked for.
_MOST_COMPOUNDS, _MOST_FUZZY = 32, 64
assert NEAR_MOST < GAP  # noqa: S101 - a contract between two modules, checked once


class TooSlow(Exception):
    """The time for this answer is over."""


@dataclass(frozen=True)
class Forms:
    """What a leaf means in one shard.

    Attributes:
        words: single words with their weights.
        phrases: open spellings of compounds.
        cut: there are more words than were allowed.
    """

    words: dict[str, float]
    phrases: tuple[tuple[str, ...], ...] = ()
    cut: bool = False


@dataclass(frozen=True)
class Spots:
    """Occurrences: document, first coordinate, and the coordinate after the last, for each."""

    docs: Docs
    starts: Places
    ends: Places

    @classmethod
    def joined(cls, parts: "Sequence[Spots]") -> "Spots":
        """Return all of them, ascending, each once."""
        parts = [part for part in parts if len(part.docs)]
        if not parts:
            return NO_SPOTS
        if len(parts) == 1:
            return parts[0]
        starts = np.concatenate([part.starts for part in parts])
        ends = np.concatenate([part.ends for part in parts])
        docs = np.concatenate([part.docs for part in parts])
        order = np.lexsort((ends, starts))
        starts, ends, docs = starts[order], ends[order], docs[order]
        new = np.ones(len(starts), np.bool_)
        new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
        return cls(docs[new], starts[new], ends[new])

    def counted(self) -> tuple[Docs, Weights]:
        """Return the documents, ascending, and how many occurrences each has."""
        docs, counts = np.unique(self.docs, return_counts=True)
        return docs, counts.astype(np.float32)


NO_SPOTS = Spots(NO_DOCS, NO_PLACES, NO_PLACES)
Lookup = Callable[[], Spots]


@dataclass(frozen=True)
class Match:
    """What a leaf finds: documents, ascending, and the weight of its occurrences in each."""

    docs: Docs
    weights: Weights


NO_MATCH = Match(NO_DOCS, NO_WEIGHTS)


@dataclass
class Evaluation:
    """One query on one shard.

    Attributes:
        shard: the documents.
        most_words: words that a beginning or pattern is expanded to, the commonest first; None
            for all.
        horizon: documents from here on are left out.
        until: of ``time.monotonic``; later, ``TooSlow`` is raised.
        cut: an expansion was cut short, so that rare words may be missing.
    """

    shard: Shard
    most_words: int | None = None
    horizon: int = 1 << 31
    until: float = float("inf")
    cut: bool = False
    _forms: dict[Leaf, Forms] = field(default_factory=dict)
    _matches: dict[Leaf, Match] = field(default_factory=dict)
    _spots: dict[Leaf, Spots] = field(default_factory=dict)

    # -- documents -----------------------------------------------------------------

    def docs(self, query: Query) -> Docs:
        """Return the documents that ``query`` finds, ascending.

        Raises:
            TooSlow: the time is over.
        """
        if isinstance(query, AllOf):
            return self._all(query.parts)
        if isinstance(query, AnyOf):
            return _union([self.docs(part) for part in query.parts])
        if isinstance(query, Not):
            return np.setdiff1d(self._every(), self.docs(query.part), assume_unique=True)
        if isinstance(query, Better):
            return self.docs(query.part)
        if isinstance(query, Facet):
            return self._facet(query)
        return self.match(query).docs

    def _all(self, parts: tuple[Query, ...]) -> Docs:
        """Meet the parts, those first that cost least: facets, words, what is denied."""
        wanted = [part for part in parts if not isinstance(part, Not)]
        denied = [part for part in parts if isinstance(part, Not)]
        wanted.sort(key=lambda part: not isinstance(part, Facet))
        found = self.docs(wanted[0]) if wanted else self._every()
        for part in wanted[1:]:
            if not len(found):
                return found
            found = np.intersect1d(found, self.docs(part), assume_unique=True)
        for no in denied:
            found = np.setdiff1d(found, self.docs(no.part), assume_unique=True)
        return found

    def _every(self) -> Docs:
        alive = self.shard.layout.alive[: self.horizon]
        return np.flatnonzero(alive).astype(np.int32)

    def _facet(self, facet: Facet) -> Docs:
        vocabulary = self.shard.vocabulary
        if facet.field is Field.KIND:
            names = [facet.value]
        else:
            names = vocabulary.facets_of(facet.field, facet.value, beginning=facet.prefix)
        docs = _union([self.shard.facet(name) for name in names])
        return docs[: int(np.searchsorted(docs, self.horizon))]

    # -- leaves --------------------------------------------------------------------

    def match(self, leaf: Leaf) -> Match:
        """Return the documents of a leaf with the weight of its occurrences."""
        found = self._matches.get(leaf)
        if found is None:
            found = self._matches[leaf] = self._match(leaf)
        return found

    def _match(self, leaf: Leaf) -> Match:
        if isinstance(leaf, Either):
            return _sum([self.match(part) for part in leaf.parts])
        if isinstance(leaf, Phrase | Near):
            return Match(*self.spots(leaf).counted())
        forms = self.forms(leaf)
        parts = []
        for word, weight in forms.words.items():
            self._hurry()
            docs, counts = self.shard.postings(word, self.horizon)
            parts.append(Match(docs, counts if weight == 1.0 else counts * np.float32(weight)))
        parts += [Match(*self._side_by_side(words).counted()) for words in forms.phrases]
        return _sum(parts)

    def spots(self, leaf: Leaf) -> Spots:
        """Return the occurrences of a leaf, ascending."""
        found = self._spots.get(leaf)
        if found is None:
            found = self._spots[leaf] = self._find(leaf)
        return found

    def _find(self, leaf: Leaf) -> Spots:
        if isinstance(leaf, Either):
            return Spots.joined([self.spots(part) for part in leaf.parts])
        if isinstance(leaf, Phrase):
            return self._phrase([partial(self.spots, part) for part in leaf.parts])
        if isinstance(leaf, Near):
            return near(self.spots(leaf.left), self.spots(leaf.right), leaf.distance)
        forms = self.forms(leaf)
        parts = [self._word(word) for word in forms.words]
        parts += [self._side_by_side(words) for words in forms.phrases]
        return Spots.joined(parts)

    def _phrase(self, parts: Sequence[Lookup]) -> Spots:
        """Chain the parts; the rest is not looked up once nothing is left."""
        spots = parts[0]()
        for part in parts[1:]:
            if not len(spots.docs):
                return spots
            spots = chained(spots, part())
        return spots

    def _side_by_side(self, words: tuple[str, ...]) -> Spots:
        return self._phrase([partial(self._word, word) for word in words])

    def _word(self, word: str) -> Spots:
        self._hurry()
        docs, starts = self.shard.places(word, self.horizon)
        return Spots(docs, starts, starts + 1)

    def open_spellings(self, leaf: Word | Wild | Fuzzy) -> list[Spots]:
        """Return the occurrences of a word that stands open or with a hyphen in the texts."""
        return [self._side_by_side(words) for words in self.forms(leaf).phrases]

    def _hurry(self) -> None:
        if monotonic() > self.until:
            raise TooSlow

    # -- words ---------------------------------------------------------------------

    def forms(self, leaf: Word | Wild | Fuzzy) -> Forms:
        """Return the words that a leaf means here."""
        found = self._forms.get(leaf)
        if found is None:
            found = self._forms[leaf] = self._expand(leaf)
            self.cut = self.cut or found.cut
        return found

    def _expand(self, leaf: Word | Wild | Fuzzy) -> Forms:
        vocabulary, most = self.shard.vocabulary, self.most_words
        asked = None if most is None else most + 1
        if isinstance(leaf, Wild):
            return _forms(vocabulary.like(leaf.pattern, asked), 1.0, most)
        if isinstance(leaf, Fuzzy):
            limit = _MOST_FUZZY if most is not None else None
            names = vocabulary.near(leaf.text, leaf.distance, limit)
            weights = {name: 1.0 if name == leaf.text else _FUZZY for name in names}
            return Forms(weights, cut=len(names) == limit)
        if leaf.exact and not leaf.prefix:
            return Forms({leaf.text: 1.0} if vocabulary.row(leaf.text) >= 0 else {})
        return self._inflected(leaf)

    def _inflected(self, word: Word) -> Forms:
        vocabulary, most = self.shard.vocabulary, self.most_words
        found = Forms({})
        if word.prefix:
            for beginning in (word.text, *(() if word.exact else spellings(word.text))):
                names = vocabulary.beginning(beginning, None if most is None else most + 1)
                more = _forms(names, 1.0 if word.exact else _COMPLETION, most)
                found = Forms(found.words | more.words, cut=found.cut or more.cut)
        weights = dict(found.words)
        if not word.exact:
            weights.update((name, _STEM) for name in vocabulary.stemmed(word.text))
        if vocabulary.row(word.text) >= 0:
            weights[word.text] = 1.0
        return Forms(weights, tuple(dict.fromkeys(self._compounds(word))), found.cut)

    def _compounds(self, word: Word) -> Iterable[tuple[str, ...]]:
        """Yield the open spellings of a word typed as one."""
        if word.exact or word.closed:
            return
        vocabulary = self.shard.vocabulary
        parts = vocabulary.joined(word.text)
        if parts:
            yield parts
        yield from vocabulary.joined_stems(word.text)
        if word.prefix and len(word.text) > 2:
            yield from vocabulary.joined_beginning(word.text, _MOST_COMPOUNDS)


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
    return Spots.joined([_picked(left, here), _picked(right, there)])


def _beside(these: Spots, others: Spots, distance: int) -> Mask:
    """Say for each of ``these`` whether one of ``others`` stands near, before or after it."""
    if not len(these.docs) or not len(others.docs):
        return np.zeros(len(these.docs), np.bool_)
    after = np.searchsorted(others.starts, these.ends, "left")
    reached = others.starts[np.minimum(after, len(others.starts) - 1)]
    follows = (after < len(others.starts)) & (reached - these.ends <= distance)
    ends = np.sort(others.ends)
    before = np.searchsorted(ends, these.starts, "right") - 1
    precedes = (before >= 0) & (these.starts - ends[np.maximum(before, 0)] <= distance)
    return follows | precedes


def _picked(spots: Spots, keep: Mask) -> Spots:
    return Spots(spots.docs[keep], spots.starts[keep], spots.ends[keep])


def _forms(names: list[str], weight: float, most: int | None) -> Forms:
    cut = most is not None and len(names) > most
    return Forms(dict.fromkeys(names[:most], weight), cut=cut)


def _union(parts: list[Docs]) -> Docs:
    if len(parts) == 1:
        return parts[0]
    return np.unique(np.concatenate(parts)) if parts else NO_DOCS


def _sum(parts: list[Match]) -> Match:
    parts = [part for part in parts if len(part.docs)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCH
    docs, rows = np.unique(np.concatenate([part.docs for part in parts]), return_inverse=True)
    weights = np.bincount(rows, np.concatenate([part.weights for part in parts]))
    return Match(docs, weights.astype(np.float32))
