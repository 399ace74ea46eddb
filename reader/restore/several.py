"""Where a file may hold a second booklet behind the first.

Each of the two was folded by itself.  Taken for one, the second lies inside the first, and both
its ends break off while what encloses it reads on; it has a title page of its own; it speaks of
other things.  These are places to try: the order of the two parts decides.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.restore.leaves import Leaf
from reader.restore.lexicon import english
from reader.restore.paths import begins, ends
from reader.restore.turns import Turns

#: Places that are tried at most, and the share of the lines that stands before and behind them.
_PLACES, _SHARE = 3, 0.15
#: Nats of a turn from one part to the other, on average, from which on they are one booklet.
_READS_ON = 1.0
#: Nats that a part inside must gain by being taken for a booklet of its own.
_CLOSED = 1.0
#: Words rarer than this (binary logarithm) tell of what a text is about, letters that are
#: compared, and the share of words on both sides of a place under which it parts two subjects.
_TOPICAL, _STEM, _PARTED = 17, 7, 0.62
#: Words of which such a share means something.
_FEW = 40


def places_of_second(turns: Turns, rows: Sequence[int], leaves: Sequence[Leaf]) -> list[int]:
    """Return leaves with which a second booklet may begin, in the order of the file.

    Args:
        turns: scores.
        rows: the order in which all leaves read best as one booklet.
        leaves: in the order of the file.

    Cost: linear in the text.
    """
    count = len(leaves)
    tall = [leaf.height for leaf in leaves]
    whole, above, inside = sum(tall), 0, []
    for row in range(count):
        if _SHARE * whole <= above <= (1 - _SHARE) * whole and row > 1 and count - row > 2:
            inside.append(row)
        above += tall[row]
    allowed = frozenset(inside)
    found = list(_parted(leaves, inside))
    found += [cut for cut in _enclosed(turns, rows) if cut in allowed]
    for row in inside:
        if turns.edges[row].sheet and turns.edges[row].great:
            found += [one for one in (row, row - 1) if one in allowed]
    breaks = (cut for cut in dict.fromkeys(found) if _breaks(turns, rows, cut))
    return list(breaks)[:_PLACES]


def _breaks(turns: Turns, rows: Sequence[int], cut: int) -> bool:
    """Say whether what stands before a place and behind it hardly reads on from each other."""
    over = [turns.score(a, b) for a, b in pairwise(rows) if (a < cut) != (b < cut)]
    return sum(over) < _READS_ON * len(over)


def _enclosed(turns: Turns, rows: Sequence[int]) -> Iterator[int]:
    """Yield the cut behind which all leaves stand together inside the order and gain most alone."""
    place = {row: at for at, row in enumerate(rows)}
    low, high = len(rows), -1
    best, gain = 0, _CLOSED
    for cut in range(len(rows) - 1, 0, -1):
        low, high = min(low, place[cut]), max(high, place[cut])
        if high - low + 1 != len(rows) - cut or low == 0 or high == len(rows) - 1:
            continue
        before, first, last, behind = rows[low - 1], rows[low], rows[high], rows[high + 1]
        alone = turns.score(before, behind) + begins(turns, first) + ends(turns, last)
        lost = turns.score(before, first) + turns.score(last, behind)
        if alone - lost > gain:
            best, gain = cut, alone - lost
    if best:
        yield best


def _parted(leaves: Sequence[Leaf], inside: Sequence[int]) -> Iterator[int]:
    """Yield the place that fewest rarer words stand on both sides of, where these are few."""
    said = [_rare(leaf) for leaf in leaves]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for row, words in enumerate(said):
        for word in words:
            first.setdefault(word, row)
            last[word] = row
    count = len(leaves)
    starts, stops = [0] * (count + 1), [0] * (count + 1)
    for word, row in first.items():
        starts[row + 1] += 1
        stops[last[word] + 1] += 1
    begun = ended = 0
    best, least = -1, _PARTED
    for row in range(count):
        begun, ended = begun + starts[row], ended + stops[row]
        fewer = min(begun, len(first) - ended)
        if row in inside and fewer >= _FEW and (begun - ended) / fewer < least:
            best, least = row, (begun - ended) / fewer
    if best > 0:
        yield best


def _rare(leaf: Leaf) -> frozenset[str]:
    known = english()
    words = " ".join(line.text for line in leaf.lines).lower().split()
    return frozenset(
        word[:_STEM] for word in words if word.isalpha() and known.get(word, 0) < _TOPICAL
    )
