"""Repairs inside paragraphs: what is put right, what is left alone, what can be taken back."""

from textwrap import wrap

import pytest

from reader.model import InlineKind, PassageKind, RepairKind
from reader.restore import Restored, restore
from reader.restore.hyphens import keeps_hyphen
from reader.restore.lexicon import Lexicon
from reader.restore.ligatures import ligatures
from reader.restore.ocr import ocr
from reader.restore.strand import Ledger, Strand, mend
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of


def words_after(edits: list, text: str) -> str:  # type: ignore[type-arg]
    return mend(Strand.of(text, whole(text)), edits, Ledger()).text


def whole(text: str):  # type: ignore[no-untyped-def]
    from reader.model import Span

    return Span(0, len(text))


def kinds(restored: Restored) -> list[PassageKind]:
    return [block.kind for block in restored.blocks]


def words(restored: Restored) -> list[str]:
    return [block.span.of(restored.text) for block in restored.blocks]


@pytest.mark.parametrize(
    ("half", "rest", "kept"),
    [
        ("commu", "nism", False),
        ("self", "made", True),
        ("Marxist", "Leninist", True),
        ("labour", "power", True),
        ("organi", "sation", False),
        ("through", "out", False),
    ],
)
def test_a_hyphen_stays_where_the_word_has_one(half: str, rest: str, kept: bool) -> None:
    assert keeps_hyphen(half, rest, Lexicon.of("labour-power is bought")) is kept


@pytest.mark.parametrize(
    ("text", "half", "rest", "kept"),
    [
        ("their co-operation, and what co-operates", "co", "operatives", True),
        ("their cooperation, and what cooperates", "co", "operatives", False),
        ("an anti-royalist and anti-dynastic house", "anti", "authoritarian", True),
        ("a nonpayer, a nonclerical house, one non-smoker", "non", "exploitative", False),
    ],
)
def test_a_front_is_hyphened_as_the_text_does_elsewhere(
    text: str, half: str, rest: str, kept: bool
) -> None:
    assert keeps_hyphen(half, rest, Lexicon.of(text)) is kept


def test_split_ligatures_are_closed_and_words_left_apart() -> None:
    text = "a fi nal confl ict of the offi cial kind; an off day at a stiff price, if it fi ts"
    fixed = words_after(ligatures(text, Lexicon.of(text), often=True), text)
    assert fixed == "a final conflict of the official kind; an off day at a stiff price, if it fits"


def test_recognition_is_mended_only_where_one_reading_is_left() -> None:
    text = "the relati9ns of capitalist~ in 1917 and the 1960s, room B2, of The harbour"
    fixed = words_after(ocr(text, Lexicon.of(text), scanned=True), text)
    assert fixed.startswith("the relations of capitalists in 1917 and the 1960s, room B2")
    assert fixed.endswith("of the harbour")


def test_a_repair_taken_back_leaves_the_source_as_it_was() -> None:
    raw = raw_of("The committee came to a fi nal decision about the harbour that winter.")
    made = restore(raw)
    assert "final" in made.text
    repair = next(one for one in made.repairs if one.kind is RepairKind.LIGATURE)
    assert repair.source.of(raw.text) == repair.before == " "
    undone = restore(raw, undone=frozenset({repair.id}))
    assert "fi nal" in undone.text
    assert repair.id not in {one.id for one in undone.repairs}


def test_no_letter_is_lost_without_a_listed_repair() -> None:
    for scheme in ("2-up", "rows mixed", "plain"):
        raw = make(Prose(9).paragraphs(3000), Style(scheme=scheme, noise=0.01, seed=9)).raw
        restored = restore(raw)
        covered = bytearray(len(raw.text))
        spans = [piece.source for piece in restored.pieces]
        for span in [*spans, *(repair.source for repair in restored.repairs)]:
            covered[span.start : span.end] = b"\1" * len(span)
        lost = [char for char, seen in zip(raw.text, covered, strict=True) if not seen]
        assert not any(map(str.isalnum, lost))


