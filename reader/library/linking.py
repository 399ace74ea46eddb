"""Related passages of the library: curated, made by readers, and found by the program."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from reader.library.judging import Judging
from reader.model import (
    NO_PROGRESS,
    Change,
    Edition,
    Progress,
    Related,
    Span,
    Touched,
)

if TYPE_CHECKING:
    from reader.links import Follower


class Linking(Judging):
    """The part of the door that relates passages; ``related`` may be called in any thread."""

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
        rejected: bool = False,
        limit: int | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> tuple[Related, ...]:
        """Return what takes a passage up, best first; links made by people come before others.

        A pair of texts that has not been computed yet adds
        nothing: see ``refresh_links``.  About 1 ms for each passage returned, 4 ms for a new one.

        Args:
            work: short id.
            passage: id of the passage in it.
            per_work: at most so many computed ones in each other work.
            curated: with the links of editors and readers.
            threshold: least score of computed ones; None takes the engine's own.
            evidence: whether to tell why.
            rejected: with those that readers rejected, to be seen and taken back.
            limit: at most so many computed ones, the best; None for all.
            progress: of a shelf whose texts are looked at for the first time: 20 ms each.

        Raises:
            NotFound: there is no such passage.
            Cancelled: the reader stopped it.
        """
        edition = self.edition(work)
        edition.row_of(passage)
        find = self._finder(
            edition, per_work, curated, threshold, evidence, rejected=rejected, limit=limit,
            progress=progress,
        )  # fmt: skip
        return find(passage)

    def related_table(
        self, work: str, progress: Progress = NO_PROGRESS, *, to: str | None = None
    ) -> dict[str, tuple[Related, ...]]:
        """Return by passage id what is related to each passage of a work, without reasons.

        Args:
            work: short id.
            progress: told of passages.
            to: only what stands in this work; None takes all others.

        Raises:
            Cancelled: the reader stopped it.
        """
        edition = self.edition(work)
        stops = replace(progress, tell=NO_PROGRESS.tell)  # in the first passage of a large shelf
        find = self._finder(
            edition, 3, curated=True, threshold=None, evidence=False, to=to, progress=stops
        )
        table: dict[str, tuple[Related, ...]] = {}
        for row, passage in enumerate(edition.passages):
            if row % 16 == 0:
                progress.step(row / len(edition.passages), edition.work.title)
            if found := find(passage.id):
                table[passage.id] = found
        return table

    def link_density(
        self, work: str, progress: Progress = NO_PROGRESS
    ) -> tuple[tuple[Span, float], ...]:
        """Return where passages of a work are linked, and how densely, beside the densest: 0 to 1.

        Computed links are counted for all passages at once; one by one only where a person made
        or judged one.

        Raises:
            Cancelled: the reader stopped it.
        """
        edition = self.edition(work)
        others = [one for one in self._linkable() if _may_meet(one, edition)]
        weights = self.learned().weights
        counts = self._links.counts(edition, others, per_work=3, weights=weights, progress=progress)
        touched = self._touched(work)
        find = self._finder(edition, 3, curated=True, threshold=None, evidence=False)
        for row, passage in enumerate(edition.passages):
            if passage.id in touched:
                progress.step(row / len(edition.passages), edition.work.title)
                counts[passage.id] = len(find(passage.id))
        most = max(counts.values(), default=0) or 1
        return tuple(
            (passage.span, counts[passage.id] / most)
            for passage in edition.passages
            if counts.get(passage.id)
        )

    def _touched(self, work: str) -> set[str]:
        """Return the passages of a work that a person linked or judged the links of."""
        verdicts = self.verdict_table()
        pairs = (*verdicts.accepted, *verdicts.rejected)
        ties = (end for tie in (*self.curated_ties(), *self._made_ties())
                for end in (tie.here, tie.there))  # fmt: skip
        ends = chain(ties, *pairs)
        return {passage for there, passage in ends if there == work}

    def _finder(
        self,
        edition: Edition,
        per_work: int,
        curated: bool,
        threshold: float | None,
        evidence: bool,
        *,
        rejected: bool = False,
        to: str | None = None,
        limit: int | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> Callable[[str], tuple[Related, ...]]:
        """Return what finds the related passages of one text, as the library stands now."""
        from reader.links import THRESHOLD, choose, made

        verdicts = self.verdict_table()
        if rejected:
            verdicts = replace(verdicts, rejected=frozenset())
        weights = self.learned().weights
        others = {
            one.work.id: one
            for one in self._linkable()
            if _may_meet(one, edition) and to in (None, one.work.id)
        }
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
                settled=verdicts.accepted_from(here),
                evidence=evidence,
                limit=limit,
                progress=progress,
            )
            return choose(computed, made(ties, here, others), here, verdicts, per_work)

        return find

    def follower(self, lead: str, follow: str, progress: Progress = NO_PROGRESS) -> "Follower":
        """Return how a pane with one work follows the reading of another.

        Raises:
            Cancelled: the reader stopped it.
        """
        from reader.links import follower

        table = self.related_table(lead, progress, to=follow)
        return follower(self.edition(lead), self.edition(follow), table)

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
        made = self._links.update(self._linkable(), progress.part(0.0, 0.9))
        before = self._curated_kept[0]
        self.curated_ties(progress.part(0.9, 1.0))
        if not made and before == self._curated_kept[0]:
            return False
        self._tell(Change(Touched.LINKS, label="Related passages"))
        return True


def _may_meet(one: Edition, other: Edition) -> bool:
    """Say whether two texts are related to one another.

    None is to itself, and no companion to the texts of readers, which have links of their own.
    """
    return one.work.id != other.work.id and one.work.bundled == other.work.bundled
