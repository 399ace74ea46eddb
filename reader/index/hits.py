"""Documents found become hits: in order, with their marks and an excerpt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reader.index.evaluate import Evaluation
from reader.index.marking import Marker, Stretch, excerpt
from reader.index.query import Query
from reader.index.rank import Scores, scores
from reader.index.resolve import positive_leaves
from reader.index.shard import Docs, Mask, number
from reader.index.values import Document, Found
from reader.model import Hit, HitKind, SearchOrder, Span

#: More than any score: what concepts are put behind by.
_BEHIND = 1e6


@dataclass(frozen=True)
class Part:
    """What one shard answers.

    Attributes:
        evaluation: of the query there.
        docs: found, ascending.
    """

    evaluation: Evaluation
    docs: Docs

    @cached_property
    def concepts(self) -> Mask:
        """Which of ``docs`` are concepts of the glossary: these stand behind texts and notes.

        They are short and would come before the passages that they explain.
        """
        shard = self.evaluation.shard
        every = np.zeros(len(shard.layout), np.bool_)
        every[shard.facet("kind:concept")] = True
        return every[self.docs]

    @property
    def ahead(self) -> int:
        """How many of ``docs`` are none."""
        return len(self.docs) - int(np.count_nonzero(self.concepts))


@dataclass(frozen=True)
class Picked:
    """A document to be shown: part, row there, and score."""

    part: int
    row: int
    score: float


def ordered(
    query: Query, parts: Sequence[Part], order: SearchOrder, works: Sequence[str], limit: int
) -> list[Picked]:
    """Return the first ``limit`` documents in the order asked for.

    Args:
        query: as evaluated.
        parts: what each shard found.
        order: by score, ties by place; or by place; concepts always behind.
        works: in the order in which places are counted.
        limit: how many.
    """
    by_score = order is SearchOrder.RELEVANCE
    found = scores(query, [(part.evaluation, part.docs) for part in parts])
    if not found:
        return []
    if by_score:
        parts, found = _best_only(parts, found, limit)
    which = np.concatenate([np.full(len(part.docs), at) for at, part in enumerate(parts)])
    rows = np.concatenate([part.docs for part in parts])
    score = np.concatenate(found)
    place = _places(parts, works)
    behind = np.concatenate([part.concepts for part in parts])
    best = np.lexsort((*place, -score, behind) if by_score else (*place, behind))
    return [Picked(int(which[at]), int(rows[at]), float(score[at])) for at in best[: max(limit, 0)]]


def _best_only(
    parts: Sequence[Part], found: list[Scores], limit: int
) -> tuple[Sequence[Part], list[Scores]]:
    """Return what may be among the first ``limit``: sorting all takes longer than to find it."""
    values = [score - _BEHIND * part.concepts for part, score in zip(parts, found, strict=True)]
    every = np.concatenate(values)
    if not 0 < limit < len(every):
        return parts, found
    least = np.partition(every, len(every) - limit)[len(every) - limit]
    keep = [value >= least for value in values]
    kept = [Part(part.evaluation, part.docs[here]) for part, here in zip(parts, keep, strict=True)]
    return kept, [score[here] for score, here in zip(found, keep, strict=True)]


def in_order_of_number(parts: Sequence[Part], limit: int) -> list[Picked]:
    """Return the first ``limit`` documents as they come, notes first: the quick answer."""
    rows = [
        (behind, -at, int(row))
        for at, part in enumerate(parts)
        for behind in (False, True)
        for row in part.docs[part.concepts == behind][:limit]
    ]
    return [Picked(-at, row, 0.0) for _behind, at, row in sorted(rows)[:limit]]


def _places(parts: Sequence[Part], works: Sequence[str]) -> tuple[Scores, Scores]:
    """Return sort keys of the place, the last one first: offset, rank of the work."""
    rank = {number(work): at for at, work in enumerate(works)}
    starts, ranks = [], []
    for part in parts:
        layout = part.evaluation.shard.layout
        groups, back = np.unique(layout.groups[part.docs], return_inverse=True)
        by_group = np.array([rank.get(int(group), len(rank)) for group in groups], np.float64)
        starts.append(layout.starts[part.docs].astype(np.float64))
        ranks.append(by_group[back] if len(groups) else np.empty(0, np.float64))
    return np.concatenate(starts), np.concatenate(ranks)


def found(query: Query, parts: Sequence[Part], picked: Sequence[Picked]) -> list[Found]:
    """Return the documents picked with their marks."""
    return [
        Found(document, tuple([Span(*mark) for mark in marks]))
        for document, marks in _marked(query, parts, picked)
    ]


def hits(query: Query, parts: Sequence[Part], picked: Sequence[Picked]) -> tuple[Hit, ...]:
    """Return the documents picked as hits."""
    marked = _marked(query, parts, picked)
    return tuple([
        _hit(document, marks, each.score)
        for (document, marks), each in zip(marked, picked, strict=True)
    ])  # fmt: skip


def _marked(
    query: Query, parts: Sequence[Part], picked: Sequence[Picked]
) -> list[tuple[Document, list[Stretch]]]:
    """Return the documents picked, and where in each something stands that was asked for."""
    leaves = positive_leaves(query)
    result: dict[int, tuple[Document, list[Stretch]]] = {}
    for at, part in enumerate(parts):
        rows = [(place, each.row) for place, each in enumerate(picked) if each.part == at]
        if not rows:
            continue
        shown = np.array(sorted(row for _place, row in rows), np.int32)
        marker = Marker.of(part.evaluation, leaves, shown)
        shard = part.evaluation.shard
        documents = shard.documents([row for _place, row in rows])
        for (place, row), document in zip(rows, documents, strict=True):
            result[place] = document, marker.marks(row, document.text)
    return [result[place] for place in range(len(picked))]


def _hit(document: Document, marks: Sequence[Stretch], score: float) -> Hit:
    is_text = document.kind not in (HitKind.NOTE, HitKind.CONCEPT)
    offset = document.start if is_text else 0
    return Hit(
        kind=document.kind,
        work=document.work,
        passage=document.passage,
        locus=document.locus,
        score=round(score, 4),
        snippet=excerpt(document.text, marks, offset),
        marks=tuple([Span(low + offset, high + offset) for low, high in marks]) if is_text else (),
        annotation=document.annotation,
        author=document.author if is_text else document.by or document.author,
    )
