"""Taking an annotation file into the store, and giving mine away."""

import re
from collections.abc import Callable, Iterable

from reader.annotations.files import AnnotationFile, TextSource
from reader.annotations.merging.previewing import Preview, Row
from reader.annotations.store import Store
from reader.model import NO_PROGRESS, Change, Colour, Progress

_SOURCE = re.compile(rb'"source":"([^"\\]*)"')


def take(
    preview: Preview,
    store: Store,
    chosen: Callable[[Row], bool] | None = None,
    *,
    label: str = "Take annotations",
    progress: Progress = NO_PROGRESS,
    by_itself: bool = False,
) -> Change:
    """Take the chosen rows as one action that one undo takes back.

    Args:
        preview: of the file; should the store have changed since, nothing of it is lost, as
            merging is a union.
        store: mine.
        chosen: which rows to take; without it those that are ticked.
        label: for the undo menu.
        progress: told while writing.
        by_itself: it arrived from a shared folder; no step of undo.

    Raises:
        Cancelled: nothing was taken.
        LibraryError: likewise.
    """
    wanted = chosen or (lambda row: row.ticked)
    revisions = [
        row.revision for row in preview.rows if row.useful and row.revision and wanted(row)
    ]
    return store.take(revisions, label, progress, by_itself=by_itself)


def file_of(
    store: Store,
    texts: Iterable[TextSource] = (),
    *,
    label: str = "",
    everything: bool = False,
) -> AnnotationFile:
    """Return what I share: my own notes, or everything that I have.

    ``texts`` describes the works of my library; those that no annotation stands in are left out.
    Notes of others that I hid are not passed on.
    """
    revisions = [
        one
        for one in store.revisions()
        if one.author == store.me.id or (everything and not store.is_hidden(one.note))
    ]
    names = store.colour_names()
    sources = {source for one in revisions for source in _SOURCE.findall(one.data)}
    used = tuple(text for text in texts if text.source.encode() in sources)
    return AnnotationFile(
        store.fact("collection"),
        store.me,
        label or f"Annotations of {store.me.name}",
        store.fact("device"),
        used,
        tuple(revisions),
        colours=tuple((colour, names[colour]) for colour in Colour if colour in names),
    )
