"""A pane glides to a place, so that the eye can follow; a far one is reached at once."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from reader.panes.text_view import TextView

#: Long enough to see where the words went, short enough not to wait for.
_LASTS_MS = 160
#: Farther than so many heights of the pane nothing can be followed by eye.
_FAR = 2.5


class Glide(QObject):
    """Moves one view; a newer place takes the place of the older.

    Args:
        view: what moves.
        still: says whether it should be there at once, however near.

    Signals:
        arrived: the view stands where it was sent to; not when the reader took over.
    """

    arrived = Signal()

    def __init__(self, view: TextView, still: Callable[[], bool] = lambda: False) -> None:
        super().__init__(view)
        self._view = view
        self._still = still
        self._place = (0, 0.0)
        self._moves = QVariantAnimation(self)
        self._moves.setDuration(_LASTS_MS)
        self._moves.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moves.valueChanged.connect(self._on_step)
        self._moves.finished.connect(self._arrive)
        view.verticalScrollBar().actionTriggered.connect(self.stop)  # by wheel, mouse or keys

    @property
    def under_way(self) -> bool:
        """Whether the view is moving."""
        return self._moves.state() is QVariantAnimation.State.Running

    def stop(self) -> None:
        """Stay where the view is now."""
        self._moves.stop()

    def to_line(self, offset: int, above_px: float) -> None:
        """Glide to where ``go_to_line`` of the view leads, exactly."""
        self.stop()
        view, self._place = self._view, (offset, above_px)
        bar, rows, start = view.verticalScrollBar(), view.rows, view.scroll_px()
        view.go_to_line(*self._place)
        end = view.scroll_px()
        moves = view.rows == rows and not self._still()
        if moves and 0 < abs(end - start) <= _FAR * view.viewport().height():
            self._moves.setStartValue(start)
            self._moves.setEndValue(end)
            bar.setValue(start)
            self._moves.start()
        else:
            self.arrived.emit()

    def _on_step(self, value: int) -> None:
        self._view.verticalScrollBar().setValue(value)

    def _arrive(self) -> None:
        self._view.go_to_line(*self._place)
        self.arrived.emit()
