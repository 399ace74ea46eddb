"""Quotes without a single letter: a dash, a row of asterisks, an emoji."""

from reader.annotations.anchoring.text import TextIndex
from reader.model import Anchored, Anchoring, Orphan, Outcome, Selectors, Span

#: Occurrences looked at.
_MOST = 1000


def anchor_marks(selectors: Selectors, text: TextIndex) -> Anchoring:
    """Find a quote that has no letters by its own characters and the most context."""
    quote = selectors.exact
    if not quote:
        return Orphan("The annotation quotes no words.")
    scored: list[tuple[int, int, int]] = []
    at = text.text.find(quote)
    while at >= 0 and len(scored) < _MOST:
        scored.append((_context(text.text, at, selectors), -abs(at - selectors.start), at))
        at = text.text.find(quote, at + 1)
    if not scored:
        return Orphan("The quoted signs are not in this text.")
    scored.sort(reverse=True)
    best = scored[0]
    spans = [Span(place, place + len(quote)) for share, _, place in scored if share == best[0]]
    if len(spans) > 1 or best[0] < len(selectors.prefix + selectors.suffix) // 2:
        return Anchored(spans[0], Outcome.AMBIGUOUS, 1 / (1 + len(spans)), tuple(spans[1:9]))
    return Anchored(spans[0], Outcome.MOVED, 0.9)


def _context(text: str, at: int, selectors: Selectors) -> int:
    """Count the characters of context that stand beside a place without a break."""
    before = text[max(0, at - len(selectors.prefix)) : at][::-1]
    after = text[at + len(selectors.exact) :][: len(selectors.suffix)]
    return _shared(before, selectors.prefix[::-1]) + _shared(after, selectors.suffix)


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
