"""Where in a document the words stand that were found: marks and excerpts, computed by us.

The marks of a document are the occurrences of every leaf of the query that is not denied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.index.evaluate import Evaluation
from reader.index.query import Either, Leaf, Near, Phrase, Word
from reader.index.shard import Docs, Shard
from reader.index.spots import Spots
from reader.index.words import places_of
from reader.model import Snippet, Span

#: Where a mark begins and ends in the text of a document: values are made of it once, at the end.
Stretch: TypeAlias = tuple[int, int]
#: Code points of an excerpt: two lines of a result list.
EXCERPT = 180
#: Code points before the first mark of an excerpt.
_LEAD = 50
#: Marks among which the best excerpt is looked for.
_LOOKED_AT = 64
_PLAIN = str.maketrans("\n\r\t\v\f\u2028\u2029", "       ")


@dataclass
class Marker:
    """Marks the occurrences of some leaves in the documents of one shard.

    Attributes:
        words: single words to mark; none of those that begin so.
        beginnings: words that begin so are marked, too.
        runs: first word and word after the last of what phrases and NEAR found in each document.
        shard: the documents.
    """

    words: set[str]
    beginnings: tuple[str, ...]
    runs: Mapping[int, Sequence[tuple[int, int]]]
    shard: Shard

    @classmethod
    def of(cls, evaluation: Evaluation, leaves: Sequence[Leaf], docs: Docs) -> "Marker":
        """Make one for an evaluated query; it marks ``docs``, which ascend."""
        words: set[str] = set()
        beginnings: set[str] = set()
        spots: list[Spots] = []

        def take(leaf: Leaf) -> None:
            if isinstance(leaf, Either):
                for part in leaf.parts:
                    take(part)
            elif isinstance(leaf, Phrase | Near):
                spots.append(evaluation.spots(leaf, docs))
            else:
                words.update(evaluation.forms(leaf).words)
                spots.extend(evaluation.open_spellings(leaf, docs))
                if isinstance(leaf, Word) and leaf.prefix:
                    beginnings.add(leaf.text)

        for leaf in leaves:
            take(leaf)
        begun = tuple(sorted(beginnings))
        rest = {word for word in words if not word.startswith(begun)} if begun else words
        return cls(rest, begun, _by_document(spots, evaluation.shard, docs), evaluation.shard)

    def marks(self, row: int, text: str) -> list[Stretch]:
        """Return the marks in the text of document ``row``; ascending, not overlapping."""
        found = places_of(text, self.words, self.beginnings)
        if runs := self.runs.get(row):
            found += self.shard.stretches(row, runs)
        return _merged(found)


def _by_document(
    spots: Sequence[Spots], shard: Shard, docs: Docs
) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return the words that occurrences cover in each of ``docs``, counted from 0 there."""
    found: dict[int, list[tuple[int, int]]] = {}
    bases = shard.layout.bases[docs]
    ends = bases + shard.layout.lengths[docs]
    for each in spots:
        lows, highs = each.starts.searchsorted(bases), each.starts.searchsorted(ends)
        for row, base, low, high in zip(
            docs.tolist(), bases.tolist(), lows.tolist(), highs.tolist(), strict=True
        ):
            if low < high:
                starts, stops = each.starts[low:high] - base, each.ends[low:high] - base
                runs = zip(starts.tolist(), stops.tolist(), strict=True)
                found.setdefault(row, []).extend(runs)
    return found


def _merged(found: list[Stretch]) -> list[Stretch]:
    """Return stretches ascending, overlapping ones as one."""
    merged: list[Stretch] = []
    last = -1
    for start, end in sorted(found):
        if start < last:
            last = max(last, end)
            merged[-1] = merged[-1][0], last
        else:
            merged.append((start, end))
            last = end
    return merged


def excerpt(text: str, marks: Sequence[Stretch], offset: int) -> Snippet:
    """Return the stretch of ``text`` with the most marks, cut at word borders.

    Args:
        text: of the document.
        marks: in ``text``.
        offset: where ``text`` stands in the reading text.
    """
    start, end = _window(text, marks)
    inside = tuple([
        Span(max(low, start) - start, min(high, end) - start)
        for low, high in marks
        if low < end and high > start
    ])  # fmt: skip
    return Snippet(text[start:end].translate(_PLAIN), inside, Span(offset + start, offset + end))


def _window(text: str, marks: Sequence[Stretch]) -> Stretch:
    if len(text) <= EXCERPT:
        return 0, len(text)
    first = marks[_best(text, marks)][0] if marks else 0
    start = max(0, min(first - _LEAD, len(text) - EXCERPT))
    end = min(len(text), start + EXCERPT)
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", max(start, first) + 1, end)
        end = space if space > first else end
    return start, end


def _best(text: str, marks: Sequence[Stretch]) -> int:
    """Return the mark from which on an excerpt shows most: different words, then long ones."""
    reach = EXCERPT - _LEAD
    if marks[-1][1] <= marks[0][0] + reach:
        return 0  # it shows all
    marks = marks[:_LOOKED_AT]
    words = [text[start:end].lower() for start, end in marks]
    best, most = 0, 0
    shown: dict[str, int] = {}
    different, length, last = 0, 0, 0
    for row, (start, end) in enumerate(marks):
        while last < len(words) and (last <= row or marks[last][1] <= start + reach):
            word = words[last]
            if word not in shown:
                shown[word] = 0
                different += word.count(" ") + 1
            shown[word] += 1
            length += marks[last][1] - marks[last][0]
            last += 1
        if (value := different * len(text) + length) > most:
            best, most = row, value
        if last == len(words):
            break  # from the next ones on there is less
        length -= end - start
        word = words[row]
        shown[word] -= 1
        if not shown[word]:
            del shown[word]
            different -= word.count(" ") + 1
    return best
