"""Measures footnotes on generated pages: ``python -m tests.bench.footnotes [WORDS...]``.

For every way to call a note and to set it: the share of notes that are apart and whole, of calls
linked to their note behind the right word, and of body paragraphs as they were.  Words as
arguments take the lines that hold them all.
"""

import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.importing.raw import RawText
from reader.model import InlineKind, PassageKind, Provenance
from reader.restore import Restored, restore
from tests.restore.kinds_of_text import english, italian, wrapped

_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: How a note is called in the text, and how it begins itself.
FORMS = {
    "tags": ("<sup>{}</sup>", "<sup>{}</sup> "),
    "raised": ("{small}", "{small} "),
    "raised tight": ("{small}", "{small}"),
    "brackets": ("[{}]", "[{}] "),
    "round": ("({})", "({}) "),
    "round apart": (" ({})", "({}) "),
    "dotted": ("{}", "{}. "),
    "round close": ("{}", "{}) "),
    "bare": ("{}", "{} "),
    "tight": ("{}", "{}"),
}
SYMBOLS = ("*", "†", "‡", "§", "**", "††")


@dataclass(frozen=True)
class Pages:
    """Pages with notes, and what is to be read.

    Attributes:
        source: the text.
        body: paragraphs without their calls.
        notes: words of every note, in the order of the calls.
        calls: the last letters before every call.
    """

    source: str
    body: list[str]
    notes: list[str]
    calls: list[str]


@dataclass(frozen=True)
class Style:
    """How pages are made.

    Attributes:
        form: one of ``FORMS``, or ``symbols`` or ``stars``.
        numbers: ``on`` through the text, or ``page`` anew on every page.
        between: what stands between body and notes.
        marks: whether form feeds part the pages, else blank lines.
        over: whether long notes go on at the foot of the next page.
        language: ``en`` or ``it``.
        place: ``foot`` of the pages, or ``end`` of the text.
    """

    form: str
    numbers: str = "on"
    between: str = ""
    marks: bool = True
    over: bool = False
    language: str = "en"
    place: str = "foot"


def make(style: Style, seed: int = 0, pages: int = 8, height: int = 34) -> Pages:
    """Lay out pages with notes."""
    prose = english if style.language == "en" else italian
    size = "--".join(FORMS.get(style.form, ("{}", "{} "))).replace("{small}", "{}")
    assert "{}" in size
    body: list[str] = []
    called: list[tuple[int, str]] = []
    notes: list[str] = []
    lines: list[tuple[str, int]] = []  # a line, and how many notes are called up to its end
    words_of_notes = iter(" ".join(prose(40, seed + 90)).split() * 9)
    count = 0
    for row, words in enumerate(prose(60, seed)):
        if len(lines) > pages * height * 0.8:
            break
        body.append(words)
        parts = words.split()
        if row % 3 != 2 and len(parts) > 24:
            at = 12 + 5 * row % (len(parts) - 20)
            called.append((len(body) - 1, " ".join(parts[: at + 1])))
            parts[at] += f"\x01{count}\x02"
            size_of_note = (60, 14, 9, 130)[count % 4] if style.over else (14, 22, 9)[count % 3]
            note = " ".join(itertools.islice(words_of_notes, size_of_note)).strip(".,;:") + "."
            notes.append(note[0].upper() + note[1:])
            count += 1
        lines.append(("", count))
        lines += [(line, count) for line in wrapped(" ".join(parts), 68).split("\n")]
    if style.place == "end":
        source = _ended([line for line, _count in lines], notes, style)
    else:
        source = _paged([line for line, _count in lines[1:]], notes, style, height)
    return Pages(source, body, notes, [before[-20:] for _row, before in called])


def _call(form: str, label: str) -> str:
    call = FORMS.get(form, ("{}", ""))[0]
    return call.format(label, small=label.translate(_SMALL))


def _own(form: str, label: str) -> str:
    own = FORMS.get(form, ("", "{} "))[1]
    return own.format(label, small=label.translate(_SMALL))


def _ended(lines: Sequence[str], notes: Sequence[str], style: Style) -> str:
    text = re.sub(
        "\x01(\\d+)\x02", lambda at: _call(style.form, str(int(at[1]) + 1)), "\n".join(lines)
    )
    tail = [wrapped(_own(style.form, str(row)) + note, 68) for row, note in enumerate(notes, 1)]
    head = "Notes" if style.language == "en" else "Note"
    return "\n\n".join([text.strip(), head, *tail]) + "\n"


