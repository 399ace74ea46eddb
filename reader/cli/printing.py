"""How commands print."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from reader.model import Progress

#: Control characters but tab and line end, and those that turn the direction of writing.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8 whatever the terminal says."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    print_text(text + "\n")


def print_json_rows(rows: Iterable[object]) -> None:
    """Print a list as JSON, one row a line: long tables are printed and read ten times as fast."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    print_text("[\n" + ",\n".join(lines) + "\n]\n")


def print_text(text: str) -> None:
    """Print text as it is; what the terminal cannot show is replaced, not refused."""
    data = text.encode("utf-8", "replace")
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a test has put its own stream there
        sys.stdout.write(data.decode())
    else:
        buffer.write(data)
        buffer.flush()


def print_line(*words: object) -> None:
    """Print one line for people; what would steer the terminal is shown as ``�``."""
    print_text(_STEERING.sub("\ufffd", " ".join(str(word) for word in words)) + "\n")


def progress_on(about: Path) -> Progress:
    """Show progress on a terminal only."""

    def tell(share_0_1: float, words: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\033[K{about.name}: {share_0_1:4.0%} {words}")
            if share_0_1 >= 1:
                sys.stderr.write("\r\033[K")

    return Progress(tell, lambda: False)
