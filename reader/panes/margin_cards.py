"""The cards of a margin: made when they are needed, used again, edited in place."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.panes.note import Note
from reader.panes.standing import StandingNotes
from reader.panes.text_view import TextView
from reader.qt.look import Look

if TYPE_CHECKING:
    from reader.panes.note_card import NoteCard


class MarginCards(QWidget):
    """The cards of the notes near what is seen; where they stand is for the margin to say.

    Attributes:
        compact: whether the margin is a strip of signs.
        notes: those of the text, by place.

    Signals:
        edited: id (``draft`` for a new one) and Markdown.
        abandoned: id of a draft that stayed empty.
        deleted: id.
        answer_wanted: id of the note to answer.
        chosen: id of the note that was clicked or focused.
        left: back to the text.
        link_clicked: an address in a note, unchecked.
        typed: the words in an editor changed.
        peopled: a draft came or went; there may be notes now, or none.
        bereft: a note that is gone while it was being changed, and the words written by then.
        missed: a note was asked for that is not there, or not yet.
    """

    edited = Signal(str, object)
    abandoned = Signal(str)
    deleted = Signal(str)
    answer_wanted = Signal(str)
    chosen = Signal(str)
    left = Signal()
    link_clicked = Signal(str)
    typed = Signal()
    peopled = Signal()
    bereft = Signal(object, object)
    missed = Signal()

    def __init__(self, look: Look, view: TextView, parent: QWidget) -> None:
        super().__init__(parent)
        self.compact = False
        self.notes = StandingNotes()
        self._look = look
        self._view = view
        self._cards: dict[str, NoteCard] = {}
        self._pool: list[NoteCard] = []
        self._unfolded = False
        self._later = QTimer(self, singleShot=True, interval=0)

    def drafts(self) -> dict[str, tuple[Note, str]]:
        """Return the unfinished texts by note id."""
        found = {}
        for key, card in self._cards.items():
            text = card.draft()
            if text is not None and card.note is not None:
                found[key] = (card.note, text)
        return found

    def writes(self) -> bool:
        """Say whether somebody is writing in an editor here."""
        return any(card.writes() for card in self._cards.values())

    def finish(self) -> bool:
        """Close the editors as when they are left; say whether all that was written was kept."""
        for card in [*self._cards.values()]:
            card.stop_editing(keep=True)
        return not any(card.editing for card in self._cards.values())

    def focused(self) -> str:
        """Return the id of the note whose card has the focus; empty when none has."""
        return next((key for key, card in self._cards.items() if card.hasFocus()), "")

    def _renew(self, note: str) -> None:
        """Let the card of a note show what it is now, if it has one."""
        if note not in self._cards:
            return
        if note in self.notes:
            self._cards[note].show_note(self.notes[note], unfolded=self._unfolded or self.compact)
        else:
            self._release(note)

    def _card(self, note: str) -> "NoteCard":
        card = self._cards.get(note)
        if card is None:
            card = self._pool.pop() if self._pool else self._make()
            self._cards[note] = card
            card.show_note(self.notes[note], unfolded=self._unfolded or self.compact)
        if not self.compact:
            card.stand_in(self)
        return card

    def _make(self) -> "NoteCard":
        from reader.panes.note_card import NoteCard  # not needed for the first words

        card = NoteCard(self._look, self)
        card.edited.connect(self.edited)
        card.abandoned.connect(self.abandoned)
        card.deleted.connect(self.deleted)
        card.answer_wanted.connect(self.answer_wanted)
        card.chosen.connect(self._on_chosen)
        card.stepped.connect(self._on_stepped)
        card.keyed.connect(self._on_keyed)
        card.link_clicked.connect(self.link_clicked)
        card.typed.connect(self.typed)
        card.grew.connect(self._later.start)
        return card

    def _release(self, note: str) -> None:
        card = self._cards.pop(note)
        was, words = card.note, card.changed_words()
        card.stop_editing(keep=False)
        if card.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
        card.note = None
        self._pool.append(card)
        if words and was is not None:
            self.bereft.emit(was, words)

    def _on_keyed(self, key: str) -> None:
        self._view.key_command(key)

    @abstractmethod
    def _on_chosen(self, note: str) -> None:
        """Go along with the note that was chosen."""

    @abstractmethod
    def _on_stepped(self, note: str, by: int) -> None:
        """Go to a neighbour of a note, or back to the text."""
