"""The one door of the core: open, add, search, annotate, relate, share; says what changed.

Commands of a reader come in; values of ``model`` and a ``Change`` for each action go out.
Imports every core package and composes them; it does not import Qt.
"""

from typing import TYPE_CHECKING

from reader.library.door import Library
from reader.library.opening import library_folder
from reader.library.render import to_markdown, to_text
from reader.library.sharing import find_words
from reader.library.texts import Added
from reader.model import Placed

if TYPE_CHECKING:
    from reader.links import Follower, Learned, Map, Move, View

#: Values of the link engine that the window shows; read when first asked for.
_OF_LINKS = frozenset({"Follower", "Learned", "Map", "Move", "View"})

__all__ = [
    "Added",
    "Follower",
    "Learned",
    "Library",
    "Map",
    "Move",
    "Placed",
    "View",
    "find_words",
    "library_folder",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> object:
    if name not in _OF_LINKS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import reader.links

    return getattr(reader.links, name)
