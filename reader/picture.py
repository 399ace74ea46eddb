"""Renders the real window, in whatever state, without a display."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QRect, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reader.app import Program, application, assemble
from reader.model import Place, ReaderError
from reader.panes.main_window import MainWindow
from reader.qt.languages import speak
from reader.qt.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from reader.library import Library
    from reader.qt.theme import Theme

#: Before a picture is made, nothing has moved for so long, ms; after the second it is made anyway.
_IDLE_MS, _MOST_MS = 300, 30_000


def screenshot(
    out: Path,
    *,
    library_folder: Path | None = None,
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    language: str = "en",
    open_places: Sequence[str] = (),
    state: str = "",
) -> int:
    """Render the real window without a display and write it as a picture.

    ``state`` is the key of a command to carry out first, such as ``help.palette``, and after "="
    what is typed then; several are separated by commas.  What a state writes is written to a copy
    of the library.  Returns 0, or 2 with a sentence on stderr.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tempfile import TemporaryDirectory

    from reader.qt import theme as themes

    if theme not in themes.KEYS:
        sys.stderr.write(
            f"counterpoint: There is no theme “{theme}”; choose {', '.join(themes.KEYS)}.\n"
        )
        return 2
    qInstallMessageHandler(_told_by_qt)
    _app = application()
    speak(language)
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.change(settings.window, theme=theme)
        program = assemble(_posing(library_folder, state, Path(folder)), settings)
        try:
            _pose(program, size, open_places, state)
            saved = picture(program.window, program.desk.look.theme).save(str(out))
        except ReaderError as error:
            sys.stderr.write(f"counterpoint: {error}\n")
            return 2
        finally:
            program.close()
    if not saved:
        sys.stderr.write(f"counterpoint: The picture could not be written to {out}.\n")
    return 0 if saved else 2


def _posing(chosen: Path | None, state: str, folder: Path) -> "Library":
    """Open the library for a picture: a copy where a state may write, else to read only."""
    from shutil import copytree, ignore_patterns

    from reader.library import Library, library_folder

    source, copied = library_folder(chosen), folder / "library"
    if not state:
        return Library.open(source, read_only=True)
    if source.is_dir():
        copytree(source, copied, ignore=ignore_patterns("backups", "removed", "*.lock"))
    return Library.open(copied)


def _told_by_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, except that a window without a screen cannot do all."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def _pose(program: Program, size: tuple[int, int], open_places: Sequence[str], state: str) -> None:
    """Bring the window into the state to be shown."""
    from reader.model import NotFound
    from reader.qt.typed import type_words

    program.window.resize(*size)
    program.window.show()
    if state == "welcome":
        from reader.panes.parts_welcome import welcome

        welcome(program.desk)
        settle()
        return
    program.open([parse_place(program.desk.library, words) for words in open_places])
    settle()
    for command in filter(None, state.split(",")):
        key, _, words = command.strip().partition("=")
        if not program.desk.actions.do(key):
            raise NotFound(f"There is no state “{command}” to show now.", command)
        settle()
        type_words(words)
        settle()


def settle() -> None:
    """Wait until nothing has been under way for a while: for pictures and tests only."""
    from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QThreadPool

    whole, idle = QElapsedTimer(), QElapsedTimer()
    whole.start()
    idle.start()
    while idle.elapsed() < _IDLE_MS and whole.elapsed() < _MOST_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if QThreadPool.globalInstance().activeThreadCount() or _work_by_turns():
            idle.restart()


def _work_by_turns() -> bool:
    """Whether something goes on as soon as the loop is free."""
    timers = (one for top in QApplication.topLevelWidgets() for one in top.findChildren(QTimer))
    return any(one.isActive() and one.interval() == 0 for one in timers)


def picture(window: MainWindow, look: "Theme") -> "QPixmap":
    """Return the window with whatever has popped up over it."""
    from PySide6.QtGui import QPainter

    shot = window.grab()
    painter = QPainter(shot)
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            at = widget.pos() - window.pos()
            framed = widget.windowType() is Qt.WindowType.Dialog
            if framed:  # nobody but a window manager would centre it
                at = window.rect().center() - widget.rect().center()
            painter.drawPixmap(at, widget.grab())
            if framed:  # or draw it a frame
                painter.setPen(look["border_strong"])
                painter.drawRect(QRect(at, widget.size()).adjusted(-1, -1, 0, 0))
    painter.end()
    return shot


def parse_place(library: "Library", words: str) -> Place:
    """Read ``WORK`` or ``WORK@LOCUS`` as a place.

    Raises:
        BadInput, NotFound: there is no such place.
    """
    from reader.model import Locus, Span

    work, _, locus = words.partition("@")
    edition = library.edition(work)
    if not locus:
        return Place(work)
    start = edition.passage(Locus.parse(locus)).span.start
    return Place(work, Span(start, start))
