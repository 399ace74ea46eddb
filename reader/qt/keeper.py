"""Writing down in the background what need not be on the disk at once."""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, Signal

from reader.model import Progress
from reader.qt.tasks import Task


class Keeper(QObject):
    """Carries out writes of one thing, one at a time and in order; overtaken ones are left out.

    A flush to the disk takes 1 to 500 ms, and the window must not wait for it.  Nothing that a
    reader was told is safe may be written this way: the store of notes flushes before it answers.

    Signals:
        failed: the exception of a write.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = Lock()
        self._newest = self._written = 0
        self._write: Callable[[], object] = lambda: None

    def keep(self, write: Callable[[], object]) -> None:
        """Carry out ``write`` in another thread; it must not touch what belongs to Qt."""
        self._newest += 1
        number, self._write = self._newest, write

        def work(_progress: Progress) -> None:
            with self._writing:
                if self._written < number == self._newest:
                    write()
                    self._written = number

        task = Task(work)
        task.failed.connect(self._on_failed)
        task.start()

    def finish(self) -> None:
        """Return when the newest is written: before the program ends.

        Raises:
            whatever the write raises.
        """
        with self._writing:
            if self._written < self._newest:
                self._written = self._newest
                self._write()

    def _on_failed(self, _task: Task, error: Exception) -> None:
        self._written = self._newest  # told once; it is not tried again
        self.failed.emit(error)
