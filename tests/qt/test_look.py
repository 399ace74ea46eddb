"""The look: everybody dresses anew when something visible changed, and only then."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.qt.look import Look
from reader.qt.settings import Settings


def test_a_file_opened_lately_changes_no_look(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    look, told = Look(settings), []
    look.changed.connect(lambda: told.append(look.theme.key))
    settings.change(settings.window, recent=("a.md",))
    assert told == []
    settings.change(settings.window, theme="dark")
    settings.change(settings.window, interface_pt=12.0)
    settings.change(settings.window, theme="light")
    settings.change(settings.reading, size_pt=14.0)
    assert told == ["dark", "dark", "light", "light"]
