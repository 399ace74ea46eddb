"""Files of people are written whole or not at all."""

import os
import time
from contextlib import suppress
from pathlib import Path

from reader.model import LibraryError, ReadOnly

#: A file that is being written is no older; seconds.
_LEFT_S = 3600


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write ``data`` to ``path``: beside it, flushed to the disk, then put in its place.

    After any fault the old file, or none, stands there; never half of the new one.  A new file
    may be read by whom the system says, an old one keeps its rights.  What can be made again, as
    in a cache, need not be ``durable``: a flush takes 1 to 500 ms.

    Raises:
        ReadOnly: the folder cannot be written to; the old file is untouched.
        LibraryError: no room, or the disk failed; likewise.
    """
    import tempfile  # not on the way to the first paint

    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(beside).chmod(_rights(path))
        Path(beside).replace(path)
        if durable:
            sync_folder(path.parent)
            _clear(path)
    except OSError as error:
        if beside:
            with suppress(OSError):
                Path(beside).unlink()
        kind = ReadOnly if isinstance(error, PermissionError) else LibraryError
        raise kind(
            f"{path.name} could not be written ({error.strerror}); what stood there before is "
            "untouched. Make room, or choose another folder.",
            str(path),
        ) from error


def _clear(path: Path) -> None:
    """Take away what writers of this file left beside it when they were killed, an hour ago."""
    with suppress(OSError), os.scandir(path.parent) as found:
        for one in found:
            if one.name.startswith(f".{path.name}.") and one.name.endswith(".part"):
                with suppress(OSError):
                    if time.time() - one.stat().st_mtime > _LEFT_S:
                        Path(one.path).unlink()


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _rights(path: Path) -> int:
    """Return the rights of the file that stands there, or those of a new one."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
