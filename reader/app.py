"""Wires library, commands, settings and theme into the window."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.model import Locus, NotFound, Place, ReaderError, Span
from reader.panes import (
    parts_annotating,
    parts_looking,
    parts_moving,
    parts_relating,
    parts_searching,
    parts_session,
    parts_shelf,
    parts_texts,
)
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.pane_area import PaneArea
from reader.panes.side_panel import SidePanel
from reader.qt.changes import Changes
from reader.qt.commands import Actions
from reader.qt.look import Look
from reader.qt.messages import Messages
from reader.qt.settings import Settings
from reader.qt.tasks import Tasks

if TYPE_CHECKING:
    from reader.library import Library

#: Size of the window at the very first start, px.
_FIRST_SIZE = (1280, 820)


@dataclass(frozen=True)
class Program:
    """The assembled program.

    Attributes:
        window: not shown yet.
        desk: what its parts share.
        texts: opens and adds texts.
        session: restores and saves the session.
    """

    window: MainWindow
    desk: Desk
    texts: parts_texts.Texts
    session: parts_session.Session

    def open(self, places: Sequence[Place]) -> None:
        """Open places side by side, each in a pane of its own."""
        area = self.desk.area
        if places:
            area.set_count(len(places))
        for pane, place in zip(area.panes, places, strict=False):
            area.show_in(pane, place)
        if places:
            area.even()
            area.set_active(area.panes[0])
        self.texts.show_start_if_empty()

    def close(self) -> None:
        """Close window and library, after everything under way has stopped."""
        self.window.close()
        self.desk.tasks.drain()
        self.desk.changes.close()
        self.desk.library.close()
        self.window.deleteLater()


def assemble(library: "Library", settings: Settings) -> Program:
    """Make the window with all its parts; there must be a ``QApplication``."""
    look = Look(settings)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        look.dress(app)
    messages, tasks, changes = Messages(), Tasks(), Changes(library)
    actions = Actions(settings, settings)
    area = PaneArea(look, library.edition, messages)
    side = SidePanel(look)
    window = MainWindow(
        look=look, actions=actions, messages=messages, tasks=tasks, area=area, side=side
    )
    for owned in (look, messages, tasks, changes, actions):
        owned.setParent(window)
    window.resize(*_FIRST_SIZE)
    desk = Desk(
        library=library, settings=settings, look=look, actions=actions, messages=messages,
        tasks=tasks, changes=changes, area=area, side=side, window=window,
    )  # fmt: skip
    tasks.failed.connect(lambda _label, error: messages.error(error))
    parts_moving.install(desk)
    parts_looking.install(desk)
    annotating = parts_annotating.install(desk)
    texts = parts_texts.install(desk)
    parts_searching.install(desk)
    parts_relating.install(desk)
    parts_shelf.install(desk, texts)
    session = parts_session.install(desk, annotating)
    if library.notice:
        messages.warning(library.notice)
    return Program(window, desk, texts, session)


def run(library_folder: Path | None, files: Sequence[str]) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    from reader.library import Library

    app = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setApplicationName("counterpoint")
    QApplication.setApplicationDisplayName("Counterpoint")
    QApplication.setDesktopFileName("counterpoint")
    program = assemble(Library.open(library_folder), Settings())
    program.session.restore()
    program.texts.show_start_if_empty()
    program.window.show()
    if files:
        QTimer.singleShot(0, lambda: program.texts.add(files))
    code = app.exec()
    program.close()
    return code


def parse_place(library: "Library", words: str) -> Place:
    """Read ``WORK`` or ``WORK@LOCUS`` as a place.

    Raises:
        BadInput, NotFound: there is no such place.
    """
    work, _, locus = words.partition("@")
    edition = library.edition(work)
    if not locus:
        return Place(work)
    start = edition.passage(Locus.parse(locus)).span.start
    return Place(work, Span(start, start), -16)


def screenshot(
    out: Path,
    *,
    library_folder: Path | None = None,
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    open_places: Sequence[str] = (),
    state: str = "",
) -> int:
    """Render the real window without a display and write it as a picture.

    ``state`` is the key of a command to carry out first, such as ``help.palette``; several are
    separated by commas.  Returns 0, or 2 with a sentence on stderr.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tempfile import TemporaryDirectory

    from reader.library import Library

    _app = QApplication.instance() or QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.change(settings.window, theme=theme)
        library = Library.open(library_folder, read_only=True)
        program = assemble(library, settings)
        try:
            program.window.resize(*size)
            program.window.show()
            program.open([parse_place(library, words) for words in open_places])
            settle(program)
            for command in filter(None, state.split(",")):
                if not program.desk.actions.do(command.strip()):
                    raise NotFound(f"There is no state “{command}” to show now.", command)
                settle(program)
            picture(program.window).save(str(out))
        except (ReaderError, OSError) as error:
            sys.stderr.write(f"counterpoint: {error}\n")
            return 2
        finally:
            program.close()
    return 0


def settle(program: Program) -> None:
    """Wait until nothing is under way: for pictures and tests only."""
    from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop

    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < 200 or (program.desk.tasks.running and clock.elapsed() < 30_000):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def picture(window: MainWindow) -> "QPixmap":
    """Return the window with whatever has popped up over it."""
    from PySide6.QtGui import QPainter

    shot = window.grab()
    painter = QPainter(shot)
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            painter.drawPixmap(widget.pos() - window.pos(), widget.grab())
    painter.end()
    return shot


if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
