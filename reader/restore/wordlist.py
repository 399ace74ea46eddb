"""Shipped words of a few languages with how common they are."""

import gzip
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader.importing.shipped import shipped
from reader.model.languages import SHOWN, language_of_words, share_of

#: Files by language.
_FILES = {
    "en": "english",
    "it": "italian",
    "de": "german",
    "fr": "french",
    "es": "spanish",
}
#: Words of a paragraph, and the share of small ones, that show that it is in another language.
_LONG, _PART_SHOWN = 20, 0.15
_WORD = re.compile(r"[^\W\d_]+")
#: Languages in which a small word before an apostrophe is a word of its own: l'opera, d'un.
_ELIDING = frozenset(["it", "fr"])
#: Languages in which every noun has a capital.
_NOUNS = frozenset(["de"])
#: Languages that make one word of two, by what stands between them; letters of a part, and how
#: common in the list it is.
_JOINTS = {"de": ("", "s", "es", "n", "en")}
_PART, _PART_COMMON = 4, 10
#: What is written at the end of a word without being in the list with it.
_TAILS = {
    "it": ("mente", "lo", "la", "li", "le", "gli", "ne", "si", "mi", "ti", "ci", "vi"),
    "es": ("mente", "lo", "la", "los", "las", "le", "les", "se", "me", "nos"),
    "fr": ("ment", "s", "es"),
    "de": ("s", "e", "en", "er", "es", "em", "n"),
}
_BASE_COMMON = 10


@dataclass(frozen=True, eq=False)
class WordList:
    """The words of one language.

    Attributes:
        language: ISO 639-1.
        scores: words in small letters, with the binary logarithm of their frequency; 6 means
            hardly met, and all together are 29.5.
    """

    language: str
    scores: Mapping[str, int]

    def score(self, word: str) -> int:
        """Return how common a word in small letters is; 0 when it is not in the list."""
        found = self.scores.get(word, 0)
        if found or self.language not in _ELIDING or "'" not in word:
            return found
        small, _, rest = word.rpartition("'")
        return min(self.scores.get(small, 0), self.scores.get(rest, 0))

    @property
    def english(self) -> bool:
        """Whether the language is English, of which more is known than of others."""
        return self.language == "en"

    @property
    def elides(self) -> bool:
        """Whether words stand before an apostrophe that the list has alone."""
        return self.language in _ELIDING

    @property
    def nouns(self) -> bool:
        """Whether nouns have a capital, which then shows no name."""
        return self.language in _NOUNS

    def makes(self, word: str) -> bool:
        """Say whether words of the list make a word: with an ending, or two of them."""
        scores = self.scores
        for tail in _TAILS.get(self.language, ()):
            base = word.removesuffix(tail)
            if base != word and len(base) >= _PART:
                if scores.get(base, 0) >= _BASE_COMMON:
                    return True
                if self.language == "it" and scores.get(base + "e", 0) >= _BASE_COMMON:
                    return True  # an infinitive loses its last letter
        joints = _JOINTS.get(self.language, ())
        for cut in range(_PART, len(word) - _PART + 1) if joints else ():
            if scores.get(word[cut:], 0) >= _PART_COMMON and any(
                word[:cut].endswith(joint)
                and cut - len(joint) >= _PART
                and scores.get(word[: cut - len(joint)], 0) >= _PART_COMMON
                for joint in joints
            ):
                return True
        return False

    def spoken(self, own: Counter[str]) -> bool:
        """Say whether a text with these words is in the language."""
        return share_of(self.language, own) > SHOWN


@cache
def word_list(language: str) -> WordList:
    """Return the shipped list of a language.

    Read once; 76,000 to 131,000 words, a tenth of a second.
    """
    path = shipped(f"resources/language/{_FILES[language]}.tsv.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = (line.split("\t") for line in lines)
        return WordList(language, {word: int(score) for word, score in pairs})


def list_for(own: Counter[str]) -> WordList:
    """Return the list for a text with these words in small letters; English for want of one."""
    language = language_of_words(own)
    return word_list(language if language in _FILES else "en")


def list_of_part(text: str, whole: WordList) -> WordList:
    """Return the list for a paragraph of a text in another language; where in doubt the same."""
    own = Counter(_WORD.findall(text.lower()))
    if own.total() < _LONG:
        return whole
    found = list_for(own)
    share = share_of(found.language, own)
    return found if share > max(_PART_SHOWN, 2 * share_of(whole.language, own)) else whole
