"""Several questions put to several authors: the best passage for each, blanks said aloud."""

from collections.abc import Callable, Sequence
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
    by_work: bool = False,
    scope: SearchScope = SearchScope(),
) -> Matrix:
    """Return a row for each query and a column for each author, or work.

    Args:
        ask: answers one query, ranked; a heading is shown only where all its hits are headings.
        queries: one a row.
        columns: names of authors as in the documents; with ``by_work`` short ids.
        by_work: what the columns are.
        scope: restricts all cells further; notes are left out, a cell holds a passage.
    """
    rows = tuple(_row(ask, query, columns, by_work, scope) for query in queries)
    return Matrix(tuple(columns), rows, "work" if by_work else "author")


def _row(ask: Ask, query: str, columns: Sequence[str], by_work: bool, scope: SearchScope) -> Row:
    cells: list[Hit | None] = []
    totals: list[int] = []
    message = ""
    for column in columns:
        here = replace(scope, texts_only=True, notes_only=False)
        here = replace(here, works=(column,)) if by_work else replace(here, authors=(column,))
        answer = ask(query, here)
        cells.append(_best(answer.hits))
        totals.append(answer.total)
        message = message or answer.message
    return Row(query, tuple(cells), tuple(totals), message)


def _best(hits: Sequence[Hit]) -> Hit | None:
    passages = [hit for hit in hits if hit.kind is not HitKind.HEADING]
    return next(iter(passages or hits), None)
