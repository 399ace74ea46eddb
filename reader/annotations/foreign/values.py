"""What comes out of the exports of other programs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Annotation


class Program(StrEnum):
    """Whose exports can be read."""

    HYPOTHESIS = "Hypothesis"
    READIUM = "Readium"
    KOREADER = "KOReader"
    ZOTERO = "Zotero"


@dataclass(frozen=True, slots=True)
class About:
    """How a foreign program names a text.

    Attributes:
        title, authors: as it has them; may be empty.
        address: where it read the text; may be empty.
        quote: words of the text that may tell it where the title does not; else empty.
    """

    title: str
    authors: tuple[str, ...] = ()
    address: str = ""
    quote: str = ""


#: Says which work of the library a foreign text is; an empty id means none.
WorkOf = Callable[[About], str]


@dataclass(frozen=True, slots=True)
class Refused:
    """One note that could not be taken.

    Attributes:
        where: its own id, or its number in the file.
        reason: a sentence.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """An export, read.

    Attributes:
        program: whose it is.
        notes: in the order of the file.  The ids depend on the export alone, so a second import
            brings the same notes.  Their positions are unknown: quotes decide.
        refused: what could not be taken, and why.
    """

    program: Program
    notes: tuple[Annotation, ...]
    refused: tuple[Refused, ...]
