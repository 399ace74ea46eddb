"""Where pages begin, in a source that does not say so.

Pages of one booklet are about equally tall.  A text in sheet order breaks off at the end of most
pages; the page height is the one at which those breaks lie most regularly.
"""

from collections.abc import Sequence

from reader.restore.leaves import Leaf

_TALLEST = 80
_SHORTEST = 12


def page_height(leaves: Sequence[Leaf], broken: Sequence[float]) -> int:
    """Return the height of a full page in lines, 0 where nothing speaks for one.

    Args:
        leaves: pieces in the order of the file.
        broken: for each leaf, nats by which the text fails to read on from the one before;
            the first entry is not used.

    Cost: heights tried × pieces × pieces on a page.
    """
    if all(leaf.known for leaf in leaves):
        return 0
    tops = _tops(leaves)
    gains = {height: _cut(tops, broken, height)[0] for height in range(_SHORTEST, _TALLEST + 1)}
    best = max(gains, key=lambda height: gains[height])
    return best if gains[best] > 0 else 0


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


def misfit(lines: int, height: int) -> float:
    """Return the price, in nats, of a page of ``lines`` where ``height`` is usual."""
    off = max(0.0, (abs(lines - height) - 1) / height - 0.04)
    price = min(6.0, (off / 0.08) ** 2)
    return min(price, 2.0) if lines < height else price
