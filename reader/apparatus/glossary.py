"""The glossary: concepts, how they hang together, and finding them in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.apparatus.finding import Finder, spelling
from reader.model import NotFound, Span
from reader.model.digests import sha256

#: How near a concept stands to another, by how they are related; a choice, not a measurement.
_NEARNESS = {"broader": 0.6, "narrower": 0.6, "related": 0.5, "opposed": 0.4}


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of a concept.

    Attributes:
        text: as it stands in texts.
        language: BCP 47 where it is not English, else empty.
    """

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry.

    Attributes:
        key: ``[a-z0-9-]+``, unique.
        label: for people.
        variants: all other spellings.
        broader, narrower, related, opposed: keys of concepts; narrower and broader mirror one
            another, related and opposed run both ways (the glossary sees to it).
        definitions: by author or short id of a work, one to three sentences.
        coined_by: person, where known.
        note: for people.
        own: from the reader's own file.
        file, line: where it is written.
    """

    key: str
    label: str
    variants: tuple[Variant, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=dict, hash=False)
    coined_by: str = ""
    note: str = ""
    own: bool = False
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The label and all variants, without repetition."""
        return tuple(dict.fromkeys((self.label, *(one.text for one in self.variants))))


class Glossary:
    """All concepts, and where they stand in a text.

    Attributes:
        concepts: by key, ascending.
        id: hash of all entries; changes when any of them does.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._by_key = {one.key: one for one in sorted(concepts, key=lambda one: one.key)}
        self.concepts = tuple(self._by_key.values())

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Concept:
        """Return the concept with this key.

        Raises:
            NotFound: there is none.
        """
        if key not in self._by_key:
            raise NotFound(f"The glossary has no concept “{key}”.", key)
        return self._by_key[key]

    @cached_property
    def id(self) -> str:
        """The hash of all entries, hexadecimal."""
        told = "\n".join(
            repr((one.key, one.label, one.variants, sorted(one.definitions.items()),
                  one.broader, one.narrower, one.related, one.opposed))
            for one in self.concepts
        )  # fmt: skip
        return sha256(told.encode()).hexdigest()[:16]

    @cached_property
    def _finder(self) -> Finder:
        return Finder((spelled, one.key) for one in self.concepts for spelled in one.spellings)

    def find(self, text: str) -> list[tuple[str, Span]]:
        """Return the keys of the concepts named in ``text`` and where, by place.

        At each word the longest spelling counts; one that lies inside another does not.  Case,
        hyphens, spaces, British spelling and plain endings do not matter.

        Cost: linear; 2 million words in 4 s.  The first call builds the tables (20 ms).
        """
        return self._finder.find(text)

    def related(self, key: str) -> Mapping[str, float]:
        """Return the concepts near to ``key`` with their nearness, 0 to 1."""
        return self._near.get(key, {})

    @cached_property
    def _near(self) -> dict[str, dict[str, float]]:
        near: dict[str, dict[str, float]] = {one.key: {} for one in self.concepts}
        for one in self.concepts:
            for kind, share in _NEARNESS.items():
                for other in getattr(one, kind):
                    for here, there in ((one.key, other), (other, one.key)):
                        if here in near and there in near and here != there:
                            near[here][there] = max(share, near[here].get(there, 0.0))
        return near

    def variants_of(self, words: str) -> tuple[str, ...]:
        """Return all spellings of the concepts that ``words`` name; empty when they name none.

        >>> aid = Concept("aid", "mutual aid", (Variant("mutual help"),))
        >>> Glossary([aid]).variants_of("Mutual-Aid")
        ('mutual aid', 'mutual help')
        """
        found = dict.fromkeys(s for one in self.named(words) for s in one.spellings)
        return tuple(found)

    def named(self, words: str) -> tuple[Concept, ...]:
        """Return the concepts that ``words`` are a name of, in any spelling; mostly one."""
        return tuple(self._by_key[key] for key in self._finder.named(spelling(words)))
