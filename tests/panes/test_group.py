"""The study group in the real window, over real libraries and a real shared folder."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.model import (
    AnnotationKind,
    Cancelled,
    Colour,
    LibraryError,
    Locus,
    Place,
    Progress,
    Span,
)
from reader.panes import group_exchange, page_paper
from reader.panes.export_dialog import ExportDialog
from reader.panes.group_panel import GroupPanel
from reader.panes.group_wordings import WordingsDialog
from reader.panes.minutes_dialog import MinutesDialog
from reader.panes.notes_panel import NotesPanel
from reader.panes.packet_dialog import PacketDialog
from reader.panes.parts_group import GROUP
from reader.panes.parts_meeting import Meeting
from reader.panes.parts_searching import NOTES
from reader.panes.preview_dialog import PreviewDialog
from reader.panes.preview_lines import Column
from reader.panes.template_dialog import TemplateDialog
from reader.picture import settle
from reader.qt.settings import Settings
from tests.library.conftest import HILL, RIVER

Later = Callable[[Callable[[], bool]], None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts, restored once for all tests here."""
    folder = tmp_path_factory.mktemp("shelf")
    with closing(Library.open(folder / "library")) as library:
        for name, words in (("On Rivers", RIVER), ("On Hills", HILL)):
            path = folder / f"{name}.txt"
            path.write_text(words, "utf-8")
            library.add(path, title=name, authors=("Ada Stream",))
    return folder / "library" / "editions"


@pytest.fixture
def mine(tmp_path: Path, shelf: Path) -> Iterator[Library]:
    """My library, with two texts."""
    shutil.copytree(shelf, tmp_path / "mine" / "editions")
    opened = Library.open(tmp_path / "mine")
    opened.rename_me("Anna")
    yield opened
    opened.close()


@pytest.fixture
def theirs(tmp_path: Path, mine: Library) -> Iterator[Library]:
    """Another member's library, with copies of the same texts."""
    shutil.copytree(mine.folder / "editions", tmp_path / "theirs" / "editions")
    opened = Library.open(tmp_path / "theirs")
    opened.rename_me("Berta")
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, mine: Library, theirs: Library, tmp_path: Path) -> Iterator[Program]:
    """The window over my library, the river open."""
    made = assemble(mine, Settings(tmp_path / "settings.json"))
    made.window.resize(1200, 760)
    made.window.show()
    made.open([Place(work(mine, "On Rivers")), Place(work(mine, "On Hills"))])
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.desk.area.active.focus_text()
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def work(library: Library, title: str) -> str:
    return next(one.work.id for one in library.texts() if one.work.title == title)


def words(library: Library, quote: str, title: str = "On Rivers") -> Span:
    start = library.edition(work(library, title)).text.index(quote)
    return Span(start, start + len(quote))


def berta_marks(theirs: Library, quote: str = "a promise", **more: Any) -> str:
    return theirs.mark(work(theirs, "On Rivers"), words(theirs, quote), **more).id


def dialog_of(window: Program, kind: type[Any], later: Later) -> Any:
    later(lambda: any(d.isVisible() for d in window.window.findChildren(kind)))
    return next(d for d in window.window.findChildren(kind) if d.isVisible())


def group_panel(window: Program, tab: int, later: Later) -> GroupPanel:
    assert window.desk.actions.do("group.members")
    panel = window.desk.side.panel(GROUP)
    assert isinstance(panel, GroupPanel)
    later(lambda: bool(panel.facts.me))
    panel.tabs.setCurrentIndex(tab)
    return panel


def said(window: Program) -> list[str]:
    """Collect what the window says from now on."""
    found: list[str] = []
    window.desk.messages.said.connect(lambda message: found.append(message.text))
    return found


# ---- the preview ---------------------------------------------------------------------------


def test_a_dropped_annotation_file_is_previewed_and_taken_as_one_step(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    berta_marks(theirs, "the mud of the hills", body="mud")
    path = tmp_path / "berta.annotations.json"
    theirs.save_annotation_file(path)
    window.window.files_dropped.emit([str(path)])
    dialog: PreviewDialog = dialog_of(window, PreviewDialog, later)
    assert not mine.notes()
    model = dialog.model
    cells = [model.index(0, column).data() for column in Column]
    assert cells[Column.FATE] == "New"
    assert cells[Column.PERSON] == "Berta"
    assert cells[Column.PLACE] == "found"
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)  # untick the first line
    assert len(model.ticked) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    later(lambda: len(mine.notes()) == 1)
    assert window.desk.actions.do("edit.undo")
    assert not mine.notes()


