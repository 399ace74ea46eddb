"""A query brought to the documents of one shard.

Words are expanded by the shard's own vocabulary; documents are sets (ascending arrays), places are
coordinates.  Everything is done on whole arrays, and what is rare is looked up first: the common
words are then read only where it stands.  Cost: linear in the postings read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from time import monotonic

import numpy as np

from reader.index.expand import Forms, expand
from reader.index.parser import LONGEST_QUERY, NEAR_MOST
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
from reader.index.shard import GAP, NO_DOCS, NO_WEIGHTS, Docs, Mask, Shard, Weights
from reader.index.spots import NO_SPOTS, Spots, around, chained, near

assert NEAR_MOST < GAP  # noqa: S101 - a contract between two modules, checked once
#: Words that the sides of a NEAR can have, at most.
_LONGEST_SIDE = LONGEST_QUERY // 2


class TooSlow(Exception):
    """The time for this answer is over."""


@dataclass(frozen=True)
class Match:
    """What a leaf finds: documents, ascending, and the weight of its occurrences in each."""

    docs: Docs
    weights: Weights


NO_MATCH = Match(NO_DOCS, NO_WEIGHTS)


@dataclass
class Evaluation:
    """One query on one shard.

    Where a method takes ``among``, only these documents matter (ascending; None: all); others may
    be in what it returns or not.

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
    _frequencies: dict[Word | Wild | Fuzzy, float] = field(default_factory=dict)

    def up_to(self, horizon: int) -> "Evaluation":
        """Return one that looks further; what its words stand for is known already."""
        further = Evaluation(self.shard, self.most_words, horizon, self.until, self.cut)
        further._forms, further._frequencies = self._forms, self._frequencies
        return further

    # -- documents -----------------------------------------------------------------

    def docs(self, query: Query, among: Docs | None = None) -> Docs:
        """Return the documents that ``query`` finds, ascending.

        Raises:
            TooSlow: the time is over.
        """
        if isinstance(query, AllOf):
            return self._all(query.parts, among)
        if isinstance(query, AnyOf):
            return self._union([self.docs(part, among) for part in query.parts])
        if isinstance(query, Not):
            rest = self._every() if among is None else among
            return self._without(rest, self.docs(query.part, among))
        if isinstance(query, Better):
            return self.docs(query.part, among)
        if isinstance(query, Facet):
            return self._facet(query)
        return self.match(query, among).docs

    def _all(self, parts: tuple[Query, ...], among: Docs | None) -> Docs:
        """Meet the parts, the rarest first; what is denied last."""
        wanted = [part for part in parts if not isinstance(part, Not)]
        denied = [part for part in parts if isinstance(part, Not)]
        wanted.sort(key=self.frequency)
        found = among
        for part in wanted:
            if found is not None and not len(found):
                return found
            more = self.docs(part, found)
            found = more if found is None else more[self._are(found)[more]]
        if found is None:
            found = self._every()
        for no in denied:
            found = self._without(found, self.docs(no.part, found))
        return found

    def _are(self, docs: Docs) -> Mask:
        """Say for each document whether it is one of some; faster than to sort them."""
        are = np.zeros(len(self.shard.layout), np.bool_)
        are[docs] = True
        return are

    def _union(self, parts: list[Docs]) -> Docs:
        if len(parts) == 1:
            return parts[0]
        return (
            np.flatnonzero(self._are(np.concatenate(parts))).astype(np.int32) if parts else NO_DOCS
        )

    def _without(self, these: Docs, others: Docs) -> Docs:
        return these[~self._are(others)[these]]

    def _every(self) -> Docs:
        alive = self.shard.layout.alive[: self.horizon]
        return np.flatnonzero(alive).astype(np.int32)

    def _facet(self, facet: Facet) -> Docs:
        vocabulary = self.shard.vocabulary
        if facet.field is Field.KIND:
            names = [facet.value]
        else:
            names = vocabulary.facets_of(facet.field, facet.value, beginning=facet.prefix)
        docs = self._union([self.shard.facet(name) for name in names])
        return docs[: int(np.searchsorted(docs, self.horizon))]

    def frequency(self, query: Query) -> float:
        """Return in about how many documents a query is met, without looking.

        Words are taken to be spread independently; a facet counts as rare.
        """
        size = len(self.shard.layout)
        if isinstance(query, Facet):
            return 0.0
        if isinstance(query, AllOf):
            return min((self.frequency(part) for part in query.parts), default=0.0)
        if isinstance(query, AnyOf | Either):
            return min(sum(self.frequency(part) for part in query.parts), size)
        if isinstance(query, Not):
            return float(size)
        if isinstance(query, Better):
            return self.frequency(query.part)
        if isinstance(query, Phrase):
            return min(self.frequency(part) for part in query.parts)
        if isinstance(query, Near):
            return min(self.frequency(query.left), self.frequency(query.right))
        known = self._frequencies.get(query)
        if known is None:
            total = sum(map(self.shard.vocabulary.count, self.forms(query).words))
            known = self._frequencies[query] = size * (1 - exp(-total / size)) if size else 0.0
        return known

    # -- leaves --------------------------------------------------------------------

    def match(self, leaf: Leaf, among: Docs | None = None) -> Match:
        """Return the documents of a leaf with the weight of its occurrences."""
        found = self._matches.get(leaf)
        if found is None:
            found = self._match(leaf, among)
            if among is None:
                self._matches[leaf] = found
        return found

    def _match(self, leaf: Leaf, among: Docs | None) -> Match:
        if isinstance(leaf, Either):
            return _sum([self.match(part, among) for part in leaf.parts])
        if isinstance(leaf, Phrase | Near):
            return Match(*self.spots(leaf, among).counted(self.shard.layout))
        self._hurry()
        parts = [Match(*self.shard.counted(self.forms(leaf).words, self.horizon))]
        layout = self.shard.layout
        parts += [Match(*spots.counted(layout)) for spots in self.open_spellings(leaf, among)]
        return _sum(parts)

    def spots(self, leaf: Leaf, among: Docs | None = None) -> Spots:
        """Return the occurrences of a leaf, ascending."""
        found = self._spots.get(leaf)
        if found is None:
            found = self._find(leaf, among)
            if among is None or isinstance(leaf, Near):
                self._spots[leaf] = found
        return found

    def _find(self, leaf: Leaf, among: Docs | None) -> Spots:
        if isinstance(leaf, Either):
            return Spots.joined([self.spots(part, among) for part in leaf.parts])
        if isinstance(leaf, Phrase):
            return self._phrase(leaf.parts, among)
        if isinstance(leaf, Near):
            return self._near(leaf)
        self._hurry()
        starts = self.shard.places(self.forms(leaf).words, self.horizon, among)
        found = Spots(starts, starts + 1).living(self.shard.layout)
        return Spots.joined([found, *self.open_spellings(leaf, among)])

    def _phrase(self, parts: Sequence[Word | Wild | Fuzzy], among: Docs | None) -> Spots:
        """Look the rarest part up first, and the others only where they would have to stand."""
        if any(self.forms(part).phrases for part in parts):
            return self._chain(parts, among)
        rows = sorted(range(len(parts)), key=lambda row: self.frequency(parts[row]))
        shard, layout = self.shard, self.shard.layout
        self._hurry()
        places = shard.places(self.forms(parts[rows[0]]).words, self.horizon, among)
        starts = places - rows[0]
        for row in rows[1:]:
            if not len(starts):
                return NO_SPOTS
            starts = starts[shard.standing(self.forms(parts[row]).words, starts + row)]
        ends = starts + len(parts)
        return Spots(starts, ends).picked(layout.hold(starts, ends))

    def _chain(self, parts: Sequence[Word | Wild | Fuzzy], among: Docs | None) -> Spots:
        """Chain parts that may be several words long."""
        layout = self.shard.layout
        spots = self.spots(parts[0], among)
        for part in parts[1:]:
            if not len(spots):
                return NO_SPOTS
            spots = chained(spots, self.spots(part, spots.counted(layout)[0]), layout)
        return spots

    def _near(self, leaf: Near) -> Spots:
        """Look the rarer side up first, and the other one in its neighbourhood."""
        rare, common = leaf.left, leaf.right
        if self.frequency(common) < self.frequency(rare):
            rare, common = common, rare
        here = self.spots(rare)
        if not len(here):
            return NO_SPOTS
        reach = leaf.distance + _LONGEST_SIDE
        return near(here, self.spots(common, around(here, self.shard.layout, reach)), leaf.distance)

    def open_spellings(self, leaf: Word | Wild | Fuzzy, among: Docs | None = None) -> list[Spots]:
        """Return the occurrences of a word that stands open or with a hyphen in the texts."""
        phrases = self.forms(leaf).phrases
        return [
            self._phrase([Word(word, exact=True) for word in words], among) for words in phrases
        ]

    def forms(self, leaf: Word | Wild | Fuzzy) -> Forms:
        """Return the words that a leaf means here."""
        found = self._forms.get(leaf)
        if found is None:
            found = expand(leaf, self.shard.vocabulary, self.most_words)
            self._forms[leaf] = found
            self.cut = self.cut or found.cut
        return found

    def _hurry(self) -> None:
        if monotonic() > self.until:
            raise TooSlow


def _sum(parts: list[Match]) -> Match:
    parts = [part for part in parts if len(part.docs)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCH
    docs, rows = np.unique(np.concatenate([part.docs for part in parts]), return_inverse=True)
    weights = np.bincount(rows, np.concatenate([part.weights for part in parts]))
    return Match(docs, weights.astype(np.float32))
