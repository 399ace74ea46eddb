"""What a store holds, as JSON for any other program."""

import json
from collections.abc import Iterable

from reader.annotations.revisions import Revision
from reader.model import Person


def plain(me: Person, revisions: Iterable[Revision]) -> str:
    """Return revisions as one object of JSON, each on a line, in the order given."""
    head = {"me": {"id": me.id, "name": me.name}, "program": "Counterpoint", "plain": 1}
    lines = [
        json.dumps({"private": one.private, "removed": one.removed}, sort_keys=True)[:-1]
        + f', "annotation": {one.line}}}'
        for one in revisions
    ]
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "revisions": [\n'
    return text + ",\n".join(lines) + "\n]}\n"
