"""How much the words on both sides speak for a word: the text's own pairs and the shipped ones.

Pairs of the text count as far as they are many; the rest is what the shipped list says.  A word
that follows the one before for the first time is no surprise behind one that many words follow:
the share of what is new is the share of different words among those seen there (Witten and Bell,
*The zero-frequency problem*, IEEE Transactions on Information Theory 37, 1991).
"""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from reader.restore.pairs import lift
from reader.restore.wordlist import WordList

#: Bits that one neighbour can speak against a word and for it.
_LEAST, _MOST = -6.0, 9.0
#: Share of what stands beside a word for the first time, at least.
_NEW = 0.1
#: Share of a pair that may be misread in one way.
_MISREAD = 0.08


@dataclass(frozen=True)
class Beside:
    """Neighbours in one text.

    Attributes:
        pairs: of words, with how often they stand side by side.
        after, before: how many words stand behind and before a word, all and different ones.
        listed: the words of the language.
    """

    pairs: Counter[tuple[str, str]]
    after: tuple[Counter[str], Counter[str]]
    before: tuple[Counter[str], Counter[str]]
    listed: WordList

    @classmethod
    def of(cls, pairs: Counter[tuple[str, str]], listed: WordList) -> "Beside":
        """Count what stands beside every word."""
        sums: tuple[Counter[str], ...] = (Counter(), Counter(), Counter(), Counter())
        for (left, right), count in pairs.items():
            sums[0][left] += count
            sums[1][left] += 1
            sums[2][right] += count
            sums[3][right] += 1
        return cls(pairs, (sums[0], sums[1]), (sums[2], sums[3]), listed)

    def bits(
        self, word: str, before: str, after: str, alone: Callable[[str], float], instead: str = ""
    ) -> float:
        """Return the bits that both neighbours speak for a word.

        Args:
            word: in lower case.
            before: the word before it, empty at a border.
            after: the word after it.
            alone: binary logarithm of how likely a word is anywhere.
            instead: word that it may be a misreading of: one pair with it is its own and proves
                nothing, and a few of those of the other word are misread likewise.
        """
        share = 2 ** max(-22.0, alone(word))
        found = 0.0
        if before:
            seen = self._mistaken((before, instead)) if instead else 0.0
            found += self._one((before, word), before, self.after, share, seen)
        if after:
            seen = self._mistaken((instead, after)) if instead else 0.0
            found += self._one((word, after), after, self.before, share, seen)
        return found

    def _mistaken(self, pair: tuple[str, str]) -> float:
        """Return how many times at most a pair may have been misread alike."""
        return 1.0 + _MISREAD * self.pairs[pair]

    def _one(
        self,
        pair: tuple[str, str],
        near: str,
        counts: tuple[Counter[str], Counter[str]],
        share: float,
        seen: float,
    ) -> float:
        every, different = counts[0][near], counts[1][near]
        new = max(_NEW, (different + 1.0) / (every + different + 1.0))
        here = max(0.0, self.pairs[pair] - seen) / (every + different + 1.0)
        listed = min(0.5, share * 2 ** lift(self.listed, *pair))
        return max(_LEAST, min(_MOST, math.log2((here + new * listed) / share)))
