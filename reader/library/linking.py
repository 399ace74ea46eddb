"""Related passages of the library: curated, made by readers, and found by the program."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.files import write_json
from reader.library.finding import Finding
from reader.model import (
    NO_PROGRESS,
    Annotation,
    AnnotationKind,
    Change,
    Edition,
    Evidence,
    LibraryError,
    NotFound,
    Progress,
    Related,
    Relation,
    Span,
    TextTarget,
    Touched,
    Verdict,
)

if TYPE_CHECKING:
    from reader.apparatus import CuratedLink, Problem
    from reader.links.book import Links

#: Score of a curated link by its weight; the computed score moves it by at most ``_NUDGE``, so
#: that links of equal weight stand in the order of what they share (tests/bench/related.py).
_SCORES = {1: 0.55, 2: 0.77, 3: 0.92}
_NUDGE = 0.08
#: A link that a reader made or accepted is worth a good curated one.
_MADE = 0.95

_End = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Joined:
    """One end of a curated or made link, seen from the other.

    Attributes:
        there: work and passage id.
        relation: read from the link's first end to its second.
        score: 0 to 1.
        reason: the editor's or reader's sentence.
        forward: whether ``there`` is the second end.
    """

    there: _End
    relation: Relation | None
    score: float
    reason: str
    forward: bool


class Linking(Finding):
    """The part of the door that relates passages; ``related`` may be called in any thread."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._placed_links: tuple[str, dict[_End, list[Joined]]] = ("", {})
        self.listen(Touched.TEXTS | Touched.GLOSSARY, self._on_texts)

    @cached_property
    def _links(self) -> "Links":
        from reader.links.book import Links
        from reader.links.bridges import concept_bridges, read_arguments
        from reader.links.features import equip

        glossary = self.glossary()
        apparatus = equip(glossary, [*concept_bridges(glossary), *read_arguments()])
        try:
            links = Links(self.folder / "links", apparatus)
        except LibraryError:  # cannot be written to: compute in memory
            links = Links(None, apparatus)
        self._closing.append(links.close)
        return links

    # ---- asking -------------------------------------------------------------------------

    def related(
        self,
        work: str,
        passage: str,
        *,
        per_work: int = 3,
        curated: bool = True,
        threshold: float | None = None,
    ) -> tuple[Related, ...]:
        """Return what takes a passage up, best first within each other work.

        Rejected ones are left out.  A pair of texts that has not been computed yet adds
        nothing: see ``refresh_links``.  About 5 ms for each passage returned.

        Args:
            work: short id.
            passage: id of the passage in it.
            per_work: at most so many in each other work.
            curated: with the links of editors and readers.
            threshold: least score of computed ones; None takes the engine's own.

        Raises:
            NotFound: there is no such passage.
        """
        edition = self.edition(work)
        here = (work, passage)
        edition.row_of(passage)
        verdicts = self._verdicts_from(here)
        rejected = frozenset(
            end for end, note in verdicts.items() if note.verdict is Verdict.REJECTED
        )
        joined = self._joined(here, verdicts) if curated else {}
        computed = self._computed(edition, passage, per_work + len(joined), threshold, rejected)
        found: dict[_End, Related] = {(one.work, one.passage): one for one in computed}
        for end, link in joined.items():
            if end not in rejected and (made := self._made(link, found.get(end))):
                found[end] = made
        return _best(found.values(), per_work)

    def verdict_on(self, here: _End, there: _End) -> Verdict | None:
        """Return my verdict on a pair of passages; None without one."""
        note = self._verdicts_from(here).get(there)
        return note.verdict if note and note.author == self.me else None

    def links_missing(self) -> int:
        """Count the pairs of texts that have still to be computed."""
        return self._links.missing(self._linkable())

    def refresh_links(self, progress: Progress = NO_PROGRESS) -> bool:
        """Compute what is missing and place the curated links; say whether anything changed.

        Three essays take a second, a shelf of two million words about two minutes.

        Raises:
            Cancelled: the reader stopped it; what was done is kept.
        """
        made = self._links.update(self._linkable(), progress)
        before = self._placed_links[0]
        self._curated_ends(progress)
        if not made and before == self._placed_links[0]:
            return False
        self._tell(Change(Touched.LINKS, label="Related passages"))
        return True

    def curated(self) -> tuple["CuratedLink", ...]:
        """Return all curated links, shipped and the reader's own."""
        from reader.apparatus import load_links

        return load_links(self.folder / "links.toml").value

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
            ends = ({"work": end.work, "locus": "", "problem": problem or "not in the library"}
                    for end in (one.link.start, one.link.end))  # fmt: skip
            found.append({**_told_link(one.link, *ends), "problem": problem})
        return found + [self._told_note(note) for note in self._notes_that_link()]

    def _notes_that_link(self) -> list[Annotation]:
        return [n for n in self._store.annotations() if n.kind is AnnotationKind.LINK]

    def _told_note(self, note: Annotation) -> dict[str, Any]:
        editions = self._editions_by_work()
        ends = [self._passage_end(target) for target in note.targets[:2]]
        told = [
            _told_end(editions, *end) if end else {"work": "", "locus": "", "problem": "lost"}
            for end in ends
        ]
        return {
            "from": told[0],
            "to": told[-1],
            "relation": note.relation.value if note.relation else "",
            "weight": 0,
            "reason": note.body,
            "by": note.author.name,
            "problem": "" if all(ends) else "An end of this link has no certain place.",
        }

    # ---- how ----------------------------------------------------------------------------

    def _linkable(self) -> list[Edition]:
        """Return the texts to relate: readers' own, and the bundled ones among themselves."""
        return [one for one in self._sound_editions() if not one.work.id.startswith("help-")]

    def _editions_by_work(self) -> dict[str, Edition]:
        return {edition.work.id: edition for edition in self._sound_editions()}

    def _computed(
        self,
        edition: Edition,
        passage: str,
        per_work: int,
        threshold: float | None,
        rejected: frozenset[_End],
    ) -> tuple[Related, ...]:
        others = [one for one in self._linkable() if _may_meet(one, edition)]
        from reader.links.weights import THRESHOLD

        return self._links.related(
            edition,
            passage,
            others,
            per_work=per_work,
            threshold=THRESHOLD if threshold is None else threshold,
            rejected=rejected,
        )

    def _joined(self, here: _End, verdicts: Mapping[_End, Annotation]) -> dict[_End, Joined]:
        """Return the links of people from a passage: editors', then readers', then accepted."""
        found = {one.there: one for one in self._curated_ends().get(here, ())}
        for one in self._made_ends(here):
            found[one.there] = one
        for end, note in verdicts.items():
            if note.verdict is Verdict.ACCEPTED:
                known = found.get(end)
                found[end] = Joined(
                    end,
                    note.relation or (known.relation if known else None),
                    _MADE,
                    note.body or (known.reason if known else ""),
                    known.forward if known else True,
                )
        return found

    def _made(self, link: Joined, computed: Related | None) -> Related | None:
        work, passage_id = link.there
        try:
            passage = self.edition(work).passage(passage_id)
        except NotFound:
            return None
        nudge = computed.score if computed else 0.0
        label = link.reason or (link.relation.value if link.relation else "")
        return Related(
            work=work,
            passage=passage_id,
            locus=passage.locus,
            score=min(1.0, link.score + _NUDGE * nudge),
            relation=link.relation,
            reason=link.reason,
            curated=True,
            signals={"curated": 1.0},
            evidence=(
                Evidence("curated", label, 1.0),
                *(replace(e, share=0.0) for e in (computed.evidence if computed else ())),
            ),
            sentences=computed.sentences if computed else None,
        )

    # curated -------------------------------------------------------------------

    def _curated_ends(self, progress: Progress = NO_PROGRESS) -> dict[_End, list[Joined]]:
        """Return curated links by both ends, placed in the editions at hand; kept on disk."""
        editions = self._editions_by_work()
        stamp = self._curated_stamp(editions)
        if self._placed_links[0] != stamp:
            ends = self._read_placed(stamp)
            if ends is None:
                ends = self._place_links(editions, progress)
                with suppress(LibraryError):
                    write_json(self._placed_file, _dump_ends(stamp, ends))
            self._placed_links = (stamp, ends)
        return self._placed_links[1]

    @property
    def _placed_file(self) -> Path:
        return self.folder / "links" / "curated.json"

    def _curated_stamp(self, editions: Mapping[str, Edition]) -> str:
        from reader.importing.shipped import shipped

        digest = hashlib.sha256()
        for path in (shipped("texts/links.toml"), self.folder / "links.toml"):
            with suppress(OSError):
                digest.update(path.read_bytes())
        for work, edition in sorted(editions.items()):
            digest.update(f"{work}\0{edition.sha256}\0".encode())
        return digest.hexdigest()

    def _place_links(
        self, editions: Mapping[str, Edition], progress: Progress
    ) -> dict[_End, list[Joined]]:
        from reader.apparatus import resolve

        ends: dict[_End, list[Joined]] = defaultdict(list)
        for one in resolve(self.curated(), editions, progress).placed:
            link = one.link
            start, end = (link.start.work, one.start), (link.end.work, one.end)
            score = _SCORES.get(link.weight, _SCORES[1])
            ends[start].append(Joined(end, link.relation, score, link.reason, forward=True))
            ends[end].append(Joined(start, link.relation, score, link.reason, forward=False))
        return dict(ends)

    def _read_placed(self, stamp: str) -> dict[_End, list[Joined]] | None:
        try:
            data = json.loads(self._placed_file.read_bytes())
            return _load_ends(data) if data["stamp"] == stamp else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    # readers' ------------------------------------------------------------------

    def _made_ends(self, here: _End) -> Iterable[Joined]:
        """Yield the links that readers made from a passage, or to it."""
        for note in self._store.annotations(here[0]):
            if note.kind is AnnotationKind.LINK and len(note.targets) == 2:
                start, end = (self._passage_end(target) for target in note.targets)
                if here == start and end:
                    yield Joined(end, note.relation, _MADE, note.body, forward=True)
                elif here == end and start:
                    yield Joined(start, note.relation, _MADE, note.body, forward=False)

    def _verdicts_from(self, here: _End) -> dict[_End, Annotation]:
        """Return verdicts on pairs with a passage, by the other end; mine count before others'."""
        found: dict[_End, Annotation] = {}
        notes = [n for n in self._store.annotations(here[0]) if n.kind is AnnotationKind.VERDICT]
        for note in sorted(notes, key=lambda n: n.author == self.me):
            ends = [self._passage_end(target) for target in note.targets]
            if here in ends and len(ends) == 2:
                other = ends[1] if ends[0] == here else ends[0]
                if other:
                    found[other] = note
        return found

    def _passage_end(self, target: object) -> _End | None:
        """Return work and passage of a target, in the edition at hand."""
        if not isinstance(target, TextTarget):
            return None
        try:
            edition = self.edition(target.work)
            return target.work, edition.passage(target.selectors.passage).id
        except NotFound:
            return self._found_again(target)

    def _found_again(self, target: TextTarget) -> _End | None:
        """Find the passage by its words where another edition has other ids."""
        try:
            edition = self.edition(target.work)
        except NotFound:
            return None
        anchoring = self._anchor(f"{target.source}{target.selectors.start}", target, edition)
        span = getattr(anchoring, "span", None)
        return (target.work, edition.at(span.start).id) if isinstance(span, Span) else None

    def _on_texts(self, _change: Change) -> None:
        self._placed_links = ("", {})


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


