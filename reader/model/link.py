"""Links made by people and related passages found by the program."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from reader.model.passage import Locus
from reader.model.span import Span
from reader.model.values import dataclass


class Relation(StrEnum):
    """How the second of two passages stands to the first: it develops it, is its source, …"""

    SAME_CLAIM = "same-claim"
    DEVELOPS = "develops"
    APPLIES = "applies"
    SOURCE = "source"
    CONTRASTS = "contrasts"
    CONTRADICTS = "contradicts"
    SAME_EXAMPLE = "same-example"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason why two passages are related.

    Attributes:
        signal: which signal found it (``words``, ``concepts``, ``sentences``, ``curated``, …).
        label: the word, phrase or concept, or the sentence of an editor; for people.
        share: of the score, 0 to 1; the shares of one pair add up to 1.
        here: where it stands in the first text's reading text.
        there: where it stands in the second text's reading text.
    """

    signal: str
    label: str
    share: float
    here: tuple[Span, ...] = ()
    there: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A passage of another text that takes up a passage of this one.

    Attributes:
        work: short id of the other work.
        passage: id of the passage there.
        locus: its locus there.
        score: 0 to 1, the share of readers who would call the two related.
        relation: how they stand; None for computed ones without a reader's verdict.
        reason: an editor's or reader's sentence; empty for computed ones.
        curated: True when a person made it (an editor's or a reader's link).
        signals: share of each signal in the score; adds up to 1.
        evidence: strongest first.
        sentences: best-matching pair of sentences, here and there; None when not computed.
    """

    work: str
    passage: str
    locus: Locus
    score: float
    relation: Relation | None = None
    reason: str = ""
    curated: bool = False
    signals: Mapping[str, float] = field(default_factory=dict, hash=False)
    evidence: tuple[Evidence, ...] = ()
    sentences: tuple[Span, Span] | None = None
