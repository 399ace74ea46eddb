"""What an annotation file holds."""

from dataclasses import dataclass

from reader.annotations.revisions import Revision
from reader.model import Colour, Person


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text that annotations of a file stand in, so that others can recognise it.

    Attributes:
        source: ``ni:///sha-256;…`` of the reading text.
        work: short id of the work.
        title, authors, language, year: bibliographic, as far as known.
        length: code points of the reading text.
        letters: hash of its letters-only skeleton; empty when unknown.
    """

    source: str
    work: str
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    year: str = ""
    length: int = 0
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One annotation of a file that cannot be taken.

    Attributes:
        where: its id, or where it stands in the file.
        reason: a sentence.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """An annotation file.

    Attributes:
        id: of the collection: one for each person and device.
        creator: who wrote the file; an empty id where it does not say.
        label: title, for people.
        device: tells the devices of one person apart; empty when unknown.
        texts: the texts that the annotations stand in.
        revisions: current ones, tombstones too, by note and name.
        refused: what could not be taken, and why.
        colours: what its creator calls the colours, by colour.
        newer: written in a newer format: to be read, never written back.
        converted: made here from an export of another program, so that notes in it which bear
            my id do so by my own choice; ``load`` never says so.
    """

    id: str
    creator: Person
    label: str = ""
    device: str = ""
    texts: tuple[TextSource, ...] = ()
    revisions: tuple[Revision, ...] = ()
    refused: tuple[Refusal, ...] = ()
    colours: tuple[tuple[Colour, str], ...] = ()
    newer: bool = False
    converted: bool = False
