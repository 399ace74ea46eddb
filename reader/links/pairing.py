"""Two texts brought together: which passages of the one take up which of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.links.bags import Floats, Ints
from reader.links.features import TextFeatures
from reader.links.signals import tables
from reader.links.weights import WEIGHTS, WEIGHTS_WITH_MODEL, Weights
from reader.model import NO_PROGRESS, Progress

#: Candidates kept for each passage: enough for any panel, and for new weights to choose from.
KEPT = 10
#: The first so many are kept even when nobody would call them related, for rankings without a
#: threshold; later ones only from a score that new weights may raise to a link.
_FIRST, _FIRST_FROM, _LATER_FROM = 6, 0.015, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The best candidates in one text for each passage of another.

    Attributes:
        targets: rows (content passages counted from 0) of the other text, best first; -1 after
            the last.
        signals: values of the signals, passage by candidate by signal.
    """

    targets: Ints
    signals: Floats

    def ranked(self, row: int, weights: Weights) -> list[tuple[int, float, Floats]]:
        """Return target, score and signals for one passage, best first with ``weights``.

        Equal scores keep the order of the text.
        """
        held = self.targets[row] >= 0
        values = self.signals[row][held]
        scores = weights.scores(values.T)
        order = np.lexsort((self.targets[row][held], -scores))
        targets = self.targets[row][held]
        return [(int(targets[at]), float(scores[at]), values[at]) for at in order]

    def counted(self, weights: Weights, threshold: float, most: int) -> Ints:
        """Return for each passage how many candidates reach a score, at most ``most``.

        For all passages at once: 2 ms for 20,000 of them, which one by one take half a second.
        """
        scores = weights.scores(np.moveaxis(self.signals, 2, 0))
        reached = (self.targets >= 0) & (scores >= threshold)
        counts: Ints = np.minimum(reached.sum(axis=1), most).astype(np.int32)
        return counts


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """What two texts have to say to one another.

    Attributes:
        a, b: works, ``a`` before ``b``.
        keys: of both texts.
        apparatus: glossary and stepping stones used.
        forward: from passages of ``a`` to passages of ``b``.
        backward: from ``b`` to ``a``.
    """

    a: str
    b: str
    keys: tuple[str, str]
    apparatus: str
    forward: Candidates
    backward: Candidates

    def seen_from(self, work: str) -> Candidates:
        """Return the candidates for passages of ``work``, one of the two."""
        return self.forward if work == self.a else self.backward


def relate(a: TextFeatures, b: TextFeatures, progress: Progress = NO_PROGRESS) -> Pairs:
    """Compare every passage of ``a`` with every passage of ``b``.

    Depends on these two alone; the order of the arguments does not matter.  6 ms for two
    essays; time grows with the product of both, memory does not.

    Raises:
        Cancelled: the reader wants to stop.
        ValueError: the texts were prepared with different apparatus.
    """
    if a.apparatus != b.apparatus:
        raise ValueError("features of different apparatus cannot be compared")
    if b.work < a.work:
        a, b = b, a
    weights = WEIGHTS_WITH_MODEL if a.meaning.shape[1] else WEIGHTS
    keep_forward, keep_backward = _Best(len(a), len(b)), _Best(len(b), len(a))
    others = list(b.stretches())
    for row, left in a.stretches():
        for target, right in others:
            progress.step(row / len(a), f"{a.work} – {b.work}")
            values = tables(left, right, weights.direct)
            scores = weights.scores(values)
            keep_forward.offer(scores, values, row, target)
            keep_backward.offer(scores.T, values.transpose(0, 2, 1), target, row)
    return Pairs(
        a.work,
        b.work,
        (a.key, b.key),
        a.apparatus,
        keep_forward.candidates(),
        keep_backward.candidates(),
    )


class _Best:
    """The best candidates seen so far, row by row."""

    def __init__(self, rows: int, others: int) -> None:
        count = min(KEPT, others)
        self._targets = np.full((rows, count), -1, dtype=np.int32)
        self._scores = np.full((rows, count), -1.0, dtype=np.float32)
        self._signals = np.zeros((rows, count, len(WEIGHTS.vector)), dtype=np.float32)

    def offer(self, scores: Floats, values: Floats, first_row: int, first_target: int) -> None:
        """Take the best of a block; scores are rows by targets, values signals by both."""
        rows = slice(first_row, first_row + len(scores))
        count = min(self._targets.shape[1], scores.shape[1])
        best = _largest(scores, count)
        picked = np.take_along_axis(values, best[None], axis=2).transpose(1, 2, 0)
        scored = np.concatenate(
            [self._scores[rows], np.take_along_axis(scores, best, axis=1)], axis=1
        )
        targets = np.concatenate([self._targets[rows], best + first_target], axis=1)
        signals = np.concatenate([self._signals[rows], picked], axis=1)
        order = np.argsort(-scored, axis=1, kind="stable")[:, : self._targets.shape[1]]
        self._scores[rows] = np.take_along_axis(scored, order, axis=1)
        self._targets[rows] = np.take_along_axis(targets, order, axis=1)
        self._signals[rows] = np.take_along_axis(signals, order[:, :, None], axis=1)

    def candidates(self) -> Candidates:
        # Rounded to what is stored, so that stored and fresh pairs give the same scores.
        signals = self._signals.astype(np.float16).astype(np.float32)
        place = np.arange(self._targets.shape[1])[None, :]
        kept = self._scores >= np.where(place < _FIRST, _FIRST_FROM, _LATER_FROM)
        targets = np.where(kept, self._targets, -1).astype(np.int32)
        return Candidates(targets, signals * kept[:, :, None])


def _largest(scores: Floats, count: int) -> Ints:
    """Return the columns of the ``count`` largest of each row, largest first, ties by column."""
    if scores.shape[1] > 3 * count > 0:
        some = np.sort(np.argpartition(-scores, count - 1, axis=1)[:, :count], axis=1)
    else:
        some = np.broadcast_to(np.arange(scores.shape[1]), scores.shape)
    order = np.argsort(-np.take_along_axis(scores, some, axis=1), axis=1, kind="stable")
    return np.take_along_axis(some, order[:, :count], axis=1).astype(np.int32)
