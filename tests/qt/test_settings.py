"""Settings: defaults, differences, nonsense."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reader.qt.settings import Keys, Reading, Settings, Window, _load


def test_only_differences_are_written(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "deep" / "settings.json")
    settings.change(settings.reading, size_pt=14.0)
    assert json.loads(settings.path.read_text()) == {"reading": {"size_pt": 14.0}}
    assert Settings(settings.path).reading == Reading(size_pt=14.0)


def test_going_back_to_the_default_leaves_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.change(settings.window, theme="dark")
    settings.change(settings.window, theme=Window().theme)
    assert json.loads(settings.path.read_text()) == {}


def test_a_change_is_told_once_and_only_when_it_is_one(tmp_path: Path, qtbot: QtBot) -> None:
    settings, told = Settings(tmp_path / "settings.json"), []
    settings.changed.connect(told.append)
    settings.change(settings.reading, justify=True)
    settings.change(settings.reading, justify=True)
    assert told == [Reading(justify=True)]


def test_keys_survive(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.change(settings.keys, changed={"edit.find": ("Ctrl+K",), "go.back": ()})
    assert Settings(settings.path).keys == Keys({"edit.find": ("Ctrl+K",), "go.back": ()})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"reading": 3}', "\0\0", "[" * 5000])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str, qtbot: QtBot) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    settings = Settings(path)
    assert (settings.reading, settings.window, settings.keys) == (Reading(), Window(), Keys())


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["size_pt", "measure", "font", "justify"]), VALUES))
def test_stored_nonsense_never_becomes_a_setting(stored: dict[str, object]) -> None:
    loaded = _load(Reading, stored)
    assert 0.5 <= loaded.size_pt <= 200
    assert 10 <= loaded.measure <= 400
    assert type(loaded.font) is str
    assert type(loaded.justify) is bool


def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.change(settings.reading, size_pt=15.0)
    assert settings.reading.size_pt == 15.0
