"""Lists of cards: one look and one way of moving for hits, related passages and notes.

A card is a value; model, painting and list know nothing of what it stands for.  All text is
painted as it is, never read as markup.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.model import Span
from reader.model.values import dataclass
from reader.panes.card_text import CardText, Tint
from reader.qt.direction import draw_line
from reader.qt.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

#: The role under which the model gives the card itself.
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
#: Joined once: Python's flags are slow for what is asked of every card at every key stroke.
_CARD_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_PAD_PX = 8
_GAP_PX = 3
_EDGE_PX = 4
#: Lines of an excerpt that a card shows, if nothing else is said.
_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One row.

    Attributes:
        key: what the row stands for; opaque here.
        title: first line, set strongly; of a group the only line.
        text: an excerpt; at most ``lines`` lines of it are shown.
        marks: stretches of ``text`` to set off, in code points, ascending, not overlapping.
        aside: right end of the first line (a locus, a score).
        footer: last line, muted.
        tint: role or mark colour of the edge; empty for none.
        group: a heading over the cards that follow; cannot be chosen.
        lines: most lines of ``text`` that are shown.
        struck: shown as set aside (a rejected link, a muted member).
    """

    key: object
    title: str
    text: str = ""
    marks: tuple[Span, ...] = ()
    aside: str = ""
    footer: str = ""
    tint: Tint = ""
    group: bool = False
    lines: int = _LINES
    struck: bool = False

    @property
    def spoken(self) -> str:
        """The card in one breath, for screen readers."""
        return ". ".join(filter(None, (self.title, self.aside, self.text, self.footer)))


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


class CardDelegate(QStyledItemDelegate):
    """Paints cards; heights cost one measurement of the text's width each."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measured: dict[int, tuple[Card, QSize]] = {}
        self._measured_for: tuple[QFont, int] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt
        """Return the height that the card needs at the list's width.

        Qt asks three times for each card that it lays out and paints; it is measured once.
        """
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        font = option.font
        if self._measured_for != (font, width):
            self._measured.clear()
            self._measured_for = (QFont(font), width)
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return QSize(0, QFontMetrics(font).lineSpacing())
        known = self._measured.get(index.row())
        if known is None or known[0] is not card:
            known = self._measured[index.row()] = card, _size(card, font, width)
        return known[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        painter.save()
        rect = option.rect
        if card.group:
            self._paint_group(painter, rect, option.font, card)
        else:
            self._paint_card(painter, option, card)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, font: QFont, card: Card) -> None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(self.theme["heading"])
        inner = rect.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        aside = QFontMetrics(font).horizontalAdvance(card.aside) + _PAD_PX if card.aside else 0
        room = _mirrored(painter, inner, inner.adjusted(0, 0, -aside, 0))
        draw_line(painter, room, card.title)
        painter.setFont(font)
        painter.setPen(self.theme["muted"])
        draw_line(painter, inner, card.aside, trailing=True)
        painter.setPen(self.theme["rule"])
        rule = _mirrored(painter, rect, rect.adjusted(_PAD_PX, 0, 0, 0))
        painter.drawLine(rule.bottomLeft(), rule.bottomRight())

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        rect = option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self.theme["card"])
        painter.setPen(self.theme["focus" if chosen else "border"])
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if chosen:  # not by colour alone: a second line inside
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        if card.tint:
            edge = QRect(rect.left(), rect.top(), _EDGE_PX, rect.height())
            painter.fillRect(_mirrored(painter, rect, edge), CardText.tint(self.theme, card.tint))
        self._paint_words(painter, rect, option.font, card)

    def _paint_words(self, painter: QPainter, rect: QRect, font: QFont, card: Card) -> None:
        line = QFontMetrics(font).lineSpacing()
        inner = rect.adjusted(_PAD_PX + _EDGE_PX, _PAD_PX - 2, -_PAD_PX, 0)
        inner = _mirrored(painter, rect, inner)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        strong.setStrikeOut(card.struck)
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        aside = QFontMetrics(font).horizontalAdvance(card.aside)
        painter.setFont(font)
        painter.setPen(self.theme["muted"])
        draw_line(painter, top, card.aside, trailing=True)
        painter.setFont(strong)
        painter.setPen(self.theme["card_text"])
        room = top.adjusted(0, 0, -aside - _GAP_PX if aside else 0, 0)
        draw_line(painter, _mirrored(painter, top, room), card.title)
        below = inner.adjusted(0, line + _GAP_PX, 0, 0)
        height = CardText(card.text, card.marks, font, self.theme).draw(painter, below, card.lines)
        if card.footer:
            foot = QRect(below.left(), below.top() + height + _GAP_PX, below.width(), line)
            painter.setFont(font)
            painter.setPen(self.theme["muted"])
            draw_line(painter, foot, card.footer)


def _size(card: Card, font: QFont, width_px: int) -> QSize:
    line = QFontMetrics(font).lineSpacing()
    if card.group:
        return QSize(0, line + 2 * _PAD_PX)
    lines = CardText.lines_needed(card.text, font, width_px - _inset(), card.lines)
    return QSize(0, _height(line, 1 + lines + bool(card.footer)))


def _height(line: int, rows: int) -> int:
    return rows * line + (rows - 1) * _GAP_PX + 2 * _PAD_PX


def _inset() -> int:
    return 2 * _PAD_PX + _EDGE_PX + 4


def _mirrored(painter: QPainter, whole: QRect, part: QRect) -> QRect:
    """Return ``part`` of ``whole`` as it stands where one reads from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), whole, part)


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
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)

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
        height = _height(QFontMetrics(self.font()).lineSpacing(), 1 + _LINES)
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

    def step(self, by: int) -> object:
        """Choose the next (1) or previous (-1) card; return its key, None at the end."""
        cards = self.cards.cards
        row = self.currentIndex().row()
        row = row + by if row >= 0 else (0 if by > 0 else len(cards) - 1)
        while 0 <= row < len(cards):
            if not cards[row].group:
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