def test_pieces_say_where_the_words_come_from() -> None:
    raw = make(Prose(6).paragraphs(2000), Style(seed=6)).raw
    restored = restore(raw)
    for piece in restored.pieces:
        if len(piece.at) == len(piece.source):
            assert piece.at.of(restored.text) == piece.source.of(raw.text).replace("\n", " ")


@pytest.mark.parametrize("gap", ["blank", "indent", "none"])
def test_restoring_the_restored_changes_nothing(gap: str) -> None:
    raw = make(Prose(8).paragraphs(4000), Style(gap=gap, seed=8)).raw
    once = restore(raw)
    twice = restore(raw_of(once.text))
    assert twice.text == once.text


NOTES = """# On the Keeping of Harbours

A harbour is kept by those who use it.<sup>1</sup> The council *only* believes that it does.

---

<sup>1</sup>See the minutes of the committee, which were never printed in full.

A second thing follows from the first: whoever pays the pilot<sup>2</sup> also chooses the wind.

---

<sup>2</sup>The pilot was paid in rope.

## References

- Marlow, Anne 1904. *Rope and Weather*. Calder, Harbour Press
- Quiller, John 1911. *The Price of Wind*. Ironby, Meadow Press
"""


def test_notes_stand_after_the_body_and_are_linked() -> None:
    restored = restore(raw_of(NOTES))
    notes = [at for at, kind in enumerate(kinds(restored)) if kind is PassageKind.FOOTNOTE]
    assert [restored.blocks[at].label for at in notes] == ["1", "2"]
    calls = [span for span in restored.inline if span.kind is InlineKind.NOTE_REFERENCE]
    assert [int(span.target) for span in calls] == notes
    assert restored.text[: calls[0].span.start].endswith("those who use it.")
    assert "<sup>" not in restored.text


def test_emphasis_is_beside_the_text() -> None:
    restored = restore(raw_of(NOTES))
    marked = [s.span.of(restored.text) for s in restored.inline if s.kind is InlineKind.EMPHASIS]
    assert marked == ["only", "Rope and Weather", "The Price of Wind"]
    assert "*" not in restored.text


def test_headings_and_references_are_told_apart() -> None:
    restored = restore(raw_of(NOTES))
    assert kinds(restored).count(PassageKind.REFERENCE) == 2
    headings = [block for block in restored.blocks if block.kind is PassageKind.HEADING]
    assert [(one.level, one.span.of(restored.text)) for one in headings] == [
        (1, "On the Keeping of Harbours"),
        (2, "References"),
    ]
    assert restored.title == "On the Keeping of Harbours"


def test_a_list_of_references_is_no_page_of_two_columns() -> None:
    names = ["Moll", "Brown", "Verdi", "Lind", "Aldous", "Novak", "Marsh", "Petrov"]
    prose = Prose(31).paragraphs(900)
    entries = [
        f"- {names[row % 8]}, Anna {1900 + row}. *{' '.join(prose[row % 4].split()[3:9])}*. London"
        for row in range(16)
    ]
    text = "\n\n".join([*prose, "## References", "\n".join(entries)])
    restored = restore(raw_of(text))
    found = [w for w, k in zip(words(restored), kinds(restored), strict=True) if k == "reference"]
    assert [one.split(". ")[0] for one in found] == [
        one.split(". ")[0].removeprefix("- ") for one in entries
    ]


def test_a_list_of_contents_is_left_out_and_believed() -> None:
    body = Prose(12).paragraphs(400)
    text = "\n\n".join([
        "THE KEEPING OF HARBOURS", "Contents", "Of ropes . . . . . 3\nOf winds . . . . . 9",
        "Of ropes", *body[:3], "Of winds", *body[3:],
    ])  # fmt: skip
    restored = restore(raw_of(text))
    headings = [w for w, k in zip(words(restored), kinds(restored), strict=True) if k == "heading"]
    assert headings == ["THE KEEPING OF HARBOURS", "Of ropes", "Of winds"]
    assert {one.kind for one in restored.repairs} >= {RepairKind.CONTENTS}


def test_a_list_of_contents_is_known_without_its_heading() -> None:
    body = Prose(12).paragraphs(400)
    entries = ["Of ropes . . . . . 3", "Of winds ..... 9", "Of harbours . . . . . 12"]
    restored = restore(raw_of("\n\n".join([*body[:3], "\n".join(entries), *body[3:]])))
    assert not set(words(restored)) & set(entries)
    left_out = [one.before for one in restored.repairs if one.kind is RepairKind.CONTENTS]
    assert left_out == entries


