"""Every dialog fits a window of 520 px, at the largest type that can be chosen."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

import reader.panes
from reader.app import Program
from reader.library import Preview
from reader.model import Locus, PageTurn, Person, Repair, RepairKind, Selectors, Span
from reader.panes import place_dialog
from reader.panes.asking import NoteQuestion, Question, ask, ask_note
from reader.panes.export_dialog import ExportDialog, Offered
from reader.panes.group_wordings import WordingsDialog
from reader.panes.keyed_list import KeyedList
from reader.panes.minutes_dialog import MinutesDialog
from reader.panes.packet_dialog import Candidate, PacketDialog
from reader.panes.palette import Palette
from reader.panes.parts_keeping import Kept
from reader.panes.parts_mending import MendingDialog
from reader.panes.parts_preferring import About, ColourNames
from reader.panes.place_dialog import PlaceDialog
from reader.panes.preferences_dialog import PreferencesDialog
from reader.panes.preview_dialog import PreviewDialog
from reader.panes.restoration_view import RestorationView
from reader.panes.scroll_room import ScrollRoom
from reader.panes.shortcut_dialog import ShortcutDialog
from reader.panes.template_dialog import TemplateDialog
from reader.panes.work_dialog import WorkDialog
from reader.qt.settings import Window
from tests.library.editions import small_edition
from tests.panes.desk_library import MemoryLibrary

_WIDTH, _HEIGHT = 520, 700
_SOURCE = "On rivers. The river runs. It runs on and on, to the sea."


def _packet() -> list[Candidate]:
    title = "A Title of Some Words"
    return [Candidate("first", str(n), Locus("¶", n), n, title, "words " * n) for n in (5, 25)]


def _wordings(program: Program) -> WordingsDialog:
    note = program.desk.library.mark("first", Span(40, 60), body="One wording of it.")
    note = replace(note, tags=("a-tag-of-many-letters", "another-tag"))
    return WordingsDialog([note, replace(note, body="two")], mine=True, parent=program.window)


def _bin(program: Program) -> Kept:
    library = program.desk.library
    library.delete([library.mark("first", Span(40, 60), body="Do not lose me.").id])
    assert program.desk.actions.do("annotate.bin")
    return program.window.findChildren(Kept)[-1]


def _place(program: Program) -> PlaceDialog:
    edition = program.desk.library.edition("first")
    one, two = (edition.passages[at] for at in (3, 5))
    places = [place_dialog.Candidate(p.span, str(p.locus), edition.words_of(p)) for p in (one, two)]
    why = "The words stand in more than one place, and none is likelier than the other."
    made = PlaceDialog(why, Selectors("words that were"), places, program.window)
    made.offer(mine=True, selection=True)
    return made


def _preview(program: Program) -> PreviewDialog:
    from reader.annotations.files import AnnotationFile

    file = AnnotationFile("urn:x", Person("urn:p", "Berta Brook"))
    return PreviewDialog(Preview(file, ()), program.window, own_device=True)


def _restoration(program: Program) -> RestorationView:
    turns = (
        PageTurn(4, Span(0, 11), Span(11, 27), 0.9, ("the sentence goes on",)),
        PageTurn(12, Span(11, 27), Span(27, len(_SOURCE)), 0.2),
    )
    joined = Repair("j", RepairKind.PAGE_JOIN, Span(11, 12), Span(11, 12), "\n", " ", 0.5)
    edition = replace(small_edition(), turns=turns)
    edition = replace(edition, repairs=(*edition.repairs, joined))
    return RestorationView(edition, _SOURCE, program.desk.look.theme, program.window)


def _export(program: Program) -> ExportDialog:
    works = [program.desk.library.edition(one).work for one in ("first", "second")]
    offered = Offered(works, lambda _work: ("A Section",), lambda _choice: 0)
    return ExportDialog(offered, "first", program.window)


def _palette(program: Program) -> Palette:
    assert program.desk.actions.do("help.palette")
    (made,) = program.window.findChildren(Palette)
    return made


_MAKERS: dict[type[QDialog], Callable[[Program], QDialog]] = {
    About: lambda p: About(p.desk, p.window),
    ColourNames: lambda p: ColourNames(p.desk, p.window),
    ExportDialog: _export,
    Kept: _bin,
    MendingDialog: lambda p: MendingDialog(p.desk, p.window),
    MinutesDialog: lambda p: MinutesDialog(_packet(), p.window),
    NoteQuestion: lambda p: ask_note(p.window, "Note", "On “A Long Title”, in Markdown:", print),
    PacketDialog: lambda p: PacketDialog(
        _packet(), "Meeting", lambda *_: "", p.window, works={"first": "Ann"}, find=_nobody
    ),
    Palette: _palette,
    PlaceDialog: _place,
    PreferencesDialog: lambda p: PreferencesDialog(p.desk.settings, p.window),
    PreviewDialog: _preview,
    Question: lambda p: ask(p.window, "Where to?", "The number of a passage or a page:", print),
    RestorationView: _restoration,
    ShortcutDialog: lambda p: ShortcutDialog(p.desk.look, p.desk.actions, p.window),
    TemplateDialog: lambda p: TemplateDialog(lambda words: words, {}, p.window),
    WordingsDialog: _wordings,
    WorkDialog: lambda p: WorkDialog(p.desk.library.edition("first").work, p.window),
}  # fmt: skip


def _nobody(_work: str, _locus: str) -> Candidate:
    raise AssertionError


@pytest.fixture
def narrow(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(library, "backups", lambda: (), raising=False)
    monkeypatch.setattr(library, "damage", ("A note cannot be read.",), raising=False)
    settings = program.desk.settings
    settings.change(settings.window, interface_pt=24.0)
    program.window.resize(_WIDTH, _HEIGHT)
    QApplication.processEvents()
    yield program
    for one in program.window.findChildren(QDialog):
        one.close()


def _ours() -> set[type[QDialog]]:
    for module in pkgutil.iter_modules(reader.panes.__path__, "reader.panes."):
        importlib.import_module(module.name)
    found, more = set(), [QDialog]
    while more:
        kinds = more.pop().__subclasses__()
        more += kinds
        found |= {one for one in kinds if one.__module__.startswith("reader.")}
    return found


def test_no_dialog_is_left_out() -> None:
    assert _ours() == set(_MAKERS)


def _cut(dialog: QWidget) -> list[str]:
    """Return the words of buttons and labels that have less room than they need."""
    found = []
    for one in dialog.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, (QAbstractButton, QLabel)):
            continue
        needs = one.minimumSizeHint() if isinstance(one, QLabel) else one.sizeHint()
        if one.text() and one.width() < needs.width():
            found.append(f"{one.text()}: {one.width()} < {needs.width()}")
    return found


@pytest.mark.parametrize("kind", _MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_fits_a_narrow_window_at_the_largest_type(
    narrow: Program, kind: type[QDialog], qtbot: QtBot
) -> None:
    assert Window().interface_pt < narrow.desk.settings.window.interface_pt
    dialog = _MAKERS[kind](narrow)
    assert isinstance(dialog, kind)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    QApplication.processEvents()
    assert dialog.width() <= _WIDTH, dialog.width()
    assert dialog.height() <= _HEIGHT, dialog.height()
    assert not _cut(dialog)
    dialog.activateWindow()
    first = dialog.focusWidget()
    for _step in range(40):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        here = dialog.focusWidget()
        assert here is not None
        assert not here.visibleRegion().isEmpty(), here
        if here is first:
            break
    dialog.done(0)


@pytest.mark.parametrize("kind", _MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_with_room_does_not_fold(
    program: Program, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch, kind: type[QDialog]
) -> None:
    monkeypatch.setattr(library, "backups", lambda: (), raising=False)
    monkeypatch.setattr(library, "damage", ("A note cannot be read.",), raising=False)
    dialog = _MAKERS[kind](program)
    dialog.show()
    QApplication.processEvents()
    boxes = dialog.findChildren(QDialogButtonBox)
    assert all(box.orientation() is Qt.Orientation.Horizontal for box in boxes)
    forms = dialog.findChildren(QFormLayout)
    assert all(one.rowWrapPolicy() is QFormLayout.RowWrapPolicy.DontWrapRows for one in forms)
    assert not any("\n" in one.text() for one in dialog.findChildren(QAbstractButton))
    rooms = [one.parentWidget() for one in dialog.findChildren(ScrollRoom)]
    assert dialog not in rooms or kind is PreferencesDialog
    dialog.done(0)


@pytest.mark.parametrize("kind", [Palette, ShortcutDialog])
def test_keys_stand_below_the_names_where_both_have_no_room_in_a_line(
    narrow: Program, kind: type[QDialog]
) -> None:
    dialog = _MAKERS[kind](narrow)
    dialog.show()
    (shown,) = dialog.findChildren(KeyedList)
    (row,) = shown.findItems("Find", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)[:1]
    assert row.text(0) == "Find in this text\nCtrl+F, /"
    assert shown.isColumnHidden(1)
    dialog.resize(1600, 600)
    QApplication.processEvents()
    assert row.text(0) == "Find in this text"
    assert not shown.isColumnHidden(1)
    dialog.done(0)


def test_a_question_about_changes_fits_a_narrow_window_too(narrow: Program) -> None:
    view = _restoration(narrow)
    view.show()
    view.rebuild.setEnabled(True)
    view.reject()
    (box,) = view.findChildren(QMessageBox)
    QApplication.processEvents()
    assert box.width() <= _WIDTH, box.width()
    assert not _cut(box)
    box.reject()
