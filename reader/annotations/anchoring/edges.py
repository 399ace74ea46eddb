"""From letters back to a span: word borders and punctuation at the edges of a quote."""

import unicodedata
from itertools import chain

from reader.annotations.anchoring.places import Found
from reader.matching import Letters, skeleton
from reader.model import Selectors, Span

_LIKE = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "…": "."}
#: Under this agreement the words are others; their neighbours must then agree as far as this.
_OTHER_WORDS, _BESIDE = 0.5, 0.8
#: Words of at most so many letters may have changed places with their neighbours: then they
#: agree less than this where they are expected, and stand within so many letters of it.
_FEW, _AS_IT_WAS, _BESIDE_LETTERS = 40, 0.9, 16
#: Words of the context that may stand beside a place themselves.
_BESIDE_WORDS = 4
#: Characters looked through for a quote's own punctuation.
_REACH = 12


def span_of(found: Found, text: Letters, selectors: Selectors) -> Span:
    """Return the span in the text for a place in its letters.

    Where the quote began or ended at a word's border it does so again, and the punctuation
    with which it began or ended is taken in where it is there.
    """
    exchanged = _exchanged(found, text, selectors)
    if exchanged:
        return with_marks(exchanged, text.source, selectors.exact)
    if _replaced(found):
        return with_marks(text.span(found.low, found.high), text.source, selectors.exact)
    start, end = found.start, found.end
    if _at_border(selectors.prefix[-1:], selectors.exact[:1]):
        start = _word_start(text, found)
    if _at_border(selectors.exact[-1:], selectors.suffix[:1]):
        end = _word_end(text, found)
    span = text.span(start, max(start, end))
    return with_marks(span, text.source, selectors.exact)


def _exchanged(found: Found, text: Letters, selectors: Selectors) -> Span | None:
    """Return where the very words stand, if they are only beside where they are expected.

    A word or two may have changed places with a neighbour, which may now stand among them.
    """
    if found.quote >= _AS_IT_WAS or found.end - found.start > _FEW:
        return None
    if not _at_border(selectors.prefix[-1:], selectors.exact[:1]) or not _at_border(
        selectors.exact[-1:], selectors.suffix[:1]
    ):
        return None
    words = _words(selectors.exact)
    beside = {*_words(selectors.prefix)[-_BESIDE_WORDS:], *_words(selectors.suffix)[:_BESIDE_WORDS]}
    placed = [_only(word, found, text) if word not in beside else None for word in words]
    there = [one for one in placed if one]
    size = sum(map(len, words))
    if 2 * sum(end - start for start, end in there) <= size:
        return None
    start, end = min(one[0] for one in there), max(one[1] for one in there)
    if not placed[0]:
        start = min(start, _word_start(text, found))
    if not placed[-1]:
        end = max(end, _word_end(text, found))
    return text.span(start, end)


def _words(text: str) -> list[str]:
    """Return the words of a text by their letters."""
    parts = "".join(c if _joins(c) else " " for c in text).split()
    return [word for word in map(skeleton, parts) if word]


def _only(word: str, found: Found, text: Letters) -> tuple[int, int] | None:
    """Return where a word stands in or beside a place, if only once."""
    at, high = max(0, found.start - _BESIDE_LETTERS), found.end + _BESIDE_LETTERS
    met = []
    while (at := text.text.find(word, at, high)) >= 0:
        end = at + len(word)
        if _starts(text, at) and (end >= len(text) or _starts(text, end)):
            met.append((at, end))
        at += 1
    return met[0] if len(met) == 1 else None


def _replaced(found: Found) -> bool:
    """Say whether other words stand where the quote stood, with its neighbours beside them."""
    beside = min(found.near_before, found.near_after)
    return found.quote < _OTHER_WORDS and beside >= _BESIDE and found.low < found.high


def _at_border(left: str, right: str) -> bool:
    return not (left and right and _joins(left) and _joins(right))


def _starts(text: Letters, letter: int) -> bool:
    """Say whether a word starts at a letter; the rest of a word broken by a hyphen does not."""
    at = text.offsets[letter]
    if not at or (letter and text.offsets[letter - 1] == at):
        return not at
    before = text.source[max(0, at - 3) : at]
    return not _joins(before[-1]) and before.rstrip(" ")[-2:] != "-\n"


def _joins(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc", "Cf"}


def _word_start(text: Letters, found: Found) -> int:
    """Move the first letter to a word's start over letters that nothing claims."""
    for at in chain(range(found.start, found.low - 1, -1), range(found.start + 1, found.first + 1)):
        if _starts(text, at):
            return at
    return found.start


def _word_end(text: Letters, found: Found) -> int:
    size = len(text)
    for at in chain(range(found.end, found.high + 1), range(found.end - 1, found.last - 1, -1)):
        if at >= size or _starts(text, at):
            return at
    return found.end


def with_marks(span: Span, text: str, exact: str) -> Span:
    """Take in the punctuation with which the quote began and ended, as far as it is there."""
    first = next((i for i, c in enumerate(exact) if _joins(c)), len(exact))
    last = next((i for i, c in enumerate(reversed(exact)) if _joins(c)), len(exact))
    ahead = text[max(0, span.start - _REACH) : span.start][::-1]
    behind = text[span.end : span.end + _REACH]
    return Span(
        span.start - _taken(exact[:first][::-1], ahead),
        span.end + _taken(exact[len(exact) - last :], behind),
    )


def _taken(marks: str, there: str) -> int:
    """Return how many characters of ``there`` belong to the marks, read away from the quote."""
    wanted = [_LIKE.get(c, c) for c in marks if not c.isspace()]
    taken, row = 0, 0
    for at, char in enumerate(there):
        if row == len(wanted) or char.isalnum():
            break
        if _LIKE.get(char, char) == wanted[row] or _both_dashes(char, wanted[row]):
            row, taken = row + 1, at + 1
    return taken


def _both_dashes(one: str, other: str) -> bool:
    return unicodedata.category(one) == unicodedata.category(other) == "Pd"
