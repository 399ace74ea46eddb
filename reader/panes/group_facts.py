"""What the panel of the group is told; values alone, made in a worker thread."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from reader.model import Colour, Edition, Locus, Span
from reader.model.values import dataclass
from reader.qt.safe_text import plain

if TYPE_CHECKING:
    from reader.library import AgendaEntry, Asked, Layer

#: Of a passage in a list, code points: three lines.
_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch that nobody marked.

    Attributes:
        work, locus, span: where.
        passages: how many.
        words: its beginning.
    """

    work: str
    locus: Locus
    span: Span
    passages: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What the panel shows.

    Attributes:
        me: my id.
        folder: that the group shares; empty for none.
        members: everybody, me too.
        off: ids of those whose layer is off in the texts.
        by_person: whether colours stand for people.
        sealed: whether the first reading is sealed.
        asked: questions, open ones first.
        agenda: passages to talk about, most urgent first, each with its words.
        unread: of the texts that stand open, in their order.
        titles: of works.
        meanings: colours to which members give different names, and these.
        twice: how many notes stand in two wordings.
    """

    me: str = ""
    folder: str = ""
    members: "tuple[Layer, ...]" = ()
    off: frozenset[str] = frozenset()
    by_person: bool = False
    sealed: bool = False
    asked: "tuple[Asked, ...]" = ()
    agenda: "tuple[tuple[AgendaEntry, str], ...]" = ()
    unread: tuple[Unread, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)
    twice: int = 0
    meanings: Mapping[Colour, tuple[str, ...]] = field(default_factory=dict, hash=False)


def excerpt(edition: Edition, span: Span) -> str:
    """Return the beginning of a stretch in one line."""
    return plain(edition.text[span.start : min(span.end, span.start + 2 * _EXCERPT)], _EXCERPT)


def unread_of(edition: Edition, spans: Sequence[Span], most: int = 5) -> tuple[Unread, ...]:
    """Return the longest stretches that nobody marked, in the order of the text."""
    longest = sorted(spans, key=lambda one: -len(one))[:most]
    return tuple(
        Unread(
            edition.work.id,
            edition.at(span.start).locus,
            Span(span.start, span.start),
            edition.row_at(max(span.start, span.end - 1)) - edition.row_at(span.start) + 1,
            excerpt(edition, span),
        )
        for span in sorted(longest)
    )
