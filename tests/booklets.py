"""Booklets laid out and imposed as printers do, and what became of their text on the way.

A booklet is made of paragraphs: set in lines, cut into pages, folded onto sheets, read back in
the order of the sheets.  Every page knows where its text went, so that restoration can be
measured against it.
"""

import random
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from reader.importing.raw import RawPage, RawText
from reader.model import Provenance, Span

SCHEMES = (
    "2-up", "right first", "no cover side", "innermost first", "4-up", "4-up cut", "plain",
    "reversed", "rows mixed", "rows mixed all", "lines mixed", "lines mixed one", "side by side",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a booklet is made.

    Attributes:
        scheme: one of ``SCHEMES``.
        width: characters on a full line.
        height: lines on a page.
        gap: blank line between paragraphs (``blank``), an indent, or neither (``none``).
        hyphens: share of lines that end in a divided word, where one offers itself.
        marks: ``none``, ``feeds`` (behind pages, and behind sheet sides where a side was
            mixed), ``sheets`` (behind sheet sides), ``numbers`` (printed) or ``pages`` (known
            to the importer).
        cover: whether the first and last leaf are cover: a title page, blanks, a back page.
        noise: share of letters that recognition got wrong.
        seed: of all chance.
    """

    scheme: str = "2-up"
    width: int = 68
    height: int = 40
    gap: str = "blank"
    hyphens: float = 0.2
    marks: str = "none"
    cover: bool = True
    noise: float = 0.0
    seed: int = 0


@dataclass(frozen=True)
class Booklet:
    """An imposed booklet.

    Attributes:
        raw: the source as an importer would hand it on.
        pages: for each page in reading order its lines as printed.
        stretches: stretches of the source with the page each came from, in source order.
        paragraphs: what was to be read.
        begins: offsets of the first letters of paragraphs in the source, with the page each
            stands on, in the order of the file; of those alone whose page was read.
    """

    raw: RawText
    pages: list[list[str]]
    stretches: list[tuple[Span, int]]
    paragraphs: list[str] = field(default_factory=list)
    begins: list[tuple[int, int]] = field(default_factory=list)

    def page_at(self, offset: int) -> int:
        """Return the page whose text stands at a source offset, -1 for none."""
        for span, page in self.stretches:
            if span.start <= offset < span.end:
                return page
        return -1


def make(paragraphs: Sequence[str], style: Style) -> Booklet:
    """Set, cut, fold and read back ``paragraphs``."""
    chance = random.Random(style.seed)
    lines, firsts = _set(paragraphs, style, chance)
    pages, starts = _paged(lines, firsts, style.height)
    if style.cover:
        title = _title(paragraphs, chance)
        pages = [[title.upper(), "", "A. N. Author"], [], *pages]
        starts = [set(), set(), *starts]
    pages += [[] for _ in range(-len(pages) % 4)]
    printed = [_noisy(lines, style.noise, chance) for lines in pages]
    sides = _sides(len(pages), style.scheme)
    booklet = _read_back(printed, sides, style, list(paragraphs))
    return replace(booklet, begins=_begins(booklet, starts))


def _begins(booklet: Booklet, starts: Sequence[Collection[int]]) -> list[tuple[int, int]]:
    """Return where in the source the lines stand with which paragraphs begin."""
    found: list[tuple[int, int]] = []
    read = [0] * len(booklet.pages)
    for span, page in booklet.stretches:
        for line in re.finditer(r"[^\n]*\S[^\n]*", span.of(booklet.raw.text)):
            if page < len(starts) and read[page] in starts[page]:
                indent = len(line[0]) - len(line[0].lstrip())
                found.append((span.start + line.start() + indent, page))
            read[page] += 1
    return found


def _title(paragraphs: Sequence[str], chance: random.Random) -> str:
    words = re.findall(r"\b[^\W\d_]{5,}\b", " ".join(paragraphs[:3]))
    words = [word for word in words if word.islower()] or words or ["page"]
    return f"On the {chance.choice(words)} and the {chance.choice(words)}"


def _set(
    paragraphs: Sequence[str], style: Style, chance: random.Random
) -> tuple[list[str], set[int]]:
    """Return the lines, and which of them begin paragraphs."""
    lines: list[str] = []
    firsts: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        if number and style.gap == "blank":
            lines.append("")
        firsts.add(len(lines))
        lines += _wrapped(paragraph, style, chance)
    return lines, firsts


def _wrapped(paragraph: str, style: Style, chance: random.Random) -> list[str]:
    lines: list[str] = []
    line = "   " if style.gap == "indent" else ""
    for word in paragraph.split():
        lead = "" if not line.strip() else " "
        if len(line) + len(lead) + len(word) <= style.width:
            line += lead + word
            continue
        room = style.width - len(line) - len(lead) - 1
        cut = _divided(word, room) if chance.random() < style.hyphens else 0
        if cut:
            lines.append(f"{line}{lead}{word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _divided(word: str, room: int) -> int:
    """Return where a word may be divided to fit in ``room``; 0 for nowhere."""
    if not word.isalpha() or len(word) < 7:
        return 0
    cuts = [
        at
        for at in range(3, min(room, len(word) - 3) + 1)
        if word[at - 1] not in "aeiou" and word[at] in "aeiou" and word[at - 2] in "aeiou"
    ]
    return cuts[-1] - 1 if cuts and cuts[-1] - 1 >= 2 else 0


def _paged(
    lines: Sequence[str], firsts: Collection[int], height: int
) -> tuple[list[list[str]], list[set[int]]]:
    """Return pages, and which of the lines with words on each begin paragraphs."""
    pages: list[list[str]] = []
    starts: list[set[int]] = []
    for at in range(0, len(lines), height):
        page = list(lines[at : at + height])
        worded = [row for row, line in enumerate(page, at) if line]
        if worded:
            pages.append(page[worded[0] - at : worded[-1] + 1 - at])
            starts.append({place for place, row in enumerate(worded) if row in firsts})
    return pages, starts


_LIKE = {
    "e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "n": "u", "u": "n", "h": "b", "t": "f",
    "s": "5", "a": "o", "m": "rn", "r": "v", ".": ",", ",": ".", "g": "q", "b": "h", "d": "cl",
}  # fmt: skip


def _noisy(lines: Sequence[str], share: float, chance: random.Random) -> list[str]:
    if not share:
        return list(lines)
    return [
        "".join(_LIKE.get(char, char) if chance.random() < share else char for char in line)
        for line in lines
    ]


def _sides(count: int, scheme: str) -> list[list[int]]:
    """Return the pages (from 0) on every sheet side, in the order of the file."""
    if scheme == "plain":
        return [[page] for page in range(count)]
    if scheme == "reversed":
        return [[page] for page in range(count - 1, -1, -1)]
    sides = []
    for sheet in range(count // 4):
        low, high = 2 * sheet, count - 1 - 2 * sheet
        sides += [[high, low], [low + 1, high - 1]]
    if scheme == "right first":
        sides = [side[::-1] for side in sides]
    elif scheme == "no cover side":
        sides = sides[1:]
    elif scheme == "innermost first":
        sides = [sides[at + turn] for at in range(len(sides) - 2, -1, -2) for turn in (1, 0)]
    elif scheme == "4-up":
        order = [at + turn for at in range(0, len(sides), 4) for turn in (0, 2, 1, 3)]
        sides = [sides[at] for at in order if at < len(sides)]
    elif scheme == "4-up cut":
        half = (len(sides) + 3) // 4 * 2
        top, bottom = sides[:half], sides[half:]
        sides = [side for at, one in enumerate(top) for side in (one, *bottom[at : at + 1])]
    return sides


_Part = tuple[list[str], int, str]  # lines, their page, and what stands behind them


def _read_back(
    pages: list[list[str]], sides: list[list[int]], style: Style, paragraphs: list[str]
) -> Booklet:
    text, stretches, known = "", [], []
    for lines, page, behind in _parts(pages, sides, style):
        words = "\n".join(lines)
        if style.marks == "numbers" and page > 1:
            words += f"\n\n{page + 1}"
        stretches.append((Span(len(text), len(text) + len(words)), page))
        known.append(RawPage(stretches[-1][0], len(known) // 2))
        text += words + behind
    provenance = Provenance("booklet.txt", "0" * 64, len(text), "text")
    pages_known = tuple(known) if style.marks == "pages" else ()
    return Booklet(RawText(text, provenance, pages_known), pages, stretches, paragraphs)


def _parts(pages: list[list[str]], sides: list[list[int]], style: Style) -> list[_Part]:
    """Return what was read, in its order; form feeds stand behind sheet sides, or pages."""
    found: list[_Part] = []
    ways = {"rows mixed": _rows, "lines mixed": _lines, "side by side": _beside}
    way = next((ways[name] for name in ways if style.scheme.startswith(name)), None)
    all_sides = style.scheme in ("rows mixed all", "lines mixed", "side by side")
    feed = "\f" if style.marks in ("feeds", "sheets") else "\n\n"
    for number, side in enumerate(sides):
        there = [page for page in side if pages[page]]
        if way and len(there) == 2 and (all_sides or number == len(sides) // 2):
            parts = way(pages, side)
        else:
            inner = "\n\n" if way or style.marks == "sheets" else feed
            parts = [(pages[page], page, inner) for page in there]
        if parts:
            found += [*parts[:-1], (*parts[-1][:2], feed)]
    return found


def _rows(pages: list[list[str]], side: list[int]) -> list[_Part]:
    """Read two pages alternately, paragraph by paragraph."""
    columns = [_blocks(pages[page]) for page in side]
    found: list[_Part] = []
    for row in range(max(map(len, columns))):
        for column, page in zip(columns, side, strict=True):
            if row < len(column):
                found.append((column[row], page, "\n\n"))
    return found


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _lines(pages: list[list[str]], side: list[int]) -> list[_Part]:
    """Read two pages alternately, line by line."""
    found: list[_Part] = []
    for row in range(max(len(pages[page]) for page in side)):
        there = [page for page in side if row < len(pages[page]) and pages[page][row]]
        found += [([pages[page][row]], page, "\n") for page in there]
    return found


def _beside(pages: list[list[str]], side: list[int]) -> list[_Part]:
    """Read straight across the fold: what stands on one height is one line."""
    left, right = (pages[page] for page in side)
    wide = max(map(len, left)) + 6
    found: list[_Part] = []
    for row in range(max(len(left), len(right))):
        one = left[row] if row < len(left) else ""
        two = right[row] if row < len(right) else ""
        if two:
            found += [([one.ljust(wide)], side[0], ""), ([two], side[1], "\n")]
        else:
            found.append(([one], side[0], "\n"))
    return found
