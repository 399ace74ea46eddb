"""Lines that mark pages in a source without page borders: running heads, and printed numbers.

Extracted text may have neither form feeds nor a blank line between two pages and still show every
one of them: a line that comes back, or a number by itself, about as many lines apart as a page is
tall.  What comes back at other distances is a heading, a speaker or a refrain.
"""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from math import sqrt

from reader.restore.lines import Line

_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]")
_EDGE_NUMBER = re.compile(r"^\W*(\d{1,4})\b|\b(\d{1,4})\W*$")
#: A line that is a page number.
NUMBER = re.compile(r"[-–—\[( ]*(\d{1,4})[-–—\]) ]*")
#: Letters of a running head at least and at most, and how much of one must be there when some of
#: its letters were misread; letters by which its length may be off.
_SHORT, _LONG, _ALIKE, _WRONG = 3, 80, 0.75, 3
#: Lines of a page; lines, or share of them, by which distances may be off; share of the distances
#: that must be alike, and how many of them at least.
_SHORTEST, _TALLEST = 12, 90
_OFF, _OFF_SHARE, _EVEN, _FEWEST = 2, 0.06, 0.6, 3
#: Share of the numbers that must be different ones.
_DIFFERENT = 0.8
#: Different lines that come back and heights that are looked at; pages from one mark to the next of
#: its kind at most; lines of a file up to which any are.
_KEYS, _HEIGHTS, _PAGES, _MOST = 40, 6, 8, 40_000
#: A longer line is a paragraph that was unwrapped; it took this many letters a line in print.
FOLD = 110


@dataclass(frozen=True, slots=True)
class PageMark:
    """What a line that marks a page shows.

    Attributes:
        foot: whether it ends its page; else it begins it.
        number: of its page, None without.
        words: whether it is more than a number.
        whole: whether no more than its page lies between it and the next mark; or, where it ends
            its page, between it and the mark before.
    """

    foot: bool
    number: int | None
    words: bool
    whole: bool


def key_of(text: str) -> str:
    """Return what a running head has in common on all its pages: small letters, no number."""
    return _DIGITS.sub("#", text.lower()).strip()


def number_of(text: str) -> int | None:
    """Return the number with which a running head begins or ends, None without."""
    found = _EDGE_NUMBER.search(text)
    return int(found[1] or found[2]) if found else None


def page_marks(lines: Sequence[Line]) -> Mapping[int, PageMark]:
    """Return the lines that mark pages, by the source offset with which they begin.

    Args:
        lines: of the whole source, blank ones too.

    Cost: linear in the lines, times the heights of pages.
    """
    if len(lines) > _MOST:
        return {}
    depth, at = [], 0
    for line in lines:
        depth.append(at)
        at += 1 + len(line.text) // FOLD
    kinds = _heads(lines, depth), _numbers(lines, depth)
    every = {row for rows in kinds for row in rows}
    # the page at the end of a file is one from inside a booklet, and has its mark
    last = max((row for row, line in enumerate(lines) if line.text and row not in every), default=0)
    found: dict[int, PageMark] = {}
    for rows in kinds:
        foot = bool(rows) and rows[-1] > last
        numbers = _printed(lines, rows)
        whole = _whole([depth[row] for row in rows], numbers, at, foot=foot)
        for row, number, alone in zip(rows, numbers, whole, strict=True):
            words = not NUMBER.fullmatch(lines[row].text)
            found[lines[row].span.start] = PageMark(foot, number, words, alone)
    return found


def _printed(lines: Sequence[Line], rows: Sequence[int]) -> list[int | None]:
    """Return the numbers of pages that marks show; none where a number belongs to the words."""
    plain = [NUMBER.fullmatch(lines[row].text) for row in rows]
    found = [
        int(one[1]) if one else number_of(lines[row].text)
        for one, row in zip(plain, rows, strict=True)
    ]
    different = len(set(found) - {None})
    return found if different >= _DIFFERENT * len(rows) else [None] * len(rows)


