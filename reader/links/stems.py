"""Words brought to their stem, so that ``struggles`` meets ``struggling``.

Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130-137, with
British spellings brought to American ones first; only the steps that matter for nouns, verbs
and adjectives of essays, tested on the examples of the paper.
"""

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLE = re.compile(r"([^aeioulsz])\1$")
_CVC = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
#: British endings and their American twins, longest first.
_SPELLINGS = (
    (re.compile(r"is(ation|ations|e|ed|er|ers|es|ing)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|er|ers|ing|ist|less)?$"), r"or\1"),
    (re.compile(r"ll(ed|er|ers|ing)$"), r"l\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s)?$"), r"ter\1"),
    (re.compile(r"(fen|pen|ten)ce(s)?$"), r"\1se\2"),
)
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "abli": "able", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
)  # fmt: skip


def _measure(stem: str) -> int:
    """Count the turns from vowel to consonant, Porter's ``m``."""
    return len(re.findall(r"[aeiouy]+[^aeiouy]+", stem))


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and _VOWEL.search(stem):
            return _mended(stem)
    return word


def _mended(stem: str) -> str:
    """Give a stem bereft of ``-ed`` or ``-ing`` its own ending back."""
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if _DOUBLE.search(stem):
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _CVC.search(stem) else stem


def _swapped(word: str, endings: dict[str, str]) -> str:
    for length in range(7, 2, -1):
        found = endings.get(word[-length:])
        if found is not None and len(word) > length:
            stem = word[:-length]
            return stem + found if _measure(stem) else word
    return word


def _stripped(word: str) -> str:
    for ending in _STEP_4:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if ending == "ion" and not stem.endswith(("s", "t")):
                return word
            return stem if _measure(stem) > 1 else word
    return word


def _tidy(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        if _measure(stem) > 1 or (_measure(stem) == 1 and not _CVC.search(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; not always a word itself.

    >>> stem("struggles") == stem("struggling"), stem("valorisation") == stem("valorization")
    (True, True)
    """
    if len(word) < 4 or not word.isascii():
        return word
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    word = _past(_plural(word))
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    return _tidy(_stripped(_swapped(_swapped(word, _STEP_2), _STEP_3)))
