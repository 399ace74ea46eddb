"""Where words may be divided at the end of a line; pure but for reading the patterns.

F. M. Liang, *Word Hy-phen-a-tion by Com-put-er*, Stanford 1983: patterns of letters carry numbers
between them, the greatest at each place counts, and a word may be divided where it is odd.
English patterns come with the program; those of Italian follow from its rules of syllables.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.library import spoken
from reader.library.shipped import shipped
from reader.model import Edition, PassageKind
from reader.qt.offsets import QtOffsets

#: A soft hyphen: not seen, except at the end of a line.
SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]{5,}")
#: Fewest letters before and after a division; as the patterns of either language ask for.
_BEFORE = 2
_AFTER = {"en": 3, "it": 2}

#: Letters of a word that is divided in a heading, too: the narrowest pane has room for so many.
_LONG = 14

_CONSONANTS = "bcdfglmnpqrstvz"
#: Pairs that begin an Italian syllable together; s joins whatever follows it, except another s.
_TOGETHER = {first + second for first in "bcdfgptv" for second in "lr"} | {"gn"}

#: A pattern's letters, and the numbers before, between and after them.
_Patterns = Mapping[str, tuple[int, ...]]


class HyphenOffsets:
    """Translate code points of a passage to Qt's units where soft hyphens were set, and back.

    ``from_qt`` is the inverse of ``to_qt``; before and after a soft hyphen is the same offset.
    """

    def __init__(self, plain: QtOffsets, before: Sequence[int]) -> None:
        self._plain = plain
        self._before = before
        self._at = [plain.to_qt(point) + count for count, point in enumerate(before)]

    def to_qt(self, point: int) -> int:
        """Return the Qt position of an offset; before a soft hyphen, not after it."""
        return self._plain.to_qt(point) + bisect_left(self._before, point)

    def from_qt(self, position: int) -> int:
        """Return the offset of a Qt position."""
        return self._plain.from_qt(position - bisect_left(self._at, position))


def language_of(edition: Edition) -> str:
    """Return ``en`` or ``it``, whichever a text is in; empty when it is neither."""
    language = spoken.language_of(edition)
    return language if language in _AFTER else ""


def divided_at(edition: Edition, row: int, language: str) -> list[int]:
    """Return where the words of a passage are divided; without a language nowhere.

    Headings and title pages are large and short: only words that may fill a line are divided there.
    """
    passage = edition.passages[row]
    if not language:
        return []
    large = passage.kind in {PassageKind.HEADING, PassageKind.FRONT}
    return divisions(edition.words_of(passage), language, least=_LONG if large else 0)


def with_hyphens(text: str, before: Sequence[int]) -> str:
    """Return a text with a soft hyphen before each of some offsets.

    >>> with_hyphens("gardens", [3]).replace(SOFT, "-")
    'gar-dens'
    """
    if not before:
        return text
    return SOFT.join(text[start:end] for start, end in pairwise((0, *before, len(text))))


def divisions(text: str, language: str, *, least: int = 0) -> list[int]:
    """Return the offsets before which a soft hyphen may stand, ascending.

    Words with fewer letters than ``least`` stay whole.

    Each word is looked at once and remembered: about 20 µs for a new one.
    """
    return [
        found.start() + at
        for found in _WORD.finditer(text)
        if len(found[0]) >= least
        for at in _divided(found[0].casefold(), language)
        if at < len(found[0])
    ]


@lru_cache(maxsize=50_000)
def _divided(word: str, language: str) -> tuple[int, ...]:
    patterns = _patterns(language)
    dotted = f".{word}."
    points = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(len(dotted), start + 14) + 1):
            found = patterns.get(dotted[start:end])
            for at, number in enumerate(found or (), start=start):
                points[at] = max(points[at], number)
    last = len(word) - _AFTER[language]
    return tuple(at for at in range(_BEFORE, last + 1) if points[at + 1] % 2)


@lru_cache(maxsize=2)
def _patterns(language: str) -> _Patterns:
    if language == "it":
        return dict(map(_parse, _italian()))
    import gzip  # few want it, and not at the start

    path = shipped("resources/language/english-hyphens.txt.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(map(_parse, _lines(lines)))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return filter(None, (line.strip() for line in lines))


def _italian() -> Iterator[str]:
    """Yield patterns: before a consonant, but between two that do not begin a syllable."""
    for second in _CONSONANTS:
        yield f"1{second}"
        for first in _CONSONANTS:
            joined = first + second in _TOGETHER or (first == "s" and second != "s")
            yield f"{first}2{second}" if joined else f"2{first}{second}"
    yield from ("c2h", "g2h")


def _parse(pattern: str) -> tuple[str, tuple[int, ...]]:
    """Return letters and numbers.

    >>> _parse("1b2a"), _parse("ab3")
    (('ba', (1, 2, 0)), ('ab', (0, 0, 3)))
    """
    pieces = re.findall(r"(\d?)(\D?)", pattern)
    letters = "".join(letter for _, letter in pieces)
    numbers = [int(number or 0) for number, _ in pieces]
    return letters, tuple(numbers[: len(letters) + 1])
