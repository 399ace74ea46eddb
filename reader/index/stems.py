"""Words brought to their stem, by the language of the text.

The stemmers are Snowball's (M. F. Porter, snowballstem.org), as whoosh ships them.  British and
American spellings of English words meet before they are stemmed.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reader.index.words import fold
from reader.model.languages import plain_language

#: British endings and their American twins, in the order in which they are tried.
_SPELLINGS = (
    (re.compile(r"(?<=...)is(e|ed|er|ers|es|ing|ation|ations|ational|able)$"), r"iz\1"),
    (re.compile(r"(?<=..)ys(e|ed|er|ers|es|ing)$"), r"yz\1"),
    (
        re.compile(r"(?<=[a-z]{2}[^aeiou])our(s|ed|er|ers|ing|ist|ists|less|able|ful|ite|ites)?$"),
        r"or\1",
    ),
    (re.compile(r"([aeiou].*[^aeiou][aeiou])ll(ed|er|ers|ing|or|ors)$"), r"\1l\2"),
    (re.compile(r"(?<=[a-z]{2}[tb])re$"), "er"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(s|d)$"), r"er\1"),
    (re.compile(r"(?<=[tb]er)d$"), "ed"),
    (re.compile(r"(?<=(?:fe|pe|ce)n)ce(s)?$"), r"se\1"),
    (re.compile(r"(?<=(?:al|ol|ta)og)ue(s|d)?$"), r"\1"),
    (re.compile(r"(?<=gram)me(s)?$"), r"\1"),
    (re.compile(r"(?<=judg)ement(s)?$"), r"ment\1"),
)
#: ``operaio, operaia, operaie`` beside ``operai``: Snowball leaves them apart.
_WORKER = re.compile(r"(?<=..)ai[oae]$")
#: What is typed of a word before its end shows: the same, anywhere near the end.
_BEGINNINGS = (
    (re.compile(r"(?<=...)is(?=(?:a|at|ati|atio|ation|e|i|in)?$)"), "iz"),
    (re.compile(r"(?<=...)iz(?=(?:a|at|ati|atio|ation|e|i|in)?$)"), "is"),
    (re.compile(r"(?<=..)ou(?=r)"), "o"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])or(?=(?:s|e|ed|er|i|in|ing)?$)"), "our"),
)


def american(word: str) -> str:
    """Return the American spelling of an English word; others are returned as they are.

    >>> american("valorisation"), american("labour"), american("centre")
    ('valorization', 'labor', 'center')
    """
    if len(word) > 4:
        for pattern, ending in _SPELLINGS:
            word = pattern.sub(ending, word)
    return word


def spellings(beginning: str) -> tuple[str, ...]:
    """Return other spellings of the beginning of an English word, without itself.

    >>> spellings("valoris")
    ('valoriz',)
    """
    found = {pattern.sub(other, beginning) for pattern, other in _BEGINNINGS}
    return tuple(sorted(found - {beginning}))


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Callable[[str], str] | None:
    from whoosh.lang.snowball import classes

    made: Any = classes.get(language)
    if made is None:
        return None
    stemmer: Callable[[str], str] = made().stem
    return stemmer


def language_of(tag: str) -> str:
    """Return the language of a BCP 47 tag without its country; English where nothing is said."""
    return plain_language(tag) or "en"


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of a word, folded; the word itself in languages without a stemmer.

    By its accents, where it has any: Snowball knows ``-ción``, ``-ée`` and ``-ый`` by them.  About
    20 µs for a word met the first time.

    >>> stem("struggles") == stem("struggling"), stem("valorisation") == stem("valorization")
    (True, True)
    """
    if not word.isalpha():
        return word
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    if language == "en":
        word = american(word)
    elif language == "it":
        word = _WORKER.sub("ai", word)
    return (
        fold(stemmer(word)) or word
    )  # the Russian one takes a soft sign away that stands by itself
