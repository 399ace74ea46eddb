"""What an annotation file would bring, before anything is touched.

The rule of ownership: what a file says of notes of others than its creator, or of mine, is
taken only when the reader says so for that line.  Files are not signed; this keeps a broken or
hostile one from changing my notes by naming them.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from reader.annotations.files import AnnotationFile
from reader.annotations.items import decode
from reader.annotations.revisions import Revision, current
from reader.annotations.store import Store
from reader.model import (
    NO_PROGRESS,
    Anchoring,
    Annotation,
    Colour,
    Orphan,
    Outcome,
    Progress,
    TextTarget,
)

#: Finds the place of a target in my texts; None where I do not have the work.
Judge = Callable[[TextTarget], Anchoring | None]


class Fate(StrEnum):
    """What would become of one annotation of a file."""

    NEW = "new"
    CHANGED = "changed after yours"
    BESIDE = "changed apart from yours"
    REMOVED = "removed there"
    OLDER = "older than yours"
    IDENTICAL = "identical"
    REFUSED = "refused"


class PlaceFate(StrEnum):
    """Whether its words stand in my texts."""

    SURE = "sure"
    UNCERTAIN = "uncertain place"
    LOST = "lost place"
    NO_TEXT = "text not in the library"
    NOT_SOUGHT = ""


_NEWER = "Written by a newer version; what is unknown here is kept, but not shown."
_TAKEN = frozenset({Fate.NEW, Fate.CHANGED, Fate.BESIDE, Fate.REMOVED})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a preview.

    Attributes:
        fate: what would become of it.
        where: id of the note, or where it stands in the file when it was refused.
        reason: a sentence; empty where the fate says all.
        revision: what would be taken; None for a refused one.
        asks: it is taken only when the reader says so for this line.
        place: whether its words stand in my texts.
    """

    fate: Fate
    where: str
    reason: str = ""
    revision: Revision | None = None
    asks: bool = False
    place: PlaceFate = PlaceFate.NOT_SOUGHT

    @property
    def annotation(self) -> Annotation | None:
        """What it says; None for a tombstone or a refused one.  Decoded on each call."""
        if self.revision is None or self.revision.removed:
            return None
        return decode(json.loads(self.revision.line))

    @property
    def useful(self) -> bool:
        """Whether taking it would change anything."""
        return self.fate in _TAKEN

    @property
    def ticked(self) -> bool:
        """Whether it is taken unless the reader says otherwise."""
        return self.useful and not self.asks


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring: one row for each of its annotations.

    Attributes:
        file: as read.
        rows: in the order of ids; refused ones last.
    """

    file: AnnotationFile
    rows: tuple[Row, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows have each fate."""
        return Counter(row.fate for row in self.rows)


def preview(
    file: AnnotationFile,
    store: Store,
    *,
    judge: Judge | None = None,
    trusted: bool = False,
    places_s: float = 1.0,
    progress: Progress = NO_PROGRESS,
) -> Preview:
    """Compare a file with the store; nothing is changed.

    Args:
        file: as read by ``load``.
        store: mine.
        judge: finds places; without it they are not sought.
        trusted: the file is known to come from another device of mine.
        places_s: seconds after which no more places are sought (they can be, row by row,
            with ``with_place``).
        progress: told while comparing.

    Raises:
        Cancelled: the reader stopped.
    """
    comparing = _Comparing(file, store, trusted or file.converted)
    rows: list[Row] = []
    by_note = groupby(file.revisions, key=lambda one: one.note)
    total = max(1, len(file.revisions))
    for done, (note, revisions) in enumerate(by_note):
        if done % 500 == 0:
            progress.step(0.7 * min(1.0, done / total), "Comparing with your notes")
        rows += comparing.rows(note, list(revisions))
    if judge:
        rows = _with_places(rows, judge, places_s, progress)
    if file.newer:
        rows = [replace(row, reason=row.reason or _NEWER) if row.useful else row for row in rows]
    refused = [Row(Fate.REFUSED, one.where, one.reason) for one in file.refused]
    progress.step(1.0)
    return Preview(file, (*rows, *refused))


