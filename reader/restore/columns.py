"""Two columns or pages that were read line by line, told apart again."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.restore.language import Model
from reader.restore.leaves import Group, Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.lines import Line
from reader.restore.turns import Turns, edges_of

#: Lines of a stretch that are looked at to see whether it is tangled.
_SAMPLE = 40
#: Nats a line by which every second line must read on better than the next one.
_GAIN = 0.5
#: Price in nats of two lines in a row from one column.
_SAME = 1.0
#: Lines that one column may be ahead of the other.
_AHEAD = 8


def untangled(leaves: Sequence[Leaf], model: Model, lexicon: Lexicon) -> list[Leaf]:
    """Return the leaves, those that hold two columns line by line cut into two.

    Cost: linear in the lines; a few milliseconds for a page that is not tangled.
    """
    found: list[Leaf] = []
    for leaf in leaves:
        columns = _columns(leaf.lines, model, lexicon) if len(leaf.lines) >= 10 else None
        if columns is None:
            found.append(leaf)
            continue
        left, right = columns
        found.append(replace(leaf, groups=(left,), notes=()))
        found.append(replace(leaf, groups=(right,), number=None, gap=1))
    return found


def _columns(lines: Group, model: Model, lexicon: Lexicon) -> tuple[Group, Group] | None:
    sample = _scores(lines[:_SAMPLE], model, lexicon)
    count = min(len(lines), _SAMPLE)
    next_but_one = sum(sample(at, at + 2) for at in range(count - 2))
    following = sum(sample(at, at + 1) for at in range(count - 2))
    if next_but_one - following < _GAIN * (count - 2):
        return None
    return _split(lines, _scores(lines, model, lexicon))


def _scores(lines: Sequence[Line], model: Model, lexicon: Lexicon) -> Callable[[int, int], float]:
    edges = [edges_of(Leaf(((line,),), known=True)) for line in lines]
    return Turns(edges, model, lexicon).words


def _split(lines: Group, fit: Callable[[int, int], float]) -> tuple[Group, Group] | None:
    """Assign every line to one of two columns so that both read best."""
    best: dict[int, float] = {-1: 0.0}  # last line of the other column -> score so far
    trace: list[dict[int, tuple[int, bool]]] = []
    for at in range(1, len(lines)):
        grown: dict[int, float] = {}
        came: dict[int, tuple[int, bool]] = {}
        for other, score in best.items():
            stay = score + fit(at - 1, at) - _SAME
            if at - other <= _AHEAD or other < 0:
                _keep(grown, came, other, stay, other, crossed=False)
            cross = score + (fit(other, at) if other >= 0 else 0.0)
            _keep(grown, came, at - 1, cross, other, crossed=True)
        best = grown
        trace.append(came)
    other = max(best, key=lambda key: best[key])
    side, sides = 0, [0]
    for came in reversed(trace):
        other, crossed = came[other]
        side ^= crossed
        sides.append(side)
    sides.reverse()
    first = sides[0]
    left = tuple(line for line, at in zip(lines, sides, strict=True) if at == first)
    right = tuple(line for line, at in zip(lines, sides, strict=True) if at != first)
    return (left, right) if left and right else None


def _keep(
    grown: dict[int, float], came: dict[int, tuple[int, bool]], key: int, score: float,
    other: int, *, crossed: bool,
) -> None:  # fmt: skip
    if key not in grown or score > grown[key]:
        grown[key], came[key] = score, (other, crossed)
