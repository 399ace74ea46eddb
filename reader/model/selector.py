"""How an annotation remembers its span, and what became of it in today's text."""

from enum import StrEnum

from reader.model.span import Span
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Selectors:
    """How an annotation remembers its place; written to annotation files, kept for ever.

    Attributes:
        exact: the quoted words, verbatim.
        prefix: up to 64 code points before them (measured: beyond 64 little is gained).
        suffix: up to 64 code points after them.
        start, end: where they stood in the edition they were made on, in code points; a
            hint, the quote decides.  Both -1 where the position is unknown.
        passage: id of the passage they began in; empty when unknown.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1
    passage: str = ""


class Outcome(StrEnum):
    """How an anchor was found."""

    EXACT = "exact"
    MOVED = "moved"
    REWORDED = "reworded"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A selector brought to a span of today's text.

    Attributes:
        span: the place found.
        outcome: how; everything but EXACT and MOVED is shown as uncertain.
        confidence: 0 to 1, the share of such answers that are right.
        choices: for AMBIGUOUS, the other places that fit nearly as well, best first.
    """

    span: Span
    outcome: Outcome
    confidence: float
    choices: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Orphan:
    """The annotation has no place in this text; it is kept and shown as lost."""

    reason: str


Anchoring = Anchored | Orphan
