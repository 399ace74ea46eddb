"""The shared folder: mine is written after a rest, what the others wrote is taken when it comes.

Everything that reads or writes there runs in a task, for a network folder may hang.  Reading is
shown in the progress strip once there is something to read, never the looks that find nothing.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.model import Cancelled, Change, Progress, ReaderError, Touched
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.qt.messages import sentence
from reader.qt.tasks import Latest, Task

if TYPE_CHECKING:
    from reader.library import Arrival

#: After my last change, before my file is written, ms: a reader at work changes often.
REST_MS = 4000
#: Between two looks into the folder, ms; a look costs one ``stat`` a file.
LOOK_MS = 15_000
#: After the folder told of a change: sync tools write in steps.
SOON_MS = 700
#: After the start of the program: the first words are painted and the search is opened first.
_FIRST_MS = 3000
#: After the reader stopped it, before the others' files are read again, ms.
_HOLD_MS = 300_000


class Exchange(QObject):
    """Writes and watches the shared folder of the library.

    Signals:
        arrived: an ``Arrival`` that brought something or asks something.
    """

    arrived = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._said: set[str] = set()
        self._task = Latest(self)
        self._task.done.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)
        self._busy, self._closed = False, False
        self._writes, self._again = False, False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._first.timeout.connect(self.follow)
        self._hold = QTimer(self, singleShot=True, interval=_HOLD_MS)
        self._hold.timeout.connect(self.look)
        self._shown: Task | None = None
        self._watcher: QFileSystemWatcher | None = None
        desk.changes.happened.connect(self._on_change)
        window = desk.window
        if isinstance(window, MainWindow):
            window.closing.connect(self._on_closing)
        if self.on:
            self._first.start()

    @property
    def on(self) -> bool:
        """Whether a folder is shared from here."""
        library = self._desk.library
        return not (self._closed or library.read_only) and library.group_folder is not None

    def follow(self) -> None:
        """Begin with the folder that is chosen now, or stop when there is none."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._said.clear()
        self._hold.stop()
        if not self.on:
            self._look.stop()
            self._rest.stop()
            return
        self._look.start()
        self._writes = True
        self._soon.start()

    def _watch(self) -> None:
        """Hear of changes at once; only after a look, for a dead network folder would hang here."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.addPath(str(self._desk.library.group_folder))
            self._watcher.directoryChanged.connect(self._soon.start)

    def look(self) -> None:
        """Take what the others wrote, and write my file if something waits; in the background."""
        reads = not self._hold.isActive()
        if not self.on or not (reads or self._writes):
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        writes, self._writes = self._writes, False
        library = self._desk.library

        def work(progress: Progress) -> "tuple[Arrival | None, str]":
            trouble = ""
            if writes:
                try:
                    library.publish()
                except ReaderError as error:  # the others may still be read
                    trouble = sentence(error)
            return library.receive(progress) if reads else None, trouble

        task = self._task.run(work, self.tr("Taking in what the others wrote"))
        task.progressed.connect(self._on_progress)
        task.stopping.connect(self._on_stopping)

    def _on_progress(self, share_0_1: float) -> None:
        """Show what is being read once something is."""
        task = self.sender()
        if self._shown is None and self._busy and share_0_1 > 0 and isinstance(task, Task):
            self._shown = task
            self._desk.tasks.started.emit(task)

    def _on_stopping(self) -> None:
        """Let the others' files rest for a while."""
        if self._closed:
            return
        self._hold.start()
        self._desk.messages.info(
            self.tr("Stopped; what the others wrote is taken in a few minutes."),
            self.tr("Now"),
            self._go_on,
        )

    def _go_on(self) -> None:
        self._hold.stop()
        self.look()

    def _on_rested(self) -> None:
        self._writes = True
        self.look()

    def _on_change(self, change: Change) -> None:
        if change.touched & Touched.MARKS and self.on:
            self._rest.start()

    def _on_looked(self, found: object) -> None:
        self._rested()
        if not isinstance(found, tuple):
            return
        self._watch()
        arrival, trouble = found
        self._writes = self._writes or bool(trouble)
        troubles = [*filter(None, [trouble]), *(arrival.troubles if arrival else ())]
        for one in troubles:
            self._say_once(one)
        self._said.intersection_update(troubles)
        if arrival is None:
            return
        if arrival.waiting:
            self._soon.start()
        if arrival.changes or arrival.asking:
            self.arrived.emit(arrival)

    def _on_closing(self) -> None:
        """Write what waits before the window goes; the program waits for it a few seconds."""
        waits = self._rest.isActive() and self.on and not self._busy
        self._closed = True
        for timer in (self._first, self._rest, self._look, self._soon, self._hold):
            timer.stop()
        self._task.drop()  # what the others wrote comes the next time
        if waits:
            library = self._desk.library
            self._busy = True
            self._task.run(lambda _progress: library.publish())

    def _on_failed(self, error: Exception) -> None:
        self._rested()
        self._writes = True  # what could not be written is written when the folder is back
        if not isinstance(error, Cancelled):
            self._say_once(sentence(error))

    def _rested(self) -> None:
        self._busy = False
        if self._shown is not None:
            self._desk.tasks.ended.emit(self._shown)
            self._shown = None
        if self._again:
            self._again = False
            self._soon.start()

    def _say_once(self, trouble: str) -> None:
        """Warn of a trouble when it begins; it is met again every few seconds."""
        if trouble not in self._said:
            self._said.add(trouble)
            self._desk.messages.warning(trouble)
