"""What is written in a note is kept exactly as it stands there, or refused with a reason."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.model import Place, Span
from reader.panes.note_editor import NoteEditor
from reader.qt.settings import Settings
from reader.qt.typed import type_words
from tests.panes.desk_library import MemoryLibrary

CONTROL = Qt.KeyboardModifier.ControlModifier


def editor() -> NoteEditor:
    found = QApplication.focusWidget()
    assert isinstance(found, NoteEditor)
    return found


def paste(words: str) -> None:
    carried = QMimeData()
    carried.setText(words)
    editor().insertFromMimeData(carried)


def commit(words: str) -> None:
    """Write as a keyboard for many letters does, which hands over words."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor(), event)


def leave() -> None:
    QTest.keyClick(editor(), Qt.Key.Key_Return, CONTROL)


def write(program: Program) -> None:
    QTest.keyClick(program.desk.area.active.view, Qt.Key.Key_N)


@pytest.fixture
def real(tmp_path: Path, made_library: Path, qtbot: QtBot) -> Iterator[Program]:
    """A window over a library on the disk, which refuses what it cannot hold."""
    shutil.copytree(made_library, tmp_path / "library")
    made = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    made.window.show()
    made.open([Place(made.desk.library.works()[0])])
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.desk.area.active.focus_text()
    yield made
    made.close()


@pytest.mark.parametrize("put", [commit, paste])
def test_half_a_character_is_refused_with_a_reason(real: Program, put: object) -> None:
    write(real)
    assert callable(put)
    put("half \ud800 of it")
    leave()
    message = real.window.message_bar.message
    assert message is not None
    assert "half a character" in message.text
    assert editor().words() == "half \ud800 of it", "what was refused is gone"
    editor().selectAll()
    put("all of it")
    leave()
    assert [one.annotation.body for one in real.desk.library.notes()] == ["all of it"]


def test_half_a_character_is_still_there_after_a_restart(real: Program) -> None:
    write(real)
    commit("half \udfff of it")
    real.session.save()
    (draft,) = real.desk.library.session()["drafts"]  # type: ignore[misc]
    assert draft["text"] == "half \udfff of it"
    editor().selectAll()
    QTest.keyClick(editor(), Qt.Key.Key_Delete)
    leave()


def test_blanks_that_do_not_break_stay(program: Program, library: MemoryLibrary) -> None:
    write(program)
    paste("«\u00a0Refus\u00a0»\u202f! 😀")
    leave()
    (placed,) = library.notes()
    assert placed.annotation.body == "«\u00a0Refus\u00a0»\u202f! 😀"


def test_a_new_line_is_the_same_with_shift(program: Program, library: MemoryLibrary) -> None:
    write(program)
    type_words("one")
    QTest.keyClick(editor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_words("two")
    leave()
    (placed,) = library.notes()
    assert placed.annotation.body == "one\ntwo"


def test_who_only_looks_changes_nothing(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = program.desk.area.active
    note = library.mark("first", Span(40, 60), body="line\r\nof\u00a0another\u2028program")
    QApplication.processEvents()
    monkeypatch.setattr(library, "revise", lambda *_: pytest.fail("nothing was written"))
    pane.margin.edit(note.id)
    leave()
    monkeypatch.undo()
    library.revise(replace(note, body="x"))
