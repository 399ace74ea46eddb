"""Which word a misread one was: a noisy channel over the vocabulary of text and list.

A word is looked up by its outline: letters that recognition takes for one another share a sign,
``rn`` and ``m``, ``cl`` and ``d`` are set alike.  What has the same outline is weighed by how
likely the word is here and how many letters were mistaken (Kernighan, Church and Gale, COLING
1990, with a table of print in place of the one of typing).
"""

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reader.restore.beside import Beside
from reader.restore.channel import Channel
from reader.restore.lexicon import Lexicon
from reader.restore.meant import SWAPPED, Meant
from reader.restore.pairs import lift, paired
from reader.restore.shapes import inflected, outline
from reader.restore.spelling import spelling_bits
from reader.restore.unheard import Unheard

_WORD = re.compile(r"[^\W\d_]+")
#: How likely a word with a figure or a tilde inside is right, in bits at most and for a letter.
_FIGURE, _FIGURE_LETTER = -30.0, 6.0
#: A word of the list that may have been misread is hardly commoner than this, here and there.
_SELDOM, _RARE = 2, 13
#: How much more often a word stands in a text than one that is mostly a misreading of it.
_OFTENER = 12
#: Bits of doubt from which on a text is so full of misreadings that most new names are some, and
#: the letters from which on a name is like one other only.
_FULL, _LONG_NAME = 2.5, 5
#: By how much commoner in the list one word must be than another that is as like.
_FAR = 6
#: How common in the list a word is that a scrap was made of.
_DAILY = 14
#: Letters of a word of the list at most that may be a scrap of another language.
_SCRAP = 4
#: Letters of a word nobody knows that is not read without a neighbour: so many look like it.
_SHORT = 3
#: Lift of two words that belong together.
_TOGETHER = 2
#: Bits by which one reading must beat every other.
_MARGIN = 3.0
#: The same where the word as it stands is less likely by these bits, so that any reading is better.
_LIKELIER, _HOPELESS = 0.3, 5.0
#: The same where the word as it stands is one, and neighbours speak for the other reading; less by
#: the bits of doubt in the text.
_KNOWN_MARGIN = 8.0
#: The same where the text taught what is mistaken for what, and how often.
_TAUGHT_MARGIN = 2.5
#: The same for words that the shipped list has hardly met.
_HARDLY, _HARDLY_MARGIN = 6, 3.5
#: The same without neighbours, for words that stand in every sentence.
_USUAL = 11.0
#: How common in the list a word with a capital is meant to be: first in its sentence, and inside.
_OPENING, _INSIDE = 8, 12
#: Bits by which a reading must win against a word that nobody knows, and more against a name.
_UNKNOWN_MARGIN, _NAME = 0.5, 6.0
#: Bits of a word that nobody knows, beside those of its letters in a text that shows mistakes.
_NEW_WORD = 3.0
#: Most bits of a letter of such a word and of its end: names are spelled as no word of the list is.
_STRANGEST = 4.0
#: The same elsewhere, where it is rather a name or another language, and those of a letter.
_NEW_NAME, _ANY_LETTER = 7.0, 3.0
#: Misreadings alike of one word that may be expected at most where the same row of letters shows
#: a word of its own each time.
_ALIKE = 0.05
#: Bits that neighbours can speak against a word and for it.
_BESIDE = (-8.0, 12.0)
#: Share of unknown words in a text without misreadings, and the most that more of them weigh.
_USUAL_UNKNOWN, _MOST_DOUBT = 0.003, 6.0
#: Words in six that may be unknown before a stretch counts as one of another language.
_FOREIGN = 3
#: Share of unknown words above which a text is in no language that the list knows.
_STRANGE = 0.35
#: Misread words, of which no two are alike, that show a text to be scanned; the share of all
#: distinct words, and of the unknown ones, that they must be.
_SIGNS, _SIGNS_OF_WORDS, _SIGNS_OF_UNKNOWN = 4, 0.002, 0.25


