"""Finding the ends of curated links in the editions at hand; reported, never guessed.

An incipit is compared letter by letter with the beginning of every passage, then of every
sentence, then with the whole text; the nearest wins when it is clearly the nearest, and the
number of the paragraph decides only between places that fit equally well.  What is not found so
is looked for once more between its neighbours by number, where less can be meant.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.apparatus.links import CuratedLink, LinkEnd
from reader.apparatus.problems import Problem
from reader.matching import Letters, align, letters, skeleton
from reader.model import NO_PROGRESS, Edition, Passage, PassageKind, Progress, Span

#: Share of an incipit's letters that may be wrong.  At 2 % noise an incipit of 30 letters has two
#: wrong ones in one case of ten; ``python -m tests.bench.apparatus`` compares other shares.
_WRONG = 0.2
#: Paragraphs by which the number may be off and still decide: copies differ in their headings,
#: and a paragraph more or less shifts all that follow.
_NEAR = 6
#: Letters that may be torn or put in before the first word (a number, a speaker's name).
_SLACK = 6
#: Letters of an incipit at least that may be damaged inside a passage: fewer could be anything.
_ENOUGH = 12
#: Editions that hold the words of a passage, rather than a reference or note, come first.
_BODY = frozenset({PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE})


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A curated link with both ends found.

    Attributes:
        link: as written.
        start, end: ids of the passages.
        start_span, end_span: where the incipits stand in the two reading texts.
    """

    link: CuratedLink
    start: str
    end: str
    start_span: Span
    end_span: Span


@dataclass(frozen=True, slots=True)
class UnplacedLink:
    """A curated link of which an end was not found.

    Attributes:
        link: as written.
        problem: file, line, what is wrong and what helps.
        missing_work: the end's work is not in the library: nothing is wrong with the link.
    """

    link: CuratedLink
    problem: Problem
    missing_work: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of all links, each in the order written."""

    placed: tuple[PlacedLink, ...]
    unplaced: tuple[UnplacedLink, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong; links to works that the library lacks are not."""
        return tuple(one.problem for one in self.unplaced if not one.missing_work)


@dataclass(frozen=True, slots=True)
class _Place:
    passage: Passage
    span: Span


def resolve(
    links: Iterable[CuratedLink],
    editions: Mapping[str, Edition],
    progress: Progress = NO_PROGRESS,
) -> Resolved:
    """Find both ends of every link.

    Args:
        links: as loaded.
        editions: by short id of the work.
        progress: told now and then.

    Cost: 1 ms an end that stands as written; 10 ms a damaged one in ten thousand words.

    Raises:
        Cancelled: the reader wants to stop.
    """
    links = tuple(links)
    known = _found(links, editions, progress)
    placed: list[PlacedLink] = []
    unplaced: list[UnplacedLink] = []
    for link in links:
        strangers = [end.work for end in (link.start, link.end) if end.work not in editions]
        if strangers:
            unplaced.append(_without_work(link, strangers[0]))
            continue
        start, end_ = known[link.start], known[link.end]
        if isinstance(start, _Place) and isinstance(end_, _Place):
            placed.append(
                PlacedLink(link, start.passage.id, end_.passage.id, start.span, end_.span)
            )
        else:
            unplaced.append(_not_found(link, [start, end_]))
    return Resolved(tuple(placed), tuple(unplaced))


def _found(
    links: Sequence[CuratedLink], editions: Mapping[str, Edition], progress: Progress
) -> "dict[LinkEnd, _Place | str]":
    """Return for every end in the works at hand its place, or a clause that says why none."""
    texts: dict[str, _Text] = {}
    known: dict[LinkEnd, _Place | str] = {}
    for row, link in enumerate(links):
        if row % 16 == 0:
            progress.step(row / len(links), "placing links")
        for end in (link.start, link.end):
            if end.work in editions and end not in known:
                if end.work not in texts:
                    texts[end.work] = _Text(editions[end.work])
                known[end] = texts[end.work].find(end)
    sure = dict(known)
    for end, found in sure.items():
        if isinstance(found, str) and (room := _between(end, sure)):
            known[end] = texts[end.work].find_within(end, *room) or found
    return known


def _between(end: LinkEnd, known: "Mapping[LinkEnd, _Place | str]") -> tuple[int, int] | None:
    """Return the offsets between which a place must lie, by the numbers of those that are known.

    None where there is not one on either side, or where they contradict one another.
    """
    near = [
        (other.near, place.span.start)
        for other, place in known.items()
        if other.work == end.work and other.near and isinstance(place, _Place)
    ]
    before = max((one for one in near if one[0] < end.near), default=None)
    after = min((one for one in near if one[0] > end.near), default=None)
    if before is None or after is None or before[1] >= after[1]:
        return None
    return before[1], after[1]


def _without_work(link: CuratedLink, work: str) -> UnplacedLink:
    what = f"the work “{work}” is not in the library"
    problem = Problem(link.file, link.line, link.entry, what, "add a copy of it")
    return UnplacedLink(link, problem, missing_work=True)


