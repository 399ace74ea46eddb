"""Adding texts in the window, with a real library."""

from pathlib import Path

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
