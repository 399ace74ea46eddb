"""The program from its start to its end, on a real library."""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.library import Library, bundled
from reader.library.shelf import Shelf
from reader.model import Edition, PassageKind, Place
from reader.panes.main_window import MainWindow
from reader.picture import screenshot
from reader.qt import languages
from reader.qt import settings as settings_module
from reader.qt.settings import Settings
from reader.start import run
from tests.panes.desk_library import edition_of

_FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
from reader.app import assemble
from reader.library import Library
from reader.qt.settings import Settings
library = Library.open(Path(sys.argv[1]))
program = assemble(library, Settings(Path(sys.argv[1]) / "settings.json"), complete=False)
program.window.show()
work = library.own_works()[0]
program.desk.area.load_layout({"panes": [{"work": work, "start": 0, "px": 0}]})
assert not program.window.grab().isNull()
print(json.dumps(sorted(sys.modules)))
library.close()
"""


#: After this the event loop of a test is ended, ms: the program would run for ever.
_LONGEST_MS = 60_000


def windows() -> list[MainWindow]:
    """Return the windows shown; those of earlier tests may still wait to be deleted."""
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, MainWindow) and one.isVisible()]


@pytest.fixture(autouse=True)
def bounded(qtbot: QtBot) -> Iterator[None]:
    """End the program when something else than the test keeps it running."""
    timer = QTimer(singleShot=True, interval=_LONGEST_MS)
    timer.timeout.connect(lambda: QApplication.exit(70))
    timer.start()
    yield
    timer.stop()
    # A wish to quit heard after the end would keep every loop of later tests from running; only
    # one more run of the application takes it back.
    QTimer.singleShot(0, lambda: QApplication.exit(0))
    QApplication.exec()
    QCoreApplication.removePostedEvents(QCoreApplication.instance(), QEvent.Type.Quit.value)


@pytest.fixture
def later(qtbot: QtBot) -> Callable[[Callable[[MainWindow], object]], None]:
    """Do something with the window once it is complete, then close it."""

    def plan(do: Callable[[MainWindow], object]) -> None:
        def go() -> None:
            (window,) = windows()
            if not window.menuBar().actions() or "file.quit" not in window._actions:
                QTimer.singleShot(30, go)
                return
            do(window)
            QTimer.singleShot(50, window.close)

        QTimer.singleShot(30, go)

    return plan


def test_it_starts_and_ends(
    tmp_path: Path, later: Callable[[Callable[[MainWindow], object]], None]
) -> None:
    seen: list[object] = []
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    try:
        later(lambda window: seen.extend([window.windowTitle(), sys.getswitchinterval()]))
        assert run(tmp_path / "library", []) == 0
    finally:
        sys.setswitchinterval(usual)
    assert seen == ["Counterpoint", pytest.approx(0.0005)], "busy threads let the window go on"
    assert (tmp_path / "library" / "session.json").exists()


def test_a_note_that_was_being_written_is_written_on_after_a_crash(
    tmp_path: Path, later: Callable[[Callable[[MainWindow], object]], None]
) -> None:
    work = "companion-tronti-refusal"
    library = Library.open(tmp_path / "library")
    library.save_session(
        {
            "window": {},
            "area": {"panes": [{"work": work, "start": 0, "px": 0}], "active": 0},
            "drafts": [
                {"pane": 0, "note": "draft", "kind": "note", "text": "half", "start": 9, "end": 20}
            ],
        }
    )
    library.close()
    seen: list[object] = []

    def look(window: MainWindow) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QTest.keyClicks(focus, " a thought")
        (pane,) = window._area.panes
        seen.extend(text for _, text in pane.margin.drafts().values())

    later(look)
    assert run(tmp_path / "library", []) == 0
    assert seen == ["half a thought"]


def test_a_change_of_the_look_does_not_wait_for_the_disk_and_is_kept(
    tmp_path: Path,
    later: Callable[[Callable[[MainWindow], object]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[int] = []
    write = settings_module.write_whole

    def watched(path: Path, data: bytes) -> None:
        threads.append(threading.get_ident())
        write(path, data)

    monkeypatch.setattr(settings_module, "write_whole", watched)

    def zoom(window: MainWindow) -> None:
        for _ in range(3):
            window._actions.do("view.larger")

    later(zoom)
    assert run(tmp_path / "library", []) == 0
    assert threads
    assert threading.get_ident() not in threads[:1]
    assert Settings().reading.size_pt > 15


def test_it_comes_back_where_it_was(
    tmp_path: Path, later: Callable[[Callable[[MainWindow], object]], None]
) -> None:
    folder, places = tmp_path / "library", []

    def read(window: MainWindow) -> None:
        pane = window._area.go(Place("help-manual"))
        assert pane is not None
        pane.step_section(1)
        places.append(pane.place())

    def look(window: MainWindow) -> None:
        pane = window._area.showing("help-manual")
        assert pane is not None
        places.append(pane.place())

    later(read)
    run(folder, [])
    later(look)
    run(folder, [])
    assert places[0].span == places[1].span


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_keeps_the_session(
    tmp_path: Path, number: signal.Signals
) -> None:
    before = signal.getsignal(number)

    def go() -> None:
        (window,) = windows()
        if signal.getsignal(number) is before:
            QTimer.singleShot(30, go)
            return
        window._area.go(Place("help-manual"))
        os.kill(os.getpid(), number)

    QTimer.singleShot(30, go)
    assert run(tmp_path / "library", []) == 0
    assert "help-manual" in (tmp_path / "library" / "session.json").read_text()
    assert signal.getsignal(number) is before


def test_at_the_first_start_the_introductions_are_made_beside_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []
    make = bundled._make

    def noted(work: str, path: Path) -> Edition:
        made.append(threading.current_thread() is threading.main_thread())
        return make(work, path)

    monkeypatch.setattr(bundled, "_make", noted)
    shown: list[str] = []

    def go() -> None:
        for window in windows():
            shown[:] = [pane.work for pane in window._area.panes if pane.work]
            if len(shown) == 3:
                window.close()
                return
        QTimer.singleShot(30, go)

    QTimer.singleShot(30, go)
    assert run(tmp_path / "library", []) == 0
    assert all(work.startswith("companion-") for work in shown)
    assert made
    assert not any(made)


_LOADED = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reader.app import assemble
from reader.start import load_parts
from reader.library import Library
from reader.qt.settings import Settings
def loaded(): return sum("reader.panes.parts_" in one for one in sys.modules)
counts = [loaded()]
while load_parts(0.0): counts.append(loaded())
counts.append(loaded())
app = QApplication([])
program = assemble(Library.open(Path(sys.argv[1])), Settings(Path(sys.argv[1]) / "settings.json"))
print(*counts, loaded())
program.close()
"""


