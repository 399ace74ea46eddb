"""Damaged indexes, full disks, hostile queries: bounded time, a message, nothing lost."""

import errno
import os
import random
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.index import NOTES, Parsed, SearchIndex, generation, parse
from reader.index import writing as writing_module
from reader.model import Cancelled, LibraryError, Progress, QueryError, ReadOnly
from tests.index.samples import everything, index, library, note, on_disk, passages

HOSTILE = (
    "x" * 10_000,
    "(" * 400 + "work",
    '"' * 399,
    "*",
    "?" * 100,
    "NOT " * 100 + "strike",
    "work OR " * 62,
    "a*a*a*a*b",
    "strike~2 refusal~2 garden~2",
    "漢字かな交じり文",
    "שלום עליכם",
    "\x00\ud800",
    "self-" * 90,
    "[a TO z]",
    "author:" * 50,
    "a NEAR/100 the NEAR/100 a NEAR/100 the",
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index(tmp_path_factory.mktemp("bad") / "index")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered_soon(query: str, search: SearchIndex) -> None:
    begun = time.process_time()
    search.quick(query)
    search.search(query)
    assert time.process_time() - begun < 1.0


@given(st.text(max_size=80))
def test_any_text_gets_an_answer(search: SearchIndex, query: str) -> None:
    assert search.search(query).query == query
    assert search.quick(query).query == query


def test_a_mistake_is_in_the_answer_beside_the_attempt(search: SearchIndex) -> None:
    answer = search.search('strike "wages')
    assert answer.mistake_at == 7
    assert "partner" in answer.message
    assert answer.hits
    mistake = search.mistake('strike "wages')
    assert mistake is not None
    assert mistake.at == 7
    assert len(search.find('strike "wages')) == answer.total
    with pytest.raises(QueryError) as caught:
        search.find('"')
    assert caught.value.at == 0


@settings(max_examples=settings.default.max_examples // 2)  # each builds an index
@given(seed=st.integers(0, 10_000))
def test_a_damaged_index_still_gives_right_answers(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Bytes are changed, cut off or added in any file: it is noticed, and does not matter."""
    folder = tmp_path_factory.mktemp("damaged")
    on_disk(folder)
    chance = random.Random(seed)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    path = chance.choice(files)
    data = bytearray(path.read_bytes())
    kind = chance.choice(("flip", "cut", "grow", "gone"))
    if kind == "flip" and data:
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del data[chance.randrange(len(data) + 1) :]
    elif kind == "grow":
        data += bytes(chance.randrange(256) for _ in range(9))
    path.write_bytes(data)
    if kind == "gone":
        path.unlink()
    search = SearchIndex.open(folder, texts=everything)
    found = search.search("strike", typing=False).hits
    assert sorted(hit.annotation or hit.passage for hit in found) == ["garden-3", "harbour-1", "n1"]
    search.close()


@pytest.mark.parametrize("part", [".pst", ".trm", "_stored.col", "layout.col", ".bin"])
@pytest.mark.parametrize("damage", ["noise", "zeros", "cut", "other"])
def test_damage_while_the_index_is_open_is_survived(tmp_path: Path, part: str, damage: str) -> None:
    """No word is hidden by it, and files that are cut off do not end the program."""
    on_disk(tmp_path)
    search = SearchIndex.open(tmp_path, texts=everything)
    search.warm()
    (path,) = tmp_path.glob(f"*/*{part}")
    size = path.stat().st_size
    with path.open("r+b") as file:
        if damage == "cut":
            file.truncate(size // 3)
        elif damage == "other":
            file.truncate(0)
            file.write(b"something else")
        else:
            file.write(random.Random(6).randbytes(size) if damage == "noise" else bytes(size))
    for query, total in (("strike", 3), ('"a path"', 1), ("path NEAR/3 well", 2)):
        assert search.quick(query).total == total
        assert search.search(query, typing=False).total == total
    assert search.search("in:harbour wages").total == 3
    assert not search.search("nowhereatall").hits
    assert search.building, "it is to be built anew"


def test_half_a_build_is_no_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    on_disk(folder)
    (folder / generation.CURRENT).write_text("0123456789abcdef")
    search = SearchIndex.open(folder, texts=everything)
    assert search.search("strike").building
    assert search.search("strike").hits


def test_notes_alone_do_not_begin_an_index(tmp_path: Path) -> None:
    """It would hide the texts, and nobody would know."""
    search = SearchIndex.open(tmp_path / "index", texts=everything)
    search.put_note(note("n9", "A quince beside the strike."))
    search.flush("2")
    search.update(NOTES, [note("n9", "A quince beside the strike.")], stamp="2")
    assert search.search("strike").total == 4
    assert search.building
    assert not (tmp_path / "index").exists()


def test_notes_are_kept_where_an_open_index_was_deleted(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    search.warm()
    rmtree(tmp_path / "index")
    search.put_note(note("n9", "A quince beside the strike."))
    search.flush("2")
    assert search.search("strike").total == 4
    assert not (tmp_path / "index").exists()


def test_what_a_killed_build_left_is_dropped_and_a_build_under_way_is_not(tmp_path: Path) -> None:
    search = index(tmp_path)
    dead, alive = generation.fresh(tmp_path), generation.fresh(tmp_path)
    (dead / "half.seg").write_bytes(b"half")
    scrap = tmp_path / "current.0123abcd.new"
    scrap.write_text("half")
    for old in (dead / "half.seg", dead, scrap, tmp_path / generation.CURRENT):
        os.utime(old, (1, 1))
    search.tidy()
    assert not dead.exists()
    assert not scrap.exists()
    assert alive.is_dir()
    assert SearchIndex.open(tmp_path).search("strike").total == 3


def test_a_first_write_that_fails_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(generation, "write", full)
    with pytest.raises(LibraryError, match="No space left"):
        SearchIndex.open(tmp_path).update_all(library())
    assert not list(tmp_path.iterdir())


def test_an_index_of_another_version_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk(tmp_path)
    monkeypatch.setattr(writing_module, "FORMAT", 999)
    search = SearchIndex.open(tmp_path, texts=everything)
    assert search.search("strike").building
    assert search.stale({"garden": "1"}).changed == ("garden",)


def test_no_space_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = index(tmp_path / "index")
    search.put_note(note("n9", "A quince."))

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(generation, "write", full)
    with pytest.raises(LibraryError, match="No space left"):
        search.flush("2")
    monkeypatch.undo()
    assert [hit.annotation for hit in search.search("quince").hits] == ["n9"]
    assert len(search.search("strike").hits) == 3
    search.close()
    again = SearchIndex.open(tmp_path / "index", texts=everything)
    assert len(again.search("strike").hits) == 3
    assert not again.building, "the old index is whole"


def test_no_space_while_whoosh_writes_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = index(tmp_path / "index")
    search.put_note(note("n9", "A quince."))

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("whoosh.writing.SegmentWriter._commit_toc", full)
    with pytest.raises(LibraryError, match="No space left"):
        search.flush("2")
    monkeypatch.undo()
    assert search.search("strike").total == 3
    search.flush("2")
    search.close()
    again = SearchIndex.open(tmp_path / "index", texts=everything)
    assert again.search("quince").total == 1
    assert not again.building


def test_the_folder_is_private(tmp_path: Path) -> None:
    index(tmp_path / "index")
    assert (tmp_path / "index").stat().st_mode & 0o777 == 0o700


def test_a_read_only_index_is_searched_but_not_written(tmp_path: Path) -> None:
    on_disk(tmp_path)
    search = SearchIndex.open(tmp_path, read_only=True)
    with pytest.raises(ReadOnly):
        search.update("garden", ())
    with pytest.raises(ReadOnly):
        search.rebuild(library())
    assert search.search("strike").total == 3


def test_another_process_builds_the_index(tmp_path: Path) -> None:
    search = SearchIndex.open(tmp_path / "index", texts=everything)
    search.put_note(note("n1", "Compare the strike with the refusal."))
    assert search.building or search.search("strike").building
    told: list[float] = []
    search.rebuild(library(), Progress(lambda share, _words: told.append(share), lambda: False))
    assert told
    assert not search.building
    assert search.intact()
    assert search.search("strike").total == 3
    assert not search.stale({"garden": "1", "harbour": "1", "lotte": "1", NOTES: "1"})
    assert len([path for path in (tmp_path / "index").iterdir() if path.is_dir()]) == 1


def test_a_stopped_build_leaves_the_old_index(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    with pytest.raises(Cancelled):
        search.rebuild(library(), Progress(lambda _share, _words: None, lambda: True))
    assert search.search("strike").total == 3
    assert len([path for path in (tmp_path / "index").iterdir() if path.is_dir()]) == 1


def test_a_build_that_dies_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search = index(tmp_path / "index")
    monkeypatch.setattr("reader.index.build._work", os._exit)
    with pytest.raises(LibraryError, match="ended early"):
        search.rebuild(library())
    assert search.search("strike").total == 3


def _build(folder: Path) -> None:
    SearchIndex.open(folder).rebuild(library())


def test_another_process_beside_the_window_builds_the_index_itself(tmp_path: Path) -> None:
    """It is one of those that end with the program, and those may start no others."""
    process = get_context("spawn").Process(target=_build, args=(tmp_path / "index",), daemon=True)
    process.start()
    process.join(60)
    assert process.exitcode == 0
    search = SearchIndex.open(tmp_path / "index")
    assert search.search("strike").total == 3
    assert not search.building


_KILLED = """
import multiprocessing, os, sys
from pathlib import Path
from reader.index import SearchIndex

def texts():
    print(multiprocessing.active_children()[0].pid, flush=True)
    os._exit(9)
    yield

if __name__ == "__main__":
    SearchIndex.open(Path(sys.argv[1])).rebuild(texts())
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks processes up in /proc")
def test_a_build_ends_with_the_program_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(_KILLED)
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "index")],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 9

    def builds() -> bool:
        try:
            return "spawn_main" in Path("/proc", done.stdout.strip(), "cmdline").read_text()
        except OSError:
            return False

    patience = time.monotonic() + 20
    while builds():
        assert time.monotonic() < patience, "the building process is still there"
        time.sleep(0.05)


def test_a_very_long_passage_is_searched(tmp_path: Path) -> None:
    text = "alpha " * 70_000 + "omega"
    on_disk(tmp_path, [("long", "1", passages("long", ("T", text)))])
    search = SearchIndex.open(tmp_path)
    assert search.search('"alpha omega"', typing=False).total == 1
    hit = search.search("omega", typing=False).hits[0]
    assert hit.marks[0].of("T\n\n" + text) == "omega"


@pytest.mark.parametrize("opening", ["(", "(-", "-(", "in:(", "(note:", "note:-"])
def test_brackets_without_end_are_read_far_down_in_the_program(opening: str) -> None:
    def deeper(frames: int) -> Parsed:
        return deeper(frames - 1) if frames else parse(opening * 5000 + "word")

    assert deeper(300).mistakes
