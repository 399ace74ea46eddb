"""Footnotes: gathered from the feet of the pages, set after the body, linked both ways."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from reader.model import InlineKind, PassageKind, RepairKind
from reader.restore.draft import Draft
from reader.restore.feet import note_mark
from reader.restore.leaves import Leaf
from reader.restore.markup import Beside, markup
from reader.restore.paragraphs import Builder
from reader.restore.strand import Edit, Ledger, mend

_MARK = re.compile(
    r"\s*(?:<sup>\s*(\d{1,3}|[*†‡§])\s*</sup>|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})|\[\^?(\d{1,3})\]:?"
    r"|(\(\d{1,3}\))|(\d{1,3})[.)]?(?=\s|[^\W\d_])|(\*{1,6}|†{1,3}|‡{1,3}|§{1,3}))\s*"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def gather(
    leaves: Sequence[Leaf], rows: Sequence[int], builder: Callable[[], Builder],
    marks: frozenset[str], ledger: Ledger,
) -> list[Draft]:  # fmt: skip
    """Return the footnotes of all leaves in reading order, parts over page turns joined."""
    work = builder()
    for row in rows:
        for group in leaves[row].notes:
            mark = note_mark(group[0].text, marks)
            for at, line in enumerate(group):
                if at == 0 and (mark or not work.done):
                    work.begin(line, row)
                else:
                    work.go_on(line, row)
    return [
        _note(Draft(done.strand, leaf=done.leaf, lines=done.lines), ledger) for done in work.done
    ]


def _note(draft: Draft, ledger: Ledger) -> Draft:
    found = _MARK.match(draft.text)
    mark = next(filter(None, found.groups())).translate(_SUPERSCRIPTS) if found else ""
    if found:
        edit = Edit(RepairKind.FOOTNOTE, 0, found.end(), "")
        draft.strand = mend(draft.strand, [edit], ledger)
    draft.kind, draft.mark, draft.label = PassageKind.FOOTNOTE, mark, mark.strip("()")
    return draft


class Targets:
    """Finds the note that a call means: the same mark may stand on several pages."""

    def __init__(self, drafts: Sequence[Draft], reading: "Reading") -> None:
        """Take all passages in the order of the reading text."""
        self._reading = reading
        self._rows: dict[str, list[tuple[int, int]]] = {}
        for row, draft in enumerate(drafts):
            if draft.kind is PassageKind.FOOTNOTE and draft.label:
                self._rows.setdefault(draft.label, []).append((row, reading.of(draft)))

    def of(self, label: str, offset: int) -> str:
        """Return the row of the note that is called at a source offset, empty without one.

        Each call takes the next note with its mark, on its own page or behind it.
        """
        rows = self._rows.get(label, [])
        if not rows:
            return ""
        here = self._reading.at(offset)
        chosen = next((one for one in rows if one[1] < 0 or one[1] >= here), rows[0])
        if len(rows) > 1:
            del rows[: rows.index(chosen) + 1 or 1]
            if not rows:
                rows.append(chosen)
        return str(chosen[0])


class Reading:
    """Tells at which leaf of the reading order a place of the source stands."""

    def __init__(self, leaves: Sequence[Leaf], rows: Sequence[int]) -> None:
        """Take the leaves and their order."""
        starts: list[tuple[int, int]] = []
        for at, row in enumerate(rows):
            starts += [(line.span.start, at) for line in leaves[row].lines]
        starts.sort()
        self._starts = [start for start, _at in starts]
        self._at = [at for _start, at in starts]
        self._of_row = {row: at for at, row in enumerate(rows)}
        self.known = bool(leaves) and all(leaf.known for leaf in leaves)

    def at(self, offset: int) -> int:
        """Return the place in the reading order of a source offset, -1 where unknown."""
        row = bisect_right(self._starts, offset) - 1
        return self._at[row] if row >= 0 else -1

    def of(self, note: Draft) -> int:
        """Return the place in the reading order of the leaf on which a note begins."""
        return self._of_row.get(note.leaf, -1)


def faint_references(
    drafts: Sequence[Draft], notes: Sequence[Draft], reading: Reading, ledger: Ledger
) -> None:
    """Find references that are only a number glued to a word, for notes that have no other.

    Before letters are repaired, which take such a number for a misread letter.  They are looked
    for in the order of the notes: where pages are known, on the page of the
    note, else behind the reference before.
    """
    labels = frozenset(note.label for note in notes if note.label)
    named = {
        beside.target for draft in drafts for beside in markup(draft.text, labels, marked=False)[1]
    }
    wanted = [note for note in notes if note.label and note.label not in named]
    own = sum(
        any(_called(draft, note, 0, reading, own=True) for draft in drafts) for note in wanted
    ) if reading.known else 0  # fmt: skip
    feet = own > len(wanted) // 2
    at, offset = 0, 0
    for note in wanted:
        for row in range(at, len(drafts)):
            found = _called(drafts[row], note, offset if row == at else 0, reading, own=feet)
            if found:
                offset = _take_out(drafts[row], found, note.label, ledger)
                at = row
                break


def _called(
    draft: Draft, note: Draft, start: int, reading: Reading, *, own: bool
) -> "re.Match[str] | None":
    """Return where a paragraph calls a note, from ``start`` on; ``own``: on the note's own page."""
    if draft.kind not in _BODY:
        return None
    page = reading.of(note)
    for found in _glued(note.mark).finditer(draft.text, start):
        here = reading.at(draft.strand.at[found.end() - 1])
        if page < 0 or here == page or (here < page and not own):
            return found
    return None


def _glued(mark: str) -> "re.Pattern[str]":
    """Return what a mark looks like beside a word; all of a match behind group 1 is the mark."""
    sign = re.escape(mark)
    if mark.startswith("("):
        return re.compile(rf"(?<=[^\W\d_])([.,;:?!”\"’'»]*)\s?{sign}(?=[\s.,;:?!)”»—–-]|$)")
    return re.compile(
        rf"(?<=[^\W\d_])([.,;:?!]?[”\"’'»)]?){sign}(?=[\s.,;:?!)”»—–-]|$)"
        rf"|(?<=[.,;:?!”\"’'»])(){sign}(?=[\s)]|$)"
    )


_BODY = (PassageKind.BODY, PassageKind.QUOTE, PassageKind.QUESTION)


def _take_out(draft: Draft, found: "re.Match[str]", label: str, ledger: Ledger) -> int:
    start = found.end(1) if found[1] is not None else found.start()
    size = found.end() - start
    edit = Edit(RepairKind.FOOTNOTE, start, found.end(), "", 0.8)
    before = len(draft.text)
    draft.strand = mend(draft.strand, [edit], ledger)
    if len(draft.text) < before:
        shifted = [
            Beside(at.kind, at.start - size * (at.start > start),
                   at.end - size * (at.end > start), at.target)
            for at in draft.beside
        ]  # fmt: skip
        draft.beside = [*shifted, Beside(InlineKind.NOTE_REFERENCE, start, start, label)]
    return start
