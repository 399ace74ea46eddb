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

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import assemble
from reader.library import Library
from reader.model import Place, SearchAnswer
from reader.panes.search_panel import SearchPanel
from reader.picture import settle
from reader.qt.settings import Settings

#: Typed letter by letter; every beginning is measured, three hundred in all.
WORDS = tuple(
    """refusal, struggle, proletariat, anarchism, zapatista, mutual aid, capital, worker, state,
    the, property, hierarchy, bakunin, kropotkin, communism, freedom, individual, syndicalism,
    revolution, wage labour, self-management, organisation, democracy, market, exploitation,
    economics, federation, violence, ecology, spanish, kronstadt, marxist, valorization,
    women, x""".replace("\n    ", " ").split(", ")
)


class Paintings(QObject):
    """Knows whether the hits have been painted since the last answer came."""

    def __init__(self, panel: SearchPanel) -> None:
        super().__init__(panel)
        self.fresh = False
        panel.answered.connect(self._on_answered)
        panel.list.viewport().installEventFilter(self)

    def _on_answered(self) -> None:
        self.fresh = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note, and let them be painted."""
        self.fresh = self.fresh or event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def typed(panel: SearchPanel, words: tuple[str, ...]) -> tuple[list[float], list[float]]:
    """Return seconds up to the first, and from there to the ranked answer, of each key."""
    answers: list[SearchAnswer] = []
    panel.answered.connect(answers.append)
    paintings = Paintings(panel)
    first, ranked = [], []
    for word in words:
        panel.field.clear()
        _settle()
        for end, letter in enumerate(word, start=1):
            query = word[:end]
            answers.clear()
            begun = time.process_time()
            QTest.keyClicks(panel.field, letter)
            _shown(panel, paintings, partial(_has_answer, answers, query))
            shown = time.process_time()
            _shown(panel, paintings, lambda: answers[-1].ranked)
            _settle()  # the cards out of sight are laid out, too, before the next key
            first.append(shown - begun)
            ranked.append(time.process_time() - shown)
    panel.answered.disconnect(answers.append)  # else it would keep every answer of the next round
    return first, ranked


def _has_answer(answers: Sequence[SearchAnswer], query: str) -> bool:
    return bool(answers) and answers[-1].query == query


def _shown(panel: SearchPanel, paintings: Paintings, answered: Callable[[], bool]) -> None:
    """Wait for an answer, and until the list has painted itself if it shows another."""
    before = panel.list.cards.cards
    _until(lambda: answered() and (paintings.fresh or panel.list.cards.cards is before))


def _until(done: Callable[[], bool]) -> None:
    flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not done():
        QCoreApplication.processEvents(flags)


def _settle() -> None:
    for _ in range(10):
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
        library.search("warm", limit=1)
        settle()
        panel = program.desk.side.panel("search")
        assert isinstance(panel, SearchPanel)
        typed(panel, WORDS[:1])
        first, ranked = typed(panel, WORDS)
        print(f"{len(first)} keys")
        _say("key to painted hits", first)
        _say("then the ranked answer", ranked)
        program.close()


if __name__ == "__main__":
    main()
