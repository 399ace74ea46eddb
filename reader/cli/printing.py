"""How commands print."""

import json
import sys


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8 whatever the terminal says."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    print_text(text + "\n")


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
    """Print one line for people."""
    print_text(" ".join(str(word) for word in words) + "\n")
