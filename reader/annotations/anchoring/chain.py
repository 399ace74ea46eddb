"""The best ordered run of pieces: how a long quote is found through anything put into it."""

#: Damage shifts neighbouring pieces by a few letters; more is a break, which a piece met by
#: chance cannot pay for, and a few that go on after it can.
_DRIFT, _BREAK = 14, 0.75


def reach(size: int) -> int:
    """Return how many letters may have been put into a quote of ``size`` letters at one place.

    A paragraph put between two others still leaves one passage; a quote torn apart by pages in
    another order does not, and its larger part is the answer.
    """
    return min(2500, 200 + 6 * size // 10)


def best_chain(hits: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Return the ordered run with the most hits, less its breaks.

    Args:
        hits: row of the pattern and column of the text, by rows.
        most: letters that may lie between one hit and the next beyond what the pattern has.

    Cost: quadratic in the hits; callers keep them to a few hundred.

    >>> best_chain([(0, 5), (10, 15), (10, 900), (20, 26)], 100)
    [(0, 5), (10, 15), (20, 26)]
    """
    score, came = [1.0] * len(hits), [-1] * len(hits)
    for i, (row, column) in enumerate(hits):
        for j in range(i):
            row_j, column_j = hits[j]
            moved = abs((column - row) - (column_j - row_j))
            if row_j >= row or column_j >= column or moved > most:
                continue
            value = score[j] + 1 - (_BREAK + min(2.0, moved / 100) if moved > _DRIFT else 0.0)
            if value > score[i]:
                score[i], came[i] = value, j
    at = max(range(len(hits)), key=score.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(hits[at])
        at = came[at]
    return chain[::-1]
