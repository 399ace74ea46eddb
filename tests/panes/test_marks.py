"""Marks, however they overlap, are found and told apart."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from reader.model import AnnotationKind, Colour, MarkStyle, Span
from reader.panes.marks import PATTERNS, Layer, Mark, MarkPainter, Marks
from reader.qt import theme
from tests.panes.desk_library import make_edition

WIDE = 96
EDITION = make_edition(passages=12)
END = len(EDITION.text)
SPANS = st.tuples(st.integers(0, END - 1), st.integers(1, 900)).map(
    lambda one: Span(one[0], min(END, one[0] + one[1]))
)
SETS = st.lists(SPANS, max_size=12).map(
    lambda spans: [Mark(str(at), span) for at, span in enumerate(spans)]
)


def painted(marks: Marks) -> set[tuple[str, int]]:
    """Return each mark's letters, as painted."""
    return {
        (run.mark.id, EDITION.passages[row].span.start + at)
        for row in range(len(EDITION.passages))
        for run in marks.of_row(EDITION, row)
        if run.mark
        for at in range(run.start, run.end)
    }


def wanted(marks: list[Mark]) -> set[tuple[str, int]]:
    inside = [one.span for one in EDITION.passages]
    return {
        (mark.id, at)
        for mark in marks
        for at in range(mark.span.start, mark.span.end)
        if any(span.start <= at < span.end for span in inside)
    }


@given(SETS)
def test_every_letter_of_every_mark_is_painted_and_no_other(given_marks: list[Mark]) -> None:
    marks = Marks()
    marks.set_marks(EDITION, given_marks)
    assert painted(marks) == wanted(given_marks)


@given(SETS, SETS, st.data())
def test_putting_and_dropping_is_the_same_as_setting(
    first: list[Mark], then: list[Mark], data: st.DataObject
) -> None:
    marks = Marks()
    marks.set_marks(EDITION, first)
    painted(marks)  # what was asked for is remembered, and must be forgotten
    for mark in then:
        marks.put_mark(EDITION, mark)
    left = {mark.id: mark for mark in (*first, *then)}
    for gone in data.draw(st.lists(st.sampled_from(sorted(left) or [""]), max_size=4)):
        marks.drop_mark(EDITION, gone)
        left.pop(gone, None)
    assert painted(marks) == wanted([*left.values()])
    assert {mark.id for mark in marks.marks} == set(left)


@given(SETS, st.integers(0, END - 1))
def test_a_click_finds_all_marks_there_the_shortest_first(
    given_marks: list[Mark], offset: int
) -> None:
    marks = Marks()
    marks.set_marks(EDITION, given_marks)
    found = marks.at(EDITION, offset)
    lengths = [len(mark.span) for mark in found]
    assert lengths == sorted(lengths)
    assert {one.id for one in found} == {
        one.id for one in given_marks if one.span.start <= offset < one.span.end
    }


def test_overlapping_marks_lie_in_lanes() -> None:
    marks = Marks()
    start = EDITION.passages[2].span.start
    marks.set_marks(
        EDITION,
        [Mark("a", Span(start, start + 50)), Mark("b", Span(start + 10, start + 30)),
         Mark("c", Span(start + 60, start + 70))],
    )  # fmt: skip
    lanes = {run.mark.id: run.lane for run in marks.of_row(EDITION, 2) if run.mark}
    assert lanes == {"a": 0, "b": 1, "c": 0}


def test_layers_are_painted_in_order() -> None:
    marks = Marks()
    span = Span(EDITION.passages[2].span.start, EDITION.passages[2].span.start + 9)
    marks.set_chosen(EDITION, span)
    marks.set_hits(EDITION, [span], span)
    marks.set_marks(EDITION, [Mark("a", span)])
    layers = [run.layer for run in marks.of_row(EDITION, 2)]
    assert layers == sorted(layers)
    assert set(layers) == {Layer.MARK, Layer.HIT, Layer.CURRENT, Layer.CHOSEN}


def test_a_bookmark_stands_in_the_gutter_and_not_under_the_words() -> None:
    marks = Marks()
    bookmark = Mark("b", EDITION.passages[3].span, AnnotationKind.BOOKMARK)
    marks.set_marks(EDITION, [bookmark])
    assert marks.bookmarks == {3: bookmark}
    assert not painted(marks)


def test_a_note_on_a_whole_passage_is_a_bar_beside_it() -> None:
    marks, passage = Marks(), EDITION.passages[2].span
    both = Span(passage.start, EDITION.passages[3].span.end)
    note = AnnotationKind.NOTE
    marks.set_marks(
        EDITION,
        [
            Mark("whole", passage, note, written=True),
            Mark("both", both, AnnotationKind.QUESTION, written=True),
            Mark("words", Span(passage.start, passage.end - 1), note, written=True),
            Mark("mark", passage),
        ],
    )
    bars = {run.mark.id for run in marks.of_row(EDITION, 2) if run.mark and run.whole}
    assert bars == {"whole", "both"}
    beside = picture(Mark("whole", passage, note, written=True))
    assert all(value == 255 for row in rows_of(beside) for value in row[20:]), "the words are free"
    assert any(value < 255 for row in rows_of(beside) for value in row[:20])


def test_no_two_colours_have_the_same_line() -> None:
    assert len({tuple(one) for one in PATTERNS.values()}) == len(Colour)


def picture(mark: Mark) -> bytes:
    marks = Marks()
    marks.set_marks(EDITION, [mark])
    (run,) = marks.of_row(EDITION, 2)
    image = QImage(WIDE, 30, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint = MarkPainter(theme.load("light"))
    paint.under(painter, run, [QRectF(20, 4, 70, 18)])
    paint.over(painter, run, [QRectF(20, 4, 70, 18)])
    painter.end()
    return bytes(image.constBits())


def rows_of(image: bytes) -> list[bytes]:
    return [image[at : at + WIDE] for at in range(0, len(image), WIDE)]


def test_marks_look_different_without_colour(qtbot: object) -> None:
    start = EDITION.passages[2].span.start
    span = Span(start, start + 9)
    looks = [
        picture(Mark("m", span, colour=colour, style=style, written=written))
        for colour in Colour
        for style in MarkStyle
        for written in (False, True)
    ]
    assert len(set(looks)) == len(looks)
