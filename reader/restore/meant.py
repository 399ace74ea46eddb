"""Which words a misread one may have been, and what each mistake costs."""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from reader.restore.channel import Channel, swaps
from reader.restore.lexicon import Lexicon
from reader.restore.shapes import (
    DIRECT,
    MEANT,
    SWAPS,
    inflected,
    listed_outlines,
    one_letter_read,
    one_slip_away,
    outline,
    places,
    wide,
)

_INDIRECT = 4.0
#: Bits that a mistake costs beyond one of one letter when two stand for one, or one for two.
SWAPPED = 3.0
#: Bits of a letter lost, added or turned round: that is a slip of typing, rare in any text.
_SLIP = 8.5
#: The same where the mistakes of the text are known, none of which is such.
_NO_SLIP = 12.5
#: Binary logarithm of the sum of the shipped frequencies.
_LISTED = 29.5
#: How common in the list a word is that a slip was made in.
_COMMON = 9
#: The same for words of so many letters, which few others look like.
_LONG_WORD, _COMMON_LONG = 11, 7
#: Letters of a word that the list makes of others, though it has it not, and how common it counts.
_LONG_MADE, _MADE = 8, 4
#: How common a word counts that stands in the text, and by how much one must beat another.
_OWN, _CLEARLY = 12, 5
#: Letters from which on an unknown word may teach which letters are mistaken, and the bits by which
#: the word it was must be likelier than every other.
_PLAIN, _PLAINLY = 4, 5.0
#: Letters of a word of which two mistakes leave one reading.
_TWO_MISTAKES = 7
#: Words with a figure inside, of letters otherwise.
_FIGURED = re.compile(r"(?<![^\W_])(?=[a-z0-9]*[a-z]{2})[a-z0-9]*[0-9][a-z0-9]*(?![^\W_])")


