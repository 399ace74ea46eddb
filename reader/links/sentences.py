"""Sentences of a passage, as spans of the reading text."""

import re
from itertools import pairwise

from reader.model import Span

#: A sentence ends at a stop, with what closes it, before a space and no lower-case letter.
_END = re.compile(r"[.?!…]+[\"'”’»)\]]*(?=\s+[^a-z\s])")
#: Stops that end no sentence.
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vol|pp?|no|ed|etc|Mr|Mrs|Dr|St|vs)|\b[A-Z])\.$")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``span`` of ``text``: ascending, covering all its words."""
    ends = (found.end() for found in _END.finditer(text, span.start, span.end))
    inner = [end for end in ends if not _ABBREVIATED.search(text, max(span.start, end - 6), end)]
    spans = (_trimmed(text, *cut) for cut in pairwise([span.start, *inner, span.end]))
    return tuple(one for one in spans if one)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
