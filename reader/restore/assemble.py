"""The whole of restoration, from raw text to reading text."""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.importing.raw import RawText
from reader.model import (
    NO_PROGRESS,
    BadInput,
    InlineKind,
    InlineSpan,
    PageTurn,
    PassageKind,
    Progress,
    Repair,
    RepairKind,
    SourcePiece,
    Span,
)
from reader.restore import draft as kinds
from reader.restore.doubts import doubts
from reader.restore.draft import Draft
from reader.restore.feet import faint_marks
from reader.restore.front import mark_front, mark_stated_front
from reader.restore.headings import mark_headings, mark_large, mark_titles
from reader.restore.hidden import hidden_apart
from reader.restore.interview import mark_questions, questions_apart
from reader.restore.language import Model
from reader.restore.letters import Habits, clean_all
from reader.restore.lexicon import Lexicon
from reader.restore.markup import is_escaped
from reader.restore.measures import shapes_of, stretches
from reader.restore.notes import Reading, Targets, faint_references, gather
from reader.restore.order import AS_IT_IS
from reader.restore.pages import Pages, in_order
from reader.restore.paragraphs import Builder, Shape
from reader.restore.result import Block, Restored
from reader.restore.stated import stated_drafts, stated_title
from reader.restore.strand import Done, Ledger, Strand, pieces_of, repair_id
from reader.restore.turns import Turns

#: Leaves between two looks at whether the reader wants to stop.
_STEP = 500


def restore(
    raw: RawText,
    progress: Progress = NO_PROGRESS,
    *,
    undone: frozenset[str] = frozenset(),
    order: tuple[Span, ...] | None = None,
    joined: frozenset[int] = frozenset(),
) -> Restored:
    """Make a reading text of a raw one.

    Args:
        raw: from an importer.
        progress: told of the work; may stop it.
        undone: ids of repairs that the reader took back.
        order: source spans of pages in the order the reader dragged them into.
        joined: offsets of lines in the source that go on the paragraph before them, as the reader
            says.

    Raises:
        BadInput: the source has no words.
        Cancelled: the reader stopped it.

    Cost: near-linear; a 24-page booklet takes well under a second.
    """
    if not raw.text.strip():
        raise BadInput(f"{raw.provenance.file} holds no text.", raw.provenance.file)
    progress.step(0.0, "Reading the words")
    ledger = Ledger(undone, joined)
    lexicon = Lexicon.of(raw.text)
    if raw.blocks and not raw.pages:
        return _from_blocks(raw, lexicon, ledger, progress)
    pages = in_order(raw, lexicon, undone, order, progress)
    ledger.done = list(pages.heads)
    progress.step(0.6, "Joining lines")
    shapes = shapes_of(pages.leaves)
    drafts, notes = _drafts(raw, pages, lexicon, ledger, progress, shapes=shapes)
    labels = frozenset(note.label for note in notes if note.label)
    habits = Habits.of(raw.text, lexicon, labels)
    faint_references(drafts, notes, Reading(pages.leaves, pages.rows), ledger)
    clean_all([*drafts, *notes], lexicon, habits, ledger, progress)
    return _bound(raw, drafts, notes, pages, ledger, measures=stretches(shapes))


def _drafts(
    raw: RawText, pages: Pages, lexicon: Lexicon, ledger: Ledger, progress: Progress,
    *, shapes: Sequence[Shape],
) -> tuple[list[Draft], list[Draft]]:  # fmt: skip
    builder = Builder(raw.text, shapes, lexicon, ledger, raw.large)
    for at, row in enumerate(pages.rows):
        if at % _STEP == 0:
            progress.step(0.6 + 0.04 * at / len(pages.rows), "Joining lines")
        turn = pages.turned(at)
        for number, group in enumerate(pages.leaves[row].groups):
            if kinds.is_reference_heading(group[0].text):
                builder.listing = True
            elif group[0].text.startswith("#"):
                builder.listing = False
            blank = number > 0 or pages.leaves[row].gap > 0
            builder.add(group, row, turn=turn if number == 0 else None, blank=blank)
    drafts = [
        Draft(part.strand.stripped(), leaf=part.leaf, lines=part.lines, indent=part.indent)
        for part in questions_apart(hidden_apart(builder.done, shapes))
    ]
    drafts = kinds.mark_mailed([draft for draft in drafts if draft.text], ledger)
    marks = faint_marks(raw.text)
    notes = gather(
        pages.leaves, pages.rows, lambda: Builder(raw.text, shapes, lexicon, ledger), marks, ledger
    )
    drafts, titles = kinds.without_contents(drafts, ledger)
    drafts = mark_large(mark_headings(drafts, titles, raw.text, ledger), raw.large)
    return mark_titles(drafts), notes


def _from_blocks(raw: RawText, lexicon: Lexicon, ledger: Ledger, progress: Progress) -> Restored:
    """Restore a source whose format states its blocks: letters only, order as it is."""
    drafts, notes = stated_drafts(raw, lexicon, ledger)
    labels = frozenset(note.label for note in notes if note.label)
    habits = Habits.of(raw.text, lexicon, labels)
    marked = habits.marked or is_escaped(raw.text)
    habits = replace(habits, marked=marked and raw.provenance.format == "markdown")
    clean_all([*drafts, *notes], lexicon, habits, ledger, progress)
    empty = Turns([], Model.of([]), lexicon)
    pages = Pages([], (), frozenset(), empty, AS_IT_IS)
    return _bound(raw, drafts, notes, pages, ledger)


