"""What one can write behind ``counterpoint``."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Sequence
from pathlib import Path

#: Command, the module of ``reader.cli`` that runs it, and whether it changes the library.
COMMANDS: dict[str, tuple[str, bool]] = {
    "add": ("texts", True),
    "texts": ("texts", False),
    "show": ("texts", False),
    "search": ("finding", False),
    "related": ("finding", False),
    "concepts": ("finding", False),
    "links": ("finding", False),
    "note": ("notes", True),
    "export": ("notes", False),
    "merge": ("notes", True),
    "doctor": ("upkeep", False),
    "refresh": ("upkeep", False),
}

_EPILOG = """\
WORK is a short id (see: counterpoint texts) or the path of an edition; LOCUS is ¶12 or 12.
Exit codes: 0 done, 1 nothing found or a check failed, 2 wrong use or bad input.
"""


def parse(words: Sequence[str]) -> Namespace:
    """Read the command line; ``command`` is empty where the window is meant.

    Wrong use prints a sentence and ends the program with code 2, as argparse does.
    """
    first = next((word for word in _without_library(words) if not word.startswith("-")), "")
    if first in COMMANDS:
        return _commands().parse_args(words)
    arguments = _window().parse_args(words)
    arguments.command = ""
    return arguments


def _without_library(words: Sequence[str]) -> list[str]:
    """Leave out ``--library DIR``, whose value might be taken for a command."""
    kept, skip = [], False
    for word in words:
        if not skip and word != "--library":
            kept.append(word)
        skip = word == "--library"
    return kept


def _common() -> ArgumentParser:
    common = ArgumentParser(add_help=False)
    common.add_argument("--library", metavar="DIR", type=Path, help="the library folder")
    return common


def _window() -> ArgumentParser:
    parser = ArgumentParser(
        prog="counterpoint",
        parents=[_common()],
        formatter_class=RawDescriptionHelpFormatter,
        description="Opens the window and adds FILEs to the library.\n\n"
        f"Commands without a window: {', '.join(COMMANDS)}\n"
        "(counterpoint COMMAND --help tells more).",
        epilog=_EPILOG,
    )
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--screenshot", metavar="OUT.png", type=Path, help="paint the window")
    parser.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH")
    parser.add_argument("--theme", default="light", metavar="NAME")
    parser.add_argument("--open", action="append", metavar="WORK@LOCUS", help="once for each pane")
    parser.add_argument("--state", default="", metavar="NAME", help="what else to show")
    return parser


def _commands() -> ArgumentParser:
    parser = ArgumentParser(prog="counterpoint", parents=[_common()], epilog=_EPILOG)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, does: str, *, prints_data: bool = True) -> ArgumentParser:
        sub = commands.add_parser(name, help=does, description=does, parents=[_sub_common()])
        if prints_data:
            sub.add_argument("--json", action="store_true", help="print JSON")
        return sub

    add = command("add", "import and restore files")
    add.add_argument("files", nargs="+", metavar="FILE", type=Path)
    add.add_argument("--title", default="", help="of a work that is not recognised")
    add.add_argument("--author", action="append", default=[], help="may be given again")

    command("texts", "list what is in the library")

    show = command("show", "print an edition", prints_data=False)
    show.add_argument("work", metavar="WORK")
    show.add_argument("--locus", metavar="L")
    show.add_argument("--format", choices=("text", "markdown", "json"), default="text")

    search = command("search", "search all texts and notes")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--in", dest="within", action="append", metavar="WORK")
    search.add_argument("--limit", type=_count, default=50, metavar="N")

    related = command("related", "passages of other texts that take a passage up")
    related.add_argument("place", nargs="?", metavar="WORK@LOCUS")
    related.add_argument("--all", action="store_true", help="for every passage")
    related.add_argument("--no-curated", action="store_true", help="computed ones only")
    related.add_argument("--limit", type=_count, default=5, metavar="N", help="for each text")

    command("concepts", "the glossary")
    command("links", "curated and made links, and how each end resolved")

    note = command("note", "add a note")
    note.add_argument("place", metavar="WORK@LOCUS")
    note.add_argument("--quote", default="", metavar="Q", help="words of the passage to mark")
    note.add_argument("--text", required=True, metavar="T", help="Markdown")
    note.add_argument("--tag", action="append", default=[], metavar="TAG")

    export = command("export", "print the notes, or write them to a file", prints_data=False)
    export.add_argument(
        "--format",
        choices=("markdown", "html", "jsonld", "vault", "plain"),
        default="markdown",
        help="plain: JSON with history, private notes and the bin",
    )
    export.add_argument("--in", dest="within", action="append", metavar="WORK")
    export.add_argument("--section", default="", metavar="S", help="only under this heading")
    export.add_argument("--concept", default="", metavar="C", help="only notes that name it")
    export.add_argument("--tag", default="", metavar="TAG", help="only notes with it")
    export.add_argument("--person", default="", metavar="NAME", help="only notes of a member")
    export.add_argument(
        "--by",
        choices=("section", "concept", "tag", "person"),
        default="section",
        help="the order of Markdown and HTML",
    )
    export.add_argument(
        "--template", metavar="F", type=Path, help="a file, or the name of a template"
    )
    export.add_argument(
        "--language", default="en", metavar="L", help="of headings, such as it (en)"
    )
    export.add_argument("-o", "--out", metavar="OUT", type=Path)

    merge = command("merge", "take in annotation files")
    merge.add_argument("files", nargs="+", metavar="FILE", type=Path)
    merge.add_argument("--preview", action="store_true", help="say what would happen, only")

    doctor = command("doctor", "check everything")
    doctor.add_argument("--repair", action="store_true", help="rebuild what can be rebuilt")

    refresh = command(
        "refresh", "bring search index and related passages up to date", prints_data=False
    )
    refresh.add_argument("--only", choices=("index", "links"), help="one of the two")
    return parser


def _sub_common() -> ArgumentParser:
    """``--library`` again, without overwriting one that stood before the command."""
    from argparse import SUPPRESS

    common = ArgumentParser(add_help=False)
    common.add_argument("--library", metavar="DIR", type=Path, default=SUPPRESS)
    return common


def _size(word: str) -> tuple[int, int]:
    width, height = map(_count, word.split("x")) if word.count("x") == 1 else (0, 0)
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise ArgumentTypeError(f"“{word}” is no size like 1440x900, from 200 to 8000 each way")
    return width, height


def _count(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 100_000:
        raise ArgumentTypeError(f"“{word}” is no number from 1 to 100000")
    return int(word)
