"""Where the library is."""

import os
from pathlib import Path

from reader.model import BadInput

#: Names the library folder when no ``--library`` is given.
VARIABLE = "COUNTERPOINT_LIBRARY"


def library_folder(chosen: Path | None = None) -> Path:
    """Return the folder chosen, else that of the environment, else the user's data folder.

    Raises:
        BadInput: something else than a folder stands there.
    """
    folder = chosen or _from_environment() or _default()
    folder = folder.expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is not a folder; choose a folder for the library.", str(folder))
    return folder


def _from_environment() -> Path | None:
    named = os.environ.get(VARIABLE, "")
    return Path(named) if named else None


def _default() -> Path:
    from platformdirs import user_data_path

    return user_data_path("counterpoint", appauthor=False)
