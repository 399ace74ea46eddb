"""Part of the window: marks and margin notes - making, changing, showing them."""

import importlib
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint

from reader.model import Annotation, AnnotationKind, Colour, InlineKind, MarkStyle, Span
from reader.panes.addresses import Addresses
from reader.panes.desk import Desk
from reader.panes.inline import references_in
from reader.panes.notes_chosen import NotesChosen
from reader.panes.notes_shown import NotesShown
from reader.panes.notes_spoken import NotesSpoken
from reader.panes.notes_written import NotesWritten
from reader.panes.reading_pane import ReadingPane
from reader.panes.selection_bar import SelectionBar
from reader.panes.standing import DRAFT
from reader.panes.units import Unit, around
from reader.qt.sentences import translated
from reader.qt.wordings import colour_name


class Annotating(QObject):
    """Answers the commands of the annotate menu.

    Attributes:
        shown: the marks and notes in the panes.
        chosen: which of them is meant.
        written: drafts and answers.
        spoken: what a screen reader is told at the caret.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._bar: SelectionBar | None = None
        self.shown = NotesShown(desk)
        self.chosen = NotesChosen(desk, self.shown)
        self.written = NotesWritten(desk, self.shown, self.chosen)
        self.spoken = NotesSpoken(desk, self.shown)
        self._addresses = Addresses(desk)
        importlib.import_module("reader.panes.note_card")  # the first note must not wait for it
        self._register(desk.actions.on)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        for pane in desk.area.panes:
            self._on_pane(pane)
            self.shown.refresh(pane)

    def _register(self, on: Callable[..., object]) -> None:
        text, mine = self._has_text, self._has_own
        on("annotate.highlight", lambda: self.mark(self.written.colour), text)
        on("annotate.underline", lambda: self.mark(self.written.colour, MarkStyle.UNDERLINE), text)
        on("annotate.strike", lambda: self.mark(self.written.colour, MarkStyle.STRIKE), text)
        for number, colour in enumerate(Colour, start=1):
            on(f"annotate.colour_{number}", self._painter(colour), text, self._namer(colour))
        on("annotate.note", lambda: self.written.write(AnnotationKind.NOTE), text)
        on("annotate.question", lambda: self.written.write(AnnotationKind.QUESTION), text)
        on("annotate.tag", self.ask_tags, mine)
        on("annotate.bookmark", self.bookmark, text)
        on("annotate.open", self.open, text)
        on("annotate.reply", self.written.reply, self._has_note)
        on("annotate.extend", self.chosen.extend, self._may_extend)
        on("annotate.delete", self.delete, mine)
        on("edit.undo", self.undo, lambda: bool(self._desk.library.undo_label))
        on("edit.redo", self.redo, lambda: bool(self._desk.library.redo_label))
        on("go.next_mark", lambda: self.chosen.step(1), text)
        on("go.previous_mark", lambda: self.chosen.step(-1), text)
        on("go.margin", self.to_margin, text)

    @property
    def _pane(self) -> ReadingPane:
        return self._desk.area.active

    def _has_text(self) -> bool:
        return self._pane.edition is not None

    def _has_own(self) -> bool:
        return self.chosen.own() is not None

    def _has_note(self) -> bool:
        return bool(self.chosen.answerable())

    def _may_extend(self) -> bool:
        return self._has_text() and bool(self._pane.selection())

    def meant(self) -> Annotation | None:
        """Return the reader's own annotation that a command would concern; None without one."""
        return self.chosen.own() if self._has_text() else None

    def answer(self, note: str) -> None:
        """Open an editor for an answer to a note, beside it."""
        self.written.answer(note)

    # words selected by mouse -----------------------------------------------

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.view.selected.connect(self._on_selected)
        pane.selection_changed.connect(self._on_selection)
        pane.scrolled.connect(self._hide_bar)
        pane.margin.deleted.connect(self._on_deleted)

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        if self._bar is not None and self._bar.parentWidget() is pane:
            self._bar = None

    def _on_selection(self, span: Span) -> None:
        if not span:
            self._hide_bar()

    def _on_selected(self, where: QPoint) -> None:
        """Offer what can be done with words selected by mouse."""
        pane = self._pane
        if self._bar is None or self._bar.parentWidget() is not pane:
            self._hide_bar()
            self._bar = SelectionBar(self._desk.look, self._desk.actions, pane)
            self._bar.colour_chosen.connect(self.mark)
        self._bar.name_colours(self._desk.library.colour_names())
        self._bar.open_at(pane.view.viewport().mapTo(pane, where))

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    # marks -----------------------------------------------------------------

    def _painter(self, colour: Colour) -> Callable[[], None]:
        return lambda: self.paint(colour)

    def _namer(self, colour: Colour) -> Callable[[], str]:
        """Return how to ask for the reader's name of a colour."""
        return lambda: colour_name(colour, self._desk.library.colour_names().get(colour, ""))

    def paint(self, colour: Colour) -> None:
        """Mark in a colour; a card in focus, or the mark at an empty caret, takes the colour."""
        self.written.colour = colour
        own = self.chosen.own()
        if own is not None and (self._pane.margin.focused() or not self._pane.selection()):
            self._desk.attempt(
                lambda: self._desk.library.revise(replace(own, colour=colour), "Colour")
            )
        else:
            self.mark(colour)

    def mark(self, colour: Colour, style: MarkStyle = MarkStyle.HIGHLIGHT) -> None:
        """Mark the selection, or the sentence at the caret."""
        span = self.chosen.meant_span()
        if not span:
            return
        work = self._pane.work
        self._hide_bar()
        if self._desk.attempt(
            lambda: self._desk.library.mark(work, span, colour=colour, style=style)
        ):
            self._pane.view.select(Span(span.end, span.end), follow=False)

    def bookmark(self) -> None:
        """Set a bookmark on the passage being read, or take it away."""
        passage = self._pane.passage()
        if passage is None:
            return
        self.shown.complete(self._pane)
        known = self.shown.known(self._pane).values()
        old = [
            one.annotation.id
            for one in known
            if one.annotation.kind is AnnotationKind.BOOKMARK
            and one.span is not None
            and one.span.start == passage.span.start
        ]
        work, library = self._pane.work, self._desk.library
        if old:
            self._desk.attempt(lambda: library.delete(old))
        else:
            self._desk.attempt(
                lambda: library.mark(work, passage.span, kind=AnnotationKind.BOOKMARK)
            )

    def delete(self) -> None:
        """Delete the mark or note that is meant; it goes to the bin."""
        own = self.chosen.own()
        if own is not None:
            self._pane.margin.finish()  # the bin keeps its last words, too
            self._on_deleted(own.id)

    def _on_deleted(self, note: str) -> None:
        if note == DRAFT:
            self.written.abandon()
            return
        if self._desk.attempt(lambda: self._desk.library.delete([note])):
            self._desk.messages.info(self.tr("Deleted."), self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take back the last change."""
        label = self._desk.library.undo_label
        if label and self._desk.attempt(self._desk.library.undo):
            self._desk.messages.info(
                self.tr("Taken back: {what}").format(what=translated(label)),
                self.tr("Redo"),
                self.redo,
            )

    def redo(self) -> None:
        """Do again what was taken back."""
        self._desk.attempt(self._desk.library.redo)

    # notes -----------------------------------------------------------------

    def ask_tags(self) -> None:
        """Ask for the tags of the mark or note that is meant."""
        own = self.chosen.own()
        if own is None:
            return
        library = self._desk.library

        from reader.panes.tagging import ask_tags

        ask_tags(
            self._desk.window,
            self.tr("Tags"),
            self.tr("Tags, separated by commas:"),
            lambda tags: self._desk.attempt(
                lambda: library.revise(replace(own, tags=tags), "Tags")
            ),
            in_use=library.tags(),
            tags=own.tags,
        )

    def open(self) -> None:
        """Open the note at the caret; else the footnote there; else the link of the sentence."""
        pane = self._pane
        for one in self.chosen.at_caret():
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
            self._addresses.open(address)

    def to_margin(self) -> None:
        """Give the first note in view the focus."""
        pane = self._pane
        pane.show_margin()
        self.shown.complete(pane)
        start = pane.place().span.start
        first = pane.margin.notes.first_from(start)
        if first:
            pane.margin.focus_note(first)


def install(desk: Desk) -> Annotating:
    """Register the part."""
    return Annotating(desk)
