"""A large group in the library and in the window: ``python -m tests.bench.group [NOTES]``.

One text of our own, a file of another member with so many notes on its words (100,000 unless
said otherwise), every second with typographic signs, as real ones have.  Each part runs in a
process of its own, so that the memory told is its own.  Goals for the window: preview under 5 s,
taking it under 30 s, under 500 MB.  Seconds are of the processor, all threads together, then of
the clock; what the window does is measured offscreen.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.annotations.anchoring import describe
from reader.annotations.files import AnnotationFile, dump
from reader.annotations.items import encode
from reader.annotations.revisions import revise
from reader.library import Library
from reader.library.placing import source_iri
from reader.model import Colour, Edition, Place, Span, TextTarget
from tests.annotations.making import BEN, a_note

_WORDS = "The river carries what the hill had lost and lays it down where nobody has asked for it. "
COLLECTION = "urn:uuid:00000000-0000-7000-8000-00000000000c"
#: After this the window has failed, s.
_MOST_S = 300.0


@contextmanager
def timed(what: str) -> Iterator[None]:
    clock, processor = time.perf_counter(), time.process_time()
    yield
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:34} {processor:7.2f} s  {clock:7.2f} s  {memory:5.0f} MB", flush=True)


def a_file(edition: Edition, notes: int) -> bytes:
    """Ben's notes, spread over the text."""
    colours = list(Colour)
    spread = max(1, (len(edition.text) - 60) // notes)
    made = []
    for row in range(notes):
        at = (row * spread) % (len(edition.text) - 60)
        span = Span(at, at + 40)
        passage = edition.at(at).id
        target = TextTarget(
            edition.work.id, source_iri(edition), describe(edition.text, span, passage)
        )
        words = f"“thought” no. {row} – why?" if row % 2 else f"thought {row}"
        note = a_note(BEN, words, targets=(target,), colour=colours[row % 6])
        made.append(revise(encode(note), ()))
    return dump(AnnotationFile(COLLECTION, BEN, revisions=tuple(made)))


def make(folder: Path, notes: int) -> None:
    """Make the text, the library and the file."""
    path = folder / "long.txt"
    paragraphs = (f"Number {row}. " + _WORDS * 8 for row in range(600))
    path.write_text("\n\n".join(["On Rivers", *paragraphs]), "utf-8")
    for name in ("library", "window"):
        library = Library.open(folder / name)
        work = library.add(path, title="On Rivers").summary.work.id
        edition = library.edition(work)
        library.close()
    data = a_file(edition, notes)
    (folder / "ben.annotations.json").write_bytes(data)
    print(f"{notes:,} notes, {len(data) / 2**20:.0f} MiB", flush=True)


def in_library(folder: Path) -> None:
    """Take the file and look at what the group did, without a window."""
    library = Library.open(folder / "library")
    work = library.texts()[0].work.id
    with timed("preview with places"):
        preview = library.preview(folder / "ben.annotations.json")
    with timed("take"):
        library.take(preview)
    del preview
    with timed("all notes"):
        library.notes()
    with timed("agenda"):
        library.agenda()
    with timed("members"):
        library.members()
    with timed("seal: first look"):
        library.seal(True)
        library.notes()
    with timed("mark that opens a section"):
        library.mark(work, Span(10, 20))
    with timed("mark in an open section"):
        library.mark(work, Span(30, 40))
    with timed("notes of the text, sealed"):
        library.notes(work)
    library.close()


def in_window(folder: Path) -> None:
    """Drop the file on the window, look through the preview, take it, take it back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from reader.app import assemble
    from reader.panes.preview_dialog import PreviewDialog
    from reader.picture import settle
    from reader.qt.settings import Settings
    from tests.bench.adding_window import Ticker

    _app = QApplication.instance() or QApplication(sys.argv[:1])
    library = Library.open(folder / "window")
    with timed("window with its text"):
        program = assemble(library, Settings(folder / "settings.json"))
        program.window.show()
        program.open([Place(library.texts()[0].work.id)])
        settle()
    window, tasks = program.window, program.desk.tasks
    ticker = Ticker()

    def dialogs() -> list[PreviewDialog]:
        return [one for one in window.findChildren(PreviewDialog) if one.isVisible()]

    with timed("preview, until it is shown"):
        window.files_dropped.emit([str(folder / "ben.annotations.json")])
        _until(lambda: bool(dialogs()))
        dialogs()[0].grab()
    with timed("one fate only"):
        dialogs()[0].fates.setCurrentIndex(1)
        dialogs()[0].grab()
    with timed("take"):
        QTest.keyClick(dialogs()[0], Qt.Key.Key_Return)
        _until(lambda: not tasks.running and len(library.visible()) > 1)
    with timed("undo"):
        program.desk.actions.do("edit.undo")
        _until(lambda: not library.visible())
    ticker.stop()
    longest = sorted((silence for silence, _ in ticker.silences), reverse=True)[:5]
    told = ", ".join(f"{one * 1000:.0f}" for one in longest)
    print(f"longest silences of the window, ms of the clock: {told}")
    program.close()
    library.close()


def _until(holds: Callable[[], bool]) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + _MOST_S
    while not holds():
        if time.monotonic() > end:
            raise AssertionError("the window did not get there")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.02)  # each look costs, too


PARTS = {"library": in_library, "window": in_window}


def main(words: list[str]) -> None:
    if len(words) == 2 and words[0] in PARTS:
        PARTS[words[0]](Path(words[1]))
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as made:
        notes = int(words[0]) if words else 100_000
        if len(words) == 2:  # in a process of its own: making the file takes much memory
            make(Path(words[1]), notes)
            return
        run = [sys.executable, "-m", __spec__.name]
        subprocess.run([*run, str(notes), made], check=True)
        for part in PARTS:
            print(f"-- {part}", flush=True)
            subprocess.run([*run, part, made], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
