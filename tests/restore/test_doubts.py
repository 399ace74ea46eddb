"""What a reader is told about sources that are not one whole text in order."""

import random
import textwrap
from itertools import pairwise

import pytest

from reader.importing import RawText
from reader.model import Provenance
from reader.restore import restore
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.kinds_of_text import english, wrapped


def told(text: str) -> str:
    return restore(RawText(text, Provenance("a.txt", "0" * 64, len(text), "text"))).note


def paragraphs(count: int, seed: int = 1) -> list[str]:
    return [wrapped(words) for words in english(count, seed)]


def test_a_whole_text_is_told_nothing_of() -> None:
    assert told("\n\n".join(paragraphs(20))) == ""


def test_a_page_that_stands_twice_is_told_of() -> None:
    words = paragraphs(12)
    assert told("\n\n".join([*words[:6], *words[4:]])) == (
        "2 paragraphs stand twice in the file; all are kept."
    )


def test_two_texts_in_one_file_are_told_of() -> None:
    one = ["THE WINTER QUARTER", "Anna Moll", *paragraphs(8, 3)]
    two = ["LETTERS OF THE TENANTS", "P. Brown", *paragraphs(8, 4)]
    assert told("\n\n".join([*one, *two])) == (
        "The file seems to hold 2 texts; split it to have each of them by itself."
    )
    assert told("\n\n".join([*one, two[0], *two[2:]])) == ""


def test_a_title_behind_another_text_is_told_of() -> None:
    one, two = paragraphs(12, 3), ["LETTERS OF THE TENANTS", "P. Brown", *paragraphs(12, 4)]
    assert told("\n\n".join([*one, *two])) == (
        "The file seems to hold 2 texts; split it to have each of them by itself."
    )
    assert told("\n\n".join([*one, "PART TWO", "Early Days", *paragraphs(12, 4)])) == ""


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank", "none"])
def test_texts_set_to_two_measures_are_both_rejoined_and_told_of(gap: str) -> None:
    words = english(40, 7)
    narrow = [textwrap.fill(one, 48) for one in words[:20]]
    wide = [textwrap.fill(one, 74) for one in words[20:]]
    source = f"{gap.join(narrow)}\n\n{gap.join(wide)}"
    made = restore(RawText(source, Provenance("a.txt", "0" * 64, len(source), "text")))
    assert made.note == (
        "From some place on, all lines are longer or shorter than before it; the file may hold two"
        " texts, one behind the other."
    )
    found = [made.text[block.span.start : block.span.end] for block in made.blocks]
    assert len(set(found) & set(words)) > 32


@pytest.mark.parametrize(
    ("start", "end", "what"),
    [
        (7, None, "The text begins inside a sentence; pages before it may be missing."),
        (0, -7, "The text breaks off inside a sentence; pages may be missing."),
        (7, -7, "The text begins and breaks off inside sentences; pages may be missing."),
    ],
)
def test_half_a_text_is_told_of(start: int, end: int | None, what: str) -> None:
    words = english(6, 5)
    words[0] = " ".join(words[0].split()[start:])
    words[-1] = " ".join(words[-1].split()[:end])
    assert told("\n\n".join(map(wrapped, words))) == what


def test_letters_by_chance_are_no_language() -> None:
    chance = random.Random(1)
    letters = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz     ") for _ in range(40_000))
    lines = [letters[at : at + 70].strip() for at in range(0, len(letters), 70)]
    assert told("\n".join(lines)).endswith(
        "This does not look like a text in a language; it was taken as it stands."
    )


def test_a_sheet_that_is_missing_is_told_of() -> None:
    style = Style(scheme="2-up", marks="numbers", gap="indent", height=34, seed=5)
    booklet = make(Prose(5).paragraphs(6000), style)
    whole = booklet.raw.text
    pages = [span.of(whole) for span, page in booklet.stretches if page not in (4, 5)]
    assert told(whole) == ""
    assert told("\n\n".join(pages)) == "By their numbers, 2 pages are missing after page 4."


def test_half_a_booklet_is_told_of() -> None:
    style = Style(scheme="2-up", marks="numbers", gap="indent", height=34, seed=5)
    booklet = make(Prose(5).paragraphs(6000), style)
    half = booklet.stretches[: len(booklet.stretches) // 2]
    pages = [span.of(booklet.raw.text) for span, _page in half]
    there = sorted(page for _span, page in half)
    gap = next((a, b - a - 1) for a, b in pairwise(there) if b - a > 3)
    assert f"{gap[1]} pages are missing after page {gap[0] + 1}." in told("\n\n".join(pages))


def test_pages_missing_by_their_numbers_are_told_where_no_page_turns() -> None:
    booklet = make(Prose(4).paragraphs(9000), Style(scheme="plain", marks="numbers", seed=4))
    text, pages = booklet.raw.text, booklet.stretches
    gone = text[: pages[7][0].start] + text[pages[10][0].start :]
    assert told(text) == ""
    assert "3 pages are missing after page" in told(gone)


def test_an_order_of_which_most_turns_are_doubtful_is_not_sure() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(9000)]
    pages = (" ".join(words[at : at + 300]) for at in range(0, 9000, 300))
    text = "\f".join(textwrap.fill(page, 60) for page in pages)
    restored = restore(RawText(text, Provenance("a.txt", "0" * 64, len(text), "text")))
    assert restored.order_confidence < 0.6
    assert "could not be made out" in restored.note


def test_a_full_line_or_a_few_words_may_be_all_of_a_sentence_that_is_cut() -> None:
    prose = ["\n".join(textwrap.wrap(one, 62)) for one in Prose(8).paragraphs(1200)]
    last = "Whoever comes to the mill will find the weir open and the"
    rest = "water of the town."
    for cut in (last, "Nevertheless everybody downstream still remembers the"):
        note = told("\n\n".join([*prose, cut]))
        assert note.startswith("The text breaks off inside a sentence"), cut
    assert told("\n\n".join([rest, *prose])).startswith("The text begins inside a sentence")
    assert told("\n\n".join([*prose, "Harwick, at the mill of the town"])) == ""
    assert told("\n\n".join(["a day at the weir", *prose])) == ""


def test_a_page_that_was_copied_inside_a_paragraph_is_told_of() -> None:
    words = " ".join(Prose(71).paragraphs(1500)).split()
    copied = [*words[:400], *words[200:330], *words[400:600]]
    rest = " ".join(words[600:900])
    for one, twice in ((copied, True), (words[:600], False)):
        text = "\n\n".join("\n".join(textwrap.wrap(part, 66)) for part in (" ".join(one), rest))
        assert ("twice" in told(text)) == twice
