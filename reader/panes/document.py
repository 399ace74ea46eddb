"""Setting a text: from the passages of an edition to a document that is never edited again.

The document is built passage by passage with a cursor, one block each, because ``setHtml`` and
``setMarkdown`` change the text.  A block's text equals the passage's words; emphasis is a
character format, and what is painted beside the words (numbers, note references) is not in it.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from reader.model import Edition, InlineKind, InlineSpan, NotFound, Passage, PassageKind, Span
from reader.model.values import dataclass
from reader.panes.hyphens import divided_at, with_hyphens
from reader.qt.direction import direction_of, mostly_leftward
from reader.qt.look import Look

#: Characters at which a cursor would begin a new block or frame; U+2028 does not.
_BREAKS = "\n\r\u2029\ufdd0\ufdd1"
#: Relative sizes and spaces, in ems of the reading type.
_HEADING_SCALE = {1: 1.5, 2: 1.22, 3: 1.06}
#: The title stands among the first passages.
_TITLE_WITHIN = 3
_GUTTER_EM = 3.0
_SIDE_EM = 1.2
#: In a narrow pane: room right of the words, left of them without numbers, and between a number
#: and the words; each 8 px are one letter less on a line.
_TIGHT_EM, _TIGHT_LEFT_EM, _TIGHT_ASIDE_EM = 0.3, 0.6, 0.45
#: So many letters of a text tell in which direction it is read.
_LOOKED_AT = 4000
#: Left of the longest number of a narrow pane, px.
_EDGE_PX = 3.0


#: The format of a passage's block where room is left below it: from its row, and the format
#: without it.
Spaced = Callable[[int, QTextBlockFormat], QTextBlockFormat]


@dataclass(frozen=True, slots=True)
class Gutter:
    """What the room beside the words is needed for.

    Attributes:
        digits: of the longest number; in a narrow pane it takes no more.
        leftward: whether the text is read from right to left, and has its numbers at the right.
    """

    digits: int = 3
    leftward: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How a kind of passage is set."""

    block: QTextBlockFormat
    letters: QTextCharFormat


