"""Where the letters of a text that is set stand: offsets, document positions and pixels.

All heights and rectangles are px of the document, from its top; who scrolls subtracts.
"""

from bisect import bisect_right
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.model import Edition, Span
from reader.panes.hyphens import HyphenOffsets, divided_at
from reader.qt.direction import has_leftward
from reader.qt.offsets import QtOffsets


class Lines:
    """The lines of the passages that are set in a document, one block each.

    Attributes:
        rows: the passages that are set.
        divided: the language by whose rules words were divided when they were set; empty for none.
    """

    def __init__(
        self,
        edition: Edition | None,
        rows: range,
        document: QTextDocument,
        divided: str = "",
    ) -> None:
        self.rows = rows
        self.divided = divided
        self._edition = edition
        self._document = document
        self._offsets: dict[int, QtOffsets | HyphenOffsets] = {}
        self._rects: dict[tuple[int, int, int], list[QRectF]] = {}
        self._set: dict[int, _Set] = {}

    def forget(self) -> None:
        """Measure anew: the text was laid out again."""
        self._rects.clear()
        self._set.clear()

    # units -----------------------------------------------------------------

    def position_of(self, offset: int) -> int:
        """Return the document position of an offset, or of the nearest one that is set."""
        if self._edition is None or not self.rows:
            return 0
        row = self._edition.row_at(offset)
        if row < self.rows.start:
            return 0
        if row >= self.rows.stop:
            return max(0, self._document.characterCount() - 1)
        span = self._edition.passages[row].span
        inside = min(max(0, offset - span.start), len(span))
        return self.block(row).position() + self.units(row).to_qt(inside)

    def offset_at(self, position: int) -> int:
        """Return the offset of a document position; inverse of ``position_of``."""
        if self._edition is None or not self.rows:
            return 0
        block = self._document.findBlock(position)
        row = self.rows.start + block.blockNumber()
        inside = self.units(row).from_qt(position - block.position())
        return self._edition.passages[row].span.start + inside

    def units(self, row: int) -> QtOffsets | HyphenOffsets:
        """Return the translator between code points and Qt's positions in a passage."""
        if row not in self._offsets and self._edition is not None:
            plain = QtOffsets(self._edition.words_of(self._edition.passages[row]))
            before = divided_at(self._edition, row, self.divided)
            self._offsets[row] = HyphenOffsets(plain, before) if before else plain
        return self._offsets[row]

    def block(self, row: int) -> QTextBlock:
        """Return the block of a passage; it must be set."""
        return self._document.findBlockByNumber(row - self.rows.start)

    # geometry --------------------------------------------------------------

    def top_of(self, row: int) -> float:
        """Return the y of a passage's first line; it must be set."""
        layout = self._document.documentLayout()
        return float(layout.blockBoundingRect(self.block(row)).top())

    def y_of(self, offset: int) -> float | None:
        """Return the y of the line of an offset; None when it is not set."""
        if self._edition is None:
            return None
        row = self._edition.row_at(offset)
        if row not in self.rows:
            return None
        block = self.block(row)
        top = self.top_of(row)
        inside = self.units(row).to_qt(offset - self._edition.passages[row].span.start)
        line = block.layout().lineForTextPosition(min(inside, max(0, block.length() - 1)))
        return top + line.y() if line.isValid() else top

    def height_of(self, row: int) -> float:
        """Return the height of a passage that is set."""
        return float(self._document.documentLayout().blockBoundingRect(self.block(row)).height())

    def offsets_between(self, top_px: float, bottom_px: float) -> tuple[int, int]:
        """Return the offsets of the first and after the last letters between two heights."""
        if self._edition is None or not self.rows:
            return 0, 0
        (top, first), (bottom, last) = self.line_at(top_px), self.line_at(bottom_px)
        passages = self._edition.passages
        start = self.units(top).from_qt(first.textStart()) if first else 0
        end = last.textStart() + last.textLength() if last else 0
        after = min(self.units(bottom).from_qt(end), len(passages[bottom].span))
        return passages[top].span.start + start, passages[bottom].span.start + after

    def line_at(self, y_px: float) -> tuple[int, QTextLine | None]:
        """Return the row at a height, and its line there or the nearest."""
        row = self.row_at(y_px)
        layout = self.block(row).layout()
        inside = y_px - layout.position().y()
        low, high = 0, layout.lineCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if layout.lineAt(middle).y() <= inside:
                low = middle
            else:
                high = middle - 1
        return row, layout.lineAt(low) if high >= 0 else None

    def row_at(self, y_px: float) -> int:
        """Return the row at a height, or the last one above it.

        Qt's own ``hitTest`` goes astray beside the words while a part of the text is not yet
        laid out, so it only serves to lay out as far as is asked for.
        """
        y = max(0.0, y_px)
        document = self._document
        document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.ExactHit)

        def top(number: int) -> float:
            layout = document.findBlockByNumber(number).layout()
            return layout.position().y() if layout.lineCount() else inf

        after = bisect_right(range(len(self.rows)), y, key=top)
        return self.rows.start + max(0, after - 1)

    def offset_at_point(self, point: QPointF) -> int | None:
        """Return the offset under a point; None beside the words."""
        layout = self._document.documentLayout()
        position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        return self.offset_at(position) if position >= 0 else None

    def ends_of(self, span: Span) -> tuple[QRectF, QRectF] | None:
        """Return the rectangles of the first and last letters of a span; None if not set."""
        if self._edition is None or not span:
            return None
        rects = []
        for offset in (span.start, span.end - 1):
            row = self._edition.row_at(offset)
            if row not in self.rows:
                return None
            inside = offset - self._edition.passages[row].span.start
            rects += self.rects_of(row, inside, inside + 1)[:1]
        return (rects[0], rects[1]) if len(rects) == 2 else None

    def rects_of(self, row: int, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of a passage, one a line.

        ``start`` and ``end`` count code points of the passage.  Remembered until the text is
        laid out again.
        """
        key = (row, start, end)
        if key not in self._rects:
            self._rects[key] = list(self._measure(row, start, end))
        return self._rects[key]

    def _measure(self, row: int, start: int, end: int) -> Iterator[QRectF]:
        known = self._set.get(row)
        if known is None:
            known = self._set[row] = self._set_now(row)
        units, layout = self.units(row), known.block.layout()
        first, last = units.to_qt(start), units.to_qt(end)
        number = max(0, bisect_right(known.starts, first) - 1)
        for begin, y, height in zip(
            known.starts[number:], known.tops[number:], known.heights[number:], strict=True
        ):
            if begin >= last or number >= layout.lineCount():
                return
            line = layout.lineAt(number)
            end = min(last, begin + line.textLength())
            for left, right in stretches(line, max(first, begin), end, mixed=known.mixed):
                yield QRectF(known.left + left, y, right - left, height)
            number += 1

    def _set_now(self, row: int) -> "_Set":
        """Return how a passage is set; the marks of a passage all ask for it."""
        block = self.block(row)
        layout = block.layout()
        top = self._document.documentLayout().blockBoundingRect(block).top()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return _Set(
            block,
            layout.position().x(),
            [line.textStart() for line in lines],
            [top + line.y() for line in lines],
            [line.height() for line in lines],
            has_leftward(block.text()),
        )


class _Set(NamedTuple):
    """The lines of one passage, in px of the document.

    No layout is kept: once it is gone its Python side would be taken for what Qt puts there.
    """

    block: QTextBlock
    left: float
    starts: list[int]
    tops: list[float]
    heights: list[float]
    mixed: bool


def stretches(line: QTextLine, first: int, last: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Return from where to where letters of a line reach, from left to right.

    ``mixed`` where some may be read from right to left: what is one stretch to read is several
    to see where the direction changes in it.
    """
    if not mixed:
        left, right = x_of(line, first), x_of(line, last)
        return [(left, right)] if right > left else []
    found: list[tuple[float, float]] = []
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if found and left <= found[-1][1] + 0.5:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a position in a line; the stubs and answers of Qt differ by version."""
    answer: object = line.cursorToX(position)
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]
