"""Lines of a concordance: the word in the middle, one below the other, its context on each side."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.qt.direction import direction_of, draw_line
from reader.qt.safe_text import tip
from reader.qt.theme import Theme

if TYPE_CHECKING:
    from reader.library import KwicLine

_Index = QModelIndex | QPersistentModelIndex

#: The role under which the model gives the line itself.
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
#: The role under which it names text and locus.
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
_PAD_PX = 6
#: Share of the width that the words before get; a little less, for words after say more.
_BEFORE = 0.46
#: Share of it that the names of texts get at most.
_NAMES = 0.3


def line_name(line: "KwicLine", names: Mapping[str, str]) -> str:
    """Return the locus of a line, after the name of its text where several are shown."""
    locus = str(line.locus or "")
    return f"{names[line.work]} {locus}" if line.work in names else locus


class KwicModel(QAbstractListModel):
    """Lines as a model; row = occurrence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[KwicLine, ...] = ()
        self.names: Mapping[str, str] = {}

    def set_lines(self, lines: Sequence["KwicLine"]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or what a role asks of it."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == NAME_ROLE:
            return line_name(line, self.names)
        words = f"{line.left}{line.word}{line.right}".strip()
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line_name(line, self.names)}: {words}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every line can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren


class KwicDelegate(QStyledItemDelegate):
    """Paints a line in three parts; all lines are of one height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.widest = "¶0000"

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt
        """Return one line's height."""
        return QSize(0, QFontMetrics(option.font).lineSpacing() + _PAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint locus, words before, word, words after."""
        line = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self.theme["selection" if chosen else "page"])
        metrics = QFontMetrics(option.font)
        wanted = metrics.horizontalAdvance(self.widest) + _PAD_PX
        gutter = min(wanted, int(rect.width() * _NAMES))
        painter.setFont(option.font)
        painter.setPen(self.theme["selection_text" if chosen else "muted"])
        place = QRect(rect.left() + _PAD_PX, rect.top(), gutter, rect.height())
        name = metrics.elidedText(index.data(NAME_ROLE), Qt.TextElideMode.ElideMiddle, gutter)
        draw_line(painter, place, name)
        inner = rect.adjusted(gutter + _PAD_PX, 0, -_PAD_PX, 0)
        self._paint_words(painter, inner, option.font, line, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme["focus"])
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, font: QFont, line: "KwicLine", *, chosen: bool
    ) -> None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(font)
        middle = rect.left() + int(rect.width() * _BEFORE)
        word = QFontMetrics(strong).elidedText(
            line.word, Qt.TextElideMode.ElideRight, max(20, rect.right() - middle)
        )
        width = QFontMetrics(strong).horizontalAdvance(word)
        left = QRect(rect.left(), rect.top(), middle - rect.left(), rect.height())
        right = QRect(middle + width, rect.top(), rect.right() - middle - width, rect.height())
        between = QRect(middle, rect.top(), width + 2, rect.height())
        way = direction_of(line.word)
        painter.setLayoutDirection(way)  # what comes before stands where that is read
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.theme["selection_text" if chosen else "page_text"])
        before = metrics.elidedText(line.left, Qt.TextElideMode.ElideLeft, left.width())
        painter.drawText(QStyle.visualRect(way, rect, left), centre | end, before)
        if right.width() > 0:
            after = metrics.elidedText(line.right, Qt.TextElideMode.ElideRight, right.width())
            painter.drawText(QStyle.visualRect(way, rect, right), centre | begin, after)
        painter.setFont(strong)
        painter.setPen(self.theme["selection_text" if chosen else "accent"])
        painter.drawText(QStyle.visualRect(way, rect, between), centre | begin, word)


class KwicList(QListView):
    """The lines of one text.

    Signals:
        chosen: the ``KwicLine`` to go to: Return, or a click.
        left: Escape, or Up on the first line.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = KwicModel(self)
        self.setModel(self.lines)
        self._delegate = KwicDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Name the text of each line, by work; none are named when there is but one."""
        self.lines.names = names
        longest = max(names.values(), key=len, default="")
        self._delegate.widest = f"{longest} ¶000".lstrip()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def line(self) -> "KwicLine | None":
        """Return the chosen line."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Return goes; Up on the first line and Escape leave."""
        first = self.currentIndex().row() <= 0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.line() is not None:
                self.chosen.emit(self.line())
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and first):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt
        """A click goes."""
        super().mouseReleaseEvent(event)
        line = self.indexAt(event.position().toPoint()).data(LINE_ROLE)
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            self.chosen.emit(line)
