"""What the parts of the window share.

A part is a function ``install(desk)`` that registers handlers, panels and listeners for the thing
it acts on; ``app.py`` lists the parts.  No part calls another: they meet in commands, in
``desk.area``, in the side panel, and in changes of the library.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from reader.model import ReaderError
from reader.model.values import dataclass
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


@dataclass(frozen=True)
class Desk:
    """The window and everything on it.

    Attributes:
        library: the one door of the core.
        settings, look: how the reader wants it.
        actions: register handlers of commands here.
        messages: say things here.
        tasks: run slow work here.
        changes: ``changes.happened`` tells of every change of the library.
        area: the reading panes; go to places here.
        side: register panels here.
        unfinished: hold here what is typed into a dialog, until it is kept.
        window: parent of dialogs.
    """

    library: Library
    settings: Settings
    look: Look
    actions: Actions
    messages: Messages
    tasks: Tasks
    changes: Changes
    area: PaneArea
    side: SidePanel
    unfinished: Unfinished
    window: QMainWindow

    def attempt(self, act: Callable[[], object]) -> bool:
        """Act; when it is refused, say why and return False."""
        try:
            act()
        except ReaderError as error:
            self.messages.refused(error)
            return False
        self.messages.worked.emit()
        return True
