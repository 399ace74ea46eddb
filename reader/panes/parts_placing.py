"""Part of the window: notes whose place is not certain, or lost, are given one by the reader."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import (
    Anchored,
    Anchoring,
    Edition,
    Orphan,
    Outcome,
    Place,
    Placed,
    ReaderError,
    Span,
    TextTarget,
)
from reader.panes.desk import Desk
from reader.panes.note_filter import place_state
from reader.panes.parts_annotating import Annotating
from reader.panes.reading_pane import ReadingPane
from reader.qt.sentences import translated

if TYPE_CHECKING:
    from reader.panes.place_dialog import Candidate, PlaceDialog


@dataclass(frozen=True, slots=True)
class _Asked:
    """The note that the reader is asked about, in which dialog, and whether they may move it."""

    dialog: "PlaceDialog"
    note: str
    work: str
    mine: bool


class Placing(QObject):
    """Shows what a note stood on and what stands there now; nothing is placed in silence."""

    def __init__(self, desk: Desk, annotating: Annotating) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._annotating = annotating
        self._asked: _Asked | None = None
        desk.actions.on("annotate.place", self.meant, lambda: bool(self._meant()))
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.selection_changed.connect(self._offer)

    def _meant(self) -> str:
        """Return the id of the note that is meant, if its place is not certain."""
        pane = self._desk.area.active
        note = self._annotating.chosen.answerable() if pane.edition is not None else ""
        placed = self._annotating.shown.known(pane).get(note)
        return note if placed is not None and place_state(placed) != "sure" else ""

    def meant(self) -> None:
        """Show the place of the note that is meant."""
        if note := self._meant():
            self.show(note)

    def show(self, note: str) -> None:
        """Show the words of a note then and now, and let the reader say where it stands."""
        library = self._desk.library
        try:
            placed = library.note(note)
            target = placed.annotation.target
            if not isinstance(target, TextTarget) or placed.anchoring is None:
                return
            places = _candidates(placed, library.edition(target.work))
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        if not places and self._desk.area.showing(target.work) is None:
            self._desk.area.go(Place(target.work))
        self._close()
        from reader.panes.place_dialog import PlaceDialog

        dialog = PlaceDialog(
            self._why(placed.anchoring), target.selectors, places, self._desk.window
        )
        mine = placed.annotation.author.id == library.me.id
        self._asked = _Asked(dialog, note, target.work, mine)
        dialog.finished.connect(self._on_finished)
        dialog.looked.connect(self._on_looked)
        dialog.settled.connect(self._settle)
        dialog.selection_wanted.connect(self._on_selection_wanted)
        self._offer()
        dialog.show()
        if places:
            self._on_looked(places[0].span)

    def _why(self, found: Anchoring) -> str:
        if isinstance(found, Orphan):
            lost = self.tr("This note is kept, but its place is lost.")
            return f"{lost} {translated(found.reason)}"
        if found.outcome is Outcome.AMBIGUOUS:
            return self.tr("These words stand in several places; which is meant?")
        if found.outcome is Outcome.REWORDED:
            return self.tr("The words here are not those that were marked; is this the place?")
        return self.tr("The place of this note is certain.")

    def _selection(self) -> Span | None:
        """Return the words selected in the text of the note; None without any."""
        pane = self._desk.area.showing(self._asked.work) if self._asked else None
        return (pane.selection() or None) if pane is not None else None

    def _offer(self) -> None:
        if self._asked is not None:
            selected = self._selection() is not None
            self._asked.dialog.offer(mine=self._asked.mine, selection=selected)

    def _on_looked(self, span: Span) -> None:
        if self._asked is not None:
            self._desk.area.go(Place(self._asked.work, span))

    def _on_selection_wanted(self) -> None:
        span = self._selection()
        if span is not None:
            self._settle(span)

    def _settle(self, span: Span) -> None:
        """Let the note stand there from now on; one step of undo."""
        if self._asked is None:
            return
        note = self._asked.note
        if self._desk.attempt(lambda: self._desk.library.move_mark(note, span)):
            self._close()

    def _close(self) -> None:
        if self._asked is not None:
            self._asked.dialog.reject()

    def _on_finished(self) -> None:
        self._asked = None


def _candidates(placed: Placed, edition: Edition) -> "list[Candidate]":
    from reader.panes.place_dialog import Candidate

    found = placed.anchoring
    if not isinstance(found, Anchored):
        return []
    return [
        Candidate(span, str(edition.at(span.start).locus), span.of(edition.text))
        for span in (found.span, *found.choices)
    ]


def install(desk: Desk, annotating: Annotating) -> Placing:
    """Register the part."""
    return Placing(desk, annotating)
