"""What stands in one passage: its words, names, concepts and sentences, with their places.

A passage is explained against many others, in a listing of all pairs against every passage of the
library: what is read off its words alone is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reader.links.features import Apparatus
from reader.links.sentences import sentences
from reader.links.words import Token, names, tokens
from reader.model import Span

#: Passages remembered; some 20 kB each.  Three essays have 140.
_HELD = 512

#: Where each term stands, ascending.
Places = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage.

    Attributes:
        span: in the reading text.
        stems: of its content words, in order.
        concepts: keys of those named in it, in order.
    """

    span: Span
    stems: tuple[str, ...]
    concepts: tuple[str, ...]


@lru_cache(maxsize=_HELD)
def words_in(text: str, start: int) -> Places:
    """Return where each stem and each pair of neighbours stands in a passage.

    Args:
        text: of the passage.
        start: where it begins in the reading text.
    """
    found = list(tokens(text, start))
    pairs = (Token(f"{last.stem} {one.stem}", last.start, one.end) for last, one in pairwise(found))
    return _gathered((*found, *pairs))


@lru_cache(maxsize=_HELD)
def names_in(text: str, start: int) -> Places:
    """Return where each name stands in a passage; arguments as in ``words_in``."""
    return _gathered(names(text, start))


@lru_cache(maxsize=_HELD)
def concepts_in(text: str, start: int, apparatus: Apparatus) -> Places:
    """Return where each concept is named in a passage; arguments as in ``words_in``."""
    found = apparatus.glossary.find(text)
    return _gathered(Token(key, start + span.start, start + span.end) for key, span in found)


@lru_cache(maxsize=_HELD)
def sentences_in(text: str, start: int, apparatus: Apparatus) -> tuple[Sentence, ...]:
    """Return the sentences of a passage; arguments as in ``words_in``."""
    return tuple(
        Sentence(
            span.shift(start),
            tuple(one.stem for one in tokens(span.of(text))),
            tuple(key for key, _ in apparatus.glossary.find(span.of(text))),
        )
        for span in sentences(text, Span(0, len(text)))
    )


def _gathered(found: Iterable[Token]) -> Places:
    places: dict[str, list[Span]] = {}
    for one in found:
        places.setdefault(one.stem, []).append(Span(one.start, one.end))
    return {stem: tuple(spans) for stem, spans in places.items()}
