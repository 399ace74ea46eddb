"""The assembled window over a small library in memory, and a look at what it leaves behind."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.model import Place
from reader.qt.settings import Settings
from tests.panes.desk_library import MemoryLibrary, make_edition


@pytest.fixture
def library() -> MemoryLibrary:
    editions = [
        make_edition("first", title="On Reading Two Books", author="Ann Example"),
        make_edition("second", title="The Margin", author="Ben de Test"),
        make_edition("third", title="A Pencil", author="Cleo Sample"),
    ]
    return MemoryLibrary({one.id: one for one in editions})


@pytest.fixture
def settings(tmp_path: Path, qtbot: QtBot) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    """Give the next test an application that no window before it has dressed."""
    before = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    if qapp.styleSheet() != before[2]:
        qapp.setFont(before[0])
        qapp.setPalette(before[1])
        qapp.setStyleSheet(before[2])


@pytest.fixture
def program(qtbot: QtBot, library: MemoryLibrary, settings: Settings) -> Iterator[Program]:
    """The real window with three texts open, shown offscreen."""
    threads = threading.active_count()
    made = assemble(library, settings)  # type: ignore[arg-type]  # a real library, in memory
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place(work) for work in library.editions])
    qtbot.waitUntil(made.window.isVisible)
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.desk.area.active.focus_text()
    QApplication.processEvents()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not _windows(), "windows were left behind"
    assert QThreadPool.globalInstance().activeThreadCount() == 0, "work was left behind"
    assert threading.active_count() <= threads, "threads were left behind"


@pytest.fixture
def later(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait until a condition holds; long, since it ends a hang and measures nothing."""
    return lambda condition: qtbot.waitUntil(condition, timeout=20_000)


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def running_timers(window: QWidget) -> list[QTimer]:
    """Return the timers that still run under a window."""
    return [one for one in window.findChildren(QTimer) if one.isActive()]
