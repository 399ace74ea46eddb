"""The window over a text with very many notes: ``python -m tests.bench.margin``.

A library is made in a temporary folder, with one generated text of ``--words`` words, once bare
and once with ``--notes`` notes of a reader.  Each start runs in a process of its own; printed are
ms of processor time, the least of ``--rounds``.  "Durable" is on the clock: it waits for the disk.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def make(folder: Path, words: int, notes: int) -> None:
    """Make a library of one text with so many notes on it."""
    import random

    from reader.library import Library
    from reader.model import AnnotationKind, Colour
    from tests.bench.window import generated

    source = folder / "source.txt"
    source.write_text(generated(words, 3, "long").text, "utf-8")
    with_notes, chance = folder / "library", random.Random(5)
    library = Library.open(with_notes)
    work = library.add(source, title="A Long Text", authors=("N. N.",)).summary.work.id
    library.refresh()
    library.close()
    shutil.copytree(with_notes, folder / "bare")
    library = Library.open(with_notes)
    text = library.edition(work).text
    made = []
    for _ in range(notes):
        start = chance.randrange(len(text) - 200)
        target = library._target(work, _span(start, chance))
        made.append(
            library._new(
                AnnotationKind.NOTE,
                (target,),
                body="A thought of *some* words about this.",
                tags=(chance.choice(("rent", "refusal", "later")),),
                colour=chance.choice(list(Colour)),
            )
        )
    library._put(made, "Notes")
    library.refresh()
    library.close()


def _span(start: int, chance: "object") -> "object":
    from reader.model import Span

    return Span(start, start + chance.randint(20, 150))


def look(folder: Path) -> None:
    """Open the window on the text of a library and print what each step costs."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    from reader.app import assemble
    from reader.library import Library
    from reader.model import AnnotationKind, Place, Span
    from reader.picture import settle
    from reader.qt.settings import Settings

    begin = time.process_time()
    library = Library.open(folder)
    program = assemble(library, Settings(folder / "settings.json"), complete=False)
    program.window.resize(1440, 900)
    (work,) = library.own_works()
    program.desk.area.show_in(program.desk.area.panes[0], Place(work))
    program.window.show()
    program.window.repaint()
    words = time.process_time() - begin
    program.complete()
    app.processEvents()
    program.window.grab()
    first = time.process_time() - begin
    settle()
    settled = time.process_time() - begin
    view = program.desk.area.active.view
    frames = []
    for _ in range(300):
        begin = time.process_time()
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + 40)
        app.processEvents()
        frames.append(time.process_time() - begin)
    added, clock = [], []
    spot = view.anchor()[0]
    for row in range(12):
        begin, real = time.process_time(), time.perf_counter()
        library.mark(work, Span(spot + row, spot + row + 30), kind=AnnotationKind.NOTE, body="x")
        app.processEvents()
        program.window.grab()
        added.append(time.process_time() - begin)
        clock.append(time.perf_counter() - real)
    figures = (
        words,
        first,
        settled,
        sorted(frames)[int(0.95 * len(frames))],
        statistics.median(added),
        statistics.median(clock),
    )
    print(" ".join(f"{1000 * one:.2f}" for one in figures), flush=True)
    os._exit(0)


def measured(folder: Path, rounds: int) -> list[float]:
    """Return the least of each figure."""
    runs = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.margin", "--look", str(folder)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        runs.append([float(word) for word in done.stdout.split()])
    return [min(column) for column in zip(*runs, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--look", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.look:
        look(asked.look)
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), asked.words, asked.notes)
        bare = measured(Path(name) / "bare", asked.rounds)
        full = measured(Path(name) / "library", asked.rounds)
    names = (
        "words painted",
        "notes painted",
        "all settled",
        "frame, p95",
        "add a note",
        "the same, durable",
    )
    for what, without, many in zip(names, bare, full, strict=True):
        print(f"{what:22} bare {without:8.1f}  with notes {many:8.1f} ms  x {many / without:.2f}")


if __name__ == "__main__":
    main()
