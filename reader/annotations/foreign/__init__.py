"""Annotations of other programs: Hypothesis, Readium and Thorium, KOReader, Zotero.

An export comes in as bytes; annotations whose quotes find their place here, and refusals with
reasons, go out.  Imports ``annotations.files`` for its limits, ``matching`` and ``model``.
"""

from reader.annotations.foreign.reading import read_foreign, recognise
from reader.annotations.foreign.titles import match_work
from reader.annotations.foreign.values import About, Foreign, Program, Refused

__all__ = ["About", "Foreign", "Program", "Refused", "match_work", "read_foreign", "recognise"]
