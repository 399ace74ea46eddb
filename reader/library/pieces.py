"""Large JSON read in pieces, so that other threads have their turn in between.

``json.loads`` holds the interpreter for the whole of its work: 0.2 s for a text of two million
words, in which no frame of a window is painted.
"""

import json
import re
from json import JSONDecodeError
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def loads(text: str) -> Any:
    """Return what ``json.loads`` returns, reading an outermost object item by item.

    >>> loads('{"a": [1, {"b": []}], "c": "d"}')
    {'a': [1, {'b': []}], 'c': 'd'}

    Raises:
        JSONDecodeError: it is no JSON.
    """
    at = _past(text, 0)
    if text[at : at + 1] != "{":
        return json.loads(text)
    found, at = _object(text, at)
    if at != len(text):
        raise JSONDecodeError("Extra data", text, at)
    return found


def _object(text: str, at: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    at = _past(text, at + 1)
    if text[at : at + 1] == "}":
        return found, _past(text, at + 1)
    while True:
        _sign(text, at, '"')
        key, at = _DECODER.raw_decode(text, at)
        at = _past(text, _sign(text, _past(text, at), ":"))
        if text[at : at + 1] == "[":
            found[key], at = _list(text, at)
        else:
            found[key], at = _DECODER.raw_decode(text, at)
        at = _past(text, at)
        if text[at : at + 1] == "}":
            return found, _past(text, at + 1)
        at = _past(text, _sign(text, at, ","))


def _list(text: str, at: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    at = _past(text, at + 1)
    if text[at : at + 1] == "]":
        return found, at + 1
    while True:
        value, at = _DECODER.raw_decode(text, at)
        found.append(value)
        at = _past(text, at)
        if text[at : at + 1] == "]":
            return found, at + 1
        at = _past(text, _sign(text, at, ","))


def _sign(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise JSONDecodeError(f"“{sign}” is missing", text, at)
    return at + 1


def _past(text: str, at: int) -> int:
    """Return where the space behind ``at`` ends."""
    found = _SPACE.match(text, at)
    return found.end() if found else at
