"""Parting an annotation file into its head and its annotations.

Our own files have one annotation a line.  Other layouts are walked through one annotation at a
time, and only what is stranger still is read as a whole, which takes ten times its size.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.annotations.files.strict import parse
from reader.annotations.terms import MAX_NOTES, MAX_WHOLE_BYTES
from reader.model import BadInput

_LIST = re.compile(rb'"(items|ar:beside|ar:removed)":\[$')
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"\s*,?\s*")
_DECODER = json.JSONDecoder()


class TooMany(BadInput):
    """A file with more annotations than are taken; it is not read further."""


@dataclass(slots=True)
class Entry:
    """One annotation as it stands in the file.

    Attributes:
        number: of its line, or among the annotations where they stand in no lines.
        raw: a view of its bytes, or the value where the file was read as a whole.
        in_line: whether ``number`` counts lines.
    """

    number: int
    raw: object
    in_line: bool = False


def split(data: bytes) -> tuple[Mapping[str, object], list[Entry]]:
    """Part the head from the annotations.

    Raises:
        TooMany: of annotations.
        BadInput: it is not JSON, or not a list of annotations.
    """
    for way in (_split_lines, _split_walking):
        try:
            return way(data)
        except TooMany:
            raise
        except BadInput:
            continue
    if len(data) > MAX_WHOLE_BYTES:
        raise BadInput(f"A file of this layout may have up to {MAX_WHOLE_BYTES // 2**20} MiB.")
    return _split_value(_strictly(data))


def _strictly(data: bytes) -> object:
    try:
        return parse(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput("It is not written in UTF-8.") from error


def _counted(entries: list[Entry]) -> list[Entry]:
    if len(entries) > MAX_NOTES:
        raise TooMany(f"The file holds more annotations than can be taken at once ({MAX_NOTES:,}).")
    return entries


def _split_lines(data: bytes) -> tuple[Mapping[str, object], list[Entry]]:
    """Part a file of our own layout."""
    outside: list[bytes] = []
    entries: list[Entry] = []
    inside = False
    view = memoryview(data)
    for number, (start, end) in enumerate(_lines(data), 1):
        if inside and not data.startswith(b"]", start):
            entries.append(
                Entry(number, view[start : end - data.endswith(b",", start, end)], in_line=True)
            )
            continue
        outside.append(data[start:end])
        inside = _LIST.search(outside[-1]) is not None
    if not entries:
        raise BadInput("No annotations stand on lines of their own.")
    head = _strictly(b"".join(outside))
    if not isinstance(head, Mapping) or "ar:format" not in head:
        raise BadInput("It is not laid out as ours.")
    return head, _counted(entries)


def _split_walking(data: bytes) -> tuple[Mapping[str, object], list[Entry]]:
    """Part a file of any layout by walking through its ``items``.

    The bytes are walked as Latin-1, in which every byte is one character and the signs of JSON
    are themselves; so places in the text are places in the bytes.
    """
    text = data.decode("latin-1")
    found = _ITEMS.search(text)
    if not found:
        raise BadInput("It has no list of annotations (items).")
    entries: list[Entry] = []
    view, at = memoryview(data), found.end()
    while True:
        at = _after(_BETWEEN, text, at)
        if text.startswith("]", at):
            break
        end = _end_of_value(text, at)
        _counted(entries).append(Entry(len(entries) + 1, view[at:end]))
        at = end
    head = _strictly(data[: found.end()] + data[at:])
    if not isinstance(head, Mapping) or _page(head).get("items") != []:
        raise BadInput("Its annotations do not stand where they should.")
    return head, _counted(entries + _beside(head, len(entries)))


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _end_of_value(text: str, at: int) -> int:
    try:
        return _DECODER.raw_decode(text, at)[1]
    except (ValueError, RecursionError) as error:
        raise BadInput("Its annotations are not JSON.") from error


def _page(head: Mapping[str, object]) -> Mapping[str, object]:
    page = head.get("first")
    return page if isinstance(page, Mapping) else head


def _beside(head: Mapping[str, object], before: int) -> list[Entry]:
    """Return the annotations that stand outside the page: second wordings and removed ones."""
    lists = [head.get("ar:beside"), head.get("ar:removed")]
    found = [one for group in lists if isinstance(group, list) for one in group]
    return [Entry(before + row, one) for row, one in enumerate(found, 1)]


def _lines(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, without its line end."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield start, end - data.endswith(b"\r", start, end)
        start = end + 1


def _split_value(value: object) -> tuple[Mapping[str, object], list[Entry]]:
    """Find the annotations in any file of the W3C model: one, a list, a page, a collection."""
    head: Mapping[str, object] = value if isinstance(value, Mapping) else {}
    found: list[object] = []
    if isinstance(value, list):
        found = value
    elif head.get("type") == "Annotation":
        head, found = {}, [value]
    else:
        items = _page(head).get("items")
        if not isinstance(items, list):
            raise BadInput("It has no list of annotations (items).")
        found = items
    entries = [Entry(row, one) for row, one in enumerate(found, 1)]
    return head, _counted(entries + _beside(head, len(entries)))
