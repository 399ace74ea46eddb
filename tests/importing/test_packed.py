import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing import RawText, guard, read, wire, worker
from reader.model import BadInput, Cancelled, InlineKind, PassageKind, Progress, Provenance
from reader.restore import restore
from tests.importing.makers import WORD, chapter, column, docx, epub, paragraph, pdf, zipped

pytest.importorskip("lxml")
LEFT = ["The garden lies behind the house and is", "seldom seen by those who pass.", "Roses grow."]
RIGHT = [
    "On the other page the gardener speaks",
    "of rain and soil, and of what to plant.",
    "Soon.",
]


def parsed(data: bytes, form: str) -> RawText:
    return worker.parse(data, Provenance("garden", "", len(data), form))


def told(data: bytes, form: str) -> str:
    with pytest.raises(BadInput) as caught:
        parsed(data, form)
    assert caught.value.message.endswith((".", "'counterpoint-reader[import]'"))
    return caught.value.message


def test_a_page_is_read_without_its_menu_and_with_its_notes() -> None:
    raw = parsed(
        b"<html lang=en><head><title>x</title><meta name=author content='Ann Author'></head><body>"
        b"<nav><a href=1>Home</a></nav><div><a href=1>One</a> <a href=2>Two</a> <a href=3>Three</a>"
        b"</div><script>evil()</script><div><h1>The garden</h1><p>Roses <em>bloom</em>&nbsp;now"
        b"<sup><a href='#f1'>1</a></sup>.<p hidden>No.<blockquote>Quoted.</blockquote>"
        b"<ol><li id=f1>A note. <a href='#r1'>&#8617;</a></ol></div></body></html>",
        "html",
    )
    assert [(b.kind, b.label, b.span.of(raw.text)) for b in raw.blocks] == [
        (PassageKind.HEADING, "", "The garden"),
        (PassageKind.BODY, "", "Roses bloom\xa0now1."),
        (PassageKind.QUOTE, "", "Quoted."),
        (PassageKind.FOOTNOTE, "1", "A note."),
    ]
    assert [(i.kind, i.span.of(raw.text), i.target) for i in raw.inline] == [
        (InlineKind.EMPHASIS, "bloom", ""),
        (InlineKind.NOTE_REFERENCE, "1", "1"),
    ]
    assert (raw.title, raw.authors, raw.language) == ("The garden", ("Ann Author",), "en")


def words_of(raw: RawText) -> list[str]:
    return [block.span.of(raw.text) for block in raw.blocks]


@pytest.mark.parametrize("part", ["div", "article", "section"])
def test_a_long_chapter_is_not_taken_for_the_whole_page(part: str) -> None:
    text = " ".join(LEFT + RIGHT)
    chapters = [f"<h2>Chapter {n}</h2>" + f"<p>{text}</p>" * n for n in (1, 2, 9, 1)]
    page = "".join(f"<{part}>{chapter}</{part}>" for chapter in chapters)
    beside = "<div><p>Roses of the week</p><a href=x>More</a></div>"
    raw = parsed(f"<html><body>{beside}<div>{page}</div></body></html>".encode(), "html")
    assert words_of(raw).count(text) == 13
    assert [one for one in words_of(raw) if one.startswith(("Chapter", "Roses of"))] == [
        "Chapter 1", "Chapter 2", "Chapter 9", "Chapter 1"
    ]  # fmt: skip


def test_entries_of_a_counted_list_keep_their_numbers() -> None:
    page = (
        "<p>Before.</p><ol><li>Dig.</li><li><p>Sow.</p><ul><li>peas</li></ul></li></ol>"
        "<ol start=7><li>Wait.</li></ol><ol type=a><li>Reap.</li><li>2. Rest.</li></ol>"
    )
    found = words_of(parsed(f"<html><body>{page}</body></html>".encode(), "html"))
    assert found == ["Before.", "1. Dig.", "2. Sow.", "peas", "7. Wait.", "a. Reap.", "2. Rest."]


