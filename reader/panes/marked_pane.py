"""What is painted in a pane: marks, hits and related spans over the words, notes beside them."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from reader.model import Edition, Span
from reader.panes.header import Header
from reader.panes.marks import Mark
from reader.panes.note import Note
from reader.panes.pane_body import Body
from reader.panes.standing import Stand
from reader.qt.look import Look

#: So many letters beside what is seen are near it; long marks begin there.
_NEAR = 300


class MarkedPane(QWidget):
    """A text, its header, margin and scroll bar, and what others want to be seen there.

    Attributes:
        header: title and buttons.
        view: the words.
        margin: the notes beside them.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.header = Header(look, self)  # first, as it is first in the order of keys
        self._body = Body(look, self)
        self.view, self.margin, self._bar = self._body.view, self._body.margin, self._body.bar

    @property
    def edition(self) -> Edition | None:
        """The text shown; None in an empty pane."""
        return self.view.edition

    @property
    def work(self) -> str:
        """Short id of the work shown; empty in an empty pane."""
        return self.edition.work.id if self.edition else ""

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Paint these marks."""
        if self.edition is not None:
            self.view.marks.set_marks(self.edition, marks)
            self._repaint()

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Keep more marks; those in view are painted with ``show_added``."""
        if self.edition is not None:
            self.view.marks.add_marks(self.edition, marks)

    def add_notes(self, stands: Iterable[Stand]) -> None:
        """Keep more notes; those in view stand in the margin with ``show_added``."""
        self.margin.notes.add(stands)

    def show_added(self, changed: Iterable[str]) -> None:
        """Show what was added, and what has become of these notes."""
        self.margin.show_added(changed)
        self._body.lay_out()
        self._repaint()

    def surroundings(self) -> Span:
        """Return what is in view or near it, or will be when the pane is laid out."""
        top, bottom = self.view.offsets_seen()
        return Span(max(0, top - _NEAR), bottom + _NEAR)

    def put_mark(self, mark: Mark) -> None:
        """Paint one more mark, or its change."""
        if self.edition is not None:
            self.view.marks.put_mark(self.edition, mark)
            self._repaint()

    def drop_mark(self, mark: str) -> None:
        """Paint one mark less."""
        if self.edition is not None:
            self.view.marks.drop_mark(self.edition, mark)
            self._repaint()

    def set_notes(self, stands: Iterable[Stand], make: Callable[[str], Note]) -> None:
        """Stand notes in the margin; without any the words have the room.

        ``make`` makes a note when it comes near what is seen.
        """
        self.margin.set_notes(stands, make)
        self._body.lay_out()

    def put_note(self, stand: Stand) -> None:
        """Stand one more note in the margin, or show its change."""
        first = not self.margin.notes
        self.margin.put_note(stand)
        if first:
            self._body.lay_out()

    def drop_note(self, note: str) -> None:
        """Take a note out of the margin."""
        self.margin.drop_note(note)
        if not self.margin.notes:
            self._body.lay_out()

    def set_chosen(self, span: Span | None, *, movable: bool = False) -> None:
        """Point out the words that a note is about; ``movable`` lets its ends be dragged."""
        if self.edition is not None:
            self.view.marks.set_chosen(self.edition, span)
            self.view.handles.span = span if movable else None
            self.view.viewport().update()

    def paint_hits(self, hits: Iterable[Span], current: Span | None = None) -> None:
        """Paint found words; none takes them away."""
        if self.edition is not None:
            self.view.marks.set_hits(self.edition, hits, current)
            self._repaint()

    def set_related(self, passages: Iterable[Span], words: Iterable[Span] = ()) -> None:
        """Show which passages are linked, and paint the words that say why."""
        if self.edition is not None:
            self.view.marks.set_related(self.edition, passages, words)
            self._repaint()

    def show_margin(self) -> None:
        """Make sure that the margin is there, for a note that one wants to see."""
        if not self._body.with_margin:
            self._body.with_margin = True
            self._body.lay_out()

    def _repaint(self) -> None:
        marks = self.view.marks
        self._bar.set_ticks(marks.every, marks.hits, marks.related)
        self.view.viewport().update()
