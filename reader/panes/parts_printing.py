"""Part of the window: a text on paper or as PDF, with its margin notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.library.files import write_whole
from reader.model import NO_PROGRESS, Edition, Placed, Progress
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.marks import on_passages
from reader.qt import theme
from reader.qt.safe_text import SafeDocument

if TYPE_CHECKING:
    from reader.panes.paper import Paper, PaperMark, PaperNote


class Printing(QObject):
    """Prints the text being read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        on = desk.actions.on
        on("file.print", self.print, self._has_text)
        on("file.export_pdf", self.ask_pdf, self._has_text)

    def _has_text(self) -> bool:
        return self._desk.area.active.edition is not None

    def print(self) -> None:
        """Ask for a printer and print what stands in front: the map, else the text."""
        from reader.panes.paper import page_layout
        from reader.panes.to_printer import ToPrinter

        window, edition = self._desk.window, self._desk.area.active.edition
        if edition is None or (isinstance(window, MainWindow) and window.print_front()):
            return
        paper = self._paper(edition)
        ToPrinter(self._desk).print(
            edition.work.cited, page_layout(), lambda on, progress: paper().paint(on, progress)
        )

    def ask_pdf(self) -> None:
        """Ask for a name and write a PDF."""
        edition = self._desk.area.active.edition
        if edition is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("Export as PDF"), f"{edition.work.id}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.write_pdf(edition, Path(name))

    def write_pdf(self, edition: Edition, path: Path) -> None:
        """Write a text as PDF, beside; say how many pages it has."""
        paper = self._paper(edition)
        cited, messages = edition.work.cited, self._desk.messages

        def write(progress: Progress) -> int:
            return save_pdf(paper(), cited, path, progress)

        def said(pages: object) -> None:
            messages.info(self.tr("%n page(s) written.", "", int(str(pages))))

        self._desk.tasks.run(self.tr("Writing the PDF"), write, said)

    def _paper(self, edition: Edition) -> Callable[[], Paper]:
        """Return what lays out a text with marks and notes as they are now, in any thread."""
        placed = [one for one in self._desk.library.notes(edition.work.id) if one.span]
        light = theme.load("light")  # paper is white, whatever the window is
        font = self._desk.look.reading_font()

        def lay() -> Paper:
            from reader.panes.paper import Paper

            notes, marks = _on_paper(edition, placed, light)
            return Paper(edition, notes, marks, font)

        return lay


def save_pdf(paper: Paper, title: str, path: Path, progress: Progress = NO_PROGRESS) -> int:
    """Write a text as PDF; return the number of pages.

    Raises:
        LibraryError, ReadOnly: it cannot be written there; what stood there is untouched.
        Cancelled: likewise.
    """
    from reader.panes.paper import page_layout
    from reader.panes.pdf import pdf

    data, pages = pdf(title, page_layout(), lambda on: paper.paint(on, progress))
    write_whole(path, data)
    return pages


def _on_paper(
    edition: Edition, placed: Sequence[Placed], light: theme.Theme
) -> tuple[list[PaperNote], list[PaperMark]]:
    """Return the notes for the margin and the marks under the words."""
    from reader.panes.paper import PaperMark, PaperNote

    notes = [
        PaperNote(
            one.span,
            _head(one.annotation.author.name, one.annotation.modified),
            _words(one.annotation.body),
        )
        for one in placed
        if one.span and one.annotation.body.strip()
    ]
    marks = [
        PaperMark(span, light.line(mark.colour), beside=True)
        if on_passages(edition, mark.kind, mark.style, span)
        else PaperMark(span, light.fill(mark.colour))
        for mark, span in ((one.annotation, one.span) for one in placed)
        if span
    ]
    return notes, marks


def _head(name: str, modified: str) -> str:
    return f"{name}, {modified[:10]}"


def _words(markdown: str) -> str:
    """Return a note as plain text with its paragraphs."""
    document = SafeDocument()
    document.show_markdown(markdown)
    return document.toPlainText().strip()


def install(desk: Desk) -> Printing:
    """Register the part."""
    return Printing(desk)
