"""What was restored once stays as it is: restored again as text, and as Markdown export."""

from pathlib import Path

import pytest

from reader.importing import RawText, read
from reader.library import to_markdown
from reader.model import Provenance, Work
from reader.passages import divide
from reader.restore import Restored, restore
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.kinds_of_text import CASES

#: Lists without a sign in Markdown keep theirs as words, and code has no fence in a reading text.
_KINDS = [
    "headings: numbered", "headings: italian chapters", "headings: title case", "notes: markdown",
    "notes: brackets at the end", "questions: capital names", "questions: bold questions",
    "questions: bare", "blocks: html quotation", "blocks: verse", "blocks: dialogue",
    "blocks: references", "blocks: italian quotation",
]  # fmt: skip


def from_markdown(raw: RawText, restored: Restored, folder: Path) -> Restored:
    """Export an edition and bring it in again."""
    edition = divide(restored, raw, Work("w", "A title"), "w")
    file = folder / "again.md"
    file.write_text(to_markdown(edition, edition.passages), "utf-8")
    return restore(read(file))


def from_text(restored: Restored) -> Restored:
    return restore(RawText(restored.text, Provenance("again.txt", "0" * 64, 1, "text")))


@pytest.mark.parametrize("noise", [0.0, 0.02])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_restored_booklet_stays(seed: int, noise: float, tmp_path: Path) -> None:
    style = Style(("2-up", "4-up", "rows mixed")[seed % 3], seed=seed, noise=noise)
    booklet = make(Prose(seed).paragraphs(5000), style)
    restored = restore(booklet.raw)
    assert from_markdown(booklet.raw, restored, tmp_path).text == restored.text
    if not noise:  # what noise tore apart may be found to read on better elsewhere
        assert from_text(restored).text == restored.text


def test_brackets_stay_where_a_text_has_neither_headings_nor_emphasis(tmp_path: Path) -> None:
    prose = [one.replace(", or so", " [or so]", 1) for one in Prose(9).paragraphs(1500)]
    raw = RawText("\n\n".join(prose), Provenance("a.txt", "0" * 64, 1, "text"))
    restored = restore(raw)
    assert "[or so]" in restored.text
    assert from_markdown(raw, restored, tmp_path).text == restored.text


@pytest.mark.parametrize("name", _KINDS)
def test_headings_notes_and_questions_stay(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / case.name).write_text(case.source, "utf-8")
    raw = read(tmp_path / case.name)
    restored = restore(raw)
    assert from_markdown(raw, restored, tmp_path).text == restored.text


def test_the_essays_stay(essays: tuple[Path, ...], tmp_path: Path) -> None:
    for path in essays:
        raw = read(path)
        restored = restore(raw)
        assert from_text(restored).text == restored.text
        assert from_markdown(raw, restored, tmp_path).text == restored.text
