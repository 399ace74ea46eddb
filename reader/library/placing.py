"""Where annotations stand in the editions at hand."""

import base64
from contextlib import suppress
from functools import lru_cache
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
from reader.model.digests import sha256

if TYPE_CHECKING:
    from reader.annotations.anchoring import TextIndex


class Placing(Core):
    """The part of the door that finds the place of a note; remembered by the store."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._indexes: dict[str, TextIndex] = {}
        self._formers: dict[str, TextIndex] = {}

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
        if target.source == source_iri(edition) and stands(target, edition):
            span = Span(target.selectors.start, target.selectors.end)
            return Anchored(span, Outcome.EXACT, 1.0)
        from reader.annotations.anchoring import MATCHER

        known = self._store.recall(annotation, edition.sha256, str(MATCHER), number)
        if known is None:
            known = self._sought(target, edition)
            self._store.remember(annotation, edition.sha256, known, str(MATCHER), number)
        return known

    def _sought(self, target: TextTarget, edition: Edition) -> Anchoring:
        """Find a target in an edition, with the text it was made on where that was kept."""
        from reader.annotations.anchoring import anchor

        index = self._text_index(edition)
        return anchor(target.selectors, index, source=self._former_index(target.source))

    def former_path(self, sha256: str) -> Path:
        """Return where a reading text is kept that another has replaced."""
        return self.folder / "former" / f"{sha256}.txt"

    def _former_index(self, source: str) -> "TextIndex | None":
        """Return the text with this name, prepared, when it was kept and is sound."""
        from reader.annotations.anchoring import TextIndex

        if source not in self._formers:
            with suppress(OSError, ValueError):
                digest = _sha256_of(source)
                data = self.former_path(digest).read_bytes()
                if sha256(data).hexdigest() == digest:
                    self._formers[source] = TextIndex(data.decode("utf-8"))
        return self._formers.get(source)

    def _text_index(self, edition: Edition) -> "TextIndex":
        from reader.annotations.anchoring import TextIndex

        if edition.sha256 not in self._indexes:
            self._indexes[edition.sha256] = TextIndex(edition.text)
        return self._indexes[edition.sha256]


def source_iri(edition: Edition) -> str:
    """Return the name of a reading text by its hash (RFC 6920)."""
    return _iri(edition.sha256)


@lru_cache(maxsize=256)
def _iri(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _sha256_of(source: str) -> str:
    """Return the hash that ``source_iri`` made a name of.

    Raises:
        ValueError: it is no such name.
    """
    scheme, _, digest = source.partition(";")
    data = base64.urlsafe_b64decode(digest + "=")
    if scheme != "ni:///sha-256" or len(data) != sha256().digest_size:
        raise ValueError(source)
    return data.hex()


def stands(target: TextTarget, edition: Edition) -> bool:
    """Whether the quoted words stand where they stood: never trust a position unread."""
    selectors = target.selectors
    return (
        0 <= selectors.start <= selectors.end
        and edition.text[selectors.start : selectors.end] == selectors.exact
    )
