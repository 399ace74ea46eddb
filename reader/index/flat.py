"""All postings of one part of an index as plain arrays in one mapped file.

Whoosh keeps postings in blocks of 128 that are unpickled one by one, and looks every word up in
its table of terms: 0.15 ms for a rare word, 6 ms for a common one.  Here a word is a slice, of
documents and of coordinates; both ascend, so that the first documents of a common word and the
places where it could follow another are found without reading the rest.  Whoosh's own postings
stay the index: parts that a change adds are read from them, and these files can be left away.

Layout of a file, all numbers 32 bits, little-endian::

    words, postings, places       how many of each
    first posting of each word    and one more at the end
    first place of each posting   and one more at the end
    document of each posting      ascending for each word
    places                        coordinates as in ``shard``, ascending for each word
    words                         UTF-8, ascending, parted by newlines
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from reader.index.mapped import Mapped
from reader.index.shard import GAP, NO_DOCS, NO_WEIGHTS, Docs, Layout, Mask, Weights
from reader.index.spots import ranged

_Numbers: TypeAlias = npt.NDArray[np.int32]
_NUMBER = np.dtype("<i4")
#: Neighbouring words up to which each is a slice of its own; more are read together.
_FEW = 16
_NO_NUMBERS: _Numbers = np.empty(0, np.int32)


class Gathered:
    """The words of documents, taken in one document after the other."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._words = array("i")
        self._lengths = array("i")
        self._begins = array("i")  # coordinate of the first word of each document
        self._next, self._space = 0, -1

    def add(self, words: Sequence[str], space: int) -> None:
        """Take in the words of the next document; other works and notes have another ``space``."""
        ids = self._ids
        self._words.extend([ids.setdefault(word, len(ids)) for word in words])
        self._next += GAP if self._lengths and space != self._space else 0
        self._space = space
        self._begins.append(self._next)
        self._lengths.append(len(words))
        self._next += len(words)

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
        shift = np.array(self._begins, np.int64) - (np.cumsum(lengths) - lengths)
        places = np.arange(len(words), dtype=np.int64) + np.repeat(shift, lengths)
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

    Args of the constructor: the file; what maps it; how many documents there are.

    Raises:
        OSError, ValueError: from the constructor; the file cannot be read or is no such file.
    """

    def __init__(self, path: Path, mapped: Mapped, documents: int) -> None:
        self._size = documents
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
        self._names = self._file[at:].decode().split("\n") if words else []
        self._rows = {name: row for row, name in enumerate(self._names)}
        if len(self._rows) != words:
            raise ValueError(path)

    def counted(self, words: Mapping[str, float], horizon: int) -> tuple[Docs, Weights]:
        """Return the documents below ``horizon`` with some words, and how often each holds one.

        A document comes up once for each of the words that it holds.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        runs = list(self._runs(words, horizon))
        if not runs:
            return NO_DOCS, NO_WEIGHTS
        docs = np.concatenate([self._docs[low:high] for low, high, _weight in runs])
        ends = np.concatenate([self._firsts[low + 1 : high + 1] for low, high, _weight in runs])
        begins = np.concatenate([self._firsts[low:high] for low, high, _weight in runs])
        counts = (ends - begins).astype(np.float32)
        weights = [weight for _low, _high, weight in runs]
        if min(weights) != 1.0 or max(weights) != 1.0:
            counts *= np.repeat(
                np.array(weights, np.float32), [high - low for low, high, _weight in runs]
            )
        if horizon < self._size:
            near = docs < horizon
            docs, counts = docs[near], counts[near]
        self._sound(docs, counts)
        return docs, counts

    def _runs(self, words: Mapping[str, float], horizon: int) -> Iterator[tuple[int, int, float]]:
        """Yield first and last posting of neighbouring words with one weight, and that weight.

        All words with one beginning are one run.  Where only the first documents are asked for,
        few words are runs by themselves and end there.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        rows = self._rows
        known = sorted((rows[word], weight) for word, weight in words.items() if word in rows)
        alone = horizon < self._size and len(known) <= _FEW
        first = 0
        for at in range(1, len(known) + 1):
            row, weight = known[at - 1]
            if at == len(known) or known[at] != (row + 1, weight) or alone:
                low, high = int(self._postings[known[first][0]]), int(self._postings[row + 1])
                if not 0 <= low < high <= len(self._docs):
                    raise ValueError(row)
                if alone:
                    high = low + int(np.searchsorted(self._docs[low:high], np.int32(horizon)))
                if low < high:
                    yield low, high, weight
                first = at

    def places(
        self, words: Iterable[str], end: int, among: Docs | None, layout: Layout
    ) -> _Numbers:
        """Return the coordinate of each occurrence of some words.

        Ascending for one word, else in no order.

        Args:
            words: folded.
            end: coordinates from here on are left out.
            among: only these documents; None for all.
            layout: of these documents alone.

        Raises:
            ValueError: the file was changed since it was opened.
        """
        known = [row for row in (self._rows.get(word) for word in words) if row is not None]
        if not known:
            return _NO_NUMBERS
        if len(known) > _FEW and among is not None:
            found = self._masked(known, among)
        else:
            parts = [self._slice(row) for row in known]
            if among is not None:
                lows = layout.bases[among].astype(np.int32)
                highs = lows + layout.lengths[among].astype(np.int32)
                parts = [_between(part, lows, highs) for part in parts]
            else:
                parts = [part[: int(np.searchsorted(part, np.int32(end)))] for part in parts]
            found = parts[0] if len(parts) == 1 else np.concatenate(parts)
        if len(found) and (found.min() < 0 or found.max() >= layout.end(self._size)):
            raise ValueError(len(found))
        return found

    def standing(self, words: Iterable[str], places: _Numbers) -> Mask:
        """Say for each coordinate whether one of some words stands there."""
        found = np.zeros(len(places), np.bool_)
        for row in (self._rows.get(word) for word in words):
            if row is not None:
                here = self._slice(row)
                at = np.searchsorted(here, places)
                at[at == len(here)] = 0
                found |= here[at] == places
        return found

    def _slice(self, row: int) -> _Numbers:
        low, high = self._firsts[self._postings[row]], self._firsts[self._postings[row + 1]]
        if not 0 <= low < high <= len(self._places):
            raise ValueError(row)
        here: _Numbers = self._places[low:high]
        return here

    def _masked(self, rows: Sequence[int], among: Docs) -> _Numbers:
        """Return the places of many words in some documents."""
        wanted = np.zeros(self._size, np.bool_)
        wanted[among] = True
        names = dict.fromkeys((self._names[row] for row in rows), 1.0)
        runs = list(self._runs(names, self._size))
        docs = np.concatenate([self._docs[low:high] for low, high, _weight in runs])
        begins = np.concatenate([self._firsts[low:high] for low, high, _weight in runs])
        ends = np.concatenate([self._firsts[low + 1 : high + 1] for low, high, _weight in runs])
        self._sound(docs, ends - begins)
        at = np.flatnonzero(wanted[docs])
        begins, ends = begins[at], ends[at]
        if len(at) and (begins.min() < 0 or ends.max() > len(self._places)):
            raise ValueError(len(at))
        found: _Numbers = self._places[ranged(begins, ends)]
        return found

    def _sound(self, docs: Docs, counts: npt.NDArray[np.generic]) -> None:
        if len(docs) and (docs.min() < 0 or docs.max() >= self._size or counts.min() <= 0):
            raise ValueError(len(docs))


def _between(places: _Numbers, lows: _Numbers, highs: _Numbers) -> _Numbers:
    """Return those of ascending ``places`` that lie in one of some stretches."""
    found: _Numbers = places[ranged(np.searchsorted(places, lows), np.searchsorted(places, highs))]
    return found
