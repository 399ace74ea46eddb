"""Texts of the library: add, restore, describe, rebuild, remove."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from reader.library.files import write_whole
from reader.library.knowing import Knowing
from reader.library.reporting import Added, report_of
from reader.model import (
    NO_PROGRESS,
    BadInput,
    ByHand,
    Cancelled,
    Change,
    Edition,
    EditionSummary,
    NotFound,
    Progress,
    ReaderError,
    Touched,
    Work,
)
from reader.model.collecting import without_collecting

if TYPE_CHECKING:
    from threading import Lock

    from reader.importing import RawText
    from reader.restore import Restored

#: How often one who waits for another text looks whether the reader wants to stop, seconds.
_LOOK_S = 0.1
#: Between two texts that are read beside a window, seconds.
_REST_S = 0.006
_IN_PLACE = "It takes the place of the copy that was here, which was moved to “removed”."
_TEXTS = Touched.TEXTS | Touched.INDEX | Touched.LINKS | Touched.MARKS


class Texts(Knowing):
    """The part of the door that deals with texts."""

    def texts(self) -> tuple[EditionSummary, ...]:
        """Return all texts, readers' own first, by author and title.

        Damaged ones are left out, and help in other languages than the reader's.
        """
        found = []
        left_out = self._bundled.translations(self.language)
        for work in (one for one in self.works() if one not in left_out):
            with suppress(BadInput, NotFound):
                found.append(self._summary(self.edition(work)))
        return tuple(sorted(found, key=lambda s: (s.work.bundled, s.work.authors, s.work.title)))

    def read_all(self, progress: Progress) -> None:
        """Read all texts once, so that nobody who lists them waits; 1.2 s for 143 texts.

        For a thread beside a window: it rests after each text, else frames take five times as
        long meanwhile.

        Raises:
            Cancelled: the reader stopped it; the others are read when they are asked for.
        """
        with without_collecting(keep=True):
            for work in self.works():
                progress.step(0.0)
                counted = len(self._word_counts)
                with suppress(BadInput, NotFound):
                    self._words_in(self.edition(work))
                if len(self._word_counts) > counted:
                    sleep(_REST_S)

    def source(self, work: str) -> str:
        """Return the raw text of the source, to show a passage as it stood there.

        Slow for formats other than plain text.

        Raises:
            BadInput: the source cannot be read any more.
        """
        from reader.importing import read

        return read(self._shelf.source_path(self.edition(work))).text

    def add(
        self,
        path: Path,
        progress: Progress = NO_PROGRESS,
        *,
        title: str = "",
        authors: tuple[str, ...] = (),
    ) -> Added:
        """Import and restore one file and keep it as an edition.

        The same file again changes nothing; another copy of the whole of a work that is there
        takes its place, and notes find their places in it; the report says so.  Slow: seconds
        for a booklet.

        Raises:
            BadInput: the file cannot be used; nothing was written.
            Cancelled: the reader stopped it; nothing was written.
            ReadOnly, LibraryError: the library cannot be written to; nothing was lost.
        """
        self._may_change()
        with self._turn(progress):
            made = self._made(path, progress, title, authors)
            if isinstance(made, Added):
                return made
            edition, recognised = made
            added = self._reported(edition, recognised=recognised)
            self._keep(edition, path.read_bytes(), progress)
            progress.step(1.0, "done")
            return added

    def _made(
        self, path: Path, progress: Progress, title: str = "", authors: tuple[str, ...] = ()
    ) -> tuple[Edition, bool] | Added:
        """Return the edition of a file and whether its work is known, or that it is here already.

        Reads the library and changes nothing.
        """
        from reader.importing import read
        from reader.restore import restore

        raw = read(path, progress)
        if same := self._with_source(raw.provenance.sha256):
            full = self.with_repairs(same.work.id)
            known = self._record_for(raw.text) is not None
            return replace(report_of(full, self._summary(full, recognised=known)), already=True)
        restored = restore(raw, progress)
        progress.step(0.95, "recognising the work")
        record = self._record_for(restored.text)
        work = self._name(raw, restored, record, title, authors)
        return _edition(raw, restored, work), record is not None

    def _reported(self, edition: Edition, *, recognised: bool) -> Added:
        """Return what becomes of an edition that is about to be kept."""
        added = report_of(edition, self._summary(edition, recognised=recognised))
        if edition.id not in self._shelf.ids():
            return added
        return replace(added, report=(_IN_PLACE, *added.report))

    @contextmanager
    def _turn(self, progress: Progress) -> Iterator[None]:
        """Let one text be added at a time: names of works are given by those that are there.

        Raises:
            Cancelled: the reader stopped it while it waited.
        """
        while not self._adding.acquire(timeout=_LOOK_S):
            progress.step(0.0, "waiting for another text")
        try:
            yield
        finally:
            self._adding.release()

    @cached_property
    def _adding(self) -> "Lock":
        from threading import Lock

        return Lock()

    def rebuild(self, work: str, wanted: ByHand, progress: Progress = NO_PROGRESS) -> Change:
        """Restore a text again, with pages in the reader's order or without some repairs.

        Notes find their places in the new edition.  Slow: run it in a task.

        Raises:
            BadInput: the source cannot be read, or the work is a bundled one.
            Cancelled: the reader stopped it; the text is as it was.
        """
        self._may_change()
        return self._keep(self.restored_again(work, wanted, progress), None, progress)

    def restored_again(self, work: str, wanted: ByHand, progress: Progress) -> Edition:
        """Return what ``rebuild`` keeps; the library stays as it is."""
        from reader.importing import read
        from reader.restore import restore

        before = self._shelf.load_with_repairs(work)
        source = self._shelf.source_path(before)
        raw = read(source, progress)
        raw = replace(raw, provenance=replace(raw.provenance, file=before.provenance.file))
        laid = before.laid if wanted.order is None else wanted.order
        joined = before.joined if wanted.joined is None else wanted.joined
        restored = restore(raw, progress, order=laid or None, undone=wanted.undone, joined=joined)
        known = {one.id: one for one in (*before.taken_back, *before.repairs)}
        taken_back = tuple(known[key] for key in known if key in wanted.undone)
        edition = _edition(raw, restored, before.work)
        return replace(edition, taken_back=taken_back, laid=laid, joined=joined)

    def remove(self, work: str) -> Change:
        """Take a text out of the library; its notes stay, and undo brings it back.

        Raises:
            NotFound: the work is not there, or ships with the program.
        """
        self._may_change()
        change = self._take_away(work)
        self._undo.did(
            change.label, lambda: self._bring_back(change), lambda: self._take_away(work)
        )
        return change

    def _take_away(self, work: str) -> Change:
        title = self._shelf.load(work).work.title
        self._shelf.remove(work)
        self._forget(work)
        return self._tell(Change(_TEXTS, frozenset({work}), f"Remove “{title}”"))

    def _bring_back(self, removal: Change) -> Change:
        for work in removal.works:
            self._shelf.bring_back(work)
            self._forget(work)
        return self._tell(removal)

    def describe(self, work: Work) -> Change:
        """Change title, authors and the like of a work; its short id stays.

        Raises:
            NotFound: the work is not there, or ships with the program.
        """
        self._may_change()
        old = self._shelf.load(work.id).work
        change = self._put_work(work)
        self._undo.did(change.label, lambda: self._put_work(old), lambda: self._put_work(work))
        return change

    def _put_work(self, work: Work) -> Change:
        edition = self._shelf.load_with_repairs(work.id)
        self._shelf.save(replace(edition, work=work), None)
        self._forget(work.id)
        return self._tell(Change(_TEXTS, frozenset({work.id}), "Edit title and author"))

    def _keep(self, edition: Edition, source: bytes | None, progress: Progress) -> Change:
        def save() -> None:
            if source is None:
                self._shelf.save(edition, None)
                return
            with self._shelf.in_place_of(edition.id):
                self._shelf.save(edition, source)

        return self._tell(self._put_edition(edition, save, progress))

    def _put_edition(
        self, edition: Edition, save: Callable[[], None], progress: Progress
    ) -> Change:
        """Save an edition and let notes find their places in it; return what is to be told."""
        self._keep_former(edition)
        save()
        self._forget(edition.id)
        # or it would be read
        bare = replace(edition, repairs=(), pieces=(), taken_back=(), laid=(), joined=frozenset())
        self._editions[edition.id] = bare
        self._words_in(edition)
        self._seek_places(edition.work.id, progress)
        return Change(_TEXTS, frozenset({edition.work.id}), f"Add “{edition.work.title}”")

    def _keep_former(self, edition: Edition) -> None:
        """Keep the text that notes were made on: it tells where they belong in the new one."""
        with suppress(ReaderError):
            old = self._shelf.load(edition.id)
            if old.sha256 != edition.sha256 and self._store.annotations(old.work.id):
                write_whole(self.former_path(old.sha256), old.text.encode("utf-8"))

    def _seek_places(self, work: str, progress: Progress) -> None:
        """Find the places of all notes now, in the thread that restored, and remember them.

        The text is kept by now, so a reader who stops this loses nothing: what is missing is
        sought when it is shown.
        """
        notes = self._store.annotations(work)
        with suppress(Cancelled):
            for row, note in enumerate(notes):
                progress.step(0.95 + 0.05 * row / len(notes), "finding the places of notes")
                self._place(note)

    def _forget(self, work: str) -> None:
        self._editions.pop(work, None)

    def _words_in(self, edition: Edition) -> int:
        """Count once for each edition: 0.1 s for two million words."""
        if edition.sha256 not in self._word_counts:
            self._word_counts[edition.sha256] = len(edition.text.split())
        return self._word_counts[edition.sha256]

    @cached_property
    def _word_counts(self) -> dict[str, int]:
        return {}

    def _summary(self, edition: Edition, *, recognised: bool = False) -> EditionSummary:
        return EditionSummary(
            edition=edition.id,
            work=edition.work,
            words=self._words_in(edition),
            passages=len(edition.passages),
            order_confidence=edition.order_confidence,
            provenance=edition.provenance,
            recognised=recognised,
        )


def _edition(raw: "RawText", restored: "Restored", work: Work) -> Edition:
    from reader.passages import divide
    from reader.restore import RESTORER

    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    note = " ".join(filter(None, [raw.provenance.note, restored.note]))
    provenance = replace(raw.provenance, imported=now, restorer=RESTORER, note=note)
    return divide(restored, replace(raw, provenance=provenance), work, work.id)
