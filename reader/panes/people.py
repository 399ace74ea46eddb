"""How the marks of different people are shown in the texts; a value, decided by the reader."""

from collections.abc import Container, Mapping
from dataclasses import field, replace

from reader.model import Colour, Placed
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class People:
    """What the group panel says of the members.

    Attributes:
        off: ids of the members whose layer is switched off in the texts.
        colours: of members, where colours stand for people; empty where they have their meaning.
        guests: annotations of a file that is only looked at.
        twice: ids of notes of which two wordings stand side by side.
    """

    off: frozenset[str] = frozenset()
    colours: Mapping[str, Colour] = field(default_factory=dict, hash=False)
    guests: tuple[Placed, ...] = ()
    twice: frozenset[str] = frozenset()

    def dress(self, placed: Placed) -> Placed | None:
        """Return an annotation as it is shown in a text; None for one that is not."""
        note = placed.annotation
        if note.author.id in self.off:
            return None
        worn = self.colours.get(note.author.id)
        return placed if worn is None else replace(placed, annotation=replace(note, colour=worn))

    def guests_in(self, work: str, known: Container[str]) -> tuple[Placed, ...]:
        """Return the guests in the text of a work that are not annotations of the library."""
        guests = (one for one in self.guests if work in one.annotation.works)
        return tuple(one for one in guests if one.annotation.id not in known)
