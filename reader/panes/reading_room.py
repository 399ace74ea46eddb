"""The reading room: the panes and the side panel, beside each other or one at a time.

In a window that is too narrow for both, the panel lies over the texts and says how one gets back.
Whatever leads to a text - Escape, a hit, a command that gives a text the focus - puts the panel
away; it comes back by itself when there is room for both again.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.panes.pane_area import PaneArea
from reader.panes.side_panel import SidePanel
from reader.panes.splitter import Splitter

#: A text narrower than this beside the panel is no pleasure, px.
_LEAST_TEXT = 360
_WIDTHS = (1000, 320)


class _Split(Splitter):
    """Texts and panel beside each other.

    Attributes:
        before: the widths before the window was last made wider or narrower.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.before = list(_WIDTHS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Remember the widths."""
        if self.count() > 1 and all(self.sizes()):
            self.before = self.sizes()
        super().resizeEvent(event)


class ReadingRoom(QWidget):
    """Panes and side panel.

    Attributes:
        narrow: whether there is no room for both.
        away: whether the panel gave way to a text and comes back when there is room.
    """

    def __init__(self, area: PaneArea, side: SidePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area, self._side = area, side
        self.narrow = self.away = False
        self._widths = list(_WIDTHS)
        self._split = _Split(self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(area)
        self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes(self._widths)
        kept = self._split.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the panel over it needs as much room, no more
        self._split.setSizePolicy(kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self.setFocusProxy(area)
        side.hide()
        side.shown.connect(self._on_brought)
        side.gone.connect(self._cover)
        area.went.connect(self.show_text)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are widgets
        application.focusChanged.connect(self._on_focus)

    @property
    def covered(self) -> bool:
        """Whether the panel lies over the texts."""
        return self.narrow and not self._side.isHidden()

    def sizes(self) -> list[int]:
        """Return the widths of texts and panel, px: those that they have beside each other."""
        return list(self._widths) if self.narrow else self._split.sizes()

    def set_sizes(self, sizes: Sequence[int]) -> None:
        """Set these widths."""
        self._widths = list(sizes)
        if not self.narrow:
            self._split.setSizes(self._widths)

    def show_text(self) -> None:
        """Put a panel away that lies over the texts."""
        if self.covered:
            self.away = True
            self._side.hide()
            self._area.active.focus_text()

    def fit(self) -> None:
        """Find out whether there is room for both."""
        narrow = self.width() < self._side.minimumWidth() + _LEAST_TEXT
        if narrow != self.narrow:
            (self._lay_over if narrow else self._lay_beside)()
        self._cover()

    def _lay_over(self) -> None:
        shown, focus = not self._side.isHidden(), QApplication.focusWidget()
        within = focus is not None and self._side.isAncestorOf(focus)
        self._widths = self._split.before
        self.narrow = True
        self._side.blockSignals(True)
        self._side.setParent(self)
        self._side.blockSignals(False)
        self._side.set_alone(alone=True)
        self.away = shown and not within
        if shown and within:
            self._side.show()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_beside(self) -> None:
        shown = self.away or not self._side.isHidden()
        focus = QApplication.focusWidget()
        self.narrow = self.away = False
        self._split.addWidget(self._side)
        self._side.set_alone(alone=False)
        self._side.setVisible(shown)
        self._split.setSizes(self._widths)
        if focus is not None and self._side.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self) -> None:
        """Lay the panel over the texts, which nobody sees then: no screen reader either."""
        if self.narrow:
            self._side.setGeometry(self.rect())
            self._side.raise_()
        self._split.setVisible(not self.covered)

    def _on_brought(self, _key: str) -> None:
        self.away = False
        self._cover()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.covered and now is not None and self._area.isAncestorOf(now):
            self.show_text()  # Qt gives the focus also to what stands in something hidden

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Lay the panel over the texts, or beside them."""
        super().resizeEvent(event)
        self.fit()
