"""Passages: the blocks of a reading text, and how people cite them."""

import re
from enum import StrEnum

from reader.model.errors import BadInput
from reader.model.span import Span
from reader.model.values import dataclass


class PassageKind(StrEnum):
    """What a passage is; the words of ``counterpoint show --format json``."""

    HEADING = "heading"
    BODY = "body"
    QUESTION = "question"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    FRONT = "front"


#: The sign before the number of a locus.  Paragraphs, questions and block quotations are
#: counted together, as one would count them aloud; the others each for themselves.
_SIGNS = {
    PassageKind.BODY: "¶",
    PassageKind.QUESTION: "¶",
    PassageKind.QUOTE: "¶",
    PassageKind.HEADING: "§",
    PassageKind.FOOTNOTE: "n",
    PassageKind.REFERENCE: "r",
    PassageKind.FRONT: "f",
}
_LOCUS = re.compile(r"\s*(¶|§|n|r|f)?\s*(\d{1,7})\s*")


@dataclass(frozen=True, slots=True, order=True)
class Locus:
    """How a person cites a passage within one edition: ``¶12``, ``§3``, ``n5``.

    >>> str(Locus.parse("12")), str(Locus.parse("n 5"))
    ('¶12', 'n5')
    """

    sign: str
    number: int

    def __str__(self) -> str:
        return f"{self.sign}{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Locus":
        """Read a printed locus; a bare number means a paragraph.

        Raises:
            BadInput: the text is not a locus.
        """
        found = _LOCUS.fullmatch(text)
        if not found:
            raise BadInput(f"“{text}” is not a place in a text; write a number like 12 or ¶12.")
        return cls(found[1] or "¶", int(found[2]))

    @classmethod
    def sign_of(cls, kind: PassageKind) -> str:
        """Return the sign with which passages of ``kind`` are counted."""
        return _SIGNS[kind]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a reading text.

    Attributes:
        id: survives a re-import of the same words: hash of its letters, with an ordinal where
            the same letters stand twice (``reader.passages`` makes it).
        locus: unique within the edition.
        kind: see ``PassageKind``.
        span: in the reading text; spans of successive passages ascend and do not overlap.
        section: title of the heading above, empty before the first.
        level: of a heading, 1 is the highest; 0 for everything else.
        label: what marks a footnote (``12``, ``*``) or who asks or speaks; else empty.
        source: stretches of the source file that the passage was made of, in reading order,
            in code points of the source.
    """

    id: str
    locus: Locus
    kind: PassageKind
    span: Span
    section: str = ""
    level: int = 0
    label: str = ""
    source: tuple[Span, ...] = ()