def _bound(
    raw: RawText, drafts: list[Draft], notes: list[Draft], pages: Pages, ledger: Ledger,
    *, measures: int = 1,
) -> Restored:  # fmt: skip
    """Put the blocks together and bring every repair and turn to its place."""
    drafts = kinds.mark_references(drafts, ledger)
    if raw.blocks and not raw.pages:
        title, authors = stated_title(drafts), raw.authors
        drafts = mark_stated_front(drafts)
    else:
        drafts, title, authors = mark_front(drafts, ledger)
    drafts = kinds.mark_quotes(mark_questions(drafts))
    every = [draft for draft in (*drafts, *notes) if draft.text.strip()]
    if not every:
        raise BadInput(f"{raw.provenance.file} holds no words.", raw.provenance.file)
    reading = Reading(pages.leaves, pages.rows)
    text, blocks, inline, pieces = _set([replace(draft) for draft in every], reading)
    left_out = _left_out(raw.text, pieces, ledger)
    if back := [done.source for done in left_out if done.id in ledger.undone]:
        every = _put_back(every, back, raw.text)
        text, blocks, inline, pieces = _set(every, reading)
    ledger.done += [done for done in left_out if done.id not in ledger.undone]
    places = _Places(pieces, len(text))
    trust = _Trust(pages)
    turns = _turns(pages, places, trust)
    marks = [
        InlineSpan(InlineKind.PAGE_TURN, Span(turn.at, turn.at), str(number))
        for number, turn in enumerate(turns, 2)
    ]
    sure = _sure(pages, turns)
    return Restored(
        text=text,
        blocks=tuple(blocks),
        inline=tuple(sorted([*inline, *marks], key=lambda span: span.span)),
        repairs=_repairs(ledger, places, pages, trust),
        turns=tuple(turns),
        pieces=tuple(pieces),
        order_confidence=sure,
        note=doubts(
            drafts,
            turns,
            pages.numbers(),
            sure,
            stated=bool(raw.blocks) and not raw.pages,
            booklets=pages.booklets,
            measures=measures,
        ),
        title=title,
        authors=authors,
        pages=tuple(pages.leaves[row].span for row in pages.rows),
    )


def _set(
    drafts: Sequence[Draft], reading: Reading
) -> tuple[str, list[Block], list[InlineSpan], list[SourcePiece]]:
    blocks: list[Block] = []
    inline: list[InlineSpan] = []
    pieces: list[SourcePiece] = []
    at, section = 0, ""
    targets = Targets(drafts, reading)
    for draft in drafts:
        draft.strand, shift = _without_ends(draft)
        span = Span(at, at + len(draft.text))
        if draft.kind is PassageKind.HEADING:
            section = draft.text
        own = "" if draft.kind in (PassageKind.FOOTNOTE, PassageKind.FRONT) else section
        blocks.append(
            Block(draft.kind, span, draft.level, draft.label, own, kinds.source_of(draft))
        )
        inline += _inline(draft, at - shift, span, targets)
        pieces += pieces_of(draft.strand, at)
        at = span.end + 2
    return "\n\n".join(draft.text for draft in drafts), blocks, inline, pieces


def _put_back(drafts: Sequence[Draft], back: Sequence[Span], source: str) -> list[Draft]:
    """Return drafts with what was left out among them, each piece behind what it stood behind."""
    stretches = [(span, row) for row, one in enumerate(drafts) for span in one.strand.spans()]
    behind: dict[int, list[Draft]] = {}
    for span in back:
        before = [(min(at.end, span.start), row) for at, row in stretches if at.start < span.start]
        _end, row = max(before, default=(0, 0))
        piece = Draft(Strand.of(source, span), leaf=drafts[row].leaf, verbatim=True)
        behind.setdefault(row, []).append(piece)
    return [each for row, one in enumerate(drafts) for each in (one, *behind.get(row, ()))]


def _without_ends(draft: Draft) -> tuple[Strand, int]:
    """Return the strand without white space at its ends, and what was cut at the front."""
    return draft.strand.stripped(), len(draft.text) - len(draft.text.lstrip())


def _inline(draft: Draft, at: int, span: Span, targets: Targets) -> list[InlineSpan]:
    found: list[InlineSpan] = []
    for beside in sorted(draft.beside, key=lambda one: one.start):
        start = min(max(at + beside.start, span.start), span.end)
        end = min(max(at + beside.end, start), span.end)
        target = beside.target
        if beside.kind is InlineKind.NOTE_REFERENCE:
            offsets = draft.strand.at
            near = offsets[min(max(0, start - at - 1), len(offsets) - 1)] if offsets else 0
            target = targets.of(target, near)
            if not target:
                continue
        found.append(InlineSpan(beside.kind, Span(start, end), target))
    return found


