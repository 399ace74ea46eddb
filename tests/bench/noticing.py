"""Counts what readers are told of sources that are no whole text in order.

``python -m tests.bench.noticing [--count=N] [--seed=N] [--only=WORDS] [--feeds] [FILE...]``: for
each kind of ``tests.partial`` N booklets of the files' texts, or of generated prose, and of how
many of them something was said, the right thing, and what.
"""

import sys
from collections import Counter
from pathlib import Path

from reader.restore import restore
from tests.bench.restoration import given
from tests.partial import KINDS, ONE, paragraphs_of, part
from tests.prose import Prose


def is_right(kind: str, note: str) -> bool:
    """Say whether a note tells what is wrong with a kind of source."""
    if kind.startswith("whole"):
        return not note
    if "twice" in kind:
        return "twice" in note
    return "missing" in note if kind in ONE else "texts" in note or "booklets" in note


def run(files: list[str], count: int, first: int, only: str, *, feeds: bool) -> None:
    """Print one line for each kind, and the notes that were wrong."""
    if files:
        texts = [paragraphs_of(Path(name).read_text("utf-8", "replace")) for name in files]
    else:
        texts = [Prose(first + seed).paragraphs(30_000) for seed in range(4)]
    for kind in (kind for kind in KINDS if only in kind):
        notes = Counter[str]()
        told = right = 0
        for seed in range(first, first + count):
            note = restore(part(kind, texts, seed, feeds=feeds)).note
            told += bool(note)
            right += is_right(kind, note)
            notes[note if not is_right(kind, note) else ""] += 1
        del notes[""]
        print(f"{kind:20} told {told:3}/{count}  right {right:3}/{count}", flush=True)
        for note, times in notes.most_common(6):
            print(f"    {times} × {note}")


if __name__ == "__main__":
    run(
        [name for name in sys.argv[1:] if not name.startswith("--")],
        int(given("count", "8")),
        int(given("seed", "0")),
        given("only", ""),
        feeds="--feeds" in sys.argv,
    )
