"""The one door of the core: open, add, search, annotate, relate, share; says what changed.

Commands of a reader come in; values of ``model`` and a ``Change`` for each action go out.
Imports every core package and composes them; it does not import Qt.
"""

from typing import TYPE_CHECKING

from reader.library.door import Library
from reader.library.grouping import MINUTES, AgendaEntry
from reader.library.opening import library_folder
from reader.library.render import to_markdown, to_text
from reader.library.sharing import find_words
from reader.library.texts import Added
from reader.model import Placed

if TYPE_CHECKING:
    from reader.annotations.group import (
        Answer,
        Arrival,
        Asked,
        Attention,
        Layer,
        Packet,
        PacketNote,
        PacketPassage,
        colours_of,
        threads,
    )
    from reader.annotations.merging import Fate, PlaceFate, Preview, Row
    from reader.links import Follower, Learned, Map, Move, View

#: Values of inner packages that the window shows; read when first asked for.
_HOME = {
    **dict.fromkeys(("Follower", "Learned", "Map", "Move", "View"), "reader.links"),
    **dict.fromkeys(("Fate", "PlaceFate", "Preview", "Row"), "reader.annotations.merging"),
    **dict.fromkeys(
        (
            "Answer", "Arrival", "Asked", "Attention", "Layer", "Packet", "PacketNote",
            "PacketPassage", "colours_of", "threads",
        ),
        "reader.annotations.group",
    ),
}  # fmt: skip

__all__ = [
    "MINUTES",
    "Added",
    "AgendaEntry",
    "Answer",
    "Arrival",
    "Asked",
    "Attention",
    "Fate",
    "Follower",
    "Layer",
    "Learned",
    "Library",
    "Map",
    "Move",
    "Packet",
    "PacketNote",
    "PacketPassage",
    "PlaceFate",
    "Placed",
    "Preview",
    "Row",
    "View",
    "colours_of",
    "find_words",
    "library_folder",
    "threads",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
