"""Commands: what they print, how they end, and what they say of wrong use."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from reader import cli
from reader.annotations.store import Store
from reader.library import Library
from reader.model import Verdict
from tests.cli.run import Run, data, no_window, runner
from tests.library.conftest import RIVER as RIVER_TEXT
from tests.library.conftest import write_texts

RIVER, HILL = "stream-rivers", "stone-hills"


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path / "library", capfd)


@pytest.fixture
def filled(run: Run, tmp_path: Path, made_library: Path) -> Run:
    shutil.copytree(made_library, tmp_path / "library")
    write_texts(tmp_path)
    return run


def test_add_tells_what_it_made(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    path.write_text(RIVER_TEXT, "utf-8")
    (one,) = data(run("add", str(path), "--title", "On Rivers", "--author", "Ada Stream", "--json"))
    assert one["work"] == RIVER
    assert one["edition"] == RIVER
    assert one["author"] == "Ada Stream"
    assert one["recognised"] is False
    assert one["passages"] >= 3
    assert one["words"] > 80
    assert set(one["order"]) == {"confidence", "pages", "doubtful"}
    assert isinstance(one["repairs"], dict)


def test_one_bad_file_does_not_keep_the_others_out(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.bin"
    good.write_text(RIVER_TEXT, "utf-8")
    bad.write_bytes(bytes(range(256)) * 40)
    code, _, err = run("add", str(bad), str(tmp_path / "none.txt"), str(good))
    assert code == 2
    assert "bad.bin" in err
    assert "none.txt" in err
    assert [one["bundled"] for one in data(run("texts", "--json"))].count(False) == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, b"   \n\n "])
def test_a_file_that_is_no_text_is_refused_with_a_sentence(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "strange.txt"
    path.write_bytes(content)
    code, out, err = run("add", str(path))
    assert code == 2
    assert out == ""
    assert err.startswith("counterpoint: ")
    assert err.count("\n") == 1


def test_show_gives_passages_that_lead_back_to_the_source(filled: Run, tmp_path: Path) -> None:
    shown = data(filled("show", RIVER, "--format", "json"))
    source = (tmp_path / "river.txt").read_text("utf-8")
    assert shown["title"] == "On Rivers"
    kinds = [passage["kind"] for passage in shown["passages"]]
    assert kinds.count("body") == 3
    for passage in shown["passages"]:
        told = "".join(source[start:end] for start, end in passage["source"])
        letters = "".join(ch for ch in told if ch.isalpha())
        assert letters == "".join(ch for ch in passage["text"] if ch.isalpha())


def test_show_one_passage_and_as_markdown(filled: Run) -> None:
    code, out, _ = filled("show", RIVER, "--locus", "2")
    assert code == 0
    assert out.startswith("[¶2] People have always settled")
    code, out, _ = filled("show", RIVER, "--format", "markdown")
    assert out.startswith('---\ntitle: "On Rivers"\n')
    assert "source_sha256" in out


def test_search_finds_texts_and_notes(filled: Run) -> None:
    place = f"{RIVER}@2"
    code, _, _ = filled("note", place, "--quote", "took the mud", "--text", "a *gift* of walls")
    assert code == 0
    answer = data(filled("search", "wall", "--json"))
    hits = {(hit["work"], hit["kind"]) for hit in answer["hits"]}
    assert {(RIVER, "body"), (HILL, "body"), (RIVER, "note")} <= hits
    for hit in answer["hits"]:
        assert all(0 <= start < end <= len(hit["snippet"]) for start, end in hit["marks"])
    within = data(filled("search", "wall", "--in", HILL, "--json"))
    assert {hit["work"] for hit in within["hits"]} == {HILL}
    assert filled("search", "xylophone")[:2] == (1, "Nothing was found.\n")
    assert filled("search", "colour:mauve")[:2] == (1, "Nothing has “colour:mauve”.\n")


def test_a_mistake_in_a_query_is_pointed_at(filled: Run) -> None:
    code, out, _ = filled("search", "(wall", "--json")
    answer = json.loads(out)
    assert answer["mistake_at"] == 0
    assert "bracket" in answer["message"]
    assert code in (0, 1)
    shown = filled("search", "wall " * 20 + "(wall")[1].splitlines()
    assert shown[2].index("^") == shown[1].index("(wall")
    assert len(shown[1]) < 80


def test_search_builds_a_missing_index_whole_though_there_are_notes(
    filled: Run, tmp_path: Path
) -> None:
    filled("note", f"{RIVER}@2", "--quote", "took the mud", "--text", "a gift of walls")
    (index,) = tmp_path.glob("*/index")
    shutil.rmtree(index)
    answer = data(filled("search", "wall", "--json"))
    hits = {(hit["work"], hit["kind"]) for hit in answer["hits"]}
    assert hits >= {(HILL, "body"), (RIVER, "note")}
    assert not answer["building"]
    assert index.is_dir()


def test_search_says_why_there_is_no_index(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (index,) = tmp_path.glob("*/index")
    shutil.rmtree(index)
    monkeypatch.setattr("reader.index.generation.fresh", full)
    code, out, err = filled("search", "wall")
    assert code == 0
    assert HILL in out
    assert "No space left" in err


def test_related_asks_for_one_place_or_all(filled: Run) -> None:
    printed = filled("related", "--all", "--json")
    told = data(printed)
    assert len(printed[1].splitlines()) == len(told) + 2, "a row a line, between brackets"
    assert {one["from"]["work"] for one in told} == {RIVER, HILL}
    for one in told:
        for other in one["to"]:
            assert other["work"] != one["from"]["work"]
            assert 0 <= other["score"] <= 1
            assert sum(other["signals"].values()) == pytest.approx(1, abs=0.01)
            here, there = other["sentences"]
            assert here[0] < here[1], "the nearest pair of sentences"
            assert there[0] < there[1]
    assert filled("related")[0] == 2
    assert filled("related", f"{RIVER}@1", "--all")[0] == 2


def test_notes_leave_in_every_form(filled: Run, tmp_path: Path) -> None:
    filled("note", f"{RIVER}@1", "--quote", "the mud of the hills", "--text", "# not a *heading*")
    code, out, _ = filled("export")
    assert code == 0
    assert "> " in out
    assert "the mud of the hills" in out
    assert f"counterpoint://open/{RIVER}" in out
    page = filled("export", "--format", "html")[1]
    assert "<html" in page
    assert "<script" not in page
    file = json.loads(filled("export", "--format", "jsonld")[1])
    assert file["type"] == "AnnotationCollection"
    plain = json.loads(filled("export", "--format", "plain")[1])
    assert [one["private"] for one in plain["revisions"]] == [False]
    assert plain["revisions"][0]["annotation"]["creator"]["id"] == plain["me"]["id"]
    vault = tmp_path / "vault"
    assert filled("export", "--format", "vault", "-o", str(vault))[0] == 0
    assert [path.suffix for path in vault.iterdir()] == [".md"]
    assert filled("export", "--format", "vault")[0] == 2
    assert filled("export", "--in", "nothing-here")[0] == 2


def test_verdicts_alone_can_be_taken_away(filled: Run, tmp_path: Path) -> None:
    assert filled("export", "--format", "jsonld")[0] == 1, "there is nothing to take"
    library = Library.open(tmp_path / "library")
    ends = [(work, library.edition(work).passages[2].id) for work in (RIVER, HILL)]
    library.judge(ends[0], ends[1], Verdict.REJECTED, body="no")
    library.close()
    code, out, _ = filled("export", "--format", "jsonld")
    assert code == 0
    assert len(json.loads(out)["first"]["items"]) == 1
    code, out, _ = filled("export")
    assert code == 0
    assert "verdict: rejected" in out


def test_a_part_of_the_notes_leaves_in_the_order_asked_for(filled: Run) -> None:
    filled("note", f"{RIVER}@1", "--quote", "the mud of the hills", "--text", "one", "--tag", "mud")
    filled("note", f"{RIVER}@1", "--quote", "the mud of the hills", "--text", "other words")
    chosen = filled("export", "--tag", "mud", "--by", "tag")[1]
    assert "mud" in chosen
    assert "other words" not in chosen
    me = json.loads(filled("export", "--format", "jsonld")[1])["creator"]
    assert "other words" in filled("export", "--person", me["id"])[1]
    code, out, told = filled("export", "--tag", "nothing-like-it")
    assert (code, out) == (1, "")
    assert "None of the notes" in told
    assert filled("export", "--section", "nowhere", "-o", "never.md")[0] == 1
    assert filled("export", "--language", "it")[1].startswith("# Note\n")
    code, _, told = filled("export", "--person", "Nobody Known")
    assert code == 2
    assert "Nobody Known" in told


def test_annotation_files_are_previewed_and_merged(
    filled: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    filled("note", f"{RIVER}@1", "--quote", "the mud of the hills", "--text", "shared")
    file = tmp_path / "ada.annotations.json"
    assert filled("export", "--format", "jsonld", "-o", str(file))[0] == 0
    other = runner(tmp_path / "other", capfd)
    other("add", str(tmp_path / "river.txt"), "--title", "On Rivers", "--author", "Ada Stream")
    (row,) = data(other("merge", str(file), "--preview", "--json"))
    assert (row["fate"], row["place"]) == ("new", "sure")
    assert other("export")[0] == 1, "a preview changes nothing"
    assert other("merge", str(file))[0] == 0
    assert "shared" in other("export")[1]
    (row,) = data(other("merge", str(file), "--preview", "--json"))
    assert row["fate"] == "identical"


def test_the_doctor_is_content_and_then_is_not(filled: Run, tmp_path: Path) -> None:
    assert filled("doctor")[0] == 0
    (tmp_path / "library/editions" / RIVER / "edition.json").write_text("{")
    code, out, _ = filled("doctor")
    assert code == 1
    assert RIVER in out or "damaged" in out


def test_the_doctor_repairs_damaged_notes(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    filled("note", f"{RIVER}@1", "--text", "kept in a backup")
    with Store.open(folder) as store:
        assert store.backup_now()
    (folder / "annotations.db").unlink()
    code, out, _ = filled("doctor")
    assert code == 1
    assert "missing" in out, "an empty store is not a sound one"
    assert "doctor --repair" in filled("export")[2]
    code, out, err = filled("doctor", "--repair")
    assert (code, err) == (0, "")
    assert "repaired" in out
    assert "kept in a backup" in filled("export")[1]


def test_one_bad_annotation_file_does_not_keep_the_others_out(filled: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.annotations.json", tmp_path / "bad.annotations.json"
    filled("note", f"{RIVER}@1", "--text", "\x1b[2Jbare")
    assert filled("export", "--format", "jsonld", "-o", str(good))[0] == 0
    bad.write_bytes(b"\xff\xfe nothing")
    code, out, err = filled("merge", "--preview", str(bad), str(good))
    assert code == 2
    assert "no annotation file" in err
    assert "identical" in out
    assert "\x1b" not in out, "words of others do not steer the terminal"


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00"])
def test_a_template_that_cannot_be_read_is_said_so(
    filled: Run, tmp_path: Path, data: bytes | None
) -> None:
    template = tmp_path / "own.template"
    if data:
        template.write_bytes(data)
    code, _, err = filled("export", "--template", str(template))
    assert code == 2
    assert "own.template cannot be read" in err


def test_glossary_and_links_are_printed(filled: Run) -> None:
    concepts = data(filled("concepts", "--json"))
    assert len(concepts) >= 90
    assert all(one["label"] and one["definitions"] for one in concepts)
    links = json.loads(filled("links", "--json")[1])
    assert len(links) >= 350


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nowhere"),
        ("show", RIVER, "--locus", "999"),
        ("show", RIVER, "--locus", "x"),
        ("related", "nowhere@1"),
        ("related", "no-place"),
        ("note", f"{RIVER}@1", "--quote", "never said", "--text", "x"),
        ("merge", "/nonexistent"),
        ("add", "/nonexistent"),
        ("search",),
        ("search", "x", "--limit", "0"),
        ("frobnicate",),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(
    filled: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, out, err = filled(*words)
    assert code == 2
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err
    assert "invalid _" not in err, "no name from the inside of the program"


def test_a_library_that_is_not_there_is_said_to_be_missing(run: Run) -> None:
    code, _, err = run("texts")
    assert code == 2
    assert "There is no library at" in err
    assert "counterpoint add" in err


def test_a_library_open_elsewhere_is_not_changed(filled: Run, tmp_path: Path) -> None:
    from reader.library import Library

    held = Library.open(tmp_path / "library")
    try:
        assert not held.read_only
        code, _, err = filled("note", f"{RIVER}@1", "--text", "x")
        assert code == 2
        assert "another window" in err
        assert filled("texts")[0] == 0
    finally:
        held.close()


def test_without_a_display_the_window_says_so(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert cli.main([], no_window) == 2
    err = capfd.readouterr().err
    assert err.startswith("counterpoint: There is no display")
    assert "search" in err


def test_commands_multiply_on_one_thread_unless_told_otherwise(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    filled("texts")
    assert os.environ["OPENBLAS_NUM_THREADS"] == "3"
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    filled("texts")
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
