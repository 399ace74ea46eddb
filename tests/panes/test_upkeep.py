"""What the window does by itself, without keeping the reader waiting."""

import threading
from collections.abc import Callable

import pytest

from reader.app import Program
from tests.panes.desk_library import MemoryLibrary


def test_concepts_and_texts_are_read_beside_the_window_before_somebody_lists_them(
    program: Program,
    library: MemoryLibrary,
    later: Callable[[Callable[[], bool]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readers: list[int] = []

    def noting(read: Callable[[], object]) -> Callable[[], object]:
        def noted() -> object:
            readers.append(threading.get_ident())
            return read()

        return noted

    monkeypatch.setattr(library, "texts", noting(library.texts))
    monkeypatch.setattr(library, "glossary", noting(library.glossary))
    monkeypatch.setattr(library, "refresh_elsewhere", lambda _progress: None, raising=False)
    program.upkeep.refresh()
    later(lambda: program.upkeep.at_rest)
    assert len(readers) == 2
    assert threading.get_ident() not in readers
