"""Prints the fingerprint of a file for its record: ``python -m reader.apparatus.fingerprint FILE``."""

import sys
from pathlib import Path

from reader.apparatus.recognition import fingerprint
from reader.apparatus.records import written
from reader.importing import read
from reader.model import BadInput


def main(arguments: list[str]) -> int:
    """Print the line for one file; return 0, or 2 when it cannot be read."""
    if len(arguments) != 1:
        sys.stderr.write("Give one file: python -m reader.apparatus.fingerprint FILE\n")
        return 2
    try:
        text = read(Path(arguments[0])).text
    except BadInput as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    sys.stdout.write(written(fingerprint(text)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
