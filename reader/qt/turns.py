"""Long work of the window's own thread, done in parts between which the window answers."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

#: So long one turn takes, s, but for the part that it ends with: a frame has 16 ms.
_TURN_S = 0.006


class Turns(QObject):
    """Takes one work at a time: a newer one stands in for what is left of the older."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Iterator[object] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, parts: Iterator[object]) -> None:
        """Do the first part of a work now, and the others a few in each turn of the loop."""
        self._parts = parts
        self._take(0.0)

    @property
    def under_way(self) -> bool:
        """Whether there is something left to do."""
        return self._timer.isActive()

    def _go_on(self) -> None:
        self._take(_TURN_S)

    def _take(self, most_s: float) -> None:
        self._timer.stop()
        parts, until = self._parts, perf_counter() + most_s
        for _ in parts:
            if parts is not self._parts:  # what was done began something else
                return
            if perf_counter() >= until:
                self._timer.start()
                return
