"""A reading pane: one text with its header, find bar, margin, history and scroll bar.

The pane knows nothing of the library.  Others give it an edition, marks, notes, hits and related
spans, send it to places, and listen.  Whoever makes a better text widget may put it in the place
of ``TextView`` behind this interface.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model import Edition, History, Locus, NotFound, Passage, Place, Span
from reader.panes.marked_pane import MarkedPane
from reader.panes.marks import Mark
from reader.panes.note import Note
from reader.panes.pane_finding import PaneFinding
from reader.qt.look import Look

if TYPE_CHECKING:
    from reader.panes.units import Unit

#: How long after a jump the caret follows, ms.
_CARET_MS = 15
#: A place counts as reached by reading when the pane has rested on it, ms.
_REST_MS = 120


class ReadingPane(MarkedPane):
    """One reading column.

    Attributes:
        view: the words, with geometry queries (``y_of``, ``visible_rows``) and ``underlays``.
        margin: the notes beside them.
        header: title and buttons.

    Signals:
        place_changed: the ``Place`` after scrolling came to rest, or after a jump.
        passage_changed: work and passage id of the passage being read, after a short rest.
        selection_changed: the selected ``Span``, empty at the caret.
        scrolled: at each frame of scrolling; for ribbons between panes.
        activated: the pane got the focus.
        mark_activated: id of a mark that was clicked or opened by key.
        note_chosen: id of a note whose card was clicked or focused.
        history_changed: back or forward became possible or impossible.
        edition_changed: another text is shown, or none.
        zoomed: the reader turned the wheel with Ctrl: 1 larger, -1 smaller.
    """

    place_changed = Signal(object)
    passage_changed = Signal(str, str)
    selection_changed = Signal(object)
    scrolled = Signal()
    activated = Signal()
    mark_activated = Signal(str)
    note_chosen = Signal(str)
    history_changed = Signal()
    edition_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._history = History()
        self._passage = ""
        self._finding = PaneFinding(look, self, self)
        self._selections: list[Span] = []
        self._caret_leads = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self._body, 1)
        self._caret_later = QTimer(self, singleShot=True, interval=_CARET_MS)
        self._caret_later.timeout.connect(self._bring_caret)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._connect()
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view, margin = self.view, self.margin
        view.scrolled.connect(self._on_scrolled)
        view.relaid.connect(self._show_bar)
        view.caret_moved.connect(self._on_caret)
        view.focus_changed.connect(self._on_focus)
        view.mark_clicked.connect(self._on_mark)
        view.reference_clicked.connect(self.show_footnote)
        view.note_clicked.connect(self.go_to_passage)
        margin.chosen.connect(self.note_chosen)
        margin.chosen.connect(self._on_card)
        margin.left.connect(self.focus_text)
        margin.peopled.connect(self._body.lay_out)
        self._bar.wanted.connect(self._on_bar)
        self._bar.wheeled.connect(view.wheelEvent)
        self._body.blank.button.clicked.connect(self.header.choose)
        self.header.back.connect(self.back)
        self.header.forward.connect(self.forward)
        self.header.outline.connect(self.show_outline)
        self.header.find_wanted.connect(self.open_find)
        self._look.changed.connect(self._on_look)

    # the text --------------------------------------------------------------

    def set_edition(self, edition: Edition | None, place: Place | None = None) -> None:
        """Show a text, at a place if given; the history goes on.

        Marks, notes and hits of the text before are dropped; give the new ones next.  Another text
        does not come before what is being written beside this one is kept.
        """
        if edition is not None and edition.work.id != self.work and not self.margin.finish():
            return
        row = edition.row_at(place.span.start) if edition and place and edition.passages else 0
        self.view.set_edition(edition, row)
        self._body.blank.setVisible(edition is None)
        self._bar.set_length(len(edition.text) if edition else 0)
        self.margin.set_notes((), _no_note)
        self._bar.set_ticks(tuple, (), ())
        self._passage = ""
        self.header.show_work(edition.work if edition else None)
        self.edition_changed.emit()  # marks and notes come, and may change the width
        self._body.lay_out()
        if edition is not None and place is not None:
            self._bring(place)
        self._history = self._history.go(self.place()) if edition else self._history
        self._finding.begin_anew()
        self.history_changed.emit()
        self._show_bar()
        self._rest.start()

    # places ----------------------------------------------------------------

    def place(self) -> Place:
        """Return where the reader is: the first line well in view, exact to the px."""
        if self.edition is None or not self.edition.passages:
            return Place("")
        offset, above = self.view.anchor()
        return Place(self.work, Span(offset, offset), round(above))

    def show_place(self, place: Place, *, remember: bool = True) -> None:
        """Go to a place of the text shown; a span is brought into easy view and selected.

        ``remember`` makes it one step of the history, so that "back" returns here.
        """
        if self.edition is None or place.work != self.work:
            return
        if remember:
            self._history = self._history.leave(self.place())
        self._bring(place)
        if remember:
            self._history = self._history.go(self.place())
            self.history_changed.emit()

    def _bring(self, place: Place) -> None:
        if place.span:
            y = self.view.y_of(place.span.start)
            height = self.view.viewport().height()
            if y is None or not height * 0.08 <= y <= height * 0.7:
                self.view.go_to_offset(place.span.start, 0.28)
            self.view.select(place.span, follow=False)
        elif self.edition is not None and self.edition.passages:
            above = place.offset_px or -self._lead(self.edition, place.span.start)
            self.view.go_to_line(place.span.start, above)
            self._caret_later.start()
        self._caret_leads = bool(place.span)
        self._rest.start()

    def _bring_caret(self) -> None:
        """Let the caret follow a jump that had no words to select, once all is painted.

        Setting a cursor lays out the whole text the first time, which the eye need not wait for.
        """
        start = self.place().span.start
        if self.edition is not None and not self._caret_leads and not self.view.selection():
            self.view.select(Span(start, start), follow=False)
            self._caret_leads = False

    def back(self) -> None:
        """Go to the place before the last jump."""
        self._walk(self._history.leave(self.place()).back())

    def forward(self) -> None:
        """Go to the place after it."""
        self._walk(self._history.leave(self.place()).forward())

    def _walk(self, history: History) -> None:
        here = history.here
        if here is None or history.at == self._history.at:
            return
        self._history = history
        if here.work != self.work:
            self.header.wanted.emit(here)
        else:
            self._bring(here)
        self.history_changed.emit()

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self._history.can_back

    @property
    def can_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return self._history.can_forward

    def passage(self) -> Passage | None:
        """Return the passage being read.

        That of the caret if it moved last and is in view, else the first well in view.
        """
        if self.edition is None or not self.edition.passages:
            return None
        height = self.view.viewport().height()
        if self._caret_leads:
            row = self.edition.row_at(self.view.caret())
            if row in self.view.visible_rows():
                return self.edition.passages[row]
        return self.edition.passages[self.view.row_at_y(height * 0.22)]

    def share_read(self) -> float:
        """Return how much of the text lies above the lower edge, 0 to 1."""
        if self.edition is None or not self.edition.passages:
            return 0.0
        _, bottom = self.view.offsets_seen()
        return min(1.0, bottom / max(1, len(self.edition.text)))

    # selection -------------------------------------------------------------

    def selection(self) -> Span:
        """Return the selected span, empty at the caret."""
        return self.view.selection()

    def select_more(self) -> None:
        """Let the selection grow to the word, clause, sentence, passage around it."""
        if self.edition is not None:
            from reader.panes.units import grown

            now = self.selection()
            self._selections.append(now)
            self.view.select(grown(self.edition, now), follow=False)

    def select_less(self) -> None:
        """Take the last growth of the selection back."""
        if self._selections:
            self.view.select(self._selections.pop(), follow=False)

    def move_caret(self, unit: "Unit", direction: int, *, extend: bool = False) -> None:
        """Move the caret by a unit; ``extend`` selects on the way."""
        if self.edition is None:
            return
        from reader.panes.units import step

        to = step(self.edition, self.view.caret(), unit, direction)
        if extend:
            self.view.extend_to(to)
        else:
            self.view.select(Span(to, to))

    # finding ---------------------------------------------------------------

    @property
    def finds(self) -> bool:
        """Whether the find bar is open."""
        return self._finding.active

    def set_hits(self, hits: Iterable[Span], current: Span | None = None) -> None:
        """Show what a search found; the find bar's own places come before it."""
        self._finding.show_hits(hits, current)

    def open_find(self) -> None:
        """Open the find bar with the selected words, if they are few."""
        self._finding.open()

    def find_step(self, direction: int) -> None:
        """Go to the next or the previous place found."""
        self._finding.step(direction)

    def add_bar(self, bar: QWidget) -> None:
        """Let a bar stand under the header."""
        self._column.insertWidget(1, bar)

    # popups ----------------------------------------------------------------

    def show_footnote(self, note: str, where: QPoint) -> None:
        """Show a note where its reference stands."""
        if self.edition is None:
            return
        try:
            passage = self.edition.passage(note)
        except NotFound:
            return
        from reader.panes.popups import FootnotePopup

        popup = FootnotePopup(self._look, self, self.edition, passage)
        popup.followed.connect(self.go_to_passage)
        popup.open_at(where)

    def show_outline(self) -> None:
        """Show the headings."""
        if self.edition is not None:
            from reader.panes.popups import OutlinePopup

            row = self.edition.row_at(self.view.anchor()[0])
            popup = OutlinePopup(self._look, self, self.edition, row)
            popup.chosen.connect(self.go_to_passage)
            popup.open_at(self.header.outline_corner())

    def go_to_passage(self, key: str | Locus) -> None:
        """Go to a passage by id or locus; one step of the history.

        Raises:
            NotFound: the text has no such passage.
        """
        if self.edition is not None:
            start = self.edition.passage(key).span.start
            above = -round(self._lead(self.edition, start))
            self.show_place(Place(self.work, Span(start, start), above))
            self.view.select(Span(start, start), follow=False)
            self._caret_leads = True

    def step_section(self, direction: int) -> None:
        """Go to the next or previous heading (or question of an interview)."""
        if self.edition is None:
            return
        from reader.panes.popups import outline

        rows = [self.edition.row_of(one.id) for one in outline(self.edition)]
        here = self.edition.row_at(self.view.anchor()[0])
        hidden = self.view.top_of(here) < -1
        ahead = [row for row in rows if (row > here if direction > 0 else row < here + hidden)]
        if ahead:
            row = ahead[0] if direction > 0 else ahead[-1]
            self.go_to_passage(self.edition.passages[row].id)

    def _lead(self, edition: Edition, offset: int) -> float:
        """Return the room left above a place that one goes to, the heading over it included."""
        row, room = edition.row_at(offset), 0.0
        if edition.passages[row].span.start == offset:
            room = self.view.headings_px(row)
        return self.view.typography.em_px * (0.6 if room else 1.2) + room

    def focus_text(self) -> None:
        """Give the words the focus."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # events ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go back and forward by the buttons at the thumb."""
        buttons = {Qt.MouseButton.BackButton: self.back, Qt.MouseButton.ForwardButton: self.forward}
        if event.button() in buttons:
            buttons[event.button()]()
        else:
            super().mousePressEvent(event)

    def _on_scrolled(self) -> None:
        self._show_bar()
        self._rest.start()
        self.scrolled.emit()

    def _show_bar(self) -> None:
        edition = self.edition
        if edition is None or not self.view.rows:
            self._bar.show_place(0, 1)
            return
        top, bottom = self.view.offsets_seen()
        self._bar.show_place(top, max(1, bottom - top))

    def _on_bar(self, offset: int) -> None:
        if self.edition is None:
            return
        row = self.edition.row_at(offset)
        span = self.edition.passages[row].span
        share = (offset - span.start) / max(1, len(span))
        self.view.go_to_share(row, share)

    def _on_caret(self) -> None:
        self._caret_leads = True
        span = self.view.selection()
        if not span:
            self._selections.clear()
        self.selection_changed.emit(span)
        self._rest.start()

    def _on_rested(self) -> None:
        if self.edition is None:
            return
        self.place_changed.emit(self.place())
        passage = self.passage()
        if passage is not None and passage.id != self._passage:
            self._passage = passage.id
            self.passage_changed.emit(self.work, passage.id)

    def _on_focus(self, gained: bool) -> None:
        if gained:
            self.activated.emit()

    def _on_card(self, _note: str) -> None:
        self.activated.emit()  # else commands would mean the mark at the caret of another pane

    def _on_mark(self, mark: Mark) -> None:
        self.mark_activated.emit(mark.id)

    def _on_look(self) -> None:
        self.header.dress()
        self._finding.dress()
        self._body.with_margin = self._look.reading.margin
        if not self._body.with_margin and self.margin.writes():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # what is written is kept now
        self.view.dress(self._body.lay_out)
        self.margin.dress()
        self._repaint()
        self._body.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Change the size of the text with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()


def _no_note(note: str) -> Note:
    raise KeyError(note)
