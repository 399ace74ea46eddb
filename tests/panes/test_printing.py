"""On paper stands every word of the text, and every note in the margin."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.importing import read
from reader.model import (
    AnnotationKind,
    Cancelled,
    Edition,
    LibraryError,
    Progress,
    ReadOnly,
    Span,
)
from reader.panes import paper
from reader.panes.paper import Paper, PaperMark
from reader.panes.parts_printing import Printing, save_pdf

NOTE = "A **long** note on this.\n\n- one\n- two " + "and more words for the margin " * 60


def _letters(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())


@pytest.fixture
def printing(program: Program) -> Printing:
    return next(one for one in program.window.children() if isinstance(one, Printing))


def test_a_pdf_holds_every_passage_and_every_note(
    qtbot: QtBot, program: Program, printing: Printing, tmp_path: Path
) -> None:
    pane = program.desk.area.active
    edition = pane.edition
    assert edition is not None
    last = edition.passages[-1].span
    for span in (Span(0, 10), Span(last.start, last.start + 4)):
        program.desk.library.mark(pane.work, span, kind=AnnotationKind.NOTE, body=NOTE)
    out = tmp_path / "text.pdf"
    with qtbot.waitSignal(program.desk.messages.said) as said:
        printing.write_pdf(edition, out)
    assert re.search(r"\d+ page.* written", said.args[0].text)
    assert out.read_bytes().startswith(b"%PDF")
    told = _letters(read(out).text)
    for passage in edition.passages:
        for word in edition.words_of(passage).split():
            assert _letters(word) in told
    assert "Themarginiswhere".casefold() in told, "no ligature stands for letters"
    assert told.count(_letters("A long note on this.")) == 2
    assert told.count("morewords") >= 117, "but for those that a page turn parts"
    assert "**" not in read(out).text


def test_a_pdf_that_cannot_be_written_is_an_error_and_leaves_nothing(
    program: Program, tmp_path: Path
) -> None:
    edition = program.desk.area.active.edition
    assert edition is not None
    blocked = tmp_path / "file"
    blocked.write_text("x")
    sheet = Paper(edition, [], [], QFont("Literata"))
    with pytest.raises((LibraryError, ReadOnly)):
        save_pdf(sheet, "Title", blocked / "text.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_pdf_can_be_stopped_and_leaves_what_was_there(program: Program, tmp_path: Path) -> None:
    edition = program.desk.area.active.edition
    assert edition is not None
    out = tmp_path / "text.pdf"
    out.write_text("before")
    shares: list[float] = []
    stop = Progress(lambda share, _words: shares.append(share), lambda: len(shares) > 3)
    with pytest.raises(Cancelled):
        save_pdf(Paper(edition, [], [], QFont("Literata")), "Title", out, stop)
    assert out.read_text() == "before"
    assert 0 < max(shares) < 1


def test_printing_is_offered_only_where_there_is_a_text(qtbot: QtBot, program: Program) -> None:
    del qtbot
    assert program.desk.actions.may("file.print")
    program.desk.area.active.set_edition(None)
    assert not program.desk.actions.may("file.export_pdf")


def test_a_note_on_a_whole_passage_is_a_bar_beside_it_on_paper(
    qtbot: QtBot,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    printing: Printing,
    tmp_path: Path,
) -> None:
    pane = program.desk.area.active
    edition = pane.edition
    assert edition is not None
    whole, part = edition.passages[2].span, edition.passages[3].span
    for span in (whole, Span(part.start, part.start + 4)):
        program.desk.library.mark(pane.work, span, kind=AnnotationKind.NOTE, body=NOTE)
    given: list[PaperMark] = []

    class Watched(Paper):
        def __init__(self, edition: Edition, notes: object, marks: list[PaperMark], font: QFont):
            given.extend(marks)
            super().__init__(edition, notes, marks, font)  # type: ignore[arg-type]
            blocks = list(self._blocks(500))
            assert [block.bar is not None for block in blocks[2:4]] == [True, False]
            lined = [
                any(one.format.fontUnderline() for one in block.lines[0].layout.formats())
                for block in blocks[2:4]
            ]
            assert lined == [False, True]

    monkeypatch.setattr(paper, "Paper", Watched)
    printing.write_pdf(edition, tmp_path / "text.pdf")
    qtbot.waitUntil((tmp_path / "text.pdf").exists)
    assert [mark.beside for mark in given] == [True, False]
