"""Templates for exported notes: chosen, changed, and tried on the reader's own notes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import ReaderError
from reader.panes.dialog_size import open_size
from reader.panes.folding import FoldingSplit
from reader.qt.messages import sentence
from reader.qt.tasks import Latest

#: Typing rests so long before the template is tried.
_REST_MS = 300


class TemplateDialog(QDialog):
    """Shows a template and what it makes of some notes, side by side.

    Args:
        try_out: makes notes by the words of a template; called in a thread of its own.
        drafts: changes not kept yet, by name; added to.
        parent: the window.

    Signals:
        save_wanted: name and words.
        remove_wanted: name of an own template.
    """

    save_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(
        self, try_out: Callable[[str], str], drafts: dict[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates"))
        open_size(self, 1000, 640)
        self._try_out = try_out
        self._words: dict[str, str] = {}
        self._drafts = drafts
        self._shown = ""
        self._own: frozenset[str] = frozenset()
        self.names = QComboBox(self)
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setCompleter(None)  # type: ignore[arg-type]  # a new name is not finished for one
        self.names.setAccessibleName(self.tr("Name of the template"))
        self.words = self._area(self.tr("The template"))
        self.made = self._area(self.tr("What it makes of your notes"))
        self.made.setReadOnly(True)
        self.mistake = QLabel(self)
        self.mistake.setTextFormat(Qt.TextFormat.PlainText)
        self.mistake.setWordWrap(True)
        self._latest = Latest(self)
        self._latest.done.connect(self._on_made)
        self._latest.failed.connect(self._on_mistake)
        self.finished.connect(self._latest.drop)
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._try)
        self._arrange()
        self.names.activated.connect(self._on_chosen)
        self.names.editTextChanged.connect(self._on_name)
        self.words.textChanged.connect(self._later.start)

    def _area(self, name: str) -> QPlainTextEdit:
        area = QPlainTextEdit(self)
        area.setAccessibleName(name)
        area.setTabChangesFocus(True)
        area.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return area

    def _arrange(self) -> None:
        self.keep = QPushButton(self.tr("&Keep"), self)
        self.keep.setProperty("primary", True)
        self.keep.clicked.connect(self._on_keep)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.names.currentText()))
        head = QHBoxLayout()
        label = QLabel(self.tr("&Name"), self)
        label.setBuddy(self.names)
        head.addWidget(label)
        head.addWidget(self.names, 1)
        for button in (self.keep, self.remove):
            button.setAutoDefault(False)
            head.addWidget(button)
        self.keep.setDefault(True)
        split = FoldingSplit(self)
        for title, area in ((self.tr("Template"), self.words), (self.tr("Result"), self.made)):
            side = QWidget(split)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(QLabel(title, side))
            column.addWidget(area, 1)
            split.addWidget(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(split, 1)
        layout.addWidget(self.mistake)
        layout.addWidget(buttons)

    def show_templates(
        self, shipped: Mapping[str, str], own: Mapping[str, str], chosen: str = ""
    ) -> None:
        """Offer templates (words by name) and show one of them."""
        self._words, self._own = {**shipped, **own}, frozenset(own)
        before = chosen or self._shown
        self._drafts.pop(chosen, None)
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems(list(self._words))
        row = max(0, self.names.findText(before))
        self.names.setCurrentIndex(row)
        self.names.blockSignals(False)
        self._show(self.names.itemText(row))

    def say(self, sentence: str) -> None:
        """Say something under the template."""
        self.mistake.setText(sentence)

    def say_error(self, error: ReaderError) -> None:
        """Say why something was not done."""
        self.say(sentence(error))

    def _on_chosen(self, row: int) -> None:
        """Show a template; what was changed in the one before is remembered."""
        self._remember()
        self._show(self.names.itemText(row))

    def _show(self, name: str) -> None:
        self._shown = name
        self.words.setPlainText(self._drafts.get(name, self._words.get(name, "")))
        self._on_name(name)
        self._try()

    def _is_changed(self) -> bool:
        return self.words.toPlainText() != self._words.get(self._shown, "")

    def _on_name(self, name: str) -> None:
        shipped = name.strip() in self._words.keys() - self._own
        self.keep.setEnabled(bool(name.strip()) and not shipped)
        self.remove.setEnabled(name in self._own)
        if shipped:
            self.say(self.tr("A template of the program: give it another name to keep a change."))
        else:
            self.say("")

    def done(self, result: int) -> None:
        """Close; a change that was not kept is there again next time."""
        self._remember()
        super().done(result)

    def _remember(self) -> None:
        if self._is_changed():
            self._drafts[self._shown] = self.words.toPlainText()

    def _on_keep(self) -> None:
        self.save_wanted.emit(self.names.currentText(), self.words.toPlainText())

    def _try(self) -> None:
        words, try_out = self.words.toPlainText(), self._try_out
        self._latest.run(lambda _progress: try_out(words))

    def _on_made(self, text: object) -> None:
        self.made.setPlainText(str(text))
        self._on_name(self.names.currentText())

    def _on_mistake(self, error: object) -> None:
        if isinstance(error, ReaderError):
            self.say_error(error)
