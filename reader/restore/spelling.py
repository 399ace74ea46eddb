"""How much a row of letters looks like a word of a language, by its letters three and three."""

import math
from collections import Counter
from functools import cache

from reader.restore.wordlist import WordList

#: Words of the list that teach it: those commoner than this.
_TAUGHT_BY = 8
#: Weight of the pairs of letters behind the triples.
_BACK = 4.0
#: Bits of a letter that never follows the one before.
_STRANGE = 11.0


@cache
def _letters(listed: WordList) -> tuple[Counter[str], Counter[str]]:
    """Return how often rows of three and of two letters stand in words; 60 ms, once."""
    three: Counter[str] = Counter()
    words = (f"  {word} " for word, score in listed.scores.items() if score >= _TAUGHT_BY)
    for word in words:
        three.update(map("".join, zip(word, word[1:], word[2:], strict=False)))
    two: Counter[str] = Counter()
    for row, count in three.items():
        two[row[:2]] += count
    return three, two


@cache
def _pairs(listed: WordList) -> tuple[Counter[str], Counter[str]]:
    pairs: Counter[str] = Counter()
    one: Counter[str] = Counter()
    for row, count in _letters(listed)[0].items():
        pairs[row[1:]] += count
        one[row[1]] += count
    return pairs, one


def spelling_bits(word: str, listed: WordList) -> float:
    """Return the bits of a word in small letters, its end included."""
    three, two = _letters(listed)
    pairs, one = _pairs(listed)
    row, bits = f"  {word} ", 0.0
    for at in range(2, len(row)):
        back = pairs[row[at - 1 : at + 1]] / (one[row[at - 1]] + 1.0)
        seen = three[row[at - 2 : at + 1]] + _BACK * back
        share = seen / (two[row[at - 2 : at]] + _BACK)
        bits += min(_STRANGE, -math.log2(share)) if share else _STRANGE
    return bits
