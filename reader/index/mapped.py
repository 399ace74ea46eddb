# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""Whoosh's files mapped into memory, not read into it.

Whoosh maps its compound files, too, but then copies every part of them: a library of two million
words took 100 MB.  Mapped, the system keeps what is used and drops it when others need the room.
"""

from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from weakref import WeakSet

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import FileIndex


class _MappedFile(StructFile):
    """A file to be read from anywhere."""

    def get(self, position: int, length: int) -> bytes:
        """Return bytes without moving in the file."""
        part: bytes = self.file[position : position + length]
        return part


class Mapped:
    """Files mapped into memory.

    Reading where a mapped file has been cut off would end the program (SIGBUS), so their sizes
    are looked at before each search.
    """

    def __init__(self) -> None:
        self._files: WeakSet[mmap] = WeakSet()

    def map(self, path: Path) -> mmap:
        """Map a file.

        Raises:
            OSError, ValueError: it cannot be mapped, such as an empty one.
        """
        with path.open("rb") as file:
            made = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._files.add(made)
        return made

    def cut(self) -> bool:
        """Say whether one of them is shorter than it was; 1 µs each."""
        return any(not file.closed and file.size() < len(file) for file in list(self._files))


class _MappedStorage(FileStorage):
    """A folder of files that are only read."""

    def __init__(self, folder: Path, mapped: Mapped) -> None:
        super().__init__(str(folder), readonly=True)
        self._mapped = mapped

    def open_file(self, name: str, **options: Any) -> StructFile:
        """Map a file; one that cannot be mapped, such as an empty one, is opened as usual."""
        with suppress(ValueError):
            file = self._mapped.map(Path(self.folder) / name)
            return _MappedFile(file, name=name, **options)
        opened: StructFile = super().open_file(name, **options)
        return opened


def open_mapped(folder: Path, mapped: Mapped) -> Any:
    """Open the Whoosh index in ``folder`` for reading."""
    return FileIndex(_MappedStorage(folder, mapped))
