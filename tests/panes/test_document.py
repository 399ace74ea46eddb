"""What is set is what the edition says, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from reader.model import InlineKind, PassageKind, Span
from reader.panes.document import Typography, fill, is_title
from reader.panes.extent import AROUND, WHOLE, extent, needs_move
from reader.qt.look import Look
from reader.qt.settings import Settings
from tests.panes.desk_library import edition_of, make_edition


@pytest.fixture
def typography(settings: Settings) -> Typography:
    return Typography(Look(settings))


def blocks(document: QTextDocument) -> list[str]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def test_each_passage_is_one_block_with_its_words(typography: Typography) -> None:
    edition = make_edition()
    document = QTextDocument()
    fill(document, edition, range(len(edition.passages)), typography)
    assert blocks(document) == [edition.words_of(one) for one in edition.passages]


WORDS = st.text(
    st.sampled_from("ab  .,é́\u00ad\u2028😀𝔸\u00a0\t<&漢\u202e"), min_size=1, max_size=60
)


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_any_words_are_set_unchanged_whatever_is_emphasised(
    words: list[str], data: st.DataObject
) -> None:
    settings = Settings()
    typography = Typography(Look(settings))
    edition = edition_of("w", [(PassageKind.BODY, one, 0, "") for one in words], "T", "A")
    document = QTextDocument()
    fill(document, edition, range(len(edition.passages)), typography)
    assert blocks(document) == words


def test_line_breaks_within_a_passage_do_not_make_a_block(typography: Typography) -> None:
    edition = edition_of("w", [(PassageKind.QUOTE, "one\ntwo", 0, "")], "T", "A")
    document = QTextDocument()
    fill(document, edition, range(1), typography)
    assert [one.replace("\u2028", "\n") for one in blocks(document)] == ["one\ntwo"]


def test_emphasis_is_in_italics_and_nowhere_else(typography: Typography) -> None:
    edition = make_edition()
    document = QTextDocument()
    fill(document, edition, range(len(edition.passages)), typography)
    emphasis = [one.span for one in edition.inline if one.kind is InlineKind.EMPHASIS]
    first = edition.at(emphasis[0].start)
    block = document.findBlockByNumber(edition.row_of(first.id))
    italic = set()
    for piece in block.begin():
        fragment = piece.fragment()
        if fragment.charFormat().fontItalic():
            begin = fragment.position() - block.position() + first.span.start
            italic |= {*range(begin, begin + fragment.length())}
    wanted = {at for span in emphasis for at in range(span.start, span.end)}
    assert italic == wanted & {*range(first.span.start, first.span.end)}


def test_the_title_is_known(qtbot: QtBot) -> None:
    edition = make_edition(title="On Reading")
    assert is_title(edition, 0)
    assert not is_title(edition, 1)


def test_a_short_text_is_set_as_a_whole() -> None:
    edition = make_edition(passages=20)
    assert extent(edition, 7) == range(len(edition.passages))


@given(st.integers(0, 1998))
def test_a_long_text_is_set_around_the_place(row: int) -> None:
    edition = LONG
    rows = extent(edition, row)
    assert row in rows
    assert len(rows) < len(edition.passages)
    span = Span(edition.passages[rows.start].span.start, edition.passages[rows.stop - 1].span.end)
    assert len(span) <= 2 * AROUND + 2000
    assert not needs_move(edition, rows, row, row)


LONG = make_edition("long", passages=2000)


def test_the_long_text_is_long() -> None:
    assert len(LONG.text) > 2 * WHOLE
