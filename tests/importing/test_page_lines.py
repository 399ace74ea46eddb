"""Lines of a printed page: columns, indents, small type, raised figures."""

from reader.importing.page_lines import Piece, page_text


def piece(text: str, left: float, foot: float, size: float = 10) -> Piece:
    return Piece(text, left, foot, left + 0.5 * size * len(text), foot + 0.8 * size, size)


def lines(words: str, left: float, top: float, count: int = 8) -> list[Piece]:
    return [piece(f"{words} line number {n} of it", left, top - 13 * n) for n in range(count)]


LEFT, RIGHT = lines("the left", 60, 700), lines("the other", 260, 700)
WANTED = [one.text for one in (*LEFT, *RIGHT)]


def test_columns_are_read_one_after_the_other() -> None:
    assert page_text([*LEFT, *RIGHT]).split("\n") == WANTED


def test_columns_written_row_by_row_are_told_apart() -> None:
    rows = [one for pair in zip(LEFT, RIGHT, strict=True) for one in pair]
    assert page_text(rows).split("\n") == WANTED


def test_a_heading_over_both_columns_stands_above_them() -> None:
    heading = piece("A heading that stands over both of the columns below", 90, 740)
    assert page_text([heading, *LEFT, *RIGHT]).split("\n") == [heading.text, "", *WANTED]


def test_notes_below_columns_stand_at_the_end_of_the_page() -> None:
    note = piece("Of the left column, a note in small type.", 60, 590, 8)
    number = piece("12", 240, 40)
    text = page_text([*LEFT, note, *RIGHT, number])
    assert text == "\n".join([*WANTED, "", note.text, "", "12"])


def test_a_list_of_contents_is_no_page_of_columns() -> None:
    rows = [
        one
        for n in range(8)
        for one in (
            piece("A chapter of some length", 60, 700 - 13 * n),
            piece("12", 400, 700 - 13 * n),
        )
    ]
    assert page_text(rows).split("\n") == ["A chapter of some length 12"] * 8


def test_an_indent_is_kept_as_spaces() -> None:
    first = piece("It begins a paragraph", 72, 713)
    assert page_text([first, *LEFT]).split("\n")[0] == "  It begins a paragraph"


def test_small_type_at_the_foot_is_set_apart() -> None:
    foot = [piece("A note in small type and more", 60, 596 - 10 * n, 8) for n in range(2)]
    assert page_text([*LEFT, *foot]) == "\n".join([*WANTED[:8], "", *(one.text for one in foot)])


def test_raised_figures_are_written_as_such() -> None:
    parts = [
        piece("a word", 60, 700),
        Piece("12", 90, 704.5, 96, 710, 6),
        piece(" and the next", 97, 700),
    ]
    assert page_text([*parts, *lines("more", 60, 687)]).split("\n")[0] == "a word¹² and the next"


def test_lines_in_larger_type_are_set_apart() -> None:
    rows = [*lines("text", 60, 700, 4), piece("A heading over it", 60, 700 - 4 * 13, 12)]
    rows += lines("more", 60, 700 - 5 * 13, 4)
    assert page_text(rows).split("\n")[4:7] == ["", "A heading over it", ""]
