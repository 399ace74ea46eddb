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
    at = span.start
    while at < span.end:
        match = _LINE.match(text, at, span.end)
        end = match.end() if match and match.end() > at else span.end
        raw = text[at:end]
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        start = at + (indent if words else 0)
        found.append(Line(Span(start, start + len(words)), words, indent if words else 0))
        at = end
    return found
