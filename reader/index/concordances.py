"""What a whole search says of the texts: lines in context, frequencies, places, neighbours.

Pure functions over what ``SearchIndex.find`` returns.  Offsets are code points of the reading
text; of the body for notes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from reader.index.values import (
    Collocate,
    Dispersion,
    Document,
    Extent,
    Found,
    Frequency,
    KwicLine,
)
from reader.index.words import placed_words
from reader.model import HitKind, Span

#: Code points of context on each side of a concordance line: what fits a window beside others.
CONTEXT = 60
#: Words on each side that count as neighbours, as is usual in corpus linguistics.
WINDOW = 5
_LINE = str.maketrans("\n\r\t\v\f\u2028\u2029", "       ")


def concordance(found: Iterable[Found], context: int = CONTEXT) -> tuple[KwicLine, ...]:
    """Return a line for every occurrence, in the order of ``found``."""
    return tuple(_line(each.document, mark, context) for each in found for mark in each.marks)


def _line(document: Document, mark: Span, context: int) -> KwicLine:
    text = document.text.translate(_LINE)
    left = text[max(0, mark.start - context) : mark.start]
    right = text[mark.end : mark.end + context]
    if mark.start > context:
        left = left.partition(" ")[2] or left
    if mark.end + context < len(text):
        right = right.rpartition(" ")[0] or right
    return KwicLine(
        work=document.work,
        author=_author(document),
        passage=document.passage,
        locus=document.locus,
        annotation=document.annotation,
        span=mark.shift(_offset(document)),
        left=left,
        word=mark.of(text),
        right=right,
    )


def sorted_by_context(lines: Iterable[KwicLine], *, right: bool = True) -> tuple[KwicLine, ...]:
    """Return lines by the words after the key word, or before it, read away from it."""

    def key(line: KwicLine) -> list[str]:
        words = placed_words(line.right if right else line.left)[0]
        return words if right else words[::-1]

    return tuple(sorted(lines, key=key))


def frequency(
    found: Iterable[Found], extents: Iterable[Extent], *, by_work: bool = False
) -> tuple[Frequency, ...]:
    """Return how often the query is met in each author or work, zeros included, the most first.

    Notes are not counted: frequencies are those of the texts.
    """
    words: Counter[str] = Counter()
    for extent in extents:
        words[extent.work if by_work else extent.author] += extent.words
    counts: Counter[str] = Counter()
    passages: Counter[str] = Counter()
    for each in _texts(found):
        name = each.document.work if by_work else each.document.author
        counts[name] += len(each.marks)
        passages[name] += 1
    rows = [Frequency(name, counts[name], passages[name], words[name]) for name in words]
    return tuple(sorted(rows, key=lambda row: (-row.per_thousand, row.name)))


def dispersion(found: Iterable[Found], extents: Iterable[Extent]) -> tuple[Dispersion, ...]:
    """Return where in each work the query is met; works without it have no spans."""
    spans: dict[str, list[Span]] = {}
    for each in _texts(found):
        offset = _offset(each.document)
        spans.setdefault(each.document.work, []).extend(mark.shift(offset) for mark in each.marks)
    return tuple(
        Dispersion(
            extent.work, extent.author, extent.length, tuple(sorted(spans.get(extent.work, ())))
        )
        for extent in extents
    )


def collocates(
    found: Iterable[Found], *, window: int = WINDOW, least: int = 3, most: int = 50
) -> tuple[Collocate, ...]:
    """Return the words that one author uses beside the query more, or less, than the others.

    The measure is Dunning's log-likelihood G² ("Accurate Methods for the Statistics of Surprise
    and Coincidence", 1993), signed.  A value of 6.6 is met by chance once in a hundred words.

    Args:
        found: what the query found.
        window: words on each side that count as beside; within one passage.
        least: occurrences beside the query, in all authors together, of a word to be listed.
        most: words for each author, the most telling first.
    """
    beside: dict[str, Counter[str]] = {}
    for each in _texts(found):
        beside.setdefault(each.document.author, Counter()).update(_beside(each, window))
    everyone: Counter[str] = Counter()
    for counts in beside.values():
        everyone.update(counts)
    total = everyone.total()
    result: list[Collocate] = []
    for author, counts in sorted(beside.items()):
        size = counts.total()
        rows = [
            Collocate(
                author,
                word,
                counts[word],
                everyone[word] - counts[word],
                _likelihood(counts[word], everyone[word] - counts[word], size, total - size),
            )
            for word in everyone
            if everyone[word] >= least
        ]
        rows.sort(key=lambda row: (-abs(row.likelihood), row.word))
        result += rows[:most]
    return tuple(result)


def _beside(found: Found, window: int) -> list[str]:
    """Return the words within ``window`` words of a mark, each place once, marks left out."""
    words, places = placed_words(found.document.text)
    marked = [
        at
        for at, (start, end) in enumerate(places)
        if any(start < mark.end and mark.start < end for mark in found.marks)
    ]
    near = {
        at
        for middle in marked
        for at in range(max(0, middle - window), min(len(words), middle + window + 1))
    }
    return [words[at] for at in sorted(near.difference(marked))]


def _likelihood(here: int, there: int, size: int, other_size: int) -> float:
    """Return G² of a word counted ``here`` in ``size`` words and ``there`` in the others."""
    if not size or not other_size:
        return 0.0
    share = (here + there) / (size + other_size)
    value = 0.0
    for count, expected in ((here, size * share), (there, other_size * share)):
        if count:
            value += 2 * count * log(count / expected)
    return value if here / size >= there / other_size else -value


def _texts(found: Iterable[Found]) -> Sequence[Found]:
    aside = (HitKind.NOTE, HitKind.CONCEPT)
    return [each for each in found if each.document.kind not in aside]


def _offset(document: Document) -> int:
    return 0 if document.kind in (HitKind.NOTE, HitKind.CONCEPT) else document.start


def _author(document: Document) -> str:
    return document.by or document.author
