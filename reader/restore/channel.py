"""How likely one letter was read for another, learnt from a text's own plain mistakes.

Recognition makes the same mistakes again and again: a text in which forty words have a *c* where
only *e* makes a word will have more of them.  What a mistake costs is read off the words that can
be one other word only, with a little of the usual table for what the text does not show (the
confusion matrices of Kernighan, Church and Gale, COLING 1990, made for each text).
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.restore.shapes import DIRECT, WIDE

_TWO = {part: one for one, part in WIDE}
_ONE = dict(WIDE)
#: Mistakes seen from which on they tell more than the table.
_ENOUGH = 30
#: Times that a mistake of the usual table counts as seen among them, and any other.
_IN_TABLE, _OUTSIDE = 0.5, 0.02
#: Bits of words that no mistakes of single letters tie.
_APART = 99.0

#: Letters as they were read, and as they were.
Swap = tuple[str, str]


def swaps(read: str, meant: str) -> list[Swap] | None:
    """Return which letters were taken for which; None where the words do not run alike."""
    found: list[Swap] = []
    one = two = 0
    while one < len(read) and two < len(meant):
        if read[one] == meant[two]:
            one, two = one + 1, two + 1
            continue
        wide, narrow = read[one : one + 2], meant[two : two + 2]
        if _TWO.get(wide) == meant[two]:
            found.append((wide, meant[two]))
            one, two = one + 2, two + 1
        elif _ONE.get(read[one]) == narrow:
            found.append((read[one], narrow))
            one, two = one + 1, two + 2
        else:
            found.append((read[one], meant[two]))
            one, two = one + 1, two + 1
    return found if one == len(read) and two == len(meant) else None


@dataclass(frozen=True)
class Channel:
    """Costs of mistakes in one text.

    Attributes:
        seen: mistakes by letters, and how often.
        letters: how often every letter, or pair of letters, stands in the text.
    """

    seen: Counter[Swap] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, mistakes: Iterable[tuple[str, str, int]], words: Counter[str]) -> "Channel":
        """Learn from words as they were read and as they were meant, with how often they stand."""
        seen: Counter[Swap] = Counter()
        for read, meant, count in mistakes:
            for swap in swaps(read, meant) or ():
                seen[swap] += count
        letters: Counter[str] = Counter()
        for word, count in words.items():
            for letter in word:
                letters[letter] += count
            for pair in _TWO:
                if pair in word:
                    letters[pair] += count
        return cls(seen, letters)

    @property
    def tells(self) -> bool:
        """Whether the text shows enough mistakes to learn from."""
        return self.seen.total() >= _ENOUGH

    def cost(self, read: str, meant: str) -> float:
        """Return the bits of the mistakes that make one word the other."""
        found = swaps(read, meant)
        return _APART if found is None else sum(map(self.bits, found))

    def bits(self, swap: Swap) -> float:
        """Return the bits of one mistake."""
        read, meant = swap
        usual = frozenset(swap) in DIRECT or len(read) != len(meant)
        seen = self.seen[swap] + (_IN_TABLE if usual else _OUTSIDE)
        return -math.log2(min(0.2, seen / (self.letters[meant] + self.seen[swap] + 10.0)))
