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

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import FileIndex


class _MappedFile(StructFile):
    """A file to be read from anywhere."""

    def get(self, position: int, length: int) -> bytes:
        """Return bytes without moving in the file."""
        part: bytes = self.file[position : position + length]
        return part


class _MappedStorage(FileStorage):
    """A folder of files that are only read."""

    def open_file(self, name: str, **options: Any) -> StructFile:
        """Map a file; one that cannot be mapped, such as an empty one, is opened as usual."""
        with suppress(ValueError), (Path(self.folder) / name).open("rb") as file:
            return _MappedFile(mmap(file.fileno(), 0, access=ACCESS_READ), name=name, **options)
        opened: StructFile = super().open_file(name, **options)
        return opened


def open_mapped(folder: Path) -> Any:
    """Open the Whoosh index in ``folder`` for reading."""
    return FileIndex(_MappedStorage(str(folder), readonly=True))
