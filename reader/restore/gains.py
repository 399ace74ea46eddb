"""Whether an order gains enough over that of the file to be believed.

A file that was in order must stay as it is, be it prose, verse, a list or a table.  What an order
gains by leaving breaks behind is worth the less the more such breaks it leaves where they are:
then that is how the text reads.  What it gains by turns that it makes is worth the less the more
of them it could choose.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from reader.restore.turns import Turns

#: A turn that scores less is a break; breaks in a hundred joins of prose, and joins that this is
#: worth where few are seen.
_BREAK, _USUAL, _SEEN = -1.0, 0.03, 10
#: Share of breaks among any two pages, and bounds of the nats that one is worth.
_AT_RANDOM, _LEAST, _MOST = 0.5, 0.3, 5.0
#: Nats that a turn may gain by chance where an order makes more of them than it has pages, and that
#: a piece may where pages are not known.
_CHOSEN, _BY_CHANCE = 0.5, 0.05
#: What an order must gain, in nats: where pages are known, where their heights bear witness, and
#: where they do not; nats more for an order that makes a single turn, which any file may seem to
#: have; share of the nats that its turns gain on average, and their bounds.  Of 722 files in order
#: (25 books in five languages, plays, verse, licences, manuals, programs, changelogs; 7 and 14 kB,
#: as they stand and as pages of three heights) the best false orders reached 5.9, 2.3 and 1.0,
#: but for a list of names; of 288 booklets of 8 to 20 pages 7 reached less than these.
_KNOWN, _EVEN, _UNEVEN, _SINGLE = 6.5, 3.5, 5.0, 4.0
_READS, _BADLY, _WELL = 1.5, -1.0, 2.0
#: Pages from which on a file may be a booklet.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What an order makes of the joins of a file, in nats.

    Attributes:
        kept, left: joins of the file that stay, and that do not.
        made: turns that the file does not have.
        pages: how many.
    """

    kept: Sequence[float]
    left: Sequence[float]
    made: Sequence[float]
    pages: int

    @classmethod
    def of(cls, turns: Turns, pages: Sequence[Sequence[int]]) -> "Change":
        """Compare an order, as pages of leaves, with that of the file."""
        rows = [row for page in pages for row in page]
        now = set(itertools.pairwise(rows))
        joins = [((row, row + 1) in now, turns.score(row, row + 1)) for row in range(len(rows) - 1)]
        return cls(
            kept=[score for stays, score in joins if stays],
            left=[score for stays, score in joins if not stays],
            made=[turns.score(a, b) for a, b in now if b != a + 1],
            pages=len(pages),
        )

    @property
    def reads(self) -> float:
        """What the turns that it makes gain on average."""
        return sum(self.made) / max(1, len(self.made))

    @property
    def doubt(self) -> float:
        """Nats of what it gains that prove nothing."""
        breaks = sum(score < _BREAK for score in self.kept) + _USUAL * _SEEN
        share = breaks / (len(self.kept) + _SEEN)
        worth = max(_LEAST, min(_MOST, math.log(_AT_RANDOM / share)))
        over = sum(max(0.0, -score - worth) for score in self.left)
        return over + _CHOSEN * max(0, len(self.made) - self.pages)

    def is_sure(self, gain: float, *, even: bool | None) -> bool:
        """Say whether a gain is enough.

        Args:
            gain: nats over the order of the file, less what the order supposes.
            even: whether heights of pages bear witness that there are pages; None where pages are
                known.
        """
        if self.pages < _FEWEST or not self.made:
            return False
        least = _KNOWN if even is None else _EVEN if even else _UNEVEN
        if even is not None:
            least += _BY_CHANCE * (len(self.kept) + len(self.left) + 1)
        least += _SINGLE if len(self.made) == 1 else 0.0
        reads = _READS * max(_BADLY, min(_WELL, self.reads))
        return gain - self.doubt + reads > least
