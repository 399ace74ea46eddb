"""What an importer hands to restoration."""

from reader.model import InlineSpan, PassageKind, Provenance, Span
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page, half-sheet or screen of the source, when the format shows where it lies.

    Attributes:
        span: in the raw text; pages ascend and do not overlap.
        sheet: number of the sheet side it was found on, from 0.
        side: ``left`` or ``right`` when a sheet side held two pages side by side, else empty.
    """

    span: Span
    sheet: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block whose kind the format itself states (Markdown, HTML, EPUB, DOCX).

    Attributes:
        span: in the raw text.
        kind, level, label: as in a passage.
        verbatim: whether it is program code and the like, of which no letter is to be touched.
    """

    span: Span
    kind: PassageKind
    level: int = 0
    label: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class RawText:
    r"""A source as text.

    Attributes:
        text: decoded, with ``\n`` line ends and nothing else changed; "source offsets" are
            code points in it.
        provenance: file, hash, format, encoding.
        pages: known pages in the order of the file; empty where the format shows none.
        blocks: known blocks in the order of the file; empty for plain text and PDF.
        large: lines set in larger type than the text, where the format shows it.
        inline: emphasis, links and note references the format states, in the raw text.
        title, authors, language: as the file itself says; empty when it does not.
    """

    text: str
    provenance: Provenance
    pages: tuple[RawPage, ...] = ()
    blocks: tuple[RawBlock, ...] = ()
    inline: tuple[InlineSpan, ...] = ()
    large: tuple[Span, ...] = ()
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
