"""Annotations as JSON of the W3C Web Annotation Data Model, and back.

``encode`` and ``decode`` are inverses.  Our own few terms are prefixed ``ar:``; what we do not
know is kept in ``Annotation.extra`` and written again.  ``decode`` is the gate for files from
others: what it lets through is well-formed, within the limits, and can be stored and shown.
Cost: about 10 µs an annotation.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from reader.annotations.targets import decode_target, encode_target
from reader.annotations.terms import (
    KIND_OF,
    MAX_NAME,
    MAX_STRING,
    MAX_TAG,
    MAX_TAGS,
    MAX_TARGETS,
    MOTIVATION,
    is_time,
    is_urn,
    words,
)
from reader.model import (
    Annotation,
    AnnotationKind,
    BadInput,
    Colour,
    MarkStyle,
    Person,
    Relation,
    Target,
    Verdict,
)

T = TypeVar("T")
#: Within ``Annotation.extra``: fields of others that stand deeper, by where they stand.
MORE = "ar:more"

_KINDS = {kind.value: kind for kind in AnnotationKind}
_COLOURS = {colour.value: colour for colour in Colour}
_STYLES = {style.value: style for style in MarkStyle}
_RELATIONS = {relation.value: relation for relation in Relation}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
#: These join two places: the second stands in the body, as the standard has it.
_JOINING = frozenset({AnnotationKind.LINK, AnnotationKind.VERDICT})
_KNOWN = frozenset({
    "@context", "id", "type", "motivation", "created", "modified", "creator", "body", "target",
    "ar:kind", "ar:color", "ar:style", "ar:relation", "ar:verdict", "ar:rev", "ar:replaces",
})  # fmt: skip
_TEXT_KEYS = frozenset({"type", "purpose", "value", "format"})
_CREATOR_KEYS = frozenset({"id", "type", "name"})
_OUR_FORMATS = frozenset({"text/markdown", "text/plain", None})


def encode(note: Annotation) -> dict[str, object]:
    """Write an annotation as a W3C item, without revision; ``shared`` is not written."""
    extra = dict(note.extra)
    more = _mapping(extra.pop(MORE, {}))
    item: dict[str, object] = {
        **extra,
        "id": note.id,
        "type": "Annotation",
        "motivation": MOTIVATION[note.kind],
        "created": note.created,
        "modified": note.modified,
        "creator": {
            **_mapping(more.get("creator", {})),
            "id": note.author.id,
            "type": "Person",
            "name": note.author.name,
        },
        "ar:color": note.colour.value,
    }
    if note.kind is AnnotationKind.TRAIL:
        item["ar:kind"] = "trail"
    if note.style is not MarkStyle.HIGHLIGHT:
        item["ar:style"] = note.style.value
    if note.relation is not None:
        item["ar:relation"] = note.relation.value
    if note.verdict is not None:
        item["ar:verdict"] = note.verdict.value
    _encode_ends(item, note, more)
    return item


def _encode_ends(item: dict[str, object], note: Annotation, more: Mapping[str, object]) -> None:
    """Write targets and bodies."""
    strange = _mapping(more.get("targets", {}))
    ends = [
        encode_target(target, _mapping(strange.get(str(row), {})))
        for row, target in enumerate(note.targets)
    ]
    bodies: list[object] = []
    if note.body:
        text = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown"}
        bodies.append({**_mapping(more.get("text", {})), **text, "value": note.body})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.tags]
    if note.kind in _JOINING and len(ends) == 2:
        end = ends.pop()
        linked = {"source": end} if isinstance(end, str) else _mapping(end)
        bodies.append({**linked, "type": "SpecificResource", "purpose": "linking"})
    others = more.get("body", [])
    bodies += others if isinstance(others, list) else []
    item["target"] = ends[0] if len(ends) == 1 else ends
    if bodies:
        item["body"] = bodies


def decode(item: Mapping[str, object], *, shared: bool = True) -> Annotation:
    """Read a W3C item.

    Raises:
        BadInput: a sentence on what is wrong with it.
    """
    note_id = item.get("id")
    if not (isinstance(note_id, str) and is_urn(note_id)):
        raise BadInput("Its id is not a urn:uuid.")
    if item.get("type") != "Annotation":
        raise BadInput("Its type is not Annotation.")
    more: dict[str, object] = {}
    body, tags, linked = _bodies(item, more)
    targets = _targets(item, linked, more)
    author = _author(item, more)
    created = _time(item.get("created"))
    modified = item.get("modified", created)
    extra = {} if item.keys() <= _KNOWN else {k: v for k, v in item.items() if k not in _KNOWN}
    if more:
        extra[MORE] = more
    return Annotation(
        note_id,
        author,
        created,
        created if modified == created else _time(modified),
        _kind(item),
        targets,
        body,
        tags,
        _one_of(_COLOURS, item.get("ar:color", "yellow"), "colour"),
        _one_of(_STYLES, item.get("ar:style", "highlight"), "style"),
        _one_of(_RELATIONS, item["ar:relation"], "relation") if "ar:relation" in item else None,
        _one_of(_VERDICTS, item["ar:verdict"], "verdict") if "ar:verdict" in item else None,
        shared,
        extra,
    )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _one_of(values: Mapping[str, T], value: object, what: str) -> T:
    found = values.get(value) if isinstance(value, str) else None
    if found is None:
        raise BadInput(f"Its {what} is none that this program knows.")
    return found


def _time(value: object) -> str:
    if isinstance(value, str) and is_time(value):
        return value
    raise BadInput("Its time is not one (RFC 3339 with a zone).")


def _kind(item: Mapping[str, object]) -> AnnotationKind:
    named = item.get("ar:kind")
    if named is not None:
        return _one_of(_KINDS, named, "kind")
    motivation = item.get("motivation", "commenting")
    if isinstance(motivation, list) and motivation:
        motivation = motivation[0]
    return _one_of(KIND_OF, motivation, "motivation")


def _author(item: Mapping[str, object], more: dict[str, object]) -> Person:
    creator = item.get("creator")
    person = creator.get("id") if isinstance(creator, dict) else None
    if not isinstance(creator, dict) or not isinstance(person, str):
        raise BadInput("Its creator is not a person with a urn:uuid.")
    if not creator.keys() <= _CREATOR_KEYS:
        more["creator"] = {k: v for k, v in creator.items() if k not in _CREATOR_KEYS}
    return _person(person, words(creator.get("name", ""), "author's name", MAX_NAME))


@lru_cache(maxsize=1024)
def _person(person: str, name: str) -> Person:
    """Return a person; a file has few of them and thousands of notes."""
    if not is_urn(person):
        raise BadInput("Its creator is not a person with a urn:uuid.")
    return Person(person, name)


def _bodies(
    item: Mapping[str, object], more: dict[str, object]
) -> tuple[str, tuple[str, ...], list[object]]:
    """Return words, tags and the far ends of links; set aside what is not known."""
    found = item.get("body")
    if found is None:
        return "", (), []
    text = ""
    tags: list[str] = []
    linked: list[object] = []
    strange: list[object] = []
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, str):
            strange.append(one)
            continue
        if not isinstance(one, dict):
            raise BadInput("One of its bodies is not an object.")
        purpose, is_text = one.get("purpose"), one.get("type") == "TextualBody"
        if is_text and purpose == "tagging" and one.keys() <= _TEXT_KEYS:
            tags.append(words(one.get("value"), "tag", MAX_TAG))
        elif is_text and not text and one.get("format") in _OUR_FORMATS and one.get("value"):
            text = words(one.get("value"), "text", MAX_STRING)
            if not one.keys() <= _TEXT_KEYS:
                more["text"] = {k: v for k, v in one.items() if k not in _TEXT_KEYS}
        elif purpose == "linking" and "source" in one:
            linked.append(one)
        else:
            strange.append(one)
    if len(tags) > MAX_TAGS:
        raise BadInput(f"It has more than {MAX_TAGS:,} tags.")
    if strange:
        more["body"] = strange
    return text, tuple(sorted(set(tags))) if len(tags) > 1 else tuple(tags), linked


def _targets(
    item: Mapping[str, object], linked: list[object], more: dict[str, object]
) -> tuple[Target, ...]:
    found = item.get("target")
    ends = [*(found if isinstance(found, list) else [found]), *linked]
    if not ends or found is None:
        raise BadInput("It has no target.")
    if len(ends) > MAX_TARGETS:
        raise BadInput(f"It has more than {MAX_TARGETS} targets.")
    targets, strange = [], {}
    for row, end in enumerate(ends):
        target, unknown = decode_target(end)
        targets.append(target)
        if unknown:
            strange[str(row)] = unknown
    if strange:
        more["targets"] = strange
    return tuple(targets)
