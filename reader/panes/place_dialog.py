"""The place of a note that is not certain: its words then and now, and the places that fit."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model import Selectors, Span
from reader.model.values import dataclass
from reader.panes.dialog_size import open_size
from reader.qt.safe_text import plain, shown

# Words compared one by one; of longer passages the rest is shown as it is now.
_COMPARED = 600


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the words of a note may stand.

    Attributes:
        span: in today's text.
        locus: for people.
        words: what stands there.
    """

    span: Span
    locus: str
    words: str


class PlaceDialog(QDialog):
    """Where a note stood, and where it may stand; does not keep the reader from the text.

    Signals:
        looked: a candidate's span was chosen, to be shown.
        settled: the span on which the note stands from now on.
        selection_wanted: it stands on the words selected in the text.
    """

    looked = Signal(object)
    settled = Signal(object)
    selection_wanted = Signal()

    def __init__(
        self, why: str, selectors: Selectors, places: Sequence[Candidate], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Place of the note"))
        open_size(self, 560, 360)
        self._selectors, self._candidates = selectors, tuple(places)
        column = QVBoxLayout(self)
        self._why = QLabel(why, self)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        column.addWidget(self._why)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Places that fit"))
        for place in places:
            self.list.addItem(f"{place.locus}   {plain(place.words, 60)}")
        self.list.setVisible(len(places) > 1)
        self.list.setMaximumHeight(150)
        column.addWidget(self.list)
        self.words = QTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        column.addWidget(self.words, 1)
        self._only = QLabel(self.tr("Only who wrote the note can give it another place."), self)
        column.addWidget(self._only)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self.here = self._button(self.tr("It stands &here"))
        self.here.clicked.connect(self._on_here)
        self.selected = self._button(self.tr("It stands on the &selected words"))
        self.selected.clicked.connect(self.selection_wanted)
        column.addWidget(self._buttons)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)
        if not places:
            self._on_row(-1)

    def offer(self, *, mine: bool, selection: bool) -> None:
        """Say what may be done: only its author moves a note, and only to selected words."""
        self._only.setVisible(not mine)
        self.here.setVisible(mine and bool(self._candidates))
        self.selected.setVisible(mine)
        self.selected.setEnabled(selection)

    def _button(self, words: str) -> QPushButton:
        button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def _on_here(self) -> None:
        self.settled.emit(self._candidates[max(0, self.list.currentRow())].span)

    def _on_row(self, row: int) -> None:
        cursor = QTextCursor(self.words.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        if 0 <= row < len(self._candidates):
            self.words.setAccessibleName(
                self.tr("Then and now: what is gone is struck out, what is new is underlined")
            )
            now = self._candidates[row].words
            for words, look in compared(self._selectors.exact, now):
                cursor.insertText(shown(words), _FORMATS[look]())
            self.looked.emit(self._candidates[row].span)
        else:
            self.words.setAccessibleName(self.tr("The words it stood on, and those around them"))
            cursor.insertText(shown("…" + self._selectors.prefix), _same())
            cursor.insertText(shown(self._selectors.exact), _new())
            cursor.insertText(shown(self._selectors.suffix + "…"), _same())


def _same() -> QTextCharFormat:
    return QTextCharFormat()


def _gone() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    return look


def _new() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontUnderline(True)
    look.setFontWeight(QFont.Weight.DemiBold)
    return look


_FORMATS = {"same": _same, "gone": _gone, "new": _new}


def compared(then: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield the words of two wordings in one row, each stretch ``same``, ``gone`` or ``new``.

    >>> list(compared("a red rose", "a white rose"))
    [('a ', 'same'), ('red ', 'gone'), ('white ', 'new'), ('rose', 'same')]
    """
    old, new = _words(then), _words(now)
    rest, new = "".join(new[_COMPARED:]), new[:_COMPARED]
    bare_old, bare_new = ([one.strip() for one in words] for words in (old[:_COMPARED], new))
    matcher = SequenceMatcher(None, bare_old, bare_new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield "".join(new[c:d]), "same"
            continue
        if b > a:
            before = new[c - 1] if c else ""
            yield _spaced("".join(old[a:b]), before), "gone"
        if d > c:
            yield "".join(new[c:d]), "new"
    if rest:
        yield rest, "same"


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*|^\s+", text)


def _spaced(words: str, before: str) -> str:
    """Keep what is gone from running into what stands there now."""
    first = " " if before and not before[-1].isspace() else ""
    return first + words + ("" if words[-1:].isspace() else " ")
