"""Annotations from Zotero: items of its API or its JSON export, and Markdown of its notes.

Source: the annotation fields of Zotero's item schema (api.zotero.org/schema: annotationText,
annotationComment, annotationColor), and the links ``zotero://open-pdf/…?annotation=KEY`` that
its notes carry into Markdown.  Zotero keeps no context; the quote stands alone.
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
_TITLE = re.compile(r"^#{1,3}\s+(.{1,500}?)\s*$", re.MULTILINE)


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
    for item in _items(whole):
        data = _data(item)
        if data.get("itemType") == "annotation":
            yield str(data.get("key", ""))[:40], data


def markdown_entries(words: str) -> Iterator[tuple[str, object]]:
    """Yield the annotations quoted in a Markdown note, in the form of JSON items."""
    heading = _TITLE.search(words)
    title = heading[1] if heading else ""
    for line in words.split("\n"):
        key = _KEY.search(line[:20_000])
        quote = _QUOTE.match(line[:20_000]) if key else None
        if not key:
            continue
        after = line[quote.end() :] if quote else line
        yield (
            key[1],
            {
                "key": key[1],
                "title": title,
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
    key, about = text(data.get("key")), About(text(data.get("title")))
    if not key:
        raise BadInput("It has no key.")
    work = work_of(about)
    if not work:
        raise BadInput(f"The library has no text “{about.title}”.")
    tags = data.get("tags")
    return build(
        Draft(
            name="zotero:" + key,
            author=reader,
            work=work,
            created=time_of(data.get("dateAdded")),
            modified=time_of(data.get("dateModified")),
            quote=text(data.get("annotationText")),
            body=text(data.get("annotationComment")),
            tags=[text(t.get("tag")) for t in tags if isinstance(t, dict)]
            if isinstance(tags, list)
            else (),
            colour=colour_of(data.get("annotationColor")),
            style=_STYLES.get(text(data.get("annotationType")), MarkStyle.HIGHLIGHT),
        )
    )
