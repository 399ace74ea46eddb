"""Pages are put into reading order, and only where they are out of it."""

import itertools
import random
import re
import textwrap
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import BadInput, Cancelled, Progress, Span
from reader.restore import Restored, restore
from reader.restore.endings import Endings
from reader.restore.language import Model
from reader.restore.leaves import Leaf, leaves_of
from reader.restore.lexicon import Lexicon
from reader.restore.lines import lines_of
from reader.restore.templates import layouts
from reader.restore.turns import Turns, edges_of
from tests.bench.in_order import is_moved, shapes
from tests.bench.restoration import cut
from tests.booklets import Booklet, Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of


def pages_read(booklet: Booklet, restored: Restored) -> list[int]:
    read: list[int] = []
    for span in restored.pages:
        page = booklet.page_at(span.start)
        if page >= 0 and read[-1:] != [page]:
            read.append(page)
    return read


def short_paragraphs(seed: int, words: int) -> list[str]:
    return [
        one.strip()
        for paragraph in Prose(seed).paragraphs(words)
        for one in re.findall(r"(?:[^.?!]+[.?!]+\s?){1,2}", paragraph)
    ]


def printed(booklet: Booklet) -> list[int]:
    return sorted({page for _span, page in booklet.stretches})


@pytest.mark.parametrize("marks", ["feeds", "pages", "numbers", "none"])
@pytest.mark.parametrize("scheme", ["2-up", "right first", "no cover side", "4-up", "reversed"])
def test_an_imposed_booklet_comes_out_in_reading_order(scheme: str, marks: str) -> None:
    style = Style(scheme=scheme, marks=marks, gap="indent", height=34, seed=2)
    booklet = make(Prose(2).paragraphs(6000), style)
    restored = restore(booklet.raw)
    assert pages_read(booklet, restored) == printed(booklet)
    assert restored.order_confidence > 0.6


@pytest.mark.parametrize("seed", [40, 48, 59])
def test_a_booklet_of_short_paragraphs_comes_out_in_reading_order(seed: int) -> None:
    """So many pieces end that heights of pages hardly bear witness; but they stay even."""
    booklet = make(short_paragraphs(seed, 2200), Style("2-up", height=28, width=56, seed=seed))
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


