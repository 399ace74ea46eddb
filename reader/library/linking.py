"""Related passages of the library: curated, made by readers, and found by the program."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    Change,
    Edition,
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
from reader.model.digests import sha256

if TYPE_CHECKING:
    from reader.apparatus import CuratedLink, Problem
    from reader.links import Follower, Learned, Links, Tie, Verdicts

_End = tuple[str, str]
#: Changed whenever links may be placed otherwise; those kept on disk are placed anew.
_PLACING = b"between-neighbours"


class Linking(Finding):
    """The part of the door that relates passages; ``related`` may be called in any thread."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._curated_kept: tuple[str, tuple[Tie, ...]] = ("", ())
        self._learned_kept: Learned | None = None
        self.listen(Touched.LINKS | Touched.MARKS | Touched.TEXTS, self._on_verdicts)

    @cached_property
    def _links(self) -> "Links":
        from reader.links import Links, concept_bridges, equip, read_arguments

        glossary = self.glossary()
        apparatus = equip(glossary, [*concept_bridges(glossary), *read_arguments()])
        try:
            links = Links(self.folder / "links", apparatus)
        except LibraryError:  # cannot be written to: compute in memory
            links = Links(None, apparatus)
        self._closing.append(links.close)
        return links

    def _reopen_links(self) -> None:
        """Take up what another process wrote, also where it began a new file."""
        if "_links" in self.__dict__:
            self._links.reopen()

    # ---- asking -------------------------------------------------------------------------

    def related(
        self,
        work: str,
        passage: str,
        *,
        per_work: int = 3,
        curated: bool = True,
        threshold: float | None = None,
        evidence: bool = True,
    ) -> tuple[Related, ...]:
        """Return what takes a passage up, best first; links made by people come before others.

        Rejected ones are left out.  A pair of texts that has not been computed yet adds
        nothing: see ``refresh_links``.  About 1 ms for each passage returned, 4 ms for a new one.

        Args:
            work: short id.
            passage: id of the passage in it.
            per_work: at most so many computed ones in each other work.
            curated: with the links of editors and readers.
            threshold: least score of computed ones; None takes the engine's own.
            evidence: whether to tell why.

        Raises:
            NotFound: there is no such passage.
        """
        edition = self.edition(work)
        edition.row_of(passage)
        find = self._finder(edition, per_work, curated, threshold, evidence)
        return find(passage)

    def related_table(
        self, work: str, progress: Progress = NO_PROGRESS
    ) -> dict[str, tuple[Related, ...]]:
        """Return by passage id what is related to each passage of a work, without reasons.

        Raises:
            Cancelled: the reader stopped it.
        """
        edition = self.edition(work)
        find = self._finder(edition, per_work=3, curated=True, threshold=None, evidence=False)
        table: dict[str, tuple[Related, ...]] = {}
        for row, passage in enumerate(edition.passages):
            if row % 16 == 0:
                progress.step(row / len(edition.passages), edition.work.title)
            if found := find(passage.id):
                table[passage.id] = found
        return table

    def _finder(
        self,
        edition: Edition,
        per_work: int,
        curated: bool,
        threshold: float | None,
        evidence: bool,
    ) -> Callable[[str], tuple[Related, ...]]:
        """Return what finds the related passages of one text, as the library stands now."""
        from reader.links import THRESHOLD, choose, made

        verdicts = self.verdict_table()
        weights = self.learned().weights
        others = {one.work.id: one for one in self._linkable() if _may_meet(one, edition)}
        ties = (*self.curated_ties(), *self._made_ties()) if curated else ()

        def find(passage: str) -> tuple[Related, ...]:
            here = (edition.work.id, passage)
            computed = self._links.related(
                edition,
                passage,
                others.values(),
                per_work=per_work,
                threshold=THRESHOLD if threshold is None else threshold,
                weights=weights,
                rejected=verdicts.rejected_from(here),
                evidence=evidence,
            )
            return choose(computed, made(ties, here, others), here, verdicts, per_work)

        return find

    def follower(self, lead: str, follow: str, progress: Progress = NO_PROGRESS) -> "Follower":
        """Return how a pane with one work follows the reading of another; slow for long texts.

        Raises:
            Cancelled: the reader stopped it.
        """
        from reader.links import follower

        table = self.related_table(lead, progress)
        return follower(self.edition(lead), self.edition(follow), table)

    def verdict_on(self, here: _End, there: _End) -> Verdict | None:
        """Return my verdict on a pair of passages; None without one."""
        for note in self._verdict_notes():
            if note.author == self.me and self._pair(note) == frozenset({here, there}):
                return note.verdict
        return None

    def verdict_table(self) -> "Verdicts":
        """Return what readers decided; on the same pair mine counts before others'."""
        from reader.links import Verdicts

        accepted: dict[frozenset[_End], Relation | None] = {}
        rejected: set[frozenset[_End]] = set()
        for note in sorted(self._verdict_notes(), key=lambda one: one.author == self.me):
            pair = self._pair(note)
            accepted.pop(pair, None)
            rejected.discard(pair)
            if note.verdict is Verdict.REJECTED:
                rejected.add(pair)
            elif note.verdict is Verdict.ACCEPTED:
                accepted[pair] = note.relation
        return Verdicts(accepted, frozenset(rejected))

    def learned(self) -> "Learned":
        """Return how verdicts re-weigh the signals in this library, and what changed."""
        from reader.links import learn

        if self._learned_kept is None:
            table = self.verdict_table()
            judged = [
                *self._judged(table.accepted, accepted=True),
                *self._judged(table.rejected, accepted=False),
            ]
            self._learned_kept = learn(judged)
        return self._learned_kept

    # ---- keeping up ---------------------------------------------------------------------

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
        before = self._curated_kept[0]
        self.curated_ties(progress)
        if not made and before == self._curated_kept[0]:
            return False
        self._tell(Change(Touched.LINKS, label="Related passages"))
        return True

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
        from reader.links import Tie

        return tuple(
            Tie(
                (one.link.start.work, one.start),
                (one.link.end.work, one.end),
                one.link.relation,
                one.link.reason,
                one.link.weight,
            )
            for one in resolve(self.curated(), editions, progress).placed
        )

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

    def _verdict_notes(self) -> list[Annotation]:
        return [n for n in self.visible() if n.kind is AnnotationKind.VERDICT]

    def _verdicts(self, here: _End, there: _End) -> list[Annotation]:
        """Return the verdicts on a pair, also those given on an earlier edition."""
        pair = frozenset({here, there})
        return [note for note in self.verdicts() if self._pair(note) == pair]

    def _pair(self, note: Annotation) -> frozenset[_End]:
        """Return the passages that a verdict is about, in the editions at hand."""
        ends = (self._passage_end(target) for target in note.targets)
        return frozenset(end for end in ends if end)

    def _judged(self, pairs: Iterable[frozenset[_End]], *, accepted: bool) -> Iterator[Any]:
        """Yield verdicts as the engine sees them; pairs it has not compared are left out."""
        from reader.links import Judged

        for pair in pairs:
            if len(pair) != 2:
                continue
            (work, passage), (other_work, other) = sorted(pair)
            with suppress(NotFound):
                values = self._links.signals_of(
                    self.edition(work), passage, self.edition(other_work), other
                )
                if values is not None:
                    yield Judged(values, accepted)

    def _passage_end(self, target: object) -> _End | None:
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
            "problem": "" if all(ends) else "An end of this link has no certain place.",
        }

    # ---- how ----------------------------------------------------------------------------

    def _linkable(self) -> list[Edition]:
        """Return the texts to relate: readers' own, and the companions among themselves."""
        return [one for one in self._sound_editions() if not one.work.id.startswith("help-")]

    def _editions_by_work(self) -> dict[str, Edition]:
        return {edition.work.id: edition for edition in self._sound_editions()}

    def _on_verdicts(self, _change: Change) -> None:
        self._learned_kept = None


def _may_meet(one: Edition, other: Edition) -> bool:
    """Say whether two texts are related to one another.

    None is to itself, and no companion to the texts of readers, which have links of their own.
    """
    return one.work.id != other.work.id and one.work.bundled == other.work.bundled


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