def test_a_row_of_a_table_is_one_passage_and_a_page_laid_out_in_one_is_none() -> None:
    rows = "<tr><th>year</th><th>roses</th></tr><tr><td>1821</td><td><p>40</p></td></tr>"
    page = f"<html><body><p>Before.</p><table>{rows}</table><p>Behind.</p></body></html>"
    assert words_of(parsed(page.encode(), "html")) == [
        "Before.", "year | roses", "1821 | 40", "Behind."
    ]  # fmt: skip
    wide = " ".join(LEFT * 2)
    laid = f"<table><tr><td><p>{wide}</p></td><td><p>Soon.</p></td></tr><tr><td>x</td></tr></table>"
    found = words_of(parsed(f"<html><body>{laid}</body></html>".encode(), "html"))
    assert found == [wide, "Soon.", "x"]


def test_a_long_counted_list_takes_no_time() -> None:
    began = time.monotonic()
    page = f"<html><body><ol>{'<li>word</li>' * 100_000}</ol></body></html>"
    assert words_of(parsed(page.encode(), "html"))[-1] == "100000. word"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("style", ["Quote", "Block Text", "Quotations"])
def test_quotations_of_a_word_document_are_told_by_their_style(style: str) -> None:
    names = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Q">'
        f'<w:name w:val="{style}"/></w:style></w:styles>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/styles" Target="styles.xml"/></Relationships>'
    )
    more = {"word/styles.xml": names, "word/_rels/document.xml.rels": relations}
    data = docx(paragraph("A garden.") + paragraph("Roses grow.", "Q"), more)
    raw = parsed(data, "docx")
    assert [block.kind for block in raw.blocks] == [PassageKind.BODY, PassageKind.QUOTE]


def test_a_page_in_windows_1252_is_read_as_it_says() -> None:
    raw = parsed("<meta charset=iso-8859-1><p>“Café”</p>".encode("cp1252"), "html")
    assert raw.text == "“Café”"


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    book = epub({"b.xhtml": chapter("<h2>First</h2><p>Roses<a id='x'/> bloom.</p>"),
                 "a.xhtml": chapter("<p>Soil &amp; rain.</p>")})  # fmt: skip
    path = tmp_path / "book.epub"
    path.write_bytes(book)
    raw = read(path)
    assert raw.text == "First\n\nRoses bloom.\n\nSoil & rain."
    assert (raw.title, raw.authors, raw.language) == ("Gardens", ("Ann Author",), "en")
    assert raw.provenance.format == "epub"


@pytest.mark.parametrize(
    "note",
    [
        '<p id="n{0}"><a href="a.xhtml#c{0}">{0}</a>. Of {1}.</p>',
        '<p><a id="n{0}" href="a.xhtml#c{0}">{0}</a> Of {1}.</p>',
        '<ol><li id="n{0}">Of {1}. <a href="a.xhtml#c{0}">↩</a></li></ol>',
        '<p><span><sup id="n{0}">{0}</sup></span> Of {1}.</p>',
    ],
)
def test_notes_in_a_file_of_their_own_are_linked(note: str, tmp_path: Path) -> None:
    call = '<sup><a id="c{0}" href="notes.xhtml#n{0}">{0}</a></sup>'
    words = f"Roses{call.format(1)} bloom and fade{call.format(2)} in the garden."
    book = epub(
        {
            "a.xhtml": chapter(f"<p>{words}</p>"),
            "notes.xhtml": chapter(note.format(1, "roses") + note.format(2, "fading")),
        }
    )
    (tmp_path / "a.epub").write_bytes(book)
    restored = restore(read(tmp_path / "a.epub"))
    assert [one.span.of(restored.text) for one in restored.blocks] == [
        "Roses bloom and fade in the garden.",
        "Of roses.",
        "Of fading.",
    ]
    calls = [one for one in restored.inline if one.kind is InlineKind.NOTE_REFERENCE]
    assert [(one.span.start, one.target) for one in calls] == [(5, "1"), (20, "2")]


def test_a_word_document_keeps_headings_and_emphasis() -> None:
    raw = parsed(docx(paragraph("The garden", "Heading1") + paragraph("soon", mark="i")), "docx")
    assert [(b.kind, b.level) for b in raw.blocks] == [
        (PassageKind.HEADING, 1), (PassageKind.BODY, 0)]  # fmt: skip
    assert raw.inline[0].span.of(raw.text) == "soon"


