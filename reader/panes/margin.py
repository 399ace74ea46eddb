"""The margin: notes beside the passages they belong to, scrolling with the text.

Only the notes near what is seen have a card; cards are reused.  In a narrow pane the margin is a
strip of signs and one card opens over the text.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.panes.crowd import Seen, at_rest, gliding, most_cards
from reader.panes.margin_cards import MarginCards
from reader.panes.note import Note
from reader.panes.signs import LEADER_PX, Leader, Signs, paint_leaders
from reader.panes.stack import Room, stack, stack_around
from reader.panes.standing import DRAFT, Stand
from reader.panes.text_view import TextView
from reader.qt.look import Look

if TYPE_CHECKING:
    from reader.panes.note_card import NoteCard

#: Cards shown at once; beyond, the rest is named in one line (a screen holds about twelve).
MOST = 24
_GAP = 7
#: Width of the strip in a narrow pane, px.
STRIP = 16
#: The text is at rest when it has not moved for so long, ms.
_REST_MS = 120


class Margin(MarginCards):
    """The notes of one pane, beside their passages.

    Attributes and signals: those of ``MarginCards``.
    """

    def __init__(self, look: Look, view: TextView, parent: QWidget) -> None:
        super().__init__(look, view, parent)
        self._host = parent
        self._signs = Signs()
        self._leaders: list[Leader] = []
        self._current = ""
        self._open = ""
        self._paused = False
        self._hidden = 0
        self._later.timeout.connect(self.arrange)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.arrange)
        self.setAccessibleName(self.tr("Margin"))
        view.scrolled.connect(self._on_scrolled)
        view.relaid.connect(self._later.start)

    # notes -----------------------------------------------------------------

    def set_notes(self, stands: Iterable[Stand], make: Callable[[str], Note]) -> None:
        """Show notes by where they stand; ``make`` makes one when it is first needed.

        A draft or an open editor stays.  The cards come with the next ``arrange``, for without or
        with notes the margin may get another place first.
        """
        self.notes.replace(stands, make)
        for key in list(self._cards):
            self._renew(key)

    def put_note(self, stand: Stand) -> None:
        """Show one more note, or its change."""
        self.notes.put(stand)
        self._renew(stand[2])
        self.arrange()

    def show_added(self, changed: Iterable[str]) -> None:
        """Show what was added to ``notes``, and what has become of some."""
        for note in changed:
            self.notes.forget(note)
            self._renew(note)
        self.arrange()

    def drop_note(self, note: str) -> None:
        """Show one note less."""
        self.notes.drop(note)
        self._renew(note)
        self.arrange()

    def begin_draft(self, note: Note, text: str = "", *, focus: bool = True) -> None:
        """Open an editor for a note that is not yet kept; its id must be ``draft``."""
        self.notes.set_draft(note)
        self.peopled.emit()
        self.edit(DRAFT, text, focus=focus)

    def end_draft(self) -> None:
        """Take the draft away."""
        self.notes.set_draft(None)
        self._renew(DRAFT)
        self.arrange()
        self.peopled.emit()

    def edit(self, note: str, text: str | None = None, *, focus: bool = True) -> None:
        """Edit a note in place."""
        card = self._reach(note)
        if card is not None:
            card.edit(text, focus=focus)

    def focus_note(self, note: str) -> bool:
        """Give a note the focus; say whether there is such a note."""
        card = self._reach(note)
        if card is None:
            return False
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_current(self, note: str) -> None:
        """Let the card of this note stand exactly beside its passage."""
        if note != self._current:
            self._current = note
            self.arrange()

    def unfold_all(self, unfolded: bool) -> None:
        """Unfold all notes for reading through, or fold them."""
        self._unfolded = unfolded
        for key in list(self._cards):
            card = self._cards[key]
            if card.note is not None and not card.editing:
                card.show_note(card.note, unfolded=unfolded)
        self.arrange()

    def pause(self) -> None:
        """Arrange nothing before ``stand``: sizes change one after the other."""
        self._paused = True

    def stand(self, rect: QRect, *, compact: bool) -> None:
        """Take a place in the pane, as a strip of signs or as a column of cards."""
        if compact != self.compact:
            self.compact = compact
            self._open = next((key for key, card in self._cards.items() if card.editing), "")
        self.setGeometry(rect)
        self._paused = False
        self.arrange()

    def dress(self) -> None:
        """Take over a changed look."""
        for card in self._cards.values():
            if card.note is not None:
                card.show_note(card.note, unfolded=self._unfolded)
        self.arrange()

    def _reach(self, note: str) -> "NoteCard | None":
        """Make sure the card of a note exists and is shown."""
        if note not in self.notes:
            self.missed.emit()
        if note not in self.notes:
            return None
        found = self.notes[note]
        self._current = note
        if self.compact:
            self._open = note
        if self._view.y_of(found.span.start) is None or note not in self._cards:
            self.arrange()
        if note not in self._cards:
            self._view.go_to_offset(found.span.start)
            self.arrange()
        return self._cards.get(note)

    # arranging -------------------------------------------------------------

    def arrange(self) -> None:
        """Bring every card beside its passage."""
        self._arrange(moves=False)

    def _on_scrolled(self) -> None:
        self._arrange(moves=True)
        if self._hidden:
            self._rest.start()

    def _arrange(self, *, moves: bool) -> None:
        if self._paused:
            return
        seen = self._seen()
        if self.compact:
            self._arrange_signs(seen)
        else:
            height = self._view.viewport().height()
            most = most_cards(height, MOST)
            if moves:
                kept = gliding(seen, height, most, self._current, self._cards)
            else:
                kept = at_rest(seen, height, most, self._current)
            self._arrange_cards(kept)
        self.update()

    def _seen(self) -> list[Seen]:
        """Return the notes of which some will have a card, by place, with the y of their lines."""
        edition = self._view.edition
        if edition is None or not self.notes or not self._view.rows:
            return []
        height = self._view.viewport().height()
        first = self._view.row_at_y(-height * 0.5)
        last = self._view.row_at_y(height * 1.4)
        start, end = edition.passages[first].span.start, edition.passages[last].span.end
        near = self.notes.between(start, end)
        if not self.compact and len(near) > 2 * MOST:
            middle = bisect_left(near, (sum(self._view.offsets_seen()) // 2,))
            kept = set(near[max(0, middle - MOST) : middle + MOST])
            kept |= {one for one in near if one[2] in self._cards or one[2] == self._current}
            near = sorted(kept)
        placed = ((one[2], self._view.y_of(one[0])) for one in near)
        return [(note, y) for note, y in placed if y is not None and -height <= y <= height * 1.6]

    def _count_hidden(self, kept: Iterable[Seen]) -> int:
        """Return how many notes that begin in view have no card."""
        top, bottom = self._view.offsets_seen()
        shown = (self.notes.begin_of(note) for note, _ in kept)
        return self.notes.count(top, bottom) - sum(top <= at <= bottom for at in shown)

    def _arrange_cards(self, kept: list[Seen]) -> None:
        self._hidden = self._count_hidden(kept)
        self._keep({note for note, _ in kept})
        width = max(60, self.width() - LEADER_PX - 6)
        cards = [self._card(note) for note, _ in kept]
        wanted = [y + 2 for _, y in kept]
        heights = [card.height_at(width) for card in cards]
        current = next((i for i, (note, _) in enumerate(kept) if note == self._current), None)
        if current is None:
            tops = stack(wanted, heights, _GAP, self._room())
        else:
            tops = stack_around(wanted, heights, _GAP, current, self._room())
        self._leaders = []
        for card, top, tall, (note, y) in zip(cards, tops, heights, kept, strict=True):
            card.place(QRect(LEADER_PX, round(top), width, round(tall)))
            card.set_current(note == self._current)
            self._leaders.append((y, top, self.notes[note]))

    def _room(self) -> Room:
        """Return from where to where cards can be scrolled to: along the text."""
        edition = self._view.edition
        first = self._view.y_of(0)
        last = self._view.y_of(len(edition.text)) if edition is not None else None
        line, height = self._view.typography.em_px * 1.6, self._view.viewport().height()
        return (
            -inf if first is None else min(first, _GAP),
            inf if last is None else max(last + line, height - _GAP),
        )

    def _arrange_signs(self, seen: list[Seen]) -> None:
        self._leaders, self._hidden = [], 0
        line = self._view.typography.em_px * 1.45
        self._signs.arrange(seen, line, self._view.viewport().height())
        opened = self._open if any(note == self._open for note, _ in seen) else ""
        self._keep({opened} if opened else set())
        if opened:
            self._float(self.notes[opened])

    def _float(self, note: Note) -> None:
        """Show one card over the text, left of the strip."""
        card = self._card(note.id)
        host = self._host
        width = min(320, host.width() - 40)
        tall = card.height_at(width)
        y = self._view.y_of(note.span.start) or 0.0
        line = self._view.typography.em_px * 1.6
        top = min(max(4, y + line), max(4, host.height() - tall - 6))
        card.stand_in(host)
        card.setGeometry(self.x() - width, round(top), width, round(tall))
        card.show()
        card.raise_()

    def _keep(self, ids: set[str]) -> None:
        for key in [one for one in self._cards if one not in ids]:
            if not self._cards[key].editing:
                self._release(key)
            else:
                self._cards[key].move(LEADER_PX, -3000)

    def _on_chosen(self, note: str) -> None:
        self._current = note
        self.chosen.emit(note)
        self._later.start()

    def _on_stepped(self, note: str, by: int) -> None:
        neighbour = self.notes.neighbour(note, by) if by else ""
        if by and not neighbour:
            self.missed.emit()
            neighbour = self.notes.neighbour(note, by)
        if not neighbour:
            self.close_card()
            self.left.emit()
            return
        target = self.notes[neighbour]
        y = self._view.y_of(target.span.start)
        if y is None or not 0 <= y <= self._view.viewport().height() - 40:
            self._view.go_to_offset(target.span.start)
        self.focus_note(target.id)

    def close_card(self) -> None:
        """Close the card that lies over the text of a narrow pane."""
        if self._open:
            self._open = ""
            self.arrange()

    # events ----------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint leader lines, or the signs of the narrow margin."""
        painter = QPainter(self)
        theme = self._look.theme
        if self.compact:
            self._signs.paint(painter, self.notes, theme, {self._open, self._current})
            return
        line = self._view.typography.em_px * 1.2
        paint_leaders(painter, self._leaders, theme, line_px=line, current=self._current)
        if self._hidden:
            painter.setPen(theme["muted"])
            painter.setFont(self._look.interface_font(0.86))
            words = self.tr("and %n more; see the notes list", "", self._hidden)
            painter.drawText(
                QRectF(LEADER_PX, self.height() - 24, self.width() - LEADER_PX, 20),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                words,
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open or close the note of a sign."""
        if not self.compact:
            return
        note = self._signs.at(event.position())
        if note and note != self._open:
            self.focus_note(note)
        else:
            self.close_card()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the text."""
        self._view.wheelEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802
        """Arrange at the new width."""
        self.arrange()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable column."""
        return QSize(250, 400)
