"""Links made by people, placed in the texts at hand: editors' and readers' own."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.files import write_json
from reader.library.finding import Finding
from reader.model import (
    NO_PROGRESS,
    Annotation,
    AnnotationKind,
    BadInput,
    Edition,
    LibraryError,
    NotFound,
    Progress,
    Relation,
    Span,
    TextTarget,
)
from reader.model.digests import sha256

if TYPE_CHECKING:
    from reader.apparatus import CuratedLink, Problem
    from reader.links import Encoder, Links, Tie

#: A passage by work and passage id.
End = tuple[str, str]
#: Changed whenever links may be placed otherwise; those kept on disk are placed anew.
_PLACING = b"between-neighbours"


class Tying(Finding):
    """The part of the door that knows the links made by people, and holds the engine.

    Attributes:
        model_problem: why a sentence model that is installed is not used; empty when all is well.
    """

    model_problem = ""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._curated_kept: tuple[str, tuple[Tie, ...]] = ("", ())

    @cached_property
    def _links(self) -> "Links":
        from reader.links import Links, concept_bridges, equip, read_arguments

        glossary = self.glossary()
        bridges = [*concept_bridges(glossary), *read_arguments()]
        apparatus = equip(glossary, bridges, self._sentence_model())
        try:
            links = Links(self.folder / "links", apparatus)
        except LibraryError:  # cannot be written to: compute in memory
            links = Links(None, apparatus)
        self._closing.append(links.close)
        return links

    def _sentence_model(self) -> "Encoder | None":
        """Return the model of the optional extra; ``model_problem`` says why it is not used."""
        from reader.links import load_encoder

        self.model_problem = ""
        try:
            return load_encoder()
        except BadInput as error:
            self.model_problem = error.message
            return None

    def _reopen_links(self) -> None:
        """Take up what another process wrote, also where it began a new file."""
        if "_links" in self.__dict__:
            self._links.reopen()

    # ---- curated ------------------------------------------------------------------------

    def curated(self) -> tuple["CuratedLink", ...]:
        """Return all curated links, shipped and the reader's own."""
        from reader.apparatus import load_links

        return load_links(self.folder / "links.toml").value

    def curated_ties(self, progress: Progress = NO_PROGRESS) -> tuple["Tie", ...]:
        """Return curated links placed in the editions at hand; kept on disk.  Slow at first."""
        editions = self._editions_by_work()
        stamp = self._curated_stamp(editions)
        if self._curated_kept[0] != stamp:
            ties = self._read_ties(stamp)
            if ties is None:
                ties = self._place_links(editions, progress)
                with suppress(LibraryError):
                    write_json(self._ties_file, _dump_ties(stamp, ties))
            self._curated_kept = (stamp, ties)
        return self._curated_kept[1]

    def apparatus_problems(self) -> tuple["Problem", ...]:
        """Return what is wrong with glossary and links, and what could not be placed.  Slow."""
        from reader.apparatus import load_glossary, load_links, resolve

        glossary = load_glossary(self.folder / "glossary.toml")
        links = load_links(self.folder / "links.toml")
        resolved = resolve(links.value, self._editions_by_work())
        return (*glossary.problems, *links.problems, *resolved.problems)

    def links_resolved(self) -> list[dict[str, Any]]:
        """Return curated and made links as plain data, with how each end resolved.  Slow."""
        from reader.apparatus import resolve

        editions = self._editions_by_work()
        resolved = resolve(self.curated(), editions)
        found = [
            _told_link(
                one.link,
                _told_end(editions, one.link.start.work, one.start),
                _told_end(editions, one.link.end.work, one.end),
            )
            for one in resolved.placed
        ]
        for one in resolved.unplaced:
            problem = "" if one.missing_work else str(one.problem)
            ends = [
                {"work": end.work, "locus": "", "problem": problem or "not in the library"}
                for end in (one.link.start, one.link.end)
            ]
            found.append({**_told_link(one.link, *ends), "problem": problem})
        return found + [self._told_note(note) for note in self._notes_that_link()]

    @property
    def _ties_file(self) -> Path:
        return self.folder / "links" / "curated.json"

    def _curated_stamp(self, editions: Mapping[str, Edition]) -> str:
        from reader.importing.shipped import shipped

        digest = sha256(_PLACING)
        for path in (shipped("texts/links.toml"), self.folder / "links.toml"):
            with suppress(OSError):
                digest.update(path.read_bytes())
        for work, edition in sorted(editions.items()):
            digest.update(f"{work}\0{edition.sha256}\0".encode())
        return digest.hexdigest()

    def _place_links(
        self, editions: Mapping[str, Edition], progress: Progress
    ) -> tuple["Tie", ...]:
        from reader.apparatus import resolve
        from reader.links import ties

        return ties(resolve(self.curated(), editions, progress).placed)

    def _read_ties(self, stamp: str) -> tuple["Tie", ...] | None:
        try:
            data = json.loads(self._ties_file.read_bytes())
            return _load_ties(data) if data["stamp"] == stamp else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    # ---- readers' -----------------------------------------------------------------------

    def _made_ties(self) -> Iterator["Tie"]:
        from reader.links import Tie

        for note in self._notes_that_link():
            ends = [self._passage_end(target) for target in note.targets[:2]]
            if len(ends) == 2 and ends[0] and ends[1]:
                yield Tie(ends[0], ends[1], note.relation, note.body, by_reader=True)

    def _notes_that_link(self) -> list[Annotation]:
        return [n for n in self.visible() if n.kind is AnnotationKind.LINK]

    def _passage_end(self, target: object) -> End | None:
        """Return work and passage of a target, in the edition at hand."""
        if not isinstance(target, TextTarget):
            return None
        try:
            edition = self.edition(target.work)
        except NotFound:
            return None
        try:
            return target.work, edition.passage(target.selectors.passage).id
        except NotFound:  # another edition, other ids: by its words
            key = f"{target.source}:{target.selectors.start}"
            span = getattr(self._anchor(key, target, edition), "span", None)
            return (target.work, edition.at(span.start).id) if isinstance(span, Span) else None

    def _told_note(self, note: Annotation) -> dict[str, Any]:
        editions = self._editions_by_work()
        ends = [self._passage_end(target) for target in note.targets[:2]]
        lost = {"work": "", "locus": "", "problem": "lost"}
        told = [_told_end(editions, *end) if end else lost for end in ends]
        return {
            "from": told[0],
            "to": told[-1],
            "relation": note.relation.value if note.relation else "",
            "weight": 0,
            "reason": note.body,
            "by": note.author.name,
            "problem": "" if all(ends) else _why_lost(note, editions),
        }

    # ---- how ----------------------------------------------------------------------------

    def _linkable(self) -> list[Edition]:
        """Return the texts to relate: readers' own, and the companions among themselves."""
        return [one for one in self._sound_editions() if not one.work.id.startswith("help-")]

    def _editions_by_work(self) -> dict[str, Edition]:
        return {edition.work.id: edition for edition in self._sound_editions()}


