# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""Documents kept in a Whoosh index.

Whoosh's own queries score posting by posting in Python.  Here its postings are read a block at a
time into arrays, and everything else happens there: ten times faster, and every operator is ours
(measured on 1.85 million words, ``python -m tests.bench.search``).
"""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, TypeAlias

import numpy as np
from whoosh.matching.wrappers import FilterMatcher

from reader.index.flat import FlatPostings
from reader.index.mapped import Mapped, open_mapped
from reader.index.schema import LAYOUT, unpack
from reader.index.shard import NO_DOCS, NO_PLACES, NO_WEIGHTS, Docs, Layout, Places, Weights
from reader.index.values import Document
from reader.index.vocabulary import Vocabulary
from reader.index.writing import flat_name

#: Documents of a block of postings, their weights and values as Whoosh keeps them.
Block: TypeAlias = tuple[Docs, Any, Any]
#: Postings kept in memory for words asked for again, about 8 bytes each.
_KEPT = 1_000_000


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

    Safe to use from several threads: reading is locked, one list of postings at a time.

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
        self._kept: OrderedDict[str, tuple[int, Docs, Weights]] = OrderedDict()
        self._kept_size = 0
        with _border():
            self._reader = open_mapped(folder, self._mapped).reader()
            self._leaves = list(self._reader.leaf_readers())
            self._flat = [_flat(folder, leaf, self._mapped) for leaf, _base in self._leaves]
            self.layout = self._laid_out()

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
    def size(self) -> tuple[int, int]:
        """Parts into which Whoosh has written the documents, and words in all of them."""
        return len(self._leaves), int(self.layout.lengths.sum())

    def bury(self, facet: str) -> None:
        """Leave the documents with ``facet`` out from now on; they were replaced in memory."""
        self.look()
        docs = self.facet(facet)
        with self._lock:
            if len(docs):
                self.layout.alive[docs] = False
                self._kept.clear()
                self._kept_size = 0

    def _laid_out(self) -> Layout:
        size = self._reader.doc_count_all()
        rows = np.zeros((size, 4), np.uint32)
        alive = np.ones(size, np.bool_)
        for leaf, base in self._leaves:
            if leaf.doc_count_all():
                leaf.stored_fields(0)  # opens the file, which a later commit may remove
            packed = b"".join(leaf.column_reader("layout", translate=False))
            count = len(packed) // LAYOUT.size
            rows[base : base + count] = np.frombuffer(packed, "<u4").reshape(count, 4)
            deleted = leaf.deleted_docs_set if leaf.has_deletions() else ()
            alive[[base + row for row in deleted]] = False
        return Layout.of(rows, alive)

    def postings(self, word: str, horizon: int, among: Docs | None = None) -> tuple[Docs, Weights]:
        """Return the living documents below ``horizon`` that hold ``word``, and how often."""
        kept = self._kept.get(word)
        if kept is None or kept[0] < horizon:
            if self._few(word, among):
                with self._lock, _border():
                    return self._joined(list(self._blocks("words", word, horizon, among)))
            kept = self._keep(word, horizon)
        else:
            self._used(word)
        _reach, docs, weights = kept
        if len(docs) and docs[-1] >= horizon:
            end = int(np.searchsorted(docs, horizon))
            return docs[:end], weights[:end]
        return docs, weights

    def _used(self, word: str) -> None:
        """Let what was used last be dropped last."""
        with self._lock:
            if word in self._kept:
                self._kept.move_to_end(word)

    def _few(self, word: str, among: Docs | None) -> bool:
        """Say whether reading the blocks of some documents is less than reading all."""
        return among is not None and len(among) * 4 < self.vocabulary.count(word)

    def _keep(self, word: str, horizon: int) -> tuple[int, Docs, Weights]:
        """Read postings and keep them in memory, with the document up to which they reach."""
        with self._lock, _border():
            docs, weights = self._joined(list(self._blocks("words", word, horizon)))
            kept = (max(horizon, int(docs[-1]) + 1 if len(docs) else 0), docs, weights)
            old = self._kept.pop(word, None)
            self._kept_size += len(docs) - (len(old[1]) if old else 0)
            self._kept[word] = kept
            while self._kept_size > _KEPT and len(self._kept) > 1:
                self._kept_size -= len(self._kept.popitem(last=False)[1][1])
        return kept

    def _joined(self, blocks: list[Block]) -> tuple[Docs, Weights]:
        if not blocks:
            return NO_DOCS, NO_WEIGHTS
        docs = np.concatenate([block[0] for block in blocks])
        weights = np.concatenate([_weights(block[1], len(block[0])) for block in blocks])
        living = self.layout.alive[docs]
        return (docs, weights) if living.all() else (docs[living], weights[living])

    def places(self, word: str, horizon: int, among: Docs | None = None) -> tuple[Docs, Places]:
        """Return document and coordinate of each occurrence below ``horizon``, ascending."""
        with self._lock, _border():
            blocks = list(self._blocks("words", word, horizon, among))
            if not blocks:
                return NO_DOCS, NO_PLACES
            packed = b"".join([value for block in blocks for value in block[2]])
            places = np.frombuffer(packed, np.uintc).astype(np.int64)
            counts = np.concatenate([_weights(block[1], len(block[0])) for block in blocks])
            docs = np.concatenate([block[0] for block in blocks])
            docs = np.repeat(docs, counts.astype(np.int64))
            if (places >= self.layout.lengths[docs]).any():
                raise IndexDamaged(word)
            keep = self.layout.alive[docs] & (docs < horizon)
            if not keep.all():
                docs, places = docs[keep], places[keep]
            return docs, self.layout.bases[docs] + places

    def facet(self, facet: str) -> Docs:
        """Return the living documents with this facet, ascending."""
        with self._lock, _border():
            blocks = list(self._blocks("facets", facet, len(self.layout)))
        return self._joined(blocks)[0]

    def documents(self, rows: Sequence[int]) -> list[Document]:
        """Return documents by their numbers; about 30 µs each."""
        with self._lock, _border():
            return [unpack(self._reader.stored_fields(int(row))["document"]) for row in rows]

    def _blocks(
        self, field: str, term: str, horizon: int, among: Docs | None = None
    ) -> Iterator[Block]:
        """Yield documents, weights and values of a term, block by block, up to ``horizon``.

        Documents that were deleted are in them.  Blocks without any of ``among`` are left out.
        """
        wanted = None if among is None else among.tolist()
        for (leaf, base), flat in zip(self._leaves, self._flat, strict=True):
            if base >= horizon:
                return
            if flat is not None and field == "words":
                found = flat.read(term, leaf.doc_count_all())
                if found is not None:
                    docs, counts, places = found
                    yield docs + np.int32(base), counts, (places,)
                continue
            if (field, term) not in leaf:
                continue
            matcher = leaf.postings(field, term)
            while isinstance(matcher, FilterMatcher):
                matcher = matcher.child
                matcher.reset()
            yield from _read(matcher, base, horizon, wanted)


def _flat(folder: Path, leaf: Any, mapped: Mapped) -> FlatPostings | None:
    """Return the flat postings of a part of the index, if it has them."""
    path = folder / flat_name(leaf.segment().segment_id())
    return FlatPostings(path, mapped) if path.exists() else None


def _read(matcher: Any, base: int, horizon: int, wanted: list[int] | None) -> Iterator[Block]:
    """Yield the blocks of one posting list of Whoosh's own codec (2.7.5, ``W3LeafMatcher``).

    A block is a tuple of ids (as differences), weights (None: all 1) and values; its last id
    stands before it, so that it can be left out unread.
    """
    row, low = 0, base
    while True:
        high = base + matcher.block_max_id()
        if wanted is not None:
            row = bisect_left(wanted, low, row)
        if wanted is None or (row < len(wanted) and wanted[row] <= high):
            matcher._read_data()  # noqa: SLF001 - the public interface goes posting by posting
            steps, weights, values = matcher._data  # noqa: SLF001
            ids = np.cumsum(np.array(steps, np.int32), dtype=np.int32)
            yield ids + np.int32(base), weights, values
        low = high + 1
        exhausted = wanted is not None and row >= len(wanted)
        if matcher._lastblock or exhausted or high >= horizon - 1:  # noqa: SLF001
            return
        matcher._next_block()  # noqa: SLF001


def _weights(weights: Any, count: int) -> Weights:
    if weights is None:
        return np.ones(count, np.float32)
    if isinstance(weights, float):
        return np.full(count, weights, np.float32)
    return np.array(weights, np.float32)
