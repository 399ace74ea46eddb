"""Questions for a line wait beside the window and do not stop it."""

from PySide6.QtWidgets import QInputDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.panes.asking import ask, ask_words


def test_the_answer_comes_back_and_the_dialog_goes(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = ask(window, "Tags", "Which?", told.append, "money")
    assert dialog.textValue() == "money"
    dialog.setTextValue("money, crisis")
    dialog.accept()
    assert told == ["money, crisis"]
    qtbot.waitUntil(lambda: not window.findChildren(QInputDialog))


def test_going_back_answers_nothing(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    ask_words(window, "Note", "On what?", told.append).reject()
    assert not told


def test_lines_can_be_written(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = ask_words(window, "Note", "On what?", told.append)
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("one\ntwo")
    dialog.accept()
    assert told == ["one\ntwo"]