def _not_found(link: CuratedLink, found: Sequence[_Place | str]) -> UnplacedLink:
    what = "; ".join(one for one in found if isinstance(one, str))
    remedy = "give more of the first words, or the number of the paragraph as near = N"
    return UnplacedLink(link, Problem(link.file, link.line, link.entry, what, remedy))


class _Text:
    """One edition, made ready for finding incipits."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._letters: Letters = letters(edition.text)

    @cached_property
    def _starts(self) -> list[tuple[int, Passage]]:
        """For each passage the letter it begins with."""
        return [(self._letters.index(one.span.start), one) for one in self._edition.passages]

    def find(self, end: LinkEnd) -> _Place | str:
        """Return the place of an incipit, or a clause that says why there is none."""
        wanted = skeleton(end.incipit)
        for places in (self._at_starts(wanted), self._anywhere(wanted)):
            if places:
                return self._choose(places, end)
        return f"“{end.incipit}” was not found in “{self._edition.work.title}”"

    def _at_starts(self, wanted: str) -> list[_Place]:
        """Return the passages that begin with the words, the exact ones or else the nearest."""
        exact = [
            self._place(at, at + len(wanted), passage)
            for at, passage in self._starts
            if self._letters.text.startswith(wanted, at)
        ]
        return exact or self._nearly_at_starts(wanted)

    def _nearly_at_starts(self, wanted: str) -> list[_Place]:
        most = int(_WRONG * len(wanted))
        best: list[_Place] = []
        for at, passage in self._starts:
            window = self._letters.text[at : at + len(wanted) + _SLACK + most]
            if not _alike(wanted, window, most):
                continue
            found = align(wanted, window)
            edge = found.edge(0, len(wanted))
            if found.distance > most or not edge or edge[0] > _SLACK:
                continue
            if found.distance < most:
                best, most = [], found.distance
            best.append(self._place(at + edge[0], at + edge[1], passage))
        return best

    def _anywhere(self, wanted: str) -> list[_Place]:
        text, at = self._letters.text, -1
        found: list[_Place] = []
        while (at := text.find(wanted, at + 1)) >= 0 and len(found) < 100:
            found.append(self._place(at, at + len(wanted)))
        if found or len(wanted) < _ENOUGH:
            return found
        near = align(wanted, text)
        edge = near.edge(0, len(wanted))
        if not edge or near.distance > _WRONG * len(wanted) / 2:
            return []
        rest = align(wanted, text[edge[1] :])
        places = [self._place(*edge)]
        if rest.distance <= near.distance and (other := rest.edge(0, len(wanted))):
            places.append(self._place(edge[1] + other[0], edge[1] + other[1]))
        return places

    def find_within(self, end: LinkEnd, first: int, last: int) -> _Place | None:
        """Return the place of an incipit between two offsets, when one alone comes near it."""
        wanted, low = skeleton(end.incipit), self._letters.index(first)
        text = self._letters.text[low : self._letters.index(last)]
        if len(wanted) < _ENOUGH:
            return None
        near = align(wanted, text)
        edge = near.edge(0, len(wanted))
        if not edge or near.distance > _WRONG * len(wanted):
            return None
        if any(
            align(wanted, rest).distance <= near.distance + 1
            for rest in (text[: edge[0]], text[edge[1] :])
            if rest
        ):
            return None
        return self._place(low + edge[0], low + edge[1])

    def _place(self, start: int, end: int, passage: Passage | None = None) -> _Place:
        span = self._letters.span(start, end)
        return _Place(passage or self._edition.at(span.start), span)

    def _choose(self, places: list[_Place], end: LinkEnd) -> _Place | str:
        """Return the only place, or the one that the number of the paragraph decides for."""
        inside = [one for one in places if one.passage.kind in _BODY] or places
        passages = {one.passage.id: one for one in reversed(inside)}
        if len(passages) == 1:
            return next(iter(passages.values()))
        told = ", ".join(str(one.passage.locus) for one in inside[:4])
        what = (
            f"“{end.incipit}” stands {len(passages)} times in “{self._edition.work.title}” ({told})"
        )
        if not end.near:
            return what
        away = sorted(
            (abs(one.passage.locus.number - end.near), row)
            for row, one in enumerate(inside)
            if one.passage.locus.sign == "¶"
        )
        if not away or away[0][0] > _NEAR or (len(away) > 1 and away[1][0] - away[0][0] < 2):
            return f"{what}, none of them clearly nearest to ¶{end.near}"
        return inside[away[0][1]]


def _alike(wanted: str, window: str, most: int) -> bool:
    """Say quickly whether the letters can be near: enough pairs of letters are shared."""
    pairs = {wanted[at : at + 2] for at in range(len(wanted) - 1)}
    missing = sum(pair not in window for pair in pairs)
    return missing <= 2 * most  # one wrong letter breaks two pairs
