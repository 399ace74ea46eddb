"""What a search asks and answers."""

from enum import StrEnum

from reader.model.passage import Locus
from reader.model.span import Span
from reader.model.values import dataclass


class HitKind(StrEnum):
    """What was found."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    NOTE = "note"
    CONCEPT = "concept"


class SearchOrder(StrEnum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Where to look; empty fields do not restrict."""

    works: tuple[str, ...] = ()
    notes_only: bool = False
    texts_only: bool = False
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """An excerpt with the found words as spans.

    Attributes:
        text: the excerpt; cut at word borders.
        marks: in ``text``, ascending, not overlapping.
        at: where the excerpt stands in the reading text or note body.
    """

    text: str
    marks: tuple[Span, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    Attributes:
        kind: see ``HitKind``.
        work: short id; empty for a concept.
        passage: id of the passage found or annotated; key of a concept.
        locus: of that passage; None for a concept or a note without a place.
        annotation: id of the note found; empty for text.
        score: higher is better; comparable within one answer only.
        snippet: excerpt with marks.
        marks: of a text hit, in the reading text, ascending, not overlapping.
        author: of the text or of the note.
    """

    kind: HitKind
    work: str
    passage: str
    locus: Locus | None
    score: float
    snippet: Snippet
    marks: tuple[Span, ...] = ()
    annotation: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What came back.

    Attributes:
        query: as asked.
        hits: in the order asked for.
        total: number of all hits, or a lower bound unless ``exact``; concepts count where listed.
        more: whether there may be more than ``hits``.
        ranked: False for the first, quick step.
        message: a remark on the query, for people; points at a mistake with ``mistake_at``.
        mistake_at: code points into the query; None without a mistake.
        building: the index is being built and the answer may be incomplete.
        exact: whether ``total`` counts all.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    ranked: bool = True
    message: str = ""
    mistake_at: int | None = None
    building: bool = False
    exact: bool = True
