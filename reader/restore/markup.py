"""Light Markdown and the few tags that extracted text carries: spans beside the text, not in it."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reader.model import InlineKind, RepairKind
from reader.restore.strand import Edit, Strand

_SUP = re.compile(
    r"\s?<sup>\s*(\d{1,3}|[*†‡§])\s*</sup>|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(\w{1,8})\]|\[(\d{1,3}|[*†‡§])\]"
)
_TAG = re.compile(r"</?(?:sup|sub|i|b|em|strong|u|small|span)(?:\s[^<>]{0,80})?>")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(([^()\s]{1,500})\)|<(https?://[^<>\s]{1,500})>")
_MARK = re.compile(r"(\*{1,3}|_{1,2})(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*])")
#: A whole paragraph in one emphasis, however long.
_WHOLE = re.compile(r"(\*{1,3}|_{1,2})(?=\S)([^*_]+)(?<=\S)\1")
_STRAY = re.compile(r"(?<=[^\W_])\*(?=[\s.,;:)]|$)|(?<![^\s(“\"])\*(?=[^\W_])")
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!<>~|-])")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Beside:
    """An inline span in the strand before markup is taken out, by the edits around it."""

    kind: InlineKind
    start: int
    end: int
    target: str = ""


def is_marked(text: str) -> bool:
    """Say whether a whole text carries Markdown: headings, or several closed emphases."""
    return bool(re.search(r"^#{1,6} \S", text, re.MULTILINE)) or (
        len(re.findall(r"(?<!\w)\*[^\s*][^*\n]{0,80}[^\s*]\*(?!\w)", text)) >= 3
    )


def is_escaped(text: str) -> bool:
    """Say whether signs of Markdown are set as words in a text."""
    return bool(_ESCAPED.search(text))


def markup(text: str, labels: frozenset[str], *, marked: bool) -> tuple[list[Edit], list[Beside]]:
    """Find markup in one paragraph.

    Args:
        text: of the paragraph.
        labels: marks of the footnotes of the whole text.
        marked: whether the whole text carries Markdown.

    Returns:
        Edits that take it out, and the spans (in ``text``) that stand for it.
    """
    edits: list[Edit] = []
    beside: list[Beside] = []
    for match in _SUP.finditer(text):
        label = next(filter(None, match.groups())).translate(_SUPERSCRIPTS)
        if label in labels:
            edits.append(Edit(RepairKind.FOOTNOTE, match.start(), match.end(), ""))
            beside.append(Beside(InlineKind.NOTE_REFERENCE, match.start(), match.start(), label))
    gone = [edit.start for edit in edits]
    edits += [
        _out(at.start(), at.end())
        for at in _TAG.finditer(text)
        if not any(start <= at.start() < start + 24 for start in gone)
    ]
    _links(text, edits, beside)
    if marked:
        _emphasis(text, 0, len(text), edits, beside)
        taken = {edit.start for edit in edits}
        strays = [at.start() for at in _STRAY.finditer(text) if at.start() not in taken]
        edits += [Edit(RepairKind.STRAY_MARK, at, at + 1, "", 0.8) for at in strays]
        edits += [_out(at.start(), at.end()) for at in _ESCAPED.finditer(text)]
    return edits, beside


def _out(start: int, end: int) -> Edit:
    return Edit(RepairKind.MARKUP, start, end, "")


def _links(text: str, edits: list[Edit], beside: list[Beside]) -> None:
    for match in _LINK.finditer(text):
        group = 1 if match[1] else 3
        start, end = match.span(group)
        edits += [_out(match.start(), start), _out(end, match.end())]
        beside.append(Beside(InlineKind.LINK, start, end, match[2] or match[3]))


_KINDS = {
    1: (InlineKind.EMPHASIS,),
    2: (InlineKind.STRONG,),
    3: (InlineKind.STRONG, InlineKind.EMPHASIS),
}


def _emphasis(text: str, start: int, end: int, edits: list[Edit], beside: list[Beside]) -> None:
    at = start
    while match := _WHOLE.fullmatch(text, at, end) or _MARK.search(text, at, end):
        size = len(match[1])
        inside = match[1][0] == "_" and match.start() and text[match.start() - 1].isalnum()
        if inside:
            at = match.start() + size
            continue
        edits += [_out(match.start(), match.start() + size), _out(match.end() - size, match.end())]
        beside += [Beside(kind, *match.span(2)) for kind in _KINDS[size]]
        _emphasis(text, match.start(2), match.end(2), edits, beside)
        at = match.end()


def moved(offset: int, edits: list[Edit]) -> int:
    """Return where ``offset`` lies once ``edits`` (ascending, apart) were made."""
    shift = 0
    for edit in edits:
        if edit.start >= offset:
            break
        inside = min(offset, edit.end) - edit.start
        shift += (
            min(inside, len(edit.after)) - inside
            if offset < edit.end
            else (len(edit.after) - (edit.end - edit.start))
        )
    return offset + shift


def source_of(at: Beside, strand: Strand) -> tuple[int, int]:
    """Return where a span begins and ends in the source."""
    offsets = strand.at
    if not offsets:
        return 0, 0
    last = offsets[-1] + 1
    start = offsets[at.start] if at.start < len(offsets) else last
    return start, max(start, offsets[min(at.end, len(offsets)) - 1] + 1 if at.end else start)


def placed(at: Beside, start: int, end: int, strand: Strand) -> Beside:
    """Return a span where its source stands now; the inverse of ``source_of``."""
    low = bisect_left(strand.at, start)
    high = low if at.start == at.end else max(low, bisect_left(strand.at, end))
    return Beside(at.kind, low, high, at.target)
