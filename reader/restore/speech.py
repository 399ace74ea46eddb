"""Whether a stretch of text begins or ends inside quotation marks.

A page that breaks off inside speech goes on with a page of which the first mark closes it.  Which
way a mark faces shows by what stands beside it, whatever the habit of its language: “a”, „a“,
«a», »a« and "a" alike.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

#: Marks that hold speech; those that do so where none of the first kind stand, and are apostrophes
#: elsewhere.
_DOUBLE, _SINGLE = re.compile('["“”„«»]'), re.compile("[‘’']")
_OPENING, _CLOSING = frozenset("“„«‘"), frozenset("”»’")
#: What stands before a mark that opens, besides white space, and before one mark alone that closes.
_BEFORE, _PAUSE = frozenset("([—–-"), frozenset(".,;:?!…—–-")
#: Lines at either end that are looked at.
_LINES = 12


class Mark(IntEnum):
    """What a quotation mark does."""

    CLOSES = -1
    NONE = 0
    OPENS = 1


def first_mark(lines: Sequence[str]) -> Mark:
    """Return what the first quotation mark near the beginning of a text does."""
    found = _marks("\n".join(lines[:_LINES]))
    return found[0] if found else Mark.NONE


def last_mark(lines: Sequence[str]) -> Mark:
    """Return what the last quotation mark near the end of a text does."""
    found = _marks("\n".join(lines[-_LINES:]))
    return found[-1] if found else Mark.NONE


def _marks(text: str) -> list[Mark]:
    double = [_double(text, found.start()) for found in _DOUBLE.finditer(text)]
    if double:
        return double
    single = (_single(text, found.start()) for found in _SINGLE.finditer(text))
    return [mark for mark in single if mark]


def _double(text: str, at: int) -> Mark:
    free = _is_free(text, at)
    if free[0] != free[1]:
        return Mark.OPENS if free[0] else Mark.CLOSES
    if text[at] in _OPENING:
        return Mark.OPENS
    return Mark.CLOSES if text[at] in _CLOSING or not free[0] else Mark.OPENS


def _single(text: str, at: int) -> Mark:
    """Return what a single mark does; one beside a letter on its left is an apostrophe."""
    before, after = _is_free(text, at)
    if before and not after and text[at] != "’":
        return Mark.OPENS
    closes = after and not before and text[at - 1] in _PAUSE
    return Mark.CLOSES if closes and text[at] != "‘" else Mark.NONE


def _is_free(text: str, at: int) -> tuple[bool, bool]:
    """Say whether nothing that is spoken stands before a mark, and behind it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.strip() or before in _BEFORE, not after.strip() or after in _PAUSE
