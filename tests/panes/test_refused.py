"""What cannot be kept just now, on a full disk say, stays with the reader until it can."""

from pathlib import Path
from typing import Never

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.app import Program
from reader.model import LibraryError, Place, Span
from reader.panes.note_editor import NoteEditor
from reader.panes.reading_pane import ReadingPane
from tests.panes.desk_library import MemoryLibrary

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def full(*_: object, **__: object) -> Never:
    raise LibraryError("There is no room left on the disk.")


@pytest.fixture
def pane(program: Program) -> ReadingPane:
    program.desk.area.set_count(1)
    QApplication.processEvents()
    return program.desk.area.active


@pytest.fixture
def note(pane: ReadingPane, library: MemoryLibrary) -> str:
    start = library.edition("first").passages[2].span.start
    made = library.mark("first", Span(start, start + 12), body="Old.").id
    QApplication.processEvents()
    pane.margin.focus_note(made)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), " New.")
    return made


def said(program: Program) -> str:
    message = program.window.message_bar.message
    return message.text if message is not None else ""


def test_changed_words_stay_in_the_editor_until_they_can_be_kept(
    program: Program, note: str, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(library, "revise", full)
        press(Qt.Key.Key_Return, CONTROL)
        assert "no room" in said(program)
        editor = QApplication.focusWidget()
        assert isinstance(editor, NoteEditor)
        assert editor.toPlainText() == "Old. New."
    press(Qt.Key.Key_Return, CONTROL)
    assert library.note(note).annotation.body == "Old. New."
    assert said(program) == "", "what is no longer true is still said"


def test_who_goes_elsewhere_meanwhile_is_not_called_back(
    pane: ReadingPane, note: str, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "revise", full)
    pane.view.setFocus()
    assert pane.view.hasFocus()
    assert [text for _, text in pane.margin.drafts().values()] == ["Old. New."]
    assert library.note(note).annotation.body == "Old."


def test_a_new_note_left_by_mouse_stays_open_and_calls_nobody_back(
    pane: ReadingPane, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "mark", full)
    press(Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Kept?")
    pane.view.setFocus()
    assert pane.view.hasFocus()
    assert [text for _, text in pane.margin.drafts().values()] == ["Kept?"]


def test_a_window_with_words_that_can_be_kept_nowhere_stays_once_and_saves_them_elsewhere(
    program: Program, note: str, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    file, saved = tmp_path / "note.md", dict[Path, str]()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(library, "save_session", full)
    monkeypatch.setattr(
        library, "save_words", lambda words, path: saved.update({path: words}), raising=False
    )
    program.window.close()
    assert program.window.isVisible()
    message = program.window.message_bar.message
    assert message is not None
    assert "no room" in message.text
    assert message.do is not None
    message.do()
    assert saved == {file: "Old. New."}
    program.window.close()
    assert not program.window.isVisible()


def test_a_window_without_words_closes_though_nothing_can_be_kept(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "save_session", full)
    program.window.close()
    assert not program.window.isVisible()


@pytest.mark.parametrize("new", [True, False])
def test_what_is_written_is_kept_where_it_belongs_when_another_text_comes(
    pane: ReadingPane, note: str, library: MemoryLibrary, new: bool
) -> None:
    if new:
        press(Qt.Key.Key_Escape)
        pane.focus_text()
        pane.view.select(Span(60, 70))
        press(Qt.Key.Key_N)
        QTest.keyClicks(QApplication.focusWidget(), "Mine.")
    pane.set_edition(library.edition("second"))
    assert pane.work == "second"
    assert not pane.margin.drafts()
    pane.focus_text()
    assert {one.annotation.body for one in library.notes("first")} == (
        {"Old. New.", "Mine."} if new else {"Old. New."}
    )
    assert not library.notes("second")


def test_a_text_stays_while_what_is_written_beside_it_cannot_be_kept(
    program: Program, pane: ReadingPane, note: str, library: MemoryLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    area = program.desk.area
    with monkeypatch.context() as disk:
        disk.setattr(library, "revise", full)
        assert not area.show_in(pane, Place("second"))
        area.open_at(1, Place("third"))
        area.set_active(area.panes[1])
        area.set_count(1)
        assert pane in area.panes
        assert pane.work == "first"
        assert [text for _, text in pane.margin.drafts().values()] == ["Old. New."]
    area.set_active(area.panes[1])
    area.set_count(1)
    assert library.note(note).annotation.body == "Old. New."
    assert pane not in area.panes


def test_what_is_written_in_a_note_that_goes_elsewhere_becomes_a_note(
    note: str, library: MemoryLibrary
) -> None:
    library.delete([note])  # a file of another computer came in
    QApplication.processEvents()
    (placed,) = library.notes("first")
    assert placed.annotation.body == "Old. New."
    assert placed.annotation.id != note


def test_a_note_that_the_reader_deletes_while_changing_it_goes_with_its_last_words(
    program: Program, pane: ReadingPane, note: str, library: MemoryLibrary
) -> None:
    span = library.note(note).span
    assert span is not None
    pane.view.select(span)
    assert program.desk.actions.do("annotate.delete")  # by the menu: the editor has the focus
    assert not library.notes("first")
    assert "Old. New." in {one.body for one in library.bin()}
    assert not pane.margin.drafts()


def test_of_remarks_behind_an_error_only_the_newest_is_told(program: Program) -> None:
    messages, bar = program.desk.messages, program.window.message_bar
    messages.error("It stays.")
    messages.info("First.")
    messages.warning("Mind this.")
    messages.info("Second.")
    messages.worked.emit()
    told = []
    while bar.message is not None:
        told.append(bar.message.text)
        bar._close.click()
    assert told == ["It stays.", "Mind this.", "Second."]
