"""Words of a text, as a reader means them, with the place of each.

A word is a run of letters, digits and the marks on them.  Hyphens and apostrophes part words;
soft hyphens and invisible joiners do not.  A word is folded: no case, no accents, no ligatures.
What hyphens join is remembered as a compound, so that open, hyphenated and closed spellings meet.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

#: Code points of a word that are kept.  Longer runs are not words but accidents; issue 6.
LONGEST = 50
#: Words that are looked for one by one in a text: more take longer than all words of the text.
_FEW = 100

#: Scripts written without spaces: each sign is a word of its own and a query is a phrase.
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
#: Combining marks of Latin, Cyrillic, Hebrew, Arabic and Indic scripts, and invisible joiners:
#: Python's ``\\w`` knows neither.
_JOINED = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200b-\u200d\u2060\ufeff"
)
_LETTER = rf"[^\W_{_SIGNS}]"
#: Runs of letters, with marks between: twice as fast as a choice at every letter.
_LETTERED = rf"{_LETTER}+(?:[{_JOINED}]+{_LETTER}*)*"
_WORD = re.compile(rf"[{_SIGNS}]|{_LETTERED}")
_PLAIN_WORD = re.compile(r"[^\W_]+", re.ASCII)
#: What makes a text more than plain: anything but ASCII and the dashes, quotes and dots of print.
_NOT_PLAIN = re.compile("[^\x00-\x7f\u2010-\u2027]")
#: Hyphen-minus, hyphen, non-breaking hyphen.  Not the dash: that parts sentences.
HYPHENS = "-\u2010\u2011"
_COMPOUND = re.compile(rf"{_LETTERED}(?:[{HYPHENS}]{_LETTERED})+")
_INVISIBLE = dict.fromkeys((0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF))
#: Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Fold a word that is not plain ASCII."""
    word = word.translate(_INVISIBLE).casefold()
    parts = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return bare.casefold().translate(_LETTERS)[:LONGEST]


def fold(word: str) -> str:
    """Return a word without case, accents, ligatures and invisible signs.

    >>> fold("Ｃafé"), fold("oﬃce"), fold("self\u00advalue")
    ('cafe', 'office', 'selfvalue')
    """
    return word.lower()[:LONGEST] if word.isascii() else _folded(word)


def spelt(word: str) -> str:
    """Return a word in small letters with the accents that are letters of its language.

    >>> spelt("Naïve"), spelt("e\u0301te\u0301"), spelt("self\u00advalue")
    ('naïve', 'été', 'selfvalue')
    """
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.translate(_INVISIBLE).lower())
    return "".join(sign for sign in composed if not unicodedata.combining(sign))


def accented_words(text: str) -> set[str]:
    """Return the words of ``text`` that have more than the letters of ASCII, as they are spelt."""
    if _plain(text):
        return set()
    return set(map(spelt, {word for word in _WORD.findall(text) if not word.isascii()}))


def words_of(text: str) -> list[str]:
    """Return the folded words of ``text`` in order.  Linear.

    >>> words_of("Cleaver’s self-activity")
    ['cleaver', 's', 'self', 'activity']
    """
    if _plain(text):
        found = _PLAIN_WORD.findall(text.lower())
        return [w if len(w) <= LONGEST else w[:LONGEST] for w in found]
    return [fold(word) for word in _WORD.findall(text)]


def placed_words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the same words and the stretch of ``text`` that each covers, in code points."""
    if _plain(text):
        return words_of(text), [found.span() for found in _PLAIN_WORD.finditer(text)]
    found_all = list(_WORD.finditer(text))
    return [fold(found[0]) for found in found_all], [found.span() for found in found_all]


def places_of(
    text: str, wanted: Collection[str], beginnings: tuple[str, ...] = ()
) -> list[tuple[int, int]]:
    """Return where some words stand, and those that begin so: ``placed_words`` kept to these.

    Few words in plain text are looked for themselves, at a fraction of the cost.

    >>> places_of("The refusal, refused", {"the"}, ("refuse",))
    [(0, 3), (13, 20)]
    """
    sought = [*wanted, *beginnings]
    if not sought:
        return []
    if len(sought) <= _FEW and max(map(len, sought), default=0) < LONGEST and _plain(text):
        low = text.lower()
        found = [place for word in wanted for place in _standing(low, word)]
        found += [place for word in beginnings for place in _begun(low, word)]
        return sorted(set(found) if beginnings else found)
    names, places = placed_words(text)
    return [
        place
        for name, place in zip(names, places, strict=True)
        if name in wanted or name.startswith(beginnings)
    ]


def _standing(low: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands by itself in plain text of small letters."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not low[end : end + 1].isalnum() and not (at and low[at - 1].isalnum()):
            yield at, end
        at = low.find(word, end)


def _begun(low: str, beginning: str) -> Iterator[tuple[int, int]]:
    """Yield the words that begin so in plain text of small letters."""
    at = low.find(beginning)
    while at >= 0:
        end = at + len(beginning)
        if not (at and low[at - 1].isalnum()) and (run := _PLAIN_WORD.match(low, at)):
            end = run.end()
            yield at, end
        at = low.find(beginning, end)


def _plain(text: str) -> bool:
    """Say whether small letters and ASCII's idea of a word do for a text."""
    return text.isascii() or _NOT_PLAIN.search(text) is None


def compounds_of(text: str) -> Iterable[tuple[str, ...]]:
    """Yield the parts of each compound that hyphens join in ``text``.

    >>> list(compounds_of("her self-valorization"))
    [('self', 'valorization')]
    """
    if any(hyphen in text for hyphen in HYPHENS):
        for found in _COMPOUND.findall(text):
            parts = tuple(words_of(found))
            if 1 < len(parts) <= 4 and len("".join(parts)) <= LONGEST:
                yield parts
