"""Passages, notes and concepts become searchable.

Documents come in; ``SearchAnswer`` values, marks and excerpts go out.  The only package that knows
whoosh, which is loaded with the first search and not before.  Imports ``model`` and the standard
library, numpy when needed.
"""

from reader.index.concordance import (
    collocates,
    concordance,
    dispersion,
    frequency,
    sorted_by_context,
)
from reader.index.export import as_markdown, matrix_as_markdown
from reader.index.matrix import matrix
from reader.index.parse import parse
from reader.index.query import Mistake, Parsed
from reader.index.search import SearchIndex, no_texts
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
    no_variants,
)

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
