"""How sure a place is: the share of such answers that are right.

A logistic regression over how far the parts of the pattern agree, fitted on 29,000 damaged
anchors of ``tests.bench.anchoring_cases`` (four seeds, eight texts in five scripts, 25 kinds of
damage).  On a seed that the fit had not seen, answers of 0.7 to 0.8 were right in 81 %, of 0.8
to 0.9 in 92 %, of 0.9 to 0.97 in 95 %, above in 99.8 %.  Against a line drawn through the plain
agreement it misses no more and answers for a seventh of what is gone.
"""

import math
from collections.abc import Sequence

from reader.annotations.anchoring.pattern import Pattern
from reader.annotations.anchoring.places import LONG, Found

#: Weights of: one; quote; worse side; better side; better and worse near context; logarithm of
#: the quote's letters; the same times quote; agreement of all; how near a rival comes;
#: agreement of all times the logarithm; quote times better side; room for the quote between
#: its sides; room for other words where the near sides agree; worse side times worse near.
_SHORT_WEIGHTS = (
    -2.06, 0.05, -7.49, -11.49, 1.04, -0.56, -0.31, -0.91, 15.42, -18.25, 2.42, 8.01, 1.22, 2.11,
    0.96,
)  # fmt: skip
_LONG_WEIGHTS = (
    5.67, -5.4, 0.29, -5.29, 0.98, -6.99, -0.1, 1.19, -1.7, -27.42, -1.0, 12.62, -1.38, 24.33,
    7.54,
)  # fmt: skip
#: Letters of a quote that count in the agreement of all; more would drown the context.
_QUOTE_MOST = 60
#: A rival counts from this distance on.
_RIVAL = 0.3
#: A quote of so many letters that stands there word for word and nowhere else is found, even
#: where all around it changed (15 of 15 such answers were right, the fit doubted them).
_VERBATIM, _VERBATIM_AGREES, _VERBATIM_RIVAL = 60, 0.97, 0.8
#: Of a quote of so many letters this much must agree (chance alone gives 0.3, so it is a
#: quarter of the words), of a long one's pieces this share: what has less is gone, however well
#: its neighbours agree.
_WORDS, _WORDS_LEFT, _PIECES_LEFT = 60, 0.47, 0.2
#: How far a side agrees that still stands there.
_SIDE = 0.8
#: Letters of context without which a quote stands alone.
_ALONE = 12
#: Letters from which a quote alone is enough, and how far it must then agree and be unrivalled.
_ALONE_LETTERS, _ALONE_AGREES, _ALONE_AHEAD = 12, 0.8, 0.2
#: Share of a long quote's pieces that is enough: all in order, they are there by no chance.
_ALONE_PIECES = 0.4


def agreement(found: Found, pattern: Pattern) -> float:
    """Return how far the whole pattern agrees at a place, 0 to 1; ranks rivals."""
    before, after = pattern.start, len(pattern) - pattern.end
    quote = min(pattern.end - pattern.start, _QUOTE_MOST)
    all_told = found.quote * quote + found.before * before + found.after * after
    return all_told / (quote + before + after)


def confidence(found: Found, pattern: Pattern, rivals: Sequence[Found]) -> float:
    """Return the share of such answers that are right, 0 to 1.

    Args:
        found: the place.
        pattern: what was looked for.
        rivals: the other places looked at.
    """
    all_told = agreement(found, pattern)
    size = pattern.end - pattern.start
    # Long words twice are choices to show; they make neither place less like them.
    rival = max((agreement(other, pattern) for other in rivals if size <= LONG), default=0.0)
    if len(pattern) - size < _ALONE:
        return _alone(found, size, all_told - rival)
    if size >= _WORDS and found.quote < (_PIECES_LEFT if size > LONG else _WORDS_LEFT):
        return 0.0
    left, right, near_left, near_right = _sides(found, pattern)
    length, room = math.log(size), min(1.0, (found.high - found.low) / size)
    features = (
        1.0,
        found.quote,
        min(left, right),
        max(left, right),
        max(near_left, near_right),
        min(near_left, near_right),
        length,
        found.quote * length,
        all_told,
        max(0.0, rival - all_told + _RIVAL),
        all_told * length,
        found.quote * max(left, right),
        room,
        room * min(near_left, near_right) * (1 - found.quote),
        min(left, right) * min(near_left, near_right),
    )
    weights = _LONG_WEIGHTS if size > LONG else _SHORT_WEIGHTS
    sure = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, features, strict=True))))
    alone = size > LONG or all(other.quote < _VERBATIM_RIVAL for other in rivals)
    return max(sure, 0.95) if alone and verbatim(found, pattern) else sure


def verbatim(found: Found, pattern: Pattern) -> bool:
    """Say whether a quote too long to recur by chance stands there word for word."""
    return pattern.end - pattern.start >= _VERBATIM and found.quote >= _VERBATIM_AGREES


def half_each(found: Found, other: Found, pattern: Pattern) -> bool:
    """Say whether two places have the words, and each one side of what stood around them.

    A passage and its copy, put next to it or torn from it: either may be the one.
    """
    if not (verbatim(found, pattern) and verbatim(other, pattern)):
        return False
    torn = min(found.before, found.after) < _SIDE
    return torn and max(other.before, other.after) >= _SIDE


def _sides(found: Found, pattern: Pattern) -> tuple[float, float, float, float]:
    """Return the four agreements beside the quote; a side without letters is as the other."""
    if not pattern.start:
        return found.after, found.after, found.near_after, found.near_after
    if pattern.end == len(pattern):
        return found.before, found.before, found.near_before, found.near_before
    return found.before, found.after, found.near_before, found.near_after


def _alone(found: Found, size: int, ahead: float) -> float:
    """Judge a quote that came without context: long, alike and unrivalled, or nothing."""
    agrees = _ALONE_PIECES if size > LONG else _ALONE_AGREES
    if size < _ALONE_LETTERS or found.quote < agrees or ahead < _ALONE_AHEAD:
        return 0.0
    return max(found.quote, _ALONE_AGREES)
