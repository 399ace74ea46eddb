"""Two pages printed side by side and read straight across, cut along the gap between them."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.model import Span
from reader.restore.lines import Line

_GAP = re.compile(r"\S( {3,})(?=\S)")
#: Columns of white space between two pages.
_WIDE = 3
#: Lines that must have words on both sides; their share; letters that a half takes as a rule.
_LEAST, _SHARE, _HALF = 6, 0.4, 20
#: Share of the lines that may run across the gap, such as a heading over both columns.
_ACROSS = 0.03
#: Lines from which a stretch may show by itself that it has a gap; columns by which gaps of one
#: file may differ.
_TALL, _NEAR = 12, 12
#: Lines by which whole pages may differ from the usual height.
_OFF = 2
#: Lines of a side and stretches that are looked at, at most; full sides less others that show how
#: tall they are.
_TALLEST, _MANY, _FULL_SIDES = 80, 200, 3


Halves = tuple[list[Line], list[Line]]


def halves(stretches: Sequence[Sequence[Line]]) -> list[Halves | None]:
    """Return the left and the right half of each stretch of lines, None where it has no gap.

    Both halves have one line for each line of the stretch, blank where that side is blank.  A
    stretch with few lines, such as a title page, is cut where others of the file have their gap.
    Linear.
    """
    return [
        _halved(lines, column) if column else None
        for column, lines in zip(_columns(stretches), stretches, strict=True)
    ]


def _columns(stretches: Sequence[Sequence[Line]]) -> list[int]:
    """Return the column in which the right half of each stretch begins, 0 for none."""
    gaps = [_gap(lines) if len(lines) >= _TALL else 0 for lines in stretches]
    usual = Counter(column for column in gaps if column).most_common(1)
    if not usual:
        return gaps
    near = usual[0][0]
    return [
        column or _small_gap(lines, near) for column, lines in zip(gaps, stretches, strict=True)
    ]


def rejoined(stretches: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the stretches, those of one side joined where both its pages had a blank line.

    Sides are about equally tall; stretches go together as long as they make no taller one.  Where
    one page is at its end, such as a title page, the other goes on by itself.
    """
    columns = _columns(stretches)
    tall = _height(stretches, columns)
    found: list[list[Line]] = []
    before, at = 0, 0  # the column of the side in front, 0 for none
    while at < len(stretches):
        lines, column = stretches[at], columns[at]
        at += 1
        if before and column and len(found[-1]) + _rows(lines) <= tall:
            found[-1] = found[-1] + lines
        else:
            found.append(lines)
        before = column
        if column:
            more = _rest_of_side(found[-1], column, itertools.islice(stretches, at, None), tall)
            found[-1] = [*found[-1], *itertools.chain(*stretches[at : at + more])]
            before = 0 if more else column
            at += more
    return found


def _rest_of_side(
    side: Sequence[Line], column: int, behind: Iterable[Sequence[Line]], tall: int
) -> int:
    """Return how many of the stretches behind a side are the rest of its longer page.

    What else stands on one half up to the next side must be whole pages.
    """
    run = list(itertools.takewhile(lambda lines: _is_one_half(lines, column), behind))
    tops = [0, *itertools.accumulate(map(len, run))]
    rows = [0, *(top + _rows(lines) for top, lines in zip(tops, run, strict=False))]
    fitting = [count for count, most in enumerate(rows) if len(side) + most <= tall]
    off = [_off_whole_pages(rows[-1] - tops[count], tall) for count in fitting]
    best = min(off, default=_OFF + 1)
    return fitting[off.index(best)] if best <= _OFF else 0


def _off_whole_pages(rows: int, tall: int) -> int:
    """Return by how many lines a stretch differs from a number of whole pages."""
    return abs(rows - max(1, round(rows / tall)) * tall) if rows > 0 else 0


def _is_one_half(lines: Sequence[Line], column: int) -> bool:
    """Say whether all lines stand on the same side of a column."""
    there = [line for line in lines if line.text]
    left = all(line.indent + len(line.text) <= column - _WIDE for line in there)
    return bool(column) and (left or all(line.indent >= column for line in there))


def _rows(lines: Sequence[Line]) -> int:
    """Return the lines of a stretch without the blank ones at its end."""
    return max((row for row, line in enumerate(lines, 1) if line.text), default=0)


