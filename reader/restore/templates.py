"""The ways in which printers lay pages on sheets, as orders in which a file may have them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

#: Pages that are blank in a booklet with ``n`` pages, as functions of n; likeliest first.
_BLANKS = (0, -1, 2, -2, 1, -3, 3)
#: Pages in a gathering that is folded by itself and laid behind the next.
_GATHERINGS = (8, 12, 16, 20, 24, 32)
_MOST_BLANKS = 4
#: Price in nats of a blank page, and of one that stands where blanks seldom do.
_BLANK, _ODD_BLANK = 0.4, 2.5


def layouts(count: int) -> Iterator[tuple[list[int], float, str]]:
    """Yield every layout that ``count`` printed pages can have.

    Yields:
        For each page of the book in reading order its position in the file, how rare the
        layout is (nats: for every blank page, for an unusual order of sides), and a name.

    Cost: about a thousand layouts, each linear in ``count``.
    """
    found: dict[tuple[int, ...], tuple[float, str]] = {}
    for slots in range(count + -count % 4, count + _MOST_BLANKS + 3, 4):
        for sequence, rare, name in _sequences(slots):
            for blanks in _blank_sets(slots, sequence, len(sequence) - count):
                printed = [page for page in sequence if page not in blanks]
                order = tuple(sorted(range(count), key=printed.__getitem__))
                price = rare + _BLANK * len(blanks) + _ODD_BLANK * _odd(blanks, sequence)
                if order not in found or price < found[order][0]:
                    found[order] = price, name
    for order, (price, name) in found.items():
        yield list(order), price, name


def _blank_sets(slots: int, sequence: Sequence[int], missing: int) -> Iterator[frozenset[int]]:
    if not 0 <= missing <= _MOST_BLANKS:
        return
    there = set(sequence)
    likely = [page if page > 0 else slots + page for page in _BLANKS]
    for pages in combinations([page for page in likely if page in there], missing):
        yield frozenset(pages)


def _odd(blanks: frozenset[int], sequence: Sequence[int]) -> int:
    """Return how many blanks are neither the last pages nor the inside of a cover."""
    last = behind = max(sequence)
    while last in blanks:
        last -= 1
    return len([page for page in blanks if page <= last and page not in (2, behind - 1)])


def _sequences(slots: int) -> Iterator[tuple[list[int], float, str]]:
    """Yield page numbers from 1 in the order of a file without blanks."""
    sides = _folded(1, slots)
    for turned in (False, True):
        for found, rare, name in _stacked(sides, "a folded booklet"):
            ordered = [side[::-1] for side in found] if turned else found
            yield [page for side in ordered for page in side], rare, name
    for size in _GATHERINGS:
        if slots % size == 0 and slots > size:
            gathered = [side for first in range(1, slots, size) for side in _folded(first, size)]
            yield [page for side in gathered for page in side], 1.0, f"gatherings of {size} pages"
    yield list(range(slots, 0, -1)), 0.0, "from the last page to the first"


def _folded(first: int, size: int) -> list[tuple[int, int]]:
    """Return the sheet sides of one gathering, outermost first, each from left to right."""
    last = first + size - 1
    sides: list[tuple[int, int]] = []
    for at in range(0, size // 2, 2):
        sides += [(last - at, first + at), (first + at + 1, last - at - 1)]
    return sides


def _stacked(
    sides: list[tuple[int, int]], name: str
) -> Iterator[tuple[list[tuple[int, int]], float, str]]:
    """Yield the orders in which sheet sides may have been read."""
    yield sides, 0.0, name
    yield sides[1:], 0.4, f"{name} without the outer side of its cover"
    yield sides[2:], 0.8, f"{name} without its cover"
    yield sides[::-1], 1.0, f"{name}, innermost side first"
    fronts, backs = sides[0::2], sides[1::2]
    yield fronts + backs, 5.0, f"{name}, all fronts before all backs"
    yield fronts + backs[::-1], 5.0, f"{name}, all fronts before all backs"
    inner = [side for at in range(len(sides) - 2, -1, -2) for side in sides[at : at + 2]]
    yield inner, 1.0, f"{name}, innermost sheet first"
    crossed = [side for at in range(len(sides) - 2, -1, -2) for side in (sides[at + 1], sides[at])]
    yield crossed, 2.0, f"{name}, innermost sheet first"
    nested = [at + turn for at in range(0, len(sides), 4) for turn in (0, 2, 1, 3)]
    yield [sides[at] for at in nested if at < len(sides)], 0.5, f"{name}, four pages a side"
    half = (len(sides) + 3) // 4 * 2
    top, bottom = sides[:half], sides[half:]
    cut = [side for at, one in enumerate(top) for side in (one, *bottom[at : at + 1])]
    yield cut, 0.5, f"{name}, four pages a side, cut and stacked"
