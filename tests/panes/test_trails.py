"""Trails beside the texts: gathered, walked and arranged by keys and buttons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.app import Program
from reader.model import Span
from reader.panes.parts_trails import TRAILS
from reader.panes.trail_panel import TrailPanel
from tests.panes.test_studying import HILL, RIVER, real

__all__ = ["real"]  # the fixture
Wait = Callable[[Callable[[], bool]], None]


def _select(program: Program, work: str, words: str) -> None:
    pane = program.desk.area.showing(work)
    assert pane is not None
    assert pane.edition is not None
    program.desk.area.set_active(pane, focus=True)
    start = pane.edition.text.index(words)
    pane.view.select(Span(start, start + len(words)))


def _laid(program: Program) -> TrailPanel:
    for work, words in ((RIVER, "A wall"), (HILL, "has time"), (RIVER, "a promise")):
        _select(program, work, words)
        assert program.desk.actions.do("annotate.trail")
    panel = program.desk.side.panel(TRAILS)
    assert isinstance(panel, TrailPanel)
    return panel


def _quotes(panel: TrailPanel) -> list[str]:
    return [card.text for card in panel.list.cards.cards]


def test_selections_of_several_texts_become_one_trail(real: Program) -> None:
    panel = _laid(real)
    assert _quotes(panel) == ["A wall", "has time", "a promise"]
    assert len(real.desk.library.trails()) == 1


def test_walking_a_trail_moves_the_panes(real: Program) -> None:
    panel = _laid(real)
    panel.list.setFocus()
    panel.list.choose(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    pane = real.desk.area.showing(HILL)
    assert pane is not None
    assert pane.edition is not None
    assert pane.selection().of(pane.edition.text) == "has time"


def test_stations_are_moved_and_taken_out_by_keys(real: Program) -> None:
    panel = _laid(real)
    panel.list.setFocus()
    panel.list.choose(2)
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _quotes(panel) == ["A wall", "a promise", "has time"]
    assert panel.list.key() == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert _quotes(panel) == ["A wall", "has time"]
    real.desk.actions.do("edit.undo")
    real.desk.actions.do("edit.undo")
    assert _quotes(panel) == ["A wall", "has time", "a promise"]


def test_a_bridge_is_kept_when_it_is_left(real: Program, later: Wait) -> None:
    panel = _laid(real)
    panel.list.choose(1)
    panel.bridge.setFocus()
    QTest.keyClicks(panel.bridge, "And yet")
    panel.list.setFocus()
    later(lambda: real.desk.library.trails()[0].stations[1].bridge == "And yet")
    assert panel.list.cards.cards[1].footer == "And yet"


def test_a_bridge_that_is_being_written_stands_there_after_a_crash(
    real: Program, later: Wait
) -> None:
    panel = _laid(real)
    panel.list.choose(1)
    panel.bridge.setFocus()
    QTest.keyClicks(panel.bridge, "And yet")
    held = real.desk.unfinished.dump()
    assert list(held.values()) == ["And yet"]
    after = TrailPanel(real.desk.look, real.window, real.desk.unfinished)  # the power failed
    library = real.desk.library
    after.show_trails(library.trails(), {}, library.me.id)
    after.list.choose(1)
    assert after.bridge.toPlainText() == "And yet"
    after.deleteLater()
    panel.list.setFocus()
    later(lambda: not real.desk.unfinished.dump())


def test_a_new_trail_gets_the_title_that_was_written(real: Program) -> None:
    panel = _laid(real)
    panel.choice.setCurrentIndex(panel.choice.findData(""))
    panel.title.setText("On time")
    _select(real, HILL, "has time")
    panel.add.click()
    assert {one.title for one in real.desk.library.trails()} == {"Trail", "On time"}
    assert panel.trail is not None
    assert panel.trail.title == "On time"
    panel.title.setText("On weather")
    QTest.keyClick(panel.title, Qt.Key.Key_Return)
    assert "On weather" in {one.title for one in real.desk.library.trails()}


def test_without_a_selection_the_reader_is_told(real: Program) -> None:
    said: list[str] = []
    real.desk.messages.said.connect(lambda message: said.append(message.text))
    panel = real.desk.side.bring(TRAILS)
    assert isinstance(panel, TrailPanel)
    pane = real.desk.area.active
    pane.view.select(Span(0, 0))
    QApplication.processEvents()
    panel.add.click()
    assert said
    assert real.desk.library.trails() == ()


def test_a_trail_is_written_where_the_reader_says(
    real: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = _laid(real)
    out = tmp_path / "trail.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    panel.save.click()
    assert "> has time" in out.read_text("utf-8")
