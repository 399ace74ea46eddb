"""The side panel: a host for search, notes, related passages and whatever comes.

A panel is registered by key, name, icon and a function that makes it; it is made when it is first
shown, so that the start pays for none of them.
"""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.values import dataclass
from reader.panes.scrolled import scroll_to
from reader.panes.spoken_names import complete_names
from reader.qt.look import Look

#: Narrowest panel in average letters, and in px however large they are.
_NARROW, _NARROW_MOST = 36, 560
#: Makes a panel; its parent is given.
Factory = Callable[[QWidget], QWidget]


@dataclass(slots=True)
class _Entry:
    key: str
    name: str
    icon: str
    make: Factory
    widget: QWidget | None = None


class SidePanel(QFrame):
    """Named panels, one at a time, at the side of the window.

    Signals:
        shown: key of the panel that came to the front.
        closed: the reader closed the side panel.
        left: the reader wants back to the text.
        made: key of a panel that was made just now.
        gone: no panel is to be seen any more.
        scrolled: something in a panel was scrolled.
    """

    shown = Signal(str)
    closed = Signal()
    left = Signal()
    made = Signal(str)
    gone = Signal()
    scrolled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._look = look
        self._entries: list[_Entry] = []
        self._kept: dict[str, Mapping[str, object]] = {}
        self._tabs = QTabBar(self)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setAccessibleName(self.tr("Side panel"))
        self._tabs.currentChanged.connect(self._on_tab)
        self._close = QToolButton(self)
        self._close.clicked.connect(self.closed)
        self._alone = False
        self._stack = QStackedWidget(self)
        top = QHBoxLayout()
        top.setContentsMargins(6, 2, 4, 0)
        top.setSpacing(0)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.dress()

    def register(self, key: str, name: str, icon: str, make: Factory) -> None:
        """Offer a panel; it is made when it is first shown.

        Raises:
            KeyError: there is a panel of this key already.
        """
        if any(entry.key == key for entry in self._entries):
            raise KeyError(key)
        self._entries.append(_Entry(key, name, icon, make))
        self._tabs.blockSignals(True)
        at = self._tabs.addTab(self._look.icon(icon), "")
        self._tabs.setTabToolTip(at, name)
        self._tabs.setTabText(at, name if at == 0 else "")
        self._tabs.setAccessibleTabName(at, name)
        self._tabs.blockSignals(False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all panels, in order."""
        return tuple(entry.key for entry in self._entries)

    @property
    def current(self) -> str:
        """The key of the panel in front; empty without panels."""
        at = self._tabs.currentIndex()
        return self._entries[at].key if 0 <= at < len(self._entries) else ""

    def panel(self, key: str) -> QWidget:
        """Return a panel, made now if need be.

        Raises:
            KeyError: there is no such panel.
        """
        entry = next((one for one in self._entries if one.key == key), None)
        if entry is None:
            raise KeyError(key)
        if entry.widget is None:
            entry.widget = entry.make(self)
            self._stack.addWidget(entry.widget)
            complete_names(entry.widget)
            for _, area in _areas(entry.widget):
                area.verticalScrollBar().valueChanged.connect(self.scrolled)
            self._scroll(entry.widget, self._kept.pop(key, {}))
            self.made.emit(key)
        return entry.widget

    def is_made(self, key: str) -> bool:
        """Say whether a panel exists already: one that does not needs no news."""
        return any(one.key == key and one.widget is not None for one in self._entries)

    def bring(self, key: str, *, focus: bool = True) -> QWidget:
        """Show a panel and give it the focus.

        Raises:
            KeyError: there is no such panel.
        """
        widget = self.panel(key)
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self.keys.index(key))
        self._tabs.blockSignals(False)
        self._name_tabs()
        self._stack.setCurrentWidget(widget)
        self.show()
        if focus:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shown.emit(key)
        return widget

    def dump(self) -> dict[str, object]:
        """Return how far down one is in each panel, as plain values; ``load`` is the inverse."""
        made = {one.key: one.widget for one in self._entries if one.widget is not None}
        now = {
            key: {name: down for name, area in _areas(panel) if (down := _down(area))}
            for key, panel in made.items()
        }
        return {**self._kept, **{key: one for key, one in now.items() if one}}

    def load(self, stored: object) -> None:
        """Let every panel be as far down when it is made; nonsense is left out."""
        if isinstance(stored, Mapping):
            self._kept = {
                key: one
                for key, one in stored.items()
                if isinstance(one, Mapping) and key in self.keys and not self.is_made(key)
            }

    def _scroll(self, panel: QWidget, stored: Mapping[str, object]) -> None:
        for name, area in _areas(panel) if stored else ():
            scroll_to(area.verticalScrollBar(), stored.get(name))

    def dress(self) -> None:
        """Take over a changed look; larger letters need more room."""
        self.setMinimumWidth(min(_NARROW_MOST, self.fontMetrics().averageCharWidth() * _NARROW))
        icons = QSize(1, 1) * self._look.scaled(15)
        self._tabs.setIconSize(icons)
        self._close.setIconSize(icons)
        self._dress_close()
        for at, entry in enumerate(self._entries):
            self._tabs.setTabIcon(at, self._look.icon(entry.icon))

    def set_alone(self, *, alone: bool) -> None:
        """Say that the panel lies over the texts, and how one gets back to them, or not."""
        self._alone = alone
        self._dress_close()
        self._name_tabs()

    def _dress_close(self) -> None:
        name = self.tr("Back to the texts") if self._alone else self.tr("Close the side panel")
        self._close.setIcon(self._look.icon("arrow-left" if self._alone else "x", "muted"))
        self._close.setText(name)
        self._close.setAccessibleName(name)
        self._close.setToolTip(self.tr("Back to the texts (Esc)") if self._alone else name)
        beside, only = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        self._close.setToolButtonStyle(beside if self._alone else only)

    def _name_tabs(self) -> None:
        """Show the name of the tab in front if there is room; the others are icons."""
        current = self._tabs.currentIndex()
        for at, entry in enumerate(self._entries):
            self._tabs.setTabText(at, entry.name if at == current else "")
        room = self.width() - self._close.sizeHint().width() - 10
        if current >= 0 and self._tabs.sizeHint().width() > room:
            self._tabs.setTabText(current, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Let Escape lead back to the text, from whatever panel has no other use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt
        """Tell that the panel is gone; not when a page stands in place of the room."""
        super().hideEvent(event)
        if self.isHidden():
            self.gone.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Name the tab in front when there is room for its name."""
        super().resizeEvent(event)
        self._name_tabs()

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._entries):
            self.bring(self._entries[at].key, focus=False)


def _areas(panel: QWidget) -> Iterator[tuple[str, QAbstractScrollArea]]:
    """Yield what can be scrolled in a panel, by a name that it has after a restart, too."""
    for area in panel.findChildren(QAbstractScrollArea):
        yield f"{type(area).__name__} {area.accessibleName()}", area


def _down(area: QAbstractScrollArea) -> int:
    return area.verticalScrollBar().value()
