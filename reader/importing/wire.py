"""Raw text as JSON, for the way from the reading process; ``load`` is the inverse of ``dump``."""

from collections.abc import Mapping
from typing import Any

from reader.importing.raw import RawBlock, RawPage, RawText
from reader.model import InlineKind, InlineSpan, PassageKind, Provenance, Span


def dump(raw: RawText) -> dict[str, object]:
    """Return everything but the provenance; of it only the note."""
    return {
        "text": raw.text,
        "pages": [[p.span.start, p.span.end, p.sheet, p.side] for p in raw.pages],
        "blocks": [
            [b.span.start, b.span.end, b.kind.value, b.level, b.label, b.verbatim]
            for b in raw.blocks
        ],
        "inline": [[i.span.start, i.span.end, i.kind.value, i.target] for i in raw.inline],
        "large": [[span.start, span.end] for span in raw.large],
        "title": raw.title,
        "authors": list(raw.authors),
        "language": raw.language,
        "note": raw.provenance.note,
    }


def load(answer: Mapping[str, Any], provenance: Provenance) -> RawText:
    """Return the raw text.

    Raises:
        KeyError, TypeError, ValueError: the answer is not one of ``dump``.
    """
    return RawText(
        text=str(answer["text"]),
        provenance=provenance,
        pages=tuple(RawPage(Span(s, e), sheet, side) for s, e, sheet, side in answer["pages"]),
        blocks=tuple(
            RawBlock(Span(s, e), PassageKind(kind), level, label, verbatim)
            for s, e, kind, level, label, verbatim in answer["blocks"]
        ),
        inline=tuple(
            InlineSpan(InlineKind(kind), Span(s, e), target)
            for s, e, kind, target in answer["inline"]
        ),
        large=tuple(Span(s, e) for s, e in answer["large"]),
        title=str(answer["title"]),
        authors=tuple(map(str, answer["authors"])),
        language=str(answer["language"]),
    )
