"""Annotations: what readers made of a text."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from reader.model.link import Relation
from reader.model.selector import Selectors
from reader.model.values import dataclass


class AnnotationKind(StrEnum):
    """What an annotation is."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUESTION = "question"
    BOOKMARK = "bookmark"
    REPLY = "reply"
    LINK = "link"
    VERDICT = "verdict"
    TRAIL = "trail"


class Colour(StrEnum):
    """The six colours of marks; each reader names them for themselves."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"
    ORANGE = "orange"


class MarkStyle(StrEnum):
    """How a mark is drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"


class Verdict(StrEnum):
    """A reader's judgement on a link or related passage."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Person:
    """A reader.

    Attributes:
        id: ``urn:uuid:…``, made once; the id is the person.
        name: only shown; two people may share one.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TextTarget:
    """A span of some edition of a work.

    Attributes:
        work: short id of the work.
        source: ``ni:///sha-256;…`` of the reading text it was made on (RFC 6920).
        selectors: how to find it again.
    """

    work: str
    source: str
    selectors: Selectors


@dataclass(frozen=True, slots=True)
class WorkTarget:
    """A whole work."""

    work: str


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """Another annotation, by its id."""

    annotation: str


Target = TextTarget | WorkTarget | NoteTarget


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something a reader made, in its present wording.

    Attributes:
        id: ``urn:uuid:`` + UUIDv7.
        author: who made it.
        created, modified: RFC 3339, UTC, milliseconds, ``Z``; for showing only, never decides.
        kind: see ``AnnotationKind``.
        targets: one for most; two for a link or a verdict (from, to); the stations of a
            trail in order; the note answered for a reply.
        body: Markdown.
        tags: ascending, without repetition.
        colour, style: of a mark.
        relation: of a link or verdict; None where the reader did not say.
        verdict: of a verdict; None otherwise.
        shared: False keeps it out of every file.
        extra: fields of foreign files that we do not know, kept verbatim (JSON values).
    """

    id: str
    author: Person
    created: str
    modified: str
    kind: AnnotationKind
    targets: tuple[Target, ...]
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    style: MarkStyle = MarkStyle.HIGHLIGHT
    relation: Relation | None = None
    verdict: Verdict | None = None
    shared: bool = True
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def target(self) -> Target:
        """The first target: where the annotation stands."""
        return self.targets[0]

    @property
    def works(self) -> frozenset[str]:
        """Short ids of the works it stands in; empty for a reply."""
        return frozenset(t.work for t in self.targets if not isinstance(t, NoteTarget))
