"""Where there is nothing to show, the window says so and says what to do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QListWidget

from reader.app import Program
from reader.panes.blank_pane import BlankPane
from reader.panes.palette import Palette
from reader.panes.parts_keeping import Kept
from reader.panes.popups import OutlinePopup
from reader.panes.start_page import StartPage
from reader.panes.work_dialog import WorkDialog


def test_an_empty_pane_says_how_to_fill_it(program: Program) -> None:
    pane = program.desk.area.active
    blank = pane.findChild(BlankPane)
    assert not blank.isVisible()
    pane.set_edition(None)
    assert blank.isVisible()
    blank.button.click()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    palette.close()
    assert program.window.place_label.text() == "", "no place of a text that is not there"


def test_a_pane_with_a_text_says_nothing_of_an_empty_one(program: Program) -> None:
    blank = program.desk.area.active.findChild(BlankPane)
    for command in ("view.larger", "view.smaller", "view.margin", "view.panes_4", "view.panes_2"):
        program.desk.actions.do(command)
        assert blank.isHidden(), command
    program.desk.actions.do("view.panes_4")
    assert program.desk.area.panes[3].findChild(BlankPane).isVisible()


def test_a_closed_pane_is_not_dressed_any_more(program: Program) -> None:
    program.desk.actions.do("view.panes_3")
    program.desk.actions.do("view.panes_1")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.desk.actions.do("view.larger")


def test_an_empty_bin_says_what_would_be_in_it(program: Program) -> None:
    program.desk.actions.do("annotate.bin")
    dialog = next(one for one in program.window.findChildren(Kept) if one.isVisible())
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any(words.startswith("No note was deleted.") for words in said)
    dialog.reject()


def test_an_outline_is_as_high_as_its_lines(program: Program) -> None:
    pane = program.desk.area.active
    assert pane.edition is not None
    popup = OutlinePopup(program.desk.look, pane, pane.edition, 0)
    popup.open_at(QPoint(50, 50))
    listed = popup.findChild(QListWidget)
    last = listed.visualItemRect(listed.item(listed.count() - 1))
    assert 0 <= listed.viewport().height() - last.bottom() <= 4
    assert popup.height() - listed.height() <= 16, "nor is there room around them"
    popup.close()


def test_the_first_page_gives_the_keys_to_its_first_button(program: Program) -> None:
    for pane in program.desk.area.panes:
        pane.set_edition(None)
    program.texts.show_start_if_empty()
    page = program.window.findChild(StartPage)
    assert page.focusProxy() is not None
    assert page.focusProxy().isVisible()


@pytest.mark.parametrize("name", ["title", "rights"])
def test_long_data_of_a_work_are_read_from_their_beginning(program: Program, name: str) -> None:
    edition = program.desk.area.active.edition
    assert edition is not None
    dialog = WorkDialog(replace(edition.work, title="T" * 200, rights="R" * 200))
    assert getattr(dialog, name).cursorPosition() == 0
    dialog.deleteLater()


def test_a_work_is_not_kept_with_a_language_that_is_none(program: Program) -> None:
    edition = program.desk.area.active.edition
    assert edition is not None
    dialog = WorkDialog(edition.work)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    for words, fine in (("klingonish??", False), ("e", False), ("pt-BR", True), ("", True)):
        dialog.language.setText(words)
        assert save.isEnabled() is fine, words
    dialog.deleteLater()


def test_data_that_a_text_came_with_are_neither_cut_nor_in_the_way(program: Program) -> None:
    edition = program.desk.area.active.edition
    assert edition is not None
    came = replace(edition.work, language="English (UK)", rights="R" * 3000)
    dialog = WorkDialog(came)
    dialog.title.setText("Another title")
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    assert dialog.work() == replace(came, title="Another title")
    dialog.deleteLater()
