"""The marks and margin notes of the texts in the panes, kept as the library has them."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.model import AnnotationKind, Change, NotFound, Placed, ReaderError, Span, Touched
from reader.panes.desk import Desk
from reader.panes.note_card import Note
from reader.panes.notes_look import answers_below, as_mark, as_note, is_shown, stand_of
from reader.panes.people import People
from reader.panes.reading_pane import ReadingPane

#: Changes of so few annotations are shown one by one, else the text is shown anew.
_FEW = 20


class NotesShown(QObject):
    """Shows what each text has, and what has become of it after a change.

    Signals:
        gone: pane and id of an annotation that is no longer shown.
    """

    gone = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._placed: dict[ReadingPane, dict[str, Placed]] = {}
        self._replies: dict[ReadingPane, dict[str, list[tuple[str, str]]]] = {}
        self._people = People()
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.area.edition_changed.connect(self.refresh)
        desk.changes.happened.connect(self._on_change)

    def known(self, pane: ReadingPane) -> dict[str, Placed]:
        """Return the annotations with a place in the text of a pane, by id."""
        return self._placed.get(pane, {})

    def find(self, note: str) -> tuple[ReadingPane, Span] | None:
        """Return a pane that shows an annotation, and where; None when no pane does."""
        for pane, known in self._placed.items():
            span = known[note].span if note in known else None
            if span is not None:
                return pane, span
        return None

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._placed.pop(pane, None)
        self._replies.pop(pane, None)

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
        self._replies[pane] = answers_below(every)
        me = self._desk.library.me.id
        pane.set_marks(as_mark(one, me) for one in placed.values())
        stands = (stand_of(one) for one in placed.values() if is_shown(one))
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
            pane.drop_mark(note)
            pane.drop_note(note)
            self.gone.emit(pane, note)
            return
        if placed.annotation.kind is AnnotationKind.REPLY:
            self.refresh(pane)
        elif placed.span is not None and pane.work in placed.annotation.works:
            known[note] = placed
            pane.put_mark(as_mark(placed, self._desk.library.me.id))
            if is_shown(placed):
                pane.put_note(stand_of(placed))
            else:
                pane.drop_note(note)
