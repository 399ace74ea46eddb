"""All postings of one part of an index as plain arrays in one mapped file.

Whoosh keeps postings in blocks of 128 that are unpickled one by one, and looks every word up in
its table of terms: 0.15 ms for a rare word, 6 ms for a common one.  Here a word is a slice; that
is what ``AND``, phrases, ``NEAR`` and single letters take their time for.  Whoosh's own postings
stay the index: parts that a change adds are read from them, and these files can be left away.

Layout of a file, all numbers 32 bits, little-endian::

    words, postings, places       how many of each
    first posting of each word    and one more at the end
    first place of each posting   and one more at the end
    document of each posting      ascending for each word
    places                        of the words in their documents, ascending for each posting
    words                         UTF-8, ascending, parted by newlines
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from reader.index.mapped import Mapped
from reader.index.shard import NO_DOCS, NO_WEIGHTS, Docs, Weights

_Numbers: TypeAlias = npt.NDArray[np.int32]
_NUMBER = np.dtype("<i4")


class Gathered:
    """The words of documents, taken in one document after the other."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._words = array("i")
        self._lengths = array("i")

    def add(self, words: Sequence[str]) -> None:
        """Take in the words of the next document."""
        ids = self._ids
        self._words.extend([ids.setdefault(word, len(ids)) for word in words])
        self._lengths.append(len(words))

    def write(self, path: Path) -> None:
        """Write them as a file for ``FlatPostings``; 0.5 s for two million words.

        Raises:
            OSError: it cannot be written.
        """
        names = sorted(self._ids)
        ranks = np.empty(len(names), np.int32)
        ranks[[self._ids[name] for name in names]] = np.arange(len(names), dtype=np.int32)
        lengths = np.frombuffer(self._lengths, np.int32) if self._lengths else np.zeros(0, np.int32)
        words = ranks[np.frombuffer(self._words, np.int32)] if self._words else lengths[:0]
        docs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        begins = np.cumsum(lengths) - lengths
        places = np.arange(len(words), dtype=np.int64) - np.repeat(begins, lengths)
        order = np.argsort(words, kind="stable")
        words, docs, places = words[order], docs[order], places[order]
        new = np.ones(len(words), np.bool_)
        new[1:] = (words[1:] != words[:-1]) | (docs[1:] != docs[:-1])
        firsts = np.flatnonzero(new)
        postings = np.searchsorted(words[firsts], np.arange(len(names) + 1))
        with path.open("wb") as file:
            for part in (
                np.array([len(names), len(firsts), len(places)]),
                postings,
                np.append(firsts, len(places)),
                docs[firsts],
                places,
            ):
                file.write(part.astype(_NUMBER).tobytes())
            file.write("\n".join(names).encode())


class FlatPostings:
    """What ``Gathered`` wrote, mapped into memory.

    Raises:
        OSError, ValueError: from the constructor; the file cannot be read or is no such file.
    """

    def __init__(self, path: Path, mapped: Mapped) -> None:
        self._file = mapped.map(path)
        numbers = np.frombuffer(self._file, _NUMBER, 3)
        words, postings, places = map(int, numbers)
        sizes = (words + 1, postings + 1, postings, places)
        at = numbers.nbytes
        parts = []
        for size in sizes:
            parts.append(np.frombuffer(self._file, _NUMBER, size, at))
            at += size * _NUMBER.itemsize
        self._postings, self._firsts, self._docs, self._places = parts
        names = self._file[at:].decode().split("\n") if words else []
        self._rows = {name: row for row, name in enumerate(names)}
        if len(self._rows) != words:
            raise ValueError(path)

    def counted(self, words: Mapping[str, float], documents: int) -> tuple[Docs, Weights]:
        """Return the documents of some words, and for each how often it holds one.

        A document comes up once for each of the words that it holds.

        Args:
            words: folded, with the weight that one occurrence of each has.
            documents: how many there are.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        runs = list(self._runs(words))
        if not runs:
            return NO_DOCS, NO_WEIGHTS
        docs = np.concatenate([self._docs[low:high] for low, high, _weight in runs])
        ends = np.concatenate([self._firsts[low + 1 : high + 1] for low, high, _weight in runs])
        begins = np.concatenate([self._firsts[low:high] for low, high, _weight in runs])
        counts = (ends - begins).astype(np.float32)
        self._sound(docs, counts, documents)
        weights = [weight for _low, _high, weight in runs]
        if min(weights) != 1.0 or max(weights) != 1.0:
            counts *= np.repeat(
                np.array(weights, np.float32), [high - low for low, high, _weight in runs]
            )
        return docs, counts

    def _runs(self, words: Mapping[str, float]) -> Iterator[tuple[int, int, float]]:
        """Yield first and last posting of neighbouring words with one weight, and that weight.

        All words with one beginning are one run.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        rows = self._rows
        known = sorted((rows[word], weight) for word, weight in words.items() if word in rows)
        first = 0
        for at in range(1, len(known) + 1):
            row, weight = known[at - 1]
            if at == len(known) or known[at] != (row + 1, weight):
                low, high = int(self._postings[known[first][0]]), int(self._postings[row + 1])
                if not 0 <= low < high <= len(self._docs):
                    raise ValueError(row)
                yield low, high, weight
                first = at

    def places(
        self, words: Iterable[str], documents: int, among: Docs | None = None
    ) -> tuple[Docs, Docs]:
        """Return the document of each occurrence of some words, and its place there.

        Ascending for one word, else in the order of the words.

        Args:
            words: folded.
            documents: how many there are.
            among: only these documents; None for all.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        runs = list(self._runs(dict.fromkeys(words, 1.0)))
        if not runs:
            return NO_DOCS, NO_DOCS
        docs = np.concatenate([self._docs[low:high] for low, high, _weight in runs])
        begins = np.concatenate([self._firsts[low:high] for low, high, _weight in runs])
        counts = np.concatenate([self._firsts[low + 1 : high + 1] for low, high, _w in runs])
        counts = counts - begins
        self._sound(docs, counts, documents)
        if begins.min() < 0 or (begins + counts).max() > len(self._places):
            raise ValueError(len(begins))
        if among is not None:
            wanted = np.zeros(documents, np.bool_)
            wanted[among] = True
            at = np.flatnonzero(wanted[docs])
            docs, begins, counts = docs[at], begins[at], counts[at]
        steps = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return np.repeat(docs, counts), self._places[np.repeat(begins, counts) + steps]

    @staticmethod
    def _sound(docs: Docs, counts: npt.NDArray[np.generic], documents: int) -> None:
        if docs.min() < 0 or docs.max() >= documents or counts.min() <= 0:
            raise ValueError(len(docs))
