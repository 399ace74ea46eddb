"""The folder a group shares through the tool it already has (Syncthing, Nextcloud, git, a stick).

The program writes one file there, its own, whole or not at all, and only reads the others.
Copies that sync tools make of conflicting files are simply more revisions.  ``scan`` is cheap
when nothing changed (one ``stat`` a file) and meant to be called every few seconds.
"""

import json
import re
import stat
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.annotations.files import AnnotationFile, TextSource, dump, load
from reader.annotations.merging import Preview, file_of, preview, take
from reader.annotations.revisions import Revision, merge
from reader.annotations.store import Store
from reader.annotations.terms import ENDING, MAX_FILE_BYTES
from reader.importing.whole import write_whole
from reader.model import (
    NO_PROGRESS,
    AnnotationFileError,
    Cancelled,
    Change,
    Colour,
    LibraryError,
    Person,
    Progress,
)

#: A file that cannot be read may still be arriving; after this it is told of.
PATIENCE_S = 10.0
_PATTERN = "*.annotations*.json"
#: Share of the work on a file after which it is read, and compared with mine.
_READ, _COMPARED = 0.35, 0.5
_OWN, _TRUSTED, _MUTED = "group-file", "group-trusted", "group-muted"
_COLOURS = "group-colours"
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What one look into the folder brought.

    Attributes:
        changes: one for each file of which something was taken.
        asking: files with lines that are taken only when the reader says so.
        members: whose files were read.
        troubles: sentences on files that cannot be read.
        waiting: number of files that may still be arriving.
    """

    changes: tuple[Change, ...] = ()
    asking: tuple[Preview, ...] = ()
    members: tuple[Person, ...] = ()
    troubles: tuple[str, ...] = ()
    waiting: int = 0


@dataclass(slots=True)
class _Looked:
    changes: list[Change] = field(default_factory=list)
    asking: list[Preview] = field(default_factory=list)
    members: list[Person] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    waiting: int = 0


class GroupFolder:
    """One shared folder, and my file in it.

    Args:
        folder: chosen by the reader.
        store: mine.
        texts: describes the works of my library, asked on each writing.
        clock_s: seconds that never go back.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        texts: Callable[[], Iterable[TextSource]] = tuple,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = folder
        self._store = store
        self._texts = texts
        self._clock_s = clock_s
        self._seen: dict[Path, _Stamp] = {}
        self._first_failed_s: dict[Path, tuple[_Stamp, float]] = {}
        self._written: _Stamp | None = None
        self._said: tuple[int, _Stamp | None] | None = None

    # -- writing ---------------------------------------------------------------------------

    @property
    def own(self) -> Path:
        """My file in the folder; its name stays when I change mine."""
        name = self._store.fact(_OWN)
        if not name:
            name = f"{_slug(self._store.me.name)}-{self._store.fact('device')}{ENDING}"
            if not self._store.read_only:
                self._store.set_fact(_OWN, name)
        return self.folder / name

    def publish(self) -> bool:
        """Write what I share to my file; False when it says so already.

        About 40 µs a note when something changed, else one ``stat``.

        Revisions that stand in my file but not in my store (after going back to a backup) are
        carried on, so that nobody loses them.

        Raises:
            ReadOnly, LibraryError: the folder cannot be written to; the old file stands.
        """
        path = self.own
        if self._said == (self._store.changes, _stamp(path)):
            return False
        changes = self._store.changes
        data = dump(self._with_stranded(file_of(self._store, self._texts())))
        if _bytes_of(path) == data:
            self._said = (changes, _stamp(path))
            return False
        for leftover in self.folder.glob(f".{path.name}.*.part"):
            leftover.unlink(missing_ok=True)  # of a writing that a crash cut short
        write_whole(path, data)
        self._written = _stamp(path)
        if self._written is not None:
            self._seen[path] = self._written
        self._said = (changes, self._written)
        return True

    def _with_stranded(self, mine: AnnotationFile) -> AnnotationFile:
        if _stamp(self.own) == self._written:
            return mine
        stranded = self._in_my_file()
        known = self._store.names()
        kept = [one for one in stranded if one.rev not in known]
        return replace(mine, revisions=merge(mine.revisions, kept)) if kept else mine

    def _in_my_file(self) -> tuple[Revision, ...]:
        data = _bytes_of(self.own)
        try:
            found = load(data) if data else None
        except AnnotationFileError:
            return ()
        if found is None or found.creator.id != self._store.me.id:
            return ()
        return tuple(one for one in found.revisions if one.author == self._store.me.id)

    # -- reading ---------------------------------------------------------------------------

    def scan(self, progress: Progress = NO_PROGRESS) -> Arrival:
        """Take what changed in the files of others, each file wholly or not at all.

        Raises:
            LibraryError: the folder is not there, or the store cannot be written to.
            Cancelled: the reader stopped before anything was taken; it comes the next time.
        """
        if not self.folder.is_dir():
            raise LibraryError(
                f"The shared folder {self.folder} is not there. Is the disk or the sync tool off?",
                str(self.folder),
            )
        looked = _Looked()
        changed = [
            (path, stamp)
            for path in self._files()
            if (stamp := _stamp(path)) is not None and self._seen.get(path) != stamp
        ]
        for row, (path, stamp) in enumerate(changed):
            part = progress.part(row / len(changed), (row + 1) / len(changed))
            try:
                self._look(path, stamp, looked, part)
            except Cancelled:
                if not looked.changes:  # what was taken must be told of
                    raise
                break
        return Arrival(
            tuple(looked.changes),
            tuple(looked.asking),
            tuple(looked.members),
            tuple(looked.troubles),
            looked.waiting,
        )

    def _files(self) -> list[Path]:
        """Return annotation files, sync conflicts too, but nothing hidden or half-written."""
        try:
            found = [path for path in self.folder.glob(_PATTERN) if path.name[0] not in ".~"]
        except OSError as error:
            raise LibraryError(
                f"The shared folder {self.folder} cannot be read ({error.strerror}).",
                str(self.folder),
            ) from error
        return sorted(found)

    def _look(self, path: Path, stamp: _Stamp, looked: _Looked, progress: Progress) -> None:
        try:
            file = load(_bytes_of(path), path.name, progress.part(0.0, _READ))
        except AnnotationFileError as error:
            self._failed(path, stamp, error.message, looked)
            return
        self._first_failed_s.pop(path, None)
        found = preview(
            file,
            self._store,
            trusted=self._is_trusted(file),
            progress=progress.part(_READ, _COMPARED),
        )
        if any(row.ticked for row in found.rows):
            label = f"From {file.creator.name or path.name}"
            taking = progress.part(_COMPARED, 1.0)
            looked.changes.append(
                take(found, self._store, label=label, progress=taking, by_itself=True)
            )
        if any(row.asks for row in found.rows):
            looked.asking.append(found)
        if file.refused:
            looked.troubles.append(
                f"{len(file.refused)} annotations in {path.name} were refused: "
                f"{file.refused[0].reason}"
            )
        looked.members.append(file.creator)
        self._learn_colours(file)
        self._seen[path] = stamp

    def _failed(self, path: Path, stamp: _Stamp, message: str, looked: _Looked) -> None:
        """Wait for a file that is still arriving; tell of one that has stood broken."""
        known = self._first_failed_s.get(path)
        if known is None or known[0] != stamp:
            self._first_failed_s[path] = (stamp, self._clock_s())
            looked.waiting += 1
        elif self._clock_s() - known[1] < PATIENCE_S:
            looked.waiting += 1
        else:
            looked.troubles.append(f"{path.name} in the shared folder cannot be read. {message}")
            self._seen[path] = stamp

    # -- devices and members ---------------------------------------------------------------

    def _is_trusted(self, file: AnnotationFile) -> bool:
        return (
            file.creator.id == self._store.me.id
            and bool(file.device)
            and file.device in self._known(_TRUSTED)
        )

    def trust(self, device: str) -> None:
        """Take files of mine from this device without asking; they are looked at again."""
        self._keep(_TRUSTED, {*self._known(_TRUSTED), device})
        self._seen.clear()

    @property
    def muted(self) -> frozenset[str]:
        """Ids of the members whose notes are not shown."""
        return frozenset(self._known(_MUTED))

    def mute(self, person: str, *, muted: bool = True) -> None:
        """Stop showing a member's notes, or show them again; they still arrive."""
        rest = {one for one in self._known(_MUTED) if one != person}
        self._keep(_MUTED, rest | {person} if muted else rest)

    @property
    def colour_names(self) -> Mapping[str, Mapping[Colour, str]]:
        """What each member calls the colours, by person; mine, too."""
        found = json.loads(self._store.fact(_COLOURS) or "{}")
        theirs = {
            person: {Colour(colour): name for colour, name in names.items()}
            for person, names in found.items()
        }
        return {**theirs, self._store.me.id: self._store.colour_names()}

    def _learn_colours(self, file: AnnotationFile) -> None:
        if not file.creator.id or file.creator.id == self._store.me.id:
            return
        found = json.loads(self._store.fact(_COLOURS) or "{}")
        names = {colour.value: name for colour, name in file.colours}
        if found.get(file.creator.id, {}) != names:
            found[file.creator.id] = names
            self._store.set_fact(_COLOURS, json.dumps(found, sort_keys=True))

    def _known(self, key: str) -> list[str]:
        found = json.loads(self._store.fact(key) or "[]")
        return [str(one) for one in found]

    def _keep(self, key: str, values: set[str]) -> None:
        self._store.set_fact(key, json.dumps(sorted(values)))


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "reader"


def _stamp(path: Path) -> _Stamp | None:
    """Return what tells of a change; None for what is gone or no file: a pipe would never end."""
    try:
        found = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_size


def _bytes_of(path: Path) -> bytes:
    """Return a file's bytes; none for one that went away or cannot be read now."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)  # so much is refused; more need not be read
    except OSError:
        return b""
