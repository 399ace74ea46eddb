"""Words of people and texts made safe inside Markdown.

Names, tags and quotations are shown letter by letter; the Markdown of a note keeps its meaning
but cannot leave the block it stands in, make headings of the file, or bring HTML.
"""

import re

#: Characters that mean something in CommonMark, GitHub's tables and strikes, or Obsidian's
#: highlights, formulas, comments and block names.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$^={}%])")
_BULLET = re.compile(r"^([-+])(?=[\s-]|$)")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
#: Control characters, and marks that reorder what stands beside them.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: What opens code: its indent and its marks; after backticks no other may follow (4.5).
_FENCE = re.compile(r"( {0,3})(`{3,}(?!.*`)|~{3,})")
#: Marks of quotations and lists, in which a heading may stand, then what makes one.
_HEADING = re.compile(r"^((?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*\s*)(#|=+\s*$|-+\s*$)")
#: What matters when HTML is sought: escapes, addresses, the plain end of a link, any other one
#: (which may swallow marks of code), marks of code, what opens a tag.
_PIECE = re.compile(
    r"\\.|<(?:https?://|mailto:)[^\s<>]*>|\]\([^\s()<>`\\]*\)|(\][(:])|(`+)|<(?=[A-Za-z/!?])"
)
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")


def cleaned(text: str) -> str:
    """Return text without control characters, with plain line ends, fit for UTF-8."""
    text = _LINE_END.sub("\n", text)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub("", text))


def inline(text: str) -> str:
    r"""Escape words for a place within a line.

    >>> inline("*Ann* [x](y)")
    '\\*Ann\\* \\[x\\](y)'
    """
    return _line(" ".join(cleaned(text).split()))


def lines(text: str) -> str:
    """Escape words for a block of their own; line ends are kept, blank lines fall away."""
    split = (_line(" ".join(line.split())) for line in cleaned(text).split("\n"))
    return "\n".join(line for line in split if line)


def _line(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", text))


def body(text: str) -> str:
    """Return the Markdown of a note, tamed: no headings, no HTML, every fence closed."""
    out: list[str] = []
    indent = fence = ""
    sure = True
    for line in cleaned(text).rstrip().split("\n"):
        if fence and line.strip() and not line.startswith(indent):
            out.append(indent + fence)  # a list item may have ended here, and the code with it
            fence = ""
        if fence:
            out.append(line)
            opens = _FENCE.match(line)
            if opens and opens[2].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        opens = _FENCE.match(line)
        if opens:
            indent, fence = opens[1], opens[2]
        tame, even = _without_html(line, code=sure)
        sure = bool(opens) or not line.strip() or (sure and even)
        out.append(_HEADING.sub(r"\1\\\2", tame))
    if fence:
        out.append(indent + fence)
    return "\n".join(out)


def _without_html(line: str, *, code: bool) -> tuple[str, bool]:
    """Escape what would open an HTML tag, outside code.

    Args:
        line: of a note.
        code: whether marks of code begin code here; not when one is open from lines before.

    Returns:
        the line, and whether all code that begins in it ends in it.
    """
    out, at, even = [], 0, True
    while found := _PIECE.search(line, at):
        out.append(line[at : found.start()])
        at = found.end()
        piece, link, marks = found[0], found[1], found[2]
        if link:
            code = even = False
        elif marks:
            closing = re.compile(f"(?<!`){marks}(?!`)").search(line, at)
            even = even and closing is not None
            if closing and code:
                piece += line[at : closing.end()]
                at = closing.end()
        out.append("\\<" if piece == "<" else piece)
    return "".join([*out, line[at:]]), even


def quoted(text: str) -> str:
    """Set finished Markdown as a block quotation."""
    return "\n".join(("> " + line).rstrip() for line in text.split("\n"))


def indented(text: str, depth: int) -> str:
    """Set finished Markdown inside a list item, ``depth`` lists deep.

    Four spaces a level are understood by CommonMark and by older Markdown alike.
    """
    margin = "    " * depth
    return "\n".join((margin + line).rstrip() for line in text.split("\n"))


def tag(text: str) -> str:
    """Write a tag as ``#tag``.

    >>> tag("ask the group!")
    '#ask-the-group'
    """
    name = _NOT_IN_TAGS.sub("-", cleaned(text)).strip("-/")
    return f"#{name}" if name and not name.isdigit() else f"#tag-{name}".rstrip("-")


def yaml(text: str) -> str:
    """Write a YAML double-quoted string on one line."""
    flat = " ".join(cleaned(text).split())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def wiki(text: str) -> str:
    """Return words for the shown part of an Obsidian link, where nothing can be escaped."""
    return " ".join(re.sub(r"[\[\]|#^\\]", " ", cleaned(text)).split())
