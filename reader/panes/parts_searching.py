"""Part of the window: search over everything, and the list of all notes."""

import gc
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model import (
    Annotation,
    Change,
    Hit,
    NoteTarget,
    Place,
    Placed,
    ReaderError,
    SearchAnswer,
    Span,
    Touched,
    Work,
)
from reader.panes.desk import Desk
from reader.panes.reading_pane import ReadingPane
from reader.panes.search_scope import One
from reader.qt.wordings import colour_names

if TYPE_CHECKING:
    from reader.panes.notes_panel import NotesPanel
    from reader.panes.open_hits import OpenHits
    from reader.panes.search_panel import SearchPanel

SEARCH, NOTES = "search", "notes"
#: Letters selected that are taken for a query; more are a passage.
_MOST_SELECTED = 60
#: What a query reads as a sign, and no text as a part of a word.
_SIGNS = re.compile(r'["“”„‟«»〝〞*?~]')
_WORD = re.compile(r"(?!(?:AND|OR|NOT|NEAR)$)[^\W_][\w'’‐‑-]*")


class Searching(QObject):
    """Makes both panels when they are first shown and connects them with panes and library.

    Signals:
        incomplete: a search found no sound index; once until there is one.
        answer_wanted: id of a note to answer; its place is in the active pane.
        place_wanted: id of a note whose place the reader wants to settle.
        export_wanted: ids of notes to take away.
        concept_wanted: key of a concept to be shown in the glossary.
    """

    incomplete = Signal()
    answer_wanted = Signal(str)
    place_wanted = Signal(str)
    export_wanted = Signal(object)
    concept_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._answer = SearchAnswer("")
        self._marks: OpenHits | None = None  # made with the panel
        self._current: Hit | None = None
        self._known_works: dict[str, Work] = {}
        self._wished = False  # for an index, since the last answer that had one
        self._opened = False  # the index; the first answer from it opens it
        desk.side.register(SEARCH, self.tr("Search"), "text-search", self._make_search)
        desk.side.register(NOTES, self.tr("Notes"), "notebook-pen", self._make_notes)
        on = desk.actions.on
        on("edit.search", self.search)
        on("edit.find_next", lambda: self.step(1), self._has_places)
        on("edit.find_previous", lambda: self.step(-1), self._has_places)
        on("go.search", lambda: desk.side.bring(SEARCH))
        on("go.notes", lambda: desk.side.bring(NOTES))
        desk.changes.happened.connect(self._on_change)
        desk.area.edition_changed.connect(self._on_edition)
        desk.area.active_changed.connect(self._follow_panes)
        desk.look.changed.connect(self._dress)

    # the panels ----------------------------------------------------------------

    def _make_search(self, parent: QWidget) -> "SearchPanel":
        from reader.panes.open_hits import OpenHits
        from reader.panes.search_panel import SearchPanel

        self._marks = OpenHits(self._desk.library, self)
        self._marks.completed.connect(self._mark_all)
        panel = SearchPanel(
            self._desk.library,
            self._desk.look.theme,
            works=self._works,
            open_works=self._open_works,
            choices=self._choices,
            reads_only=self._desk.library.read_only,
            parent=parent,
        )
        stored = self.state()
        if stored is not None:
            panel.set_state(stored if self._was_open() else {**stored, "words": ""})
        panel.chosen.connect(self.go)
        panel.answered.connect(self._on_answered)
        panel.save_wanted.connect(self.save)
        return panel

    def _make_notes(self, parent: QWidget) -> "NotesPanel":
        from reader.panes.notes_panel import NotesPanel

        panel = NotesPanel(self._desk.library, self._desk.look.theme, self._works(), parent)
        panel.chosen.connect(self.go_to_note)
        panel.delete_wanted.connect(self.delete)
        panel.revised.connect(self.revise)
        panel.tags_wanted.connect(self.tag)
        panel.export_wanted.connect(self.export_wanted)
        panel.answer_wanted.connect(self.answer)
        panel.place_wanted.connect(self.place_wanted)
        panel.refresh()
        return panel

    def state(self) -> dict[str, object] | None:
        """Return what a session remembers of the search; None for nothing."""
        if self._desk.side.is_made(SEARCH):
            return self._search_panel().state()
        stored = self._desk.library.session().get(SEARCH)
        return stored if isinstance(stored, dict) else None

    def _was_open(self) -> bool:
        """Say whether one was searching when the program ended."""
        window = self._desk.library.session().get("window")
        return isinstance(window, dict) and window.get("side") == SEARCH

    def _search_panel(self) -> "SearchPanel":
        from reader.panes.search_panel import SearchPanel

        panel = self._desk.side.panel(SEARCH)
        assert isinstance(panel, SearchPanel)  # noqa: S101 - made above
        return panel

    def _notes_panel(self) -> "NotesPanel":
        from reader.panes.notes_panel import NotesPanel

        panel = self._desk.side.panel(NOTES)
        assert isinstance(panel, NotesPanel)  # noqa: S101 - made above
        return panel

    def _works(self) -> dict[str, Work]:
        """Return all works; asked for with every key, so they are kept until texts change."""
        if not self._known_works:
            for work in self._desk.library.works():
                with suppress(ReaderError):  # a damaged text is told of elsewhere
                    self._known_works[work] = self._desk.library.edition(work).work
        return self._known_works

    def _open_works(self) -> Sequence[str]:
        """Return the works in the panes, the one being read first."""
        panes = [self._desk.area.active, *self._desk.area.panes]
        return tuple(dict.fromkeys(pane.work for pane in panes if pane.work))

    def _choices(self, one: One) -> dict[str, str]:
        """Return what a search can be kept to one of, for the index and for people."""
        library = self._desk.library
        match one:
            case One.AUTHOR:
                authors = {name for work in self._works().values() for name in work.authors}
                return {name: name for name in sorted(authors, key=str.casefold)}
            case One.TAG:
                return {tag: f"#{tag}" for tag in sorted(library.tags(), key=str.casefold)}
            case One.COLOUR:
                names = colour_names(library.colour_names())
                return {colour.value: name for colour, name in names.items()}
            case One.CONCEPT:
                labels = {concept.label for concept in library.glossary()}
                return {label: label for label in sorted(labels, key=str.casefold)}

    # search --------------------------------------------------------------------

    def search(self) -> None:
        """Bring the search, with the selected words if they are few."""
        self._desk.side.bring(SEARCH)
        pane = self._desk.area.active
        words = pane.selection().of(pane.edition.text) if pane.edition else ""
        panel = self._search_panel()
        if len(words.strip()) <= _MOST_SELECTED and (query := as_query(words)):
            panel.ask(query)
        panel.field.selectAll()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place found: in this text, else in the search."""
        pane = self._desk.area.active
        if pane.finds:
            pane.find_step(by)
        elif self._answer.hits and not self._search_panel().step(by):
            self._desk.messages.info(
                self.tr("This is the last hit.") if by > 0 else self.tr("This is the first hit.")
            )

    def _has_places(self) -> bool:
        return self._desk.area.active.edition is not None or bool(self._answer.hits)

    def go(self, hit: Hit) -> None:
        """Go to a hit, and mark it as the one being looked at."""
        if hit.annotation:
            self.go_to_note(hit.annotation)
            return
        if not hit.work:
            self.concept_wanted.emit(hit.passage)
            return
        span = hit.marks[0] if hit.marks else self._passage(hit)
        self._current = hit
        self._desk.area.go(Place(hit.work, span))
        self._mark_all()

    def _passage(self, hit: Hit) -> Span:
        start = self._desk.library.edition(hit.work).passage(hit.passage).span.start
        return Span(start, start)

    def _on_answered(self, answer: SearchAnswer) -> None:
        if answer.ranked:  # not with each key: painting three texts takes longer than the list
            self._answer, self._current = answer, None
            if self._marks is not None:
                self._marks.take(answer, self._search_panel().scope.scope())
                self._marks.complete(self._open_works())
            self._mark_all()
        if answer.building and not self._wished:
            self.incomplete.emit()
        self._wished = answer.building
        if answer.ranked and answer.hits and not self._opened:
            self._opened = True
            gc.freeze()  # the index stays; looking through its words again stalls the window

    def _mark_all(self) -> None:
        for pane in self._desk.area.panes:
            self._mark(pane)

    def _follow_panes(self) -> None:
        if self._desk.side.is_made(SEARCH):
            self._search_panel().follow_panes()

    def _on_edition(self, pane: ReadingPane) -> None:
        self._follow_panes()
        self._mark(pane)
        if self._marks is not None:
            self._marks.complete(self._open_works())

    def _mark(self, pane: ReadingPane) -> None:
        current = self._current
        mine = current.marks[0] if current and current.work == pane.work and current.marks else None
        pane.set_hits(self._marks.of(pane.work) if self._marks else (), mine)

    def save(self, answer: SearchAnswer) -> None:
        """Write the hits to a Markdown file."""
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("Export the hits"), "search.md", "Markdown (*.md)"
        )
        if name:
            self._desk.attempt(lambda: self._desk.library.save_answer(answer, Path(name)))

    # notes ---------------------------------------------------------------------

    def go_to_note(self, annotation: str) -> bool:
        """Go to the place of a note, or of what an answer belongs to; say so if it has none."""
        try:
            placed = self._answered(annotation)
        except ReaderError as error:
            self._desk.messages.error(error)
            return False
        works = sorted(placed.annotation.works)
        if placed.span is None or not works:
            self._desk.messages.warning(
                self.tr("This note has no certain place in the texts; it is kept in the list."),
                self.tr("Its words…"),
                lambda: self.place_wanted.emit(placed.annotation.id),
            )
            return False
        pane = self._desk.area.go(Place(works[0], placed.span))
        if pane is not None:
            pane.show_margin()
        return pane is not None

    def answer(self, annotation: str) -> None:
        """Open an editor for an answer, in the margin beside the place of the note."""
        if self.go_to_note(annotation):
            self.answer_wanted.emit(self._answered(annotation).annotation.id)

    def _answered(self, annotation: str) -> Placed:
        """Return the note at the head of a conversation; itself where it is no answer.

        Raises:
            NotFound: what is answered is not here, or not shown now.
        """
        placed, seen = self._desk.library.note(annotation), {annotation}
        while isinstance(target := placed.annotation.target, NoteTarget):
            if target.annotation in seen:  # hostile answers may stand in a ring
                break
            seen.add(target.annotation)
            placed = self._desk.library.note(target.annotation)
        return placed

    def delete(self, annotations: Sequence[str]) -> None:
        """Delete notes; undo is offered."""
        if self._desk.attempt(lambda: self._desk.library.delete(annotations)):
            self._desk.messages.info(
                self.tr("%n note(s) deleted", "", len(annotations)),
                self.tr("Undo"),
                lambda: self._desk.actions.do("edit.undo"),
            )

    def revise(self, notes: Sequence[Annotation], label: str) -> None:
        """Change several notes at once."""
        self._desk.attempt(lambda: self._desk.library.revise_many(notes, label))

    def tag(self, annotations: Sequence[str]) -> None:
        """Add tags to several notes."""
        library = self._desk.library

        def add(tags: tuple[str, ...]) -> object:
            notes = [library.note(one).annotation for one in annotations]
            return library.revise_many(
                [replace(note, tags=(*note.tags, *tags)) for note in notes], self.tr("Add tags")
            )

        from reader.panes.tagging import ask_tags

        ask_tags(
            self._desk.window,
            self.tr("Tags"),
            self.tr("Tags to add, separated by commas"),
            lambda tags: not tags or self._desk.attempt(lambda: add(tags)),
            in_use=library.tags(),
        )

    # news ----------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        side = self._desk.side
        if change.touched & Touched.TEXTS:
            self._known_works = {}
        if side.is_made(NOTES) and change.touched & (Touched.MARKS | Touched.TEXTS):
            self._notes_panel().renew()
        if side.is_made(SEARCH) and change.touched & Touched.MARKS:
            self._search_panel().scope.renew()  # there may be another tag
        if side.is_made(SEARCH) and change.touched & (Touched.INDEX | Touched.TEXTS):
            self._search_panel().refresh()

    def _dress(self) -> None:
        if self._desk.side.is_made(SEARCH):
            self._search_panel().set_theme(self._desk.look.theme)
        if self._desk.side.is_made(NOTES):
            self._notes_panel().set_theme(self._desk.look.theme)


def as_query(words: str) -> str:
    """Return a query for words as they stand in a text, whatever signs stand among them.

    >>> as_query("self-made"), as_query("a “so-called” *test*"), as_query("NOT"), as_query("“*”")
    ('self-made', '"a so-called test"', '"NOT"', '')
    """
    plain = " ".join(_SIGNS.sub(" ", words).split())
    return plain if not plain or _WORD.fullmatch(plain) else f'"{plain}"'


def install(desk: Desk) -> Searching:
    """Register the part."""
    return Searching(desk)
