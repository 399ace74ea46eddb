"""On paper stands every word of the text, and every note in the margin."""

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog
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
from reader.panes.to_printer import ToPrinter

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


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A reader who always says yes to the dialog, and a printer that is a file."""

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    return tmp_path / "printed.pdf"


def test_printing_goes_on_beside_and_says_how_many_pages(
    qtbot: QtBot, program: Program, printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    paint = Paper.paint

    def watched(self: Paper, device: QPagedPaintDevice, progress: Progress) -> int:
        threads.append(threading.get_ident())
        return paint(self, device, progress)

    monkeypatch.setattr(Paper, "paint", watched)
    with qtbot.waitSignal(program.desk.messages.said) as said:
        assert program.desk.actions.do("file.print")
        assert [one.label for one in program.desk.tasks.running] == ["Printing"]
    assert re.search(r"\d+ page.* sent to the printer", said.args[0].text)
    assert threads != [threading.get_ident()]
    edition = program.desk.area.active.edition
    assert edition is not None
    told = _letters(read(printer).text)
    assert all(_letters(one) in told for one in edition.words_of(edition.passages[-1]).split())


def test_printing_can_be_stopped_and_leaves_no_part_of_a_file(
    qtbot: QtBot, program: Program, printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, paint = threading.Event(), Paper.paint

    def slow(self: Paper, device: QPagedPaintDevice, progress: Progress) -> int:
        def stopped() -> bool:
            begun.set()
            return progress.stopped()

        while not progress.stopped():
            paint(self, device, Progress(progress.tell, stopped))
        raise Cancelled

    monkeypatch.setattr(Paper, "paint", slow)
    said: list[object] = []
    program.desk.messages.said.connect(said.append)
    program.desk.actions.do("file.print")
    assert begun.wait(10)
    (task,) = program.desk.tasks.running
    task.stop()
    qtbot.waitUntil(lambda: not program.desk.tasks.running)
    assert not printer.exists()
    assert not said


def test_who_stops_a_printer_is_told_that_pages_may_come(qtbot: QtBot, program: Program) -> None:
    calls: list[str] = []
    begun = threading.Event()

    class Device:
        def outputFileName(self) -> str:
            return ""

        def abort(self) -> bool:
            calls.append("abort")
            return False

    def paint(_device: object, progress: Progress) -> int:
        while True:
            begun.set()
            progress.step(0.5)

    with qtbot.waitSignal(program.desk.messages.said) as said:
        ToPrinter(program.desk).send(Device(), paint)  # type: ignore[arg-type]  # what is used of it
        assert begun.wait(10)
        program.desk.tasks.running[0].stop()
    assert "may still print" in said.args[0].text
    assert calls == ["abort"]


def test_a_printer_that_takes_nothing_is_told_of(
    qtbot: QtBot, program: Program, printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    with qtbot.waitSignal(program.desk.messages.said) as said:
        program.desk.actions.do("file.print")
    assert "Nothing can be printed there" in said.args[0].text


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
