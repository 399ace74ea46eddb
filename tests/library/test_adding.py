"""Texts added in another process: the same as in this one, whole or not at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.library.adding import BESIDE, Refused
from reader.library.pieces import loads
from reader.library.reporting import Added
from reader.model import Cancelled, Change, Progress, Touched


def book(path: Path, title: str, size: int = BESIDE) -> Path:
    """Write a text that is large enough for another process."""
    lines, length = [f"# {title}"], 0
    while length <= size:
        at = len(lines)
        lines.append(
            f"In the {at}th place the {title} says that a wall keeps {at * 7} stones. " * 8
        )
        length += len(lines[-1]) + 2
    path.write_text("\n\n".join(lines), "utf-8")
    return path


def test_a_large_file_becomes_the_same_edition_in_another_process(tmp_path: Path) -> None:
    path = book(tmp_path / "book.md", "Book of Walls")
    here, there = Library.open(tmp_path / "here"), Library.open(tmp_path / "there")
    expected = here.add(path)
    heard: list[Change] = []
    there.listen(Touched.TEXTS, heard.append)
    became: list[Added | Refused] = []
    shares: list[float] = []
    there.add_beside([path], became.append, Progress(lambda s, _w: shares.append(s), lambda: False))
    (added,) = became
    assert isinstance(added, Added)
    assert (added.report, added.repairs) == (expected.report, expected.repairs)
    assert added.summary.words == expected.summary.words
    work = expected.summary.work.id
    assert [one.works for one in heard] == [{work}]
    assert there.edition(work).text == here.edition(work).text
    assert there.edition(work).passages == here.edition(work).passages
    assert there.with_repairs(work).repairs == here.with_repairs(work).repairs
    assert (there.folder / "editions" / work / "source" / "book.md").read_bytes()
    assert not list(there.folder.glob(".incoming*"))
    assert shares == sorted(shares)
    there.close()
    here.close()


def test_many_files_are_told_one_by_one_and_a_bad_one_does_not_stop_them(tmp_path: Path) -> None:
    first, second = book(tmp_path / "a.md", "Stones"), book(tmp_path / "b.md", "Stones", 9000)
    bad = tmp_path / "c.epub"
    bad.write_bytes(b"PK\x03\x04 nothing")
    library = Library.open(tmp_path / "library")
    became: list[Added | Refused] = []
    library.add_beside([first, bad, second, first, tmp_path / "gone.md"], became.append)
    told = [one.already if isinstance(one, Added) else one.path.name for one in became]
    assert told == [False, "c.epub", False, True, "gone.md"]
    assert len(library.own_works()) == 2
    library.close()


def test_a_stop_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = book(tmp_path / "book.md", "Book of Walls")
    library = Library.open(tmp_path / "library")
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    became: list[Added | Refused] = []
    with pytest.raises(Cancelled):
        library.add_beside([path], became.append, Progress(lambda _s, _w: None, stopped))
    assert library.own_works() == ()
    assert became == []
    assert not list(library.folder.glob(".incoming*"))
    library.add_beside([path], became.append)
    assert len(library.own_works()) == 1
    library.close()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, 0, 1]))
def test_json_in_pieces_is_what_it_is_at_once(value: object, indent: int | None) -> None:
    assert loads(json.dumps(value, indent=indent)) == value


@given(st.text(alphabet='{}[]:,"a1 \n\\', max_size=14))
def test_what_is_no_json_at_once_is_none_in_pieces(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(json.JSONDecodeError):
            loads(text)
    else:
        assert loads(text) == expected
