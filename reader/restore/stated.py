"""Sources whose format states its blocks: Markdown, HTML, EPUB, DOCX."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.importing.raw import RawBlock, RawText
from reader.model import InlineKind, InlineSpan, PassageKind, RepairKind, Span
from reader.restore.draft import Draft
from reader.restore.hyphens import line_end
from reader.restore.lexicon import Lexicon
from reader.restore.markup import Beside, placed, source_of
from reader.restore.strand import Edit, Ledger, Strand, mend

#: Signs of a list before a block, of which the number is part of the words.
_NUMBER = re.compile(r"(?:^|\n)[ \t]*(\d{1,3}[.)][ \t]+)$")
_LINE = re.compile(r"[ \t]*\n[ \t]*")
_QUOTED_LINE = re.compile(r"[ \t]*\n[ \t]*(?:>[ \t]?)*")
#: What stands for a line end that belongs to the words: Qt breaks the line, no paragraph ends.
LINE = "\u2028"
#: Formats in which a line end inside a block is a break that somebody put there.
_BROKEN = frozenset({"html", "epub", "docx"})
#: Lines of verse at least, and their letters at most.
_VERSES, _SHORT = 3, 60
_SPOKEN = (PassageKind.BODY, PassageKind.QUOTE)
_BACK = re.compile(r"\s*[↩↑⤴][\ufe0e\ufe0f]?\s*$")


def stated_drafts(
    raw: RawText, lexicon: Lexicon, ledger: Ledger
) -> tuple[list[Draft], list[Draft]]:
    """Return body and notes as the format states them, inline spans included."""
    inline = sorted(raw.inline, key=lambda span: span.span)
    starts = [span.span.start for span in inline]
    drafts = [_draft(raw, block, inline, starts) for block in raw.blocks]
    for draft in drafts:
        _settle(draft, raw.provenance.format, lexicon, ledger)
    drafts = [draft for draft in drafts if draft.text.strip()]
    notes = [draft for draft in drafts if draft.kind is PassageKind.FOOTNOTE]
    return [draft for draft in drafts if draft.kind is not PassageKind.FOOTNOTE], notes


def stated_title(drafts: Sequence[Draft]) -> str:
    """Return the words of the great heading with which a source begins, empty without one."""
    first = next((draft for draft in drafts if draft.kind is PassageKind.HEADING), None)
    return first.text.strip() if first and first.level == 1 else ""


def _draft(raw: RawText, block: RawBlock, inline: list[InlineSpan], starts: list[int]) -> Draft:
    span = block.span
    if block.kind is PassageKind.BODY and raw.provenance.format == "markdown":
        number = _NUMBER.search(raw.text[max(0, span.start - 12) : span.start])
        span = Span(span.start - len(number[1]), span.end) if number else span
    base = span.start
    own = inline[bisect_left(starts, base) : bisect_left(starts, span.end + 1)]
    beside = [
        Beside(at.kind, at.span.start - base, min(at.span.end, span.end) - base, at.target)
        for at in own
        if at.kind is not InlineKind.PAGE_TURN
    ]
    return Draft(
        Strand.of(raw.text, span), block.kind, block.level, block.label, beside=beside,
        verbatim=block.verbatim,
    )  # fmt: skip


def _is_verse(draft: Draft, form: str) -> bool:
    """Say whether the lines of a block are meant: short, several, and broken by the format."""
    lines = draft.text.split("\n")
    if form not in _BROKEN or len(lines) < _VERSES or draft.kind not in _SPOKEN:
        return False
    return max(map(len, lines)) <= _SHORT and all(map(str.strip, lines))


def _settle(draft: Draft, form: str, lexicon: Lexicon, ledger: Ledger) -> None:
    """Close line ends, and take out marks of notes, for which spans and labels stand."""
    if draft.verbatim or _is_verse(draft, form):
        draft.strand = Strand(draft.text.replace("\n", LINE), draft.strand.at)
        if draft.verbatim:
            return
    calls = [
        Edit(RepairKind.FOOTNOTE, at.start, at.end, "")
        for at in draft.beside
        if at.kind is InlineKind.NOTE_REFERENCE and 0 < at.end - at.start <= len(at.target) + 4
    ]
    if draft.kind is PassageKind.FOOTNOTE:
        calls += _own_mark(draft)
    _rebuilt(draft, [*calls, *_line_ends(draft, lexicon)], ledger)
    draft.strand = Strand(draft.text.replace("\n", " "), draft.strand.at)


def _own_mark(draft: Draft) -> list[Edit]:
    """Find the mark of a note at its start and the arrow back at its end."""
    label = re.escape(draft.label)
    found = re.match(rf"\s*[\[(]?{label}[\])]?[.:]?(?=\W)\s*", draft.text) if label else None
    edits = [Edit(RepairKind.FOOTNOTE, found.start(), found.end(), "")] if found else []
    back = _BACK.search(draft.text)
    return edits + ([Edit(RepairKind.MARKUP, back.start(), back.end(), "")] if back else [])


def _line_ends(draft: Draft, lexicon: Lexicon) -> list[Edit]:
    pattern = _QUOTED_LINE if draft.kind is PassageKind.QUOTE else _LINE
    found: list[Edit] = []
    for at in pattern.finditer(draft.text):
        before, after = draft.text[max(0, at.start() - 60) : at.start()], draft.text[at.end() :]
        between, cut, kind = line_end(before, after[:60], lexicon)
        if kind or at[0] != "\n" or not between:
            what = kind or RepairKind.MARKUP
            found.append(Edit(what, at.start() - cut, at.end(), between))
    return found


def _rebuilt(draft: Draft, edits: list[Edit], ledger: Ledger) -> None:
    """Make ``edits`` in a draft and move its inline spans with the words."""
    marks = [(at, *source_of(at, draft.strand)) for at in draft.beside]
    draft.strand = mend(draft.strand, edits, ledger)
    draft.beside = [placed(at, start, end, draft.strand) for at, start, end in marks]
