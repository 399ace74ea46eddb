"""Marks that recognition saw or overlooked: brackets without a partner, full stops, strokes."""

import re

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.pairs import lift
from reader.restore.strand import Edit

_STROKE = re.compile(r"(?<=\b)([a-z]{2,}) (I) (?=([a-z]{2,}))")
_BRACKET = re.compile(r"[()]")
_LABEL = re.compile(r"(?<![^\W_])(?:[a-z]|[ivx]{1,4}|\d{1,3})$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?<= )([a-z]{4,})"
    r"(?= (?:This|These|Those|Thus|There|However|Hence|They|But|We|It|He|She) [a-z])"
)
_INITIAL = re.compile(r"(?<![^\W_])[A-Z]\.(?=[A-ZÀ-Þ][a-zß-ÿ]{2,})")
_RUN = re.compile(r"(?<=[^\W_])[.,](?: ?[.,]){2,}(?= [a-z])")
#: A semicolon between a subject and its verb: nothing before it could be a clause.
_AMID = re.compile(
    r"(?:^|(?<=[.?!] ))(?:When|If|As|Although|Because|While|Since|Before|After|Until|Unless|Once)"
    r" (?:the|an?|this|that|its|their|his|her|our) [a-z’]+(;)"
    r"(?= (?:was|were|is|are|has|have|had|will|would|can|could|may|might) )"
)
#: The only dash of a sentence, before the *of* that belongs to the word before it.
_TORN = re.compile(r"(?<= )([a-z]{4,})( -) of (?!which|whom|course|all)(?=[a-z])")
_SENTENCE = re.compile(r"[^.?!]+")
#: Lift of a word and *of* from which on nothing parts them.
_ONE = 3
#: Times that a text says *I* at most, for one more to be a stroke and no person.
_NO_PERSON = 3
#: How common a word at most is that a sentence may end with: after *that* or *is* none does.
_LAST = 19


def specks(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find stray and lost marks in a paragraph of a scanned text."""
    stray, lost = RepairKind.STRAY_MARK, RepairKind.OCR
    return [
        *(Edit(stray, start, end, "", 0.7) for start, end in _unpaired(text)),
        *(Edit(stray, start, end, "", 0.6) for start, end in _strokes(text, lexicon)),
        *(Edit(stray, *at.span(1), "", 0.7) for at in _AMID.finditer(text)),
        *(Edit(stray, start, end, "", 0.6) for start, end in _torn(text, lexicon)),
        *(
            Edit(lost, at.end(), at.end(), ".", 0.7)
            for at in _BEGINS.finditer(text)
            if lexicon.listed(at[1]) <= _LAST
        ),
        *(Edit(RepairKind.SPACE, at.end(), at.end(), " ", 0.9) for at in _INITIAL.finditer(text)),
        *(
            Edit(stray, at.start(), at.end(), ",", 0.6)
            for at in _RUN.finditer(text)
            if "," in at[0] and "." in at[0]
        ),
    ]


def _strokes(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Find *I* where no person can be meant, in texts that hardly say it."""
    if lexicon.own["i"] > _NO_PERSON:
        return []
    return [
        (at.start(2), at.end(2) + 1)
        for at in _STROKE.finditer(text)
        if lift(lexicon.list, at[1], "i") < 0 and lift(lexicon.list, "i", at[3]) < 0
    ]


def _torn(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Find a dash alone in its sentence between a word and its *of*: the level - of the water."""
    return [
        at.span(2)
        for sentence in _SENTENCE.finditer(text)
        if sentence[0].count(" - ") == 1
        for at in _TORN.finditer(text, *sentence.span())
        if lift(lexicon.list, at[1], "of") >= _ONE
    ]


def _unpaired(text: str) -> list[tuple[int, int]]:
    """Find closing brackets without an opening one, but those of labels: ``a)``."""
    found: list[tuple[int, int]] = []
    depth = 0
    for at in _BRACKET.finditer(text):
        depth += 1 if at[0] == "(" else -1
        if depth < 0:
            depth = 0
            if not _LABEL.search(text[: at.start()][-5:]):
                apart = text[at.start() - 1 : at.start()] == " "
                found.append((at.start() - apart, at.end()))
    return found
