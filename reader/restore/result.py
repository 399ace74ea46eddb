"""What restoration hands on."""

from dataclasses import dataclass

from reader.model import InlineSpan, PageTurn, PassageKind, Repair, SourcePiece, Span

#: Version of the restoration; editions made by another one can be made again.
RESTORER = "1"


@dataclass(frozen=True, slots=True)
class Block:
    """One passage to be.

    Attributes:
        kind: see ``PassageKind``.
        span: in the reading text.
        level: of a heading, 1 is the highest; else 0.
        label: mark of a footnote, or who asks or speaks.
        section: words of the heading above, empty before the first.
        source: stretches of the source it was made of, in reading order.
    """

    kind: PassageKind
    span: Span
    level: int = 0
    label: str = ""
    section: str = ""
    source: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """A reading text and how it came about.

    Attributes:
        text: blocks separated by one blank line; no other line breaks but U+2028 in program code
            and verse.
        blocks: in reading order, ascending and without overlap.
        inline: emphasis, links, page turns, note references, by start; the target of a note
            reference is the number of the note's block in ``blocks``, as digits.
        repairs: by place in the source.
        turns: page turns in reading order.
        pieces: map to the source.
        order_confidence: of the page order as a whole, 0 to 1; 1 where the file was in order.
        note: a doubt to show, empty when there is none.
        title, authors: as the title page has them, empty when it shows none.
        pages: source spans of the page pieces in reading order.
    """

    text: str
    blocks: tuple[Block, ...]
    inline: tuple[InlineSpan, ...] = ()
    repairs: tuple[Repair, ...] = ()
    turns: tuple[PageTurn, ...] = ()
    pieces: tuple[SourcePiece, ...] = ()
    order_confidence: float = 1.0
    note: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    pages: tuple[Span, ...] = ()
