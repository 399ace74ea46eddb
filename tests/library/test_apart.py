"""Work in another process leaves nothing behind."""

import os
import sys
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from reader.library.apart import run_apart
from reader.model import NO_PROGRESS, Progress


def _count(most: int, _progress: Progress) -> Iterator[object]:
    yield from range(most)


def _children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_no_process_is_left_when_the_work_is_done() -> None:
    tracker = resource_tracker._resource_tracker
    for _ in range(2):  # and it can begin again
        taken: list[object] = []
        run_apart(_count, 3, taken.append, NO_PROGRESS)
        assert taken == [0, 1, 2]
        assert tracker._fd is None
    watchers = [Path(f"/proc/{one}/cmdline").read_bytes() for one in _children()]
    assert not any(b"resource_tracker" in one for one in watchers)
