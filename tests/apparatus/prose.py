"""Prose of our own, enough of it to be recognised, and what scanning does to it."""

import random
import re
from collections.abc import Sequence

from reader.matching import skeleton_hash
from reader.model import Edition, Locus, Passage, PassageKind, Provenance, Span, Work

_WHO = [
    "the gardener",
    "an old neighbour",
    "my sister",
    "the baker",
    "every child",
    "a stranger",
    "the teacher",
]
_DOES = [
    "waters",
    "remembers",
    "describes",
    "crosses",
    "repairs",
    "forgets",
    "measures",
    "paints",
    "hides",
    "praises",
]
_WHAT = [
    "the narrow path",
    "a wooden bridge",
    "the stone wall",
    "his letters",
    "the orchard",
    "a broken clock",
]
_WHEN = [
    "before the rain",
    "in early spring",
    "after long silence",
    "without a word",
    "by candle light",
]
_WHY = [
    "because nobody asked",
    "since winter was near",
    "though it was late",
    "so that others may rest",
]


def prose(seed: int, sentences: int = 400) -> str:
    """Return sentences, ten to a paragraph."""
    dice = random.Random(seed)
    told = []
    for number in range(sentences):
        parts = [dice.choice(words) for words in (_WHO, _DOES, _WHAT, _WHEN, _WHY)]
        joint = dice.choice(["and", "while", "until", "where"])
        tail = [dice.choice(words) for words in (_WHO, _DOES, _WHAT)]
        told.append(" ".join([*parts, joint, *tail]).capitalize() + ".")
        if number % 10 == 9:
            told.append("\n\n")
    return re.sub(r" *\n\n *", "\n\n", " ".join(told)).strip()


def noisy(text: str, share: float, dice: random.Random) -> str:
    """Return the text with a share of its letters left out, doubled or replaced."""
    out = []
    for char in text:
        other = dice.choice("abcdefghilmnoprstu")
        hit = dice.random() < share and char != "\n"
        out.append(dice.choice(["", char + other, other]) if hit else char)
    return "".join(out)


def edition(work: str, text: str, kinds: Sequence[PassageKind] = ()) -> Edition:
    """Return an edition with one passage for each paragraph."""
    passages, at = [], 0
    for row, words in enumerate(text.split("\n\n")):
        kind = kinds[row] if row < len(kinds) else PassageKind.BODY
        span = Span(at, at + len(words))
        locus = Locus(Locus.sign_of(kind), row + 1)
        passages.append(Passage(f"p{row + 1}", locus, kind, span))
        at += len(words) + 2
    return Edition(
        id=work,
        work=Work(work, work.title()),
        text=text,
        sha256="",
        letters=skeleton_hash(text),
        passages=tuple(passages),
        inline=(),
        provenance=Provenance("x.txt", "", 0, "text"),
    )
