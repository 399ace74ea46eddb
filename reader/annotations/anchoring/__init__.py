"""Selectors and spans: how an annotation remembers its place, and finds it again.

A text and a span come in and ``describe`` gives selectors; ``anchor`` gives the span in today's
text, with how it was found and how sure that is, or says that the place is lost.  Imports
``matching`` and ``model``.
"""

from reader.annotations.anchoring.describe import CONTEXT, describe
from reader.annotations.anchoring.find import MATCHER, anchor
from reader.annotations.anchoring.text import TextIndex

__all__ = ["CONTEXT", "MATCHER", "TextIndex", "anchor", "describe"]