def _paged(lines: list[str], notes: Sequence[str], style: Style, height: int) -> str:
    sheets: list[str] = []
    carried: list[str] = []
    while lines or carried:
        page: list[str] = []
        feet: list[list[str]] = [carried] if carried else []
        taken, on_page = 0, 0
        carried = []
        while taken < len(lines) and len(page) + sum(map(len, feet)) < height:
            line = lines[taken]
            taken += 1
            for number in re.findall("\x01(\\d+)\x02", line):
                label = _label(style, int(number), on_page)
                on_page += 1
                line = line.replace(f"\x01{number}\x02", _call(style.form, label))
                feet.append(wrapped(_own(style.form, label) + notes[int(number)], 76).split("\n"))
            page.append(line)
        if style.over and feet and len(feet[-1]) > 5 and len(lines) > taken + height:
            feet[-1], carried = feet[-1][:3], feet[-1][3:]
        lines = lines[taken:]
        while lines and not lines[0]:
            lines = lines[1:]
        rule = [style.between] if style.between else []
        foot = ["", *rule, *itertools.chain.from_iterable(feet)] if feet else []
        sheets.append("\n".join([*page, *foot]).strip("\n"))
    return ("\f" if style.marks else "\n\n").join(sheets) + "\n"


def _label(style: Style, number: int, on_page: int) -> str:
    if style.form == "stars":
        return "*" * (on_page + 1)
    if style.form == "symbols":
        return SYMBOLS[on_page % len(SYMBOLS)]
    return str(on_page + 1 if style.numbers == "page" else number + 1)


def measure(pages: Pages, restored: Restored) -> tuple[float, float, float]:
    """Return the shares of whole notes, right calls, and whole paragraphs."""
    found = [b for b in restored.blocks if b.kind is PassageKind.FOOTNOTE]
    words = [_plain(b.span.of(restored.text)) for b in found]
    whole = sum(_plain(note) in words for note in pages.notes)
    references = [i for i in restored.inline if i.kind is InlineKind.NOTE_REFERENCE]
    linked = {
        (_plain(restored.text[max(0, i.span.start - 40) : i.span.start])[-12:], target)
        for i in references
        if (target := _plain(restored.blocks[int(i.target)].span.of(restored.text))[:30])
    }
    right = sum(
        (_plain(call)[-12:], _plain(note)[:30]) in linked
        for call, note in zip(pages.calls, pages.notes, strict=True)
    )
    texts = {
        _plain(b.span.of(restored.text))
        for b in restored.blocks
        if b.kind in (PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE)
    }
    kept = sum(_plain(one) in texts for one in pages.body)
    total = max(1, len(pages.notes))
    return whole / total, right / total, kept / max(1, len(pages.body))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def styles() -> Iterator[Style]:
    """Yield what is measured."""
    for form in (*FORMS, "symbols", "stars"):
        for marks, over in ((True, False), (False, False), (True, True), (False, True)):
            for between in ("", "_______"):
                numbers = "page" if form in ("symbols", "stars") else "on"
                yield Style(form, numbers, between, marks, over)
                if not over and form not in ("symbols", "stars"):
                    yield Style(form, "page", between, marks, over)
        yield Style(form, language="it", between="_______", over=True)
        if form not in ("symbols", "stars"):
            yield Style(form, place="end")
            yield Style(form, place="end", language="it")


def run(only: Sequence[str]) -> None:
    """Print one line for each style."""
    for style in styles():
        name = (
            f"{style.form:12} {style.language} {style.place:4} {style.numbers:4} "
            f"{'rule' if style.between else 'bare':4} {'feeds' if style.marks else 'blank':5} "
            f"{'over' if style.over else 'kept':4}"
        )
        if not all(word in name for word in only):
            continue
        sums = [0.0, 0.0, 0.0]
        for seed in range(1):
            pages = make(style, seed)
            about = Provenance("pages.txt", "0" * 64, len(pages.source), "text")
            restored = restore(RawText(pages.source, about))
            sums = [a + b for a, b in zip(sums, measure(pages, restored), strict=True)]
        print(name, " notes {:7.2%}  calls {:7.2%}  paragraphs {:7.2%}".format(*sums), flush=True)


if __name__ == "__main__":
    run(sys.argv[1:])
