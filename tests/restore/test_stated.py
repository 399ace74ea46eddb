"""What a format states comes out as it stood: Markdown, HTML, EPUB, Word."""

from pathlib import Path

import pytest

from reader.importing import read
from reader.importing.raw import RawText
from reader.model import InlineKind, PassageKind, RepairKind
from reader.restore import Restored, restore
from tests.importing.makers import WORD, chapter, docx, epub, paragraph

MARKDOWN = """---
title: On Ropes
author: Anne Marlow
---

# On Ropes

A rope is an o\ufb03cial *promise* that **somebody** made[^1] with his hands,
and it is known by [its knots](http://example.org/knots).

> A wall against a river is a prom-
> ise that somebody else will keep.

- One knot for the harbour
- Another for the *wind*

1. Untie it
2. Tie it again

## Second part

Short words.

[^1]: See the *minutes* of the committee.
"""
BODY = """<h1>On Ropes</h1>
<p>A rope is an o\ufb03cial <em>promise</em> that <b>somebody</b> made<sup><a href="#n1">1</a></sup>
with his hands, and it is known by <a href="http://example.org/knots">its knots</a>.</p>
<blockquote><p>A wall against a river is a promise that somebody else will keep.</p></blockquote>
<ul><li>One knot for the harbour</li><li>Another for the <i>wind</i></li></ul>
<h2>Second part</h2><p>Short words, and a star * and another * here.</p>
<p id="n1">1. See the <em>minutes</em> of the committee.</p>"""


def from_bytes(folder: Path, name: str, data: bytes) -> tuple[RawText, Restored]:
    path = folder / name
    path.write_bytes(data)
    raw = read(path)
    return raw, restore(raw)


@pytest.fixture(params=["md", "html", "epub"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[RawText, Restored]:
    data = {
        "md": MARKDOWN.encode(),
        "html": f"<html><body><article>{BODY}</article></body></html>".encode(),
        "epub": epub({"a.xhtml": chapter(BODY)}),
    }
    return from_bytes(tmp_path, f"ropes.{request.param}", data[request.param])


def words(restored: Restored, kind: PassageKind) -> list[str]:
    return [one.span.of(restored.text) for one in restored.blocks if one.kind is kind]


def marked(restored: Restored, kind: InlineKind) -> list[str]:
    return [one.span.of(restored.text) for one in restored.inline if one.kind is kind]


def test_headings_and_quotations_are_those_of_the_format(both: tuple[RawText, Restored]) -> None:
    restored = both[1]
    headings = [(b.level, b.span.of(restored.text)) for b in restored.blocks if b.level]
    assert headings == [(1, "On Ropes"), (2, "Second part")]
    quoted = ["A wall against a river is a promise that somebody else will keep."]
    assert words(restored, PassageKind.QUOTE) == quoted
    assert restored.title == "On Ropes"
    assert restored.order_confidence == 1.0


def test_emphasis_stays_on_its_words_when_letters_before_it_change(
    both: tuple[RawText, Restored],
) -> None:
    restored = both[1]
    assert "official promise" in restored.text
    assert marked(restored, InlineKind.EMPHASIS) == ["promise", "wind", "minutes"]
    assert marked(restored, InlineKind.STRONG) == ["somebody"]
    assert marked(restored, InlineKind.LINK) == ["its knots"]


def test_a_footnote_is_linked_and_its_number_is_no_word(both: tuple[RawText, Restored]) -> None:
    restored = both[1]
    assert words(restored, PassageKind.FOOTNOTE) == ["See the minutes of the committee."]
    (call,) = [one for one in restored.inline if one.kind is InlineKind.NOTE_REFERENCE]
    assert restored.text[: call.span.start].endswith("somebody made")
    assert restored.text[call.span.end :].startswith(" with his hands")
    note = restored.blocks[int(call.target)]
    assert (note.kind, note.label) == (PassageKind.FOOTNOTE, "1")


def test_entries_of_a_list_are_passages_of_the_body(both: tuple[RawText, Restored]) -> None:
    body = words(both[1], PassageKind.BODY)
    assert {"One knot for the harbour", "Another for the wind"} <= set(body)
    assert not words(both[1], PassageKind.FRONT)


def test_a_counted_list_keeps_its_numbers(tmp_path: Path) -> None:
    _raw, restored = from_bytes(tmp_path, "a.md", MARKDOWN.encode())
    assert {"1. Untie it", "2. Tie it again"} <= set(words(restored, PassageKind.BODY))


def test_a_star_in_a_page_is_a_star(tmp_path: Path) -> None:
    page = f"<html><body><article>{BODY}<p># one</p><p>*a* *b* *c*</p></article></body></html>"
    _raw, restored = from_bytes(tmp_path, "a.html", page.encode())
    assert "a star * and another * here" in restored.text
    assert "*a* *b* *c*" in restored.text


def test_every_letter_of_a_stated_source_is_kept_or_listed(both: tuple[RawText, Restored]) -> None:
    raw, restored = both
    covered = bytearray(len(raw.text))
    spans = [piece.source for piece in restored.pieces]
    for span in [*spans, *(one.source for one in restored.repairs)]:
        covered[span.start : span.end] = b"\1" * len(span)
    assert not [a for a, seen in zip(raw.text, covered, strict=True) if a.isalnum() and not seen]


def test_every_repair_of_a_stated_source_can_be_taken_back(both: tuple[RawText, Restored]) -> None:
    raw, restored = both
    kinds = (RepairKind.LIGATURE, RepairKind.FOOTNOTE, RepairKind.HYPHEN_REMOVED)
    for repair in [one for one in restored.repairs if one.kind in kinds]:
        undone = restore(raw, undone=frozenset({repair.id}))
        assert repair.id not in {one.id for one in undone.repairs}


def test_a_word_document_keeps_headings_emphasis_and_notes(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{paragraph("In rope.")}</w:footnote>'
        "</w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r2" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    body = (
        paragraph("On Ropes", "Heading1")
        + "<w:p><w:r><w:t>The pilot was paid</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t>. He was not asked.</w:t></w:r></w:p>" + paragraph("Soon", mark="i")
    )
    more = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations}
    _raw, restored = from_bytes(tmp_path, "a.docx", docx(body, more))
    assert restored.text == "On Ropes\n\nThe pilot was paid. He was not asked.\n\nSoon\n\nIn rope."
    assert marked(restored, InlineKind.EMPHASIS) == ["Soon"]
    (call,) = [one for one in restored.inline if one.kind is InlineKind.NOTE_REFERENCE]
    assert restored.text[: call.span.start].endswith("was paid")
