"""Lines become paragraphs: where one ends, and how its lines are joined."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import RepairKind, Span
from reader.restore.faces import Face, face_of
from reader.restore.hyphens import line_end
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.lines import Line
from reader.restore.strand import Growing, Ledger, Strand
from reader.restore.turns import is_title

_SENTENCE = re.compile(
    r"(?:[.?!…。！？؟।][\"'”’»」』)\]*_]*(?:\d{1,3}|[*†‡])?|[.?!…\"”][\"'”’)*_]*\s?<sup>[^<]*</sup>)$"
    r"|[.?!…][\"”’]+\s?\([^()]{2,50}\)$|[.?!…][\"”’]*\s?\(\d{1,3}\)$"
    r"|[\"”’][*_]*\s?\[[^][]{2,50}\]$"
    # a source in square brackets, as after a quotation; it may begin on the line before
    r"|\d\]$"
)
#: What a paragraph may end with where a quotation, a list or another voice follows.
_BREAKING_OFF = re.compile(r"(?:[:;—–]|--|\s-)[\"'”’»)*_]*$")
#: Where a sentence goes on: behind a word, or a comma.
_WORD = re.compile(r"(?:^|\s)[^\s/]*(?:[^\W\d_],?|[(\[])$")
#: A point that ends no sentence.
_SHORTENED = re.compile(
    r"(?:^|[\s(\[“\"])(?:[A-ZÀ-Þ]|pp?|vols?|nos?|eds?|trans|cf|cfr|[Vv]gl|e\.\s?g|i\.\s?e|z\.\s?B|[DMJS]r"
    r"|Mrs|Ms|St|Prof|ch|chap|figs?|art|cap|sez|Bd|Nr|Hrsg|ca)\.$"
)
#: The end of one speech and the beginning of another.
_SPOKEN = re.compile(r"(?:[.?!…,—–]|--)[\"”»]$")
_SPEECH = re.compile(r"[\"“«„][^\W\d_]")
_OPENING = re.compile(r"[\"'“‘«„(\[*_—–-]*\s?([^\W_])")
_QUOTED = re.compile(r"[*_]*[\"“«„]")
#: What a sentence may begin with that is set in brackets, in small letters, too.
_BRACKET = re.compile(r"[(\[]")
_ITEM = re.compile(r"(?:[-•·]|\d{1,3}[.)])\s+[\"“'‘(\[*_]*[^\Wa-z]")
#: The same with a small letter: an item behind a colon or another item alone, else a dash.
_SMALL_ITEM = re.compile(r"(?:([-•·*])|\(?[a-z]\)|\d{1,3}[.)])\s+[\"“'‘(]*[^\W\d_]")
_LEADER = re.compile(r"(?:\.\s?){4,}\d+$|\t\d+$")
_MARKDOWN = re.compile(r"#{1,6}\s")
#: A word with which neither a sentence ends nor a heading, so that a page or a sheet did.
_HANGING = re.compile(
    r"(?:^|\s)(?:the|an?|of|and|or|to|for|with|from|that|which|as|at|than|unless|because|into|upon"
    r"|their|its|our|your|my|every|another|is|are|was|were|di|del|dello|della|dei|degli|delle|che"
    r"|gli|nel|nella|dal|dalla|sul|sulla|un|una|et|du|des|les|une|que|und|oder|der|den|dem|ein"
    r"|eine|y|los|las|por)$"
)


def _stops(line: str) -> bool:
    """Say whether a sentence may end with a line."""
    return bool(_SENTENCE.search(line[-60:])) and not _SHORTENED.search(line[-12:])


def _opens(line: str) -> bool:
    """Say whether a sentence may begin with a line: in no small letter, in any script."""
    first = _OPENING.match(line)
    return first is not None and not first[1].islower()


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lines of a text run.

    Attributes:
        face: they are set in; None when paragraphs are not wrapped.
        full: width of a full line, in thousandths of an em; 0 when not wrapped.
        ragged: room, as a share of a full line, that a line inside a paragraph may leave.
        inside: the same within a stretch without blank lines; larger where blank lines stand
            between paragraphs.
        indented: whether paragraphs begin with an indent.
        indent: which one, where hardly any line has another; else 0.
        broken: whether blank lines stand inside sentences; where paragraphs are not wrapped, they
            do seldom or often.
    """

    face: Face | None
    full: float
    ragged: float
    inside: float
    indented: bool
    indent: int = 0
    broken: bool = True