class _Comparing:
    """Compares revisions of one file with what the store knows."""

    def __init__(self, file: AnnotationFile, store: Store, trusted: bool) -> None:
        self._file = file
        self._store = store
        self._trusted = trusted
        self._known = store.names()
        self._notes = frozenset(note for note, _ in self._known.values())

    def rows(self, note: str, revisions: Iterable[Revision]) -> list[Row]:
        """Return a row for each revision of one note."""
        if note not in self._notes:
            return [self._new(one) for one in revisions]
        return [self._compared(one) for one in revisions]

    def _new(self, one: Revision) -> Row:
        fate = Fate.REMOVED if one.removed else Fate.NEW
        if one.author == self._store.me.id and not self._trusted:
            reason = "The file says that it is yours, but you do not have it."
            return Row(fate, one.note, reason, one, asks=True)
        passed_on = one.author != self._file.creator.id and not self._file.converted
        if passed_on and not one.removed:
            return Row(fate, one.note, "Passed on by another than its author.", one)
        return Row(fate, one.note, "", one)

    def _compared(self, one: Revision) -> Row:
        known = self._known.get(one.rev)
        if known is not None:
            return Row(Fate.IDENTICAL if known[1] else Fate.OLDER, one.note, "", one)
        rows = self._store.known([one.note])
        if any(one.rev in row.replaces for row in rows if row.author == one.author):
            return Row(Fate.OLDER, one.note, "", one)
        if all(row.author != one.author for row in rows):
            return self._forged(one, rows)
        if self._file.converted and _adds_nothing(one, rows):
            return Row(Fate.IDENTICAL, one.note, "", one)
        fate = self._fate(one, rows)
        if one.author == self._store.me.id and not self._trusted:
            return Row(fate, one.note, "It would change a note of yours.", one, asks=True)
        if one.author not in {self._file.creator.id, self._store.me.id}:
            reason = "It changes a note of another than the file's author."
            return Row(fate, one.note, reason, one, asks=True)
        return Row(fate, one.note, "", one)

    def _forged(self, one: Revision, rows: Iterable[Revision]) -> Row:
        if any(row.author == self._store.me.id for row in rows):
            return Row(Fate.REFUSED, one.note, "It bears the id of a note of yours.")
        return Row(Fate.BESIDE, one.note, "Two people claim this note.", one, asks=True)

    def _fate(self, one: Revision, rows: Iterable[Revision]) -> Fate:
        heads = [row.rev for row in current(rows) if row.author == one.author]
        if not all(rev in one.replaces for rev in heads):
            return Fate.BESIDE
        return Fate.REMOVED if one.removed else Fate.CHANGED


def _adds_nothing(one: Revision, rows: Iterable[Revision]) -> bool:
    """Whether a poorer export of another program says what a richer one said before.

    Such exports know of no revisions, and one form of them may leave out times, tags or colour.
    """
    new = decode(json.loads(one.line))
    for row in current(rows):
        if row.removed:
            continue
        old = decode(json.loads(row.line))
        same = (new.kind, new.body, _quotes(new)) == (old.kind, old.body, _quotes(old))
        if same and set(new.tags) <= set(old.tags) and new.colour in {Colour.YELLOW, old.colour}:
            return True
    return False


def _quotes(note: Annotation) -> list[str]:
    return [one.selectors.exact for one in note.targets if isinstance(one, TextTarget)]


def _with_places(rows: list[Row], judge: Judge, places_s: float, progress: Progress) -> list[Row]:
    """Seek places while there is time."""
    end = time.monotonic() + places_s
    found: list[Row] = []
    for done, row in enumerate(rows):
        if time.monotonic() > end:
            return found + rows[done:]
        if done % 50 == 0:
            progress.step(0.7 + 0.3 * done / len(rows), "Seeking places")
        found.append(with_place(row, judge) if row.useful else row)
    return found


def with_place(row: Row, judge: Judge) -> Row:
    """Return the row with the place of its first words sought."""
    note = row.annotation
    targets = [one for one in note.targets if isinstance(one, TextTarget)] if note else []
    if not targets:
        return row
    fates = [_place(judge(target)) for target in targets]
    worst = max(fates, key=list(PlaceFate).index)
    return replace(row, place=worst)


def _place(anchoring: Anchoring | None) -> PlaceFate:
    if anchoring is None:
        return PlaceFate.NO_TEXT
    if isinstance(anchoring, Orphan):
        return PlaceFate.LOST
    sure = anchoring.outcome in {Outcome.EXACT, Outcome.MOVED}
    return PlaceFate.SURE if sure else PlaceFate.UNCERTAIN


def layer(file: AnnotationFile) -> tuple[Annotation, ...]:
    """Return what a file says, to be shown without taking it; all wordings of a note."""
    return tuple(decode(json.loads(one.line)) for one in file.revisions if not one.removed)