def test_footnotes_of_a_word_document_are_linked() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'
        "</w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r2" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    body = '<w:p><w:r><w:t>Roses</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    more = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations}
    raw = parsed(docx(body, more), "docx")
    assert [(b.kind, b.label, b.span.of(raw.text)) for b in raw.blocks] == [
        (PassageKind.BODY, "", "Roses[1]"),
        (PassageKind.FOOTNOTE, "1", "A note."),
    ]
    assert [(i.span.of(raw.text), i.target) for i in raw.inline] == [("[1]", "1")]


def test_two_booklet_pages_on_a_sheet_become_left_and_right() -> None:
    both = column(40, 400, LEFT) + column(460, 400, RIGHT)
    raw = parsed(pdf([column(460, 400, RIGHT), both], (842, 595)), "pdf")
    assert [(p.sheet, p.side) for p in raw.pages] == [(0, "right"), (1, "left"), (1, "right")]
    assert raw.pages[1].span.of(raw.text) == "\n".join(LEFT)
    assert raw.pages[2].span.of(raw.text) == "\n".join(RIGHT)


def test_a_wide_page_with_words_over_its_middle_is_one_page() -> None:
    wide = [(40.0, 500.0, "words " * 30), *column(40, 470, LEFT)]
    assert [p.side for p in parsed(pdf([wide], (842, 595)), "pdf").pages] == [""]


@pytest.mark.parametrize(
    ("matrix", "size"),
    [("-1 0 0 -1 842 595", (842, 595)), ("0 1 -1 0 595 0", (595, 842)),
     ("0 -1 1 0 0 842", (595, 842))],
)  # fmt: skip
def test_a_sheet_whose_words_stand_on_their_head_or_side_is_turned(
    matrix: str, size: tuple[int, int]
) -> None:
    both = column(40, 400, LEFT) + column(460, 400, RIGHT)
    raw = parsed(pdf([both], size, matrix=matrix), "pdf")
    assert [p.side for p in raw.pages] == ["left", "right"]
    assert raw.text == "\n".join(LEFT) + "\f" + "\n".join(RIGHT)


def test_a_number_before_letters_that_reach_below_the_line_is_not_raised() -> None:
    raw = parsed(
        pdf([[(30, 500, "1."), (40, 500, "Of rain, soil and gardens."), *column(40, 486, LEFT)]]),
        "pdf",
    )
    assert raw.text.startswith("1. Of rain")


def test_what_is_set_in_larger_type_is_a_heading() -> None:
    words = " ".join(LEFT + RIGHT)
    rows = [words[at : at + 60] for at in range(0, 120, 60)] * 5
    first = [(40, 560, "Of gardens", 18), (40, 540, "Ann Author", 12), *column(40, 500, rows)]
    then = [
        (40, 340, "What do gardeners", 13), (40, 325, "speak of?", 13), *column(40, 305, rows)
    ]  # fmt: skip
    raw = parsed(pdf([[*first, *then]]), "pdf")
    assert [span.of(raw.text).strip() for span in raw.large] == [
        "Of gardens", "Ann Author", "What do gardeners", "speak of?"
    ]  # fmt: skip
    restored = restore(raw)
    headings = [block for block in restored.blocks if block.kind is PassageKind.HEADING]
    assert [(block.level, block.span.of(restored.text)) for block in headings] == [
        (1, "Of gardens"), (2, "What do gardeners speak of?")
    ]  # fmt: skip
    assert restored.authors == ("Ann Author",)


def test_the_entries_of_a_list_on_a_page_are_no_notes() -> None:
    """Not even where other pages call notes of the same numbers."""
    rows = [f"{' '.join(LEFT)[:50]} row" for _row in range(9)]
    listed = [[f"{n}. The gardener speaks", "of rain and soil."] for n in (1, 2)]
    places = [place for n, entry in enumerate(listed) for place in column(40, 300 - 50 * n, entry)]
    called = [
        "A word.1 And another.2 And so on, and so forth.",
        "More of it.",
        "",
    ]
    notes = column(40, 100, ["1 A note of the first page.", "2 Another note of it."])
    pages = [column(40, 500, called + rows) + notes, column(40, 500, rows) + places]
    restored = restore(parsed(pdf(pages), "pdf"))
    kinds = [(block.kind, block.span.of(restored.text)) for block in restored.blocks]
    assert [words for kind, words in kinds if kind is PassageKind.FOOTNOTE] == [
        "A note of the first page.", "Another note of it."
    ]  # fmt: skip
    assert (PassageKind.BODY, "1. The gardener speaks of rain and soil.") in kinds


