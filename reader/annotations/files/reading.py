"""Annotation files from bytes: every annotation taken or refused for itself.

How a file is parted into its annotations, ``splitting`` says.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.annotations.files.adopting import adopt
from reader.annotations.files.splitting import Entry, TooMany, split
from reader.annotations.files.strict import check_inside, parse
from reader.annotations.files.values import AnnotationFile, Refusal, TextSource
from reader.annotations.items import decode
from reader.annotations.revisions import Revision, canonical, merge, name_in_line
from reader.annotations.terms import (
    FORMAT,
    MAX_FILE_BYTES,
    MAX_NAME,
    is_rev,
    is_time,
    is_urn,
    is_work,
)
from reader.model import NO_PROGRESS, AnnotationFileError, BadInput, Colour, Person, Progress
from reader.model.collecting import without_collecting

#: Well above what we write, for programs that forget later.
_MAX_NAMED = 2_000


def load(data: bytes, about: str = "", progress: Progress = NO_PROGRESS) -> AnnotationFile:
    """Read an annotation file; ``about`` names it in messages.

    About 25 µs an annotation.

    Raises:
        AnnotationFileError: nothing of it can be taken.
        Cancelled: the reader stopped.
    """
    if len(data) > MAX_FILE_BYTES:
        raise AnnotationFileError(
            f"The file has {len(data) / 2**20:,.0f} MiB; annotation files may have up to "
            f"{MAX_FILE_BYTES // 2**20} MiB.",
            about,
        )
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        head, entries = split(data)
    except TooMany as error:
        raise AnnotationFileError(error.message, about) from error
    except BadInput as error:
        raise AnnotationFileError(f"This is no annotation file. {error.message}", about) from error
    with without_collecting():
        return _read(head, entries, progress)


@dataclass(slots=True)
class _Taken:
    revisions: list[Revision] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def _read(head: Mapping[str, object], entries: list[Entry], progress: Progress) -> AnnotationFile:
    creator = _person(head.get("creator"))
    ours = "ar:format" in head
    taken = _Taken()
    for row, entry in enumerate(entries):
        if row % 1000 == 0:
            progress.step(row / len(entries), "Reading annotations")
        try:
            taken.revisions.append(
                _revision(entry.raw) if ours else adopt(_value(entry.raw)[0], head)
            )
        except BadInput as error:
            taken.refused.append(Refusal(_where(entry), error.message))
    version = head.get("ar:format", FORMAT)
    return AnnotationFile(
        id=str(head.get("id", ""))[:MAX_NAME],
        creator=creator,
        label=str(head.get("label", ""))[:MAX_NAME],
        device=str(head.get("ar:device", ""))[:MAX_NAME],
        texts=tuple(_texts(head.get("ar:texts"))),
        revisions=merge(taken.revisions),
        refused=tuple(taken.refused),
        colours=_colours(head.get("ar:colors")),
        newer=not (type(version) is int and version <= FORMAT),
    )


# -- one annotation ------------------------------------------------------------------------


def _revision(raw: object) -> Revision:
    """Read one annotation or tombstone of ours.

    Raises:
        BadInput: a sentence on why it is refused.
    """
    item, data = _value(raw)
    rev, named = item.get("ar:rev"), item.get("ar:replaces")
    if not (isinstance(rev, str) and is_rev(rev)):
        raise BadInput("It has no name of its wording (ar:rev).")
    if not isinstance(named, list) or len(named) > _MAX_NAMED:
        raise BadInput("It does not say which wordings it replaces (ar:replaces).")
    if not all(isinstance(one, str) and is_rev(one) for one in named):
        raise BadInput("What it replaces are no names of wordings.")
    removed = "deleted" in item and "target" not in item
    author = _check_stone(item) if removed else decode(item).author.id
    if not name_in_line(data, rev):
        raise BadInput(
            "Its content does not fit its checksum: it was damaged, or changed by another program."
        )
    return Revision(str(item["id"]), author, rev, tuple(named), data, removed)


def _value(raw: object) -> tuple[dict[str, object], bytes]:
    """Return an item and its canonical line; a line that is canonical needs no strict reading."""
    value = raw
    if isinstance(raw, memoryview):
        data = bytes(raw)
        try:
            line = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput("It is not written in UTF-8.") from error
        quick = _quickly(line)
        if quick is not None:
            return quick, data
        value = parse(line)
    if not isinstance(value, dict):
        raise BadInput("It is not an object.")
    try:
        line = canonical(value)
    except (ValueError, RecursionError) as error:
        raise BadInput("It holds a number that JSON does not know, or is too deep.") from error
    check_inside(value, line)
    return value, line.encode("utf-8")


def _quickly(line: str) -> dict[str, object] | None:
    """Return the object of a canonical line; None for any other, which must be read strictly."""
    try:
        value: object = json.loads(line)
        if not isinstance(value, dict) or canonical(value) != line:
            return None
    except (ValueError, RecursionError):
        return None
    check_inside(value, line)
    return value


def _check_stone(item: Mapping[str, object]) -> str:
    creator, note, time = item.get("creator"), item.get("id"), item.get("deleted")
    if not (isinstance(note, str) and is_urn(note)):
        raise BadInput("The id of a removed note is not a urn:uuid.")
    if not (isinstance(creator, str) and is_urn(creator)):
        raise BadInput("A removed note does not say whose it was.")
    if not (isinstance(time, str) and is_time(time)):
        raise BadInput("A removed note does not say when it was removed.")
    return creator


def _where(entry: Entry) -> str:
    where = f"{'line' if entry.in_line else 'annotation'} {entry.number}"
    if isinstance(entry.raw, memoryview):
        found = re.search(rb'"id":\s?"(urn:uuid:[0-9a-f-]{36})",\s*"modified"', entry.raw)
        return f"{where} ({found[1].decode()})" if found else where
    named = entry.raw.get("id") if isinstance(entry.raw, Mapping) else None
    return f"{where} ({named[:60]})" if isinstance(named, str) else where


# -- the head -----------------------------------------------------------------------------


def _person(found: object) -> Person:
    if isinstance(found, Mapping):
        person, name = found.get("id"), found.get("name", "")
        if isinstance(person, str) and is_urn(person):
            return Person(person, str(name)[:MAX_NAME])
    return Person("", "")


def _colours(found: object) -> tuple[tuple[Colour, str], ...]:
    """Return the names given to the colours that we know."""
    named = found if isinstance(found, Mapping) else {}
    return tuple(
        (colour, _short(named[colour.value]))
        for colour in Colour
        if isinstance(named.get(colour.value), str)
    )


def _texts(found: object) -> Iterator[TextSource]:
    """Yield the texts that are described well; the others are only bibliography."""
    for one in found if isinstance(found, list) else []:
        if not isinstance(one, Mapping):
            continue
        source, work = one.get("id"), one.get("ar:work")
        if not isinstance(source, str) or not (isinstance(work, str) and is_work(work)):
            continue
        authors, length = one.get("dc:creator"), one.get("ar:length")
        yield TextSource(
            source[:MAX_NAME],
            work,
            _short(one.get("dc:title")),
            tuple(_short(name) for name in authors) if isinstance(authors, list) else (),
            _short(one.get("dc:language")),
            _short(one.get("dc:date")),
            length if type(length) is int and length >= 0 else 0,
            _short(one.get("ar:letters")),
        )


def _short(value: object) -> str:
    return value[:MAX_NAME] if isinstance(value, str) else ""
