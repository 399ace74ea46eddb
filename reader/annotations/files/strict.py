"""JSON from strangers: no doubled keys, no NaN, nothing too deep, too long or half a character.

Python's own reader takes all of these without a word.
"""

import json
from collections.abc import Mapping

from reader.annotations.terms import MAX_DEPTH, MAX_STRING
from reader.model import BadInput


def parse(text: str) -> object:
    """Read JSON strictly.

    Raises:
        BadInput: one sentence on what is wrong.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except RecursionError as error:
        raise BadInput(f"It is nested more than {MAX_DEPTH} deep.") from error
    except json.JSONDecodeError as error:
        raise BadInput(
            f"It is not JSON: {error.msg} at line {error.lineno}, character {error.colno}."
        ) from error
    except ValueError as error:  # a number of more than 4,300 digits
        raise BadInput("It holds a number that is too long.") from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise BadInput(f"It has the field “{double[:40]}” twice.")
    return found


def _constant(name: str) -> object:
    raise BadInput(f"It holds {name}, which is not JSON.")


def check_inside(value: object, line: str) -> None:
    """Refuse what is nested too deep, too long, infinite, or half a character.

    ``line`` is the canonical text of ``value``; only where its size leaves room for trouble is
    the value walked through.

    Raises:
        BadInput: one sentence.
    """
    if line.count("{") + line.count("[") > MAX_DEPTH and _depth(value) > MAX_DEPTH:
        raise BadInput(f"It is nested more than {MAX_DEPTH} deep.")
    if len(line) > MAX_STRING and _longest(value) > MAX_STRING:
        raise BadInput(f"One of its texts is longer than {MAX_STRING:,} characters.")
    try:
        line.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput("It holds half a character (a lone surrogate).") from error


def _depth(value: object) -> int:
    deepest, level = 0, [value]
    while level:
        deepest += 1
        level = [inner for one in level for inner in _inside(one)]
    return deepest - 1


def _inside(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values()) or [None]
    if isinstance(value, list):
        return value or [None]
    return []


def _longest(value: object) -> int:
    longest, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            longest = max(longest, len(one))
        elif isinstance(one, Mapping):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
    return longest
