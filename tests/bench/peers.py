"""Start and memory beside other readers: ``python -m tests.bench.peers FILE FILE FILE``.

Each program opens the texts in a real window under Xvfb, in turn, ``--rounds`` times, warm.  A
text can be read from the moment on when most of the ink stands where it stands in the end, that
is when the screen has rested for a second; processor time and memory (PSS) of the whole process
tree are taken then, and memory once more in the end.  What is not installed is left out and said:
``okular`` opens the first text, ``foliate`` and ``ebook-viewer`` (Calibre) an EPUB of all three;
they never show three at once, so that the comparison is in their favour.

Needs Xvfb and, for ours, a library that holds three texts (``--library DIR``), which
``packaging/run add`` makes.  Figures in ``performance-anchors``, A1, were taken in the same way.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path

_SCREEN = (1600, 1000)
_REST_S, _MOST_S, _LOOK_S = 1.0, 40.0, 0.02
#: Every so many bytes of the screen one is looked at, and the share of them that must change.
_EVERY, _SHARE = 64, 0.003
#: Share of the ink that must stand.
_INK = 0.7


@dataclass(frozen=True, slots=True)
class Start:
    """One start: wall and processor time in seconds until one can read, memory in MB in the end."""

    wall: float
    cpu: float
    pss: float


@dataclass(frozen=True, slots=True)
class Look:
    """The screen at one moment, and what the program had cost by then."""

    screen: bytes
    wall: float
    cpu: float
    pss: float


def main() -> None:
    """Measure what is installed and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs=3, type=Path)
    parser.add_argument("--library", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _screen(Path(folder)) as (display, picture):
        commands = _commands(asked.files, asked.library, Path(folder))
        found: dict[str, list[Start]] = {name: [] for name in commands}
        for _ in range(asked.rounds + 1):
            for name, command in commands.items():
                found[name].append(_start(command, display, picture, Path(folder)))
    bare = None
    for name, starts in found.items():
        warm = starts[1:]
        middle = Start(*(statistics.median(getattr(s, k) for s in warm) for k in Start.__slots__))
        bare = bare or middle
        print(
            f"{name:10} wall {middle.wall:5.2f} s ({middle.wall / bare.wall:4.2f})"
            f"  cpu {middle.cpu:5.2f} s ({middle.cpu / bare.cpu:4.2f})"
            f"  pss {middle.pss:5.0f} MB ({middle.pss / bare.pss:4.2f})"
        )


def _commands(files: list[Path], library: str, folder: Path) -> dict[str, list[str]]:
    """Return what is installed, a bare window first."""
    names = [str(path.resolve()) for path in files]
    book = str(_epub(files, folder / "three.epub"))
    commands = {
        "bare": [sys.executable, "-m", "tests.bench.peers_bare", *names],
        "ours": [sys.executable, "-m", "reader", "--library", library],
    }
    peers = {
        "okular": ["okular", names[0]],
        "foliate": ["foliate", book],
        "calibre": ["ebook-viewer", "--force-reload", book],
    }
    for name, command in peers.items():
        if shutil.which(command[0]):
            commands[name] = command
        else:
            print(f"{name} is not installed")
    return commands


def _epub(files: list[Path], out: Path) -> Path:
    """Write the texts as one small EPUB."""
    items = "".join(
        f'<item id="c{at}" href="c{at}.xhtml" media-type="application/xhtml+xml"/>'
        for at in range(len(files))
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(files)))
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="book.opf" '
            'media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        book.writestr(
            "book.opf",
            '<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Three</dc:title>'
            '<dc:language>en</dc:language><dc:identifier id="id">three</dc:identifier></metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for at, path in enumerate(files):
            words = path.read_text("utf-8", "replace").split("\n\n")
            body = "".join(f"<p>{escape(one)}</p>" for one in words)
            page = f"<head><title>{at}</title></head><body>{body}</body>"
            book.writestr(
                f"c{at}.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml">{page}</html>'
            )
    return out


@contextmanager
def _screen(folder: Path) -> Iterator[tuple[str, Path]]:
    """Run an X server whose picture is a file."""
    wide, high = _SCREEN
    display = f":{90 + os.getpid() % 400}"
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", f"{wide}x{high}x24", "-fbdir", str(folder), "-ac"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        picture = folder / "Xvfb_screen0"
        while not picture.exists():
            time.sleep(0.05)
        time.sleep(0.5)
        yield display, picture
    finally:
        server.terminate()
        server.wait()


def _start(command: list[str], display: str, picture: Path, folder: Path) -> Start:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }
    begin = time.monotonic()
    program = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    empty = _look(picture)
    looks: list[Look] = []
    try:
        while (since := time.monotonic() - begin) < _MOST_S:
            now = _look(picture)
            if _changed(looks[-1].screen if looks else empty, now):
                looks.append(Look(now, since, *_cost(program.pid)))
            elif looks and since - looks[-1].wall > _REST_S:
                break
            time.sleep(_LOOK_S)
        pss = _cost(program.pid)[1]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        time.sleep(0.3)
    read = _readable(looks)
    return Start(read.wall, read.cpu, pss)


def _readable(looks: list[Look]) -> Look:
    """Return the first look at which most of the ink stands."""
    if not looks:
        raise SystemExit("A program showed nothing.")
    last = looks[-1].screen
    paper = statistics.mode(last)
    ink = [at for at, value in enumerate(last) if value != paper]
    return next(
        one for one in looks if sum(one.screen[at] == last[at] for at in ink) >= _INK * len(ink)
    )


def _look(picture: Path) -> bytes:
    return picture.read_bytes()[::_EVERY]


def _changed(old: bytes, new: bytes) -> bool:
    return sum(a != b for a, b in zip(old, new, strict=True)) > _SHARE * len(new)


def _cost(root: int) -> tuple[float, float]:
    """Return processor seconds and PSS in MB of a process and all below it."""
    ticks = os.sysconf("SC_CLK_TCK")
    cpu = pss = 0.0
    for pid in _tree(root):
        with suppress(OSError, ValueError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            cpu += (int(fields[11]) + int(fields[12])) / ticks
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    pss += int(line.split()[1]) / 1024
    return cpu, pss


def _tree(root: int) -> set[int]:
    """Return a process and all processes of its session."""
    found = {root}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, ValueError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == root:
                    found.add(int(entry.name))
    return found


if __name__ == "__main__":
    main()
