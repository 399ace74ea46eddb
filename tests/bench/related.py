"""How good related passages are: ``python -m tests.bench.related [SHARED] [--semantic]``.

``SHARED`` (default ``../shared``) holds ``texts`` with the three essays and
``eval/related-dev.tsv`` with the judgements.  Printed are nDCG@5 and precision in the first three
for the baselines, each signal alone, the fused score as shipped and as fitted on other queries
(cross-validation), without each signal, and with curated links; then the calibration and times.
``--semantic`` adds the sentence model, where one is installed; that takes minutes.
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.apparatus import load_glossary, load_links, resolve
from reader.importing import read as read_file
from reader.links import (
    WEIGHTS,
    Encoder,
    Links,
    Signal,
    Tie,
    choose,
    concept_bridges,
    equip,
    load_encoder,
    made,
    prepare,
    read_arguments,
    ties,
)
from reader.links.signals import tables
from reader.links.weights import WEIGHTS_WITH_MODEL
from reader.links.words import tokens
from reader.model import Edition, Work
from tests.bench.related_judgements import RELATED, Query, ndcg, precision
from tests.bench.related_judgements import read as read_judgements

_WORKS = {"000": "cleaver-interview", "001": "tronti-refusal", "002": "cleaver-kropotkin"}
Table = NDArray[np.float64]
#: Scores of each passage of one text (rows) with each of another.
Scorer = Callable[[str, str], Table]


def editions_from(folder: Path) -> dict[str, Edition]:
    """Restore the three essays; by the number at the head of the file name."""
    from reader.passages import divide
    from reader.restore import restore

    found = {}
    for path in sorted(folder.glob("*.txt")):
        raw = read_file(path)
        work = Work(_WORKS[path.name[:3]], path.stem)
        found[path.name[:3]] = divide(restore(raw), raw, work, path.stem)
    return found


class Bench:
    """The judged texts, prepared once."""

    def __init__(
        self,
        editions: Mapping[str, Edition],
        judgements: Path,
        encoder: Encoder | None = None,
    ) -> None:
        self.weights = WEIGHTS_WITH_MODEL if encoder else WEIGHTS
        self.signals = [one for one in Signal if encoder or one is not Signal.SEMANTIC]
        self.editions = editions
        self.queries, self.lost = read_judgements(judgements, editions)
        self.glossary = load_glossary().value
        began = time.perf_counter()
        bridges = [*read_arguments(), *concept_bridges(self.glossary.concepts)]
        self.apparatus = equip(self.glossary, bridges, encoder)
        self.features = {key: prepare(one, self.apparatus) for key, one in editions.items()}
        pairs = [(a, b) for a in editions for b in editions if a != b]
        self.tables = {
            (a, b): tables(self.features[a], self.features[b], self.weights.direct)
            for a, b in pairs
        }
        self.seconds = time.perf_counter() - began

    def row(self, query: Query) -> int:
        """Row of a query among the content passages of its text."""
        return self.features[query.text].ids.index(query.passage)

    def ranking(self, query: Query, scores: Table) -> list[str]:
        """Passage ids of the target text, best first."""
        ids = self.features[query.target].ids
        return [ids[at] for at in np.argsort(-scores[self.row(query)], kind="stable")]

    def measure(self, scorer: Scorer) -> tuple[float, float]:
        """Mean nDCG@5 and precision@3 over the queries that count."""
        ranked = [
            (self.ranking(one, scorer(one.text, one.target)), one.grades)
            for one in self.queries
            if one.scored
        ]
        return (
            float(np.mean([ndcg(*one) for one in ranked])),
            float(np.mean([precision(*one) for one in ranked])),
        )

    def fused(self, weights: Table) -> Scorer:
        """Score with the weights of the signals given."""
        return lambda a, b: np.tensordot(weights, self.tables[a, b], axes=1)

    def examples(self, queries: list[Query]) -> tuple[Table, Table]:
        """Signals and verdict of every pair of the queries, related or not."""
        rows, asked = [], []
        for one in queries:
            values = self.tables[one.text, one.target][:, self.row(one)].T
            ids = self.features[one.target].ids
            rows.append(values)
            asked += [one.grades.get(target, 0.0) >= RELATED for target in ids]
        return np.concatenate(rows).astype(float), np.array(asked, dtype=float)


def fit(table: Table, asked: Table, firmness: float = 10.0) -> Table:
    """Logistic regression with weights not below zero; returns weights and offset."""
    spread = table.std(axis=0) + 1e-9
    scaled = np.column_stack([table / spread, np.ones(len(table))])
    free = np.ones(scaled.shape[1], dtype=bool)
    while True:
        at = np.zeros(free.sum())
        part = scaled[:, free]
        prior = np.append(np.full(free.sum() - 1, firmness), 0.0)
        for _ in range(40):
            chance = 1 / (1 + np.exp(-part @ at))
            curve = (part * (chance * (1 - chance))[:, None]).T @ part + np.diag(prior)
            at = at + np.linalg.solve(curve, part.T @ (asked - chance) - prior * at)
        if (at[:-1] >= 0).all():
            break
        free[np.flatnonzero(free)[int(at[:-1].argmin())]] = False
    whole = np.zeros(scaled.shape[1])
    whole[free] = at
    return np.append(whole[:-1] / spread, whole[-1])


def cross_validated(bench: Bench, folds: int = 10, rounds: int = 5) -> tuple[float, float]:
    """Measure each query with weights fitted on other queries only."""
    passages = sorted({(one.text, one.passage) for one in bench.queries})
    figures = []
    for seed in range(rounds):
        order = np.random.default_rng(seed).permutation(len(passages))
        fold = {passages[at]: place % folds for place, at in enumerate(order)}
        for held in range(folds):
            seen = [one for one in bench.queries if fold[one.text, one.passage] != held]
            weights = fit(*bench.examples(seen))[:-1]
            for one in bench.queries:
                if one.scored and fold[one.text, one.passage] == held:
                    ranking = bench.ranking(one, bench.fused(weights)(one.text, one.target))
                    figures.append((ndcg(ranking, one.grades), precision(ranking, one.grades)))
    return tuple(np.mean(figures, axis=0))  # type: ignore[return-value]  # two of them


def baselines(bench: Bench) -> dict[str, Scorer]:
    """BM25 and TF-IDF over stems, with the frequencies of all three texts."""
    words = {
        key: [
            [one.stem for one in tokens(edition.words_of(edition.passages[row]))]
            for row in bench.features[key].rows
        ]
        for key, edition in bench.editions.items()
    }
    terms = {
        term: at for at, term in enumerate(sorted({t for k in words for w in words[k] for t in w}))
    }
    counts = {key: np.zeros((len(rows), len(terms))) for key, rows in words.items()}
    for key, rows in words.items():
        for at, row in enumerate(rows):
            for term in row:
                counts[key][at, terms[term]] += 1
    every = np.concatenate(list(counts.values()))
    seen = (every > 0).sum(axis=0)
    length = every.sum(axis=1).mean()

    def bm25(a: str, b: str) -> Table:
        rare = np.log(1 + (len(every) - seen + 0.5) / (seen + 0.5))
        long = counts[b].sum(axis=1, keepdims=True) / length
        table = rare * counts[b] * 2.2 / (counts[b] + 1.2 * (0.25 + 0.75 * long))
        return (counts[a] > 0).astype(float) @ table.T

    def tf_idf(a: str, b: str) -> Table:
        rare = np.log((1 + len(every)) / (1 + seen)) + 1
        tables_ = []
        for key in (a, b):
            table = np.where(counts[key] > 0, 1 + np.log(np.maximum(counts[key], 1)), 0) * rare
            tables_.append(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9))
        return tables_[0] @ tables_[1].T

    return {"BM25": bm25, "TF-IDF": tf_idf}


def with_curated(bench: Bench) -> tuple[tuple[float, float], tuple[int, int]]:
    """Measure what a reader is shown, links of editors and computed ones by score.

    Returns nDCG@5 and precision@3; and of all shown at a score of 0.8 and more, how many are
    related, and how many there are.
    """
    by_work = {one.work.id: one for one in bench.editions.values()}
    known: tuple[Tie, ...] = ties(resolve(load_links().value, by_work).placed)
    links = Links(None, bench.apparatus)
    links.update(list(by_work.values()))
    figures, sure = [], []
    for one in bench.queries:
        here, there = bench.editions[one.text], bench.editions[one.target]
        end = (here.work.id, one.passage)
        computed = links.related(
            here, one.passage, [there], per_work=8, threshold=0, evidence=False
        )
        shown = choose(computed, made(known, end, {there.work.id: there}), end, per_work=8)
        sure += [one.grades.get(o.passage, 0.0) >= RELATED for o in shown if o.score >= 0.8]
        if one.scored:
            ranking = [other.passage for other in shown]
            figures.append((ndcg(ranking, one.grades), precision(ranking, one.grades)))
    links.close()
    gain, precise = np.mean(figures, axis=0)
    return (float(gain), float(precise)), (sum(sure), len(sure))


def calibration(bench: Bench) -> list[tuple[float, int, float, float]]:
    """Return lower edge, number, share related and share with any grade of 1, by score."""
    scores, grades = [], []
    for one in bench.queries:
        row = bench.weights.scores(bench.tables[one.text, one.target])[bench.row(one)]
        scores += row.tolist()
        grades += [one.grades.get(target, 0.0) for target in bench.features[one.target].ids]
    score, grade = np.array(scores), np.array(grades)
    lines = []
    for low in np.arange(0, 1, 0.1):
        held = (score >= low) & (score < low + 0.1)
        if held.any():
            related, any_ = (grade[held] >= RELATED).mean(), (grade[held] >= 1).mean()
            lines.append((float(low), int(held.sum()), float(related), float(any_)))
    return lines


def report(bench: Bench) -> None:
    """Print everything."""
    print(f"{sum(one.scored for one in bench.queries)} queries count; not found: {bench.lost}")
    print(f"prepared and compared in {bench.seconds:.2f} s\n")
    print(f"{'':34}{'nDCG@5':>8}{'P@3':>8}")

    def line(name: str, figures: tuple[float, float]) -> None:
        print(f"{name:34}{figures[0]:8.3f}{figures[1]:8.3f}")

    for name, scorer in baselines(bench).items():
        line(name, bench.measure(scorer))
    place = {signal: at for at, signal in enumerate(Signal)}
    for signal in bench.signals:
        line(
            f"{signal} alone",
            bench.measure(lambda a, b, at=place[signal]: bench.tables[a, b][at]),
        )
    line("all, as shipped", bench.measure(bench.fused(bench.weights.vector)))
    line("all, weights from other queries", cross_validated(bench))
    for signal in bench.signals:
        weights = bench.weights.vector.copy()
        weights[place[signal]] = 0
        line(f"  without {signal}", bench.measure(bench.fused(weights)))
    shown, (related, sure) = with_curated(bench)
    line("with curated links", shown)
    print(f"\nshown at 0.8 and more, with curated links: {related} of {sure} are related")
    fitted = fit(*bench.examples(bench.queries))
    told = dict(zip([*map(str, Signal), "offset"], fitted.round(2).tolist(), strict=True))
    print(f"\nweights fitted on all queries: {told}\n")
    print("score     pairs  related  grade 1 and more")
    for low, count, related, any_ in calibration(bench):
        print(f"{low:.1f}-{low + 0.1:.1f} {count:8} {related:8.2f} {any_:8.2f}")


def main(arguments: list[str]) -> int:
    """Run the bench."""
    folders = [one for one in arguments if not one.startswith("--")]
    shared = Path(folders[0]) if folders else Path(__file__).parents[3] / "shared"
    encoder = load_encoder() if "--semantic" in arguments else None
    judged = shared / "eval" / "related-dev.tsv"
    report(Bench(editions_from(shared / "texts"), judged, encoder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
