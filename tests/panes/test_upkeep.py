"""What the window does by itself, without keeping the reader waiting."""

import threading
from collections.abc import Callable

import pytest

from reader.app import Program
from tests.panes.desk_library import MemoryLibrary


def test_all_texts_are_read_beside_the_window_before_somebody_lists_them(
    program: Program,
    library: MemoryLibrary,
    later: Callable[[Callable[[], bool]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readers: list[int] = []
    texts = library.texts

    def read() -> object:
        readers.append(threading.get_ident())
        return texts()

    monkeypatch.setattr(library, "texts", read)
    monkeypatch.setattr(library, "refresh_elsewhere", lambda _progress: None, raising=False)
    program.upkeep.refresh()
    later(lambda: program.upkeep.at_rest)
    assert readers
    assert threading.get_ident() not in readers
