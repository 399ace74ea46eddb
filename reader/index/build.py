"""The whole index built in another process, so that no frame of the window waits for it.

Documents go there a few at a time: packing a whole work at once would hold the interpreter longer
than a frame of the window lasts.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

from reader.index.schema import pack, unpack
from reader.index.values import Document
from reader.index.writing import Text, write_all
from reader.model import LibraryError, Progress

#: Documents sent in one go: about 0.3 ms.
_AT_ONCE = 64
#: Seconds between two words about progress.
_PAUSE = 0.2


def build(folder: Path, texts: Iterable[Text], progress: Progress) -> None:
    """Write a new index into the empty ``folder``, in another process.

    Where this is another process already, beside the window's, it is written here.

    Raises:
        LibraryError: it could not be written, with the reason.
        OSError: likewise.
        Cancelled: the reader stopped it; the process is gone.
    """
    if current_process().daemon:  # it ends with the program, and may start no others
        write_all(folder, texts, progress)
        return
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(str(folder), theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        _send(ours, texts, progress)
        _wait(ours, process, progress)
    except (EOFError, OSError) as error:
        raise LibraryError(
            "The search index could not be built: its process ended early. "
            "Search goes on without it, slower; the next start tries again."
        ) from error
    finally:
        if process.is_alive():
            process.terminate()
        process.join()
        process.close()
        ours.close()


def _send(there: Connection, texts: Iterable[Text], progress: Progress) -> None:
    for work, stamp, documents in texts:
        progress.step(0.0, "Reading the texts for the search")
        there.send((work, stamp, len(documents)))
        for row in range(0, len(documents), _AT_ONCE):
            there.send([pack(document) for document in documents[row : row + _AT_ONCE]])
    there.send(None)


def _wait(there: Connection, process: Any, progress: Progress) -> None:
    """Hear what the other process says until it is done."""
    share, words = 0.0, "Writing the index"
    while True:
        progress.step(share, words)
        if there.poll(_PAUSE):
            answer = there.recv()
            if answer is None:
                return
            if isinstance(answer, str):
                raise LibraryError(answer)
            share, words = answer
        elif not process.is_alive():
            raise EOFError


def _work(folder: str, there: Connection) -> None:
    """What the other process does."""
    with suppress(OSError, AttributeError):
        os.nice(5)
    Thread(target=_end_with_parent, daemon=True).start()
    last = 0.0

    def tell(share: float, words: str) -> None:
        nonlocal last
        if monotonic() - last > _PAUSE:
            last = monotonic()
            there.send((share, words))

    try:
        write_all(Path(folder), _received(there), Progress(tell, lambda: False))
    except OSError as error:
        there.send(unwritten(error))
    else:
        there.send(None)


def _end_with_parent() -> None:
    """End at once when the program is gone, however it ended: nobody would use the index."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _received(there: Connection) -> Iterator[Text]:
    while (text := there.recv()) is not None:
        work, stamp, size = text
        documents: list[Document] = []
        while len(documents) < size:
            documents += map(unpack, there.recv())
        yield work, stamp, documents


def unwritten(error: OSError) -> str:
    """Return the sentence for an index that cannot be written."""
    reason = error.strerror or str(error) or type(error).__name__
    return (
        f"The search index could not be written ({reason}). Texts and notes are safe and search "
        "goes on without it; make room on the disk and it will be built again."
    )
