"""Where in a text a pattern may stand: short pieces of it that occur there as they are.

A piece at row ``i`` of the pattern that occurs at column ``j`` of the text votes for the
diagonal ``j - i``.  Rare pieces weigh more.
"""

from collections import defaultdict
from collections.abc import Iterator

#: Diagonals as near as this vote together; damage inside a pattern moves them a little.
_BUCKET = 24
#: Occurrences looked at of each piece; a commoner piece tells nothing.
_OCCURRENCES = 12
#: Occurrences up to which a piece is rare.
_RARE = 2
#: Every so many letters a piece of the text is kept; double in long texts, to spare memory.
_STRIDE, _DENSE_STRIDE, _LONG_TEXT = 4, 2, 600_000
#: Rows of a pattern looked up; in longer patterns some are left out.
_ROWS = 400
#: CJK ideographs, kana and Hangul say as much with three letters as other scripts with eight.
_DENSE = 0x2E80


class Pieces:
    """Pieces of a text by their letters, every few letters one.

    Looked up with every row of a pattern, they find any run of about a dozen letters that
    pattern and text share.  Cost: 60 ns a letter of the text and 50 bytes, once for each text.

    Attributes:
        length: letters of a piece.
        stride: letters from one piece of the text to the next.
    """

    def __init__(self, text: str) -> None:
        dense = 2 * sum(ord(letter) >= _DENSE for letter in text[:2000]) > min(len(text), 2000)
        self.length = 3 if dense else 8
        self.stride = (_DENSE_STRIDE if dense else _STRIDE) * (1 + (len(text) > _LONG_TEXT))
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        for column in range(0, len(text) - self.length + 1, self.stride):
            piece = text[column : column + self.length]
            if self._first.setdefault(piece, column) != column:
                more = self._more.setdefault(piece, [])
                if len(more) < _OCCURRENCES:
                    more.append(column)

    def __len__(self) -> int:
        return len(self._first)

    def find(self, piece: str) -> list[int]:
        """Return where a piece was met; nothing when it is too common to tell."""
        first = self._first.get(piece)
        if first is None:
            return []
        more = self._more.get(piece, [])
        return [first, *more] if len(more) < _OCCURRENCES else []

    def near(self, letters: str, row: int) -> list[tuple[int, int]]:
        """Return row and columns of the most telling piece from ``row`` on that the text has.

        A copy of a passage is met at another row than the passage, if it begins at another
        letter of the stride; so pieces that are rare are returned all.
        """
        there = [
            (at, found)
            for at in range(row, row + self.stride)
            if (found := self.find(letters[at : at + self.length]))
        ]
        least = min((len(found) for _, found in there), default=0)
        told = [one for one in there if len(one[1]) <= max(least, _RARE)]
        if least > _RARE:
            told = told[:1]
        return [(at, column) for at, found in told for column in found]


def diagonals(pattern: str, pieces: Pieces, most: int = 6) -> list[int]:
    """Return the diagonals on which ``pattern`` may lie, the most likely first."""
    votes: defaultdict[int, float] = defaultdict(float)
    sums: defaultdict[int, float] = defaultdict(float)
    for diagonal, weight in _voices(pattern, pieces):
        votes[diagonal // _BUCKET] += weight
        sums[diagonal // _BUCKET] += weight * diagonal
    return [round(sums[b] / votes[b]) for b in _peaks(votes, most)]


def _voices(pattern: str, pieces: Pieces) -> Iterator[tuple[int, float]]:
    rows = len(pattern) - pieces.length + 1
    for row in range(0, rows, max(1, rows // _ROWS)):
        found = pieces.find(pattern[row : row + pieces.length])
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
