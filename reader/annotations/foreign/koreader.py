"""JSON exports of KOReader's exporter: one document, or several.

Its entries carry no context and no ids: the creation time and the words are the identity, as
in KOReader itself.  Source: what its exporter plugin writes (koreader/koreader:
plugins/exporter.koplugin/target/json.lua and clip.lua).
"""

import json
from collections.abc import Iterator

from reader.annotations.foreign.building import Draft, build, colour_of, text, time_of
from reader.annotations.foreign.values import About, WorkOf
from reader.model import Annotation, BadInput, MarkStyle, Person

_STYLES = {"underscore": MarkStyle.UNDERLINE, "strikeout": MarkStyle.STRIKE}


def is_koreader(whole: object) -> bool:
    """Say whether a JSON value is such an export."""
    if not isinstance(whole, dict):
        return False
    return isinstance(whole.get("entries", whole.get("documents")), list) and (
        "created_on" in whole or "version" in whole
    )


def entries(whole: object) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each note, with title and author of its document."""
    found = whole if isinstance(whole, dict) else {}
    several = found.get("documents")
    number = 0
    for document in several if isinstance(several, list) else [found]:
        rows = document.get("entries") if isinstance(document, dict) else None
        for row in rows if isinstance(rows, list) else ():
            number += 1
            yield f"note {number}", (document.get("title"), document.get("author"), row)


def note(row: object, work_of: WorkOf, reader: Person) -> Annotation:
    """Make an annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    title, author, entry = row if isinstance(row, tuple) else ("", "", row)
    if not isinstance(entry, dict):
        raise BadInput("It is not an object.")
    about = About(text(title), tuple(filter(None, text(author).split("\n"))))
    work = work_of(about)
    if not work:
        raise BadInput(f"The library has no text “{about.title}”.")
    made, quote = entry.get("time"), text(entry.get("text"))
    bookmark = entry.get("sort") == "bookmark"
    return build(
        Draft(
            name="koreader:" + json.dumps([about.title, made, quote], default=str),
            author=reader,
            work=work,
            created=time_of(made),
            quote=quote,
            body=text(entry.get("note")),
            colour=colour_of(entry.get("color")),
            style=_STYLES.get(text(entry.get("drawer")), MarkStyle.HIGHLIGHT),
            bookmark=bookmark,
        )
    )
