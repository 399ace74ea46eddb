"""Annotation files: what members of a group exchange.

Revisions come in and bytes go out, and back; ``dump`` and ``load`` are inverses, and equal state
gives equal bytes.  Imports ``model`` and the values of ``annotations``, never the store.
"""

from reader.annotations.files.reading import load
from reader.annotations.files.values import AnnotationFile, Refusal, TextSource
from reader.annotations.files.writing import dump

__all__ = ["AnnotationFile", "Refusal", "TextSource", "dump", "load"]
