"""One writer for each library folder, by a lock that dies with its process."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from reader.model import LibraryBusy, ReadOnly

#: What the systems say when another has the lock.
_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FolderLock:
    """Held from its making until ``release``; the system releases it after a crash.

    Raises:
        LibraryBusy: another writer, of this or another process, has it.
        ReadOnly: the folder cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0))
        except OSError as error:
            raise ReadOnly(
                f"The library folder {path.parent} cannot be written to ({error.strerror}).",
                str(path.parent),
            ) from error
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            if error.errno in _HELD:
                raise LibraryBusy(
                    f"The library {path.parent} is open in another window.", str(path.parent)
                ) from error
            raise ReadOnly(
                f"The library {path.parent} lies on a disk that cannot be locked "
                f"({error.strerror}), so changes would not be safe there. Choose another folder.",
                str(path.parent),
            ) from error

    def release(self) -> None:
        """Let others write; may be called twice."""
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
