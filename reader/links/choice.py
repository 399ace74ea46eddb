"""What a reader is shown: links made by people first, then computed ones, never rejected ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reader.apparatus import PlacedLink
from reader.model import Edition, Evidence, Locus, Related, Relation

#: Score of a link made by an editor, by its weight, and how much of the computed score is added:
#: a score means the share of readers who would call the two related.  Of the judged passages
#: (tests/bench/related.py) that is 23 %, 67 % and 85 % for the three weights; with these numbers
#: four of five links shown at 80 % and more are related, and nDCG@5 stays within 0.01 of putting
#: all links of editors before all computed ones.
_MADE = {1: (0.30, 0.30), 2: (0.60, 0.25), 3: (0.85, 0.10)}
#: A link that a reader made or accepted.
_SETTLED = 0.95
#: How a relation reads from its other end; those not named read the same both ways.
_REVERSED = {
    Relation.DEVELOPS: Relation.SOURCE,
    Relation.APPLIES: Relation.SOURCE,
    Relation.SOURCE: Relation.DEVELOPS,
}

#: A passage by what outlives re-imports: work and passage id.
End = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A link made by a person: an editor's cross-reference or a reader's own.

    Attributes:
        here: one end.
        there: the other end.
        relation: of ``there`` to ``here``, as it is told to who reads ``here``: ``there``
            develops ``here``, is its source, …  None where the reader did not say.
        reason: a sentence for people; may be empty.
        weight: 1 to 3, how much a reader gains by following it.
        by_reader: made by a reader of this library.
    """

    here: End
    there: End
    relation: Relation | None = None
    reason: str = ""
    weight: int = 2
    by_reader: bool = False


def ties(placed: Iterable[PlacedLink]) -> tuple[Tie, ...]:
    """Return curated links whose ends were found as ties."""
    return tuple(
        Tie(
            (one.link.start.work, one.start),
            (one.link.end.work, one.end),
            one.link.relation,
            one.link.reason,
            one.link.weight,
        )
        for one in placed
    )


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What readers decided about pairs of passages, whichever end comes first.

    Attributes:
        accepted: with the relation they set, if any, and the end that it is told of.
        rejected: never shown again, whatever is computed.
    """

    accepted: Mapping[frozenset[End], tuple[Relation, End] | None] = field(default_factory=dict)
    rejected: frozenset[frozenset[End]] = frozenset()

    def rejected_from(self, here: End) -> frozenset[End]:
        """Return the ends that must not be shown beside ``here``."""
        return _beside(here, self.rejected)

    def accepted_from(self, here: End) -> frozenset[End]:
        """Return the ends that readers want beside ``here``, whatever their score."""
        return _beside(here, self.accepted)


def _beside(here: End, pairs: Iterable[frozenset[End]]) -> frozenset[End]:
    return frozenset(end for pair in pairs if here in pair for end in pair if end != here)


def made(ties: Iterable[Tie], here: End, others: Mapping[str, Edition]) -> tuple[Related, ...]:
    """Return the links made by people that start or end at ``here``, weightiest first.

    Ends in texts that are not among ``others``, or that no longer exist there, are left out.
    """
    found: dict[End, Related] = {}
    for tie in ties:
        if here not in (tie.here, tie.there):
            continue
        work, passage = end = tie.there if here == tie.here else tie.here
        locus = _locus(others.get(work), passage)
        if locus is None:
            continue
        relation = tie.relation and _told_of(end, tie.relation, tie.there)
        origin = "made" if tie.by_reader else "curated"
        one = Related(
            work,
            passage,
            locus,
            _SETTLED if tie.by_reader else _score(tie.weight),
            relation=relation,
            reason=tie.reason,
            curated=True,
            signals={origin: 1.0},
            evidence=(Evidence(origin, tie.reason or "linked by a reader", 1.0),),
        )
        if end not in found or found[end].score < one.score:
            found[end] = one
    return tuple(sorted(found.values(), key=_best_first))


def choose(
    computed: Iterable[Related],
    links: Iterable[Related],
    here: End,
    verdicts: Verdicts = Verdicts(),
    per_work: int = 3,
) -> tuple[Related, ...]:
    """Bring links made by people and computed ones together, best first.

    A pair that is both is shown as made, with the computed evidence behind the editor's sentence.
    An accepted one counts as made, with the relation that its reader set; a rejected one is left
    out, made or computed.

    Args:
        computed: from ``Links.related``, with some to spare for those left out here.
        links: from ``made``.
        here: the passage read.
        verdicts: what readers decided.
        per_work: at most so many of each text, not counting those made by people.
    """
    gone = verdicts.rejected_from(here)
    by_end: dict[End, Related] = {}
    for one in computed:
        by_end[one.work, one.passage] = one
    for one in links:
        by_end[one.work, one.passage] = _joined(one, by_end.get((one.work, one.passage)))
    judged = {end: _accepted(one, here, verdicts) for end, one in by_end.items()}
    shown: list[Related] = []
    count: dict[str, int] = {}
    for end, one in sorted(judged.items(), key=lambda item: _best_first(item[1])):
        settled = one.curated or frozenset({here, end}) in verdicts.accepted
        if end in gone or (not settled and count.get(one.work, 0) >= per_work):
            continue
        count[one.work] = count.get(one.work, 0) + 1
        shown.append(one)
    return tuple(shown)


def _accepted(one: Related, here: End, verdicts: Verdicts) -> Related:
    end = (one.work, one.passage)
    pair = frozenset({here, end})
    if pair not in verdicts.accepted:
        return one
    said = verdicts.accepted[pair]
    relation = _told_of(end, *said) if said else one.relation
    return replace(one, score=max(one.score, _SETTLED), relation=relation)


def _told_of(end: End, relation: Relation, of: End) -> Relation:
    """Return how a relation that was said of one end reads of this one."""
    return relation if end == of else _REVERSED.get(relation, relation)


def _joined(link: Related, computed: Related | None) -> Related:
    if computed is None:
        return link
    evidence = (*link.evidence, *(replace(one, share=0.0) for one in computed.evidence))
    return replace(
        link,
        score=min(1.0, link.score + _raise(link.score) * computed.score),
        evidence=evidence,
        sentences=computed.sentences,
    )


def _score(weight: int) -> float:
    return _MADE[min(3, max(1, weight))][0]


def _raise(score: float) -> float:
    """Return how much of the computed score is added to that of a link."""
    return next((more for base, more in _MADE.values() if base == score), 0.0)


def _locus(edition: Edition | None, passage: str) -> Locus | None:
    if edition is None:
        return None
    found = (one.locus for one in edition.passages if one.id == passage)
    return next(found, None)


def _best_first(one: Related) -> tuple[float, str, Locus]:
    return -one.score, one.work, one.locus
