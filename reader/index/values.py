"""What goes into the index, and what comes out besides ``SearchAnswer``."""

from collections.abc import Callable, Iterable

from reader.model import Hit, HitKind, Locus, Span
from reader.model.values import dataclass

#: Other spellings of a word or phrase, as the glossary knows them; both folded or not.
Variants = Callable[[str], Iterable[str]]

#: The key under which all notes are filed, beside the short ids of works.
NOTES = "notes:"


def no_variants(_words: str) -> Iterable[str]:
    """Know no other spellings."""
    return ()


def no_texts() -> "Iterable[Document]":
    """Give no texts."""
    return ()


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found: a passage, a note or a concept.

    Documents of one work are given in reading order, so that words of successive passages
    stand next to each other for ``NEAR``.

    Attributes:
        key: unique in the library; ``work/passage id`` or the id of the annotation.
        kind: see ``HitKind``.
        work: short id; empty for a concept.
        author: of the text, or of the note.
        section: title of the heading above.
        passage: id of the passage; of the annotated one for a note.
        locus: of that passage; None for a concept or a note without a place.
        text: the words of the passage, verbatim, or the body of the note.
        start: offset of ``text`` in the reading text; of the mark for a note.
        tags, colour: of a note.
        by: name of the person who wrote the note.
        language: BCP 47 of the text; decides the stemmer.
        annotation: id of the note; empty for texts.
        title: of the work, so that ``in:`` finds it by the words of its title.
    """

    key: str
    kind: HitKind
    work: str
    author: str
    section: str
    passage: str
    locus: Locus | None
    text: str
    start: int = 0
    tags: tuple[str, ...] = ()
    colour: str = ""
    by: str = ""
    language: str = ""
    annotation: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One document with every occurrence of what was asked.

    Attributes:
        document: where.
        marks: in ``document.text``, ascending, not overlapping.
    """

    document: Document
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """How an index stands to its library: what to bring up to date, what to drop."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One line of a concordance: the word in its context.

    Attributes:
        work, author, passage, locus, annotation: where it stands, as in ``Hit``.
        span: of the word, in the reading text (of a note: in its body).
        left, word, right: the words before, the word, the words after; in one line.
    """

    work: str
    author: str
    passage: str
    locus: Locus | None
    annotation: str
    span: Span
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a query is met in one author or work.

    Attributes:
        name: the author or work.
        count: occurrences.
        passages: number of passages that hold one.
        words: size of that author or work, in words.
        per_thousand: occurrences in a thousand words.
    """

    name: str
    count: int
    passages: int
    words: int

    @property
    def per_thousand(self) -> float:
        """Occurrences in a thousand words; 0 for an empty text."""
        return 1000 * self.count / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where in one work a query is met.

    Attributes:
        work, author: which.
        length: of the reading text, code points.
        spans: of all occurrences, in the reading text, ascending.
    """

    work: str
    author: str
    length: int
    spans: tuple[Span, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """The places as shares of the text, 0 to 1, for a plot."""
        return tuple(span.start / self.length for span in self.spans) if self.length else ()


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that one author uses beside the query more, or less, than the others do.

    Attributes:
        author: who.
        word: folded.
        count: how often it stands within the window there.
        others: the same for all other authors together.
        likelihood: Dunning's G², signed: negative where the author uses it less.
    """

    author: str
    word: str
    count: int
    others: int
    likelihood: float


@dataclass(frozen=True, slots=True)
class Row:
    """One query of a matrix.

    Attributes:
        query: as asked.
        cells: the best passage for each column; None where there is none.
        totals: number of passages for each column.
        message: a remark on the query.
    """

    query: str
    cells: tuple[Hit | None, ...]
    totals: tuple[int, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Several queries against several authors or works.

    Attributes:
        columns: names of the authors, or short ids of the works.
        rows: as asked.
        by: ``author`` or ``work``.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    by: str = "author"

    def said(self, row: int, column: int) -> str:
        """Return what a cell says; a blank one says so aloud."""
        hit = self.rows[row].cells[column]
        if hit is not None:
            return hit.snippet.text
        return f"No passage in {self.columns[column]} for “{self.rows[row].query}”."


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a work is.

    Attributes:
        work, author: which.
        words: in all its passages.
        length: of its reading text, code points, up to the end of the last passage.
    """

    work: str
    author: str
    words: int
    length: int
