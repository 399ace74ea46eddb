"""One state of the index on disk: a folder that is written once and switched to as a whole.

::

    index/            mode 0700: Whoosh keeps pickles, which must come from nobody else
      current         name of the generation in use
      3f…/            a generation: the files of Whoosh
        words-7.jsonl the vocabulary at Whoosh's commit 7
        flat-….bin    the postings of one part of it as plain arrays (``reader.index.flat``)
        state.json    format, what it holds (stamp of each work), sizes of the files

All of it is derived and can be deleted at any time.
"""

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from time import time

#: Seconds without a change, after which a generation not in use was left by a build that died:
#: one that is alive writes every few seconds.
_ABANDONED = 600

CURRENT = "current"
STATE = "state.json"


@dataclass(frozen=True)
class State:
    """What a generation says of itself.

    Attributes:
        format: version of everything that decides its content.
        commit: of Whoosh, to which the vocabulary belongs.
        stamps: for each work, what the library called its content.
        files: sizes and check sums; a file that differs makes the index damaged.
    """

    format: str
    commit: int
    stamps: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def current(folder: Path) -> Path | None:
    """Return the generation in use, or None."""
    with suppress(OSError, UnicodeDecodeError):
        name = (folder / CURRENT).read_text("ascii").strip()
        if name.isalnum() and (folder / name).is_dir():
            return folder / name
    return None


def fresh(folder: Path) -> Path:
    """Make an empty folder for a new generation.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    made = folder / token_hex(8)
    made.mkdir(mode=0o700)
    return made


def switch(folder: Path, generation: Path) -> None:
    """Make ``generation`` the one in use, and drop all others.

    Raises:
        OSError: it cannot be written; the old one stays in use.
    """
    write(folder / CURRENT, generation.name)
    for other in folder.iterdir():
        if other.is_dir() and other.name != generation.name:
            rmtree(other, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Drop what builds and writes left that ended in the middle; what is fresh may be alive."""
    used = current(folder)
    with suppress(OSError):
        for other in folder.iterdir():
            if other == used or other.name == CURRENT or time() - _touched(other) < _ABANDONED:
                continue
            if other.is_dir():
                rmtree(other, ignore_errors=True)
            else:
                other.unlink()


def _touched(path: Path) -> float:
    """Return when a file, or the last of the files of a folder, was written."""
    times = [path.stat().st_mtime]
    if path.is_dir():
        times += [one.stat().st_mtime for one in path.iterdir()]
    return max(times)


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    beside = path.with_name(f"{path.name}.{token_hex(4)}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def save(generation: Path, state: State) -> None:
    """Write what a generation says of itself, with the sizes of its files as they are now.

    Raises:
        OSError: it cannot be written.
    """
    old = _known(generation)
    files = {path.name: _measured(path, old) for path in _files(generation)}
    data = {
        "format": state.format,
        "commit": state.commit,
        "stamps": dict(state.stamps),
        "files": files,
    }
    write(generation / STATE, json.dumps(data, ensure_ascii=False, sort_keys=True))


def load(generation: Path, *, thorough: bool = False) -> State:
    """Read it and hold it against the files.

    Args:
        generation: its folder.
        thorough: also compare check sums; 30 ms for the 62 MB of two million words.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is damaged or incomplete.
    """
    data = json.loads((generation / STATE).read_text("utf-8"))
    files = {name: (int(size), int(check)) for name, (size, check) in data["files"].items()}
    for name, (size, check) in files.items():
        path = generation / name
        if path.stat().st_size != size or (thorough and _check(path) != check):
            raise ValueError(name)
    return State(str(data["format"]), int(data["commit"]), dict(data["stamps"]), files)


def times(generation: Path, state: State) -> dict[str, tuple[int, int]]:
    """Return when each of the files of ``state`` that are there was written, and its size."""
    found = {}
    folder = str(generation)
    for name in state.files:
        with suppress(OSError):
            stat = os.stat(f"{folder}/{name}")  # noqa: PTH116 - a tenth of the time, at each key
            found[name] = stat.st_mtime_ns, stat.st_size
    return found


def overwritten(generation: Path, state: State, names: Iterable[str]) -> bool:
    """Say whether one of these files has other bytes than ``state`` says; 5 ms for 10 MB."""
    for name in names:
        size, check = state.files[name]
        path = generation / name
        with suppress(FileNotFoundError):
            if path.stat().st_size != size or _check(path) != check:
                return True
    return False


def _known(generation: Path) -> Mapping[str, tuple[int, int]]:
    """Return the check sums known so far; files of Whoosh never change under one name."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return load(generation).files
    return {}


def _files(generation: Path) -> list[Path]:
    ours = [path for path in generation.iterdir() if path.is_file() and path.name != STATE]
    return sorted(p for p in ours if not p.name.endswith((".new", "LOCK", "_LOCK", ".tmp")))


def _measured(path: Path, known: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    size = path.stat().st_size
    old = known.get(path.name)
    return old if old and old[0] == size else (size, _check(path))


def _check(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            total = zlib.crc32(block, total)
    return total
