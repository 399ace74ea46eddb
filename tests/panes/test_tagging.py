"""Tags are asked for with those in use offered, each in turn."""

from typing import Never

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import BadInput, Span
from reader.panes.notes_panel import NotesPanel
from reader.panes.tagging import ask_tags
from tests.panes.desk_library import MemoryLibrary


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def asked(
    qtbot: QtBot, parent: QWidget, told: list[tuple[str, ...]]
) -> tuple[QInputDialog, QLineEdit]:
    in_use = ["refusal", "rent", "work"]
    dialog = ask_tags(parent, "Tags", "Tags:", told.append, in_use=in_use, tags=["work"])
    field = dialog.findChild(QLineEdit)
    assert field is not None
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    return dialog, field


def test_the_tag_being_written_is_completed_and_those_before_it_stay(
    qtbot: QtBot, parent: QWidget
) -> None:
    told: list[tuple[str, ...]] = []
    dialog, field = asked(qtbot, parent, told)
    assert field.text() == "work"
    field.setCursorPosition(4)
    QTest.keyClicks(field, ", RE")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    offered = field.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == [
        "refusal",
        "rent",
    ]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "work, rent"
    QTest.keyClicks(field, ", ref, rent,,")
    dialog.accept()
    assert told == [("work", "rent", "ref")]


def test_return_answers_though_other_tags_are_offered(qtbot: QtBot, parent: QWidget) -> None:
    told: list[tuple[str, ...]] = []
    dialog, field = asked(qtbot, parent, told)
    field.selectAll()
    QTest.keyClicks(field, "re")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == [("re",)]
    assert not dialog.isVisible()


def test_going_back_tags_nothing(qtbot: QtBot, parent: QWidget) -> None:
    told: list[tuple[str, ...]] = []
    dialog, _field = asked(qtbot, parent, told)
    dialog.reject()
    assert told == []


def test_tags_that_are_refused_stay_to_be_mended(
    program: Program, library: MemoryLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Never:
        raise BadInput("It has more than 1,000 tags.")

    library.mark("first", Span(40, 60))
    program.desk.area.active.view.select(Span(45, 45))
    assert program.desk.actions.do("annotate.tag")
    dialog = program.window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("one, two")
    with monkeypatch.context() as limit:
        limit.setattr(library, "revise", refuse)
        dialog.accept()
    message = program.window.message_bar.message
    assert message is not None
    assert "1,000" in message.text
    assert dialog.isVisible()
    assert dialog.textValue() == "one, two"
    dialog.accept()
    assert not dialog.isVisible()
    (placed,) = library.notes()
    assert set(placed.annotation.tags) == {"one", "two"}


def test_several_notes_of_the_list_are_tagged_without_stopping_the_window(
    program: Program, library: MemoryLibrary, qtbot: QtBot
) -> None:
    area = program.desk.area
    edition = library.edition(area.active.work)
    for row in (2, 4):
        library.mark(area.active.work, edition.passages[row].span)
    program.desk.actions["go.notes"].trigger()
    panel = program.desk.side.findChild(NotesPanel)
    assert isinstance(panel, NotesPanel)
    qtbot.waitUntil(lambda: len(panel.shown()) == 2)
    panel.tags_wanted.emit(panel.shown())
    dialog = program.window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("both")
    dialog.accept()
    assert [one.annotation.tags for one in library.notes()] == [("both",), ("both",)]
