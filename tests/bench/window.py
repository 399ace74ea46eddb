"""Measures the window: start against a bare Qt window, scrolling, resizing, jumping, marking.

``python -m tests.bench.window`` prints one line a figure.  Times are processor time of the
process, in ms; memory is the proportional set size (PSS) in MB.  Texts are generated, three of
``--words`` words; ``--library DIR`` opens the first three works of a real library instead, with
its notes and links, beside a bare window with the same three, for the start only.
``--footnotes`` gives the texts notes and shows them in place, ``--at-the-end`` leaves them at the
end: the two say what showing them costs.  Run it on a quiet machine, after
``python -m compileall -q reader tests``; ratios hold better than figures.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SIZE = (1440, 900)


def pss_mb() -> float:
    """Return the proportional set size of this process."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def generated(words: int, seed: int, name: str, *, notes: bool = False) -> "object":
    """Make an edition of about so many words; with ``notes`` a sixth of them in footnotes."""
    from reader.model import PassageKind
    from tests.panes.desk_library import edition_of

    chance = random.Random(seed)
    stock = [
        "the",
        "reader",
        "margin",
        "of",
        "a",
        "difficult",
        "essay",
        "and",
        "its",
        "argument",
        "which",
        "nobody",
        "remembers",
        "whole",
        "but",
        "everyone",
        "cites",
        "because",
        "work",
        "class",
        "refusal",
        "labour",
        "capital",
        "history",
        "struggle",
        "concept",
        "party",
        "against",
        "within",
        "between",
        "toward",
        "science",
        "question",
        "answer",
        "remains",
        "open",
        "always",
        "already",
    ]
    texts = [(PassageKind.FRONT, f"Generated {name}", 0, "")]
    made = 0
    while made < words:
        count = chance.randint(40, 160)
        made += count
        texts.append((PassageKind.BODY, " ".join(chance.choices(stock, k=count)) + ".", 0, ""))
        if chance.random() < 0.05:
            texts.append((PassageKind.HEADING, " ".join(chance.choices(stock, k=4)), 2, ""))
    made_of = edition_of(name, texts, f"Generated {name}", "A. Nobody")
    return _with_notes(made_of, stock, chance) if notes else made_of


def _with_notes(plain: "object", stock: list[str], chance: random.Random) -> "object":
    """Add notes at the end, one for each second paragraph."""
    from dataclasses import replace

    from reader.model import InlineKind, InlineSpan, PassageKind, Span
    from tests.panes.desk_library import edition_of

    texts = [(one.kind, plain.words_of(one), one.level, "") for one in plain.passages]
    noted = [at for at, one in enumerate(texts) if one[0] is PassageKind.BODY][::2]
    for number in range(len(noted)):
        words = " ".join(chance.choices(stock, k=chance.randint(5, 70))) + "."
        texts.append((PassageKind.FOOTNOTE, words, 0, str(number + 1)))
    made = edition_of(plain.id, texts, plain.work.title, "A. Nobody")
    starts = [made.passages[at].span.start + 30 for at in noted]
    targets = [one.id for one in made.passages if one.kind is PassageKind.FOOTNOTE]
    inline = [
        InlineSpan(InlineKind.NOTE_REFERENCE, Span(at, at), target)
        for at, target in zip(starts, targets, strict=True)
    ]
    return replace(made, inline=tuple(inline))


# start -------------------------------------------------------------------


def bare(words: int, folder: str) -> None:
    """Show a bare window with three texts, as a floor."""
    from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit

    texts = [path.read_text(encoding="utf-8") for path in _names(words, folder)]
    app = QApplication([])
    window = QSplitter()
    for text in texts:
        view = QTextEdit()
        view.setReadOnly(True)
        view.setPlainText(text)
        window.addWidget(view)
    window.resize(*_SIZE)
    window.show()
    _report_start(app.processEvents, window.grab)
    print("cpu_whole", round(time.process_time() * 1000))


