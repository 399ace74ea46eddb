"""Work for another process: a busy thread beside the window makes its frames five times slower."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import reader
from reader.model import Cancelled, LibraryError, Progress

#: How often the other process is looked at, seconds.
_LOOK_S = 0.1


def run_elsewhere(words: Sequence[str], progress: Progress) -> None:
    """Run a command of this program in another process and wait for it.

    Raises:
        Cancelled: the reader stopped it; the process was ended.
        LibraryError: it failed; its last words are in the message.
    """
    import subprocess  # not on the way to the first paint

    process = subprocess.Popen(  # noqa: S603 - our own program with our own words
        [*_program(), *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(reader.__file__).parent.parent)},
        text=True,
        errors="replace",
    )
    try:
        while True:
            progress.step(0.5)
            try:
                _, said = process.communicate(timeout=_LOOK_S)
                break
            except subprocess.TimeoutExpired:
                continue
    except Cancelled:
        process.terminate()
        process.communicate()
        raise
    if process.returncode > 1:
        last = said.strip().splitlines()[-1:] or ["it ended without a word"]
        raise LibraryError(f"Bringing the search up to date failed: {last[0]}")
    progress.step(1.0)


def _program() -> list[str]:
    """Return how this program is started: frozen, or as a module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "reader"]
