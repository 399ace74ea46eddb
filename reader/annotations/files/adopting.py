"""Annotations of other programs in the W3C model, made ours.

They have no revisions, and often other ids; the same annotation always becomes the same
revision, so that a second import changes nothing.
"""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from reader.annotations.files.strict import check_inside
from reader.annotations.items import decode, encode
from reader.annotations.revisions import Revision, canonical, revise
from reader.annotations.terms import MAX_NAME, as_iri, is_time, is_urn
from reader.model import BadInput

_EPOCH = "1970-01-01T00:00:00.000Z"


def adopt(raw: object, head: Mapping[str, object]) -> Revision:
    """Make a revision of a foreign annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    if not isinstance(raw, dict):
        raise BadInput("It is not an object.")
    try:
        check_inside(raw, canonical(raw))
    except (ValueError, RecursionError) as error:
        raise BadInput("It holds a number that JSON does not know, or is too deep.") from error
    item = {key: value for key, value in raw.items() if not key.startswith("ar:re")}
    name = item.get("id")
    if not (isinstance(name, str) and is_urn(name)):
        if isinstance(name, str):
            item["via"] = as_iri(name)
        item["id"] = _urn(name if isinstance(name, str) else canonical(raw))
    plain = item.get("bodyValue")
    if isinstance(plain, str) and "body" not in item:  # the short form of a note (3.2.6)
        del item["bodyValue"]
        item["body"] = {"type": "TextualBody", "format": "text/plain", "value": plain}
    item["creator"] = _creator(item.get("creator", head.get("creator")))
    created = item.get("created", item.get("modified", head.get("generated")))
    item["created"] = created if isinstance(created, str) and is_time(created) else _EPOCH
    return revise(encode(decode(item)), ())


def _creator(found: object) -> dict[str, object]:
    """Return a person with an id of its own, made of the name where there is none."""
    if isinstance(found, list) and found:
        return _creator(found[0])
    if isinstance(found, str):
        return {"id": found if is_urn(found) else _urn(found), "type": "Person", "name": ""}
    if not isinstance(found, dict):
        return {"id": _urn(""), "type": "Person", "name": ""}
    person, name = found.get("id"), found.get("name", "")
    shown = name[:MAX_NAME] if isinstance(name, str) else ""
    if isinstance(person, str):
        return {"id": person if is_urn(person) else _urn(person), "type": "Person", "name": shown}
    return {"id": _urn(shown), "type": "Person", "name": shown}


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn
