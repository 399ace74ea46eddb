# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""How documents are laid down in Whoosh: the fields and the shape of their postings."""

from array import array
from collections.abc import Iterable, Iterator
from struct import Struct
from typing import Any

from whoosh.columns import FixedBytesColumn
from whoosh.fields import COLUMN, STORED, FieldType, Schema
from whoosh.formats import Existence, Format

from reader.index.shard import numbers
from reader.index.values import Document
from reader.model import HitKind, Locus

#: Part of the version of an index: raise it whenever anything below or in ``words`` changes.
FORMAT = 5
LAYOUT = Struct("<IIII")

_Posting = tuple[bytes, int, float, bytes]


class PlacesFormat(Format):
    """The places of a word in a document, as machine integers: read in bulk, not one by one."""

    posting_size = -1

    def word_values(
        self, value: list[str], analyzer: object, **_options: object
    ) -> Iterator[_Posting]:
        """Yield word, frequency, weight and places of each word of a document."""
        del analyzer  # words come cut and folded
        places: dict[str, list[int]] = {}
        for place, word in enumerate(value):
            places.setdefault(word, []).append(place)
        for word, found in places.items():
            yield word.encode(), len(found), float(len(found)), array("I", found).tobytes()

    def decode_positions(self, packed: bytes) -> list[int]:
        """Return the places again."""
        return array("I", packed).tolist()

    def decode_frequency(self, packed: bytes) -> int:
        """Return how often the word stands there."""
        return len(packed) // array("I").itemsize


class WordsField(FieldType):
    """The words of a document, cut and folded by us."""

    format: Format = PlacesFormat()
    analyzer = None
    scorable = False
    stored = False
    unique = False
    vector = None
    column_type = None

    def __init__(self) -> None:
        """Take no options."""

    def index(self, value: list[str], **_options: object) -> Iterable[_Posting]:
        """Return the postings of one document."""
        postings: Iterable[_Posting] = self.format.word_values(value, None)
        return postings


class FacetsField(WordsField):
    """What a document can be filtered by."""

    format = Existence()

    def index(self, value: Iterable[str], **_options: object) -> Iterable[_Posting]:
        """Return the postings of one document."""
        return [(facet.encode(), 1, 1.0, b"") for facet in value]


def schema() -> Any:
    """Return the schema of our indexes."""
    return Schema(
        words=WordsField(),
        facets=FacetsField(),
        layout=COLUMN(FixedBytesColumn(LAYOUT.size)),
        document=STORED(),
    )


def fields_of(document: Document, words: list[str], facets: Iterable[str]) -> dict[str, Any]:
    """Return a document, its words and facets as Whoosh takes them."""
    return {
        "words": words,
        "facets": facets,
        "layout": LAYOUT.pack(*numbers(document, len(words))),
        "document": pack(document),
    }


def pack(document: Document) -> tuple[Any, ...]:
    """Return a document as a tuple of plain values; ``unpack`` turns it back."""
    locus = document.locus
    return (
        document.key,
        str(document.kind),
        document.work,
        document.author,
        document.section,
        document.passage,
        (locus.sign, locus.number) if locus else None,
        document.text,
        document.start,
        document.tags,
        document.colour,
        document.by,
        document.language,
        document.annotation,
        document.title,
    )


def unpack(packed: tuple[Any, ...]) -> Document:
    """Read a document again."""
    key, kind, work, author, section, passage, locus, *rest = packed
    place = Locus(*locus) if locus else None
    return Document(key, HitKind(kind), work, author, section, passage, place, *rest)
