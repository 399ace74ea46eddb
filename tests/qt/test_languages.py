"""The window speaks English and Italian, whole; and lies mirrored where one reads so."""

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.model import Colour, Place, RepairKind
from reader.panes.preferences_dialog import PreferencesDialog
from reader.panes.shortcut_dialog import ShortcutDialog
from reader.qt import languages, theme, wordings
from reader.qt.command_table import COMMANDS, MENUS
from reader.qt.languages import NAMES, speak
from reader.qt.settings import Settings
from tests.conftest import ROOT
from tests.panes.desk_library import MemoryLibrary, make_edition

FOLDER = ROOT / "resources" / "translations"
FILES = [f"counterpoint_{code}" for code in NAMES]


@dataclass(frozen=True)
class Said:
    """One string of a translation file."""

    context: str
    source: str
    forms: tuple[str, ...]
    counted: bool
    finished: bool


def read(path: Path) -> list[Said]:
    return [
        Said(
            context.findtext("name", ""),
            message.findtext("source", ""),
            tuple(form.text or "" for form in forms) if forms else (told.text or "",),
            message.get("numerus") == "yes",
            told.get("type") is None,
        )
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (told := message.find("translation")) is not None
        for forms in [told.findall("numerusform")]
    ]


def fields(words: str) -> list[str]:
    """Return what is filled in when the words are shown, in a fixed order."""
    named = sorted(str(name) for _, name, _, _ in string.Formatter().parse(words) if name)
    return named + sorted(re.findall(r"%L?n|%\d", words))


def mnemonic(words: str) -> str:
    found = re.search(r"&([^& ])", words.replace("&&", ""))
    return found[1].casefold() if found else ""


