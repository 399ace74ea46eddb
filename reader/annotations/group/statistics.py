"""Seeing the group: who marked what, where meanings differ, what nobody took up.  Pure."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Annotation, AnnotationKind, Colour, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation at its place in the reading text."""

    annotation: Annotation
    span: Span


@dataclass(frozen=True, slots=True)
class Attention:
    """What the group did with one stretch: a sentence or a passage.

    Attributes:
        span: in the reading text.
        people: ids of the members who marked it, ascending.
        marks: how many marks touch it.
        notes: how many of them have words.
        questions: how many of them ask.
        entropy_bits: of the meanings (colours), one vote for each member and meaning; 0 when all
            agree.
    """

    span: Span
    people: tuple[str, ...] = ()
    marks: int = 0
    notes: int = 0
    questions: int = 0
    entropy_bits: float = 0.0

    @property
    def unread(self) -> bool:
        """Whether nobody marked it."""
        return not self.people


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A stretch to talk about.

    Attributes:
        attention: what the group did with it.
        score: higher is more urgent; comparable within one agenda.
        reason: a sentence for people.
    """

    attention: Attention
    score: float
    reason: str


#: What a mark means to its author; by default its colour.
Meaning = Callable[[Annotation], str]


def by_name(names: Mapping[str, Mapping[Colour, str]]) -> Meaning:
    """Return the meaning of marks by what each author calls the colours.

    Two members who call different colours "objection" agree; so do two who name none and use
    the same colour.
    """

    def meaning(note: Annotation) -> str:
        return names.get(note.author.id, {}).get(note.colour, note.colour.value).casefold()

    return meaning


def differing(names: Mapping[str, Mapping[Colour, str]]) -> Mapping[Colour, tuple[str, ...]]:
    """Return the colours to which members give different names, and these."""
    found = {
        colour: {own[colour].casefold(): own[colour] for own in names.values() if colour in own}
        for colour in Colour
    }
    return {
        colour: tuple(sorted(given.values())) for colour, given in found.items() if len(given) > 1
    }


def attention(
    stretches: Sequence[Span], marks: Iterable[Mark], meaning: Meaning = lambda note: note.colour
) -> tuple[Attention, ...]:
    """Return what the group did with each stretch.

    Args:
        stretches: sentences or passages, ascending, not overlapping.
        marks: of everybody, in any order.
        meaning: what a mark means to its author.

    Logarithmic for each mark, then linear in what it covers.
    """
    touching: list[list[Annotation]] = [[] for _ in stretches]
    starts = [one.start for one in stretches]
    ends = [one.end for one in stretches]
    for mark in marks:
        first = bisect_right(ends, mark.span.start)
        last = bisect_left(starts, max(mark.span.end, mark.span.start + 1))
        for row in range(first, last):
            touching[row].append(mark.annotation)
    return tuple(
        _attention(span, notes, meaning) for span, notes in zip(stretches, touching, strict=True)
    )


def _attention(span: Span, notes: list[Annotation], meaning: Meaning) -> Attention:
    if not notes:
        return Attention(span)
    votes = Counter(said for _, said in {(note.author.id, meaning(note)) for note in notes})
    total = votes.total()
    shares = [count / total for count in votes.values()]
    return Attention(
        span,
        tuple(sorted({note.author.id for note in notes})),
        len(notes),
        sum(bool(note.body) for note in notes),
        sum(note.kind is AnnotationKind.QUESTION for note in notes),
        round(-sum(share * math.log2(share) for share in shares) + 0.0, 6),
    )


def agenda(found: Iterable[Attention], limit: int = 20) -> tuple[AgendaItem, ...]:
    """Return what to talk about: most contested and most marked first.

    The score adds the number of members, twice the bits by which their colours differ, and the
    questions; notes count a quarter.  A stretch that one member marked without words or a
    question is left out.
    """
    items = [
        AgendaItem(one, _score(one), _reason(one))
        for one in found
        if len(one.people) > 1 or one.notes or one.questions
    ]
    return tuple(sorted(items, key=lambda item: (-item.score, item.attention.span)))[:limit]


def _score(one: Attention) -> float:
    contested = one.entropy_bits if len(one.people) > 1 else 0.0
    return len(one.people) + 2 * contested + one.questions + one.notes / 4


def _reason(one: Attention) -> str:
    """Say first what is most worth talking about: lists cut the rest off."""
    people = len(one.people)
    parts = ["in different colours"] if people > 1 and one.entropy_bits >= 0.9 else []
    if one.questions:
        parts.append(f"{one.questions} {'question' if one.questions == 1 else 'questions'}")
    parts.append(f"{people} {'member' if people == 1 else 'members'}")
    if one.notes:
        parts.append(f"{one.notes} {'note' if one.notes == 1 else 'notes'}")
    return ", ".join(parts)


def unread(found: Iterable[Attention]) -> tuple[Span, ...]:
    """Return the stretches that nobody marked, neighbours joined."""
    joined: list[Span] = []
    touched = True
    for one in found:
        if one.unread and not touched and joined:
            joined[-1] = Span(joined[-1].start, one.span.end)
        elif one.unread:
            joined.append(one.span)
        touched = not one.unread
    return tuple(joined)
