"""Large texts, and many, added or built again in another process, so that the window stays quick.

A stop ends the process, and so is heard at once however deep the work is.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reader.library.reporting import Added
from reader.library.shelf import Shelf
from reader.library.texts import Texts
from reader.model import (
    NO_PROGRESS,
    ByHand,
    Cancelled,
    Change,
    LibraryError,
    Progress,
    ReaderError,
)
from reader.model.values import dataclass

#: Bytes of files from which another process is worth its start (half a second).  A text of this
#: size is restored in two seconds; the window's loop is silent for 40 ms at most meanwhile.
BESIDE = 250_000
_INCOMING = ".incoming-"
#: The first texts are told of one by one, as they are shown; of the others so many together:
#: whoever listens looks through the whole shelf each time.
_FIRST, _TOGETHER = 3, 24


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not added.

    Attributes:
        path: of the file.
        error: why.
    """

    path: Path
    error: ReaderError


@dataclass(frozen=True, slots=True)
class _Job:
    library: Path
    paths: tuple[Path, ...]
    goal: Path


@dataclass(frozen=True, slots=True)
class _Made:
    """An edition that lies in the folder of the job, to be taken in; or was here already."""

    added: Added


@dataclass(frozen=True, slots=True)
class _Again:
    library: Path
    work: str
    wanted: ByHand
    goal: Path


class Adding(Texts):
    """The part of the door that adds and builds again without holding the window up."""

    def add_beside(
        self,
        paths: Sequence[Path],
        told: Callable[[Added | Refused], None],
        progress: Progress = NO_PROGRESS,
    ) -> None:
        """Add files as ``add`` does, large ones or many in another process; in their order.

        Args:
            paths: files.
            told: called for each file with what became of it, on this thread.
            progress: told of all files together.

        Raises:
            Cancelled: the reader stopped it; what was added stays, nothing is half written.
            ReadOnly: the library cannot be changed.
            LibraryError: it cannot be written to, or the other process died; as above.
        """
        self._may_change()
        if sum(map(_size, paths)) > BESIDE:
            with self._turn(progress):
                self._add_apart(tuple(paths), told, progress)
            return
        for path in paths:
            try:
                told(self.add(path, progress))
            except Cancelled:
                raise
            except ReaderError as error:
                told(Refused(path, error))

    def _add_apart(
        self,
        paths: tuple[Path, ...],
        told: Callable[[Added | Refused], None],
        progress: Progress,
    ) -> None:
        from reader.library.apart import run_apart

        changes: list[Change] = []
        count = 0

        def take(value: object) -> None:
            nonlocal count
            count += 1
            if isinstance(value, _Made) and not value.added.already:
                changes.append(self._taken_in(goal, value.added))
            if len(changes) >= (1 if count <= _FIRST else _TOGETHER):
                self._tell_together(changes)
            if isinstance(value, Refused):
                told(value)
            elif isinstance(value, _Made):
                told(value.added)

        with self._incoming() as goal:
            try:
                run_apart(_make, _Job(self.folder, paths, goal), take, progress)
            finally:
                self._tell_together(changes)

    @contextmanager
    def _incoming(self) -> Iterator[Path]:
        """Give a folder for what another process makes; one at a time."""
        for left in self.folder.glob(f"{_INCOMING}*"):  # of a program that was ended
            shutil.rmtree(left, ignore_errors=True)
        try:
            goal = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=self.folder))
        except OSError as error:
            raise LibraryError(
                f"Nothing can be written to the library ({error.strerror}); nothing was changed.",
                str(self.folder),
            ) from error
        try:
            yield goal
        finally:
            shutil.rmtree(goal, ignore_errors=True)

    def rebuild(self, work: str, wanted: ByHand, progress: Progress = NO_PROGRESS) -> Change:
        """Restore a text again as ``Texts.rebuild`` does, a large one in another process."""
        self._may_change()
        if _size(self._shelf.source_path(self.edition(work))) <= BESIDE:
            return super().rebuild(work, wanted, progress)
        from reader.library.apart import run_apart

        with self._turn(progress), self._incoming() as goal:
            job = _Again(self.folder, work, wanted, goal)
            run_apart(_make_again, job, lambda _made: None, progress)
            edition = Shelf(goal).load(work)
            return self._tell(
                self._put_edition(
                    edition, lambda: self._shelf.take_again(goal, edition.id), progress
                )
            )

    def _taken_in(self, goal: Path, added: Added) -> Change:
        """Put an edition that the other process wrote in its place."""
        edition_id = added.summary.edition
        edition = Shelf(goal).load(edition_id)
        self._word_counts[edition.sha256] = added.summary.words
        return self._put_edition(edition, lambda: self._shelf.take(goal, edition_id), NO_PROGRESS)

    def _tell_together(self, changes: list[Change]) -> None:
        """Tell of several texts at once, and forget that they have to be told."""
        if changes:
            works = frozenset(work for one in changes for work in one.works)
            self._tell(replace(changes[-1], works=works))
            changes.clear()

    def made_apart(self, path: Path, goal: Path, progress: Progress) -> Added:
        """Make the edition of a file and write it to another folder; the library stays as it is.

        Raises:
            BadInput: the file cannot be used.
            LibraryError: the folder cannot be written to.
        """
        made = self._made(path, progress)
        if isinstance(made, Added):
            return made
        edition, recognised = made
        Shelf(goal).save(edition, path.read_bytes())
        return self._reported(edition, recognised=recognised)

    def look_again(self, work: str) -> None:
        """Forget what was read of a work: another process has changed it."""
        self._forget(work)


def _make(job: _Job, progress: Progress) -> Iterator[object]:
    """Make the editions of a job one after another: runs in the other process."""
    library = Adding(job.library, read_only=True)
    whole = sum(map(_size, job.paths)) or 1
    done = 0
    for path in job.paths:
        try:
            added = library.made_apart(path, job.goal, _share(progress, done, path, whole))
        except Cancelled:
            raise
        except ReaderError as error:
            yield Refused(path, error)
        else:
            yield _Made(added)
            library.look_again(added.summary.work.id)
        done += _size(path)


def _make_again(job: _Again, progress: Progress) -> Iterator[object]:
    """Build a text again: runs in the other process."""
    library = Adding(job.library, read_only=True)
    edition = library.restored_again(job.work, job.wanted, progress)
    Shelf(job.goal).save(edition, None)
    yield edition.id


def _share(progress: Progress, done: int, path: Path, whole: int) -> Progress:
    """Return a progress for one file among others, by their sizes."""
    size = _size(path)

    def tell(share: float, _words: str) -> None:
        progress.tell((done + share * size) / whole, path.name)

    return Progress(tell, progress.stopped)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
