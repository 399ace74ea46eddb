"""Wires library, commands, settings and theme into the window.

In two steps, because readers wait for words and not for menus: ``assemble`` makes window and
panes and imports nothing that the first paint does not need; ``Program.complete`` adds the parts
- commands, notes, panels - when the words stand on the screen.
"""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
)
from PySide6.QtWidgets import QApplication

from reader.model import Place
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.pane_area import PaneArea
from reader.panes.side_panel import SidePanel
from reader.panes.unfinished import Unfinished
from reader.qt.changes import Changes
from reader.qt.commands import Actions
from reader.qt.look import Look
from reader.qt.messages import Messages
from reader.qt.settings import Settings
from reader.qt.tasks import Tasks

if TYPE_CHECKING:
    from reader.library import Library
    from reader.panes.parts_session import Session
    from reader.panes.parts_texts import Texts
    from reader.panes.parts_upkeep import Upkeep

#: Size of the window at the very first start, px.
_FIRST_SIZE = (1280, 820)
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
