"""Where annotations stand in the editions at hand."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.core import Core
from reader.model import (
    Anchored,
    Anchoring,
    Annotation,
    AnnotationKind,
    Edition,
    NotFound,
    Outcome,
    Placed,
    Span,
    TextTarget,
)

if TYPE_CHECKING:
    from reader.annotations.anchoring import TextIndex


class Placing(Core):
    """The part of the door that finds the place of a note; remembered by the store."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._indexes: dict[str, TextIndex] = {}

    def _place(self, note: Annotation) -> Placed:
        target = note.target
        if not isinstance(target, TextTarget) or note.kind is AnnotationKind.TRAIL:
            return Placed(note)  # a trail has many places and is no mark at the first
        try:
            edition = self.edition(target.work)
        except NotFound:
            return Placed(note)
        anchoring = self._anchor(note.id, target, edition)
        if isinstance(anchoring, Anchored):
            return Placed(note, anchoring, edition.at(anchoring.span.start).locus)
        return Placed(note, anchoring)

    def _anchor(
        self, annotation: str, target: TextTarget, edition: Edition, number: int = 0
    ) -> Anchoring:
        """Find the place of a target, the ``number``-th of its note; remembered for an edition."""
        from reader.annotations.anchoring import MATCHER, anchor

        if target.source == source_iri(edition) and _stands(target, edition):
            span = Span(target.selectors.start, target.selectors.end)
            return Anchored(span, Outcome.EXACT, 1.0)
        known = self._store.recall(annotation, edition.sha256, str(MATCHER), number)
        if known is None:
            known = anchor(target.selectors, self._text_index(edition))
            self._store.remember(annotation, edition.sha256, known, str(MATCHER), number)
        return known

    def _text_index(self, edition: Edition) -> "TextIndex":
        from reader.annotations.anchoring import TextIndex

        if edition.sha256 not in self._indexes:
            self._indexes[edition.sha256] = TextIndex(edition.text)
        return self._indexes[edition.sha256]


def source_iri(edition: Edition) -> str:
    """Return the name of a reading text by its hash (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(edition.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _stands(target: TextTarget, edition: Edition) -> bool:
    """Whether the quoted words stand where they stood: never trust a position unread."""
    selectors = target.selectors
    return (
        0 <= selectors.start <= selectors.end
        and edition.text[selectors.start : selectors.end] == selectors.exact
    )
