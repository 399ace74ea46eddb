"""The library, as everybody outside the core knows it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from reader.library.adding import Adding
from reader.library.apart import run_apart
from reader.library.compiling import Compiling
from reader.library.curating import Curating
from reader.library.finding import Finding
from reader.library.meeting import Meeting
from reader.library.opening import library_folder
from reader.library.session import Session
from reader.library.trails import Trailing
from reader.library.upkeep import Upkeep
from reader.model import NO_PROGRESS, Change, Progress, Touched
from reader.model.values import dataclass


class Library(Meeting, Compiling, Curating, Trailing, Upkeep, Finding, Adding, Session):
    """A folder of texts and notes, open.

    Each part of the door stands in a module of its own: ``texts`` (add, restore, describe,
    remove), ``adding`` (in another process), ``margins`` (marks and notes), ``finding`` (search),
    ``linking`` (related passages),
    ``studying`` (words and concepts in many texts, the glossary), ``curating`` (links of an
    editor's kind), ``trails``,
    ``sharing`` (taking away and taking in), ``grouping`` (the study group), ``meeting`` (packet
    and minutes), ``compiling`` (texts made of notes and concepts), ``seeing`` (what is sealed or
    muted), ``upkeep`` (checks and repairs), ``session``.

    Annotations are fast enough for the GUI thread; what says "slow" belongs into a task.
    """

    @classmethod
    def open(cls, folder: Path | None = None, *, read_only: bool = False) -> Self:
        """Open a library, made when it is missing; loads neither index nor links.

        When another program holds it, or it cannot be written to, it is opened for reading and
        ``notice`` says so.

        Raises:
            BadInput: the folder cannot be one.
        """
        return cls(library_folder(folder), read_only=read_only)

    def refresh(self, progress: Progress = NO_PROGRESS) -> bool:
        """Bring index and links up to date; say whether anything had changed.  Slow."""
        index = self.refresh_index(progress.part(0.0, 0.4))
        links = self.refresh_links(progress.part(0.4, 1.0))
        return index or links

    def refresh_elsewhere(self, progress: Progress = NO_PROGRESS) -> None:
        """Bring index and links up to date in another process, so that this one stays quick.

        Call it in a task; it waits for the other process and takes up what that wrote.

        Raises:
            Cancelled: the reader stopped it; what was done is kept.
            LibraryError: the other process failed; search and links go on with what there is.
        """
        self.pick_up_edits()  # the other process reads what stands on the disk
        self.write_notes()
        skipped = self._skipped
        with self._notes_found_anyway():
            _apart(_Part(self.folder, "index"), progress.part(0.0, 0.4))
        self._reopen_index(skipped)
        self._tell(Change(Touched.INDEX, label="Index"))  # links may take minutes more
        _apart(_Part(self.folder, "links"), progress.part(0.4, 1.0))
        self._reopen_links()
        self._tell(Change(Touched.LINKS, label="Links"))


@dataclass(frozen=True, slots=True)
class _Part:
    """What another process brings up to date: ``index`` or ``links`` of a library folder."""

    folder: Path
    name: str


def _apart(part: _Part, progress: Progress) -> None:
    run_apart(_bring, part, lambda _changed: None, progress)


def _bring(part: _Part, progress: Progress) -> Iterator[object]:
    """Bring one part up to date: runs in the other process."""
    # Our tables are too small for more threads: on a busy machine, those that wait for each other
    # made a shelf of 143 texts take five minutes instead of one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    library = Library.open(part.folder, read_only=True)
    try:
        if part.name == "index":
            yield library.refresh_index(progress)
        else:
            yield library.refresh_links(progress)
    finally:
        library.close()
