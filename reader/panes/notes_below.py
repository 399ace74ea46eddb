"""Footnotes in place: each beneath the passage that refers to it, in smaller type.

Nothing of them is in the document: the passage's block has a wider margin below, and they are
painted there.  So no offset differs, whether they are shown or not, and a note has its own
passage as before, at its place in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlockFormat, QTextCharFormat

from reader.model import Edition, InlineKind, NotFound, PassageKind, Span
from reader.panes.document import Typography, top_margin
from reader.panes.lines import stretches
from reader.qt.look import Look
from reader.qt.offsets import format_range

if TYPE_CHECKING:
    from reader.panes.line_count import Pieces, Widths
    from reader.panes.note_setting import NoteSet, NoteSetter

#: Between the words and the notes, and between two notes, in ems.
_ABOVE_EM, _BETWEEN_EM = 0.8, 0.3
#: The line above the notes of a passage: how long, and how far below the words.
_RULE_EM, _RULE_DOWN_EM = 3.5, 0.42


class NotesBelow:
    """Sets and paints the notes that stand beneath the passages of one text.

    The room for a note is reckoned from its words; the note is set when it is first seen.  One
    that several passages refer to stands beneath the first of them.

    Attributes:
        rows: by passage, the notes that stand beneath it; none where they are not wanted.
        amiss: passages whose notes turned out to need another room than they were given.
    """

    def __init__(self, look: Look) -> None:
        self.rows: dict[int, list[int]] = {}
        self.amiss: set[int] = set()
        self._look = look
        self._edition: Edition | None = None
        self._every: dict[int, list[int]] | None = None
        self._fitted: tuple[Typography, float] | None = None
        self._setter: NoteSetter | None = None
        self._widths: Widths | None = None
        self._measured: dict[int, Pieces] = {}
        self._given: dict[int, float] = {}
        self._set: dict[int, list[NoteSet]] = {}

    def set_edition(self, edition: Edition | None) -> None:
        """Learn the notes of another text, when they are first asked for."""
        self._edition, self._every, self._fitted = edition, None, None
        self.rows = {}
        self._measured.clear()

    def fit(self, kind: Typography, width_px: float) -> bool:
        """Set notes in this type for a view of this width; say whether any may stand otherwise."""
        if (kind, width_px) == self._fitted:
            return False
        self._fitted, self._setter = (kind, width_px), None
        for known in (self._set, self._given, self.amiss):
            known.clear()
        self.rows = self._wanted()
        if self._edition is None or not self.rows:
            return False
        from reader.panes.line_count import Widths  # few want it, and not at the start
        from reader.panes.note_setting import NoteSetter, note_font

        if self._widths is None or not self._widths.serves(note_font(self._look)):
            self._widths = Widths(note_font(self._look))
            self._measured.clear()
        width = max(1.0, width_px - kind.left_px - kind.right_px)
        self._setter = NoteSetter(self._edition, self._look, kind, width, self._widths)
        return True

    def _wanted(self) -> dict[int, list[int]]:
        if self._edition is None or not self._look.reading.notes_below:
            return {}
        if self._every is None:
            self._every = notes_by_passage(self._edition)
        return self._every

    def block(self, row: int, block: QTextBlockFormat) -> QTextBlockFormat:
        """Return the format of a passage's block with room below it for its notes.

        Of the margin below and that of the next passage only the larger counts: the notes come
        before either.
        """
        setter, notes = self._setter, self.rows.get(row)
        if not notes or setter is None or self._edition is None:
            return block
        if row in self._set:
            heights = [note.height for note in self._set[row]]
        else:
            heights = setter.reckon(notes, self._measured)
        self._given[row] = sum(heights)
        self.amiss.discard(row)
        between = setter.kind.em_px * (_ABOVE_EM + _BETWEEN_EM * (len(notes) - 1))
        after = top_margin(self._edition, row + 1, setter.kind)
        made = QTextBlockFormat(block)
        made.setBottomMargin(max(block.bottomMargin(), after) + between + sum(heights))
        return made

    def of(self, row: int) -> Sequence[NoteSet]:
        """Return the notes beneath a passage, set."""
        notes = self.rows.get(row)
        if not notes or self._setter is None:
            return ()
        if row not in self._set:
            self._set[row] = list(self._setter.set(notes))
            height = sum(note.height for note in self._set[row])
            if abs(height - self._given.get(row, height)) > 1:
                self.amiss.add(row)
        return self._set[row]

    def placed(self, row: int, bottom_px: float) -> Iterator[tuple[NoteSet, float]]:
        """Yield the notes of a passage whose words end at a height, with their tops."""
        em = self._setter.kind.em_px if self._setter else 0.0
        y = bottom_px + em * _ABOVE_EM
        for note in self.of(row):
            yield note, y
            y += note.height + em * _BETWEEN_EM

    def paint_rule(self, painter: QPainter, row: int, bottom_px: float) -> None:
        """Paint the line between the words of a passage and its notes."""
        setter, notes = self._setter, self.of(row)
        if setter is None or not notes:
            return
        kind = setter.kind
        y = round(bottom_px + kind.em_px * _RULE_DOWN_EM) + 0.5
        long = kind.em_px * _RULE_EM
        begin = kind.left_px + (setter.width - long if notes[0].leftward else 0.0)
        painter.setPen(self._look.theme["border_strong"])
        painter.drawLine(QPointF(begin, y), QPointF(begin + long, y))

    def paint(
        self, painter: QPainter, note: NoteSet, top_px: float, selected: Span | None = None
    ) -> None:
        """Paint a note at a height; ``selected`` counts code points of the note."""
        setter, theme = self._setter, self._look.theme
        if setter is None:
            return
        painter.setPen(theme["link"])
        painter.setFont(setter.kind.number_font)
        painter.drawText(number_at(note, setter, top_px), note.label)
        painter.setPen(theme["page_text"])
        chosen = []
        if selected:
            style = QTextCharFormat()
            style.setBackground(theme["selection"])
            style.setForeground(theme["selection_text"])
            chosen.append(format_range(selected, style, setter.offsets(note)))
        note.layout.draw(painter, self._corner(note, top_px), chosen)

    def rects(self, note: NoteSet, top_px: float, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of a note that stands at a height, one a line.

        ``start`` and ``end`` count code points of the note.
        """
        if self._setter is None:
            return []
        offsets, corner = self._setter.offsets(note), self._corner(note, top_px)
        first, last = (offsets.to_qt(min(at, note.letters)) for at in (start, end))
        found = []
        for number in range(note.layout.lineCount()):
            line = note.layout.lineAt(number)
            begin = max(first, line.textStart())
            after = min(last, line.textStart() + line.textLength())
            if begin < after:
                for left, right in stretches(line, begin, after, mixed=note.mixed):
                    box = QRectF(left, line.y(), right - left, line.height())
                    found.append(box.translated(corner))
        return found

    def note_at(self, row: int, bottom_px: float, point: QPointF) -> tuple[NoteSet, float] | None:
        """Return the note under a point, and its top, of a passage whose words end at a height."""
        for note, top in self.placed(row, bottom_px):
            if top <= point.y() < top + note.height:
                return note, top
        return None

    def offset_in(self, note: NoteSet, top_px: float, point: QPointF) -> int:
        """Return the code point of a note nearest to a point."""
        if self._setter is None:
            return 0
        inside = point - self._corner(note, top_px)
        lines = [note.layout.lineAt(at) for at in range(note.layout.lineCount())]
        line = next((one for one in reversed(lines) if one.y() <= inside.y()), lines[0])
        position = line.xToCursor(inside.x())
        return min(note.letters, self._setter.offsets(note).from_qt(position))

    def number_under(self, note: NoteSet, top_px: float, point: QPointF) -> bool:
        """Say whether the number of a note is under a point."""
        if self._setter is None:
            return False
        at, font = number_at(note, self._setter, top_px), self._setter.kind.number_font
        box = QFontMetricsF(font).boundingRect(note.label).translated(at)
        return box.adjusted(-4, -5, 5, 5).contains(point)

    def _corner(self, note: NoteSet, top_px: float) -> QPointF:
        gutter = self._setter.kind.left_px if self._setter else 0.0
        return QPointF(gutter + note.left, top_px)


def number_at(note: NoteSet, setter: NoteSetter, top_px: float) -> QPointF:
    """Return where the number of a note is painted: on its first line, at the leading side."""
    first = note.layout.lineAt(0)
    left = setter.kind.left_px
    if note.leftward:
        wide = QFontMetricsF(setter.kind.number_font).horizontalAdvance(note.label)
        left += setter.width - wide
    return QPointF(left, top_px + first.y() + first.ascent())


def notes_by_passage(edition: Edition) -> dict[int, list[int]]:
    """Return, by passage, the rows of the notes it is the first to refer to, in their order.

    A note that refers to another stands at its own place only.
    """
    found: dict[int, list[int]] = {}
    seen: set[int] = set()
    for one in edition.inline:
        if one.kind is not InlineKind.NOTE_REFERENCE:
            continue
        row = edition.row_at(one.span.start)
        try:
            note = edition.row_of(one.target)
        except NotFound:
            continue
        kinds = edition.passages[row].kind, edition.passages[note].kind
        if note in seen or kinds[0] is PassageKind.FOOTNOTE or kinds[1] is not PassageKind.FOOTNOTE:
            continue
        seen.add(note)
        found.setdefault(row, []).append(note)
    return found