@dataclass(frozen=True)
class Misread:
    """Finds what was misread in one text.

    Attributes:
        lexicon: of the whole text.
        text: the whole text, for pairs of neighbours.
        taught: what the text taught of its mistakes when it had more of them, if it did.
    """

    lexicon: Lexicon
    text: str
    taught: Channel | None = None

    @cached_property
    def meant(self) -> Meant:
        """The words it may have been."""
        return Meant(self.lexicon, self.text, self.taught)

    @cached_property
    def unheard(self) -> Unheard:
        """The words that nobody knows."""
        return Unheard(self.meant)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        words = [word.lower() for word in _WORD.findall(self.text)]
        return Counter(itertools.pairwise(words))

    @cached_property
    def _neighbours(self) -> Beside:
        return Beside.of(self._pairs, self.lexicon.list)

    @cached_property
    def _rivals_of(self) -> dict[str, bool]:
        return {}

    @property
    def usable(self) -> bool:
        """Whether the text is in a language with a list: else it would be corrected away."""
        spoken = self.lexicon.list.spoken(self.lexicon.own)
        return spoken and self.meant.unknown < _STRANGE

    @property
    def shows(self) -> bool:
        """Whether unknown words show that the text was scanned: common ones, one letter misread."""
        small, own = self.lexicon.small, self.lexicon.own
        unknown = [word for word in small if len(word) > 2 and not self.meant.is_word(word)]
        if len(unknown) < _SIGNS or not self.usable:
            return False
        signs = sum(self._is_sign(word) for word in unknown)
        least = max(_SIGNS, _SIGNS_OF_WORDS * len(own), _SIGNS_OF_UNKNOWN * len(unknown))
        return signs >= least

    def _is_sign(self, word: str) -> bool:
        """Say whether a word is one with one letter misread that is common here or anywhere."""
        own, listed = self.lexicon.own, self.lexicon.listed
        return any(
            self.meant.mistakes(word, other) <= self.meant.cost
            and (own[other] > 1 or listed(other) >= 14)
            for other in self.meant.alike(word)
            if not inflected(word, other)
        )

    @cached_property
    def _doubt(self) -> float:
        """Bits by which unknown words are less likely right than in a text of few misreadings."""
        return min(_MOST_DOUBT, max(0.0, math.log2(max(1e-6, self.meant.unknown / _USUAL_UNKNOWN))))

    @property
    def full(self) -> bool:
        """Whether the text is full of misreadings."""
        return self._doubt >= _FULL

    def reading(self, word: str, before: str, after: str, *, opening: bool = False) -> str:
        """Return what a word was before it was misread; empty where it stands or nobody knows.

        Args:
            word: as it stands.
            before: the word before it in lower case, empty at a border.
            after: the word after it.
            opening: whether a sentence begins with it.
        """
        plain = word.lower()
        found = (
            self.meant.candidates(plain)
            if word.islower() or self.lexicon.list.nouns
            else self._capital(word, opening=opening)
        )
        known = plain.isalpha() and self.lexicon.listed(plain) > 0
        name = word[0].isupper() and not self.lexicon.list.nouns
        if known or name:
            alike, slip = outline(plain), self.meant.slip_cost
            found = [(c, other) for c, other in found if c != slip or outline(other) == alike]
        if known:
            found = [(c, other) for c, other in found if self._rivals(other, plain)]
        if one := self._only_one(word):
            return one.capitalize() if word[0].isupper() else one
        if not found:
            return ""
        likely = [(self.meant.alone(other) - cost, other) for cost, other in found]
        least = max(likely)[0] - (_BESIDE[1] - _BESIDE[0]) - _MARGIN  # no neighbours bring it up
        ranked = sorted(
            (
                (bits + self._beside(other, before, after), other)
                for bits, other in likely
                if bits >= least
            ),
            reverse=True,
        )
        best, other = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else -99.0
        known = plain.isalpha() and self._stands(plain, other)
        cost = next(cost for cost, one in found if one == other)
        here, margin = self._as_it_is(word, other, cost, before, after, known=known)
        name = name and not opening and word.isalpha() and not self.lexicon.names[other]
        if best < here + margin + (_NAME if name else 0.0):
            return ""
        hopeless = self.meant.channel.tells and best > here + margin + _HOPELESS
        if best < second + (_LIKELIER if hopeless else _MARGIN):
            return ""
        usual = self.lexicon.listed(other) >= 20 and (
            best > here + _USUAL or (known and self._hardly(plain) and self._doubt >= _FULL)
        )
        if not known:
            usual |= len(word) > _SHORT or not word.isalpha()
            usual |= self._at_home(other, before, after)
        if not usual and not self.meant.channel.tells and not self._met(other, before, after):
            return ""
        small = word[0] == "D" and other[0] == "p"
        return other.capitalize() if word[0].isupper() and not small else other

    def _rivals(self, other: str, word: str) -> bool:
        """Say whether a word can be meant by one of the list: it is of the list, or far oftener."""
        own = self.lexicon.own
        return self.lexicon.spelled(other) > 0 or own[other] > _OFTENER * own[word]

    def _met(self, word: str, before: str, after: str) -> bool:
        """Say whether a word stands beside one of its neighbours elsewhere."""
        return any(
            pair[0]
            and pair[1]
            and (self._pairs[pair] or lift(self.lexicon.list, *pair) >= _TOGETHER)
            for pair in ((before, word), (word, after))
        )

    def _hardly(self, word: str) -> bool:
        """Say whether a word of the list is hardly met: a short one without pairs is a scrap."""
        return self.lexicon.spelled(word) <= _HARDLY or (
            len(word) <= _SCRAP and not paired(self.lexicon.list, word)
        )

    def _at_home(self, word: str, before: str, after: str) -> bool:
        """Say whether a word is in daily use, and its neighbours are of the list, too."""
        listed = self.lexicon.listed
        return listed(word) >= _DAILY and all(not near or listed(near) for near in (before, after))

    def _capital(self, word: str, *, opening: bool) -> list[tuple[float, str]]:
        """Return candidates for a word with a capital, which stays the first letter."""
        plain = word.lower()
        own, first = self.lexicon.own, plain[0]
        least = _OPENING if opening else _INSIDE
        seen = 1 if self.meant.channel.tells else 2
        found = [
            (cost, other)
            for cost, other in self.meant.candidates(plain)
            if (other[0] == first or first in "li1")
            and (
                own[other] > seen
                or self.lexicon.names[other] >= seen
                or self.lexicon.listed(other) >= least
            )
        ]
        if word[0] == "D":
            found += [
                (c, o) for c, o in self.meant.candidates("p" + plain[1:]) if c <= self.meant.cost
            ]
            if own["p" + plain[1:]] > 1:
                found.append((self.meant.cost + SWAPPED, "p" + plain[1:]))
        return found

    def _only_one(self, word: str) -> str:
        """Return the one word that an unknown one can be in a text full of misreadings."""
        plain, listed = word.lower(), self.lexicon.listed
        least = _LONG_NAME if word[0].isupper() else _SHORT + 1
        if self._doubt < _FULL or len(word) < least:
            return ""
        if self.lexicon.own[plain] > _SELDOM or self.meant.is_word(plain):
            return ""
        near = sorted(
            ((listed(other), other) for other in self.meant.alike(plain)
             if self.meant.is_direct(plain, other) and (word.islower() or other[0] == plain[0])),
            reverse=True,
        )  # fmt: skip
        if not near or (len(near) > 1 and near[0][0] < near[1][0] + _FAR):
            return ""
        return near[0][1] if len(word) >= _LONG_NAME or near[0][0] >= _OPENING else ""

    def named(self, word: str, *, least: int) -> str:
        """Return the one word that an unknown one can be of those the text has again and again.

        For words of ``least`` letters where no language tells what is plausible: in the name of a
        file, among foreign words.  Empty where there is none, or several.
        """
        plain, own = word.lower(), self.lexicon.own
        if not self.meant.channel.tells or len(word) < least or not word.isalpha():
            return ""
        if self.lexicon.listed(plain) > _HARDLY or not (word.islower() or word[1:].islower()):
            return ""
        often = max(_SELDOM, _OFTENER // 3 * own[plain])
        near = [
            other
            for other in self.meant.alike(plain)
            if own[other] > often and self.meant.is_direct(plain, other)
        ]
        if len(near) != 1 or inflected(plain, near[0]):
            return ""
        return near[0].capitalize() if word[0].isupper() else near[0]

    def _stands(self, word: str, other: str) -> bool:
        """Say whether a word is one, and not just a common misreading of ``other``."""
        own = self.lexicon.own
        if self.lexicon.spelled(word):
            return True
        share = 0.8 if outline(word) == outline(other) else 0.1
        return self.lexicon.knows(word) and own[word] > share * own[other]

    def _as_it_is(
        self, word: str, other: str, cost: float, before: str, after: str, *, known: bool
    ) -> tuple[float, float]:
        """Return how likely a word is as it stands, and the margin that a reading must win by."""
        if known:
            plain = word.lower()
            prior = self.meant.prior(plain, self.lexicon.own[other] + 13)
            hardly = self._hardly(plain) and self._at_home(other, before, after)
            margin = _HARDLY_MARGIN if hardly else _KNOWN_MARGIN - self._doubt
            if self.meant.channel.tells:
                margin = min(margin, _TAUGHT_MARGIN)
            return prior + self._beside(plain, before, after, instead=other), margin
        if not word.isalpha():
            return min(_FIGURE, -_FIGURE_LETTER * len(word)), _UNKNOWN_MARGIN
        bits = (self._doubt + self._new(word.lower())) / self._times(word.lower(), other, cost)
        return -bits, _UNKNOWN_MARGIN

    def _times(self, word: str, other: str, cost: float) -> int:
        """Return how often a word stands in the text; once where misreadings of another explain it.

        A word that nobody knows is the likelier right the oftener it stands there alike.
        """
        expected = self.lexicon.own[other] * 2**-cost
        return 1 if len(word) <= _SHORT or expected > _ALIKE else max(1, self.lexicon.own[word])

    def _new(self, word: str) -> float:
        """Return the bits of a word that nobody knows."""
        if self.meant.channel.tells:
            bits = spelling_bits(word, self.lexicon.list)
            return _NEW_WORD + min(_STRANGEST * (1 + len(word)), bits)
        return _NEW_NAME + _ANY_LETTER * max(_SCRAP, len(word))

    def _beside(self, word: str, before: str, after: str, instead: str = "") -> float:
        """Return the bits that the neighbours speak for a word.

        ``instead``: what it may be misread for; some of its pairs are then misread, too.
        """
        before, after = (near if self.meant.is_word(near) else "" for near in (before, after))
        bits = self._neighbours.bits(word, before, after, self.meant.alone, instead)
        return max(_BESIDE[0], min(_BESIDE[1], bits))

    def doubtful(self, word: str) -> bool:
        """Say whether a word is worth a look: not in the list, or rare here and there."""
        plain = word.lower()
        if self._hardly(plain):
            return True
        if self.lexicon.own[plain] <= _SELDOM and self.lexicon.listed(plain) <= _RARE:
            return True
        return self._mostly_another(plain) or (self.meant.channel.tells and self._rivalled(plain))

    def _rivalled(self, word: str) -> bool:
        """Say whether one letter misread makes a word of another."""
        if word not in self._rivals_of:
            alike = (other for other in self.meant.alike(word) if other != word)
            self._rivals_of[word] = any(self.meant.is_direct(word, other) for other in alike)
        return self._rivals_of[word]

    def _mostly_another(self, word: str) -> bool:
        """Say whether a word is alike one that stands in the text far more often."""
        own, meant = self.lexicon.own, self.meant
        least = _OFTENER * own[word]
        return any(own[other] > least and not inflected(word, other) for other in meant.alike(word))

    def foreign(self, words: list[str]) -> bool:
        """Say whether most of a few neighbours are unknown: a quotation in another language."""
        least = _FOREIGN + (self.meant.unknown > 0.03)
        strange = (word.isalpha() and not self.lexicon.listed(word) for word in words)
        return sum(strange) >= least
