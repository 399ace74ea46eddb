"""Files written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.model import LibraryError, ReadOnly


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, flush it to the disk, then put it in its place.

    Raises:
        ReadOnly: the folder cannot be written to; the old file is untouched.
        LibraryError: no room, or the disk failed; likewise.
    """
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if beside:
            with suppress(OSError):
                Path(beside).unlink()
        kind = ReadOnly if isinstance(error, PermissionError) else LibraryError
        raise kind(
            f"{path.name} could not be written ({error.strerror}); what stood there before is "
            "untouched.",
            str(path),
        ) from error


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
