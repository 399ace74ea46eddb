"""The marks and margin notes of the texts in the panes, kept as the library has them.

Those in view are shown at once; of a text with thousands the others come by turns, between which
the window answers.  Whoever needs all of them asks to ``complete`` the pane first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model import AnnotationKind, Change, NotFound, Placed, ReaderError, Span, Touched
from reader.panes.desk import Desk
from reader.panes.note import Note
from reader.panes.notes_look import answers_below, as_mark, as_note, is_shown, stand_of
from reader.panes.people import People
from reader.panes.reading_pane import ReadingPane

#: Changes of so few annotations are shown one by one, else the text is shown anew.
_FEW = 20
#: What comes by turns leaves the words and notes in view so long to be painted, ms.
_PAINTED_MS = 40


@dataclass
class _Coming:
    """The annotations of a text that are still to come, and all that have."""

    turns: Iterator[tuple[Placed, ...]]
    every: list[Placed]


class NotesShown(QObject):
    """Shows what each text has, and what has become of it after a change.

    Signals:
        gone: pane and id of an annotation that is no longer shown.
        completed: all annotations of the text in a pane are shown.
    """

    gone = Signal(object, str)
    completed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._placed: dict[ReadingPane, dict[str, Placed]] = {}
        self._replies: dict[ReadingPane, dict[str, list[tuple[str, str]]]] = {}
        self._people = People()
        self._coming: dict[ReadingPane, _Coming] = {}
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._on_turn)
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.area.edition_changed.connect(self.refresh)
        desk.changes.happened.connect(self._on_change)

    def known(self, pane: ReadingPane) -> dict[str, Placed]:
        """Return the annotations with a place in the text of a pane, by id."""
        return self._placed.get(pane, {})

    def find(self, note: str) -> tuple[ReadingPane, Span] | None:
        """Return a pane that shows an annotation, the one being read first, and where."""
        active = self._desk.area.active
        for pane in sorted(self._placed, key=lambda pane: pane is not active):
            if note not in self._placed[pane]:
                self.complete(pane)
            placed = self._placed[pane].get(note)
            if placed is not None and placed.span is not None:
                return pane, placed.span
        return None

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.margin.missed.connect(lambda: self.complete(pane))

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        for kept in (self._placed, self._replies, self._coming):
            kept.pop(pane, None)

    def _on_change(self, change: Change) -> None:
        if not change.touched & (Touched.MARKS | Touched.GROUP):
            return
        for pane in self._desk.area.panes:
            if pane.work and (not change.works or pane.work in change.works):
                few = 0 < len(change.annotations) <= _FEW
                for note in change.annotations if few else ():
                    self._renew(pane, note)
                if not few or pane in self._coming:  # what is to come may not be the same any more
                    self.refresh(pane)

    # what a text has -------------------------------------------------------

    def refresh(self, pane: ReadingPane) -> None:
        """Show the marks and notes of the text in a pane as they are now."""
        self._coming.pop(pane, None)
        if pane.edition is None:
            self._placed.pop(pane, None)
            return
        try:
            turns = self._desk.library.notes_by_turns(pane.work, pane.surroundings())
            every, after = list(next(turns, ())), next(turns, None)
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        more = after is not None
        every += self._guests(pane, every) if after is None else after
        placed = {one.annotation.id: one for one in self._with_place(every)}
        self._placed[pane] = placed
        self._replies[pane] = answers_below(self._dressed(every))
        me = self._desk.library.me.id
        pane.set_marks(as_mark(one, me) for one in placed.values())
        stands = (stand_of(one) for one in placed.values() if is_shown(one))
        pane.set_notes(stands, lambda note: self._note_of(pane, note))
        if more:
            self._coming[pane] = _Coming(turns, every)
            self._turn.start(_PAINTED_MS)
        else:
            self.completed.emit()

    def complete(self, pane: ReadingPane) -> None:
        """Show what is still to come at once."""
        while pane in self._coming:
            self._take_turn(pane, self._coming[pane])

    def _on_turn(self) -> None:
        """Show some more of what is to come, for a part of a frame."""
        for pane, coming in [*self._coming.items()][:1]:
            self._take_turn(pane, coming)
        if self._coming:
            self._turn.start(0)

    def _take_turn(self, pane: ReadingPane, coming: _Coming) -> None:
        try:
            turn = next(coming.turns, None)
        except ReaderError as error:
            self._desk.messages.error(error)
            turn = None
        last = turn is None
        new = list(self._guests(pane, coming.every) if turn is None else turn)
        coming.every += new
        placed = self._with_place(new)
        self._placed[pane].update((one.annotation.id, one) for one in placed)
        me = self._desk.library.me.id
        pane.add_marks(as_mark(one, me) for one in placed)
        pane.add_notes(stand_of(one) for one in placed if is_shown(one))
        if last:
            del self._coming[pane]
            self._replies[pane] = answers_below(self._dressed(coming.every))
            pane.show_added(self._replies[pane])
            self.completed.emit()

    def _dressed(self, every: Iterable[Placed]) -> list[Placed]:
        """Return annotations as the reader wants those of people to be shown."""
        return [one for one in map(self._people.dress, every) if one is not None]

    def _with_place(self, every: Iterable[Placed]) -> list[Placed]:
        return [one for one in self._dressed(every) if one.span is not None]

    def _guests(self, pane: ReadingPane, every: Iterable[Placed]) -> tuple[Placed, ...]:
        ids = {one.annotation.id for one in every} if self._people.guests else set()
        return self._people.guests_in(pane.work, ids)

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
            pane.drop_mark(note)
            pane.drop_note(note)
            self.gone.emit(pane, note)
            return
        if placed.annotation.kind is AnnotationKind.VERDICT:
            return  # it is about a link, and shown beside the link
        if placed.annotation.kind is AnnotationKind.REPLY:
            self.refresh(pane)
        elif placed.span is not None and pane.work in placed.annotation.works:
            known[note] = placed
            pane.put_mark(as_mark(placed, self._desk.library.me.id))
            if is_shown(placed):
                pane.put_note(stand_of(placed))
            else:
                pane.drop_note(note)
