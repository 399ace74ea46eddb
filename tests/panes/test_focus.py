"""Whoever goes by keyboard sees where the focus is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Concept, Library
from reader.model import Place
from reader.panes.glossary_form import GlossaryForm
from reader.panes.tab_order import in_rows, step
from reader.picture import settle
from reader.qt.settings import Settings


@pytest.fixture
def real(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """A window over a library with nothing but what comes with the program."""
    made = assemble(Library.open(tmp_path / "library"), Settings(tmp_path / "settings.json"))
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place("companion-tronti-refusal"), Place("companion-cleaver-kropotkin")])
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.desk.area.active.focus_text()
    settle()
    yield made
    made.close()


def reached_by_tab(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
    ]


def unseen(root: QWidget) -> list[str]:
    """Return the widgets of which a picture with the focus is the same as one without."""
    found, every = [], reached_by_tab(root)
    for one in every:
        other = next(w for w in every if w is not one and not w.isAncestorOf(one))
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if one.hasFocus() and one.grab().toImage() == without:
            found.append(f"{type(one).__name__} {one.accessibleName() or one.objectName()}")
    return found


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("state", ["go.related", "edit.search", "go.notes", "file.library"])
def test_the_focus_is_seen_everywhere(
    program: Program, settings: Settings, theme: str, state: str
) -> None:
    settings.change(settings.window, theme=theme)
    program.desk.look.dress(QApplication.instance())  # type: ignore[arg-type]
    assert program.desk.actions.do(state)
    QApplication.processEvents()
    assert len(reached_by_tab(program.window)) > 3
    assert not unseen(program.window)


@pytest.mark.parametrize("key", ["file.preferences", "help.shortcuts"])
def test_the_focus_is_seen_in_dialogs(program: Program, key: str) -> None:
    program.desk.look.dress(QApplication.instance())  # type: ignore[arg-type]
    assert program.desk.actions.do(key)
    (dialog,) = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert not unseen(dialog)
    dialog.reject()


def tabbed(root: QWidget) -> list[QWidget]:
    """Return where Tab leads, from where the focus is until it is there again."""
    reached: list[QWidget] = []
    start = QApplication.focusWidget()
    while len(reached) < 100:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is start:
            return reached
    raise AssertionError(f"Tab does not come round in {root}")


@pytest.mark.parametrize(
    "state",
    ["go.text", "edit.find", "go.related", "edit.search", "go.notes", "file.library",
     "group.members"],
)  # fmt: skip
def test_tab_stops_at_everything_and_comes_round(program: Program, state: str) -> None:
    assert program.desk.actions.do(state)
    QApplication.processEvents()
    stops_everywhere(program.window)


@pytest.mark.parametrize(
    "state",
    ["compare.trail", "compare.glossary", "compare.links", "compare.map", "compare.matrix",
     "edit.concordance"],
)  # fmt: skip
def test_tab_stops_at_everything_in_the_study_room(real: Program, state: str) -> None:
    assert real.desk.actions.do(state)
    settle()
    stops_everywhere(real.window)


def stops_everywhere(root: QWidget) -> None:
    reached = tabbed(root)
    assert not {one.accessibleName() for one in reached_by_tab(root)} - {
        one.accessibleName() for one in reached
    }
    assert len(reached) == len(set(reached))


def test_tab_goes_through_the_panes_as_they_stand_and_then_into_the_side_panel(
    program: Program,
) -> None:
    assert program.desk.actions.do("go.related")
    program.desk.area.set_active(program.desk.area.panes[0], focus=True)
    assert program.desk.actions.do("edit.find")
    QApplication.processEvents()
    names = [one.accessibleName() for one in tabbed(program.window)]
    at = [names.index(pane.view.accessibleName()) for pane in program.desk.area.panes]
    at += [names.index(words) for words in ("Side panel", "Which links", "Related passages")]
    assert at == sorted(at)
    assert names.index("Next place") < at[0]  # the find bar stands above its text
    assert names[-1] == "Find in this text"


def test_shift_tab_goes_the_other_way(program: Program) -> None:
    assert program.desk.actions.do("edit.search")
    forth = tabbed(program.window)
    back = []
    for _ in forth:
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
        )
        back.append(QApplication.focusWidget())
    assert back == [*forth[:-1][::-1], forth[-1]]


def test_in_a_concept_tab_goes_from_field_to_field(real: Program) -> None:
    assert real.desk.actions.do("compare.glossary")
    (form,) = real.window.findChildren(GlossaryForm)
    form.show_concept(
        Concept("work", "work", definitions={"tronti": "What is refused."}), {"tronti": "T"}, {}
    )
    QApplication.processEvents()
    reached = [one for one in tabbed(real.window) if form.isAncestorOf(one)]
    assert reached[: len(form.fields())] == list(form.fields())


@pytest.mark.parametrize(
    "state", ["go.related", "edit.search", "go.notes", "file.library",
              "group.members"],
)  # fmt: skip
def test_escape_leads_from_every_panel_back_to_the_text(program: Program, state: str) -> None:
    assert program.desk.actions.do(state)
    QApplication.processEvents()
    for _ in range(3):  # a list leads to its field first
        if QApplication.focusWidget() is not program.desk.area.active.view:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is program.desk.area.active.view


def test_what_has_no_height_yet_has_its_place_too(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    low, flat, left = QWidget(whole), QWidget(whole), QWidget(whole)
    low.setGeometry(0, 40, 10, 10)
    flat.setGeometry(20, 5, 10, 0)
    left.setGeometry(0, 5, 10, 20)
    assert list(in_rows([low, flat, left])) == [flat, left, low]
    whole.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flat.setGeometry(20, 5, 10, 10)
    assert list(in_rows([low, left, flat])) == [flat, left, low]


def test_a_focus_that_is_at_no_stop_is_left_to_qt(program: Program) -> None:
    field = QLineEdit(program.window, focusPolicy=Qt.FocusPolicy.ClickFocus)
    field.show()
    field.setFocus()
    assert not step(program.window, forward=True)
    program.desk.area.active.focus_text()
    assert step(program.window, forward=True)


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("go.search", "search"),
        ("go.notes", "notes"),
        ("go.related", "related"),
        ("group.members", "group"),
        ("go.text", ""),
        ("edit.find", ""),
        ("go.next_pane", ""),
    ],
)
def test_whatever_is_asked_for_on_a_page_of_the_study_room_is_seen(
    real: Program, key: str, seen: str
) -> None:
    real.desk.actions.do("compare.glossary")
    settle()
    assert real.window.page == "study"
    assert real.desk.actions.do(key)
    settle()
    assert real.window.page == ""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    if seen:
        assert real.desk.side.current == seen
        assert real.desk.side.isAncestorOf(focus)
    else:
        assert real.desk.area.isAncestorOf(focus)


def test_a_text_that_is_added_on_a_page_of_the_study_room_is_seen(
    real: Program, tmp_path: Path
) -> None:
    real.desk.actions.do("compare.glossary")
    settle()
    added = tmp_path / "new.txt"
    added.write_text("A New Text\n\n" + "Some words that nobody wrote before. " * 30, "utf-8")
    real.texts.add([str(added)])
    settle()
    assert real.window.page == ""
    assert any(pane.work.startswith("new") for pane in real.desk.area.panes)
