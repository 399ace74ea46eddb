"""Files become raw text with provenance.

A path comes in; a ``RawText`` (the text, its page geometry where the format has one, and
provenance) goes out, or a ``BadInput`` with a sentence for people.  Imports ``model``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.importing.raw import RawBlock, RawPage, RawText
    from reader.importing.reading import read

__all__ = ["RawBlock", "RawPage", "RawText", "read"]


def __getattr__(name: str) -> object:
    """Load what reads files when it is asked for: the start of the window passes through here."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = "reading" if name == "read" else "raw"
    return getattr(import_module(f"{__name__}.{home}"), name)
