"""PDF: the text layer with the geometry of its pages.  Needs pypdfium2.

A wide page whose middle is free of words is a sheet with two pages of a booklet on it; both
become pages of their own, left and right.  A scan without text says so.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from reader.importing.flow import TEXT_LIMIT
from reader.importing.raw import RawPage, RawText
from reader.model import BadInput, Provenance, Span

#: Pages that are read; the largest book at hand has 2,400.
_PAGES = 10_000
#: Width by height from which on a page may be a sheet of two.
_WIDE = 1.15
#: Share of the lines of a sheet that may cross its middle (rules, a heading over both pages).
_CROSSING = 0.04
#: Lines further apart than the usual distance times this have a blank line between them.
_APART = 1.45


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


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
        size = bare = 0
        imposed = _is_imposed(document)
        for number in range(min(len(document), _PAGES)):
            with _sheet(document, number) as sheet:
                found = _sides(sheet, imposed=imposed) if sheet else ()
                sides = [(side, words) for side, words in found if words.strip()]
            bare += not sides
            for side, words in sides:
                span = Span(size, size + len(words))
                pages.append(RawPage(span, number, side))
                parts.append(words)
                size += len(words) + 1
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
        boxes = (_Box(*self.words.get_rect(row)) for row in range(self.words.count_rects()))
        self.boxes = [_turned(box, self._turn) for box in boxes]
        self.page = _turned(_Box(*page.get_bbox()), self._turn)

    def within(self, part: _Box | None) -> str:
        """Return the words in a part of the sheet, None for all."""
        if part is None:
            return str(self.words.get_text_range())
        return str(self.words.get_text_bounded(*_turned(part, -self._turn % 360)))

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


def _turned(box: _Box, turn: int) -> _Box:
    """Return the box as it lies after a turn by 0, 90, 180 or 270 degrees, clockwise.

    >>> _turned(_turned(_Box(1, 2, 3, 5), 90), 270)
    _Box(left=1, bottom=2, right=3, top=5)
    """
    left, bottom, right, top = box
    match turn:
        case 90:
            return _Box(bottom, -right, top, -left)
        case 180:
            return _Box(-right, -top, -left, -bottom)
        case 270:
            return _Box(-top, left, -bottom, right)
    return box


@contextmanager
def _sheet(document: Any, number: int) -> Iterator[_Sheet | None]:
    """Give one sheet side, None when it is damaged."""
    try:
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


def _sides(sheet: _Sheet, *, imposed: bool) -> Iterator[tuple[str, str]]:
    """Yield side and words of the pages on one sheet side."""
    middle = sheet.middle if imposed else None
    if middle is None:
        yield "", _lines(sheet, sheet.boxes, None)
        return
    left, bottom, right, top = sheet.page
    for side, part in (
        ("left", _Box(left, bottom, middle, top)),
        ("right", _Box(middle, bottom, right, top)),
    ):
        inside = [
            box for box in sheet.boxes if part.left <= (box.left + box.right) / 2 < part.right
        ]
        yield side, _lines(sheet, inside, part)


def _lines(sheet: _Sheet, boxes: list[_Box], part: _Box | None) -> str:
    r"""Return the words with ``\n`` line ends; a wide gap becomes a blank line."""
    found = sheet.within(part)
    # PDFium writes U+FFFE or U+0002 for the hyphen at a line's end and leaves the break out
    found = found.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    for hyphen in ("\ufffe", "\x02"):
        found = found.replace(hyphen + "\n", "-\n").replace(hyphen, "-\n")
    lines = [line.rstrip() for line in found.strip("\n").split("\n")]
    heights = _heights(boxes)
    filled = [row for row, line in enumerate(lines) if line]
    if len(filled) != len(heights) or len(heights) < 3:
        return "\n".join(lines)
    steps = [above - below for above, below in itertools.pairwise(heights)]
    usual = median(step for step in steps if step > 0) if any(s > 0 for s in steps) else 0.0
    out: list[str] = [lines[filled[0]]]
    for row, step in zip(filled[1:], steps, strict=True):
        if usual and step > _APART * usual and out[-1]:
            out.append("")
        out.append(lines[row])
    return "\n".join(out)


def _heights(boxes: list[_Box]) -> list[float]:
    """Return the heights of the lines' feet; boxes that overlap upright are one line."""
    lines: list[_Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last and min(last.top, box.top) - max(last.bottom, box.bottom) > 0.4 * min(
            last.top - last.bottom, box.top - box.bottom
        ):
            lines[-1] = _Box(
                last.left, min(last.bottom, box.bottom), box.right, max(last.top, box.top)
            )
        else:
            lines.append(box)
    return [line.bottom for line in lines]


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
