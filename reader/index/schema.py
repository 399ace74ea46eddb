# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""How documents are laid down in Whoosh: the fields and the shape of their postings.

Documents are columns, not stored fields: these Whoosh compresses, and taking one up again cost
40 µs, half of what an answer of twelve hits took.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from typing import Any

from whoosh.columns import FixedBytesColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Format

from reader.index.shard import numbers
from reader.index.values import Document
from reader.model import HitKind, Locus

#: Part of the version of an index: raise it whenever anything below or in ``words`` changes.
FORMAT = 8
LAYOUT = Struct("<IIII")
#: Length from which on the places of words do not fit into 16 bits.
_LONG = 1 << 16
#: Where the text stands in a packed document.
_TEXT = 7
_JSON = json.JSONDecoder()

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
        document=COLUMN(VarBytesColumn(write_offsets_cutoff=0)),
        stretches=COLUMN(VarBytesColumn(write_offsets_cutoff=0)),
    )


def fields_of(
    document: Document,
    words: list[str],
    stretches: Sequence[tuple[int, int]],
    facets: Iterable[str],
) -> dict[str, Any]:
    """Return a document, its words, where these stand, and its facets as Whoosh takes them."""
    return {
        "words": words,
        "facets": facets,
        "layout": LAYOUT.pack(*numbers(document, len(words))),
        "document": dump(document),
        "stretches": _dump_stretches(stretches, len(document.text)),
    }


def dump(document: Document) -> bytes:
    """Return a document as bytes; ``load`` turns them back, in 10 µs."""
    packed = pack(document)
    head = json.dumps([*packed[:_TEXT], *packed[_TEXT + 1 :]])
    return f"{head}\n{document.text}".encode("utf-8", "surrogatepass")


def load(dumped: bytes) -> Document:
    """Read a document again.

    Raises:
        ValueError, TypeError: these are no such bytes.
    """
    packed = dumped.decode("utf-8", "surrogatepass")
    head, end = _JSON.raw_decode(packed)
    *first, start, tags, colour, by, language, annotation, title = head
    text = packed[end + 1 :]
    return unpack((*first, text, start, tuple(tags), colour, by, language, annotation, title))


def _dump_stretches(stretches: Sequence[tuple[int, int]], length: int) -> bytes:
    kind = "H" if length < _LONG else "I"
    ends = array(kind, [end for _start, end in stretches])
    return array(kind, [start for start, _end in stretches]).tobytes() + ends.tobytes()


def load_stretches(dumped: bytes, words: int) -> Sequence[int]:
    """Return where each of the words of a document begins in its text, then where each ends.

    Raises:
        TypeError: these are not the bytes for so many words.
    """
    return memoryview(dumped).cast("H" if len(dumped) == 4 * words else "I")


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
