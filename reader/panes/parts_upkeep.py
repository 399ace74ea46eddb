"""Part of the window: index, links and what others write are brought up to date by themselves."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reader.library.finding import MANY_NOTES
from reader.model import Cancelled, Change, Progress, ReaderError, Touched
from reader.panes.desk import Desk

#: After the last change of a text; several files are often added at once.
_AFTER_MS = 700
#: So often a window that only reads looks for what another one wrote, in 10 µs, ms.
_LOOKS_MS = 1000


class Upkeep(QObject):
    """Runs one refresh at a time, in another process, and again when texts changed meanwhile.

    A window that only reads shows what the one that writes has written.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._running = False
        self._again = False
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.refresh)
        self._looks = QTimer(self, interval=_LOOKS_MS)
        self._looks.timeout.connect(self._look)
        if desk.library.read_only:
            self._looks.start()
        desk.changes.happened.connect(self._on_change)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    def refresh(self) -> None:
        """Bring index and links up to date; a second wish waits for the first."""
        if self._desk.library.read_only:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._desk.tasks.run(
            self.tr("Preparing search and links"),
            self._work,
            self._on_done,
            self._on_failed,
        )

    def _work(self, progress: Progress) -> None:
        """Read concepts (40 ms) and texts beside the window, too: who lists them does not wait."""
        self._desk.library.glossary()
        self._desk.library.read_all(progress)
        self._desk.library.refresh_elsewhere(progress)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is under way, and nothing is wished for."""
        return not (self._running or self._again or self._later.isActive())

    def soon(self) -> None:
        """Refresh after a moment."""
        self._later.start()

    def _on_done(self, _result: object) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.soon()

    def _on_failed(self, error: Exception) -> None:
        """Say why, and do what was wished meanwhile; a reader who stops it wishes no more."""
        stopped = isinstance(error, Cancelled)
        self._again = self._again and not stopped
        self._on_done(None)
        if not stopped:
            self._desk.messages.error(error)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Look at the reader's own files when one comes back, from an editor perhaps."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._desk.library.pick_up_edits()

    def _look(self) -> None:
        """Take up the notes that another window wrote; where they cannot be read, say so once."""
        try:
            more = self._desk.library.pick_up_notes()
            self._looks.setInterval(0 if more else _LOOKS_MS)
        except ReaderError as error:
            self._looks.stop()
            self._desk.messages.error(error)

    def _on_change(self, change: Change) -> None:
        many = change.touched & Touched.MARKS and len(change.annotations) > MANY_NOTES
        waiting = change.touched & Touched.MARKS and self._desk.library.notes_wait
        if many or waiting or change.touched & (Touched.TEXTS | Touched.GLOSSARY):
            self.soon()


def install(desk: Desk) -> Upkeep:
    """Register the part."""
    return Upkeep(desk)
