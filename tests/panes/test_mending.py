"""Damaged notes in the window: told of, repaired, or taken from a backup."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.app import assemble
from reader.library import Library
from reader.model import Place, Span
from reader.panes.parts_mending import MendingDialog
from reader.qt.messages import Level, Message
from reader.qt.settings import Settings


def damaged(folder: Path) -> str:
    """Make a library with one note, a backup, and no notes file."""
    library = Library.open(folder)
    work = library.works()[0]
    library.mark(work, Span(0, 20), body="Kept in a backup.")
    library._store.backup_now()
    library.close()
    for file in folder.glob("annotations.db*"):
        file.unlink()
    return work


def test_damaged_notes_are_told_of_and_repaired(tmp_path: Path, qtbot: QtBot) -> None:
    work = damaged(tmp_path / "library")
    program = assemble(
        Library.open(tmp_path / "library"), Settings(tmp_path / "s.json"), complete=False
    )
    said: list[Message] = []
    program.desk.messages.said.connect(said.append)
    program.complete()
    program.window.show()
    (warning,) = [one for one in said if one.level is Level.WARNING]
    assert "there are backups" in warning.text
    assert warning.do is not None
    warning.do()
    (dialog,) = program.window.findChildren(MendingDialog)
    assert dialog.list.count() == 1
    dialog.repair.click()
    qtbot.waitUntil(lambda: program.desk.library.damage == ())
    qtbot.waitUntil(lambda: "repaired" in said[-1].text)
    assert [one.annotation.body for one in program.desk.library.notes(work)] == [
        "Kept in a backup."
    ]
    program.desk.library.mark(work, Span(30, 40))
    program.close()


def test_a_backup_is_brought_back(tmp_path: Path, qtbot: QtBot) -> None:
    work = damaged(tmp_path / "library")
    program = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "s.json"))
    program.window.show()
    assert program.desk.actions.do("help.repair")
    (dialog,) = program.window.findChildren(MendingDialog)
    dialog.back.click()
    qtbot.waitUntil(lambda: len(program.desk.library.notes(work)) == 1)
    assert not program.desk.library.undo_label
    program.close()


def test_damage_met_when_the_notes_are_read_is_told_of(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "library"
    library = Library.open(folder)
    work = library.works()[0]
    for row in range(3):
        library.mark(work, Span(9 * row, 9 * row + 8), body=f"A thought of number {row}.")
    library.close()
    file = folder / "annotations.db"
    file.write_bytes(file.read_bytes().replace(b"of number 1", b"of nombre 1"))
    program = assemble(Library.open(folder), Settings(tmp_path / "s.json"))
    said: list[Message] = []
    program.desk.messages.said.connect(said.append)
    program.desk.area.show_in(program.desk.area.panes[0], Place(work))
    program.window.show()
    qtbot.waitUntil(lambda: bool(said))
    assert "damaged" in said[0].text
    assert said[0].do is not None
    desk = program.desk
    assert not desk.attempt(lambda: desk.library.mark(work, Span(40, 50)))
    refused = program.window.message_bar.message
    assert refused is not None
    assert "Nothing is changed before" in refused.text
    assert refused.do is not None
    refused.do()
    (dialog,) = program.window.findChildren(MendingDialog)
    dialog.repair.click()
    qtbot.waitUntil(lambda: "repaired" in getattr(program.window.message_bar.message, "text", ""))
    program.close()


def test_without_a_backup_it_is_said_that_there_is_none(tmp_path: Path, qtbot: QtBot) -> None:
    program = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "s.json"))
    program.window.show()
    program.desk.actions.do("help.repair")
    dialog = next(iter(program.window.findChildren(MendingDialog)))
    assert dialog.list.isHidden()
    told = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    assert "There is no backup yet; they are made by themselves." in told
    dialog.reject()
    program.close()
