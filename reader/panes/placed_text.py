"""A text that is set in a widget: where its letters stand in the viewport, and what is there."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.model import Edition
from reader.panes.document import Typography
from reader.panes.lines import Lines
from reader.panes.notes_below import NotesBelow
from reader.qt.look import Look


class PlacedText(QTextEdit):
    """Answers in px of the viewport where passages, lines and letters stand.

    Attributes:
        edition: what is shown; None for an empty pane.
        rows: the passages that are set now.
        lines: their lines, in document px.
        below: the notes that stand beneath passages, where the reader wants them there.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edition: Edition | None = None
        self.rows = range(0)
        self.lines = Lines(None, self.rows, self.document())
        self.below = NotesBelow(look)
        self._type = Typography(look)

    @property
    def typography(self) -> Typography:
        """Formats and measures of the present look."""
        return self._type

    def position_of(self, offset: int) -> int:
        """Return the document position of an offset, or of the nearest one that is set."""
        return self.lines.position_of(offset)

    def offset_at(self, position: int) -> int:
        """Return the offset of a document position; inverse of ``position_of``."""
        return self.lines.offset_at(position)

    def top_of(self, row: int) -> float:
        """Return the y of a passage's first line in the viewport, px; it must be set."""
        return self.lines.top_of(row) - self.scroll_px()

    def y_of(self, offset: int) -> float | None:
        """Return the y of the line of an offset in the viewport, px; None when it is not set."""
        y = self.lines.y_of(offset)
        return None if y is None else y - self.scroll_px()

    def height_of(self, row: int) -> float:
        """Return the height of a passage that is set, px."""
        return self.lines.height_of(row)

    def offsets_seen(self) -> tuple[int, int]:
        """Return the offsets of the first and after the last letters in view."""
        top = self.scroll_px()
        return self.lines.offsets_between(top, top + self.viewport().height())

    def visible_rows(self) -> range:
        """Return the rows of which something is seen; logarithmic in the passages."""
        return self.rows_between(0, self.viewport().height())

    def rows_between(self, top: float, bottom: float) -> range:
        """Return the rows between two heights of the viewport."""
        if not self.rows:
            return range(0)
        return range(self.row_at_y(top), self.row_at_y(bottom) + 1)

    def row_at_y(self, y_px: float) -> int:
        """Return the row at a height of the viewport, or the last one above it."""
        return self.lines.row_at(y_px + self.scroll_px())

    def offset_at_point(self, point: QPointF) -> int | None:
        """Return the offset under a point of the viewport; None beside the words."""
        return self.lines.offset_at_point(point + QPointF(0, self.scroll_px()))

    def rects_of(self, row: int, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of a passage, one a line, in document px.

        ``start`` and ``end`` count code points of the passage.
        """
        return self.lines.rects_of(row, start, end)

    def scroll_px(self) -> int:
        """Return how much of the text is hidden above the viewport."""
        return int(self.verticalScrollBar().value())

    def bottom_of(self, row: int) -> float:
        """Return the y below a passage's last line in the viewport, px; it must be set."""
        return self.top_of(row) + self.height_of(row)

    def is_below(self, row: int, y_px: float) -> bool:
        """Say whether a height of the document is that of the notes beneath a passage."""
        return row in self.below.rows and y_px > self.bottom_of(row) + self.scroll_px()
