"""How well one leaf reads on from another."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from reader.restore.feet import note_mark
from reader.restore.language import Model, tokens
from reader.restore.leaves import Leaf
from reader.restore.lexicon import Lexicon
from reader.restore.pairs import ABSENT, lift
from reader.restore.rooms import Rooms
from reader.restore.speech import Mark, first_mark, last_mark
from reader.restore.topics import Topics
from reader.restore.wordlist import WordList

_MARKUP = re.compile(
    r"<sup>.*?</sup>|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^#+\s+|^[-•]\s+", re.MULTILINE
)
_QUOTES = frozenset("\"“”‘’'")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad¬]$")
_FIRST = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.?!…:](?:\s?[»«])?[\"'“”‘’«»)\]\d*]*$")
#: A source in brackets, behind which a sentence may be at its end.
_CITED = re.compile(r"(?:\[[^][]*\d[^][]*\]|\([^()]*\d[^()]*\))[\"'“”’«»_*]*$")
#: A colon, behind which a sentence or a list may begin, or the same sentence go on.
_COLON = re.compile(r"(?<!\.):[\"'“”’«»*_]*$")
_TITLE = re.compile(
    r"#{1,6}\s|(?=.*[A-Z]{3})[^a-z]{4,}$|(?i:section|chapter|part|book)\s+(?:\d{1,3}|[IVXLC]{1,7})(?:[:—–]|\.(?!\d[\d.]*,)|$)"
)
_GREAT = re.compile(r"#\s|[^a-z]*[A-Z]{3}[^a-z]*$")
_LEADER = re.compile(r"(?:\.\s?){3,}\s*\d+$|\t\d+$")
_ENTRY = re.compile(
    r"(?:[-•]\s+)?([^\W\d_][\w'’.-]*),?\s.*?\b1[5-9]\d\d|(?:[-•]\s+)?([^\W\d_][\w'’.-]*),?\s.*?\b20\d\d"
)
#: Bounds of one turn's score in nats: beyond them more evidence proves nothing more.
_LOW, _HIGH = -7.0, 9.0
#: What a turn inside a sentence scores on average when it is right.
_SOUND = 2.0
#: Nats for each bit by which two words at a turn stand beside each other in English, and bounds of
#: those bits.  Fitted to 6,800 true turns and 88,000 false ones, they would count twice as much
#: beside the text's own model in real books (a handbook in five languages, An Anarchist FAQ), and
#: nothing in our prose, of which the text's own model knows every pattern.
_BESIDE, _SELDOM, _OFTEN = 0.5, -3.0, 6.0
#: Nats for a sentence that ends and one that begins, for one that goes on in small letters, and for
#: one that would go on with a capital; what the text's own model and what topics count.
_STOPPED, _GOES_ON, _CAPITAL, _OWN, _TOPIC = 1.2, 1.0, -1.8, 0.65, 1.2
#: Share of the words of a text that have a capital inside sentences, from which on its nouns do.
_NOUNS = 0.15
#: Nats for halves that make no word of the list, in other languages than that of the list.
_UNKNOWN = -1.0
#: Price in nats of a short page in the middle of a text.
_EARLY = 2.0
#: Nats for the last quotation mark of one leaf and the first of the next.  This and the weights of
#: words were fitted to 3,700 true turns and as many sets of false ones of 25 books by sixteen
#: authors in five languages.
_SPEECH = {
    (Mark.OPENS, Mark.CLOSES): 1.5,
    (Mark.CLOSES, Mark.CLOSES): -3.0,
    (Mark.NONE, Mark.CLOSES): -1.4,
    (Mark.OPENS, Mark.OPENS): -0.7,
    (Mark.OPENS, Mark.NONE): -0.7,
}
#: Nats for a page whose number is the next, one of the three next, or another, or for a turn from
#: or to the middle of a numbered page.
_FOLLOWS = 7.0, 1.0, -5.0
#: Letters of a line that are looked at.
_EDGE = 400


@dataclass(frozen=True, slots=True)
class Edges:
    """What a leaf shows at its two ends.

    Attributes:
        head, tail: first and last tokens of its body, without quotation marks.
        first, last: first and last word or half of a word.
        hyphen: whether it ends in a hyphen.
        stop: whether it ends a sentence; ``cited``: or may, with a source in brackets or a colon.
        titled: whether it begins with a heading; ``alone``: and is nothing else.
        great: whether that could be the title of the whole.
        sheet: whether it is a title page, or a line by itself.
        entries: first and last surname of a list of references; empty when it is none.
        notes: lowest and highest number of the notes called in it; (0, 0) without.
        open_note: whether it begins with the rest of a note of the page before.
        number: printed page number; ``top`` and ``foot``: whether the page begins and ends with it.
        opens: brackets opened less closed, counted from its end.
        spoken: what the first and the last quotation mark do.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    first: str
    last: str
    hyphen: bool
    stop: bool
    cited: bool
    titled: bool
    alone: bool
    great: bool
    sheet: bool
    entries: tuple[str, str]
    notes: tuple[int, int]
    open_note: bool
    number: int | None
    opens: int
    closes: int
    spoken: tuple[Mark, Mark] = (Mark.NONE, Mark.NONE)
    top: bool = True
    foot: bool = True


