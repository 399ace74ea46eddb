"""Anchoring, measured: ``python -m tests.bench.anchoring``.

Without arguments one request is read from standard input, ``{"source_text", "target_text",
"anchors": [{"exact", "prefix", "suffix", "start", "end"}]}``, and one list of ``{"start", "end",
"score", "outcome"}`` or null is printed.  ``--cases DIR [--seed N] [--anchors N]`` writes new
cases, of invented texts, for the scorer.  ``--bomb`` times hostile quotes.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from reader.annotations.anchoring import TextIndex, anchor
from reader.model import Anchored, Anchoring, Selectors
from tests.bench.anchoring_cases import DAMAGES, SCRIPTS, invented, make


def answers(request: dict[str, object]) -> list[dict[str, object] | None]:
    """Anchor what a request asks for with the program's own code."""
    text = TextIndex(str(request["target_text"]))
    old = request["source_text"]
    source = TextIndex(str(old), ready=False) if old is not None else None
    asked = request["anchors"]
    assert isinstance(asked, list)
    return [_answer(anchor(Selectors(**one), text, source=source)) for one in asked]


def _answer(found: Anchoring) -> dict[str, object] | None:
    if not isinstance(found, Anchored):
        return None
    return {
        "start": found.span.start,
        "end": found.span.end,
        "score": round(found.confidence, 4),
        "outcome": found.outcome.value,
    }


def write_cases(folder: Path, seed: int, count: int) -> None:
    """Write every kind of damage to one invented text of every script."""
    folder.mkdir(parents=True, exist_ok=True)
    for row, script in enumerate(SCRIPTS):
        text = invented(script, seed)
        for name in DAMAGES:
            make(text, name, 10 * seed + row, count).write(folder)


def bombs() -> None:
    """Print how long hostile quotes take in a text of two million code points."""
    essay = invented("latin", 1, 320_000)[:2_000_000]
    part = essay[600_000:664_000]
    cases = {
        "64 kB quote, damaged": (essay, part[::2] + part[1::2], part[:64]),
        "64 kB quote, every 40th letter wrong": (essay, _spoiled(part), ""),
        "64 kB of one letter": ("a" * 2_000_000, "a" * 63_999 + "b", "b" * 64),
        "one letter": ("ab" * 1_000_000, "a", "x" * 64),
        "many near copies": (_copies(essay[5000:5350]), essay[5000:5350], essay[4000:5000]),
        "period two": ("ab" * 1_000_000, "ab" * 32_000 + "c", "a" * 64),
    }
    for name, (text, quote, prefix) in cases.items():
        began = time.perf_counter()
        index = TextIndex(text)
        ready = time.perf_counter()
        found = anchor(Selectors(quote, prefix, "zz"), index)
        took = 1000 * (time.perf_counter() - ready)
        print(f"{name:40} {took:7.1f} ms  (text {1000 * (ready - began):.0f} ms)  {found!r:.60}")


def _copies(words: str) -> str:
    """Two million code points of copies, each with a few other letters."""
    out, at = [], 0
    while len(out) * len(words) < 2_000_000:
        at = (at * 31 + 17) % len(words)
        out.append(words[:at] + "zq" + words[at + 40 :] + invented("latin", len(out) % 50, 9))
    return " ".join(out)


def _spoiled(text: str) -> str:
    return "".join("q" if at % 40 == 0 else char for at, char in enumerate(text))


def main() -> None:
    """Read the arguments and do as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anchors", type=int, default=60)
    parser.add_argument("--bomb", action="store_true")
    options = parser.parse_args()
    if options.cases:
        write_cases(options.cases, options.seed, options.anchors)
    elif options.bomb:
        bombs()
    else:
        json.dump(answers(json.loads(sys.stdin.buffer.read())), sys.stdout)


if __name__ == "__main__":
    main()
