"""What to say when nothing was found."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from unicodedata import name

from reader.index.query import (
    AllOf,
    AnyOf,
    Better,
    Either,
    Facet,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Phrase,
    Query,
    Word,
)
from reader.index.resolve import positive_leaves
from reader.index.shard import Shard

#: Suggestions, and letters from which two of them may differ.
_MOST, _LONG = 3, 6


def suggestion(query: Query, shards: Sequence[Shard]) -> str:
    """Return a sentence that helps further; empty if there is none.

    It names a value of a field that nothing has, a word in a script that no text uses, or similar
    words that the texts have; these for one word only: of several, each may be right.
    """
    for facet in _facets(query):
        if not any(_values(shard, facet.field, facet.value, facet.prefix) for shard in shards):
            return _unknown(facet, shards)
    for leaf in positive_leaves(query):
        for word in _words(leaf):
            if not _script_is_known(word, shards):
                return f"Nothing was found for “{word}”. No text has words in that script."
    if not isinstance(query, Word) or len(query.text) < 3:
        return ""
    distance = 2 if len(query.text) >= _LONG else 1
    near = {
        word: shard.vocabulary.count(word)
        for shard in shards
        for word in shard.vocabulary.near(query.text, distance, _MOST)
    }
    if not near:
        return ""
    words = ", ".join(f"“{word}”" for word in sorted(near, key=lambda word: -near[word])[:_MOST])
    return f"Nothing was found for “{query.text}”. The texts have {words}."


def _facets(query: Query) -> Iterator[Facet]:
    """Yield the fields asked for that are not denied."""
    if isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from _facets(part)
    elif isinstance(query, Better):
        yield from _facets(query.part)
    elif isinstance(query, Facet) and query.field is not Field.KIND:
        yield query


def _values(shard: Shard, field: Field, value: str, beginning: bool) -> list[str]:
    names = shard.vocabulary.facets_of(field, value, beginning=beginning)
    return [name.partition(":")[2] for name in names]


def _unknown(facet: Facet, shards: Sequence[Shard]) -> str:
    """Say that nothing has this value in a field, and what is like it there; 1 ms for 500."""
    told = f"{facet.field}:{facet.value}"
    known = {value for shard in shards for value in _values(shard, facet.field, "", True)}
    near = get_close_matches(facet.value, sorted(known), _MOST)
    if not near:
        return f"Nothing has “{told}”."
    return f"Nothing has “{told}”. There is {', '.join(f'“{value}”' for value in near)}."


def _words(leaf: Leaf) -> Iterator[str]:
    """Yield the words asked for; signs that are words of their own as they were typed."""
    if isinstance(leaf, Word | Fuzzy):
        yield leaf.text
    elif isinstance(leaf, Phrase):
        words = [word for part in leaf.parts for word in _words(part)]
        yield from ["".join(words)] if all(len(word) == 1 for word in words) else words
    elif isinstance(leaf, Either):
        for part in leaf.parts:
            yield from _words(part)
    elif isinstance(leaf, Near):
        yield from (*_words(leaf.left), *_words(leaf.right))


def _script_is_known(word: str, shards: Sequence[Shard]) -> bool:
    """Say whether some text has a word in the script of ``word``; 10 ms for 27,000 words."""
    wanted = _script(word)
    return not wanted or any(
        _script(known) == wanted for shard in shards for known in shard.vocabulary.words
    )


def _script(word: str) -> str:
    """Return the script of a word by its first letter; empty for a number.

    >>> _script("слово"), _script("word"), _script("12"), _script("")
    ('CYRILLIC', 'LATIN', '', '')
    """
    return name(word[0], "").split(" ")[0] if word[:1].isalpha() else ""
