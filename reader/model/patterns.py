"""Patterns that are compiled when they are first used.

Compiling takes 0.05 to 0.4 ms each; those of modules that the start of the window only passes
through would cost it 4 ms.
"""

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from re import Pattern

__all__ = ["pattern"]


class _Late:
    """Stands in for a pattern: what is asked of it is kept, so that only the first call is later.

    Not for functions of ``re`` that take a pattern.
    """

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        for one in ("sub", "subn", "match", "fullmatch", "search", "finditer", "findall", "split"):
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> "Pattern[str]":
    """Return a pattern that ``re.compile`` gets when it is first used.

    >>> pattern("[a-z]+").findall("12 and 7")
    ['and']
    """
    return cast("Pattern[str]", _Late(source, flags))
