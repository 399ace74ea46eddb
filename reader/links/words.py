"""The content words of a passage, with their places.

What counts: words of three letters and more that are not on the list of function words.
A hyphen joins; an apostrophe ends a word (``Marx's`` is ``marx``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.links.stems import stem

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<![.!?:;”\"\n]\s)(?<!^)\b[A-Z][a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]+)*")
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")

_COMMON = """
a about above after again against all also am an and any are as at be because been before being
below between both but by can cannot could did do does doing down during each even few for from
further had has have having he her here hers him his how however i if in into is it its itself
just like made make many may me might more most much must my no nor not now of off on once one
only or other our out over own same say see she should so some such than that the their them
themselves then there therefore these they this those through thus to too two under until up upon
us very was way ways we well were what when where whether which while who whom why will with
within without would yet you your
"""
#: Function words.  A longer list that also left out "whole", "others", "today" and the like found
#: less (nDCG@5 0.43 instead of 0.46): common words carry themes.
FUNCTION_WORDS = frozenset(_COMMON.split())


#: Letters of a word or name that count: longer ones are sentences of a writing without spaces,
#: or letters that somebody typed to do harm.
_WORD_LETTERS, _NAME_LETTERS = 40, 80


@dataclass(frozen=True, slots=True)
class Token:
    """One content word: its stem, and where it stands in code points of the text given."""

    stem: str
    start: int
    end: int


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Yield the content words of ``text``, offsets raised by ``start``.  Linear."""
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if len(word) > 2 and word not in FUNCTION_WORDS:
            yield Token(stem(word[:_WORD_LETTERS]), start + found.start(), start + found.end())


def names(text: str, start: int = 0) -> Iterator[Token]:
    """Yield names of persons, places and works, and years, as they are cited.

    A capital at the beginning of a sentence proves nothing and is passed over.
    """
    for pattern in (_CAPITAL, _YEAR):
        for found in pattern.finditer(text):
            if found[0].lower() not in FUNCTION_WORDS:
                name = found[0][:_NAME_LETTERS].lower()
                yield Token(name, start + found.start(), start + found.end())
