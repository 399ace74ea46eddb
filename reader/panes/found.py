"""Finding words in one text; pure."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader.model import Span
from reader.model.values import dataclass

#: Most places that are marked; beyond, the count says "more".
MOST = 5000
#: Signs that people type in one form and texts print in another.
_SAME = {
    "'": "['’‘ʼ]", "’": "['’‘ʼ]", "‘": "['’‘ʼ]",
    '"': '["“”„«»]', "“": '["“”„«»]', "”": '["“”„«»]',
    "-": "[-‐‑–—\u00ad]",
}  # fmt: skip


def find_all(text: str, query: str, most: int = MOST) -> list[Span]:
    """Return where ``query`` stands in ``text``.

    Without regard to case; any space for a space, any quotation mark and dash for another; an
    accent typed must stand there.  A soft hyphen does not hide a word.  Linear in the text.
    """
    words = query.split()
    if not words:
        return []
    pattern = r"\s+".join("\u00ad?".join(_letter(one) for one in word) for word in words)
    found = re.finditer(pattern, text, re.IGNORECASE)
    return [Span(*match.span()) for match, _ in zip(found, range(most), strict=False)]


def _letter(letter: str) -> str:
    if letter in _SAME:
        return _SAME[letter]
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain != letter:
        return re.escape(letter)
    return re.escape(letter) + ("[\u0300-\u036f]?" if letter.isalpha() else "")


@dataclass(frozen=True, slots=True)
class Found:
    """The places found in one text, ascending, and which of them is shown.

    Attributes:
        at: index of the one shown; None as long as none is.
    """

    spans: tuple[Span, ...] = ()
    at: int | None = None

    @property
    def current(self) -> Span | None:
        """The place shown."""
        return None if self.at is None else self.spans[self.at]

    def step(self, direction: int, offset: int) -> "Found":
        """Return them ``direction`` places on; at first with the one nearest to ``offset``."""
        if self.at is None or not self.spans:
            return replace(self, at=nearest(self.spans, offset))
        return replace(self, at=(self.at + direction) % len(self.spans))


def nearest(spans: Sequence[Span], offset: int) -> int | None:
    """Return the index of the first span at or after ``offset``, else the first; None of none."""
    if not spans:
        return None
    at = bisect_left(spans, Span(offset, offset))
    return at if at < len(spans) else 0
