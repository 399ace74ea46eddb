"""Two columns or pages that were read line by line, told apart again."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from typing import NamedTuple

from reader.restore.feet import Group
from reader.restore.fits import Fits
from reader.restore.language import Model
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.turns import edges_of

#: Lines of a stretch that are looked at to see whether it is tangled.
_SAMPLE = 60
#: Nats a line by which every second line must read on better than the next one, to look closer;
#: nats a line by which two columns must read better than one, and where other stretches of the
#: file are tangled.
_GLANCE, _GAIN, _KEEN = 0.15, 0.4, 0.2
#: Rows up to some line that are kept, and nats by which they may be behind the best.
_KEPT, _BEHIND = 24, 14.0
#: Shares of the columns that are so many rows shorter than a full page: where paragraphs are set
#: off by blank lines, which fall at the head and foot of pages, too, and where they are not; share
#: of all shorter ones; price in nats of a taller one.  Judgement.
_ROWS, _ROWS_FILLED, _SHORTER, _TALLER = (0.75, 0.2, 0.03), (0.97, 0.01), 0.12, 6.0
#: Rows of a title page at most, and the price in nats of one.
_TITLE_ROWS, _TITLE_PAGE = 6, 2.0
#: Nats by which a title page beside another page must show; share of the stretches that agree on
#: the height of a page.
_TITLED, _AGREE = 1.0, 0.4

#: Lines that a stretch of two columns has at least.
_FEWEST = 10
#: The mark of an entry, and the share of lines with one from which they are a list: entries read
#: on from one to the next no better than to any other, and two columns of one are no gain.
_ENTRY, _LISTED = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s"), 0.4


class Place(NamedTuple):
    """The column of a line, and whether a blank line stands before it."""

    side: int
    blank: bool


class Split(NamedTuple):
    """A way of dealing lines to two columns: nats, the place of every line, and the last row."""

    score: float
    places: list[Place]
    last: "_Row"


def untangled(
    leaves: Sequence[Leaf], model: Model, lexicon: Lexicon, *, keen: bool = False
) -> list[Leaf]:
    """Return the leaves, those that hold two columns line by line cut into two; none if none does.

    Args:
        leaves: in the order of the file.
        model: of the language.
        lexicon: of the text.
        keen: whether some are known to be tangled, so that others may be doubted, too.

    Cost: linear in the lines; a few milliseconds for a page that is not tangled.
    """
    tangled: dict[int, _Tangle] = {}
    for at, leaf in enumerate(leaves):
        if len(leaf.lines) < _FEWEST or _is_list(leaf.lines):
            continue
        if found := _tangled(Fits(leaf.lines, model, lexicon), keen):
            tangled[at] = found
    if not tangled:
        return []
    # whether paragraphs are set off by blank lines, and how tall a page is, all of one file tell
    spaced = sum(one.spaced.score - one.filled.score for one in tangled.values()) > 0
    height = _height([(one.spaced if spaced else one.filled).last for one in tangled.values()])
    cut: list[Leaf] = []
    plain: list[Leaf] = []
    for at, leaf in enumerate(leaves):
        if at in tangled:
            cut += _as_page(plain, height, first=not cut)
            plain = []
            cut += _in_two(leaf, _split(tangled[at].fits, spaced=spaced, height=height))
        else:
            plain.append(leaf)
    cut += _as_page(plain, height, first=not cut)
    return cut


def _as_page(leaves: Sequence[Leaf], height: int, *, first: bool) -> list[Leaf]:
    """Return the leaves between two tangled sides, as one where they are no more than a page.

    Then they are all that stands on their side: its other page is blank.
    """
    if not leaves:
        return []
    edges = [edges_of(leaf) for leaf in leaves]
    if edges[0].great and edges[0].sheet:
        # the title page is a page of its own
        behind = next((row for row, one in enumerate(edges) if not one.sheet), len(leaves))
        if behind < len(leaves):
            return [*leaves[:behind], *_as_page(leaves[behind:], height, first=False)]
    whole = replace(
        leaves[0],
        groups=tuple(group for leaf in leaves for group in leaf.groups),
        notes=tuple(group for leaf in leaves for group in leaf.notes),
        number=next((leaf.number for leaf in leaves if leaf.number is not None), None),
        begins=True,
    )
    if whole.height <= height:
        return [whole]
    return [*leaves] if first else [replace(leaves[0], begins=True), *leaves[1:]]


def _is_list(lines: Group) -> bool:
    """Say whether most lines are entries of a list, of which none reads on in the next."""
    return sum(bool(_ENTRY.match(line.text)) for line in lines) > _LISTED * len(lines)


class _Tangle(NamedTuple):
    """A tangled stretch: its best columns without and with blank lines between paragraphs."""

    fits: Fits
    filled: Split
    spaced: Split


def _tangled(fits: Fits, keen: bool) -> _Tangle | None:
    """Return the columns of a stretch, None where it has one."""
    lines = len(fits.lines)
    count = min(lines, _SAMPLE) - 2
    next_but_one = sum(fits.fit(at, at + 2) for at in range(count))
    if not keen and next_but_one - fits.straight(count) < _GLANCE * count:
        return None
    both = _split(fits, spaced=False), _split(fits, spaced=True)
    most = max(split.score for split in both)
    gain = most - fits.paragraphs()
    titled = any(_is_title_page(fits, split.last) for split in both)
    least = _TITLED if keen and titled else (_KEEN if keen else _GAIN) * lines
    # of a list of books neither one column reads on nor do two
    if most < 0 or gain < least or any(len({at.side for at in split.places}) < 2 for split in both):
        return None
    return _Tangle(fits, *both)


def _height(rows: "Sequence[_Row]") -> int:
    """Return the rows of a full page, 0 where stretches do not agree on it."""
    tall = Counter(max(row.heights) for row in rows).most_common(1)
    return tall[0][0] if tall and tall[0][1] >= max(2, _AGREE * len(rows)) else 0


def _is_title_page(fits: Fits, row: "_Row") -> bool:
    """Say whether a column is the title of the whole and little else."""
    return any(rows <= _TITLE_ROWS and fits.titles(first) for first, rows in enumerate(row.heights))


def _in_two(leaf: Leaf, split: Split) -> list[Leaf]:
    """Return the two columns of a leaf as leaves of their own."""
    left, right = _dealt(leaf.lines, split.places)
    return [
        replace(leaf, groups=tuple(left), notes=(), begins=True),
        replace(leaf, groups=tuple(right), number=None, gap=1, begins=True),
    ]


def _dealt(lines: Group, places: Sequence[Place]) -> tuple[list[Group], list[Group]]:
    """Return the stretches between blank lines of both columns."""
    columns: tuple[list[Group], list[Group]] = ([], [])
    for line, place in zip(lines, places, strict=True):
        column = columns[place.side]
        if column and not place.blank:
            column[-1] = (*column[-1], line)
        else:
            column.append((line,))
    return columns


class _Row(NamedTuple):
    """Two columns up to some row.

    Attributes:
        left, right: last line of each, -1 for none.
        blank: whether the row is blank on the left, and on the right.
        rows: rows so far.
        closed: column that is at its end, -1 for none; ``end``: rows of that column.
    """

    left: int = -1
    right: int = -1
    blank: tuple[bool, bool] = (False, False)
    rows: int = 0
    closed: int = -1
    end: int = 0

    @property
    def heights(self) -> tuple[int, int]:
        """Rows of both columns."""
        if self.closed < 0:
            return self.rows - self.blank[0], self.rows - self.blank[1]
        return (self.end, self.rows) if self.closed == 0 else (self.rows, self.end)


def _split(fits: Fits, *, spaced: bool, height: int = 0) -> Split:
    """Assign every line to one of two columns so that both read best.

    Both columns have their lines on the same rows.  A row holds two lines, or one where the other
    column is blank, behind a paragraph, or at its end.

    Args:
        fits: how lines read on from each other.
        spaced: whether paragraphs are set off by blank lines.
        height: rows of a full page, 0 where that is not known.
    """
    count = len(fits.lines)
    best: list[dict[_Row, float]] = [{} for _ in range(count + 1)]
    trace: dict[tuple[int, _Row], tuple[int, _Row, tuple[Place, ...]]] = {}
    best[0][_Row()] = 0.0
    for at in range(count):
        least = max(best[at].values(), default=0.0) - _BEHIND
        likely = [one for one in best[at].items() if one[1] > least]
        for row, score in nlargest(_KEPT, likely, key=lambda one: one[1]):
            for places, after, gain in _rows(fits, row, at, spaced=spaced):
                end = at + len(places)
                if end <= count and score + gain > best[end].get(after, -1e9):
                    best[end][after] = score + gain
                    trace[end, after] = (at, row, places)
    ends = best[count]
    score, row = max(
        ((value - _price(fits, last, height, spaced=spaced), last) for last, value in ends.items()),
        key=lambda one: one[0],
    )
    return Split(score, _traced(trace, count, row), row)


def _traced(
    trace: dict[tuple[int, _Row], tuple[int, _Row, tuple[Place, ...]]], at: int, row: _Row
) -> list[Place]:
    taken: list[Place] = []
    while at:
        at, row, places = trace[at, row]
        taken += reversed(places)
    return taken[::-1]


def _price(fits: Fits, row: _Row, height: int, *, spaced: bool) -> float:
    """Return the price in nats of the heights of both columns."""
    usual = height or max(row.heights)
    return sum(
        min(_TITLE_PAGE, price) if rows <= _TITLE_ROWS and fits.titles(first) else price
        for first, rows in enumerate(row.heights)
        for price in (_off(usual - rows, usual, spaced=spaced),)
    )


def _off(less: int, height: int, *, spaced: bool) -> float:
    """Return the price in nats of a column that is so many rows shorter than a full page."""
    shares = _ROWS if spaced else _ROWS_FILLED
    if 0 <= less < len(shares):
        return -math.log(shares[less])
    return -math.log(_SHORTER / height) if less > 0 else _TALLER - less


def _rows(
    fits: Fits, row: _Row, at: int, *, spaced: bool
) -> Iterator[tuple[tuple[Place, ...], _Row, float]]:
    """Yield the rows that may follow, as the places of their lines, with what they gain."""
    left, right, (left_blank, right_blank) = row.left, row.right, row.blank
    rows = row.rows + 1
    if row.closed >= 0:
        side = 1 - row.closed
        last = right if side else left
        for blank in (False, True):
            gain = fits.joined(last, at, blank=blank, spaced=spaced)
            one = (left, at) if side else (at, right)
            after = _Row(*one, (False, False), rows + blank, row.closed, row.end)
            yield (Place(side, blank),), after, gain - fits.blank(last, spaced) * blank
        return
    on_left = fits.joined(left, at, blank=left_blank, spaced=spaced)
    on_right = fits.joined(right, at, blank=right_blank, spaced=spaced)
    if at + 1 < len(fits.lines):
        gain = on_left + fits.joined(right, at + 1, blank=right_blank, spaced=spaced)
        both = Place(0, left_blank), Place(1, right_blank)
        yield both, _Row(at, at + 1, rows=rows), gain
        if left >= 0 and not left_blank and not right_blank:
            gain = fits.joined(left, at, blank=True, spaced=spaced) - fits.blank(left, spaced)
            gain += fits.joined(right, at + 1, blank=True, spaced=spaced)
            gain -= fits.blank(right, spaced)
            yield (Place(0, True), Place(1, True)), _Row(at, at + 1, rows=rows + 1), gain
    if left < 0:
        return
    only_left, only_right = (Place(0, left_blank),), (Place(1, right_blank),)
    height = row.heights
    yield only_left, _Row(at, right, rows=rows, closed=1, end=height[1]), on_left
    yield only_right, _Row(left, at, rows=rows, closed=0, end=height[0]), on_right
    if not right_blank:
        gain = on_left - fits.blank(right, spaced)
        yield only_left, _Row(at, right, (False, True), rows), gain
    if not left_blank:
        gain = on_right - fits.blank(left, spaced)
        yield only_right, _Row(left, at, (True, False), rows), gain
