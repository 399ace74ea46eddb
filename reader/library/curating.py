"""The reader's own cross-references in ``links.toml``, and edits of own files by hand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.ownfile import OwnFile
from reader.library.studying import Studying
from reader.model import (
    NO_PROGRESS,
    BadInput,
    Change,
    Edition,
    NotFound,
    Progress,
    Relation,
    Span,
    Touched,
)
from reader.model.values import dataclass

if TYPE_CHECKING:
    from reader.apparatus import CuratedLink, LinkEnd

__all__ = ["CuratedEntry", "CuratedLink", "Curating", "dump_entry", "load_entry"]

#: Words of an incipit (see ``texts/README.md``): fewer than two say too little.
_FEWEST, _MOST = 2, 6
_WORD = re.compile(r"\S+")


#: Why a link to a known text that the library lacks has no places.
_WITHOUT_TEXT = (
    "“{0}” is not in the library. Choose File › Add texts… and add your own copy of it; then this "
    "link has its places."
)


@dataclass(frozen=True, slots=True)
class CuratedEntry:
    """A curated link with its two places in the texts at hand.

    Attributes:
        link: as written.
        start, end: ids of the passages; empty where a place was not found.
        problem: why a place was not found, with file, entry and remedy; empty when all is well.
    """

    link: "CuratedLink"
    start: str = ""
    end: str = ""
    problem: str = ""


def dump_entry(entry: CuratedEntry) -> dict[str, object]:
    """Return an entry as plain values; ``load_entry`` is the inverse."""
    return asdict(entry)


def load_entry(stored: object) -> CuratedEntry | None:
    """Return an entry from plain values; None when they are none."""
    from reader.apparatus import CuratedLink, LinkEnd

    def end(one: Mapping[str, object]) -> LinkEnd:
        return LinkEnd(str(one["work"]), str(one["incipit"]), int(str(one["near"])))

    try:
        told: Mapping[str, Any] = dict(stored)  # type: ignore[call-overload]  # anything
        link = told["link"]
        made = CuratedLink(
            end(link["start"]),
            end(link["end"]),
            Relation(link["relation"]),
            int(link["weight"]),
            str(link["reason"]),
            str(link["key"]),
            own=bool(link["own"]),
        )
        return CuratedEntry(made, str(told["start"]), str(told["end"]))
    except (KeyError, TypeError, ValueError):
        return None


class Curating(Studying):
    """The part of the door that edits curated links."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._own_files = (self._own_glossary, self._own_links)  # as they stand at the opening

    @cached_property
    def _own_links(self) -> OwnFile:
        return OwnFile(self.folder / "links.toml")

    # ---- asking -------------------------------------------------------------------------

    def curated_entries(self, progress: Progress = NO_PROGRESS) -> tuple[CuratedEntry, ...]:
        """Return all curated links with their places, the reader's own first; half a second.

        Raises:
            Cancelled: the reader stopped it.
        """
        from reader.apparatus import resolve

        resolved = resolve(self.curated(), self._editions_by_work(), progress)
        found = [CuratedEntry(one.link, one.start, one.end) for one in resolved.placed]
        absent = self.titles_not_here()
        for one in resolved.unplaced:
            why = str(one.problem)
            if one.missing_work:  # nothing is wrong with the link, nor with its line in the file
                ends = (one.link.start.work, one.link.end.work)
                title = next((absent[work] for work in ends if work in absent), "")
                why = _WITHOUT_TEXT.format(title) if title else why
            found.append(CuratedEntry(one.link, problem=why))
        return tuple(sorted(found, key=lambda one: (not one.link.own, one.link.line)))

    def linked_passages(self, progress: Progress = NO_PROGRESS) -> Mapping[str, int]:
        """Return for each work how many of its passages are ends of links made by people.

        Slow at first: see ``curated_ties``.

        Raises:
            Cancelled: the reader stopped it.
        """
        ties = (*self.curated_ties(progress), *self._made_ties())
        return Counter(work for work, _ in {end for tie in ties for end in (tie.here, tie.there)})

    def own_link_problems(self) -> tuple[str, ...]:
        """Return what is wrong in the reader's own file: file, line, entry and remedy."""
        from reader.apparatus import read_own_links

        return tuple(map(str, read_own_links(self._own_links.path).problems))

    def curated_end(self, work: str, span: Span) -> "LinkEnd":
        """Return how a curated link names a place: its first words and its paragraph.

        Where these words alone do not lead back to the passage, the passage's own first words
        are taken.

        Raises:
            NotFound: there is no such work.
            BadInput: the words there are too few to name a place.
        """
        edition = self.edition(work)
        passage = edition.at(span.start)
        for start in (span.start, passage.span.start):
            for end in _incipits(edition, start, passage.span.end):
                if self._leads_to(end, passage.id):
                    return end
        raise BadInput(
            f"The place {passage.locus} has no words that are found again; choose a passage with "
            "a whole sentence.",
            work,
        )

    def curated_draft(self, start: tuple[str, Span], end: tuple[str, Span]) -> CuratedEntry:
        """Return a link between two places, given as work and span, with its reason to be written.

        Raises:
            NotFound, BadInput: as in ``curated_end``.
        """
        from reader.apparatus import CuratedLink

        link = CuratedLink(
            self.curated_end(*start), self.curated_end(*end), Relation.SAME_CLAIM, 2, own=True
        )
        return CuratedEntry(link, self._passage_at(*start), self._passage_at(*end))

    def _passage_at(self, work: str, span: Span) -> str:
        return self.edition(work).at(span.start).id

    def _leads_to(self, end: "LinkEnd", passage: str) -> bool:
        from reader.apparatus import CuratedLink, resolve

        probe = CuratedLink(end, end, Relation.SAME_CLAIM)
        placed = resolve([probe], {end.work: self.edition(end.work)}).placed
        return bool(placed) and placed[0].start == passage

    # ---- editing ------------------------------------------------------------------------

    def save_curated(self, link: "CuratedLink", *, replaces: "CuratedLink | None" = None) -> Change:
        """Keep a link in the reader's own file; one with the ends of a shipped one replaces it.

        Args:
            link: as it shall be.
            replaces: the own link that it was before.

        Raises:
            BadInput: it has no reason or but one end, or the own file has a mistake that saving
                would lose.
            ReadOnly: the library cannot be changed.
            LibraryError: the file cannot be written; nothing was changed.
        """
        if link.start == link.end:
            raise BadInput("Both ends of the link are the same; give two different passages.")
        if not link.reason.strip():
            raise BadInput("The link has no reason; say in one sentence what the reader will find.")
        before = self._own_curated()
        kept = [one for one in before if one not in (replaces, link)]
        at = before.index(replaces) if replaces in before else len(kept)
        return self._write_links("Edit a curated link", [*kept[:at], link, *kept[at:]])

    def remove_curated(self, link: "CuratedLink") -> Change:
        """Take a link out of the reader's own file; a shipped one that it replaced comes back.

        Raises:
            NotFound: it is not among the reader's own.
            BadInput, ReadOnly, LibraryError: as in ``save_curated``.
        """
        own = self._own_curated()
        if link not in own:
            raise NotFound("This link is not among your own; shipped ones stay.", link.entry)
        own.remove(link)
        return self._write_links("Remove a curated link", own)

    def _own_curated(self) -> list["CuratedLink"]:
        """Return the reader's own links as written.

        Raises:
            BadInput: the file has a mistake: what is wrong there would be lost by writing.
        """
        from reader.apparatus import read_own_links

        loaded = read_own_links(self._own_links.path)
        if loaded.problems:
            raise BadInput(
                f"Your links cannot be saved while the file has a mistake: {loaded.problems[0]}",
                str(self._own_links.path),
            )
        return list(loaded.value)

    def _write_links(self, label: str, own: list["CuratedLink"]) -> Change:
        """Write the own links as one step that can be undone."""
        self._may_change()
        before = self._own_links.content()

        def write() -> Change:
            from reader.apparatus import save_links

            save_links(self._own_links.path, own)
            return self._links_changed(label)

        def back() -> Change:
            self._own_links.put_back(before)
            return self._links_changed(label)

        change = write()
        self._undo.did(label, back, write)
        return change

    def _links_changed(self, label: str) -> Change:
        self._own_links.was_edited()
        return self._tell(Change(Touched.LINKS, label=label))

    # ---- by hand ------------------------------------------------------------------------

    def pick_up_edits(self) -> bool:
        """Read glossary and links anew where their files were edited by hand; say whether so.

        Costs two looks at the file system: to be called when a reader comes back to the window.
        """
        glossary, links = (one.was_edited() for one in self._own_files)
        if glossary:
            self._glossary_changed("The glossary was edited by hand")
        if links:
            self._links_changed("The links were edited by hand")
        return glossary or links


def _incipits(edition: Edition, start: int, stop: int) -> Iterator["LinkEnd"]:
    """Yield names of a place, the longest first."""
    from reader.apparatus import LinkEnd

    words = _WORD.findall(edition.text[start:stop])[:_MOST]
    locus = edition.at(start).locus
    near = locus.number if locus.sign == "¶" else 0
    for count in range(len(words), _FEWEST - 1, -1):
        yield LinkEnd(edition.work.id, " ".join(words[:count]), near)
