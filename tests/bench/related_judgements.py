"""Judged pairs of passages, and the two measures by which rankings are held against them."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from reader.model import Edition

#: Grade from which a pair counts as related.
RELATED = 1.5


@dataclass(frozen=True)
class Query:
    """One passage, another text, and the grades of the passages there.

    Attributes:
        text: number of the query's text.
        passage: id of the passage.
        target: number of the other text.
        grades: by passage id there, 0 to 3; those not listed are 0.
    """

    text: str
    passage: str
    target: str
    grades: Mapping[str, float]

    @property
    def scored(self) -> bool:
        """Whether it has a related passage there, and so counts in the figures."""
        return max(self.grades.values(), default=0.0) >= RELATED


def read(path: Path, editions: Mapping[str, Edition]) -> tuple[list[Query], list[str]]:
    """Return the judgements, and the incipits that begin no passage of ``editions``.

    Args:
        path: ``related-dev.tsv``.
        editions: by the number at the head of the file name.
    """
    lost: set[str] = set()
    grades: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        query = _passage(editions[row["query_text"]], row["query_incipit"])
        target = _passage(editions[row["target_text"]], row["target_incipit"])
        lost |= {
            f"{row[f'{end}_text']}: {row[f'{end}_incipit']}"
            for end, found in (("query", query), ("target", target))
            if found is None
        }
        if query and target:
            key = (row["query_text"], query, row["target_text"])
            grades.setdefault(key, {})[target] = float(row["grade"])
    return [Query(*key, marks) for key, marks in sorted(grades.items())], sorted(lost)


def _passage(edition: Edition, incipit: str) -> str | None:
    wanted = _letters(incipit)
    for passage in edition.passages:
        if passage.locus.sign == "¶" and _letters(edition.words_of(passage)).startswith(wanted):
            return passage.id
    return None


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def ndcg(ranking: Sequence[str], grades: Mapping[str, float], depth: int = 5) -> float:
    """Discounted gain of the first ``depth``, gain 2^grade - 1, as a share of the best possible."""
    gained = sum(
        (2 ** grades.get(one, 0.0) - 1) / log2(at + 2) for at, one in enumerate(ranking[:depth])
    )
    best = sorted(grades.values(), reverse=True)[:depth]
    return gained / sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(best))


def precision(ranking: Sequence[str], grades: Mapping[str, float], depth: int = 3) -> float:
    """Share of related ones in the first ``depth``, of as many as are possible."""
    possible = sum(grade >= RELATED for grade in grades.values())
    found = sum(grades.get(one, 0.0) >= RELATED for one in ranking[:depth])
    return found / min(depth, possible)
