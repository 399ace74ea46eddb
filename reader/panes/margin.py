"""The margin: notes beside the passages they belong to, scrolling with the text.

Only the notes near what is seen have a card; cards are reused.  In a narrow pane the margin is a
strip of signs and one card opens over the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.panes.note_card import Note, NoteCard
from reader.panes.stack import stack, stack_around
from reader.panes.text_view import TextView
from reader.qt.look import Look

#: Cards shown at once; beyond, the rest is named in one line (a screen holds about twelve).
MOST = 24
_GAP = 7
_LEADER = 16
#: Width of the strip in a narrow pane, px.
STRIP = 20


class Margin(QWidget):
    """The notes of one pane.

    Attributes:
        compact: whether it is a strip of signs.

    Signals:
        edited: id (``draft`` for a new one) and Markdown.
        abandoned: id of a draft that stayed empty.
        deleted: id.
        chosen: id of the note that was clicked or focused.
        left: back to the text.
        link_clicked: an address in a note, unchecked.
        peopled: a draft came or went; there may be notes now, or none.
    """

    edited = Signal(str, str)
    abandoned = Signal(str)
    deleted = Signal(str)
    chosen = Signal(str)
    left = Signal()
    link_clicked = Signal(str)
    peopled = Signal()

    def __init__(self, look: Look, view: TextView, parent: QWidget) -> None:
        super().__init__(parent)
        self.compact = False
        self._host = parent
        self._look = look
        self._view = view
        self._notes: list[Note] = []
        self._starts: list[int] = []
        self._cards: dict[str, NoteCard] = {}
        self._pool: list[NoteCard] = []
        self._signs: list[tuple[QRectF, str]] = []
        self._leaders: list[tuple[float, float, Note]] = []
        self._current = ""
        self._open = ""
        self._unfolded = False
        self._hidden = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.arrange)
        self.setAccessibleName(self.tr("Margin"))
        view.scrolled.connect(self.arrange)
        view.relaid.connect(self._later.start)

    # notes -----------------------------------------------------------------

    def set_notes(self, notes: Iterable[Note]) -> None:
        """Show these notes; a draft or an open editor stays."""
        draft = [note for note in self._notes if note.id == "draft"]
        every = [*notes, *draft]
        self._notes = sorted(every, key=lambda note: (note.span.start, note.span.end, note.id))
        self._starts = [note.span.start for note in self._notes]
        known = {note.id for note in self._notes}
        for gone in [one for one in self._cards if one not in known]:
            self._release(gone)
        for note in self._notes:
            if note.id in self._cards:
                self._cards[note.id].show_note(note, unfolded=self._unfolded)
        self.arrange()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes shown, by place."""
        return tuple(self._notes)

    def begin_draft(self, note: Note, text: str = "") -> None:
        """Open an editor for a note that is not yet kept; its id must be ``draft``."""
        self._notes = [one for one in self._notes if one.id != "draft"]
        self._notes.append(note)
        self.set_notes([one for one in self._notes if one.id != "draft"])
        self.peopled.emit()
        self.edit("draft", text)

    def end_draft(self) -> None:
        """Take the draft away."""
        self._notes = [one for one in self._notes if one.id != "draft"]
        self.set_notes(self._notes)
        self.peopled.emit()

    def drafts(self) -> dict[str, tuple[Note, str]]:
        """Return the unfinished texts by note id."""
        found = {}
        for key, card in self._cards.items():
            text = card.draft()
            if text is not None and card.note is not None:
                found[key] = (card.note, text)
        return found

    def edit(self, note: str, text: str | None = None) -> None:
        """Edit a note in place."""
        card = self._reach(note)
        if card is not None:
            card.edit(text)

    def focus_note(self, note: str) -> bool:
        """Give a note the focus; say whether there is such a note."""
        card = self._reach(note)
        if card is None:
            return False
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focused(self) -> str:
        """Return the id of the note whose card has the focus; empty when none has."""
        return next((key for key, card in self._cards.items() if card.hasFocus()), "")

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

    def set_compact(self, compact: bool) -> None:
        """Be a strip of signs, or a column of cards."""
        if compact != self.compact:
            self.compact = compact
            self._open = ""
            self.arrange()

    def dress(self) -> None:
        """Take over a changed look."""
        for card in self._cards.values():
            if card.note is not None:
                card.show_note(card.note, unfolded=self._unfolded)
        self.arrange()

    def _reach(self, note: str) -> NoteCard | None:
        """Make sure the card of a note exists and is shown."""
        found = next((one for one in self._notes if one.id == note), None)
        if found is None:
            return None
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

    def _near(self) -> list[Note]:
        """Return the notes near what is seen, by place."""
        edition = self._view.edition
        if edition is None or not self._notes or not self._view.rows:
            return []
        height = self._view.viewport().height()
        first = self._view.row_at_y(-height * 0.5)
        last = self._view.row_at_y(height * 1.4)
        low = bisect_left(self._starts, edition.passages[first].span.start)
        high = bisect_right(self._starts, edition.passages[last].span.end)
        return self._notes[low:high]

    def arrange(self) -> None:
        """Bring every card beside its passage."""
        near = self._near()
        if self.compact:
            self._arrange_signs(near)
        else:
            self._arrange_cards(near)
        self.update()

    def _arrange_cards(self, near: list[Note]) -> None:
        height = self._view.viewport().height()
        placed = [(note, self._view.y_of(note.span.start)) for note in near]
        seen = [(note, y) for note, y in placed if y is not None and -height <= y <= height * 1.6]
        kept = _around_middle(seen, height / 2, MOST, self._current)
        self._hidden = len(seen) - len(kept)
        self._keep({note.id for note, _ in kept})
        width = max(60, self.width() - _LEADER - 6)
        wanted, heights, cards = [], [], []
        for note, y in kept:
            card = self._card(note)
            wanted.append(y + 2)
            heights.append(card.height_at(width))
            cards.append(card)
        current = next((i for i, (note, _) in enumerate(kept) if note.id == self._current), None)
        if current is None:
            tops = stack(wanted, heights, _GAP)
        else:
            tops = stack_around(wanted, heights, _GAP, current)
        self._leaders = []
        for card, top, tall, (note, y) in zip(cards, tops, heights, kept, strict=True):
            card.setGeometry(_LEADER, round(top), width, round(tall))
            card.setProperty("current", note.id == self._current)
            card.show()
            self._leaders.append((y, top, note))

    def _arrange_signs(self, near: list[Note]) -> None:
        self._leaders, self._signs = [], []
        height = self._view.viewport().height()
        line = self._view.typography.em_px * 1.45
        taken = -100.0
        for note in near:
            y = self._view.y_of(note.span.start)
            if y is None or not -20 <= y <= height + 20:
                continue
            top = max(y + line * 0.5 - 5, taken + 13)
            taken = top
            self._signs.append((QRectF(4, top, 11, 10), note.id))
        opened = next((note for note in near if note.id == self._open), None)
        self._keep({opened.id} if opened else set())
        if opened is not None:
            self._float(opened)

    def _float(self, note: Note) -> None:
        """Show one card over the text, left of the strip."""
        card = self._card(note)
        host = self._host
        width = min(320, host.width() - 40)
        tall = card.height_at(width)
        y = self._view.y_of(note.span.start) or 0.0
        line = self._view.typography.em_px * 1.6
        top = min(max(4, y + line), max(4, host.height() - tall - 6))
        card.setParent(host)
        card.setGeometry(self.x() - width, round(top), width, round(tall))
        card.show()
        card.raise_()

    def _keep(self, ids: set[str]) -> None:
        for key in [one for one in self._cards if one not in ids]:
            if not self._cards[key].editing:
                self._release(key)
            else:
                self._cards[key].move(_LEADER, -3000)

    def _card(self, note: Note) -> NoteCard:
        card = self._cards.get(note.id)
        if card is None:
            card = self._pool.pop() if self._pool else self._make()
            self._cards[note.id] = card
            card.show_note(note, unfolded=self._unfolded or self.compact)
        if card.parentWidget() is not self and not self.compact:
            card.setParent(self)
        return card

    def _make(self) -> NoteCard:
        card = NoteCard(self._look, self)
        card.edited.connect(self.edited)
        card.abandoned.connect(self.abandoned)
        card.deleted.connect(self.deleted)
        card.chosen.connect(self._on_chosen)
        card.stepped.connect(self._on_stepped)
        card.link_clicked.connect(self.link_clicked)
        card.grew.connect(self._later.start)
        return card

    def _release(self, note: str) -> None:
        card = self._cards.pop(note)
        card.stop_editing(keep=False)
        if card.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
        card.note = None
        self._pool.append(card)

    def _on_chosen(self, note: str) -> None:
        self._current = note
        self.chosen.emit(note)
        self._later.start()

    def _on_stepped(self, note: str, by: int) -> None:
        at = next((i for i, one in enumerate(self._notes) if one.id == note), None)
        if by == 0 or at is None or not 0 <= at + by < len(self._notes):
            self.close_card()
            self.left.emit()
            return
        target = self._notes[at + by]
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
            for rect, key in self._signs:
                note = next((one for one in self._notes if one.id == key), None)
                if note is not None:
                    self._paint_sign(painter, rect, note, chosen=key in {self._open, self._current})
            return
        line = self._view.typography.em_px * 1.2
        for y, top, note in self._leaders:
            at = round(y + line) + 0.5
            to = round(top + 16) + 0.5
            colour = theme.line(note.colour) if note.id == self._current else theme["border"]
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QLineF(0, at, _LEADER * 0.45, at))
            painter.drawLine(QLineF(_LEADER * 0.45, at, _LEADER, to))
        if self._hidden:
            painter.setPen(theme["muted"])
            painter.setFont(self._look.interface_font(0.86))
            words = self.tr("and {count} more; see the notes list").format(count=self._hidden)
            painter.drawText(
                QRectF(_LEADER, self.height() - 24, self.width() - _LEADER, 20),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                words,
            )

    def _paint_sign(self, painter: QPainter, rect: QRectF, note: Note, *, chosen: bool) -> None:
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme["focus"] if chosen else theme.line(note.colour), 1.2))
        painter.setBrush(theme.fill(note.colour))
        painter.drawRoundedRect(rect, 2.5, 2.5)
        for share in (0.38, 0.66):
            y = rect.top() + rect.height() * share
            painter.drawLine(QPointF(rect.left() + 2.5, y), QPointF(rect.right() - 2.5, y))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open or close the note of a sign."""
        if not self.compact:
            return
        for rect, note in self._signs:
            if rect.adjusted(-4, -3, 4, 3).contains(event.position()):
                if self._open == note:
                    self.close_card()
                else:
                    self.focus_note(note)
                return
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


def _around_middle(
    seen: list[tuple[Note, float]], middle: float, most: int, current: str
) -> list[tuple[Note, float]]:
    """Return at most ``most`` notes: those nearest to the middle of what is seen."""
    if len(seen) <= most:
        return seen
    near = sorted(seen, key=lambda one: (one[0].id != current, abs(one[1] - middle)))[:most]
    kept = {note.id for note, _ in near}
    return [one for one in seen if one[0].id in kept]
