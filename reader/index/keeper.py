"""Keeps the index: opens it, changes it, replaces it, and does without it when it must.

The documents stand in two shards: the index on disk, or while there is none the texts themselves
as far as they can be read in a moment; and beside it the notes written since.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from threading import RLock
from typing import TYPE_CHECKING

from reader.index import generation
from reader.index.values import NOTES, Document, Stale
from reader.model import LibraryError, Progress, ReadOnly

if TYPE_CHECKING:
    from reader.index.disk import DiskShard
    from reader.index.memory import MemoryShard
    from reader.index.shard import Shard
    from reader.index.writing import Text

#: Code points of text that are searched without an index: about half a second to read in.
SEARCHED_WITHOUT = 2_000_000
#: Notes in memory, after which they are written into the index with the next change.
MOST_NOTES = 200
_DAMAGES = (OSError, ValueError, KeyError, TypeError, IndexError)


class Keeper:
    """The state of one index folder.

    Every method may be called from any thread.

    Attributes:
        folder: of the index; made when first written.
        building: answers may be incomplete, because there is no index or a new one is written.
    """

    def __init__(
        self, folder: Path, texts: Callable[[], Iterable[Document]], *, read_only: bool
    ) -> None:
        self.folder = folder
        self.read_only = read_only
        self._texts = texts
        self._lock = RLock()  # of the state below; held for moments
        self._opening = RLock()
        self._writing = RLock()  # one change at a time
        self._opened = False
        self._rebuilding = False
        self._disk: DiskShard | None = None
        self._state: generation.State | None = None
        self._seen: Mapping[str, tuple[int, int]] = {}  # when its files were written
        self._instead: MemoryShard | None = None
        self._cut = False  # that holds only the first of the texts
        self._notes: dict[str, Document | None] = {}
        self._beside: Shard | None = None

    # -- reading -------------------------------------------------------------------

    @property
    def building(self) -> bool:
        """Whether answers may be incomplete."""
        return self._rebuilding or (self._opened and self._disk is None)

    @property
    def partial(self) -> bool:
        """Whether there is no index and more text than is searched without one."""
        return self._cut and self._opened and self._disk is None

    def shards(self) -> list["Shard"]:
        """Return what is to be searched; opens the index when it is not open yet.

        Raises:
            IndexDamaged: its files were overwritten or cut off since.
        """
        self.open()
        disk, state = self._disk, self._state
        if disk is not None and state is not None:
            disk.look()
            self._look(disk, state)
        first = disk or self._without()
        beside = self._beside
        return [first, beside] if beside else [first]

    def _look(self, disk: "DiskShard", state: generation.State) -> None:
        """Compare check sums of files that were written to while they are open; 20 µs if none.

        They may hide words without any error.  Files that are gone were replaced by others, and
        who has them open reads on.
        """
        now, seen = generation.times(disk.folder, state), self._seen
        changed = [name for name, time in now.items() if time != seen.get(name, time)]
        if changed and generation.overwritten(disk.folder, state, changed):
            from reader.index.disk import IndexDamaged

            raise IndexDamaged(", ".join(changed))
        self._seen = now

    def open(self) -> None:
        """Open the index if there is one.  About 0.2 s the first time, mostly imports."""
        if not self._opened:
            with self._opening:
                if not self._opened:
                    self._take(*self._read(), {})

    def _read(self) -> "tuple[DiskShard | None, generation.State | None]":
        """Read what is current; a damaged or old index counts as none."""
        place = generation.current(self.folder)
        if place is None:
            return None, None
        from reader.index.disk import DiskShard, IndexDamaged
        from reader.index.writing import read_vocabulary, version

        with suppress(*_DAMAGES, IndexDamaged):
            state = generation.load(place, thorough=True)
            if state.format == version():
                return DiskShard(place, read_vocabulary(place, state)), state
        return None, None

    def _take(
        self,
        disk: "DiskShard | None",
        state: "generation.State | None",
        written: Mapping[str, Document | None],
    ) -> None:
        """Search this index from now on; ``written`` are the notes in memory that it holds."""
        with self._lock:
            self._forget(written)
            self._disk, self._state, self._opened = disk, state, True
            self._seen = generation.times(disk.folder, state) if disk and state else {}
            self._instead = None if disk is not None else self._instead
            self._bury(self._notes)

    def _bury(self, keys: Iterable[str]) -> None:
        """Leave out the former wording of notes that were changed since."""
        shard = self._disk or self._instead
        if shard is None:
            return
        from reader.index.disk import IndexDamaged

        try:
            for key in keys:
                shard.bury(f"key:{key}")
        except IndexDamaged:
            self.damaged(self._disk)

    @property
    def disk(self) -> "DiskShard | None":
        """The index on disk that is searched now."""
        return self._disk

    def damaged(self, disk: "DiskShard | None") -> None:
        """Give an index up that was found damaged while it was read; a newer one is kept."""
        with self._lock:
            if self._disk is disk:
                self._disk, self._state = None, None

    def check(self) -> bool:
        """Say whether the index on disk is whole, comparing check sums."""
        place = generation.current(self.folder)
        if place is None:
            return False
        from reader.index.writing import version

        try:
            return generation.load(place, thorough=True).format == version()
        except _DAMAGES:
            return False

    def stale(self, stamps: Mapping[str, str]) -> Stale:
        """Compare the index with the stamps of a library."""
        self.open()
        with self._lock:
            have = self._state.stamps if self._state else {}
            changed = tuple(work for work, stamp in stamps.items() if have.get(work) != stamp)
            return Stale(changed, tuple(work for work in have if work not in stamps))

    def holds(self, work: str) -> bool:
        """Say whether the index on disk has taken a work in, in whatever wording."""
        self.open()
        state = self._state
        return state is not None and work in state.stamps

    def _without(self) -> "Shard":
        """Return the texts themselves, as many as can be read in at once."""
        with self._opening:
            if self._instead is None:
                made = self._read_in()
                with self._lock:
                    self._instead = made
                    self._bury(self._notes)
            return self._instead or self._read_in()

    def _read_in(self) -> "MemoryShard":
        from reader.index.memory import MemoryShard

        left = SEARCHED_WITHOUT
        taken = []
        for document in self._texts():
            left -= len(document.text)
            if left < 0:
                break
            taken.append(document)
        self._cut = left < 0
        return MemoryShard(taken)

    # -- writing -------------------------------------------------------------------

    def rebuild(self, texts: Iterable["Text"], progress: Progress) -> None:
        """Write a new index in another process and switch to it.

        Raises:
            LibraryError: it could not be written; the old one stays in use.
            Cancelled: the reader stopped it; the same.
        """
        self._may_write()
        from reader.index.build import unwritten

        with self._writing:
            self._rebuilding = True
            try:
                self._build(texts, progress)
            except OSError as error:
                raise LibraryError(unwritten(error)) from error
            finally:
                self._rebuilding = False

    def _build(self, texts: Iterable["Text"], progress: Progress) -> None:
        from reader.index.build import build

        made = generation.fresh(self.folder)
        pending = dict(self._notes)
        try:
            build(made, texts, progress)
            generation.switch(self.folder, made)
        except BaseException:
            rmtree(made, ignore_errors=True)
            raise
        self._take(*self._read(), pending)

    def update(self, texts: Sequence["Text"]) -> None:
        """Put the documents of some works in place of their old ones; none: drop the work.

        Raises:
            LibraryError: it could not be written; the old ones stay.
        """
        with self._writing:
            names = [work for work, _stamp, _documents in texts]
            pending = dict(self._notes) if NOTES in names else {}
            self._amend([f"group:{work}" for work in names], texts, pending)

    def flush(self, stamp: str) -> None:
        """Write the notes in memory into the index; without one they stay in memory.

        Raises:
            LibraryError: it could not be written; they stay in memory.
        """
        with self._writing:
            pending = dict(self._notes)
            if pending:
                kept = [note for note in pending.values() if note is not None]
                facets = [f"key:{key}" for key in pending]
                self._amend(facets, [(NOTES, stamp, kept)], pending)

    def _amend(
        self,
        facets: Sequence[str],
        texts: Sequence["Text"],
        written: Mapping[str, Document | None],
    ) -> None:
        """Change the index on disk and go over to it; searches go on in the old one meanwhile."""
        self._may_write()
        self.open()
        from reader.index.build import unwritten
        from reader.index.writing import Amendment, amend

        place, disk, state = self._up_to_date()
        try:
            if place is None or disk is None or state is None:
                if all(work == NOTES for work, _stamp, _documents in texts):
                    return  # an index begun with the notes alone would hide the texts
                self._write_anew([text for text in texts if text[1]])
            else:
                amend(place, state, disk.vocabulary, Amendment(facets, texts), disk.size)
        except OSError as error:
            raise LibraryError(unwritten(error)) from error
        self._take(*self._read(), written)

    def _write_anew(self, texts: Sequence["Text"]) -> None:
        from reader.index.writing import write_all

        made = generation.fresh(self.folder)
        try:
            write_all(made, texts)
            generation.switch(self.folder, made)
        except BaseException:
            rmtree(made, ignore_errors=True)
            raise

    def tidy(self) -> None:
        """Drop what a build left that was killed."""
        if not self.read_only:
            generation.sweep(self.folder)

    def _up_to_date(self) -> "tuple[Path | None, DiskShard | None, generation.State | None]":
        """Return what is on disk now; another program may have written since it was opened."""
        place = generation.current(self.folder)
        with suppress(*_DAMAGES):
            if place is not None and generation.load(place) != self._state:
                self._take(*self._read(), {})
        return place, self._disk, self._state

    def _may_write(self) -> None:
        if self.read_only:
            raise ReadOnly("This library can be read but not changed; its index stays as it is.")

    # -- notes in memory -----------------------------------------------------------

    def put_notes(self, notes: Iterable[Document]) -> None:
        """Let notes be found at once, in place of their former wording."""
        self.change_notes({note.key: note for note in notes})

    def drop_notes(self, keys: Iterable[str]) -> None:
        """Let notes not be found any more."""
        self.change_notes(dict.fromkeys(keys))

    def change_notes(self, notes: Mapping[str, Document | None]) -> None:
        """Let notes be found in their present wording; None for those that are gone."""
        if not notes:
            return
        with self._lock:
            self._notes.update(notes)
            self._bury(notes)
            self._lay_beside()

    def _forget(self, written: Mapping[str, Document | None]) -> None:
        """Drop from memory what is now on disk and was not changed since."""
        for key, note in written.items():
            if key in self._notes and self._notes[key] == note:
                del self._notes[key]
        self._lay_beside()

    def _lay_beside(self) -> None:
        kept = [note for note in self._notes.values() if note is not None]
        if not kept:
            self._beside = None
            return
        from reader.index.memory import MemoryShard

        self._beside = MemoryShard(kept)

    @property
    def notes_in_memory(self) -> int:
        """How many notes wait to be written."""
        return len(self._notes)

    def reopen(self) -> None:
        """Go over to what another process wrote; notes in memory lie over it as before."""
        if self._opened:
            self._take(*self._read(), {})

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._disk is not None:
                self._disk.close()
            self._disk, self._opened = None, False
