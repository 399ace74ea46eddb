"""Dialogs fit into a window of 520 px, and grow with their type."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.panes.dialog_size import open_size
from reader.panes.shortcut_dialog import ShortcutDialog


def test_a_dialog_is_no_larger_than_the_window_below(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(520, 700)
    dialog = QDialog(window)
    another = QDialog(dialog)
    for one in (dialog, another):
        open_size(one, 900, 300)
        assert (one.width(), one.height()) == (488, 300)
    font = dialog.font()
    font.setPointSizeF(font.pointSizeF() * 3)
    dialog.setFont(font)
    open_size(dialog, 200, 200)
    assert dialog.width() > 300


def test_the_keys_fit_into_a_narrow_window(program: Program) -> None:
    program.window.resize(520, 800)
    QApplication.processEvents()
    program.desk.actions.do("help.shortcuts")
    dialog = next(one for one in program.window.findChildren(ShortcutDialog))
    assert dialog.width() <= 520
    dialog.reject()
