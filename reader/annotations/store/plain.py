"""The whole store as JSON for any other program."""

import json
from collections.abc import Iterable
from pathlib import Path

from reader.annotations.revisions import Revision
from reader.importing.whole import write_whole
from reader.model import Person


def write_plain(path: Path, me: Person, revisions: Iterable[Revision]) -> None:
    """Write every revision, oldest first, one a line.

    Raises:
        LibraryError: nothing was written.
    """
    head = {"me": {"id": me.id, "name": me.name}, "program": "Counterpoint", "plain": 1}
    lines = [
        json.dumps({"private": one.private, "removed": one.removed}, sort_keys=True)[:-1]
        + f', "annotation": {one.line}}}'
        for one in revisions
    ]
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "revisions": [\n'
    write_whole(path, (text + ",\n".join(lines) + "\n]}\n").encode())
