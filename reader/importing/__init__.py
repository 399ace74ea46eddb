"""Files become raw text with provenance.

A path comes in; a ``RawText`` (the text, its page geometry where the format has one, and
provenance) goes out, or a ``BadInput`` with a sentence for people.  Imports ``model``.
"""

from reader.importing.raw import RawBlock, RawPage, RawText
from reader.importing.reading import read

__all__ = ["RawBlock", "RawPage", "RawText", "read"]