def _why_lost(note: Annotation, editions: Mapping[str, Edition]) -> str:
    gone = any(isinstance(one, TextTarget) and one.work not in editions for one in note.targets)
    if gone:
        return "This link leads to a text that is not in the library; add it, and the link is back."
    return "An end of this link has no certain place."


def _told_end(editions: Mapping[str, Edition], work: str, passage: str) -> dict[str, str]:
    return {"work": work, "locus": str(editions[work].passage(passage).locus), "passage": passage}


def _told_link(
    link: "CuratedLink", start: Mapping[str, str], end: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "from": {**start, "incipit": link.start.incipit},
        "to": {**end, "incipit": link.end.incipit},
        "relation": link.relation.value,
        "weight": link.weight,
        "reason": link.reason,
        "by": "" if link.own else "Counterpoint",
        "problem": "",
    }


def _dump_ties(stamp: str, ties: Iterable["Tie"]) -> dict[str, object]:
    return {
        "stamp": stamp,
        "ties": [[*t.here, *t.there, t.relation or "", t.reason, t.weight] for t in ties],
    }


def _load_ties(data: Mapping[str, Any]) -> tuple["Tie", ...]:
    from reader.links import Tie

    return tuple(
        Tie(
            (work, passage),
            (there, other),
            Relation(relation) if relation else None,
            reason,
            weight,
        )
        for work, passage, there, other, relation, reason, weight in data["ties"]
    )
