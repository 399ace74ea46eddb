"""Shapes of words: which letters print makes alike, and which words are one slip apart."""

import itertools
from collections import defaultdict
from functools import cache

from reader.restore.wordlist import WordList

#: Letters of one sign: each is taken for another of its row, directly or over a third.
_ROWS = (
    "eco0a3çèéêëòóôöàáâä",
    "liItf1j!|ìíîï",
    "nuhbrvykùúûüñ",
    "gq9",
    "s5",
    "z2",
)
#: One letter and two that look like it together.
WIDE = (("m", "rn"), ("d", "cl"), ("w", "vv"))
_OUTLINE = str.maketrans({sign: row[0] for row in _ROWS for sign in row})
#: Pairs that print makes alike; any other pair of a row is taken for one another over a third.
DIRECT = frozenset(
    frozenset(pair)
    for pair in (
        "ec", "co", "eo", "ao", "o0", "e3", "li", "l1", "i1", "lI", "il", "tf", "lt", "ij", "l!",
        "l|", "i!", "nu", "hb", "nh", "rv", "uv", "vy", "rn", "hk", "gq", "g9", "q9", "s5", "z2",
        "I1", "t1", "bh", "eè", "eé", "eê", "èé", "oò", "oó", "oô", "oö", "aà", "aá", "aâ", "aä",
        "iì", "ií", "iî", "uù", "uú", "uû", "uü", "nñ", "cç",
    )
)  # fmt: skip
#: What else is taken for one another; tried one at a time.
SWAPS = (
    ("in", "m"), ("m", "in"), ("ni", "m"), ("li", "h"), ("h", "li"), ("ii", "u"), ("ii", "n"),
    ("lc", "k"), ("D", "p"), ("8", "b"), ("8", "s"), ("6", "b"), ("9", "o"), ("4", "a"),
    ("7", "t"), ("~", "s"), ("~", "a"), ("~", "n"), ("~", "e"), ("fl", "fi"), ("tl", "ti"),
    ("c", "p"), ("p", "n"), ("f", "s"), ("s", "f"), ("a", "s"), ("s", "a"), ("m", "n"),
    ("n", "m"), ("x", "z"), ("g", "y"), ("y", "g"),
)  # fmt: skip
#: Words of the shipped list that may be meant: those above this binary logarithm.
MEANT = 8
#: Letters from which on a word of the list may be meant however rare: few look like it.
_LONG = 8


@cache
def listed_outlines(words: WordList) -> dict[str, tuple[str, ...]]:
    """Return the commoner words of a shipped list by outline; a tenth of a second, once."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, score in words.scores.items():
        if score >= MEANT or len(word) >= _LONG:
            found[outline(word)].append(word)
    return {key: tuple(words) for key, words in found.items()}


def outline(word: str) -> str:
    """Return what is left of a word when letters of like shape are not told apart."""
    return wide(word).translate(_OUTLINE)


def one_slip_away(word: str, end: int) -> set[str]:
    """Return what a word is with a letter less or more, or two turned round, before ``end``."""
    parts = [(word[:at], word[at:]) for at in range(1, end)]
    near = {a + b[1:] for a, b in parts}
    near |= {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    return near | {a + letter + b for a, b in parts for letter in "abcdefghiklmnoprstuvwy"}


#: For each letter those that print makes like it.
_OTHERS = {
    letter: "".join(
        sorted({*itertools.chain(*(pair for pair in DIRECT if letter in pair))} - {letter})
    )
    for letter in itertools.chain(*DIRECT)
}


def one_letter_read(word: str) -> set[str]:
    """Return what a word is with one letter for another that print makes like it."""
    return {
        word[:at] + other + word[at + 1 :]
        for at, letter in enumerate(word)
        for other in _OTHERS.get(letter, "")
    }


def inflected(word: str, other: str) -> bool:
    """Say whether one word is the other with an ending, or the same."""
    long, short = (word, other) if len(word) > len(other) else (other, word)
    return long.startswith(short) and len(long) <= len(short) + 1


def wide(word: str) -> str:
    """Return a word with one letter for two that look like it together."""
    for one, two in WIDE:
        word = word.replace(one, two)
    return word


def places(word: str, part: str) -> list[int]:
    """Return where a part stands in a word."""
    return [at for at in range(len(word)) if word.startswith(part, at)]