class Typography:
    """Formats and measures for one look; made anew when the look changes.

    Attributes:
        tight: made for a narrow pane, with little room beside the words.
        gutter: what stands in the room for numbers.
        em_px: size of the reading type.
        left_px, right_px: room left and right of the words; that for numbers where one begins.
        measure_px: longest line.
        reference_font: of note references.
        number_font: of numbers in the gutter.
    """

    def __init__(self, look: Look, *, tight: bool = False, gutter: Gutter | None = None) -> None:
        reading = look.reading
        self._look = look
        self.tight, self.gutter = tight, gutter or Gutter()
        self.font = look.reading_font()
        metrics = QFontMetricsF(self.font)
        self.em_px = look.em_px()
        sample = "the quick reading of one line of common English prose, here and there"
        self.measure_px = metrics.horizontalAdvance(sample) / len(sample) * reading.measure
        self.reference_font = look.interface_font()
        self.reference_font.setPointSizeF(max(5.5, reading.size_pt * 0.62))
        self.number_font = look.interface_font()
        self.number_font.setPointSizeF(max(6.0, reading.size_pt * 0.66))
        sides = self._beside(tight=tight)
        self.left_px, self.right_px = sides[::-1] if self.gutter.leftward else sides
        self._settings: dict[tuple[PassageKind, int], Setting] = {}

    @property
    def text_width_px(self) -> int:
        """Width of a view whose lines reach the full measure."""
        return self.width_px(tight=self.tight)

    def width_px(self, *, tight: bool, letters: int | None = None) -> int:
        """Return the width of a view with lines of so many letters, at most the measure."""
        measure = self._look.reading.measure
        share = min(1.0, letters / measure) if letters else 1.0
        return round(sum(self._beside(tight=tight)) + self.measure_px * share)

    def _beside(self, *, tight: bool) -> tuple[float, float]:
        """Return the room before and after the words, px."""
        em, numbers = self.em_px, self._look.reading.numbers
        if not tight:
            return em * (_GUTTER_EM if numbers else _SIDE_EM), em * _SIDE_EM
        if not numbers:
            return em * _TIGHT_LEFT_EM, em * _TIGHT_EM
        widest = QFontMetricsF(self.number_font).horizontalAdvance("0" * self.gutter.digits)
        return _EDGE_PX + widest + em * _TIGHT_ASIDE_EM, em * _TIGHT_EM

    @property
    def aside_px(self) -> float:
        """Distance of numbers from the words."""
        return self.em_px * (_TIGHT_ASIDE_EM if self.tight else 0.95)

    def of(self, passage: Passage, *, title: bool = False) -> Setting:
        """Return how a passage is set."""
        key = (passage.kind, -1 if title else min(passage.level, 3))
        if key not in self._settings:
            self._settings[key] = self._make(*key)
        return self._settings[key]

    def _make(self, kind: PassageKind, level: int) -> Setting:
        block = QTextBlockFormat()
        letters = QTextCharFormat()
        em = self.em_px
        leading = self._look.reading.leading
        theme = self._look.theme
        apart = em * self._look.reading.paragraphs
        block.setBottomMargin(apart * 0.72)
        colour, font = "page_text", self.font
        if kind is PassageKind.HEADING or level == -1:
            scale = 1.65 if level == -1 else _HEADING_SCALE.get(level or 2, 1.06)
            font = self._look.reading_font(scale, bold=level != -1)
            block.setTopMargin(em * (0.4 if level == -1 else 1.5))
            block.setBottomMargin(em * 0.6)
            block.setHeadingLevel(max(1, level))
            colour, leading = "heading", min(leading, 1.08)
        elif kind is PassageKind.QUESTION:
            font = self._look.reading_font(italic=True)
            block.setTopMargin(apart * 0.5)
        elif kind is PassageKind.QUOTE:
            font = self._look.reading_font(0.95)
            block.setLeftMargin(em * 1.6)
            block.setRightMargin(em * 1.0)
        elif kind is PassageKind.FOOTNOTE:
            font = self._look.reading_font(0.86)
            block.setBottomMargin(apart * 0.45)
        elif kind is PassageKind.REFERENCE:
            font = self._look.reading_font(0.9)
            block.setLeftMargin(em * 1.4)
            block.setTextIndent(-em * 1.4)
            block.setBottomMargin(apart * 0.4)
        elif kind is PassageKind.FRONT:
            font = self._look.reading_font(0.92)
            block.setBottomMargin(apart * 0.4)
            colour = "muted"
        prose = kind in {PassageKind.BODY, PassageKind.QUOTE, PassageKind.FOOTNOTE}
        if prose and self._look.reading.justify:
            block.setAlignment(Qt.AlignmentFlag.AlignJustify)
        block.setLineHeight(
            leading * 100.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        letters.setFont(font)
        letters.setForeground(theme[colour])
        return Setting(block, letters)

    def frame(self) -> QTextFrameFormat:
        """Return the margins of the whole text."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(self.left_px)
        frame.setRightMargin(self.right_px)
        frame.setTopMargin(self.em_px * 1.6)
        frame.setBottomMargin(self.em_px * 6)
        return frame

    def inline(self, kind: InlineKind, letters: QTextCharFormat) -> QTextCharFormat:
        """Return the format of an inline span within words set as ``letters``."""
        made = QTextCharFormat(letters)
        if kind is InlineKind.EMPHASIS:
            made.setFontItalic(not letters.fontItalic())
        elif kind is InlineKind.STRONG:
            made.setFontWeight(QFont.Weight.Bold)
        elif kind is InlineKind.LINK:
            made.setForeground(self._look.theme["link"])
            made.setFontUnderline(True)
        elif kind is InlineKind.NOTE_REFERENCE:
            made.setForeground(self._look.theme["link"])
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def room_for(self, label: str) -> float:
        """Return the width that a painted note reference takes."""
        return QFontMetricsF(self.reference_font).horizontalAdvance(label) + self.em_px * 0.12


def gutter_of(edition: Edition) -> Gutter:
    """Return what the gutter of a text is needed for, by its last numbers and first letters."""
    last_first = edition.passages[::-1]
    numbers = (len(str(one.locus.number)) for one in last_first if one.locus.sign == "¶")
    labels = (len(one.label) for one in last_first if one.kind is PassageKind.FOOTNOTE)
    digits = max(2, next(numbers, 0), min(4, next(labels, 0)))
    return Gutter(digits, mostly_leftward(edition.text[:_LOOKED_AT]))


def reference_label(edition: Edition, reference: InlineSpan) -> str:
    """Return what is painted for a note reference: the note's own label, or a star."""
    try:
        return edition.passage(reference.target).label or "*"
    except NotFound:
        return "*"


def fill(
    document: QTextDocument,
    edition: Edition,
    rows: range,
    typography: Typography,
    divided: str = "",
    *,
    spaced: Spaced | None = None,
) -> None:
    """Put the passages of ``rows`` into an empty document, one block each.

    Words are divided by the rules of the language ``divided``, if any; ``spaced`` leaves room
    below passages.  Linear in their letters: about 3 ms for 10,000 words.
    """
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.rootFrame().setFrameFormat(typography.frame())
    append(cursor, edition, rows, typography, divided, spaced=spaced)
    cursor.endEditBlock()


def append(
    cursor: QTextCursor,
    edition: Edition,
    rows: range,
    typography: Typography,
    divided: str,
    *,
    spaced: Spaced | None = None,
) -> None:
    """Insert passages at the cursor, the first into the empty block it stands in."""
    fresh = True
    inline, starts = edition.inline, [span.span.start for span in edition.inline]
    for row in rows:
        passage = edition.passages[row]
        setting = typography.of(passage, title=is_title(edition, row))
        block = setting.block
        if spaced is not None:
            block = spaced(row, block)
        if fresh:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(setting.letters)
            fresh = False
        else:
            cursor.insertBlock(block, setting.letters)
        low = bisect_left(starts, passage.span.start)
        high = bisect_left(starts, passage.span.end + 1, lo=low)
        words = _on_one_block(edition.words_of(passage))
        breaks = divided_at(edition, row, divided)
        if low == high:
            cursor.insertText(with_hyphens(words, breaks), setting.letters)
            continue
        spans = [one for one in inline[low:high] if one.kind is not InlineKind.PAGE_TURN]
        rooms = _rooms(edition, passage, spans, typography)
        base = -passage.span.start
        local = [(one.kind, one.span.shift(base)) for one in spans if one.span]
        for start, end in _cuts(len(words), local, rooms):
            letters = setting.letters
            for kind, span in local:
                if span.start <= start and end <= span.end:
                    letters = typography.inline(kind, letters)
            if start in rooms:
                letters = _with_room(letters, rooms[start])
            here = [at - start for at in breaks if start <= at < end]
            cursor.insertText(with_hyphens(words[start:end], here), letters)


def _on_one_block(words: str) -> str:
    """Put a break of a line in place of what would begin a new block."""
    for sign in _BREAKS:
        if sign in words:
            words = words.replace(sign, "\u2028")
    return words


def respace(
    document: QTextDocument,
    edition: Edition,
    numbers: Mapping[int, int],
    typography: Typography,
    spaced: Spaced,
) -> None:
    """Leave other rooms below some passages; ``numbers`` are those of their blocks, by row."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for row, number in numbers.items():
        setting = typography.of(edition.passages[row], title=is_title(edition, row))
        cursor.setPosition(document.findBlockByNumber(number).position())
        cursor.setBlockFormat(spaced(row, setting.block))
    cursor.endEditBlock()


def top_margin(edition: Edition, row: int, typography: Typography) -> float:
    """Return the room above a passage, px; none after the last."""
    if row >= len(edition.passages):
        return 0.0
    passage = edition.passages[row]
    return typography.of(passage, title=is_title(edition, row)).block.topMargin()


def is_title(edition: Edition, row: int) -> bool:
    """Say whether a passage is the title of the work on its title page: the first that is."""
    return row <= _TITLE_WITHIN and row == next(
        (at for at in range(row + 1) if _reads_as_title(edition, at)), -1
    )


def _reads_as_title(edition: Edition, row: int) -> bool:
    passage = edition.passages[row]
    words = edition.words_of(passage).casefold().strip(" .:")
    front = passage.kind in {PassageKind.FRONT, PassageKind.HEADING}
    return front and bool(words) and edition.work.title.casefold().strip(" .:").startswith(words)


def _rooms(
    edition: Edition, passage: Passage, spans: Sequence[InlineSpan], typography: Typography
) -> dict[int, float]:
    """Return, by letter of the passage, the room to leave at its right for painted references.

    What is read from right to left goes on at the left: the right of the next letter is the place.
    """
    rooms: dict[int, float] = {}
    words = edition.words_of(passage)
    leftward = direction_of(words) is Qt.LayoutDirection.RightToLeft
    for one in spans:
        letter = one.span.start - passage.span.start - (not leftward)
        if one.kind is InlineKind.NOTE_REFERENCE and not one.span and 0 <= letter < len(words):
            room = typography.room_for(reference_label(edition, one))
            rooms[letter] = rooms.get(letter, 0.0) + room
    return rooms


def _cuts(
    length: int, spans: Sequence[tuple[InlineKind, Span]], rooms: Mapping[int, float]
) -> list[tuple[int, int]]:
    """Cut ``[0, length)`` wherever the format of the letters changes."""
    cuts = {0, length}
    for _, span in spans:
        cuts |= {span.start, span.end}
    for at in rooms:
        cuts |= {at, at + 1}
    return list(pairwise(sorted(cut for cut in cuts if 0 <= cut <= length)))


def _with_room(letters: QTextCharFormat, room_px: float) -> QTextCharFormat:
    """Return the format of the letter before a note reference: it leaves room to paint it."""
    made = QTextCharFormat(letters)
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(room_px)
    return made
