# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""Documents kept in a Whoosh index.

Whoosh's own queries score posting by posting in Python.  Here postings are arrays, read from flat
files or, for what was changed since, from Whoosh's blocks, and everything else happens there: every
operator is ours (measured on 1.85 million words, ``python -m tests.bench.search``).
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, TypeAlias

import numpy as np
from whoosh.matching.wrappers import FilterMatcher

from reader.index.flat import FlatPostings
from reader.index.mapped import Mapped, open_mapped
from reader.index.schema import LAYOUT, load, load_stretches
from reader.index.shard import NO_DOCS, NO_PLACES, Docs, Layout, Mask, Places, Weights, summed
from reader.index.values import Document
from reader.index.vocabulary import Vocabulary
from reader.index.writing import flat_name

#: Documents of a block of postings, their weights and values as Whoosh keeps them.
Block: TypeAlias = tuple[Docs, Any, Any]
#: Documents of a word, how often it stands in each, and the coordinates of all its occurrences.
_Postings: TypeAlias = tuple[Docs, Weights, Places]


#: Words up to which each is looked for by itself at given places.
_FEW = 16


class IndexDamaged(Exception):
    """The files of the index cannot be read; it is to be built anew."""


@contextmanager
def _border() -> Iterator[None]:
    """Turn whatever Whoosh, zlib, pickle or struct raise on damaged files into one error."""
    try:
        yield
    except Exception as error:
        raise IndexDamaged(str(error)) from error