#: Room that a line must leave to end a paragraph where blank lines stand between paragraphs.
_APART = 0.25


def _set_apart(
    groups: Sequence[Sequence[Line]], inner: Sequence[tuple[Line, Line]], face: Face, full: float,
    ragged: float,
) -> bool:  # fmt: skip
    """Say whether blank lines stand between the paragraphs of a text.

    Then few lines inside a stretch look like the end of a paragraph.
    """
    ends = sum(
        full - face.width(line.text) - face.next_word(after.text) > ragged * full
        for line, after in inner
        if _SENTENCE.search(line.text[-60:]) and _opens(after.text)
    )
    return ends < 0.25 * sum(bool(_SENTENCE.search(group[-1].text[-60:])) for group in groups)


#: The same where a small letter follows: a name of a thing that is always written small.
_SHORT = 0.3
#: The same behind a line that ends no sentence.
_WIDE = 0.35
#: The same where nothing but this room tells paragraphs from each other; or twice what lines inside
#: paragraphs leave.
_CLEAR = 0.12
#: Letters of a name, a date, a line of a title page.
_NAME = 60
#: Fewer running lines than this say little about the width of a line.
_FEW = 8


def _reads_through(running: Sequence[tuple[str, str]]) -> bool:
    """Say whether the few lines of a short text go on in the next line, as verses seldom do."""
    return sum(not _opens(after) for _line, after in running) >= 0.6 * len(running)


