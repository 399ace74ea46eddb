"""Exports of Hypothesis: its client's JSON file, or an answer of its API.

Its positions count UTF-16 units of another page and are left out; the quote decides.  Source:
the API's own description (h.readthedocs.io) and what the client writes.
"""

from collections.abc import Iterator, Mapping

from reader.annotations.foreign.building import Draft, build, person, text, time_of
from reader.annotations.foreign.values import About, WorkOf
from reader.model import Annotation, BadInput, Person

_VIA = "https://hypothes.is/a/"
_NAME = "hypothesis:"


def is_hypothesis(whole: object) -> bool:
    """Say whether a JSON value is such an export."""
    found = _rows(whole)
    return bool(found) and isinstance(found[0], dict) and {"id", "uri"} <= found[0].keys()


def _rows(whole: object) -> list[object]:
    if not isinstance(whole, dict):
        return []
    found = whole.get("annotations", whole.get("rows"))
    return found if isinstance(found, list) else []


def entries(whole: object) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each note."""
    for number, row in enumerate(_rows(whole), 1):
        name = row.get("id") if isinstance(row, dict) else None
        yield (name if isinstance(name, str) else f"note {number}"), row


def note(row: object, work_of: WorkOf, _reader: Person) -> Annotation:
    """Make an annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    if not isinstance(row, dict) or not text(row.get("id")):
        raise BadInput("It has no id.")
    about = _about(row)
    parents = row.get("references")
    parent = text(parents[-1]) if isinstance(parents, list) and parents else ""
    work = "" if parent else work_of(about)
    if not parent and not work:
        raise BadInput(f"The library has no text “{about.title or about.address}”.")
    tags = row.get("tags")
    quote = _quote(row)
    return build(
        Draft(
            name=_NAME + text(row.get("id")),
            author=_author(row),
            work=work,
            address=about.address,
            created=time_of(row.get("created")),
            modified=time_of(row.get("updated")),
            quote=text(quote.get("exact")),
            prefix=text(quote.get("prefix")),
            suffix=text(quote.get("suffix")),
            body=text(row.get("text")),
            tags=[text(tag) for tag in tags] if isinstance(tags, list) else (),
            reply_to=_NAME + parent if parent else "",
            shared=not _private(row),
            via=_VIA + text(row.get("id")),
        )
    )


def _about(row: Mapping[str, object]) -> About:
    document = row.get("document")
    titles = document.get("title") if isinstance(document, dict) else ""
    title = titles[0] if isinstance(titles, list) and titles else titles
    return About(title if isinstance(title, str) else "", (), text(row.get("uri")))


def _quote(row: Mapping[str, object]) -> Mapping[str, object]:
    targets = row.get("target")
    for target in targets if isinstance(targets, list) else ():
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else ():
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
                return selector
    return {}


def _author(row: Mapping[str, object]) -> Person:
    account = text(row.get("user"))
    info = row.get("user_info")
    shown = text(info.get("display_name")) if isinstance(info, dict) else ""
    return person(account, shown or account.removeprefix("acct:").partition("@")[0])


def _private(row: Mapping[str, object]) -> bool:
    """Say whether only its writer may read it."""
    permissions = row.get("permissions")
    readers = permissions.get("read") if isinstance(permissions, dict) else None
    return isinstance(readers, list) and readers == [row.get("user")]
