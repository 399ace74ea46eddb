"""The letter skeleton of a text: what stays the same however a text is set and spaced.

Only letters and digits count, decomposed, without diacritics and without case; ligatures fall
apart into their letters.  Re-wrapping, hyphens at line ends, quotation marks, invisible
characters and the like leave the skeleton as it is.  Source: the measurement of issue 7, in
which the skeleton turned all changes of mere form into exact matches.
"""

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from reader.model import Span
from reader.model.digests import sha256

#: Format characters among the marks of combining class 0: grapheme joiner, Mongolian and
#: general variation selectors.  They never tell one word from another.
_IGNORED_MARKS = frozenset((0x034F, *range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10)))


def _kept(char: str) -> bool:
    """Say whether a decomposed character is part of the skeleton.

    Marks of combining class 0 are the vowel signs of Indic and other scripts: letters in all
    but name.  All other marks (accents, vowel points, tone signs) are dropped.
    """
    if char.isalnum():
        return True
    vowel_sign = unicodedata.category(char) in {"Mn", "Mc"} and not unicodedata.combining(char)
    return vowel_sign and ord(char) not in _IGNORED_MARKS and ord(char) < 0xE0000


class _Table(dict[int, str]):
    """Code point to its skeleton, filled on demand; for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code)).casefold()
        found = "".join(c for c in unicodedata.normalize("NFKD", folded) if _kept(c))
        self[code] = found
        return found


_TABLE = _Table()


def skeleton(text: str) -> str:
    r"""Return the letters of ``text`` alone.

    >>> skeleton("Self-\nvaloriza\u00adtion: naïve ﬁgures")
    'selfvalorizationnaivefigures'
    """
    return text.translate(_TABLE)


def skeleton_hash(text: str) -> str:
    """Return the hexadecimal SHA-256 of the skeleton: equal means same wording, other layout."""
    return sha256(skeleton(text).encode()).hexdigest()


class Letters:
    """A text, its skeleton and the map between the two.

    Cost: about 30 ms a megabyte for the skeleton and 60 for the map, which is made when it
    is first asked for.

    Attributes:
        source: the text as it was.
        text: its skeleton.

    >>> letters = Letters("“A rose,” she said")
    >>> letters.text, letters.span(1, 5).of(letters.source)
    ('aroseshesaid', 'rose')
    """

    __slots__ = ("__dict__", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = skeleton(source)

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def offsets(self) -> Sequence[int]:
        """For each letter of the skeleton the offset in the source that it came from; ascending.

        The letters of a ligature share one offset.
        """
        table = _TABLE
        return array("L", (at for at, char in enumerate(self.source) for _ in table[ord(char)]))

    @cached_property
    def hash(self) -> str:
        """The hexadecimal SHA-256 of the skeleton."""
        return sha256(self.text.encode()).hexdigest()

    def index(self, offset: int) -> int:
        """Return how many letters come from before ``offset`` of the source."""
        return bisect_left(self.offsets, offset)

    def within(self, span: Span) -> tuple[int, int]:
        """Return the stretch of letters that come from ``span`` of the source; may be empty."""
        return self.index(span.start), self.index(span.end)

    def span(self, start: int, end: int) -> Span:
        """Return the shortest span of the source that holds the letters ``start`` to ``end``.

        ``within`` turns it back, where no ligature is cut in two.  An empty stretch becomes
        the caret before the letter ``start``.
        """
        if start >= end:
            at = self.offsets[start] if start < len(self.text) else len(self.source)
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def letters(text: str) -> Letters:
    """Return the skeleton of ``text`` with its map back."""
    return Letters(text)
