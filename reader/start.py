"""Starts the window: words first, then the parts, a slice in each turn of the loop."""

import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.app import Program, application, assemble
from reader.qt.languages import speak
from reader.qt.settings import Settings

if TYPE_CHECKING:
    from reader.qt.stopping import Stopping

#: What ``Program.complete`` puts together, and what it brings along where that is much.
_PARTS = (
    "reader.annotations.store",
    "reader.qt.stopping",
    "reader.panes.units",
    "reader.panes.notes_chosen",
    "reader.panes.parts_annotating",
    "reader.panes.parts_compiled",
    "reader.panes.parts_dragging",
    "reader.panes.parts_exchanging",
    "reader.panes.parts_exporting",
    "reader.panes.parts_following",
    "reader.panes.parts_group",
    "reader.panes.parts_keeping",
    "reader.panes.parts_looking",
    "reader.panes.parts_meeting",
    "reader.panes.parts_mending",
    "reader.panes.parts_menu",
    "reader.panes.parts_moving",
    "reader.panes.parts_placing",
    "reader.panes.parts_preferring",
    "reader.panes.parts_printing",
    "reader.panes.parts_relating",
    "reader.panes.parts_searching",
    "reader.panes.parts_session",
    "reader.panes.parts_shelf",
    "reader.panes.parts_studying",
    "reader.panes.parts_texts",
    "reader.panes.parts_trails",
    "reader.panes.parts_upkeep",
)
#: How long the parts wait for the first paint at most, ms and times.
_WAIT_MS, _WAITS = 10, 30
#: How long loading the parts may keep the window waiting, s, but for the last one loaded.
_SLICE_S = 0.004


def run(library_folder: Path | None, files: Sequence[str]) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    from reader.library import Library

    app = application()
    QApplication.setApplicationName("counterpoint")
    QApplication.setApplicationDisplayName("Counterpoint")
    QApplication.setDesktopFileName("counterpoint")
    settings = Settings()
    settings.keep_in_background()
    speak(settings.window.language)
    program = assemble(Library.open(library_folder), settings, complete=False)
    program.restore_layout()
    program.window.show()
    starter = _Starter(program, files)
    QTimer.singleShot(0, starter.go)
    code = app.exec()
    if starter.stopping:
        starter.stopping.release()
    program.close()
    settings.finish()
    return code


class _Starter:
    """Completes the program when its window has been painted."""

    def __init__(self, program: Program, files: Sequence[str]) -> None:
        self._program = program
        self._files = files
        self._waits = 0
        self._first = False
        self.stopping: Stopping | None = None

    def go(self) -> None:
        """Paint and complete, or wait a little for the window to appear."""
        handle = self._program.window.windowHandle()
        self._waits += 1
        if self._waits < _WAITS and not (handle and handle.isExposed()):
            QTimer.singleShot(_WAIT_MS, self.go)
            return
        self._program.window.repaint()
        self._complete()

    def _complete(self) -> None:
        """Load a part of the program in each turn of the loop, then put them together.

        All in one turn would take 50 ms, in which nobody could move the window.
        """
        if load_parts(_SLICE_S):
            QTimer.singleShot(0, self._complete)
            return
        from reader.panes.parts_welcome import is_first_start, prepare

        program = self._program
        self._first = is_first_start(program.desk)
        program.complete()
        self._heed_signals()
        program.session.restore()
        if any(pane.work for pane in program.desk.area.panes):
            self._begin()
        else:
            prepare(program.desk, self._begin)

    def _begin(self) -> None:
        """Offer texts where none is shown, and see to what has changed meanwhile."""
        from reader.panes.parts_welcome import welcome

        program = self._program
        if self._first:
            welcome(program.desk, companions=not self._files)
        program.texts.show_start_if_empty()
        program.window.focus_front()
        program.upkeep.refresh()
        if self._files:
            self._program.texts.add(self._files)

    def _heed_signals(self) -> None:
        """Close the window with its session kept when the desktop or a terminal ends us."""
        from reader.qt.stopping import Stopping

        def stop() -> None:
            modal = QApplication.activeModalWidget()
            if modal:  # a dialog that waits for an answer must not keep us
                modal.close()
            self._program.window.close()

        self.stopping = Stopping(stop, self._program.window)


def load_parts(most_s: float) -> bool:
    """Load parts of the window for so long, one at least; say whether some are left."""
    until = time.monotonic() + most_s
    left = [name for name in _PARTS if name not in sys.modules]
    while left:
        import_module(left.pop(0))
        if time.monotonic() > until:
            break
    return bool(left)
