"""A line that tells where one is, in as many words as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlaceLine(QLabel):
    """Shows the longest of several forms that fits; of the shortest what fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._forms: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(8, 0, 8, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, forms: Sequence[str]) -> None:
        """Say the same in several forms, the longest first."""
        self._forms = tuple(forms) or ("",)
        self._fit()

    def _fit(self) -> None:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        fitting = (one for one in self._forms if metrics.horizontalAdvance(one) <= room)
        last = metrics.elidedText(self._forms[-1], Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(next(fitting, last))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Say more, or less."""
        super().resizeEvent(event)
        self._fit()
