"""Sentences and clauses within a passage, for a caret that moves by them; pure."""

from enum import StrEnum
from itertools import pairwise

from reader.model import Edition, Span
from reader.model.patterns import pattern


class Unit(StrEnum):
    """What a caret can move by and a selection can grow to, smallest first."""

    WORD = "word"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PASSAGE = "passage"


#: Ends of sentences: closing signs may follow; a small letter after it means an abbreviation.
_SENTENCE_END = pattern(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\sa-z])")
_CLAUSE_END = pattern(r"[,;:—–][\"'”’»)\]]*(?=\s)|(?<=\S)\s(?=[(–—])|[.!?…]+[\"'”’»)\]]*(?=\s)")
_ABBREVIATED = pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|vol|no|p|pp|cf|ed|eds|trans|fig|ch|e\.g|i\.e|etc|vs)|\b[A-Z])\.$"
)
_WORD = pattern(r"[\w’'-]+")


def pieces(text: str, unit: Unit) -> list[Span]:
    """Cut a passage into its units; they ascend and leave out the spaces between.

    >>> [piece.of("One, two. Three.") for piece in pieces("One, two. Three.", Unit.CLAUSE)]
    ['One,', 'two.', 'Three.']
    """
    if unit is Unit.PASSAGE:
        return [Span(0, len(text))]
    if unit is Unit.WORD:
        return [Span(*found.span()) for found in _WORD.finditer(text)]
    ends = _CLAUSE_END if unit is Unit.CLAUSE else _SENTENCE_END
    cuts = [
        found.end()
        for found in ends.finditer(text)
        if not _ABBREVIATED.search(text, max(0, found.end() - 8), found.end())
    ]
    return [span for span in _between([0, *cuts, len(text)], text) if span]


def _between(cuts: list[int], text: str) -> list[Span]:
    found = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        found.append(Span(start + lead, max(start + lead, start + len(piece.rstrip()))))
    return found


def around(edition: Edition, offset: int, unit: Unit) -> Span:
    """Return the unit at an offset of the reading text, or the nearest one before it."""
    passage = edition.at(offset).span
    inside = min(max(0, offset - passage.start), len(passage))
    found = pieces(passage.of(edition.text), unit) or [Span(0, 0)]
    best = found[0]
    for piece in found:
        if piece.start <= inside:
            best = piece
    return best.shift(passage.start)


def step(edition: Edition, offset: int, unit: Unit, direction: int) -> int:
    """Return the beginning of the next unit, or of this one or the one before, going back."""
    row = edition.row_at(offset)
    while 0 <= row < len(edition.passages):
        passage = edition.passages[row].span
        starts = [one.start + passage.start for one in pieces(passage.of(edition.text), unit)]
        ahead = [start for start in starts if (start > offset if direction > 0 else start < offset)]
        if ahead:
            return ahead[0] if direction > 0 else ahead[-1]
        row += direction
    return offset


def grown(edition: Edition, span: Span) -> Span:
    """Return the smallest unit that holds ``span`` and is larger; the same when none is."""
    for unit in Unit:
        first = around(edition, span.start, unit)
        last = around(edition, max(span.start, span.end - 1), unit)
        wider = Span(min(first.start, span.start), max(last.end, span.end))
        if len(wider) > len(span):
            return wider
    return span
