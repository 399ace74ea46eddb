"""What a meeting needs on paper: passages with their notes and open questions.  Pure.

``export`` draws it; minutes typed afterwards become notes on the packet's passages.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.annotations.group.statistics import Mark
from reader.annotations.group.threads import Answer, threads
from reader.model import Annotation, AnnotationKind, Edition, Locus, Span, Work


@dataclass(frozen=True, slots=True)
class PacketNote:
    """A note with the words it stands on and its answers."""

    annotation: Annotation
    quote: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class PacketPassage:
    """One passage of a packet.

    Attributes:
        work: its work.
        locus: how it is cited.
        passage: its id, on which minutes become notes.
        words: of the reading text.
        notes: by place, then by time; those without words and answers are left out.
    """

    work: Work
    locus: Locus
    passage: str
    words: str
    notes: tuple[PacketNote, ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """A meeting packet.

    Attributes:
        title: for its head.
        rows: passages side by side: one row for each number, one column for each work.
        works: the columns, in the order chosen.
        questions: those on the passages that nobody but the asker has answered.
    """

    title: str
    works: tuple[Work, ...]
    rows: tuple[tuple[PacketPassage | None, ...], ...]
    questions: tuple[PacketNote, ...]


def packet(
    title: str,
    chosen: Sequence[tuple[Edition, Sequence[str]]],
    marks: Mapping[str, Sequence[Mark]],
    annotations: Iterable[Annotation],
) -> Packet:
    """Lay out a packet.

    Args:
        title: for its head.
        chosen: editions and the ids of their passages; one column each.
        marks: everybody's marks with their places, by work.
        annotations: everybody's, for the answers.

    Raises:
        NotFound: an edition has no such passage.
    """
    below = threads(annotations)
    columns = [
        [_passage(edition, passage, marks.get(edition.work.id, ()), below) for passage in passages]
        for edition, passages in chosen
    ]
    height = max((len(column) for column in columns), default=0)
    rows = tuple(
        tuple(column[row] if row < len(column) else None for column in columns)
        for row in range(height)
    )
    found = [one for column in columns for passage in column for one in passage.notes]
    return Packet(
        title,
        tuple(edition.work for edition, _ in chosen),
        rows,
        tuple(one for one in found if _is_open(one)),
    )


_HEAD = re.compile(
    r"^\W{0,4}(?:(?P<work>[a-z0-9-]+)@)?(?P<locus>[¶§]\s?\d{1,7}|[nrf]\d{1,7})[:.)]?\s+(?P<words>.*)"
)


def minutes(text: str, packet: Packet) -> tuple[tuple[tuple[PacketPassage, str], ...], str]:
    """Read minutes typed after a meeting, as notes on the packet's passages.

    A line that begins with a locus (``¶12``, or ``sea-letters@¶12`` where several works have
    one) begins a note on that passage; the lines after it belong to it until the next.

    Returns:
        The notes, in their order, and what belongs to no passage of the packet.
    """
    places: dict[tuple[str, str], PacketPassage] = {}
    for one in (cell for row in packet.rows for cell in row if cell):
        places[one.work.id, str(one.locus)] = one
        places.setdefault(("", str(one.locus)), one)
    notes: list[tuple[PacketPassage, list[str]]] = []
    rest: list[str] = []
    open_note: list[str] = rest
    for line in text.splitlines():
        head = _HEAD.match(line)
        place = places.get((head["work"] or "", head["locus"].replace(" ", ""))) if head else None
        if head and place:
            open_note = [head["words"]]
            notes.append((place, open_note))
        else:
            open_note.append(line)
    found = tuple((place, "\n".join(lines).strip()) for place, lines in notes)
    return tuple(note for note in found if note[1]), "\n".join(rest).strip()


def _passage(
    edition: Edition, passage: str, marks: Sequence[Mark], below: Mapping[str, tuple[Answer, ...]]
) -> PacketPassage:
    found = edition.passage(passage)
    notes = [
        PacketNote(mark.annotation, _quote(edition, mark.span), below.get(mark.annotation.id, ()))
        for mark in sorted(marks, key=lambda one: (one.span, one.annotation.created))
        if found.span.start <= mark.span.start < max(found.span.end, found.span.start + 1)
    ]
    return PacketPassage(
        edition.work,
        found.locus,
        found.id,
        edition.words_of(found),
        tuple(note for note in notes if note.annotation.body or note.answers),
    )


def _quote(edition: Edition, span: Span) -> str:
    return span.of(edition.text)


def _is_open(note: PacketNote) -> bool:
    asker = note.annotation.author.id
    return note.annotation.kind is AnnotationKind.QUESTION and all(
        answer.annotation.author.id == asker for answer in note.answers
    )
