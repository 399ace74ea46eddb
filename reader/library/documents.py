"""Texts, notes and concepts as the documents that the index takes; pure."""

from typing import TYPE_CHECKING

from reader.library.spoken import language_of
from reader.model import Edition, HitKind, PassageKind, Placed, TextTarget

if TYPE_CHECKING:
    from reader.apparatus import Concept
    from reader.index import Document

#: The work under which the concepts of the glossary are filed.
CONCEPTS = "concepts:"
_KINDS = {PassageKind.HEADING: HitKind.HEADING, PassageKind.FOOTNOTE: HitKind.FOOTNOTE}


def text_documents(edition: Edition) -> list["Document"]:
    """Return the passages of a text as the index takes them, in reading order."""
    from reader.index import Document

    work = edition.work
    return [
        Document(
            key=f"{work.id}/{passage.id}",
            kind=_KINDS.get(passage.kind, HitKind.BODY),
            work=work.id,
            author=", ".join(work.authors),
            section=passage.section,
            passage=passage.id,
            locus=passage.locus,
            text=edition.words_of(passage),
            start=passage.span.start,
            language=language_of(edition),
            title=work.title,
        )
        for passage in edition.passages
    ]


def concept_document(concept: "Concept") -> "Document":
    """Return a concept of the glossary as the index takes it."""
    from reader.index import Document

    return Document(
        key=f"{CONCEPTS}{concept.key}",
        kind=HitKind.CONCEPT,
        work="",
        author="",
        section="",
        passage=concept.key,
        locus=None,
        text=explained(concept),
    )


def explained(concept: "Concept") -> str:
    """Return the name of a concept with what is said of it."""
    return ". ".join([concept.label, *concept.definitions.values()])


def note_document(placed: Placed, head: Placed, language: str) -> "Document":
    """Return a note as the index takes it.

    Args:
        placed: the note.
        head: the note at the head of its conversation; an answer stands where that one stands.
        language: see ``Document``.
    """
    from reader.index import Document

    note, there = placed.annotation, head.annotation.target
    selectors = there.selectors if isinstance(there, TextTarget) else None
    quote = selectors.exact if selectors and note.target is there else ""
    return Document(
        key=note.id,
        kind=HitKind.NOTE,
        work=min(head.annotation.works, default=""),
        author=note.author.name,
        section="",
        passage=selectors.passage if selectors else "",
        locus=head.locus,
        text="\n".join(filter(None, (note.body, quote, " ".join(f"#{t}" for t in note.tags)))),
        start=head.span.start if head.span else 0,
        tags=note.tags,
        colour=note.colour.value,
        by=note.author.name,
        language=language,
        annotation=note.id,
    )
