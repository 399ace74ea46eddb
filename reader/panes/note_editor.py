"""Where the words of a note are written, in place."""

import re

from PySide6.QtCore import QLocale, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from reader.qt.exact import words_of
from reader.qt.safe_text import SHOWN, tip

#: Words as long take 2 ms each to wrap where Qt looks for their borders, those of 5,000 letters 40.
_LONG_WORD = re.compile(r"\S{1000}")

#: Longer notes are scrolled.
_MOST_LINES = 14
#: Without it Qt takes the last line that fits for one that does not, and shows a scroll bar.
_SPARE_PX = 3


class NoteField(QPlainTextEdit):
    """Holds the Markdown of a note as it is typed.

    More than a note can hold is not pasted: two million letters would stop the window for minutes,
    and the library would refuse them.
    """

    def setPlainText(self, text: str) -> None:  # noqa: N802
        """Take other words."""
        self._wrap_for(text)
        super().setPlainText(text)

    def words(self) -> str:
        """Return what is written, exactly."""
        return words_of(self.document())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste or drop as plain text, if a note can hold it."""
        text = source.text()
        if len(self.toPlainText()) + len(text) > SHOWN:
            self._refuse()
            return
        self._wrap_for(text)
        super().insertFromMimeData(source)  # ``text`` lacks what Python cannot be given

    def _refuse(self) -> None:
        most = QLocale().toString(SHOWN)
        words = self.tr("Not pasted: a note holds {0} characters at most.").format(most)
        QToolTip.showText(self.mapToGlobal(self.cursorRect().bottomLeft()), tip(words), self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _wrap_for(self, text: str) -> None:
        if _LONG_WORD.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Write; Shift+Enter is an Enter."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")  # Markdown knows no other end of a line
        else:
            super().keyPressEvent(event)


class NoteEditor(NoteField):
    """Edits Markdown in place; leaving it keeps the text, Esc too.

    Attributes:
        hint: how to leave it, for the line below: the placeholder goes with the first letter.

    Signals:
        left: the reader is done.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Write in Markdown."))
        self.setAccessibleName(self.tr("Note text"))
        self.hint = self.tr("Ctrl+Enter or Esc when done")
        self.setAccessibleDescription(self.hint)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = min(_MOST_LINES, max(3, self.document().size().height()))
        frame = self.height() - self.viewport().height()
        around = 2 * self.document().documentMargin() + frame + _SPARE_PX
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + around))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Leave room for the frame, which is known now."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave on Esc and Ctrl+Enter."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Keep the text when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        passing = {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }
        if event.reason() not in passing:
            self.left.emit()
