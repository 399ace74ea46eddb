"""Part of the window: search index and related passages are brought up to date by themselves."""

from PySide6.QtCore import QObject, QTimer

from reader.library.finding import MANY_NOTES
from reader.model import Cancelled, Change, Touched
from reader.panes.desk import Desk

#: After the last change of a text; several files are often added at once.
_AFTER_MS = 700


class Upkeep(QObject):
    """Runs one refresh at a time, in another process, and again when texts changed meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._running = False
        self._again = False
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.refresh)
        desk.changes.happened.connect(self._on_change)

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
            self._desk.library.refresh_elsewhere,
            self._on_done,
            self._on_failed,
        )

    def soon(self) -> None:
        """Refresh after a moment."""
        self._later.start()

    def _on_done(self, _result: object) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.soon()

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, Cancelled):
            self._desk.messages.error(error)

    def _on_change(self, change: Change) -> None:
        many = change.touched & Touched.MARKS and len(change.annotations) > MANY_NOTES
        waiting = change.touched & Touched.MARKS and self._desk.library.notes_wait
        if many or waiting or change.touched & (Touched.TEXTS | Touched.GLOSSARY):
            self.soon()


def install(desk: Desk) -> Upkeep:
    """Register the part."""
    return Upkeep(desk)
