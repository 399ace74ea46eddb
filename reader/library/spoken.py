"""The language that a text is in; pure."""

import re
from collections import Counter
from functools import lru_cache

from reader.model import Edition
from reader.model.languages import language_of_words, plain_language

#: So much of a text is looked at for its language, letters.
_LOOKED_AT = 4000


def language_of(edition: Edition) -> str:
    """Return the language that a work is said to be in, without its country (ISO 639-1).

    Where nothing is said the one that its words show; empty when it is none that is known.
    """
    return plain_language(edition.work.language) or _guessed(edition.text[:_LOOKED_AT])


def language_shown(text: str) -> str:
    """Return the language that all words of a text show; empty when it is none that is known."""
    return language_of_words(Counter(re.findall(r"[^\W\d_]+", text.lower())))


@lru_cache(maxsize=1024)
def _guessed(text: str) -> str:
    return language_shown(text)