class DiskShard:
    """A Whoosh index, open for reading.

    Safe to use from several threads: reading is locked, one list of postings at a time; columns
    are slices of a mapped file.

    Attributes:
        folder: of its files.

    Raises:
        IndexDamaged: from the constructor and from every method that reads.
    """

    def __init__(self, folder: Path, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.folder = folder
        self._mapped = Mapped()
        self._lock = RLock()
        self._facets: dict[str, Docs] = {}  # those asked for: one word of a scope, or of a name
        self._kept: dict[tuple[int, str], list[_Postings]] = {}  # of small parts, so all of them
        with _border():
            self._reader = open_mapped(folder, self._mapped).reader()
            self._leaves = list(self._reader.leaf_readers())
            self._bases = [base for _leaf, base in self._leaves]
            self._flat = [_flat(folder, leaf, self._mapped) for leaf, _base in self._leaves]
            self.layout = self._laid_out()
            self._parts = [
                self.layout.part(base, base + leaf.doc_count_all()) for leaf, base in self._leaves
            ]
            # open now: a later commit may remove the files
            self._documents = [_column(leaf, "document") for leaf, _base in self._leaves]
            self._stretches = [_column(leaf, "stretches") for leaf, _base in self._leaves]

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._reader.close()

    def look(self) -> None:
        """See that no file has been cut off since; to be done before each search.

        Raises:
            IndexDamaged: one has, and reading it would end the program.
        """
        if self._mapped.cut():
            raise IndexDamaged("a file was cut off")

    @property
    def size(self) -> int:
        """Words of all documents."""
        return int(self.layout.lengths.sum())

    def bury(self, facet: str) -> None:
        """Leave the documents with ``facet`` out from now on; they were replaced in memory."""
        self.look()
        self.layout.alive[self.facet(facet)] = False

    def _laid_out(self) -> Layout:
        size = self._reader.doc_count_all()
        rows = np.zeros((size, 4), np.uint32)
        alive = np.ones(size, np.bool_)
        for leaf, base in self._leaves:
            packed = b"".join(leaf.column_reader("layout", translate=False))
            count = len(packed) // LAYOUT.size
            rows[base : base + count] = np.frombuffer(packed, "<u4").reshape(count, 4)
            deleted = leaf.deleted_docs_set if leaf.has_deletions() else ()
            alive[[base + row for row in deleted]] = False
        return Layout.of(rows, alive)

    def counted(self, words: Mapping[str, float], horizon: int) -> tuple[Docs, Weights]:
        """Return the living documents below ``horizon`` with some words, and how often."""
        with self._lock, _border():
            parts = []
            for row, (base, flat) in enumerate(zip(self._bases, self._flat, strict=True)):
                if base >= horizon:
                    break
                if flat is not None:
                    docs, counts = flat.counted(words, horizon - base)
                    parts.append((docs + np.int32(base), counts))
                else:
                    parts += [
                        (docs, counts * np.float32(weight))
                        for word, weight in words.items()
                        for docs, counts, _places in self._whoosh(row, word)
                    ]
            return summed(parts, self.layout.alive, horizon)

    def places(self, words: Collection[str], horizon: int, among: Docs | None = None) -> Places:
        """Return the coordinate of each occurrence below document ``horizon``, ascending."""
        with self._lock, _border():
            end = self.layout.end(horizon)
            found: list[Places] = []
            for row, (base, flat) in enumerate(zip(self._bases, self._flat, strict=True)):
                if base >= horizon:
                    break
                first, part = self._parts[row]
                if flat is not None:
                    near = None if among is None else _among(among, base, len(part))
                    places = flat.places(words, end - first, near, part)
                    found.append(places + np.int64(first))
                else:
                    here = [each[2] for word in words for each in self._whoosh(row, word)]
                    found += [places[: int(np.searchsorted(places, end))] for places in here]
            if len(words) < 2 or not found:  # parts follow each other
                return np.concatenate(found) if found else NO_PLACES
            return np.sort(np.concatenate(found), kind="stable")

    def standing(self, words: Collection[str], places: Places) -> Mask:
        """Say for each coordinate, ascending, whether one of some words stands there."""
        if len(words) > _FEW or None in self._flat:
            docs = np.unique(self.layout.docs_at(places))
            return np.isin(places, self.places(words, len(self.layout), docs))
        with self._lock, _border():
            if len(self._flat) == 1 and self._flat[0]:  # as a whole build leaves it
                return self._flat[0].standing(words, places.astype(np.int32))
            firsts = [first for first, _part in self._parts]
            cuts = np.searchsorted(places, firsts[1:])
            found = [
                flat.standing(words, (here - first).astype(np.int32))
                for flat, first, here in zip(
                    self._flat, firsts, np.split(places, cuts), strict=True
                )
                if flat is not None
            ]
            return np.concatenate(found)

    def _whoosh(self, row: int, word: str) -> list[_Postings]:
        """Return the postings of ``word`` in a part without flat ones; at most one item."""
        kept = self._kept.get((row, word))
        if kept is None:
            leaf, base = self._leaves[row]
            blocks = list(_blocks(leaf, base, "words", word))
            kept = [_joined(blocks, self.layout)] if blocks else []
            self._kept[row, word] = kept
        return kept

    def facet(self, facet: str) -> Docs:
        """Return the living documents with this facet, ascending."""
        with self._lock, _border():
            docs = self._facets.get(facet)
            if docs is None:
                found = [
                    ids
                    for leaf, base in self._leaves
                    for ids, _weights, _values in _blocks(leaf, base, "facets", facet)
                ]
                docs = np.concatenate(found) if found else NO_DOCS
                if not facet.startswith("key:"):  # one for each document, asked for once
                    self._facets[facet] = docs
            return docs[self.layout.alive[docs]]

    def documents(self, rows: Sequence[int]) -> list[Document]:
        """Return documents by their numbers; about 10 µs each."""
        with _border():
            return [load(self._from(self._documents, row)) for row in rows]

    def stretches(self, row: int, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where runs of words of document ``row`` stand in its text."""
        try:  # not by _border, which takes as long as all the rest
            words = int(self.layout.lengths[row])
            here = load_stretches(self._from(self._stretches, row), words)
            return [(here[start], here[words + end - 1]) for start, end in runs]
        except Exception as error:
            raise IndexDamaged(str(error)) from error

    def _from(self, columns: Sequence[Any], row: int) -> bytes:
        part = bisect_right(self._bases, row) - 1
        found: bytes = columns[part][int(row) - self._bases[part]]
        return found


def _flat(folder: Path, leaf: Any, mapped: Mapped) -> FlatPostings | None:
    """Return the flat postings of a part of the index, if it has them."""
    path = folder / flat_name(leaf.segment().segment_id())
    return FlatPostings(path, mapped, leaf.doc_count_all()) if path.exists() else None


def _column(leaf: Any, name: str) -> Any:
    return leaf.column_reader(name, translate=False) if leaf.doc_count_all() else ()


def _among(docs: Docs, base: int, size: int) -> Docs:
    """Return those of ``docs`` that are in one part, as numbered there."""
    low, high = np.searchsorted(docs, (base, base + size))
    return docs[low:high] - np.int32(base)


def _blocks(leaf: Any, base: int, field: str, term: str) -> Iterator[Block]:
    """Yield the blocks of one posting list of Whoosh's own codec (2.7.5, ``W3LeafMatcher``).

    A block is a tuple of ids (as differences), weights (None: all 1) and values.  Documents that
    were deleted are in them.
    """
    if (field, term) not in leaf:
        return
    matcher = leaf.postings(field, term)
    while isinstance(matcher, FilterMatcher):
        matcher = matcher.child
        matcher.reset()
    while True:
        matcher._read_data()  # noqa: SLF001 - the public interface goes posting by posting
        steps, weights, values = matcher._data  # noqa: SLF001
        yield np.cumsum(np.array(steps, np.int32), dtype=np.int32) + np.int32(base), weights, values
        if matcher._lastblock:  # noqa: SLF001
            return
        matcher._next_block()  # noqa: SLF001


def _joined(blocks: list[Block], layout: Layout) -> _Postings:
    docs = np.concatenate([block[0] for block in blocks])
    counts = np.concatenate([_weights(block[1], len(block[0])) for block in blocks])
    packed = b"".join([value for block in blocks for value in block[2]])
    places = np.frombuffer(packed, np.uintc).astype(np.int64)
    owners = np.repeat(docs, counts.astype(np.int64))
    if (places >= layout.lengths[owners]).any():
        raise IndexError("a place outside its document")
    return docs, counts, layout.bases[owners] + places


def _weights(weights: Any, count: int) -> Weights:
    if weights is None:
        return np.ones(count, np.float32)
    if isinstance(weights, float):
        return np.full(count, weights, np.float32)
    return np.array(weights, np.float32)
