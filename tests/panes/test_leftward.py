"""A text that is read from right to left has its marks, hits and references where its words are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QTextLayout
from pytestqt.qtbot import QtBot

from reader.model import AnnotationKind, Colour, InlineKind, InlineSpan, PassageKind, Span
from reader.panes.inline import painted_references
from reader.panes.lines import stretches, x_of
from reader.panes.link_bars import LinkBars
from reader.panes.marks import Mark
from reader.panes.reading_pane import ReadingPane
from reader.qt import theme
from reader.qt.direction import option_for
from reader.qt.look import Look
from reader.qt.settings import Settings
from tests.panes.desk_library import edition_of

RIVER = "\u05d4\u05e0\u05d4\u05e8"
SENTENCE = (
    f"{RIVER} \u05d6\u05d5\u05e8\u05dd \u05dc\u05d0\u05d8, "
    "\u05d5\u05d4\u05e7\u05d5\u05e8\u05d0 \u05e9\u05d1 \u05d0\u05dc\u05d9\u05d5. "
)
WORDS = f"{SENTENCE * 3}The word refusal {SENTENCE * 3}".strip()


@pytest.fixture
def pane(qtbot: QtBot, settings: Settings) -> ReadingPane:
    made = ReadingPane(Look(settings, settings))
    qtbot.addWidget(made)
    made.resize(520, 500)
    made.show()
    texts = [(PassageKind.BODY, WORDS, 0, ""), (PassageKind.FOOTNOTE, RIVER, 0, "1")]
    edition = edition_of("leftward", texts, "T", "A")
    at = WORDS.index(",")
    reference = InlineSpan(InlineKind.NOTE_REFERENCE, Span(at, at), edition.passages[1].id)
    made.set_edition(replace(edition, inline=(reference,)))
    return made


def test_each_letter_of_a_mark_lies_in_what_is_painted_and_no_other(pane: ReadingPane) -> None:
    view = pane.view
    for start, end in ((0, 4), (len(SENTENCE), len(SENTENCE) + 30), (60, len(WORDS))):
        rects = view.rects_of(0, start, end)
        assert rects
        for at in range(len(WORDS)):
            (box,) = view.rects_of(0, at, at + 1) or [None]
            if box is not None and WORDS[at] != " ":
                inside = any(rect.contains(box.center()) for rect in rects)
                assert inside == (start <= at < end), WORDS[at]


def test_a_hit_is_painted_under_its_word(pane: ReadingPane) -> None:
    pane.set_hits([Span(0, len(RIVER))])
    (rect,) = pane.view.rects_of(0, 0, len(RIVER))
    image = pane.view.viewport().grab().toImage()
    colour = theme.load("light")["hit"]
    seen = rect.translated(0, -pane.view.scroll_px()).toRect()
    count = sum(
        image.pixelColor(x, y) == colour
        for x in range(seen.left(), seen.right())
        for y in range(seen.top(), seen.bottom())
    )
    assert count > seen.width() * seen.height() / 2


def test_where_the_direction_changes_one_stretch_is_several(qtbot: QtBot) -> None:
    words = f"{RIVER} and {RIVER}"
    layout = QTextLayout(words)
    layout.setTextOption(option_for(words))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(400)
    layout.endLayout()
    assert len(stretches(line, 0, len(words), mixed=True)) == 1
    pieces = stretches(line, 2, 7, mixed=True)
    assert len(pieces) == 2
    (first_left, first_right), (second_left, second_right) = pieces
    assert first_right < second_left
    assert second_right == pytest.approx(x_of(line, 2), abs=0.5)
    assert first_left < first_right


def test_the_number_of_a_note_stands_between_the_words_around_it(pane: ReadingPane) -> None:
    view, edition = pane.view, pane.edition
    assert edition is not None
    ((at, label, reference),) = painted_references(edition)[0]
    rect = view.beside.rect_of(0, at, label)
    assert rect is not None
    (before,) = view.rects_of(0, at - 1, at)
    (after,) = view.rects_of(0, at, at + 1)
    assert after.left() < rect.left()
    assert rect.right() <= before.left() + 1, "and does not lie on the word before it"
    plain = QFontMetricsF(view.typography.font)
    assert before.width() == pytest.approx(plain.horizontalAdvance(WORDS[at - 1]), abs=1)
    assert after.width() > plain.horizontalAdvance(",") + rect.width(), "room was left for it"
    centre = QPointF(rect.center())
    found = view.beside.reference_at(centre)
    assert found is not None
    assert found[0] == reference


def test_numbers_stand_where_the_lines_begin(pane: ReadingPane, settings: Settings) -> None:
    kind = pane.view.typography
    assert kind.gutter.leftward
    assert kind.right_px > 2 * kind.left_px
    image, page = pane.view.viewport().grab().toImage(), theme.load("light")["page"]
    width, top = image.width(), round(pane.view.top_of(0))

    def inked(left: float, right: float) -> bool:
        return any(
            image.pixelColor(x, y) != page
            for x in range(round(left), round(right))
            for y in range(top, top + 20)
        )

    assert inked(width - kind.right_px + kind.aside_px, width)
    assert not inked(0, kind.left_px)
    pane.set_edition(edition_of("rightward", [(PassageKind.BODY, "River. " * 40, 0, "")], "T", "A"))
    other = pane.view.typography
    assert (other.left_px, other.right_px) == pytest.approx((kind.right_px, kind.left_px))
    frame = pane.view.document().rootFrame().frameFormat()
    assert frame.leftMargin() == pytest.approx(other.left_px)


def test_bars_of_links_stand_at_that_edge(pane: ReadingPane, settings: Settings) -> None:
    look = Look(settings)
    bars = LinkBars(look)
    bars.rows = {0: True}
    pane.view.underlays.append(bars.paint)
    image, colour = pane.view.viewport().grab().toImage(), theme.load("light")["accent"]
    y = round(pane.view.top_of(0)) + 30
    found = [x for x in range(image.width()) if image.pixelColor(x, y) == colour]
    assert found
    assert min(found) > image.width() - 8


def test_the_sign_of_a_note_stands_at_the_end_and_the_bar_at_the_beginning(
    pane: ReadingPane,
) -> None:
    edition = pane.edition
    assert edition is not None
    whole = edition.passages[0].span
    note = Mark("n", Span(0, len(RIVER)), colour=Colour.BLUE, written=True)
    bar = Mark("b", whole, AnnotationKind.NOTE, Colour.PINK, written=True)
    pane.set_marks([note, bar])
    image, light = pane.view.viewport().grab().toImage(), theme.load("light")

    def columns(colour: Colour, top: int, bottom: int) -> list[int]:
        return [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y) == light.line(colour) for y in range(top, bottom))
        ]

    (word,) = pane.view.rects_of(0, 0, len(RIVER))
    sign = columns(Colour.BLUE, round(word.top()) + 1, round(word.top()) + 3)
    assert sign
    assert max(sign) < word.center().x(), "where the word ends"
    beside = columns(Colour.PINK, round(word.bottom()) + 4, round(word.bottom()) + 16)
    assert beside
    assert min(beside) > word.right(), "where the lines begin"
