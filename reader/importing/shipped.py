"""Where the files that travel with the program lie: from source, wheel or frozen bundle."""

import sys
from functools import cache
from pathlib import Path

import reader


@cache
def _root() -> Path:
    inside = Path(reader.__file__).parent / "_data"
    frozen = Path(getattr(sys, "_MEIPASS", inside))
    for root in (frozen, inside, Path(reader.__file__).parent.parent):
        if (root / "resources").is_dir():
            return root
    return inside


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder, such as ``texts/concepts.toml``."""
    return _root() / name
