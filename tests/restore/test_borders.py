"""Borders of paragraphs are measured by their places, and come back from booklets."""

import re
from collections import Counter
from itertools import pairwise
from random import Random
from textwrap import wrap

from reader.model import PassageKind, Span
from reader.restore import Block, Restored, restore
from reader.restore.faces import face_of
from tests.bench.restoration import borders_right
from tests.booklets import SCHEMES, Booklet, Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of


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


def even_paragraphs(seed: int) -> list[str]:
    """Return paragraphs of four sentences each."""
    sentences = " ".join(Prose(seed).paragraphs(9000)).replace("? ", ". ").split(". ")
    sentences = [one.rstrip(".?") for one in sentences]
    return [". ".join(sentences[at : at + 4]) + "." for at in range(0, len(sentences) - 4, 4)]


def test_a_full_last_line_hides_few_borders_where_paragraphs_are_of_like_length() -> None:
    shares = [
        share(even_paragraphs(seed), Style("plain", gap="none", cover=False, seed=seed, width=60))
        for seed in range(1, 5)
    ]
    assert sum(shares) / len(shares) > 0.97


def test_the_same_indent_throughout_begins_paragraphs_whatever_they_begin_with() -> None:
    lead = "The priority of the weir is set by what the keeper of the lower lock wrote down"
    items = [
        "will never be opened while the water of the upper lock stands higher than the old mark,",
        "will only be opened where no other weir stands open between the mill and the lower lock,",
    ]
    paragraphs = [part for one in Prose(9).paragraphs(3000) for part in (one, lead, *items)]
    assert share(paragraphs, Style("plain", gap="indent", cover=False, seed=9)) > 0.98


def set_close(paragraphs: list[str], width: int = 64, lead: str = "") -> list[str]:
    """Return the blocks of paragraphs between which nothing but an indent is set."""
    text = "\n".join("\n".join(wrap(lead + one, width)) for one in paragraphs)
    restored = restore(raw_of(text))
    return [block.span.of(restored.text) for block in restored.blocks]


def test_short_lines_are_titles_and_items_where_all_others_are_full() -> None:
    prose = Prose(65).paragraphs(2500)
    items = [
        "the first of the weirs by the mill of the town;",
        "a bridge, and what is left today of its piers;",
        "the lock, with the house of whoever worked it.",
    ]
    title = "The water of the town and those who drew it from"
    found = set_close([*prose[:9], title, prose[9], "They saw three things:", *items, *prose[10:]])
    assert [one for one in (title, *items) if one not in found] == []


def test_lines_of_a_list_do_not_make_all_lines_look_uneven() -> None:
    lines = wrap(" ".join(Prose(66).paragraphs(3000)), 64)
    listed = [("the weir, and the lock", "the bridge")] * (len(lines) // 15)
    _face, full, ragged = face_of([*pairwise(lines), *listed])
    assert ragged * full < 600


def test_a_shortened_word_ends_no_paragraph() -> None:
    prose = [
        one.replace(". ", ", as somebody wrote (The Town, pp. 47-8). ", 1)
        for one in Prose(67).paragraphs(6000)
    ]
    assert not [one for one in set_close(prose, 56) if one.endswith("pp.")]


def test_a_source_in_square_brackets_ends_a_paragraph() -> None:
    prose = [f"{one[:-1]}, “or so it was.” [ The Town ]" for one in Prose(68).paragraphs(3000)]
    restored = restore(raw_of("\n\n".join("\n".join(wrap(one, 60)) for one in prose)))
    assert len(restored.blocks) == len(prose)


def test_of_two_lines_set_in_the_second_begins_a_paragraph_where_the_third_is_not() -> None:
    prose = Prose(69).paragraphs(2500)
    titled = [part for one in prose[:8] for part in ("The walls of a town and all its water", one)]
    found = set_close([*titled, *prose[8:]], 40, "   ")
    assert found.count(titled[0]) >= 7


def test_items_in_small_letters_stay_apart_when_they_are_restored_again() -> None:
    items = [
        "the first of the weirs, which stands by the mill of the town, and what was left of it;",
        "the bridge, of which nobody can say how many piers it had, or who carried them off;",
        "the lock, with the house of whoever worked it when there was water for boats.",
    ]
    prose = Prose(70).paragraphs(1500)
    found = set_close([*prose[:5], "They saw three things:", *items, *prose[5:]])
    again = restore(raw_of("\n\n".join(found)))
    assert again.text == "\n\n".join(found)
    assert [one for one in items if one not in found] == []


def test_a_text_in_whole_paragraphs_keeps_the_one_that_breaks_off() -> None:
    prose = Prose(4).paragraphs(3000)
    lead = "The keeper wrote to the owners of the mill and to everyone who held land by the river,"
    text = "\n\n".join([*prose, lead, "eBooks of that year say nothing of it.", *prose[:3]])
    assert restore(raw_of(text)).text == text


def test_a_text_whose_paragraphs_break_off_by_pages_is_joined() -> None:
    cut = [one.rsplit(" ", 20) for one in Prose(4).paragraphs(3000) if len(one) > 300]
    halves = [(one[0], " ".join(one[1:])) for one in cut]
    text = "\n\n".join(half for pair in halves for half in pair)
    joined = restore(raw_of(text)).text
    small = [f"{one} {rest}" for one, rest in halves if rest[0].islower() and one[-1].isalpha()]
    assert len(small) > 5
    assert all(one in joined for one in small)


def test_short_speeches_that_are_set_in_each_begin_a_paragraph() -> None:
    sentences = re.split(r"(?<=[.?!]) ", " ".join(Prose(68).paragraphs(6000)))
    style = Style("plain", gap="indent", width=56, cover=False, seed=4)
    assert share(sentences, style) > 0.99
