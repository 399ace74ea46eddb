"""Annotation files as bytes: equal state gives equal bytes, one annotation a line.

A profile of the W3C Web Annotation Data Model: an ``AnnotationCollection`` with one embedded
page.  Other readers find the notes in ``items``; tombstones and second wordings stand beside.
"""

import os
import re
from collections.abc import Iterable, Iterator

from reader.annotations.files.values import AnnotationFile, TextSource
from reader.annotations.revisions import Revision, canonical, merge
from reader.annotations.terms import CONTEXT, FORMAT, MAX_NOTES
from reader.model import BadInput

_MODIFIED = re.compile(rb'"modified":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"')
_EPOCH = "1970-01-01T00:00:00.000Z"
#: Where the lists stand in the sorted head; no text of a reader can be this by chance or intent.
_SALT = os.urandom(16).hex()
_BESIDE, _REMOVED, _ITEMS = f"beside-{_SALT}", f"removed-{_SALT}", f"items-{_SALT}"


def dump(file: AnnotationFile) -> bytes:
    """Write an annotation file; private revisions are left out.

    Raises:
        BadInput: it holds more annotations than any reader takes.
    """
    revisions = merge(one for one in file.revisions if not one.private)
    if len(revisions) > MAX_NOTES:
        raise BadInput(
            f"An annotation file holds up to {MAX_NOTES:,} annotations, not {len(revisions):,}; "
            "share fewer works."
        )
    removed = [one for one in revisions if one.removed]
    items, beside = _first_wordings(one for one in revisions if not one.removed)
    data = canonical(_head(file, items, len(beside), len(removed))).encode("utf-8")
    for mark, lines in ((_BESIDE, beside), (_REMOVED, removed), (_ITEMS, items)):
        data = data.replace(f'"{mark}"'.encode(), _block(lines), 1)
    return data + b"\n"


def _first_wordings(living: Iterable[Revision]) -> tuple[list[Revision], list[Revision]]:
    """Part one wording of each note from those that stand beside it."""
    first: dict[str, Revision] = {}
    beside = [one for one in living if first.setdefault(one.note, one) is not one]
    return list(first.values()), beside


def _head(
    file: AnnotationFile, items: list[Revision], beside: int, removed: int
) -> dict[str, object]:
    time = max(_times(items), default=_EPOCH)
    page = {"id": file.id + "#page", "items": _ITEMS, "startIndex": 0, "type": "AnnotationPage"}
    creator = {"id": file.creator.id, "name": file.creator.name, "type": "Person"}
    head: dict[str, object] = {
        "@context": CONTEXT,
        "ar:format": FORMAT,
        "ar:texts": [_text(one) for one in sorted(file.texts, key=lambda one: one.source)],
        "creator": creator,
        "first": page,
        "generated": time,
        "generator": {"id": "urn:x-counterpoint:program", "name": _program(), "type": "Software"},
        "id": file.id,
        "label": file.label or f"Annotations of {file.creator.name}",
        "modified": time,
        "total": len(items),
        "type": "AnnotationCollection",
    }
    if file.colours:
        head["ar:colors"] = {colour.value: name for colour, name in file.colours}
    if file.device:
        head["ar:device"] = file.device
    if beside:
        head["ar:beside"] = _BESIDE
    if removed:
        head["ar:removed"] = _REMOVED
    return head


def _times(items: Iterable[Revision]) -> Iterator[str]:
    for one in items:
        yield from map(bytes.decode, _MODIFIED.findall(one.data))


def _block(lines: list[Revision]) -> bytes:
    return b"[\n" + b",\n".join(one.data for one in lines) + b"\n]" if lines else b"[]"


def _text(text: TextSource) -> dict[str, object]:
    found: dict[str, object] = {"id": text.source, "ar:work": text.work}
    optional = {
        "dc:title": text.title,
        "dc:creator": list(text.authors),
        "dc:language": text.language,
        "dc:date": text.year,
        "ar:length": text.length,
        "ar:letters": text.letters,
    }
    return found | {key: value for key, value in optional.items() if value}


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version  # as long as all the rest here

    try:
        return f"Counterpoint {version('counterpoint-reader')}"
    except PackageNotFoundError:
        return "Counterpoint"
