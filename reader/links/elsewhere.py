"""The same computation in another process, so that the window stays quick.

A busy thread of Python makes every frame of a window five to six times slower, a process does
not.  Plain values go out and come back; the results lie in the store.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from reader.links.book import Links
from reader.links.bridges import Bridge
from reader.links.features import Glossary, equip
from reader.links.semantic import Encoder, load_encoder
from reader.model import NO_PROGRESS, Edition, LibraryError, Progress, ReaderError

#: How often the watcher looks whether the reader wants to stop, in seconds.
_LOOK_S = 0.1
#: Number of threads of the library that numpy multiplies with.
_THREADS = "OPENBLAS_NUM_THREADS"
#: So many pairs of texts take less than half a second.
_FEW = 12


@dataclass(frozen=True, slots=True)
class Task:
    """All that another process needs.

    Attributes:
        folder: ``links`` of the library.
        editions: all texts of the library.
        glossary: a value that can be pickled.
        bridges: stepping stones.
        model: folder of a sentence model, for those who have the optional extra.
    """

    folder: Path
    editions: tuple[Edition, ...]
    glossary: Glossary
    bridges: tuple[Bridge, ...]
    model: Path | None = None


def compute(task: Task, progress: Progress = NO_PROGRESS) -> int:
    """Compute here what is missing; return the number of pairs of texts made.

    Raises:
        Cancelled: the reader wants to stop; what was done is kept.
        LibraryError: the folder cannot be written to.
    """
    encoder = load_encoder(task.model) if task.model else None
    links = Links(task.folder, equip(task.glossary, task.bridges, encoder))
    try:
        return links.update(task.editions, progress)
    finally:
        links.close()


def refresh(links: Links, editions: Sequence[Edition], progress: Progress = NO_PROGRESS) -> int:
    """Compute what is missing where it disturbs least; return the number of pairs made.

    A few pairs are made here, sooner than another process would have started; many in another
    process, unless ``links`` is kept in memory.

    Raises:
        Cancelled: the reader wants to stop; what was done is kept.
        LibraryError: the folder cannot be written to, or the process died.
    """
    if links.folder is None or links.missing(editions) <= _FEW:
        return links.update(editions, progress)
    tools = links.apparatus
    model = tools.encoder.folder if isinstance(tools.encoder, Encoder) else None
    task = Task(links.folder, tuple(editions), tools.glossary, tools.bridges, model)
    return compute_elsewhere(task, progress)


def compute_elsewhere(task: Task, progress: Progress = NO_PROGRESS) -> int:
    """Compute in another process what is missing; wait for it and return the pairs made.

    To be called on a thread that may wait.  A frozen program has to call
    ``multiprocessing.freeze_support()`` first thing.

    Raises:
        Cancelled: the reader wants to stop; what was done is kept.
        LibraryError: the folder cannot be written to, or the process died.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    with _one_thread():
        process.start()
    theirs.close()
    try:
        # Not as an argument: a process that dies while it starts would leave us waiting for it
        # to read the rest.
        with suppress(OSError):
            ours.send(task)
        return _watch(ours, progress)
    finally:
        process.join(0.2)
        if process.is_alive():
            process.terminate()
            process.join()
        ours.close()


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let processes started here multiply tables on one thread.

    Ours are too small for more: on a busy machine, threads that wait for each other made a shelf
    of 143 texts take five minutes instead of one.
    """
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before


def _watch(ours: Connection, progress: Progress) -> int:
    share = 0.0
    while True:
        progress.step(share)
        if not ours.poll(_LOOK_S):
            continue
        try:
            said: Sequence[object] = ours.recv()
        except (EOFError, OSError):
            raise LibraryError(
                "The computation of related passages ended before its time; "
                "it goes on from where it was when the library is opened again."
            ) from None
        match said:
            case ["step", float(share), str(words)]:
                progress.step(share, words)
            case ["done", int(made)]:
                return made
            case ["failed", ReaderError() as error]:
                raise error
            case _:
                raise LibraryError(f"The computation of related passages failed: {said[-1]}.")


def _work(theirs: Connection) -> None:
    """Run in the other process; tell how far it is, and how it ended."""
    task: Task = theirs.recv()

    def tell(share: float, words: str) -> None:
        theirs.send(["step", float(share), words])

    with suppress(BrokenPipeError):
        try:
            _give_way()
            theirs.send(["done", compute(task, Progress(tell, lambda: False))])
        except ReaderError as error:
            theirs.send(["failed", error])
        except Exception as error:  # noqa: BLE001 - told to the process that waits
            theirs.send(["broken", f"{type(error).__name__}: {error}"])


def _give_way() -> None:
    """Let the window go first where the system knows priorities."""
    with suppress(AttributeError, OSError):
        os.nice(10)
