"""What its height tells of a page: whether it may be the last one.

Pages inside a text are full; the last one ends anywhere.  So where pages are even, a short one is
likelier the last than any other, and a full one is seldom the last.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

#: Lines by which a full page may differ from the usual one; share of the pages that must be full,
#: and pages from which on that says anything.
_NEAR, _EVEN, _FEWEST = 1, 0.6, 4
#: Nats that the last page may prove.
_MOST = 3.0


@dataclass(frozen=True, slots=True)
class Endings:
    """How even the pages of a text are.

    Attributes:
        usual: lines of a full page, 0 where pages are not even.
        full: share of the pages that are full.
    """

    usual: int = 0
    full: float = 1.0

    @classmethod
    def of(cls, tall: Sequence[int]) -> "Endings":
        """Measure pages by their lines."""
        if len(tall) < _FEWEST:
            return cls()
        usual = sorted(tall)[int(0.75 * (len(tall) - 1))]
        full = sum(abs(lines - usual) <= _NEAR for lines in tall)
        if full < _EVEN * len(tall):
            return cls()
        return cls(usual, (full + 0.5) / (len(tall) + 1))

    def last(self, lines: int) -> float:
        """Return by how many nats a page of ``lines`` is likelier the last one than another."""
        if not self.usual or lines > self.usual + _NEAR:
            return 0.0
        if lines >= self.usual - _NEAR:
            value = math.log((2 * _NEAR + 1) / self.usual / self.full)
        else:
            value = -math.log(1 - self.full)
        return max(-_MOST, min(_MOST, value))
