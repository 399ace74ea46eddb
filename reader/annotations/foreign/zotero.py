"""Annotations from Zotero: items of its API or its JSON export, and Markdown of its notes.

Source: the annotation fields of Zotero's item schema (api.zotero.org/schema: annotationText,
annotationComment, annotationColor), and the links ``zotero://open-pdf/…?annotation=KEY`` that
its notes carry into Markdown.  Zotero keeps no context; the quote stands alone.  Often it is all
that tells the text: the program's own heading of such a note is "Annotations" and a date.
"""

import re
from collections.abc import Iterator, Mapping

from reader.annotations.foreign.building import Draft, build, colour_of, text, time_of
from reader.annotations.foreign.values import About, WorkOf
from reader.model import Annotation, BadInput, MarkStyle, Person

_STYLES = {"underline": MarkStyle.UNDERLINE}
_KEY = re.compile(r"zotero://open(?:-pdf)?/[^\s)]{1,300}?annotation=([A-Z0-9]{8})")
_QUOTE = re.compile(
    r"^\s*(?:>\s*|[-*]\s+)?(?:<[^<>]{0,200}>|\*\*|==)*[“\"«](.+?)[”\"»](?:</[a-z]+>)?\s*(?=[(\[])"
)
_LINKS = re.compile(r"\(?\[[^\[\]]{0,300}\]\(zotero://[^\s()]{1,500}\)\)?")
_TITLE = re.compile(r"#{1,3}\s+(.{1,500}?)\s*")
#: From an annotation over its attachment to the item that has the title.
_CLIMB = 3


def is_zotero(whole: object) -> bool:
    """Say whether a JSON value holds Zotero's annotations."""
    return any(_data(item).get("itemType") == "annotation" for item in _items(whole)[:2000])


def is_zotero_markdown(words: str) -> bool:
    """Say whether a Markdown text is a note of Zotero's."""
    return _KEY.search(words) is not None


def _items(whole: object) -> list[object]:
    """Return all items, those nested in attachments too."""
    found = whole.get("items") if isinstance(whole, dict) else whole
    out: list[object] = []
    for item in found if isinstance(found, list) else ():
        out.append(item)
        for name in ("attachments", "annotations"):
            inner = _data(item).get(name)
            for child in inner if isinstance(inner, list) else ():
                out.append(_inherit(child, item))
                deep = _data(child).get("annotations")
                out += [_inherit(x, item) for x in deep] if isinstance(deep, list) else []
    return out


def _inherit(child: object, parent: object) -> object:
    """Give an annotation the title of the item it hangs under."""
    if not isinstance(child, dict):
        return child
    title = _data(parent).get("title")
    return {**_data(child), "itemType": _data(child).get("itemType", "annotation"), "title": title}


def _data(item: object) -> Mapping[str, object]:
    if not isinstance(item, dict):
        return {}
    inner = item.get("data")
    return inner if isinstance(inner, dict) else item


def entries(whole: object) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each annotation."""
    rows = [_data(item) for item in _items(whole)]
    by_key = {str(data.get("key")): data for data in rows}
    for data in rows:
        if data.get("itemType") == "annotation":
            titles = data.get("title") or _titles_above(data, by_key)
            yield str(data.get("key", ""))[:40], {**data, "title": titles}


def _titles_above(data: Mapping[str, object], by_key: Mapping[str, object]) -> list[str]:
    """Return the titles of what an annotation hangs under, its attachment first."""
    titles, at = [], data
    for _ in range(_CLIMB):
        parent = at.get("parentItem")
        at = _data(by_key.get(parent)) if isinstance(parent, str) else {}
        titles += [title] if isinstance(title := at.get("title"), str) else []
    return titles


def markdown_entries(words: str) -> Iterator[tuple[str, object]]:
    """Yield the annotations quoted in a Markdown note, in the form of JSON items."""
    titles: list[str] = []
    for line in words.split("\n"):
        if heading := _TITLE.fullmatch(line):
            titles.append(heading[1])
        key = _KEY.search(line[:20_000])
        quote = _QUOTE.match(line[:20_000]) if key else None
        if not key:
            continue
        after = line[quote.end() :] if quote else line
        yield (
            key[1],
            {
                "key": key[1],
                "title": titles[-_CLIMB:],
                "seek": True,
                "annotationText": quote[1] if quote else "",
                "annotationComment": _LINKS.sub("", after).strip(),
            },
        )


def note(row: object, work_of: WorkOf, reader: Person) -> Annotation:
    """Make an annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    data = row if isinstance(row, dict) else {}
    key, quote = text(data.get("key")), text(data.get("annotationText"))
    if not key:
        raise BadInput("It has no key.")
    given = data.get("title")
    titles = [text(one) for one in (given if isinstance(given, list) else [given])]
    work = next(filter(None, (work_of(About(one)) for one in reversed(titles))), "")
    if not work and (data.get("seek") or not any(titles)):
        work = work_of(About("", quote=quote))
    if not work:
        raise BadInput(f"The library has no text “{titles[-1] if titles else ''}”.")
    tags = data.get("tags")
    return build(
        Draft(
            name="zotero:" + key,
            author=reader,
            work=work,
            created=time_of(data.get("dateAdded")),
            modified=time_of(data.get("dateModified")),
            quote=quote,
            body=text(data.get("annotationComment")),
            tags=[text(t.get("tag")) for t in tags if isinstance(t, dict)]
            if isinstance(tags, list)
            else (),
            colour=colour_of(data.get("annotationColor")),
            style=_STYLES.get(text(data.get("annotationType")), MarkStyle.HIGHLIGHT),
        )
    )
