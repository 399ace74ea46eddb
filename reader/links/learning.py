"""Accepted and rejected links re-weigh the signals, a little at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reader.links.bags import Floats
from reader.links.signals import Signal
from reader.links.weights import WEIGHTS, Weights

#: How many verdicts it takes to move a weight as far as they ask; a choice: a study group makes
#: some dozens in an evening, and one evening should be felt but not turn everything over.
_INERTIA = 40.0
#: No signal is ever worth less than a half or more than twice what was measured.
_LEAST, _MOST = 0.5, 2.0
#: Nor does the line between related and unrelated move further than this, in log-odds.
_SHIFT = 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict as the signals see it.

    Attributes:
        signals: values of the signals for the pair, in the order of ``Signal``.
        accepted: or rejected.
    """

    signals: Floats
    accepted: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """New weights, and what they came from.

    Attributes:
        weights: to use in this library.
        before: the weights as measured.
        accepted: number of verdicts that accept.
        rejected: number of verdicts that reject.
    """

    weights: Weights
    before: Weights
    accepted: int
    rejected: int

    @property
    def changes(self) -> dict[Signal, float]:
        """By which factor each signal counts differently; unchanged ones are left out."""
        factors = {
            signal: self.weights.of(signal) / self.before.of(signal)
            for signal in Signal
            if self.before.of(signal)
        }
        return {signal: factor for signal, factor in factors.items() if abs(factor - 1) >= 0.005}

    @property
    def stricter(self) -> float:
        """How much the log-odds of every pair went down; below 0 when they went up."""
        return self.before.offset - self.weights.offset


def learn(verdicts: Sequence[Judged], before: Weights = WEIGHTS) -> Learned:
    """Return the weights that the verdicts ask for, near to those measured.

    The most probable weights given the verdicts, when the measured ones are believed as firmly
    as ``_INERTIA`` verdicts; the same verdicts give the same weights in any order.
    """
    accepted = sum(one.accepted for one in verdicts)
    if not verdicts:
        return Learned(before, before, 0, 0)
    base = before.vector.astype(np.float64)
    rows = sorted(verdicts, key=lambda one: (one.accepted, *one.signals.tolist()))
    parts = np.array([one.signals for one in rows], dtype=np.float64) * base
    table = np.column_stack([parts, np.ones(len(rows))])
    asked = np.array([one.accepted for one in rows], dtype=np.float64)
    factors = _most_probable(table, asked, np.append(np.ones(len(base)), before.offset))
    bounded = np.clip(factors[:-1], _LEAST, _MOST)
    offset = float(np.clip(factors[-1], before.offset - _SHIFT, before.offset + _SHIFT))
    named = {
        signal.value: round(float(weight), 4)
        for signal, weight in zip(Signal, bounded * base, strict=True)
    }
    weights = replace(before, **named, offset=round(offset, 4))
    return Learned(weights, before, accepted, len(rows) - accepted)


def _most_probable(
    table: NDArray[np.float64], asked: NDArray[np.float64], before: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Newton's method on the logistic log-likelihood with a normal prior around ``before``.

    The signals of a pair go together, so that one verdict pulls at all of them: the prior is as
    firm as ``_INERTIA`` verdicts on pairs like these, however strong their signals are.
    """
    prior = np.full(len(before), _INERTIA / 4)
    prior[:-1] *= max(1.0, float((table[:, :-1] ** 2).sum(axis=1).mean()))
    at = before.copy()
    for _ in range(12):
        chance = 1 / (1 + np.exp(-np.clip(table @ at, -30, 30)))
        slope = table.T @ (asked - chance) - prior * (at - before)
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(prior)
        step = np.linalg.solve(curve, slope)
        at = at + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return at
