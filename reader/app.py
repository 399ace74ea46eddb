"""Wires library, commands, settings and theme into the window.

In two steps, because readers wait for words and not for menus: ``assemble`` makes window and
panes and imports nothing that the first paint does not need; ``Program.complete`` adds the parts
- commands, notes, panels - when the words stand on the screen.
"""

import gc
import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMessageLogContext,
    QRect,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reader.model import Place, ReaderError
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.pane_area import PaneArea
from reader.panes.side_panel import SidePanel
from reader.panes.unfinished import Unfinished
from reader.qt.changes import Changes
from reader.qt.commands import Actions
from reader.qt.languages import speak
from reader.qt.look import Look
from reader.qt.messages import Messages
from reader.qt.settings import Settings
from reader.qt.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from reader.library import Library
    from reader.panes.parts_session import Session
    from reader.panes.parts_texts import Texts
    from reader.panes.parts_upkeep import Upkeep
    from reader.qt.stopping import Stopping
    from reader.qt.theme import Theme

#: Before a picture is made, nothing has moved for so long, ms; after the second it is made anyway.
_IDLE_MS, _MOST_MS = 300, 30_000
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
#: Size of the window at the very first start, px.
_FIRST_SIZE = (1280, 820)
#: How long the parts wait for the first paint at most, ms and times.
_WAIT_MS, _WAITS = 10, 30
#: How long loading the parts may keep the window waiting, s, but for the last one loaded.
_SLICE_S = 0.004
#: How long a thread keeps the interpreter from the window at most, s.  Qt lets go of it at every
#: second call, and with Python's own 5 ms the window waited as long each time: 16 ms of painting
#: beside a busy thread took 98 ms, now 30 ms; 0.2 ms gains nothing more.
_TURN_S = 0.0005


class Program:
    """The assembled program.

    Attributes:
        window: not shown yet.
        desk: what its parts share.
        texts: opens and adds texts; there after ``complete``.
        session: restores and saves the session; there after ``complete``.
        upkeep: keeps index and links up to date; there after ``complete``.
    """

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self.window = window
        self.desk = desk
        self.texts: Texts
        self.session: Session
        self.upkeep: Upkeep
        self._complete = False

    def restore_layout(self) -> None:
        """Bring back size, panes and places of the last session, without notes and panels."""
        if self.desk.settings.window.reopen:
            stored = self.desk.library.session()
            self.window.load_layout(stored.get("window"))
            self.window.show()
            self.desk.area.load_layout(stored.get("area"))

    def complete(self) -> None:
        """Add the parts; once."""
        if self._complete:
            return
        self._complete = True
        from reader.panes import (
            parts_annotating,
            parts_compiled,
            parts_dragging,
            parts_exchanging,
            parts_exporting,
            parts_following,
            parts_group,
            parts_keeping,
            parts_looking,
            parts_meeting,
            parts_mending,
            parts_menu,
            parts_moving,
            parts_placing,
            parts_preferring,
            parts_printing,
            parts_relating,
            parts_searching,
            parts_session,
            parts_shelf,
            parts_studying,
            parts_texts,
            parts_trails,
            parts_upkeep,
        )

        desk = self.desk
        parts_moving.install(desk)
        parts_looking.install(desk)
        annotating = parts_annotating.install(desk)
        self.texts = parts_texts.install(desk)
        searching = parts_searching.install(desk)
        relating = parts_relating.install(desk)
        following = parts_following.install(desk, relating)
        parts_shelf.install(desk, self.texts)
        parts_dragging.install(desk)
        studying = parts_studying.install(desk)
        parts_trails.install(desk)
        parts_compiled.install(desk)
        parts_preferring.install(desk)
        parts_keeping.install(desk, annotating)
        placing = parts_placing.install(desk, annotating)
        parts_printing.install(desk)
        parts_exchanging.install(desk, annotating, self.texts)
        parts_group.install(desk, annotating)
        parts_meeting.install(desk)
        self.upkeep = parts_upkeep.install(desk)
        exporting = parts_exporting.install(desk)
        searching.export_wanted.connect(exporting.some)
        searching.incomplete.connect(self.upkeep.soon)
        searching.answer_wanted.connect(annotating.answer)
        searching.place_wanted.connect(placing.show)
        searching.concept_wanted.connect(studying.edit)
        self.session = parts_session.install(desk, annotating, searching, following, studying)
        parts_mending.install(desk, annotating)
        parts_menu.install(desk)
        self.window.fill_menus()
        sys.setswitchinterval(_TURN_S)
        gc.freeze()  # what is here stays; looking through it again and again stalls the window
        gc.enable()

    def open(self, places: Sequence[Place]) -> None:
        """Open places side by side, each in a pane of its own."""
        area = self.desk.area
        if places:
            area.set_count(len(places))
            area.even()
        for pane, place in zip(area.panes, places, strict=False):
            area.show_in(pane, place)
        if places:
            area.set_active(area.panes[0])
        self.texts.show_start_if_empty()

    def close(self) -> None:
        """Close window and library, after everything under way has stopped."""
        self.window.close()
        self.desk.tasks.drain()
        self.desk.changes.close()
        self.window.deleteLater()  # first, so that no late answer or timer asks a closed library
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self.desk.library.close()


def load_parts(most_s: float) -> bool:
    """Load parts of the window for so long, one at least; say whether some are left."""
    until = time.monotonic() + most_s
    left = [name for name in _PARTS if name not in sys.modules]
    while left:
        import_module(left.pop(0))
        if time.monotonic() > until:
            break
    return bool(left)


def assemble(library: "Library", settings: Settings, *, complete: bool = True) -> Program:
    """Make the window; there must be a ``QApplication``.

    ``complete`` adds the parts at once; else ``Program.complete`` must be called later.
    """
    library.language = QLocale().name()
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
        tasks=tasks, changes=changes, area=area, side=side, unfinished=Unfinished(window),
        window=window,
    )  # fmt: skip
    tasks.failed.connect(lambda _label, error: messages.error(error))
    program = Program(window, desk)
    if complete:
        program.complete()
    return program


def application() -> QCoreApplication:
    """Return the one Qt application, made when it is not there.

    The style is named here, because ``setStyle`` hands back an object whose class costs 8 ms.
    """
    return QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])


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
