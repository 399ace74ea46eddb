"""Passages, notes and concepts become searchable.

Documents come in; ``SearchAnswer`` values, marks and excerpts go out.  The only package that knows
whoosh, which is loaded with the first search and not before.  Imports ``model`` and the standard
library, numpy when needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.index.concordances import (
        collocates,
        concordance,
        dispersion,
        frequency,
        sorted_by_context,
    )
    from reader.index.export import as_markdown, matrix_as_markdown
    from reader.index.matrices import matrix
    from reader.index.parser import parse
    from reader.index.query import Mistake, Parsed
    from reader.index.search import SearchIndex
    from reader.index.syntax import EXAMPLES, Example
    from reader.index.values import (
        NOTES,
        Collocate,
        Dispersion,
        Document,
        Extent,
        Found,
        Frequency,
        KwicLine,
        Matrix,
        Row,
        Stale,
        Variants,
        no_texts,
        no_variants,
    )

#: Where each name lives.  They are fetched when first used: all together cost 45 ms, which the
#: start of the program has no need of.
_HOMES = {
    "concordances": ("collocates", "concordance", "dispersion", "frequency", "sorted_by_context"),
    "export": ("as_markdown", "matrix_as_markdown"),
    "matrices": ("matrix",),
    "parser": ("parse",),
    "query": ("Mistake", "Parsed"),
    "search": ("SearchIndex",),
    "syntax": ("EXAMPLES", "Example"),
    "values": (
        *("NOTES", "Collocate", "Dispersion", "Document", "Extent", "Found", "Frequency"),
        *("KwicLine", "Matrix", "Row", "Stale", "Variants", "no_texts", "no_variants"),
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Fetch an exported name from its module."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


__all__ = [
    "EXAMPLES",
    "NOTES",
    "Collocate",
    "Dispersion",
    "Document",
    "Example",
    "Extent",
    "Found",
    "Frequency",
    "KwicLine",
    "Matrix",
    "Mistake",
    "Parsed",
    "Row",
    "SearchIndex",
    "Stale",
    "Variants",
    "as_markdown",
    "collocates",
    "concordance",
    "dispersion",
    "frequency",
    "matrix",
    "matrix_as_markdown",
    "no_texts",
    "no_variants",
    "parse",
    "sorted_by_context",
]
