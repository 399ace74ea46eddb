"""Part of the window: the library page, restoration, bibliographic data."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from reader.model import (
    ByHand,
    Change,
    Edition,
    Place,
    Span,
    Touched,
    Work,
)
from reader.panes.desk import Desk
from reader.panes.parts_texts import Texts
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.panes.library_page import LibraryPage, Shelf

LIBRARY = "library"
MANUAL = "help-manual"


class Shelving(QObject):
    """Shows what is in the library, and what one can do to a whole text."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._texts = texts
        self._links: Mapping[str, int] = {}
        self._counting = Latest(self)
        self._counting.done.connect(self._on_links)
        desk.side.register(LIBRARY, self.tr("Library"), "library", self._make)
        on = desk.actions.on
        on("file.library", lambda: desk.side.bring(LIBRARY))
        on("file.restoration", self.restoration, self._has_own)
        on("help.manual", self.manual)
        desk.changes.happened.connect(self._on_change)
        desk.look.changed.connect(self._dress)

    def _make(self, parent: QWidget) -> "LibraryPage":
        from reader.panes.library_page import LibraryPage
        from reader.panes.parts_dragging import WorkSource

        page = LibraryPage(self._desk.look.theme, parent)
        WorkSource(page.list.viewport(), page.work_at)
        page.open_wanted.connect(self.open)
        page.add_wanted.connect(self._texts.ask_files)
        page.paste_wanted.connect(self._texts.paste)
        page.files_dropped.connect(self._on_dropped)
        page.remove_wanted.connect(self.remove)
        page.edit_wanted.connect(self.edit)
        page.restoration_wanted.connect(self.restore_view)
        page.where_wanted.connect(self._on_where)
        page.left.connect(self._on_left)
        page.show_shelf(self._shelf())
        self._count_links()
        return page

    def _count_links(self) -> None:
        """Count the linked passages in the background; the page is there meanwhile."""
        self._counting.run(self._desk.library.linked_passages)

    def _on_links(self, links: Mapping[str, int]) -> None:
        self._links = links
        if self._desk.side.is_made(LIBRARY):
            self._page().show_shelf(self._shelf())

    def _page(self) -> "LibraryPage":
        from reader.panes.library_page import LibraryPage

        page = self._desk.side.panel(LIBRARY)
        assert isinstance(page, LibraryPage)  # noqa: S101 - made above
        return page

    def _shelf(self) -> "Shelf":
        from reader.panes.library_page import Shelf

        library = self._desk.library
        notes = Counter(work for placed in library.notes() for work in placed.annotation.works)
        read = {pane.work: pane.share_read() for pane in self._desk.area.panes if pane.work}
        return Shelf(library.texts(), library.missing(), notes, self._links, read)

    # a whole text --------------------------------------------------------------

    def open(self, work: str) -> None:
        """Open a work beside what is open."""
        self._desk.area.go(Place(work), focus=True, beside=True)

    def manual(self) -> None:
        """Open the manual, a text like any other, in the language of the window."""
        ours = f"{MANUAL}-{QLocale().name()[:2]}"
        self.open(ours if ours in self._desk.library.works() else MANUAL)

    def remove(self, work: str) -> None:
        """Take a text out of the library; undo brings it back."""
        title = self._desk.library.edition(work).work.title
        if self._desk.attempt(lambda: self._desk.library.remove(work)):
            self._desk.messages.info(
                self.tr("“{0}” was removed; its notes are kept.").format(title),
                self.tr("Undo"),
                lambda: self._desk.actions.do("edit.undo"),
            )

    def edit(self, work: str) -> None:
        """Edit title, authors and the like."""
        from reader.panes.work_dialog import WorkDialog

        dialog = WorkDialog(self._desk.library.edition(work).work, self._desk.window)

        def describe() -> None:
            self._desk.attempt(lambda: self._desk.library.describe(dialog.work()))

        dialog.accepted.connect(describe)
        dialog.open()

    def _on_dropped(self, files: list[Path]) -> None:
        self._texts.add(map(str, files))

    def _on_left(self) -> None:
        self._desk.area.active.focus_text()

    def _on_where(self, work: Work) -> None:
        words = work.available or self.tr("Add your own copy of it.")
        self._desk.messages.info(f"{work.cited}. {words}")

    # restoration ---------------------------------------------------------------

    def _has_own(self) -> bool:
        edition = self._desk.area.active.edition
        return edition is not None and not edition.work.bundled

    def restoration(self) -> None:
        """Show how the text being read was restored."""
        self.restore_view(self._desk.area.active.work)

    def restore_view(self, work: str) -> None:
        """Show how a text was restored; its source is read in the background."""
        library = self._desk.library
        self._desk.tasks.run(
            self.tr("Reading the source"),
            lambda _: (library.with_repairs(work), library.source(work)),
            self._on_source,
        )

    def _on_source(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        edition, source = found
        from reader.panes.restoration_view import RestorationView

        view = RestorationView(edition, source, self._desk.look.theme, self._desk.window)
        view.rebuild_wanted.connect(self._rebuilder(edition))
        view.show_wanted.connect(self._shower(edition))
        unfinished, about = self._desk.unfinished, _held_under(edition)
        view.take_up(unfinished.words(about))
        view.changed.connect(lambda: unfinished.hold(about, view.held()))
        view.rejected.connect(lambda: unfinished.hold(about, ""))
        view.open()

    def _rebuilder(self, edition: Edition) -> Callable[..., None]:
        work = edition.work.id

        def done(built: object) -> None:
            self._desk.unfinished.hold(_held_under(edition), "")
            self._on_rebuilt(built)

        def rebuild(wanted: ByHand) -> None:
            self._desk.tasks.run(
                self.tr("Building the text again"),
                lambda progress: self._desk.library.rebuild(work, wanted, progress),
                done,
            )

        return rebuild

    def _on_rebuilt(self, _change: object) -> None:
        self._desk.messages.info(self.tr("The text was built again; notes kept their places."))

    def _shower(self, edition: Edition) -> Callable[[int], object]:
        work = edition.work.id
        return lambda at: self._desk.area.go(Place(work, Span(at, at)))

    # news ----------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if not self._desk.side.is_made(LIBRARY):
            return
        if change.touched & (Touched.TEXTS | Touched.MARKS):
            self._page().show_shelf(self._shelf())
        if change.touched & (Touched.TEXTS | Touched.LINKS):
            self._count_links()

    def _dress(self) -> None:
        if self._desk.side.is_made(LIBRARY):
            self._page().set_theme(self._desk.look.theme)


def _held_under(edition: Edition) -> str:
    """Return under what changes to a restoration are held: those of another text do not fit."""
    return f"restoration {edition.work.id} {edition.sha256}"


def install(desk: Desk, texts: Texts) -> Shelving:
    """Register the part."""
    return Shelving(desk, texts)
