"""Where a link leads: within the library, to a cited text, or out of the program."""

from PySide6.QtCore import QCoreApplication, QObject

from reader.library import is_citation, is_compiled
from reader.model import ReaderError
from reader.panes.desk import Desk
from reader.panes.reading_pane import ReadingPane
from reader.qt.sentences import translated


class Addresses(QObject):
    """Follows the links in texts and notes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.margin.link_clicked.connect(self.open)
        pane.view.link_clicked.connect(self.open)

    def open(self, address: str) -> None:
        """Follow a link inside the library; offer to open one that leads outside."""
        if address.startswith("counterpoint:"):
            self._follow(address)
            return
        if is_citation(address):
            self._follow_citation(address)
            return
        self._desk.messages.info(
            self.tr("This link leads to {address}.").format(address=address[:300]),
            self.tr("Open"),
            lambda: open_address(address, self._desk),
        )

    def _follow_citation(self, address: str) -> None:
        """Open the place that a companion names, beside it; offer to add a text that is missing."""
        try:
            place = self._desk.library.cited_place(address)
        except ReaderError as error:
            self._desk.messages.info(
                translated(error.message),
                self.tr("Add texts…"),
                lambda: self._desk.actions.do("file.add"),
            )
            return
        self._desk.area.go(place, focus=True, beside=True)

    def _follow(self, address: str) -> None:
        try:
            place, note = self._desk.library.place_at(address)
        except ReaderError as error:
            self._desk.messages.warning(error.message)
            return
        beside = is_compiled(self._desk.area.active.work)
        pane = self._desk.area.go(place, focus=True, beside=beside)
        if pane is not None and note:
            pane.margin.focus_note(note)


def open_address(address: str, desk: Desk) -> None:
    """Open an address of a note after the reader has seen it in full; refuse what is unsafe."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from reader.qt.safe_text import may_open

    if may_open(address):
        QDesktopServices.openUrl(QUrl(address))
    else:
        desk.messages.warning(
            QCoreApplication.translate("Annotating", "Only web and mail addresses can be opened.")
        )
