"""Text on its way from source to reading text, every letter tied to the place it came from."""

import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.model import RepairKind, SourcePiece, Span

#: Letters of line ends, hyphens and marks that may have stood between the words of a repair.
_FAR = 200
#: An id of a repair, see ``repair_id``; and what the kinds for hyphens have in common.
_ID = re.compile(r"(.+)@(\d+)-(\d+)-[0-9a-f]{8}")
_HYPHEN = "hyphen"


@dataclass(slots=True)
class Strand:
    """A stretch of text with the source offset of each of its code points.

    Attributes:
        text: the words as they stand now.
        at: source offset of every code point, as long as ``text``; letters that a repair put
            in carry the offset of the letter they replace or follow.
    """

    text: str
    at: "array[int]"

    @classmethod
    def of(cls, source: str, span: Span) -> "Strand":
        """Return the untouched words of ``span``."""
        return cls(span.of(source), array("l", range(span.start, span.end)))

    @classmethod
    def empty(cls) -> "Strand":
        """Return a strand without words."""
        return cls("", array("l"))

    def part(self, start: int, end: int) -> "Strand":
        """Return the words from ``start`` to ``end``."""
        return Strand(self.text[start:end], self.at[start:end])

    def plus(self, between: str, other: "Strand", *, step: int = 0) -> "Strand":
        """Return this strand, ``between`` and ``other`` as one.

        ``between`` stands for what lies ``step`` code points after the last letter: 1 for a
        line end, 0 where there is nothing.
        """
        if not self.text:
            return other
        here = array("l", [self.at[-1] + step]) * len(between)
        return Strand(self.text + between + other.text, self.at + here + other.at)

    def source(self, start: int, end: int) -> Span:
        """Return the source span of the words from ``start`` to ``end``.

        Of a few words on both sides of a page turn it is the longer part: pages between them in
        the source are none of theirs.
        """
        if start >= end:
            near = self.at[min(start, len(self.at) - 1)] if self.at else 0
            return Span(near, near)
        low, high = self.at[start], self.at[end - 1]
        if abs(high - low) <= _FAR + 2 * (end - start):
            return Span(min(low, high), max(low, high) + 1)
        return max(self.part(start, end).spans(), key=len)

    def stripped(self) -> "Strand":
        """Return the strand without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def spans(self) -> tuple[Span, ...]:
        """Return the source stretches it was made of, in reading order; gaps under 4 closed."""
        found: list[list[int]] = []
        for offset in self.at:
            if found and -1 <= offset - found[-1][1] <= 3:
                found[-1][1] = max(found[-1][1], offset + 1)
            else:
                found.append([offset, offset + 1])
        return tuple(Span(start, end) for start, end in found)


class Growing:
    """A strand that grows at its end; the cost of adding does not depend on its length."""

    def __init__(self, first: Strand) -> None:
        """Begin with a strand, which must have words."""
        self._texts = [first.text]
        self._at = first.at[:]

    def __len__(self) -> int:
        return len(self._at)

    @property
    def end(self) -> str:
        """The last letters, those of a word at least."""
        tail = ""
        for text in reversed(self._texts):
            tail = text[-60:] + tail
            if len(tail) >= 60:
                break
        return tail[-60:]

    @property
    def last(self) -> int:
        """Source offset of the last letter."""
        return self._at[-1]

    def cut(self, letters: int) -> None:
        """Take letters off the end, fewer than were added last."""
        self._texts[-1] = self._texts[-1][: len(self._texts[-1]) - letters]
        del self._at[len(self._at) - letters :]

    def add(self, between: str, other: Strand, *, step: int = 0) -> None:
        """Add ``between`` and ``other``, as ``Strand.plus`` does."""
        self._at += array("l", [self.last + step]) * len(between)
        self._at += other.at
        self._texts += [between, other.text]

    def strand(self) -> Strand:
        """Return what it has grown to."""
        return Strand("".join(self._texts), self._at)


@dataclass(frozen=True, slots=True)
class Edit:
    """A proposed change to a strand: the words from ``start`` to ``end`` become ``after``."""

    kind: RepairKind
    start: int
    end: int
    after: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Done:
    """A repair before its place in the reading text is known."""

    id: str
    kind: RepairKind
    source: Span
    before: str
    after: str
    confidence: float


@dataclass(slots=True)
class Ledger:
    """The list of repairs made, and what the reader wants of them.

    Attributes:
        undone: ids not to be repaired again.
        joined: offsets of lines in the source that go on the paragraph before them.
        done: what was repaired, in the order of repair.
    """

    undone: frozenset[str] = frozenset()
    joined: frozenset[int] = frozenset()
    done: list[Done] = field(default_factory=list)
    _back: dict[str, list[Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in self.undone:
            if found := _ID.fullmatch(key):
                span = Span(int(found[2]), int(found[3]))
                self._back.setdefault(_family(found[1]), []).append(span)

    def allow(
        self, kind: RepairKind, source: Span, before: str, after: str, confidence: float = 1.0
    ) -> bool:
        """Enter a repair; False when the reader has taken it, or one like it there, back."""
        if self._is_back(kind, source):
            return False
        return self.enter(kind, source, before, after, confidence)

    def enter(
        self, kind: RepairKind, source: Span, before: str, after: str, confidence: float = 1.0
    ) -> bool:
        """Enter a repair; False when the reader has taken back this very one."""
        key = repair_id(kind, source, before, after)
        if key in self.undone:
            return False
        self.done.append(Done(key, kind, source, before, after, confidence))
        return True

    def _is_back(self, kind: RepairKind, source: Span) -> bool:
        """Say whether one of the same kind was taken back at this place.

        Two modules may find the same: one a hyphen at the end of a line, one inside a word.
        """
        near = int(kind.value.startswith(_HYPHEN))  # one that is put in stands between letters
        return any(
            source.start < back.end + near and back.start - near < source.end + near
            for back in self._back.get(_family(kind.value), ())
        )


def _family(kind: str) -> str:
    return _HYPHEN if kind.startswith(_HYPHEN) else kind


def repair_id(kind: RepairKind, source: Span, before: str, after: str) -> str:
    """Return the id of a repair: the same for the same source and the same change."""
    digest = zlib.crc32(f"{before}\0{after}".encode("utf-8", "surrogatepass"))
    return f"{kind.value}@{source.start}-{source.end}-{digest:08x}"


def mend(strand: Strand, edits: Iterable[Edit], ledger: Ledger) -> Strand:
    """Return ``strand`` with all ``edits`` made that the reader has not taken back.

    Edits may come in any order; where two overlap, the earlier one counts.
    """
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    made = [edit for edit in chosen if _enter(strand, edit, ledger)]
    return _apply(strand, made) if made else strand


def _enter(strand: Strand, edit: Edit, ledger: Ledger) -> bool:
    before = strand.text[edit.start : edit.end]
    source = strand.source(edit.start, edit.end)
    return ledger.allow(edit.kind, source, before, edit.after, edit.confidence)


def _apply(strand: Strand, edits: Sequence[Edit]) -> Strand:
    words: list[str] = []
    offsets: array[int] = array("l")
    done = 0
    for edit in edits:
        words += [strand.text[done : edit.start], edit.after]
        offsets += strand.at[done : edit.start]
        offsets += _offsets(strand, edit)
        done = edit.end
    words.append(strand.text[done:])
    offsets += strand.at[done:]
    return Strand("".join(words), offsets)


def _offsets(strand: Strand, edit: Edit) -> "array[int]":
    """Spread the source offsets of what was replaced over what replaces it."""
    old = strand.at[edit.start : edit.end]
    if len(old) == len(edit.after):
        return old
    if not old:
        near = strand.at[max(0, min(edit.start, len(strand.at)) - 1)] if strand.at else 0
        return array("l", [near]) * len(edit.after)
    last = len(old) - 1
    return array("l", (old[min(index, last)] for index in range(len(edit.after))))


def pieces_of(strand: Strand, start: int) -> list[SourcePiece]:
    """Return the map of a strand that begins at ``start`` of the reading text to its source."""
    found: list[SourcePiece] = []
    at = strand.at
    run = 0
    for index in range(1, len(at) + 1):
        if index < len(at) and at[index] == at[index - 1] + 1:
            continue
        found.append(
            SourcePiece(
                Span(start + run, start + index), Span(at[run], max(at[index - 1], at[run]) + 1)
            )
        )
        run = index
    return found