_CALL = re.compile(r"<sup>\s*(\d{1,3})\s*</sup>")


def all_edges(leaves: Sequence[Leaf]) -> list[Edges]:
    """Look at both ends of all leaves of a file; those of one page have one number."""
    found = [edges_of(leaf) for leaf in leaves]
    for row, (a, b) in enumerate(pairwise(leaves)):
        if a.number is not None and a.number == b.number and not b.begins:
            found[row] = replace(found[row], foot=False)
            found[row + 1] = replace(found[row + 1], top=False)
    return found


def edges_of(leaf: Leaf) -> Edges:
    """Look at both ends of a leaf."""
    lines = [line.text for line in leaf.lines]
    start = _plain([line[:_EDGE] for line in lines[:4]])
    end = _plain([line[-_EDGE:] for line in lines[-4:]])
    alone = len(lines) == 1 and is_title(lines[0])
    plain = [_MARKUP.sub("", line) for line in lines]
    letters = sum(map(len, lines))
    sheet = letters < 200 and bool(_GREAT.match(lines[0])) and letters < 45 * len(lines)
    line = len(lines) == 1 and letters < 50 and not leaf.known
    sheet = sheet or (line and not _HYPHEN.search(end))
    last = _HYPHEN.search(end)
    stop = alone or sheet or bool(_STOP.search(end) or _LEADER.search(end))
    cited = bool(_COLON.search(end)) if stop and not sheet else bool(_CITED.search(end))
    first = _FIRST.match(start.lstrip("\"“”„«»‘’'([¿¡"))
    return Edges(
        head=tuple(_words(start[:200])[:4]),
        tail=(".",) if alone or sheet else tuple(_words(end[-200:])[-4:]),
        first=first[0] if first else "",
        last=last[1] if last else (re.findall(r"[^\W\d_]+$", end) or [""])[0],
        hyphen=bool(last),
        stop=stop or cited,
        cited=cited,
        titled=is_title(lines[0]),
        alone=alone and not leaf.known,
        great=len(lines[0]) < 90 and bool(_GREAT.match(lines[0])),
        sheet=sheet,
        entries=_entries(lines),
        notes=_calls(leaf),
        open_note=leaf.known and bool(leaf.notes) and not note_mark(leaf.notes[0][0].text),
        number=leaf.number,
        opens=_balance(end, "(", ")"),
        closes=_balance(start[::-1], ")", "("),
        spoken=(first_mark(plain), last_mark(plain)),
    )


def is_title(line: str) -> bool:
    """Say whether a line by itself shows that it is a heading."""
    return len(line) < 90 and bool(_TITLE.match(line))


