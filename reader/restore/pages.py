"""From a source to its leaves in reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.importing.raw import RawText
from reader.model import NO_PROGRESS, Progress, Span
from reader.restore.columns import untangled
from reader.restore.furniture import without_furniture
from reader.restore.grid import Grid, page_grids
from reader.restore.heights import SHORT, heights_of_sides, measured_grids
from reader.restore.language import Model
from reader.restore.leaves import Leaf, leaves_of, pieces_of_pages
from reader.restore.lexicon import Lexicon
from reader.restore.lines import Line
from reader.restore.order import AS_IT_IS, Found, Placed, arrange
from reader.restore.paragraphs import shape_of
from reader.restore.paths import path_score
from reader.restore.rooms import Rooms
from reader.restore.several import places_of_second
from reader.restore.strand import Done
from reader.restore.topics import Topics
from reader.restore.turns import Turns, all_edges

_BY_HAND = "as the reader laid them"
TWO = "two booklets, one behind the other"
#: Nats that the order of two booklets must gain over that of one, and pieces up to which it is
#: looked for; nats that its page turns must have on average.
_SECOND, _MOST_OF_TWO, _READ_ON = 8.0, 800, 0.8
#: Nats by which the title of the whole likes to begin a page.
_TITLE = 7.0
#: Nats that make sure of it, and ways of cutting the rest that are tried then.
_PAGE, _TITLED = 50.0, 2
#: Letters from which a leaf is running text.
_RUNNING = 160
#: Nats that two pages on each page of the file must gain over one, where those are moved, too.
_FINER = 4.0
#: Sheet sides so few that they may seem to read on from one to the next by chance.
_FEW = 16


@dataclass(frozen=True, slots=True)
class Pages:
    """Leaves in reading order and what is known of the turns between them.

    Attributes:
        leaves: in the order of the file.
        rows: their reading order.
        starts: leaves with which a page begins.
        turns: scores.
        scheme: the order found, in words for people.
        by_hand: whether the reader laid them.
        heads: running heads that were taken off.
        counted: leaves whose printed number follows on that of the leaf before.
    """

    leaves: Sequence[Leaf]
    rows: tuple[int, ...]
    starts: frozenset[int]
    turns: Turns
    scheme: str
    by_hand: bool = False
    heads: tuple[Done, ...] = ()
    counted: frozenset[int] = frozenset()

    @property
    def booklets(self) -> int:
        """How many were put in order one behind the other."""
        return 2 if self.scheme == TWO else 1

    def numbers(self) -> list[int | None]:
        """Return the printed numbers of the pages in reading order, None for those without.

        Another number is another page, even where none is seen to turn.
        """
        found: list[int | None] = []
        for at, row in enumerate(self.rows):
            number = self.leaves[row].number
            other = found and number is not None and found[-1] not in (None, number)
            if not found or other or self.turned(at) is not None:
                found.append(number)
            elif number is not None:
                found[-1] = number
        return found

    def laid(self, order: tuple[Span, ...]) -> "Pages | None":
        """Return the same pages as the reader laid them; None when those are others.

        A page is named by any leaf of its own: what belongs to it goes with it.
        """
        pages: list[list[int]] = []
        for at, row in enumerate(self.rows):
            if not pages or self.turned(at) is not None:
                pages.append([])
            pages[-1].append(row)
        page_of = {
            self.leaves[row].span.start: number for number, page in enumerate(pages) for row in page
        }
        numbers = [
            page_of[span.start]
            if span.start in page_of
            else page_of.get(self._start_near(span), -1)
            for span in order
        ]
        if sorted(numbers) != list(range(len(pages))):
            return None
        return replace(
            self,
            rows=tuple(row for number in numbers for row in pages[number]),
            starts=frozenset(page[0] for page in pages),
            scheme=_BY_HAND,
            by_hand=True,
            counted=frozenset(),
        )

    def _start_near(self, span: Span) -> int:
        """Return where the first leaf begins that shares a stretch of the source, -1 for none.

        A running head taken back makes a leaf begin before it did.
        """
        both = (one.span for one in self.leaves if one.span.start < span.end)
        return next((one.start for one in both if span.start < one.end), -1)

    def turned(self, at: int) -> int | None:
        """Return the leaf before a page turn at position ``at``, None where no page turns."""
        if at == 0:
            return None
        before, row = self.rows[at - 1], self.rows[at]
        moved = row != before + 1 and not self.starts
        return before if row in self.starts or moved else None


#: Pieces of a file above which no other order is looked for: a book of 600 pages has 6,000, and
#: the search over so many takes ten seconds.
_MOST_PIECES = 12_000


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way of seeing the file as leaves."""

    leaves: list[Leaf]
    turns: Turns
    heads: tuple[Done, ...]

    @classmethod
    def of(
        cls, leaves: list[Leaf], lexicon: Lexicon, undone: frozenset[str], *, whole: bool = False
    ) -> "_Reading":
        """Take running heads off, tell columns apart unless ``whole``, and look at all ends."""
        leaves, heads = without_furniture(leaves, undone)
        # lines each by itself: how they read on from each other is not to be learnt from the file
        lines = Model.of([line.text for leaf in leaves for line in leaf.lines])
        if not whole and untangled(leaves, lines, lexicon):
            leaves = untangled(leaves, lines, lexicon, keen=True) or leaves
        model = Model.of([" ".join(line.text for line in leaf.lines) for leaf in leaves])
        shape = shape_of(leaves)
        rooms = Rooms.of(leaves, shape.face, shape.full, shape.ragged, shape.indented)
        edges = all_edges(leaves)
        turns = Turns(edges, model, lexicon, frozenset(), rooms, Topics.of(leaves))
        return cls(leaves, turns, tuple(heads))

    def arranged(self, progress: Progress) -> tuple[Placed, Found]:
        """Return the order in which it reads best."""
        progress.step(0.05, "Looking for the page order")
        turns, leaves = self.turns, self.leaves
        broken = [0.0, *(turns.broken(row, row + 1) for row in range(len(leaves) - 1))]
        great = turns.title
        tops = [value + (_TITLE if row == great else 0.0) for row, value in enumerate(broken)]
        tops = tops if any(broken) else [0.0] * len(leaves)
        grids = page_grids(leaves, tops, turns.broken, great, progress)
        if grids[0].height:
            grids = [
                *measured_grids(leaves, tops, progress),
                *self._titled(tops, progress),
                *grids,
            ]
        else:
            turns.shorten(_short(leaves, grids[0].pages))
            if behind := self._behind_title():
                starts = {page[0] for page in grids[0].pages} | {great, behind}
                grids.append(Grid.cut(0, sorted(starts), len(leaves)))
        long = [sum(map(_letters, leaf.lines)) > _RUNNING for leaf in leaves]
        begins = frozenset(row for row, leaf in enumerate(leaves) if leaf.begins)
        sides = heights_of_sides(leaves, tops) if grids[0].height else []
        found = Found([leaf.height for leaf in leaves], grids, long, begins, sides)
        return arrange(turns, found, progress), found

    def part(self, start: int, end: int, lexicon: Lexicon) -> "_Reading":
        """Return some of the leaves as a booklet of their own."""
        leaves = self.leaves[start:end]
        shape = shape_of(leaves)
        rooms = Rooms.of(leaves, shape.face, shape.full, shape.ragged, shape.indented)
        edges = self.turns.edges[start:end]
        turns = Turns(edges, self.turns.model, lexicon, frozenset(), rooms, Topics.of(leaves))
        return _Reading(leaves, turns, ())

    def as_two(self, placed: Placed, lexicon: Lexicon, progress: Progress) -> Placed | None:
        """Return the order of two booklets one behind the other where it reads much better."""
        if len(self.leaves) > _MOST_OF_TWO:
            return None
        best, most = None, placed.score + self.as_it_stands() + _SECOND
        for cut in places_of_second(self.turns, placed.rows, self.leaves):
            parts = [self.part(0, cut, lexicon), self.part(cut, len(self.leaves), lexicon)]
            laid = [one.arranged(progress)[0] for one in parts]
            if all(one.scheme == AS_IT_IS for one in laid):
                continue
            second = tuple(row + cut for row in laid[1].rows)
            # less what each order supposes
            score = sum(
                one.score + part.as_it_stands() for one, part in zip(laid, parts, strict=True)
            )
            rows = (*laid[0].rows, *second)
            starts = laid[0].starts | {row + cut for row in laid[1].starts} | {second[0]}
            if score > most and self._reads(rows, starts):
                best, most = Placed(rows, starts, score, TWO), score
        return best

    def as_it_stands(self) -> float:
        """Return how well the order of the file reads."""
        return path_score(self.turns, range(len(self.leaves)))

    def _reads(self, rows: Sequence[int], starts: frozenset[int]) -> bool:
        """Say whether pages read on from each other by and large."""
        made = [self.turns.score(a, b) for a, b in pairwise(rows) if b in starts]
        return sum(made) >= _READ_ON * len(made)

    def _titled(self, tops: Sequence[float], progress: Progress) -> list[Grid]:
        """Return the likeliest pages where the title of the whole has one to itself."""
        title, behind = self.turns.title, self._behind_title()
        if not behind:
            return []
        begins = [
            value + (_PAGE if row in (title, behind) else 0.0) for row, value in enumerate(tops)
        ]
        return measured_grids(self.leaves, begins, progress)[:_TITLED]

    def _behind_title(self) -> int:
        """Return the leaf behind the title of the whole and what stands with it, 0 for none."""
        edges, title = self.turns.edges, self.turns.title
        behind = title + 1
        while behind < len(edges) and edges[behind].sheet:
            behind += 1
        return behind if title >= 0 and edges[title].sheet and behind < len(edges) else 0

    def pages(self, placed: Placed) -> Pages:
        """Return the leaves as they were placed."""
        known = {row for row, leaf in enumerate(self.leaves) if leaf.known}
        starts = placed.starts | known
        return Pages(self.leaves, placed.rows, starts, self.turns, placed.scheme, heads=self.heads)

    def laid(self, order: tuple[Span, ...]) -> Pages:
        """Return the leaves as the reader laid them."""
        rows = tuple(
            sorted(range(len(self.leaves)), key=lambda row: (_place(self.leaves[row], order), row))
        )
        return Pages(
            self.leaves, rows, frozenset(), self.turns, _BY_HAND,
            by_hand=True, heads=self.heads,
        )  # fmt: skip


