"""Printing beside: pages are laid out and sent in the background, and can be stopped.

Laying out 73,000 words takes half a second, and a large packet ten; the window goes on meanwhile.
Qt lets any thread paint on a printer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from reader.model import Cancelled, Progress
from reader.panes.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QPageLayout

#: What paints on a device, telling of itself, and returns the number of pages.
Paint = Callable[["QPagedPaintDevice", Progress], int]


class ToPrinter(QObject):
    """Asks for a printer and prints beside; goes when it has said what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._file = ""
        self._begun = Event()

    def print(self, title: str, layout: QPageLayout, paint: Paint) -> bool:
        """Print what ``paint`` paints, if the reader says where; say whether so."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(layout)
        printer.setDocName(title)
        accepted = QPrintDialog(printer, self._desk.window).exec() == QDialog.DialogCode.Accepted
        if accepted:
            self.send(printer, paint)
        else:
            self.deleteLater()
        return accepted

    def send(self, printer: QPrinter, paint: Paint) -> None:
        """Print on a printer; say how many pages went out, or that it was stopped."""
        self._file = printer.outputFileName()

        def work(progress: Progress) -> int:
            self._begun.set()
            return paint(printer, stopping(progress, printer.abort))

        self._desk.tasks.run(self.tr("Printing"), work, self._on_done, self._on_failed)

    def _on_done(self, pages: object) -> None:
        words = self.tr("%n page(s) sent to the printer.", "", int(str(pages)))
        self._desk.messages.info(words)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._desk.tasks.failed.emit(self.tr("Printing"), error)
        elif self._begun.is_set() and self._file:
            Path(self._file).unlink(missing_ok=True)  # pages of a file that is not whole
        elif self._begun.is_set():
            self._desk.messages.info(
                self.tr("Stopped. The printer may still print the pages it already has.")
            )
        self.deleteLater()


def stopping(progress: Progress, abort: Callable[[], object]) -> Progress:
    """Return a progress that also calls a job off when the reader stops it.

    Where the system can call one off, nothing is printed.  It must be told before the painting
    ends, which would send what there is.
    """

    def stopped() -> bool:
        if not progress.stopped():
            return False
        abort()
        return True

    return Progress(progress.tell, stopped)
