"""Which words of a vocabulary a leaf of a query means."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.index.query import Fuzzy, Wild, Word
from reader.index.stems import spellings
from reader.index.vocabulary import Vocabulary

#: What an inflection, a completion and a fuzzy neighbour count beside the word as typed.
_STEM, _COMPLETION, _FUZZY = 0.8, 0.5, 0.4
#: Compounds that one beginning is completed to, and in how many words a fuzzy one is looked for.
_MOST_COMPOUNDS, _MOST_FUZZY = 32, 64


@dataclass(frozen=True)
class Forms:
    """What a leaf means in one shard.

    Attributes:
        words: single words with their weights.
        phrases: open spellings of compounds.
        cut: there are more words than were allowed.
    """

    words: dict[str, float]
    phrases: tuple[tuple[str, ...], ...] = ()
    cut: bool = False


def expand(leaf: Word | Wild | Fuzzy, vocabulary: Vocabulary, most: int | None) -> Forms:
    """Return the words that ``leaf`` means, at most ``most`` for a beginning or pattern."""
    if isinstance(leaf, Wild):
        return _forms(vocabulary.like(leaf.pattern, _one_more(most)), 1.0, most)
    if isinstance(leaf, Fuzzy):
        limit = _MOST_FUZZY if most is not None else None
        names = vocabulary.near(leaf.text, leaf.distance, limit)
        weights = {name: 1.0 if name == leaf.text else _FUZZY for name in names}
        return Forms(weights, cut=len(names) == limit)
    if leaf.exact and not leaf.prefix:
        return Forms({leaf.text: 1.0} if vocabulary.row(leaf.text) >= 0 else {})
    return _inflected(leaf, vocabulary, most)


def _inflected(word: Word, vocabulary: Vocabulary, most: int | None) -> Forms:
    weights: dict[str, float] = {}
    cut = False
    if word.prefix:
        for beginning in (word.text, *(() if word.exact else spellings(word.text))):
            names = vocabulary.beginning(beginning, _one_more(most))
            more = _forms(names, 1.0 if word.exact else _COMPLETION, most)
            weights |= more.words
            cut = cut or more.cut
    if not word.exact:
        weights.update((name, _STEM) for name in vocabulary.stemmed(word.text, word.spelling))
    if vocabulary.row(word.text) >= 0:
        weights[word.text] = 1.0
    return Forms(weights, tuple(dict.fromkeys(_compounds(word, vocabulary))), cut)


def _compounds(word: Word, vocabulary: Vocabulary) -> Iterable[tuple[str, ...]]:
    """Yield the open spellings of a word typed as one."""
    if word.exact or word.closed:
        return
    parts = vocabulary.joined(word.text)
    if parts:
        yield parts
    yield from vocabulary.joined_stems(word.text)
    if word.prefix and len(word.text) > 2:
        yield from vocabulary.joined_beginning(word.text, _MOST_COMPOUNDS)


def _one_more(most: int | None) -> int | None:
    return None if most is None else most + 1


def _forms(names: list[str], weight: float, most: int | None) -> Forms:
    cut = most is not None and len(names) > most
    return Forms(dict.fromkeys(names[:most], weight), cut=cut)