def _letters(line: Line) -> int:
    """Return how many letters a line has: figures are no running text."""
    return sum(map(str.isalpha, line.text))


def _short(leaves: Sequence[Leaf], pages: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the last leaves of pages that are not full, where most are about equally tall."""
    tall = [sum(leaves[row].height for row in page) for page in pages]
    usual = sorted(tall)[int(0.75 * (len(tall) - 1))] if tall else 0
    if sum(lines >= SHORT * usual for lines in tall) < 0.6 * len(tall):
        return frozenset()
    paired = zip(pages, tall, strict=True)
    return frozenset(page[-1] for page, lines in paired if lines < SHORT * usual)


def _place(leaf: Leaf, order: tuple[Span, ...]) -> int:
    """Return the number of the first page in ``order`` that holds the leaf's beginning.

    A page that begins with the leaf counts before all others: pages read line by line overlap.
    """
    start = leaf.span.start
    inside = len(order)
    for number, span in enumerate(order):
        if span.start == start:
            return number
        if span.start < start < span.end:
            inside = min(inside, number)
    return inside


def in_order(
    raw: RawText,
    lexicon: Lexicon,
    undone: frozenset[str] = frozenset(),
    order: tuple[Span, ...] | None = None,
    progress: Progress = NO_PROGRESS,
) -> Pages:
    """Cut a source into leaves and put them into reading order.

    The pages of the file are taken for pages of the booklet, and where that does not read, for
    sheet sides with several pages each.

    Args:
        raw: the source.
        lexicon: its words.
        undone: ids of repairs that the reader took back.
        order: source spans of pages in the order the reader laid them.
        progress: told of the work; may stop it.
    """
    if order is not None and (laid := in_order(raw, lexicon, undone, None, progress).laid(order)):
        return laid
    leaves = leaves_of(raw)
    if len(leaves) > _MOST_PIECES:
        empty = Turns([], Model.of([]), lexicon)
        return Pages(leaves, tuple(range(len(leaves))), frozenset(), empty, AS_IT_IS)
    counted = _counted(leaves)
    whole = _Reading.of(leaves, lexicon, undone, whole=bool(counted))
    if order is not None:
        if any(leaf.known for leaf in whole.leaves) and len(order) > len(whole.leaves):
            whole = _Reading.of(pieces_of_pages(raw), lexicon, undone)
        return whole.laid(order)
    if counted:
        plain = Placed(tuple(range(len(leaves))), frozenset(), 0.0, AS_IT_IS)
        return replace(whole.pages(plain), counted=counted)
    placed, found = whole.arranged(progress)
    moved = placed.scheme != AS_IT_IS or found.lost(whole.turns, placed.rows)
    if (moved or len(whole.leaves) <= _FEW) and all(leaf.known for leaf in whole.leaves):
        finer = _Reading.of(pieces_of_pages(raw), lexicon, undone)
        if len(finer.leaves) > len(whole.leaves):
            split = _split(finer, whole, placed, progress)
            if split is not None:
                return finer.pages(split)
    return whole.pages((moved and whole.as_two(placed, lexicon, progress)) or placed)


#: Share of the pages of a file whose printed numbers go on that proves it to be in order, and pages
#: from which on they do.
_GO_ON, _FEWEST = 0.8, 4
_PRINTED = re.compile(r"(?<![\w.,])\d{1,4}(?![\w,]|\.\d)")


def _counted(leaves: Sequence[Leaf]) -> frozenset[int]:
    """Return the known pages whose number follows on that of the page before in the file.

    Numbers stand above or below the text.  None are returned where they do not go on throughout.
    """
    if len(leaves) < _FEWEST or not all(leaf.known for leaf in leaves):
        return frozenset()
    printed: list[set[int]] = []
    for leaf in leaves:
        edges = f"{leaf.lines[0].text}\n{leaf.lines[-1].text}"
        printed.append({*map(int, _PRINTED.findall(edges)), leaf.number or -1})
    follow = frozenset(
        row
        for row, (one, after) in enumerate(pairwise(printed), 1)
        if any(number + 1 in after for number in one if number > 0)
    )
    return follow if len(follow) >= _GO_ON * (len(leaves) - 1) else frozenset()


def _split(finer: _Reading, whole: _Reading, placed: Placed, progress: Progress) -> Placed | None:
    """Return the order of pieces when it reads much better than that of whole pages."""
    order = {row: at for at, row in enumerate(placed.rows)}
    ends = [leaf.span.end for leaf in whole.leaves]
    page_of: list[int] = []
    page = 0
    for leaf in finer.leaves:
        while page < len(ends) - 1 and leaf.span.start >= ends[page]:
            page += 1
        page_of.append(page)
    as_pages = sorted(range(len(page_of)), key=lambda row: (order[page_of[row]], row))
    split, found = finer.arranged(progress)
    if split.scheme == AS_IT_IS:
        return None
    if placed.scheme == AS_IT_IS:
        return split
    before, after = (path_score(finer.turns, rows) for rows in (as_pages, split.rows))
    lost = [found.lost(finer.turns, rows) for rows in (as_pages, split.rows)]
    return split if after - before > _FINER and lost[1] < lost[0] else None
