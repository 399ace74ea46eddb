"""How long the window's event loop waits while texts are added, indexed and linked.

Run as ``python -m tests.bench.adding_window LIBRARY FILE...``: the library is copied, its first
texts are opened, the files are added as if dropped on the window.  A timer of the loop beats every
4 ms; what is told are the silences between two beats, with the line of ours at work meanwhile,
and the processor time of this process and of those it started.  On a machine that has other work
a silence is longer than our share of it: told, too, is the processor time that all threads of this
process took during each, which is what it lasts on a machine of our own.
"""

import argparse
import os
import resource
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.app import assemble
from reader.library import Library
from reader.model import Place
from reader.picture import settle
from reader.qt.settings import Settings
from tests.watchdog import Watchdog

_BEAT_MS = 4
#: The goal of the issue, s.
_GOAL_S = 0.050


class Ticker:
    """Remembers how long the loop was silent, and when."""

    def __init__(self) -> None:
        self.silences: list[tuple[float, float]] = []
        self.at_work: list[tuple[float, float]] = []
        self._began = self._last = time.perf_counter()
        self._worked = time.process_time()
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        worked = time.process_time()
        self.silences.append((now - self._last, self._last - self._began))
        self.at_work.append((worked - self._worked, self._last - self._began))
        self._last, self._worked = now, worked

    def stop(self) -> None:
        """End."""
        self._timer.stop()


def _until(done: Callable[[], bool], most_s: float) -> float:
    began = time.perf_counter()
    while not done() and time.perf_counter() - began < most_s:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return time.perf_counter() - began


def _used(who: int) -> float:
    told = resource.getrusage(who)
    return told.ru_utime + told.ru_stime


def _say(what: str, told: list[tuple[float, float]]) -> None:
    silences = sorted(told, reverse=True)
    over = sum(one > _GOAL_S for one, _ in silences)
    worst = ", ".join(f"{one * 1000:.0f} ms at {at:.1f} s" for one, at in silences[:6])
    print(f"{what}: {over} of {len(silences)} silences over 50 ms; longest {worst}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--most", type=float, default=540, help="seconds to wait for all")
    asked = parser.parse_args()
    _app = QApplication([])
    with TemporaryDirectory() as folder:
        shutil.copytree(asked.library, Path(folder) / "library")
        library = Library.open(Path(folder) / "library")
        program = assemble(library, Settings(Path(folder) / "settings.json"))
        program.window.resize(1440, 900)
        program.window.show()
        program.open([Place(work) for work in library.own_works()[:3]])
        program.desk.actions.do("go.related")
        program.upkeep.refresh()
        settle()
        before = len(library.own_works())
        dog, ticker = Watchdog(), Ticker()
        dog.start()
        mine, others = _used(resource.RUSAGE_SELF), _used(resource.RUSAGE_CHILDREN)
        program.texts.add(asked.files)
        added = _until(lambda: not program.desk.tasks.running, asked.most)
        program.upkeep.soon()
        rest = _until(lambda: program.upkeep.at_rest, asked.most - added)
        ticker.stop()
        dog.stop()
        print(f"{len(library.own_works()) - before} texts added, {library.links_missing()} missing")
        print(f"{added:.1f} s until all was added, {rest:.1f} s more for index and links")
        print(
            f"{_used(resource.RUSAGE_SELF) - mine:.1f} s of processor here, "
            f"{_used(resource.RUSAGE_CHILDREN) - others:.1f} s elsewhere; memory "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB here, "
            f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3:.0f} MB elsewhere"
        )
        _say("event loop", ticker.silences)
        _say("processor in them", ticker.at_work)
        print(dog.report())
        program.close()


if __name__ == "__main__":
    main()