def _height(stretches: Sequence[Sequence[Line]], columns: Sequence[int]) -> int:
    """Return the lines of a full side, 0 where none shows.

    It is the height to which the stretches make up most sides and fewest others.
    """
    first = next((at for at, column in enumerate(columns) if column), len(columns))
    some = stretches[first : first + _MANY]
    tops = [0, *itertools.accumulate(map(len, some))]
    rows = list(map(_rows, some))
    sums = {
        lines
        for start in range(len(some))
        for lines in _sums(tops, rows, start)
        if _TALL <= lines <= _TALLEST
    }
    gains = [(_sides_of(tops, rows, height), height) for height in sums]
    gain, height = max(gains, default=(0, 0))
    usual = _usual([_rows(lines) for lines, at in zip(stretches, columns, strict=True) if at])
    return max(height, usual) if gain >= _FULL_SIDES else usual


def _sums(tops: Sequence[int], rows: Sequence[int], start: int) -> Iterator[int]:
    """Yield the lines of the stretches from one on, as long as they may be one side."""
    for end in range(start, len(rows)):
        lines = tops[end] + rows[end] - tops[start]
        if lines > _TALLEST and end > start:
            return
        yield lines


def _sides_of(tops: Sequence[int], rows: Sequence[int], height: int) -> int:
    """Return how many sides of a height stretches make up at most, less the shorter ones."""
    best = [0] + [-len(tops) - 1] * len(rows)
    for start in range(len(rows)):
        for end, lines in enumerate(_sums(tops, rows, start), start + 1):
            if lines <= height or end == start + 1:
                full = 1 if height - 1 <= lines <= height else -1
                best[end] = max(best[end], best[start] + full)
    return best[-1]


def _usual(rows: Sequence[int]) -> int:
    """Return the greatest height that two sides have, give or take a line; 0 for none."""
    ordered = sorted(rows, reverse=True)
    return next((a for a, b in itertools.pairwise(ordered) if a - b <= 1), 0)


def _halved(lines: Sequence[Line], column: int) -> Halves:
    cut = [_cut(line, column) for line in lines]
    return [left for left, _right in cut], [right for _left, right in cut]


def _small_gap(lines: Sequence[Line], near: int) -> int:
    """Return a gap near a column that no line runs across, 0 for none."""
    ends = {line.indent + found.end() for line in lines for found in _GAP.finditer(line.text)}
    fitting = [column for column in ends if abs(column - near) <= _NEAR]
    for column in sorted(fitting, key=lambda column: abs(column - near)):
        if not any(_across(line, column) for line in lines):
            return column
    return 0


def _across(line: Line, column: int) -> bool:
    start = column - line.indent
    return start > 0 and bool(line.text[max(0, start - _WIDE) : start].strip())


def _gap(lines: Sequence[Line]) -> int:
    """Return the column in which the right half begins, 0 for none."""
    votes: Counter[int] = Counter()
    for line in lines:
        votes.update({line.indent + found.end() for found in _GAP.finditer(line.text)})
    for column, _count in votes.most_common(3):
        if _is_gap(lines, column):
            return column
    return 0


def _is_gap(lines: Sequence[Line], column: int) -> bool:
    both: list[tuple[int, int]] = []
    across = there = 0
    for line in lines:
        if not line.text:
            continue
        there += 1
        start, end = column - line.indent, line.indent + len(line.text)
        if start <= 0 or end <= column - _WIDE:
            continue
        if _across(line, column):
            across += 1
        elif end > column:
            one, two = _cut(line, column)
            both.append((len(one.text), len(two.text)))
    if len(both) < max(_LEAST, _SHARE * there) or across > _ACROSS * there:
        return False
    return all(sorted(sizes)[len(sizes) // 2] >= _HALF for sizes in zip(*both, strict=True))


def _cut(line: Line, column: int) -> tuple[Line, Line]:
    at = min(max(0, column - line.indent), len(line.text))
    left, right = line.text[:at].rstrip(), line.text[at:].lstrip()
    start = line.span.start
    middle = line.span.end - len(right)
    return (
        Line(Span(start, start + len(left)), left, line.indent if left else 0),
        Line(
            Span(middle, line.span.end),
            right,
            max(0, line.indent + len(line.text) - len(right) - column) if right else 0,
        ),
    )
