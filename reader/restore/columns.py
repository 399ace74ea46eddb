"""Two columns or pages that were read line by line, told apart again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.restore.feet import Group
from reader.restore.language import Model
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.turns import Turns, edges_of

#: Lines of a stretch that are looked at to see whether it is tangled.
_SAMPLE = 60
#: Nats a line by which every second line must read on better than the next one, to look closer;
#: nats a line by which two columns must read better than one, and where other stretches of the
#: file are tangled.
_GLANCE, _GAIN, _KEEN = 0.15, 0.4, 0.1
#: Price in nats of two lines in a row from one column, and where the other has a blank line.
_SAME, _BLANK = 5.0, 2.5
#: Price in nats of one column being at its end.
_CLOSED = 3.0
#: Lines that one column may be ahead of the other.
_AHEAD = 8
#: Share of the usual width under which a line is short.
_SHORT = 0.85


def untangled(
    leaves: Sequence[Leaf], model: Model, lexicon: Lexicon, *, keen: bool = False
) -> list[Leaf]:
    """Return the leaves, those that hold two columns line by line cut into two.

    Args:
        leaves: in the order of the file.
        model: of the language.
        lexicon: of the text.
        keen: whether some are known to be tangled, so that others may be doubted, too.

    Cost: linear in the lines; a few milliseconds for a page that is not tangled.
    """
    found: list[Leaf] = []
    after = False
    for leaf in leaves:
        columns = _columns(leaf.lines, model, lexicon, keen) if len(leaf.lines) >= 10 else None
        if columns is None:
            found.append(replace(leaf, begins=True) if after else leaf)
            after = False
            continue
        left, right = columns
        found.append(replace(leaf, groups=(left,), notes=(), begins=True))
        found.append(replace(leaf, groups=(right,), number=None, gap=1, begins=True))
        after = True
    return found


def _columns(
    lines: Group, model: Model, lexicon: Lexicon, keen: bool
) -> tuple[Group, Group] | None:
    fits = _Fits(lines, model, lexicon)
    count = min(len(lines), _SAMPLE) - 2
    next_but_one = sum(fits.fit(at, at + 2) for at in range(count))
    if not keen and next_but_one - fits.straight(count) < _GLANCE * count:
        return None
    score, sides = _split(fits)
    whole = fits.straight(len(lines) - 1)
    if score - whole < (_KEEN if keen else _GAIN) * len(lines) or len(set(sides)) < 2:
        return None
    left = tuple(line for line, side in zip(lines, sides, strict=True) if side == sides[0])
    right = tuple(line for line, side in zip(lines, sides, strict=True) if side != sides[0])
    return left, right


class _Fits:
    """How well one line of a stretch reads on from another, in nats."""

    def __init__(self, lines: Group, model: Model, lexicon: Lexicon) -> None:
        self.lines = lines
        self._edges = [edges_of(Leaf(((line,),), known=True)) for line in lines]
        self._words = Turns(self._edges, model, lexicon).words
        widths = sorted(line.indent + len(line.text) for line in lines)
        self._width = widths[int(0.8 * (len(widths) - 1))]
        indents = sorted(line.indent for line in lines)
        self._margin = indents[len(indents) // 4]
        self.indented = 0.03 < sum(map(self._set_in, range(len(lines)))) / len(lines) < 0.5
        self._kept: dict[tuple[int, int], float] = {}

    def _set_in(self, at: int) -> bool:
        return self.lines[at].indent > self._margin

    def ends(self, at: int) -> bool:
        """Say whether a paragraph may end with a line."""
        return self._edges[at].stop

    def short(self, at: int) -> bool:
        """Say whether a line is too short to stand inside a paragraph."""
        line = self.lines[at]
        return line.indent + len(line.text) < _SHORT * self._width

    def fit(self, left: int, right: int) -> float:
        """Return how well line ``right`` reads on from line ``left``."""
        key = (left, right)
        if key not in self._kept:
            self._kept[key] = self._words(left, right) + self._shape(left, right)
        return self._kept[key]

    def straight(self, count: int) -> float:
        """Return how well the first lines read one after the other."""
        return sum(self.fit(at, at + 1) for at in range(count))

    def _shape(self, left: int, right: int) -> float:
        begins = bool(self._edges[right].first[:1].isupper())
        value = 0.0
        if self.short(left):
            value += 0.5 if self.ends(left) and begins else -3.0
        if self.indented:
            set_in = self._set_in(right)
            if set_in:
                value += 1.5 if self.ends(left) else -4.0
            elif self.short(left):
                value -= 3.0
        return value


_Key = tuple[int, bool]  # last line of the other column, -1 for none; whether it is at its end


def _split(fits: _Fits) -> tuple[float, list[int]]:
    """Assign every line to one of two columns so that both read best; return nats and sides.

    Lines come in turn from both; a column is left out where it has a blank line, which is behind
    a paragraph, and when it is at its end.
    """
    best: dict[_Key, float] = {(-1, False): 0.0}
    trace: list[dict[_Key, tuple[_Key, bool]]] = []
    for at in range(1, len(fits.lines)):
        grown: dict[_Key, float] = {}
        came: dict[_Key, tuple[_Key, bool]] = {}
        for key, score in best.items():
            for after, price, crossed in _steps(fits, key, at):
                if score + price > grown.get(after, -1e9):
                    grown[after], came[after] = score + price, (key, crossed)
        best = grown
        trace.append(came)
    key = max(best, key=lambda one: best[one])
    score = best[key]
    side, sides = 0, [0]
    for came in reversed(trace):
        key, crossed = came[key]
        side ^= crossed
        sides.append(side)
    return score, sides[::-1]


def _steps(fits: _Fits, key: _Key, at: int) -> Iterator[tuple[_Key, float, bool]]:
    """Yield where line ``at`` may go: to the column of the line before, or to the other."""
    other, closed = key
    stay = fits.fit(at - 1, at)
    if closed:
        yield key, stay, False
        return
    if other < 0 or at - other <= _AHEAD:
        blank = not fits.indented and other >= 0 and fits.ends(other) and at - other == 2
        yield (other, False), stay - (_BLANK if blank else _SAME), False
    if other >= 0:
        yield (other, True), stay - _CLOSED, False
    yield (at - 1, False), fits.fit(other, at) if other >= 0 else 0.0, True
