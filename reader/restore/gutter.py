"""Two pages printed side by side and read straight across, cut along the gap between them."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.model import Span
from reader.restore.lines import Line

_GAP = re.compile(r"\S( {3,})(?=\S)")
#: Columns of white space between two pages.
_WIDE = 3
#: Lines that must have words on both sides; their share; letters that a half takes as a rule.
_LEAST, _SHARE, _HALF = 6, 0.4, 20
#: Share of the lines that may run across the gap, such as a heading over both columns.
_ACROSS = 0.03


def halves(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return the left and the right half of a stretch of lines, None when it has no gap.

    Both have one line for each line of the stretch, blank where that side is blank.  Linear.
    """
    column = _gap(lines)
    if not column:
        return None
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        one, two = _cut(line, column)
        left.append(one)
        right.append(two)
    return left, right


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
        if line.text[max(0, start - _WIDE) : start].strip():
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
