"""Mentions of passages in the words of notes: ``sea-letters@¶12``.  Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model import Annotation, Locus, Span

_MENTION = re.compile(r"(?<![\w@/.-])([a-z0-9][a-z0-9-]{0,199})@([¶§nrf]?\d{1,7})(?![\w@])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage named in a text.

    Attributes:
        span: of the mention, in code points of the text.
        work: short id as written; whether there is such a work, the library knows.
        locus: the passage.
    """

    span: Span
    work: str
    locus: Locus


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the passages that a text mentions, in their order.

    >>> [(one.work, str(one.locus)) for one in mentions("see sea-letters@12 and x@example.org")]
    [('sea-letters', '¶12')]
    """
    return tuple(
        Mention(Span(*found.span()), found[1], Locus.parse(found[2]))
        for found in _MENTION.finditer(text)
    )


def mentioned_in(annotations: Iterable[Annotation]) -> Mapping[tuple[str, Locus], tuple[str, ...]]:
    """Return, by work and locus, the ids of the notes that mention a passage."""
    found: dict[tuple[str, Locus], list[str]] = {}
    for note in annotations:
        for one in dict.fromkeys((each.work, each.locus) for each in mentions(note.body)):
            found.setdefault(one, []).append(note.id)
    return {place: tuple(notes) for place, notes in found.items()}