def test_a_file_can_be_looked_at_without_taking_it(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    path = tmp_path / "berta.annotations.json"
    theirs.save_annotation_file(path)
    window.texts.add([str(path)])
    dialog: PreviewDialog = dialog_of(window, PreviewDialog, later)
    dialog._layer.click()
    view = window.desk.area.active.view
    assert [mark.span for mark in view.marks.marks] == [words(mine, "a promise")]
    assert not mine.notes()


def test_a_broken_annotation_file_is_a_message(
    window: Program, tmp_path: Path, later: Later
) -> None:
    path = tmp_path / "broken.annotations.json"
    path.write_text("{", "utf-8")
    found = said(window)
    window.texts.add([str(path)])
    later(lambda: bool(found))
    assert "broken.annotations.json" in found[0]


def test_lines_of_one_fate_can_be_shown(
    window: Program, theirs: Library, tmp_path: Path, later: Later
) -> None:
    for quote in ("a promise", "the mud of the hills"):
        berta_marks(theirs, quote)
    path = tmp_path / "berta.annotations.json"
    theirs.save_annotation_file(path)
    window.texts.add([str(path)])
    dialog: PreviewDialog = dialog_of(window, PreviewDialog, later)
    assert dialog.fates.count() == 2
    dialog.fates.setCurrentIndex(1)
    assert dialog.table.model().rowCount() == 2


# ---- the folder ----------------------------------------------------------------------------


def test_two_members_meet_in_a_folder_and_a_note_is_answered(
    window: Program,
    mine: Library,
    theirs: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    theirs.choose_group_folder(folder)
    berta_marks(theirs, kind=AnnotationKind.QUESTION, body="Whose promise?")
    theirs.publish()
    part = window.window.findChild(group_exchange.Exchange)
    assert part is not None
    part._rest.setInterval(50)
    part._soon.setInterval(20)
    mine.choose_group_folder(folder)
    part.follow()
    later(lambda: len(window.desk.area.active.view.marks.marks) == 1)
    # the answer is written by key at the mark, and goes out by itself
    pane = window.desk.area.active
    at = words(mine, "a promise").start + 2
    pane.view.select(Span(at, at))
    QTest.keyClick(pane.view, Qt.Key.Key_A)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, "Ours.")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    later(lambda: len(mine.notes()) == 2)
    later(lambda: bool(theirs.receive().changes))
    (asked,) = theirs.asked()
    assert [one.annotation.body for one in asked.answers] == ["Ours."]
    assert not asked.open
    settle()


def test_another_computer_of_mine_is_asked_about_once(
    window: Program, mine: Library, tmp_path: Path, later: Later
) -> None:
    device, shared = tmp_path / "laptop", tmp_path / "shared"
    shutil.copytree(mine.folder / "editions", device / "editions")
    shared.mkdir()
    mine.choose_group_folder(shared)
    with closing(Library.open(device)) as laptop:
        me = mine.me
        laptop._store.set_fact("me", me.id)
    with closing(Library.open(device)) as laptop:
        assert laptop.me.id == me.id
        laptop.choose_group_folder(shared)
        laptop.mark(work(laptop, "On Rivers"), words(laptop, "a promise"), body="on the train")
        laptop.publish()
        part = window.window.findChild(group_exchange.Exchange)
        assert part is not None
        found: list[Any] = []
        window.desk.messages.said.connect(found.append)
        part.follow()
        part.look()
        later(lambda: bool(found))
        assert not mine.notes()
        found[0].do()  # Look
        dialog: PreviewDialog = dialog_of(window, PreviewDialog, later)
        assert dialog.trust.isVisible()
        dialog.trust.setChecked(True)
        dialog.model.tick(range(len(dialog.model.rows)), ticked=True)
        dialog._take.click()
        later(lambda: len(mine.notes()) == 1)
        laptop.mark(work(laptop, "On Rivers"), words(laptop, "the mud of the hills"))
        laptop.publish()
        part.look()
        later(lambda: len(mine.notes()) == 2)
        settle()


def test_what_waits_is_written_when_the_window_closes(
    window: Program, mine: Library, tmp_path: Path, later: Later
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    mine.choose_group_folder(shared)
    part = window.window.findChild(group_exchange.Exchange)
    assert part is not None
    part.follow()
    part.look()
    later(lambda: not part._busy)
    mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="at the last minute")
    later(part._rest.isActive)
    window.window.close()
    window.desk.tasks.drain()
    (file,) = shared.glob("*.annotations.json")
    assert "at the last minute" in file.read_text("utf-8")


def test_a_folder_can_be_left_at_any_time_and_its_files_stay(
    window: Program, mine: Library, theirs: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    for one in (mine, theirs):
        one.choose_group_folder(folder)
        one.publish()
    part = window.window.findChild(group_exchange.Exchange)
    assert part is not None
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    found: list[Any] = []
    window.desk.messages.said.connect(found.append)
    assert window.desk.actions.do("group.leave")
    assert mine.group_folder is None
    assert not part.on
    assert not window.desk.actions.do("group.leave"), "there is none to leave"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    found[-1].do()  # Undo
    assert mine.group_folder == folder
    settle()


def test_a_folder_that_goes_away_is_told_once(
    window: Program, mine: Library, tmp_path: Path, later: Later
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    mine.choose_group_folder(folder)
    part = window.window.findChild(group_exchange.Exchange)
    assert part is not None
    part.follow()
    settle()
    found = said(window)
    shutil.rmtree(folder)
    for _ in range(3):
        part.look()
        later(lambda: not part._busy)
    assert len([one for one in found if "is not there" in one]) == 1


def test_a_long_file_in_the_folder_shows_how_far_it_is_and_can_be_stopped(
    window: Program,
    mine: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    mine.choose_group_folder(folder)
    part = window.window.findChild(group_exchange.Exchange)
    assert part is not None
    strip, goes_on, looks = window.window.progress, threading.Event(), []
    monkeypatch.setattr(strip, "DELAY_MS", 0)
    strip._delay.setInterval(0)
    receive = mine.receive

    def slowly(progress: Progress) -> Any:
        looks.append(1)
        progress.step(0.0)
        progress.step(0.3, "reading notes")
        assert goes_on.wait(20)
        progress.step(0.4)
        return receive(progress)

    monkeypatch.setattr(mine, "receive", slowly)
    part.look()
    later(strip.isVisible)
    assert "others wrote" in strip._label.text()
    found: list[Any] = []
    window.desk.messages.said.connect(found.append)
    strip._stop.click()
    goes_on.set()
    later(lambda: not part._busy)
    assert not strip.isVisible()
    assert [one.text for one in found] == [
        "Stopped; what the others wrote is taken in a few minutes."
    ]
    part.look()  # by the clock: nothing is read now, but mine is written
    part._on_rested()
    later(lambda: bool(list(folder.glob("*.annotations.json"))) and not part._busy)
    assert len(looks) == 1
    found[0].do()  # Now
    later(lambda: len(looks) == 2 and not part._busy)
    assert not strip.isVisible()
    settle()


def test_a_private_note_stays_out_of_my_file(
    window: Program, mine: Library, tmp_path: Path
) -> None:
    note = mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="for me alone")
    at = words(mine, "a promise").start + 1
    settle()
    window.desk.area.active.view.select(Span(at, at))
    path = tmp_path / "mine.annotations.json"
    mine.save_annotation_file(path)
    assert "for me alone" in path.read_text("utf-8")
    assert window.desk.actions.do("group.private")
    assert not mine.note(note.id).annotation.shared
    mine.save_annotation_file(path)
    assert "for me alone" not in path.read_text("utf-8")
    assert window.desk.actions.do("group.private")
    assert mine.note(note.id).annotation.shared


# ---- two wordings --------------------------------------------------------------------------


@pytest.fixture
def torn(window: Program, mine: Library, tmp_path: Path) -> str:
    """A note of mine in two wordings: changed on a second device meanwhile."""
    note = mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="first")
    device = tmp_path / "device"
    shutil.copytree(mine.folder / "editions", device / "editions")
    shutil.copy(mine.folder / "annotations.db", device / "annotations.db")
    for more in mine.folder.glob("annotations.db-*"):
        shutil.copy(more, device / more.name)
    there = Library.open(device)
    try:
        there.revise(replace(there.note(note.id).annotation, body="written there"))
        there.save_annotation_file(tmp_path / "device.annotations.json")
    finally:
        there.close()
    mine.revise(replace(mine.note(note.id).annotation, body="written here"))
    preview = mine.preview(tmp_path / "device.annotations.json")
    mine.take(preview, lambda row: row.useful)
    assert set(mine.conflicts()) == {note.id}
    return note.id


def test_two_wordings_stand_side_by_side_and_can_be_combined(
    window: Program, mine: Library, torn: str, later: Later
) -> None:
    card = window.desk.area.active.margin
    assert window.desk.actions.do("group.wordings")
    dialog: WordingsDialog = dialog_of(window, WordingsDialog, later)
    assert len(dialog.keep) == 2
    assert "written here" in dialog.combined.toPlainText()
    assert "written there" in dialog.combined.toPlainText()
    dialog.combine.click()
    assert not mine.conflicts()
    assert "written there" in mine.note(torn).annotation.body
    assert card is window.desk.area.active.margin


def test_what_is_combined_is_kept_exactly_and_stays_where_it_is_refused(
    window: Program, mine: Library, torn: str, later: Later
) -> None:
    assert window.desk.actions.do("group.wordings")
    dialog: WordingsDialog = dialog_of(window, WordingsDialog, later)
    dialog.combined.setPlainText("«\u00a0half\ud800\u00a0»")
    dialog.combine.click()
    assert dialog.isVisible()
    assert dialog.combined.words() == "«\u00a0half\ud800\u00a0»"
    assert set(mine.conflicts()) == {torn}
    dialog.combined.setPlainText("«\u00a0both\u00a0»")
    dialog.combine.click()
    assert not dialog.isVisible()
    assert mine.note(torn).annotation.body == "«\u00a0both\u00a0»"


def test_one_of_two_wordings_can_be_kept(
    window: Program, mine: Library, torn: str, later: Later
) -> None:
    assert window.desk.actions.do("group.wordings")
    dialog: WordingsDialog = dialog_of(window, WordingsDialog, later)
    wording = dialog._wordings[1].body
    dialog.keep[1].click()
    assert not mine.conflicts()
    assert mine.note(torn).annotation.body == wording
    assert not window.desk.actions.may("group.wordings")


def test_both_wordings_can_become_notes(window: Program, mine: Library, torn: str) -> None:
    mine.keep_both(torn)
    assert not mine.conflicts()
    assert {one.annotation.body for one in mine.notes()} == {"written here", "written there"}


# ---- the panel -----------------------------------------------------------------------------


def meet(mine: Library, theirs: Library, tmp_path: Path) -> None:
    path = tmp_path / "theirs.annotations.json"
    theirs.save_annotation_file(path)
    mine.take(mine.preview(path))


def test_the_panel_shows_agenda_questions_and_members(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, kind=AnnotationKind.QUESTION, colour=Colour.PINK, body="Whose?")
    meet(mine, theirs, tmp_path)
    mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), colour=Colour.GREEN)
    panel = group_panel(window, 0, later)
    later(lambda: bool(panel.list.cards.cards))
    agenda = panel.list.cards.cards[0]
    assert "different colours" in agenda.footer
    panel.tabs.setCurrentIndex(1)
    (question,) = (card for card in panel.list.cards.cards if not card.group)
    assert (question.title, question.text) == ("Whose?", "“a promise”")
    panel.tabs.setCurrentIndex(2)
    assert [card.title for card in panel.list.cards.cards] == ["Anna", "Berta"]


