"""How an action becomes revisions, within one transaction of the caller.

Undo writes a *new* revision with the old content: the undone one may have left this computer
already, and only a revision that names it can stand against it there.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from reader.annotations.clock import now
from reader.annotations.items import decode, encode
from reader.annotations.revisions import Revision, ancestry, canonical, current, revise, tombstone
from reader.annotations.store.actions import Join, Put, Remove, Restore, StoreAction, Take
from reader.annotations.store.journal import Entry, Heads
from reader.annotations.store.rows import insert, mark, rows_lightly, rows_of, settle
from reader.annotations.terms import MAX_QUOTE
from reader.model import Annotation, BadInput, NotFound, Person, TextTarget


class Writer:
    """Carries out the actions of one entry.

    Args:
        connection: within a transaction.
        me: whose notes may be changed.
        entry: is filled with what was changed.
    """

    def __init__(self, connection: sqlite3.Connection, me: Person, entry: Entry) -> None:
        self._sql = connection
        self._me = me
        self._entry = entry

    def do(self, action: StoreAction) -> None:
        """Carry out one action.

        Raises:
            NotFound, BadInput: the caller must roll back.
        """
        if isinstance(action, Put):
            self._put(action.annotation, joins=False)
        elif isinstance(action, Join):
            self._put(action.annotation, joins=True)
        elif isinstance(action, Remove):
            self._remove(action.annotation)
        elif isinstance(action, Restore):
            self._restore(action.annotation)
        else:
            self._take(action)

    # -- actions ---------------------------------------------------------------------------

    def _put(self, note: Annotation, *, joins: bool) -> None:
        rows, heads = rows_lightly(self._sql, note.id)
        if note.author.id != self._me.id or any(row.author != self._me.id for row in rows):
            raise BadInput(
                f"This note is by {note.author.name or 'another person'}; only its author can "
                "change it. Answer it instead.",
                note.id,
            )
        item = checked(note)
        kept = {one.rev for one in (() if joins else ordered(heads)[1:])}
        over = [row for row in rows if row.rev not in kept]
        self._write(note.id, heads, self._versions(item, note, over))

    def _versions(self, item: dict[str, object], note: Annotation, over: Heads | list[Revision]
                  ) -> list[Revision]:  # fmt: skip
        """Return the revision of a note; before a private one, a tombstone for the others."""
        if note.shared:
            return [revise(item, ancestry(over))]
        made: list[Revision] = []
        names = {row.rev for row in over}
        every = rows_of(self._sql, note.id)
        public = [row for row in every if row.rev in names and not row.private]
        if public and not all(row.removed for row in current(public)):
            made.append(tombstone(note.id, self._me.id, now(), ancestry(public)))
        return [*made, revise(item, ancestry([*reversed(made), *over]), private=True)]

    def _remove(self, note: str) -> None:
        rows, heads = rows_lightly(self._sql, note)
        living = [row for row in heads if not row.removed]
        if not living:
            raise NotFound("This note is no longer there.", note)
        if any(row.author != self._me.id for row in living):
            self._hide(note, hidden=True)
            return
        self._write(note, heads, [self._tombstone(note, rows)])

    def _tombstone(self, note: str, rows: list[Revision]) -> Revision:
        """Return a tombstone; private when nothing of the note was ever in a file."""
        private = all(row.private for row in rows)
        return tombstone(note, self._me.id, now(), ancestry(rows), private=private)

    def _restore(self, note: str) -> None:
        rows, heads = rows_lightly(self._sql, note)
        living = [row for row in rows if not row.removed]
        if not living:
            raise NotFound("This note is no longer in the bin.", note)
        if any(row.author != self._me.id for row in living):
            self._hide(note, hidden=False)
        elif all(row.removed for row in heads):
            self._bring(note, (living[0],))

    def _hide(self, note: str, *, hidden: bool) -> None:
        was = self._sql.execute("SELECT 1 FROM hidden WHERE note = ?", (note,)).fetchone()
        before = self._entry.hidden.get(note, (was is not None, hidden))[0]
        self._entry.hidden[note] = (before, hidden)
        if hidden:
            self._sql.execute("INSERT OR IGNORE INTO hidden VALUES (?, 0)", (note,))
        else:
            self._sql.execute("DELETE FROM hidden WHERE note = ?", (note,))

    def _take(self, action: Take) -> None:
        by_note = sorted(action.revisions, key=lambda one: one.note)
        for note, group in groupby(by_note, key=lambda one: one.note):
            rows, heads = rows_lightly(self._sql, note)
            names = {row.rev for row in rows}
            new = [one for one in group if one.rev not in names]
            if new:
                self._entry.before.setdefault(note, heads)
                insert(self._sql, new)
                if rows:
                    self._entry.after[note] = settle(self._sql, note)
                else:  # nothing can name them: no need to read them back, and have them twice
                    self._entry.after[note] = current(new)
                    mark(self._sql, note, self._entry.after[note])
                self._entry.taken += new

    # -- both ways -------------------------------------------------------------------------

    def undo(self, entry: Entry) -> None:
        """Bring back what was before an entry."""
        self._take_out(entry.taken)
        for note, heads in entry.before.items():
            if not self._stands(note, heads):
                self._bring(note, heads)
        for note, (before, _) in entry.hidden.items():
            self._hide(note, hidden=before)

    def redo(self, entry: Entry) -> None:
        """Do again what an entry had done."""
        if entry.taken:
            self._take(Take(tuple(entry.taken)))
        for note, heads in entry.after.items():
            if not self._stands(note, heads):
                self._bring(note, heads)
        for note, (_, after) in entry.hidden.items():
            self._hide(note, hidden=after)

    def _take_out(self, taken: Iterable[Revision]) -> None:
        revisions = list(taken)
        self._sql.executemany(
            "DELETE FROM revisions WHERE rev = ?", [(one.rev,) for one in revisions]
        )
        for note in {one.note for one in revisions}:
            self._entry.after[note] = settle(self._sql, note)
            self._sql.execute("DELETE FROM anchors WHERE note = ?", (note,))

    def _stands(self, note: str, heads: Heads) -> bool:
        """Whether a note says what these revisions say, whatever their names."""
        now_there = rows_lightly(self._sql, note)[1]
        return _contents(now_there) == _contents(heads)

    def _bring(self, note: str, content: Heads) -> None:
        """Give my note the content of earlier revisions again."""
        rows, heads = rows_lightly(self._sql, note)
        if any(row.author != self._me.id for row in rows):
            return
        living = [one for one in content if not one.removed]
        if not living:
            self._write(note, heads, [self._tombstone(note, rows)])
            return
        made: list[Revision] = []
        for one in living:
            item = content_of(one)
            wording = decode(item, shared=not one.private)
            made += self._versions(item, wording, rows)
        self._write(note, heads, made)

    def _write(self, note: str, heads: Heads, made: list[Revision]) -> None:
        """Add revisions that I just made: nothing that is there can name them."""
        self._entry.before.setdefault(note, heads)
        insert(self._sql, made)
        after = current([*made, *heads])
        mark(self._sql, note, after)
        self._entry.after[note] = after


def _contents(heads: Heads) -> set[tuple[str, bool]]:
    living = (one for one in heads if not one.removed)
    return {(canonical(content_of(one)), one.private) for one in living}


def content_of(revision: Revision) -> dict[str, object]:
    """Return what a revision says, without its name and what it replaces."""
    item: dict[str, object] = json.loads(revision.line)
    return {key: value for key, value in item.items() if key not in {"ar:rev", "ar:replaces"}}


def checked(note: Annotation) -> dict[str, object]:
    """Return the JSON of a note of mine, when every reader of files would take it.

    Raises:
        BadInput: it is too large, or holds characters that no file can hold.
    """
    for target in note.targets:
        if isinstance(target, TextTarget) and len(target.selectors.exact) > MAX_QUOTE:
            raise BadInput(
                f"A mark can hold up to {MAX_QUOTE:,} characters; mark less, or write a note on "
                "the whole text.",
                note.id,
            )
    item = encode(note)
    try:
        repr_of = json.dumps(item, ensure_ascii=False, allow_nan=False)
        repr_of.encode("utf-8")
        again = decode(json.loads(repr_of), shared=note.shared)
    except UnicodeEncodeError as error:
        raise BadInput(
            "The note holds half a character (a lone surrogate) and cannot be kept; "
            "delete it and type it again.",
            note.id,
        ) from error
    except (ValueError, TypeError) as error:
        raise BadInput(f"The note cannot be written to a file ({error}).", note.id) from error
    except BadInput as error:
        raise BadInput(f"The note was not kept. {error.message}", note.id) from error
    if replace(again, tags=note.tags, extra=note.extra) != note:
        raise BadInput("The note would not come back from a file as it is.", note.id)
    return item


def ordered(heads: Iterable[Revision]) -> list[Revision]:
    """Return wordings side by side, the one shown first: living, latest by its own word.

    Only an order for showing; nothing is decided by it.
    """
    return sorted(heads, key=lambda one: (not one.removed, _modified(one), one.rev), reverse=True)


def _modified(revision: Revision) -> str:
    item = json.loads(revision.line)
    return str(item.get("modified", item.get("deleted", "")))
