"""What is exported, and in which groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model import Edition, Locus, NoteTarget, Placed, TextTarget, WorkTarget


class Grouping(StrEnum):
    """By what an export is divided."""

    TEXT = "text"
    TAG = "tag"
    PERSON = "person"
    CONCEPT = "concept"


@dataclass(frozen=True)
class Material:
    """Annotations to export, with their texts.

    Attributes:
        notes: in any order; replies stand below what they answer, or alone where that is not
            among them.
        editions: by short id of the work; a work without one is named by its id.
        concepts: labels of concepts by annotation id, for grouping by them.
        colours: the reader's own names of the six colours, by colour; others by the plain word.
        ends: where the other ends of links and trails stand today, by annotation id and row of
            the target; without it the passage they were made on is looked up.
        answered: the note that stands in a text and begins the talk in which a reply is, by id of
            the reply, for those that stand alone; none where it is gone.
        language: of the words set around the notes; texts and notes keep their own.
    """

    notes: Sequence[Placed]
    editions: Mapping[str, Edition]
    concepts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    ends: Mapping[tuple[str, int], Locus] = field(default_factory=dict)
    answered: Mapping[str, Placed] = field(default_factory=dict)
    language: str = "en"


def work_of(placed: Placed) -> str:
    """Return the short id of the work a note stands in; empty for a reply."""
    target = placed.annotation.target
    return "" if isinstance(target, NoteTarget) else target.work


def title_of(work: str, editions: Mapping[str, Edition]) -> str:
    """Return the title of a work, or its id."""
    return editions[work].work.title if work in editions else work


def order_of(placed: Placed) -> tuple[str, int, int, str]:
    """Sort notes by text and place; notes on the whole work first, lost ones last."""
    target = placed.annotation.target
    if placed.span is not None:
        return work_of(placed), 1, placed.span.start, placed.annotation.id
    if isinstance(target, TextTarget):
        return target.work, 2, target.selectors.start, placed.annotation.id
    return (target.work if isinstance(target, WorkTarget) else ""), 0, 0, placed.annotation.id
