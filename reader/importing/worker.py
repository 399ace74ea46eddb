"""The reading process: bytes on standard input, JSON on standard output, limits on itself."""

import importlib
import json
import sys
from contextlib import suppress

from reader.importing import wire
from reader.importing.raw import RawText
from reader.model import BadInput, Provenance

#: Module and the library that it needs, by format.
_READERS = {
    "html": ("reader.importing.html", "lxml"),
    "epub": ("reader.importing.epub", "lxml"),
    "pdf": ("reader.importing.pdf", "pypdfium2"),
    "docx": ("reader.importing.docx", "mammoth"),
}


def main(job: str) -> int:
    """Read one file; always answer, if with an error."""
    form, name, seconds, memory = json.loads(job)
    limit(seconds, memory)
    data = sys.stdin.buffer.read()
    provenance = Provenance(file=name, sha256="", size=len(data), format=form)
    try:
        answer: dict[str, object] = wire.dump(parse(data, provenance))
        out = json.dumps(answer).encode()
    except BadInput as error:
        out = json.dumps({"error": error.message}).encode()
    sys.stdout.buffer.write(out)
    sys.stdout.buffer.flush()
    return 0


def parse(data: bytes, provenance: Provenance) -> RawText:
    """Parse ``data``; any trouble becomes a sentence.

    Raises:
        BadInput: the file cannot be used, or the library for it is missing.
    """
    module, library = _READERS[provenance.format]
    name = provenance.file
    try:
        reader = importlib.import_module(module)
        found: RawText = reader.read(data, provenance)
    except ImportError as error:
        raise BadInput(
            f"“{name}” needs the library {library} to be read; install it with: "
            "pip install 'counterpoint-reader[import]'",
            name,
        ) from error
    except BadInput:
        raise
    except (MemoryError, RecursionError) as error:
        raise BadInput(
            f"“{name}” is too large or nested too deeply to be read; it may be made to harm. "
            "Get another copy, or convert it to plain text with another program.",
            name,
        ) from error
    except Exception as error:  # parsers raise whatever they like on damaged files
        raise BadInput(
            f"“{name}” is damaged and cannot be read; get another copy of it.", name
        ) from error
    return found


def limit(seconds: int, memory: int) -> None:
    """Bind this process to so many seconds of work and bytes of memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
