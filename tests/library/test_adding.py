"""Texts added in another process: the same as in this one, whole or not at all."""

import json
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.library.adding import BESIDE, Refused
from reader.library.pieces import loads
from reader.library.reporting import Added
from reader.library.shipped import shipped
from reader.model import AnnotationKind, ByHand, Cancelled, Change, Progress, Span, Touched
from tests.booklets import Style, make
from tests.prose import Prose


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


def test_a_large_text_is_built_again_in_another_process_as_it_would_be_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    booklet = make(Prose(3).paragraphs(4000), Style(marks="feeds", hyphens=0.5, seed=3))
    source = tmp_path / "booklet.txt"
    source.write_text(booklet.raw.text, "utf-8")
    here, there = Library.open(tmp_path / "here"), Library.open(tmp_path / "there")
    work = here.add(source).summary.work.id
    assert there.add(source).summary.work.id == work
    first = here.with_repairs(work)
    pages = [first.turns[0].left, *(turn.right for turn in first.turns)]
    pages.insert(2, pages.pop(5))
    undone = frozenset({first.repairs[0].id})
    there.mark(work, Span(400, 440), kind=AnnotationKind.NOTE, body="Kept.")
    here.rebuild(work, ByHand(order=tuple(pages), undone=undone))
    monkeypatch.setattr("reader.library.adding.BESIDE", 100)
    heard: list[Change] = []
    there.listen(Touched.TEXTS, heard.append)
    there.rebuild(work, ByHand(order=tuple(pages), undone=undone))
    assert [one.works for one in heard] == [{work}]
    assert there.edition(work).text == here.edition(work).text != first.text
    made, expected = there.with_repairs(work), here.with_repairs(work)
    assert replace(made, provenance=expected.provenance) == expected  # it has the time in it
    assert (there.folder / "editions" / work / "source" / "booklet.txt").read_bytes()
    assert [one.annotation.body for one in there.notes(work)] == ["Kept."]
    assert not list(there.folder.glob(".incoming*"))
    here.close()
    there.close()


def test_a_stop_ends_the_process_that_builds_a_large_text_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(tmp_path / "library")
    work = library.add(book(tmp_path / "book.md", "Book of Walls")).summary.work.id
    before = library.with_repairs(work)

    def here(*_args: object, **_more: object) -> None:
        raise AssertionError("restored in this process")

    monkeypatch.setattr("reader.restore.restore", here)
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 6

    with pytest.raises(Cancelled):
        library.rebuild(work, ByHand(undone=frozenset({"x"})), Progress(lambda *_: None, stopped))
    assert not active_children()
    assert library.with_repairs(work) == before
    assert not list(library.folder.glob(".incoming*"))
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


def test_a_translation_that_keeps_some_words_takes_the_place_of_nothing(
    library: Library, tmp_path: Path
) -> None:
    manual = shipped("resources/help/manual-it.md").read_text("utf-8").split("\n\n")
    italian = [one for one in manual if len(one) > 200 and one[0].isalpha()][:16]
    letters = sum(map(len, italian))
    kept = Prose(31).paragraphs(letters // 6 // 2)
    english = Prose(32).paragraphs(letters // 6)
    works = set()
    for name, words in (("en.txt", english), ("it.txt", italian)):
        (tmp_path / name).write_text("\n\n".join([*words, *kept]), "utf-8")
        works.add(library.add(tmp_path / name).summary.work.id)
    assert len(works) == 2
