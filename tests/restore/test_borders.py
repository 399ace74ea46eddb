"""Borders of paragraphs are measured by their places, and come back from booklets."""

from collections import Counter
from itertools import pairwise
from random import Random

from reader.model import PassageKind, Span
from reader.restore import Block, Restored, restore
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


def share(paragraphs: list[str], style: Style) -> float:
    booklet = make(paragraphs, style)
    good, wanted, found = borders_right(booklet, restore(booklet.raw))
    return 2 * good / (wanted + found)


def test_where_paragraphs_are_set_in_others_do_not_begin() -> None:
    style = Style(scheme="plain", gap="indent", width=74, height=36, cover=False, seed=61003)
    assert share(Prose(61003).paragraphs(9000), style) == 1.0


def test_a_paragraph_set_in_may_begin_with_a_small_letter() -> None:
    paragraphs = [
        one if row % 3 else f"nofail, {one[0].lower()}{one[1:]}"
        for row, one in enumerate(Prose(62).paragraphs(4000))
    ]
    assert share(paragraphs, Style(scheme="plain", gap="indent", cover=False)) == 1.0


def test_a_sentence_goes_on_over_a_blank_line_with_a_name() -> None:
    chance = Random(5)
    paragraphs = [
        " ".join(word.title() if chance.random() < 0.4 else word for word in one.split())
        for one in Prose(63).paragraphs(9000)
    ]
    style = Style(scheme="plain", gap="blank", hyphens=0.0, cover=False)
    assert share(paragraphs, style) >= 0.98


def test_a_word_that_would_just_have_fitted_begins_a_paragraph() -> None:
    style = Style(scheme="plain", gap="none", width=56, cover=False, seed=1)
    booklet = make(Prose(64).paragraphs(9000), style)
    lines = booklet.raw.text.replace("\n\n", "\n").split("\n")
    begins = {one[:30] for one in booklet.paragraphs}
    fitting = {
        line[:30]
        for before, line in pairwise(lines)
        if line[:30] in begins and len(f"{before} {line.split()[0]}") == style.width
    }
    restored = restore(booklet.raw)
    assert fitting <= {block.span.of(restored.text)[:30] for block in restored.blocks}
    assert fitting
