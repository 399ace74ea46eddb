"""Sealed first reading: others' marks stay hidden until I have read a section myself.  Pure.

Search, counts and export are given what ``unsealed`` returns, so that nothing slips through.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from reader.model import Annotation, AnnotationKind, NoteTarget

#: Names a section across all works; None for what stands in no section, such as a whole work.
SectionOf = Callable[[Annotation], str | None]


def open_sections(
    annotations: Iterable[Annotation], me: str, section_of: SectionOf, finished: AbstractSet[str]
) -> frozenset[str]:
    """Return the sections I have marked in or said to have finished."""
    marked = {section_of(note) for note in annotations if note.author.id == me}
    return frozenset(finished | {section for section in marked if section is not None})


def unsealed(
    annotations: Iterable[Annotation], me: str, section_of: SectionOf, finished: AbstractSet[str]
) -> tuple[Annotation, ...]:
    """Return the annotations that I may see, in their order.

    Mine always; others' where their section is open, or where they stand in none.  A reply is
    seen when the note it answers is.

    Args:
        annotations: everybody's.
        me: id of the reader.
        section_of: the section in which a note stands.
        finished: sections I said to have finished.
    """
    every = list(annotations)
    opened = open_sections(every, me, section_of, finished)
    seen = {
        note.id
        for note in every
        if note.author.id == me
        or (note.kind is not AnnotationKind.REPLY and section_of(note) in {None, *opened})
    }
    answered = {
        note.id: note.target.annotation for note in every if isinstance(note.target, NoteTarget)
    }
    return tuple(note for note in every if note.id in seen or _reaches(note.id, answered, seen))


def _reaches(note: str, answered: dict[str, str], seen: AbstractSet[str]) -> bool:
    """Whether the chain of answers from ``note`` leads to one that is seen; stops in rings."""
    path: set[str] = set()
    while note in answered and note not in path:
        path.add(note)
        note = answered[note]
        if note in seen:
            return True
    return False
