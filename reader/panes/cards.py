"""Lists of cards: one look and one way of moving for hits, related passages and notes.

A card is a value; model, painting and list know nothing of what it stands for.  All text is
painted as it is, never read as markup.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reader.panes.card import CARD_ROLE, LINES, Card, CardDelegate, card_height
from reader.qt.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

#: Joined once: Python's flags are slow for what is asked of every card at every key stroke.
_CARD_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class CardModel(QAbstractListModel):
    """Cards as a model; row = card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in their order."""
        return self._cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; nothing happens when they are the same."""
        if tuple(cards) == self._cards:
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of cards."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, or what a role asks of it."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Groups cannot be chosen."""
        if not index.isValid() or self._cards[index.row()].group:
            return Qt.ItemFlag.NoItemFlags
        return _CARD_FLAGS


class CardList(QListView):
    """A list of cards, moved through by arrow keys; groups are skipped.

    Signals:
        chosen: key of the card that was clicked or that Return was pressed on.
        looked_at: key of the card that the keyboard came to.
        hovered: key of the card that the mouse rests on; None for none.
        left: the reader wants to leave the list upwards (Up on the first card, or Escape).
        escaped: the reader wants to leave the list altogether (Escape).
    """

    chosen = Signal(object)
    looked_at = Signal(object)
    hovered = Signal(object)
    left = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self._delegate = CardDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # its room is kept: where it came and went, all cards would be measured and set twice
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # without a handle, while there is nothing to scroll
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)
        self._unlaid = False

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt
        """Lay out what is seen: a list that is made has some widths before it has its own."""
        self._unlaid = not self.isVisible()
        if not self._unlaid:
            super().doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt
        """Paint what is laid out already, too: Qt shows no card before the last has its place."""
        super().paintEvent(event)
        seen = self.viewport().rect()
        rows = map(self.cards.index, range(self.cards.rowCount()))
        first = next((one for one in rows if self.visualRect(one).intersects(seen)), None)
        if first is None or self.indexAt(self.visualRect(first).center()).isValid():
            return
        option, painter = QStyleOptionViewItem(), QPainter(self.viewport())
        self.initViewItemOption(option)
        for row in range(first.row(), self.cards.rowCount()):
            index = self.cards.index(row)
            option.rect = self.visualRect(index)
            if not option.rect.intersects(seen):
                break
            option.state &= ~QStyle.StateFlag.State_Selected
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self._delegate.paint(painter, option, index)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt
        """Lay out what came while nobody saw it."""
        super().showEvent(event)
        if self._unlaid:
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Lay out anew for another width: Qt does so for another height only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; what was chosen and selected stays so when it is still there."""
        before, selected = self.key(), self.keys_chosen()
        if tuple(cards) == self.cards.cards:
            return
        self.cards.set_cards(cards)
        self.choose(before)
        if len(selected) > 1:
            self._select_too(frozenset(selected))

    def _select_too(self, keys: frozenset[object]) -> None:
        """Select the cards with these keys, beside the chosen one."""
        again = QItemSelection()
        for row, card in enumerate(self.cards.cards):
            if not card.group and card.key in keys:
                again.select(self.cards.index(row), self.cards.index(row))
        self.selectionModel().select(again, QItemSelectionModel.SelectionFlag.Select)

    def height_px(self, most: int) -> int:
        """Return the height that all cards need, px; counting stops at ``most``."""
        needed = 2 * self.frameWidth()
        for row in range(self.cards.rowCount()):
            if needed >= most:
                break
            needed += self.sizeHintForRow(row) + 2 * self.spacing()
        return min(most, needed)

    def room(self) -> int:
        """Return how many cards of three lines are seen at once, the last one in part."""
        line = QFontMetrics(self.font()).lineSpacing()
        height = card_height(line, LINES * line, foot=False)
        return self.viewport().height() // height + 1

    def key(self) -> object:
        """Return the key of the chosen card; None when there is none."""
        card = self.currentIndex().data(CARD_ROLE)
        return card.key if isinstance(card, Card) else None

    def keys_chosen(self) -> tuple[object, ...]:
        """Return the keys of all selected cards, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.cards.cards[row].key for row in rows)

    def choose(self, key: object) -> bool:
        """Choose the card with this key; say whether there is one."""
        for row, card in enumerate(self.cards.cards):
            if not card.group and card.key == key and key is not None:
                self.setCurrentIndex(self.cards.index(row))
                return True
        return False

    def step(self, by: int, among: Collection[object] | None = None) -> object:
        """Choose the next (1) or previous (-1) card; return its key, None at the end.

        ``among`` are the keys of the cards that come into question; None for all.
        """
        cards = self.cards.cards
        row = self.currentIndex().row()
        row = row + by if row >= 0 else (0 if by > 0 else len(cards) - 1)
        while 0 <= row < len(cards):
            if not cards[row].group and (among is None or cards[row].key in among):
                self.setCurrentIndex(self.cards.index(row))
                return cards[row].key
            row += by
        return None

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt
        """Tell what the keyboard rests on."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.looked_at.emit(self.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Return goes; Up on the first card and Escape leave."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.key() is not None:
                self.chosen.emit(self.key())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            self.escaped.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            if self.step(-1 if key == Qt.Key.Key_Up else 1) is None and key == Qt.Key.Key_Up:
                self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # letters and Space are commands of the panel around the list
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt
        """A click goes; one with a modifier only selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        card = index.data(CARD_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        if isinstance(card, Card) and not card.group:
            self.chosen.emit(card.key)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
        """The mouse rests on nothing any more."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt
        """The keyboard rests on nothing any more, either."""
        super().focusOutEvent(event)
        self.hovered.emit(None)

    def _on_entered(self, index: QModelIndex) -> None:
        card = index.data(CARD_ROLE)
        self.hovered.emit(card.key if isinstance(card, Card) and not card.group else None)
