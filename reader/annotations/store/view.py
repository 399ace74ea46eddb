"""The living notes in memory, read once and kept up with every change."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from reader.annotations.revisions import Revision, current
from reader.annotations.store.journal import Heads
from reader.annotations.store.rows import BadRow, raw_current, raw_near, read_row, rows_of
from reader.annotations.store.writing import ordered
from reader.annotations.stored import decode_stored
from reader.model import Annotation, BadInput, NoteTarget, Person
from reader.model.collecting import without_collecting

#: Rows parsed together, in 4 ms: JSON is read a fifth faster than one by one.
_BATCH = 200


class View:
    """What is shown of the store.

    Attributes:
        living: one annotation for each note, in the order of their making in this store.
        beside: of notes with several wordings, all of them, the one shown first.
        damage: sentences on rows that could not be read.
        strange: sentences on sound rows that this version cannot show.
    """

    def __init__(self, me: Person) -> None:
        self._me = me
        self.living: dict[str, Annotation] = {}
        self.beside: dict[str, tuple[Annotation, ...]] = {}
        self.damage: list[str] = []
        self.strange: list[str] = []
        self._hidden: set[str] = set()
        self._by_work: dict[str, dict[str, Annotation]] = {}

    def of_work(self, work: str) -> tuple[Annotation, ...]:
        """Return the living notes that stand in a work."""
        return tuple(self._by_work.get(work, {}).values())

    def reading(self, connection: sqlite3.Connection) -> Iterator[bool]:
        """Read all living notes, pausing every few ms with True.  About 15 µs a note."""
        self._read_hidden(connection)
        several: set[str] = set()
        after = -1
        while batch := raw_current(connection, after, _BATCH):
            several |= self._read_batch([read_row(raw) for raw in batch])
            after = batch[-1][-1]
            yield True
        for note in several:
            self.settle(note, current(rows_of(connection, note)))

    def read_near(self, connection: sqlite3.Connection, start: int, end: int) -> None:
        """Read only the notes of which a wording that is shown began in ``[start, end]``."""
        self._read_hidden(connection)
        found = raw_near(connection, start, end)
        for note in self._read_batch([read_row(raw) for raw in found]):
            self.settle(note, current(rows_of(connection, note)))

    def _read_hidden(self, connection: sqlite3.Connection) -> None:
        self._hidden = {note for (note,) in connection.execute("SELECT note FROM hidden")}

    def _read_batch(self, rows: list[Revision | BadRow]) -> set[str]:
        """Show rows, parsed together; return the notes that were there already."""
        with without_collecting():
            return self._show_rows(rows)

    def _show_rows(self, rows: list[Revision | BadRow]) -> set[str]:
        several: set[str] = set()
        sound = [row for row in rows if isinstance(row, Revision)]
        bad = [row for row in rows if isinstance(row, BadRow)]
        self.damage += [f"A note (row {row.seq}) is damaged." for row in bad]
        items = json.loads("[" + ",".join([row.line for row in sound]) + "]")
        for row, item in zip(sound, items, strict=True):
            if row.note in self.living:
                several.add(row.note)
            elif row.note not in self._hidden:
                self._show(row.note, row, item)
        return several

    def settle(self, note: str, heads: Heads, *, hidden: bool | None = None) -> None:
        """Show a note by its current revisions."""
        if hidden is not None:
            (self._hidden.add if hidden else self._hidden.discard)(note)
        shown = [one for one in heads if not one.removed]
        if not shown or note in self._hidden:
            self._drop(note)
            self.beside.pop(note, None)
            return
        shown = ordered(shown) if len(shown) > 1 else shown
        self._show(note, shown[0])
        if len(shown) > 1:
            self.beside[note] = tuple(self.wording(one) for one in shown)
        else:
            self.beside.pop(note, None)

    def is_hidden(self, note: str) -> bool:
        """Say whether a note of another is hidden here."""
        return note in self._hidden

    def wording(self, revision: Revision) -> Annotation:
        """Return a revision as an annotation.

        Raises:
            BadInput: it is none; the store refuses such ones when they come.
        """
        return self._decoded(json.loads(revision.line), private=revision.private)

    def _decoded(self, item: dict[str, object], *, private: bool) -> Annotation:
        """Decode; my own notes bear the name I have now."""
        note = decode_stored(item, shared=not private)
        mine = note.author.id == self._me.id and note.author != self._me
        return replace(note, author=self._me) if mine else note

    def _show(self, note: str, revision: Revision, item: dict[str, object] | None = None) -> None:
        parsed = json.loads(revision.line) if item is None else item
        try:
            shown = self._decoded(parsed, private=revision.private)
        except BadInput as error:  # of a newer program: kept, though it cannot be shown
            self.strange.append(f"The note {note} cannot be shown. {error.message}")
            return
        if note in self.living:
            self._unlist(note)
        self.living[note] = shown
        for target in shown.targets:
            if not isinstance(target, NoteTarget):
                self._by_work.setdefault(target.work, {})[note] = shown

    def _drop(self, note: str) -> None:
        if note in self.living:
            self._unlist(note)
            del self.living[note]

    def _unlist(self, note: str) -> None:
        for work in self.living[note].works:
            self._by_work[work].pop(note, None)
