"""Pages that only a running head or a printed number tells apart are found, and nothing else is."""

from collections.abc import Callable, Sequence

import pytest

from reader.model import RepairKind, Span
from reader.restore import restore
from reader.restore.lines import lines_of
from reader.restore.marks import page_marks
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of

Marked = Callable[[int, list[str]], list[str]]

#: What stands on a page besides its text, by the number of the page, 1 the first.
MARKED: dict[str, Marked] = {
    "heads of two kinds": lambda page, lines: (
        lines if page == 1 else ["ON THE HARBOUR" if page % 2 else "A. N. AUTHOR", "", *lines]
    ),
    "heads close to the text": lambda page, lines: (
        lines if page == 1 else ["ON THE HARBOUR" if page % 2 else "A. N. AUTHOR", *lines]
    ),
    "heads with numbers": lambda page, lines: [
        f"ON THE HARBOUR  {page}" if page % 2 else f"{page}  A. N. AUTHOR",
        *lines,
    ],
    "numbers below": lambda page, lines: [*lines, "", str(page)],
    "numbers close to the text": lambda page, lines: [*lines, str(page)],
    "numbers between dashes": lambda page, lines: [*lines, "", f"- {page} -"],
    "numbers above": lambda page, lines: lines if page == 1 else [str(page), "", *lines],
    "feet of two kinds": lambda page, lines: [
        *lines,
        "",
        "ON THE HARBOUR" if page % 2 else "A. N. AUTHOR",
    ],
}


def pages_of(seed: int, gap: str = "blank", words: int = 5000) -> list[list[str]]:
    """Return the lines of the pages of a booklet without cover, their number divisible by four."""
    style = Style(scheme="plain", gap=gap, height=34, cover=False, seed=seed)
    pages = [lines for lines in make(Prose(seed).paragraphs(words), style).pages if lines]
    pages = pages[: len(pages) // 4 * 4]
    while not pages[-1][-1].endswith("."):
        pages[-1].pop()
    return pages


def imposed(pages: Sequence[Sequence[str]], between: str) -> str:
    """Return pages in the order in which they lie on the sheets of a folded booklet."""
    last = len(pages) - 1
    order = [
        page
        for sheet in range(0, len(pages) // 2, 2)
        for page in (last - sheet, sheet, sheet + 1, last - sheet - 1)
    ]
    return between.join("\n".join(pages[page]) for page in order)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", MARKED)
def test_a_line_that_comes_back_on_every_page_tells_the_pages(mark: str, between: str) -> None:
    pages = [MARKED[mark](page, lines) for page, lines in enumerate(pages_of(3), 1)]
    plain = restore(raw_of("\n\n".join("\n".join(lines) for lines in pages)))
    folded = restore(raw_of(imposed(pages, between)))
    starts = [span.start for span in plain.pages]
    assert starts == sorted(starts)
    assert folded.text.split() == plain.text.split()
    assert "HARBOUR" not in folded.text
    assert "A. N. AUTHOR" not in folded.text


def test_a_running_head_that_was_misread_is_one() -> None:
    heads = [
        "ON THE HARBOUR",
        "ON THE HAR8OUR",
        "0N THE HARBOUR",
        "ON THE HARBOUR",
        "ON TIIE HARBOUR",
    ]
    pages = [[heads[row % 5], "", *lines] for row, lines in enumerate(pages_of(3))]
    restored = restore(raw_of("\n".join("\n".join(lines) for lines in pages)))
    assert "HARBOUR" not in restored.text
    assert "HAR8OUR" not in restored.text
    assert "TIIE" not in restored.text


def test_a_running_head_can_be_taken_back() -> None:
    pages = [["ON THE HARBOUR", "", *lines] for lines in pages_of(3)]
    raw = raw_of("\n".join("\n".join(lines) for lines in pages))
    heads = [one for one in restore(raw).repairs if one.kind is RepairKind.RUNNING_HEAD]
    assert len(heads) == len(pages)
    again = restore(raw, undone=frozenset({heads[3].id}))
    assert again.text.count("ON THE HARBOUR") == 1


@pytest.mark.parametrize(
    "line",
    ["MARY. I think not.", "And so it was, and so it was.", "CHORUS", "* a *"],
)
def test_what_comes_back_at_other_distances_marks_no_page(line: str) -> None:
    places = [9, 31, 77, 90, 151, 160, 204, 263, 281, 350]
    lines = [text for page in pages_of(4) for text in page]
    for place in reversed(places):
        lines.insert(place, line)
    text = "\n".join(lines)
    assert not page_marks(lines_of(text, Span(0, len(text))))


def test_numbers_of_stanzas_or_verses_mark_no_page() -> None:
    stanzas = [[str(number), "", "A line of verse", "and another one,", ""] for number in range(40)]
    text = "\n".join("\n".join(lines) for lines in stanzas)
    assert not page_marks(lines_of(text, Span(0, len(text))))


def test_stanzas_as_tall_as_pages_without_numbers_mark_no_page() -> None:
    lines = [text for page in pages_of(4) for text in page]
    text = "\n".join(lines)
    assert not page_marks(lines_of(text, Span(0, len(text))))
