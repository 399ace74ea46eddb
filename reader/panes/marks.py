"""What is painted over and under the words: values, their order, and where they stand.

Nothing of it is written into the document: one more mark among a thousand costs a millisecond
this way and 26 ms as a selection of the document.  Never by colour alone: each of the six
colours has a line pattern of its own, hits are framed, a mark with a note carries a sign.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model import AnnotationKind, Colour, Edition, MarkStyle, Span
from reader.model.values import dataclass
from reader.qt.direction import direction_of
from reader.qt.theme import Theme


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as it is painted in a text.

    Attributes:
        id: of the annotation.
        span: in the reading text.
        kind, colour, style: as of the annotation.
        written: whether it has words of its own.
        sure: False where its place was found but is not certain.
        mine: False for other readers' marks.
    """

    id: str
    span: Span
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT
    colour: Colour = Colour.YELLOW
    style: MarkStyle = MarkStyle.HIGHLIGHT
    written: bool = False
    sure: bool = True
    mine: bool = True


class Layer(IntEnum):
    """Order of painting, lowest first."""

    RELATED = 0
    MARK = 1
    HIT = 2
    CURRENT = 3
    CHOSEN = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one passage to be painted.

    Attributes:
        start, end: in code points of the passage.
        layer: see there.
        mark: the mark, for ``Layer.MARK``.
        lane: of a mark, how many others it overlaps that began before it.
        last: whether the mark ends here.
        whole: whether it is a note on whole passages: a bar beside them.
        leftward: whether the passage is read from right to left, and begins at the right.
    """

    start: int
    end: int
    layer: Layer
    mark: Mark | None = None
    lane: int = 0
    last: bool = True
    whole: bool = False
    leftward: bool = False


#: Line pattern of each colour, in pen widths; empty is a solid line.
PATTERNS: Mapping[Colour, Sequence[float]] = {
    Colour.YELLOW: (),
    Colour.GREEN: (5, 3),
    Colour.BLUE: (1.5, 2.5),
    Colour.PINK: (6, 2, 1.5, 2),
    Colour.PURPLE: (9, 3),
    Colour.ORANGE: (3, 3, 1, 3, 1, 3),
}
#: Kinds that, on a whole passage, are a bar beside it: to line every word would say nothing.
_NOTES = frozenset({AnnotationKind.NOTE, AnnotationKind.QUESTION})
#: Lanes that are told apart; deeper ones share the last.
_LANES = 3
#: Width of the bar beside a passage, and its distance from the words in heights of a line.
_BAR_PX, _BESIDE = 2.5, 0.2


class Marks:
    """The marks, hits and related spans of one text, ready to be asked passage by passage.

    Replacing all marks is linear in their number (10 ms for 10,000), putting or dropping one
    concerns its passages only, asking for a row is a look-up.
    """

    def __init__(self) -> None:
        self._rows: dict[Layer, dict[int, list[Run]]] = {layer: {} for layer in Layer}
        self._by_id: dict[str, Mark] = {}
        self._by_row: dict[int, list[Mark]] = {}
        self._sorted: tuple[Mark, ...] | None = ()
        self.bookmarks: dict[int, Mark] = {}
        self.hits: tuple[Span, ...] = ()
        self.related: tuple[Span, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks by place."""
        if self._sorted is None:
            self._sorted = tuple(sorted(self._by_id.values(), key=_place))
        return self._sorted

    def every(self) -> Iterable[Mark]:
        """Return all marks in no order."""
        return self._by_id.values()

    def set_marks(self, edition: Edition, marks: Iterable[Mark]) -> None:
        """Replace the marks."""
        self._by_id, self._by_row, self.bookmarks = {}, {}, {}
        self._sorted = None
        self._rows[Layer.MARK] = {}
        self.add_marks(edition, marks)

    def add_marks(self, edition: Edition, marks: Iterable[Mark]) -> None:
        """Add marks with other ids than those that are there."""
        for mark in marks:
            self._add(edition, mark)

    def put_mark(self, edition: Edition, mark: Mark) -> None:
        """Add a mark, or give the one with its id another look or place."""
        self.drop_mark(edition, mark.id)
        self._add(edition, mark)

    def _add(self, edition: Edition, mark: Mark) -> None:
        self._by_id[mark.id] = mark
        self._sorted = None
        first = edition.row_at(mark.span.start)
        if mark.kind is AnnotationKind.BOOKMARK:
            self.bookmarks[first] = mark
            return
        for row in range(first, edition.row_at(max(mark.span.start, mark.span.end - 1)) + 1):
            self._by_row.setdefault(row, []).append(mark)
            self._rows[Layer.MARK].pop(row, None)

    def drop_mark(self, edition: Edition, mark: str) -> None:
        """Take a mark away if it is there."""
        old = self._by_id.pop(mark, None)
        if old is None:
            return
        self._sorted = None
        first = edition.row_at(old.span.start)
        if old.kind is AnnotationKind.BOOKMARK:
            self.bookmarks.pop(first, None)
            return
        for row in range(first, edition.row_at(max(old.span.start, old.span.end - 1)) + 1):
            self._by_row[row].remove(old)
            self._rows[Layer.MARK].pop(row, None)

    def _mark_runs(self, edition: Edition, row: int) -> list[Run]:
        """Return the runs of the marks of one passage, made when they are first asked for."""
        known = self._rows[Layer.MARK]
        if row not in known:
            passage = edition.passages[row].span
            ends: list[int] = []
            runs = []
            words = edition.words_of(edition.passages[row]) if row in self._by_row else ""
            leftward = direction_of(words) is Qt.LayoutDirection.RightToLeft
            for mark in sorted(self._by_row.get(row, ()), key=_place):
                here = mark.span.meet(passage)
                if here is not None:
                    lane = min(_free_lane(ends, here), _LANES - 1)
                    span = here.shift(-passage.start)
                    last = mark.span.end <= passage.end
                    whole = on_passages(edition, mark.kind, mark.style, mark.span)
                    found = Run(span.start, span.end, Layer.MARK, mark, lane, last, whole, leftward)
                    runs.append(found)
            known[row] = runs
        return known[row]

    def set_hits(self, edition: Edition, hits: Iterable[Span], current: Span | None) -> None:
        """Replace the found words; ``current`` is drawn apart."""
        self.hits = tuple(sorted(hits))
        self._rows[Layer.HIT] = _runs(edition, self.hits, Layer.HIT)
        self._rows[Layer.CURRENT] = _runs(edition, [current] if current else [], Layer.CURRENT)

    def set_related(
        self, edition: Edition, passages: Iterable[Span], words: Iterable[Span]
    ) -> None:
        """Replace the passages that are linked, and the words that say why."""
        self.related = tuple(sorted(passages))
        self._rows[Layer.RELATED] = _runs(edition, sorted(words), Layer.RELATED)

    def set_chosen(self, edition: Edition, span: Span | None) -> None:
        """Point out the words that a note is about; None points at nothing."""
        self._rows[Layer.CHOSEN] = _runs(edition, [span] if span else [], Layer.CHOSEN)

    def of_row(self, edition: Edition, row: int) -> list[Run]:
        """Return the runs of one passage in the order of painting."""
        self._mark_runs(edition, row)
        return [run for rows in self._rows.values() for run in rows.get(row, ())]

    def at(self, edition: Edition, offset: int) -> tuple[Mark, ...]:
        """Return the marks at an offset, the innermost (shortest) first."""
        found = [
            mark
            for mark in self._by_row.get(edition.row_at(offset), ())
            if mark.span.start <= offset < mark.span.end
        ]
        return tuple(sorted(found, key=lambda mark: len(mark.span)))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def on_passages(edition: Edition, kind: AnnotationKind, style: MarkStyle, span: Span) -> bool:
    """Say whether a mark is a note on whole passages: it points at no word of them."""
    if kind not in _NOTES or style is not MarkStyle.HIGHLIGHT or not span:
        return False
    first = edition.passages[edition.row_at(span.start)].span
    last = edition.passages[edition.row_at(span.end - 1)].span
    return span == Span(first.start, last.end)


