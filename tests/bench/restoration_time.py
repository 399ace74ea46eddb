"""Times restoration by length: ``python -m tests.bench.restoration_time``.

A book in order and the same folded, with and without page marks; seconds and peak memory.
"""

import resource
import time

from reader.restore import restore
from tests.booklets import Style, make
from tests.prose import Prose


def run() -> None:
    """Print one line for each length and layout."""
    for pages in (24, 100, 300, 600):
        paragraphs = Prose(1).paragraphs(pages * 400)
        for scheme in ("plain", "2-up"):
            for marks in ("none", "feeds"):
                raw = make(paragraphs, Style(scheme, marks=marks, height=42)).raw
                began = time.perf_counter()
                restored = restore(raw)
                took = time.perf_counter() - began
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                words = len(restored.text.split())
                print(
                    f"{pages:4} pages {scheme:6} {marks:6} {words:7} words {took:6.2f} s {peak} MB",
                    flush=True,
                )


if __name__ == "__main__":
    run()
