"""Words selected in a note that stands beneath its passage.

They are words of the note's own passage, so whatever is done with a selection is done with them:
they are copied, marked, written about.  The caret stays where it is, and nothing scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from reader.model import Span
from reader.panes.placed_text import PlacedText

if TYPE_CHECKING:
    from reader.panes.note_setting import NoteSet


class InNote:
    """Points at notes beneath passages and selects words in one.

    Attributes:
        span: the selected words in the reading text; None while none are.
    """

    def __init__(self, view: PlacedText) -> None:
        self.span: Span | None = None
        self._view = view
        self._row: int | None = None
        self._from = 0

    @property
    def dragging(self) -> bool:
        """Whether a button went down in a note and is still held."""
        return self._row is not None

    def clear(self) -> bool:
        """Select nothing; say whether anything was."""
        had, self.span = self.span is not None, None
        return had

    def under(self, point: QPointF) -> tuple[NoteSet, float] | None:
        """Return the note under a point of the viewport, and its top there."""
        view = self._view
        if not view.rows or not view.below.rows:
            return None
        row = view.row_at_y(point.y())
        if row not in view.below.rows or point.x() < 0:
            return None
        return view.below.note_at(row, view.bottom_of(row), point)

    def number_under(self, point: QPointF) -> str:
        """Return the passage id of the note whose number is under a point; empty beside them."""
        found, edition = self.under(point), self._view.edition
        if found is None or edition is None or not self._view.below.number_under(*found, point):
            return ""
        return edition.passages[found[0].row].id

    def press(self, point: QPointF) -> bool:
        """Begin to select where the button goes down; say whether that is in a note."""
        offset = self.offset_at(point)
        if offset is None:
            return False
        found = self.under(point)
        self._row = found[0].row if found else None
        self._from, self.span = offset, None
        return True

    def drag(self, point: QPointF) -> None:
        """Select to the letter nearest to a point, within the note."""
        placed = next((one for one in self.seen() if one[0].row == self._row), None)
        if placed is None:
            return
        offset = self._start(placed[0]) + self._view.below.offset_in(*placed, point)
        span = Span(min(self._from, offset), max(self._from, offset))
        self.span = span or None

    def drop(self) -> None:
        """Leave the selection as it is."""
        self._row = None

    def select_word(self, point: QPointF) -> bool:
        """Select the word at a point; say whether that is in a note."""
        offset, edition = self.offset_at(point), self._view.edition
        if offset is None or edition is None:
            return False
        from reader.panes.units import Unit, around  # not at the start

        self.span = around(edition, offset, Unit.WORD) or None
        return True

    def take(self, span: Span) -> bool:
        """Select a span instead, if it is of the same note; say whether it is."""
        edition = self._view.edition
        if self.span is None or edition is None or not span:
            return False
        if not edition.at(self.span.start).span.contains(span):
            return False
        self.span = span
        return True

    def offset_at(self, point: QPointF) -> int | None:
        """Return the offset of the letter under a point, or nearest in its note; else None."""
        found = self.under(point)
        if found is None:
            return None
        return self._start(found[0]) + self._view.below.offset_in(*found, point)

    def seen(self) -> Iterator[tuple[NoteSet, float]]:
        """Yield the notes beneath the passages in view, with their tops in the viewport."""
        view = self._view
        for row in view.visible_rows():
            if row in view.below.rows:
                yield from view.below.placed(row, view.bottom_of(row))

    def rects(self) -> list[QRectF]:
        """Return the rectangles of the selected words in the viewport."""
        return [
            rect
            for note, top in self.seen()
            if (inside := self.within(note))
            for rect in self._view.below.rects(note, top, inside.start, inside.end)
        ]

    def within(self, note: NoteSet) -> Span | None:
        """Return what is selected of a note, in its code points."""
        edition = self._view.edition
        if self.span is None or edition is None:
            return None
        whole = edition.passages[note.row].span
        if not whole.contains(self.span):
            return None
        return self.span.shift(-whole.start).meet(Span(0, note.letters))

    def _start(self, note: NoteSet) -> int:
        edition = self._view.edition
        return edition.passages[note.row].span.start if edition is not None else 0
