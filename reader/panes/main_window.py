"""The main window: it assembles and does nothing else."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.panes.pane_area import PaneArea
from reader.panes.place_line import PlaceLine
from reader.panes.reading_room import ReadingRoom
from reader.panes.side_panel import SidePanel
from reader.panes.strips import MessageBar, ProgressStrip
from reader.panes.tab_order import step
from reader.qt.commands import COMMANDS, MENUS, Actions
from reader.qt.look import Look
from reader.qt.messages import Messages
from reader.qt.tasks import Tasks


class MainWindow(QMainWindow):
    """Menus, message bar, panes, side panel, status line.

    Attributes:
        pages: a stack with the reading room first; others are added by name.
        message_bar, progress: the strips.

    Signals:
        closing: the window is about to close; save what should be kept.
        files_dropped: paths of files dropped on the window.
        page_changed: another page stands in front.
    """

    closing = Signal()
    files_dropped = Signal(object)
    page_changed = Signal()

    def __init__(
        self,
        *,
        look: Look,
        actions: Actions,
        messages: Messages,
        tasks: Tasks,
        area: PaneArea,
        side: SidePanel,
    ) -> None:
        super().__init__()
        self._look = look
        self._actions = actions
        self._area = area
        self._side = side
        self._pages: dict[str, QWidget] = {}
        self._held = False
        self.message_bar = MessageBar(look, self)
        self.progress = ProgressStrip(look, self)
        messages.said.connect(self.message_bar.show_message)
        messages.worked.connect(self.message_bar.on_worked)
        tasks.started.connect(self.progress.begin)
        tasks.ended.connect(self.progress.end)
        self._assemble()
        self.setWindowTitle("Counterpoint")
        self.setAcceptDrops(True)
        look.changed.connect(self.dress)
        side.shown.connect(self._on_side)
        area.went.connect(self._show_room)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are widgets
        application.focusChanged.connect(self._on_focus)
        self._menus: dict[str, QMenu] = {}
        self.menuBar().setAccessibleName(self.tr("Menus"))
        self.menuBar().addMenu("\N{NO-BREAK SPACE}")  # keeps the height until the menus come

    def _assemble(self) -> None:
        self._room = ReadingRoom(self._area, self._side, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._room)
        self._stack.currentChanged.connect(self.page_changed)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.place_label = PlaceLine(self)
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        status.addWidget(self.place_label, 1)
        status.addPermanentWidget(self.progress)

    # pages -----------------------------------------------------------------

    def add_page(self, key: str, page: QWidget) -> None:
        """Add a page that can stand in place of the reading room."""
        self._pages[key] = page
        self._stack.addWidget(page)

    def show_page(self, key: str = "") -> None:
        """Show a page by key; none shows the reading room.

        Raises:
            KeyError: there is no such page.
        """
        page = self._pages[key] if key else self._room
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> str:
        """The key of the page shown; empty for the reading room."""
        now = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is now), "")

    def _show_room(self) -> None:
        """Show the room for something in it that is to be seen."""
        if self.page:
            self._stack.setCurrentWidget(self._room)

    def _on_side(self, key: str) -> None:
        """Leave a page for a panel that was asked for, which stands in the room."""
        if self.page:
            self._show_room()
            self._side.panel(key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave a page for a text, or what stands beside it, that was given the focus."""
        if now is not None and self.page and self._room.isAncestorOf(now):
            self._show_room()
            now.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_front(self) -> bool:
        """Let the page in front print itself; say whether it does."""
        act = getattr(self._pages.get(self.page), "print_out", None)
        return bool(act and act())

    def focus_front(self) -> None:
        """Give the keyboard to what stands in front: a page, a panel over the texts, a text.

        A note that is being written keeps it: it would be taken as finished.
        """
        focus = QApplication.focusWidget()
        if self.page:
            self._pages[self.page].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._room.covered:
            self._side.panel(self._side.current).setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is None or not self._area.isAncestorOf(focus):
            self._area.active.focus_text()

    # menus -----------------------------------------------------------------

    def _menu(self, title: str) -> QMenu:
        from PySide6.QtCore import QCoreApplication

        menu = self.menuBar().addMenu(QCoreApplication.translate("Commands", title))
        menu.aboutToShow.connect(self._actions.refresh)
        menu.aboutToHide.connect(self._actions.release)
        return menu

    def fill_menus(self) -> None:
        """Put every handled command into its menu, in the order of the table."""
        if not self._menus:
            self.menuBar().clear()
            self._menus = {key: self._menu(title) for key, title in MENUS.items()}
        known = [command for command in COMMANDS if command.key in self._actions]
        for key, menu in self._menus.items():
            menu.clear()
            group = None
            for command in known:
                if command.menu != key:
                    continue
                if group is not None and command.group != group:
                    menu.addSeparator()
                group = command.group
                menu.addAction(self._actions[command.key])
            menu.menuAction().setVisible(not menu.isEmpty())
        self.addActions([self._actions[command.key] for command in known])

    def menu(self, key: str) -> QMenu:
        """Return a menu of the menu bar."""
        return self._menus[key]

    # look ------------------------------------------------------------------

    def dress(self) -> None:
        """Take over a changed look."""
        self._side.dress()
        self._room.fit()
        self.message_bar.dress()
        self.progress.dress()

    def set_focus_mode(self, on: bool) -> None:
        """Show only the texts, or everything again."""
        self.menuBar().setVisible(not on)
        self.statusBar().setVisible(not on)

    # session ---------------------------------------------------------------

    def dump(self) -> dict[str, object]:
        """Return size and side panel as plain values; ``load_layout`` is the inverse."""
        return {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            "side": self._side.current if self._room.away or not self._side.isHidden() else "",
            "away": self._room.away,
            "down": self._side.dump(),
            "room": self._room.sizes(),
        }

    def load_layout(self, layout: object) -> None:
        """Restore size and side panel; whatever cannot be used is left out."""
        if not isinstance(layout, dict):
            return
        geometry = layout.get("geometry")
        if isinstance(geometry, str) and geometry.isascii():
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        sizes = layout.get("room")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(one) is int for one in sizes):
            self._room.set_sizes(sizes)

    def load_side(self, layout: object) -> None:
        """Restore the side panel, once the panels are registered."""
        if not isinstance(layout, dict):
            return
        self._side.load(layout.get("down"))
        side = layout.get("side")
        if isinstance(side, str) and side in self._side.keys:
            self._side.bring(side, focus=self._room.narrow)
            if layout.get("away"):
                self._room.show_text()

    # events ----------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt
        """Let Tab go through the window as it is read."""
        return step(self, forward=next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let everybody save first."""
        self._held = False
        self.closing.emit()
        if self._held:
            event.ignore()
        else:
            super().closeEvent(event)

    def hold(self) -> None:
        """Stay open this time, for whoever hears ``closing`` and must say something first."""
        self._held = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take files."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
