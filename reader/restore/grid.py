"""Where pages begin, in a source that does not say so.

Pages of one booklet are about equally tall.  A text in sheet order breaks off at the end of most
pages; the page height is the one at which those breaks lie most regularly.
"""

from collections.abc import Sequence
from functools import lru_cache

from reader.restore.leaves import Leaf

_TALLEST = 80
_SHORTEST = 12
#: Grids that are tried; two where there are many pieces, which settle the height by themselves.
_GRIDS, _MANY = 6, 500


Grid = tuple[int, list[int]]


def page_grids(leaves: Sequence[Leaf], broken: Sequence[float]) -> list[Grid]:
    """Find the heights that a full page may have, each with the leaves that begin pages.

    Likeliest first.  The height is 0 when every leaf is a page, and 1 where nothing speaks for
    any height.

    Args:
        leaves: pieces in the order of the file.
        broken: for each leaf, nats by which the text fails to read on from the one before;
            the first entry is not used.

    Cost: heights tried × pieces × pieces on a page.
    """
    if all(leaf.known for leaf in leaves):
        return [(0, list(range(len(leaves))))]
    if _are_pages(leaves):
        return [(0, [row for row in range(len(leaves)) if not _goes_on(leaves, row)])]
    tops = _tops(leaves)
    found: dict[tuple[int, ...], tuple[float, int]] = {}
    for height in range(_SHORTEST, _TALLEST + 1):
        gain, cuts = _cut(tops, broken, height)
        if gain > found.get(tuple(cuts), (0.0, 0))[0]:
            found[tuple(cuts)] = (gain, height)
    best = sorted(found, key=lambda cuts: -found[cuts][0])
    return [
        (found[cuts][1], list(cuts)) for cuts in best[: _GRIDS if len(leaves) < _MANY else 2]
    ] or [(1, [0])]


def _are_pages(leaves: Sequence[Leaf]) -> bool:
    """Say whether blank lines stand between pages only: nearly all stretches equally tall."""
    heights = sorted(leaf.height for leaf in leaves)
    usual = heights[int(0.75 * (len(heights) - 1))]
    even = sum(abs(height - usual) <= 1 for height in heights)
    return usual >= _SHORTEST and len(leaves) >= 4 and even >= 0.6 * len(leaves)


def _goes_on(leaves: Sequence[Leaf], row: int) -> bool:
    """Say whether two short stretches, such as title and author, share one page."""
    return row > 0 and max(leaves[row].height, leaves[row - 1].height) <= _SHORTEST // 3


def _tops(leaves: Sequence[Leaf]) -> list[int]:
    """Return the line on which each leaf begins, and the end."""
    tops = [0]
    for leaf in leaves:
        tops.append(tops[-1] + leaf.height + 1)
    return tops


def _cut(tops: Sequence[int], broken: Sequence[float], height: int) -> tuple[float, list[int]]:
    """Cut the pieces into pages of about ``height`` lines; return the gain and the cuts."""
    count = len(tops) - 1
    gain = [0.0] + [-1e9] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        here = (broken[end] - 1.0) if end < count else 0.0
        for start in range(end - 1, -1, -1):
            lines = tops[end] - tops[start] - 1
            if lines > 1.3 * height and start < end - 1:
                break
            value = gain[start] + here - misfit(lines, height)
            if value > gain[end]:
                gain[end], came[end] = value, start
    cuts: list[int] = []
    at = count
    while at:
        at = came[at]
        cuts.append(at)
    return gain[count], cuts[::-1]


@lru_cache(maxsize=65536)
def misfit(lines: int, height: int) -> float:
    """Return the price, in nats, of a page of ``lines`` where ``height`` is usual."""
    off = max(0.0, (abs(lines - height) - 1) / height - 0.04)
    price = min(6.0, (off / 0.08) ** 2)
    return min(price, 2.0) if lines < height else price
