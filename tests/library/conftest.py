"""A library with two small texts of our own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library

RIVER = """\
On Rivers

The river runs to the sea, and nobody has told it to. It carries the mud of the hills and the
leaves of last year, and where it slows down it lays them on the fields.

People have always settled where the river slows down. They took the mud for a gift, and later
for a right, and in the end they built walls to keep it out.

A wall against a river is a promise that somebody else will keep. The water goes where there is
no wall, and the neighbours downstream learn what was promised on their behalf.
"""
HILL = """\
On Hills

A hill stays where it is, or so it seems to people who live for eighty years. The mud that the
river carries away was a hill once.

Whoever builds a wall on a hill builds it against the weather, and the weather has time. The
neighbours below get the stones.
"""


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, Path]:
    return write_texts(tmp_path / "sources")


def write_texts(folder: Path) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, words in (("river", RIVER), ("hill", HILL)):
        paths[name] = folder / f"{name}.txt"
        paths[name].write_text(words, "utf-8")
    return paths


@pytest.fixture
def library(tmp_path: Path, made_library: Path) -> Iterator[Library]:
    folder = tmp_path / "library"
    shutil.copytree(made_library, folder)
    opened = Library.open(folder)
    assert not opened.read_only
    yield opened
    opened.close()
