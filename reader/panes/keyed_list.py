"""Names with their keys at the end of the line, or below them where there is no room for both."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

#: The largest share of a line that keys take.
_SHARE = 0.45
_NAME = Qt.ItemDataRole.UserRole + 1


class KeyedList(QTreeWidget):
    """Rows of a name (column 0) and what stands aside of it (column 1).

    Args:
        parent: of the list.
        row_px: least height of a row.
    """

    def __init__(self, parent: QWidget, row_px: int = 0) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self._row_px = row_px
        self._below = False
        self._fit_columns()

    def show_row(self, item: QTreeWidgetItem, name: str, aside: str) -> None:
        """Set the words of a row."""
        item.setData(0, _NAME, name)
        item.setText(1, aside)
        self._show_name(item)

    def fit(self) -> None:
        """Put what stands aside below the names, or back, for the width there is."""
        rows = self._rows()
        words = max((item.text(1) for item in rows), key=len, default="")
        needed = self.fontMetrics().horizontalAdvance(words)
        below = needed > self.width() * _SHARE
        if below != self._below:
            self._below = below
            self.setColumnHidden(1, below)
            for item in rows:
                self._show_name(item)
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fit the rows to the new width."""
        self.fit()
        super().resizeEvent(event)

    def _show_name(self, item: QTreeWidgetItem) -> None:
        lines = [str(item.data(0, _NAME))]
        if self._below and item.text(1):
            lines.append(item.text(1))
        item.setText(0, "\n".join(lines))
        if self._row_px:
            more = self.fontMetrics().lineSpacing() if self._below else 0
            item.setSizeHint(0, QSize(0, self._row_px + more))

    def _rows(self) -> list[QTreeWidgetItem]:
        every = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return [one for one in every if one.data(0, _NAME) is not None]

    def _fit_columns(self) -> None:
        """Give keys the room they need, and all the rest to the names."""
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
