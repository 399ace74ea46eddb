"""What restoration did to a source, so that it can be shown, doubted and undone."""

from enum import StrEnum

from reader.model.span import Span
from reader.model.values import dataclass


class RepairKind(StrEnum):
    """Kinds of repair; one module of ``reader.restore`` each."""

    PAGE_ORDER = "page-order"
    PAGE_JOIN = "page-join"
    UNWRAP = "unwrap"
    HYPHEN_REMOVED = "hyphen-removed"
    HYPHEN_KEPT = "hyphen-kept"
    HYPHEN_RESTORED = "hyphen-restored"
    LIGATURE = "ligature"
    OCR = "ocr"
    STRAY_MARK = "stray-mark"
    RUNNING_HEAD = "running-head"
    PAGE_NUMBER = "page-number"
    FOOTNOTE = "footnote"
    HEADING = "heading"
    CONTENTS = "contents"
    REFERENCE = "reference"
    QUESTION = "question"
    QUOTE = "quote"
    MARKUP = "markup"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Repair:
    """One change made by ``restore``.

    Attributes:
        id: stable for the same source and the same change; names it when the reader undoes it.
        kind: see ``RepairKind``.
        source: where in the source it acted (code points of the source).
        at: where its result stands in the reading text; empty where something was left out.
        before: the words of the source.
        after: the words of the reading text.
        confidence: 0 to 1.
    """

    id: str
    kind: RepairKind
    source: Span
    at: Span
    before: str
    after: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a reader wants of the restoration of a text.

    Attributes:
        order: source spans of the pages; None for the order that the reader laid before, if any,
            and empty for the one that was found.
        undone: ids of all repairs that the reader does not want.
        joined: offsets of all lines in the source that the reader joins to the paragraph before;
            None for those of before.
    """

    order: tuple[Span, ...] | None = None
    undone: frozenset[str] = frozenset()
    joined: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class PageTurn:
    """The step from one page of the source to the next in reading order.

    Attributes:
        at: offset in the reading text where the next page begins.
        left: source span of the page read before.
        right: source span of the page read after.
        confidence: 0 to 1; under 0.5 the turn is doubtful.
        reasons: what spoke for it, in words for people, strongest first.
    """

    at: int
    left: Span
    right: Span
    confidence: float
    reasons: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at this turn."""
        return self.confidence < 0.5


@dataclass(frozen=True, slots=True)
class SourcePiece:
    """A stretch of reading text and the stretch of source it came from.

    Pieces ascend in the reading text; equal lengths mean a verbatim copy, anything else is
    the work of a repair.
    """

    at: Span
    source: Span
