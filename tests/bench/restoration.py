"""Measures restoration on generated booklets: ``python -m tests.bench.restoration [FILE...]``.

``--clean`` leaves noise out, ``--seed=N`` takes other booklets (the prose and all chance), and
``--only=WORDS`` takes the lines whose marks and scheme hold these words.

For every way of imposing and every amount of noise: the share of page turns in their right
place, of booklets wholly right, and of words as they were: runs of three, which an error of order
breaks, too, and single tokens.  Plain booklets must stay as they are.  With text files as
arguments, those are laid out instead of generated prose.
"""

import itertools
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from reader.restore import Restored, restore
from tests.booklets import SCHEMES, Booklet, Style, make
from tests.prose import Prose

COUNTS = (8, 12, 20, 24, 36, 48, 64)


def turns_right(booklet: Booklet, restored: Restored) -> tuple[int, int]:
    """Return how many turns are right, and how many there are."""
    read: list[int] = []
    for span in restored.pages:
        page = booklet.page_at(span.start)
        if page >= 0 and (not read or read[-1] != page):
            read.append(page)
    there = {page for _span, page in booklet.stretches}
    wanted = [page for page in range(len(booklet.pages)) if page in there]
    pairs = (
        set(itertools.pairwise(read))
        if len(read) == len(set(read))
        else {pair for pair in itertools.pairwise(read) if read.count(pair[0]) == 1}
    )
    right = sum(pair in pairs for pair in itertools.pairwise(wanted))
    return right, max(1, len(wanted) - 1)


def words_right(booklet: Booklet, restored: Restored) -> float:
    """Return the share of three-word runs of the original that the reading text has."""
    wanted = _runs(" ".join(booklet.paragraphs)) - _gone(booklet)
    have = _runs(" ".join(restored.text.split()))
    return len(wanted & have) / max(1, len(wanted))


def tokens_right(booklet: Booklet, restored: Restored) -> float:
    """Return the share of word tokens of the original that the reading text has, in any order."""
    wanted = Counter(re.findall(r"\w+", " ".join(booklet.paragraphs)))
    gone = Counter[str]()
    there = {page for _span, page in booklet.stretches}
    for page, lines in enumerate(booklet.pages):
        if page not in there:
            gone.update(re.findall(r"\w+", "\n".join(lines)))
    missing = (wanted - gone) - Counter(re.findall(r"\w+", restored.text))
    return 1 - missing.total() / max(1, wanted.total())


def _gone(booklet: Booklet) -> set[tuple[str, str, str]]:
    """Return runs on pages that are not in the source, and over their borders."""
    there = {page for _span, page in booklet.stretches}
    gone: set[tuple[str, str, str]] = set()
    for page, lines in enumerate(booklet.pages):
        if page not in there:
            around = [*booklet.pages[page - 1][-2:], *lines, *([*booklet.pages, []])[page + 1][:2]]
            gone |= _runs(re.sub(r"-\n", "", "\n".join(around)))
    return gone


#: Letters by which a beginning may be off: the mark of a list, a speck.
_OFF = 8


def borders_right(booklet: Booklet, restored: Restored) -> tuple[int, int, int]:
    """Return paragraph beginnings that agree, those wanted, those found.

    They are compared by their places in the source, so that a letter misread counts among the
    words alone.  The beginning of the text is no border, nor is what stands on the title page.
    """
    titled = not booklet.pages[1]
    text = [(page, span) for span, page in booklet.stretches if page or not titled]
    top = min(text)[1].start if text else 0
    found = [
        block.source[0].start
        for block in restored.blocks
        if block.source and any(span.start <= block.source[0].start < span.end for _, span in text)
    ]
    wanted = {at for at, _page in booklet.begins if at - top not in range(_OFF)}
    good = 0
    left = set(wanted)
    for at in found:
        near = [one for one in range(at - _OFF, at + _OFF + 1) if one in left]
        if near:
            good += 1
            left.remove(min(near, key=lambda one: abs(one - at)))
    return good, len(wanted), sum(at - top not in range(_OFF) for at in found)


def _runs(text: str) -> set[tuple[str, str, str]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def sources(files: list[str], first: int = 0) -> list[list[str]]:
    """Return texts as lists of paragraphs: from files, or generated."""
    if not files:
        return [Prose(first + seed).paragraphs(40000) for seed in range(4)]
    texts = (Path(name).read_text("utf-8", errors="replace") for name in files)
    return [
        [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if len(part.split()) > 12]
        for text in texts
    ]


def run(
    files: list[str], noises: tuple[float, ...] = (0.0, 0.02), first: int = 0, only: str = ""
) -> None:
    """Measure and print one line for each scheme, kind of marks and noise."""
    texts = sources(files, first)
    for mark in ("none", "feeds", "sheets"):
        for scheme in SCHEMES:
            for noise in noises if only in f"{mark} {scheme}" else ():
                _measure(texts, scheme, mark, noise, first)


def _measure(texts: list[list[str]], scheme: str, mark: str, noise: float, first: int) -> None:
    total: dict[str, float] = defaultdict(float)
    slowest = 0.0
    for seed, count in enumerate(COUNTS, first):
        style = Style(
            scheme=scheme, marks=mark, noise=noise, seed=seed, cover=seed % 3 != 1,
            gap="blank" if scheme.startswith("rows") else ("blank", "indent", "none")[seed % 3],
            height=(28, 36, 42)[seed % 3], width=(56, 66, 74)[(seed + 1) % 3],
        )  # fmt: skip
        paragraphs = cut(
            texts[seed % len(texts)], (count - 2) * style.height * style.width * 4 // 5, seed
        )
        booklet = make(paragraphs, style)
        began = time.perf_counter()
        restored = restore(booklet.raw)
        slowest = max(slowest, time.perf_counter() - began)
        right, of = turns_right(booklet, restored)
        good, wanted, found = borders_right(booklet, restored)
        total["right"] += right
        total["of"] += of
        total["whole"] += right == of
        total["words"] += words_right(booklet, restored) / len(COUNTS)
        total["tokens"] += tokens_right(booklet, restored) / len(COUNTS)
        total["good"] += good
        total["borders"] += wanted + found
    share = total["right"] / total["of"]
    f1 = 2 * total["good"] / total["borders"]
    print(
        f"{mark:6} {scheme:16} noise {noise:4.0%}  turns {share:7.2%}  booklets "
        f"{total['whole']:.0f}/{len(COUNTS)}  runs {total['words']:7.2%}  "
        f"tokens {total['tokens']:7.2%}  borders F1 {f1:.3f}  "
        f"slowest {slowest:.2f} s",
        flush=True,
    )


def cut(paragraphs: list[str], letters: int, seed: int) -> list[str]:
    """Return paragraphs of about ``letters`` letters, from another place for each seed."""
    start = seed * 17 % max(1, len(paragraphs) // 3)
    chosen: list[str] = []
    for paragraph in paragraphs[start:]:
        if sum(map(len, chosen)) > letters:
            break
        chosen.append(paragraph)
    return chosen


def given(name: str, usual: str) -> str:
    """Return what ``--name=…`` says, or the usual."""
    found = [word.split("=", 1)[1] for word in sys.argv if word.startswith(f"--{name}=")]
    return found[-1] if found else usual


if __name__ == "__main__":
    run(
        [name for name in sys.argv[1:] if not name.startswith("--")],
        (0.0,) if "--clean" in sys.argv else (0.0, 0.02),
        int(given("seed", "0")),
        given("only", ""),
    )
