"""Whether the end of one leaf and the beginning of another speak of the same things.

How much that tells differs from text to text: some keep to one subject from beginning to end, some
change it from page to page.  The leaves themselves show it: the two halves of one belong together,
and most pairs of different ones do not.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.restore.leaves import Leaf
from reader.restore.lexicon import english

#: Words rarer than this (binary logarithm) tell of what a stretch is about.
_TOPICAL = 16
#: Letters and lines that are looked at, on either side; lines from which a leaf has two halves.
_REACH, _LINES, _HALVES = 900, 12, 8
#: Pairs of leaves that show how alike any two are, at most.
_PAIRS = 400
#: Halves that are thought to be as like as any two leaves, before any are seen.
_PRIOR = 2.0
#: What likeness tells beyond what halves of leaves say, and bounds of it, in nats: measured on
#: novels, essays, answers to questions and a handbook in five languages, where leaves without a
#: common word are next to each other half as often as others, those with many twenty times.
_MORE, _LEAST, _MOST = 1.5, -1.05, 3.0

_Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Topics:
    """The rarer words at both ends of every leaf.

    Attributes:
        opening, closing: rarer words near the head and the tail of each leaf.
        weights: of each word, the greater the fewer leaves have it.
        middle: likeness from which on two leaves are likelier to be neighbours than not.
        slope: nats for each unit of likeness.
    """

    opening: Sequence[_Words] = ()
    closing: Sequence[_Words] = ()
    weights: Counter[str] | None = None
    middle: float = 0.0
    slope: float = 0.0

    @classmethod
    def of(cls, leaves: Sequence[Leaf]) -> "Topics":
        """Look at leaves and measure what likeness tells; linear in their length."""
        texts = [[line.text for line in leaf.lines] for leaf in leaves]
        opening = [_head(lines) for lines in texts]
        closing = [_tail(lines) for lines in texts]
        held = Counter(word for a, b in zip(opening, closing, strict=True) for word in a | b)
        weights = Counter({word: math.log((len(leaves) + 1) / n) ** 2 for word, n in held.items()})
        middles = [(lines, len(lines) // 2) for lines in texts if len(lines) >= _HALVES]
        halves = [
            _likeness(_tail(lines[:cut]), _head(lines[cut:]), weights) for lines, cut in middles
        ]
        others = [
            _likeness(closing[left], opening[right], weights)
            for left, right in _some_pairs(len(leaves))
        ]
        if not halves or not others:
            return cls(opening, closing, weights)
        usual = sum(others) / len(others)
        near = (sum(halves) + _PRIOR * usual) / (len(halves) + _PRIOR)
        spread = (_spread(halves, near) + _spread(others, usual)) / 2 + 1e-4
        slope = max(0.0, (near - usual) / spread)
        return cls(opening, closing, weights, (near + usual) / 2, slope)

    def fit(self, left: int, right: int) -> float:
        """Return nats for leaf ``right`` after ``left``."""
        if not self.slope or self.weights is None:
            return 0.0
        a, b = self.closing[left], self.opening[right]
        if not a or not b:
            return 0.0
        value = _MORE * self.slope * (_likeness(a, b, self.weights) - self.middle)
        return max(_LEAST, min(_MOST, value))


def _head(lines: Sequence[str]) -> _Words:
    return _rare(" ".join(line[:_REACH] for line in lines[:_LINES])[:_REACH])


def _tail(lines: Sequence[str]) -> _Words:
    return _rare(" ".join(line[-_REACH:] for line in lines[-_LINES:])[-_REACH:])


def _rare(text: str) -> _Words:
    known = english()
    return frozenset(
        word[:7]
        for word in text.lower().split()
        if word.isalpha() and known.get(word, 0) < _TOPICAL
    )


def _likeness(a: _Words, b: _Words, weights: Counter[str]) -> float:
    """Return the cosine of two sets of weighted words, 0 to 1."""
    shared = sum(weights[word] for word in a & b)
    if not shared:
        return 0.0
    whole = sum(weights[word] for word in a) * sum(weights[word] for word in b)
    return shared / math.sqrt(whole)


def _some_pairs(count: int) -> list[tuple[int, int]]:
    """Return pairs of leaves that are far from each other in the file, spread over all of it."""
    step = max(1, count * (count - 3) // _PAIRS)
    far = ((at // count, at % count) for at in range(0, count * count, step))
    return [(left, right) for left, right in far if abs(left - right) > 1]


def _spread(values: Sequence[float], mean: float) -> float:
    return sum((value - mean) ** 2 for value in values) / len(values)
