"""Adding texts in the window, with a real library."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.library.adding import Refused
from reader.model import BadInput, Place
from reader.picture import settle
from reader.qt.messages import Level, Message
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


@pytest.mark.parametrize("own", [0, 1, 3])
def test_files_added_together_do_not_take_each_others_panes(
    own: int, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = {name: tmp_path / f"{name}.txt" for name in ("river", "hill", "sea", "lake")}
    for (name, path), words in zip(
        paths.items(), (RIVER, HILL, SEA, SEA.replace("sea", "lake")), strict=True
    ):
        path.write_text(words.replace("On the Sea", f"On the {name}"), "utf-8")
    library = Library.open(tmp_path / "library")
    lake = library.add(paths.pop("lake")).summary.work.id
    program = assemble(library, Settings(tmp_path / "settings.json"))
    try:
        program.window.resize(1300, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        area = program.desk.area
        companions = [work for work in library.works() if work.startswith("companion-")]
        area.set_count(3)
        for pane, work in zip(area.panes, [lake] * own + companions[: 3 - own], strict=True):
            area.show_in(pane, Place(work))
        area.set_active(area.panes[0])
        program.window.files_dropped.emit(list(map(str, paths.values())))
        settle()
        shown = [pane.work for pane in area.panes]
        added = [work for work in library.own_works() if work != lake]
        assert len(added) == 3
        if own:  # what is read stays
            assert shown[0] == lake
            assert len(set(shown)) == 3
            assert set(shown[1:]) < set(added)
        else:
            assert set(shown) == set(added)
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


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close()


def _told(program: Program) -> list[Message]:
    told: list[Message] = []
    program.desk.messages.said.connect(told.append)
    return told


def test_what_is_not_added_is_told_in_one_message(program: Program, tmp_path: Path) -> None:
    told = _told(program)
    files = [tmp_path / f"empty{row}.txt" for row in range(7)]
    for file in files:
        file.write_bytes(b"")
    program.texts.add(map(str, files))
    settle()
    (error,) = [one for one in told if one.level is Level.ERROR]
    assert "empty4.txt" in error.text
    assert "empty5.txt" not in error.text
    assert "2 more" in error.text


def test_a_refusal_outlives_the_next_addition(program: Program, tmp_path: Path) -> None:
    told = _told(program)
    (tmp_path / "river.txt").write_text(RIVER, "utf-8")
    empty = tmp_path / "empty.txt"
    program.texts._became.emit(Refused(empty, BadInput("It is empty.", empty.name)), False)
    program.texts.add([str(tmp_path / "river.txt")])  # while the first are not all there
    settle()
    assert [one.text for one in told if one.level is Level.ERROR] == ["It is empty. (empty.txt)"]


def test_a_folder_without_files_is_told(program: Program, tmp_path: Path) -> None:
    told = _told(program)
    (tmp_path / "bare").mkdir()
    program.texts.add([str(tmp_path / "bare")])
    assert [one.text for one in told] == ["There is no file in “bare” that can be read."]


def test_a_pasted_text_is_named_by_its_first_line(program: Program) -> None:
    QGuiApplication.clipboard().setText(SEA)
    program.desk.actions.do("file.paste")
    settle()
    (work,) = program.desk.library.own_works()
    assert program.desk.library.edition(work).work.title == "On the Sea"


def test_undoing_a_removal_shows_the_text_again_where_it_stood(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "river.txt"
    file.write_text(RIVER, "utf-8")
    program.texts.add([str(file)])
    settle()
    pane = program.desk.area.active
    place = pane.place()
    program.desk.library.remove(place.work)
    settle()
    assert pane.work == ""
    program.desk.actions.do("edit.undo")
    settle()
    assert pane.place() == place