@dataclass(frozen=True)
class Meant:
    """The words of the text and the list, by what print makes of them.

    Attributes:
        lexicon: of the whole text.
        text: the whole text.
        taught: what the text taught of its mistakes when it had more of them, if it did.
    """

    lexicon: Lexicon
    text: str
    taught: Channel | None = None

    @cached_property
    def _total(self) -> int:
        return max(1000, self.lexicon.own.total())

    @cached_property
    def unknown(self) -> float:
        """Share of unknown words."""
        own = self.lexicon.own
        strange = sum(count for word, count in own.items() if not self.is_word(word))
        return strange / max(1, own.total())

    @cached_property
    def cost(self) -> float:
        """Bits of one misread letter: the rarer unknown words are, the less is doubted."""
        return min(10.0, max(6.5, 1.5 - math.log2(max(1e-6, self.unknown / 4))))

    @property
    def slip_cost(self) -> float:
        """Bits of a letter lost, added or turned round."""
        return _NO_SLIP if self.channel.tells else _SLIP

    @cached_property
    def _meant(self) -> dict[str, list[str]]:
        """Words that may be meant, by outline."""
        found: dict[str, list[str]] = defaultdict(list)
        found |= {key: list(words) for key, words in listed_outlines(self.lexicon.list).items()}
        own = self.lexicon.own
        for word in own:
            if 0 < self.lexicon.listed(word) < MEANT:
                found[outline(word)].append(word)
        names = self.lexicon.names
        for word, count in own.most_common():
            if max(count, names[word]) > 1 and not self.lexicon.listed(word) and "'" not in word:
                alike = found[outline(word)]
                if all(own[other] < 3 * count for other in alike):
                    alike.append(word)
        return dict(found)

    @cached_property
    def _kept(self) -> dict[str, list[tuple[float, str]]]:
        return {}

    @cached_property
    def channel(self) -> Channel:
        """What the plain mistakes of the text teach: unknown words that can be one word only."""
        if self.taught and self.taught.tells:
            return self.taught
        own = self.lexicon.own
        strange = Counter({word: own[word] for word in self.lexicon.small
                           if len(word) >= _PLAIN and not self.is_word(word)})  # fmt: skip
        strange.update(_FIGURED.findall(self.text))
        plain: list[tuple[str, str, int]] = []
        for word, count in strange.items():
            near = sorted(
                ((self.prior(other), other) for other in self.alike(word)
                 if self._one_mistake(word, other) and not inflected(word, other)),
                reverse=True,
            )  # fmt: skip
            if near and (len(near) == 1 or near[0][0] > near[1][0] + _PLAINLY):
                plain.append((word, near[0][1], count))
        # letters of short words teach nothing: what they were misread as is a word too often
        long = Counter({word: own[word] for word in own if len(word) >= _PLAIN})
        return Channel.of(plain, long)

    def is_direct(self, word: str, other: str) -> bool:
        """Say whether only what looks like it was taken for a letter: one, of a long word two."""
        found = swaps(word, other)
        if not found or len(found) > 1 + (len(word) >= _TWO_MISTAKES):
            return False
        return all(len(one) != len(two) or frozenset((one, two)) in DIRECT for one, two in found)

    def _one_mistake(self, word: str, other: str) -> bool:
        found = swaps(word, other)
        return found is not None and len(found) == 1

    def is_word(self, word: str) -> bool:
        """Say whether a word is one; the text's own count only where nothing explains them."""
        return bool(self.lexicon.listed(word)) or self.lexicon.knows(word)

    def prior(self, word: str, other: int = 0) -> float:
        """Return how likely a word is here, in bits.

        ``other``: times that a likelier word stands in the text, some of which may have been
        misread as this one.
        """
        own = max(0.0, self.lexicon.own[word] - 0.08 * other)
        share = 0.6 * own / self._total + self._share_listed(word)
        return math.log2(share) if share else -99.0

    def alone(self, word: str) -> float:
        """Return the same for a word as it stands; kept, for it is asked again and again."""
        found = self._alone.get(word)
        if found is None:
            found = self._alone[word] = self.prior(word)
        return found

    @cached_property
    def _alone(self) -> dict[str, float]:
        return {}

    def _share_listed(self, word: str) -> float:
        listed = self.lexicon.spelled(word)
        if listed:
            return float(0.4 * 2 ** (listed - _LISTED))
        made = not self.lexicon.own[word] and self.lexicon.list.makes(word)
        return float(2 ** (_MADE - _LISTED)) if made else 0.0

    def candidates(self, word: str) -> list[tuple[float, str]]:
        """Return words that ``word`` (in lower case) may be, with the bits of the mistake."""
        if word not in self._kept:
            found = {other: self.mistakes(word, other) for other in self.alike(word)}
            for bad, good in SWAPS:
                for at in places(word, bad):
                    swapped = word[:at] + good + word[at + len(bad) :]
                    for other in self.alike(swapped):
                        cost = self.cost + SWAPPED + self.mistakes(swapped, other)
                        found[other] = min(cost, found.get(other, 99.0))
            if len(word) >= 4 and word.isalpha():
                for other in self._near(word):
                    found.setdefault(other, self.slip_cost)
            if not found and len(word) >= _LONG_MADE and not self.channel.tells:
                makes = self.lexicon.list.makes
                found = {
                    one: self.mistakes(word, one) for one in one_letter_read(word) if makes(one)
                }
            self._kept[word] = [
                (cost, other)
                for other, cost in found.items()
                if not inflected(word, other)
                and self.lexicon.spelling(word) != self.lexicon.spelling(other)
            ]
        return self._kept[word]

    def alike(self, word: str) -> list[str]:
        """Return the words of the same outline that may be meant."""
        return self._meant.get(outline(word), [])

    def mistakes(self, word: str, other: str) -> float:
        """Return the bits of taking ``other`` for ``word``; their outlines are the same."""
        if self.channel.tells:
            return self.channel.cost(word, other)
        left, right = wide(word), wide(other)
        cost = 0.0
        for one, two in zip(left, right, strict=True):
            if one != two:
                cost += self.cost + (0.0 if frozenset((one, two)) in DIRECT else _INDIRECT)
        return cost or (self.cost if word != other else 0.0)

    def _near(self, word: str) -> set[str]:
        """Return words one letter away: lost, added, turned round."""
        near = one_slip_away(word, len(word))
        return {one for one in near if self.lexicon.own[one] > 1 or self.lexicon.listed(one) >= 11}

    def slip(self, word: str) -> str:
        """Return the word that a long one, seen once, was before a slip; empty for none or several.

        Slips in the last two letters are not looked for: those are endings.
        """
        own, listed = self.lexicon.own, self.lexicon.listed
        if own[word] > 1 or self.lexicon.knows(word):
            return ""
        least = _COMMON if len(word) < _LONG_WORD else _COMMON_LONG
        near = sorted(
            (
                (max(listed(one), _OWN if own[one] > 2 else 0), one)
                for one in one_slip_away(word, len(word) - 2)
                if own[one] > 2 or listed(one) >= least
            ),
            reverse=True,
        )
        if not near or (len(near) > 1 and near[0][0] - near[1][0] < _CLEARLY):
            return ""
        return near[0][1]
