"""What the evaluation asks of a set of documents, wherever they are kept.

Documents of a shard are numbered from 0.  Every word of every document has a coordinate: those of
one document follow each other, those of the next passage of the same work go on from there, and
between works and notes lies a gap wider than any ``NEAR``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.index.stems import language_of, stem
from reader.index.values import Document
from reader.index.vocabulary import Vocabulary
from reader.index.words import accented_words, compounds_of, fold, words_of
from reader.model import HitKind

Docs: TypeAlias = npt.NDArray[np.int32]
Places: TypeAlias = npt.NDArray[np.int64]
Weights: TypeAlias = npt.NDArray[np.float32]
Mask: TypeAlias = npt.NDArray[np.bool_]

#: Coordinates between two works; more than ``parser.NEAR_MOST``.
GAP = 1000
NO_DOCS: Docs = np.empty(0, np.int32)
NO_PLACES: Places = np.empty(0, np.int64)
NO_WEIGHTS: Weights = np.empty(0, np.float32)


@dataclass(frozen=True)
class Layout:
    """How the documents of a shard stand, one row for each.

    Attributes:
        bases: coordinate of the first word.
        lengths: words.
        starts: offset in the reading text.
        groups: ``number`` of the work.
        alive: False for documents that were replaced.
    """

    bases: Places
    lengths: Places
    starts: Places
    groups: Places
    alive: Mask

    @classmethod
    def of(cls, rows: npt.NDArray[np.uint32], alive: Mask) -> "Layout":
        """Make one from rows as ``numbers`` returns them."""
        spaces, groups, starts, lengths = rows.astype(np.int64).T
        step = lengths.copy()
        if len(step) > 1:
            step[:-1] += np.where(spaces[1:] != spaces[:-1], GAP, 0)
        bases = np.concatenate(([0], np.cumsum(step)[:-1])) if len(step) else NO_PLACES
        return cls(bases.astype(np.int64), lengths, starts, groups, alive)

    def __len__(self) -> int:
        return len(self.bases)

    def docs_at(self, places: Places) -> Docs:
        """Return the document of each coordinate."""
        return (np.searchsorted(self.bases, places, "right") - 1).astype(np.int32)

    def hold(self, starts: Places, ends: Places) -> Mask:
        """Say for each stretch of coordinates whether one living document holds all of it."""
        docs = self.docs_at(starts)
        held: Mask = (docs >= 0) & (ends <= self.bases[docs] + self.lengths[docs])
        return held & self.alive[docs]

    def part(self, low: int, high: int) -> "tuple[int, Layout]":
        """Return the coordinate of document ``low``, and these documents laid out from 0 on."""
        first = int(self.bases[low]) if low < len(self) else 0
        here = slice(low, high)
        bases, lengths, starts = self.bases[here] - first, self.lengths[here], self.starts[here]
        return first, Layout(bases, lengths, starts, self.groups[here], self.alive[here])

    def end(self, horizon: int) -> int:
        """Return the first coordinate that is not below document ``horizon``."""
        if horizon < len(self):
            return int(self.bases[horizon])
        return int(self.bases[-1] + self.lengths[-1]) if len(self) else 0


def number(key: str) -> int:
    """Return a number for a work or note, the same on every machine."""
    return crc32(key.encode())


def numbers(document: Document, length: int) -> tuple[int, int, int, int]:
    """Return the row of a document in the layout: space, group, start, words."""
    space = document.annotation or f"{document.work}\0{document.kind is HitKind.CONCEPT}"
    return number(space), number(document.work), document.start, length


def facets(document: Document) -> set[str]:
    """Return all that the document can be filtered by."""
    kind = document.kind
    found = {f"kind:{kind}", f"work:{document.work}", f"key:{document.key}"}
    by_words = (
        ("author", document.author),
        ("in", document.work),
        ("in", document.title),
        ("section", document.section),
        ("by", document.by),
    )
    for name, text in by_words:
        found.update(f"{name}:{word}" for word in words_of(text))
    for name in (document.author, *document.author.split(", ")):
        found.add(f"writer:{' '.join(words_of(name))}")
    for tag in document.tags:
        words = words_of(tag)
        found.update(f"tag:{word}" for word in (*words, " ".join(words)))
    if document.colour:
        found.add(f"colour:{document.colour}")
    if kind is HitKind.CONCEPT:
        found.add(f"concept:{' '.join(words_of(document.passage or document.key))}")
    return found


def summed(
    parts: Sequence[tuple[Docs, Weights]], alive: Mask, horizon: int
) -> tuple[Docs, Weights]:
    """Return the living documents of all parts below ``horizon``, ascending, each once.

    Linear in the documents of the shard: 0.05 ms for twenty thousand.
    """
    parts = [part for part in parts if len(part[0])]
    if not parts:
        return NO_DOCS, NO_WEIGHTS
    docs = np.concatenate([part[0] for part in parts])
    weights = np.concatenate([part[1] for part in parts])
    total = np.bincount(docs, weights)[:horizon]
    found = np.flatnonzero(total)
    found = found[alive[found]]
    return found.astype(np.int32), total[found].astype(np.float32)


class Shard(Protocol):
    """Documents with their words."""

    vocabulary: Vocabulary
    layout: Layout

    def counted(self, words: Mapping[str, float], horizon: int) -> tuple[Docs, Weights]:
        """Return the living documents below ``horizon`` with some words, and how often.

        Args:
            words: with the weight that an occurrence of each has.
            horizon: documents from here on are left out.
        """

    def places(self, words: Collection[str], horizon: int, among: Docs | None = None) -> Places:
        """Return the coordinate of each occurrence below document ``horizon``, ascending.

        Also of those in documents that were replaced.  Where ``among`` is given, only these
        documents matter (ascending); others may be left out.
        """

    def standing(self, words: Collection[str], places: Places) -> Mask:
        """Say for each coordinate, ascending, whether one of some words stands there."""

    def stretches(self, row: int, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where runs of words of document ``row`` stand in its text, in code points.

        Args:
            row: number of the document.
            runs: first word of each, counted from 0 in the document, and the word after its last.
        """

    def facet(self, facet: str) -> Docs:
        """Return the living documents with this facet, ascending."""

    def documents(self, rows: Sequence[int]) -> list[Document]:
        """Return documents by their numbers."""


@dataclass
class Counted:
    """What is gathered of documents for their vocabulary."""

    counts: dict[str, int] = field(default_factory=dict)
    languages: dict[str, set[str]] = field(default_factory=dict)
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facets: set[str] = field(default_factory=set)
    accented: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def add(self, document: Document, words: Iterable[str]) -> set[str]:
        """Take one document in; return its facets."""
        language = language_of(document.language)
        counts, languages = self.counts, self.languages
        for word in words:
            if word in counts:
                counts[word] += 1
                languages[word].add(language)
            else:
                counts[word] = 1
                languages[word] = {language}
        for spelling in accented_words(document.text):
            word, by_accents = fold(spelling), stem(spelling, language)
            if by_accents != stem(word, language):
                self.accented.setdefault(language, {}).setdefault(word, set()).add(by_accents)
        for parts in compounds_of(document.text):
            self.compounds["".join(parts)] = parts
        found = facets(document)
        self.facets |= {facet for facet in found if not facet.startswith("key:")}
        return found

    def vocabulary(self) -> Vocabulary:
        """Return the vocabulary of all that was taken in."""
        accented = {
            language: {word: " ".join(sorted(stems)) for word, stems in by_word.items()}
            for language, by_word in self.accented.items()
        }
        return Vocabulary.of(self.counts, self.languages, self.compounds, self.facets, accented)
