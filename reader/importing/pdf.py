"""PDF: the text layer with the geometry of its pages.  Needs pypdfium2.

A wide page whose middle is free of words is a sheet with two pages of a booklet on it; both
become pages of their own, left and right.  A scan without text says so.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref
from dataclasses import replace
from math import hypot
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw as bindings

from reader.importing.flow import TEXT_LIMIT
from reader.importing.page_lines import GREAT, RAISED, SMALL_FIGURES, SMALL_TYPE, Piece, page_lines
from reader.importing.raw import RawPage, RawText
from reader.importing.upright import Box, turn_to_read, turned
from reader.model import BadInput, Provenance, Span

#: Pages that are read; the largest book at hand has 2,400.
_PAGES = 10_000
#: What the library has only in C.
_C: Any = bindings
#: Width by height from which on a page may be a sheet of two.
_WIDE = 1.15
#: Share of the lines of a sheet that may cross its middle (rules, a heading over both pages).
_CROSSING = 0.04
#: Heights of a line from which on a space between words may be one between columns.
_GAP = 0.8
#: PDFium writes these for the hyphen at a line's end and leaves the break out.
_HYPHENS = "\ufffe\x02"
_RUN = re.compile(f"[^\r\n{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


def read(data: bytes, provenance: Provenance) -> RawText:
    """Read the text layer.

    Raises:
        BadInput: the file is damaged, encrypted, or a scan without text.
    """
    name = provenance.file
    document = _open(data, name)
    try:
        parts: list[str] = []
        pages: list[RawPage] = []
        heights: list[tuple[Span, float]] = []
        size = bare = 0
        imposed = _is_imposed(document)
        for number in range(min(len(document), _PAGES)):
            with _sheet(document, number) as sheet:
                found = _sides(sheet, imposed=imposed) if sheet else ()
                sides = [(side, lines) for side, lines in found if lines]
            bare += not sides
            for side, lines in sides:
                start = size
                for words, height in lines:
                    heights.append((Span(size, size + len(words)), height))
                    size += len(words) + 1
                pages.append(RawPage(Span(start, size - 1), number, side))
                parts.append("\n".join(words for words, _height in lines))
            if size > TEXT_LIMIT:
                raise BadInput(f"“{name}” holds more text than can be read; split it.", name)
        if not pages:
            raise _scan(name, len(document))
        known = document.get_metadata_dict(skip_empty=True)
        note = _note(bare, len(document))
    finally:
        document.close()
    return RawText(
        text="\f".join(parts),
        provenance=replace(provenance, note=note),
        pages=tuple(pages),
        large=tuple(_large(heights)),
        title=" ".join(known.get("Title", "").split()),
        authors=tuple(filter(None, (known.get("Author", "").strip(),))),
    )


def _open(data: bytes, name: str) -> Any:
    try:
        open_document: Any = pdfium.PdfDocument
        return open_document(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput(
                f"“{name}” is encrypted and asks for a password; save a copy without password "
                "and add that.",
                name,
            ) from error
        raise BadInput(
            f"“{name}” is damaged and cannot be read; get another copy of it.", name
        ) from error


def _scan(name: str, pages: int) -> BadInput:
    if not pages:
        return BadInput(f"“{name}” has no pages; get another copy of it.", name)
    if pages == 1:
        return BadInput(
            f"“{name}” is a scan: its one page is a picture without text. Recognise the text "
            "first, with OCRmyPDF or another program for character recognition, and add the "
            "result.",
            name,
        )
    return BadInput(
        f"“{name}” is a scan: its {pages} pages are pictures without text. Recognise the text "
        "first, with OCRmyPDF or another program for character recognition, and add the result.",
        name,
    )


class _Sheet:
    """One side of a sheet as it is shown, with the boxes of its words.

    PDFium counts in the page before it is turned (/Rotate); booklets are often stored turned.
    """

    def __init__(self, page: Any) -> None:
        self.words = page.get_textpage()
        self._turn = page.get_rotation() % 360
        self.pieces = list(self._pieces())
        self.boxes = [Box(one.left, one.bottom, one.right, one.top) for one in self.pieces]
        self.page = turned(Box(*page.get_bbox()), self._turn)

    def _pieces(self) -> Iterator[Piece]:
        """Yield the words of the sheet, cut at line ends and at gaps that may part columns."""
        text = str(self.words.get_text_range())
        # PDFium counts in UTF-16
        units = _TWO_UNITS.sub("\ue000\ue000", text)
        for run in _RUN.finditer(units):
            start, count = run.start(), len(run[0])
            plain = units if units is text else ""
            words = plain[start : start + count] or str(self.words.get_text_range(start, count))
            boxes = [
                turned(Box(*self.words.get_rect(row)), self._turn)
                for row in range(self.words.count_rects(start, count))
            ]
            if boxes:
                yield from self._cut(self._raised(_written(words), start, boxes), start, boxes)

    def _raised(self, words: str, start: int, boxes: list[Box]) -> str:
        """Write small raised figures as such: they call notes, and begin them."""
        base = max(boxes, key=lambda box: box.right - box.left)
        tall = base.top - base.bottom
        raised = [
            box
            for box in boxes
            if box.top - box.bottom < RAISED * tall and box.bottom > base.bottom + 0.2 * tall
        ]
        if not raised:
            return words
        letters, usual = list(words), self._size(start, len(words))
        for number in range(len(words)):
            if letters[number].isdigit():
                box = turned(Box(*self.words.get_charbox(start + number)), self._turn)
                middle = (box.left + box.right) / 2
                # a figure beside letters that reach below the line is no higher than they
                small = self._size(start + number, 1) < SMALL_TYPE * usual
                if small and any(one.left <= middle <= one.right for one in raised):
                    letters[number] = letters[number].translate(SMALL_FIGURES)
        return "".join(letters)

    def _cut(self, words: str, start: int, boxes: list[Box]) -> Iterator[Piece]:
        """Yield the parts of a line between wide gaps."""
        tall = max(box.top - box.bottom for box in boxes)
        parts = [[boxes[0]]]
        for one, two in itertools.pairwise(boxes):
            if two.left - one.right > _GAP * tall or two.left < one.left - tall:
                parts.append([])
            parts[-1].append(two)
        if len(parts) == 1:
            yield Piece(words, *_around(parts[0]), self._size(start, len(words)))
            return
        arounds = [_around(part) for part in parts]
        letters: list[list[int]] = [[] for _ in parts]
        at = 0
        for number, letter in enumerate(words):
            box = turned(Box(*self.words.get_charbox(start + number)), self._turn)
            if letter != " " and box.right > box.left:
                middle = (box.left + box.right) / 2
                at = min(range(len(parts)), key=lambda row: _off(arounds[row], middle))
            letters[at].append(number)
        for around, inside in zip(arounds, letters, strict=True):
            if inside:
                size = self._size(start + inside[0], len(inside))
                yield Piece("".join(words[row] for row in inside), *around, size)

    def _size(self, start: int, count: int) -> float:
        """Return the size of the type near the middle of a run, whatever letters stand there.

        Boxes do not tell it: an italic reaches higher than an upright of the same size.  A space
        that PDFium adds between two words has no size: the letter behind it tells.
        """
        matrix = _C.FS_MATRIX()
        for step in range(count):
            at = start + (count // 2 + step) % count
            if _C.FPDFText_IsGenerated(self.words, at):
                continue
            size = _C.FPDFText_GetFontSize(self.words, at)
            if size > 0 and _C.FPDFText_GetMatrix(self.words, at, byref(matrix)):
                return float(size * hypot(matrix.c, matrix.d))
        return 0.0

    @property
    def middle(self) -> float | None:
        """Where the sheet could be folded, None when it is narrow or words cross its middle."""
        width = self.page.right - self.page.left
        if width < _WIDE * (self.page.top - self.page.bottom) or not self.boxes:
            return None
        middle = self.page.left + width / 2
        crossing = sum(
            box.left < middle - 0.01 * width and box.right > middle + 0.01 * width
            for box in self.boxes
        )
        return None if crossing > _CROSSING * len(self.boxes) else middle

    def folded(self) -> bool:
        """Say whether there are words on both sides of a free middle."""
        middle = self.middle
        return middle is not None and len({box.right <= middle for box in self.boxes}) == 2


def _around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    return Box(
        min(one.left for one in boxes),
        min(one.bottom for one in boxes),
        max(one.right for one in boxes),
        max(one.top for one in boxes),
    )


def _off(box: Box, x: float) -> float:
    """Return how far beside a box a place lies, 0 inside."""
    return max(box.left - x, x - box.right, 0.0)


def _written(words: str) -> str:
    """Return words with the hyphens that PDFium has signs of its own for."""
    return words.replace("\0", " ").replace("\ufffe", "-").replace("\x02", "-")


@contextmanager
def _sheet(document: Any, number: int) -> Iterator[_Sheet | None]:
    """Give one sheet side as it is read, None when it is damaged."""
    try:
        page = document[number]
        turn = turn_to_read(words := page.get_textpage())
        words.close()
        if turn not in {None, page.get_rotation() % 360}:
            # taken up when the page is loaded
            page.set_rotation(turn)
            page.close()
            page = document[number]
        sheet = _Sheet(page)
    except pdfium.PdfiumError:
        yield None
        return
    try:
        yield sheet
    finally:
        sheet.words.close()
        page.close()


def _is_imposed(document: Any) -> bool:
    """Say whether some sheet has words on both sides of a free middle: then all are folded."""
    for number in range(min(len(document), _PAGES)):
        with _sheet(document, number) as sheet:
            if sheet and sheet.folded():
                return True
    return False


def _sides(sheet: _Sheet, *, imposed: bool) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Yield side and lines of the pages on one sheet side."""
    middle = sheet.middle if imposed else None
    if middle is None:
        yield "", page_lines(sheet.pieces)
        return
    left: list[Piece] = []
    right: list[Piece] = []
    for one in sheet.pieces:
        (left if (one.left + one.right) / 2 < middle else right).append(one)
    yield "left", page_lines(left)
    yield "right", page_lines(right)


def _large(lines: Sequence[tuple[Span, float]]) -> Iterator[Span]:
    """Yield lines in larger type than most letters of the whole text."""
    usual, letters = 0.0, 0
    total = sum(len(span) for span, height in lines if height)
    for height, count in sorted((height, len(span)) for span, height in lines if height):
        letters += count
        usual = height
        if 2 * letters > total:
            break
    yield from (span for span, height in lines if height > GREAT * usual)


def _note(bare: int, pages: int) -> str:
    notes = []
    if bare and pages > 1 and bare > pages // 2:
        notes.append(
            f"{bare} of {pages} pages are pictures without text; what stands on them is missing. "
            "Recognise the text first, with OCRmyPDF for instance, to have all of it."
        )
    if pages > _PAGES:
        notes.append(f"Only the first {_PAGES:,} of {pages:,} pages were read.")
    return " ".join(notes)