def test_a_wide_gap_between_lines_is_a_blank_line() -> None:
    raw = parsed(pdf([column(40, 500, LEFT) + column(40, 430, RIGHT)]), "pdf")
    assert raw.text == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT)


def test_a_scan_names_what_would_help() -> None:
    assert "OCRmyPDF" in told(pdf([[], []]), "pdf")
    assert "its 2 pages are pictures" in told(pdf([[], []]), "pdf")
    assert "its one page is a picture" in told(pdf([[]]), "pdf")


def test_a_line_is_kept_whose_middle_is_a_space_that_the_pdf_does_not_hold() -> None:
    words = [(40, 500, "roses"), (67, 500, "stems")]
    assert "roses stems" in parsed(pdf([[*words, *column(40, 486, LEFT)]]), "pdf").text


def test_an_encrypted_pdf_says_so() -> None:
    key = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    locked = pdf([column(40, 400, LEFT)], trailer=f"{key} /O <{'11' * 32}> /U <{'22' * 32}> >>")
    assert "asks for a password" in told(locked, "pdf")


def test_a_protected_book_says_so() -> None:
    method = '<EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
    keys = f"<encryption><x>{method}</x></encryption>"
    assert "protected" in told(epub({"a": chapter("x")}, {"META-INF/encryption.xml": keys}), "epub")


def test_a_zip_bomb_is_refused_at_once() -> None:
    began = time.monotonic()
    assert "far larger" in told(epub({"a": b"<html>" + b"a" * 60_000_000}), "epub")
    assert "far larger" in told(zipped({f"{n}": "" for n in range(5001)}), "epub")
    assert "far larger" in told(docx("", {"word/x.xml": b" " * 60_000_000}), "docx")
    assert time.monotonic() - began < 5


def test_a_zip_that_lies_about_its_sizes_is_damaged() -> None:
    data = bytearray(epub({"a": chapter("<p>roses</p>")}))
    at = data.rfind(b"PK\x01\x02")
    at = data.rfind(b"PK\x01\x02", 0, at) if at < 0 else at
    data[at + 24 : at + 28] = (7).to_bytes(4, "little")
    assert "damaged" in told(bytes(data), "epub")


@pytest.mark.parametrize("evil", ['<!ENTITY a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">'])
def test_entities_are_refused(evil: str) -> None:
    bomb = f"<!DOCTYPE x [{evil}]>{chapter('<p>&a;</p>')}"
    assert "entities" in told(epub({"a": bomb}), "epub")
    assert "entities" in told(epub({"a": bomb.encode("utf-16")}), "epub")
    assert "entities" in told(docx("", {"word/styles.xml": bomb}), "docx")


def test_a_path_out_of_the_book_is_not_followed(tmp_path: Path) -> None:
    slip = epub({"../../../etc/passwd": "", "a.xhtml": chapter("<p>roses</p>")}, {"../evil": "x"})
    assert parsed(slip, "epub").text == "roses"


def test_what_goes_beyond_its_limits_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<p>word <a href=#f1>1</a>" * 200_000)
    monkeypatch.setattr(guard, "TIME_LIMIT_S", 1)
    began = time.monotonic()
    with pytest.raises(BadInput, match="made to harm"):
        read(path)
    assert time.monotonic() - began < 9


def test_memory_is_bound_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "wide.html"
    path.write_text("<html><body>" + "<p>word" * 1_000_000)
    monkeypatch.setattr(guard, "MEMORY_LIMIT", 150_000_000)
    with pytest.raises(BadInput, match="harm"):
        read(path)


def test_a_small_file_may_take_little_memory(tmp_path: Path) -> None:
    """A page of 40 MB in a file of 100 kB took 550 MB, one of 220 MB 940 until it was refused."""
    pytest.importorskip("resource")
    packed = zlib.compress(b"BT /F1 10 Tf 40 500 Td (roses and more of them) Tj ET\n" * 750_000)
    plain = pdf([[(40, 500, "roses")]])
    start, end = plain.index(b"<< /Length"), plain.index(b"\nendstream")
    stream = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed
    path = tmp_path / "page.pdf"
    path.write_bytes(plain[:start] + stream + plain[end:])
    with pytest.raises(BadInput, match=r"60 seconds and 27\d MB"):
        read(path)


