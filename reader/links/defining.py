"""Sentences that say what a word means, as far as their form shows it.

A word is defined where it is what a clause is about and a noun, or a verb of meaning, follows
("a toll is what the miller takes", "by toll we mean …"), where something is called by it, and by
the answer to the question what it is.  A question itself defines nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.links.sentences import sentences
from reader.model import Edition, Span

_QUOTED = "[\"'“”‘’]"
#: What may stand between the beginning of a clause and the word that the clause is about.
_SUBJECT = re.compile(
    rf"(?:(?:^|[;:(—–]\s*)(?:(?:and|but|so|yet|then|now),?\s+)?"
    rf"(?:(?:from|in|at|for|on|by)\s+(?:[\w’']+\s+){{1,5}})?|"
    rf",\s*|\s-{{1,2}}\s*|\b(?:that|because|whether|if|since|therefore|thus)\s+)"
    rf"(?:by\s+|what (?:is|are) (?:\w+\s)?(?:called|known as|meant by)\s+)?"
    rf"(?:(?:the|an?|our|this|such|all|every|each)\s+(?:\w+\s+)?)?"
    rf"(?:(?:term|word|concept|notion|idea|category|essence|forms?|kinds?)\s+"
    rf"(?:of\s+)?(?:the\s+|an?\s+|\w+\s+)?)?{_QUOTED}*$",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:(?:not|no longer) [^.;:,]{1,80},? but |, [^,.;:]{1,40}, )?"
    r"(?:in essence |in itself |above all |precisely |simply |always |therefore |thus )?"
    r"(?:an?|the|what|those who|that (?:which|part)|nothing (?:other|more|else|but)|"
    r"anything|everything|any|another (?:name|word))\b(?! \w+ one\b)"
)
#: How a clause goes on that says what its subject is.
_FOLLOWS = re.compile(
    rf"{_QUOTED}?,?\s+(?:(?:is|are|,? then,? is),?\s+{_NOUN}|"
    r"(?:means|mean|denotes?|refers? to|consists? (?:in|of)|signif(?:y|ies)|designates?|"
    r"(?:can|may|must) be defined|is defined|are defined|amounts? to|stands? for)\b|"
    r"(?:I|we|one) (?:mean|understand)\b)"
)
#: How a clause leads up to a name for what it speaks of.
_CALLED = re.compile(
    rf"(?:\b(?:I|we|he|she|they|one|who|which|have|has|had|be|been|is|are|was|were|so|also|often|sometimes)\s+"
    rf"(?:\w+\s+)?|\()(?:calls?|called|terms|termed|names|named|defines?|known as|described as)\s+"
    rf"(?:(?:this|it|them|him|her|that)\s+)?(?:(?:as|the|an?)\s+)?{_QUOTED}*$",
    re.IGNORECASE,
)
#: "This is the meaning of toll: …"
_MEANING = re.compile(
    rf"\b(?:meaning|definition|essence) of (?:the |an? )?{_QUOTED}*$", re.IGNORECASE
)
_TOLD = re.compile(rf"{_QUOTED}*\s*(?:[:—–]|is\b|lies\b)")
_ASKS = re.compile(
    rf"\bwhat,?(?: then,?)? (?:is|are|do (?:we|you|I) (?:mean|understand) by|is meant by)\s+"
    rf"(?:the |an? |our )?{_QUOTED}*$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    rf"{_QUOTED}*(?:it|this|that|they|these|by (?:this|it|that|them)|an?|the)\b", re.IGNORECASE
)
#: Letters before a word that are looked at: sentences of bad copies can be as long as a chapter.
_REACH = 200
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")


def defining(edition: Edition, places: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences that say what stands at ``places`` means, ascending."""
    found: dict[Span, None] = {}
    cut: dict[str, tuple[Span, ...]] = {}
    for place in places:
        passage = edition.at(place.start)
        if passage.id not in cut:
            cut[passage.id] = sentences(edition.text, passage.span)
        for one in _of(edition.text, cut[passage.id], place):
            found[one] = None
    return tuple(sorted(found))


def _of(text: str, cut: Sequence[Span], place: Span) -> Iterator[Span]:
    """Yield the sentence around ``place`` if it defines it, or else the one that answers it."""
    for sentence, answer in pairwise((*cut, None)):
        if sentence is None or not sentence.contains(place):
            continue
        far = max(sentence.start, place.start - _REACH)
        before = ("…" if far > sentence.start else "") + text[far : place.start]
        after = text[place.end : sentence.end]
        if not _QUESTION.search(sentence.of(text)):
            if _defines(before, after):
                yield sentence
        elif answer and _ASKS.search(before) and _ANSWERS.match(answer.of(text)):
            yield answer


def _defines(before: str, after: str) -> bool:
    if _FOLLOWS.match(after) and _SUBJECT.search(before):
        return True
    if _MEANING.search(before) and _TOLD.match(after):
        return True
    return bool(_CALLED.search(before))
