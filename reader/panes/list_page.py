"""A page of the study room with a list to look through on the left and a form on the right."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.panes.card import Card
from reader.panes.cards import CardList
from reader.panes.folding import FoldingSplit
from reader.panes.lens_room import StudyPage, chosen_again
from reader.panes.scroll_room import ScrollRoom
from reader.panes.scrolled import scroll_to
from reader.qt.look import Look
from reader.qt.sentences import translated

#: Letters of the longest choice that is shown whole.
_CHOICE = 14


def mistakes(head: str, problems: Sequence[str]) -> list[Card]:
    """Return cards that tell what is wrong in the reader's own file; none when all is well."""
    if not problems:
        return []
    cards = [Card("problems", head, group=True)]
    for row, one in enumerate(problems):
        place = re.split(r" \(|:", one, maxsplit=1)[0]
        cards.append(Card(("problem", row), place, translated(one), lines=5))
    return cards


def scrolling(form: QWidget, parent: QWidget) -> ScrollRoom:
    """Return what lets a form scroll where it has no room: none of its fields overlap then."""
    room = ScrollRoom(parent)
    room.setWidget(form)
    return room


class ListPage(StudyPage):
    """List and form; what is listed, and what the form says, is the heir's affair.

    Args:
        find: what the field above the list is for.
        which: what the choice beside it is for.
        named: name of the list for a screen reader.
        look: of the window.
        parent: of the page.

    Attributes:
        filter: words that what is listed must have.
        kind: which of all are listed; the heir fills it.
        list: as cards.
    """

    def __init__(
        self, find: str, which: str, named: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(find)
        self.filter.setAccessibleName(find)
        self.filter.textChanged.connect(self._show)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(which)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.setMinimumContentsLength(_CHOICE)
        self.kind.currentIndexChanged.connect(self._show)
        self.list = CardList(look.theme, named, self)
        self.list.chosen.connect(self._on_chosen)
        self.list.looked_at.connect(self._on_looked_at)
        self.list.left.connect(self.filter.setFocus)

    def _lay_out(self, new: QPushButton, form: QWidget, sizes: tuple[int, int]) -> None:
        """Put the list, the button for a new entry below it, and the form in their places."""
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 12, 8)
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.kind)
        column.addLayout(row)
        column.addWidget(self.status)
        column.addWidget(self.list, 1)
        column.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        split = FoldingSplit(self)
        split.addWidget(left)
        split.addWidget(form)
        split.setSizes(list(sizes))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.filter)

    def _show(self) -> None:
        """List what field and choice ask for."""
        raise NotImplementedError

    def _on_chosen(self, key: object) -> None:
        """Put an entry into the form, for writing."""
        raise NotImplementedError

    def _on_looked_at(self, key: object) -> None:
        """Put an entry into the form, for reading."""
        raise NotImplementedError

    def dump(self) -> dict[str, object]:
        """Return what is listed, and where one is in the list."""
        return {
            "filter": self.filter.text(),
            "kind": self.kind.currentData(),
            "down": self.list.verticalScrollBar().value(),
        }

    def load(self, stored: Mapping[str, object]) -> None:
        """List it again."""
        chosen_again(self.kind, stored.get("kind"))
        words = stored.get("filter")
        self.filter.setText(words if isinstance(words, str) else "")
        self._show()
        self._load_chosen(stored)
        scroll_to(self.list.verticalScrollBar(), stored.get("down"))

    def _load_chosen(self, stored: Mapping[str, object]) -> None:
        """Choose what a session says."""
        raise NotImplementedError

    def _show_again(self) -> None:
        """List anew what the same words ask for: one stays where one is."""
        down = self.list.verticalScrollBar().value()
        self._show()
        scroll_to(self.list.verticalScrollBar(), down)

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        self.list.set_theme(look.theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Down leads from the field into the list."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.list.key() is None:
                self.list.step(1)
        else:
            super().keyPressEvent(event)
