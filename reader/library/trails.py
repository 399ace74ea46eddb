"""Trails: quotations of several texts in an order, with a reader's bridges between them.

A trail is one annotation with a target for each station, so it is undone, shared and merged like
every other.  Its body is Markdown that people can read where there is no Counterpoint: the title,
then a numbered line for each bridge.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.library.margins import Margins
from reader.model import (
    Anchored,
    Annotation,
    AnnotationKind,
    BadInput,
    Change,
    Locus,
    NotFound,
    Person,
    ReaderError,
    Span,
    TextTarget,
    Work,
)
from reader.model.values import dataclass

#: Stations of one trail: more than an evening has room for.
MOST_STATIONS = 200
_NUMBERED = re.compile(r"(\d{1,4})\.(?: (.*))?")


@dataclass(frozen=True, slots=True)
class Station:
    """One stop of a trail.

    Attributes:
        work: short id.
        span: where it stands in the text at hand; None when it was not found there.
        locus: of its passage; None without a place.
        quote: the words, as they were when they were gathered.
        bridge: what leads here; one line, may be empty.
    """

    work: str
    span: Span | None
    locus: Locus | None
    quote: str
    bridge: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """Stations in their order.

    Attributes:
        id: of the annotation.
        title: one line.
        author: who laid it.
        stations: at least one.
    """

    id: str
    title: str
    author: Person
    stations: tuple[Station, ...]


class Trailing(Margins):
    """The part of the door that lays trails."""

    def trails(self) -> tuple[Trail, ...]:
        """Return all trails that I may see, the newest first."""
        notes = [one for one in self.visible() if one.kind is AnnotationKind.TRAIL]
        return tuple(self._trail(one) for one in sorted(notes, key=lambda n: n.created)[::-1])

    def begin_trail(self, title: str, work: str, span: Span) -> Trail:
        """Lay a trail with its first station.

        Raises:
            BadInput: nothing is selected.
            ReadOnly, LibraryError: nothing was kept.
        """
        target = self._station(work, span)
        body = trail_body(title, [""])
        note = self._new(AnnotationKind.TRAIL, (target,), body=body)
        self._put([note], "Begin a trail")
        return self._trail(note)

    def extend_trail(self, trail: str, work: str, span: Span) -> Change:
        """Add a station at the end.

        Raises:
            NotFound: there is no such trail.
            BadInput: nothing is selected, or the trail is full.
        """
        note = self._trail_note(trail)
        if len(note.targets) >= MOST_STATIONS:
            raise BadInput(
                f"A trail has at most {MOST_STATIONS} stations; begin another one.", trail
            )
        title, bridges = read_trail_body(note.body, len(note.targets))
        targets = (*note.targets, self._station(work, span))
        body = trail_body(title, [*bridges, ""])
        return self.revise(replace(note, targets=targets, body=body), "Add to the trail")

    def arrange_trail(
        self, trail: str, title: str, order: Sequence[int], bridges: Sequence[str]
    ) -> Change:
        """Give a trail another title, order or other bridges; without stations it is deleted.

        Args:
            trail: its id.
            title: the new one.
            order: rows of the stations that stay, in their new order.
            bridges: one for each of ``order``.

        Raises:
            NotFound: there is no such trail, or a row that it does not have.
        """
        note = self._trail_note(trail)
        if not order:
            return self.delete([trail])
        if any(not 0 <= row < len(note.targets) for row in order) or len(order) != len(bridges):
            raise NotFound("This trail has changed meanwhile; nothing was changed.", trail)
        targets = tuple(note.targets[row] for row in order)
        changed = replace(note, targets=targets, body=trail_body(title, bridges))
        return self.revise(changed, "Change the trail")

    def _station(self, work: str, span: Span) -> TextTarget:
        if not span:
            raise BadInput("Select the words that the trail shall stop at.", work)
        return self._target(work, span)

    def _trail_note(self, trail: str) -> Annotation:
        note = self.seen_note(trail)
        if note.kind is not AnnotationKind.TRAIL:
            raise NotFound("This is no trail.", trail)
        return note

    def _trail(self, note: Annotation) -> Trail:
        title, bridges = read_trail_body(note.body, len(note.targets))
        stations = [
            self._stop(note, row, target, bridge)
            for row, (target, bridge) in enumerate(zip(note.targets, bridges, strict=True))
            if isinstance(target, TextTarget)
        ]
        return Trail(note.id, title, note.author, tuple(stations))

    def _stop(self, note: Annotation, row: int, target: TextTarget, bridge: str) -> Station:
        lost = Station(target.work, None, None, target.selectors.exact, bridge)
        try:
            edition = self.edition(target.work)
        except ReaderError:
            return lost
        found = self._anchor(note.id, target, edition, row)
        if not isinstance(found, Anchored):
            return lost
        return replace(lost, span=found.span, locus=edition.at(found.span.start).locus)


def trail_body(title: str, bridges: Sequence[str]) -> str:
    r"""Return title and bridges as the body of a trail; ``read_trail_body`` is the inverse.

    >>> trail_body("On rivers", ["It begins.", ""])
    'On rivers\n\n1. It begins.\n2.'
    """
    lines = [f"{row}. {' '.join(one.split())}".rstrip() for row, one in enumerate(bridges, 1)]
    return "\n".join([" ".join(title.split()) or "Trail", "", *lines])


def read_trail_body(body: str, stations: int) -> tuple[str, tuple[str, ...]]:
    """Return title and bridges, one for each station; whatever fits neither is left out."""
    title, _, rest = body.partition("\n")
    bridges = [""] * stations
    for line in rest.splitlines():
        found = _NUMBERED.fullmatch(line.strip())
        if found and 1 <= int(found[1]) <= stations:
            bridges[int(found[1]) - 1] = " ".join((found[2] or "").split())
    return " ".join(title.split()) or "Trail", tuple(bridges)


def trail_as_markdown(trail: Trail, works: dict[str, Work]) -> str:
    """Return a trail as Markdown: bridges as paragraphs, stations as quotations with places."""
    from reader.index.export import escaped

    parts = [f"# {escaped(trail.title)}"]
    for one in trail.stations:
        if one.bridge:
            parts.append(escaped(one.bridge))
        cited = works[one.work].cited if one.work in works else one.work
        place = f", {one.locus}" if one.locus else ""
        quote = escaped(" ".join(one.quote.split()))
        parts.append(f"> {quote}\n>\n> — {escaped(cited)}{place}")
    return "\n\n".join(parts) + "\n"
