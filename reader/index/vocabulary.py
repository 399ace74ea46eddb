"""The words that occur in the texts, and which of them a query means.

Held in memory (27,000 words for two million): looking them up there is what makes an answer
possible at every key stroke (measured: 0.7 to 10 s without, 3.6 ms with such a list; performance
anchors, A3).
"""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.index.stems import stem
from reader.index.words import LONGEST

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: A code point above every other, the end of a range of words with one beginning.
_LAST = chr(0x10FFFF)
#: Stems read in one go: 0.8 ms.
_STEMS_A_LINE = 5000
#: More wildcards than this in one word have no reader's use and cost time.
MOST_WILDCARDS = 4


@dataclass
class Vocabulary:
    """The words of a set of documents.

    Attributes:
        words: folded, ascending, without repetition.
        counts: for each word, in how many documents it stands (an upper bound).
        languages: for each word, the languages of the texts it stands in.
        compounds: closed spelling -> parts, for what hyphens join somewhere in the texts.
        facets: what documents can be filtered by (``author:cleaver``), ascending.
        accented: language -> word -> stems that it has by its accents, besides its own, parted by
            spaces.
    """

    words: list[str]
    counts: list[int]
    languages: list[tuple[str, ...]]
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facets: list[str] = field(default_factory=list)
    accented: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        counts: Mapping[str, int],
        languages: Mapping[str, set[str]],
        compounds: Mapping[str, tuple[str, ...]],
        facets: Iterable[str],
        accented: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> "Vocabulary":
        """Make one from counts."""
        words = sorted(counts)
        return cls(
            words,
            [counts[word] for word in words],
            [tuple(sorted(languages.get(word, ("en",)))) for word in words],
            dict(compounds),
            sorted(facets),
            {language: dict(stems) for language, stems in accented.items()},
        )

    def and_more(self, more: "Vocabulary") -> "Vocabulary":
        """Return the vocabulary of both sets of documents."""
        counts = dict(zip(self.words, self.counts, strict=True))
        languages = dict(zip(self.words, map(set, self.languages), strict=True))
        for word, count, spoken in zip(more.words, more.counts, more.languages, strict=True):
            counts[word] = counts.get(word, 0) + count
            languages.setdefault(word, set()).update(spoken)
        accented = {language: dict(stems) for language, stems in self.accented.items()}
        for language, stems in more.accented.items():
            known = accented.setdefault(language, {})
            for word, some in stems.items():
                known[word] = " ".join(sorted({*known.get(word, "").split(), *some.split()}))
        compounds, facets = self.compounds | more.compounds, {*self.facets, *more.facets}
        return Vocabulary.of(counts, languages, compounds, facets, accented)

    def row(self, word: str) -> int:
        """Return the row of ``word``, or -1."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else -1

    def count(self, word: str) -> int:
        """Return in how many documents ``word`` stands."""
        row = self.row(word)
        return self.counts[row] if row >= 0 else 0

    def beginning(self, prefix: str, most: int | None = None) -> list[str]:
        """Return the words that begin with ``prefix``, at most the ``most`` commonest ones."""
        low, high = _range(self.words, prefix)
        return self._commonest(range(low, high), most)

    def like(self, pattern: str, most: int | None = None) -> list[str]:
        """Return the words that fit ``pattern`` with ``*`` and ``?``.

        One pass over the words with the same beginning; does not backtrack.
        """
        literal = re.split(r"[*?]", pattern, maxsplit=1)[0]
        low, high = _range(self.words, literal)
        fits = re.compile(_regular(pattern)).fullmatch
        words = self.words
        return self._commonest([row for row in range(low, high) if fits(words[row])], most)

    def near(self, word: str, distance: int, most: int | None = None) -> list[str]:
        """Return the words at most ``distance`` edits away, the nearest first.

        An edit inserts, drops or changes a letter or swaps two neighbours (optimal string
        alignment).  About 5 ms for 27,000 words.
        """
        found: list[tuple[int, int, str]] = []
        for length in range(max(1, len(word) - distance), len(word) + distance + 1):
            bucket = self._by_length.get(length)
            if bucket is not None:
                rows, letters = bucket
                far = _distances(word, letters)
                found += [
                    (int(far[at]), -self.counts[rows[at]], self.words[rows[at]])
                    for at in (far <= distance).nonzero()[0]
                ]
        return [name for _far, _count, name in sorted(found)[:most]]

    def stemmed(self, word: str, spelling: str = "") -> list[str]:
        """Return the words with the same stem, in any language in which they occur, each once.

        Args:
            word: folded.
            spelling: of the word, where it has accents.
        """
        found: dict[str, None] = {}
        for language, table in self._stems.items():
            stems = [stem(word, language), *self._by_accents(word, language)]
            if spelling:
                stems.append(stem(spelling, language))
            for one in stems:
                found.update(dict.fromkeys(table.get(one, "").split()))
        return list(found)

    def _by_accents(self, word: str, language: str) -> list[str]:
        """Return the stems that a word has by its accents, besides its own."""
        return self.accented.get(language, {}).get(word, "").split()

    def joined(self, closed: str) -> tuple[str, ...]:
        """Return the parts of which ``closed`` is the closed spelling; () if there are none."""
        return self.compounds.get(closed, ())

    def joined_stems(self, closed: str) -> Iterable[tuple[str, ...]]:
        """Yield the parts of all compounds whose closed spelling has the same stem."""
        for name in self._compound_stems.get(stem(closed), ()):
            yield self.compounds[name]

    def joined_beginning(self, prefix: str, most: int) -> Iterable[tuple[str, ...]]:
        """Yield the compounds whose closed spelling begins with ``prefix`` beyond its first part.

        Those that begin within their first part are found by that part.
        """
        names = self._compound_names
        low, high = _range(names, prefix)
        found = 0
        for name in names[low:high]:
            parts = self.compounds[name]
            if len(prefix) > len(parts[0]):
                yield parts
                found += 1
                if found == most:
                    return

    def facets_of(self, field_name: str, value: str, *, beginning: bool) -> list[str]:
        """Return the facets of a field with this value, or with this beginning."""
        wanted = f"{field_name}:{value}"
        low, high = _range(self.facets, wanted)
        if beginning:
            return self.facets[low:high]
        return [wanted] if low < high and self.facets[low] == wanted else []

    def dump(self) -> str:
        """Return it as lines of JSON; ``load`` turns that back."""
        known = sorted(set(self.languages))
        rows = {languages: row for row, languages in enumerate(known)}
        lines: list[object] = [
            "\n".join(self.words),
            self.counts,
            known,
            [rows[languages] for languages in self.languages],
            [" ".join(parts) for parts in self.compounds.values()],
            self.facets,
            {
                language: "\n".join(f"{word} {some}" for word, some in stems.items())
                for language, stems in self.accented.items()
            },
        ]
        for language, table in self._stems.items():
            entries = iter(table.items())
            while some := dict(islice(entries, _STEMS_A_LINE)):
                lines.append([language, some])
        return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)

    @classmethod
    def load(cls, text: str) -> "Vocabulary":
        """Read what ``dump`` wrote; another thread waits for one line of it at most, 1.5 ms.

        Raises:
            ValueError, KeyError, TypeError, IndexError: it is damaged.
        """
        words, counts, named, rows, joined, facets, accented, *stems = map(
            json.loads, text.split("\n")
        )
        known = [tuple(languages) for languages in named]
        compounds = [tuple(parts.split(" ")) for parts in joined]
        made = cls(
            words.split("\n") if words else [],
            counts,
            [known[row] for row in rows],
            {"".join(parts): parts for parts in compounds},
            facets,
            {
                language: dict(line.split(" ", 1) for line in lines.split("\n"))
                for language, lines in accented.items()
            },
        )
        tables: dict[str, dict[str, str]] = {}
        for language, some in stems:
            tables.setdefault(language, {}).update(some)
        made.__dict__["_stems"] = tables
        return made

    # -- tables made when first needed -------------------------------------------------

    @cached_property
    def _stems(self) -> dict[str, dict[str, str]]:
        """Language -> stem -> words, parted by spaces: the garbage collector skips strings."""
        tables: dict[str, dict[str, str]] = {}
        for word, languages in zip(self.words, self.languages, strict=True):
            for language in languages:
                table = tables.setdefault(language, {})
                for key in (stem(word, language), *self._by_accents(word, language)):
                    table[key] = f"{table[key]} {word}" if key in table else word
        return tables

    @cached_property
    def _compound_names(self) -> list[str]:
        return sorted(self.compounds)

    @cached_property
    def _compound_stems(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for name in self.compounds:
            table.setdefault(stem(name), []).append(name)
        return table

    @cached_property
    def _by_length(self) -> "dict[int, tuple[list[int], npt.NDArray[np.uint32]]]":
        import numpy as np

        rows: dict[int, list[int]] = {}
        for row, word in enumerate(self.words):
            rows.setdefault(len(word), []).append(row)
        return {
            length: (
                members,
                np.array([self.words[row] for row in members], dtype=f"U{length}")
                .view(np.uint32)
                .reshape(len(members), length),
            )
            for length, members in rows.items()
            if 0 < length <= LONGEST
        }

    def _commonest(self, rows: Sequence[int], most: int | None) -> list[str]:
        if most is not None and len(rows) > most:
            counts: Callable[[int], int] = self.counts.__getitem__
            from heapq import nlargest

            rows = nlargest(most, rows, key=counts)
        return [self.words[row] for row in rows]


def _range(ordered: Sequence[str], prefix: str) -> tuple[int, int]:
    """Return the rows of ``ordered`` that begin with ``prefix``."""
    low = bisect_left(ordered, prefix)
    return low, bisect_left(ordered, prefix + _LAST, low)


def _regular(pattern: str) -> str:
    """Turn a pattern with wildcards into a regular expression that never backtracks.

    Each ``*`` takes the earliest place where the next letters fit and never gives it back
    (an atomic group), which is right for all but the last.
    """
    head, *rest = re.sub(r"\*+", "*", pattern).split("*")
    if not rest:
        return _letters(head)
    *middle, tail = rest
    inner = "".join(f"(?>.*?{_letters(piece)})" for piece in middle if piece)
    return f"{_letters(head)}{inner}.*{_letters(tail)}"


def _letters(piece: str) -> str:
    return "".join("." if sign == "?" else re.escape(sign) for sign in piece)


def _distances(word: str, letters: "npt.NDArray[np.uint32]") -> "npt.NDArray[np.int16]":
    """Return the edit distance of ``word`` to each row of ``letters``, all at once.

    The recurrence is that of optimal string alignment; each step is taken for all words.
    """
    import numpy as np

    size, length = letters.shape
    columns = np.ascontiguousarray(letters.T)
    before: list[npt.NDArray[np.int16]] = []
    last = [np.full(size, column, np.int16) for column in range(length + 1)]
    signs = [ord(sign) for sign in word]
    for row, sign in enumerate(signs, 1):
        line = [np.full(size, row, np.int16)]
        same = columns == sign
        for column in range(1, length + 1):
            best = np.minimum(last[column], line[column - 1]) + 1
            best = np.minimum(best, last[column - 1] + ~same[column - 1])
            if row > 1 and column > 1:
                swapped = same[column - 2] & (columns[column - 1] == signs[row - 2])
                best = np.where(swapped, np.minimum(best, before[column - 2] + 1), best)
            line.append(best.astype(np.int16))
        before, last = last, line
    return last[length]
