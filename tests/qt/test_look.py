"""The look: everybody dresses anew when something visible changed, and only then."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.qt.look import Look
from reader.qt.settings import Settings
from reader.qt.theme import load, style_sheet


def test_a_file_opened_lately_changes_no_look(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    look, told = Look(settings), []
    look.changed.connect(lambda: told.append(look.theme.key))
    settings.change(settings.window, recent=("a.md",))
    assert told == []
    settings.change(settings.window, theme="dark")
    QApplication.processEvents()
    settings.change(settings.window, interface_pt=12.0)
    settings.change(settings.window, theme="light")
    QApplication.processEvents()
    settings.change(settings.reading, size_pt=14.0)
    assert told == ["dark", "dark", "light", "light"]


def test_style_sheet_and_panes_share_a_change_of_theme_between_two_turns(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    settings = Settings(tmp_path / "settings.json")
    look, told = Look(settings), []
    look.dress(qapp)
    look.changed.connect(lambda: told.append(window.updatesEnabled()))
    window = QWidget()
    qtbot.addWidget(window)
    settings.change(settings.window, theme="dark")
    assert look.theme.key == "dark"
    assert qapp.styleSheet() == style_sheet(load("dark"))
    assert not told
    assert not window.updatesEnabled()
    QApplication.processEvents()
    assert told == [False]
    assert window.updatesEnabled()


class _Deep(QWidget):
    """Counts how often the style is another one."""

    styled = 0

    def changeEvent(self, event: QEvent) -> None:
        self.styled += event.type() is QEvent.Type.StyleChange


def test_another_theme_is_put_on_once_however_deep_a_widget_stands(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    settings = Settings(tmp_path / "settings.json")
    look = Look(settings)
    look.dress(qapp)
    outer = inner = QWidget()
    qtbot.addWidget(outer)
    for _ in range(8):
        inner = QWidget(inner)
    deep = _Deep(inner)
    outer.show()
    deep.styled = 0
    settings.change(settings.window, theme="dark" if look.theme.key == "light" else "light")
    assert 1 <= deep.styled <= 2  # the old sheet off, the new one on