def test_questions_are_told_from_answers() -> None:
    answers = [one for one in Prose(15).paragraphs(900) if len(one.split()) > 50][:5]
    asked = [
        "How did you come to the harbour?",
        "What do you mean by the price of wind, and who do you think pays it?",
        "Do you see any difference between your ropes and theirs?",
        "Where would you go from here?",
        "And what will you do when the winter comes?",
    ]
    parts = [part for pair in zip(asked, answers, strict=True) for part in pair]
    restored = restore(raw_of("\n\n".join(parts)))
    found = [w for w, k in zip(words(restored), kinds(restored), strict=True) if k == "question"]
    assert found == asked


def test_running_heads_are_listed_and_left_out() -> None:
    booklet = make(Prose(20).paragraphs(3000), Style("plain", marks="feeds", cover=False, seed=20))
    pages = [one for one in booklet.raw.text.split("\f") if one.strip()]
    text = "\f".join(f"The Keeping of Harbours\n{page}" for page in pages)
    restored = restore(raw_of(text))
    assert "Keeping" not in restored.text
    gone = [one for one in restored.repairs if one.kind is RepairKind.RUNNING_HEAD]
    assert len(gone) == len(pages)


def test_the_essays_come_out_whole(essays) -> None:  # type: ignore[no-untyped-def]
    counts = {PassageKind.QUESTION: 0, PassageKind.FOOTNOTE: 0}
    for path in essays:
        restored = restore(raw_of(path.read_text("utf-8").replace("\r\n", "\n"), path.name))
        assert restore(raw_of(restored.text)).text == restored.text
        assert restored.order_confidence > 0.8
        for kind in counts:
            counts[kind] += kinds(restored).count(kind)
    assert counts == {PassageKind.QUESTION: 16, PassageKind.FOOTNOTE: 24}


MUCH_TO_REPAIR = """THE WINTER COMMITTEE

The self-valorization of the tenants was a com-
mittee matter; each self-
valorization of the house be-
gan in winter, and the com mittee of the house was of the same mind. The ﬁrst of the letters
were read aloud.

---

The of­fi cers wrote to the tenants, who answered1 the of fi cers in winter.

“Why did the committee write?” asked the house.

1 A letter of the tenants, in their hand.

12
"""


def test_every_repair_can_be_taken_back_and_the_others_stay() -> None:
    restored = restore(raw_of(MUCH_TO_REPAIR))
    listed = {repair.id for repair in restored.repairs}
    assert {repair.kind for repair in restored.repairs} >= {
        RepairKind.HYPHEN_REMOVED,
        RepairKind.HYPHEN_KEPT,
        RepairKind.LIGATURE,
        RepairKind.STRAY_MARK,
        RepairKind.FOOTNOTE,
        RepairKind.PAGE_NUMBER,
    }
    for repair in restored.repairs:
        back = restore(raw_of(MUCH_TO_REPAIR), undone=frozenset({repair.id}))
        now = {one.id for one in back.repairs}
        assert repair.id not in now
        made = now - listed
        assert bool(made) is (repair.kind is RepairKind.HYPHEN_KEPT), "it is taken out instead"
        again = restore(raw_of(MUCH_TO_REPAIR), undone=frozenset({repair.id, *made}))
        assert {one.id for one in again.repairs} <= listed
        assert back.text != restored.text, repair
        if repair.kind in {RepairKind.PAGE_NUMBER, RepairKind.STRAY_MARK}:
            assert repair.before in back.text


def test_what_was_left_out_comes_back_where_it_stood() -> None:
    restored = restore(raw_of(MUCH_TO_REPAIR))
    left_out = {repair.before: repair.id for repair in restored.repairs if not repair.after}
    back = restore(raw_of(MUCH_TO_REPAIR), undone=frozenset({left_out["---"], left_out["12"]}))
    assert words(back)[2] == "---"
    assert words(back)[3].startswith("The officers wrote")
    assert words(back)[-1] == "12"


