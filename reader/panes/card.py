"""One card of a list: what it says, and how it is painted.

All text is painted as it is, never read as markup.
"""

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.model import Span
from reader.model.values import dataclass
from reader.panes.card_text import CardText, Tint
from reader.qt.direction import draw_line
from reader.qt.safe_text import tip
from reader.qt.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

#: The role under which the model gives the card itself.
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD_PX = 8
_GAP_PX = 3
_EDGE_PX = 4
#: Lines of an excerpt that a card shows, if nothing else is said.
LINES = 3
#: Cards that are seen at once: their excerpts are set when they are measured, and painted so.
_AT_ONCE = 20


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
    lines: int = LINES
    struck: bool = False

    @property
    def spoken(self) -> str:
        """The card in one breath, for screen readers."""
        return ". ".join(filter(None, (self.title, self.aside, self.text, self.footer)))


class LateCard(Card):
    """A card whose words are put together when it is first measured, shown or spoken.

    Of ten thousand notes that takes half a second; a list lays out a hundred at a time.
    """

    __slots__ = ("_make",)
    _make: Callable[[], Card]

    def __init__(self, key: object, make: Callable[[], Card]) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "group", False)
        object.__setattr__(self, "_make", make)

    def __getattr__(self, name: str) -> object:
        """Make the card: only a field that is not yet set is looked for here."""
        made = self._make()
        for field in fields(Card):
            object.__setattr__(self, field.name, getattr(made, field.name))
        return getattr(made, name)


class CardDelegate(QStyledItemDelegate):
    """Paints cards; heights cost one measurement of the text's width each."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measured: dict[int, tuple[Card, QSize, CardText | None]] = {}
        self._measured_for: tuple[QFont, int, str] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt
        """Return the height that the card needs at the list's width.

        Qt asks three times for each card that it lays out and paints; it is measured once.
        """
        font, row = option.font, index.row()
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return QSize(0, QFontMetrics(font).lineSpacing())
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        if self._measured_for != (font, width, self.theme.key):
            self._measured.clear()
            self._measured_for = QFont(font), width, self.theme.key
        known = self._measured.get(row)
        if known is None or known[0] is not card:
            known = card, *self._measure(card, font, width, row)
            self._measured[row] = known
        return known[1]

    def _measure(
        self, card: Card, font: QFont, width_px: int, row: int
    ) -> tuple[QSize, CardText | None]:
        line = QFontMetrics(font).lineSpacing()
        if card.group:
            return QSize(0, line + 2 * _PAD_PX), None
        room = width_px - _inset()
        excerpt = None
        if row < _AT_ONCE and card.text:
            excerpt = CardText(card.text, card.marks, QFont(font), self.theme)
            text_px = excerpt.fitted(room, card.lines)[1]
        else:
            lines = CardText.lines_needed(card.text, card.marks, font, room, card.lines)
            text_px = CardText.lines_px(lines, font)
        return QSize(0, card_height(line, text_px, foot=bool(card.footer))), excerpt

    def _excerpt(self, card: Card, font: QFont, row: int) -> CardText:
        """Return the excerpt as it was set when it was measured, or a new one."""
        known = self._measured.get(row)
        made_for = self._measured_for
        if (
            known is not None
            and known[0] is card
            and known[2] is not None
            and made_for is not None
            and (made_for[0], made_for[2]) == (font, self.theme.key)
        ):
            return known[2]
        return CardText(card.text, card.marks, QFont(font), self.theme)

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
            self._paint_card(painter, option, card, index.row())
        painter.restore()

    def helpEvent(  # noqa: N802 - Qt
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Say the lines that have no room."""
        card = index.data(CARD_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(card, Card):
            return super().helpEvent(event, view, option, index)
        words = _cut(card, view.font(), option.rect.width() - _inset())
        QToolTip.showText(event.globalPos(), tip(words), view)
        return True

    def _paint_group(self, painter: QPainter, rect: QRect, font: QFont, card: Card) -> None:
        painter.setFont(_strong(font))
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

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: Card, row: int
    ) -> None:
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
        excerpt = self._excerpt(card, option.font, row) if card.text else None
        self._paint_words(painter, rect, option.font, card, excerpt)

    def _paint_words(
        self, painter: QPainter, rect: QRect, font: QFont, card: Card, excerpt: CardText | None
    ) -> None:
        line = QFontMetrics(font).lineSpacing()
        inner = rect.adjusted(_PAD_PX + _EDGE_PX, _PAD_PX - 2, -_PAD_PX, 0)
        inner = _mirrored(painter, rect, inner)
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        aside = QFontMetrics(font).horizontalAdvance(card.aside)
        painter.setFont(font)
        painter.setPen(self.theme["muted"])
        draw_line(painter, top, card.aside, trailing=True)
        painter.setFont(_strong(font, struck=card.struck))
        painter.setPen(self.theme["card_text"])
        room = top.adjusted(0, 0, -aside - _GAP_PX if aside else 0, 0)
        draw_line(painter, _mirrored(painter, top, room), card.title)
        below = inner.adjusted(0, line + _GAP_PX, 0, 0)
        height = excerpt.draw(painter, below, card.lines) if excerpt else 0
        if card.footer:
            foot = QRect(below.left(), below.top() + height + _GAP_PX, below.width(), line)
            painter.setFont(font)
            painter.setPen(self.theme["muted"])
            draw_line(painter, foot, card.footer)


def _cut(card: Card, font: QFont, width_px: int) -> str:
    """Return the title and the last line of a card, as far as they are cut."""
    aside = QFontMetrics(font).horizontalAdvance(card.aside)
    room = width_px - (aside + _GAP_PX if aside else 0)
    lines = []
    if QFontMetrics(_strong(font)).horizontalAdvance(card.title) > room:
        lines.append(card.title)
    if QFontMetrics(font).horizontalAdvance(card.footer) > width_px:
        lines.append(card.footer)
    return " · ".join(lines)


def _strong(font: QFont, *, struck: bool = False) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    strong.setStrikeOut(struck)
    return strong


def card_height(line_px: int, text_px: int, *, foot: bool) -> int:
    """Return the height of a card with an excerpt of this height between title and last line."""
    below = (_GAP_PX + text_px if text_px else 0) + (_GAP_PX + line_px if foot else 0)
    return 2 * _PAD_PX + line_px + below


def _inset() -> int:
    return 2 * _PAD_PX + _EDGE_PX + 4


def _mirrored(painter: QPainter, whole: QRect, part: QRect) -> QRect:
    """Return ``part`` of ``whole`` as it stands where one reads in the painter's direction."""
    if painter.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return part
    return QStyle.visualRect(painter.layoutDirection(), whole, part)
