"""Headings, notes, questions, quotations, lists, references: in English and Italian."""

import textwrap
import time
from pathlib import Path

import pytest

from reader.importing import RawText, read
from reader.model import InlineKind, PassageKind, Provenance
from reader.restore import restore
from reader.restore.feet import faint_marks
from tests.restore.kinds_of_text import CASES, LINES, english


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


def test_sites_and_sections_that_a_paragraph_speaks_of_make_it_nothing_else() -> None:
    sites = [
        (
            "The quarter keeps its letters under harbour.example.com, where who has been a tenant"
            " for a winter may read what the others wrote to the landlord, and answer them, too."
        ),
        (
            "A second shelf of papers is at orchard.example.org; nobody knows who began it, but the"
            " gardeners look after it, and most of what they say of the strike is only found there."
        ),
        (
            "What became of the third, at quarry.example.net, is told at the end of this book"
            " by somebody who was there when the lamps went out and the doors were shut for good."
        ),
    ]
    section = (
        "Who has no letter of her own to read can borrow one, and what is asked of her then stands"
        " in\nSection 11.1.3, “What Is Asked of Guests” and behind it. Nobody has read all of it,"
        "\nbut everybody has heard of it from somebody."
    )
    words = [*sites[:2], section, *english(6, 11), sites[2]]
    lines = ["\n".join(textwrap.fill(line, 92) for line in one.split("\n")) for one in words]
    text = "\n\n".join(["THE WINTER QUARTER", "Anna Moll", *lines])
    restored = restore(RawText(text, Provenance("a.txt", "0" * 64, len(text), "text")))
    found = [(block.kind, block.span.of(restored.text)) for block in restored.blocks]
    assert found[2:] == [(PassageKind.BODY, one.replace("\n", " ")) for one in words]
