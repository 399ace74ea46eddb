"""Part of the window: annotation files in and out, and the folder that a group shares."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.model import Cancelled, Progress, ReaderError
from reader.panes.desk import Desk
from reader.panes.group_exchange import Exchange
from reader.qt.safe_text import plain
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.library import Arrival, Preview, Row
    from reader.model import Annotation
    from reader.panes.parts_annotating import Annotating
    from reader.panes.parts_texts import Texts

_ENDINGS = "*.annotations.json *.json *.jsonld *.md"


class Exchanging(QObject):
    """Shows what files would bring, takes it, and gives mine away.

    Attributes:
        exchange: writes and watches the shared folder.
    """

    def __init__(self, desk: Desk, annotating: "Annotating", texts: "Texts") -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._annotating = annotating
        self.exchange = Exchange(desk)
        self.exchange.arrived.connect(self._on_arrived)
        texts.annotation_files_given.connect(self.preview)

        def may_write() -> bool:
            return not desk.library.read_only

        desk.actions.on("group.import", self.ask_files, may_write)
        desk.actions.on("group.share", self.share)
        desk.actions.on("group.folder", self.ask_folder, may_write)
        desk.actions.on("group.leave", self.leave, self._shares)

    # files in ------------------------------------------------------------------

    def ask_files(self) -> None:
        """Ask for annotation files and show what they would bring."""
        files, _ = QFileDialog.getOpenFileNames(
            self._desk.window,
            self.tr("Take in annotation files"),
            "",
            self.tr("Annotation files") + f" ({_ENDINGS});;" + self.tr("All files") + " (*)",
        )
        self.preview(files)

    def preview(self, files: Iterable[str]) -> None:
        """Read annotation files in the background, then show a preview of each."""
        for file in files:
            path = Path(file)
            self._desk.tasks.run(
                self.tr("Reading {name}").format(name=path.name),
                self._previewer(path),
                self._on_preview,
            )

    def _previewer(self, path: Path) -> Callable[[Progress], object]:
        def read(progress: Progress) -> object:
            from reader.panes.preview_lines import arranged

            return arranged(self._desk.library.preview(path, progress))

        return read

    def _on_preview(self, found: object) -> None:
        from reader.library import Preview

        if isinstance(found, Preview):
            self.show_preview(found)

    def show_preview(self, preview: "Preview") -> None:
        """Show what a file would bring; its lines are ``arranged``."""
        from reader.panes.preview_dialog import PreviewDialog

        library = self._desk.library
        mine = preview.file.creator.id == library.me.id and bool(preview.file.device)
        dialog = PreviewDialog(
            preview,
            self._desk.window,
            self._mine,
            own_device=mine and library.group_folder is not None,
        )
        dialog.trust_wanted.connect(self.trust)
        dialog.take_wanted.connect(self.take)
        dialog.layer_wanted.connect(self.look_at)
        dialog.open()
        if unsought(preview):
            places = Latest(dialog)
            places.done.connect(dialog.show_places)
            places.run(lambda progress: self._desk.library.seek_places(preview, progress))
            dialog.finished.connect(places.drop)

    def trust(self, device: str) -> None:
        """Take the files of another computer of mine without asking from now on."""
        if self._desk.attempt(lambda: self._desk.library.trust(device)):
            self.exchange.look()

    def _mine(self, note: str) -> "Annotation | None":
        try:
            return self._desk.library.note(note).annotation
        except ReaderError:
            return None

    def take(self, preview: "Preview", chosen: "Callable[[Row], bool]") -> None:
        """Take lines of a preview in the background; one undo takes all of them back."""
        library = self._desk.library
        count = sum(1 for row in preview.rows if row.useful and chosen(row))
        words = self.tr("Took %n line(s).", "", count)

        def done(_change: object) -> None:
            self._desk.messages.info(
                words, self.tr("Undo"), lambda: self._desk.actions.do("edit.undo")
            )

        self._desk.tasks.run(
            self.tr("Taking notes in"),
            lambda progress: library.take(preview, chosen, progress),
            done,
            self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._desk.messages.info(self.tr("Stopped; nothing was taken."))
        else:
            self._desk.messages.error(error)

    def look_at(self, preview: "Preview") -> None:
        """Show the marks of a file in the texts without taking them."""
        guests = self._desk.library.layer_of(preview)
        self._annotating.shown.show_people(replace(self._annotating.shown.people, guests=guests))
        self._desk.messages.warning(
            self.tr("%n mark(s) of the file are shown in the texts; nothing was taken.", "",
                    len(guests)),
            self.tr("Hide them"),
            self.look_away,
        )  # fmt: skip

    def look_away(self) -> None:
        """Stop showing marks that were not taken."""
        self._annotating.shown.show_people(replace(self._annotating.shown.people, guests=()))

    # files out -----------------------------------------------------------------

    def share(self) -> None:
        """Ask where to save my annotation file."""
        library = self._desk.library
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window,
            self.tr("Save my annotation file"),
            f"{_plain_name(library.me.name)}.annotations.json",
        )
        if name and self._desk.attempt(lambda: library.save_annotation_file(Path(name))):
            self._desk.messages.info(self.tr("Written to {0}.").format(name))

    def ask_folder(self) -> None:
        """Ask for the folder that the group shares."""
        library = self._desk.library
        name = QFileDialog.getExistingDirectory(
            self._desk.window,
            self.tr("The folder of the group"),
            str(library.group_folder or ""),
        )
        if name:
            self.share_folder(Path(name))

    def _shares(self) -> bool:
        return not self._desk.library.read_only and self._desk.library.group_folder is not None

    def leave(self) -> None:
        """Share no folder any longer; nothing in it is touched."""
        folder = self._desk.library.group_folder
        self.share_folder(None)
        if folder is not None and self._desk.library.group_folder is None:
            self._desk.messages.info(
                self.tr("{0} is no longer shared; your file in it stays.").format(folder),
                self.tr("Undo"),
                lambda: self.share_folder(folder),
            )

    def share_folder(self, folder: Path | None) -> None:
        """Share a folder from now on; None ends it."""
        library = self._desk.library
        if not self._desk.attempt(lambda: library.choose_group_folder(folder)):
            return
        self.exchange.follow()
        if folder is not None:
            self._desk.messages.info(
                self.tr("Your notes are written to {0}; those of the others are taken from it.")
                .format(folder),
                self.tr("Stop sharing"),
                self.leave,
            )  # fmt: skip

    def _on_arrived(self, arrival: "Arrival") -> None:
        """Say what came, and ask where a file wants more than its own notes."""
        count = len({note for change in arrival.changes for note in change.annotations})
        if count:
            names = sorted({plain(one.name, 60) or "?" for one in arrival.members})
            words = self.tr("%n note(s) came from {0}.", "", count)
            self._desk.messages.info(
                words.format(", ".join(names)),
                self.tr("Show"),
                lambda: self._desk.actions.do("group.members"),
            )
        for preview in arrival.asking:
            self._desk.messages.warning(
                self.tr("The file of {0} has lines that are taken only if you say so.").format(
                    plain(preview.file.creator.name, 60) or "?"
                ),
                self.tr("Look"),
                self._shower(preview),
            )

    def _shower(self, preview: "Preview") -> Callable[[], None]:
        def show() -> None:
            from reader.panes.preview_lines import arranged

            self.show_preview(arranged(preview))

        return show


def unsought(preview: "Preview") -> bool:
    """Whether lines that matter have places that were not sought yet."""
    from reader.library import PlaceFate

    return any(row.useful and row.place is PlaceFate.NOT_SOUGHT for row in preview.rows)


def _plain_name(name: str) -> str:
    """Return a name for a file.

    >>> _plain_name("Ann / Example")
    'Ann Example'
    """
    letters = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
    return " ".join(letters.split())[:60] or "reader"


def install(desk: Desk, annotating: "Annotating", texts: "Texts") -> Exchanging:
    """Register the part."""
    return Exchanging(desk, annotating, texts)
