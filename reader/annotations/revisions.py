"""A note is the set of its current revisions; merging is a union.

A **revision** is what an annotation file says of a note on one line: canonical JSON with
``ar:replaces``, the names of *all* revisions that its writer had of this note, and ``ar:rev``,
its own name: 16 hexadecimal digits of SHA-256 over the rest.  A revision is **current** when
no other names it; a tombstone is a revision without content.  No clock, counter or replica id
decides anything (design, section 4: with wrong clocks, restored backups and copied folders
last-writer-wins loses 73 to 79 % of edits made apart, version vectors up to 20 %, this none).

Only a revision by the same author replaces another, so nobody can remove what is not theirs
by naming it.  Because every revision also names what its predecessors named, the current ones
alone carry all that is needed, in whatever order and however often files arrive.
"""

import json
from collections.abc import Iterable, Mapping
from operator import attrgetter

from reader.model.digests import sha256
from reader.model.values import dataclass

#: Names kept in ``ar:replaces``, newest first; the cost of an edit grows with it.  Beyond it the
#: oldest are forgotten, which can bring a very old wording back beside the new one, from a file
#: that is older still, but never loses any.
MAX_NAMED = 256
_by_name, _by_note = attrgetter("rev"), attrgetter("note", "rev")
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
)


@dataclass(frozen=True, slots=True)
class Revision:
    """One wording of one note, by one author; equal names mean equal revisions.

    Attributes:
        note: id of the annotation.
        author: id of the person who wrote it.
        rev: its name.
        replaces: names of all revisions that it stands for, ascending.
        data: canonical JSON of the whole, as it stands in a file; in UTF-8, because in a string
            one curly quotation mark doubles, one emoji quadruples what the line takes.
        removed: a tombstone.
        private: kept out of every file.
    """

    note: str
    author: str
    rev: str
    replaces: tuple[str, ...]
    data: bytes
    removed: bool = False
    private: bool = False

    @property
    def line(self) -> str:
        """Its canonical JSON; decoded on each call."""
        return self.data.decode("utf-8")


def canonical(value: object) -> str:
    """Write a JSON value so that equal values give equal text.

    Raises:
        ValueError: it holds a number that JSON does not know.
    """
    return _ENCODER.encode(value)


def name_of(item: Mapping[str, object]) -> str:
    """Return the name of a revision from its JSON; an ``ar:rev`` in it does not count."""
    kept = {key: value for key, value in item.items() if key != "ar:rev"}
    return _digest(canonical(kept).encode("utf-8"))


def name_in_line(line: bytes, claimed: str) -> bool:
    """Say whether a canonical line bears its right name; cheaper than ``name_of``.

    A quotation mark within a string is escaped, so the cut cannot fall into one.
    """
    token = f'"ar:rev":"{claimed}"'.encode()
    rest = line.replace(token + b",", b"", 1)
    if len(rest) == len(line):
        rest = line.replace(b"," + token, b"", 1)
    return _digest(rest) == claimed


def _digest(line: bytes) -> str:
    return sha256(line).hexdigest()[:16]


def revise(item: Mapping[str, object], known: Iterable[str], *, private: bool = False) -> Revision:
    """Make the revision of a note's JSON that replaces the ``known`` ones, newest first."""
    named = list(dict.fromkeys(known))[:MAX_NAMED]
    content = {**item, "ar:replaces": sorted(named)}
    content["ar:rev"] = rev = name_of(content)
    creator = content["creator"]
    author = creator["id"] if isinstance(creator, dict) else creator
    return Revision(
        note=str(item["id"]),
        author=str(author),
        rev=rev,
        replaces=tuple(sorted(named)),
        data=canonical(content).encode("utf-8"),
        removed="deleted" in item,
        private=private,
    )


def tombstone(
    note: str, author: str, deleted: str, known: Iterable[str], *, private: bool = False
) -> Revision:
    """Make the revision without content that replaces the ``known`` ones."""
    return revise({"creator": author, "deleted": deleted, "id": note}, known, private=private)


def current(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the revisions that no other by the same author names, by name."""
    return tuple(sorted(_current(revisions), key=_by_name))


def _current(revisions: Iterable[Revision]) -> list[Revision]:
    every = {revision.rev: revision for revision in revisions}
    named = {(one.author, one.note, name) for one in every.values() for name in one.replaces}
    return [one for rev, one in every.items() if (one.author, one.note, rev) not in named]


def merge(*states: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the current revisions of several states together, by note and name.

    Commutative, associative and idempotent; loses no revision that nobody replaced.
    """
    union = _current(one for state in states for one in state)
    return tuple(sorted(union, key=_by_note))


def ancestry(revisions: Iterable[Revision]) -> list[str]:
    """Return the names that a new revision over these must bear, newest first.

    ``revisions`` come newest first, as the store keeps them.
    """
    seen = list(revisions)
    names = [one.rev for one in seen]
    names += [name for one in seen for name in one.replaces]
    return list(dict.fromkeys(names))
