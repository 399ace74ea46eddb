"""The whole mission without a mouse: add, read, search, mark, note, follow, return, export."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble, settle
from reader.library import Library
from reader.model import AnnotationKind
from reader.panes.related_panel import RelatedPanel
from reader.panes.search_panel import SearchPanel
from reader.qt.settings import Settings
from tests.story.test_whole_program import booklets
from tests.watchdog import Watchdog

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Until = Callable[[Callable[[], bool]], None]


def focused() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None, "nothing has the focus, so that no key does anything"
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)
    QApplication.processEvents()


def type_words(words: str) -> None:
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


@pytest.fixture
def watchdog(record_property: Callable[[str, object], None]) -> Iterator[Watchdog]:
    """Report where the loop stalled; seen with ``pytest -rP``."""
    dog = Watchdog()
    dog.start()
    yield dog
    dog.stop()
    record_property("stalls", dog.report())
    print(f"the loop stalled over 33 ms:\n{dog.report() or '       nowhere'}")


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    made.window.resize(1440, 900)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.texts.show_start_if_empty()
    made.desk.area.active.focus_text()
    settle()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda holds: qtbot.waitUntil(holds, timeout=60_000)


def test_the_whole_mission_with_keys_only(
    program: Program, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch,
    watchdog: Watchdog,
) -> None:  # fmt: skip
    # the dialogs of the system are the system's: they hand back what a person would choose
    files, out = [str(path) for path in booklets(tmp_path)], tmp_path / "notes.md"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    area, library = program.desk.area, program.desk.library

    # adds three texts, which come to stand side by side
    press(Qt.Key.Key_O, CONTROL)
    until(lambda: len(library.own_works()) == 3)
    settle()
    works = [pane.work for pane in area.panes]
    assert set(works) == set(library.own_works())

    # reads: from pane to pane, passage by passage
    press(Qt.Key.Key_F6)
    here = area.active
    assert focused() is here.view
    before = here.place()
    for _ in range(6):
        press(Qt.Key.Key_Down, CONTROL)
    settle()
    assert here.place().span.start > before.span.start
    edition = here.edition
    assert edition is not None

    # highlights a sentence and writes in the margin
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_N)
    type_words("Is *this* so?")
    press(Qt.Key.Key_Return, CONTROL)
    notes = library.notes(here.work)
    assert {one.annotation.kind for one in notes} == {AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE}
    press(Qt.Key.Key_Escape)
    until(lambda: focused() is here.view)

    # searches everywhere and goes to what was found
    passage = next(one for one in edition.passages if len(one.span) > 200)
    word = max(edition.words_of(passage).split(), key=len).strip(".,;:“”\"'?!()")
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    search = program.desk.side.panel("search")
    assert isinstance(search, SearchPanel)
    type_words(word)
    settle()
    gone: list[object] = []
    search.chosen.connect(gone.append)
    press(Qt.Key.Key_Return)
    assert gone

    # follows a related passage to another text, and comes back
    press(Qt.Key.Key_1, CONTROL)
    at = area.active
    press(Qt.Key.Key_Down, CONTROL)
    settle()
    press(Qt.Key.Key_5, CONTROL)
    related = program.desk.side.panel("related")
    assert isinstance(related, RelatedPanel)
    # the window brings links up to date by itself, in another process
    until(lambda: program.upkeep.at_rest and not library.links_missing())
    settle()
    related.filter.threshold.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Home)
    for _ in edition.passages:  # not every passage has a counterpart
        settle()
        press(Qt.Key.Key_5, CONTROL)
        if related.current() is not None:
            break
        press(Qt.Key.Key_1, CONTROL)
        press(Qt.Key.Key_Down, CONTROL)
    one = related.current()
    assert one is not None
    assert one.work != at.work
    there = area.showing(one.work)
    assert there is not None
    left = there.place()
    press(Qt.Key.Key_Return)
    settle()
    assert there.place() != left
    area.set_active(there, focus=True)
    press(Qt.Key.Key_Left, ALT)
    assert there.place() == left

    # takes the notes away
    def all_texts() -> None:
        press(Qt.Key.Key_T, ALT)
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Return)

    QTimer.singleShot(300, all_texts)  # the dialog has a loop of its own
    press(Qt.Key.Key_E, CONTROL)
    until(out.exists)
    settle()
    assert "Is *this* so?" in out.read_text("utf-8")
