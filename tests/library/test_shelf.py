"""Editions are kept whole, come back as they were, and damage is said aloud."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import codec
from reader.library.files import write_whole
from reader.library.shelf import Shelf
from reader.model import BadInput, LibraryError, NotFound
from tests.library.editions import small_edition


def test_an_edition_comes_back_as_it_was(tmp_path: Path) -> None:
    shelf, edition = Shelf(tmp_path), small_edition()
    shelf.save(edition, b"source")
    assert shelf.load_with_repairs("river") == edition
    assert shelf.load("river").repairs == ()
    assert shelf.source_path(edition).read_bytes() == b"source"
    assert shelf.ids() == ("river",)


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=5))
def test_dump_and_load_are_inverses_whatever_the_words(words: list[str]) -> None:
    edition = small_edition("river", *words)
    plain = json.loads(json.dumps(codec.dump(edition)))
    repairs = json.loads(json.dumps(codec.dump_repairs(edition)))
    assert codec.load_repairs(codec.load(plain), repairs) == edition


def test_a_removed_edition_can_be_brought_back_even_over_another(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.save(small_edition("river", "first"), b"1")
    shelf.remove("river")
    with pytest.raises(NotFound):
        shelf.load("river")
    shelf.save(small_edition("river", "second"), b"2")
    shelf.bring_back("river")
    assert shelf.load("river").text.endswith("first")
    shelf.bring_back("river")
    assert shelf.load("river").text.endswith("second")


def test_what_could_not_be_saved_leaves_the_former_edition_in_its_place(tmp_path: Path) -> None:
    def fail(words: str) -> None:
        with shelf.in_place_of("river"):
            shelf.save(small_edition("river", words), b"0")
            raise LibraryError("No space left")

    shelf = Shelf(tmp_path)
    with pytest.raises(LibraryError):
        fail("half")
    assert shelf.ids() == ()
    shelf.save(small_edition("river", "former"), b"1")
    with pytest.raises(LibraryError):
        fail("new")
    assert shelf.load("river").text.endswith("former")
    assert list((tmp_path / "removed").iterdir()) == []
    with pytest.raises(LibraryError, match="nothing was lost"):
        shelf.take(tmp_path / "nowhere", "river")
    assert shelf.load("river").text.endswith("former")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe", b"[" * 99999])
def test_a_damaged_edition_is_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    shelf = Shelf(tmp_path)
    shelf.save(small_edition(), b"source")
    (tmp_path / "editions/river/edition.json").write_bytes(data)
    with pytest.raises(BadInput):
        shelf.load("river")
    assert [edition for edition, _why in shelf.damaged()] == ["river"]


def test_an_edition_of_a_newer_program_is_not_misread() -> None:
    with pytest.raises(BadInput, match="newer"):
        codec.load({**codec.dump(small_edition()), "format": codec.FORMAT + 1})


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    write_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match="untouched"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