def _whole(
    depths: Sequence[int], numbers: Sequence[int | None], end: int, *, foot: bool
) -> list[bool]:
    """Say of each mark whether its page alone lies between it and its neighbour.

    Where the first page has no number, it stands before the second or at the beginning of the file,
    and may be so short that the distance does not tell.  Without numbers, the last page and it may
    stand there both.
    """
    height = _usual(depths)
    most = height + max(_OFF, _OFF_SHARE * height)
    second = min((number for number in numbers if number is not None), default=0)
    edges = [0, *depths] if foot else [*depths, end]
    behind = numbers if foot else [*numbers[1:], None]
    return [
        b - a <= most
        and not (place == 0 and (foot or not second))
        and (second == 1 or behind[place] != second)
        for place, (a, b) in enumerate(pairwise(edges))
    ]


def _numbers(lines: Sequence[Line], depth: Sequence[int]) -> list[int]:
    """Return the rows that are page numbers; none where they do not come back evenly."""
    rows = [row for row, line in enumerate(lines) if NUMBER.fullmatch(line.text)]
    different = {_DIGITS.findall(lines[row].text)[0] for row in rows}
    depths = [depth[row] for row in rows]
    height = _usual(depths)
    single = sum(_near(b - a, height) for a, b in pairwise(depths)) if height else 0
    even = single >= max(_FEWEST, _EVEN * (len(rows) - 1)) and _SHORTEST <= height <= _TALLEST
    return rows if even and len(different) >= _DIFFERENT * len(rows) else []


def _heads(lines: Sequence[Line], depth: Sequence[int]) -> list[int]:
    """Return the rows that are running heads, of one kind or several; none without.

    The title of a chapter comes back on some pages only: any multiple of a page apart.
    """
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, line in enumerate(lines):
        if _SHORT < len(line.text) < _LONG and len(_LETTERS.findall(line.text)) >= _SHORT:
            rows_of[key_of(line.text)].append(row)
    back = {key: rows for key, rows in rows_of.items() if len(rows) >= _FEWEST}
    keys = sorted(back, key=lambda key: -len(back[key]))[:_KEYS]
    every = sorted(depth[row] for key in keys for row in back[key])
    gaps = Counter(b - a for a, b in pairwise(every) if _SHORTEST <= b - a <= _TALLEST)
    best: list[str] = []
    most = 0
    for height, _count in gaps.most_common(_HEIGHTS):
        chosen = [key for key in keys if _is_even([depth[row] for row in back[key]], height)]
        union = sorted(depth[row] for key in chosen for row in back[key])
        single = sum(_near(b - a, height) for a, b in pairwise(union))
        if single > most and single >= _EVEN * (len(union) - 1):
            best, most = chosen, single
    if most < _FEWEST:
        return []
    found = sorted(row for key in best for row in back[key])
    height = _usual([depth[row] for row in found])
    other = (row for key, rows in rows_of.items() if key not in best for row in rows)
    misread = [
        row
        for row in _a_page_away(sorted(other), found, depth, height)
        if any(_alike(key_of(lines[row].text), one) for one in best)
    ]
    return sorted([*found, *misread])


def _a_page_away(
    rows: Iterable[int], marks: Sequence[int], depth: Sequence[int], height: int
) -> Iterator[int]:
    """Yield the rows, in their order, that stand whole pages behind a mark or before the first."""
    for row in rows:
        before = marks[max(0, bisect(marks, row) - 1)]
        if _near(abs(depth[row] - depth[before]), height, most=_PAGES):
            yield row


def _alike(key: str, other: str) -> bool:
    if abs(len(key) - len(other)) > _WRONG:
        return False
    both = SequenceMatcher(None, key, other, autojunk=False)
    return both.quick_ratio() >= _ALIKE and both.ratio() >= _ALIKE


def _is_even(depths: Sequence[int], height: int) -> bool:
    """Say whether most distances are a page or several."""
    even = sum(_near(b - a, height, most=_PAGES) for a, b in pairwise(depths))
    return even >= _EVEN * (len(depths) - 1)


def _near(gap: int, height: int, most: int = 1) -> bool:
    pages = max(1, min(most, round(gap / height)))
    return abs(gap - pages * height) <= max(_OFF, _OFF_SHARE * height) * sqrt(pages)


def _usual(depths: Sequence[int]) -> int:
    """Return the median distance from one to the next."""
    gaps = sorted(b - a for a, b in pairwise(depths))
    return gaps[len(gaps) // 2] if gaps else 0
