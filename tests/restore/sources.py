"""Raw texts for tests."""

from reader.importing.raw import RawText
from reader.model import Provenance


def raw_of(text: str, name: str = "text.txt") -> RawText:
    """Return plain text as an importer hands it on."""
    return RawText(text, Provenance(name, "0" * 64, len(text), "text"))
