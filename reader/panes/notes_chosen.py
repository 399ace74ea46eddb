"""Which annotation is meant: the one pointed out, the card in focus, or what is at the caret."""

from PySide6.QtCore import QObject

from reader.model import Annotation, AnnotationKind, Place, Span
from reader.panes.desk import Desk
from reader.panes.marks import Mark
from reader.panes.notes_shown import NotesShown
from reader.panes.reading_pane import ReadingPane
from reader.panes.units import Unit, around


class NotesChosen(QObject):
    """Points out one annotation at a time; the ends of the reader's own can be dragged."""

    def __init__(self, desk: Desk, shown: NotesShown) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._shown = shown
        self._chosen: tuple[ReadingPane, str] | None = None
        self._clicked: tuple[ReadingPane, int] | None = None
        shown.gone.connect(self._on_gone)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.view.stretched.connect(self._on_stretched)
        pane.selection_changed.connect(self._on_selection)
        pane.mark_activated.connect(self._on_mark)
        pane.note_chosen.connect(lambda note: self._choose(pane, note))

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._clicked = None
        if self._chosen is not None and self._chosen[0] is pane:
            self._chosen = None

    def _on_gone(self, pane: ReadingPane, note: str) -> None:
        if self._chosen == (pane, note):
            self._unchoose()

    def _on_selection(self, span: Span) -> None:
        if self._chosen is not None and self._pane is self._chosen[0]:
            chosen = self._pane.view.handles.span
            if chosen is None or not chosen.start <= span.start <= chosen.end:
                self._unchoose()

    # what is meant ---------------------------------------------------------

    @property
    def _pane(self) -> ReadingPane:
        return self._desk.area.active

    def meant_span(self) -> Span:
        """Return the selected span, or the sentence at the caret."""
        pane = self._pane
        span = pane.selection()
        if span or pane.edition is None:
            return span
        return around(pane.edition, span.start, Unit.SENTENCE)

    def at_caret(self) -> list[Annotation]:
        """Return the annotations at the caret or selection: the chosen one, then the innermost."""
        pane = self._pane
        if pane.edition is None:
            return []
        known = self._shown.known(pane)
        at = self._marks_at(pane, pane.selection().start)
        chosen = self._chosen_in(pane)
        here = sorted(at, key=lambda mark: mark.id != chosen)
        return [known[mark.id].annotation for mark in here if mark.id in known]

    def _marks_at(self, pane: ReadingPane, offset: int) -> tuple[Mark, ...]:
        """Return the marks at an offset, or before it where none is, the innermost first."""
        if pane.edition is None:
            return ()
        marks = pane.view.marks
        return marks.at(pane.edition, offset) or marks.at(pane.edition, max(0, offset - 1))

    def _chosen_in(self, pane: ReadingPane) -> str:
        """Return the id of the mark that is pointed out in a pane; empty when there is none."""
        return self._chosen[1] if self._chosen is not None and self._chosen[0] is pane else ""

    def own(self) -> Annotation | None:
        """Return the reader's own annotation that is meant: card in focus, else at the caret."""
        me = self._desk.library.me.id
        known = self._shown.known(self._pane)
        focused = self._pane.margin.focused()
        if focused in known and known[focused].annotation.author.id == me:
            return known[focused].annotation
        return next((one for one in self.at_caret() if one.author.id == me), None)

    def answerable(self) -> str:
        """Return the id of the note that is meant: card in focus, else at the caret.

        Of several at the caret another's is meant rather than mine.
        """
        focused = self._pane.margin.focused()
        if focused in self._shown.known(self._pane):
            return focused
        me = self._desk.library.me.id
        at = sorted(self.at_caret(), key=lambda one: one.author.id == me)
        return at[0].id if at else ""

    # pointing out ----------------------------------------------------------

    def _on_mark(self, mark: str) -> None:
        """Choose the mark that was clicked; at a further click there, the one around it."""
        pane = self._pane
        caret = pane.selection().start
        here = [one.id for one in self._marks_at(pane, caret)]
        chosen = self._chosen_in(pane)
        if self._clicked == (pane, caret) and chosen in here:
            mark = here[(here.index(chosen) + 1) % len(here)]
        self._clicked = pane, caret
        pane.margin.set_current(mark)
        if pane.margin.compact:
            pane.margin.focus_note(mark)
        self._choose(pane, mark)

    def _choose(self, pane: ReadingPane, note: str) -> None:
        """Point out an annotation's words; the ends of the reader's own can be dragged."""
        placed = self._shown.known(pane).get(note)
        if placed is None:
            return
        self._unchoose()
        self._chosen = (pane, note)
        mine = placed.annotation.author.id == self._desk.library.me.id
        bookmark = placed.annotation.kind is AnnotationKind.BOOKMARK
        pane.set_chosen(placed.span, movable=mine and not bookmark)

    def _unchoose(self) -> None:
        if self._chosen is not None:
            pane, _ = self._chosen
            self._chosen = None
            pane.set_chosen(None)

    def step(self, direction: int) -> None:
        """Choose the next or previous mark in the text; marks that overlap come one by one."""
        pane = self._pane
        mark = self._stepped(direction)
        if mark is None:
            self._desk.messages.info(self.tr("There is no further note or mark in this text."))
            return
        at = mark.span.start
        y = pane.view.y_of(at)
        if y is None or not 0 <= y <= pane.view.viewport().height() - 60:
            pane.show_place(Place(pane.work, Span(at, at + 1)))
        pane.view.select(Span(at, at))
        pane.margin.set_current(mark.id)
        self._choose(pane, mark.id)

    def _stepped(self, direction: int) -> Mark | None:
        """Return the mark one step from the chosen one, or from the caret."""
        pane = self._pane
        self._shown.complete(pane)
        caret, chosen = pane.selection().start, self._chosen_in(pane)
        marks = pane.view.marks.marks
        first = min if direction > 0 else max
        here = next((one for one in marks if one.id == chosen), None)
        if here is not None and here.span.start == caret:
            beside = [
                m for m in marks if m.span.start == caret and direction * _compare(m, here) > 0
            ]
            if beside:
                return first(beside, key=_in_order)
        elif direction > 0:
            caret -= 1  # what begins at the caret comes next
        ahead = [m for m in marks if direction * (m.span.start - caret) > 0]
        begin = first((m.span.start for m in ahead), default=-1)
        return first((m for m in ahead if m.span.start == begin), key=_in_order, default=None)

    # extent ----------------------------------------------------------------

    def extend(self) -> None:
        """Give the chosen mark, or the one that differs least, the extent of the selection."""
        span = self._pane.selection()
        own = self._nearest_own(span)
        if own is None:
            self._desk.messages.info(
                self.tr("Select words that overlap one of your marks to change its extent.")
            )
            return
        self._desk.attempt(lambda: self._desk.library.move_mark(own.id, span))

    def _nearest_own(self, span: Span) -> Annotation | None:
        """Return the reader's own mark that a selection would change; None without one."""
        me, chosen = self._desk.library.me.id, self._chosen_in(self._pane)
        self._shown.complete(self._pane)
        known = self._shown.known(self._pane).values()
        found = [
            (one.annotation.id != chosen, _differ(one.span, span), one.annotation.id)
            for one in known
            if one.span is not None
            and one.span.overlaps(span)
            and one.annotation.author.id == me
            and one.annotation.kind is not AnnotationKind.BOOKMARK
        ]
        return self._shown.known(self._pane)[min(found)[2]].annotation if found else None

    def _on_stretched(self, span: Span) -> None:
        """Give the chosen mark the extent to which its ends were dragged."""
        if self._chosen is not None:
            pane, note = self._chosen
            self._desk.attempt(lambda: self._desk.library.move_mark(note, span))
            self._choose(pane, note)


def _in_order(mark: Mark) -> tuple[int, int, str]:
    """Order marks by place, the outer before the inner."""
    return mark.span.start, -mark.span.end, mark.id


def _compare(one: Mark, other: Mark) -> int:
    return (_in_order(one) > _in_order(other)) - (_in_order(one) < _in_order(other))


def _differ(one: Span, other: Span) -> int:
    """Return how many letters stand in one of two spans only, when they overlap."""
    return abs(one.start - other.start) + abs(one.end - other.end)
