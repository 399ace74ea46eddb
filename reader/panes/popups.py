"""Small things that open over a text and close at the next key or click: footnotes, outline."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model import Edition, Passage, PassageKind
from reader.qt.look import Look
from reader.qt.safe_text import shown

_WIDTH = 380
#: An outline higher than this is scrolled, px.
_HIGHEST = 520


class Popup(QFrame):
    """A frame over the text that closes when the reader goes on."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look = look
        self._host = parent
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(6)

    def open_at(self, where: QPoint) -> None:
        """Open below a point of the screen, or above it when the window has no room below."""
        self.adjustSize()
        window = self._host.window()
        room = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        box = QRect(where + QPoint(-24, 6), self.size())
        if box.bottom() > room.bottom():
            box.moveBottom(where.y() - 26)
        box.moveLeft(max(room.left() + 6, min(box.left(), room.right() - box.width() - 6)))
        self.move(box.topLeft())
        self.show()


class FootnotePopup(Popup):
    """The words of a note, where its reference stands.

    Signals:
        followed: the reader wants to go to the note's own place.
    """

    followed = Signal(str)

    def __init__(self, look: Look, parent: QWidget, edition: Edition, note: Passage) -> None:
        super().__init__(look, parent)
        self._note = note
        label = QLabel(shown(edition.words_of(note)), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        label.setFont(look.reading_font(0.92))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = QLabel(self.tr("Note {label}").format(label=note.label or note.locus), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(look.interface_font(0.86, bold=True))
        hint = QLabel(self.tr("Enter goes to the note, Esc closes"), self)
        hint.setFont(look.interface_font(0.82))
        hint.setStyleSheet(f"color: {look.theme.roles['muted']};")
        for widget in (title, label, hint):
            self.column.addWidget(widget)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(label.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the note on Enter; close on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.followed.emit(self._note.id)
            self.close()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class OutlinePopup(Popup):
    """The headings of a text; questions too, in an interview without headings.

    Signals:
        chosen: passage id of the heading to go to.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget, edition: Edition, here: int) -> None:
        super().__init__(look, parent)
        self.column.setContentsMargins(6, 6, 6, 6)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Outline of {title}").format(title=edition.work.title))
        self._list.setWordWrap(True)
        self._list.setMinimumWidth(_WIDTH)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        for passage in outline(edition):
            self._add(edition, passage, here)
        if not self._list.count():
            self._list.addItem(self.tr("This text has no headings."))
            self._list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)
        self.column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def open_at(self, where: QPoint) -> None:
        """Open as high as its lines, ready for the keyboard."""
        self._list.ensurePolished()
        lines = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        self._list.setFixedHeight(min(_HIGHEST, lines + 2 * self._list.frameWidth()))
        super().open_at(where)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, edition: Edition, passage: Passage, here: int) -> None:
        words = " ".join(edition.words_of(passage).split())
        if len(words) > 90:
            words = words[:88].rstrip() + "…"
        item = QListWidgetItem("    " * max(0, passage.level - 1) + words)
        item.setData(Qt.ItemDataRole.UserRole, passage.id)
        item.setToolTip("")
        if passage.kind is PassageKind.HEADING and passage.level <= 1:
            item.setFont(self.look.interface_font(bold=True))
        self._list.addItem(item)
        if edition.row_of(passage.id) <= here:
            self._list.setCurrentItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key:
            self.chosen.emit(str(key))
            self.close()


def outline(edition: Edition) -> list[Passage]:
    """Return the passages that make the outline, in reading order."""
    headings = [one for one in edition.passages if one.kind is PassageKind.HEADING]
    questions = [one for one in edition.passages if one.kind is PassageKind.QUESTION]
    if len(headings) > 3 or not questions:
        return headings
    return sorted((*headings, *questions), key=lambda one: one.span.start)
