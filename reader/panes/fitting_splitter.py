"""A splitter of two parts of which the lower one gets no more height than it needs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.panes.splitter import Splitter

#: Share of the height that the lower part has at most, until the reader moves the divider.
_SHARE = 0.4


class FittingSplitter(Splitter):
    """Gives to the upper part what the lower one would leave empty.

    Args:
        need_px: height that the lower part needs; it may stop counting at the height it is given.
    """

    def __init__(self, need_px: Callable[[int], int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._need_px = need_px
        self._share = _SHARE
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)

    def fit(self) -> None:
        """Divide the height anew: the lower part shows something else."""
        whole = sum(self.sizes())
        if whole > 0:
            most = round(self._share * whole)
            lower = min(most, self._need_px(most))
            self.setSizes([whole - lower, lower])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Divide another height."""
        super().resizeEvent(event)
        self.fit()

    def _on_moved(self) -> None:
        upper, lower = self.sizes()
        self._share = lower / max(1, upper + lower)
