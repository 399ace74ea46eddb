"""Words to try when nothing was found."""

from collections.abc import Sequence

from reader.index.query import Query, Word
from reader.index.shard import Shard

#: Suggestions, and letters from which two of them may differ.
_MOST, _LONG = 3, 6


def suggestion(query: Query, shards: Sequence[Shard]) -> str:
    """Return a sentence with similar words that the texts have; empty if there are none.

    Only for one word: of several, each may be right.
    """
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
