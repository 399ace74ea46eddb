"""A parsed query made ready for evaluation: the glossary's spellings and concepts put in."""

from reader.index.query import (
    AllOf,
    AnyOf,
    Better,
    Either,
    Facet,
    Field,
    Leaf,
    Near,
    Not,
    Phrase,
    Query,
    Word,
)
from reader.index.stems import stem
from reader.index.values import Variants
from reader.index.words import words_of
from reader.model import SearchScope

#: Spellings of a word, or phrases of a concept, looked for at most; a glossary has twenty.
_MOST_VARIANTS = 40


def resolve(query: Query, variants: Variants) -> Query:
    """Return ``query`` with the glossary's spellings beside its words, and concepts as words."""
    if isinstance(query, AllOf | AnyOf):
        parts = tuple(resolve(part, variants) for part in query.parts)
        return AllOf(parts) if isinstance(query, AllOf) else AnyOf(parts)
    if isinstance(query, Not):
        return Not(resolve(query.part, variants))
    if isinstance(query, Better):
        return Better(resolve(query.part, variants), query.bonus)
    if isinstance(query, Facet):
        return _concept(query, variants) if query.field is Field.CONCEPT else query
    return _leaf(query, variants)


def _leaf(leaf: Leaf, variants: Variants) -> Leaf:
    if isinstance(leaf, Word):
        spellings = () if leaf.exact else _spellings(" ".join(leaf.closed) or leaf.text, variants)
        return Either((leaf, *spellings)) if spellings else leaf
    if isinstance(leaf, Either):
        return Either(tuple(_leaf(part, variants) for part in leaf.parts))
    if isinstance(leaf, Near):
        return Near(_leaf(leaf.left, variants), _leaf(leaf.right, variants), leaf.distance)
    return leaf


def _spellings(words: str, variants: Variants, *, paraphrases: bool = False) -> tuple[Leaf, ...]:
    """Return what the glossary has beside ``words``, each stem once.

    A spelling is one word, whatever joins its parts; what takes several words is a paraphrase of
    the concept and only wanted where one asks for that.
    """
    base = tuple(words.split(" "))
    seen = {_stems(base), _stems(("".join(base),))}
    found: list[Leaf] = []
    for spelling in variants(words):
        parts = tuple(words_of(spelling))
        if parts and _stems(parts) not in seen and (paraphrases or " " not in spelling.strip()):
            seen.add(_stems(parts))
            leaves = tuple(Word(part) for part in parts)
            found.append(leaves[0] if len(leaves) == 1 else Phrase(leaves))
        if len(found) == _MOST_VARIANTS:
            break
    return tuple(found)


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(stem, words))


def _concept(facet: Facet, variants: Variants) -> Query:
    """A concept is met where one of its spellings stands, and in the glossary itself."""
    words = tuple(Word(word) for word in facet.value.split(" "))
    own: Leaf = words[0] if len(words) == 1 else Phrase(words)
    closed = Word("".join(word.text for word in words), closed=tuple(word.text for word in words))
    spellings = _spellings(facet.value, variants, paraphrases=True)
    return AnyOf((facet, Either((own, closed, *spellings))))


def scoped(query: Query, scope: SearchScope) -> Query:
    """Return ``query`` kept within ``scope``."""
    parts: list[Query] = [query]
    if scope.works:
        parts.append(AnyOf(tuple(Facet(Field.KIND, f"work:{work}") for work in scope.works)))
    if scope.notes_only:
        parts.append(Facet(Field.KIND, "kind:note"))
    if scope.texts_only:
        parts.append(Not(Facet(Field.KIND, "kind:note")))
        parts.append(Not(Facet(Field.KIND, "kind:concept")))
    for name, values in (("writer", scope.authors), ("tag", scope.tags), ("colour", scope.colours)):
        if values:
            facets = [f"{name}:{' '.join(words_of(value))}" for value in values]
            parts.append(AnyOf(tuple(Facet(Field.KIND, facet) for facet in facets)))
    if scope.concepts:
        concepts = [" ".join(words_of(concept)) for concept in scope.concepts]
        parts.append(AnyOf(tuple(Facet(Field.CONCEPT, concept) for concept in concepts if concept)))
    return AllOf(tuple(parts)) if len(parts) > 1 else query


def positive_leaves(query: Query) -> tuple[Leaf, ...]:
    """Return what is to be marked and scored: every leaf that is not denied, once."""
    found: dict[Leaf, None] = {}

    def walk(part: Query) -> None:
        if isinstance(part, AllOf | AnyOf):
            for each in part.parts:
                walk(each)
        elif isinstance(part, Better):
            walk(part.part)
        elif not isinstance(part, Not | Facet):
            found[part] = None

    walk(query)
    return tuple(found)


def bonuses(query: Query) -> tuple[Leaf, ...]:
    """Return what only makes a passage rank higher."""
    if isinstance(query, Better):
        return (query.bonus, *bonuses(query.part))
    if isinstance(query, AllOf | AnyOf):
        return tuple(leaf for part in query.parts for leaf in bonuses(part))
    return ()
