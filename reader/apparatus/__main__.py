"""Upkeep of ``texts/``: ``python -m reader.apparatus check`` and ``… fingerprint FILE``."""

import sys
from pathlib import Path

from reader.apparatus.loading import load_glossary, load_links
from reader.apparatus.recognition import fingerprint
from reader.apparatus.records import read_records, written
from reader.importing import read
from reader.importing.shipped import shipped
from reader.model import BadInput


def main(arguments: list[str]) -> int:
    """Run one command; return 0, 1 when something is wrong in ``texts/``, 2 for wrong use."""
    match arguments:
        case ["check"]:
            return _check()
        case ["fingerprint", file]:
            return _fingerprint(Path(file))
    sys.stderr.write("Write: python -m reader.apparatus check, or: … fingerprint FILE\n")
    return 2


def _check() -> int:
    records, wrong = read_records(shipped("texts/works"))
    glossary, links = load_glossary(), load_links()
    problems = (*wrong, *glossary.problems, *links.problems)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(
        f"{len(records)} records, {len(glossary.value)} concepts, {len(links.value)} links, "
        f"{len(problems)} problems\n"
    )
    return 1 if problems else 0


def _fingerprint(path: Path) -> int:
    try:
        text = read(path).text
    except BadInput as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    sys.stdout.write(written(fingerprint(text)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
