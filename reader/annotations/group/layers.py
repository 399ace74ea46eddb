"""Whose marks are shown, and in which colour when colours stand for people.  Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reader.model import Annotation, Colour, Person


@dataclass(frozen=True, slots=True)
class Layer:
    """One member's marks.

    Attributes:
        person: with the name on their latest note.
        count: how many annotations.
        colour: when colours stand for people.
        shown: False when muted.
    """

    person: Person
    count: int
    colour: Colour
    shown: bool = True


def layers(annotations: Iterable[Annotation], muted: Collection[str] = ()) -> tuple[Layer, ...]:
    """Return the members whose annotations are here, by name."""
    counts: Counter[str] = Counter()
    people: dict[str, tuple[str, Person]] = {}
    for note in annotations:
        counts[note.author.id] += 1
        people[note.author.id] = max(
            people.get(note.author.id, ("", note.author)),
            (note.modified, note.author),
            key=lambda one: one[0],
        )
    colours = colours_of(people)
    found = [
        Layer(person, counts[key], colours[key], key not in muted)
        for key, (_, person) in people.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.person.name.casefold(), one.person.id)))


def colours_of(people: Iterable[str]) -> Mapping[str, Colour]:
    """Give each member a colour: the same on every computer that knows the same members."""
    every = list(Colour)
    return {person: every[row % len(every)] for row, person in enumerate(sorted(people))}


def unmuted(annotations: Iterable[Annotation], muted: Collection[str]) -> tuple[Annotation, ...]:
    """Return the annotations of members who are not muted."""
    return tuple(note for note in annotations if note.author.id not in muted)