def ours(words: int, folder: str, works: Sequence[str]) -> None:
    """Show our window with three texts: a session knows which without looking at all of them."""
    import gc

    from reader.qt.loading import load_qt

    gc.disable()  # both as reader/__main__.py does
    load_qt()
    from reader.app import application, assemble
    from reader.qt.settings import Settings

    app = application()
    library = _library(words, folder)
    program = assemble(library, Settings(Path("/nonexistent/settings.json")), complete=False)
    program.window.resize(*_SIZE)
    program.window.show()
    area = program.desk.area
    area.load_layout({"panes": [{"work": work, "start": 0, "px": 0} for work in works]})
    program.window.grab()
    print("cpu", round(time.process_time() * 1000))
    program.complete()
    _report_start(app.processEvents, program.window.grab, "cpu_whole")
    loaded = [
        name
        for name in ("whoosh", "markdown", "numpy", "asyncio", "urllib.request")
        if name in sys.modules
    ]
    print("loaded", *loaded)
    os._exit(0)


def _report_start(
    events: Callable[[], object], grab: Callable[[], object], key: str = "cpu"
) -> None:
    grab()
    print(key, round(time.process_time() * 1000))
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        events()
        time.sleep(0.01)
    print("pss", round(pss_mb(), 1))
    print("cpu_idle", round(time.process_time() * 1000))


def _library(words: int, folder: str) -> "object":
    if folder:
        from reader.library import Library

        return Library.open(Path(folder), read_only=True)
    import pickle

    from tests.panes.desk_library import MemoryLibrary

    editions = [pickle.loads(Path(f"{path}.pickle").read_bytes()) for path in _names(words, "")]
    return MemoryLibrary({one.id: one for one in editions})


def _names(words: int, folder: str) -> list[Path]:
    """Return where the words of the three texts lie, once they are written."""
    import tempfile

    kind = "library" if folder else words
    return [Path(tempfile.gettempdir(), f"counterpoint-bench-{kind}-{row}.txt") for row in range(3)]


def _write(words: int, folder: str) -> list[str]:
    """Write the words of three texts and return their keys.

    Generated ones are made once, those of a library each time anew.
    """
    import pickle

    if folder:
        from reader.library import Library

        library = Library.open(Path(folder), read_only=True)
        works = [text.work.id for text in library.texts()][:3]
        for path, work in zip(_names(words, folder), works, strict=True):
            path.write_text(library.edition(work).text, encoding="utf-8")
        return works
    for seed, path in enumerate(_names(words, folder)):
        if not path.exists():
            edition = generated(words, seed, f"text{seed}")
            path.write_text(edition.text, encoding="utf-8")
            Path(f"{path}.pickle").write_bytes(pickle.dumps(edition))
    return [f"text{seed}" for seed in range(3)]


def start(words: int, folder: str, rounds: int) -> None:
    """Compare both in turn, each in processes of their own."""
    works = _write(words, folder)
    figures: dict[str, dict[str, list[float]]] = {"bare": {}, "ours": {}}
    loaded = ""
    for _ in range(rounds):
        for mode, kept in figures.items():
            begin = time.monotonic()
            out = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "tests.bench.window",
                    f"--{mode}",
                    "--words",
                    str(words),
                    "--library",
                    folder,
                    "--works",
                    *works,
                ],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            kept.setdefault("wall", []).append((time.monotonic() - begin) * 1000 - 400)
            for line in out.splitlines():
                key, _, value = line.partition(" ")
                if key == "loaded":
                    loaded = value
                else:
                    kept.setdefault(key, []).append(float(value))
    for key in ("cpu", "cpu_whole", "cpu_idle", "wall", "pss"):
        low, high = (statistics.median(figures[mode][key]) for mode in ("bare", "ours"))
        print(f"start {key:9} bare {low:7.1f}  ours {high:7.1f}  ratio {high / low:.2f}")
    print("start loaded too much:", loaded or "nothing")


# inside ------------------------------------------------------------------


