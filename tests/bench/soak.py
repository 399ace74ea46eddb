"""The window used at random for a long time: ``python -m tests.bench.soak LIBRARY [MINUTES]``.

Keys that read, select, mark, write, delete, take back and search are pressed in any order on a
copy of the library.  Told are the memory after each tenth with the notes there are, the longest
time that one key took of the window's own thread (what others compute beside is no wait), which
that was, and every exception: there must be none, and memory must come to rest.
"""

import argparse
import gc
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.app import Program, application, assemble
from reader.library import Library
from reader.model import Place
from reader.qt.settings import Settings

_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT, _KEY = Qt.KeyboardModifier.ShiftModifier, Qt.Key
#: What is pressed, and how often beside the others.
_PRESSED = [
    (_KEY.Key_J, _NONE, 8), (_KEY.Key_K, _NONE, 4), (_KEY.Key_F, _NONE, 3),
    (_KEY.Key_Down, _CTRL, 6), (_KEY.Key_Up, _CTRL, 4), (_KEY.Key_PageDown, _NONE, 5),
    (_KEY.Key_PageUp, _NONE, 4), (_KEY.Key_Right, _CTRL | _SHIFT, 6), (_KEY.Key_E, _NONE, 2),
    (_KEY.Key_H, _NONE, 4), (_KEY.Key_U, _NONE, 1), (_KEY.Key_X, _NONE, 1), (_KEY.Key_3, _NONE, 2),
    (_KEY.Key_D, _CTRL, 1), (_KEY.Key_BracketRight, _NONE, 3), (_KEY.Key_BracketLeft, _NONE, 2),
    (_KEY.Key_Delete, _NONE, 4), (_KEY.Key_Z, _CTRL, 4), (_KEY.Key_Z, _CTRL | _SHIFT, 2),
    (_KEY.Key_F6, _NONE, 2), (_KEY.Key_G, _NONE, 1), (_KEY.Key_R, _NONE, 1), (_KEY.Key_3, _CTRL, 1),
    (_KEY.Key_5, _CTRL, 1), (_KEY.Key_Escape, _NONE, 4), (_KEY.Key_End, _CTRL, 1),
    (_KEY.Key_Home, _CTRL, 1),
]  # fmt: skip


def memory_mb() -> float:
    """Return the resident memory of this process."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Reader:
    """Presses keys at random and notes what goes wrong."""

    def __init__(self, program: Program, seed: int) -> None:
        self._program = program
        self._chance = random.Random(seed)
        self.wrong: list[str] = []
        self.pressed = 0
        self.slowest = 0.0, ""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        self.wrong.append("".join(traceback.format_exception(kind, error, trace)))  # type: ignore[arg-type]

    def press(self) -> None:
        """Press one key, or write a note; dialogs that opened are closed again."""
        began = time.thread_time()
        window = self._program.window
        if QApplication.focusWidget() is None or self._chance.random() < 0.2:
            window.activateWindow()
            self._program.desk.area.active.focus_text()
        told = "a note"
        if self._chance.random() < 0.05:
            self._write()
        else:
            keys, modifiers, _ = self._chance.choices(_PRESSED, [one[2] for one in _PRESSED])[0]
            target = QApplication.focusWidget() or window
            told = f"{keys.name} {modifiers.name} on {type(target).__name__}"
            QTest.keyClick(target, keys, modifiers)
        QApplication.processEvents()
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        # what is deleted later is so in a running event loop only, and here none runs
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.pressed += 1
        self.slowest = max(self.slowest, (time.thread_time() - began, told))

    def _write(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._program.window, _KEY.Key_N)
        QApplication.processEvents()
        editor = QApplication.focusWidget()
        if editor is not None:
            QTest.keyClicks(editor, f"note {self._chance.random()} with *some* words")
            QTest.keyClick(editor, _KEY.Key_Return, _CTRL)


def soak(folder: Path, minutes: float, seed: int) -> int:
    """Use the window; return how many exceptions there were."""
    application()
    library = Library.open(folder)
    program = assemble(library, Settings(folder / "settings.json"))
    program.window.resize(1280, 800)
    program.window.show()
    own = [one.work.id for one in library.texts() if not one.work.bundled]
    program.open([Place(work) for work in own[:2]])
    program.window.activateWindow()
    reader = Reader(program, seed)
    began = time.monotonic()
    told: list[str] = []
    while len(told) < 10:
        reader.press()
        if time.monotonic() - began > 6 * minutes * (len(told) + 1):
            told.append(f"{memory_mb():.0f} ({len(library.notes())})")
            print(told[-1], end=" ", flush=True)
    print(
        f"MB (notes); {reader.pressed:,} keys in {minutes:g} minutes; slowest key "
        f"{1000 * reader.slowest[0]:.0f} ms ({reader.slowest[1]}); {len(reader.wrong)} exceptions"
    )
    print(*dict.fromkeys(reader.wrong), sep="\n")
    program.close()
    return len(reader.wrong)


def main() -> None:
    """Read the arguments and do as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("minutes", type=float, nargs="?", default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "library"
        shutil.copytree(options.library, copy)
        sys.exit(bool(soak(copy, options.minutes, options.seed)))


if __name__ == "__main__":
    main()
