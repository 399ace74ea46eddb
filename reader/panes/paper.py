"""A text on paper with its margin notes beside the passages they belong to.

Everything is laid out in points of 1/72 inch on a device that may have any resolution; lines of
a passage may be parted by a page turn, notes begin beside their passage or as soon after it as
there is room, and what has no room on a page goes on in the margin of the next.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)

from reader.model import (
    NO_PROGRESS,
    BadInput,
    Edition,
    InlineKind,
    Passage,
    PassageKind,
    Progress,
    Span,
)
from reader.model.values import dataclass
from reader.qt import fonts
from reader.qt.direction import option_for
from reader.qt.offsets import QtOffsets, format_range

#: Share of the width that the text takes; the rest is margin.
_TEXT_SHARE = 0.68
_GUTTER_PT, _NUMBER_PT = 14.0, 24.0
_PARAGRAPH_PT, _BAR_PT = 7.0, 2.0
_INK, _SOFT, _RULE = QColor("#111111"), QColor("#555555"), QColor("#bbbbbb")


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A note on paper.

    Attributes:
        span: where it stands in the reading text.
        head: who wrote it, and when.
        words: plain text.
    """

    span: Span
    head: str
    words: str


@dataclass(frozen=True, slots=True)
class PaperMark:
    """A mark on paper: a tint under the words, or a bar beside the passages.

    Attributes:
        beside: whether it is on whole passages: to underline every word would say nothing.
    """

    span: Span
    colour: QColor
    beside: bool = False


@dataclass(frozen=True)
class _Line:
    """One line ready to be painted: layout, number of its line, height in points."""

    layout: QTextLayout
    row: int
    height: float


@dataclass(frozen=True)
class _Block:
    """A passage or note as lines.

    Attributes:
        lines: from top to bottom.
        before: space above in points, left out at the top of a page.
        label: number beside the first line; empty for none.
        keep: stays on one page with the first line of the next block.
        notes: blocks for the margin, which begin beside the first line.
        bar: colour of the bar beside it, None without.
    """

    lines: tuple[_Line, ...]
    before: float
    label: str = ""
    keep: bool = False
    notes: tuple["_Block", ...] = ()
    bar: QColor | None = None


class Paper:
    """Lays out one text and paints it page by page.

    Args:
        edition: the text.
        notes: for the margin, in any order.
        marks: tints under the words.
        font: of the text; sizes of everything follow from it.
    """

    def __init__(
        self,
        edition: Edition,
        notes: Sequence[PaperNote],
        marks: Sequence[PaperMark],
        font: QFont,
    ) -> None:
        self._edition = edition
        self._notes = sorted(notes, key=lambda note: note.span)
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._font = font

    def paint(self, device: QPagedPaintDevice, progress: Progress = NO_PROGRESS) -> int:
        """Paint everything; return the number of pages.

        Raises:
            BadInput: the device takes nothing.
            Cancelled: the reader stopped it.
        """
        painter = begun(device)
        try:
            return self._paint(painter, device, progress)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, device: QPagedPaintDevice, progress: Progress) -> int:
        scale = device.logicalDpiX() / 72.0
        painter.scale(scale, scale)
        layout = device.pageLayout()
        page = layout.paintRect(QPageLayout.Unit.Point)
        room = QRectF(0, 0, page.width(), page.height() - 22)
        pages = _Pages(painter, device, room, self._font, self._edition.work.cited)
        count = len(self._edition.passages)
        for at, block in enumerate(self._blocks(room.width())):
            progress.step(at / count)
            pages.put(block)
        pages.finish()
        return pages.number

    def _blocks(self, width: float) -> Iterator[_Block]:
        text_width = width * _TEXT_SHARE - _NUMBER_PT - _GUTTER_PT
        margin_width = width * (1 - _TEXT_SHARE)
        starts = [note.span.start for note in self._notes]
        for passage in self._edition.passages:
            end = max(passage.span.end, passage.span.start + 1)
            first, last = bisect_left(starts, passage.span.start), bisect_left(starts, end)
            notes = [self._note(note, margin_width) for note in self._notes[first:last]]
            yield self._passage(passage, text_width, tuple(notes))

    def _passage(self, passage: Passage, width: float, notes: tuple[_Block, ...]) -> _Block:
        words = self._edition.words_of(passage)
        font = QFont(self._font)
        heading = passage.kind is PassageKind.HEADING
        if heading:
            font.setPointSizeF(font.pointSizeF() * (1.5 if passage.level <= 1 else 1.2))
            font.setBold(True)
        elif passage.kind is PassageKind.QUESTION:
            font.setItalic(True)
        elif passage.kind in (PassageKind.FOOTNOTE, PassageKind.REFERENCE, PassageKind.FRONT):
            font.setPointSizeF(font.pointSizeF() * 0.85)
        if passage.kind is PassageKind.FOOTNOTE and passage.label:
            words = f"{passage.label}  {words}"
        lines = _lines(words, font, width, self._formats(passage, words))
        label = str(passage.locus) if passage.locus.sign == "¶" else ""
        before = _PARAGRAPH_PT * (2.0 if heading else 1.0)
        over = (mark.colour for mark in self._marks if mark.beside and mark.span.meet(passage.span))
        number = label.removeprefix("¶")
        return _Block(lines, before, number, keep=heading, notes=notes, bar=next(over, None))

    def _formats(self, passage: Passage, words: str) -> list[QTextLayout.FormatRange]:
        """Return emphasis and marks of a passage as formats in Qt's positions."""
        lead = len(words) - len(self._edition.words_of(passage))
        offsets = QtOffsets(words)
        found = []
        for inline in self._edition.inline:
            inside = inline.span.meet(passage.span)
            if inside and inline.kind in (InlineKind.EMPHASIS, InlineKind.STRONG):
                style = QTextCharFormat()
                style.setFontItalic(inline.kind is InlineKind.EMPHASIS)
                if inline.kind is InlineKind.STRONG:
                    style.setFontWeight(QFont.Weight.Bold)
                found.append(format_range(inside.shift(lead - passage.span.start), style, offsets))
        for mark in self._marks:
            if not mark.beside and (inside := mark.span.meet(passage.span)):
                style = QTextCharFormat()
                style.setBackground(mark.colour)
                style.setFontUnderline(True)  # tints may be lost on a printer
                found.append(format_range(inside.shift(lead - passage.span.start), style, offsets))
        return found

    def _note(self, note: PaperNote, width: float) -> _Block:
        font = QFont(self._font)
        font.setPointSizeF(font.pointSizeF() * 0.78)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        words = f"{note.head}\u2028{note.words}".replace("\n", "\u2028")
        formats = [format_range(Span(0, len(note.head)), strong, QtOffsets(words))]
        return _Block(_lines(words, font, width, formats), 5.0)