def inside(words: int, marks: int, notes: int, footnotes: str = "") -> None:
    """Measure what happens in an open window, with footnotes ``in place`` or ``at the end``."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from reader.app import assemble
    from reader.model import Colour, Place, Span
    from reader.qt.settings import Settings
    from tests.panes.desk_library import MemoryLibrary

    app = QApplication([])
    editions = [generated(words, seed, f"text{seed}", notes=bool(footnotes)) for seed in range(3)]
    library = MemoryLibrary({one.id: one for one in editions})
    chance = random.Random(7)
    for edition in editions:
        for at in range(marks):
            begin = chance.randrange(len(edition.text) - 400)
            body = "A remark that runs over *two* lines or so." if at < notes else ""
            library.put(
                edition.id,
                Span(begin, begin + chance.randint(20, 300)),
                chance.choice(list(Colour)),
                body,
            )
    settings = Settings(Path("/nonexistent/settings.json"))
    settings.keep_in_background()  # as the program does
    settings.change(settings.reading, notes_below=footnotes == "in place")
    program = assemble(library, settings)
    program.window.resize(1920, 1000)
    clock = time.process_time
    begin = clock()
    program.open([Place(one.id) for one in editions])
    program.window.show()
    program.window.grab()
    _say("open three and paint", [clock() - begin])
    panes = program.desk.area.panes

    def turn() -> None:
        """Do what a turn of the program's own loop does.

        Outside of it nothing is taken away that is to go later, and documents that were left
        for a new one would go on laying themselves out.
        """
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()

    def frames(count: int, act: Callable[[int], object]) -> list[float]:
        times = []
        for at in range(count):
            begin = clock()
            act(at)
            turn()
            times.append(clock() - begin)
        return times

    turn()

    def scroll(_at: int) -> None:
        for pane in panes:
            bar = pane.view.verticalScrollBar()
            bar.setValue(bar.value() + 40)

    _say("scroll three panes, a frame", frames(400, scroll))
    _say("resize three panes", frames(12, lambda at: program.window.resize(1500 + 30 * at, 1000)))
    sizes = (12.5, 13.0, 11.5, 12.0)
    _say(
        "text size of three panes",
        frames(4, lambda at: settings.change(settings.reading, size_pt=sizes[at])),
    )
    pane, edition = panes[0], editions[0]
    _say(
        "go to a far passage",
        frames(20, lambda _: pane.show_place(Place(edition.id, _far(edition, chance)))),
    )
    spot = edition.passages[len(edition.passages) // 2].span.start
    _say(
        "add one mark",
        frames(10, lambda at: library.mark(edition.id, Span(spot + at, spot + at + 9))),
    )
    _say(
        "find a word",
        frames(5, lambda at: pane._finding.search(("class", "party", "work")[at % 3])),
    )
    print(f"memory after all of it {pss_mb():.0f} MB")
    os._exit(0)


def _far(edition: "object", chance: random.Random) -> "object":
    from reader.model import Span

    start = chance.choice(edition.passages).span.start
    return Span(start, start)


def _say(what: str, seconds: list[float]) -> None:
    times = sorted(one * 1000 for one in seconds)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{what:32} p50 {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {times[-1]:6.1f} ms")


def main() -> None:
    """Run what the arguments ask for; everything without any."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=9000)
    parser.add_argument("--marks", type=int, default=300)
    parser.add_argument("--notes", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--library", default="")
    parser.add_argument("--works", nargs="*", default=())
    for mode in ("bare", "ours", "start", "inside", "footnotes", "at-the-end"):
        parser.add_argument(f"--{mode}", action="store_true")
    asked = parser.parse_args()
    if asked.bare:
        bare(asked.words, asked.library)
    elif asked.ours:
        ours(asked.words, asked.library, asked.works)
    else:
        if asked.start or not asked.inside:
            start(asked.words, asked.library, asked.rounds)
        if asked.inside or not asked.start:
            where = "in place" if asked.footnotes else "at the end" if asked.at_the_end else ""
            inside(asked.words, asked.marks, asked.notes, where)


if __name__ == "__main__":
    main()
