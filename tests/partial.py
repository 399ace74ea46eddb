"""Booklets that are not one whole text: half of the sheets, two in one file, a page twice."""

import random
import re
from collections.abc import Callable, Sequence

from reader.importing.raw import RawText
from reader.model import Provenance
from tests.booklets import Booklet, Style, make

_Pages = list[tuple[int, str]]


def _source(pages: Sequence[str], feeds: bool) -> RawText:
    text = ("\f" if feeds else "\n\n").join(pages)
    return RawText(text, Provenance("booklet.txt", "0" * 64, len(text), "text"))


def pages_of(booklet: Booklet) -> _Pages:
    """Return the pages of a booklet in the order of the file: number and text."""
    return [(page, span.of(booklet.raw.text)) for span, page in booklet.stretches]


def _outer(pages: _Pages) -> _Pages:
    quarter = max(page for page, _text in pages) // 4 + 1
    last = 4 * quarter - 1
    return [one for one in pages if one[0] < quarter or one[0] > last - quarter]


def _inner(pages: _Pages) -> _Pages:
    kept = {page for page, _text in _outer(pages)}
    return [one for one in pages if one[0] not in kept]


def _fronts(pages: _Pages) -> _Pages:
    """Keep one side of every sheet."""
    last = max(page for page, _text in pages) // 4 * 4 + 3
    return [one for one in pages if min(one[0], last - one[0]) % 2 == 0]


def _without_a_sheet(pages: _Pages) -> _Pages:
    quarter = max(page for page, _text in pages) // 4 + 1
    at, last = quarter // 2 * 2, quarter * 4 - 1
    gone = {at, at + 1, last - at, last - at - 1}
    return [one for one in pages if one[0] not in gone]


def _first(pages: _Pages) -> _Pages:
    half = sorted(page for page, _text in pages)[len(pages) // 2]
    return [one for one in pages if one[0] < half]


def _second(pages: _Pages) -> _Pages:
    half = sorted(page for page, _text in pages)[len(pages) // 2]
    return [one for one in pages if one[0] >= half]


def _a_page_twice(pages: _Pages) -> _Pages:
    at = len(pages) // 3
    return [*pages[: at + 1], pages[at], *pages[at + 1 :]]


def _a_side_twice(pages: _Pages) -> _Pages:
    at = len(pages) // 4 * 2
    return [*pages[: at + 2], *pages[at : at + 2], *pages[at + 2 :]]


#: What becomes of the pages of one booklet, and how it is imposed.
ONE: dict[str, tuple[str, Callable[[_Pages], _Pages]]] = {
    "whole folded": ("2-up", list),
    "whole plain": ("plain", list),
    "outer sheets": ("2-up", _outer),
    "inner sheets": ("2-up", _inner),
    "one side of each": ("2-up", _fronts),
    "a sheet missing": ("2-up", _without_a_sheet),
    "first half": ("plain", _first),
    "second half": ("plain", _second),
    "a page twice": ("2-up", _a_page_twice),
    "a page twice, plain": ("plain", _a_page_twice),
    "a side twice": ("2-up", _a_side_twice),
}
#: How two booklets in one file are imposed.
TWO = {
    "two folded": ("2-up", "2-up"),
    "two plain": ("plain", "plain"),
    "folded and plain": ("2-up", "plain"),
}
KINDS = (*ONE, *TWO)


def part(kind: str, texts: Sequence[Sequence[str]], seed: int, *, feeds: bool = False) -> RawText:
    """Return a source of a kind of ``KINDS``, made of one text, or of two.

    Args:
        kind: what is wrong with it.
        texts: at least two, as paragraphs.
        seed: of lengths, shapes and all other chance.
        feeds: whether form feeds part the pages.
    """
    schemes = TWO.get(kind) or (ONE[kind][0],)
    keep = ONE[kind][1] if kind in ONE else list
    found: list[str] = []
    for number, scheme in enumerate(schemes):
        text = texts[(seed + number) % len(texts)]
        found += [page for _at, page in keep(pages_of(_booklet(text, scheme, seed + 31 * number)))]
    return _source(found, feeds)


def _booklet(text: Sequence[str], scheme: str, seed: int) -> Booklet:
    chance = random.Random(seed)
    count = chance.choice((12, 16, 20, 24))
    style = Style(
        scheme=scheme, cover=bool(seed % 3), gap=("blank", "indent", "none")[seed % 3],
        height=chance.choice((28, 34, 40)), width=chance.choice((56, 66, 74)), seed=seed,
    )  # fmt: skip
    wanted = (count - 2) * style.height * style.width * 4 // 5
    start = chance.randrange(max(1, len(text) // 3))
    chosen: list[str] = []
    for paragraph in text[start:]:
        if sum(map(len, chosen)) > wanted:
            break
        chosen.append(paragraph)
    return make(chosen, style)


_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|^[>#\s]+|[*_`\\]+", re.MULTILINE)


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text, each as one line, without what marks it up."""
    parts = re.split(r"\n\s*\n", text)
    plain = (" ".join(_MARKS.sub(lambda found: found[1] or "", one).split()) for one in parts)
    return [one for one in plain if len(one.split()) > 2]
