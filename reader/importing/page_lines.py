"""From pieces of a printed page with their boxes to its lines: columns, indents, notes below.

Pieces come in the order of the file, which is trusted inside a column: printers write columns
one after the other or row by row across the page, but always downwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

#: Lines further apart than the usual distance times this have a blank line between them.
_APART = 1.45
#: Share of the usual height of type below which it is the small type of notes, and that of figures
#: which call them.
_SMALL, SMALL_TYPE = 0.93, 0.85
#: Share of a line's height by which two pieces overlap that stand on one line.
_BESIDE = 0.4
#: Heights of a line: the least width of a gutter, and of the space between two words.
_GUTTER, _SPACE = 0.7, 0.12
#: Share of the tallest coverage that may cross a gutter, and of the pieces on either side at least.
_CROSSING, _SHARE = 0.12, 0.25
#: Pieces from which on a page may have columns, and the share of its width that most have.
_FEW, _WIDE = 12, 0.22
#: Share of the height of a line's letters below which raised figures are small.
RAISED = 0.8
SMALL_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Share of the usual height of type above which it is the larger type of headings.
GREAT = 1.12
#: Heights of a line that one space of an indent stands for.
_INDENT = 0.45


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line and their box, in points; the top of the page is up.

    Attributes:
        height: of the type, raised letters left out.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float


@dataclass(slots=True)
class _Column:
    """Lines below one another."""

    lines: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Add a piece: to the last line when it stands beside it."""
        last = self.lines[-1] if self.lines else None
        if last and _beside(last, piece) and piece.left > last.left:
            self.lines[-1] = _joined(last, piece)
        else:
            self.lines.append(piece)


def _beside(one: Piece, two: Piece) -> bool:
    both = min(one.top, two.top) - max(one.bottom, two.bottom)
    return both > _BESIDE * min(one.top - one.bottom, two.top - two.bottom)


def _raised(piece: Piece, beside: Piece) -> str:
    """Return the words of a piece, as small raised figures where they are some beside another."""
    number = piece.text.strip().isdecimal() and piece.height < RAISED * beside.height
    above = piece.bottom > beside.bottom + 0.1 * beside.height
    return piece.text.translate(SMALL_FIGURES) if number and above else piece.text


def _joined(first: Piece, second: Piece) -> Piece:
    one = replace(first, text=_raised(first, second))
    two = replace(second, text=_raised(second, first))
    set_apart = one.text[-1:].isspace() or two.text[:1].isspace()
    apart = set_apart or two.left - one.right > _SPACE * max(one.height, two.height)
    return Piece(
        f"{one.text.rstrip()}{' ' if apart else ''}{two.text.lstrip()}",
        one.left,
        min(one.bottom, two.bottom),
        max(one.right, two.right),
        max(one.top, two.top),
        max(one, two, key=lambda piece: piece.right - piece.left).height,
    )


def page_text(pieces: Sequence[Piece]) -> str:
    """Return the lines of a page as one text."""
    return "\n".join(words for words, _height in page_lines(pieces))


def page_lines(pieces: Sequence[Piece]) -> list[tuple[str, float]]:
    """Return the lines of a page, with the height of their type: columns one after the other.

    Notes below columns stand at the end.  A wide gap becomes a blank line, as does the step to the
    type of notes or of headings, and an indent spaces.
    """
    shown = [piece for piece in pieces if piece.text.strip() and piece.height > 0]
    if not shown:
        return []
    number = _page_number(shown)
    last = [[(number.text.strip(), 0.0)]] if number else []
    shown = [piece for piece in shown if piece is not number]
    columns = [column.lines for column in _columns(shown) if column.lines]
    if not columns:
        return last[0] if last else []
    tall = median(line.height for lines in columns for line in lines)
    feet: list[list[Piece]] = []
    if len(columns) > 1:
        cuts = [_foot(lines, tall) for lines in columns]
        feet = [lines[cut:] for lines, cut in zip(columns, cuts, strict=True) if cut < len(lines)]
        columns = [lines[:cut] for lines, cut in zip(columns, cuts, strict=True) if cut]
    usual = _usual_step([*columns, *feet])
    parts = [_set(columns, usual, tall), _set(feet, usual, tall), *last]
    out: list[tuple[str, float]] = []
    for part in filter(None, parts):
        out += [("", 0.0), *part] if out else part
    return out


