"""The door of the importers: a path becomes raw text, or a sentence says why not."""

import os
import re
import stat
from pathlib import Path

from reader.importing.detect import PLAIN, detect
from reader.importing.raw import RawText
from reader.model import NO_PROGRESS, BadInput, Progress, Provenance
from reader.model.digests import sha256

#: Megabytes that are read.  The largest plain text at hand, 1.85 million words, has 11; one of 31
#: took four minutes and 1.6 GB to restore.  Zipped formats and PDF carry pictures.
TEXT_LIMIT_MB, FILE_LIMIT_MB = 16, 200
_MB = 1_000_000

_RUN = re.compile(r"\S+")


def read(path: Path, progress: Progress = NO_PROGRESS) -> RawText:
    """Read a file of any known format.

    Plain text and Markdown are read here; all other formats in a process of its own with
    limits on time and memory, since such files can be made to hurt.

    Cost: 30 ms a megabyte of text; the other process takes a quarter of a second to start.

    Raises:
        BadInput: the file is not there, is too large, is of no known format, is damaged,
            encrypted or hostile, or holds no words.
        Cancelled: the reader wants to stop.
    """
    progress.step(0.0, "reading the file")
    data = _bytes_of(path)
    form = detect(data, path.name)
    if form in PLAIN and len(data) > TEXT_LIMIT_MB * _MB:
        raise _too_large(path, len(data), TEXT_LIMIT_MB)
    provenance = Provenance(
        file=path.name, sha256=sha256(data).hexdigest(), size=len(data), format=form
    )
    raw = _parse(data, provenance, progress)
    check_words(raw)
    progress.step(0.1, "reading the file")
    return raw


def _parse(data: bytes, provenance: Provenance, progress: Progress) -> RawText:
    if provenance.format == "text":
        from reader.importing.text import read_text

        return read_text(data, provenance)
    if provenance.format == "markdown":
        from reader.importing.markdown import read_markdown

        return read_markdown(data, provenance)
    from reader.importing.guard import read_guarded

    return read_guarded(data, provenance, progress)


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a regular file of bearable size."""
    name = path.name or str(path)
    try:
        # a named pipe would wait for ever, a device never end: look before opening
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise BadInput(f"“{name}” is a folder; choose the files in it.", name)
        if not stat.S_ISREG(about.st_mode):
            raise BadInput(f"“{name}” is not a file that can be read; choose another.", name)
        if about.st_size > FILE_LIMIT_MB * _MB:
            raise _too_large(path, about.st_size, FILE_LIMIT_MB)
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT_MB * _MB + 1)
    except FileNotFoundError as error:
        raise BadInput(f"There is no file “{path}”; check its name and folder.", name) from error
    except (OSError, ValueError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise BadInput(f"“{name}” cannot be read ({why}); check who may open it.", name) from error
    if len(data) > FILE_LIMIT_MB * _MB:
        raise _too_large(path, len(data), FILE_LIMIT_MB)
    if not data.strip(b"\0 \t\r\n\f"):
        raise BadInput(f"“{name}” is empty; choose a file with a text in it.", name)
    return data


def _too_large(path: Path, size: int, limit_mb: int) -> BadInput:
    return BadInput(
        f"“{path.name}” has {size / _MB:.0f} MB; at most {limit_mb} MB can be read. "
        "Split it into parts and add these.",
        path.name,
    )


def check_words(raw: RawText) -> None:
    """Refuse what is no text in any language.

    Raises:
        BadInput: no words, hardly any letters, or endless runs of letters without a space.
    """
    name = raw.provenance.file
    sample = _sample(raw.text)
    dense = "".join(sample.split())
    letters = sum(map(str.isalpha, dense))
    if not letters:
        raise BadInput(f"“{name}” contains no words; choose a file with a text in it.", name)
    if letters < 0.4 * len(dense):  # prose has 0.95, source code 0.6, a contents page 0.5
        raise BadInput(
            f"“{name}” consists mostly of numbers and signs; it does not look like a text.", name
        )
    # Latin runs only: Chinese or Thai are written without spaces
    runs = [len(run) for run in _RUN.findall(sample) if run.isascii()]
    if runs and sum(size for size in runs if size > 60) > 0.5 * len(dense):
        raise BadInput(
            f"“{name}” consists mostly of endless strings of letters; it looks like coded data, "
            "not like a text.",
            name,
        )


def _sample(text: str, size: int = 20_000) -> str:
    """Return pieces of beginning, middle and end: a picture's text layer may begin with noise."""
    if len(text) <= 3 * size:
        return text
    middle = len(text) // 2
    return f"{text[:size]} {text[middle : middle + size]} {text[-size:]}"
