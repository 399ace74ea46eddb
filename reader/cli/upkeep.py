"""``doctor`` and ``refresh``."""

from argparse import Namespace
from dataclasses import asdict

from reader.cli.printing import print_json, print_line
from reader.library import Library

_SIGNS = {"trouble": "✗", "remark": "·", "well": "✓"}


def doctor(library: Library, arguments: Namespace) -> int:
    """Check everything; with --repair, mend what can be mended and check again."""
    done = library.repair() if arguments.repair else ()
    found = library.check()
    if arguments.json:
        print_json({"done": [asdict(one) for one in done], "found": [asdict(one) for one in found]})
    else:
        for one in done:
            print_line("→", one.sentence)
        for one in found:
            print_line(_SIGNS[one.gravity], f"{one.part}: {one.sentence}")
    return 1 if any(one.gravity == "trouble" for one in found) else 0


def refresh(library: Library, arguments: Namespace) -> int:
    """Bring index and links up to date."""
    if arguments.only != "links":
        library.refresh_index()
    if arguments.only != "index":
        library.refresh_links()
    return 0
