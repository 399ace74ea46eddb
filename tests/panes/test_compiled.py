"""Notes and concepts as texts in a pane: opened by keys, kept up to date, leading to the places."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import CONCEPT_TEXT, NOTES_TEXT, Concept, Library
from reader.model import AnnotationKind, InlineKind, Place, Span
from reader.panes.palette import Palette
from reader.panes.reading_pane import ReadingPane
from reader.qt.settings import Settings

RIVER, HILL = "stream-rivers", "stone-hills"
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def real(tmp_path: Path, made_library: Path, qtbot: QtBot) -> Iterator[Program]:
    folder = tmp_path / "library"
    shutil.copytree(made_library, folder)
    library = Library.open(folder)
    at = library.edition(RIVER).text.index("mud of the hills")
    library.mark(RIVER, Span(at, at + 3), kind=AnnotationKind.NOTE, body="A gift, first.")
    library.save_concept(Concept("wall", "wall", own=True))
    made = assemble(library, Settings(tmp_path / "settings.json"))
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place(RIVER), Place(HILL)])
    qtbot.waitUntil(made.window.isVisible)
    made.desk.area.active.focus_text()
    yield made
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0, timeout=20_000)
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _opened(program: Program, work: str, later: Wait) -> ReadingPane:
    later(lambda: program.desk.area.showing(work) is not None)
    pane = program.desk.area.showing(work)
    assert pane is not None
    return pane


def _words(pane: ReadingPane) -> str:
    return pane.edition.text if pane.edition else ""


def test_notes_open_beside_the_text_and_follow_what_is_written(real: Program, later: Wait) -> None:
    area = real.desk.area
    area.set_active(area.panes[0])
    real.desk.actions.do("go.notes_text")
    pane = _opened(real, NOTES_TEXT, later)
    assert "A gift, first." in _words(pane)
    assert area.showing(RIVER) is not None
    end = real.desk.library.edition(RIVER).passages[-1].span
    real.desk.library.mark(RIVER, end, kind=AnnotationKind.NOTE, body="A right, later.")
    later(lambda: "A right, later." in _words(pane))
    real.desk.library.undo()
    later(lambda: "A right, later." not in _words(pane))


def test_a_locus_leads_to_its_place_and_leaves_the_notes_where_they_are(
    real: Program, later: Wait
) -> None:
    real.desk.actions.do("go.notes_text")
    pane = _opened(real, NOTES_TEXT, later)
    assert pane.edition is not None
    link = next(one for one in pane.edition.inline if one.kind is InlineKind.LINK)
    real.desk.area.set_active(pane, focus=True)
    pane.view.link_clicked.emit(link.target)
    later(lambda: real.desk.area.active.work == RIVER)
    assert real.desk.area.showing(NOTES_TEXT) is pane


def test_the_concept_at_the_caret_opens(real: Program, later: Wait) -> None:
    river = real.desk.area.showing(RIVER)
    assert river is not None
    assert river.edition is not None
    real.desk.area.set_active(river, focus=True)
    at = river.edition.text.index("A wall against") + 4
    river.view.select(Span(at, at), follow=True)
    QTest.keyClick(river.view, Qt.Key.Key_Right)
    real.desk.actions.do("compare.concept_text")
    pane = _opened(real, CONCEPT_TEXT + "wall", later)
    assert pane.edition is not None
    assert pane.edition.work.title == "Wall"
    assert "against a river" in _words(pane)


def test_any_pane_can_hold_them(real: Program, later: Wait) -> None:
    real.desk.actions.do("file.quick_open")
    later(lambda: any(isinstance(one, Palette) for one in QApplication.topLevelWidgets()))
    palette = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette))
    QTest.keyClicks(palette.field, "wall")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    _opened(real, CONCEPT_TEXT + "wall", later)


def test_they_are_not_marked_and_everything_else_goes_on(real: Program, later: Wait) -> None:
    real.desk.actions.do("go.notes_text")
    pane = _opened(real, NOTES_TEXT, later)
    real.desk.area.set_active(pane, focus=True)
    assert pane.edition is not None
    pane.view.select(pane.edition.passages[-1].span, follow=True)
    before = len(real.desk.library.notes())
    for command in (
        "annotate.highlight",
        "annotate.bookmark",
        "go.related",
        "compare.follow",
        "compare.why",
        "go.next_passage",
        "go.next_section",
        "go.next_mark",
        "edit.find",
        "go.outline",
        "edit.concordance",
        "go.text",
    ):
        if real.desk.actions.may(command):
            real.desk.actions.do(command)
        QApplication.processEvents()
    assert len(real.desk.library.notes()) == before
    assert real.desk.area.showing(NOTES_TEXT) is pane


def test_they_are_there_again_after_a_restart(real: Program, later: Wait) -> None:
    real.desk.actions.do("go.notes_text")
    _opened(real, NOTES_TEXT, later)
    layout = real.desk.area.dump()
    real.desk.area.set_count(1)
    real.desk.area.load_layout(layout)
    later(lambda: real.desk.area.showing(NOTES_TEXT) is not None)


def test_no_numbers_stand_beside_what_the_next_note_would_number_anew(
    real: Program, later: Wait
) -> None:
    def beside(pane: ReadingPane) -> set[int]:
        shot = pane.view.grab().toImage()
        right = round(pane.view.typography.left_px) - 4
        return {shot.pixel(x, y) for x in range(right) for y in range(0, shot.height(), 2)}

    text = real.desk.area.showing(HILL)
    assert text is not None
    assert len(beside(text)) > 1
    real.desk.actions.do("go.notes_text")
    pane = _opened(real, NOTES_TEXT, later)
    later(lambda: "A gift, first." in _words(pane))
    assert len(beside(pane)) == 1
