from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing import RawText, read
from reader.importing.markdown import read_markdown
from reader.importing.text import decode, read_text
from reader.model import BadInput, Cancelled, PassageKind, Progress, Provenance

FROM = Provenance("garden.md", "", 0, "markdown")


def saved(folder: Path, data: bytes | str, name: str = "garden.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def markdown(words: str) -> RawText:
    return read_markdown(words.encode(), FROM)


def test_a_plain_text_keeps_every_letter_but_the_line_ends(tmp_path: Path) -> None:
    raw = read(saved(tmp_path, "# Roses\r\n\r\nbloom \fin  May.\rSoon."))
    assert raw.text == "# Roses\n\nbloom \fin  May.\nSoon."
    assert not raw.blocks
    assert (raw.provenance.format, raw.provenance.encoding) == ("text", "utf-8")
    assert len(raw.provenance.sha256) == 64
    assert raw.provenance.size == 32


@pytest.mark.parametrize(
    ("codec", "said"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1252", "windows-1252")],
)
def test_the_encoding_is_found_and_said(tmp_path: Path, codec: str, said: str) -> None:
    words = "“Naïve” roses — in the café"
    raw = read(saved(tmp_path, words.encode(codec)))
    assert raw.text == words
    assert raw.provenance.encoding == said
    assert ("taken as Windows-1252" in raw.provenance.note) == (said == "windows-1252")


@pytest.mark.parametrize(
    ("codec", "said"),
    [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("mac-roman", "Mac OS Roman"),
     ("cp1252", "Windows-1252")],
)  # fmt: skip
def test_an_encoding_that_is_not_stated_is_found_and_told(
    tmp_path: Path, codec: str, said: str
) -> None:
    words = "Perché la città è così? “L’università” è già lì, la libertà è più di una virtù.\n" * 3
    raw = read(saved(tmp_path, words.encode(codec)))
    assert raw.text == words
    assert f"taken as {said}" in raw.provenance.note


_POLISH = "Świat się zmienił, dość że żaden człowiek nie może już żyć w ciemności. Książka śni."
_RUSSIAN = "Сад лежит за домом, и его редко видят. Осенью садовник говорит о дожде и о земле."
_JAPANESE = "庭は家のうしろにある。ここを通る人はめったに見ない。\n雨と土のことを庭師は話す。"


@pytest.mark.parametrize(
    ("words", "codec", "said"),
    [
        ("Perché la città è così? L'università è già lì.", "cp850", "DOS (code page 850)"),
        (_POLISH, "cp1250", "Windows-1250"),
        (_POLISH, "iso8859-2", "ISO 8859-2"),
        (_POLISH, "utf-16-le", "UTF-16"),
        (_RUSSIAN, "cp1251", "Windows-1251"),
        (_RUSSIAN, "koi8-r", "KOI8-R"),
        (_RUSSIAN, "cp866", "DOS (code page 866)"),
        (_RUSSIAN, "utf-16-be", "UTF-16"),
        (_JAPANESE, "shift_jis", "Shift JIS"),
        (_JAPANESE, "euc_jp", "EUC-JP"),
    ],
)
def test_letters_of_a_language_tell_an_old_encoding(words: str, codec: str, said: str) -> None:
    text, _encoding, note = decode((words + "\n").encode(codec) * 3, "x")
    assert text == (words + "\n") * 3
    assert f"taken as {said}" in note


def test_two_encodings_in_one_file_are_read_piece_by_piece(tmp_path: Path) -> None:
    words = "La città è così, e la libertà è più di una virtù.\n"
    raw = read(saved(tmp_path, words.encode() + words.encode("cp1252") * 2))
    assert raw.text == words * 3
    assert "Parts of the file are UTF-8" in raw.provenance.note


def test_one_damaged_letter_does_not_make_utf8_windows_1252() -> None:
    data = "“Naïve” — “roses” – “café”".encode() + b" \xff end"
    text, encoding, note = decode(data, "x")
    assert encoding == "utf-8"
    assert text.startswith("“Naïve”")
    assert "one letter was lost" in note


@given(st.binary(max_size=300))
def test_any_bytes_become_a_text_or_a_sentence(data: bytes) -> None:
    told = text = ""
    try:
        text = read_text(data, FROM).text
    except BadInput as error:
        told = error.message
    assert "\r" not in text
    assert not told or told.endswith(".")


@given(st.text(max_size=300))
def test_utf8_is_read_back_as_it_was(words: str) -> None:
    words = words.encode("utf-8", "ignore").decode().replace("\r", "").lstrip("\ufeff")
    if any(ord(char) < 32 and char not in "\n\t" for char in words):
        return
    assert read_text(words.encode(), FROM).text == words


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"12 34 5", "no words"),
        (b"a 12 34 56 78 90 +- 12 %% 13 14", "numbers and signs"),
        (b"QUJDREVGR0hJ" * 40, "coded data"),
        (bytes(range(256)) * 9, "not a text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old or encrypted Word"),
        (b"{\\rtf1 roses}", "RTF"),
        (b"\x81 r\xf6ses and b\xfcds", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_told_in_a_sentence(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(saved(tmp_path, data))
    assert told in caught.value.message
    assert "garden.txt" in caught.value.message
    assert caught.value.message.endswith(".")


def test_a_folder_a_missing_file_and_a_pipe_are_told_apart(tmp_path: Path) -> None:
    import os

    with pytest.raises(BadInput, match="is a folder"):
        read(tmp_path)
    with pytest.raises(BadInput, match="There is no file"):
        read(tmp_path / "none.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(BadInput, match="not a file"):
            read(tmp_path / "pipe")


def test_fifty_megabytes_of_text_are_refused_without_being_parsed(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"roses and soil ")
        file.truncate(50_000_000)
    with pytest.raises(BadInput, match="at most 16 MB"):
        read(path)
    with path.open("ab") as file:
        file.truncate(300_000_000)
    with pytest.raises(BadInput, match="at most 200 MB"):
        read(path)


def test_a_reader_who_stops_is_heard(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read(saved(tmp_path, "roses"), Progress(lambda *_: None, lambda: True))


def test_markdown_states_its_blocks() -> None:
    raw = markdown(
        "---\ntitle: Of Gardens\nauthor: Ann, Bea\nlang: en\n---\n"
        "# Gardens #\n\nRoses *bloom*\nin May.[^1]\nSoon\n====\n> Quoted\n> words\n\n"
        "- one\n- two\n\n---\n\n[^1]: A note.\n"
    )
    told = [(b.kind, b.level, b.label, b.span.of(raw.text)) for b in raw.blocks]
    assert told == [
        (PassageKind.HEADING, 1, "", "Gardens"),
        (PassageKind.HEADING, 1, "", "Roses *bloom*\nin May.[^1]\nSoon"),
        (PassageKind.QUOTE, 0, "", "Quoted\n> words"),
        (PassageKind.BODY, 0, "", "one"),
        (PassageKind.BODY, 0, "", "two"),
        (PassageKind.FOOTNOTE, 0, "1", "A note."),
    ]
    assert (raw.title, raw.authors, raw.language) == ("Of Gardens", ("Ann", "Bea"), "en")


def test_code_between_fences_has_no_headings() -> None:
    raw = markdown("Roses:\n```\n# soil\n\nrain\n~~~\n```\nSoon.")
    told = [(b.kind, b.span.of(raw.text)) for b in raw.blocks]
    assert told == [
        (PassageKind.BODY, "Roses:"),
        (PassageKind.BODY, "# soil\n\nrain\n~~~"),
        (PassageKind.BODY, "Soon."),
    ]


@given(st.text(alphabet="# >-*[]^:1a\n\t.=`", max_size=200))
def test_blocks_of_any_markdown_ascend_and_do_not_overlap(words: str) -> None:
    try:
        raw = markdown(words)
    except BadInput:
        return
    ends = 0
    for block in raw.blocks:
        assert block.span.start >= ends
        assert block.span.of(raw.text).strip() == block.span.of(raw.text)
        ends = block.span.end


def test_plain_texts_need_no_further_process_and_no_parser(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = saved(tmp_path, "Roses *bloom*.", "a.md")
    code = (
        "import sys, pathlib; from reader.importing import read; read(pathlib.Path(sys.argv[1]));"
        "print({'lxml', 'markdown', 'subprocess', 'numpy'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True,
                         check=True, cwd=Path(__file__).parents[2])  # fmt: skip
    assert run.stdout.strip() == "set()"


def test_rows_of_a_table_in_markdown_stand_by_themselves() -> None:
    raw = markdown("Before it:\n| year | roses |\n|------|:-----:|\n| 1821 | 40 |\n\nBehind.\n")
    found = [block.span.of(raw.text) for block in raw.blocks]
    assert found == ["Before it:", "year | roses", "1821 | 40", "Behind."]
