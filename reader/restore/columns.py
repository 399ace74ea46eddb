"""Two columns or pages that were read line by line, told apart again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
#: Prices in nats of a blank line where paragraphs are set off by them, and where they are not.
_SPACE, _SPACED = 0.7, 8.0
#: Nats for a blank line inside a paragraph, and for none between two that should have one.
_NO_BREAK, _UNSPACED = -8.0, -4.0
#: Price in nats of one column being at its end, and of being so one line before the other.
_CLOSED, _DONE = 6.0, 1.0
#: Share of the usual width under which a line is short.
_SHORT = 0.85
#: Share of the lines that end at the full width, give or take a letter, in ragged lines.
_RAGGED = 0.12

#: Lines that a stretch of two columns has at least.
_FEWEST = 10

_Split = tuple[float, list[int]]  # nats, and the column of every line


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
    tangled: dict[int, tuple[_Split, _Split]] = {}
    for at, leaf in enumerate(leaves):
        if len(leaf.lines) >= _FEWEST and (both := _tangled(leaf.lines, model, lexicon, keen)):
            tangled[at] = both
    # whether paragraphs are set off by blank lines, all of one file tell together
    spaced = sum(one[0] - other[0] for other, one in tangled.values()) > 0
    found: list[Leaf] = []
    after = False
    for at, leaf in enumerate(leaves):
        if at not in tangled:
            found.append(replace(leaf, begins=True) if after else leaf)
        else:
            left, right = _dealt(leaf.lines, tangled[at][spaced][1])
            found.append(replace(leaf, groups=(left,), notes=(), begins=True))
            found.append(replace(leaf, groups=(right,), number=None, gap=1, begins=True))
        after = at in tangled
    return found


def _tangled(
    lines: Group, model: Model, lexicon: Lexicon, keen: bool
) -> tuple[_Split, _Split] | None:
    """Return the best columns without and with blank lines between paragraphs, None for one."""
    fits = _Fits(lines, model, lexicon)
    count = min(len(lines), _SAMPLE) - 2
    next_but_one = sum(fits.fit(at, at + 2) for at in range(count))
    if not keen and next_but_one - fits.straight(count) < _GLANCE * count:
        return None
    both = _split(fits, spaced=False), _split(fits, spaced=True)
    score, sides = max(both)
    whole = fits.straight(len(lines) - 1)
    if score - whole < (_KEEN if keen else _GAIN) * len(lines) or len(set(sides)) < 2:
        return None
    return both if all(len(set(sides)) > 1 for _score, sides in both) else None


def _dealt(lines: Group, sides: list[int]) -> tuple[Group, Group]:
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
        self._full = widths[int(0.97 * (len(widths) - 1))]
        # lines of one print width end at it exactly now and then; else widths say little
        even = sum(abs(width - self._full) <= 1 for width in widths)
        self._ragged = even > _RAGGED * len(widths)
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

    def has_room(self, left: int, right: int) -> bool:
        """Say whether the first word of line ``right`` would have fitted on line ``left``."""
        line, word = self.lines[left], self.lines[right].text.split(" ", 1)[0]
        free = self._full - line.indent - len(line.text)
        return self._ragged and not self._edges[left].hyphen and len(word) + 1 < free

    def fit(self, left: int, right: int) -> float:
        """Return how well line ``right`` reads on from line ``left``."""
        key = (left, right)
        if key not in self._kept:
            self._kept[key] = self._words(left, right) + self._shape(left, right)
        return self._kept[key]

    def joined(self, left: int, right: int, *, blank: bool, spaced: bool) -> float:
        """Return how well a line reads on in its column, from behind a blank line or without."""
        if left < 0:
            return 0.0
        value = self.fit(left, right)
        breaks = self.ends(left) and bool(self._edges[right].first[:1].isupper())
        if blank:
            return value + (0.0 if breaks else _NO_BREAK)
        paragraph = breaks and (self.short(left) or self.has_room(left, right))
        return value + (_UNSPACED if spaced and paragraph else 0.0)

    def straight(self, count: int) -> float:
        """Return how well the first lines read one after the other."""
        return sum(self.fit(at, at + 1) for at in range(count))

    def _shape(self, left: int, right: int) -> float:
        begins = bool(self._edges[right].first[:1].isupper())
        value = 0.0
        if self.short(left):
            value += 0.5 if self.ends(left) and begins else -3.0
        elif self.has_room(left, right) and not (self.ends(left) and begins):
            value -= 3.0
        if self.indented:
            set_in = self._set_in(right)
            if set_in:
                value += 1.5 if self.ends(left) else -4.0
            elif self.short(left):
                value -= 3.0
        return value


@dataclass(frozen=True, slots=True)
class _Row:
    """Two columns up to some row.

    Attributes:
        left, right: last line of each, -1 for none.
        blank: whether the row is blank on the left, and on the right.
        closed: column that is at its end, -1 for none.
    """

    left: int = -1
    right: int = -1
    blank: tuple[bool, bool] = (False, False)
    closed: int = -1


def _split(fits: _Fits, *, spaced: bool) -> _Split:
    """Assign every line to one of two columns so that both read best; return nats and sides.

    Both columns have their lines on the same rows.  A row holds two lines, or one where the other
    column is blank, behind a paragraph, or at its end.

    Args:
        fits: how lines read on from each other.
        spaced: whether paragraphs are set off by blank lines.
    """
    count = len(fits.lines)
    best: list[dict[_Row, float]] = [{} for _ in range(count + 1)]
    trace: dict[tuple[int, _Row], tuple[int, _Row, tuple[int, ...]]] = {}
    best[0][_Row()] = 0.0
    for at in range(count):
        for row, score in best[at].items():
            for sides, after, gain in _rows(fits, row, at, spaced=spaced):
                end = at + len(sides)
                if end <= count and score + gain > best[end].get(after, -1e9):
                    best[end][after] = score + gain
                    trace[end, after] = (at, row, sides)
    row = max(best[count], key=lambda one: best[count][one])
    score, at = best[count][row], count
    taken: list[int] = []
    while at:
        at, row, sides = trace[at, row]
        taken += reversed(sides)
    return score, taken[::-1]


def _rows(
    fits: _Fits, row: _Row, at: int, *, spaced: bool
) -> Iterator[tuple[tuple[int, ...], _Row, float]]:
    """Yield the rows that may follow, as the columns of their lines, with what they gain."""
    left, right, blank = row.left, row.right, row.blank
    on_left = fits.joined(left, at, blank=blank[0], spaced=spaced)
    if row.closed == 1:
        yield (0,), _Row(at, -1, closed=1), on_left
        return
    on_right = fits.joined(right, at, blank=blank[1], spaced=spaced)
    if row.closed == 0:
        yield (1,), _Row(-1, at, closed=0), on_right
        return
    if at + 1 < len(fits.lines):
        gain = on_left + fits.joined(right, at + 1, blank=blank[1], spaced=spaced)
        yield (0, 1), _Row(at, at + 1), gain
        if left >= 0 and not any(blank) and fits.ends(left) and fits.ends(right):
            gain = fits.joined(left, at, blank=True, spaced=spaced)
            gain += fits.joined(right, at + 1, blank=True, spaced=spaced)
            yield (0, 1), _Row(at, at + 1), gain - 2 * (_SPACE if spaced else _SPACED)
    if left < 0:
        return
    price = _SPACE if spaced else _SPACED
    # a blank line between paragraphs falls at the foot of a page now and then
    closed = _DONE if spaced and at + 1 == len(fits.lines) else _CLOSED
    yield (0,), _Row(at, -1, closed=1), on_left - closed
    yield (1,), _Row(-1, at, closed=0), on_right - closed
    if not blank[1]:
        yield (0,), _Row(at, right, (False, True)), on_left - price
    if not blank[0]:
        yield (1,), _Row(left, at, (True, False)), on_right - price
