"""A right click in a text offers what can be done with the words there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import Span
from reader.panes.reading_pane import ReadingPane


@pytest.fixture
def pane(program: Program, qtbot: QtBot) -> Iterator[ReadingPane]:
    """The second pane, which is not the one being read."""
    pane = program.desk.area.panes[1]
    pane.grab()
    yield pane
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def asked(pane: ReadingPane, where: QPoint) -> list[str]:
    """Ask for the menu at a point and return the keys of what it offers."""
    page = pane.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, page.mapToGlobal(where))
    QApplication.sendEvent(page, event)
    menu = QApplication.activePopupWidget()
    if menu is None:
        return []
    assert isinstance(menu, QMenu)
    return [str(one.data()) for one in menu.actions() if not one.isSeparator()]


def point_of(pane: ReadingPane, offset: int) -> QPoint:
    edition, view = pane.edition, pane.view
    assert edition is not None
    row = edition.row_at(offset)
    inside = offset - edition.passages[row].span.start
    (rect,) = view.rects_of(row, inside, inside + 1)
    return rect.translated(0, -view.scroll_px()).center().toPoint()


def test_the_commands_mean_the_place_of_the_click(program: Program, pane: ReadingPane) -> None:
    assert pane.edition is not None
    start = pane.edition.passages[2].span.start + 30
    offered = asked(pane, point_of(pane, start))
    assert program.desk.area.active is pane
    assert pane.selection() == Span(start, start)
    assert "annotate.highlight" in offered
    assert "edit.copy" not in offered, "nothing is selected"


def test_a_click_in_the_selection_keeps_it(program: Program, pane: ReadingPane) -> None:
    assert pane.edition is not None
    start = pane.edition.passages[2].span.start
    pane.view.select(Span(start + 10, start + 50))
    offered = asked(pane, point_of(pane, start + 20))
    assert pane.selection() == Span(start + 10, start + 50)
    assert "edit.copy" in offered
    program.desk.actions["edit.copy"].trigger()
    words = pane.selection().of(pane.edition.text)
    assert QApplication.clipboard().text() == words


def test_a_pane_without_a_text_offers_nothing(pane: ReadingPane) -> None:
    pane.set_edition(None)
    assert not asked(pane, QPoint(40, 40))