def test_a_member_is_switched_off_in_the_texts_and_muted_by_key(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    panel = group_panel(window, 2, later)
    later(lambda: len(panel.list.cards.cards) == 1)
    panel.list.setFocus()
    panel.list.choose(("member", theirs.me.id))
    view = window.desk.area.active.view
    assert len(view.marks.marks) == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert not view.marks.marks
    assert len(mine.notes()) == 1  # only the texts do not show it
    later(lambda: "not shown" in panel.list.cards.cards[0].footer)
    QTest.keyClick(panel.list, Qt.Key.Key_M)
    assert not mine.notes()
    later(lambda: panel.list.cards.cards[0].struck)


def test_colours_can_stand_for_people(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, colour=Colour.YELLOW)
    meet(mine, theirs, tmp_path)
    mine.mark(work(mine, "On Rivers"), words(mine, "the mud of the hills"), colour=Colour.YELLOW)
    panel = group_panel(window, 2, later)
    panel.people.click()
    colours = {mark.colour for mark in window.desk.area.active.view.marks.marks}
    assert len(colours) == 2
    panel.people.click()
    assert {m.colour for m in window.desk.area.active.view.marks.marks} == {Colour.YELLOW}


def test_a_sealed_section_opens_with_my_own_mark(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    view = window.desk.area.active.view
    assert len(view.marks.marks) == 1
    assert window.desk.actions.do("group.sealed")
    assert window.desk.actions["group.sealed"].isChecked()
    assert not view.marks.marks
    at = words(mine, "The river runs").start
    view.select(Span(at, at))
    QTest.keyClick(view, Qt.Key.Key_H)
    later(lambda: len(view.marks.marks) == 2)


def test_a_finished_section_opens_by_command(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    assert not window.desk.actions.may("group.finished")
    assert window.desk.actions.do("group.sealed")
    view = window.desk.area.active.view
    at = words(mine, "a promise").start
    view.select(Span(at, at))
    assert window.desk.actions.do("group.finished")
    later(lambda: len(view.marks.marks) == 1)


def test_how_many_marked_a_sentence_is_painted_beside_the_words(
    window: Program, mine: Library, theirs: Library, tmp_path: Path
) -> None:
    berta_marks(theirs)
    meet(mine, theirs, tmp_path)
    pane = window.desk.area.active
    settle()
    before = pane.view.grab().toImage()
    assert window.desk.actions.do("group.attention")
    settle()
    assert pane.view.grab().toImage() != before
    assert window.desk.actions.do("group.attention")
    settle()
    assert pane.view.grab().toImage() == before


# ---- the meeting ---------------------------------------------------------------------------


def test_a_packet_is_chosen_saved_and_made_a_pdf(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, kind=AnnotationKind.QUESTION, body="Whose *promise*?")
    meet(mine, theirs, tmp_path)
    assert window.desk.actions.do("group.agenda")
    dialog: PacketDialog = dialog_of(window, PacketDialog, later)
    assert list(dialog.chosen()) == [work(mine, "On Rivers")]
    later(lambda: "Whose promise?" in dialog.page.toPlainText())
    assert "a promise" in dialog.page.toPlainText()
    meeting = window.window.findChild(type(_meeting(window)))
    for name in ("packet.pdf", "packet.html", "packet.md"):
        meeting.save_to(tmp_path / name, "Sunday", dialog.chosen())
    later(lambda: len(list(tmp_path.glob("packet.*"))) == 3)
    assert (tmp_path / "packet.pdf").read_bytes().startswith(b"%PDF")
    assert "<table>" in (tmp_path / "packet.html").read_text("utf-8")
    assert "**Minutes:**" in (tmp_path / "packet.md").read_text("utf-8")


def test_any_passage_can_be_taken_into_the_packet_by_its_number(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    assert window.desk.actions.do("group.agenda")
    dialog: PacketDialog = dialog_of(window, PacketDialog, later)
    hills = work(mine, "On Hills")
    offered = dialog.list.count()
    dialog.work.setCurrentIndex(dialog.work.findData(hills))
    dialog.locus.setFocus()
    QTest.keyClicks(dialog.locus, "99")
    QTest.keyClick(dialog.locus, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.mistake.isVisible()
    dialog.locus.clear()
    for _ in range(2):
        QTest.keyClicks(dialog.locus, "¶2")
        QTest.keyClick(dialog.locus, Qt.Key.Key_Return)
    assert not dialog.mistake.isVisible()
    assert dialog.list.count() == offered + 1
    second = mine.edition(hills).passage(Locus.parse("¶2"))
    assert dialog.chosen()[hills] == [second.id]
    later(lambda: "the weather has time" in dialog.page.toPlainText())
    dialog.close()
    assert window.desk.actions.do("group.minutes")
    minutes: MinutesDialog = dialog_of(window, MinutesDialog, later)
    assert "On Hills, ¶2" in [field.accessibleName() for field in minutes.fields]


def _meeting(window: Program) -> Any:
    from reader.panes.parts_meeting import Meeting

    return window.window.findChild(Meeting)


def test_minutes_become_notes_with_their_tag(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    assert window.desk.actions.do("group.minutes")
    dialog: MinutesDialog = dialog_of(window, MinutesDialog, later)
    dialog.fields[0].setPlainText("We agreed on nothing.")
    dialog._on_save()
    (kept,) = [one.annotation for one in mine.notes() if one.annotation.tags]
    assert kept.tags == ("minutes",)
    assert kept.body == "We agreed on nothing."


def test_minutes_that_were_left_stand_there_again(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    found = said(window)
    assert window.desk.actions.do("group.minutes")
    dialog: MinutesDialog = dialog_of(window, MinutesDialog, later)
    dialog.fields[0].setPlainText("A whole evening.")
    dialog.pasted.setPlainText("# no minutes")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "stands there again" in found[-1]
    assert window.desk.actions.do("group.minutes")
    dialog = dialog_of(window, MinutesDialog, later)
    assert dialog.fields[0].toPlainText() == "A whole evening."
    assert dialog.pasted.toPlainText() == "# no minutes"
    dialog._on_save()
    assert [one.annotation.body for one in mine.notes() if one.annotation.tags]
    assert window.desk.actions.do("group.minutes")
    dialog = dialog_of(window, MinutesDialog, later)
    assert not dialog.written(), "what is kept does not come again"
    assert not dialog.pasted.toPlainText()


def test_minutes_that_cannot_be_kept_are_not_lost(
    window: Program, mine: Library, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(mine, "add_minutes", full)
    assert window.desk.actions.do("group.minutes")
    dialog: MinutesDialog = dialog_of(window, MinutesDialog, later)
    dialog.fields[0].setPlainText("A whole evening.")
    dialog._on_save()
    assert window.desk.actions.do("group.minutes")
    assert dialog_of(window, MinutesDialog, later).written()[0][2] == "A whole evening."


def test_pasted_markdown_without_minutes_is_told(
    window: Program, mine: Library, later: Later
) -> None:
    found = said(window)
    _meeting(window).keep((), "# nothing here")
    assert any("no minutes" in one for one in found)


# ---- by menu and dialog ----------------------------------------------------------------------


def answers(monkeypatch: pytest.MonkeyPatch, method: str, answer: object) -> None:
    """Answer the system's file dialog."""
    monkeypatch.setattr(QFileDialog, method, lambda *_a, **_k: answer)


def test_my_file_is_saved_by_command(
    window: Program, mine: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="mine alone")
    path = tmp_path / "anna.annotations.json"
    answers(monkeypatch, "getSaveFileName", (str(path), ""))
    assert window.desk.actions.do("group.share")
    assert "mine alone" in path.read_text("utf-8")
    found = said(window)
    answers(monkeypatch, "getSaveFileName", ("", ""))
    assert window.desk.actions.do("group.share")
    assert not found


def test_files_and_folder_are_chosen_by_command(
    window: Program,
    mine: Library,
    theirs: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    berta_marks(theirs, body="whose?")
    path = tmp_path / "berta.annotations.json"
    theirs.save_annotation_file(path)
    answers(monkeypatch, "getOpenFileNames", ([str(path)], ""))
    assert window.desk.actions.do("group.import")
    dialog_of(window, PreviewDialog, later).reject()
    assert not mine.notes()
    shared = tmp_path / "shared"
    shared.mkdir()
    answers(monkeypatch, "getExistingDirectory", str(shared))
    assert window.desk.actions.do("group.folder")
    assert mine.group_folder == shared
    window.window.findChild(group_exchange.Exchange).look()  # type: ignore[union-attr]
    later(lambda: bool(list(shared.glob("*.annotations.json"))))
    answers(monkeypatch, "getExistingDirectory", str(mine.folder))
    found = said(window)
    assert window.desk.actions.do("group.folder")
    assert "own folder" in found[-1]
    assert mine.group_folder == shared
    settle()


def test_a_passage_of_the_agenda_is_gone_to_by_return(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    path = work(theirs, "On Hills")
    theirs.mark(path, words(theirs, "the weather has time", "On Hills"), body="slow")
    meet(mine, theirs, tmp_path)
    panel = group_panel(window, 0, later)
    later(lambda: bool(panel.list.cards.cards))
    panel.list.setFocus()
    panel.list.step(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.desk.area.active.work == path
    assert window.desk.area.active.view.hasFocus()


def test_a_question_of_the_panel_leads_to_its_card(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    note = berta_marks(theirs, kind=AnnotationKind.QUESTION, body="Whose?")
    meet(mine, theirs, tmp_path)
    panel = group_panel(window, 1, later)
    later(lambda: bool(panel.list.cards.cards))
    panel.list.choose(("note", note))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.desk.area.active.margin.focused() == note
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert len(mine.notes()) == 1  # an empty answer leaves no trace


def test_a_packet_is_saved_under_the_name_that_was_chosen(
    window: Program,
    mine: Library,
    theirs: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    assert window.desk.actions.do("group.agenda")
    dialog: PacketDialog = dialog_of(window, PacketDialog, later)
    dialog._ticker(False)()
    assert not dialog.chosen()
    dialog._ticker(True)()
    assert set(dialog.chosen()) == {work(mine, "On Rivers"), work(mine, "On Hills")}
    answers(monkeypatch, "getSaveFileName", (str(tmp_path / "sunday"), "Web page (*.html)"))
    dialog.save_wanted.emit("Sunday", dialog.chosen())
    later((tmp_path / "sunday.html").exists)
    assert (tmp_path / "sunday.html").read_text("utf-8").startswith("<!doctype html>")
    answers(monkeypatch, "getSaveFileName", (str(tmp_path / "sunday"), ""))
    dialog.pdf_wanted.emit("Sunday", dialog.chosen())
    later((tmp_path / "sunday.pdf").exists)
    assert (tmp_path / "sunday.pdf").read_bytes().startswith(b"%PDF")
    found = said(window)
    answers(monkeypatch, "getSaveFileName", (str(tmp_path / "mine" / "annotations.db" / "x"), ""))
    dialog.pdf_wanted.emit("Sunday", dialog.chosen())
    later(lambda: any("could not be written" in one for one in found))
    settle()


def test_wordings_of_another_are_shown_but_not_chosen(window: Program, mine: Library) -> None:
    note = mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="one")
    dialog = WordingsDialog([note, replace(note, body="two")], mine=False, parent=window.window)
    dialog.show()
    assert not dialog.keep
    assert not dialog.combined.isVisible()


def test_a_text_with_two_wordings_says_so_on_the_card(
    window: Program, mine: Library, torn: str, later: Later
) -> None:
    margin = window.desk.area.active.margin
    later(lambda: torn in window.desk.area.active.margin.notes)
    later(lambda: margin.focus_note(torn))
    card = QApplication.focusWidget()
    later(lambda: "Two wordings" in card.note.doubt)  # type: ignore[union-attr]


def test_an_unfinished_answer_survives_a_crash(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later, qtbot: QtBot
) -> None:
    note = berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    pane = window.desk.area.active
    later(lambda: bool(pane.view.marks.marks))
    at = words(mine, "a promise").start + 2
    pane.view.select(Span(at, at))
    QTest.keyClick(pane.view, Qt.Key.Key_A)
    QTest.keyClicks(QApplication.focusWidget(), "Ours, or")
    window.session.save()  # what the timer does; then the power fails
    stored = mine.session()
    again = assemble(mine, Settings(tmp_path / "settings.json"))
    try:
        again.window.show()
        again.restore_layout()
        assert mine.session() == stored
        again.session.restore()
        margin = again.desk.area.panes[0].margin
        ((_, text),) = margin.drafts().values()
        assert text == "Ours, or"
        margin.edited.emit("draft", "Ours, or theirs.")
        (reply,) = [one.annotation for one in mine.notes() if one.annotation.body != "whose?"]
        assert reply.kind is AnnotationKind.REPLY
        assert getattr(reply.target, "annotation", "") == note
    finally:
        again.window.close()
        again.desk.tasks.drain()
        again.desk.changes.close()


def test_an_answer_is_written_from_the_list_of_notes_also_to_an_answer(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    note = berta_marks(theirs, kind=AnnotationKind.QUESTION, body="Whose?")
    reply = theirs.reply(note, "Nobody knows.")
    meet(mine, theirs, tmp_path)
    window.desk.actions.do("go.notes")
    panel = window.desk.side.panel(NOTES)
    assert isinstance(panel, NotesPanel)
    for row in (note, reply.id):
        panel.list.setFocus()
        QTest.keyClick(panel.list, Qt.Key.Key_Home)  # Ctrl counts as held until another key
        assert panel.list.choose(row)
        QTest.keyClick(panel.list, Qt.Key.Key_R)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit)
        QTest.keyClicks(editor, "Ours.")
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answers = [one.annotation.author.name for one in mine.asked()[0].answers]
    assert answers == ["Berta", "Anna", "Anna"]


def test_chosen_notes_are_taken_away_in_the_background(
    window: Program,
    mine: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    span = words(mine, "a promise")
    note = mine.mark(work(mine, "On Rivers"), span, kind=AnnotationKind.NOTE, body="take me")
    mine.mark(work(mine, "On Rivers"), span, kind=AnnotationKind.NOTE, body="leave me")
    window.desk.actions.do("go.notes")
    panel = window.desk.side.panel(NOTES)
    assert isinstance(panel, NotesPanel)
    path = tmp_path / "some.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    threads: list[object] = []
    export_to = mine.export_to

    def told(*args: Any, **more: Any) -> None:
        threads.append(threading.current_thread())
        export_to(*args, **more)

    monkeypatch.setattr(mine, "export_to", told)
    panel.export_wanted.emit((note.id,))
    later(path.exists)
    assert threads != [threading.main_thread()]
    assert "take me" in path.read_text("utf-8")
    assert "leave me" not in path.read_text("utf-8")
    settle()


# ---- taking notes away -----------------------------------------------------------------------


def test_filtered_notes_are_taken_away_and_the_dialog_says_how_many(
    window: Program,
    mine: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    river = work(mine, "On Rivers")
    mine.mark(river, words(mine, "a promise"), body="take me", tags=("mud",))
    mine.mark(river, words(mine, "a promise"), body="leave me")
    path = tmp_path / "some.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert window.desk.actions.do("file.export")
    dialog = dialog_of(window, ExportDialog, later)
    assert dialog.work.currentData() == river, "the text being read is offered"
    later(lambda: "2" in dialog.count.text())
    dialog.tag.setCurrentIndex(dialog.tag.findData("mud"))
    later(lambda: "1" in dialog.count.text())
    dialog.work.setCurrentIndex(dialog.work.count() - 1)
    later(lambda: "Choose more" in dialog.count.text())
    dialog.work.setCurrentIndex(dialog.work.findData(river))
    later(lambda: "1" in dialog.count.text())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    later(path.exists)
    assert "take me" in path.read_text("utf-8")
    assert "leave me" not in path.read_text("utf-8")
    settle()


def test_notes_are_taken_away_as_pdf(
    window: Program,
    mine: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    river = work(mine, "On Rivers")
    mine.mark(river, words(mine, "a promise"), body="printed *words*")
    offered: list[str] = []

    def named(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "some"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    assert window.desk.actions.do("file.export")
    dialog = dialog_of(window, ExportDialog, later)
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    assert not dialog.template.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    later((tmp_path / "some.pdf").exists)
    assert offered == [f"{river}.pdf"]
    assert "printedwords" in _pdf_letters(tmp_path / "some.pdf")
    settle()


def _pdf_letters(path: Path) -> str:
    """Return what a PDF says without spaces: readers of PDF guess where they stand."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "".join("".join(words).split())


def test_paper_tells_of_itself_sheet_by_sheet_and_can_be_stopped(
    qapp: QApplication, tmp_path: Path
) -> None:
    page = "<h1>The office</h1>" + "".join(f"<p>Number {row}.</p>" for row in range(200))
    told: list[float] = []
    pdf = page_paper.pdf_of(page, 1, "Title", Progress(lambda share, _: told.append(share), bool))
    (tmp_path / "all.pdf").write_bytes(pdf)
    sheets = len(told)
    assert sheets > 3
    assert told == [row / sheets for row in range(sheets)]
    shown = _pdf_letters(tmp_path / "all.pdf")
    assert shown.startswith("Theoffice"), "no ligature stands for letters"
    assert all(f"Number{row}." in shown for row in range(200)), "nothing is lost between sheets"
    assert shown.endswith(str(sheets)), "sheets are numbered"
    stop = Progress(lambda *_: None, lambda: True)
    (tmp_path / "old.pdf").write_bytes(b"old")
    with pytest.raises(Cancelled):
        page_paper.save_pdf(page, 1, "Title", tmp_path / "old.pdf", stop)
    assert (tmp_path / "old.pdf").read_bytes() == b"old"


def test_a_template_is_changed_tried_kept_used_and_removed_by_keys(
    window: Program,
    mine: Library,
    tmp_path: Path,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine.mark(work(mine, "On Rivers"), words(mine, "a promise"), body="take me")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "o.md"), ""))
    assert window.desk.actions.do("file.export")
    export = dialog_of(window, ExportDialog, later)
    QTest.keyClick(export, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(window, TemplateDialog, later)
    later(lambda: "take me" in dialog.made.toPlainText())
    assert not dialog.keep.isEnabled(), "templates of the program stay as they are"
    dialog.words.setPlainText("{% for group in groups %}")
    later(lambda: "line 1" in dialog.mistake.text())
    dialog.words.setPlainText("{% for group in groups %}{{ group.name }}!{% end %}")
    later(lambda: dialog.made.toPlainText() == "On Rivers!\n")
    dialog.names.setFocus()
    dialog.names.lineEdit().selectAll()
    QTest.keyClicks(dialog.names.lineEdit(), "Loud")
    QTest.keyClick(dialog.names.lineEdit(), Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    later(lambda: mine.templates() == ("Loud",))
    assert dialog.words.toPlainText().endswith("!{% end %}")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    later(lambda: export.template.findData("Loud") >= 0)
    export.template.setCurrentIndex(export.template.findData("Loud"))
    export.accept()
    later((tmp_path / "o.md").exists)
    assert (tmp_path / "o.md").read_text("utf-8") == "On Rivers!\n"
    assert window.desk.actions.do("file.templates")
    dialog = dialog_of(window, TemplateDialog, later)
    later(dialog.isActiveWindow)
    dialog.names.setCurrentText("Loud")
    assert dialog.remove.isEnabled()
    QTest.keyClick(dialog.names.lineEdit(), Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    later(lambda: mine.templates() == ())
    settle()


def test_minutes_being_written_are_there_after_a_crash(
    window: Program, mine: Library, theirs: Library, tmp_path: Path, later: Later
) -> None:
    berta_marks(theirs, body="whose?")
    meet(mine, theirs, tmp_path)
    assert window.desk.actions.do("group.minutes")
    dialog: MinutesDialog = dialog_of(window, MinutesDialog, later)
    dialog.fields[0].setPlainText("A whole evening.")
    later(lambda: "A whole evening." in str(mine.session().get("unfinished")))
    dialog.deleteLater()
    meeting = next(one for one in window.window.children() if isinstance(one, Meeting))
    meeting._draft, meeting._pasted = {}, ""  # as a window that has just opened
    assert window.desk.actions.do("group.minutes")
    assert dialog_of(window, MinutesDialog, later).written()[0][2] == "A whole evening."
