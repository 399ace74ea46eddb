"""Where the lines of a file become longer or shorter for good: two texts set to two measures."""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from statistics import median

from reader.restore.leaves import Leaf
from reader.restore.paragraphs import Shape, running_lines, shape_of

#: Running lines on either side, and by how much the one measure is wider than the other.
_LINES, _WIDER = 40, 1.1
#: Shares of lines longer than the middle: at most on the narrow side, at least on the wide one.
_STRAY, _LONG = 0.05, 0.75
#: Share of running lines in which a sentence goes on: verses and lists have fewer.
_PROSE = 0.6

#: Letters of the running lines of a leaf, negative where no small letter follows.
_Running = list[int]


def shapes_of(leaves: Sequence[Leaf]) -> list[Shape]:
    """Return how the lines of each leaf run: all alike unless the measure changes.

    Linear in the lines for each change.
    """
    running = [_running(leaf) for leaf in leaves]
    shapes: list[Shape] = []
    for start, end in pairwise([0, *_changes(running, 0), len(leaves)]):
        shapes += [shape_of(leaves[start:end])] * (end - start)
    return shapes


def stretches(shapes: Sequence[Shape]) -> int:
    """Return how many stretches of leaves have a shape of their own."""
    return len({id(shape) for shape in shapes})


def _running(leaf: Leaf) -> _Running:
    pairs = running_lines(leaf.groups)
    return [len(line) if after[:1].islower() else -len(line) for line, after in pairs]


def _changes(running: Sequence[_Running], first: int) -> list[int]:
    """Return the leaves with which another measure begins, counted from ``first``."""
    cut = _best_cut(running)
    if not cut or not _differ(running[:cut], running[cut:]):
        return []
    before, after = _changes(running[:cut], first), _changes(running[cut:], first + cut)
    return [*before, first + cut, *after]


def _best_cut(running: Sequence[_Running]) -> int:
    """Return where the mean length before and after differs most: least squares about two means."""
    counts = [0, *accumulate(map(len, running))]
    sums = [0, *accumulate(sum(map(abs, lines)) for lines in running)]
    count, total = counts[-1], sums[-1]

    def gain(row: int) -> float:
        few, some = counts[row], sums[row]
        if min(few, count - few) < _LINES:
            return 0.0
        return few * (count - few) * (some / few - (total - some) / (count - few)) ** 2

    return max(range(len(running)), key=gain, default=0)


def _differ(one: Sequence[_Running], other: Sequence[_Running]) -> bool:
    """Say whether prose is set to one measure here and to another there."""
    sides = [list(chain.from_iterable(one)), list(chain.from_iterable(other))]
    if any(len(side) < _LINES or _on(side) < _PROSE for side in sides):
        return False
    narrow, wide = sorted(([*map(abs, side)] for side in sides), key=median)
    if median(wide) < _WIDER * median(narrow):
        return False
    middle = (median(wide) + median(narrow)) / 2
    return _longer(narrow, middle) <= _STRAY and _longer(wide, middle) >= _LONG


def _on(side: _Running) -> float:
    return sum(length > 0 for length in side) / len(side)


def _longer(side: _Running, than: float) -> float:
    return sum(length > than for length in side) / len(side)
