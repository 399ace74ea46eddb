"""Markdown, as far as it states blocks: front matter, headings, quotations, lists, footnotes.

Inline marks (emphasis, links, note references) stay in the raw text; restoration turns them into
spans, as it does for texts that only look like Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.importing.raw import RawBlock, RawText
from reader.importing.text import read_text
from reader.model import PassageKind, Provenance, Span

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
#: The line below the heads of the columns of a table.
_COLUMNS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")
_FIELD = re.compile(r"(\w+):[ \t]*(.*)$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<![^\W_])(\*{1,3}|_{1,3})(?=[^\s*_])([^\n]*?[^\s*_])\1(?![^\W_])")
_TEXT, _CODE, _EDGE = range(3)
#: Lines of front matter; more is no front matter.
_FRONT_LINES = 60

Line = tuple[int, str]


def read_markdown(data: bytes, provenance: Provenance) -> RawText:
    """Read a Markdown file.

    The span of a block leaves out the marks before its first line; lines further down in a
    quotation keep theirs.

    Raises:
        BadInput: the bytes are no text.
    """
    raw = read_text(data, provenance)
    lines = list(_lines(raw.text))
    front, fields = _front_matter(lines)
    blocks = tuple(block for block in _blocks(lines[front:]) if block.span)
    if "source_sha256" in fields:  # an edition of ours, in which the title of the file is above all
        blocks = tuple(replace(one, level=max(1, one.level - 1)) if one.level else one
                       for one in blocks)  # fmt: skip
    great = (b for b in blocks if b.kind is PassageKind.HEADING and b.level == 1)
    title = fields.get("title") or next((_unmarked(b.span.of(raw.text)) for b in great), "")
    authors = fields.get("authors") or fields.get("author") or ""
    return replace(
        raw,
        blocks=blocks,
        title=title,
        authors=tuple(filter(None, (_plain(name) for name in authors.strip("[]").split(",")))),
        language=fields.get("language") or fields.get("lang") or "",
    )


def _unmarked(title: str) -> str:
    """Return a title without links and emphasis.

    >>> _unmarked('**_An_ Essay** on ["Authority"](there.md) and snake_case_names')
    'An Essay on "Authority" and snake_case_names'
    """
    title = _LINK.sub(r"\1", title)
    while (plain := _EMPHASIS.sub(r"\2", title)) != title:
        title = plain
    return title


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _plain(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _front_matter(lines: list[Line]) -> tuple[int, dict[str, str]]:
    """Return how many lines of metadata stand first, and their fields."""
    if not lines or lines[0][1].strip() != "---":
        return 0, {}
    for row in range(1, min(len(lines), _FRONT_LINES)):
        if lines[row][1].strip() in {"---", "..."}:
            found = (_FIELD.match(line) for _, line in lines[1:row])
            return row + 1, {m[1].lower(): _plain(m[2]) for m in found if m}
    return 0, {}


def _blocks(lines: list[Line]) -> Iterator[RawBlock]:
    kinds, listing = _fenced(lines), False
    rows = zip(lines, kinds, strict=True)
    for (fenced, blank), group in groupby(
        rows, key=lambda row: (row[1], row[1] == _TEXT and not row[0][1].strip())
    ):
        stretch = [line for line, _ in group]
        if fenced == _CODE and any(line.strip() for _, line in stretch):
            yield replace(_block(stretch, PassageKind.BODY), verbatim=True)
        elif fenced == _TEXT and not blank:
            if not listing and all(_INDENTED.match(line) for _, line in stretch):
                yield replace(_block(stretch, PassageKind.BODY), verbatim=True)
                continue
            yield from _stretch(stretch)
            listing = _starts_block(stretch[0][1]) or (listing and stretch[0][1][:1].isspace())


def _fenced(lines: list[Line]) -> list[int]:
    """Say of each line whether it is text, code, or the fence around code."""
    kinds, fence = [], ""
    for _, line in lines:
        found = _FENCE.match(line)
        if fence:
            closes = found and found[1].startswith(fence) and not line.strip().strip(fence[0])
            kinds.append(_EDGE if closes else _CODE)
            fence = "" if closes else fence
        elif found:
            fence = found[1]
            kinds.append(_EDGE)
        else:
            kinds.append(_TEXT)
    return kinds


def _stretch(lines: list[Line]) -> Iterator[RawBlock]:
    """Yield the blocks of lines without a blank line between them."""
    open_lines: list[Line] = []
    table = False
    for at, line in lines:
        if open_lines and "|" in open_lines[-1][1] and _COLUMNS.fullmatch(line):
            yield from _paragraph(open_lines[:-1])
            open_lines, table = [_row(*open_lines[-1])], True
            continue
        if table and "|" in line:
            yield from _paragraph(open_lines)
            open_lines = [_row(at, line)]
            continue
        table = False
        atx = _ATX.match(line)
        under = _UNDERLINE.match(line)
        if under and open_lines and not _starts_block(open_lines[0][1]):
            yield _block(open_lines, PassageKind.HEADING, 1 if under[1][0] == "=" else 2)
            open_lines = []
        elif atx or _RULE.match(line):
            yield from _paragraph(open_lines)
            open_lines = []
            if atx:
                span = Span(at + atx.start(2), at + atx.end(2))
                yield RawBlock(span, PassageKind.HEADING, len(atx[1]))
        elif open_lines and (_ITEM.match(line) or _NOTE.match(line)):
            yield from _paragraph(open_lines)
            open_lines = [(at, line)]
        elif open_lines and _ITEM.match(open_lines[0][1]) and _ITEM.match(line.lstrip()):
            yield from _paragraph(open_lines)  # an item within an item
            bare = line.lstrip()
            open_lines = [(at + len(line) - len(bare), bare)]
        else:
            open_lines.append((at, line))
    yield from _paragraph(open_lines)


def _row(at: int, line: str) -> Line:
    """Return a row of a table without the strokes around it."""
    inner = line.strip().strip("|").strip()
    return at + max(0, line.find(inner)), inner


def _starts_block(line: str) -> bool:
    return bool(_NOTE.match(line) or _ITEM.match(line) or _QUOTE.match(line))


def _paragraph(lines: list[Line]) -> Iterator[RawBlock]:
    if not lines:
        return
    first = lines[0][1]
    if note := _NOTE.match(first):
        yield _block(lines, PassageKind.FOOTNOTE, skip=note.end(), label=note[1])
    elif quote := _QUOTE.match(first):
        yield _block(lines, PassageKind.QUOTE, skip=quote.end())
    elif item := _ITEM.match(first):
        yield _block(lines, PassageKind.BODY, skip=item.end())
    else:
        yield _block(lines, PassageKind.BODY)


def _block(
    lines: list[Line], kind: PassageKind, level: int = 0, *, skip: int = 0, label: str = ""
) -> RawBlock:
    while len(lines) > 1 and not _bare(lines[0][1][skip:]):
        lines, skip = lines[1:], len(lines[1][1]) - len(_bare(lines[1][1]))
    while len(lines) > 1 and not _bare(lines[-1][1]):
        lines = lines[:-1]
    start, first = lines[0]
    skip += len(first[skip:]) - len(first[skip:].lstrip())
    at, last = lines[-1]
    end = max(start + skip, at + len(last.rstrip()))
    return RawBlock(Span(start + skip, end), kind, level, label)


def _bare(line: str) -> str:
    """Return a line without the mark of a quotation, empty when nothing else is there."""
    quote = _QUOTE.match(line)
    return line[quote.end() :].lstrip() if quote else line.lstrip()
