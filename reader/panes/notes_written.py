"""Writing margin notes: drafts, answers, changes of the words of a note."""

from dataclasses import replace

from PySide6.QtCore import QObject

from reader.model import AnnotationKind, Colour, Span
from reader.panes.desk import Desk
from reader.panes.note import Note
from reader.panes.notes_chosen import NotesChosen
from reader.panes.notes_look import stand_of
from reader.panes.notes_shown import NotesShown
from reader.panes.reading_pane import ReadingPane
from reader.panes.standing import DRAFT

#: Where the library itself does not say why.
_READ_ONLY = "This library was opened for reading only; nothing was changed."


class NotesWritten(QObject):
    """Opens editors in the margins and keeps what is written there.

    Attributes:
        colour: what new marks and notes get.
    """

    def __init__(self, desk: Desk, shown: NotesShown, chosen: NotesChosen) -> None:
        super().__init__(desk.window)
        self.colour = Colour.YELLOW
        self._desk = desk
        self._shown = shown
        self._chosen = chosen
        self._draft: tuple[ReadingPane, Span, AnnotationKind] | None = None
        self._answered = ""
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.margin.edited.connect(self._on_edited)
        pane.margin.abandoned.connect(self.abandon)
        pane.margin.answer_wanted.connect(self.answer)
        pane.margin.bereft.connect(lambda note, words: self._on_bereft(pane, note, words))

    def write(self, kind: AnnotationKind) -> None:
        """Write beside the selection; without one, on the mark at the caret or its sentence."""
        if not self._may_write():
            return
        pane = self._desk.area.active
        own = self._chosen.own()
        if own is not None and not pane.selection():
            pane.show_margin()
            if own.id not in pane.margin.notes:
                pane.put_note(stand_of(self._shown.known(pane)[own.id]))
            pane.margin.edit(own.id)
            return
        span = self._chosen.meant_span()
        if not span or pane.edition is None:
            return
        if self._desk.attempt(lambda: self._desk.library.check_mark(pane.work, span)):
            pane.show_margin()
            self.begin_draft(pane, span, kind)

    def _may_write(self) -> bool:
        """Say beforehand where nothing that is written could be kept."""
        library = self._desk.library
        if library.read_only:
            self._desk.messages.warning(library.notice or _READ_ONLY)
        return not library.read_only

    def reply(self) -> None:
        """Answer the note that is meant, in the margin."""
        self.answer(self._chosen.answerable())

    @property
    def answered(self) -> str:
        """Id of the note that the open draft answers; empty when it is no answer."""
        return self._answered

    def answer(self, note: str) -> None:
        """Open an editor for an answer to a note, beside it."""
        found = self._shown.find(note) if self._may_write() else None
        if found is not None:
            pane, span = found
            pane.show_margin()
            self.begin_draft(pane, span, AnnotationKind.REPLY, answered=note)

    def begin_draft(
        self,
        pane: ReadingPane,
        span: Span,
        kind: AnnotationKind,
        text: str = "",
        *,
        answered: str = "",
        focus: bool = True,
    ) -> None:
        """Open an editor for a new note; it is kept when the reader leaves it with words in it.

        An answer names the note it answers; without that it becomes a note of its own.
        """
        if pane.edition is None:
            return
        known = self._shown.known(pane)
        if kind is AnnotationKind.REPLY and answered not in known:
            kind, answered = AnnotationKind.NOTE, ""
        locus = str(pane.edition.at(span.start).locus)
        self._draft = (pane, span, kind)
        self._answered = answered
        whose = known[answered].annotation.author.name if answered else ""
        said = self.tr("answer to {0}").format(whose) if answered else ""
        pane.set_chosen(span)
        draft = Note(DRAFT, span, "", locus, date=said, colour=self.colour, kind=kind)
        pane.margin.begin_draft(draft, text, focus=focus)

    def _on_edited(self, note: str, text: str) -> None:
        """Keep what was written; where that fails the editor stays open with it.

        It takes the focus only from its own card: whoever went elsewhere goes on there.
        """
        if note == DRAFT:
            self._on_drafted(text)
            return
        library = self._desk.library
        found = self._shown.find(note)
        if not self._desk.attempt(
            lambda: library.revise(replace(library.note(note).annotation, body=text))
        ):
            pane = found[0] if found is not None else self._desk.area.active
            pane.margin.edit(note, text, focus=pane.margin.focused() == note)

    def _on_drafted(self, text: str) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        pane, span, kind = draft
        focus = pane.margin.focused() == DRAFT
        pane.margin.end_draft()
        pane.set_chosen(None)
        answered = self._answered
        if not self._desk.attempt(lambda: self._keep(pane.work, span, kind, text)):
            self.begin_draft(pane, span, kind, text, answered=answered, focus=focus)

    def _on_bereft(self, pane: ReadingPane, note: Note, words: str) -> None:
        """Keep as a note of its own what was being written in one that was deleted elsewhere."""
        if pane.work and note.kind is not AnnotationKind.REPLY:
            self._desk.attempt(lambda: self._keep(pane.work, note.span, note.kind, words))

    def _keep(self, work: str, span: Span, kind: AnnotationKind, text: str) -> None:
        """Keep a draft as what it was meant to be."""
        library = self._desk.library
        if kind is AnnotationKind.REPLY:
            library.reply(self._answered, text)
        else:
            library.mark(work, span, kind=kind, colour=self.colour, body=text)

    def abandon(self, _note: str = "") -> None:
        """Give the draft up."""
        if self._draft is not None:
            pane, _, _ = self._draft
            self._draft = None
            pane.margin.end_draft()
            pane.set_chosen(None)
            pane.focus_text()
