"""Background work: a pure function out, one signal back."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from reader.model import Cancelled, Progress

#: Long tasks at work at the same time; the others wait, so that a search never waits for them.
_AT_ONCE = 2
#: Threads of the pool: mostly they wait for other processes.
_THREADS = 6
#: What a task runs: takes the means to tell of itself, gives plain values back.
Work = Callable[[Progress], object]


class Task(QObject):
    """Runs one pure function in the thread pool.

    Create it in the GUI thread and connect it to methods of objects that live there; then the
    answer arrives there too.  Plain values go in and come out: no widget, document or index
    writer crosses the border.

    Attributes:
        label: what is done, for people; shown in the progress strip.

    Signals:
        done: this task and the function's result.
        failed: this task and the exception the function raised; ``Cancelled`` after ``stop``.
        progressed: share done (0 to 1) and a few words.
        stopping: this task, when it is asked to stop.
    """

    stopping = Signal(object)
    done = Signal(object, object)
    failed = Signal(object, object)
    progressed = Signal(float, str)

    def __init__(self, work: Work, label: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._work = work
        self._stopped = False

    def start(self) -> None:
        """Begin; the task is kept alive until it has answered."""
        _RUNNING.add(self)
        QThreadPool.globalInstance().start(self._run)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped = True
        self.stopping.emit(self)

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopped

    def _run(self) -> None:
        progress = Progress(self._tell, lambda: self._stopped)
        try:
            progress.step(0.0)  # it may have been stopped while it waited for a thread
            result = self._work(progress)
        except Exception as error:  # noqa: BLE001 - reported, never swallowed
            with suppress(RuntimeError):
                self.failed.emit(self, error)
        else:
            with suppress(RuntimeError):
                self.done.emit(self, result)
        finally:
            _RUNNING.discard(self)

    def _tell(self, share_0_1: float, words: str) -> None:
        """Tell how far the work is; stop it where the program has ended meanwhile.

        Qt then deletes every object that is left, also those whose work would not stop in time,
        and whatever they emit is a ``RuntimeError``.
        """
        try:
            self.progressed.emit(share_0_1, words)
        except RuntimeError:
            raise Cancelled from None


#: Tasks under way: Python would free one that nobody holds before it answers.
_RUNNING: set[Task] = set()


class Latest(QObject):
    """Runs tasks of which only the newest counts: search while one types.

    Signals:
        done: result of the newest task; overtaken results are dropped.
        failed: exception of the newest task.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: Task | None = None

    def run(self, work: Work, label: str = "") -> Task:
        """Start ``work``; an older task that has not answered yet is stopped and ignored."""
        self.drop()
        task = self._newest = Task(work, label)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()
        return task

    def drop(self) -> None:
        """Ignore whatever is under way."""
        if self._newest is not None:
            self._newest.stop()
        self._newest = None

    @Slot(object, object)
    def _on_done(self, task: Task, result: object) -> None:
        if task is self._newest:
            self._newest = None
            self.done.emit(result)

    @Slot(object, object)
    def _on_failed(self, task: Task, error: object) -> None:
        if task is self._newest:
            self._newest = None
            self.failed.emit(error)


class Tasks(QObject):
    """The long tasks of one window: shown in its progress strip, stopped when it closes.

    Signals:
        started: a task that the strip should show.
        ended: the same task, whatever came of it.
        failed: label and exception of a task whose caller gave no handler; not for a stop.
    """

    started = Signal(object)
    ended = Signal(object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: dict[
            Task, tuple[Callable[[object], None] | None, Callable[[Exception], None] | None]
        ] = {}
        self._waiting: list[Task] = []
        pool = QThreadPool.globalInstance()
        pool.setMaxThreadCount(max(pool.maxThreadCount(), _THREADS))

    def run(
        self,
        label: str,
        work: Work,
        done: Callable[[object], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Run ``work``; call ``done`` or ``failed`` on the GUI thread.

        A failure without a handler goes to the signal ``failed``, and so to the message bar.
        """
        task = Task(work, label)
        self._handlers[task] = (done, failed)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.stopping.connect(self._on_stopping)
        self.started.emit(task)
        self._waiting.append(task)
        self._start_next()
        return task

    @Slot(object)
    def _on_stopping(self, task: Task) -> None:
        """End a task at once that has not begun."""
        if task in self._waiting:
            self._waiting.remove(task)
            self._on_failed(task, Cancelled())

    def _start_next(self) -> None:
        at_work = len(self._handlers) - len(self._waiting)
        while self._waiting and at_work < _AT_ONCE:
            self._waiting.pop(0).start()
            at_work += 1

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks under way, oldest first."""
        return tuple(self._handlers)

    def drain(self, wait_ms: int = 5000) -> bool:
        """Stop everything and wait; say whether all came to rest."""
        self._waiting.clear()
        for task in self._handlers:
            task.stop()
        self._handlers.clear()
        for task in tuple(_RUNNING):  # also those that a page of the window runs by itself
            task.stop()
        return QThreadPool.globalInstance().waitForDone(wait_ms)

    @Slot(object, object)
    def _on_done(self, task: Task, result: object) -> None:
        if task not in self._handlers:
            return
        done, _ = self._handlers.pop(task)
        self._start_next()
        self.ended.emit(task)
        if done is not None:
            done(result)

    @Slot(object, object)
    def _on_failed(self, task: Task, error: Exception) -> None:
        if task not in self._handlers:
            return
        _, failed = self._handlers.pop(task)
        self._start_next()
        self.ended.emit(task)
        if failed is not None:
            failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(task.label, error)
