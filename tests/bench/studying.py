"""How long the study room waits for its answers.

    python -m tests.bench.studying LIBRARY

``LIBRARY`` is the folder of a library; its own texts are looked at, nothing in it is changed.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from reader.library import Library

_SUBJECTS = ("mutual-aid", "refusal", '"working class" AND struggle')
_TOPICS = ("party", "mutual aid", "crisis", "community")


def _timed(name: str, ask: Callable[[], object]) -> None:
    start = perf_counter()
    ask()
    sys.stdout.write(f"{name:<34}{1000 * (perf_counter() - start):9.0f} ms\n")


def main(arguments: list[str]) -> int:
    """Print a line for each question."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder of a library.\n")
        return 2
    library = Library.open(Path(arguments[0]), read_only=True)
    works = library.own_works()
    words = sum(len(library.edition(work).text.split()) for work in works)
    sys.stdout.write(f"{len(works)} texts, {words} words\n")
    library.search("warm", limit=1)
    library.glossary().find("")
    for subject in _SUBJECTS:
        _timed(f"lens: {subject}", lambda subject=subject: library.study(subject, works))
    _timed("glossary: counts", lambda: library.concept_counts(works))
    _timed(f"topics: {len(_TOPICS)}", lambda: library.matrix(_TOPICS, works))
    _timed("map", lambda: library.overview(works))
    library.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
