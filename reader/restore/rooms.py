"""What the ends of lines tell of a page turn: whether one more word would have fitted.

A line inside a paragraph is as full as it could be.  Where the first word of a page would have
fitted on the last line of another, that line ends a paragraph, or the page is not the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.restore.faces import Face
from reader.restore.leaves import Leaf

#: Nats: a line inside a sentence that had room for the word after it (three in a hundred do, by
#: the measure of a ragged edge; a third of any two ends), and one that had none.
_HAD_ROOM, _FULL = -2.8, 0.35
#: Nats where paragraphs are indented: a paragraph begins behind a short line, it should and does
#: not, it begins inside a sentence.
_BEGINS, _SHOULD, _INSIDE = 1.4, -3.0, -2.4


@dataclass(frozen=True, slots=True)
class Rooms:
    """Last and first lines of every leaf, measured.

    Attributes:
        left: room on the last line beyond what a ragged edge leaves; any unit.
        word: width of a space and the first word, in the same unit.
        indented: whether the first line is indented; None where paragraphs are not.
    """

    left: Sequence[float] = ()
    word: Sequence[float] = ()
    indented: Sequence[bool] | None = None

    @classmethod
    def of(
        cls, leaves: Sequence[Leaf], face: Face | None, full: float, ragged: float, indents: bool
    ) -> "Rooms":
        """Measure the leaves of a text; nothing is known of lines that are not wrapped."""
        if face is None:
            return cls()
        return cls(
            left=[full * (1 - ragged) - face.width(leaf.lines[-1].text) for leaf in leaves],
            word=[face.next_word(leaf.lines[0].text) for leaf in leaves],
            indented=[leaf.lines[0].indent >= 2 for leaf in leaves] if indents else None,
        )

    def fit(self, left: int, right: int, *, stop: bool) -> float:
        """Return nats for leaf ``right`` after ``left``; ``stop``: a sentence ends with it."""
        if not self.left:
            return 0.0
        fits = self.left[left] >= self.word[right]
        begins = self.indented[right] if self.indented else None
        if not stop:
            return (_HAD_ROOM if fits else _FULL) + (_INSIDE if begins else 0.0)
        if begins is None or not fits:
            return 0.0
        return _BEGINS if begins else _SHOULD
