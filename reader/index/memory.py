"""Documents kept in memory: notes just written, and texts while the index is being built."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from reader.index.shard import (
    NO_DOCS,
    NO_PLACES,
    Counted,
    Docs,
    Layout,
    Mask,
    Places,
    Weights,
    numbers,
    summed,
)
from reader.index.values import Document
from reader.index.words import placed_words, words_of


class MemoryShard:
    """A shard made on the spot; about 2 µs for a word of text."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = list(documents)
        counted = Counted()
        self._docs: dict[str, array[int]] = {}
        self._places: dict[str, array[int]] = {}
        self._facets: dict[str, array[int]] = {}
        rows = [self._take(row, each, counted) for row, each in enumerate(self._documents)]
        self.vocabulary = counted.vocabulary()
        size = len(rows)
        table = np.array(rows, np.uint32).reshape(size, 4)
        self.layout = Layout.of(table, np.ones(size, np.bool_))

    def _take(self, row: int, document: Document, counted: Counted) -> tuple[int, int, int, int]:
        words = words_of(document.text)
        for place, word in enumerate(words):
            self._docs.setdefault(word, array("i")).append(row)
            self._places.setdefault(word, array("q")).append(place)
        for facet in counted.add(document, set(words)):
            self._facets.setdefault(facet, array("i")).append(row)
        return numbers(document, len(words))

    def bury(self, facet: str) -> None:
        """Leave the documents with ``facet`` out from now on."""
        self.layout.alive[self.facet(facet)] = False

    def counted(self, words: Mapping[str, float], horizon: int) -> tuple[Docs, Weights]:
        """Return the living documents below ``horizon`` with some words, and how often."""
        rows = [(self._rows(word, horizon), weight) for word, weight in words.items()]
        parts = [(docs, np.full(len(docs), weight, np.float32)) for docs, weight in rows]
        return summed(parts, self.layout.alive, horizon)

    def places(self, words: Collection[str], horizon: int, among: Docs | None = None) -> Places:
        """Return the coordinate of each occurrence below document ``horizon``, ascending."""
        del among  # all of it is at hand
        rows = [(self._rows(word, horizon), word) for word in words]
        found = [
            self.layout.bases[docs] + np.frombuffer(self._places[word], np.int64)[: len(docs)]
            for docs, word in rows
            if len(docs)
        ]
        return np.sort(np.concatenate(found)) if found else NO_PLACES

    def standing(self, words: Collection[str], places: Places) -> Mask:
        """Say for each coordinate whether one of some words stands there."""
        return np.isin(places, self.places(words, len(self.layout)))

    def stretches(self, row: int, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where runs of words of document ``row`` stand in its text."""
        words = placed_words(self._documents[row].text)[1]
        return [(words[start][0], words[end - 1][1]) for start, end in runs]

    def _rows(self, word: str, horizon: int) -> Docs:
        found = self._docs.get(word)
        if found is None:
            return NO_DOCS
        rows = np.frombuffer(found, np.int32)
        return rows[: int(np.searchsorted(rows, horizon))]

    def facet(self, facet: str) -> Docs:
        """Return the living documents with this facet, ascending."""
        found = self._facets.get(facet)
        if found is None:
            return NO_DOCS
        rows = np.frombuffer(found, np.int32)
        return rows[self.layout.alive[rows]]

    def documents(self, rows: Sequence[int]) -> list[Document]:
        """Return documents by their numbers."""
        return [self._documents[row] for row in rows]
