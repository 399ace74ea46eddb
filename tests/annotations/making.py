"""Annotations made up for the tests of the store, of merging and of files."""

from reader.annotations.clock import new_id, now
from reader.model import (
    Annotation,
    AnnotationKind,
    Colour,
    MarkStyle,
    NoteTarget,
    Person,
    Relation,
    Selectors,
    TextTarget,
    Verdict,
    WorkTarget,
)

SOURCE = "ni:///sha-256;" + "A" * 43
ANNA = Person("urn:uuid:00000000-0000-7000-8000-00000000000a", "Anna")
BEN = Person("urn:uuid:00000000-0000-7000-8000-00000000000b", "Ben")


def on_words(start: int = 10, work: str = "sea-letters", words: str = "waves") -> TextTarget:
    selectors = Selectors(words, "before the ", " and after", start, start + len(words), "p1")
    return TextTarget(work, SOURCE, selectors)


def a_note(author: Person = ANNA, body: str = "a thought", **fields: object) -> Annotation:
    time = now()
    values: dict[str, object] = {
        "id": new_id(),
        "author": author,
        "created": time,
        "modified": time,
        "kind": AnnotationKind.NOTE,
        "targets": (on_words(),),
        "body": body,
    }
    return Annotation(**(values | fields))  # type: ignore[arg-type]


def one_of_each(author: Person = ANNA) -> list[Annotation]:
    """Every kind once, with every field somewhere."""
    first = a_note(author, tags=("refusal", "work"), colour=Colour.PINK)
    return [
        first,
        a_note(author, "", kind=AnnotationKind.HIGHLIGHT, style=MarkStyle.UNDERLINE),
        a_note(author, "why?", kind=AnnotationKind.QUESTION),
        a_note(author, "", kind=AnnotationKind.BOOKMARK),
        a_note(author, "no", kind=AnnotationKind.REPLY, targets=(NoteTarget(first.id),)),
        a_note(author, "on all of it", targets=(WorkTarget("sea-letters"),)),
        a_note(
            author,
            "takes it up",
            kind=AnnotationKind.LINK,
            targets=(on_words(), on_words(40, "hill-letters", "tides")),
            relation=Relation.DEVELOPS,
        ),
        a_note(
            author,
            "",
            kind=AnnotationKind.VERDICT,
            targets=(on_words(), on_words(40, "hill-letters", "tides")),
            verdict=Verdict.REJECTED,
        ),
        a_note(
            author,
            "a path",
            kind=AnnotationKind.TRAIL,
            targets=(on_words(), on_words(40, "hill-letters"), WorkTarget("sea-letters")),
        ),
    ]
