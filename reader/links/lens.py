"""The concept lens: what each author keeps near a word, what they avoid, who never says it.

Works on the texts of the library alone.  Words are compared by stem; a concept counts wherever
one of its spellings stands.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.links.defining import defining
from reader.links.features import CONTENT, Glossary
from reader.links.stems import stem
from reader.links.words import Token, tokens
from reader.model import Edition, Span

#: Content words on either side that count as near: about a sentence and a half.
_NEAR = 12
#: Of fewer neighbours than this nothing can be said.
_FEW = 2
#: Log-likelihood from which a word is said to be avoided: chance is less than one in twenty.
#: Where a text has the word once, every other word would be.
_TELLING = 3.84


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word that an author keeps near another, or avoids there.

    Attributes:
        word: as the author writes it most often.
        near: how often it stands near.
        elsewhere: how often it stands in the author's text at all.
        weight: log-likelihood (T. Dunning, Computational Linguistics 19, 1993) of the
            difference; above 6.6 chance is less than one in a hundred.
        places: where it stands near, in the reading text.
    """

    word: str
    near: int
    elsewhere: int
    weight: float
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One text seen through the lens.

    Attributes:
        work: short id.
        places: where the word or concept stands, ascending; empty: the text never says it.
        defined: sentences that say what it is, as far as their form shows it.
        kept: what is kept near more than elsewhere in the same text, strongest first.
        avoided: what the other texts keep near it and this one, though it has the word, does
            not; strongest first.
        instead: words of this text that stand among the neighbours that the word has elsewhere:
            guesses at what stands in for it, only for texts that never say it.
    """

    work: str
    places: tuple[Span, ...]
    defined: tuple[Span, ...]
    kept: tuple[Neighbour, ...]
    avoided: tuple[Neighbour, ...]
    instead: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """One text as tokens, with the positions of the word looked at."""

    work: str
    tokens: tuple[Token, ...]
    written: Mapping[str, str]
    count: Counter[str]
    at: tuple[int, ...]
    places: tuple[Span, ...]

    def near(self, at: int) -> Iterable[int]:
        """Yield the positions near to ``at``, without ``at`` itself."""
        low, high = max(0, at - _NEAR), min(len(self.tokens), at + _NEAR + 1)
        return (one for one in range(low, high) if one != at)


def look(
    word: str,
    editions: Sequence[Edition],
    glossary: Glossary,
    count: int = 10,
    places: Mapping[str, Sequence[Span]] | None = None,
) -> tuple[View, ...]:
    """Look at a word, or a concept by its key, in each text.  Linear in the texts.

    Args:
        word: a word in any form, or the key of a concept.
        editions: the texts.
        glossary: to find concepts with.
        count: at most so many words in each list.
        places: by work, where it stands, ascending, when a search has found that already.
    """
    reads = [
        _read(word, one, glossary, None if places is None else places.get(one.work.id, ()))
        for one in editions
    ]
    near = {one.work: _near_counts(one) for one in reads}
    own = {stem(part) for part in word.lower().replace("-", " ").split()}
    for read in reads:
        own |= {read.tokens[at].stem for at in read.at}
    views = []
    for edition, read in zip(editions, reads, strict=True):
        others = [one for one in reads if one is not read]
        views.append(
            View(
                read.work,
                read.places,
                defining(edition, read.places),
                _told(read, _kept(read, near[read.work], own), count),
                _told(read, _avoided(read, near, others, own), count) if read.at else (),
                () if read.at else _told(read, _instead(read, near, others, own), count),
            )
        )
    return tuple(views)


def never_said(editions: Sequence[Edition], glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """Return, by work, the concepts that this text never names and another one does, by key."""
    named = {one.work.id: {key for key, _ in glossary.find(_content(one))} for one in editions}
    everything = set().union(*named.values()) if named else set()
    return {work: tuple(sorted(everything - keys)) for work, keys in named.items()}


def _content(edition: Edition) -> str:
    return "\n\n".join(edition.words_of(one) for one in edition.passages if one.kind in CONTENT)


def _read(
    word: str, edition: Edition, glossary: Glossary, places: Sequence[Span] | None = None
) -> _Read:
    found: list[Token] = []
    spans: list[Span] = []
    wanted = stem(word.lower())
    for passage in edition.passages:
        if passage.kind not in CONTENT:
            continue
        text, start = edition.words_of(passage), passage.span.start
        here = list(tokens(text, start))
        found += here
        if places is not None:
            continue
        named = [span.shift(start) for key, span in glossary.find(text) if key == word]
        spans += named or [Span(one.start, one.end) for one in here if one.stem == wanted]
    if places is not None:
        spans = list(places)
    at = _positions(found, spans)
    written: dict[str, Counter[str]] = {}
    for one in found:
        form = edition.text[one.start : one.end].lower()
        written.setdefault(one.stem, Counter())[form] += 1
    return _Read(
        edition.work.id,
        tuple(found),
        {key: min(forms, key=lambda f: (-forms[f], f)) for key, forms in written.items()},
        Counter(one.stem for one in found),
        at,
        tuple(spans),
    )


def _positions(found: Sequence[Token], spans: Sequence[Span]) -> tuple[int, ...]:
    """Return the first token in each span; both ascend."""
    at, positions = 0, []
    for span in spans:
        while at < len(found) and found[at].start < span.start:
            at += 1
        if at < len(found) and found[at].start < span.end:
            positions.append(at)
    return tuple(positions)


def _near_counts(read: _Read) -> Counter[str]:
    near = {one for at in read.at for one in read.near(at)} - set(read.at)
    return Counter(read.tokens[one].stem for one in near)


#: Weight, stem, and how often it stands near.
_Scored = tuple[float, str, int]


def _kept(read: _Read, near: Counter[str], own: set[str]) -> list[_Scored]:
    size, whole = sum(near.values()), len(read.tokens)
    return [
        (_log_likelihood(seen, size, read.count[word], whole), word, seen)
        for word, seen in near.items()
        if word not in own and seen >= _FEW and seen * whole > read.count[word] * size
    ]


def _avoided(
    read: _Read, near: Mapping[str, Counter[str]], others: Sequence[_Read], own: set[str]
) -> list[_Scored]:
    mine = near[read.work]
    theirs: Counter[str] = Counter()
    for one in others:
        theirs.update(near[one.work])
    size, their_size = sum(mine.values()), sum(theirs.values())
    scored = [
        (_log_likelihood(seen, their_size, mine[word], size), word, mine[word])
        for word, seen in theirs.items()
        if word not in own
        and seen >= _FEW
        and read.count[word] >= _FEW
        and mine[word] * their_size < seen * size
    ]
    return [one for one in scored if one[0] >= _TELLING]


def _instead(
    read: _Read, near: Mapping[str, Counter[str]], others: Sequence[_Read], own: set[str]
) -> list[_Scored]:
    """Find words whose neighbours here are the neighbours that the missing word has elsewhere.

    Only words that this text favours: half as frequent again as in the others.
    """
    elsewhere: Counter[str] = Counter()
    for one in others:
        elsewhere.update(one.count)
    wanted: dict[str, float] = {}
    for one in others:
        for word, seen in near[one.work].items():
            rare = math.log((1 + len(one.tokens)) / (1 + one.count[word]))
            wanted[word] = wanted.get(word, 0.0) + seen * rare
    gathered: dict[str, float] = {}
    for at, token in enumerate(read.tokens):
        if token.stem in wanted:
            for position in read.near(at):
                word = read.tokens[position].stem
                gathered[word] = gathered.get(word, 0.0) + wanted[token.stem]
    size, whole = len(read.tokens), max(1, sum(elsewhere.values()))
    scored = []
    for word, total in gathered.items():
        favour = (read.count[word] / size) / ((elsewhere[word] + 1) / whole)
        if word not in own and read.count[word] >= _FEW and favour > 1.5:
            weight = total / math.sqrt(read.count[word] + 3) * math.log(favour)
            scored.append((weight, word, read.count[word]))
    return scored


def _told(read: _Read, scored: list[_Scored], count: int) -> tuple[Neighbour, ...]:
    """Make the strongest into values, each with the places near to the word looked at."""
    strongest = sorted(scored, key=lambda one: (-one[0], one[1]))[:count]
    around = (
        {at for own in read.at for at in read.near(own)} if read.at else range(len(read.tokens))
    )
    places: dict[str, list[Span]] = {word: [] for _, word, _ in strongest}
    for at in sorted(around):
        token = read.tokens[at]
        if token.stem in places:
            places[token.stem].append(Span(token.start, token.end))
    return tuple(
        Neighbour(
            read.written.get(word, word),
            near,
            read.count[word],
            round(weight, 3),
            tuple(places[word]),
        )
        for weight, word, near in strongest
    )


def _log_likelihood(a: int, size_a: int, b: int, size_b: int) -> float:
    """Dunning's G² of ``a`` of ``size_a`` words against ``b`` of ``size_b``."""
    total = size_a + size_b
    if not total or not a + b:
        return 0.0
    expected_a, expected_b = size_a * (a + b) / total, size_b * (a + b) / total
    part_a = a * math.log(a / expected_a) if a else 0.0
    part_b = b * math.log(b / expected_b) if b else 0.0
    return 2 * (part_a + part_b)
