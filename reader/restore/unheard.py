"""Words that no list has, read by their letters: names, compounds, words of other languages.

In a text that taught its mistakes, a word that nobody knows is weighed against what it is with one
or a few of them taken back.  A word is the likelier the more its letters look like a language
(:mod:`reader.restore.spelling`); one that stands in the text, or that a list has, the commoner it
is there.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.restore.meant import Meant
from reader.restore.spelling import spelling_bits
from reader.restore.wordlist import WordList, word_list

#: Bits of a word of the list beyond its rank there, and of one of English in another language.
_LISTED, _ABROAD = 30.8, 1.5
#: Bits that a compound of words of the list is likelier than its letters.
_MADE = 6.0
#: Bits by which another reading must win: in prose, for names and among strange words, in paths.
#: Of the words of 24 pages with 2 % of noise won by the first fifteen were mended, one was right.
PROSE, STRANGE, PATH = 4.5, 6.5, 8.0
#: Letters of a word that is looked at, mistakes in it at most, and readings with each that the next
#: is sought in.
_SHORTEST, _MISTAKES, _KEPT = 4, 3, 4


@dataclass(frozen=True)
class Unheard:
    """Reads words of one text that nobody knows."""

    meant: Meant

    def is_strange(self, word: str) -> bool:
        """Say whether nobody knows a word, in a text whose mistakes are known."""
        if not self.meant.channel.tells:
            return False
        found = self._strange.get(word)
        if found is None:
            plain, letters = word.lower(), sum(map(str.isalpha, word))
            whole = letters >= max(_SHORTEST, 0.6 * len(word)) and not word.isupper()
            once = self.meant.lexicon.own[plain] <= 1
            found = whole and once and not (plain.isalpha() and self._known(plain))
            self._strange[word] = found
        return found

    @cached_property
    def _strange(self) -> dict[str, bool]:
        return {}

    def reading(self, word: str, least: float) -> str:
        """Return what a word was before it was misread; empty where it stands.

        Args:
            word: as it stands, with its capitals.
            least: bits by which the reading must win.
        """
        if not self.is_strange(word):
            return ""
        found = {word: 0.0}
        last = [word]
        for _turn in range(_MISTAKES):
            new: dict[str, float] = {}
            for one in last:
                for two, more in self._before(one):
                    new[two] = min(found[one] + more, new.get(two, math.inf))
            last = sorted(new.keys() - found.keys(), key=lambda one: new[one] + self.bits(one))
            last = last[:_KEPT]
            found |= {one: new[one] for one in last}
        best = min(found.keys() - {word}, key=lambda one: found[one] + self.bits(one), default=word)
        if (
            best == word
            or self._weigh(word.lower(), seen=False) < found[best] + self.bits(best) + least
        ):
            return ""
        return "" if word[-1].isdigit() and not self._known(best.lower()) else best

    def _before(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield what a word is with one mistake of the text taken back, and its bits."""
        for read, meant, bits in self._mistakes:
            at = word.find(read)
            while at >= 0:
                yield word[:at] + meant + word[at + len(read) :], bits
                at = word.find(read, at + 1)

    @cached_property
    def _mistakes(self) -> list[tuple[str, str, float]]:
        channel = self.meant.channel
        return [(*swap, channel.bits(swap)) for swap in sorted(channel.seen)]

    def bits(self, word: str) -> float:
        """Return how unlikely a word is, in bits; the more it stands in the text, the less."""
        plain = word.lower()
        found = self._bits.get(plain)
        if found is None:
            found = self._bits[plain] = self._weigh(plain)
        return found

    @cached_property
    def _bits(self) -> dict[str, float]:
        return {}

    def _weigh(self, plain: str, *, seen: bool = True) -> float:
        lexicon = self.meant.lexicon
        listed = lexicon.list
        found = spelling_bits(plain, listed) - (_MADE if listed.makes(plain) else 0.0)
        if score := lexicon.spelled(plain):
            found = min(found, _LISTED - score)
        if (own := lexicon.own[plain]) and seen:
            found = min(found, math.log2(max(1000, lexicon.own.total()) / own))
        if self._abroad:
            score = self._abroad.score(plain)
            strange = _LISTED - score if score else spelling_bits(plain, self._abroad)
            found = min(found, strange + _ABROAD)
        return found

    @cached_property
    def _abroad(self) -> WordList | None:
        return None if self.meant.lexicon.list.english else word_list("en")

    def _known(self, plain: str) -> bool:
        return self.meant.is_word(plain) or bool(self._abroad and self._abroad.score(plain))
