"""How well one line reads on from another, where two columns may have been read line by line."""

import re

from reader.restore.feet import Group
from reader.restore.language import Model
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.turns import Turns, edges_of

#: Prices in nats of a blank line where paragraphs are set off by them, and where they are not.
_SPACE, _SPACED = 0.7, 8.0
#: Nats for a blank line inside a paragraph, and for none between two that should have one.
_NO_BREAK, _UNSPACED = -8.0, -4.0
#: Nats for a paragraph behind a short line that ends no sentence, such as a reference, and for one
#: behind a line that is full.
_UNSTOPPED, _FILLED = -2.0, -1.5
#: Share of the usual width under which a line is short.
_SHORT = 0.85
#: Share of the lines that end at the full width, give or take a letter, in ragged lines.
_RAGGED = 0.12
#: The first letter of a line, a line that may end a paragraph, which a source in brackets does,
#: too, and one of which the sentence may go on.
_LETTER = re.compile(r"[\W_]*([^\W\d_])")
_END = re.compile(r"(?:[.?!…:][\W_\d]*|[\])])[\W_]*$")
_ELLIPSIS, _GOES_ON = re.compile(r"(?:…|\.\s?\.\s?\.)[\W_]*$"), -0.5


class Fits:
    """How well one line of a stretch reads on from another, in nats."""

    def __init__(self, lines: Group, model: Model, lexicon: Lexicon) -> None:
        self.lines = lines
        self._edges = [edges_of(Leaf(((line,),), known=True)) for line in lines]
        self._ends = [
            edges.stop or bool(_END.search(line.text))
            for edges, line in zip(self._edges, lines, strict=True)
        ]
        self._begins = [_begins(line.text) for line in lines]
        self._words = Turns(self._edges, model, lexicon).words
        widths = sorted(line.indent + len(line.text) for line in lines)
        self._width = widths[int(0.8 * (len(widths) - 1))]
        self._full = widths[int(0.97 * (len(widths) - 1))]
        # lines of one print width end at it exactly now and then; else widths say little
        even = sum(abs(width - self._full) <= 1 for width in widths)
        self._ragged = even > _RAGGED * len(widths)
        indents = sorted(line.indent for line in lines)
        self._margin = indents[len(indents) // 4]
        self.indented = 0.03 < sum(map(self._set_in, range(len(lines)))) / len(lines) < 0.5
        self._kept: dict[tuple[int, int], float] = {}
        self._joined: dict[tuple[int, int, bool, bool], float] = {}

    def _set_in(self, at: int) -> bool:
        return self.lines[at].indent > self._margin

    def ends(self, at: int) -> bool:
        """Say whether a paragraph may end with a line."""
        return self._ends[at]

    def short(self, at: int) -> bool:
        """Say whether a line is too short to stand inside a paragraph."""
        line = self.lines[at]
        return line.indent + len(line.text) < _SHORT * self._width

    def has_room(self, left: int, right: int) -> bool:
        """Say whether the first word of line ``right`` would have fitted on line ``left``."""
        line, word = self.lines[left], self.lines[right].text.split(" ", 1)[0]
        free = self._full - line.indent - len(line.text)
        return self._ragged and not self._edges[left].hyphen and len(word) + 1 < free

    def fit(self, left: int, right: int) -> float:
        """Return how well line ``right`` reads on from line ``left``."""
        key = (left, right)
        if key not in self._kept:
            words = self._words(left, right)
            if _ELLIPSIS.search(self.lines[left].text):
                words = max(words, _GOES_ON)
            self._kept[key] = words + self._shape(left, right)
        return self._kept[key]

    def joined(self, left: int, right: int, *, blank: bool, spaced: bool) -> float:
        """Return how well a line reads on in its column, from behind a blank line or without."""
        if left < 0:
            return 0.0
        key = (left, right, blank, spaced)
        if key not in self._joined:
            self._joined[key] = self._join(left, right, blank=blank, spaced=spaced)
        return self._joined[key]

    def _join(self, left: int, right: int, *, blank: bool, spaced: bool) -> float:
        value = self.fit(left, right)
        begins = self._begins[right]
        early = self.short(left) or self.has_room(left, right)
        if not blank:
            paragraph = early and begins and self.ends(left)
            return value + (_UNSPACED if spaced and paragraph else 0.0)
        if begins and early:
            return max(value, 0.0) if self.ends(left) else max(value, _UNSTOPPED)
        return value + (_FILLED if begins and self.ends(left) else _NO_BREAK)

    def blank(self, behind: int, spaced: bool) -> float:
        """Return the price in nats of a blank line behind a line."""
        return _SPACE if spaced or self.titles(behind) else _SPACED

    def titles(self, at: int) -> bool:
        """Say whether a line could be the title of the whole."""
        return at >= 0 and self._edges[at].great

    def straight(self, count: int) -> float:
        """Return how well the first lines read one after the other."""
        return sum(self.fit(at, at + 1) for at in range(count))

    def paragraphs(self) -> float:
        """Return how well all lines read one after the other where any may begin a paragraph."""
        return sum(
            max(
                self.fit(at, at + 1),
                self.joined(at, at + 1, blank=True, spaced=True) - _SPACE,
            )
            for at in range(len(self.lines) - 1)
        )

    def _shape(self, left: int, right: int) -> float:
        begins = self._begins[right]
        value = 0.0
        if self.short(left):
            value += 0.5 if self.ends(left) and begins else -3.0
        elif self.has_room(left, right) and not (self.ends(left) and begins):
            value -= 3.0
        if self.indented:
            set_in = self._set_in(right)
            if set_in:
                value += 1.5 if self.ends(left) else -4.0
            elif self.short(left):
                value -= 3.0
        return value


def _begins(text: str) -> bool:
    """Say whether a paragraph may begin with a line: its first letter is a capital."""
    letter = _LETTER.match(text)
    return bool(letter and letter[1].isupper())
