"""Starts the program: ``counterpoint`` and ``python -m reader``."""

import gc
import sys
from argparse import Namespace


def main() -> int:
    """Run the command line; return its exit code."""
    if getattr(sys, "frozen", False):  # a process started by multiprocessing ends in here
        from multiprocessing import freeze_support

        freeze_support()
    if sys.argv[1:2] == ["--read-file"]:  # a frozen program reading a file in a second process
        from reader.importing.worker import main as read_file

        return read_file(sys.argv[2])
    from reader import cli

    return cli.main(sys.argv[1:], _window)


def _window(arguments: Namespace) -> int:
    """Open the window, or paint its picture; Qt is loaded here and not before.

    The garbage collector waits until the window is complete: what is made until then stays.
    """
    gc.disable()
    from reader.qt.loading import load_qt

    load_qt()
    if not arguments.screenshot:
        from reader.qt.display import tell_of_missing_display
        from reader.start import run

        tell_of_missing_display()
        return run(arguments.library, arguments.files)
    from reader.picture import screenshot

    return screenshot(
        arguments.screenshot,
        library_folder=arguments.library,
        size=arguments.size,
        theme=arguments.theme,
        open_places=arguments.open or (),
        state=arguments.state,
    )


if __name__ == "__main__":
    sys.exit(main())
