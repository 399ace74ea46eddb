"""The command palette: every command by name, with its key; texts and places too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.model.values import dataclass
from reader.panes.keyed_list import KeyedList
from reader.panes.spoken_names import announce
from reader.qt.look import Look

#: Most lines: all commands, and the texts and concepts of a large library.
_SHOWN = 400
_ROW_PX = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    Attributes:
        name: what is chosen, for people.
        aside: key or remark, shown at the right.
        do: carried out after the palette has closed.
        enabled: whether it can be done now; what cannot is shown, but not carried out.
        rank: 0 for what is meant most often; higher for what is meant less.
    """

    name: str
    aside: str
    do: Callable[[], object]
    enabled: bool = True
    rank: int = 0


def rank(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that fit, best first: all words as beginnings of words, else letters.

    Of those that fit equally well, the ones that can be done now stand first; those of a lower
    rank stand before others that merely begin with the words.

    >>> rank([Entry("Find next", "", print), Entry("Full screen", "", print)], "fs")[0].name
    'Full screen'
    """
    wanted = query.casefold().split()
    scored = []
    for order, entry in enumerate(entries):
        score = _score(entry.name.casefold(), wanted)
        if score is not None:
            key = (max(score, 1), entry.rank, score, not entry.enabled, order)
            scored.append((key, entry))
    return [entry for _, entry in sorted(scored, key=lambda one: one[0])]


def _score(name: str, wanted: list[str]) -> int | None:
    words = name.split()
    if all(any(word.startswith(one) for word in words) for one in wanted):
        return 0 if not wanted or name.startswith(wanted[0]) else 1
    letters = "".join(wanted)
    if "".join(word[0] for word in words).startswith(letters):
        return 2
    if all(one in name for one in wanted):
        return 3
    at = -1
    for letter in letters:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
    return 4


class Palette(QDialog):
    """A field and a list; Enter does what is chosen."""

    def __init__(self, look: Look, entries: Sequence[Entry], hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._entries = entries
        self._shown: list[Entry] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setFont(look.interface_font(1.15))
        self.list = KeyedList(self, look.scaled(_ROW_PX))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(hint)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformRowHeights(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._choose())
        self._fill("")

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        width = min(self._look.scaled(620), window.width() - 40)
        self.resize(width, min(self._look.scaled(460), window.height() - 80))
        self._show_whole_rows()
        middle = window.mapToGlobal(window.rect().topLeft())
        self.move(middle.x() + (window.width() - width) // 2, middle.y() + 56)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_whole_rows(self) -> None:
        """Leave out the room in which half a row would stand."""
        layout, row = self.layout(), self.list.sizeHintForRow(0)
        if layout is not None and row > 0:
            layout.activate()
            self.list.fit()
            row = self.list.sizeHintForRow(0)
            rest = (self.list.height() - 2 * self.list.frameWidth()) % row
            self.resize(self.width(), self.height() - rest)

    def _fill(self, query: str) -> None:
        self._shown = rank(self._entries, query)[:_SHOWN]
        self.list.clear()
        for entry in self._shown:
            item = QTreeWidgetItem()
            self.list.show_row(item, entry.name, entry.aside)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not entry.enabled:
                for column in (0, 1):
                    item.setForeground(column, self._look.theme["muted"])
                said = self.tr("{0}, not possible now").format(entry.name)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
                item.setToolTip(0, said)
            self.list.addTopLevelItem(item)
        if not self._shown:
            none = QTreeWidgetItem([self.tr("Nothing here is called that."), ""])
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(none)
        self._go(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move in the list and choose without leaving the field."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if watched is self.field and pressed and self._took(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key in steps and self._shown:
            self._go(self.list.currentIndex().row() + steps[key])
        else:
            return False
        return True

    def _go(self, row: int) -> None:
        """Make a row the current one, the nearest there is."""
        item = self.list.topLevelItem(min(len(self._shown) - 1, max(0, row)))
        if item is not None:
            self.list.setCurrentItem(item)
            name = self._shown[self.list.indexOfTopLevelItem(item)].name if self._shown else ""
            said = item.data(0, Qt.ItemDataRole.AccessibleTextRole) or name or item.text(0)
            announce(self.field, ", ".join(filter(None, (said, item.text(1)))))

    def _choose(self) -> None:
        at = self.list.currentIndex().row()
        if not 0 <= at < len(self._shown) or not self._shown[at].enabled:
            return  # what was typed stays, for another try
        self.close()
        self._shown[at].do()
