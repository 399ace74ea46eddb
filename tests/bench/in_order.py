"""Counts files in order that restoration moves: ``python -m tests.bench.in_order FILE...``.

Each file (plain or ``.gz``) is read as plain text as it stands; its prose once more with the lines
filled anew, as pages of two heights, parted by a blank line and by a form feed.  Nothing may move.
"""

import gzip
import re
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

from reader.importing import read
from reader.model import BadInput
from reader.restore import restore

_MOST = 120_000
_LINES, _WIDTH = 900, 64
_HEIGHTS, _BETWEEN = (30, 41), ("\n\n", "\n\f")


def shapes(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text as it stands and as pages, with a word on each."""
    yield "as it stands", text[:_MOST]
    paragraphs = re.split(r"\n\s*\n", re.sub(r"[*_#]", "", text))
    lines = [
        line for one in paragraphs for line in (*textwrap.wrap(" ".join(one.split()), _WIDTH), "")
    ][:_LINES]
    for height in _HEIGHTS:
        pages = ["\n".join(lines[at : at + height]) for at in range(0, len(lines), height)]
        for between in _BETWEEN:
            feeds = " with form feeds" if "\f" in between else ""
            yield f"pages of {height} lines{feeds}", between.join(pages)


def is_moved(path: Path) -> bool:
    """Say whether restoration changes the order of a file.

    Raises:
        BadInput: it is no text.
    """
    starts = [span.start for span in restore(read(path)).pages]
    return starts != sorted(starts)


def run(files: list[str]) -> None:
    """Print what is moved, and how many of how many."""
    moved = count = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        for name in files:
            data = Path(name).read_bytes()
            data = gzip.decompress(data) if name.endswith(".gz") else data
            for shape, text in shapes(data.decode("utf-8", "replace")):
                path.write_text(text, "utf-8")
                try:
                    found = is_moved(path)
                except BadInput:
                    continue
                count += 1
                moved += found
                if found:
                    print(f"moved: {name}, {shape}", flush=True)
    print(f"{moved} of {count} texts in order were moved")


if __name__ == "__main__":
    run(sys.argv[1:])
