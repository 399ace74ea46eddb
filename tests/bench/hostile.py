"""Hostile annotation files through the door: ``python -m tests.bench.hostile``.

Each of ``tests.annotations.hostile``, and some that are no files at all, is previewed, taken and
looked at in a process of its own over a library with one text.  Goals: what ``hostile`` says of
each, under 5 s of the processor and 500 MB; a file of 700 MB is refused in under 1 s.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.annotations.terms import MAX_FILE_BYTES
from reader.library import Library
from reader.model import AnnotationFileError
from tests.annotations.hostile import hostile

_HUGE = 700 * 2**20
_MOST_S, _MOST_MB = 5.0, 500


def make(folder: Path) -> dict[str, int | None]:
    """Write all files; return by name how many notes come of each."""
    text = folder / "a.txt"
    text.write_text("On Waves\n\n" + "The waves come and go. " * 2000, "utf-8")
    with_text = Library.open(folder / "library")
    with_text.add(text, title="On Waves")
    with_text.close()
    expected: dict[str, int | None] = {}
    for number, file in enumerate(hostile()):
        name = f"{file.number:02}-{number:02} {file.name}".replace("/", "-")
        (folder / name).write_bytes(file.data)
        expected[name] = file.taken
    huge = folder / "11-90 a file of 700 MB"
    with huge.open("wb") as opened:
        opened.truncate(_HUGE)
    with (folder / "11-91 as large as may be, one word").open("wb") as opened:
        opened.write(b'{"x":"' + b"y" * (MAX_FILE_BYTES - 8) + b'"}')
    os.mkfifo(folder / "18-90 a pipe")
    (folder / "18-91 a device without end").symlink_to("/dev/zero")
    expected |= {one.name: None for one in folder.glob("*-9? *")}
    return expected


def try_one(path: Path) -> None:
    """Preview and take one file; print what became of it, seconds and memory."""
    library = Library.open(path.parent / "library")
    start = time.process_time()
    try:
        preview = library.preview(path)
        taken = sum(row.ticked for row in preview.rows)
        library.take(preview)
        library.notes()
        library.undo()
        told = str(taken)
    except AnnotationFileError:
        told = "refused"
    print(f"{told} {time.process_time() - start:.2f} {_peak_mb()}")
    library.close()


def _peak_mb() -> int:
    """Return the most memory held by this process; what ``resource`` says is its parent's, too."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) // 1024


def main() -> int:
    wrong = 0
    with tempfile.TemporaryDirectory() as made:
        for name, taken in make(Path(made)).items():
            command = [sys.executable, "-m", __spec__.name, str(Path(made) / name)]
            run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
            told, seconds, memory = [*run.stdout.split(), "failed", "0", "0"][:3]
            right = told == ("refused" if taken is None else str(taken))
            right = right and float(seconds) < _MOST_S and int(memory) < _MOST_MB
            wrong += not right
            print(f"{'  ' if right else '! '}{name:56} {told:>8} {seconds:>6} s {memory:>4} MB")
    print(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        try_one(Path(sys.argv[1]))
    else:
        sys.exit(main())
