"""What a reader notices of the search's upkeep: ``python -m tests.bench.search_upkeep LIBRARY``.

In a copy of the library, such as one with An Anarchist FAQ: three panes scroll frame by frame,
first with nothing else to do, then while the whole index is built, while the index is brought up
to date with a changed text, and while notes are written.  A frame is what the window's loop does
between two beats; told is its processor time: of the window's thread, and of all threads of this
process, which is the most it can last on a machine with nothing else to do.
"""

import argparse
import os
import resource
import shutil
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from reader.app import Program, assemble
from reader.library import Library
from reader.model import AnnotationKind, Place, Span, Touched
from reader.picture import settle
from reader.qt.settings import Settings

_FRAME_S = 1 / 60
_STEP_PX = 40
_NOTES = 100


class Frames:
    """Scrolls and takes the time of each frame."""

    def __init__(self, program: Program) -> None:
        self._bars = [pane.view.verticalScrollBar() for pane in program.desk.area.panes]
        self._thread: list[float] = []
        self._process: list[float] = []
        self._wall: list[float] = []

    def until(self, done: Callable[[], bool], most_s: float) -> float:
        """Scroll until ``done``; return how long that took."""
        began = time.perf_counter()
        while not done() and time.perf_counter() - began < most_s:
            self._one()
        return time.perf_counter() - began

    def _one(self) -> None:
        wall, thread, process = time.perf_counter(), time.thread_time(), time.process_time()
        for bar in self._bars:
            bar.setValue(bar.value() + _STEP_PX if bar.value() < bar.maximum() else 0)
        QCoreApplication.processEvents()
        self._thread.append(time.thread_time() - thread)
        self._process.append(time.process_time() - process)
        self._wall.append(time.perf_counter() - wall)
        time.sleep(max(0.0, _FRAME_S - (time.perf_counter() - wall)))

    def say(self, what: str) -> None:
        """Print what was measured, and begin anew."""
        print(f"{what}: {len(self._thread)} frames")
        for name, times in (
            ("the window's thread", self._thread),
            ("all threads", self._process),
            ("by the clock", self._wall),
        ):
            each = sorted(one * 1000 for one in times)
            over = sum(one > _FRAME_S * 1000 for one in each)
            print(
                f"  {name:20} p50 {statistics.median(each):5.1f}  "
                f"p99 {each[int(len(each) * 0.99)]:5.1f}  max {each[-1]:5.1f} ms, {over} over 16.7"
            )
            times.clear()


def _size(folder: Path, work: str) -> int:
    """Return the bytes of a text; not by way of the library, which has read none at a start."""
    return (folder / "editions" / work / "edition.json").stat().st_size


def _elsewhere() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def build(program: Program, frames: Frames) -> None:
    """Bring the index up to date while the panes scroll."""
    news: list[float] = []
    began, spent = time.perf_counter(), _elsewhere()

    def heard(change: object) -> None:
        if getattr(change, "touched", Touched.MARKS) & Touched.INDEX:
            news.append(time.perf_counter())

    program.desk.changes.happened.connect(heard)
    program.upkeep.refresh()
    frames.until(lambda: bool(news), 300)
    assert news, "the index did not come"
    used = _elsewhere() - spent
    print(f"{used:.2f} s of processor elsewhere, {news[0] - began:.2f} s until it was in use")


def notes(library: Library, work: str) -> None:
    """Print how long a note takes from being written to being found."""
    times = []
    for row in range(_NOTES):
        word = f"pomegranate{row}x"
        began = time.process_time()
        library.mark(work, Span(row, row + 9), kind=AnnotationKind.NOTE, body=f"A {word}.")
        found = library.quick(word).hits
        times.append((time.process_time() - began) * 1000)
        assert found, word
    p95 = sorted(times)[int(_NOTES * 0.95)]
    print(f"a note written and found: p50 {statistics.median(times):.1f}  p95 {p95:.1f} "
          f"max {max(times):.1f} ms of processor")  # fmt: skip


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    asked = parser.parse_args()
    _app = QApplication([])
    with TemporaryDirectory() as name:
        folder = Path(name) / "library"
        shutil.copytree(asked.library, folder)
        shutil.rmtree(folder / "index", ignore_errors=True)
        library = Library.open(folder)
        program = assemble(library, Settings(Path(name) / "settings.json"))
        program.window.resize(1440, 900)
        program.window.show()
        works = sorted(library.own_works(), key=lambda work: -_size(folder, work))
        program.open([Place(work) for work in works[:3]])
        settle()
        frames = Frames(program)
        frames.until(lambda: False, 4)
        frames.say("nothing else to do")
        build(program, frames)
        frames.say("while the whole index is built")
        frames.until(lambda: program.upkeep.at_rest, 60)
        frames.say("while links are looked through")
        work = library.edition(works[3]).work
        library.describe(replace(work, title=f"{work.title}, changed"))
        words = len(library.edition(work.id).text.split())
        print(f"a text of {words} words changed:")
        build(program, frames)
        frames.say("while it is brought up to date")
        library.search("warm", limit=1)
        notes(library, works[0])
        program.close()


if __name__ == "__main__":
    main()
