"""Headings, notes, questions, quotations, lists, references: in English and Italian."""

import time
from pathlib import Path

import pytest

from reader.importing import read
from reader.model import InlineKind
from reader.restore import restore
from reader.restore.feet import faint_marks
from tests.restore.kinds_of_text import CASES, LINES


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_piece_is_what_it_was_written_as(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / case.name).write_text(case.source, "utf-8")
    restored = restore(read(tmp_path / case.name))
    found = [
        (block.kind.value, " ".join(block.span.of(restored.text).split()[:5]))
        for block in restored.blocks
    ]
    lines = LINES.get(name.partition(": ")[2], [])
    alone = [start for start in lines if any(words.startswith(start) for _kind, words in found)]
    rest = [(k, w) for k, w in found if not any(w.startswith(start) for start in lines)]
    assert rest == list(case.pieces)
    assert alone == lines
    references = [one for one in restored.inline if one.kind is InlineKind.NOTE_REFERENCE]
    assert len(references) == case.notes


def test_program_code_is_left_as_it_stands(tmp_path: Path) -> None:
    code = "x = selfdefined ,y  # fi nal the the\n\n    y = thatit"
    file = tmp_path / "a.md"
    file.write_text(f"# On code\n\nA word about it.\n\n```\n{code}\n```\n\n    *thatit*\n", "utf-8")
    restored = restore(read(file))
    assert [block.span.of(restored.text) for block in restored.blocks[2:]] == [
        code.replace("\n", "\u2028"),
        "*thatit*",
    ]


def test_verse_of_a_page_keeps_its_lines(tmp_path: Path) -> None:
    verse = ["The harbour sleeps, the winter comes,", "the letters lie unread,", "and snow falls."]
    prose = " ".join(["A line that was broken in the middle of a sentence of prose by"] * 3)
    file = tmp_path / "a.html"
    file.write_text(f"<p>{prose}<br>{prose}<br>{prose}</p><p>{'<br>'.join(verse)}</p>", "utf-8")
    restored = restore(read(file))
    words = [block.span.of(restored.text) for block in restored.blocks]
    assert words == [" ".join([prose] * 3), "\u2028".join(verse)]


def test_what_a_title_page_says_twice_is_said_once(tmp_path: Path) -> None:
    text = "# The Winter Quarter\n\nAnna Moll\n\nAnna Moll\nThe Winter Quarter\nMay 1, 1990.\n\n"
    text += CASES["blocks: very short text"].source.partition("\n\n")[2]
    file = tmp_path / "a.txt"
    file.write_text(text + "\n\n## Letters\n\n" + text.rpartition("\n\n")[2], "utf-8")
    restored = restore(read(file))
    words = [block.span.of(restored.text) for block in restored.blocks]
    assert words.count("Anna Moll") == 1
    assert words.count("The Winter Quarter") == 1
    assert restored.authors == ("Anna Moll",)


def test_blank_lines_without_end_are_gone_through_once() -> None:
    began = time.process_time()
    assert faint_marks(" \n" * 100_000 + "a word (1)\n(1) A note") == {"(1)"}
    assert time.process_time() - began < 1
