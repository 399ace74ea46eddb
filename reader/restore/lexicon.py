"""Which words there are: shipped frequencies, and the vocabulary of the text at hand."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from reader.restore.wordlist import WordList, list_for, word_list

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
_GENITIVE = re.compile(r"(?<![^\W\d_])([^\W\d_]+s)' ([^\W\d_]+)")
_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-Þ][a-zß-ÿ]+(?![^\W_])")
_INSIDE = re.compile(r"(?<=[a-z] )[A-ZÀ-Þ][a-zß-ÿ]+")
_SMALL = re.compile(r"(?<![^\W_])[a-zß-ÿ]+(?![^\W_])")
_NOUN = re.compile(r"(?<![^\W_])[^\W\d_][a-zß-ÿ]+(?![^\W_])")
#: Words that begin sentences, behind a small letter or a comma; behind small letters in this number
#: at least, and oftener than behind commas, they show that small letters were read as capitals.
_BEGIN = re.compile(r"[a-z](,?) (?:The|This|That|These|Those|Their|There|Then|They|Thus)(?= [a-z])")
_FEW_CAPITALS = 2
#: Share of the words of a text that the shipped list has, at least, misread ones among
#: them, where it is in their language; else it has four in ten to seven.
_COVERED = 0.8
#: Letters that words with one front share at least to be of one kind.
_KIN = 4
_ENDINGS = ("'s", "s", "ed", "ing", "ly", "d", "es", "ally")
_FRONTS = (
    "un",
    "re",
    "non",
    "over",
    "under",
    "out",
    "anti",
    "pre",
    "mis",
    "dis",
    "inter",
    "counter",
)


def english() -> Mapping[str, int]:
    """Return the shipped English words with the binary logarithm of their frequency."""
    return word_list("en").scores


@dataclass(frozen=True)
class Lexicon:
    """The words that may be expected in one text.

    Attributes:
        own: words of the text in lower case, with their number.
        compounds: hyphened compounds of the text in lower case, hyphens within lines only.
        genitives: plural genitives of the text with the word after, in lower case.
        inside: words with a capital that stand after a word in small letters.
        small: words that the text has in small letters throughout; where nouns have capitals,
            words with one, too.
        list: the shipped words of its language.
        names: words with a capital, in small letters, a genitive counted with its noun.
        raised: whether recognition saw capitals for small letters.
    """

    own: Counter[str]
    compounds: Counter[str]
    genitives: frozenset[tuple[str, str]]
    inside: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    list: WordList = field(default_factory=lambda: word_list("en"), repr=False)
    names: Counter[str] = field(default_factory=Counter)
    raised: bool = False

    @classmethod
    def of(cls, text: str) -> "Lexicon":
        """Return the vocabulary of ``text``; linear in its length."""
        plain = text.lower().replace("’", "'")
        genitives = frozenset(_GENITIVE.findall(plain))
        own = Counter(_WORD.findall(plain))
        words = list_for(own)
        small = _NOUN.findall(text) if words.nouns else _SMALL.findall(text)
        return cls(
            own=own,
            compounds=Counter(_COMPOUND.findall(plain)),
            genitives=genitives,
            inside=Counter(_INSIDE.findall(text)),
            small=Counter(map(str.lower, small)),
            list=words,
            names=Counter(map(str.lower, _NAME.findall(text))),
            raised=_raised(text),
        )

    @cached_property
    def covers(self) -> bool:
        """Whether the list has the words of the text: it is in their language."""
        listed = sum(count for word, count in self.own.items() if self.listed(word))
        return listed >= _COVERED * self.own.total()

    def fronted(self, front: str, rest: str) -> int:
        """Return whether the text hyphens a front before words of one kind: 1, -1, 0 unknown.

        Words with the same beginning behind the front decide; without any, those that the list
        has in neither way, in which the habit of the text shows.
        """
        with_hyphen, closed = self._fronts.get(front, ((), ()))
        kin = rest[:_KIN]
        here = sum(one.startswith(kin) for one in with_hyphen)
        joined = sum(one.startswith(kin) for one in closed)
        if here != joined:
            return 1 if here > joined else -1
        if self.listed(front + rest) or not self.listed(rest):
            return 0
        free = sum(not self.listed(front + one) for one in with_hyphen)
        shut = sum(not self.listed(front + one) and self.listed(one) > 0 for one in closed)
        return (free > shut) - (shut > free)

    @cached_property
    def _fronts(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Words behind every front in use, with a hyphen before them and without."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for compound in self.compounds:
            front, _, rest = compound.partition("-")
            found.setdefault(front, ([], []))[0].append(rest)
        for word in self.own:
            for cut in range(2, min(8, len(word) - 3)):
                if (both := found.get(word[:cut])) and len(word) - cut >= _KIN:
                    both[1].append(word[cut:])
        return {front: (tuple(a), tuple(b)) for front, (a, b) in found.items()}

    def listed(self, word: str) -> int:
        """Return how common the shipped list calls a word; 0 when it does not have it."""
        return self.list.score(word.lower().replace("’", "'"))

    def spelled(self, word: str) -> int:
        """Return how common the list calls a word in its British or its American spelling."""
        listed = self.listed(word)
        return max(listed, self.listed(american(word.lower()))) if self.list.english else listed

    def spelling(self, word: str) -> str:
        """Return a word in small letters as the list would spell it."""
        return american(word) if self.list.english else word

    def knows(self, word: str) -> bool:
        """Say whether a word is certainly one: shipped, built from a shipped one, or in use.

        A word that only this text has counts when it stands there three times.
        """
        plain = word.lower().replace("’", "'")
        if self.list.score(plain) or self.own[plain] >= 3:
            return True
        if not self.list.english:
            return self.list.makes(plain.rpartition("'")[2] if self.list.elides else plain)
        return _derived(plain) or _derived(american(plain))

    def common(self, word: str, least: int = 9) -> bool:
        """Say whether a word is in everyday use (``least``: binary logarithm of a frequency)."""
        plain = word.lower().replace("’", "'")
        return self.list.score(plain) >= least or self.own[plain] >= 4


def _raised(text: str) -> bool:
    """Say whether words that begin sentences stand inside them with a capital."""
    behind = Counter(_BEGIN.findall(text))
    return behind[""] >= _FEW_CAPITALS and behind[""] > behind[","]


_BRITISH = (
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|er|ers|ing)$)"), "l"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"yse(?=[ds]?$)"), "yze"),
    (re.compile(r"ae|oe"), "e"),
)


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """Return the American spelling of a word, which the shipped list has."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word


def _derived(word: str) -> bool:
    """Say whether a word is a shipped one with a common ending or front."""
    words = english()
    if word in words:
        return True
    if any(word.endswith(end) and words.get(word[: -len(end)], 0) > 6 for end in _ENDINGS):
        return len(word) > 4
    return any(word.startswith(front) and words.get(word[len(front) :], 0) > 8 for front in _FRONTS)
