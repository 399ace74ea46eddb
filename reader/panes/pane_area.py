"""The panes side by side; in a narrow window one of them, with tabs for the others."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from reader.model import Edition, Place, ReaderError, Span
from reader.panes.reading_pane import ReadingPane
from reader.panes.splitter import Splitter
from reader.qt.look import Look
from reader.qt.messages import Messages

#: A pane narrower than this is no pleasure, px, and ems of the reading type; then the panes become
#: tabs.
LEAST_PANE, _LEAST_EM = 300, 18.0
MOST_PANES = 4
#: Narrowest area, px.
_LEAST_PX = 200


class PaneArea(QWidget):
    """One to four reading panes.

    Attributes:
        panes: from left to right.
        active: the pane being read; never None.
        defer: asked before a place is shown; takes over, and says so, where the text must first
            be made.

    Signals:
        active_changed: another pane is being read; carries it.
        pane_added: a new pane, before it shows anything.
        pane_removed: a pane that is going away.
        edition_changed: the pane that shows another text.
        choose_wanted: the pane for which the reader wants to choose a text.
        went: a place was gone to, and is to be seen.
    """

    active_changed = Signal(object)
    pane_added = Signal(object)
    pane_removed = Signal(object)
    edition_changed = Signal(object)
    choose_wanted = Signal(object)
    went = Signal()

    def __init__(
        self,
        look: Look,
        load: Callable[[str], Edition],
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._load = load
        self._messages = messages
        self.defer: Callable[[ReadingPane, Place], bool] = _never
        self._used: list[ReadingPane] = []
        self._closed: list[tuple[int, Place]] = []
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setAccessibleName(self.tr("Texts"))
        self._tabs.currentChanged.connect(self._on_tab)
        self._tabs.hide()
        self._abreast: list[int] = []
        self._splitter = Splitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._on_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._splitter, 1)
        self.setMinimumWidth(_LEAST_PX)  # several panes become tabs before they need more
        self.active = self._make()
        look.changed.connect(self._fit)

    # panes -----------------------------------------------------------------

    @property
    def panes(self) -> tuple[ReadingPane, ...]:
        """The panes from left to right."""
        every = (self._splitter.widget(at) for at in range(self._splitter.count()))
        return tuple(pane for pane in every if isinstance(pane, ReadingPane))

    def set_count(self, count: int) -> None:
        """Show so many panes, one to four; what is closed can be reopened."""
        count = min(MOST_PANES, max(1, count))
        spare = [pane for pane in reversed(self.panes) if pane is not self.active]
        for pane in sorted(spare, key=lambda one: bool(one.work)):
            if len(self.panes) > count:
                self.close_pane(pane)
        while len(self.panes) < count:
            self._make()
        self._fit()

    def close_pane(self, pane: ReadingPane) -> None:
        """Close a pane; the last one stays, and one whose unfinished words cannot be kept."""
        if len(self.panes) < 2 or not pane.margin.finish():
            return
        at = self.panes.index(pane)
        if pane.work:
            self._closed.append((at, pane.place()))
        self._used.remove(pane)
        if pane is self.active:
            neighbour = self._used[-1] if self._used else self.panes[0]
            self.set_active(neighbour)
        self.pane_removed.emit(pane)
        pane.hide()
        pane.setParent(None)
        pane.deleteLater()
        self._fit()

    def reopen(self) -> None:
        """Open the pane again that was closed last."""
        if self._closed and len(self.panes) < MOST_PANES:
            self.open_at(*self._closed.pop())

    def open_at(self, at: int, place: Place) -> None:
        """Open a text in a new pane, the one with this number from the left."""
        pane = self._make(at)
        self.show_in(pane, place)
        self.set_active(pane)
        self._fit()

    def set_active(self, pane: ReadingPane, *, focus: bool = False) -> None:
        """Make a pane the one being read."""
        if pane in self._used:
            self._used.remove(pane)
        self._used.append(pane)
        if pane is not self.active:
            self.active = pane
            self._show_tabs()
            self._show_active()
            self.active_changed.emit(pane)
        if focus:
            pane.focus_text()

    def _show_active(self) -> None:
        """Underline the header of the pane being read, when there are several."""
        panes = self.panes
        for pane in panes:
            pane.header.set_active(pane is self.active and len(panes) > 1)

    def step_active(self, direction: int) -> None:
        """Go to the next pane."""
        at = (self.panes.index(self.active) + direction) % len(self.panes)
        self.set_active(self.panes[at], focus=True)
        self._show_tabs()

    def sizes(self) -> list[int]:
        """Return the widths of the panes, px; behind tabs those that they had side by side."""
        tabbed = self._tabs.isVisibleTo(self) and len(self._abreast) == len(self.panes)
        return list(self._abreast) if tabbed else self._splitter.sizes()

    def set_sizes(self, sizes: Sequence[int]) -> None:
        """Set the widths of the panes; other numbers of panes are ignored."""
        if len(sizes) == len(self.panes) and all(size > 0 for size in sizes):
            self._abreast = list(sizes)
            self._splitter.setSizes(list(sizes))

    def _on_moved(self) -> None:
        self._abreast = self._splitter.sizes()

    def even(self) -> None:
        """Make all panes equally wide."""
        self._abreast = []
        self._splitter.setSizes([1000] * self._splitter.count())

    def _make(self, at: int | None = None) -> ReadingPane:
        pane = ReadingPane(self._look, self)
        self._splitter.insertWidget(self._splitter.count() if at is None else at, pane)
        self._splitter.setStretchFactor(self._splitter.indexOf(pane), 1)
        self._used.insert(0, pane)
        pane.activated.connect(self._on_activated)
        pane.edition_changed.connect(self._on_edition)
        pane.history_changed.connect(self._on_history)
        pane.header.wanted.connect(self._on_wanted)
        pane.header.choose.connect(self._on_choose)
        pane.header.close_wanted.connect(self._on_close)
        pane.show()
        self.pane_added.emit(pane)
        if hasattr(self, "active") and min(self._splitter.sizes()) < self.least_pane_px:
            self.even()
        self._fit()
        return pane

    # texts -----------------------------------------------------------------

    def showing(self, work: str) -> ReadingPane | None:
        """Return the pane that shows a work, the one being read first; None when none does."""
        every = [self.active, *reversed(self._used)]
        return next((pane for pane in every if pane.work == work), None)

    def go(
        self,
        place: Place,
        *,
        focus: bool = False,
        beside: bool = False,
        spared: Collection[ReadingPane] = (),
    ) -> ReadingPane | None:
        """Go to a place: in the pane that shows its work, else in a free or other pane.

        ``beside`` keeps the pane being read as it is when another can be had that is not
        ``spared``.  Returns the pane; None when the work cannot be opened, after saying why.
        """
        pane = self.showing(place.work)
        if pane is not None:
            pane.show_place(place)
        else:
            pane = self._free(beside=beside, spared=spared)
            if not self.show_in(pane, place):
                return None
        if focus or not beside:
            self.set_active(pane, focus=focus)
        self._fit()
        self.went.emit()
        return pane

    def show_in(self, pane: ReadingPane, place: Place) -> bool:
        """Show a place in a pane, whatever it shows now; say whether it could be opened."""
        if pane.work == place.work:
            pane.show_place(place)
            return True
        if self.defer(pane, place):
            return True
        try:
            edition = self._load(place.work)
        except ReaderError as error:
            self._messages.error(error)
            return False
        pane.set_edition(edition, place)
        return pane.work == place.work

    def _free(self, *, beside: bool, spared: Collection[ReadingPane]) -> ReadingPane:
        """Return an empty pane, else the one used longest ago, else the one being read."""
        empty = next((pane for pane in self.panes if not pane.work), None)
        if empty is not None:
            return empty
        if not beside:
            return self.active
        if len(self.panes) == 1 and self.width() >= 2 * self.least_pane_px:
            return self._make()
        others = [one for one in self._used if one is not self.active and one not in spared]
        return others[0] if others else self.active

    # signals ---------------------------------------------------------------

    def _pane_of(self, sender: object) -> ReadingPane | None:
        return next((pane for pane in self.panes if sender in {pane, pane.header}), None)

    def _on_activated(self) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            self.set_active(pane)

    def _on_edition(self) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            self._show_tabs()
            self.edition_changed.emit(pane)

    def _on_history(self) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            pane.header.show_history(back=pane.can_back, forward=pane.can_forward)

    def _on_wanted(self, place: Place) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            self.show_in(pane, place)

    def _on_choose(self) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            self.choose_wanted.emit(pane)

    def _on_close(self) -> None:
        pane = self._pane_of(self.sender())
        if pane is not None:
            self.close_pane(pane)

    # narrow windows --------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.width() < self.least_pane_px * len(self.panes)

    @property
    def least_pane_px(self) -> int:
        """How wide a pane must be: larger type needs more."""
        return max(LEAST_PANE, round(_LEAST_EM * self._look.em_px()))

    def _fit(self) -> None:
        """Show all panes, or one with tabs."""
        if not hasattr(self, "active"):
            return
        narrow, tabbed = self.narrow and len(self.panes) > 1, self._tabs.isVisibleTo(self)
        for pane in self.panes:
            pane.setVisible(not narrow or pane is self.active)
            pane.header.set_closable(len(self.panes) > 1)
        self._tabs.setVisible(narrow)
        if tabbed and not narrow:
            self.set_sizes(self._abreast)
        self._show_tabs()
        self._show_active()

    def _show_tabs(self) -> None:
        if not self._tabs.isVisibleTo(self):
            return
        self._tabs.blockSignals(True)
        while self._tabs.count() > len(self.panes):
            self._tabs.removeTab(self._tabs.count() - 1)
        while self._tabs.count() < len(self.panes):
            self._tabs.addTab("")
        for at, pane in enumerate(self.panes):
            edition = pane.edition
            self._tabs.setTabText(at, edition.work.title if edition else self.tr("Empty"))
            pane.setVisible(pane is self.active)
        self._tabs.setCurrentIndex(self.panes.index(self.active))
        self._tabs.blockSignals(False)

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self.panes):
            self.set_active(self.panes[at], focus=True)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Change between panes and tabs."""
        super().resizeEvent(event)
        self._fit()

    # session ---------------------------------------------------------------

    def dump(self) -> dict[str, object]:
        """Return the layout as plain values; ``load_layout`` is the inverse."""
        return {
            "panes": [_dump_pane(pane) for pane in self.panes],
            "sizes": self.sizes(),
            "active": self.panes.index(self.active),
        }

    def load_layout(self, layout: object) -> None:
        """Restore a layout; whatever in it cannot be used is left out."""
        if not isinstance(layout, dict):
            return
        listed = layout.get("panes")
        places = (
            [place for place in map(_load_place, listed) if place]
            if isinstance(listed, list)
            else []
        )
        if not places:
            return
        self.set_count(len(places))
        sizes = layout.get("sizes")
        self.even()
        if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes):
            self.set_sizes(sizes)
        for pane, place in zip(self.panes, places, strict=False):
            if place.work:
                self.show_in(pane, place)
        at = layout.get("active")
        if isinstance(at, int) and 0 <= at < len(self.panes):
            # with the focus, which else goes to the first one when the window comes to the front
            self.set_active(self.panes[at], focus=True)

    def load_selections(self, layout: object) -> None:
        """Select again what was selected; apart from the layout, since it lays out whole texts."""
        listed = layout.get("panes") if isinstance(layout, dict) else None
        for pane, stored in zip(
            self.panes, listed if isinstance(listed, list) else (), strict=False
        ):
            chosen = stored.get("selected") if isinstance(stored, dict) else None
            match chosen:
                case [int(start), int(end)] if pane.edition and pane.work == stored.get("work"):
                    rows = (pane.edition.row_at(start), pane.edition.row_at(max(start, end - 1)))
                    if 0 <= start < end and all(row in pane.view.rows for row in rows):
                        pane.view.select(Span(start, end), follow=False)


def _never(_pane: ReadingPane, _place: Place) -> bool:
    return False


def _dump_pane(pane: ReadingPane) -> dict[str, object]:
    place, chosen = pane.place(), pane.selection()
    stored: dict[str, object] = {
        "work": place.work, "start": place.span.start, "px": place.offset_px,
    }  # fmt: skip
    return {**stored, "selected": [chosen.start, chosen.end]} if chosen else stored


def _load_place(stored: object) -> Place | None:
    """Return a place of a session; None when it is none."""
    if not isinstance(stored, dict):
        return None
    work, start, px = (stored.get(key) for key in ("work", "start", "px"))
    if not isinstance(work, str) or not isinstance(start, int) or not isinstance(px, int):
        return None
    start = max(0, start)
    return Place(work, Span(start, start), px)