class _Places:
    """Finds where a source offset stands in the reading text."""

    def __init__(self, pieces: Sequence[SourcePiece], end: int) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece.source)
        self._starts = [piece.source.start for piece in self._pieces]
        self._end = end

    def of(self, offset: int) -> int:
        """Return the place of a source offset, or of the words nearest before it."""
        row = bisect_right(self._starts, offset) - 1
        if row < 0:
            return self._pieces[0].at.start if self._pieces else 0
        piece = self._pieces[row]
        return min(piece.at.start + offset - piece.source.start, piece.at.end)

    def span(self, source: Span, length: int) -> Span:
        """Return where the result of a repair stands, ``length`` code points long."""
        start = self.of(source.start)
        return Span(start, min(self._end, start + length))


def _repairs(ledger: Ledger, places: _Places, pages: Pages, trust: "_Trust") -> tuple[Repair, ...]:
    made = [
        Repair(
            done.id,
            done.kind,
            done.source,
            places.span(done.source, len(done.after)),
            done.before,
            done.after,
            done.confidence,
        )
        for done in {done.id: done for done in ledger.done}.values()
    ]
    return tuple(sorted([*made, *_moves(pages, places, trust)], key=lambda repair: repair.source))


def _moves(pages: Pages, places: _Places, trust: "_Trust") -> list[Repair]:
    """Return one repair for every page that was moved."""
    if pages.rows == tuple(range(len(pages.rows))):
        return []
    found: list[Repair] = []
    for at, row in enumerate(pages.rows):
        before = pages.rows[at - 1] if at else -1
        if row == before + 1:
            continue
        span = pages.leaves[row].span
        sure = trust.of(before, row) if at else 1.0
        key = repair_id(RepairKind.PAGE_ORDER, span, str(row), str(at))
        place = places.of(span.start)
        found.append(Repair(key, RepairKind.PAGE_ORDER, span, Span(place, place), "", "", sure))
    return found


#: What a turn is trusted for: by itself, for its own score, and for the mean score of all turns,
#: since one folded sheet holds them together.  Near the logistic regressions over 4,564 turns of
#: 144 generated booklets with 0 and 2 % noise.  Of turns between whole pages 63 of 2,478 are
#: doubtful with it, 14 of them right; with the own score alone 81, 43 of them right.
_TRUST = (-0.6, 0.25, 1.1)


class _Trust:
    """Says how sure a turn is: its own words, and whether the order explains the others."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        turned = [(pages.turned(at), row) for at, row in enumerate(pages.rows)]
        scores = [pages.turns.score(left, row) for left, row in turned if left is not None]
        self._mean = sum(scores) / len(scores) if scores else 0.0

    def of(self, left: int, right: int) -> float:
        """Return the confidence of the turn from one leaf to another, 0 to 1."""
        if self._pages.by_hand or right in self._pages.counted:
            return 1.0
        alone, own, others = _TRUST
        score = self._pages.turns.score(left, right)
        return round(1 / (1 + math.exp(-(alone + own * score + others * self._mean))), 3)


def _turns(pages: Pages, places: _Places, trust: _Trust) -> list[PageTurn]:
    found: list[PageTurn] = []
    for at, row in enumerate(pages.rows):
        left = pages.turned(at)
        if left is None:
            continue
        right = pages.leaves[row]
        signals = sorted(pages.turns.signals(left, row), reverse=True)
        reasons = tuple(why for value, why in signals if value > 0.3)
        found.append(
            PageTurn(
                places.of(right.lines[0].span.start),
                pages.leaves[left].span,
                right.span,
                trust.of(left, row),
                reasons,
            )
        )
    return found


def _sure(pages: Pages, turns: Sequence[PageTurn]) -> float:
    if pages.by_hand or not turns:
        return 1.0
    # of a file in order every page may end a paragraph, but not most of them
    if pages.scheme == AS_IT_IS and 2 * sum(turn.doubtful for turn in turns) <= len(turns):
        return 1.0
    mean = sum(turn.confidence for turn in turns) / len(turns)
    return round(mean, 3)


_LETTERS = re.compile(r"[^\W_]")


def _left_out(source: str, pieces: Sequence[SourcePiece], ledger: Ledger) -> list[Done]:
    """List what neither stands in the reading text nor in a repair: rules, page numbers."""
    covered = bytearray(len(source))
    for span in [*(piece.source for piece in pieces), *(done.source for done in ledger.done)]:
        covered[span.start : span.end] = b"\1" * len(span)
    found: list[Done] = []
    for match in re.finditer(rb"\0+", covered):
        words = source[match.start() : match.end()]
        if not words.strip():
            continue
        lead = len(words) - len(words.lstrip())
        span = Span(match.start() + lead, match.start() + lead + len(words.strip()))
        number = re.fullmatch(r"[\W_]*\d{1,4}[\W_]*", words)
        kind = RepairKind.PAGE_NUMBER if number else RepairKind.STRAY_MARK
        sure = 0.6 if _LETTERS.search(words) and not number else 1.0
        key = repair_id(kind, span, words.strip(), "")
        found.append(Done(key, kind, span, words.strip(), "", sure))
    return found