def _runs(edition: Edition, spans: Iterable[Span], layer: Layer) -> dict[int, list[Run]]:
    rows: dict[int, list[Run]] = {}
    for span in spans:
        for row, start, end, last in _pieces(edition, span):
            rows.setdefault(row, []).append(Run(start, end, layer, last=last))
    return rows


def _pieces(edition: Edition, span: Span) -> Iterable[tuple[int, int, int, bool]]:
    """Yield row, start and end within the passage, and whether it is the last piece."""
    row = edition.row_at(span.start)
    while row < len(edition.passages):
        passage = edition.passages[row].span
        if passage.start >= span.end:
            return
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if start < end:
            yield row, start - passage.start, end - passage.start, span.end <= passage.end
        row += 1


def _free_lane(ends: list[int], span: Span) -> int:
    """Return the first lane that is free at the start of ``span`` and take it."""
    for lane, end in enumerate(ends):
        if end <= span.start:
            ends[lane] = span.end
            return lane
    ends.append(span.end)
    return len(ends) - 1


class MarkPainter:
    """Paints runs; rectangles come from the view, colours from the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pens: dict[tuple[Colour, float], QPen] = {}

    def under(self, painter: QPainter, run: Run, rects: Sequence[QRectF]) -> None:
        """Paint what lies under the words."""
        fill = self._fill(run)
        if fill is not None:
            for rect in rects:
                painter.fillRect(rect, fill)

    def over(self, painter: QPainter, run: Run, rects: Sequence[QRectF]) -> None:
        """Paint lines and signs over the words."""
        if run.layer is Layer.MARK and run.mark is not None:
            self._lines(painter, run, run.mark, rects)
        elif run.layer is Layer.CHOSEN:
            painter.setPen(QPen(self._theme["focus"], 1.6))
            for rect in rects:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        elif run.layer is Layer.CURRENT:
            painter.setPen(QPen(self._theme["page_text"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for rect in rects:
                painter.drawRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5))
        elif run.layer is Layer.RELATED:
            painter.setPen(QPen(self._theme["related"], 1.4, Qt.PenStyle.DotLine))
            for rect in rects:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _fill(self, run: Run) -> QColor | None:
        if run.layer is Layer.HIT:
            return self._theme["hit"]
        if run.layer is Layer.CURRENT:
            return self._theme["hit_current"]
        mark = run.mark
        if mark is None or run.whole or mark.style is not MarkStyle.HIGHLIGHT or not mark.sure:
            return None
        return self._theme.fill(mark.colour)

    def _lines(self, painter: QPainter, run: Run, mark: Mark, rects: Sequence[QRectF]) -> None:
        if run.whole:
            self._bar(painter, run, mark, rects)
            return
        thick = 1.0 if mark.style is MarkStyle.HIGHLIGHT else 1.5
        painter.setPen(self._pen(mark.colour, thick))
        for rect in rects:
            if mark.style is MarkStyle.STRIKE:
                y = rect.center().y() + rect.height() * 0.06
            else:
                y = rect.bottom() - 0.5 + run.lane * 2.0
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
        if mark.written and run.last and rects:
            self._sign(painter, run, mark, rects)

    def _bar(self, painter: QPainter, run: Run, mark: Mark, rects: Sequence[QRectF]) -> None:
        """A bar between a passage and its number; a thin one where the place is not sure."""
        if not rects:
            return
        painter.setPen(self._pen(mark.colour, _BAR_PX if mark.sure else 1.0))
        aside = _BESIDE * rects[0].height() + run.lane * (_BAR_PX + 1.0)
        x = min(rect.left() for rect in rects) - aside
        if run.leftward:
            x = max(rect.right() for rect in rects) + aside
        painter.drawLine(QLineF(x, rects[0].top() + 2, x, rects[-1].bottom() - 2))

    def _sign(self, painter: QPainter, run: Run, mark: Mark, rects: Sequence[QRectF]) -> None:
        """A small corner at the end of a mark with a note."""
        last = [rect for rect in rects if rect.top() == rects[-1].top()]  # several in one line
        size = max(3.5, last[0].height() * 0.2)
        corner, inward = last[-1].topRight(), -size
        if run.leftward:
            corner, inward = last[0].topLeft(), size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line(mark.colour))
        painter.drawPolygon([corner, corner + QPointF(inward, 0), corner + QPointF(0, size)])

    def _pen(self, colour: Colour, thick: float) -> QPen:
        key = (colour, thick)
        if key not in self._pens:
            pen = QPen(self._theme.line(colour), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if PATTERNS[colour]:
                pen.setDashPattern(list(PATTERNS[colour]))
            self._pens[key] = pen
        return self._pens[key]
