"""Questions for a line wait beside the window and do not stop it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.panes.asking import Question, ask, ask_note


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
    ask_note(window, "Note", "On what?", told.append).reject()
    assert not told


def test_lines_can_be_written(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = ask_note(window, "Note", "On what?", told.append)
    assert dialog.field.hasFocus() or dialog.focusWidget() is dialog.field
    dialog.field.setPlainText("one\ntwo")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == ["one\ntwo"]
    assert not dialog.isVisible()


def test_what_is_refused_stays_in_the_question(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = ask(window, "Tags", "Which?", lambda words: told.append(words) or len(told) > 1)
    dialog.setTextValue("all of them")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.textValue() == "all of them"
    dialog.accept()
    assert not dialog.isVisible()
    assert told == ["all of them"] * 2


def test_words_come_exactly_half_a_character_included(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = ask_note(window, "Note", "On what?", told.append)
    dialog.field.setPlainText("«\u00a0half\ud800\u00a0»")
    dialog.accept()
    question = ask(window, "Tags", "Which?", told.append)
    line = question.findChild(QLineEdit)
    assert line is not None
    line.setText("\ud800half")
    question.accept()
    ask(window, "Tags", "Which?", told.append, "😀, whole").accept()
    assert told == ["«\u00a0half\ud800\u00a0»", "half\ud800", "😀, whole"]


def test_a_place_that_is_none_can_be_mended(program: Program) -> None:
    assert program.desk.actions.do("go.to")
    dialog = program.window.findChild(Question)
    assert dialog is not None
    dialog.setTextValue("¶999")
    dialog.accept()
    assert dialog.isVisible()
    dialog.setTextValue("¶3")
    dialog.accept()
    assert not dialog.isVisible()
    passage = program.desk.area.active.passage()
    assert passage is not None
    assert str(passage.locus) == "¶3"
