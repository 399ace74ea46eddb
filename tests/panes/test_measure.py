"""Lines are as long as the pane lets them be: what stands beside the words gives way first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.model import Edition, Locus, PassageKind
from reader.panes.document import Gutter, Typography, gutter_of
from reader.panes.reading_pane import ReadingPane
from reader.qt.look import Look
from reader.qt.settings import Settings
from tests.panes.desk_library import edition_of, make_edition


def letters_a_line(pane: ReadingPane) -> float:
    """Return the mean of the letters on full lines of prose."""
    view, edition = pane.view, pane.edition
    assert edition is not None
    counts = []
    for row in view.rows:
        if edition.passages[row].kind is PassageKind.BODY:
            view.top_of(row)
            block = view.lines.block(row)
            layout, text = block.layout(), block.text()
            for number in range(layout.lineCount() - 1):
                line = layout.lineAt(number)
                words = text[line.textStart() : line.textStart() + line.textLength()]
                counts.append(len(words.rstrip()))
    return sum(counts) / len(counts)


@pytest.fixture
def pane(qtbot: QtBot, settings: Settings) -> ReadingPane:
    made = ReadingPane(Look(settings, settings))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("width", "least"),
    [
        pytest.param(479, 53, id="three panes of 1440"),
        pytest.param(511, 57, id="two of 1024"),
        pytest.param(639, 62, id="two of 1280"),
        pytest.param(719, 62, id="two of 1440"),
        pytest.param(1440, 62, id="one of 1440"),
    ],
)
def test_prose_has_as_many_letters_on_a_line_as_the_pane_has_room_for(
    pane: ReadingPane, width: int, least: float
) -> None:
    pane.resize(width, 700)
    pane.set_edition(make_edition("essay", passages=30))
    assert least <= letters_a_line(pane) <= 75


def test_without_notes_the_words_have_the_room_of_their_signs(program: Program) -> None:
    program.window.resize(1440, 800)
    pane = program.desk.area.active
    bare = pane.view.width()
    QTest.keyClick(pane.view, Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "A note")
    assert pane.margin.compact
    assert pane.margin.width() == 16
    assert pane.view.width() == bare - 16


def numbered(last: int, label: str) -> Edition:
    """Make a text whose last paragraph and footnote have these numbers."""
    made = edition_of(
        "n",
        [(PassageKind.BODY, "One paragraph.", 0, ""), (PassageKind.FOOTNOTE, "See.", 0, label)],
        "T",
        "A",
    )
    body, note = made.passages
    return replace(made, passages=(replace(body, locus=Locus("¶", last)), note), inline=())


def test_in_a_narrow_pane_numbers_have_the_room_they_need(settings: Settings) -> None:
    assert [gutter_of(numbered(last, "1")).digits for last in (7, 99, 100, 12345)] == [2, 2, 3, 5]
    assert gutter_of(numbered(7, "123")).digits == 3
    assert gutter_of(numbered(7, "a sign much too long")).digits == 4
    look = Look(settings)
    for count in (2, 3, 5):
        kind = Typography(look, tight=True, gutter=Gutter(count))
        widest = QFontMetricsF(kind.number_font).horizontalAdvance("8" * count)
        assert kind.left_px - kind.aside_px - widest >= 2
    settings.change(settings.reading, numbers=False)
    assert Typography(look, tight=True).left_px < kind.left_px / 2


def test_another_text_in_the_pane_has_room_for_its_own_numbers(pane: ReadingPane) -> None:
    pane.resize(420, 600)
    pane.set_edition(numbered(12, "1"))
    few = pane.view.typography.left_px
    pane.set_edition(replace(numbered(1234, "1"), id="m"))
    assert pane.view.typography.left_px > few
    assert pane.view.document().rootFrame().frameFormat().leftMargin() == pytest.approx(
        pane.view.typography.left_px
    )
