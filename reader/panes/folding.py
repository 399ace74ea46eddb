"""Rows and divided pages that fold where they have no room: one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.panes.splitter import Splitter

#: Two parts of a page stand side by side from this width on, px, where letters are so high, px.
_BESIDE, _LETTERS_PX = 640, 16


class FoldingRow(QVBoxLayout):
    """Widgets in a row; some of them move to a second one below where there is no room.

    Args:
        widgets: as they stand in one row.
        folded: those that stand in the second row when there are two.
        gap: the room that is left stays free before this one; else the first widget takes it.
        end: stands at the far end of the second row.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        folded: Sequence[QWidget],
        gap: QWidget | None = None,
        end: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._widgets, self._folded = tuple(widgets), tuple(folded)
        self._gap, self._end = gap, end
        self._is_folded: bool | None = None
        self.setSpacing(8)
        self._rows = QHBoxLayout(), QHBoxLayout()
        for row in self._rows:
            self.addLayout(row)
        self.fit(10_000)

    def fit(self, width_px: int) -> None:
        """Fold the row, or not, for a width."""
        needs = [one.sizeHint().width() for one in self._widgets]
        needed = sum(needs) + self._rows[0].spacing() * len(needs)
        folded = width_px < needed
        if folded == self._is_folded:
            return
        self._is_folded = folded
        upper, lower = self._rows
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for at, one in enumerate(self._widgets):
            below = folded and one in self._folded
            row = lower if below else upper
            if one is self._gap or (below and one is self._end):
                row.addStretch(1)
            row.addWidget(one, int(at == 0 and self._gap is None))
        for row in self._rows:
            filled = self._gap is None if row is upper else self._end is not None
            row.addStretch(0 if filled else 1)


class FoldingSplit(Splitter):
    """Two parts side by side, or one below the other in a narrow page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._beside: list[int] = []

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fold, or unfold to the widths of before."""
        folded = self.width() < _BESIDE * max(1.0, self.fontMetrics().height() / _LETTERS_PX)
        if folded != (self.orientation() is Qt.Orientation.Vertical):
            if folded:
                self._beside = self.sizes()
            self.setOrientation(Qt.Orientation.Vertical if folded else Qt.Orientation.Horizontal)
            self.setSizes([1000, 1000] if folded else self._beside)
        super().resizeEvent(event)
