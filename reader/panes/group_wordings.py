"""Two wordings of one note, written apart, side by side until the reader chooses."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.model import Annotation, TextTarget
from reader.panes.dialog_size import open_size
from reader.panes.note_editor import NoteField
from reader.qt.safe_text import SafeDocument, plain


class WordingsDialog(QDialog):
    """One note in its wordings.

    Signals:
        join_wanted: the annotation that shall stand for all wordings.
        both_wanted: id of the note of which all wordings shall become notes.
    """

    join_wanted = Signal(object)
    both_wanted = Signal(str)

    def __init__(self, wordings: Sequence[Annotation], *, mine: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two wordings of a note"))
        open_size(self, 820, 460)
        self._wordings = tuple(wordings)
        self.keep: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.addWidget(self._about(mine))
        column.addLayout(self._side_by_side(mine))
        self.combined = NoteField(self)
        self.combined.setPlainText("\n\n".join(dict.fromkeys(w.body for w in wordings)))
        self.combined.setAccessibleName(self.tr("Both combined"))
        self.combined.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        if mine:
            column.addWidget(QLabel(self.tr("Both combined, for you to edit:"), self))
            column.addWidget(self.combined)
            column.addLayout(self._choices())
        else:
            self.combined.hide()
        column.addWidget(buttons)

    def _about(self, mine: bool) -> QLabel:
        target = self._wordings[0].target
        quote = target.selectors.exact if isinstance(target, TextTarget) else ""
        words = self.tr(
            "This note was changed in two places at once. Both wordings are kept until you choose."
        )
        if not mine:
            who = plain(self._wordings[0].author.name, 60)
            words = self.tr("{0} changed this note in two places; only they can choose.").format(
                who
            )
        label = QLabel(words + (f"\n“{plain(quote, 200)}”" if quote else ""), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _side_by_side(self, mine: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        for at, one in enumerate(self._wordings):
            column = QVBoxLayout()
            head = QLabel(self._head(one), self)
            head.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(head)
            column.addWidget(self._body(one, at), 1)
            if mine:
                button = QPushButton(self.tr("Keep &{0}").format(at + 1), self)
                button.setProperty("wording", at)
                button.setAutoDefault(False)
                button.clicked.connect(self._on_keep)
                self.keep.append(button)
                column.addWidget(button)
            row.addLayout(column, 1)
        return row

    def _head(self, one: Annotation) -> str:
        tags = " ".join(f"#{tag}" for tag in one.tags)
        when = one.modified[:16].replace("T", " ")
        return " · ".join(filter(None, (when, str(one.colour), plain(tags, 80))))

    def _body(self, one: Annotation, at: int) -> QTextBrowser:
        shown = QTextBrowser(self)
        shown.setOpenLinks(False)
        shown.setAccessibleName(self.tr("Wording {0}").format(at + 1))
        document = SafeDocument(shown)
        document.show_markdown(one.body)
        shown.setDocument(document)
        return shown

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        both = QPushButton(self.tr("Keep &both as notes"), self)
        both.setAutoDefault(False)
        both.clicked.connect(self._on_both)
        self.combine = QPushButton(self.tr("Keep what is &combined"), self)
        self.combine.setAutoDefault(False)
        self.combine.clicked.connect(self._on_combine)
        row.addStretch(1)
        row.addWidget(both)
        row.addWidget(self.combine)
        return row

    def _on_keep(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.join_wanted.emit(self._wordings[int(button.property("wording"))])

    def _on_combine(self) -> None:
        first = self._wordings[0]
        tags = tuple(sorted({tag for one in self._wordings for tag in one.tags}))
        body = self.combined.words()
        self.join_wanted.emit(replace(first, body=body, tags=tags))

    def _on_both(self) -> None:
        self.both_wanted.emit(self._wordings[0].id)
