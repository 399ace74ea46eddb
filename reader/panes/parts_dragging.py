"""Part of the window: a text is dragged by its title, from the library or a pane, into a pane.

In the middle of a pane it takes the place of the text there; at the right edge it opens in a
pane of its own, also a second time.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.model import Place
from reader.panes.desk import Desk
from reader.panes.pane_area import MOST_PANES
from reader.panes.reading_pane import ReadingPane

_MIME = "application/x-counterpoint-work"
#: Share of a pane's width, at its trailing edge, where a text opens beside it.
_EDGE = 0.25


def carried(work: str) -> QMimeData:
    """Return what is dragged for a work."""
    data = QMimeData()
    data.setData(_MIME, work.encode())
    return data


class WorkSource(QObject):
    """Lets a text be dragged out of a widget.

    Args:
        widget: where the mouse is pressed.
        work_at: the short id of the work at a point, empty for none.
    """

    def __init__(self, widget: QWidget, work_at: Callable[[QPoint], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._work_at = work_at
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Begin to drag when the mouse has moved far enough."""
        if isinstance(event, QMouseEvent):
            here = event.position().toPoint()
            if event.type() is QEvent.Type.MouseButtonPress:
                left = event.button() is Qt.MouseButton.LeftButton
                self._pressed = here if left else None
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif self._pressed is not None and event.type() is QEvent.Type.MouseMove:
                far = (here - self._pressed).manhattanLength()
                if far >= QApplication.startDragDistance():
                    return self._drag(self._pressed)
        return super().eventFilter(watched, event)

    def _drag(self, start: QPoint) -> bool:
        self._pressed = None
        work = self._work_at(start)
        if not work:
            return False
        drag = QDrag(self._widget)
        drag.setMimeData(carried(work))
        drag.exec(Qt.DropAction.CopyAction)
        # the drag took the release: without it a button would stay down
        up = QMouseEvent(
            QEvent.Type.MouseButtonRelease, QPoint(-1, -1), QPoint(-1, -1),
            Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(self._widget, up)
        return True


class Dragging(QObject):
    """Takes texts that are dropped on panes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._area = desk.area
        self._area.setAcceptDrops(True)
        self._area.installEventFilter(self)
        self._area.pane_added.connect(self._on_pane)
        for pane in self._area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        WorkSource(pane.header.title, lambda _: pane.work)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Take a text that is dropped; files go on to the window."""
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                work = bytes(event.mimeData().data(_MIME).data()).decode(errors="replace")
                self._drop(work, event.position().toPoint())
            return True
        return super().eventFilter(watched, event)

    def _drop(self, work: str, point: QPoint) -> None:
        area = self._area
        for at, pane in enumerate(area.panes):
            here = pane.mapFrom(area, point)
            if not (pane.isVisible() and pane.rect().contains(here)):
                continue
            across = here.x() / max(1, pane.width())
            edge = (1 - across if not pane.isRightToLeft() else across) < _EDGE
            if edge and pane.work and len(area.panes) < MOST_PANES:
                area.open_at(at + 1, Place(work))
            elif pane.work != work:
                area.show_in(pane, Place(work))
            area.active.focus_text()
            return


def install(desk: Desk) -> Dragging:
    """Register the part."""
    return Dragging(desk)
