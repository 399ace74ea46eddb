"""Places as one writes them: ``WORK@LOCUS``."""

from pathlib import Path

from reader.library import Library
from reader.model import BadInput, Edition, Locus, Passage


def edition_of(library: Library, work: str) -> Edition:
    """Return the edition of a work, by short id or by the path of an edition.

    Raises:
        NotFound: there is no such work.
        BadInput: the path is no edition.
    """
    if "/" in work or work.endswith(".json"):
        return library.edition_at(Path(work))
    return library.edition(work)


def place(library: Library, text: str) -> tuple[Edition, Passage]:
    """Read ``WORK@LOCUS``.

    Raises:
        BadInput: it is not written like that.
        NotFound: there is no such work or passage.
    """
    work, at, locus = text.rpartition("@")
    if not at:
        raise BadInput(f"“{text}” is not a place; write WORK@LOCUS, such as tronti-refusal@12.")
    edition = edition_of(library, work)
    return edition, edition.passage(Locus.parse(locus))
