"""What a reader gives to be added, file by file."""

from collections.abc import Iterable
from pathlib import Path


def files_of(given: Iterable[Path]) -> list[Path]:
    """Return files as they are, and for a folder the files in it that are not hidden.

    A folder that may not be read, or holds none, stands for itself: adding it tells why not.
    """
    return [file for path in given for file in (_files_in(path) if path.is_dir() else [path])]


def _files_in(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return [folder]
    return [path for path in found if not path.name.startswith(".")] or [folder]
