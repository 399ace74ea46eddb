"""From selectors to a place in today's text: the tiers, cheapest first."""

from bisect import bisect_left
from functools import lru_cache

from reader.annotations.anchoring.bare import anchor_marks
from reader.annotations.anchoring.confidence import agreement, confidence, half_each, verbatim
from reader.annotations.anchoring.edges import span_of
from reader.annotations.anchoring.pattern import Pattern, pattern_in, pattern_of
from reader.annotations.anchoring.places import Found, places
from reader.annotations.anchoring.text import TextIndex
from reader.matching import skeleton
from reader.model import Anchored, Anchoring, Orphan, Outcome, Selectors, Span

#: Raised whenever an answer may differ; kept beside the places found (issue 7, part 5).
MATCHER = 2
#: Answers of less confidence are no answers.  On seeds the fit had not seen, at this line 0.2 %
#: of what is gone is answered and 0.4 % of what is there is missed.
_LINE = 0.8
#: Answers of this confidence need no help from the old text; 99.8 % of them are right.
_SETTLED = 0.985
#: Rivals that agree nearly as well are choices to show.
_NEARLY = 0.06
#: Letters from which a single place is beyond doubt; a lone word may stand there by chance.
_TELLING = 20
#: Equal places looked at, and shown as choices.
_MOST = 50
_SHOWN = 8
#: How much better another passage of the old text must fit to disown a place.
_DISOWNED = 0.08


def anchor(
    selectors: Selectors, text: TextIndex, *, source: TextIndex | str | None = None
) -> Anchoring:
    """Find the place of ``selectors`` in a text, or say that it is lost.

    Args:
        selectors: what the annotation remembers.
        text: today's text, prepared.
        source: the text they were made on, where it is at hand: longer context is taken from
            it, and a place that belongs to another passage of it is refused.  Only asked
            where there is an answer that is not settled: with so long a context words that
            were cut out from between it would be answered, too.

    Never raises for a lost quote: losing one is an answer.

    Cost: 0.1 ms where the words are as they were, 3 ms where they are damaged (10,000
    words); bounded for any quote: under 50 ms for 64,000 code points in a text of two million.
    """
    old = _prepared(source) if isinstance(source, str) else source
    same = _unmoved(selectors, text, old)
    if same:
        return same
    pattern = pattern_of(selectors)
    if pattern.start == pattern.end:
        return anchor_marks(selectors, text)
    first = _search(selectors, text, pattern, None)
    if not old or isinstance(first, Orphan) or first.confidence >= _SETTLED:
        return first
    home = _home(selectors, pattern, old)
    return _search(selectors, text, pattern_in(old.letters, *home), (old, home)) if home else first


@lru_cache(maxsize=4)
def _prepared(text: str) -> TextIndex:
    return TextIndex(text, ready=False)


def _unmoved(selectors: Selectors, text: TextIndex, old: TextIndex | None) -> Anchored | None:
    """Answer where the text, or its letters, are the ones the annotation was made on."""
    start, end = selectors.start, selectors.end
    if not 0 <= start < end:
        return None
    prefix = max(0, start - len(selectors.prefix))
    here = text.text[prefix : end + len(selectors.suffix)]
    if here == selectors.prefix + selectors.exact + selectors.suffix and (
        text.text[start:end] == selectors.exact
    ):
        return Anchored(Span(start, end), Outcome.EXACT, 1.0)
    if not old or old.letters.hash != text.letters.hash or old.text[start:end] != selectors.exact:
        return None
    first, last = old.letters.within(Span(start, end))
    if first == last:
        return None
    return Anchored(span_of(_whole(first, last), text.letters, selectors), Outcome.EXACT, 1.0)


def _whole(start: int, end: int) -> Found:
    """Return a place where every letter agrees."""
    return Found(start, end, low=start, high=end, first=start, last=end)


def _home(selectors: Selectors, pattern: Pattern, old: TextIndex) -> tuple[int, int] | None:
    """Return where the quote stands in the old text, in its code points."""
    start, end = selectors.start, selectors.end
    if start >= 0 and old.text[start:end] == selectors.exact:
        return start, end
    columns = _literal(pattern.letters, old.letters.text)
    if len(columns) != 1:
        return None
    found = old.letters.span(columns[0] + pattern.start, columns[0] + pattern.end)
    return found.start, found.end


