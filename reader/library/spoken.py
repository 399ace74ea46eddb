"""The language that a text is in; pure."""

import re
from collections import Counter
from functools import lru_cache

from reader.model import Edition

_COMMON = {
    "en": frozenset({"the", "of", "and", "to", "is", "that", "in", "it", "was", "for"}),
    "it": frozenset({"di", "che", "la", "il", "non", "un", "per", "del", "della", "sono"}),
}
#: So much of a text is looked at for its language, letters; and so much of it must be common words.
_LOOKED_AT = 4000
_SHARE = 0.12


def language_of(edition: Edition) -> str:
    """Return the language that a work is said to be in, without its country.

    Where nothing is said ``en`` or ``it``, whichever the text is in; empty when it is neither.
    """
    told = edition.work.language.split("-")[0].casefold()
    return told or _guessed(edition.text[:_LOOKED_AT])


@lru_cache(maxsize=1024)
def _guessed(text: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    shares = {
        language: sum(words[word] for word in common) / max(1, words.total())
        for language, common in _COMMON.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _SHARE else ""
