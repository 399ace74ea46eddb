"""The whole mission without a mouse: add, read, search, mark, note, follow, return, export."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import CONCEPT_TEXT, Library
from reader.model import AnnotationKind, Place, Span
from reader.panes.parts_welcome import welcome
from reader.panes.related_panel import RelatedPanel
from reader.panes.search_panel import SearchPanel
from reader.panes.shortcut_dialog import ShortcutDialog
from reader.picture import settle
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
    popup = QApplication.activePopupWidget()
    widget = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
    assert widget is not None, "nothing has the focus, so that no key does anything"
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)
    QApplication.processEvents()


def type_words(words: str) -> None:
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def seen(widget: QWidget) -> bool:
    """Whether some of a widget is not covered by others."""
    inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return not inner.visibleRegion().isEmpty()


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


class Hand:
    """A hand on the keyboard, which after every step finds the focus on something to be seen."""

    def __init__(self, program: Program, until: Until) -> None:
        self.program, self.until = program, until

    def keys(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        press(key, held)
        self.look()

    def write(self, words: str) -> None:
        """Type words."""
        type_words(words)
        self.look()

    def command(self, words: str) -> None:
        """Do a command by its name."""
        self.keys(Qt.Key.Key_P, CONTROL | SHIFT)
        self.write(words)
        self.keys(Qt.Key.Key_Return)
        settle()

    def look(self) -> None:
        """Look where the focus is."""
        if QApplication.activeModalWidget() is None and QApplication.focusWidget() is None:
            self.program.window.activateWindow()  # what a window manager does after a dialog
            settle()
        assert focused().isVisible(), focused()

    def walk_to(self, words: str) -> None:
        """Walk by Tab until the focus is at what is called so."""
        for _ in range(80):
            here = focused()
            name = here.property("text") or here.accessibleName()
            if words in str(name):
                return
            self.keys(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not come to “{words}”")

    def home(self) -> None:
        """Go back to the text."""
        self.keys(Qt.Key.Key_1, CONTROL)
        assert focused() is self.program.desk.area.active.view


def test_the_rest_of_the_window_with_keys_only(
    program: Program, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, mine = [str(path) for path in booklets(tmp_path)], tmp_path / "mine.jsonld"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    desk, window = program.desk, program.window
    area, library, settings = desk.area, desk.library, desk.settings
    hand = Hand(program, until)
    # index and links are the other walk's; every change of a text would have them made anew
    monkeypatch.setattr(library, "refresh_elsewhere", lambda _progress: None)
    hand.keys(Qt.Key.Key_O, CONTROL)
    until(lambda: len(library.own_works()) == 3)
    hand.home()

    # a mark with a tag, an answer to it, a bookmark
    hand.keys(Qt.Key.Key_J)
    hand.keys(Qt.Key.Key_H)
    hand.keys(Qt.Key.Key_T)
    hand.write("ask")
    hand.keys(Qt.Key.Key_Return)
    assert [one.annotation.tags for one in library.notes()] == [("ask",)]
    hand.home()
    hand.keys(Qt.Key.Key_A)
    hand.write("Because.")
    hand.keys(Qt.Key.Key_Return, CONTROL)
    until(lambda: len(library.notes()) == 2)
    hand.home()
    hand.keys(Qt.Key.Key_D, CONTROL)
    assert len(library.notes()) == 3

    # finds in the text, and goes on from place to place
    edition = area.active.edition
    assert edition is not None
    word = max(edition.words_of(edition.passages[3]).split(), key=len).strip(".,;:“”\"'?!()")
    hand.keys(Qt.Key.Key_F, CONTROL)
    hand.write(word)
    hand.keys(Qt.Key.Key_Return)
    hand.keys(Qt.Key.Key_Escape)
    assert focused() is area.active.view
    hand.keys(Qt.Key.Key_F3)

    # the study room: a word, the glossary, the map; a concept in a pane
    hand.command("Concordance of a word")
    hand.keys(Qt.Key.Key_Down)
    assert window.page
    hand.keys(Qt.Key.Key_Return)
    assert not window.page

    # the notes list, and from there to a note
    hand.keys(Qt.Key.Key_3, CONTROL)
    hand.keys(Qt.Key.Key_Down)
    hand.keys(Qt.Key.Key_Return)
    hand.home()

    for name in ("Glossary", "Map of the texts", "Topics across", "Curated links"):
        hand.command(name)
        assert window.page, name
        hand.keys(Qt.Key.Key_Escape)
        assert not window.page
        assert focused() is area.active.view
    hand.command("Concept in a pane")
    hand.keys(Qt.Key.Key_Return)
    until(lambda: any(pane.work.startswith(CONCEPT_TEXT) for pane in area.panes))
    hand.keys(Qt.Key.Key_W, CONTROL)

    # the other texts follow
    hand.home()
    hand.keys(Qt.Key.Key_R)
    assert desk.actions["compare.follow"].isChecked()
    hand.keys(Qt.Key.Key_R)

    # a text gets another title, goes, and comes back
    hand.command("Library")
    hand.keys(Qt.Key.Key_F2)
    hand.write("Ropes ")
    hand.keys(Qt.Key.Key_Return)
    assert any("Ropes" in one.work.title for one in library.texts())
    hand.command("Library")
    hand.keys(Qt.Key.Key_Delete)
    assert len(library.own_works()) == 2
    hand.home()
    hand.keys(Qt.Key.Key_Z, CONTROL)
    assert len(library.own_works()) == 3

    # how a text was restored; preferences; the list of keys with one that is taken
    area.go(Place(library.own_works()[0]))
    hand.command("How the text was restored")
    assert QApplication.activeModalWidget() is not None
    hand.keys(Qt.Key.Key_Escape)
    hand.keys(Qt.Key.Key_Comma, CONTROL)
    assert isinstance(focused(), QComboBox)
    before = settings.reading.font
    hand.keys(Qt.Key.Key_Down)
    assert settings.reading.font != before
    hand.walk_to("All as delivered")
    hand.keys(Qt.Key.Key_Space)
    assert settings.reading.font == before
    hand.keys(Qt.Key.Key_Space)
    assert settings.reading.font != before, "the same button takes it back"
    hand.keys(Qt.Key.Key_Space)
    hand.keys(Qt.Key.Key_Escape)
    hand.keys(Qt.Key.Key_Slash, CONTROL)
    hand.write("Highlight")
    hand.keys(Qt.Key.Key_Tab)
    hand.keys(Qt.Key.Key_Tab)
    hand.keys(Qt.Key.Key_F, CONTROL)
    (dialog,) = window.findChildren(ShortcutDialog)
    assert dialog.warning.text()
    hand.keys(Qt.Key.Key_Escape)  # to the list
    hand.keys(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert not settings.keys.changed

    # my file goes out, and what is in a file is looked at before it is taken in
    hand.command("Save my annotation file")
    until(mine.exists)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(mine)], ""))
    hand.command("Take in annotation files")
    until(lambda: QApplication.activeModalWidget() is not None)
    hand.keys(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None

    # the manual, the whole screen, only the text, another theme, a pane closed and back
    hand.home()
    hand.keys(Qt.Key.Key_F1)
    assert area.active.work == "help-manual"
    for key, held in ((Qt.Key.Key_F11, SHIFT), (Qt.Key.Key_F11, None)):
        hand.keys(key, held or Qt.KeyboardModifier.NoModifier)
        hand.keys(key, held or Qt.KeyboardModifier.NoModifier)
    assert window.menuBar().isVisible()
    count = len(area.panes)
    hand.keys(Qt.Key.Key_W, CONTROL)
    assert len(area.panes) == count - 1
    hand.keys(Qt.Key.Key_T, CONTROL | SHIFT)
    assert len(area.panes) == count

    # the text as PDF, with what stands in its margin
    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(paper), ""))
    hand.command("Export as PDF")
    until(paper.exists)
    settle()
    hand.home()


def test_the_first_hour_with_keys_only(
    program: Program, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, mine = [str(path) for path in booklets(tmp_path)], tmp_path / "mine.jsonld"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    desk, window, hand = program.desk, program.window, Hand(program, until)
    area, library = desk.area, desk.library
    monkeypatch.setattr(library, "refresh_elsewhere", lambda _progress: None)

    # the first start: three introductions, their links, and the one button of the greeting
    welcome(desk)
    settle()
    area.active.focus_text()
    assert [bool(pane.work) for pane in area.panes] == [True] * 3
    hand.walk_to("Add texts…")
    hand.keys(Qt.Key.Key_Space)
    until(lambda: len(library.own_works()) == 3)
    settle()
    hand.home()

    # topics across the texts, asked, and gone to from a cell; the room is left where it was
    hand.command("Topics across")
    word = max(library.edition(library.own_works()[0]).text.split(), key=len).strip(".,;:“”?!()")
    hand.write(word)
    hand.keys(Qt.Key.Key_Return, CONTROL)
    settle()
    hand.walk_to("Best passages, by topic and text")
    hand.keys(Qt.Key.Key_Right)
    hand.keys(Qt.Key.Key_Home)
    hand.keys(Qt.Key.Key_Escape)
    assert not window.page
    assert focused() is area.active.view

    # a line of the map opens both ends
    first, second = library.own_works()[:2]
    library.link((first, Span(0, 9)), (second, Span(0, 9)))
    hand.command("Map of the texts")
    settle()
    hand.keys(Qt.Key.Key_Down)
    hand.keys(Qt.Key.Key_Return)
    assert not window.page
    assert {first, second} <= {pane.work for pane in area.panes}

    # a note leaves in my file, is lost, and is taken in again after a look at it
    hand.home()
    hand.keys(Qt.Key.Key_N)
    hand.write("Kept in a file.")
    hand.keys(Qt.Key.Key_Return, CONTROL)
    hand.home()
    hand.command("Save my annotation file")
    until(mine.exists)

    # removed, and back at once by the button of the message
    hand.command("Library")
    hand.keys(Qt.Key.Key_Delete)
    assert len(library.own_works()) == 2
    hand.walk_to("Undo")
    hand.keys(Qt.Key.Key_Space)
    assert len(library.own_works()) == 3
    hand.home()

    # a key that is taken is told of; another is kept, and works
    hand.keys(Qt.Key.Key_Slash, CONTROL)
    hand.write("Glossary")
    (dialog,) = window.findChildren(ShortcutDialog)
    hand.walk_to("New key")
    hand.keys(Qt.Key.Key_F, CONTROL)
    assert dialog.warning.text()
    hand.keys(Qt.Key.Key_G, CONTROL | ALT | SHIFT)
    assert not dialog.warning.text()
    hand.walk_to("OK")
    hand.keys(Qt.Key.Key_Space)
    assert QApplication.activeModalWidget() is None
    hand.home()
    hand.keys(Qt.Key.Key_G, CONTROL | ALT | SHIFT)
    assert window.page
    hand.keys(Qt.Key.Key_Escape)
    assert focused() is area.active.view

    # printed, to where the dialog of the system says
    asked: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    hand.keys(Qt.Key.Key_P, CONTROL)
    assert asked
    hand.home()

    hand.command("Map of the texts")
    printed: list[object] = []
    monkeypatch.setattr("reader.panes.map_print.print_map", lambda *what: printed.append(what))
    hand.keys(Qt.Key.Key_P, CONTROL)
    assert printed, "what is seen is printed, not the text behind it"
    assert len(asked) == 1
    hand.keys(Qt.Key.Key_Escape)

    # all of it in a window as narrow as a telephone
    window.resize(520, 800)
    settle()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        hand.keys(key, CONTROL)
        settle()
        if QApplication.activePopupWidget() is None:
            assert seen(focused()), key
        hand.keys(Qt.Key.Key_Escape)
        if focused() is not area.active.view:
            hand.keys(Qt.Key.Key_Escape)  # the first one left the field
        assert focused() is area.active.view, key
        assert seen(area.active.view)