def _plain(lines: list[str]) -> str:
    """Return lines as running text: hyphens at line ends closed, markup taken off."""
    text = _MARKUP.sub("", "\n".join(lines))
    return re.sub(r"(?<=\w)-\n(?=[^\W\d_A-Z])", "", text).replace("\n", " ").strip()


def _words(text: str) -> list[str]:
    return [token for token in tokens(text) if token not in _QUOTES]


def _balance(text: str, opening: str, closing: str) -> int:
    """Return 1 when the last bracket towards the edge is an opening one, else 0."""
    return int(text.rfind(opening) > text.rfind(closing))


def _entries(lines: list[str]) -> tuple[str, str]:
    found = [match for line in lines if (match := _ENTRY.match(line[:_EDGE]))]
    if len(found) < 2 or len(found) < 0.4 * len(lines):
        return "", ""
    names = [next(filter(None, match.groups())).lower() for match in found]
    return names[0], names[-1]


def _calls(leaf: Leaf) -> tuple[int, int]:
    called = [int(found) for line in leaf.lines for found in _CALL.findall(line.text)]
    if not called and leaf.known:
        marks = [note_mark(group[0].text) for group in leaf.notes]
        called = [int(mark) for mark in marks if mark.isdigit()]
    return (min(called), max(called)) if called else (0, 0)


