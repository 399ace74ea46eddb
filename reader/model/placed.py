"""Annotations with their place in today's text."""

from reader.model.annotation import Annotation
from reader.model.passage import Locus
from reader.model.selector import Anchored, Anchoring
from reader.model.span import Span
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and its place in today's text.

    Attributes:
        annotation: in its present wording.
        anchoring: where it stands; None for one on a whole work or on another note, and where
            the work is not in the library.
        locus: of the passage it begins in; None without a place.
    """

    annotation: Annotation
    anchoring: Anchoring | None = None
    locus: Locus | None = None

    @property
    def span(self) -> Span | None:
        """The span in the reading text; None without a place."""
        return self.anchoring.span if isinstance(self.anchoring, Anchored) else None
