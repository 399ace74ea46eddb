"""The library page: what is there, what is missing, adding by drop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from reader.model import EditionSummary, Provenance, Work
from reader.panes.library_page import LibraryPage, Shelf, dropped_files
from reader.qt import theme

SOURCE = Provenance("river.txt", "0" * 64, 10, "text")
RIVER = EditionSummary(
    "river", Work("river", "On rivers", ("Ada",), year="1901"), 1200, 9, 0.6, SOURCE
)
HELP = EditionSummary("help", Work("help", "Help", bundled=True), 300, 9, 1.0, SOURCE)
HILL = Work("hill", "On hills", ("Ben",), available="a library near you")


@pytest.fixture
def page(qtbot: QtBot) -> LibraryPage:
    made = LibraryPage(theme.load("sepia"))
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show_shelf(Shelf((RIVER, HELP), (HILL,), {"river": 3}, {"river": 7}, {"river": 0.5}))
    made.show()
    made.list.setFocus()
    return made


def test_texts_missing_works_and_bundled_ones_stand_apart(page: LibraryPage) -> None:
    cards = page.list.cards.cards
    assert [card.key for card in cards if not card.group] == [RIVER, HILL, HELP]
    river = cards[1]
    assert "1200" in river.footer
    assert "3 note" in river.footer
    assert "7 linked" in river.footer
    assert river.aside == "50%"
    assert "check the page order" in river.footer
    assert "a library near you" in cards[3].text


def test_return_reads_f2_edits_delete_removes(qtbot: QtBot, page: LibraryPage) -> None:
    page.list.choose(RIVER)
    with qtbot.waitSignal(page.open_wanted) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == ["river"]
    with qtbot.waitSignal(page.edit_wanted):
        qtbot.keyClick(page, Qt.Key.Key_F2)
    with qtbot.waitSignal(page.remove_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Delete)


def test_what_ships_with_the_program_cannot_be_removed(qtbot: QtBot, page: LibraryPage) -> None:
    page.list.choose(HELP)
    with qtbot.assertNotEmitted(page.remove_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Delete)


def test_dropped_files_and_folders_are_added(
    qtbot: QtBot, page: LibraryPage, tmp_path: Path
) -> None:
    folder = tmp_path / "pamphlets"
    folder.mkdir()
    for name in ("b.txt", "a.txt"):
        (folder / name).write_text("x")
    single = tmp_path / "c.txt"
    single.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(single))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert [path.name for path in dropped_files(event)] == ["a.txt", "b.txt", "c.txt"]
    with qtbot.waitSignal(page.files_dropped) as told:
        page.dropEvent(event)
    assert len(told.args[0]) == 3
