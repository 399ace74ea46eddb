"""A text is dragged from the library or another pane into a pane."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.panes.library_page import LibraryPage
from reader.panes.parts_dragging import carried


def drop(program: Program, work: str, pane: int, across: float) -> None:
    area = program.desk.area
    target = area.panes[pane]
    point = target.mapTo(area, QPoint(round(target.width() * across), 100))
    data = carried(work)
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    comes = QDragEnterEvent(point, *how)
    QApplication.sendEvent(target.view.viewport(), comes)
    assert comes.isAccepted(), "over a text, too"
    QApplication.sendEvent(area, QDropEvent(QPointF(point), *how))


def shown(program: Program) -> list[str]:
    return [pane.work for pane in program.desk.area.panes]


def test_a_text_dropped_on_a_pane_is_shown_there_also_twice(program: Program) -> None:
    drop(program, "first", 2, 0.4)
    assert shown(program) == ["first", "second", "first"]


def test_a_text_dropped_at_the_edge_of_a_pane_comes_beside_it(program: Program) -> None:
    drop(program, "third", 0, 0.9)
    assert shown(program) == ["first", "third", "second", "third"]
    drop(program, "second", 0, 0.9)
    assert shown(program) == ["second", "third", "second", "third"], "there are four at most"


def test_a_text_that_is_gone_changes_nothing(program: Program) -> None:
    drop(program, "gone", 1, 0.4)
    assert shown(program) == ["first", "second", "third"]
    assert program.window.message_bar.message is not None


def _dragged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    works: list[str] = []

    def take(drag: QDrag, _action: Qt.DropAction) -> None:
        works.append(drag.mimeData().data(drag.mimeData().formats()[0]).data().decode())

    monkeypatch.setattr(QDrag, "exec", take)
    return works


def test_a_pane_and_the_library_give_their_texts(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = _dragged(monkeypatch)
    title = program.desk.area.panes[1].header.title
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(title, left, pos=QPoint(20, 8))
    QTest.mouseMove(title, QPoint(60, 20))
    qtbot.waitUntil(lambda: works == ["second"])
    assert not title.isDown()
    page = program.desk.side.bring("library")
    assert isinstance(page, LibraryPage)
    QApplication.processEvents()
    page.list.choose("no such text")
    rows = [row for row, card in enumerate(page.list.cards.cards) if not card.group]
    index = page.list.cards.index(rows[0], 0)
    at = page.list.visualRect(index).center()
    card = page.list.cards.cards[rows[0]]
    QTest.mousePress(page.list.viewport(), left, pos=at)
    QTest.mouseMove(page.list.viewport(), at + QPoint(40, 0))
    qtbot.waitUntil(lambda: len(works) == 2)
    assert works[1] == card.key.work.id  # type: ignore[attr-defined]
