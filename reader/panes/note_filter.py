"""Which notes a list shows and in which order; pure."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from reader.model import AnnotationKind, Orphan, Outcome, Placed
from reader.model.values import dataclass


class NoteOrder(StrEnum):
    """How notes are ordered."""

    PLACE = "place"
    TIME = "time"
    AUTHOR = "author"
    COLOUR = "colour"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What a list shows; empty fields do not restrict, all that are set must hold.

    Attributes:
        work: short id.
        kind: of annotation.
        colour: of the mark.
        tag: one of the note's.
        author: id of the person.
        place: ``uncertain`` or ``lost``: where the anchoring is in doubt or failed.
        found: ids that a text search found; None without a search.
    """

    work: str = ""
    kind: str = ""
    colour: str = ""
    tag: str = ""
    author: str = ""
    place: str = ""
    found: frozenset[str] | None = None

    def holds(self, placed: Placed) -> bool:
        """Say whether a note is shown."""
        note = placed.annotation
        return (
            (not self.work or self.work in note.works)
            and (not self.kind or note.kind == self.kind)
            and (not self.colour or note.colour == self.colour)
            and (not self.tag or self.tag in note.tags)
            and (not self.author or note.author.id == self.author)
            and (not self.place or self.place == place_state(placed))
            and (self.found is None or note.id in self.found)
        )


def place_state(placed: Placed) -> str:
    """Return ``sure``, ``uncertain`` or ``lost``.

    A note on a whole work or on another note is sure of its place.
    """
    if placed.anchoring is None:
        return "sure"
    if isinstance(placed.anchoring, Orphan):
        return "lost"
    doubtful = placed.anchoring.outcome in (Outcome.REWORDED, Outcome.AMBIGUOUS)
    return "uncertain" if doubtful else "sure"


def choose(
    notes: Iterable[Placed], which: NoteFilter, order: NoteOrder = NoteOrder.PLACE
) -> list[Placed]:
    """Return the notes shown, ordered; ``notes`` come by work and place.

    The order is stable: notes that are equal in it stay by place.
    """
    shown = [placed for placed in notes if which.holds(placed)]
    key = _KEYS.get(order)
    return sorted(shown, key=key, reverse=order is NoteOrder.TIME) if key else shown


_KEYS: dict[NoteOrder, Callable[[Placed], str]] = {
    NoteOrder.TIME: lambda placed: placed.annotation.modified,
    NoteOrder.AUTHOR: lambda placed: placed.annotation.author.name.casefold(),
    NoteOrder.COLOUR: lambda placed: placed.annotation.colour.value,
    NoteOrder.TAG: lambda placed: (placed.annotation.tags or ("\uffff",))[0],
}


def group_of(placed: Placed, order: NoteOrder) -> str:
    """Return what notes of one group have in common; a work's id when they go by place."""
    note = placed.annotation
    match order:
        case NoteOrder.TIME:
            return note.modified[:10]
        case NoteOrder.AUTHOR:
            return note.author.name
        case NoteOrder.COLOUR:
            return note.colour.value
        case NoteOrder.TAG:
            return note.tags[0] if note.tags else ""
        case _:
            return min(note.works, default="")


def with_replies(notes: Sequence[Placed], every: Iterable[Placed]) -> list[tuple[int, Placed]]:
    """Return notes with their depth, each followed by its replies, oldest first.

    Replies to notes that are not shown are shown by themselves when they were chosen.  A ring
    of replies ends where it would repeat.
    """
    answers: dict[str, list[Placed]] = {}
    for placed in every:
        if placed.annotation.kind is AnnotationKind.REPLY:
            target = getattr(placed.annotation.target, "annotation", "")
            answers.setdefault(target, []).append(placed)
    if not answers and not any(hasattr(one.annotation.target, "annotation") for one in notes):
        return [(0, placed) for placed in notes]
    told: list[tuple[int, Placed]] = []
    seen: set[str] = set()

    def tell(placed: Placed, depth: int) -> None:
        if placed.annotation.id in seen:
            return
        seen.add(placed.annotation.id)
        told.append((depth, placed))
        for answer in sorted(
            answers.get(placed.annotation.id, ()), key=lambda one: one.annotation.created
        ):
            tell(answer, depth + 1)

    ids = {placed.annotation.id for placed in notes}
    for placed in notes:
        target = getattr(placed.annotation.target, "annotation", "")
        if target not in ids:
            tell(placed, 0)
    for placed in notes:  # rings have no beginning
        tell(placed, 0)
    return told