class _Pages:
    """Places blocks on pages and paints them at once."""

    def __init__(
        self,
        painter: QPainter,
        device: QPagedPaintDevice,
        room: QRectF,
        font: QFont,
        title: str,
    ) -> None:
        self.number = 1
        self._painter, self._device, self._room = painter, device, room
        self._font, self._title = font, title
        self._y = 0.0
        self._margin_y = 0.0
        self._waiting: list[_Line] = []
        self._foot()

    def put(self, block: _Block) -> None:
        """Place a passage, and its notes beside it."""
        least = sum(line.height for line in block.lines[:2]) * (2.5 if block.keep else 1.0)
        before = block.before if self._y else 0.0
        if self._y + before + least > self._room.height():
            self._turn()
            before = 0.0
        self._y += before
        if block.label:
            self._number(block.label)
        for note in block.notes:
            self._beside(note)
        for line in block.lines:
            if self._y + line.height > self._room.height():
                self._turn()
            self._draw(line, _NUMBER_PT, self._y)
            if block.bar is not None:
                at = QRectF(_NUMBER_PT - _BAR_PT * 2, self._y, _BAR_PT, line.height)
                self._painter.fillRect(at, block.bar)
            self._y += line.height

    def finish(self) -> None:
        """Place what still waits for a margin."""
        while self._waiting:
            self._turn()

    def _beside(self, note: _Block) -> None:
        self._margin_y = max(self._margin_y, self._y)
        lines = list(note.lines)
        if self._waiting:
            self._waiting += lines
            return
        while lines and self._margin_y + lines[0].height <= self._room.height():
            line = lines.pop(0)
            self._draw(line, self._room.width() * _TEXT_SHARE, self._margin_y)
            self._margin_y += line.height
        self._margin_y += note.before
        self._waiting += lines

    def _turn(self) -> None:
        self._device.newPage()
        self.number += 1
        self._y = self._margin_y = 0.0
        self._foot()
        waiting, self._waiting = self._waiting, []
        while waiting and self._margin_y + waiting[0].height <= self._room.height():
            line = waiting.pop(0)
            self._draw(line, self._room.width() * _TEXT_SHARE, self._margin_y)
            self._margin_y += line.height
        self._waiting = waiting

    def _draw(self, line: _Line, x: float, y: float) -> None:
        self._painter.setPen(_INK)
        made = line.layout.lineAt(line.row)
        made.draw(self._painter, QPointF(x, y - made.y()))

    def _number(self, label: str) -> None:
        self._painter.setFont(_sized(self._font, 0.7))
        self._painter.setPen(_SOFT)
        box = QRectF(0, self._y + 2, _NUMBER_PT - 6, 20)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, label)

    def _foot(self) -> None:
        self._painter.setFont(_sized(self._font, 0.7))
        self._painter.setPen(_SOFT)
        foot = QRectF(0, self._room.height() + 8, self._room.width(), 14)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self._title)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(self.number))
        self._painter.setPen(_RULE)
        self._painter.drawLine(foot.topLeft(), foot.topRight())


def begun(device: QPagedPaintDevice) -> QPainter:
    """Return a painter at work on a device.

    Raises:
        BadInput: the device takes nothing.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise BadInput(
            "Nothing can be printed there. Is the printer on, and can a file be written there?"
        )
    return painter


def page_layout() -> QPageLayout:
    """Return A4 with margins that every printer can keep."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(48, 48, 48, 44),
        QPageLayout.Unit.Point,
    )


def _sized(font: QFont, share: float = 1.0) -> QFont:
    """Return a font in pixels, which are points here: the painter is scaled to the device."""
    sized = fonts.on_paper(font)
    sized.setPixelSize(max(1, round(font.pointSizeF() * share)))
    return sized


def _lines(
    words: str,
    font: QFont,
    width: float,
    formats: list[QTextLayout.FormatRange],
) -> tuple[_Line, ...]:
    """Set words into lines of a width in points."""
    layout = QTextLayout(words, _sized(font))
    layout.setTextOption(option_for(words))
    layout.setFormats(formats)
    layout.beginLayout()
    y, rows = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        height = line.height() * 1.12
        y += height
        rows.append(height)
    layout.endLayout()
    return tuple(_Line(layout, row, height) for row, height in enumerate(rows))