@pytest.fixture
def spoken() -> Iterator[None]:
    """Afterwards nothing is translated, and everything goes from left to right again."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, looks = QLocale(), (app.font(), app.palette(), app.styleSheet())
    yield
    while languages._installed:
        QCoreApplication.removeTranslator(languages._installed.pop())
    QLocale.setDefault(before)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setFont(looks[0])
    app.setPalette(looks[1])
    app.setStyleSheet(looks[2])


def make_program(folder: Path) -> Program:
    editions = [
        make_edition("first", title="On Reading Two Books", author="Ann Example"),
        make_edition("second", title="The Margin", author="Ben de Test"),
        make_edition("third", title="A Pencil", author="Cleo Sample"),
    ]
    library = MemoryLibrary({one.id: one for one in editions})
    made = assemble(library, Settings(folder / "settings.json"))  # type: ignore[arg-type]
    made.window.resize(1280, 800)
    made.window.show()
    made.open([Place(work) for work in library.editions])
    QApplication.processEvents()
    return made


def close(program: Program) -> None:
    program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# the files -------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_left_untranslated(name: str) -> None:
    said = read(FOLDER / f"{name}.ts")
    assert len(said) > (600 if name.endswith("it") else 20)
    assert [one.source for one in said if not one.finished or not all(one.forms)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_count_has_its_two_forms(name: str) -> None:
    counted = [one for one in read(FOLDER / f"{name}.ts") if one.counted]
    assert all(one.counted for one in read(FOLDER / f"{name}.ts") if "%n" in one.source)
    assert counted
    for one in counted:
        assert len(one.forms) == 2, one.source
        assert "(s)" not in "".join(one.forms), one.source


@pytest.mark.parametrize("name", FILES)
def test_what_is_filled_in_is_the_same_in_every_language(name: str) -> None:
    for one in read(FOLDER / f"{name}.ts"):
        for form in one.forms:
            assert fields(form) == fields(one.source), one.source
            assert bool(mnemonic(form)) == bool(mnemonic(one.source)), one.source
            assert (form[:1] == " ") == (one.source[:1] == " "), one.source
            assert form.endswith("…") == one.source.endswith("…"), one.source


def test_no_straight_apostrophe_stands_in_italian() -> None:
    said = read(FOLDER / "counterpoint_it.ts")
    assert [form for one in said for form in one.forms if "'" in form or '"' in form] == []


@pytest.mark.parametrize("name", FILES)
def test_what_qt_loads_is_as_new_as_what_was_translated(name: str, qtbot: QtBot) -> None:
    translator = QTranslator()
    assert translator.load(name, str(FOLDER))
    for one in read(FOLDER / f"{name}.ts"):
        for number, form in zip((1, 2), one.forms, strict=False):
            count = number if one.counted else -1
            assert translator.translate(one.context, one.source, "", count) == form, one.source


def test_every_string_of_the_program_was_gathered(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("pyside6-lupdate is not installed beside this Python")
    if not (ROOT / "packaging" / "translate").is_file():
        pytest.skip("the sources are not here")
    sources = [ROOT / "reader" / "app.py"]
    for part in ("qt", "panes"):
        sources += sorted((ROOT / "reader" / part).glob("*.py"))
    fresh = tmp_path / "fresh_it.ts"
    done = subprocess.run(
        [tool, "-silent", "-locations", "none", *map(str, sources), "-ts", str(fresh)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    known = {(one.context, one.source) for one in read(FOLDER / "counterpoint_it.ts")}
    missing = {(one.context, one.source) for one in read(fresh)} - known
    assert not missing, "run packaging/translate, translate what is new, commit .ts and .qm"
    counted = {(one.context, one.source) for one in read(fresh) if one.counted}
    english = {(one.context, one.source) for one in read(FOLDER / "counterpoint_en.ts")}
    assert counted == english


def test_nothing_is_said_where_gathering_cannot_see_it() -> None:
    """``tr`` of another object, of a name, or inside an f-string is never translated."""
    found = []
    for part in ("qt", "panes"):
        for path in sorted((ROOT / "reader" / part).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            calls = re.finditer(r"([\w.]+)\.tr\(\s*([^)\s])", text)
            unseen = [call[0] for call in calls if call[1] != "self" or call[2] not in "\"'"]
            found += [f"{path.name}: {call}" for call in unseen]
            found += [f"{path.name}: {f[0]}" for f in re.finditer(r'f"[^"\n]*\{self\.tr\(', text)]
    assert found == []


# the running window ----------------------------------------------------------


def test_a_language_that_is_not_there_is_english(spoken: None, qtbot: QtBot) -> None:
    assert speak("it") == "it"
    assert speak("tlh") == "en"
    assert QCoreApplication.translate("Commands", "&File") == "&File"


def test_one_and_many_are_told_apart(spoken: None, qtbot: QtBot) -> None:
    def notes(count: int) -> str:
        return QCoreApplication.translate("NotesPanel", "%n note(s)", "", count)

    speak("en")
    assert [notes(0), notes(1), notes(2)] == ["0 notes", "1 note", "2 notes"]
    speak("it")
    assert [notes(0), notes(1), notes(21)] == ["0 note", "1 nota", "21 note"]


def test_every_menu_is_italian_and_no_mnemonic_stands_twice(
    spoken: None, qtbot: QtBot, tmp_path: Path
) -> None:
    speak("it")
    program = make_program(tmp_path)
    try:
        menus = [one for one in program.window.menuBar().actions() if one.menu()]
        said = {one.context + one.source: one for one in read(FOLDER / "counterpoint_it.ts")}
        titles = [said["Commands" + title].forms[0] for title in MENUS.values()]
        assert [one.text() for one in menus] == titles
        assert len({mnemonic(one) for one in titles}) == len(titles)
        for menu in menus:
            inside = QMenu.menuInAction(menu)  # type: ignore[attr-defined]
            texts = [one.text() for one in inside.actions() if not one.isSeparator()]
            letters = [mnemonic(one) for one in texts if mnemonic(one)]
            assert texts
            assert len(letters) == len(set(letters)), (menu.text(), sorted(letters))
        assert "Aggiungi testi…" in [one.text().replace("&", "") for one in all_actions(program)]
    finally:
        close(program)


def all_actions(program: Program) -> list:  # type: ignore[type-arg]
    return [program.desk.actions[one.key] for one in COMMANDS if one.key in program.desk.actions]


def test_the_keys_dialog_names_its_menus_in_italian(
    spoken: None, qtbot: QtBot, tmp_path: Path
) -> None:
    speak("it")
    program = make_program(tmp_path)
    try:
        desk = program.desk
        dialog = ShortcutDialog(desk.look, desk.actions, program.window)
        heads = [dialog.list.topLevelItem(row).text(0) for row in range(3)]
        assert heads == ["File", "Modifica", "Visualizza"]
        dialog.keys.setKeySequence(QKeySequence("Alt+V"))
        assert dialog.warning.text().startswith("Alt+V apre il menu “Visualizza”")
    finally:
        close(program)


def test_values_of_the_core_have_words(spoken: None, qtbot: QtBot) -> None:
    speak("it")
    assert wordings.colour_names({Colour.GREEN: "Da discutere", Colour.BLUE: "Blue"}) == {
        Colour.YELLOW: "Giallo",
        Colour.GREEN: "Da discutere",
        Colour.BLUE: "Blu",
        Colour.PINK: "Rosa",
        Colour.PURPLE: "Viola",
        Colour.ORANGE: "Arancione",
    }
    reason = wordings.agenda_reason("in different colours, 1 question, 2 members")
    assert reason == "in colori diversi, 1 domanda, 2 membri"
    assert wordings.evidence_label("other names") == "altri nomi"
    assert wordings.evidence_label("mutual aid") == "mutual aid"
    assert len({wordings.repair_name(kind) for kind in RepairKind}) == len(RepairKind)
    names = [wordings.theme_name(key, theme.load(key).name) for key in theme.KEYS]
    assert names == ["Chiaro", "Seppia", "Scuro", "Contrasto elevato"]


def test_the_language_is_chosen_in_the_preferences(
    qtbot: QtBot, tmp_path: Path, spoken: None
) -> None:
    settings = Settings(tmp_path / "settings.json")
    host = QWidget()
    qtbot.addWidget(host)
    dialog = PreferencesDialog(settings, host)
    assert [dialog.language.itemData(row) for row in range(3)] == ["", "en", "it"]
    assert dialog.language.currentData() == ""
    assert dialog.later.isHidden()
    row = dialog.language.findText("Italiano")
    dialog.language.setCurrentIndex(row)
    dialog.language.activated.emit(row)
    assert not dialog.later.isHidden()
    kept = Settings(tmp_path / "settings.json")
    assert speak(kept.window.language) == "it"
    assert dialog.tr("Preferences") == "Preferenze"
    assert PreferencesDialog(kept, host).language.currentText() == "Italiano"


def test_preferences_in_large_type_stay_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.setStyleSheet("* { font-size: 26pt; }")
    dialog = PreferencesDialog(Settings(tmp_path / "settings.json"), host)
    dialog.show()
    assert dialog.height() <= dialog.screen().availableSize().height()
    dialog.close()


# from right to left ----------------------------------------------------------


def box(widget: QWidget, of: QWidget):  # type: ignore[no-untyped-def]
    where = widget.rect()
    where.moveTopLeft(widget.mapTo(of, where.topLeft()))
    return where


def test_the_window_lies_mirrored_and_nothing_overlaps(
    spoken: None, qtbot: QtBot, tmp_path: Path
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    program = make_program(tmp_path)
    try:
        window = program.window
        program.desk.actions.do("go.notes")
        QApplication.processEvents()
        panes = [box(pane, window) for pane in program.desk.area.panes]
        side = box(program.desk.side, window)
        assert [one.left() for one in panes] == sorted((p.left() for p in panes), reverse=True)
        assert side.right() <= min(one.left() for one in panes) + 1
        parts = [*panes, side]
        # QSplitter puts its parts a pixel to the right in this direction; two stand in each other
        assert all(window.rect().adjusted(0, 0, 2, 0).contains(one) for one in parts)
        assert not any(a.intersects(b) for a in parts for b in parts if a is not b)
        for pane, whole in zip(program.desk.area.panes, panes, strict=True):
            body = pane._body
            view, margin, bar = (box(one, window) for one in (body.view, body.margin, body.bar))
            assert all(whole.contains(one) for one in (view, margin, bar))
            assert not view.intersects(margin)
            assert not margin.intersects(bar)
    finally:
        close(program)


def test_arrows_turn_with_the_direction_of_reading(spoken: None, qtbot: QtBot) -> None:
    from reader.qt.icons import icon

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    back, plain = icon("arrow-left", "#000000"), icon("search", "#000000")
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned, same = icon("arrow-left", "#000000"), icon("search", "#000000")
    flipped = back.pixmap(16).toImage().flipped(Qt.Orientation.Horizontal)
    assert turned.pixmap(16).toImage() == flipped != back.pixmap(16).toImage()
    assert same.pixmap(16).toImage() == plain.pixmap(16).toImage()


def test_the_longest_words_still_fit_their_dialogs(
    spoken: None, qtbot: QtBot, tmp_path: Path
) -> None:
    """No label of the preferences is cut off in any language."""
    host = QWidget()
    qtbot.addWidget(host)
    for code in NAMES:
        speak(code)
        dialog = PreferencesDialog(Settings(tmp_path / "settings.json"), host)
        dialog.show()
        QApplication.processEvents()
        for label in dialog.findChildren(QLabel):
            assert not label.isVisible() or label.width() >= label.sizeHint().width(), label.text()
        dialog.close()


@pytest.mark.parametrize("code", NAMES)
def test_what_lists_of_a_narrow_side_panel_show_at_first_is_whole(
    code: str, spoken: None, qtbot: QtBot, tmp_path: Path
) -> None:
    speak(code)
    program = make_program(tmp_path)
    program.desk.look.dress(QApplication.instance())  # type: ignore[arg-type]
    program.window.resize(1000, 700)
    try:
        for key in ("go.notes", "edit.search", "go.related"):
            assert program.desk.actions.do(key)
            QApplication.processEvents()
            for box in program.desk.side.findChildren(QComboBox):
                if box.isVisible():
                    option = QStyleOptionComboBox()
                    box.initStyleOption(option)
                    room = box.style().subControlRect(
                        QStyle.ComplexControl.CC_ComboBox, option,
                        QStyle.SubControl.SC_ComboBoxEditField, box,
                    )  # fmt: skip
                    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
                    assert wanted <= room.width(), (key, box.currentText())
    finally:
        close(program)
