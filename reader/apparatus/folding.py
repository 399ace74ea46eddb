"""Words as the glossary compares them: without case, accents, spelling habits, plain endings.

Both sides of a comparison are folded alike, so a fold need not be a word; it only must not make
two words one that mean different things.
"""

import re
from functools import lru_cache

from reader.matching import skeleton

_OUR = re.compile(r"(?<=[a-z]{3})our")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLE = re.compile(r"([bdgklmnprt])\1$")
#: Letters that must stay when an ending is taken off: "used" and "king" are left alone.
_ROOT = 4


@lru_cache(maxsize=60_000)
def fold(word: str) -> str:
    """Return what a word is compared by.

    Folded are case, accents, *-s*, *-ed*, *-ing*, *-ise/-ize*, *-our/-or* and doubled last letters.

    >>> [fold(w) for w in ("Organising", "organized", "labours", "class", "struggles")]
    ['organiz', 'organiz', 'labor', 'class', 'struggl']
    """
    root = _singular(skeleton(word.removesuffix("'s").removesuffix("’s")))
    root = _without_ending(root)
    if len(root) > _ROOT + 1 and root.endswith("e"):
        root = root[:-1]
    if len(root) > _ROOT and root.endswith("is"):
        root = root[:-1] + "z"
    return _OUR.sub("or", root.replace("isation", "ization"))


def _singular(word: str) -> str:
    if len(word) < _ROOT:
        return word
    if word.endswith("ies") and len(word) > _ROOT:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > _ROOT:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _ROOT and _VOWEL.search(root):
            return _DOUBLE.sub(r"\1", root)
    return word
