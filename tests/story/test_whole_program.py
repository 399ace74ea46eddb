"""One story that walks the whole program: three booklets in, notes out, nothing lost.

On the three real essays where they are beside the checkout, and always on booklets of our own.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.model import AnnotationKind, Place, Span
from reader.panes.related_panel import RelatedPanel
from reader.panes.search_panel import SearchPanel
from reader.picture import settle
from reader.qt.settings import Settings
from tests.booklets import Style, make
from tests.prose import Prose

ROOT = Path(__file__).parents[2]


def booklets(folder: Path) -> list[Path]:
    """Three scrambled booklets of our own."""
    paths = []
    for seed, scheme in enumerate(("2-up", "right first", "plain")):
        prose = Prose(seed)
        paragraphs = [prose.paragraph() for _ in range(45)]
        booklet = make(paragraphs, Style(scheme=scheme, marks="none", seed=seed))
        path = folder / f"booklet-{seed}.txt"
        path.write_text(booklet.raw.text, "utf-8")
        paths.append(path)
    return paths


@pytest.fixture(params=["real", "generated"])
def sources(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    if request.param == "generated":
        return booklets(tmp_path)
    return list(request.getfixturevalue("essays"))


class Opener:
    """Opens the window over one library, as often as the story does."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._folder = folder
        self._qtbot = qtbot
        self._program: Program | None = None

    def __call__(self) -> Program:
        library = Library.open(self._folder / "library")
        program = self._program = assemble(library, Settings(self._folder / "settings.json"))
        program.window.resize(1280, 800)
        program.window.show()
        self._qtbot.waitUntil(program.window.isVisible)
        return program

    def close(self) -> None:
        """Close the window as the reader does."""
        if self._program is not None:
            self._program.session.save()
            self._program.close()
            self._program = None
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(tmp_path, qtbot)
    yield opener
    opener.close()


def test_three_booklets_are_read_searched_noted_linked_and_taken_away(
    sources: list[Path],
    tmp_path: Path,
    window: Opener,
    qtbot: QtBot,
) -> None:
    # a person adds the three pamphlets they have
    library = Library.open(tmp_path / "library")
    added = [library.add(path) for path in sources]
    library.refresh()
    works = [one.summary.work.id for one in added]
    assert len(set(works)) == 3
    for one in added:
        assert one.summary.words > 500
        assert one.report
    library.close()

    # opens the window, reads them side by side
    program = window()
    area = program.desk.area
    program.open([Place(work) for work in works])
    assert [pane.work for pane in area.panes] == works
    edition = area.panes[0].edition
    assert edition is not None
    passage = next(p for p in edition.passages if len(p.span) > 200)

    # searches, by keys
    word = max(edition.words_of(passage).split(), key=len).strip(".,;:“”\"'?!()")
    program.desk.actions.do("edit.search")
    panel = program.desk.side.panel("search")
    assert isinstance(panel, SearchPanel)
    panel.field.clear()
    with qtbot.waitSignal(panel.answered, timeout=20_000, check_params_cb=lambda a: a.hits != ()):
        qtbot.keyClicks(panel.field, word)
    settle()
    with qtbot.waitSignal(panel.chosen):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)

    # highlights and writes in the margin, by keys
    area.set_active(area.panes[0], focus=True)
    quote = Span(passage.span.start, passage.span.start + 60)
    area.panes[0].show_place(Place(works[0], quote))
    area.panes[0].view.select(quote)
    program.desk.actions.do("annotate.highlight")
    area.panes[0].view.select(Span(quote.start + 10, quote.end + 20))
    program.desk.actions.do("annotate.note")
    qtbot.keyClicks(QApplication.focusWidget(), "Is *this* so?")
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    notes = program.desk.library.notes(works[0])
    assert {note.annotation.kind for note in notes} == {
        AnnotationKind.HIGHLIGHT,
        AnnotationKind.NOTE,
    }
    assert "Is *this* so?" in {note.annotation.body for note in notes}

    # thinks better of it, and better again
    program.desk.actions.do("edit.undo")
    assert len(program.desk.library.notes(works[0])) == 1
    program.desk.actions.do("edit.redo")
    assert len(program.desk.library.notes(works[0])) == 2

    # follows a link to another text and comes back
    program.desk.actions.do("go.related")
    settle()
    related = program.desk.side.panel("related")
    assert isinstance(related, RelatedPanel)
    related.filter.threshold.setValue(0)
    if related.current() is not None:
        one = related.current()
        program.desk.side.panel("related").list.setFocus()
        with qtbot.waitSignal(related.chosen):
            qtbot.keyClick(related.list, Qt.Key.Key_Return)
        assert area.showing(one.work) is not None

    # closes the window; tomorrow everything is where it was
    window.close()
    again = window()
    again.restore_layout()
    assert [pane.work for pane in again.desk.area.panes] == works
    assert len(again.desk.library.notes(works[0])) == 2
    window.close()

    # takes the notes away
    out = tmp_path / "notes.md"
    library = Library.open(tmp_path / "library")
    library.export_to(out)
    text = out.read_text("utf-8")
    assert "Is *this* so?" in text
    assert f"counterpoint://open/{works[0]}" in text
    assert library.edition(works[0]).work.title in text

    # the same text comes again, wrapped otherwise: the notes find their places
    before = {n.annotation.id: n.span.of(library.edition(works[0]).text) for n in library.notes()}
    copy = tmp_path / "copy.txt"
    passages = library.edition(works[0]).text.split("\n\n")
    copy.write_text("\n\n".join(_wrapped(words, 50) for words in passages), "utf-8")
    assert library.add(copy).summary.work.id == works[0]
    after = {n.annotation.id: n.span.of(library.edition(works[0]).text) for n in library.notes()}
    assert {k: _letters(v) for k, v in after.items()} == {k: _letters(v) for k, v in before.items()}
    library.close()


def _wrapped(words: str, width: int) -> str:
    import textwrap

    return textwrap.fill(words, width)


def _letters(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())


_WRITER = """
import sys
from pathlib import Path
from reader.library import Library
from reader.model import Span
library = Library.open(Path(sys.argv[1]))
work = library.own_works()[0]
for number in range(1000):
    made = library.mark(work, Span(number % 50, number % 50 + 5), body=f"note {number}")
    print(made.id, flush=True)
"""


@pytest.mark.parametrize("notes_before_the_kill", [1, 7, 40])
def test_what_was_acknowledged_survives_a_kill(
    tmp_path: Path, made_library: Path, notes_before_the_kill: int
) -> None:
    import shutil

    folder = tmp_path / "library"
    shutil.copytree(made_library, folder)
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(notes_before_the_kill)]
    writer.send_signal(signal.SIGKILL)
    acknowledged += [line.strip() for line in writer.stdout if line.strip()]
    writer.wait()
    writer.stdout.close()
    library = Library.open(folder)
    kept = {placed.annotation.id for placed in library.notes()}
    library.close()
    assert set(acknowledged) <= kept
    assert len(kept) <= len(acknowledged) + 1


def test_the_readme_picture_can_be_made_again_by_one_command(
    tmp_path: Path, made_library: Path
) -> None:
    out = tmp_path / "window.png"
    run = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(made_library), "--screenshot", str(out),
         "--open", "companion-tronti-refusal@2", "--open", "companion-cleaver-kropotkin@1",
         "--size", "1200x700", "--theme", "sepia"],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert out.read_bytes().startswith(b"\x89PNG")
    assert json.loads(json.dumps(out.stat().st_size)) > 20_000
