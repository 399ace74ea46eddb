"""A small model of a text's own language: how likely it is that two words stand side by side.

Words are put into classes (frequent words stand for themselves, the rest by ending and
capital), so that even eight pages say enough.  Interpolated trigrams of classes in the manner of
Witten and Bell (1991), with pairs of whole words on top.
"""

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.restore.wordlist import WordList, list_for

#: Words shown for themselves: those of the shipped list above this binary logarithm.
_FREQUENT = 20
#: Letters of the ending of a word in a language whose endings are not known.
_TAIL = 2
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[.,;:?!()\[\]…]|--|[-–—“”\"‘’]")
_ENDINGS = (
    "ingly", "ation", "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ers", "ing",
    "ed", "ly", "al", "ive", "ous", "ic", "ble", "ful", "ist", "s", "er", "est", "y", "e",
)  # fmt: skip
_NOUNS = {"ation", "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence"}
_QUOTES = frozenset("\"“”‘’'")


def tokens(text: str) -> list[str]:
    """Return words and marks of a stretch of text."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=65536)
def _class_of(token: str, listed: WordList) -> str:
    if not token[0].isalnum():
        return {"?": ".", "!": ".", "…": ".", "–": "—", "-": "—", "--": "—"}.get(token, token)
    if token[0].isdigit():
        return "#"
    plain = token.lower().replace("’", "'")
    capital = "A" if token[0].isupper() else ""
    if listed.score(plain) >= _FREQUENT:
        return capital + plain
    if not listed.english:
        return f"{capital}-{plain[-_TAIL:]}"
    if plain.endswith(("'s", "s'")):
        return capital + "'s"
    for ending in _ENDINGS:
        if len(plain) > len(ending) + 1 and plain.endswith(ending):
            return capital + "-" + ("tion" if ending in _NOUNS else ending)
    return capital + "-"


def classes(words: list[str], listed: WordList) -> list[str]:
    """Return the class of each token."""
    return [_class_of(word, listed) for word in words]


def _capitals_inside(words: list[str]) -> list[str]:
    """Return the words with a capital that stand after a word without a capital or a comma."""
    return [
        word
        for before, word in itertools.pairwise(words)
        if word[0].isupper() and (before[-1].islower() or before == ",")
    ]


@dataclass(frozen=True)
class Model:
    """Counts of one, two and three classes in a row, of pairs of words, of names in sentences."""

    one: Counter[str]
    two: Counter[tuple[str, str]]
    three: Counter[tuple[str, str, str]]
    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    inside: Counter[str]
    total: int
    listed: WordList

    @classmethod
    def of(cls, stretches: list[str]) -> "Model":
        """Count ``stretches`` (each running text in itself); linear in their length."""
        one: Counter[str] = Counter()
        two: Counter[tuple[str, str]] = Counter()
        three: Counter[tuple[str, str, str]] = Counter()
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        inside: Counter[str] = Counter()
        rows = [[token for token in tokens(row) if token not in _QUOTES] for row in stretches]
        for plain in rows:
            lower = [word.lower() for word in plain]
            words.update(lower)
            pairs.update(itertools.pairwise(lower))
        listed = list_for(words)
        for plain in rows:
            inside.update(_capitals_inside(plain))
            kinds = classes(plain, listed)
            one.update(kinds)
            two.update(itertools.pairwise(kinds))
            three.update(zip(kinds, kinds[1:], kinds[2:], strict=False))
        return cls(one, two, three, words, pairs, inside, max(1, sum(one.values())), listed)

    @cached_property
    def capitals(self) -> float:
        """Share of the words that stand inside a sentence and have a capital."""
        return self.inside.total() / self.total

    def _alone(self, kind: str) -> float:
        return (self.one[kind] + 0.5) / (self.total + 200)

    def _after(self, kind: str, before: str) -> float:
        seen = self.one[before]
        weight = seen / (seen + 20)
        share = self.two[before, kind] / seen if seen else 0.0
        return weight * share + (1 - weight) * self._alone(kind)

    def _after_two(self, kind: str, first: str, second: str) -> float:
        seen = self.two[first, second]
        weight = seen / (seen + 15)
        share = self.three[first, second, kind] / seen if seen else 0.0
        return weight * share + (1 - weight) * self._after(kind, second)

    def fit(self, left: list[str], right: list[str]) -> float:
        """Return how much better ``right`` follows ``left`` than it stands anywhere.

        Args:
            left: last tokens before the gap, at least two where there are.
            right: first tokens after the gap.

        Returns:
            A logarithm of likelihoods (nats); above 0 speaks for the pair.
        """
        if not left or not right:
            return 0.0
        last, first = classes(left[-2:], self.listed), classes(right[:2], self.listed)
        if len(last) == 1:
            fit = math.log(self._after(first[0], last[0]) / self._alone(first[0]))
        else:
            fit = math.log(self._after_two(first[0], last[0], last[1]) / self._alone(first[0]))
        if len(first) == 2:
            joint = self._after_two(first[1], last[-1], first[0])
            fit += math.log(joint / self._after(first[1], first[0]))
        return fit + self._pair(left[-1].lower(), right[0].lower())

    def _pair(self, left: str, right: str) -> float:
        """Return the extra weight of two rarer words seen side by side elsewhere."""
        seen = self.pairs[left, right]
        if not seen or not (left[0].isalpha() and right[0].isalpha()):
            return 0.0
        expected = self.words[left] * self.words[right] / self.total
        return max(0.0, min(3.0, 0.6 * math.log((seen + 0.3) / (expected + 0.3))))
