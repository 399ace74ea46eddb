"""The signals: ways in which two passages can be alike, each a table of numbers from 0 up.

words       content words and pairs of them by rarity, commonplaces damped
concepts    concepts of the glossary, with those related to them
arguments   nearness to the same stepping stones (``reader.links.bridges``)
names       persons, places, works and years that both cite
semantic    directions of a sentence model, where one is installed (``reader.links.semantic``)
kin         what the passages most alike in each one's own text find in the other

Tried on the judged passages and dropped, since they added nothing to these: latent semantics of
the library (alone nDCG@5 0.36), word vectors from co-occurrence (0.33), best pair of sentences
(0.24), neighbouring passages, length, centrality, mutual choice, and the way over a third text.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from reader.links.bags import Floats, dot, likeness
from reader.links.features import BASE, TextFeatures


class Signal(StrEnum):
    """The signals, in the order of the first axis of all tables."""

    WORDS = "words"
    CONCEPTS = "concepts"
    ARGUMENTS = "arguments"
    NAMES = "names"
    SEMANTIC = "semantic"
    KIN = "kin"


#: What any two passages of the same field have in common for a sentence model.
_ALIKE_ANYWAY = 0.3


def tables(a: TextFeatures, b: TextFeatures, kin_from: Floats) -> Floats:
    """Return all signals for each passage of ``a`` with each passage of ``b``.

    Args:
        a: of one text.
        b: of another, prepared with the same apparatus.
        kin_from: weights of the other signals in what kin are asked for.

    Returns:
        signals by passages of ``a`` by passages of ``b``.  5 ms for two essays.
    """
    direct = np.stack(
        [
            likeness(a.words, b.words, BASE),
            likeness(a.concepts, b.concepts, 0.0),
            dot(a.profile, b.profile.T),
            likeness(a.names, b.names, 0.0),
            _meaning(a, b),
        ]
    )
    base = np.einsum("s,sab->ab", kin_from, direct)
    kin = 0.5 * (_asked(a, base) + _asked(b, base.T).T)
    return np.concatenate([direct, kin[None]]).astype(np.float32)


def _meaning(a: TextFeatures, b: TextFeatures) -> Floats:
    if not a.meaning.shape[1]:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    out: Floats = np.maximum(dot(a.meaning, b.meaning.T) - np.float32(_ALIKE_ANYWAY), 0)
    return out


def _asked(text: TextFeatures, base: Floats) -> Floats:
    """Average the rows of the kin of each row."""
    out: Floats = np.einsum("rk,rkc->rc", text.kin_weight, base[text.kin])
    return out
