"""Footnotes in place: each beneath the passage that refers to it, in smaller type.

Nothing of them is in the document: the passage's block has a wider margin below, and they are
painted there.  So no offset differs, whether they are shown or not, and a note has its own
passage as before, at its place in the text.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlockFormat

from reader.model import Edition, InlineKind, NotFound, PassageKind
from reader.panes.document import Typography, top_margin
from reader.panes.line_count import Pieces, Widths
from reader.panes.note_setting import NoteSet, NoteSetter, note_font
from reader.qt.look import Look

#: Between the words and the notes, and between two notes, in ems.
_ABOVE_EM, _BETWEEN_EM = 0.8, 0.3
#: The line above the notes of a passage: how long, and how far below the words.
_RULE_EM, _RULE_DOWN_EM = 3.5, 0.42


class NotesBelow:
    """Sets and paints the notes that stand beneath the passages of one text.

    The room for a note is reckoned from its words; the note is set when it is first seen.  One
    that several passages refer to stands beneath the first of them.

    Attributes:
        amiss: passages whose notes turned out to need another room than they were given.
    """

    def __init__(self, look: Look) -> None:
        self.amiss: set[int] = set()
        self._look = look
        self._edition: Edition | None = None
        self._rows: dict[int, list[int]] | None = None
        self._fitted: tuple[Typography, float] | None = None
        self._setter: NoteSetter | None = None
        self._widths: Widths | None = None
        self._measured: dict[int, Pieces] = {}
        self._given: dict[int, float] = {}
        self._set: dict[int, list[NoteSet]] = {}

    def set_edition(self, edition: Edition | None) -> None:
        """Learn the notes of another text, when they are first asked for."""
        self._edition, self._rows, self._fitted = edition, None, None
        self._measured.clear()

    def fit(self, kind: Typography, width_px: float) -> bool:
        """Set notes in this type for a view of this width; say whether any may stand otherwise."""
        if (kind, width_px) == self._fitted:
            return False
        self._fitted, self._setter = (kind, width_px), None
        for known in (self._set, self._given, self.amiss):
            known.clear()
        if self._edition is None or not self.rows:
            return False
        if self._widths is None or not self._widths.serves(note_font(self._look)):
            self._widths = Widths(note_font(self._look))
            self._measured.clear()
        width = max(1.0, width_px - kind.gutter_px - kind.side_px)
        self._setter = NoteSetter(self._edition, self._look, kind, width, self._widths)
        return True

    @property
    def rows(self) -> dict[int, list[int]]:
        """By passage, the notes that stand beneath it; none where they are not wanted."""
        if self._edition is None or not self._look.reading.notes_below:
            return {}
        if self._rows is None:
            self._rows = notes_by_passage(self._edition)
        return self._rows

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

    def paint(self, painter: QPainter, row: int, bottom_px: float, clip: QRectF) -> None:
        """Paint the notes of a passage whose words end at a height of the viewport."""
        setter, notes = self._setter, list(self.placed(row, bottom_px))
        if setter is None or not notes:
            return
        theme, kind = self._look.theme, setter.kind
        painter.setPen(theme["border_strong"])
        y = round(bottom_px + kind.em_px * _RULE_DOWN_EM) + 0.5
        long = kind.em_px * _RULE_EM
        begin = kind.gutter_px + (setter.width - long if notes[0][0].leftward else 0.0)
        painter.drawLine(QPointF(begin, y), QPointF(begin + long, y))
        for note, top in notes:
            if top <= clip.bottom() and top + note.height >= clip.top():
                painter.setPen(theme["link"])
                painter.setFont(kind.number_font)
                painter.drawText(number_at(note, setter, top), note.label)
                painter.setPen(theme["page_text"])
                where = QPointF(kind.gutter_px + note.left, top)
                note.layout.draw(painter, where, clip=clip)


def number_at(note: NoteSet, setter: NoteSetter, top_px: float) -> QPointF:
    """Return where the number of a note is painted: on its first line, at the leading side."""
    first = note.layout.lineAt(0)
    left = setter.kind.gutter_px
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
