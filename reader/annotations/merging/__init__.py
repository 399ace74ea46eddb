"""Merging annotation files into the store.

A file and the store come in; a preview that touches nothing goes out, and from it one change.
Imports ``model``, and of ``annotations`` the store and the files.
"""

from reader.annotations.merging.previewing import (
    Fate,
    Judge,
    PlaceFate,
    Preview,
    Row,
    layer,
    preview,
    with_place,
)
from reader.annotations.merging.taking import file_of, take

__all__ = [
    "Fate",
    "Judge",
    "PlaceFate",
    "Preview",
    "Row",
    "file_of",
    "layer",
    "preview",
    "take",
    "with_place",
]
