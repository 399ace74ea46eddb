"""Adding texts in the window, with a real library."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.app import assemble, settle
from reader.library import Library
from reader.qt.settings import Settings
from tests.library.conftest import HILL, RIVER

SEA = "On the Sea\n\nThe sea takes what the river brings, and gives none of it back.\n"


def test_files_added_together_come_to_stand_side_by_side(tmp_path: Path, qtbot: QtBot) -> None:
    files = []
    for name, words in (("river", RIVER), ("hill", HILL), ("sea", SEA)):
        path = tmp_path / f"{name}.txt"
        path.write_text(words, "utf-8")
        files.append(str(path))
    program = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    try:
        program.window.resize(1300, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        program.window.files_dropped.emit(files)
        settle()
        assert {pane.work for pane in program.desk.area.panes} == set(
            program.desk.library.own_works()
        )
        assert len(program.desk.area.panes) == 3
    finally:
        program.close()


def test_a_folder_is_its_files(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pamphlets"
    folder.mkdir()
    for name, words in (("river.txt", RIVER), ("hill.txt", HILL), (".hidden", SEA)):
        (folder / name).write_text(words, "utf-8")
    program = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    try:
        program.window.show()
        qtbot.waitExposed(program.window)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        program.desk.actions.do("file.add_folder")
        settle()
        assert len(program.desk.library.own_works()) == 2
        (folder / "sea.txt").write_text(SEA, "utf-8")
        program.window.files_dropped.emit([str(folder)])
        settle()
        assert len(program.desk.library.own_works()) == 3
    finally:
        program.close()


def test_many_files_are_added_in_one_go_and_the_first_few_shown(
    tmp_path: Path, qtbot: QtBot
) -> None:
    files = []
    for row in range(5):
        path = tmp_path / f"book{row}.md"
        words = f"Place {row} of the book keeps a wall of {row} stones.\n\n"
        path.write_text(f"# Book {row}\n\n{words * 1200}", "utf-8")
        files.append(str(path))
    (tmp_path / "empty.md").write_bytes(b"")
    program = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    try:
        program.window.resize(1300, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        program.window.files_dropped.emit([*files, str(tmp_path / "empty.md")])
        library = program.desk.library
        looked_through = gc.get_freeze_count()
        qtbot.waitUntil(lambda: len(library.own_works()) == 5, timeout=60_000)
        settle()
        assert gc.get_freeze_count() > looked_through, "they are not looked through any more"
        shown = {pane.work for pane in program.desk.area.panes}
        assert {library.edition(work).work.title for work in shown} == {
            "Book 0",
            "Book 1",
            "Book 2",
        }
        qtbot.waitUntil(lambda: program.upkeep.at_rest, timeout=60_000)
        assert library.links_missing() == 0
    finally:
        program.close()
