"""What stands beside letters grows with them: icons, arrows, boxes to tick."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.qt.look import Look
from reader.qt.settings import Settings
from reader.qt.theme import load, style_sheet


def test_sizes_keep_their_proportion_to_the_type(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    look = Look(settings)
    assert look.scaled(15) == 15
    settings.change(settings.window, interface_pt=19.0)
    assert look.scaled(15) == 30
    shown = look.icon("search").pixmap(QSize(30, 30)).deviceIndependentSize()
    assert shown.toSize() == QSize(30, 30), "sharp, and no smaller"
    settings.change(settings.window, interface_pt=7.0)
    assert look.scaled(15) == 15


def test_larger_type_gets_larger_arrows(tmp_path: Path, qapp: QApplication) -> None:
    settings = Settings(tmp_path / "settings.json")
    look = Look(settings)
    look.dress(qapp)
    assert "width: 13px" in qapp.styleSheet()
    settings.change(settings.window, interface_pt=19.0)
    assert "width: 26px" in qapp.styleSheet()
    assert "@px" not in style_sheet(load("dark"), 1.3)
