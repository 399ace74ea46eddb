"""Two columns or pages that were read line by line, told apart again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

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
_GLANCE, _GAIN, _KEEN = 0.15, 0.4, 0.2
#: Prices in nats of a blank line where paragraphs are set off by them, and where they are not.
_SPACE, _SPACED = 0.7, 8.0
#: Nats for a blank line inside a paragraph, and for none between two that should have one.
_NO_BREAK, _UNSPACED = -8.0, -4.0
#: Nats for a paragraph behind a short line that ends no sentence, such as a reference.
_UNSTOPPED = -2.0
#: Price in nats of one column being at its end, and of being so one line before the other.
_CLOSED, _DONE = 6.0, 1.0
#: Share of the usual width under which a line is short.
_SHORT = 0.85
#: Share of the lines that end at the full width, give or take a letter, in ragged lines.
_RAGGED = 0.12

#: Lines that a stretch of two columns has at least.
_FEWEST = 10
#: The mark of an entry, and the share of lines with one from which they are a list: entries read
#: on from one to the next no better than to any other, and two columns of one are no gain.
_ENTRY, _LISTED = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s"), 0.4


class _Place(NamedTuple):
    """The column of a line, and whether a blank line stands before it."""

    side: int
    blank: bool


_Split = tuple[float, list[_Place]]  # nats, and the place of every line


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
        if len(leaf.lines) < _FEWEST or _is_list(leaf.lines):
            continue
        if both := _tangled(leaf.lines, model, lexicon, keen):
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
            found.append(replace(leaf, groups=tuple(left), notes=(), begins=True))
            right_page = replace(leaf, groups=tuple(right), number=None, gap=1, begins=True)
            found.append(right_page)
        after = at in tangled
    return found


def _is_list(lines: Group) -> bool:
    """Say whether most lines are entries of a list, of which none reads on in the next."""
    return sum(bool(_ENTRY.match(line.text)) for line in lines) > _LISTED * len(lines)


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
    gain = max(score for score, _places in both) - fits.straight(len(lines) - 1)
    if gain < (_KEEN if keen else _GAIN) * len(lines):
        return None
    return both if all(len({at.side for at in places}) == 2 for _score, places in both) else None


def _dealt(lines: Group, places: Sequence[_Place]) -> tuple[list[Group], list[Group]]:
    """Return the stretches between blank lines of both columns."""
    columns: tuple[list[Group], list[Group]] = ([], [])
    for line, place in zip(lines, places, strict=True):
        column = columns[place.side]
        if column and not place.blank:
            column[-1] = (*column[-1], line)
        else:
            column.append((line,))
    return columns


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
        begins = bool(self._edges[right].first[:1].isupper())
        early = self.short(left) or self.has_room(left, right)
        if not blank:
            paragraph = early and begins and self.ends(left)
            return value + (_UNSPACED if spaced and paragraph else 0.0)
        if begins and early:
            return max(value, 0.0) if self.ends(left) else max(value, _UNSTOPPED)
        return value + (0.0 if begins and self.ends(left) else _NO_BREAK)

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
    trace: dict[tuple[int, _Row], tuple[int, _Row, tuple[_Place, ...]]] = {}
    best[0][_Row()] = 0.0
    for at in range(count):
        for row, score in best[at].items():
            for places, after, gain in _rows(fits, row, at, spaced=spaced):
                end = at + len(places)
                if end <= count and score + gain > best[end].get(after, -1e9):
                    best[end][after] = score + gain
                    trace[end, after] = (at, row, places)
    row = max(best[count], key=lambda one: best[count][one])
    score, at = best[count][row], count
    taken: list[_Place] = []
    while at:
        at, row, places = trace[at, row]
        taken += reversed(places)
    return score, taken[::-1]


def _rows(
    fits: _Fits, row: _Row, at: int, *, spaced: bool
) -> Iterator[tuple[tuple[_Place, ...], _Row, float]]:
    """Yield the rows that may follow, as the places of their lines, with what they gain."""
    left, right, (left_blank, right_blank) = row.left, row.right, row.blank
    price = _SPACE if spaced else _SPACED
    if row.closed >= 0:
        side, last = 1 - row.closed, max(left, right)
        straight = fits.joined(last, at, blank=False, spaced=spaced)
        broken = fits.joined(last, at, blank=True, spaced=spaced) - price
        after = _Row(-1, at, closed=0) if side else _Row(at, -1, closed=1)
        yield (_Place(side, broken > straight),), after, max(straight, broken)
        return
    on_left = fits.joined(left, at, blank=left_blank, spaced=spaced)
    on_right = fits.joined(right, at, blank=right_blank, spaced=spaced)
    if at + 1 < len(fits.lines):
        gain = on_left + fits.joined(right, at + 1, blank=right_blank, spaced=spaced)
        both = _Place(0, left_blank), _Place(1, right_blank)
        yield both, _Row(at, at + 1), gain
        if left >= 0 and not left_blank and not right_blank:
            gain = fits.joined(left, at, blank=True, spaced=spaced)
            gain += fits.joined(right, at + 1, blank=True, spaced=spaced)
            yield (_Place(0, True), _Place(1, True)), _Row(at, at + 1), gain - 2 * price
    if left < 0:
        return
    # a blank line between paragraphs falls at the foot of a page now and then
    closed = _DONE if spaced and at + 1 == len(fits.lines) else _CLOSED
    yield (_Place(0, left_blank),), _Row(at, -1, closed=1), on_left - closed
    yield (_Place(1, right_blank),), _Row(-1, at, closed=0), on_right - closed
    if not right_blank:
        yield (_Place(0, left_blank),), _Row(at, right, (False, True)), on_left - price
    if not left_blank:
        yield (_Place(1, right_blank),), _Row(left, at, (True, False)), on_right - price
