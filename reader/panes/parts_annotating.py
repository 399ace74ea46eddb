"""Part of the window: marks and margin notes - making, changing, showing them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QCompleter, QInputDialog

from reader.library import is_citation
from reader.model import (
    Annotation,
    AnnotationKind,
    Change,
    Colour,
    InlineKind,
    MarkStyle,
    NotFound,
    Outcome,
    Place,
    Placed,
    ReaderError,
    Span,
    Touched,
)
from reader.model.selector import Anchored
from reader.panes.desk import Desk
from reader.panes.inline import references_in
from reader.panes.marks import Mark
from reader.panes.note_card import Note
from reader.panes.people import People
from reader.panes.reading_pane import ReadingPane
from reader.panes.selection_bar import SelectionBar
from reader.panes.standing import DRAFT, Stand
from reader.panes.units import Unit, around
from reader.qt.sentences import translated

#: Changes of so few annotations are shown one by one, else the text is shown anew.
_FEW = 20
_SHOWN_KINDS = {AnnotationKind.NOTE, AnnotationKind.QUESTION}


class Annotating(QObject):
    """Answers the commands of the annotate menu and keeps marks and cards up to date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._colour = Colour.YELLOW
        self._placed: dict[ReadingPane, dict[str, Placed]] = {}
        self._replies: dict[ReadingPane, dict[str, list[tuple[str, str]]]] = {}
        self._chosen: tuple[ReadingPane, str] | None = None
        self._bar: SelectionBar | None = None
        self._draft: tuple[ReadingPane, Span, AnnotationKind] | None = None
        self._answered = ""
        self._people = People()
        self._register(desk.actions.on)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.area.edition_changed.connect(self.refresh)
        desk.changes.happened.connect(self._on_change)
        for pane in desk.area.panes:
            self._on_pane(pane)
            self.refresh(pane)

    def _register(self, on: Callable[..., object]) -> None:
        text, mine = self._has_text, self._has_own
        on("annotate.highlight", lambda: self.mark(self._colour), text)
        on("annotate.underline", lambda: self.mark(self._colour, MarkStyle.UNDERLINE), text)
        on("annotate.strike", lambda: self.mark(self._colour, MarkStyle.STRIKE), text)
        for number, colour in enumerate(Colour, start=1):
            on(f"annotate.colour_{number}", self._painter(colour), text)
        on("annotate.note", lambda: self.write(AnnotationKind.NOTE), text)
        on("annotate.question", lambda: self.write(AnnotationKind.QUESTION), text)
        on("annotate.tag", self.ask_tags, mine)
        on("annotate.bookmark", self.bookmark, text)
        on("annotate.open", self.open, text)
        on("annotate.reply", self.reply, self._has_note)
        on("annotate.extend", self.extend, self._may_extend)
        on("annotate.delete", self.delete, mine)
        on("edit.undo", self.undo, lambda: bool(self._desk.library.undo_label))
        on("edit.redo", self.redo, lambda: bool(self._desk.library.redo_label))
        on("go.next_mark", lambda: self.step(1), text)
        on("go.previous_mark", lambda: self.step(-1), text)
        on("go.margin", self.to_margin, text)

    # showing ---------------------------------------------------------------

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.view.selected.connect(self._on_selected)
        pane.view.stretched.connect(self._on_stretched)
        pane.selection_changed.connect(self._on_selection)
        pane.scrolled.connect(self._hide_bar)
        pane.mark_activated.connect(self._on_mark)
        pane.note_chosen.connect(self._on_note_chosen)
        pane.margin.edited.connect(self._on_edited)
        pane.margin.abandoned.connect(self._on_abandoned)
        pane.margin.deleted.connect(self._on_deleted)
        pane.margin.answer_wanted.connect(self.answer)
        pane.margin.link_clicked.connect(self._on_link)
        pane.view.link_clicked.connect(self._on_link)

    def _on_selected(self, where: QPoint) -> None:
        """Offer what can be done with words selected by mouse."""
        pane = self._pane
        if self._bar is None or self._bar.parentWidget() is not pane:
            self._hide_bar()
            self._bar = SelectionBar(self._desk.look, self._desk.actions, pane)
            self._bar.colour_chosen.connect(self.mark)
        self._bar.name_colours(self._desk.library.colour_names())
        self._bar.open_at(pane.view.viewport().mapTo(pane, where))

    def _on_selection(self, span: Span) -> None:
        if not span:
            self._hide_bar()
        if self._chosen is not None and self._pane is self._chosen[0]:
            chosen = self._pane.view.handles.span
            if chosen is None or not chosen.start <= span.start <= chosen.end:
                self._unchoose()

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._placed.pop(pane, None)
        self._replies.pop(pane, None)
        if self._chosen is not None and self._chosen[0] is pane:
            self._chosen = None
        if self._bar is not None and self._bar.parentWidget() is pane:
            self._bar = None

    def _on_change(self, change: Change) -> None:
        if not change.touched & (Touched.MARKS | Touched.GROUP):
            return
        for pane in self._desk.area.panes:
            if pane.work and (not change.works or pane.work in change.works):
                if 0 < len(change.annotations) <= _FEW:
                    for note in change.annotations:
                        self._renew(pane, note)
                else:
                    self.refresh(pane)

    def refresh(self, pane: ReadingPane) -> None:
        """Show the marks and notes of the text in a pane as they are now."""
        if pane.edition is None:
            self._placed.pop(pane, None)
            return
        try:
            notes = self._desk.library.notes(pane.work)
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        every = list(self._people.dress_all(notes, pane.work))
        placed = {one.annotation.id: one for one in every if one.span is not None}
        self._placed[pane] = placed
        self._replies[pane] = _replies(every)
        me = self._desk.library.me.id
        pane.set_marks(as_mark(one, me) for one in placed.values())
        stands = (stand_of(one) for one in placed.values() if _is_shown(one))
        pane.set_notes(stands, lambda note: self._note_of(pane, note))

    def _note_of(self, pane: ReadingPane, note: str) -> Note:
        replies = self._replies.get(pane, {}).get(note, ())
        stands = as_note(self._placed[pane][note], self._desk.library.me.id, replies)
        remarks = [stands.doubt]
        if note in self._people.twice:
            remarks.append(self.tr("Written twice, apart; choose under “Two wordings of a note”."))
        if not self._placed[pane][note].annotation.shared:
            remarks.append(self.tr("Private: in no file for others."))
        return replace(stands, doubt="\n".join(filter(None, remarks)))

    @property
    def people(self) -> People:
        """How the marks of different people are shown."""
        return self._people

    def show_people(self, people: People) -> None:
        """Show the marks of different people in another way."""
        if people != self._people:
            self._people = people
            for pane in self._desk.area.panes:
                self.refresh(pane)

    def _renew(self, pane: ReadingPane, note: str) -> None:
        """Show one annotation as it is now, or no longer."""
        known = self._placed.setdefault(pane, {})
        try:
            placed = self._people.dress(self._desk.library.note(note))
        except (NotFound, KeyError):
            placed = None
        if placed is None:
            if note not in known:
                self.refresh(pane)  # a reply that is gone: its note shows it
                return
            del known[note]
            if self._chosen == (pane, note):
                self._unchoose()
            pane.drop_mark(note)
            pane.drop_note(note)
            return
        if placed.annotation.kind is AnnotationKind.REPLY:
            self.refresh(pane)
        elif placed.span is not None and pane.work in placed.annotation.works:
            known[note] = placed
            pane.put_mark(as_mark(placed, self._desk.library.me.id))
            if _is_shown(placed):
                pane.put_note(stand_of(placed))
            else:
                pane.drop_note(note)

    # what is meant ---------------------------------------------------------

    @property
    def _pane(self) -> ReadingPane:
        return self._desk.area.active

    def _has_text(self) -> bool:
        return self._pane.edition is not None

    def _has_own(self) -> bool:
        return self._own() is not None

    def _has_note(self) -> bool:
        return bool(self._answerable())

    def _may_extend(self) -> bool:
        return self._has_text() and bool(self._pane.selection())

    def _meant(self) -> Span:
        """Return the selected span, or the sentence at the caret."""
        pane = self._pane
        span = pane.selection()
        if span or pane.edition is None:
            return span
        return around(pane.edition, span.start, Unit.SENTENCE)

    def _at_caret(self) -> list[Annotation]:
        """Return the annotations at the caret or selection: the chosen one, then the innermost."""
        pane = self._pane
        if pane.edition is None:
            return []
        span = pane.selection()
        known = self._placed.get(pane, {})
        at = pane.view.marks.at(pane.edition, span.start)
        if not at and span.start:
            at = pane.view.marks.at(pane.edition, span.start - 1)
        chosen = self._chosen_in(pane)
        here = sorted(at, key=lambda mark: mark.id != chosen)
        return [known[mark.id].annotation for mark in here if mark.id in known]

    def _chosen_in(self, pane: ReadingPane) -> str:
        """Return the id of the mark that is pointed out in a pane; empty when there is none."""
        return self._chosen[1] if self._chosen is not None and self._chosen[0] is pane else ""

    def meant(self) -> Annotation | None:
        """Return the reader's own annotation that a command would concern; None without one."""
        return self._own() if self._has_text() else None

    def _own(self) -> Annotation | None:
        """Return the reader's own annotation that is meant: card in focus, else at the caret."""
        me = self._desk.library.me.id
        known = self._placed.get(self._pane, {})
        focused = self._pane.margin.focused()
        if focused in known and known[focused].annotation.author.id == me:
            return known[focused].annotation
        return next((one for one in self._at_caret() if one.author.id == me), None)

    def _do(self, act: Callable[[], object]) -> bool:
        """Act, and say why when it is refused."""
        try:
            act()
        except ReaderError as error:
            self._desk.messages.error(error)
            return False
        return True

    # marks -----------------------------------------------------------------

    def _painter(self, colour: Colour) -> Callable[[], None]:
        return lambda: self.paint(colour)

    def paint(self, colour: Colour) -> None:
        """Mark in a colour; without a selection a mark at the caret takes the colour."""
        self._colour = colour
        own = self._own()
        if own is not None and not self._pane.selection():
            self._do(lambda: self._desk.library.revise(replace(own, colour=colour), "Colour"))
        else:
            self.mark(colour)

    def mark(self, colour: Colour, style: MarkStyle = MarkStyle.HIGHLIGHT) -> None:
        """Mark the selection, or the sentence at the caret."""
        span = self._meant()
        if not span:
            return
        work = self._pane.work
        self._hide_bar()
        if self._do(lambda: self._desk.library.mark(work, span, colour=colour, style=style)):
            self._pane.view.select(Span(span.end, span.end), follow=False)

    def bookmark(self) -> None:
        """Set a bookmark on the passage being read, or take it away."""
        passage = self._pane.passage()
        if passage is None:
            return
        known = self._placed.get(self._pane, {}).values()
        old = [
            one.annotation.id
            for one in known
            if one.annotation.kind is AnnotationKind.BOOKMARK
            and one.span is not None
            and one.span.start == passage.span.start
        ]
        work, library = self._pane.work, self._desk.library
        if old:
            self._do(lambda: library.delete(old))
        else:
            self._do(lambda: library.mark(work, passage.span, kind=AnnotationKind.BOOKMARK))

    def extend(self) -> None:
        """Give the chosen mark, or the one that differs least, the extent of the selection."""
        span = self._pane.selection()
        own = self._nearest_own(span)
        if own is None:
            self._desk.messages.info(
                self.tr("Select words that overlap one of your marks to change its extent.")
            )
            return
        self._do(lambda: self._desk.library.move_mark(own.id, span))

    def _nearest_own(self, span: Span) -> Annotation | None:
        """Return the reader's own mark that a selection would change; None without one."""
        me, chosen = self._desk.library.me.id, self._chosen_in(self._pane)
        known = self._placed.get(self._pane, {}).values()
        found = [
            (one.annotation.id != chosen, _differ(one.span, span), one.annotation.id)
            for one in known
            if one.span is not None
            and one.span.overlaps(span)
            and one.annotation.author.id == me
            and one.annotation.kind is not AnnotationKind.BOOKMARK
        ]
        return self._placed[self._pane][min(found)[2]].annotation if found else None

    def delete(self) -> None:
        """Delete the mark or note that is meant; it goes to the bin."""
        own = self._own()
        if own is not None:
            self._on_deleted(own.id)

    def _on_deleted(self, note: str) -> None:
        if note == DRAFT:
            self._on_abandoned(note)
            return
        if self._do(lambda: self._desk.library.delete([note])):
            self._desk.messages.info(self.tr("Deleted."), self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take back the last change."""
        label = self._desk.library.undo_label
        if label and self._do(self._desk.library.undo):
            self._desk.messages.info(
                self.tr("Taken back: {what}").format(what=translated(label)),
                self.tr("Redo"),
                self.redo,
            )

    def redo(self) -> None:
        """Do again what was taken back."""
        self._do(self._desk.library.redo)

    # notes -----------------------------------------------------------------

    def write(self, kind: AnnotationKind) -> None:
        """Write beside the selection; without one, on the mark at the caret or its sentence."""
        pane = self._pane
        own = self._own()
        if own is not None and not pane.selection():
            pane.show_margin()
            if own.id not in pane.margin.notes:
                pane.put_note(stand_of(self._placed[pane][own.id]))
            pane.margin.edit(own.id)
            return
        span = self._meant()
        if not span or pane.edition is None:
            return
        pane.show_margin()
        self.begin_draft(pane, span, kind)

    def _answerable(self) -> str:
        """Return the id of the note that is meant: card in focus, else at the caret.

        Of several at the caret another's is meant rather than mine.
        """
        focused = self._pane.margin.focused()
        if focused in self._placed.get(self._pane, {}):
            return focused
        me = self._desk.library.me.id
        at = sorted(self._at_caret(), key=lambda one: one.author.id == me)
        return at[0].id if at else ""

    def reply(self) -> None:
        """Answer the note that is meant, in the margin."""
        self.answer(self._answerable())

    @property
    def answered(self) -> str:
        """Id of the note that the open draft answers; empty when it is no answer."""
        return self._answered

    def answer(self, note: str) -> None:
        """Open an editor for an answer to a note, beside it."""
        for pane, known in self._placed.items():
            span = known[note].span if note in known else None
            if span is not None:
                pane.show_margin()
                self.begin_draft(pane, span, AnnotationKind.REPLY, answered=note)
                return

    def begin_draft(
        self,
        pane: ReadingPane,
        span: Span,
        kind: AnnotationKind,
        text: str = "",
        *,
        answered: str = "",
    ) -> None:
        """Open an editor for a new note; it is kept when the reader leaves it with words in it.

        An answer names the note it answers; without that it becomes a note of its own.
        """
        if pane.edition is None:
            return
        known = self._placed.get(pane, {})
        if kind is AnnotationKind.REPLY and answered not in known:
            kind, answered = AnnotationKind.NOTE, ""
        locus = str(pane.edition.at(span.start).locus)
        self._draft = (pane, span, kind)
        self._answered = answered
        whose = known[answered].annotation.author.name if answered else ""
        said = self.tr("answer to {0}").format(whose) if answered else ""
        pane.set_chosen(span)
        draft = Note(DRAFT, span, "", locus, date=said, colour=self._colour, kind=kind)
        pane.margin.begin_draft(draft, text)

    def _on_edited(self, note: str, text: str) -> None:
        library = self._desk.library
        if note == DRAFT:
            draft, self._draft = self._draft, None
            if draft is None:
                return
            pane, span, kind = draft
            pane.margin.end_draft()
            pane.set_chosen(None)
            answered = self._answered
            if not self._do(lambda: self._keep(pane.work, span, kind, text)):
                self.begin_draft(pane, span, kind, text, answered=answered)
            return
        self._do(lambda: library.revise(replace(library.note(note).annotation, body=text)))

    def _keep(self, work: str, span: Span, kind: AnnotationKind, text: str) -> None:
        """Keep a draft as what it was meant to be."""
        library = self._desk.library
        if kind is AnnotationKind.REPLY:
            library.reply(self._answered, text)
        else:
            library.mark(work, span, kind=kind, colour=self._colour, body=text)

    def _on_abandoned(self, _note: str) -> None:
        if self._draft is not None:
            pane, _, _ = self._draft
            self._draft = None
            pane.margin.end_draft()
            pane.set_chosen(None)
            pane.focus_text()

    def ask_tags(self) -> None:
        """Ask for the tags of the mark or note that is meant."""
        own = self._own()
        if own is None:
            return
        dialog = QInputDialog(self._desk.window)
        dialog.setWindowTitle(self.tr("Tags"))
        dialog.setLabelText(self.tr("Tags, separated by commas:"))
        dialog.setTextValue(", ".join(own.tags))
        _complete(dialog, self._desk.library.tags())
        if dialog.exec():
            tags = tuple(tag.strip() for tag in dialog.textValue().split(",") if tag.strip())
            self._do(lambda: self._desk.library.revise(replace(own, tags=tags), "Tags"))

    def open(self) -> None:
        """Open the note at the caret; else the footnote there; else the link of the sentence."""
        pane = self._pane
        for one in self._at_caret():
            if one.id in pane.margin.notes:
                pane.show_margin()
                pane.margin.focus_note(one.id)
                return
        if pane.edition is None:
            return
        near = around(pane.edition, pane.selection().start, Unit.SENTENCE)
        references = references_in(pane.edition, near)
        if references:
            y = pane.view.y_of(references[0].span.start) or 0.0
            where = pane.view.viewport().mapToGlobal(pane.view.cursorRect().bottomLeft())
            where.setY(pane.view.viewport().mapToGlobal(where).y() if y < 0 else where.y())
            pane.show_footnote(references[0].target, where)
            return
        links = [one for one in pane.edition.inline if one.kind is InlineKind.LINK]
        here = pane.selection()
        address = next(
            (one.target for one in links if one.span.start <= here.start <= one.span.end),
            next((one.target for one in links if near.contains(one.span)), ""),
        )
        if address:
            self._on_link(address)

    def to_margin(self) -> None:
        """Give the first note in view the focus."""
        pane = self._pane
        pane.show_margin()
        start = pane.place().span.start
        first = pane.margin.notes.first_from(start)
        if first:
            pane.margin.focus_note(first)

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
        caret, chosen = pane.selection().start, self._chosen_in(pane)
        here = next((one for one in pane.view.marks.marks if one.id == chosen), None)
        if here is not None and here.span.start == caret:
            ahead = [m for m in pane.view.marks.marks if direction * _compare(m, here) > 0]
        else:
            ahead = [m for m in pane.view.marks.marks if direction * (m.span.start - caret) > 0]
        first = min if direction > 0 else max
        return first(ahead, key=_in_order, default=None)

    # signals of panes ------------------------------------------------------

    def _on_mark(self, mark: str) -> None:
        pane = self._pane
        pane.margin.set_current(mark)
        if pane.margin.compact:
            pane.margin.focus_note(mark)
        self._choose(pane, mark)

    def _on_note_chosen(self, note: str) -> None:
        """Show the words that a note is about."""
        for pane, placed in self._placed.items():
            if note in placed:
                self._choose(pane, note)

    def _choose(self, pane: ReadingPane, note: str) -> None:
        """Point out an annotation's words; the ends of the reader's own can be dragged."""
        placed = self._placed.get(pane, {}).get(note)
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

    def _on_stretched(self, span: Span) -> None:
        """Give the chosen mark the extent to which its ends were dragged."""
        if self._chosen is not None:
            pane, note = self._chosen
            self._do(lambda: self._desk.library.move_mark(note, span))
            self._choose(pane, note)

    def _on_link(self, address: str) -> None:
        """Follow a link inside the library; offer to open one that leads outside."""
        if address.startswith("counterpoint:"):
            self._follow(address)
            return
        if is_citation(address):
            self._follow_citation(address)
            return
        self._desk.messages.info(
            self.tr("This link leads to {address}.").format(address=address[:300]),
            self.tr("Open"),
            lambda: open_address(address, self._desk),
        )

    def _follow_citation(self, address: str) -> None:
        """Open the place that a companion names, beside it; offer to add a text that is missing."""
        try:
            place = self._desk.library.cited_place(address)
        except ReaderError as error:
            self._desk.messages.info(
                translated(error.message),
                self.tr("Add texts…"),
                lambda: self._desk.actions.do("file.add"),
            )
            return
        self._desk.area.go(place, focus=True, beside=True)

    def _follow(self, address: str) -> None:
        try:
            place, note = self._desk.library.place_at(address)
        except ReaderError as error:
            self._desk.messages.warning(error.message)
            return
        pane = self._desk.area.go(place, focus=True)
        if pane is not None and note:
            pane.margin.focus_note(note)


def open_address(address: str, desk: Desk) -> None:
    """Open an address of a note after the reader has seen it in full; refuse what is unsafe."""
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtGui import QDesktopServices

    from reader.qt.safe_text import may_open

    if may_open(address):
        QDesktopServices.openUrl(QUrl(address))
    else:
        desk.messages.warning(
            QCoreApplication.translate("Annotating", "Only web and mail addresses can be opened.")
        )


def as_mark(placed: Placed, me: str) -> Mark:
    """Return how an annotation is painted; it must have a place."""
    note = placed.annotation
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    sure = isinstance(placed.anchoring, Anchored) and placed.anchoring.outcome in {
        Outcome.EXACT,
        Outcome.MOVED,
    }
    return Mark(
        note.id,
        placed.span,
        note.kind,
        note.colour,
        note.style,
        written=bool(note.body.strip()),
        sure=sure,
        mine=note.author.id == me,
    )


def _in_order(mark: Mark) -> tuple[int, int, str]:
    """Order marks by place, the outer before the inner."""
    return mark.span.start, -mark.span.end, mark.id


def _compare(one: Mark, other: Mark) -> int:
    return (_in_order(one) > _in_order(other)) - (_in_order(one) < _in_order(other))


def _differ(one: Span, other: Span) -> int:
    """Return how many letters stand in one of two spans only, when they overlap."""
    return abs(one.start - other.start) + abs(one.end - other.end)


def _is_shown(placed: Placed) -> bool:
    """Say whether an annotation stands in the margin: it has words, or wants some."""
    note = placed.annotation
    return bool(note.body.strip()) or note.kind in _SHOWN_KINDS


def stand_of(placed: Placed) -> Stand:
    """Return where an annotation stands; it must have a place."""
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    return placed.span.start, placed.span.end, placed.annotation.id


def as_note(placed: Placed, me: str, replies: Iterable[tuple[str, str]]) -> Note:
    """Return how an annotation stands in the margin; it must have a place."""
    note = placed.annotation
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    return Note(
        note.id,
        placed.span,
        note.body,
        str(placed.locus or ""),
        "" if note.author.id == me else note.author.name or "?",
        short_date(note.created),
        note.colour,
        note.kind,
        note.tags,
        _doubt(placed),
        tuple(replies),
    )


def _doubt(placed: Placed) -> str:
    from PySide6.QtCore import QCoreApplication

    anchoring = placed.anchoring
    if not isinstance(anchoring, Anchored):
        return ""
    if anchoring.outcome is Outcome.REWORDED:
        return QCoreApplication.translate("Annotating", "The words here have changed since.")
    if anchoring.outcome is Outcome.AMBIGUOUS:
        return QCoreApplication.translate("Annotating", "These words stand in several places.")
    return ""


def _replies(every: Iterable[Placed]) -> dict[str, list[tuple[str, str]]]:
    """Return the answers below each note, in the order of the conversation.

    An answer to an answer carries an arrow for each step down.
    """
    kept = [one.annotation for one in every]
    if not any(one.kind is AnnotationKind.REPLY for one in kept):
        return {}  # most texts; the modules that follow conversations take 80 ms to import
    from reader.library import threads

    return {
        note: [
            ("↳" * (one.level - 1) + one.annotation.author.name, one.annotation.body)
            for one in answers
        ]
        for note, answers in threads(kept).items()
    }


@lru_cache(maxsize=4096)
def short_date(time: str) -> str:
    """Return a day for people: ``3 Nov``, with the year when it is another one.

    >>> short_date("not a time")
    ''
    """
    try:
        then = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return ""
    now = datetime.now().astimezone()
    words = f"{then.day} {then:%b}"
    return words if then.year == now.year else f"{words} {then.year}"


def _complete(dialog: QInputDialog, tags: Iterable[str]) -> None:
    """Offer the tags in use while one types the last of the list."""
    from PySide6.QtWidgets import QLineEdit

    field = dialog.findChild(QLineEdit)
    if field is not None:
        completer = QCompleter(list(tags), dialog)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)


def install(desk: Desk) -> Annotating:
    """Register the part."""
    return Annotating(desk)
