"""The commands without a window, and the way to the window.

Words of a command line come in; text or JSON on standard output and an exit code go out:
0 done, 1 nothing found or a check failed, 2 wrong use or bad input.  Imports ``library``.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from reader.cli.arguments import COMMANDS, parse
from reader.model import BadInput, Cancelled, ReaderError

__all__ = ["main"]


def main(words: Sequence[str], window: Callable[[Namespace], int]) -> int:
    """Run one command, or open the window; return the exit code.

    ``window`` opens it or paints its picture; handed in, so that the commands know no Qt.
    """
    arguments = parse(words)
    try:
        if arguments.command in COMMANDS:
            return _run(arguments)
        if arguments.screenshot or _has_display():
            return window(arguments)
        return _say(
            "There is no display to open a window on; the commands "
            f"{', '.join(COMMANDS)} and --screenshot work without one."
        )
    except Cancelled as error:
        return _say(error.message)
    except ReaderError as error:
        return _say(error.message)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _say("Stopped; nothing was half written.")


def _run(arguments: Namespace) -> int:
    from importlib import import_module

    from reader.library import Library, library_folder

    # Before numpy is loaded: a shelf of 143 texts takes 72 s of processor time on one thread, and
    # 178 s on two that wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    module, writes = COMMANDS[arguments.command]
    folder = library_folder(arguments.library)
    if not writes and not folder.is_dir():
        raise BadInput(
            f"There is no library at {folder}; counterpoint add FILE --library {folder} makes one."
        )
    handler = import_module(f"reader.cli.{module}")
    repairs = getattr(arguments, "repair", False)
    library = Library.open(arguments.library, read_only=not (writes or repairs))
    try:
        code = int(getattr(handler, arguments.command)(library, arguments))
        if library.damage and arguments.command != "doctor":
            _say(f"{library.damage[0]} Run counterpoint doctor --repair.")
        return code
    finally:
        library.close()


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(sentence: str) -> int:
    print(f"counterpoint: {sentence}", file=sys.stderr)
    return 2
