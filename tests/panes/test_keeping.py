"""What was deleted or written over can be had back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Never

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from reader.app import Program, assemble
from reader.model import LibraryError, Span
from reader.panes.asking import NoteQuestion
from reader.panes.parts_keeping import Kept
from reader.panes.unfinished import Unfinished
from reader.qt.settings import Settings
from tests.panes.desk_library import MemoryLibrary


def opened(program: Program) -> Kept:
    (dialog,) = [one for one in program.window.findChildren(Kept) if one.isVisible()]
    return dialog


def button(dialog: Kept, words: str) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox)
    return next(one for one in buttons.buttons() if one.text().replace("&", "") == words)


def test_a_deleted_note_comes_back_from_the_bin(program: Program, library: MemoryLibrary) -> None:
    note = library.mark("first", Span(40, 60), body="Do not lose me.")
    library.delete([note.id])
    program.desk.actions.do("annotate.bin")
    dialog = opened(program)
    assert "Do not lose me." in dialog.list.item(0).text()
    button(dialog, "Bring back").click()
    assert library.note(note.id).annotation.body == "Do not lose me."


def test_an_empty_bin_offers_nothing(program: Program) -> None:
    program.desk.actions.do("annotate.bin")
    dialog = opened(program)
    assert not button(dialog, "Bring back").isVisible()
    assert not button(dialog, "Throw all away for good").isVisible()
    assert not dialog.list.isVisible()
    dialog.reject()


def test_the_bin_is_emptied_after_a_warning_and_by_another_key(
    program: Program, library: MemoryLibrary
) -> None:
    note = library.mark("first", Span(40, 60), body="Once more?")
    library.delete([note.id])
    program.desk.actions.do("annotate.bin")
    dialog = opened(program)
    throw = button(dialog, "Throw all away for good")
    throw.setFocus()
    QTest.keyClick(throw, Qt.Key.Key_Space)
    assert len(library.bin()) == 1
    assert not throw.hasFocus()
    assert any("cannot be brought back" in one.text() for one in dialog.findChildren(QLabel))
    throw.setFocus()
    QTest.keyClick(throw, Qt.Key.Key_Space)
    assert not library.bin()
    assert not dialog.isVisible()


def test_an_earlier_wording_is_brought_back(program: Program, library: MemoryLibrary) -> None:
    note = library.mark("first", Span(40, 60), body="First thought.")
    library.revise(replace(note, body="Second thought."))
    program.desk.area.active.view.select(Span(45, 45))
    assert program.desk.actions.do("annotate.history")
    dialog = opened(program)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    button(dialog, "Use this wording").click()
    assert library.note(note.id).annotation.body == "First thought."


def test_without_a_note_there_is_no_history(program: Program) -> None:
    assert not program.desk.actions.may("annotate.history")


def test_a_note_on_a_text_that_cannot_be_kept_stays_in_its_dialog(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Never:
        raise LibraryError("There is no room left on the disk.")

    kept: list[str] = []
    monkeypatch.setattr(program.desk.library, "note_on_work", full, raising=False)
    assert program.desk.actions.do("annotate.work_note")
    dialog = program.window.findChild(NoteQuestion)
    assert dialog is not None
    dialog.field.setPlainText("An hour's work.")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.field.words() == "An hour's work."
    monkeypatch.setattr(program.desk.library, "note_on_work", lambda _, words: kept.append(words))
    dialog.accept()
    assert kept == ["An hour's work."]


def test_a_note_on_a_text_that_is_given_up_is_offered_again(program: Program) -> None:
    def asked() -> NoteQuestion:
        assert program.desk.actions.do("annotate.work_note")
        (dialog,) = [one for one in program.window.findChildren(NoteQuestion) if one.isVisible()]
        return dialog

    asked().field.setPlainText("Half a thought")
    asked_again = program.window.findChild(NoteQuestion)
    assert asked_again is not None
    QTest.keyClick(asked_again.field, Qt.Key.Key_Escape)
    assert not asked_again.isVisible()
    assert asked().field.words() == "Half a thought"


def test_what_is_typed_into_a_dialog_is_there_after_a_crash(
    program: Program,
    library: MemoryLibrary,
    settings: Settings,
    later: Callable[[Callable[[], bool]], None],
) -> None:
    assert program.desk.actions.do("annotate.work_note")
    dialog = program.window.findChild(NoteQuestion)
    assert dialog is not None
    dialog.field.setPlainText("Half a thought")
    later(lambda: bool(library.session().get("unfinished")))
    after = assemble(library, settings)  # type: ignore[arg-type]  # a real library, in memory
    after.restore_layout()
    after.session.restore()
    message = after.window.message_bar.message
    assert message is not None
    assert "not finished" in message.text
    assert after.desk.actions.do("annotate.work_note")
    again = after.window.findChild(NoteQuestion)
    assert again is not None
    assert again.field.words() == "Half a thought"
    again.field.setPlainText("")
    again.reject()
    assert after.desk.unfinished.dump() == {}
    after.close()
    dialog.reject()


def test_of_a_damaged_session_what_are_words_is_taken() -> None:
    unfinished = Unfinished()
    unfinished.load({"one": "kept", "two": 3, "three": " "})
    unfinished.load(["no words"])
    assert unfinished.dump() == {"one": "kept"}
