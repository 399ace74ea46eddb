"""How well copies are recognised and curated links placed: ``python -m tests.bench.apparatus``.

Prints tables.  Uses the essays of ``../shared/texts`` where they are there, else prose of our own;
editions come from the restoration.
"""

import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.apparatus import Glossary, load_glossary, load_links, load_records, resolve
from reader.apparatus.recognition import SHARE, fingerprint, likeness, recognise
from reader.importing import read
from reader.importing.shipped import shipped
from reader.model import Edition, PassageKind, Span, Work, WorkRecord
from tests.apparatus.prose import noisy, prose

SHARED = Path(__file__).parents[2].parent / "shared/texts"
BODY = {PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE}


def copies(text: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what may become of a text on its way to a reader."""
    half = len(text) // 2
    pieces = [text[at : at + 2500] for at in range(0, len(text), 2500)]
    yield "as it is", text
    yield "re-wrapped, one line", " ".join(text.split())
    yield "hyphens everywhere", re.sub(r"(\w{4})(\w{4})", r"\1-\n\2", text)
    yield "ligatures torn", text.replace("fi", "fi ").replace("fl", "fl ")
    yield "pieces shuffled", "".join(dice.sample(pieces, len(pieces)))
    yield "2 % of letters wrong", noisy(text, 0.02, dice)
    yield "5 % of letters wrong", noisy(text, 0.05, dice)
    yield "first half", text[:half]
    yield "second half, 5 % wrong", noisy(text[half:], 0.05, dice)
    yield "first quarter", text[: half // 2]


def recognition(texts: dict[str, str], records: tuple[WorkRecord, ...]) -> None:
    """Print the share of hashes shown to the own record and to the nearest other one."""
    print(f"recognition (recognised from {SHARE:.0%} on): least own share, most of another's")
    rows: dict[str, list[tuple[float, float, bool]]] = {}
    for work, text in texts.items():
        for how, copy in copies(text, random.Random(1)):
            shares = {record.work.id: share for record, share in likeness(copy, records).items()}
            found = recognise(copy, records)
            other = max((s for key, s in shares.items() if key != work), default=0.0)
            right = found is not None and found.work.id == work
            rows.setdefault(how, []).append((shares.get(work, 0.0), other, right))
    for how, found_rows in rows.items():
        own, other, _ = (min(r[0] for r in found_rows), max(r[1] for r in found_rows), 0)
        right_ones = sum(r[2] for r in found_rows)
        print(f"  {how:26} own {own:6.1%}  other {other:6.1%}  {right_ones}/{len(found_rows)}")


def damaged(edition: Edition, share: float, dice: random.Random) -> Edition:
    """Return the edition with wrong letters, passages kept."""
    parts, passages, at = [], [], 0
    for passage in edition.passages:
        words = noisy(edition.words_of(passage), share, dice) or "-"
        parts.append(words)
        passages.append(replace(passage, span=Span(at, at + len(words))))
        at += len(words) + 2
    return replace(edition, text="\n\n".join(parts), passages=tuple(passages))


def resolution(editions: dict[str, Edition]) -> None:
    """Print how many curated links are placed, and how many of them where they belong."""
    links = load_links().value
    whole = resolve(links, editions)
    at_home = [one for one in whole.unplaced if not one.missing_work]
    print(f"links: {len(whole.placed)} placed, {len(at_home)} not, of {len(links)}")
    for one in at_home[:10]:
        print(f"  {one.problem}")
    truth = {(one.link.file, one.link.line): (one.start, one.end) for one in whole.placed}
    for share in (0.01, 0.02, 0.05):
        dice = random.Random(7)
        copy = {work: damaged(edition, share, dice) for work, edition in editions.items()}
        began = time.perf_counter()
        found = resolve(links, copy)
        took = time.perf_counter() - began
        right = sum(
            truth.get((one.link.file, one.link.line)) == (one.start, one.end)
            for one in found.placed
        )
        print(f"  {share:.0%} of letters wrong: placed {len(found.placed)}, right {right} "
              f"of {len(truth)} in {took:.1f} s")  # fmt: skip


def coverage(editions: dict[str, Edition], glossary: Glossary) -> None:
    """Print the share of body passages in which a concept is found."""
    for work, edition in editions.items():
        bodies = [edition.words_of(p) for p in edition.passages if p.kind in BODY]
        hit = sum(bool(glossary.find(words)) for words in bodies)
        print(f"concepts: {work}: in {hit} of {len(bodies)} passages ({hit / len(bodies):.1%})")


def speed(glossary: Glossary, text: str) -> None:
    """Print the time for two million words."""
    long = " ".join([text] * (2_000_000 // len(text.split()) + 1))
    began = time.perf_counter()
    found = glossary.find(long)
    took = time.perf_counter() - began
    print(f"glossary: {len(found)} places in {len(long.split()):,} words, {took:.1f} s")


def editions_of(texts: list[Path]) -> dict[str, Edition]:
    """Return restored editions of the essays and companions."""
    from reader.passages import divide
    from reader.restore import restore

    found = {}
    for path in [*texts, *sorted(shipped("texts/companions").glob("*.md"))]:
        raw = read(path)
        restored = restore(raw)
        record = recognise(restored.text, load_records())
        work = record.work if record else Work(f"companion-{path.stem}", path.stem)
        found[work.id] = divide(restored, raw, work, work.id)
    return found


def main() -> int:
    """Print all tables."""
    paths = sorted(SHARED.glob("*.txt"))
    records = load_records()
    texts = {}
    for path in paths:
        record = recognise(path.read_text("utf-8"), records)
        texts[record.work.id if record else path.name] = path.read_text("utf-8")
    if not texts:
        texts = {f"prose-{seed}": prose(seed, 600) for seed in range(3)}
        records = tuple(WorkRecord(Work(k, k), fingerprint(t)) for k, t in texts.items())
    recognition(texts, records)
    glossary = load_glossary().value
    speed(glossary, next(iter(texts.values())))
    if paths:
        editions = editions_of(paths)
        coverage(editions, glossary)
        resolution(editions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
