"""Sources whose format states its blocks: Markdown, HTML, EPUB, DOCX."""

from bisect import bisect_left

from reader.importing.raw import RawBlock, RawText
from reader.model import InlineKind, InlineSpan, PassageKind
from reader.restore.draft import Draft
from reader.restore.markup import Beside
from reader.restore.strand import Strand


def stated_drafts(raw: RawText) -> tuple[list[Draft], list[Draft]]:
    """Return body and notes as the format states them, inline spans included."""
    inline = sorted(raw.inline, key=lambda span: span.span)
    starts = [span.span.start for span in inline]
    drafts = [_draft(raw, block, inline, starts) for block in raw.blocks]
    drafts = [draft for draft in drafts if draft.text.strip()]
    notes = [draft for draft in drafts if draft.kind is PassageKind.FOOTNOTE]
    return [draft for draft in drafts if draft.kind is not PassageKind.FOOTNOTE], notes


def _draft(raw: RawText, block: RawBlock, inline: list[InlineSpan], starts: list[int]) -> Draft:
    strand = Strand.of(raw.text, block.span)
    flat = Strand(strand.text.replace("\n", " "), strand.at)
    own = inline[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end + 1)]
    base = block.span.start
    beside = [
        Beside(
            span.kind,
            span.span.start - base,
            min(span.span.end, block.span.end) - base,
            span.target,
        )
        for span in own
        if span.kind is not InlineKind.PAGE_TURN
    ]
    return Draft(flat, block.kind, block.level, block.label, beside)
