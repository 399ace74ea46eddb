"""Words divided at the end of a line: where, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reader.model import PassageKind, Span
from reader.panes.document import Typography, fill
from reader.panes.hyphens import (
    SOFT,
    HyphenOffsets,
    divided_at,
    divisions,
    language_of,
    with_hyphens,
)
from reader.panes.lines import Lines
from reader.qt.look import Look
from reader.qt.offsets import QtOffsets
from reader.qt.settings import Settings
from tests.panes.desk_library import make_edition


def shown(text: str, language: str) -> str:
    return with_hyphens(text, divisions(text, language)).replace(SOFT, "-")


@pytest.mark.parametrize(
    ("word", "language", "divided"),
    [
        ("hyphenation", "en", "hy-phen-ation"),
        ("organisation", "en", "or-gan-i-sa-tion"),
        ("against", "en", "against"),
        ("river", "en", "river"),
        ("organizzazione", "it", "or-ga-niz-za-zio-ne"),
        ("maschera", "it", "ma-sche-ra"),
        ("acqua", "it", "ac-qua"),
        ("inghiottire", "it", "in-ghiot-ti-re"),
        ("costruzione", "it", "co-stru-zio-ne"),
        ("Psicologia", "it", "Psi-co-lo-gia"),
    ],
)
def test_words_are_divided_by_the_rules_of_their_language(
    word: str, language: str, divided: str
) -> None:
    assert shown(word, language) == divided


@given(st.text("abcinorst àè’-\U0001f600. ", max_size=60), st.sampled_from(["en", "it"]))
def test_offsets_go_to_qt_and_back(text: str, language: str) -> None:
    before = divisions(text, language)
    offsets, set_ = HyphenOffsets(QtOffsets(text), before), with_hyphens(text, before)
    assert set_.replace(SOFT, "") == text
    units = set_.encode("utf-16-le")
    for point, letter in enumerate(text):
        position = offsets.to_qt(point)
        assert offsets.from_qt(position) == point
        rest = units[2 * position :].decode("utf-16-le").lstrip(SOFT)
        assert rest.startswith(letter)
        if point in before:
            assert offsets.from_qt(position + 1) == point, "after the hyphen is the same place"


def test_a_text_is_divided_without_its_headings_and_keeps_its_words(settings: Settings) -> None:
    edition = make_edition()
    assert language_of(edition) == "en"
    document, rows = QTextDocument(), range(len(edition.passages))
    fill(document, edition, rows, Typography(Look(settings)), "en")
    lines = Lines(edition, rows, document, "en")
    divided = 0
    for row in rows:
        passage, words = edition.passages[row], lines.block(row).text()
        plain = words.replace(SOFT, "").replace("\u2028", "\n")
        assert plain == edition.words_of(passage)
        divided += words.count(SOFT)
        if passage.kind is PassageKind.HEADING:
            assert SOFT not in words, "no word of these would fill a line"
        for offset in (passage.span.start, (passage.span.start + passage.span.end) // 2):
            assert lines.offset_at(lines.position_of(offset)) == offset
    assert divided > 20


def test_in_a_heading_only_words_that_may_fill_a_line_are_divided() -> None:
    edition = make_edition(title="Notes on internationalisation")
    row = next(
        at
        for at, one in enumerate(edition.passages)
        if "internationalisation" in edition.words_of(one)
    )
    assert edition.passages[row].kind in {PassageKind.HEADING, PassageKind.FRONT}
    words = with_hyphens(edition.words_of(edition.passages[row]), divided_at(edition, row, "en"))
    assert "in-ter-na-tion-al" in words.replace(SOFT, "-")
    assert "Notes on " in words


def test_what_is_neither_english_nor_italian_is_not_divided() -> None:
    german = make_edition(words="Der Fluss und die Berge sind nicht weit von der Stadt. " * 9)
    assert not language_of(german)
    assert not divided_at(german, 5, language_of(german))
    italian = make_edition(
        words="Il fiume non è lontano dalla città, che per la gente di qui. " * 9
    )
    assert language_of(italian) == "it"


def test_copied_words_are_as_they_stand_in_the_text(program, settings) -> None:  # type: ignore[no-untyped-def]
    settings.change(settings.reading, divide=True)
    pane = program.desk.area.active
    assert pane.edition is not None
    span = Span(pane.edition.passages[2].span.start, pane.edition.passages[2].span.end)
    pane.view.select(span)
    assert SOFT in pane.view.textCursor().selectedText()
    assert pane.view.selection() == span
    assert pane.view.createMimeDataFromSelection().text() == span.of(pane.edition.text)
