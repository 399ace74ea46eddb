"""Undo and redo of the store: what an action changed, and how to bring either side back."""

from dataclasses import field

from reader.annotations.revisions import Revision
from reader.model.values import dataclass

Heads = tuple[Revision, ...]


@dataclass(slots=True)
class Entry:
    """One action of a reader.

    Attributes:
        label: for the undo menu.
        before, after: current revisions of each note touched.
        taken: revisions that came from elsewhere and are taken out again by undo.
        hidden: notes of others, and whether each was hidden before and after.
    """

    label: str
    before: dict[str, Heads] = field(default_factory=dict)
    after: dict[str, Heads] = field(default_factory=dict)
    taken: list[Revision] = field(default_factory=list)
    hidden: dict[str, tuple[bool, bool]] = field(default_factory=dict)

    @property
    def notes(self) -> frozenset[str]:
        """Ids of all notes touched."""
        return frozenset(self.after) | frozenset(self.hidden)

    def forget(self, notes: frozenset[str]) -> None:
        """Forget what was done to these notes."""
        for one in notes & self.notes:
            self.before.pop(one, None)
            self.after.pop(one, None)
            self.hidden.pop(one, None)
        self.taken = [one for one in self.taken if one.note not in notes]


@dataclass(slots=True)
class Journal:
    """The entries of a session, unbounded."""

    done: list[Entry] = field(default_factory=list)
    undone: list[Entry] = field(default_factory=list)

    def did(self, entry: Entry) -> None:
        """Remember an action; what was undone cannot be redone now."""
        self.done.append(entry)
        self.undone.clear()

    def forget(self, notes: frozenset[str]) -> None:
        """Forget what was done to these notes; entries about no other go."""
        for entries in (self.done, self.undone):
            for entry in entries:
                entry.forget(notes)
            entries[:] = [entry for entry in entries if entry.notes]
