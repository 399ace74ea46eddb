"""Scrolling to where a reader was, as soon as there is as much to scroll as there was then."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractSlider, QScrollBar


class Scrolled(QObject):
    """Brings a scroll bar to a value when its range allows; gives up when the reader scrolls.

    It waits until its view has been laid out: before, a list brings its chosen line into view.
    """

    def __init__(self, bar: QScrollBar, value: int) -> None:
        super().__init__(bar)
        self._bar, self._value = bar, value
        self._done = False
        bar.rangeChanged.connect(self._try)
        bar.actionTriggered.connect(self._give_up)
        QTimer.singleShot(0, self, self._try)

    def _try(self) -> None:
        if not self._done and self._bar.maximum() >= self._value:
            self._bar.setValue(self._value)
            self._give_up()

    def _give_up(self, _action: QAbstractSlider.SliderAction | int = 0) -> None:
        self._done = True
        self.deleteLater()


def scroll_to(bar: QScrollBar, value: object) -> None:
    """Scroll a bar to a value of a session, now or when it can; nonsense is left out."""
    if type(value) is int and value > 0:
        Scrolled(bar, value)