@pytest.mark.parametrize(
    ("scheme", "seed"), [("4-up", 307), ("innermost first", 312), ("2-up", 326), ("4-up", 326)]
)
def test_six_pages_come_out_in_reading_order(scheme: str, seed: int) -> None:
    style = Style(scheme=scheme, gap="none", height=34, seed=seed)
    booklet = make(Prose(seed).paragraphs(1500), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_a_short_page_in_the_middle_of_the_file_tells_that_pages_were_moved() -> None:
    style = Style("2-up", height=34, gap="none", cover=False, seed=318)
    booklet = make(Prose(318).paragraphs(1500), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_pages_of_figures_stay_where_they_are() -> None:
    chance = random.Random(4)
    rows = [" ".join(f"{chance.uniform(0, 7):.6e}" for _ in range(5)) for _ in range(600)]
    pages = ["\n".join(rows[at : at + 30]) for at in range(0, len(rows), 30)]
    starts = [span.start for span in restore(raw_of("\n\n".join(pages))).pages]
    assert starts == sorted(starts)


def test_blanks_at_the_end_and_inside_the_cover_are_likelier_than_others() -> None:
    prices = {tuple(order): price for order, price, _name in layouts(6)}
    last_two, last_and_third = (0, 1, 3, 4, 5, 2), (0, 1, 4, 5, 3, 2)
    assert prices[last_two] == 0.8
    assert prices[last_and_third] == pytest.approx(3.3)


@pytest.mark.parametrize("scheme", ["2-up", "right first", "side by side"])
def test_form_feeds_behind_sheet_sides_do_not_hide_the_pages(scheme: str) -> None:
    style = Style(scheme=scheme, marks="sheets", gap="indent", height=34, seed=3)
    booklet = make(Prose(3).paragraphs(6000), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


@pytest.mark.parametrize("scheme", ["lines mixed one", "lines mixed"])
def test_two_pages_read_line_by_line_are_told_apart(scheme: str) -> None:
    style = Style(scheme=scheme, gap="indent", height=34, seed=3)
    booklet = make(Prose(3).paragraphs(6000), style)
    restored = restore(booklet.raw)
    assert pages_read(booklet, restored) == printed(booklet)
    words = restored.text.split()
    assert " ".join(booklet.paragraphs[9].split()[:9]) in " ".join(words)


@pytest.mark.parametrize(
    ("scheme", "seed", "count"),
    [("right first", 61005, 48), ("innermost first", 61003, 24), ("side by side", 61002, 20)],
)
def test_the_page_that_is_not_full_is_the_last(scheme: str, seed: int, count: int) -> None:
    style = Style(
        scheme=scheme, seed=seed, cover=seed % 3 != 1, gap=("blank", "indent", "none")[seed % 3],
        height=(28, 36, 42)[seed % 3], width=(56, 66, 74)[(seed + 1) % 3],
    )  # fmt: skip
    letters = (count - 2) * style.height * style.width * 4 // 5
    paragraphs = Prose(61000 + seed % 4).paragraphs(40000)
    booklet = make(cut(paragraphs, letters, seed), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_a_short_page_is_the_last_only_where_pages_are_even() -> None:
    even = Endings.of([36] * 11 + [20, 36, 36])
    assert even.last(20) == even.last(7) > 1
    assert even.last(36) < -2
    assert Endings.of([36, 20, 30, 11, 25, 36]).last(20) == 0
    assert Endings.of([36, 36, 20]).last(20) == 0


@pytest.mark.parametrize("source", ["[**Works**, p. 71]", "(Turin, 1966)"])
def test_a_source_in_brackets_may_end_a_paragraph(source: str) -> None:
    texts = (f"as it was said of them {source}", "Another begins here", "and goes on so")
    leaves = [Leaf((tuple(lines_of(text, Span(0, len(text)))),), known=True) for text in texts]
    turns = Turns(list(map(edges_of, leaves)), Model.of(texts), Lexicon.of(" ".join(texts)))
    assert turns.broken(0, 1) == 0
    assert turns.score(0, 2) > 0


@pytest.mark.parametrize("seed", [1, 2, 8, 10])
def test_blank_lines_do_not_exchange_two_pages_read_line_by_line(seed: int) -> None:
    style = Style(scheme="lines mixed", height=30, seed=seed)
    booklet = make(Prose(seed).paragraphs(9000), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


@pytest.mark.parametrize("seed", [2, 4, 6, 7, 8])
def test_many_blank_lines_on_both_pages_of_all_sides_do_not_cut_them(seed: int) -> None:
    style = Style("side by side", height=28, width=56, seed=seed)
    booklet = make(short_paragraphs(seed, 1500), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_a_blank_line_on_both_pages_of_a_side_does_not_cut_it() -> None:
    style = Style(scheme="side by side", height=34, seed=4)
    booklet = make(Prose(4).paragraphs(6000), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


@pytest.mark.parametrize("scheme", ["rows mixed", "rows mixed all"])
def test_two_pages_read_by_paragraphs_are_told_apart(scheme: str) -> None:
    # not all such booklets come out wholly right; tests/bench/restoration.py says how many do
    style = Style(scheme=scheme, height=34, seed=4)
    booklet = make(Prose(4).paragraphs(6000), style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_misread_letters_do_not_hide_pages_read_by_paragraphs() -> None:
    style = Style("rows mixed all", height=42, width=56, noise=0.02, seed=83003)
    chosen = cut(Prose(83003).paragraphs(40000), 22 * 42 * 56 * 4 // 5, style.seed)
    booklet = make(chosen, style)
    assert pages_read(booklet, restore(booklet.raw)) == printed(booklet)


def test_a_table_is_not_cut_into_pages() -> None:
    rows = [f"The word number {row:2} of a list{' ' * 8}{row * 7:4}" for row in range(20)]
    restored = restore(raw_of("\n".join(rows)))
    assert len(restored.pages) == 1


@settings(max_examples=12)
@given(
    seed=st.integers(0, 10_000),
    gap=st.sampled_from(["blank", "indent", "none"]),
    marks=st.sampled_from(["none", "feeds", "pages"]),
    noise=st.sampled_from([0.0, 0.02]),
)
def test_a_file_in_order_is_never_moved(seed: int, gap: str, marks: str, noise: float) -> None:
    style = Style(scheme="plain", gap=gap, marks=marks, noise=noise, seed=seed)
    booklet = make(Prose(seed).paragraphs(2500), style)
    restored = restore(booklet.raw)
    assert pages_read(booklet, restored) == printed(booklet)
    assert restored.order_confidence == 1.0


OURS = ("README.md", "resources/help/manual.md", "texts/companions/tronti-refusal.md")


@pytest.mark.parametrize("name", OURS)
def test_texts_of_our_own_in_order_stay_so_as_files_and_as_pages(name: str, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / name).read_text("utf-8")
    path = tmp_path / "text.txt"
    for shape, words in shapes(text):
        path.write_text(words, "utf-8")
        assert not is_moved(path), shape


def test_a_page_twice_keeps_every_page() -> None:
    booklet = make(Prose(5).paragraphs(3000), Style(scheme="2-up", marks="feeds", seed=5))
    first = booklet.raw.text.split("\f")[4]
    doubled = raw_of(booklet.raw.text + first)
    restored = restore(doubled)
    assert sum(len(span) for span in restored.pages) >= len(doubled.text.split("\f")[4]) * 2
    assert len(restored.pages) == len([one for one in doubled.text.split("\f") if one.strip()])


def test_pages_the_reader_dragged_stay_where_they_were_put() -> None:
    booklet = make(Prose(3).paragraphs(3000), Style(scheme="2-up", marks="feeds", seed=3))
    pages = restore(booklet.raw).pages
    turned = tuple(reversed(pages))
    again = restore(booklet.raw, order=turned)
    assert again.pages == turned
    assert all(turn.confidence == 1.0 for turn in again.turns)


def test_every_turn_lies_where_its_page_begins() -> None:
    booklet = make(Prose(4).paragraphs(4000), Style(scheme="2-up", marks="feeds", seed=4))
    restored = restore(booklet.raw)
    assert restored.turns
    for turn in restored.turns:
        source = turn.right.of(booklet.raw.text)
        assert restored.text[turn.at :].lstrip()[:8] == source.lstrip()[:8]


def test_every_layout_is_an_order_of_all_pages() -> None:
    for count in (1, 2, 7, 12, 33):
        found = list(layouts(count))
        assert found
        assert all(sorted(order) == list(range(count)) for order, _rare, _name in found)


def test_an_empty_source_is_bad_input() -> None:
    with pytest.raises(BadInput, match="holds no text"):
        restore(raw_of(" \n\f\n"))


def test_the_reader_can_stop_it() -> None:
    stopping = Progress(lambda _share, _words: None, lambda: True)
    with pytest.raises(Cancelled):
        restore(raw_of("A word or two."), stopping)


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_nonsense_is_restored_or_refused(text: str) -> None:
    try:
        restored = restore(raw_of(text))
    except BadInput:
        assert not any(map(str.isalpha, text))
        return
    assert "\n" not in restored.text.replace("\n\n", "")
    assert all(block.span.of(restored.text).strip() for block in restored.blocks)


@pytest.mark.parametrize("seed", [2, 3, 6])
def test_turns_of_a_clean_booklet_are_not_doubted(seed: int) -> None:
    booklet = make(Prose(seed).paragraphs(8000), Style("2-up", seed=seed))
    restored = restore(booklet.raw)
    assert pages_read(booklet, restored) == printed(booklet)
    assert not [turn for turn in restored.turns if turn.doubtful]


@pytest.mark.parametrize("mark", ["{}", "The Harbour, page {}", "- {} -"])
def test_pages_that_are_numbered_in_the_order_of_the_file_stay(mark: str) -> None:
    """Whatever stands on them: pages of lists and tables read on in no order."""
    chance = random.Random(5)
    words = " ".join(Prose(5).paragraphs(4000)).split()
    pages = []
    for number in range(12):
        rows = [" ".join(chance.choices(words, k=9)) for _row in range(30)]
        pages.append("\n".join([*rows, "", mark.format(number + 3)]))
    restored = restore(raw_of("\f".join([pages[0], *pages[1:]])))
    starts = [span.start for span in restored.pages]
    assert starts == sorted(starts)
    assert {turn.confidence for turn in restored.turns} == {1.0}
    assert "doubtful" not in restored.note


@pytest.mark.parametrize(
    ("scheme", "marks"), [("2-up", "none"), ("2-up", "feeds"), ("plain", "feeds"),
                          ("rows mixed", "none")]
)  # fmt: skip
def test_a_page_that_the_reader_moves_takes_along_its_own_and_leaves_the_others(
    scheme: str, marks: str
) -> None:
    booklet = make(Prose(4).paragraphs(6000), Style(scheme=scheme, marks=marks, seed=4))
    first = restore(booklet.raw)
    pages = [first.turns[0].left, *(turn.right for turn in first.turns)]
    assert restore(booklet.raw, order=tuple(pages)).text == first.text
    pages.insert(9, pages.pop(5))
    moved = restore(booklet.raw, order=tuple(pages))
    assert [turn.right for turn in moved.turns] == pages[1:]
    assert Counter(moved.text.split()).total() == Counter(first.text.split()).total()
    pages.insert(5, pages.pop(9))
    assert restore(booklet.raw, order=tuple(pages)).text == first.text


def test_a_stop_is_heard_all_along_the_search() -> None:
    """In a file of blank-line pieces that may be read alternately, the pages take longest."""
    asked: list[float] = []
    progress = Progress(lambda *_: None, lambda: asked.append(process_time()) is not None)
    pieces = [
        "\n".join(textwrap.wrap(one, 66)) for one in Prose(5).paragraphs(20_000) if len(one) > 300
    ]
    restore(raw_of("\n\n".join(pieces)), progress)
    assert len(asked) > 100
    assert max(after - before for before, after in itertools.pairwise(asked)) < 1


def test_a_page_that_goes_on_inside_a_sentence_above_notes_is_no_note() -> None:
    def page(first: str, note: int) -> str:
        lines = [first, *(f"and so it went on to the end of line {row} here" for row in range(30))]
        return "\n".join([*lines, f"until it was told.[{note}]", f"[{note}] Told by a neighbour."])

    raw = raw_of(f"{page('Once there was a hill', 1)}\n\n{page('of which many spoke', 2)}")
    bodies = [[group[0].text for group in leaf.groups] for leaf in leaves_of(raw)]
    assert bodies == [["Once there was a hill"], ["of which many spoke"]]
