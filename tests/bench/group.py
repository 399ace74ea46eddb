"""A large group in the library and in the window: ``python -m tests.bench.group [NOTES]``.

One text of our own, a file of another member with so many notes on its words (100,000 unless
said otherwise).  Seconds are of the clock; what the window does is measured offscreen.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.annotations.anchoring import describe
from reader.annotations.files import AnnotationFile, dump
from reader.annotations.items import encode
from reader.annotations.revisions import revise
from reader.library import Library
from reader.library.placing import source_iri
from reader.model import Colour, Edition, Span, TextTarget
from tests.annotations.making import BEN, a_note

_WORDS = "The river carries what the hill had lost and lays it down where nobody has asked for it. "
COLLECTION = "urn:uuid:00000000-0000-7000-8000-00000000000c"


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:34} {time.perf_counter() - start:7.2f} s  {memory:5.0f} MB")


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
        note = a_note(BEN, f"thought {row}", targets=(target,), colour=colours[row % 6])
        made.append(revise(encode(note), ()))
    return dump(AnnotationFile(COLLECTION, BEN, revisions=tuple(made)))


def a_library(folder: Path) -> tuple[Library, str]:
    path = folder / "long.txt"
    paragraphs = (f"Number {row}. " + _WORDS * 8 for row in range(600))
    path.write_text("\n\n".join(["On Rivers", *paragraphs]), "utf-8")
    library = Library.open(folder / "library")
    return library, library.add(path, title="On Rivers").summary.work.id


def measure(notes: int, folder: Path) -> None:
    library, work = a_library(folder)
    path = folder / "ben.annotations.json"
    path.write_bytes(a_file(library.edition(work), notes))
    print(f"{notes:,} notes, {path.stat().st_size / 2**20:.0f} MiB")
    with timed("preview with places"):
        preview = library.preview(path)
    with timed("take"):
        library.take(preview)
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
    library.seal(False)
    window(library, preview)
    library.close()


def window(library: Library, preview: object) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from reader.library import Preview
    from reader.panes.preview_dialog import PreviewDialog

    _app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(preview, Preview)
    with timed("preview dialog shown"):
        dialog = PreviewDialog(preview, None)  # type: ignore[arg-type]  # a window of its own
        dialog.show()
        QApplication.processEvents()
        dialog.grab()
    with timed("one fate only"):
        dialog.fates.setCurrentIndex(1)
        dialog.grab()
    dialog.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(made))