def test_the_parts_are_loaded_one_after_another(tmp_path: Path) -> None:
    out = subprocess.run(
        [sys.executable, "-c", _LOADED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout
    *counts, complete = (int(count) for count in out.split())
    assert counts[0] == 0
    assert max(after - before for before, after in itertools.pairwise(counts)) <= 3
    assert complete == counts[-1] > 20


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    text = edition_of("own", [(PassageKind.BODY, "A few words.", 0, "")], "Own", "Nobody")
    Shelf(tmp_path / "library").save(text, b"A few words.")
    out = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(tmp_path / "library")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout
    loaded = set(json.loads(out.splitlines()[-1]))
    heavy = {"whoosh", "markdown", "numpy", "lxml", "asyncio", "urllib.request", "sqlite3"}
    later = {"tomllib", "plistlib", "reader.importing.reading"}
    assert not loaded & (heavy | later)
    assert not {one for one in loaded if one.startswith("reader.panes.parts_")}


def test_a_picture_in_an_unknown_theme_is_refused_with_the_names_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "never.png"
    assert screenshot(out, library_folder=tmp_path / "library", theme="high-contrast") == 2
    assert "light, sepia, dark, contrast" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def spoken() -> Iterator[None]:
    """Afterwards nothing is translated."""
    yield
    while languages._installed:
        QCoreApplication.removeTranslator(languages._installed.pop())


def test_a_picture_of_writing_shows_it_and_leaves_the_library_as_it_was(
    tmp_path: Path, spoken: None
) -> None:
    library = Library.open(tmp_path / "library")
    edition = library.edition("companion-tronti-refusal")
    library.mark(edition.work.id, edition.passages[1].span, body="First.")
    library.close()
    shown = []
    for words in ("", "What for?"):
        out = tmp_path / f"{len(shown)}.png"
        assert not screenshot(
            out,
            library_folder=tmp_path / "library",
            open_places=["companion-tronti-refusal@4"],
            state=f"edit.select_more,annotate.note={words}",
        )
        shown.append(out.read_bytes())
    assert shown[0] != shown[1]  # a refusal to write would look the same
    again = Library.open(tmp_path / "library")
    assert [one.annotation.body for one in again.notes()] == ["First."]
    again.close()
