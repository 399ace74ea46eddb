"""Files of people are written whole or not at all."""

import json
import os
from contextlib import suppress
from pathlib import Path

from reader.model import LibraryError, ReadOnly


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: beside it, flushed to the disk, then put in its place.

    After any fault the old file, or none, stands there; never half of the new one.

    Raises:
        ReadOnly: the folder cannot be written to.
        LibraryError: no room is left, or the disk failed.
    """
    import tempfile  # not on the way to the first paint

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except PermissionError as error:
        raise ReadOnly(f"The folder {path.parent} cannot be written to.", str(path)) from error
    except OSError as error:
        raise _trouble(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise _trouble(path, error) from error


def write_json(path: Path, value: object) -> None:
    """Write ``value`` as readable JSON, whole or not at all; errors as in ``write_whole``."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    write_whole(path, text.encode("utf-8", "surrogatepass") + b"\n")


def _trouble(path: Path, error: OSError) -> LibraryError:
    return LibraryError(
        f"{path.name} could not be written ({error.strerror}); the old file is untouched. "
        "Make room or choose another library folder.",
        str(path),
    )


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, too, where the system allows to open folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
