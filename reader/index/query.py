"""A query as a tree.

Leaves say which words are meant, not which words there are: every set of texts has its own
vocabulary (``reader.index.evaluate`` brings both together).
"""

from enum import StrEnum

from reader.model.values import dataclass


class Field(StrEnum):
    """What can be asked of a document besides its words."""

    AUTHOR = "author"
    IN = "in"
    NOTE = "note"
    BY = "by"
    TAG = "tag"
    COLOUR = "colour"
    CONCEPT = "concept"
    SECTION = "section"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Word:
    """A word; with its inflections unless ``exact``.

    Attributes:
        text: folded.
        prefix: also every word that begins so.
        closed: the parts, where the word is the closed spelling of words typed apart or with a
            hyphen; such a word is one more spelling and may not exist.
        spelling: with its accents, if it was typed with any: its stem may hang on them.
    """

    text: str
    exact: bool = False
    prefix: bool = False
    closed: tuple[str, ...] = ()
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class Wild:
    """Words that fit a pattern with ``*`` and ``?``."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most ``distance`` edits away."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side in one passage, in this order."""

    parts: tuple[Word | Wild | Fuzzy, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Several spellings of the same: one leaf, with the places of all of them."""

    parts: "tuple[Leaf, ...]"


@dataclass(frozen=True, slots=True)
class Near:
    """Both, with at most ``distance`` words between them, across the borders of passages."""

    left: "Leaf"
    right: "Leaf"
    distance: int


#: What has places in a text.
Leaf = Word | Wild | Fuzzy | Phrase | Either | Near


@dataclass(frozen=True, slots=True)
class Facet:
    """Documents with this value in a field; ``prefix`` while it is being typed."""

    field: Field
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everything that all parts find."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Everything that some part finds."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the part does not find."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Better:
    """What ``part`` finds, ranked higher where ``bonus`` is met, too."""

    part: "Query"
    bonus: Leaf


Query = Leaf | Facet | AllOf | AnyOf | Not | Better


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a query, and where.

    Attributes:
        message: a sentence for people.
        at: code points into the query.
    """

    message: str
    at: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as understood.

    Attributes:
        tree: None when nothing is left to look for.
        mistakes: in the order of the query.
    """

    tree: Query | None
    mistakes: tuple[Mistake, ...] = ()
