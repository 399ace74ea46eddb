"""Work in a process of its own that hands back one value after another.

A busy thread of Python makes every frame of a window five to six times slower, a process does
not.  Plain values go out and come back; the process goes on when a value was taken.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

from reader.model import LibraryError, Progress, ReaderError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_Job = TypeVar("_Job")
#: What runs there; it must be found by name, and its values be plain.
Maker = Callable[[_Job, Progress], Iterator[object]]
#: How often the watcher looks whether the reader wants to stop, and the least time between two
#: words about progress, seconds.
_LOOK_S, _PAUSE_S = 0.1, 0.05
#: The processes at work; whoever starts or ends one holds the lock.
_STARTING = Lock()
_AT_WORK: "list[BaseProcess]" = []


def run_apart(
    make: "Maker[_Job]", job: _Job, take: Callable[[object], None], progress: Progress
) -> None:
    """Run ``make(job)`` in another process; call ``take`` here with each value it yields.

    To be called on a thread that may wait.  A frozen program has to call
    ``multiprocessing.freeze_support()`` first thing.

    Raises:
        Cancelled: the reader stopped it; the process was ended.
        ReaderError: what ``make`` or ``take`` raised.
        LibraryError: the process died.
    """
    from multiprocessing import get_context  # not on the way to the first paint

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    with _STARTING:
        process.start()
        _AT_WORK.append(process)
    theirs.close()
    try:
        with suppress(OSError):  # it died while it started: heard below
            ours.send((make, job))
        _watch(ours, take, progress)
    finally:
        process.join(0.2)
        if process.is_alive():
            process.terminate()
            process.join()
        process.close()
        ours.close()
        with _STARTING:
            _AT_WORK.remove(process)
            if not _AT_WORK:
                _end_tracker()


def _end_tracker() -> None:
    """End the process that watches over semaphores and shared memory.

    WORKAROUND: multiprocessing starts it with the first process and keeps it, with 6 MB, to the
    end of the program.  Ours share nothing but a pipe; the next one starts it again.
    """
    from multiprocessing import resource_tracker

    tracker = getattr(resource_tracker, "_resource_tracker", None)
    handle, pid = getattr(tracker, "_fd", None), getattr(tracker, "_pid", None)
    if tracker is None or handle is None or pid is None:
        return
    tracker._fd = tracker._pid = None  # noqa: SLF001 - it offers no other way
    with suppress(OSError):
        os.close(handle)  # what it reads has an end now
        for _ in range(20):  # 5 ms, as a rule; whoever else holds its pipe open is not waited for
            if os.waitpid(pid, os.WNOHANG)[0]:
                return
            sleep(0.01)


def _watch(ours: "Connection", take: Callable[[object], None], progress: Progress) -> None:
    share, words = 0.0, ""
    while True:
        progress.step(share, words)
        if not ours.poll(_LOOK_S):
            continue
        try:
            said = ours.recv()
        except (EOFError, OSError):
            raise LibraryError(
                "The work in the background ended before its time; what was done is kept. "
                "Try again, and close other programs if memory is short."
            ) from None
        match said:
            case ["step", float(share), str(words)]:
                pass
            case ["made", value]:
                take(value)
                ours.send("taken")
            case ["done"]:
                return
            case ["failed", ReaderError() as error]:
                raise error
            case _:
                raise LibraryError(f"The work in the background failed: {said[-1]}.")


def _work(theirs: "Connection") -> None:
    """Run in the other process; tell how far it is, what it made, and how it ended."""
    with suppress(AttributeError, OSError):
        os.nice(10)  # the window goes first, where the system knows priorities
    last = 0.0

    def tell(share: float, words: str) -> None:
        nonlocal last
        if monotonic() - last > _PAUSE_S:
            last = monotonic()
            theirs.send(["step", float(share), words])

    with suppress(BrokenPipeError, EOFError):
        make, job = theirs.recv()
        try:
            for value in make(job, Progress(tell, lambda: False)):
                theirs.send(["made", value])
                theirs.recv()
            theirs.send(["done"])
        except ReaderError as error:
            theirs.send(["failed", error])
        except Exception as error:  # noqa: BLE001 - told to the process that waits
            theirs.send(["broken", f"{type(error).__name__}: {error}"])
