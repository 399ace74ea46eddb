"""Starts the program: ``counterpoint`` and ``python -m reader``."""

import sys


def main() -> int:
    """Run the command line; return its exit code."""
    from reader import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
