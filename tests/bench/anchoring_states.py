"""Places and states of anchoring, judged: ``python -m tests.bench.anchoring_states``.

What an anchor's state should be follows from how its case was made: the words are there as they
were (exact where they stood, moved elsewhere), they are there in other letters (reworded), they
and as much of their context stand in several places (ambiguous), or they were taken out (lost).
``--cases DIR`` judges cases that were written; ``--seeds N ...`` invents them.  Both are judged
without the old text and with it.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from reader.annotations.anchoring import TextIndex, anchor
from reader.matching import skeleton
from reader.model import Anchored, Anchoring, Outcome, Selectors
from tests.bench.anchoring_cases import DAMAGES, SCRIPTS, Case, invented, make

LOST = "lost"
#: Shares of a passage over which it is there, and under which it is gone.
_THERE, _GONE = 0.75, 0.25
#: Overlap from which a place is the right one, and from which it is near it.
_RIGHT, _NEAR = 0.9, 0.5
#: Characters on both sides by which twins are known.
_BESIDE = 60
#: Letters of context that make other words, too, a place that might be meant.
_TWIN = 30


@dataclass(frozen=True)
class Judged:
    """What became of one anchor.

    Attributes:
        verdict: of the place: right, near, missed, false, or none asked for.
        state: what the program said.
        states: what it might say and be right.
        kind: what was marked.
    """

    verdict: str
    state: str
    states: frozenset[str]
    kind: str
    gone: bool
    there: bool

    @property
    def right_state(self) -> bool:
        """Whether the state is right, and, where it claims to be sure, the place with it."""
        sure = self.state in {Outcome.EXACT, Outcome.MOVED}
        return self.state in self.states and not (sure and self.verdict == "false")


class Target:
    """A text in which places are judged."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = skeleton(text)
        self._solid = [0, *accumulate(not c.isspace() for c in text)]

    def overlap(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Return the share of characters that two places have in common."""
        both = self._size(max(one[0], other[0]), min(one[1], other[1]))
        either = self._size(*one) + self._size(*other) - both
        return both / either if either else 0.0

    def shared(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Return the share of the smaller place that lies in the other one."""
        both = self._size(max(one[0], other[0]), min(one[1], other[1]))
        return both / (min(self._size(*one), self._size(*other)) or 1)

    def _size(self, start: int, end: int) -> int:
        return self._solid[end] - self._solid[start] if end > start else 0

    def around(self, place: tuple[int, int]) -> str:
        """Return the letters of a place and of what is beside it."""
        return skeleton(self.text[max(0, place[0] - _BESIDE) : place[1] + _BESIDE])


def verdict(found: Anchoring, truth: dict[str, object], target: Target) -> str:
    """Judge a place as the measure of ``shared/eval`` does."""
    kept = float(str(truth["kept"]))
    if not isinstance(found, Anchored):
        return "missed" if kept >= _THERE else "none"
    if kept < _GONE:
        return "false"
    here, true = (found.span.start, found.span.end), _place(truth)
    alike = target.overlap(here, true)
    if alike >= _RIGHT:
        return "right"
    if alike >= _NEAR:
        return "near"
    if target.around(here) == target.around(true):
        return "right"
    torn = kept < _THERE and target.shared(here, true) > _NEAR
    return "near" if torn else "false"


def _place(truth: dict[str, object]) -> tuple[int, int]:
    start, end = truth["start"], truth["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end


def states(
    selectors: Selectors, truth: dict[str, object], target: Target, source: str | None
) -> frozenset[str]:
    """Return what may be said of an anchor, from how its case was made."""
    kept = float(str(truth["kept"]))
    if kept < _GONE:
        return frozenset({LOST})
    if kept < _THERE:
        return frozenset({LOST, Outcome.REWORDED, Outcome.AMBIGUOUS})
    start, end = _place(truth)
    quote = skeleton(selectors.exact)
    if skeleton(target.text[start:end]) != quote:
        return frozenset({Outcome.REWORDED})
    if _rivalled(selectors, target, (start, end)):
        here = start == selectors.start and target.text[start:end] == selectors.exact
        told = {Outcome.MOVED, Outcome.EXACT} if source is not None or here else set()
        return frozenset({Outcome.AMBIGUOUS, *told})
    if target.text[start:end] == selectors.exact and start == selectors.start:
        return frozenset({Outcome.EXACT, Outcome.MOVED})
    same = source is not None and skeleton(source) == target.letters
    return frozenset({Outcome.MOVED, Outcome.EXACT} if same else {Outcome.MOVED})


def _rivalled(selectors: Selectors, target: Target, true: tuple[int, int]) -> bool:
    """Say whether the words stand elsewhere, too, with no less of their context."""
    quote, letters = skeleton(selectors.exact), target.letters
    own = len(skeleton(target.text[: true[0]]))
    context = skeleton(selectors.prefix)[::-1], skeleton(selectors.suffix)

    def beside(at: int) -> int:
        before = letters[max(0, at - len(context[0])) : at][::-1]
        return _shared(before, context[0]) + _shared(letters[at + len(quote) :], context[1])

    at = letters.find(quote)
    while at >= 0:
        if at != own and beside(at) >= max(_TWIN, beside(own)):
            return True
        at = letters.find(quote, at + 1)
    return False


def _shared(one: str, other: str) -> int:
    return next((i for i, c in enumerate(other) if one[i : i + 1] != c), len(other))


def judged(case: Case, *, with_source: bool) -> Iterator[tuple[Judged, Selectors, Anchoring]]:
    """Anchor all of a case and judge each."""
    target = Target(str(case.request["target_text"]))
    text = TextIndex(target.text)
    old = case.request["source_text"] if with_source else None
    source = TextIndex(str(old), ready=False) if old is not None else None
    asked = case.request["anchors"]
    assert isinstance(asked, list)
    for one, truth in zip(asked, case.truth, strict=True):
        selectors = Selectors(**one)
        found = anchor(selectors, text, source=source)
        kept = float(str(truth["kept"]))
        yield (
            Judged(
                verdict(found, truth, target),
                found.outcome.value if isinstance(found, Anchored) else LOST,
                states(selectors, truth, target, str(old) if old is not None else None),
                str(truth["class"]),
                gone=kept < _GONE,
                there=kept >= _THERE,
            ),
            selectors,
            found,
        )


def written(folder: Path) -> Iterator[Case]:
    """Read the cases of a folder."""
    for path in sorted(folder.glob("*.request.json")):
        truth = json.loads(Path(str(path).replace(".request.", ".truth.")).read_text())
        yield Case(truth["mutation"], json.loads(path.read_text()), truth["truth"])


def made(seed: int, count: int, only: list[str]) -> Iterator[Case]:
    """Invent the cases of a seed: every damage, or some, in every script."""
    for row, script in enumerate(SCRIPTS):
        text = invented(script, seed)
        for name in only or DAMAGES:
            yield make(text, name, 10 * seed + row, count)


def report(cases: list[Case], *, with_source: bool, show: int) -> None:
    """Print the figures of all cases, and ``show`` of the wrong answers."""
    rows: dict[str, Counter[str]] = {}
    wrong: Counter[tuple[str, str]] = Counter()
    began, shown = time.process_time(), 0
    for case in cases:
        for one, selectors, found in judged(case, with_source=with_source):
            for name in (case.name.split(".")[0], "kind " + one.kind, "all"):
                _count(rows.setdefault(name, Counter()), one)
            if not one.right_state:
                wrong["/".join(sorted(one.states)), one.state] += 1
            bad = not one.right_state or one.verdict in {"false", "missed", "near"}
            if bad and shown < show:
                shown += 1
                print(case.name, one, repr(selectors)[:200], repr(found)[:200])
    took = 1000 * (time.process_time() - began) / max(1, rows["all"]["n"])
    print(f"{'with' if with_source else 'without'} the old text, {took:.2f} ms an anchor")
    print(f"{'':20}{'there':>7}{'right':>8}{'near':>7}{'missed':>8}{'false':>7}{'gone':>7}", end="")
    print(f"{'answered':>10}{'states':>8}")
    for name, row in rows.items():
        there, gone = max(1, row["there"]), max(1, row["gone"])
        print(
            f"{name:20}{row['there']:7}{100 * row['right'] / there:8.2f}"
            f"{100 * row['near'] / there:7.2f}{100 * row['missed'] / there:8.2f}"
            f"{100 * row['false'] / there:7.2f}{row['gone']:7}"
            f"{100 * row['answered'] / gone:10.2f}{100 * row['state'] / row['n']:8.2f}"
        )
    for (truth, said), number in wrong.most_common():
        print(f"  {number:5} times {said} where {truth} is true")


def _count(row: Counter[str], one: Judged) -> None:
    row["n"] += 1
    row["there"] += one.there
    row["gone"] += one.gone
    row["state"] += one.right_state
    row[one.verdict] += one.there
    row["answered"] += one.gone and one.state != LOST


def main() -> None:
    """Read the arguments and do as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=[])
    parser.add_argument("--anchors", type=int, default=60)
    parser.add_argument("--only", nargs="*", default=[], choices=DAMAGES)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    cases = list(written(options.cases)) if options.cases else []
    for seed in options.seeds:
        cases += made(seed, options.anchors, options.only)
    for with_source in (False, True):
        report(cases, with_source=with_source, show=options.show)


if __name__ == "__main__":
    main()