@dataclass
class Turns:
    """Scores for every pair of leaves, made when asked for and kept.

    Scores are nats, above 0 when the pair is likelier a turn than chance would have it.

    Attributes:
        edges: of every leaf.
        model: of the language.
        lexicon: of the text.
        short: leaves that are short pages.
        rooms: first and last lines of the leaves.
        topics: what they speak of.
        kept: scores made so far.
    """

    edges: list[Edges]
    model: Model
    lexicon: Lexicon
    short: frozenset[int] = frozenset()
    rooms: Rooms = Rooms()
    topics: Topics = Topics()
    kept: dict[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def title(self) -> int:
        """The first leaf that may be the title of the whole, -1 for none."""
        return next((row for row, edges in enumerate(self.edges) if edges.great), -1)

    def shorten(self, short: frozenset[int]) -> None:
        """Learn which leaves are short pages."""
        self.short = short
        self.kept.clear()

    def score(self, left: int, right: int) -> float:
        """Return how well leaf ``right`` reads on from leaf ``left``."""
        key = (left, right)
        if key not in self.kept:
            total = sum(value for value, _why in self.signals(left, right))
            self.kept[key] = max(_LOW, min(_HIGH, total))
        return self.kept[key]

    def words(self, left: int, right: int) -> float:
        """Return how well the words alone read on."""
        return self._words_fit(self.edges[left], self.edges[right])

    def broken(self, left: int, right: int) -> float:
        """Return by how many nats a leaf fails to read on from the one before, 0 to 6."""
        a, b = self.edges[left], self.edges[right]
        if a.stop and not b.first[:1].islower():
            return 0.0
        return max(0.0, min(6.0, _SOUND - self.score(left, right)))

    def signals(self, left: int, right: int) -> list[tuple[float, str]]:
        """Return every signal for or against a turn, with words for people."""
        a, b = self.edges[left], self.edges[right]
        if a.alone and right != left + 1:
            return [(_LOW, "a heading stands with what it heads")]
        found = [(self._words_fit(a, b), "the sentence reads on")]
        if a.entries[0] and b.entries[0]:
            fits = a.entries[1] <= b.entries[0]
            found = [(3.0 if fits else -3.0, "the list of references goes on in order")]
        elif a.entries[0] and not b.titled and not a.stop:
            found.append((-1.0, "a list of references breaks off"))
        if (numbers := self._numbers_fit(left, right)) is not None:
            found.append((numbers, "the printed page numbers follow"))
        found += _notes_fit(a, b)
        found.append((_TOPIC * self.topics.fit(left, right), "both speak of the same things"))
        if a.opens and b.closes:
            found.append((1.5, "an open bracket is closed"))
        if speech := _SPEECH.get((a.spoken[1], b.spoken[0])):
            found.append((speech, "the speech in quotation marks goes on"))
        if not (a.hyphen or a.sheet or a.entries[0] or b.titled):
            found.append((self.rooms.fit(left, right, stop=a.stop), "the last line is full"))
        if left in self.short and (price := self.early(left, right)):
            found.append((-price, "a short page ends a chapter"))
        return found

    def _numbers_fit(self, left: int, right: int) -> float | None:
        a, b = self.edges[left], self.edges[right]
        if not (a.foot and b.top):
            return None if right == left + 1 else _FOLLOWS[2]
        if a.number is None or b.number is None:
            return None
        yes, near, no = _FOLLOWS
        return (
            yes if b.number == a.number + 1 else near if a.number < b.number <= a.number + 3 else no
        )

    def early(self, left: int, right: int) -> float:
        """Return the price in nats of a short page ``left`` before ``right``: it ends a chapter."""
        return 0.0 if self.edges[left].sheet or self.edges[right].titled else _EARLY

    def _words_fit(self, a: Edges, b: Edges) -> float:
        if b.titled:
            return 0.8 if a.stop else -2.0
        if a.hyphen:
            return self._halves_fit(a.last, b)
        if not b.head:
            return 0.0
        small = b.first[:1].islower() and b.head[0] == b.first
        if a.stop and not (a.cited and small):
            return -4.0 if small else _STOPPED
        fit = _OWN * self.model.fit(list(a.tail), list(b.head))
        fit += _beside(self.lexicon.list, a.tail[-1:], b.head)
        if small:
            return max(-1.5, min(5.0, _GOES_ON + fit))
        if b.first and b.head[0].startswith(b.first) and not self._is_name(b.first):
            return max(-3.5, _CAPITAL + fit / 2)
        return max(-2.5, min(4.0, fit))

    def _is_name(self, word: str) -> bool:
        """Say whether the text writes a word with a capital inside sentences."""
        return self.model.inside[word] > 0 or self.model.capitals > _NOUNS

    def _halves_fit(self, half: str, b: Edges) -> float:
        """Score a hyphen at the end: do the halves make a word?"""
        if not b.first:
            return -5.0
        whole, compound = half + b.first, f"{half}-{b.first}".lower()
        if self.lexicon.compounds[compound]:
            return 6.0
        if b.first[:1].isupper():
            return -5.0
        if self.lexicon.own[whole.lower()] or self.lexicon.listed(whole):
            rare = not self.lexicon.listed(half) or not self.lexicon.listed(b.first)
            return 8.0 if rare else 6.0
        if self.lexicon.knows(whole):
            return 5.0
        both = self.lexicon.listed(half) and self.lexicon.listed(b.first)
        if both:
            return 0.0
        return -4.0 if self.lexicon.covers else _UNKNOWN


def _notes_fit(a: Edges, b: Edges) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if a.notes[1] and b.notes[1]:
        follows = b.notes[0] == a.notes[1] + 1
        later = b.notes[0] > a.notes[1]
        value = 3.0 if follows else -0.5 if later else -4.0
        found.append((value, "the footnotes are counted on"))
    if b.open_note:
        found.append((1.0 if a.notes[1] else -3.0, "a footnote runs over"))
    return found


def _beside(listed: WordList, tail: Sequence[str], head: Sequence[str]) -> float:
    """Return what the language in general says of the two words at a turn, in nats."""
    if not (tail and head and tail[-1].isalpha() and head[0].isalpha()):
        return 0.0
    bits = lift(listed, tail[-1].lower(), head[0].lower()) - ABSENT
    return _BESIDE * max(_SELDOM, min(_OFTEN, bits))


def confidence(score: float) -> float:
    """Return the confidence 0 to 1 that a score in nats stands for."""
    return 1 / (1 + math.exp(-0.6 * (score + 1.0)))
