"""Part of the window: opening and adding texts, the first page, the palette."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.library import NOTES_TEXT, is_compiled
from reader.model import Cancelled, Change, Place, Progress, ReaderError, Touched
from reader.panes.desk import Desk
from reader.panes.folders import files_of
from reader.panes.main_window import MainWindow
from reader.panes.reading_pane import ReadingPane
from reader.qt.messages import sentence
from reader.qt.sentences import translated

if TYPE_CHECKING:
    from reader.library import Added
    from reader.panes.start_page import StartPage

#: Key of the first page in the window's stack.
START = "start"
_RECENT = 12
#: Most texts added at once that come to stand side by side.
_SIDE_BY_SIDE = 3
#: Refusals told one by one; of the others it is said how many they are.
_TOLD = 5
#: Words of the first line that name a text from the clipboard.
_NAME_WORDS = 10
#: How the names of annotation files end: they are looked at, not added.
_NOTES = (".json", ".jsonld")
_ENDINGS = "*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.epub *.pdf *.docx"


class Texts(QObject):
    """Opens works in panes and adds files to the library.

    Signals:
        annotation_files_given: paths of annotation files among those to add.
    """

    annotation_files_given = Signal(object)
    _became = Signal(object, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._wished = 0
        self._filled: list[ReadingPane] = []
        self._refused: list[ReaderError] = []
        self._emptied: list[tuple[ReadingPane, Place]] = []
        self._became.connect(self._on_became)
        self._start: StartPage | None = None
        on = desk.actions.on
        on("file.add", self.ask_files)
        on("file.add_folder", self.ask_folder)
        on("file.paste", self.paste)
        on("file.quick_open", lambda: self.choose(desk.area.active))
        on("file.quit", desk.window.close)
        on("file.open_folder", self.show_folder)
        on("help.palette", self.show_palette)
        desk.area.choose_wanted.connect(self.choose)
        desk.area.edition_changed.connect(self._on_edition)
        desk.changes.happened.connect(self._on_change)
        self._window.files_dropped.connect(self.add)

    @property
    def _window(self) -> MainWindow:
        window = self._desk.window
        assert isinstance(window, MainWindow)  # noqa: S101 - app.py made it
        return window

    def _page(self) -> StartPage:
        """Return the first page, made when no pane shows a text."""
        if self._start is None:
            from reader.panes.start_page import StartPage

            self._start = StartPage(self._desk.look, self._desk.window)
            self._window.add_page(START, self._start)
            self._start.add_wanted.connect(self.ask_files)
            self._start.paste_wanted.connect(self.paste)
            self._start.open_wanted.connect(self.open_side_by_side)
            self._start.file_wanted.connect(lambda path: self.add([path]))
        return self._start

    # opening ---------------------------------------------------------------

    def show_start_if_empty(self) -> None:
        """Show the first page while no pane shows a text."""
        if any(pane.work for pane in self._desk.area.panes):
            if self._window.page == START:
                self._window.show_page()
            return
        self._page().show_texts(self._desk.library.texts(), self._desk.settings.window.recent)
        self._window.show_page(START)

    def open_side_by_side(self, works: Iterable[str]) -> None:
        """Open works, each in a pane of its own, as many as there may be."""
        works = list(works)[:4]
        area = self._desk.area
        free = [pane for pane in area.panes if not pane.work]
        if len(works) > len(free):
            area.set_count(len(area.panes) - len(free) + len(works))
        for work in works:
            area.go(Place(work), beside=True)
        area.even()
        area.active.focus_text()

    def choose(self, pane: ReadingPane) -> None:
        """Let the reader choose a text for a pane."""
        from reader.panes.palette import Entry, Palette

        self._desk.area.set_active(pane)
        entries = [
            Entry(
                text.work.cited,
                self.tr("%Ln word(s)", "", text.words),
                self._opener(text.work.id),
                rank=int(text.work.bundled),
            )
            for text in sorted(self._desk.library.texts(), key=lambda one: one.work.bundled)
        ]
        entries.append(Entry(self.tr("Add texts…"), "", self.ask_files, rank=2))
        entries += [
            Entry(
                work.title,
                self.tr("notes") if work.id == NOTES_TEXT else self.tr("concept"),
                self._opener(work.id),
                rank=2,
            )
            for work in self._desk.library.compilable()
        ]
        palette = Palette(
            self._desk.look, entries, self.tr("Which text in this pane?"), self._desk.window
        )
        palette.open_over(self._desk.window)

    def _opener(self, work: str) -> Callable[[], object]:
        return lambda: self._desk.area.show_in(self._desk.area.active, Place(work))

    def show_palette(self) -> None:
        """Show every command with its key."""
        from reader.panes.palette import Entry, Palette

        actions = self._desk.actions
        entries = [
            Entry(
                actions.name(command.key),
                actions.shortcut_text(command.key),
                self._doer(command.key),
                enabled=actions.may(command.key),
            )
            for command in actions.known()
        ]
        palette = Palette(
            self._desk.look, entries, self.tr("What do you want to do?"), self._desk.window
        )
        palette.open_over(self._desk.window)

    def _doer(self, key: str) -> Callable[[], object]:
        return lambda: self._desk.actions.do(key)

    def _on_edition(self, _pane: ReadingPane) -> None:
        self.show_start_if_empty()

    def _on_change(self, change: Change) -> None:
        if not change.touched & Touched.TEXTS:
            return
        for pane in self._desk.area.panes:
            if is_compiled(pane.work):
                continue  # made anew by the part that made it
            if pane.work and (not change.works or pane.work in change.works):
                self._renew(pane)
        self._refill()
        if self._window.page == START:
            self.show_start_if_empty()

    def _renew(self, pane: ReadingPane) -> None:
        """Show the new edition of a work that was restored anew, or empty the pane."""
        place = pane.place()
        known = {text.work.id for text in self._desk.library.texts()}
        if place.work not in known:
            self._emptied.append((pane, place))
            pane.set_edition(None)
            return
        try:
            pane.set_edition(self._desk.library.edition(place.work), place)
        except ReaderError as error:
            self._desk.messages.error(error)

    def _refill(self) -> None:
        """Show again where it stood what was removed and is back; undo leaves no empty pane."""
        if not self._emptied:
            return
        known = {text.work.id for text in self._desk.library.texts()}
        waiting, self._emptied = self._emptied, []
        for pane, place in waiting:
            if pane not in self._desk.area.panes or pane.work:
                continue
            if place.work in known:
                self._desk.area.show_in(pane, place)
            else:
                self._emptied.append((pane, place))

    # adding ----------------------------------------------------------------

    def ask_files(self) -> None:
        """Ask for files and add them."""
        files, _ = QFileDialog.getOpenFileNames(
            self._desk.window,
            self.tr("Add texts"),
            "",
            self.tr("Texts") + f" ({_ENDINGS});;" + self.tr("All files") + " (*)",
        )
        self.add(files)

    def ask_folder(self) -> None:
        """Ask for a folder and add the files in it."""
        if folder := QFileDialog.getExistingDirectory(self._desk.window, self.tr("Add a folder")):
            self.add([folder])

    def add(self, files: Iterable[str]) -> None:
        """Add files, and those of folders, one after another in the background.

        The first few open as they are ready and come to stand side by side, as many as one can
        read; of the others it is told how many there are.
        """
        every = [str(file) for file in files_of(map(Path, files))]
        notes = [file for file in every if file.casefold().endswith(_NOTES)]
        if notes:
            self.annotation_files_given.emit(notes)
        paths = [Path(file) for file in every if file not in notes]
        for folder in [path for path in paths if path.is_dir()]:
            paths.remove(folder)
            words = self.tr("There is no file in “{name}” that can be read.")
            self._desk.messages.error(words.format(name=folder.name))
        if not paths:
            return
        self._wished, self._filled = min(_SIDE_BY_SIDE, len(paths)), []
        label = (
            self.tr("Adding {name}").format(name=paths[0].name)
            if len(paths) == 1
            else self.tr("Adding %n text(s)", "", len(paths))
        )
        self._desk.tasks.run(label, self._adder(paths), self._on_all_added, self._on_failed)
        self._remember(paths)

    def _adder(self, paths: list[Path]) -> Callable[[Progress], object]:
        library, became = self._desk.library, self._became

        def add(progress: Progress) -> int:
            added = []

            def told(one: object) -> None:
                added.append(one)
                became.emit(one, len(added) <= _SIDE_BY_SIDE)

            library.add_beside(paths, told, progress)
            return len(added)

        return add

    def paste(self) -> None:
        """Add the text on the clipboard."""
        words = QGuiApplication.clipboard().text()
        if not words.strip():
            self._desk.messages.info(self.tr("There is no text on the clipboard."))
            return
        self._wished, self._filled = 1, []
        heading, _, _ = words.strip().partition("\n")
        first = " ".join(heading.split()[:_NAME_WORDS])
        name = "".join(c if c.isalnum() or c in " -" else " " for c in first).strip()
        self._desk.tasks.run(
            self.tr("Adding the text on the clipboard"),
            _pasted(self._desk, name or "pasted", words),
            self._on_added,
            self._on_failed,
        )

    @Slot(object, bool)
    def _on_became(self, one: object, shown: bool) -> None:
        """Show one of several files that were added, or say why it was not."""
        if shown:
            self._on_added(one)
        gc.freeze()  # texts stay; looking through all of them again and again stalls the window
        error = getattr(one, "error", None)
        if isinstance(error, ReaderError):
            self._refused.append(error)

    def _on_all_added(self, count: object) -> None:
        self._tell_refused()
        if isinstance(count, int) and count > _SIDE_BY_SIDE:
            self._desk.messages.info(self.tr("%n text(s) were looked at.", "", count))

    def _tell_refused(self) -> None:
        """Say at once what was not added: one message to close, not one for each file."""
        refused, self._refused = self._refused, []
        if len(refused) == 1:
            self._desk.messages.error(refused[0])
        elif refused:
            words = self.tr("%n file(s) could not be added:", "", len(refused))
            told = [sentence(one) for one in refused[:_TOLD]]
            more = [self.tr("%n more.", "", len(refused) - _TOLD)] if len(refused) > _TOLD else []
            self._desk.messages.error("\n".join((words, *told, *more)))

    def _on_added(self, added: object) -> None:
        from reader.library import Added

        if not isinstance(added, Added):
            return
        area = self._desk.area
        filled = all(pane.work for pane in area.panes)
        if filled and len(area.panes) < self._wished:
            area.set_count(len(area.panes) + 1)
            area.even()
        self._show_added(added.summary.work.id)
        self._say(added)

    def _show_added(self, work: str) -> None:
        """Show a text in a pane that none of those added with it came into.

        Where only companions stand, as after the first start, they make room from the first on;
        else the pane being read stays as it is.
        """
        area, shown = self._desk.area, Place(work)
        left = [pane for pane in area.panes if pane not in self._filled]
        pane: ReadingPane | None
        if len(self._filled) + len(left) <= self._wished and all(map(self._is_shipped, left)):
            pane = area.showing(work) or (left[0] if left else None)
            if pane is not None:
                area.show_in(pane, shown)
        elif area.showing(work) is None and left == [area.active] and area.active.work:
            pane = None  # added, and told of: what is being read stays
        else:
            pane = area.go(shown, beside=any(one.work for one in area.panes), spared=self._filled)
        if pane is not None:
            self._filled.append(pane)

    def _is_shipped(self, pane: ReadingPane) -> bool:
        """Say whether a pane shows a text that came with the program."""
        own = self._desk.library.own_works()
        return bool(pane.work) and pane.work not in own and not is_compiled(pane.work)

    def _say(self, added: Added) -> None:
        title = added.summary.work.title
        if added.already:
            self._desk.messages.info(self.tr("“{title}” was here already.").format(title=title))
            return
        report = " ".join(translated(one) for one in added.report[:2])
        words = self.tr("Added “{title}”. {report}").format(title=title, report=report)
        if "file.restoration" in self._desk.actions:
            self._desk.messages.info(
                words, self.tr("See how"), lambda: self._desk.actions.do("file.restoration")
            )
        else:
            self._desk.messages.info(words)

    def _on_failed(self, error: Exception) -> None:
        self._tell_refused()
        if not isinstance(error, Cancelled):
            self._desk.messages.error(error)

    def _remember(self, paths: Iterable[Path]) -> None:
        window = self._desk.settings.window
        names = [str(path) for path in paths]
        recent = tuple(dict.fromkeys((*reversed(names), *window.recent)))[:_RECENT]
        self._desk.settings.change(window, recent=recent)

    def show_folder(self) -> None:
        """Show the library folder in the system's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.library.folder)))


def _pasted(desk: Desk, name: str, words: str) -> Callable[[Progress], object]:
    def add(progress: Progress) -> object:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            path = Path(folder) / f"{name[:60]}.txt"
            path.write_text(words, encoding="utf-8")
            return desk.library.add(path, progress)

    return add


def install(desk: Desk) -> Texts:
    """Register the part."""
    return Texts(desk)
