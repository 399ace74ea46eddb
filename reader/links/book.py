"""All related passages of a library: computed text by text, kept, and looked up.

``Links`` holds no verdicts and no curated links; ``reader.links.choice`` brings those together
with what is found here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from reader.links.bags import Floats
from reader.links.evidence import Explanation, Side, explain, shares
from reader.links.features import STRETCH, Apparatus, TextFeatures, key_of, prepare
from reader.links.pairing import Pairs, relate
from reader.links.signals import tables
from reader.links.silence import StandIn, stand_ins
from reader.links.store import LinkStore
from reader.links.threshold import THRESHOLD
from reader.links.weights import WEIGHTS, WEIGHTS_WITH_MODEL, Weights
from reader.model import NO_PROGRESS, Edition, Locus, Passage, Progress, Related

#: Pairs written together; a stop in between loses no more than these.
_TOGETHER = 50
#: Pairs of texts held in memory, some 50 kB each; a passage of one text among 143 needs 142.
_HELD = 400
#: Judged pairs whose signals are held in memory, some 100 bytes each.
_JUDGED = 20_000


class Links:
    """Related passages of all texts of a library.

    Args:
        folder: ``links`` of the library; None keeps everything in memory.
        apparatus: glossary and stepping stones.

    Raises:
        LibraryError: the folder cannot be written to.
    """

    def __init__(self, folder: Path | None, apparatus: Apparatus) -> None:
        self._folder = folder
        self._store = LinkStore(folder)
        self._apparatus = apparatus
        self._features: dict[str, TextFeatures] = {}
        self._pairs: dict[tuple[str, str], Pairs] = {}
        self._stretches: dict[tuple[str, int], TextFeatures] = {}
        self._keys: dict[int, tuple[Edition, str]] = {}
        self._signals: dict[tuple[str, int, str, int], Floats] = {}
        self._table: tuple[tuple[TextFeatures, TextFeatures], Floats] | None = None

    @property
    def folder(self) -> Path | None:
        """Where pairs are kept; None for those in memory."""
        return self._folder

    @property
    def apparatus(self) -> Apparatus:
        """Glossary and stepping stones in use."""
        return self._apparatus

    @property
    def weights(self) -> Weights:
        """The weights as measured, for texts prepared with or without a sentence model."""
        return WEIGHTS_WITH_MODEL if self._apparatus.encoder else WEIGHTS

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def reopen(self) -> None:
        """Take up what another process wrote, also where it began a new file.

        Raises:
            LibraryError: it cannot be opened.
        """
        self._store.reopen()

    def missing(self, editions: Iterable[Edition]) -> int:
        """Count the pairs of ``editions`` that have still to be computed."""
        return sum(1 for pair in _pairs_of(editions) if not self._known(*pair))

    def update(self, editions: Sequence[Edition], progress: Progress = NO_PROGRESS) -> int:
        """Compute what is missing and drop what belongs to no edition; return the pairs made.

        A text that was added costs its own pairs only.  What was done before a stop is kept.
        Three essays take half a second, the 143 files of a book of 1.9 million words a minute.

        Raises:
            Cancelled: the reader wants to stop.
        """
        todo = [pair for pair in _pairs_of(editions) if not self._known(*pair)]
        texts = list({one.work.id: one for pair in todo for one in pair}.values())
        for at, one in enumerate(texts):  # takes about as long as all that follows
            share = progress.part(at / len(texts) / 2, (at + 1) / len(texts) / 2)
            self._prepared(one, _telling(share, one.work.title))
        made: list[Pairs] = []
        for at, (a, b) in enumerate(todo):
            share = progress.part(0.5 + at / len(todo) / 2, 0.5 + (at + 1) / len(todo) / 2)
            words = f"{a.work.title} – {b.work.title}"
            made.append(relate(self._prepared(a), self._prepared(b), _telling(share, words)))
            if len(made) == _TOGETHER:
                self._store.put_pairs(made)
                made = []
        self._store.put_pairs(made)
        self._store.forget_others(map(self._key, editions), self._apparatus.id)
        return len(todo)

    def pairs(self, a: Edition, b: Edition) -> Pairs | None:
        """Return what two texts have to say to one another, None when not computed yet."""
        if b.work.id < a.work.id:
            a, b = b, a
        key = (self._key(a), self._key(b))
        found = self._pairs.get(key) or self._store.pairs(key, self._apparatus.id)
        if found is None:
            return None
        if len(self._pairs) >= _HELD:
            self._pairs.pop(next(iter(self._pairs)), None)
        self._pairs[key] = found
        return found

    def related(
        self,
        edition: Edition,
        passage: str,
        others: Iterable[Edition],
        *,
        per_work: int = 3,
        threshold: float = THRESHOLD,
        weights: Weights | None = None,
        rejected: frozenset[tuple[str, str]] = frozenset(),
        settled: frozenset[tuple[str, str]] = frozenset(),
        evidence: bool = True,
        limit: int | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> tuple[Related, ...]:
        """Return the passages of other texts that take up this one, best first.

        Args:
            edition: the text read.
            passage: id of the passage in it.
            others: texts to look into; those not computed yet are passed over.
            per_work: at most so many in each text.
            threshold: score from which a passage counts as related; 0 gives all candidates.
            weights: of the signals; by default those measured.
            rejected: work and passage id of those that must not come back.
            settled: of those that belong here whatever their score; they count against none.
            evidence: whether to tell why; costs 1 to 4 ms for each.
            limit: at most so many of all texts together.
            progress: asked before each text and each reason whether to stop; a text not read yet
                takes 20 ms.

        Raises:
            NotFound: the edition has no such passage.
            Cancelled: the reader stopped it.
        """
        weights = weights or self.weights
        row = self._row(edition, passage)
        if row is None:
            return ()
        here = self._side(edition, row)
        found: list[_Found] = []
        for other in others:
            progress.step(0.0, edition.work.title)
            pairs = self.pairs(edition, other) if other.work.id != edition.work.id else None
            if pairs is not None:
                ranked = pairs.seen_from(edition.work.id).ranked(row, weights)
                good = [one for one in ranked if one[1] >= threshold]
                kept = [there for work, there in settled if work == other.work.id]
                ours = self._settled(edition, passage, other, kept, weights)
                gone = rejected | settled
                found += ours + (self._kept(other, good, gone)[:per_work] if good else [])
        found.sort(key=_best_first)
        told = []
        for one in found[:limit]:
            progress.step(0.0, edition.work.title)
            why = explain(here, *one.pair, weights, self._apparatus) if evidence else None
            told.append(_told(one, weights, why))
        return tuple(told)

    def counts(
        self,
        edition: Edition,
        others: Iterable[Edition],
        *,
        per_work: int = 3,
        threshold: float = THRESHOLD,
        weights: Weights | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> dict[str, int]:
        """Return by passage id how many passages ``related`` finds, where it finds any.

        As fast as the pairs are read, some ms for each other text.

        Raises:
            Cancelled: the reader stopped it.
        """
        features, others = self._looked_up(edition), list(others)
        if features is None:
            return {}
        found = np.zeros(len(features), dtype=np.int32)
        for at, other in enumerate(others):
            progress.step(at / len(others), edition.work.title)
            pairs = self.pairs(edition, other) if other.work.id != edition.work.id else None
            if pairs is not None:
                here = pairs.seen_from(edition.work.id)
                found += here.counted(weights or self.weights, threshold, per_work)
        return {features.ids[row]: int(found[row]) for row in np.flatnonzero(found)}

    def _kept(
        self,
        other: Edition,
        ranked: list[tuple[int, float, Floats]],
        rejected: frozenset[tuple[str, str]],
    ) -> list[_Found]:
        features = self._prepared(other)
        return [
            _Found(score, self._side(other, target), values)
            for target, score, values in ranked
            if (other.work.id, features.ids[target]) not in rejected
        ]

    def _settled(
        self, edition: Edition, passage: str, other: Edition, kept: list[str], weights: Weights
    ) -> list[_Found]:
        """Return pairs that belong together for readers; the engine may not have kept them."""
        found: list[_Found] = []
        for there in kept:
            values = self.signals_of(edition, passage, other, there)
            target = None if values is None else self._row(other, there)
            if values is not None and target is not None:
                score = float(weights.scores(values))
                found.append(_Found(score, self._side(other, target), values))
        return found

    def signals_of(
        self, edition: Edition, passage: str, other: Edition, there: str
    ) -> Floats | None:
        """Return the signals of one pair, for learning from verdicts.

        None when either passage is a heading, a note or the like, or its text not compared yet.
        10 ms for two essays, nothing for another pair of the same texts, or the same again.

        Raises:
            NotFound: a text has no such passage.
        """
        row, target = self._row(edition, passage), self._row(other, there)
        if row is None or target is None:
            return None
        ends = (self._key(edition), row, self._key(other), target)
        if ends not in self._signals:
            if len(self._signals) >= _JUDGED:
                self._signals.clear()
            left, right = self._side(edition, row), self._side(other, target)
            values = self._compared(left.features, right.features)[:, left.row, right.row]
            # Rounded as in pairs that are kept, so that a pair has one score.
            self._signals[ends] = values.astype(np.float16).astype(np.float32)
        return self._signals[ends]

    def _compared(self, left: TextFeatures, right: TextFeatures) -> Floats:
        """Return all signals of two stretches; the last ones asked for are held."""
        held, texts = self._table, (left, right)
        if held is None or held[0] != texts:
            held = self._table = (texts, tables(left, right, self.weights.direct))
        return held[1]

    def stand_ins(self, edition: Edition, concept: str, count: int = 5) -> tuple[StandIn, ...]:
        """Return what may stand in a text for a concept it never names; see ``StandIn``."""
        features = self._prepared(edition)
        return stand_ins(concept, edition, features, self._apparatus, count)

    def _row(self, edition: Edition, passage: str) -> int | None:
        """Return the row among the content passages; None for headings, notes and the like.

        None, too, where the text was not prepared yet: that is work for another process.

        Raises:
            NotFound: the edition has no such passage.
        """
        row = edition.row_of(passage)
        features = self._looked_up(edition)
        if features is None:
            return None
        at = int(np.searchsorted(features.rows, row))
        if at == len(features) or features.rows[at] != row:
            return None
        return at

    def _side(self, edition: Edition, row: int) -> Side:
        """Return one end of a pair, within the stretch of its text that was compared."""
        features = self._prepared(edition)
        first = row // STRETCH * STRETCH
        key = (f"{features.key}:{features.apparatus}", first)
        if key not in self._stretches:
            if len(self._stretches) >= _HELD:
                self._stretches.pop(next(iter(self._stretches)), None)
            self._stretches[key] = features.stretch(first)
        return Side(edition, self._stretches[key], row - first)

    def _prepared(self, edition: Edition, progress: Progress = NO_PROGRESS) -> TextFeatures:
        """Return what the signals need to know of a text, computing it when it is not kept."""
        found = self._looked_up(edition)
        if found is None:
            found = prepare(edition, self._apparatus, progress)
            self._store.put_features(found)
            self._features[self._key(edition)] = found
        return found

    def _looked_up(self, edition: Edition) -> TextFeatures | None:
        """Return what the signals need to know of a text, where it is kept."""
        key = self._key(edition)
        found = self._features.get(key) or self._store.features(key, self._apparatus.id)
        if found is not None:
            self._features[key] = found
        return found

    def _known(self, a: Edition, b: Edition) -> bool:
        return self._store.has_pairs((self._key(a), self._key(b)), self._apparatus.id)

    def _key(self, edition: Edition) -> str:
        """Return ``key_of`` an edition, remembered: 20 ms for two million words."""
        held = self._keys.get(id(edition))
        if held is None or held[0] is not edition:
            if len(self._keys) >= _HELD:
                self._keys.pop(next(iter(self._keys)), None)
            held = self._keys[id(edition)] = (edition, key_of(edition))
        return held[1]


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    there: Side
    values: Floats

    @property
    def passage(self) -> Passage:
        return self.there.edition.passages[int(self.there.features.rows[self.there.row])]

    @property
    def pair(self) -> tuple[Side, Floats]:
        return self.there, self.values


def _telling(progress: Progress, words: str) -> Progress:
    """Return a progress that says the same words all the time."""
    return Progress(lambda share, _: progress.tell(share, words), progress.stopped)


def _best_first(one: _Found) -> tuple[float, str, Locus]:
    return -one.score, one.there.edition.work.id, one.passage.locus


def _told(one: _Found, weights: Weights, why: Explanation | None) -> Related:
    return Related(
        one.there.edition.work.id,
        one.passage.id,
        one.passage.locus,
        one.score,
        signals=why.signals if why else shares(one.values, weights),
        evidence=why.evidence if why else (),
        sentences=why.sentences if why else None,
    )


def _pairs_of(editions: Iterable[Edition]) -> Iterator[tuple[Edition, Edition]]:
    """Yield each pair of texts once, the smaller work id first."""
    return combinations(sorted(editions, key=lambda one: one.work.id), 2)
