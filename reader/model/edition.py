"""Editions: one text of a work, as restored from one source file."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from reader.model.errors import NotFound
from reader.model.passage import Locus, Passage
from reader.model.repair import PageTurn, Repair, SourcePiece
from reader.model.span import Span
from reader.model.values import dataclass
from reader.model.work import Work


class InlineKind(StrEnum):
    """Spans beside the text that are shown but never written into it."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    NOTE_REFERENCE = "note-reference"
    PAGE_TURN = "page-turn"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class InlineSpan:
    """One such span.

    Attributes:
        kind: see ``InlineKind``.
        span: in the reading text; a page turn is empty.
        target: passage id of the footnote, number of the page, or address of the link.
    """

    kind: InlineKind
    span: Span
    target: str = ""


#: The format of a text that was read from no file.
COMPILED = "compiled"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an edition came from.

    Attributes:
        file: name of the source file, without its folder.
        sha256: of the file's bytes, hexadecimal.
        size: bytes.
        format: ``text``, ``markdown``, ``html``, ``epub``, ``pdf`` or ``docx``; or
            ``COMPILED``.
        encoding: of a text file, as decided; empty for others.
        imported: RFC 3339, UTC.
        restorer: version of the restoration that made the reading text.
        note: a doubt to show, such as a damaged or partial source; empty when there is none.
    """

    file: str
    sha256: str
    size: int
    format: str
    encoding: str = ""
    imported: str = ""
    restorer: str = ""
    note: str = ""

    @property
    def is_compiled(self) -> bool:
        """Whether the library put the text together, and does so anew with other numbers."""
        return self.format == COMPILED


@dataclass(frozen=True)
class Edition:
    """One text of a work, frozen.

    Attributes:
        id: folder name in the library, unique.
        work: whose text it is.
        text: the reading text; passages are separated by one blank line.
        sha256: of the reading text in UTF-8, hexadecimal; offsets hold for this hash only.
        letters: hash of the letters-only skeleton: equal means same wording, other layout.
        passages: in reading order.
        inline: spans beside the text, by start.
        provenance: see there.
        turns: page turns in reading order; empty where the source had no pages.
        order_confidence: of the page order as a whole, 0 to 1; 1 where the order was plain.
        repairs: what was changed, by place in the source; loaded on demand, else empty.
        pieces: map to the source; loaded on demand, else empty.
        taken_back: repairs that the reader did not want; loaded on demand, else empty.
        laid: pages in the source as the reader laid them; empty when they were not touched.
        joined: offsets of lines in the source that the reader joined to the paragraph before.
    """

    id: str
    work: Work
    text: str
    sha256: str
    letters: str
    passages: tuple[Passage, ...]
    inline: tuple[InlineSpan, ...]
    provenance: Provenance
    turns: tuple[PageTurn, ...] = ()
    order_confidence: float = 1.0
    repairs: tuple[Repair, ...] = field(default=(), repr=False)
    pieces: tuple[SourcePiece, ...] = field(default=(), repr=False)
    taken_back: tuple[Repair, ...] = field(default=(), repr=False)
    laid: tuple[Span, ...] = field(default=(), repr=False)
    joined: frozenset[int] = field(default=frozenset(), repr=False)

    @cached_property
    def _by_locus(self) -> dict[Locus, int]:
        return {passage.locus: row for row, passage in enumerate(self.passages)}

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {passage.id: row for row, passage in enumerate(self.passages)}

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.span.start for passage in self.passages]

    def words_of(self, passage: Passage) -> str:
        """Return the words of one passage."""
        return passage.span.of(self.text)

    def row_at(self, offset: int) -> int:
        """Return the row of the passage at ``offset``, or of the last one before it.

        Rows count passages from 0 in reading order.  Logarithmic in their number.
        """
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Passage:
        """Return the passage at ``offset``, or the last one before it."""
        return self.passages[self.row_at(offset)]

    def row_of(self, key: Locus | str) -> int:
        """Return the row of the passage with this locus or passage id.

        Raises:
            NotFound: the edition has no such passage.
        """
        row = self._by_locus.get(key) if isinstance(key, Locus) else self._by_id.get(key)
        if row is None:
            raise NotFound(f"“{self.work.title}” has no passage {key}.", self.work.id)
        return row

    def passage(self, key: Locus | str) -> Passage:
        """Return the passage with this locus or passage id.

        Raises:
            NotFound: the edition has no such passage.
        """
        return self.passages[self.row_of(key)]

    def within(self, span: Span) -> Iterable[Passage]:
        """Yield the passages that share at least one code point with ``span``."""
        row = self.row_at(span.start)
        for passage in self.passages[row:]:
            if passage.span.start >= span.end:
                return
            if passage.span.overlaps(span):
                yield passage


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """What a list of texts shows of an edition without loading it."""

    edition: str
    work: Work
    words: int
    passages: int
    order_confidence: float
    provenance: Provenance
    recognised: bool = False
