"""Several texts of one author read as one, and the way back to the text where a place stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.model import Edition, Passage, Place, Span, Work
from reader.model.values import dataclass

#: Between two texts, as between two passages.
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Parts:
    """The texts that one voice is made of.

    Attributes:
        works: in order.
        starts: where each begins in the whole, ascending, the first at 0.
    """

    works: tuple[Work, ...]
    starts: tuple[int, ...]

    def place(self, span: Span) -> Place:
        """Return a span of the whole as a place in its own text."""
        row = max(0, bisect_right(self.starts, span.start) - 1)
        return Place(self.works[row].id, span.shift(-self.starts[row]))


@dataclass(frozen=True, slots=True)
class Voice:
    """What one author says, in one text or several.

    Attributes:
        whole: all of it as one edition; the very edition where there is but one.
        parts: the way back.
    """

    whole: Edition
    parts: Parts

    def key_of(self, work: str, passage: str) -> str:
        """Return the id in the whole of a passage of one of the works."""
        return passage if len(self.parts.works) == 1 else f"{work}/{passage}"


def by_author(editions: Iterable[Edition]) -> list[list[Edition]]:
    """Put the texts of the same authors together, in the order of the first of each.

    Texts without an author, and those that come with the program, stay by themselves.
    """
    groups: dict[object, list[Edition]] = {}
    for one in editions:
        named = one.work.authors and not one.work.bundled
        groups.setdefault(one.work.authors if named else one.work.id, []).append(one)
    return list(groups.values())


def voice(editions: Sequence[Edition]) -> Voice:
    """Read some texts of the same authors as one.  Linear in the texts."""
    first = editions[0]
    if len(editions) == 1:
        return Voice(first, Parts((first.work,), (0,)))
    starts, start = list[int](), 0
    for one in editions:
        starts.append(start)
        start += len(one.text) + len(_BETWEEN)
    authors = ", ".join(first.work.authors)
    whole = Edition(
        id="+".join(one.id for one in editions),
        work=Work("+".join(one.work.id for one in editions), authors, first.work.authors),
        text=_BETWEEN.join(one.text for one in editions),
        sha256="+".join(one.sha256 for one in editions),
        letters="",
        passages=tuple(_shifted(editions, starts)),
        inline=(),
        provenance=first.provenance,
    )
    return Voice(whole, Parts(tuple(one.work for one in editions), tuple(starts)))


def _shifted(editions: Sequence[Edition], starts: Sequence[int]) -> Iterator[Passage]:
    for one, start in zip(editions, starts, strict=True):
        for passage in one.passages:
            yield replace(passage, id=f"{one.work.id}/{passage.id}", span=passage.span.shift(start))
