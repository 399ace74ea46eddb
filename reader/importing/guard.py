"""Reads dangerous formats in a process of its own, with limits on time and memory.

The parsers of HTML, EPUB, PDF and DOCX can be brought to take minutes and gigabytes, or to crash,
by files made for that (``tests/importing/test_hostile.py``).  The other process gets the bytes,
answers with JSON, and is ended when it goes beyond its limits; nothing it does can take the
window or a note along.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from tempfile import TemporaryFile
from time import monotonic

from reader.importing import wire
from reader.importing.raw import RawText
from reader.model import BadInput, Progress, Provenance

#: Seconds for one file.  A book of 600 pages takes 3 to 10 on a slow laptop.
TIME_LIMIT_S = 60
#: Bytes of memory for the other process: for any file, for each of its bytes, and at most.  Books
#: take 25 MB and 5 to 10 times their size (a page of 28 MB 190, a PDF of 3 MB 67).
MEMORY, MEMORY_FOR_A_BYTE, MEMORY_LIMIT = 270_000_000, 12, 1_000_000_000
#: Seconds between two looks at whether the reader wants to stop.
_LOOK_S = 0.1
_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from reader.importing.worker import main; sys.exit(main(sys.argv[1]))"
)


def read_guarded(data: bytes, provenance: Provenance, progress: Progress) -> RawText:
    """Parse ``data`` in another process.

    Raises:
        BadInput: the file is damaged, encrypted or hostile, a library is missing, or the limits
            were reached.
        Cancelled: the reader wants to stop.
    """
    answer = _ask(data, provenance, progress)
    if "error" in answer:
        raise BadInput(str(answer["error"]), provenance.file)
    try:
        raw = wire.load(answer, provenance)
    except (KeyError, TypeError, ValueError) as error:
        raise _unreadable(provenance) from error
    return replace(raw, provenance=replace(provenance, note=str(answer.get("note", ""))))


def _ask(data: bytes, provenance: Provenance, progress: Progress) -> Mapping[str, object]:
    job = json.dumps([provenance.format, provenance.file, TIME_LIMIT_S, _memory(provenance)])
    try:
        # not through a pipe: bytes still to be written after the first look would be lost, since
        # Popen.communicate of Python 3.11 takes no input up again after a timeout
        with TemporaryFile() as file:
            file.write(data)
            file.seek(0)
            child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                _command(job), stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
    except OSError as error:
        raise BadInput(
            f"“{provenance.file}” could not be read: no further process can be started "
            f"({error.strerror}). Close other programs and try again.",
            provenance.file,
        ) from error
    try:
        out = _talk(child, provenance, progress)
    finally:
        _end(child)
    try:
        answer = json.loads(out)
    except (ValueError, RecursionError) as error:
        raise _unreadable(provenance) from error
    if not isinstance(answer, dict):
        raise _unreadable(provenance)
    return answer


def _memory(provenance: Provenance) -> int:
    """Return how many bytes of memory reading a file may take."""
    return min(MEMORY_LIMIT, MEMORY + MEMORY_FOR_A_BYTE * provenance.size)


def _command(job: str) -> list[str]:
    if getattr(sys, "frozen", False):  # a bundle has no interpreter but itself
        return [sys.executable, "--read-file", job]
    return [sys.executable, "-I", "-c", _START, job, *sys.path]


def _talk(child: "subprocess.Popen[bytes]", provenance: Provenance, progress: Progress) -> bytes:
    began = monotonic()
    while True:
        # the share is not known; it creeps up so that the reader sees that something happens
        waited = monotonic() - began
        progress.step(0.1 * waited / (waited + 5), "reading the file")
        if waited > TIME_LIMIT_S + 5:
            raise _unreadable(provenance)
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=_LOOK_S)[0]


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.kill()
        child.wait()
    if child.stdout:
        child.stdout.close()


def _unreadable(provenance: Provenance) -> BadInput:
    """The sentence for a process that was ended or crashed."""
    return BadInput(
        f"“{provenance.file}” cannot be read within {TIME_LIMIT_S} seconds and "
        f"{_memory(provenance) // 1_000_000} MB; it is damaged, or made to harm. Get another copy, "
        "or convert it to plain text with another program.",
        provenance.file,
    )
