"""Annotation sets of Readium's reading systems, such as Thorium.

Source: the profile of the Readium group (readium/annotations, README, sections 1 and 2): one
body object with colour, style and keyword.  Only quotes can be followed outside an EPUB.
"""

from collections.abc import Iterator, Mapping

from reader.annotations.foreign.building import Draft, build, colour_of, person, text, time_of
from reader.annotations.foreign.values import About, WorkOf
from reader.model import Annotation, BadInput, MarkStyle, Person

_STYLES = {"underline": MarkStyle.UNDERLINE, "strikethrough": MarkStyle.STRIKE}


def is_readium(whole: object) -> bool:
    """Say whether a JSON value is such a set."""
    return isinstance(whole, dict) and whole.get("type") == "AnnotationSet"


def entries(whole: object) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each note, with what the set says of its text."""
    found = whole if isinstance(whole, dict) else {}
    about = found.get("about")
    items = found.get("items")
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        name = item.get("id") if isinstance(item, dict) else None
        yield (name if isinstance(name, str) else f"note {number}"), (about, item)


def note(row: object, work_of: WorkOf, reader: Person) -> Annotation:
    """Make an annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    about, item = row if isinstance(row, tuple) else ({}, row)
    if not isinstance(item, dict) or not text(item.get("id")):
        raise BadInput("It has no id.")
    known = _about(about if isinstance(about, dict) else {})
    work = work_of(known)
    if not work:
        raise BadInput(f"The library has no text “{known.title}”.")
    found = item.get("body")
    body = found if isinstance(found, dict) else {}
    quote = _quote(item)
    creator = item.get("creator")
    return build(
        Draft(
            name=text(item.get("id")),
            author=_author(creator) if isinstance(creator, dict) else reader,
            work=work,
            created=time_of(item.get("created")),
            modified=time_of(item.get("modified")),
            quote=text(quote.get("exact")),
            prefix=text(quote.get("prefix")),
            suffix=text(quote.get("suffix")),
            body=text(body.get("value")),
            tags=(text(body.get("keyword")), text(body.get("tag"))),
            colour=colour_of(body.get("color")),
            style=_STYLES.get(text(body.get("highlight")), MarkStyle.HIGHLIGHT),
            bookmark=item.get("motivation") == "bookmarking",
        )
    )


def _about(about: Mapping[str, object]) -> About:
    creators = about.get("dc:creator")
    names = creators if isinstance(creators, list) else [creators]
    title = about.get("dc:title")
    return About(
        title if isinstance(title, str) else "", tuple(n for n in names if isinstance(n, str))
    )


def _quote(item: Mapping[str, object]) -> Mapping[str, object]:
    target = item.get("target")
    selectors = target.get("selector") if isinstance(target, dict) else None
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
            return selector
    return {}


def _author(creator: Mapping[str, object]) -> Person:
    name = text(creator.get("name"))
    return person(text(creator.get("id")) or name, name)
