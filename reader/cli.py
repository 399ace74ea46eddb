"""The commands without a window, and the way to the window."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 nothing found or check failed, 2 wrong use or bad input."""
    raise SystemExit(f"counterpoint: no commands yet: {' '.join(arguments)}")
