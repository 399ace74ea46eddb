"""How the signals are fused into one score that means the same in every text.

The score is logistic in the signals: the share of readers who would call two passages related.
Weights and offset were fitted on 3,900 pairs judged by two readers (``python -m
tests.bench.related``), "related" meaning a mean grade of 1.5 and more of 3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.links.bags import Floats
from reader.links.signals import Signal
from reader.links.threshold import CEILING


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of each signal in the log-odds, and the log-odds of a pair without any.

    Invariant: no weight is below zero, so that shares of a score can be told.
    """

    words: float = 6.2
    concepts: float = 3.8
    arguments: float = 6.9
    names: float = 1.4
    semantic: float = 0.0
    kin: float = 0.4
    offset: float = -8.05

    def __post_init__(self) -> None:
        if min(self.of(signal) for signal in Signal) < 0:
            raise ValueError("a signal cannot speak against a link")

    def of(self, signal: Signal) -> float:
        """Return the weight of one signal."""
        return float(getattr(self, signal.value))

    @property
    def vector(self) -> Floats:
        """The weights in the order of ``Signal``."""
        return np.array([self.of(signal) for signal in Signal], dtype=np.float32)

    @property
    def direct(self) -> Floats:
        """The weights of the signals that kin are asked for."""
        return self.vector[: len(Signal) - 1]

    def scores(self, tables: Floats) -> Floats:
        """Return the score of each pair, 0 to 1; ``tables`` has the signals on its first axis."""
        odds = np.einsum("s,s...->...", self.vector, tables) + np.float32(self.offset)
        out: Floats = (CEILING / (1 + np.exp(-odds))).astype(np.float32)
        return out


#: As measured without a sentence model, and with one.
WEIGHTS = Weights()
WEIGHTS_WITH_MODEL = Weights(
    words=4.8, concepts=3.9, arguments=7.0, names=1.5, semantic=1.5, kin=0.36, offset=-8.1
)
