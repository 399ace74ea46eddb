"""Part of the window: taking notes away, and the templates by which that is done."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model import BadInput, NotFound, Progress, ReaderError
from reader.panes.desk import Desk

if TYPE_CHECKING:
    from reader.library import ExportChoice, Library
    from reader.panes.export_dialog import ExportDialog, Offered
    from reader.panes.template_dialog import TemplateDialog

#: A template is tried on so many notes.
_TRIED = 20
#: Of the work on a PDF, the share that making the page takes.
_PAGE = 0.6


class Exporting(QObject):
    """Asks what to take away and writes it beside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._drafts: dict[str, str] = {}
        desk.actions.on("file.export", self.ask)
        desk.actions.on("file.templates", self.templates)

    def ask(self) -> None:
        """Ask what to take away and where to."""
        library = self._desk.library
        self._desk.tasks.run(
            self.tr("Looking through the notes"),
            lambda _progress: offered(library),
            self._on_offered,
        )

    def _on_offered(self, found: object) -> None:
        from reader.panes.export_dialog import ExportDialog, Offered

        if not isinstance(found, Offered):
            return
        dialog = ExportDialog(found, self._desk.area.active.work, self._desk.window)
        dialog.accepted.connect(lambda: self._on_chosen(dialog))
        dialog.templates_wanted.connect(lambda: self._from(dialog))
        dialog.open()

    def _from(self, dialog: "ExportDialog") -> None:
        """Let templates be changed; the dialog then offers what there is."""
        library = self._desk.library
        templates = self.templates(dialog)
        templates.finished.connect(lambda _code: dialog.offer_templates(library.templates()))

    def _on_chosen(self, dialog: "ExportDialog") -> None:
        from reader.panes.export_dialog import file_name

        choice = dialog.choice()
        if choice.format == "vault":
            name = QFileDialog.getExistingDirectory(
                self._desk.window, self.tr("Into which folder?")
            )
        else:
            name, _ = QFileDialog.getSaveFileName(
                self._desk.window,
                self.tr("Export notes"),
                file_name(choice, on_paper=dialog.on_paper),
            )
        if name and dialog.on_paper:
            self._write_paper(Path(name).with_suffix(".pdf"), choice)
        elif name:
            self._write(Path(name), choice)

    def some(self, annotations: Sequence[str]) -> None:
        """Write some notes to a Markdown file."""
        from reader.library import ExportChoice

        name, _ = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("Export notes"), "notes.md", "Markdown (*.md)"
        )
        if name:
            language = QLocale().name()
            self._write(Path(name), ExportChoice(ids=tuple(annotations), language=language))

    def _write(self, path: Path, choice: "ExportChoice") -> None:
        """Write an export beside; a page of ten thousand notes takes ten seconds."""
        library, messages = self._desk.library, self._desk.messages
        said = self.tr("Written to {0}.").format(path)

        def work(progress: Progress) -> None:
            library.export_to(path, choice, progress)

        self._desk.tasks.run(self.tr("Exporting notes"), work, lambda _done: messages.info(said))

    def _write_paper(self, path: Path, choice: "ExportChoice") -> None:
        """Write the web page of a choice as PDF, beside."""
        library, messages = self._desk.library, self._desk.messages
        said = self.tr("Written to {0}.").format(path)
        title = self.tr("Notes")

        def work(progress: Progress) -> None:
            from reader.panes.page_paper import save_pdf

            page = library.export(choice, progress.part(0.0, _PAGE))
            save_pdf(page, 1, title, path, progress.part(_PAGE, 1.0))

        self._desk.tasks.run(self.tr("Exporting notes"), work, lambda _done: messages.info(said))

    # templates -----------------------------------------------------------------

    def templates(self, parent: QWidget | None = None) -> "TemplateDialog":
        """Show the templates, over the window or a dialog; the reader may make some."""
        from reader.panes.template_dialog import TemplateDialog

        library = self._desk.library
        over = parent or self._desk.window
        dialog = TemplateDialog(lambda words: tried(library, words), self._drafts, over)
        dialog.save_wanted.connect(lambda name, words: self._keep(dialog, name, words))
        dialog.remove_wanted.connect(lambda name: self._remove(dialog, name))
        self._show(dialog)
        dialog.open()
        return dialog

    def _show(self, dialog: "TemplateDialog", chosen: str = "") -> None:
        from reader.library import TEMPLATES

        library = self._desk.library
        own = {}
        for name in library.templates():
            try:
                own[name] = library.template(name)
            except ReaderError as error:
                self._desk.messages.error(error)
        dialog.show_templates({name: library.template(name) for name in TEMPLATES}, own, chosen)

    def _keep(self, dialog: "TemplateDialog", name: str, words: str) -> None:
        try:
            kept = self._desk.library.save_template(name, words)
        except ReaderError as error:
            dialog.say_error(error)
            return
        self._show(dialog, kept)
        dialog.say(self.tr("“{0}” is kept.").format(kept))

    def _remove(self, dialog: "TemplateDialog", name: str) -> None:
        library, messages = self._desk.library, self._desk.messages
        try:
            words = library.remove_template(name)
        except ReaderError as error:
            dialog.say_error(error)
            return
        self._show(dialog)
        messages.info(
            self.tr("The template “{0}” was removed.").format(name),
            self.tr("Undo"),
            lambda: self._desk.attempt(lambda: library.save_template(name, words)),
        )


def offered(library: "Library") -> "Offered":
    """Return what there is to choose from; for a worker thread."""
    from reader.panes.export_dialog import Offered

    def sections(work: str) -> list[str]:
        try:
            passages = library.edition(work).passages
        except NotFound:
            return []
        return list(dict.fromkeys(one.section for one in passages if one.section))

    return Offered(
        works=[text.work for text in library.texts()],
        sections=sections,
        count=library.count,
        concepts=sorted((one.label for one in library.glossary()), key=str.casefold),
        tags=sorted(library.tags()),
        people={one.author.id: one.author.name for one in library.visible()},
        templates=library.templates(),
    )


def tried(library: "Library", words: str) -> str:
    """Return what a template makes of some notes; for a worker thread.

    Raises:
        BadInput: it has a mistake.
    """
    from reader.library import ExportChoice

    notes = [one.id for one in library.visible()][:_TRIED]
    choice = ExportChoice(template=words or "\n", ids=tuple(notes), language=QLocale().name())
    try:
        return library.export(choice)
    except BadInput as error:
        with suppress(BadInput):  # one made for the files of a vault
            return next(iter(library.vault(choice).values()), "")
        raise error from None


def install(desk: Desk) -> Exporting:
    """Register the part."""
    return Exporting(desk)
