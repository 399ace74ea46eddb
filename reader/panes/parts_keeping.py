"""Part of the window: what was deleted and what was written before; notes on a whole text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.model import Annotation, TextTarget
from reader.panes.asking import ask_note
from reader.panes.desk import Desk
from reader.panes.dialog_size import open_size
from reader.panes.notes_look import short_date
from reader.panes.parts_annotating import Annotating
from reader.qt.look import Look
from reader.qt.safe_text import SafeDocument, plain

#: Words of a note on a whole text that is not finished are held under this and the work.
_ON_WORK = "note on"


class Keeping(QObject):
    """Nothing that a reader wrote is gone before they say so."""

    def __init__(self, desk: Desk, annotating: Annotating) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._annotating = annotating
        on = desk.actions.on
        on("annotate.work_note", self.note_on_work, lambda: desk.area.active.edition is not None)
        on("annotate.history", self.history, lambda: annotating.meant() is not None)
        on("annotate.bin", self.bin)

    def note_on_work(self) -> None:
        """Write a note on the whole text; it stands in the notes list."""
        edition = self._desk.area.active.edition
        if edition is None:
            return
        work, library, unfinished = edition.work.id, self._desk.library, self._desk.unfinished
        about = f"{_ON_WORK} {work}"

        def write(words: str) -> bool:
            if words.strip() and not self._desk.attempt(lambda: library.note_on_work(work, words)):
                return False
            if words.strip():
                self._desk.messages.info(self.tr("Written; it stands in the notes list."))
            return True

        dialog = ask_note(
            self._desk.window,
            self.tr("Note on the whole text"),
            self.tr("On “{title}”, in Markdown:").format(title=edition.work.title),
            write,
            unfinished.words(about),
        )
        dialog.field.textChanged.connect(lambda: unfinished.hold(about, dialog.field.words()))
        dialog.accepted.connect(lambda: unfinished.hold(about, ""))

    def history(self) -> None:
        """Show the earlier wordings of a note, and bring one back."""
        note = self._annotating.meant()
        if note is None:
            return
        dialog = Kept(
            self._desk.look,
            self.tr("Earlier wordings"),
            self._desk.library.history(note.id),
            self._desk.window,
            self.tr("This note was never worded otherwise."),
        )
        dialog.offer(self.tr("Use this wording"), lambda old: self._reword(note, old))
        dialog.open()

    def bin(self) -> None:
        """Show what was deleted, bring it back or throw it away for good."""
        dialog = Kept(
            self._desk.look,
            self.tr("Deleted notes"),
            self._desk.library.bin(),
            self._desk.window,
            self.tr("No note was deleted. What you delete is kept here until you throw it away."),
        )
        dialog.offer(self.tr("Bring back"), self._bring_back)
        dialog.offer_for_all(
            self.tr("Throw all away for good"),
            self.tr("These notes cannot be brought back then, not even by undo."),
            self.tr("Yes, throw away for good"),
            self._empty,
        )
        dialog.open()

    def _reword(self, note: Annotation, old: Annotation) -> None:
        new = replace(note, body=old.body, tags=old.tags, colour=old.colour)
        self._desk.attempt(lambda: self._desk.library.revise(new, self.tr("Earlier wording")))

    def _bring_back(self, note: Annotation) -> None:
        self._desk.attempt(lambda: self._desk.library.restore([note.id]))

    def _empty(self) -> None:
        self._desk.attempt(self._desk.library.empty_bin)


class Kept(QDialog):
    """A list of annotations, the words of the chosen one, and what can be done with it."""

    def __init__(
        self, look: Look, title: str, notes: Sequence[Annotation], parent: QWidget, none: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._notes = list(notes)
        open_size(self, *((560, 480) if self._notes else (400, 110)))
        self._look = look
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = QTextBrowser(self)
        self._words.setAccessibleName(self.tr("Words of the note"))
        self._words.setOpenLinks(False)
        self._document = SafeDocument(self._words)
        self._words.setDocument(self._document)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._single: list[QPushButton] = []
        column = QVBoxLayout(self)
        self._said = QLabel(none)
        self._said.setWordWrap(True)
        for part in (self.list, self._words, self._said, self._buttons):
            column.addWidget(part)
        for part in (self.list, self._words):
            part.setVisible(bool(self._notes))  # nothing to choose from, nothing to read
        self._said.setVisible(not self._notes)
        for note in self._notes:
            self.list.addItem(QListWidgetItem(_line(note)))
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)
        self._on_row(self.list.currentRow())

    def offer(self, words: str, do: Callable[[Annotation], object]) -> None:
        """Add a button that acts on the chosen note and closes."""
        button = self._button(words)
        button.setVisible(bool(self._notes))
        button.clicked.connect(lambda: self._act(do))
        self._single.append(button)
        self._on_row(self.list.currentRow())

    def offer_for_all(self, words: str, warning: str, sure: str, do: Callable[[], object]) -> None:
        """Add a button that warns first, then acts on all of them and closes."""
        button = self._button(words)
        button.setVisible(bool(self._notes))
        button.setAutoDefault(False)

        def press() -> None:
            if button.text() == sure:
                do()
                self.accept()
                return
            self._said.setText(warning)
            self._said.show()
            button.setText(sure)
            close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
            close.setFocus(Qt.FocusReason.OtherFocusReason)  # a second Return is no answer

        button.clicked.connect(press)

    def _button(self, words: str) -> QPushButton:
        return self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)

    def _act(self, do: Callable[[Annotation], object]) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._notes):
            do(self._notes[row])
            self.accept()

    def _on_row(self, row: int) -> None:
        chosen = 0 <= row < len(self._notes)
        self._document.show_markdown(
            _words(self._notes[row]) if chosen else "", self._look.interface_font(1.05)
        )
        for button in self._single:
            button.setEnabled(chosen)


def _line(note: Annotation) -> str:
    words = plain(note.body, 80) or plain(_quote(note), 80)
    return f"{short_date(note.modified)}   {words}"


def _words(note: Annotation) -> str:
    quote = plain(_quote(note), 400)
    return f"> {quote}\n\n{note.body}" if quote else note.body


def _quote(note: Annotation) -> str:
    target = note.target
    return target.selectors.exact if isinstance(target, TextTarget) else ""


def install(desk: Desk, annotating: Annotating) -> Keeping:
    """Register the part."""
    return Keeping(desk, annotating)
