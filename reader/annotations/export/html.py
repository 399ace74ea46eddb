"""Annotations as HTML: Markdown, then always a filter that lets only plain markup through.

The one module that turns Markdown of notes into HTML.
"""

import re

from reader.annotations.export import escaping
from reader.annotations.export.markdown import to_markdown
from reader.annotations.export.material import Grouping, Material
from reader.annotations.export.wording import wording
from reader.model import NO_PROGRESS, BadInput, Progress

_TAGS = frozenset({
    "p", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h1", "h2", "h3",
    "h4", "hr", "br",
})  # fmt: skip
_SCHEMES = frozenset({"http", "https", "mailto", "counterpoint"})
#: Where a document falls into parts that do not depend on each other: before headings and
#: quotations at its own level.
_SECTION = re.compile(r"\n(?=#{1,3} |\n> )")
#: Characters converted at a time.
_CHUNK = 20_000
#: The markdown package is quadratic in the marks of one paragraph (0.3 s for 1,000 brackets)
#: and recursive in nested blocks.  A paragraph with more marks than this shows them as they are,
#: by way of private-use characters; a line nested deeper than this loses its nesting.
_MARKS, _DEPTH = 400, 24
_MEANT = "[]()!*_`~<>&\\#"
_HIDDEN = {ord(mark): 0xE000 + row for row, mark in enumerate(_MEANT)}
_BACK = {0xE000 + row: f"&#{ord(mark)};" for row, mark in enumerate(_MEANT)}
_NESTING = re.compile(r"(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))*[ \t]*")
_LONGEST = 5_000_000
#: After a backslash these are meant letter by letter (CommonMark 0.31, 2.4), which the Markdown
#: package knows of others only: a tag in a note would be taken away, and "\\%" keep its stroke.
_ESCAPED = "<|~&$^=%\"',/:;?@"
_HEAD = """<!doctype html>
<html><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body {{ font: 1.05em/1.5 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; }}
blockquote {{ margin: 1em 0; padding-left: 1em; border-left: 3px solid #888; }}
code, pre {{ font-size: 0.9em; overflow-wrap: anywhere; white-space: pre-wrap; }}
@media print {{ a {{ color: inherit; }} blockquote {{ break-inside: avoid; }} }}
</style></head><body>
"""


def to_html(
    material: Material,
    *,
    by: Grouping = Grouping.TEXT,
    title: str = "",
    progress: Progress = NO_PROGRESS,
) -> str:
    """Return all notes as one HTML page that loads nothing and runs nothing.

    Args:
        material: the notes and their texts.
        by: what the page is divided by.
        title: of the page; empty for the word for notes.
        progress: about a millisecond a note.

    Raises:
        BadInput: a note cannot be turned into HTML.
        Cancelled: the reader stopped.
    """
    import html

    named = title or wording(material.language)["notes"]
    parts = _chunks(to_markdown(material, by=by, progress=progress))
    made = [_HEAD.format(title=html.escape(escaping.cleaned(named)))]
    for number, part in enumerate(parts):
        progress.step(0.5 + number / (2 * len(parts)), "making the page")
        made.append(safe_html(part))
    return "".join([*made, "</body></html>\n"])


def _chunks(text: str) -> list[str]:
    """Cut a document into independent parts of about ``_CHUNK`` characters."""
    chunks: list[list[str]] = [[]]
    size = 0
    for part in _SECTION.split(text):
        if size > _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(part)
        size += len(part)
    return ["\n".join(chunk) for chunk in chunks]


def safe_html(text: str) -> str:
    """Turn any Markdown into HTML without scripts, pictures, styles or foreign addresses.

    Raises:
        BadInput: it has over five million characters.
    """
    import markdown
    import nh3

    if len(text) > _LONGEST:
        raise BadInput(f"A page may have {_LONGEST:,} characters; export fewer notes at once.")
    try:
        reads = markdown.Markdown(extensions=["fenced_code", "sane_lists"])
        reads.ESCAPED_CHARS = [*reads.ESCAPED_CHARS, *_ESCAPED]
        made = reads.convert(_calmed(text))
    except RecursionError as error:
        raise BadInput("A note nests its blocks too deeply to be shown.") from error
    clean = nh3.clean(made, tags=set(_TAGS), attributes={"a": {"href"}}, url_schemes=set(_SCHEMES))
    return clean.translate(_BACK)


def _calmed(text: str) -> str:
    """Hide what would make the Markdown package slow."""
    calm = (_flat(line) for line in text.split("\n"))
    blocks = "\n".join(calm).split("\n\n")
    return "\n\n".join(block.translate(_HIDDEN) if _crowded(block) else block for block in blocks)


def _crowded(block: str) -> bool:
    return sum(block.count(mark) for mark in _MEANT) > _MARKS


def _flat(line: str) -> str:
    """Return a line without its nesting where that is too deep."""
    found = _NESTING.match(line)
    head = found[0] if found else ""
    deep = len(head.split()) > _DEPTH or len(head) > 4 * _DEPTH
    return line[len(head) :] if deep else line