def _inside(running: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Return the lines that surely stand inside a paragraph: the next begins with a small letter.

    Speeches and lists end their paragraphs without a full stop, and would make lines look uneven.
    """
    sure = [(line, after) for line, after in running if after[:1].islower()]
    return sure if len(sure) >= max(_FEW, len(running) // 2) else running


#: Share of the lines that are set in where paragraphs begin so: at least, at most, and at most
#: where nearly all stand behind the end of a sentence, and how many must.
_FEWEST, _LONGER, _SHORTEST, _BEHIND_STOPS = 0.02, 0.4, 0.8, 0.8
#: Share of the indents that are the same where one alone tells of a paragraph.
_ALL_ALIKE = 0.95
#: Share of the paragraphs, none of them wrapped, that break off, from which on they do by pages.
_BROKEN = 0.1


def _loose(groups: Sequence[Sequence[Line]]) -> Shape:
    """Return the shape of a text in which every paragraph is one line.

    Where hardly any breaks off before a small letter, that is how it is: a restored text is so.
    """
    pairs = [
        (a[-1].text, b[0].text) for a, b in itertools.pairwise(groups) if len(a[-1].text) > _NAME
    ]
    broken = sum(
        not _stops(line) and not line.endswith((":", ";")) and after[:1].islower()
        for line, after in pairs
    )
    return Shape(None, 0.0, 0.0, 0.0, indented=False, broken=broken > _BROKEN * len(pairs))


def running_lines(groups: Sequence[Sequence[Line]]) -> list[tuple[str, str]]:
    """Return the lines of stretches that end no sentence, each with the one after it."""
    inner = (pair for group in groups for pair in itertools.pairwise(group))
    return [(a.text, b.text) for a, b in inner if not _SENTENCE.search(a.text[-60:])]


def shape_of(leaves: Sequence[Leaf]) -> Shape:
    """Measure the lines of a text; linear."""
    groups = [group for leaf in leaves for group in leaf.groups]
    inner = [pair for group in groups for pair in itertools.pairwise(group)]
    running = running_lines(groups)
    if not running or (len(running) < _FEW and not _reads_through(running)):
        return _loose(groups)
    face, full, ragged = face_of(_inside(running))
    even = sum(face.width(line) > 0.75 * full for line, _next in running)
    if even < 0.6 * len(running):
        return _loose(groups)
    if len(running) < _FEW or _set_apart(groups, inner, face, full, ragged):
        inside = max(ragged, _APART)
    else:
        inside = ragged
    indents = Counter(line.indent for line, _next in inner if line.indent >= 2)
    usual, count = indents.most_common(1)[0] if indents else (0, 0)
    even = count >= _ALL_ALIKE * indents.total()
    short = even and _begin_paragraphs(inner, usual)
    indented = _FEWEST < indents.total() / len(inner) < (_SHORTEST if short else _LONGER)
    return Shape(face, full, ragged, inside, indented, usual if indented and even else 0)


def _begin_paragraphs(inner: Sequence[tuple[Line, Line]], indent: int) -> bool:
    """Say whether nearly all lines that are set in stand behind the end of a sentence.

    Then many lines are set in because paragraphs are short, as in speech.
    """
    stops = [_stops(line.text) for line, after in inner if after.indent == indent]
    return sum(stops) >= _BEHIND_STOPS * len(stops)


@dataclass
class Paragraph:
    """A paragraph in the making.

    Attributes:
        strand: its words, line ends closed.
        turns: places in the strand where a page turns, with leaf read before and after.
        leaf: row of the leaf it begins on, in reading order.
        lines: number of source lines.
        first: its first line as it stands in the source.
        breaks: places in the strand where a line begins a sentence, and the room that the
            line before had left, as a share of a full line.
        hidden: those of these places that may be a border nothing tells of.
        indent: smallest indent of its lines after the first, or of the only one.
    """

    strand: Strand
    leaf: int
    first: Line
    lines: int = 1
    indent: int = 0
    turns: list[tuple[int, int, int]] = field(default_factory=list)
    breaks: list[tuple[int, float]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


class Builder:
    """Joins the lines of leaves, taken in reading order, to paragraphs."""

    def __init__(
        self,
        source: str,
        shapes: Sequence[Shape],
        lexicon: Lexicon,
        ledger: Ledger,
        large: Sequence[Span] = (),
    ) -> None:
        """Take what decides on line ends; ``ledger`` gets the repairs.

        ``shapes``: of the lines, by leaf; ``large``: lines in larger type, which go on with one
        another alone.
        """
        self._source = source
        self._shapes = shapes
        self._shape = _loose([])
        self._lexicon = lexicon
        self._ledger = ledger
        self._large = frozenset(span.start for span in large)
        self._done: list[Paragraph] = []
        self._open: Growing | None = None
        self._last: Line | None = None
        self.listing = False

    @property
    def done(self) -> list[Paragraph]:
        """The paragraphs so far."""
        if self._open:
            self._done[-1].strand, self._open = self._open.strand(), None
        return self._done

    def add(self, group: Sequence[Line], leaf: int, *, turn: int | None, blank: bool) -> None:
        """Add a stretch of lines.

        Args:
            group: lines without a blank one between.
            leaf: row of the leaf in reading order.
            turn: row of the leaf before when a page turn lies between, else None.
            blank: whether a blank line of the source lies before the stretch.
        """
        self._shape = self._shapes[leaf]
        for row, line in enumerate(group):
            first = row == 0
            more = len(group) > 1 or _stops(line.text)
            turned = first and turn is not None
            after = group[row + 1] if row + 1 < len(group) else None
            if self._joins(line, after, turned=turned, blank=first and blank, more=more):
                self.go_on(line, leaf, turn if first else None)
            else:
                self.begin(line, leaf)

    def begin(self, line: Line, leaf: int) -> None:
        """Begin a paragraph with ``line``."""
        strand = Strand.of(self._source, line.span)
        self.done.append(Paragraph(strand, leaf, line, indent=line.indent))
        self._last = line

    def _joins(
        self, line: Line, after: Line | None, *, turned: bool, blank: bool, more: bool
    ) -> bool:
        before = self._last
        if before is not None and line.span.start in self._ledger.joined:
            return self._enter(line, 1.0)
        if before is None or _MARKDOWN.match(line.text) or _MARKDOWN.match(before.text):
            return False
        if (line.span.start in self._large) != (before.span.start in self._large):
            return False
        if self._is_next_item(before, line):
            return False
        if self.listing or _ITEM.match(line.text):
            if (turned or blank) and _opens(line.text):
                return False
            return not _entry_starts(line.text) and not is_title(line.text)
        if turned or blank:
            return self._reads_on(before, line, turned=turned, more=more)
        return not self._breaks(before, line, after)

    def _is_next_item(self, before: Line, line: Line) -> bool:
        """Say whether a line is an item of a list, behind the one before or what leads to it."""
        item = _SMALL_ITEM.match(line.text)
        if not item:
            return False
        above = _SMALL_ITEM.match(self._done[-1].first.text)
        return before.text.endswith(":") or (above is not None and above[1] == item[1])

    def _reads_on(self, before: Line, line: Line, *, turned: bool, more: bool) -> bool:
        """Decide over a page turn or a blank line; ``more``: ``line`` is no short one by itself."""
        title = is_title(line.text) or is_title(before.text)
        if title:
            return False
        stop = _stops(before.text)
        if not turned:
            listed = before.text.endswith((":", ";"))
            lower = line.text[:1].islower() and not before.text.endswith(":")
            full = self._is_full(before, line, listed=listed)
            hangs = _HANGING.search(before.text) or (more and self._breaks_off(before))
            goes_on = lower or bool(self._shape.full and hangs)
            return not stop and goes_on and full and self._enter(line)
        if stop:
            room = self._slack(before, line)
            wrapped = self._shape.full and room < self._shape.ragged * self._shape.full
            return bool(wrapped) and line.indent < 2 and self._enter(line)
        if not _opens(line.text):
            return self._enter(line)
        if not self._shape.full:  # paragraphs stand in one line each: a short one is whole
            return len(before.text) > _NAME and self._enter(line)
        return self._slack(before, line) < 0.25 * self._shape.full and self._enter(line)

    def _breaks_off(self, before: Line) -> bool:
        """Say whether several lines end behind a word or a comma, not behind an address."""
        return self._done[-1].lines > 1 and bool(_WORD.search(before.text[-60:]))

    def _is_full(self, before: Line, line: Line, *, listed: bool) -> bool:
        """Say whether a line had no room for more; of one that is a paragraph, that it is long.

        One that may be ``listed`` with the next is full to the edge, and never a paragraph.
        """
        if not self._shape.full:
            return self._shape.broken and len(before.text) > _NAME and not listed
        room = max(0.0, self._shape.ragged) if listed else 0.1
        return self._slack(before, line) < room * self._shape.full

    def _enter(self, line: Line, sure: float = 0.9) -> bool:
        near = Span(line.span.start, line.span.start)
        return self._ledger.allow(RepairKind.PAGE_JOIN, near, "\n\n", " ", sure)

    def _slack(self, before: Line, line: Line) -> float:
        """Return how much room the line before had left for the next word, 0 where unknown."""
        face = self._shape.face
        if face is None:
            return 0.0
        width = face.width(before.text)
        if width > 1.25 * self._shape.full:
            width -= int(self._shape.full)  # two lines run together by a lost hyphen
        return self._shape.full - width - face.next_word(line.text)

    def _breaks(self, before: Line, line: Line, after: Line | None) -> bool:
        """Decide whether a paragraph ends at an ordinary line end."""
        if not self._shape.full or _LEADER.search(before.text[-60:]):
            return True
        slack = self._slack(before, line) / self._shape.full
        stop = _stops(before.text)
        closed = stop or bool(_BREAKING_OFF.search(before.text[-20:]))
        set_in = self._set_in(before, line, after, slack)
        if line.indent == self._shape.indent > 0 and (
            stop or (set_in and before.indent < line.indent)
        ):
            return True
        opens = _opens(line.text)
        if not opens and not _QUOTED.match(line.text):
            room = self._inside if _BRACKET.match(line.text) else self._clear(_SHORT)
            return closed and (set_in or slack > room)
        if is_title(line.text) or is_title(before.text):
            return slack > 0.1 or is_title(before.text) or stop
        if set_in and (opens or closed):
            return True
        if closed:
            return slack > self._inside or self._answers(before, line)
        return opens and slack > self._clear(_WIDE)

    def _clear(self, room: float) -> float:
        """Return the room that tells of an end by itself; ``room`` where more is set there."""
        if self._shape.indented or self._shape.inside > self._shape.ragged:
            return room
        return min(room, max(_CLEAR, 2 * self._shape.ragged))

    @property
    def _inside(self) -> float:
        """Room that a line must leave to end a paragraph before one that is not set in."""
        return max(self._shape.inside, _APART) if self._shape.indented else self._shape.inside

    def _set_in(self, before: Line, line: Line, after: Line | None, slack: float) -> bool:
        """Say whether a line is set in as the first of a paragraph, not as all of a quotation."""
        if not self._shape.indented or line.indent < 2:
            return False
        first = after is not None and after.indent < line.indent
        return line.indent > before.indent or first or slack > self._shape.ragged

    def _answers(self, before: Line, line: Line) -> bool:
        """Say whether one speech ends and another begins, which stand in lines of their own."""
        apart = self._shape.indented or self._shape.inside > self._shape.ragged
        return bool(not apart and _SPOKEN.search(before.text) and _SPEECH.match(line.text))

    def go_on(self, line: Line, leaf: int, turn: int | None = None) -> None:
        """Join ``line`` to the last paragraph; ``turn`` is the leaf before a page turn."""
        self._shape = self._shapes[leaf]
        before_line, self._last = self._last, line
        paragraph = self._done[-1]
        old = self._open = self._open or Growing(paragraph.strand)
        if before_line and _SENTENCE.search(before_line.text[-60:]) and _opens(line.text):
            room = self._slack(before_line, line) / (self._shape.full or 1.0)
            paragraph.breaks.append((len(old), room))
            if turn is None and line.span.start not in self._ledger.joined and not line.indent:
                paragraph.hidden.append(len(old))
        tail = old.end
        between, cut, kind = line_end(tail, line.text, self._lexicon)
        if kind:
            last, start = old.last, line.span.start
            near = start > last and not self._source[last + 1 : min(start, last + 200)].strip()
            source = Span(last, start) if near and turn is None else Span(last, last + 1)
            after = "" if cut else tail[-1]
            before = tail[-1] + "\n"
            if not self._ledger.allow(kind, source, before, after, 0.95):
                cut = 0
                if kind is RepairKind.HYPHEN_KEPT:  # taken back, it is taken out
                    removed = RepairKind.HYPHEN_REMOVED
                    cut = int(self._ledger.enter(removed, source, before, ""))
        old.cut(cut)
        if turn is not None:
            paragraph.turns.append((len(old) + len(between), turn, leaf))
        step = int(old.last + 1 < len(self._source))
        old.add(between, Strand.of(self._source, line.span), step=step)
        paragraph.indent = (
            line.indent if paragraph.lines == 1 else min(paragraph.indent, line.indent)
        )
        paragraph.lines += 1


_ENTRY = re.compile(
    r"(?:[-•·*]\s+|\[?\d{1,3}[.)\]]\s+)\S|[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)*, [A-ZÀ-Þ]"
)


def _entry_starts(line: str) -> bool:
    """Say whether a line begins an entry of a list."""
    return bool(_ENTRY.match(line))
