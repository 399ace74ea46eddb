"""The best ordered run of pieces: how a long quote is found through anything put into it."""

#: Damage shifts neighbouring pieces by a few letters; more is a break, which a piece met by
#: chance cannot pay for, and a few that go on after it can.
_DRIFT, _BREAK = 14, 0.75
#: Share of the best run's hits that makes another one its rival.
_RIVAL = 1 / 3


def reach(size: int) -> int:
    """Return how many letters may have been put into a quote of ``size`` letters at one place.

    A paragraph put between two others still leaves one passage; a quote torn apart by pages in
    another order does not, and its larger part is the answer.
    """
    return min(2500, 800 + 6 * size // 10)


def chains(hits: list[tuple[int, int]], most: int, count: int) -> list[list[tuple[int, int]]]:
    """Return the ordered runs with the most hits, less their breaks, the best first.

    No two share a stretch of the text.  A run of less than a third of the best is none.

    Args:
        hits: row of the pattern and column of the text, by rows.
        most: letters that may lie between one hit and the next beyond what the pattern has.
        count: how many to return at most.

    Cost: quadratic in the hits; callers keep them to a few hundred.

    >>> chains([(0, 5), (0, 895), (10, 15), (10, 905), (20, 26)], 100, 2)
    [[(0, 5), (10, 15), (20, 26)], [(0, 895), (10, 905)]]
    """
    score, came = _scored(hits, most)
    out: list[list[tuple[int, int]]] = []
    for at in sorted(range(len(hits)), key=lambda one: (-score[one], one)):
        if len(out) == count or (out and score[at] < _RIVAL * len(out[0])):
            break
        run = _run(hits, came, at, out)
        if run and (not out or len(run) >= _RIVAL * len(out[0])):
            out.append(run)
    return out


def _run(
    hits: list[tuple[int, int]], came: list[int], at: int, taken: list[list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """Go back from the last hit of a run as far as no other run has taken the text."""
    run = []
    while at >= 0:
        column = hits[at][1]
        if any(one[0][1] <= column <= one[-1][1] for one in taken):
            break
        run.append(hits[at])
        at = came[at]
    return run[::-1]


def _scored(hits: list[tuple[int, int]], most: int) -> tuple[list[float], list[int]]:
    """Return for each hit the worth of the best run that it ends, and the hit before it."""
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
    return score, came
