"""Starts the program: ``counterpoint`` and ``python -m reader``."""

import sys


def main() -> int:
    """Run the command line; return its exit code."""
    if sys.argv[1:2] == ["--read-file"]:  # a frozen program reading a file in a second process
        from reader.importing.worker import main as read_file

        return read_file(sys.argv[2])
    from reader import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
