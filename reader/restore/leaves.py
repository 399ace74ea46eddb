"""The source cut into leaves: pages where they are known, else stretches between blank lines.

A leaf is what un-imposing moves as one.  Footnotes at the foot of a page are set apart from its
body, so that the body of one page can be read on to the body of the next.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from reader.importing.raw import RawText
from reader.model import Span
from reader.restore.draft import is_reference_heading
from reader.restore.feet import (
    Group,
    begins_note,
    calls,
    faint_marks,
    inner_start,
    is_carried,
    note_mark,
    split_notes,
)
from reader.restore.gutter import halves, rejoined
from reader.restore.lines import Line, lines_of
from reader.restore.marks import FOLD, NUMBER, PageMark, page_marks

_RULE = re.compile(r"(?:[-_–—*=]\s?){3,}")
_HEADING = re.compile(r"#{1,6}\s+\S")

_NONE: Mapping[int, PageMark] = {}

#: An entry of a list of references, which looks like a note.
_ENTRY = re.compile(r"\[\d{1,3}\]\s")
#: Stretches between blank lines that a page holds at most.
_PAGE = 12
#: Lines of a note of the page before with which a stretch goes on, and lines of such a stretch, at
#: most: more are a page.
_CARRIED, _FOOT = 12, 24


@dataclass(frozen=True)
class Leaf:
    """A page or a piece of one.

    Attributes:
        groups: stretches of body lines; a blank line of the source lies between two.
        notes: stretches of note lines, the first of each beginning with its mark, or going on
            with a note of the page before.
        known: whether the source marks it as a page of its own.
        number: printed page number, None without.
        gap: blank lines of the source before it.
        begins: whether it is a piece with which a page is known to begin.
        first: whether the first page of all, which has no mark, may begin with it.
        furniture: those of its lines that only mark the page: running heads.
    """

    groups: tuple[Group, ...]
    notes: tuple[Group, ...] = ()
    known: bool = False
    number: int | None = None
    gap: int = 1
    begins: bool = False
    first: bool = False
    furniture: Group = ()

    @cached_property
    def lines(self) -> Group:
        """All body lines."""
        return tuple(line for group in self.groups for line in group)

    @cached_property
    def span(self) -> Span:
        """Source span from the first to the last line, notes included."""
        all_lines = [*self.lines, *(line for group in self.notes for line in group)]
        return Span(min(at.span.start for at in all_lines), max(at.span.end for at in all_lines))

    @cached_property
    def height(self) -> int:
        """Lines it takes on the page, blank ones between its groups counted."""
        rows = [*self.lines, *(line for group in self.notes for line in group)]
        folded = sum(1 + len(line.text) // FOLD for line in rows)
        return folded + max(0, len(self.groups) - 1) + len(self.notes)


def leaves_of(raw: RawText) -> list[Leaf]:
    """Cut a source into leaves, in the order of the file; linear in its length."""
    marks = faint_marks(raw.text)
    if spans := _known_pages(raw):
        listing = _Listing()
        pages = [_page(lines, marks, listing) for lines in _sides(raw.text, spans)]
        return [page for page in pages if page]
    found: list[Leaf] = []
    every = lines_of(raw.text, Span(0, len(raw.text)))
    paged = page_marks(every)
    for lines, begins in _stretches(every):
        found += _begun(_loose(lines, marks, paged), begins)
    return found


def pieces_of_pages(raw: RawText) -> list[Leaf]:
    """Cut every known page into pieces, as if it could hold several pages; [] without any.

    A page of the file may be a sheet side, with two pages of the booklet or four.
    """
    marks = faint_marks(raw.text)
    found: list[Leaf] = []
    for lines in _sides(raw.text, _known_pages(raw)):
        found += _begun(_loose(lines, marks), begins=True)
    return found


def _begun(leaves: list[Leaf], begins: bool) -> list[Leaf]:
    return [replace(leaf, begins=True) for leaf in leaves[:1]] + leaves[1:] if begins else leaves


def _sides(text: str, spans: list[Span]) -> Iterator[list[Line]]:
    """Yield the lines of each page, or of both that stand side by side on it."""
    pages = [lines_of(text, span) for span in spans]
    for lines, two in zip(pages, halves(pages), strict=True):
        yield from two or (lines,)


def _stretches(lines: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Yield the lines of a whole source, halves of sheet sides apart.

    The second value says whether a page is known to begin with them.
    """
    plain: list[Line] = []
    after = False
    runs = rejoined(list(_runs(lines)))
    for run, two in zip(runs, halves(runs), strict=True):
        if two is None:
            plain += run
            continue
        if plain:
            yield plain, after
        yield two[0], True
        yield two[1], True
        plain, after = [], True
    yield plain, after


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield stretches of lines, each with the blank lines behind it."""
    run: list[Line] = []
    for line in lines:
        if line.text and run and not run[-1].text:
            yield run
            run = []
        run.append(line)
    yield run


def _known_pages(raw: RawText) -> list[Span]:
    if raw.pages:
        return [page.span for page in raw.pages]
    if "\f" not in raw.text.strip("\f\n "):
        return []
    spans: list[Span] = []
    at = 0
    for part in raw.text.split("\f"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    return spans


@dataclass
class _Listing:
    """Knows whether stretches stand below a heading such as *References*, in the order of the file.

    There an entry begins as a note does.
    """

    inside: bool = False

    def has(self, group: Group) -> bool:
        """Say whether a stretch is an entry, or several; they end with any other stretch."""
        if is_reference_heading(group[0].text):
            self.inside = True
            return len(group) > 1 and bool(_ENTRY.match(group[1].text))
        self.inside = self.inside and any(_ENTRY.match(line.text) for line in group)
        return self.inside


def _page(lines: list[Line], marks: frozenset[str], listing: _Listing) -> Leaf | None:
    groups = list(_grouped(lines))
    groups, number = _number_apart(groups) if groups else (groups, None)
    body, notes = _notes_apart(groups, marks, listing, page=True)
    if not body and notes:
        body, notes = notes, []
    return Leaf(tuple(body), tuple(notes), known=True, number=number) if body else None


def _grouped(lines: Iterable[Line], paged: Mapping[int, PageMark] = _NONE) -> Iterator[Group]:
    """Yield stretches between blank lines; headings and page marks are stretches of their own."""
    group: list[Line] = []
    for line in lines:
        alone = bool(_HEADING.match(line.text)) or bool(_RULE.fullmatch(line.text))
        alone = alone or (line.span.start in paged and bool(line.text))
        if group and (alone or not line.text):
            yield tuple(group)
            group = []
        if alone:
            yield (line,)
        elif line.text:
            group.append(line)
    if group:
        yield tuple(group)


def _all(groups: Iterable[Group]) -> Iterator[Line]:
    return (line for group in groups for line in group)


def _is_rule(group: Group) -> bool:
    return len(group) == 1 and bool(_RULE.fullmatch(group[0].text))


def _notes_apart(
    groups: list[Group], marks: frozenset[str], listing: _Listing, *, page: bool
) -> tuple[list[Group], list[Group]]:
    """Set footnotes at the foot apart.

    On a known page everything below a rule, or from the first note at the foot on, is notes.
    """
    body: list[Group] = []
    notes: list[Group] = []
    ruled = False
    for group in groups:
        if _is_rule(group):
            ruled = page
        elif listing.has(group):
            body.append(group)
        elif ruled or (body and begins_note(group, body if page else (), marks)):
            notes += split_notes(group, marks)
        elif page and (row := inner_start(group, _all(body), marks)):
            above, below = group[:row], group[row:]
            carried = is_carried(above, below, body)
            (notes if carried else body).append(above)
            notes += split_notes(below, marks)
        elif page and notes and not _HEADING.match(group[0].text):
            notes.append(group)
        else:
            body.append(group)
    return body, notes


def _number_apart(body: list[Group]) -> tuple[list[Group], int | None]:
    """Take the printed page number off the head or foot of a page."""
    lines = [line for group in body for line in group]
    for end in (lines[-1], lines[0]):
        found = NUMBER.fullmatch(end.text)
        if found and len(lines) > 1:
            kept = [tuple(line for line in group if line is not end) for group in body]
            return [group for group in kept if group], int(found[1])
    return body, None


# --- sources without page marks ---------------------------------------------------------------


def _loose(
    lines: list[Line], marks: frozenset[str], paged: Mapping[int, PageMark] = _NONE
) -> list[Leaf]:
    """Return one leaf for every stretch between blank lines, notes put to the one before."""
    sorting = _Sorting(marks, paged)
    for group, gap in _with_gaps(lines, paged):
        sorting.take(group, gap)
    sorting.settle()
    return sorting.leaves


@dataclass
class _Sorting:
    """Sorts stretches into bodies and notes.

    Attributes:
        marks: marks of notes that the text calls.
        paged: lines that mark pages, by their offset.
        held: stretches below a rule or a note, of which the next note decides.
        head: lines of the running head of the page that comes.
        begins: whether the next stretch begins a page.
        number: of the page, where it stands at its head; ``whole``: whether all that comes up to
            the next mark is on it.  Where it is not, the first page, which has no mark, begins
            there with a sentence behind the end of the last.
    """

    marks: frozenset[str]
    paged: Mapping[int, PageMark] = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)
    held: list[tuple[Group, int]] = field(default_factory=list)
    holding: bool = False
    listing: _Listing = field(default_factory=_Listing)
    head: Group = ()
    begins: bool = False
    number: int | None = None
    whole: bool = True

    def take(self, group: Group, gap: int) -> None:
        """Take the next stretch of the file."""
        if paged := self.paged.get(group[0].span.start):
            self._mark(group, paged)
        elif self.listing.has(group):
            self.settle()
            self._body(group, gap)
        elif _is_rule(group):
            self.settle()
            self.holding = bool(self.leaves)
        elif len(group) == 1 and NUMBER.fullmatch(group[0].text):
            self.settle()
            if self.leaves:
                number = _page_number(group[0].text)
                self.leaves[-1] = replace(self.leaves[-1], number=number)
        elif self.leaves and (mark := note_mark(group[0].text, self.marks)):
            self._note(group, mark)
        elif self.leaves and (row := inner_start(group, self._above(), self.marks)):
            self._inner(group, row, gap)
        elif self.holding and len(self.held) < 2 and not _HEADING.match(group[0].text):
            self.held.append((group, gap))
        else:
            self.settle()
            self._body(group, gap)

    def settle(self) -> None:
        """Make bodies of what was held."""
        held, self.held, self.holding = self.held, [], False
        for group, gap in held:
            self._body(group, gap)

    def _above(self) -> Iterator[Line]:
        """Return the last lines of the file, of which a page may consist."""
        for leaf in self.leaves[-_PAGE:]:
            yield from leaf.lines
        yield from _all(group for group, _gap in self.held)

    def _inner(self, group: Group, row: int, gap: int) -> None:
        """Take a stretch inside which notes begin."""
        above, below = group[:row], group[row:]
        groups = [one for leaf in self.leaves[-_PAGE:] for one in leaf.groups]
        below_note = self.holding and not self.held
        foot = len(above) <= _CARRIED and len(group) <= _FOOT
        if foot and (below_note or is_carried(above, below, groups)):
            self._note(group, "")
        else:
            self.settle()
            self._body(above, gap)
            self._note(below, note_mark(below[0].text, self.marks))

    def _mark(self, line: Group, mark: PageMark) -> None:
        """Take a line that marks a page: a page number is left out, a running head said to be."""
        self.settle()
        self.begins = True
        if not mark.foot:
            self.head += line if mark.words else ()
            self.number, self.whole = mark.number or self.number, mark.whole
            return
        if mark.words and self.leaves:
            last = self.leaves[-1]
            self.leaves[-1] = replace(
                last, groups=(*last.groups, line), furniture=(*last.furniture, *line)
            )
        if mark.number is not None and self.leaves:
            self._number(mark.number, whole=mark.whole)

    def _number(self, number: int, *, whole: bool) -> None:
        """Give its number to the page that ends here; if not ``whole``, to its last leaf."""
        last = len(self.leaves) - 1
        first = next((row for row in range(last, -1, -1) if self.leaves[row].begins), last)
        for row in range(first if whole else last, last + 1):
            self.leaves[row] = replace(self.leaves[row], number=number)

    def _body(self, group: Group, gap: int) -> None:
        for row, part in enumerate(_parts(group, sentences=not self.whole)):
            groups = (self.head, part) if self.head else (part,)
            self.leaves.append(
                Leaf(
                    groups,
                    number=self.number,
                    gap=0 if row else gap,
                    begins=self.begins,
                    first=not (self.whole or self.begins),
                    furniture=self.head,
                )
            )
            self.head, self.begins = (), False
            self.number = self.number if self.whole else None

    def _note(self, group: Group, mark: str) -> None:
        if any(calls(line.text, mark) for held, _gap in self.held for line in held):
            self.settle()
        notes = [*(held for held, _gap in self.held), *split_notes(group, self.marks)]
        self.leaves[-1] = replace(self.leaves[-1], notes=(*self.leaves[-1].notes, *notes))
        self.held, self.holding = [], True


def _page_number(text: str) -> int | None:
    found = NUMBER.fullmatch(text)
    return int(found[1]) if found else None


def _with_gaps(lines: list[Line], paged: Mapping[int, PageMark]) -> Iterator[tuple[Group, int]]:
    before = 0
    row = 0
    for group in _grouped(lines, paged):
        start = row
        while lines[row] is not group[0]:
            row += 1
        before = row - start
        row += len(group)
        yield group, before


_CAPITALS = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*")
_STOP = re.compile(r"[.?!…][\"'“”’«»)\]]*$")


def _parts(group: Group, *, sentences: bool) -> list[Group]:
    """Cut a stretch where a new page may begin inside it: before a heading set apart.

    Where ``sentences`` says so, before any line that begins a sentence.
    """
    cuts = [0]
    for row, line in enumerate(group[1:], 1):
        titled = len(line.text) < 80 and bool(_CAPITALS.fullmatch(line.text))
        begins = sentences and line.text.lstrip("\"“«‘'(")[:1].isupper()
        if (titled or begins) and _STOP.search(group[row - 1].text):
            cuts.append(row)
    return [group[start:end] for start, end in zip(cuts, [*cuts[1:], len(group)], strict=True)]