def _may_meet(one: Edition, other: Edition) -> bool:
    """Say whether two texts are related to one another.

    None is to itself, and no companion to the texts of readers, which have links of their own.
    """
    return one.work.id != other.work.id and one.work.bundled == other.work.bundled


def _best(found: Iterable[Related], per_work: int) -> tuple[Related, ...]:
    by_work: dict[str, list[Related]] = defaultdict(list)
    for one in sorted(found, key=lambda r: (-r.score, r.work, r.locus)):
        if len(by_work[one.work]) < per_work:
            by_work[one.work].append(one)
    return tuple(one for work in sorted(by_work) for one in by_work[work])


def _dump_ends(stamp: str, ends: Mapping[_End, list[Joined]]) -> dict[str, object]:
    return {
        "stamp": stamp,
        "ends": [
            [*here, *one.there, one.relation, one.score, one.reason, one.forward]
            for here, joined in ends.items()
            for one in joined
        ],
    }


def _load_ends(data: Mapping[str, list[list[object]]]) -> dict[_End, list[Joined]]:
    ends: dict[_End, list[Joined]] = defaultdict(list)
    for work, passage, there, other, relation, score, reason, forward in data["ends"]:
        joined = Joined(
            (str(there), str(other)),
            Relation(str(relation)),
            float(str(score)),
            str(reason),
            bool(forward),
        )
        ends[str(work), str(passage)].append(joined)
    return dict(ends)
