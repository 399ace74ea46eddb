"""Notes of others are shown, and nothing else happens."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.qt.safe_text import SafeDocument, may_open, plain, shown, tag_words


def shown_in(markdown: str) -> SafeDocument:
    document = SafeDocument()
    document.setTextWidth(250)
    document.show_markdown(markdown)
    document.size()
    return document


@pytest.mark.parametrize(
    "markdown",
    [
        "![]({path})", "![][p]\n\n[p]: {path}", "<img src='{path}'>", "![](file://{path})",
        "<table background='{path}'><tr><td>x</td></tr></table>", "![a](<{path}>)",
        "<style>p {{ background-image: url({path}) }}</style><p>x</p>",
        "![x](data:image/png;base64,AAAA)",
    ],
)  # fmt: skip
def test_no_picture_is_ever_loaded(tmp_path: Path, qtbot: QtBot, markdown: str) -> None:
    path = tmp_path / "red.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(0xFF0000)
    assert red.save(str(path))
    picture = QImage(250, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    from PySide6.QtGui import QPainter

    document = shown_in(markdown.format(path=path))
    painter = QPainter(picture)
    document.drawContents(painter)
    painter.end()
    colours = {picture.pixel(x, y) for x in range(0, 250, 5) for y in range(0, 200, 5)}
    assert 0xFFFF0000 not in colours


def test_html_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    assert "<script>alert(1)</script>" in shown_in("a <script>alert(1)</script>").toPlainText()


def test_emphasis_lists_and_links_are_rendered(qtbot: QtBot) -> None:
    document = shown_in("*a* **b** [c](https://example.org)\n\n- d\n- e")
    assert document.toPlainText().replace("\n", " ").split() == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    "markdown",
    [
        "x" * 1_000_000, "[" * 100_000, "> " * 20_000 + "x", "- " * 20_000 + "x",
        "\n".join("  " * level + "- x" for level in range(3000)), "*" * 100_000,
        "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + ("|" + "b|" * 5000 + "\n") * 3,
        "a\n" * 50_000, "1. " * 5000 + "x", "- a\n" * 20_000,
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 10_000,
    ],
    ids=[
        "word", "brackets", "quotes", "lists", "nested", "stars", "table", "lines", "numbers",
        "items", "rows",
    ],
)  # fmt: skip
def test_hostile_notes_are_shown_in_bounded_time(qtbot: QtBot, markdown: str) -> None:
    begin = time.process_time()
    shown_in(markdown)
    assert time.process_time() - begin < 3


def test_where_lines_are_left_out_it_is_said(qtbot: QtBot) -> None:
    words = shown_in("- a\n" * 20_000).toPlainText()
    assert words.endswith("it is kept whole)")
    assert "kept whole" not in shown_in("- a\n" * 200).toPlainText()


@given(st.text(max_size=300))
def test_any_text_can_be_shown(text: str) -> None:
    shown(text).encode("utf-8")
    assert "\n" not in plain(text)


def test_lone_surrogates_and_turning_signs_are_shown_safely(qtbot: QtBot) -> None:
    words = shown("a\ud800b\u202eevil\u202c")
    assert "\u202e" not in words
    words.encode("utf-8")


def test_only_web_and_mail_addresses_may_be_opened() -> None:
    assert may_open("https://example.org/x")
    assert may_open("mailto:a@example.org")
    for address in ("file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "", "x:y",
                    "\\\\server\\share", "smb://server/x", "/etc/passwd"):  # fmt: skip
        assert not may_open(address), address


def test_tags_of_others_turn_nothing_around_and_fill_no_screen() -> None:
    assert tag_words(["t\u202eag", "b"]) == ["#t\u2423ag", "#b"]
    words = tag_words([f"tag {number}" for number in range(1000)])
    assert len(words) < 20
    assert words[-1].startswith("+9")


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("a > b, 2 * 3, snake_case_name", "a > b, 2 * 3, snake_case_name"),
        ("> **Labour** > [capital](https://a.org), `a_b` \\* 2", "Labour > capital, a_b * 2"),
        ("## Title\n- one\n- __two__", "Title one two"),
        ("*a **b** c*, C# and [ask]", "a b c, C# and [ask]"),
        ("x <b>y</b>", "x <b>y</b>"),
    ],
)
def test_a_line_of_a_note_loses_its_markdown_and_nothing_else(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize("columns", [2, 12])
def test_of_a_long_table_so_many_cells_are_shown_as_else_lines(columns: int) -> None:
    rows = ["| a " * columns + "|", "|---" * columns + "|", *["| x " * columns + "|"] * 3000]
    head, tail = "Above.\n", "\n\nBelow."
    table = shown(head + "\n".join(rows) + tail)
    assert 900 < table.count("x") < 1500
    few = head + "\n".join(rows[:40]) + tail
    assert shown(few) == few
    pipes = "\n".join(["a | b | c"] * 1400)
    assert shown(pipes) == pipes, "what is no table"


@pytest.mark.parametrize("part", ["_a ", "_a", "*a", "[a", "`a", "> ", "_ a_", "[a](b"])
def test_a_line_of_hostile_markdown_is_made_at_once(part: str) -> None:
    began = time.process_time()
    plain(part * 3000, 2000)
    assert time.process_time() - began < 0.2


def test_marks_piled_on_a_letter_do_not_reach_into_other_notes() -> None:
    assert (
        shown("Z" + "\u0301\u0489\u20dd" * 2000 + "algo") == "Z" + "\u0301\u0489\u20dd" * 2 + "algo"
    )
    for words in ("tiếng Việt", "ความรู้ที่นี่", "e\u0301\u0323 x\u0307"):
        assert shown(words) == words


def test_a_long_line_is_cut_between_words() -> None:
    assert plain("inherently related to work", 21) == "inherently related…"
    assert plain("inherently related to work", 18) == "inherently…"
    assert plain("x" * 30, 20) == "x" * 19 + "…"
    assert plain("a " + "x" * 30, 20) == "a " + "x" * 17 + "…"
