"""The one door of the core: open, add, search, annotate, relate, share; says what changed.

Commands of a reader come in; values of ``model`` and a ``Change`` for each action go out.
Imports every core package and composes them; it does not import Qt.
"""

from typing import TYPE_CHECKING

from reader.library.choosing import ExportChoice
from reader.library.door import Library
from reader.library.grouping import NOT_READ, AgendaEntry
from reader.library.meeting import MINUTES
from reader.library.opening import library_folder
from reader.library.render import to_markdown, to_text
from reader.library.reporting import Added
from reader.library.sharing import find_words
from reader.model import Placed

if TYPE_CHECKING:
    from reader.annotations.export import TEMPLATES, Address, from_url, to_url
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
        mentions,
        threads,
    )
    from reader.annotations.merging import Fate, PlaceFate, Preview, Row
    from reader.apparatus import Concept, Glossary, Variant
    from reader.index import KwicLine, Matrix, matrix_as_markdown, sorted_by_context
    from reader.library.citing import is_citation
    from reader.library.compiled import CONCEPT_TEXT, NOTES_TEXT, is_compiled
    from reader.library.judging import Judgement
    from reader.library.looking import concept_meant
    from reader.library.study import (
        KeptStudy,
        Study,
        TextStudy,
        author_keys,
        short_names,
        study_as_markdown,
    )
    from reader.library.study_svg import map_as_svg, study_as_svg
    from reader.library.studying import PASSAGE_SIGN, key_for
    from reader.library.trails import Station, Trail, trail_as_markdown
    from reader.links import Column, Follower, Learned, Line, Map, Move, Neighbour, View

#: Values of inner packages that the window shows; read when first asked for.
_HOME = {
    **dict.fromkeys(
        ("Column", "Follower", "Learned", "Line", "Map", "Move", "Neighbour", "View"),
        "reader.links",
    ),
    **dict.fromkeys(("Concept", "Glossary", "Variant"), "reader.apparatus"),
    **dict.fromkeys(
        ("KwicLine", "Matrix", "matrix_as_markdown", "sorted_by_context"), "reader.index"
    ),
    "is_citation": "reader.library.citing",
    **dict.fromkeys(("CONCEPT_TEXT", "NOTES_TEXT", "is_compiled"), "reader.library.compiled"),
    **dict.fromkeys(("Station", "Trail", "trail_as_markdown"), "reader.library.trails"),
    **dict.fromkeys(
        ("KeptStudy", "Study", "TextStudy", "author_keys", "short_names", "study_as_markdown"),
        "reader.library.study",
    ),
    **dict.fromkeys(("map_as_svg", "study_as_svg"), "reader.library.study_svg"),
    "Judgement": "reader.library.judging",
    "concept_meant": "reader.library.looking",
    **dict.fromkeys(("PASSAGE_SIGN", "key_for"), "reader.library.studying"),
    **dict.fromkeys(("TEMPLATES", "Address", "from_url", "to_url"), "reader.annotations.export"),
    **dict.fromkeys(("Fate", "PlaceFate", "Preview", "Row"), "reader.annotations.merging"),
    **dict.fromkeys(
        (
            "Answer", "Arrival", "Asked", "Attention", "Layer", "Packet", "PacketNote",
            "PacketPassage", "colours_of", "mentions", "threads",
        ),
        "reader.annotations.group",
    ),
}  # fmt: skip

__all__ = [
    "CONCEPT_TEXT",
    "MINUTES",
    "NOTES_TEXT",
    "NOT_READ",
    "PASSAGE_SIGN",
    "TEMPLATES",
    "Added",
    "Address",
    "AgendaEntry",
    "Answer",
    "Arrival",
    "Asked",
    "Attention",
    "Column",
    "Concept",
    "ExportChoice",
    "Fate",
    "Follower",
    "Glossary",
    "Judgement",
    "KeptStudy",
    "KwicLine",
    "Layer",
    "Learned",
    "Library",
    "Line",
    "Map",
    "Matrix",
    "Move",
    "Neighbour",
    "Packet",
    "PacketNote",
    "PacketPassage",
    "PlaceFate",
    "Placed",
    "Preview",
    "Row",
    "Station",
    "Study",
    "TextStudy",
    "Trail",
    "Variant",
    "View",
    "author_keys",
    "colours_of",
    "concept_meant",
    "find_words",
    "from_url",
    "is_citation",
    "is_compiled",
    "key_for",
    "library_folder",
    "map_as_svg",
    "matrix_as_markdown",
    "mentions",
    "short_names",
    "sorted_by_context",
    "study_as_markdown",
    "study_as_svg",
    "threads",
    "to_markdown",
    "to_text",
    "to_url",
    "trail_as_markdown",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
