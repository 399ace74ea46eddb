"""Borders of paragraphs are measured by their places, and come back from booklets."""

from collections import Counter

from reader.model import PassageKind, Span
from reader.restore import Block, Restored
from tests.bench.restoration import borders_right
from tests.booklets import SCHEMES, Booklet, Style, make
from tests.prose import Prose


def as_set(booklet: Booklet) -> Restored:
    """Return what a restoration would be that knows all borders and reads no letter right."""
    blocks = [
        Block(PassageKind.BODY, Span(0, 1), source=(Span(at, at + 20),)) for at, _ in booklet.begins
    ]
    return Restored("?", tuple(blocks))


def test_booklets_know_where_their_paragraphs_begin() -> None:
    paragraphs = Prose(5).paragraphs(3000)
    starts = Counter("".join(one.split())[:8] for one in paragraphs)
    for scheme in SCHEMES:
        booklet = make(paragraphs, Style(scheme=scheme, gap="indent", seed=3))
        text = booklet.raw.text
        found = Counter("".join(text[at : at + 20].split())[:8] for at, _page in booklet.begins)
        assert found == starts, scheme
        assert all(booklet.page_at(at) == page for at, page in booklet.begins)


def test_a_misread_start_is_no_border_missed() -> None:
    booklet = make(Prose(6).paragraphs(3000), Style(noise=0.3))
    good, wanted, found = borders_right(booklet, as_set(booklet))
    assert good == wanted == found > 20


def test_a_page_that_was_not_read_has_no_borders() -> None:
    booklet = make(Prose(7).paragraphs(4000), Style(scheme="no cover side", cover=False))
    good, wanted, found = borders_right(booklet, as_set(booklet))
    assert good == wanted == found < len(booklet.paragraphs) - 1
