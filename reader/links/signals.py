"""The signals: ways in which two passages can be alike, each a table of numbers from 0 to 1.

words       content words by rarity, commonplaces damped
phrases     neighbouring pairs of content words
concepts    concepts of the glossary, with those related to them
arguments   nearness to the same stepping stones (``reader.links.bridges``)
names       persons, places, works and years that both cite
kin         what the passages most alike in each one's own text find in the other
"""

from __future__ import annotations

import numpy as np

from reader.links.bags import Floats, likeness
from reader.links.features import BASE, TextFeatures

#: In the order of the first axis of all tables.
SIGNALS = ("words", "phrases", "concepts", "arguments", "names", "kin")


def tables(a: TextFeatures, b: TextFeatures, kin_from: Floats) -> Floats:
    """Return all signals for each passage of ``a`` with each passage of ``b``.

    Args:
        a: of one text.
        b: of another, prepared with the same apparatus.
        kin_from: weights of the other signals in what kin are asked for.

    Returns:
        signals by passages of ``a`` by passages of ``b``.
    """
    direct = np.stack(
        [
            likeness(a.words, b.words, BASE),
            likeness(a.phrases, b.phrases, 0.0),
            likeness(a.concepts, b.concepts, 0.0),
            a.profile @ b.profile.T,
            likeness(a.names, b.names, 0.0),
        ]
    )
    base = np.tensordot(kin_from, direct, axes=1)
    kin = 0.5 * (_asked(a, base) + _asked(b, base.T).T)
    return np.concatenate([direct, kin[None]]).astype(np.float32)


def _asked(text: TextFeatures, base: Floats) -> Floats:
    """Average the rows of the kin of each row."""
    out: Floats = np.einsum("rk,rkc->rc", text.kin_weight, base[text.kin])
    return out
