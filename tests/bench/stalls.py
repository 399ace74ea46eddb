"""Walks through the window and says after which action the event loop stalled, and where.

``python -m tests.bench.stalls LIBRARY`` works on a copy of a library with three texts or more.
A line an action: the longest turn of the event loop in ms of the processor, for the first time
and for the second; below it the lines of code that were at work when it passed 33 ms.  Processor
time, so that it can be read on a machine at work; the watchdog's figures are what passed.
"""

import argparse
import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    Qt,
    QThreadPool,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Program, application, assemble
from reader.library import Library
from reader.model import NO_PROGRESS, Place, Span
from reader.qt.settings import Settings
from tests.watchdog import STALL_S, Watchdog

_REST_S, _MOST_S = 0.5, 20.0
#: Commands that open something of the system, end the program, or change what others need.
_LEFT_OUT = frozenset(
    {
        "file.add",
        "file.add_folder",
        "file.paste",
        "file.open_folder",
        "file.export_pdf",
        "file.quit",
        "edit.copy",
        "edit.copy_cited",
        "edit.copy_link",
        "view.reopen_pane",
        "group.import",
        "group.share",
        "group.folder",
        "group.leave",
        "help.repair",
        "annotate.delete",
        "file.print",
    }
)


class Turns:
    """The longest turn of the loop since the last question, in seconds of the processor."""

    def __init__(self) -> None:
        self._longest, self._before = 0.0, time.thread_time()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        self._longest, self._before = max(self._longest, now - self._before), now

    def ask(self) -> float:
        """Return it and begin anew."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return longest


def rest() -> None:
    """Let the loop turn until nothing has been under way for a while."""
    began = quiet = time.monotonic()
    while time.monotonic() - quiet < _REST_S and time.monotonic() - began < _MOST_S:
        before = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)
        if QThreadPool.globalInstance().activeThreadCount() or time.thread_time() - before > 0.003:
            quiet = time.monotonic()


def act(do: Callable[[], object]) -> None:
    """Do something from within the loop, and wait until all of it is done."""
    QTimer.singleShot(0, do)
    rest()


def clear(program: Program) -> None:
    """Close what has popped up and go back to the reading room."""
    for widget in QApplication.topLevelWidgets():
        if widget is not program.window and widget.isVisible():
            widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if program.window.page:
        program.window.show_page()
    area, works = program.desk.area, program.desk.library.own_works()[:3]
    program.desk.side.hide()
    if [pane.work for pane in area.panes] != list(works):
        program.open([Place(work) for work in works])
    area.set_active(area.panes[0], focus=True)
    edition = area.active.edition
    if edition is not None:
        span = edition.passages[9].span
        area.active.show_place(Place(edition.id, Span(span.start, span.start + 60)))


def walk(program: Program) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what a reader does, by name."""
    actions = program.desk.actions
    for key in actions:
        if key not in _LEFT_OUT:
            yield key, lambda key=key: actions.do(key)  # type: ignore[misc]
    area = program.desk.area
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        yield f"key {key.name}", lambda key=key: QTest.keyClick(area.active.view, key)  # type: ignore[misc]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--only", default="", help="actions whose names begin so")
    parser.add_argument("--size", default="1440x900")
    asked = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)
    application()
    with TemporaryDirectory() as folder:
        shutil.copytree(asked.library, Path(folder) / "library")
        library = Library.open(Path(folder) / "library")
        program = assemble(library, Settings(Path(folder) / "settings.json"), complete=False)
        program.window.resize(*map(int, asked.size.split("x")))
        program.window.show()
        turns = Turns()
        rest()
        turns.ask()
        steps: list[tuple[str, Callable[[], object]]] = [
            ("(the parts)", program.complete),
            (
                "(three texts)",
                lambda: program.open([Place(work) for work in library.own_works()[:3]]),
            ),
        ]
        for what, do in steps:
            act(do)
            print(f"{turns.ask() * 1000:6.1f} ms  {what}", flush=True)
        # as the upkeep does first of all
        reading = Thread(target=lambda: (library.glossary(), library.read_all(NO_PROGRESS)))
        reading.start()
        while reading.is_alive():
            rest()
        turns.ask()
        gc.collect()
        gc.enable()
        for what, do in walk(program):
            if not what.startswith(asked.only):
                continue
            _measure(program, turns, what, do)
        program.close()
    os._exit(0)


def _measure(program: Program, turns: Turns, what: str, do: Callable[[], object]) -> None:
    dog = Watchdog()
    dog.start()
    turns.ask()
    act(do)
    first = turns.ask()
    clear(program)
    rest()
    after = turns.ask()
    act(do)
    second = turns.ask()
    clear(program)
    rest()
    dog.stop()
    print(
        f"{first * 1000:6.1f} ms  {second * 1000:6.1f} again  {after * 1000:6.1f} closing  {what}",
        flush=True,
    )
    if max(first, second, after) > STALL_S:
        print(dog.report(), flush=True)


if __name__ == "__main__":
    main()
