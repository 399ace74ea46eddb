"""Which words stand side by side: shipped pairs with their lift, of English alone."""

import gzip
from functools import cache

from reader.importing.shipped import shipped
from reader.restore.wordlist import WordList

#: Lift of two words of which the list has no pair, and the least that absence can mean.
ABSENT, _NEVER = -1.0, -6.0
#: Sum of the binary logarithms of two words at which the list would have every pair that stands
#: side by side by chance: the rarest pair in it is that common.
_WOULD_BE_LISTED = 34.0


@cache
def _following() -> dict[str, str]:
    """Return the words that follow each word, with their lifts; 30 ms and 4 MB, once."""
    with gzip.open(
        shipped("resources/language/english-pairs.tsv.gz"), "rt", encoding="utf-8"
    ) as lines:
        return dict(line.rstrip("\n").split("\t") for line in lines)


@cache
def _lifts(left: str) -> dict[str, int]:
    words = _following().get(left, "").split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


def lift(listed: WordList, left: str, right: str) -> float:
    """Return how much more often two words stand side by side than by chance, in bits.

    A pair that the list does not have is the rarer the commoner its words are.  In a language
    without pairs every one is as rare as one of rare words.
    """
    if not listed.english:
        return ABSENT
    found = _lifts(left).get(right)
    if found is not None:
        return found
    common = listed.score(left) + listed.score(right)
    return max(_NEVER, min(ABSENT, _WOULD_BE_LISTED - common))


@cache
def _paired() -> frozenset[str]:
    following = _following()
    return frozenset(following) | {
        word for words in following.values() for word in words.split()[::2]
    }


def paired(listed: WordList, word: str) -> bool:
    """Say whether a word stands in any of the pairs, where there are some: then it is in use."""
    return not listed.english or word in _paired()