def test_a_space_before_a_comma_is_found_behind_an_emphasis_too() -> None:
    text = "# Gardens\n\nShe wrote *Roses* , and read  *The Rivers* , p. 4; *so* did he.\n"
    restored = restore(raw_of(text))
    assert words(restored)[-1] == "She wrote Roses, and read The Rivers, p. 4; so did he."
    marked = [one.span.of(restored.text) for one in restored.inline]
    assert marked == ["Roses", "The Rivers", "so"]


def test_halves_of_words_in_lines_that_another_program_joined_are_put_together() -> None:
    text = (
        "The organi- sation of labour and its self- negation led to a sub- committee, while pre- "
        "and post-war people and the com- mittee met the class- stratification."
    )
    mended = (
        "The organisation of labour and its self-negation led to a subcommittee, while pre- "
        "and post-war people and the committee met the class-stratification."
    )
    assert words(restore(raw_of(text))) == [mended]
    once = "The harbour- master of the town was no man of words- the winter had taken them."
    assert words(restore(raw_of(once))) == [once]


def test_a_hyphen_that_waits_for_its_word_stays_with_its_space() -> None:
    body = "\n\n".join(Prose(3).paragraphs(400))
    text = (
        f"{body}\n\nEverybody was asked to speak for him-\nor herself before the weir was built.\n"
    )
    assert "for him- or herself before" in restore(raw_of(text)).text


def test_a_decade_and_a_name_with_a_number_are_no_notes() -> None:
    body = Prose(3).paragraphs(900)
    words = " ".join(body[:3]).split()
    words[5] = "ABC80"
    at = next(at for at in range(60, 90)
              if any(line.startswith("80's") for line in _with_decade(words, at)))  # fmt: skip
    page = "\n".join(_with_decade(words, at))
    restored = restore(raw_of(page + "\n\f\n" + "\n\n".join(body[3:])))
    assert not [b for b in restored.blocks if b.kind is PassageKind.FOOTNOTE]
    assert "most of the 80's and after" in restored.text


def _with_decade(words: list[str], at: int) -> list[str]:
    return wrap(" ".join([*words[:at], "in most of the 80's and after", *words[at:]]), 66)


def test_a_page_may_have_four_notes_with_stars() -> None:
    body = Prose(3).paragraphs(900)
    words = " ".join(body[:3]).split()
    for count in range(1, 5):
        words[20 * count] = words[20 * count].strip(".,;:()") + "*" * count
    notes = [f"{'*' * count} A stone of {name}." for count, name in enumerate(
        ("the mill", "the weir", "the hill", "the bridge"), 1)]  # fmt: skip
    page = "\n".join([*wrap(" ".join(words), 66), "", *notes])
    restored = restore(raw_of(page + "\n\f\n" + "\n\n".join(body[3:])))
    found = [b.span.of(restored.text) for b in restored.blocks if b.kind is PassageKind.FOOTNOTE]
    assert found == [note.split(" ", 1)[1] for note in notes]


@pytest.mark.parametrize("between", ["\n\f\n", "\n\n"])
def test_entries_with_numbers_in_brackets_are_references_where_their_heading_says_so(
    between: str,
) -> None:
    body = [f"{one[:-1]} [{row}]." for row, one in enumerate(Prose(3).paragraphs(900)[:8], 1)]
    entries = [f"[{row}] A. Stone, The Weir and the Mill, printed at the bridge by the miller and "
               f"his two sons, 19{row}1." for row in range(1, 9)]  # fmt: skip
    text = ["\n".join(wrap(one, 66)) for one in (*body, *entries)]
    pages = ["\n\n".join(text[:4]), "\n\n".join(text[4:8]) + "\n\nReferences\n\n"
             + "\n".join(text[8:12]), "\n".join(text[12:])]  # fmt: skip
    restored = restore(raw_of(between.join(pages)))
    found = {kind: [b.span.of(restored.text) for b in restored.blocks if b.kind is kind]
             for kind in (PassageKind.REFERENCE, PassageKind.FOOTNOTE)}  # fmt: skip
    assert found == {PassageKind.REFERENCE: entries, PassageKind.FOOTNOTE: []}
