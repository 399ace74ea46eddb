"""Lines of the source with their geometry."""

import re
from dataclasses import dataclass

from reader.model import Span


@dataclass(frozen=True)
class Line:
    """One line of the source without white space at its ends.

    Attributes:
        span: in the source, of the words alone.
        text: the words.
        indent: code points of white space before them.
    """

    span: Span
    text: str
    indent: int = 0


_LINE = re.compile(r"[^\n\f]*(?:\n|\f|\Z)")


def lines_of(text: str, span: Span) -> list[Line]:
    """Return the lines in ``span``, blank ones too (their span is empty)."""
    found: list[Line] = []
    for match in _LINE.finditer(text, span.start, span.end):
        raw = match[0]
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + (indent if words else 0)
        if raw:
            found.append(Line(Span(start, start + len(words)), words, indent if words else 0))
    return found