@pytest.mark.parametrize("words", ["<a" * 20_000, "<!--" * 10_000, "<b><i>" * 50_000])
def test_broken_markup_takes_no_time(words: str, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(f"<html><body>roses {words}")
    began = time.monotonic()
    assert "roses" in read(path).text
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("box", ["<table><tr><td>", "<div>"])
def test_what_lies_too_deep_is_told_to_be_missing(box: str, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(f"<html><body><p>roses and more</p>{box * 10_000}tulips")
    raw = read(path)
    assert "roses" in raw.text
    assert "tulips" not in raw.text
    assert "nested too deeply" in raw.provenance.note
    path.write_text(f"<html><body>{box * 10_000}tulips")
    with pytest.raises(BadInput, match="nested too deeply"):
        read(path)


def test_scripts_and_pictures_of_a_book_are_not_read() -> None:
    body = (
        "<p>Roses</p><script>tulips()</script><img src='http://example.org/lily.png' alt=''/>"
        "<iframe src='file:///etc/passwd'>violets</iframe><p onclick='tulips()'>and thorns</p>"
    )
    raw = parsed(epub({"one.xhtml": chapter(body)}), "epub")
    assert raw.text == "Roses\n\nand thorns"


def test_tracked_changes_are_read_as_if_taken() -> None:
    body = (
        "<w:p><w:r><w:t>Roses </w:t></w:r><w:ins><w:r><w:t>and thorns</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>and tulips</w:delText></w:r></w:del></w:p>"
    )
    assert parsed(docx(body), "docx").text == "Roses and thorns"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("form", ["epub", "pdf", "docx"])
def test_a_truncated_file_is_read_or_refused_with_a_sentence(form: str, share: float) -> None:
    whole = {
        "epub": epub({"one.xhtml": chapter("<p>Roses</p>" * 500)}),
        "pdf": pdf([column(40, 500, ["Roses and thorns"] * 20)]),
        "docx": docx(paragraph("Roses") * 500),
    }[form]
    cut = whole[: int(share * len(whole))]
    try:
        assert "Roses" in parsed(cut, form).text
    except BadInput as error:
        assert error.message.endswith(".")  # noqa: PT017


def test_pages_that_go_round_in_a_circle_end() -> None:
    whole = pdf([column(40, 500, ["Roses and thorns"])])
    circle = whole.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    assert circle != whole
    began = time.monotonic()
    with pytest.raises(BadInput):
        parsed(circle, "pdf")
    assert time.monotonic() - began < 5


def test_stopping_ends_the_other_process(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text("<html><body>" + "<p>word <a href=#f1>1</a>" * 200_000)
    looks = iter([False, False, False])
    with pytest.raises(Cancelled):
        read(path, Progress(lambda *_: None, lambda: next(looks, True)))


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "mammoth", None)
    monkeypatch.delitem(sys.modules, "reader.importing.docx", raising=False)
    assert "counterpoint-reader[import]" in told(docx(""), "docx")


GOOD = {
    "html": b"<html><article><h1>Garden</h1><p>Roses <em>bloom</em>.</p></article></html>",
    "epub": epub({"a.xhtml": chapter("<p>Roses bloom.</p>")}),
    "docx": docx(paragraph("Roses bloom.")),
    "pdf": pdf([column(40, 400, LEFT)]),
}


@settings(max_examples=40)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_mutated_file_is_read_or_refused_with_a_sentence(form: str, data: st.DataObject) -> None:
    changed = bytearray(GOOD[form])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(changed) // 2, len(changed)))
    try:
        raw = parsed(bytes(changed[:cut]), form)
    except BadInput:
        return
    assert wire.load(wire.dump(raw), raw.provenance) == raw


def test_a_large_file_is_handed_over_whole_however_often_one_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_LOOK_S", 0.001)
    path = tmp_path / "x.html"
    path.write_text(f"<html><body><!--{'x' * 3_000_000}--><p>Roses bloom.")
    assert read(path).text == "Roses bloom."
