"""A file of the reader's own that the program writes and people may edit by hand."""

from contextlib import suppress
from pathlib import Path

from reader.library.files import write_whole
from reader.model import LibraryError

#: What tells that a file was written: time in ns, size and number of the file.
_Sign = tuple[int, int, int]


class OwnFile:
    """``glossary.toml`` or ``links.toml`` of a library.

    Attributes:
        path: where it lies; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sign = self._signed()

    def content(self) -> bytes | None:
        """Return what stands in it; None when there is no file.

        Raises:
            LibraryError: it cannot be read.
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise LibraryError(
                f"{self.path.name} cannot be read ({error.strerror}); nothing was changed.",
                str(self.path),
            ) from error

    def put_back(self, before: bytes | None) -> None:
        """Write what stood there before; None: no file.

        Raises:
            LibraryError: it cannot be written; what stands there stays.
        """
        if before is not None:
            write_whole(self.path, before)
            return
        with suppress(FileNotFoundError):
            self.path.unlink()

    def was_edited(self) -> bool:
        """Say whether it was written since this was last asked, by whom ever."""
        before, self._sign = self._sign, self._signed()
        return before != self._sign

    def _signed(self) -> _Sign | None:
        try:
            told = self.path.stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size, told.st_ino