def _page_number(pieces: Sequence[Piece]) -> Piece | None:
    """Return the number below everything else, None without."""
    lowest = min(pieces, key=lambda piece: piece.top)
    alone = not any(_beside(lowest, piece) for piece in pieces if piece is not lowest)
    return lowest if alone and re.fullmatch(r"\W*\d{1,4}\W*", lowest.text) else None


def _columns(pieces: Sequence[Piece]) -> Iterator[_Column]:
    """Yield the columns of a page; what reaches over a gutter stands between them."""
    gutter = _gutter(pieces)
    if gutter is None:
        column = _Column()
        for piece in pieces:
            column.add(piece)
        yield column
        return
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    across = _Column()
    for piece in pieces:
        # a long line may reach into the gutter by a letter
        if piece.left < gutter - piece.height / 2 and piece.right > gutter + piece.height / 2:
            yield from _both(sides)
            sides = ([], [])
            across.add(piece)
            continue
        if across.lines:
            yield across
            across = _Column()
        sides[piece.left + piece.right > 2 * gutter].append(piece)
    yield from _both(sides)
    yield across


def _both(sides: tuple[list[Piece], list[Piece]]) -> Iterator[_Column]:
    for side in sides:
        if side:
            yield from _columns(side)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where a free strip parts a page into columns, None where none does."""
    if len(pieces) < _FEW:
        return None
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    tall = median(one.height for one in pieces)
    bins = int((right - left) / 2) + 1
    if bins < _FEW:
        return None
    covered = [0] * (bins + 1)
    for one in pieces:
        covered[int((one.left - left) / 2)] += 1
        covered[min(bins, int((one.right - left) / 2) + 1)] -= 1
    for at in range(1, bins):
        covered[at] += covered[at - 1]
    most = max(covered[:bins])
    best, run = (0, 0), 0
    for at in range(bins // 5, bins - bins // 5):
        run = run + 1 if covered[at] <= _CROSSING * most else 0
        best = max(best, (run, at))
    wide, end = best
    if 2 * wide < _GUTTER * tall:
        return None
    middle = left + 2 * (end - wide / 2 + 0.5)
    return middle if _are_columns(pieces, middle, right - left) else None


def _are_columns(pieces: Sequence[Piece], middle: float, width: float) -> bool:
    """Say whether running lines stand on both sides, as they do in no table and no contents."""
    for side in (
        [one for one in pieces if one.right <= middle],
        [one for one in pieces if one.left >= middle],
    ):
        if len(side) < max(4, _SHARE * len(pieces)):
            return False
        if median(one.right - one.left for one in side) < _WIDE * width:
            return False
    return True


def _foot(lines: Sequence[Piece], tall: float) -> int:
    """Return the line of a column from which on all are in small type; their number without."""
    cut = len(lines)
    while cut and lines[cut - 1].height < _SMALL * tall:
        cut -= 1
    return cut


def _usual_step(columns: Iterable[Sequence[Piece]]) -> float:
    steps = [one.bottom - two.bottom for lines in columns for one, two in pairwise(lines)]
    down = [step for step in steps if step > 0]
    return median(down) if down else 0.0


def _set(columns: Iterable[Sequence[Piece]], usual: float, tall: float) -> list[tuple[str, float]]:
    """Return lines and their heights, with blank ones between what is apart, and indents."""
    out: list[tuple[str, float]] = []
    last: Piece | None = None
    for lines in columns:
        edge = _edge(lines)
        foot = _foot(lines, tall)
        for row, line in enumerate(lines):
            step = last.bottom - line.bottom if last else 0.0
            wide = max(1.0, min(line.height, last.height) / tall) if last else 1.0
            apart = usual > 0 and step > _APART * usual * wide
            smaller = row == foot and row > 0
            heading = last is not None and _is_great(last, tall) != _is_great(line, tall)
            if out and (apart or smaller or heading):
                out.append(("", 0.0))
            spaces = int((line.left - edge) / (_INDENT * tall) + 0.2)
            out.append((" " * max(0, min(40, spaces)) + line.text.strip(), line.height))
            last = line
    return out


def _is_great(line: Piece, tall: float) -> bool:
    """Say whether a line is set in the larger type of headings."""
    return line.height > GREAT * tall


def _edge(lines: Sequence[Piece]) -> float:
    """Return the left edge of a column: where the tenth of its lines lies that is most left."""
    lefts = sorted(line.left for line in lines)
    return lefts[len(lefts) // 10]
