"""How wide words are in print: whether one more would have fitted on a line.

Widths in thousandths of an em, from the public metrics of the two faces that most texts are set
in or near: Helvetica and Times Roman (Adobe Font Metrics, core 14 fonts).  A typewriter is the
third.  Which one a text was set in is read off its own lines.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_SMALL = "abcdefghijklmnopqrstuvwxyz"
_LARGE = _SMALL.upper()


def _table(small: str, large: str, digit: int, marks: Mapping[int, str]) -> dict[str, int]:
    table = dict(zip(_SMALL, map(int, small.split()), strict=True))
    table |= dict(zip(_LARGE, map(int, large.split()), strict=True))
    table |= dict.fromkeys("0123456789$", digit)
    return table | {sign: width for width, signs in marks.items() for sign in signs}


@dataclass(frozen=True)
class Face:
    """A face of type.

    Attributes:
        name: for people.
        widths: of single characters, in thousandths of an em.
        other: of every other character.
    """

    name: str
    widths: Mapping[str, int]
    other: int

    def width(self, text: str) -> int:
        """Return the width of a line, in thousandths of an em; kerning is not known."""
        widths, other = self.widths, self.other
        return sum([widths.get(char, other) for char in text])

    def next_word(self, line: str) -> int:
        """Return the width of a space and the first word of a line.

        A hyphened word may be broken at its hyphen, so only its first part counts.
        """
        word = line.split(" ", 1)[0]
        first, hyphen, _rest = word.partition("-")
        return self.width(" " + (first + hyphen if len(first) > 1 else word))


@lru_cache(maxsize=1)
def faces() -> tuple[Face, ...]:
    """Return the faces that are tried."""
    helvetica = _table(
        "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 "
        "722 500 500 500",
        "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 "
        "944 667 667 611",
        556,
        {191: "'", 222: "‘’", 278: " .,:;!/", 333: "-()“”", 355: '"', 889: "%", 1000: "—…"},
    )
    times = _table(
        "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 "
        "722 500 500 444",
        "722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 "
        "944 722 722 611",
        500,
        {250: " .,", 278: ":;/", 333: "-()!‘’'", 408: '"', 444: "?“”", 833: "%", 1000: "—…"},
    )
    return Face("Helvetica", helvetica, 556), Face("Times", times, 500), Face("typewriter", {}, 600)


def face_of(pairs: Sequence[tuple[str, str]]) -> tuple[Face, float, float]:
    """Return the face that explains best why lines were broken where they were.

    Args:
        pairs: lines that do not end a sentence, each with the one after it.

    Returns:
        The face, the width of a full line in it, and the room (a share of a full line) that
        a line may have left without its paragraph being at an end.
    """
    best: tuple[float, Face, float] = (1.0, faces()[0], 1.0)
    edge = 1.0
    for face in faces():
        wide = [face.width(line) for line, _next in pairs]
        widths = sorted(wide)
        middle = widths[len(widths) // 2]
        usual = [width for width in widths if width < 1.4 * middle]
        full = float(usual[int(0.995 * (len(usual) - 1))])
        rooms = sorted(
            (full - width - face.next_word(after)) / full
            for width, (_line, after) in zip(wide, pairs, strict=True)
        )
        room = rooms[int(_MOST * (len(rooms) - 1))]
        if room < best[0] - 0.003:
            best, edge = (room, face, full), _edge(rooms)
    _room, face, full = best
    least = -0.5 * face.other / full if face.name == "typewriter" else 0.003
    return face, full, min(0.12, max(least, edge + 0.003))


#: Shares of the lines inside paragraphs that leave no more room than is usual: of most texts, and
#: at least, where what leaves more are lines of lists and titles.
_MOST, _LEAST = 0.97, 0.9
#: Room, as a share of a full line, in which hardly any line more ends then, and how many may.
_STEP, _STRAY = 0.02, 0.01


def _edge(rooms: Sequence[float]) -> float:
    """Return the room that lines inside paragraphs leave at most, of all rooms, ascending."""
    few = _STRAY * len(rooms)
    last = int(_MOST * (len(rooms) - 1))
    for row in range(int(_LEAST * (len(rooms) - 1)), last):
        if bisect_right(rooms, rooms[row] + _STEP) - bisect_right(rooms, rooms[row]) <= few:
            return rooms[row]
    return rooms[last]
