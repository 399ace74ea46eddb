"""Finding in the text of one pane: the bar, made when it is first wanted, and what was found."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from reader.model import Edition, Place, Span
from reader.panes.found import Found, find_all
from reader.qt.look import Look

if TYPE_CHECKING:
    from reader.panes.find_bar import FindBar


class Searched(Protocol):
    """What finding asks of a pane."""

    @property
    def edition(self) -> Edition | None:
        """The text shown."""

    @property
    def work(self) -> str:
        """Short id of its work."""

    def add_bar(self, bar: "FindBar") -> None:
        """Give a bar its place above the text."""

    def selection(self) -> Span:
        """Return the selected words."""

    def place(self) -> Place:
        """Return where the reader is."""

    def show_place(self, place: Place, *, remember: bool = True) -> None:
        """Go to a place."""

    def paint_hits(self, hits: Iterable[Span], current: Span | None = None) -> None:
        """Paint found words; none takes them away."""

    def focus_text(self) -> None:
        """Give the words the keyboard."""


class PaneFinding:
    """What is looked for in a pane, and where it was found.

    The hits of the search over all texts are painted while the bar looks for nothing of its own.
    """

    def __init__(self, look: Look, pane: Searched, parent: QWidget) -> None:
        self._look = look
        self._pane = pane
        self._parent = parent
        self._bar: FindBar | None = None
        self._found = Found()
        self._hits: tuple[tuple[Span, ...], Span | None] = ((), None)

    def show_hits(self, hits: Iterable[Span], current: Span | None) -> None:
        """Paint the hits of the search over all texts, now or when the bar is closed."""
        self._hits = (tuple(hits), current)
        if not self._looks:
            self._pane.paint_hits(*self._hits)

    @property
    def _looks(self) -> bool:
        return self.active and self._bar is not None and bool(self._bar.query.strip())

    @property
    def active(self) -> bool:
        """Whether the bar is there."""
        return self._bar is not None and self._bar.isVisible()

    def open(self) -> None:
        """Open the bar with the selected words, if they are few."""
        bar = self._bar or self._make()
        edition = self._pane.edition
        words = self._pane.selection().of(edition.text) if edition else ""
        bar.open_with(words if 0 < len(words) < 80 else "")

    def _make(self) -> "FindBar":
        from reader.panes.find_bar import FindBar

        bar = self._bar = FindBar(self._look, self._parent)
        bar.hide()
        bar.searched.connect(self.search)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)
        self._pane.add_bar(bar)
        return bar

    def close(self) -> None:
        """Close the bar and go on reading."""
        if self._bar is not None:
            self._bar.hide()
        self._pane.paint_hits(*self._hits)
        self._found = Found()
        self._pane.focus_text()

    def dress(self) -> None:
        """Take over a changed look."""
        if self._bar is not None:
            self._bar.dress(self._look)

    def begin_anew(self) -> None:
        """Find the same words in another text."""
        self._found = Found()
        self._hits = ((), None)
        if self._bar is not None and self._bar.isVisible():
            self.search(self._bar.query)

    def step(self, direction: int) -> None:
        """Go to the next or the previous place found."""
        self._found = self._found.step(direction, self._pane.place().span.start)
        if self._found.spans:
            self._show(remember=True)

    def search(self, query: str) -> None:
        """Find words and show the nearest place."""
        edition = self._pane.edition
        found = find_all(edition.text, query) if edition else ()
        self._found = Found(tuple(found)).step(0, self._pane.place().span.start)
        self._show(remember=False)

    def _show(self, *, remember: bool) -> None:
        current = self._found.current
        self._pane.paint_hits(*((self._found.spans, current) if self._looks else self._hits))
        if self._bar is not None:
            self._bar.show_count(self._found.at, len(self._found.spans))
        if current is not None:
            self._pane.show_place(Place(self._pane.work, current), remember=remember)
