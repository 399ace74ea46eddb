"""Lines become the paragraphs they were, in any width, with any gap, in any script."""

import itertools
import textwrap
import time
from pathlib import Path

import pytest

from reader.importing import read
from reader.restore import restore
from tests.prose import Prose
from tests.restore.sources import raw_of

#: Latin letters of generated prose and what stands for them in another script.
_SCRIPTS = {
    "Cyrillic": dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувжшыз", strict=True)),
    "Greek": dict(zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιξκλμνοπθρστυωωψυζ", strict=True)),
}


def written_in(script: str, text: str) -> str:
    letters = _SCRIPTS[script]
    table = {ord(one): other for one, other in letters.items()}
    table |= {ord(one.upper()): other.upper() for one, other in letters.items()}
    return text.translate(table)


def blocks(text: str) -> list[str]:
    restored = restore(raw_of(text))
    return [block.span.of(restored.text) for block in restored.blocks]


def f1(found: list[str], wanted: list[str]) -> float:
    starts = {one[:24] for one in found}, {one[:24] for one in wanted}
    return 2 * len(starts[0] & starts[1]) / (len(starts[0]) + len(starts[1]))


@pytest.mark.parametrize("width", [40, 58, 72, 90])
@pytest.mark.parametrize("gap", ["blank", "indent"])
def test_paragraphs_of_every_width_come_back(width: int, gap: str) -> None:
    wanted = Prose(width).paragraphs(2500)
    lead = "   " if gap == "indent" else ""
    wrapped = ["\n".join(textwrap.wrap(lead + one, width, drop_whitespace=True)) for one in wanted]
    if gap == "indent":
        wrapped = [lead + one.lstrip() for one in wrapped]
    found = blocks(("\n\n" if gap == "blank" else "\n").join(wrapped))
    assert f1(found, wanted) >= 0.97


@pytest.mark.parametrize("script", sorted(_SCRIPTS))
def test_other_alphabets_are_joined_alike(script: str) -> None:
    wanted = [written_in(script, one) for one in Prose(7).paragraphs(1500)]
    text = "\n\n".join("\n".join(textwrap.wrap(one, 66)) for one in wanted)
    found = blocks(text)
    assert f1(found, wanted) >= 0.97
    assert "".join("".join(found).split()) == "".join(text.split())


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "河流奔向大海没有人告诉它这样做它带着山上的泥土和去年的叶子"
    text = "\n".join(line[at:] + line[:at] for at in range(1, 14)) + "。\n\n" + line + "。\n"
    assert blocks(text) == [
        "".join(line[at:] + line[:at] for at in range(1, 14)) + "。",
        line + "。",
    ]


def test_paragraphs_of_two_lines_between_blank_lines_stay_whole() -> None:
    wanted = [
        (
            "A wall against a river is a promise that somebody else will keep, and the water goes "
            "where there is no wall."
        ),
        (
            "Whoever builds a wall on a hill builds it against the weather. The weather has time, "
            "and the neighbours below get the stones."
        ),
        (
            "The mud that the river carries away was a hill once. It is laid on the fields where "
            "the river slows down."
        ),
    ]
    assert blocks("\n\n".join("\n".join(textwrap.wrap(one, 80)) for one in wanted)) == wanted


@pytest.mark.parametrize(
    ("sign", "times"),
    [("(", 200_000), ("‘", 200_000), ("“a ", 60_000), ("*a ", 60_000), ("a-", 100_000),
     ("A", 200_000), ("The ", 50_000), ("1a ", 60_000), ("abc~~~~~def ", 20_000),
     ("<sup>1</sup>", 20_000)],
)  # fmt: skip
def test_hostile_signs_take_time_by_their_number(sign: str, times: int) -> None:
    few, many = (_seconds(f"{sign * number}a") for number in (times // 4, times))
    assert many < max(1, 8 * few), "four times as many signs took more than eight times as long"


def _seconds(text: str) -> float:
    began = time.process_time()
    assert restore(raw_of(text)).blocks
    return time.process_time() - began


def test_names_on_both_sides_of_a_turn_are_not_run_together() -> None:
    cover = "# On Rivers\n\nAda Stream\n\f\nAda Stream\n\nMarch 1993.\n"
    body = [" ".join(Prose(4).paragraphs(600)[row].split()) for row in range(6)]
    restored = restore(raw_of(f"{cover}\n\f\n" + "\n\n".join(body)))
    assert "Ada Stream Ada Stream" not in " ".join(restored.text.split())
    cut = body[1].index(" the ", len(body[1]) // 4) + len(" the")
    head, tail = body[1][:cut], f"Berlin {body[1][cut:].strip()}"
    text = "\n\n".join([body[0], f"{head}\n\f\n{tail}", *body[2:]])
    assert f"{head} {tail[:30]}" in restore(raw_of(text)).text, "a long line reads on"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_very_many_tiny_lines_take_bounded_time(between: str) -> None:
    began = time.process_time()
    restored = restore(raw_of(between.join(["ab", "he went", "so,", "The end."] * 10_000)))
    assert restored.text.split() == ["ab", "he", "went", "so,", "The", "end."] * 10_000
    assert not restored.turns
    assert time.process_time() - began < 20


def _wrapped_without_gaps(wanted: list[str]) -> str:
    return "\n".join(line for one in wanted for line in textwrap.wrap(one, 66))


def test_a_source_in_brackets_ends_a_paragraph_as_a_full_stop_does() -> None:
    wanted = [f"{one[:-1]}” [The Rivers, p. {number}]" for number, one in enumerate(_PLAIN)]
    assert f1(blocks(_wrapped_without_gaps(wanted)), wanted) >= f1(
        blocks(_wrapped_without_gaps(_PLAIN)), _PLAIN
    )


def test_a_quotation_that_a_colon_leads_to_stands_by_itself() -> None:
    wanted = [words for one in _PLAIN[::2] for words in (f"{one[:-1]} thus:", f"“{one[:-1]}.”")]
    lines = [textwrap.wrap(one, 66) for one in wanted]
    short = [len(part[-1]) < 50 for part in lines]
    found = {one[:24] for one in blocks(_wrapped_without_gaps(wanted))}
    after = [one for one, room in zip(wanted[1:], short, strict=False) if room]
    assert [one for one in after if one[:24] not in found] == []


_PLAIN = Prose(3).paragraphs(2500)


@pytest.mark.parametrize("word", ["the", "of", "unless", "della"])
def test_a_sentence_goes_on_behind_a_blank_line_that_was_the_end_of_a_page(word: str) -> None:
    lines = textwrap.wrap(" ".join(_PLAIN[:4]), 66)
    rows = [textwrap.wrap(one, 66) for one in _PLAIN]
    broken = [
        *lines[:12],
        f"{'x' * 5} {lines[12][:50]} {word}",
        "",
        "Red " + lines[13],
        *lines[14:],
    ]
    text = "\n\n".join("\n".join(row) for row in [broken, *rows[4:]])
    assert not any(one.startswith("Red ") for one in blocks(text))


def _speeches() -> list[str]:
    """Return paragraphs as in a story or a manual: speeches, and what a colon leads to."""
    told: list[str] = []
    for row, one in enumerate(_PLAIN[:30]):
        body = one.rstrip(".")
        told += [
            f"{body}, and the ferryman said gravely--",
            f"“{body}, neighbours--”",
            f"{body} (1)" if row % 5 else f"{body}. (1)",
            f"{body} as follows:",
            f"Nobody in {body[0].lower()}{body[1:]}.",
        ]
    return told


@pytest.mark.parametrize(("lead", "least"), [("   ", 0.99), ("", 0.95)])
def test_speeches_and_lists_do_not_hide_where_paragraphs_begin(lead: str, least: float) -> None:
    wanted = [one for one in _speeches() if not one.endswith(" (1)")]
    lines = [lead + line if not row else line for one in wanted
             for row, line in enumerate(textwrap.wrap(one, 62))]  # fmt: skip
    assert f1(blocks("\n".join(lines)), wanted) >= least


def test_a_second_voice_begins_a_paragraph_where_the_line_before_is_full() -> None:
    lines = _wrapped_without_gaps(_PLAIN).split("\n")
    full = next(line for line in lines if len(line) == 66)
    spoken = ["“" + full[:62].rstrip(" .,-") + ".”", "“Nobody builds a mill without asking whose"]
    spoken[0] = spoken[0][:-2].ljust(64, "e") + ".”"
    at = next(row for row, line in enumerate(lines) if row > 20 and len(line) < 40)
    text = "\n".join([*lines[: at + 1], *spoken, "water it is to drive.”", *lines[at + 1 :]])
    assert any(one.startswith("“Nobody builds") for one in blocks(text))


def test_a_thing_always_written_small_begins_a_paragraph_behind_a_short_line() -> None:
    wanted = [one for part in _PLAIN[:12] for one in (f"{part} A tool.", f"sluice-watch {part}")]
    found = {one[:24] for one in blocks(_wrapped_without_gaps(wanted))}
    short = [two for one, two in itertools.pairwise(wanted)
             if two.startswith("sluice") and len(textwrap.wrap(one, 66)[-1]) < 30]  # fmt: skip
    assert short
    assert [one for one in short if one[:24] not in found] == []


def test_a_number_in_brackets_behind_a_full_stop_ends_a_paragraph_as_the_stop_does() -> None:
    wanted = [f"{one} ({number})" for number, one in enumerate(_PLAIN)]
    assert f1(blocks(_wrapped_without_gaps(wanted)), wanted) >= f1(
        blocks(_wrapped_without_gaps(_PLAIN)), _PLAIN
    )


_THINGS = ("a spade and a bucket", "two ladders, and", "Rope", "the key of the weir")


@pytest.mark.parametrize(
    "signs", ["----", "••••", ["1.", "2.", "3.", "4."], ["a)", "b)", "c)", "d)"]]
)
def test_items_in_small_letters_stand_by_themselves(signs: list[str]) -> None:
    items = [f"{sign} {thing}" for sign, thing in zip(signs, _THINGS, strict=True)]
    text = _wrapped_without_gaps(_PLAIN[:9])
    text = "\n\n".join([text, "They took with them:", "\n".join(items), text])
    assert [one for one in blocks(text) if one in items] == items


@pytest.mark.parametrize("sign", ["", "- ", "* ", "a) "])
@pytest.mark.parametrize("name", ["list.txt", "list.md"])
def test_a_list_without_full_stops_restored_again_is_the_same(
    sign: str, name: str, tmp_path: Path
) -> None:
    items = "\n".join(f"{sign}{thing}" for thing in _THINGS)
    (tmp_path / name).write_text("\n\n".join([*_PLAIN[:6], "They took:", items, *_PLAIN[6:12]]))
    text = restore(read(tmp_path / name)).text
    (tmp_path / "again.txt").write_text(text)
    assert restore(read(tmp_path / "again.txt")).text == text


def test_a_dash_at_the_head_of_a_line_begins_no_item() -> None:
    lines = textwrap.wrap(" ".join(_PLAIN[:4]), 66)
    lines[9] = "- and nobody has meant it - " + lines[9][:30]
    assert any("- and nobody has meant it -" in one[60:] for one in blocks("\n".join(lines)))
