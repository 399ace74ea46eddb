"""Where in a text a pattern may stand: short pieces of it that occur there as they are.

A piece at row ``i`` of the pattern that occurs at column ``j`` of the text votes for the
diagonal ``j - i``.  Rare pieces weigh more.
"""

from collections import defaultdict
from collections.abc import Iterator

#: Diagonals as near as this vote together; damage inside a pattern moves them a little.
_BUCKET = 24
#: Occurrences looked at of each piece; a commoner piece tells nothing.
_OCCURRENCES = 24
#: Pieces looked up of each pattern, so that the cost of long patterns is bounded.
_PIECES = 64
#: CJK ideographs, kana and Hangul say as much with two letters as other scripts with seven.
_DENSE = 0x2E80


def piece_length(pattern: str) -> int:
    """Return how many letters make a piece that is rare in texts of this script."""
    dense = sum(ord(letter) >= _DENSE for letter in pattern[:200])
    return 3 if 2 * dense > min(len(pattern), 200) else 8


def occurrences(piece: str, text: str, most: int = _OCCURRENCES) -> list[int]:
    """Return where ``piece`` occurs; empty when it does more than ``most`` times."""
    found = []
    at = text.find(piece)
    while at >= 0:
        found.append(at)
        if len(found) > most:
            return []
        at = text.find(piece, at + 1)
    return found


def diagonals(pattern: str, text: str, most_work: int, most: int = 6) -> list[int]:
    """Return the diagonals on which ``pattern`` may lie, the most likely first.

    Cost: at most 64 searches through the text, fewer where ``most_work`` (searches times
    letters of the text) asks for it.
    """
    length = piece_length(pattern)
    pieces = max(12, min(_PIECES, most_work // (len(text) + 1)))
    step = max(1, length // 3, (len(pattern) - length + 1) // pieces)
    votes: defaultdict[int, float] = defaultdict(float)
    sums: defaultdict[int, float] = defaultdict(float)
    for diagonal, weight in _voices(pattern, text, length, step):
        votes[diagonal // _BUCKET] += weight
        sums[diagonal // _BUCKET] += weight * diagonal
    return [round(sums[b] / votes[b]) for b in _peaks(votes, most)]


def _voices(pattern: str, text: str, length: int, step: int) -> Iterator[tuple[int, float]]:
    for row in range(0, len(pattern) - length + 1, step):
        found = occurrences(pattern[row : row + length], text)
        for column in found:
            yield column - row, 1 / len(found)


def _peaks(votes: dict[int, float], most: int) -> list[int]:
    """Return the buckets with the most votes that are not beside a stronger one."""
    strong = {b: w + 0.5 * (votes.get(b - 1, 0) + votes.get(b + 1, 0)) for b, w in votes.items()}
    peaks: list[int] = []
    for bucket in sorted(strong, key=lambda b: (-strong[b], b)):
        if all(abs(bucket - other) > 1 for other in peaks):
            peaks.append(bucket)
            if len(peaks) == most:
                break
    return peaks