def _search(
    selectors: Selectors,
    text: TextIndex,
    pattern: Pattern,
    old: tuple[TextIndex, tuple[int, int]] | None,
) -> Anchoring:
    """Look for a pattern as it is, then for what is like it."""
    columns = _literal(pattern.letters, text.letters.text)
    if columns:
        return _equal(selectors, text, pattern, columns, old)
    return _approximate(selectors, text, pattern, old)


def _literal(letters: str, text: str) -> list[int]:
    """Return the columns at which the letters stand as they are; not more than fifty."""
    columns: list[int] = []
    at = text.find(letters)
    while at >= 0 and len(columns) < _MOST:
        columns.append(at)
        at = text.find(letters, at + 1)
    return columns


def _equal(
    selectors: Selectors,
    text: TextIndex,
    pattern: Pattern,
    columns: list[int],
    old: tuple[TextIndex, tuple[int, int]] | None,
) -> Anchored:
    """Answer where quote and context stand letter by letter, once or several times."""
    spans = [
        span_of(_whole(at + pattern.start, at + pattern.end), text.letters, selectors)
        for at in columns
    ]
    if len(spans) == 1:
        return Anchored(spans[0], Outcome.MOVED, 1.0 if len(pattern) >= _TELLING else _LINE)
    row = _ordinal(pattern, len(columns), *old) if old else -1
    if row >= 0:
        return Anchored(spans[row], Outcome.MOVED, 0.97)
    hint = max(selectors.start, 0)
    spans.sort(key=lambda span: abs(span.start - hint))
    return Anchored(spans[0], Outcome.AMBIGUOUS, 1 / len(spans), tuple(spans[1 : _SHOWN + 1]))


def _ordinal(pattern: Pattern, count: int, old: TextIndex, home: tuple[int, int]) -> int:
    """Return which of several equal places is meant where the old text has as many, else -1."""
    columns = _literal(pattern.letters, old.letters.text)
    row = bisect_left(columns, old.letters.index(home[0]) - pattern.start)
    return row if len(columns) == count and row < count else -1


def _approximate(
    selectors: Selectors,
    text: TextIndex,
    pattern: Pattern,
    old: tuple[TextIndex, tuple[int, int]] | None,
) -> Anchoring:
    """Answer where quote and context were damaged."""
    ranked = [
        (agreement(found, pattern), found)
        for found in places(pattern, text.letters.text, text.pieces)
    ]
    hint = text.letters.index(max(selectors.start, 0))
    ranked.sort(key=lambda one: (not verbatim(one[1], pattern), -one[0], abs(one[1].start - hint)))
    if not ranked:
        return Orphan("Nothing in this text is like the quoted words.")
    (best, found), rivals = ranked[0], ranked[1:]
    sure = confidence(found, pattern, [other for _, other in rivals])
    if sure < _LINE:
        return Orphan("No passage of this text is like enough to the quoted words.")
    span = span_of(found, text.letters, selectors)
    if old and _disowned(span, best, text, *old):
        return Orphan("The nearest passage of this text is another one of the old text.")
    choices = tuple(
        span_of(other, text.letters, selectors)
        for near, other in rivals[:_SHOWN]
        if near > best - _NEARLY or half_each(found, other, pattern)
    )
    if choices:
        return Anchored(span, Outcome.AMBIGUOUS, sure / (1 + len(choices)), choices)
    alike = skeleton(span.of(text.text)) == pattern.quote
    return Anchored(span, Outcome.MOVED if alike else Outcome.REWORDED, sure)


def _disowned(
    span: Span, best: float, text: TextIndex, old: TextIndex, home: tuple[int, int]
) -> bool:
    """Say whether the place found is really another passage of the old text."""
    back = pattern_in(text.letters, span.start, span.end)
    columns = _literal(back.letters, old.letters.text)
    if columns:
        ranked = [(1.0, _whole(at + back.start, at + back.end)) for at in columns]
    else:
        ranked = [(agreement(f, back), f) for f in places(back, old.letters.text, old.pieces)]
    if not ranked:
        return False
    first, last = old.letters.within(Span(*home))
    own = max((a for a, f in ranked if f.start < last and first < f.end), default=0.0)
    return max(a for a, _ in ranked) > max(own, best if not own else 0.0) + _DISOWNED
