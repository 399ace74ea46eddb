"""Several questions put to several authors: the best passage for each, blanks said aloud."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader.index.values import Matrix, Row
from reader.model import Hit, HitKind, SearchAnswer, SearchScope

#: Asks one query in one scope; the first hits are the best ones, a handful is enough.
Ask = Callable[[str, SearchScope], SearchAnswer]


def matrix(
    ask: Ask,
    queries: Sequence[str],
    columns: Sequence[str],
    *,
    works: Mapping[str, Sequence[str]] | None = None,
    scope: SearchScope = SearchScope(),
) -> Matrix:
    """Return a row for each query and a column for each author, or for some works.

    Args:
        ask: answers one query, ranked; a heading is shown only where all its hits are headings.
        queries: one a row.
        columns: names of authors as in the documents; with ``works`` any names.
        works: the works that each column stands for.
        scope: restricts all cells further; notes are left out, a cell holds a passage.
    """
    scope = replace(scope, texts_only=True, notes_only=False)
    scopes = [
        replace(scope, authors=(column,)) if works is None
        else replace(scope, works=tuple(works[column]))
        for column in columns
    ]  # fmt: skip
    return Matrix(tuple(columns), tuple(_row(ask, query, scopes) for query in queries))


def _row(ask: Ask, query: str, scopes: Sequence[SearchScope]) -> Row:
    cells: list[Hit | None] = []
    totals: list[int] = []
    message = ""
    for scope in scopes:
        answer = ask(query, scope)
        cells.append(_best(answer.hits))
        totals.append(answer.total)
        message = message or answer.message
    return Row(query, tuple(cells), tuple(totals), message)


def _best(hits: Sequence[Hit]) -> Hit | None:
    passages = [hit for hit in hits if hit.kind is not HitKind.HEADING]
    return next(iter(passages or hits), None)
