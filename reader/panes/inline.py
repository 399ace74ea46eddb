"""What stands within the words of an edition: references of notes, links."""

from bisect import bisect_right

from reader.model import Edition, InlineKind, InlineSpan, Span
from reader.panes.document import reference_label


def painted_references(edition: Edition) -> dict[int, list[tuple[int, str, InlineSpan]]]:
    """Return, by row, place in the passage, label and span of each painted note reference."""
    found: dict[int, list[tuple[int, str, InlineSpan]]] = {}
    for one in edition.inline:
        if one.kind is InlineKind.NOTE_REFERENCE and not one.span:
            row = edition.row_at(one.span.start)
            inside = one.span.start - edition.passages[row].span.start
            found.setdefault(row, []).append((inside, reference_label(edition, one), one))
    return found


def references_in(edition: Edition, span: Span) -> list[InlineSpan]:
    """Return the note references in a span, in order."""
    return [
        one
        for one in edition.inline
        if one.kind is InlineKind.NOTE_REFERENCE and span.start <= one.span.start <= span.end
    ]


def link_at(edition: Edition, offset: int) -> str:
    """Return the address of the link at an offset; empty without one."""
    spans = edition.inline
    low = bisect_right(spans, offset, key=lambda one: one.span.start)
    near = spans[max(0, low - 8) : low]  # links do not nest; emphasis within one may follow
    return next(
        (one.target for one in near if one.kind is InlineKind.LINK and offset < one.span.end),
        "",
    )
