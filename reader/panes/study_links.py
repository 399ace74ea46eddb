"""What the study room does with curated links: makes, keeps and opens them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.model import Progress, ReaderError
from reader.panes.desk import Desk

if TYPE_CHECKING:
    from reader.library.curating import CuratedEntry, CuratedLink
    from reader.panes.links_page import LinksPage


class StudyLinks(QObject):
    """Stands between the page of links and the library.

    Args:
        desk: of the window.
        open_pair: opens two places, given as work and passage, side by side.
    """

    def __init__(
        self, desk: Desk, open_pair: Callable[[tuple[str, str], tuple[str, str]], None]
    ) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._open_pair = open_pair
        self._page: LinksPage | None = None
        self._absent: dict[str, str] = {}

    def make(self, parent: QWidget) -> "LinksPage":
        """Make the page."""
        from reader.panes.links_page import LinksPage

        library = self._desk.library
        page = self._page = LinksPage(
            self._entries, library.own_link_problems, self._cite, self._desk.look, parent
        )
        page.save_wanted.connect(self._save)
        page.remove_wanted.connect(self._remove)
        page.new_wanted.connect(self._begin)
        page.pair_wanted.connect(self._open)
        page.refresh()
        return page

    def _cite(self, work: str, passage: str) -> str:
        """Return the title, and the number of the paragraph where the text is here."""
        try:
            edition = self._desk.library.edition(work)
            locus = f" {edition.passage(passage).locus}" if passage else ""
        except ReaderError:
            return self._absent.get(work, work)
        return f"{edition.work.title}{locus}"

    def _entries(self, progress: Progress) -> "Sequence[CuratedEntry]":
        """Return all links; in a worker thread."""
        self._absent = self._desk.library.titles_not_here()
        return self._desk.library.curated_entries(progress)

    def _begin(self) -> None:
        """Take the words chosen in two panes, or the passages read there, as the two ends."""
        page, library = self._page, self._desk.library
        active = self._desk.area.active
        others = [one for one in self._desk.area.panes if one is not active]
        panes = [one for one in (active, *others) if one.edition is not None]
        chosen = [one for one in panes if one.selection()]
        pair = (chosen if len(chosen) > 1 else panes)[:2]
        if page is None or len(pair) < 2:
            self._desk.messages.info(
                self.tr("Open two texts side by side and choose words in both; then link them.")
            )
            return
        places = [(one.work, one.selection() or one.place().span) for one in pair]
        try:
            page.begin(library.curated_draft(*places))
        except ReaderError as error:
            self._desk.messages.error(error)

    def _save(self, link: "CuratedLink", before: "CuratedLink | None") -> None:
        library, page = self._desk.library, self._page
        if page and self._desk.attempt(lambda: library.save_curated(link, replaces=before)):
            page.kept(link)
            self._say_undo(self.tr("The link is saved among your own."))

    def _remove(self, link: "CuratedLink") -> None:
        library, page = self._desk.library, self._page
        if page and self._desk.attempt(lambda: library.remove_curated(link)):
            page.kept(None)
            self._say_undo(self.tr("Your link was taken out."))

    def _say_undo(self, words: str) -> None:
        self._desk.messages.info(words, self.tr("Undo"), lambda: self._desk.actions.do("edit.undo"))

    def _open(self, entry: "CuratedEntry") -> None:
        link = entry.link
        self._open_pair((link.start.work, entry.start), (link.end.work, entry.end))
