"""From the key stroke to the painted hits, in the real window.

Run as ``python -m tests.bench.search_window LIBRARY``: the folder of a library whose index is up
to date, such as one with An Anarchist FAQ in it.  Measures processor time of all threads.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import assemble, settle
from reader.library import Library
from reader.model import Place, SearchAnswer
from reader.panes.search_panel import SearchPanel
from reader.qt.settings import Settings

#: Typed letter by letter; every beginning is measured.
WORDS = ("refusal", "struggle", "proletariat", "anarchism", "zapatista", "mutual aid")


def typed(panel: SearchPanel, words: tuple[str, ...]) -> tuple[list[float], list[float]]:
    """Return seconds up to the first, and from there to the ranked answer, of each key."""
    answers: list[SearchAnswer] = []
    panel.answered.connect(answers.append)
    first, ranked = [], []
    for word in words:
        panel.field.clear()
        QCoreApplication.processEvents()
        for end, letter in enumerate(word, start=1):
            query = word[:end]
            answers.clear()
            begun = time.process_time()
            QTest.keyClicks(panel.field, letter)
            _until(partial(_has_answer, answers, query))
            _paint(panel)
            shown = time.process_time()
            _until(lambda: answers[-1].ranked)
            _paint(panel)
            first.append(shown - begun)
            ranked.append(time.process_time() - shown)
    return first, ranked


def _has_answer(answers: Sequence[SearchAnswer], query: str) -> bool:
    return bool(answers) and answers[-1].query == query


def _until(done: Callable[[], bool]) -> None:
    flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not done():
        QCoreApplication.processEvents(flags)


def _paint(panel: SearchPanel) -> None:
    """Let the list lay out and paint itself, as often as it does by itself."""
    panel.list.viewport().update()
    QCoreApplication.processEvents()


def _say(what: str, seconds: list[float]) -> None:
    times = sorted(one * 1000 for one in seconds)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{what:28} p50 {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {times[-1]:6.1f} ms")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--panes", type=int, default=3)
    parser.add_argument("--switch-interval", type=float, default=sys.getswitchinterval())
    asked = parser.parse_args()
    sys.setswitchinterval(asked.switch_interval)
    _app = QApplication([])
    library = Library.open(asked.library)
    with TemporaryDirectory() as folder:
        program = assemble(library, Settings(Path(folder) / "settings.json"))
        program.window.resize(1440, 900)
        program.window.show()
        program.open([Place(work) for work in library.own_works()[: asked.panes]])
        program.desk.actions.do("edit.search")
        library.warm_search()
        settle()
        panel = program.desk.side.panel("search")
        assert isinstance(panel, SearchPanel)
        typed(panel, WORDS[:1])
        first, ranked = typed(panel, WORDS)
        _say("key to painted hits", first)
        _say("then the ranked answer", ranked)
        program.close()


if __name__ == "__main__":
    main()
