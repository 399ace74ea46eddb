"""Footnotes: gathered from the feet of the pages, set after the body, linked both ways."""

import re
from collections.abc import Callable, Sequence

from reader.model import InlineKind, PassageKind, RepairKind
from reader.restore.draft import Draft
from reader.restore.leaves import Leaf, note_mark
from reader.restore.markup import Beside
from reader.restore.paragraphs import Builder
from reader.restore.strand import Edit, Ledger, mend

_MARK = re.compile(
    r"\s*(?:<sup>\s*(\d{1,3}|[*†‡§])\s*</sup>|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})|\[\^?(\d{1,3})\]:?|(\d{1,3})[.)]?(?=\s)|([*†‡]))\s*"
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
    label = next(filter(None, found.groups())).translate(_SUPERSCRIPTS) if found else ""
    if found:
        edit = Edit(RepairKind.FOOTNOTE, 0, found.end(), "")
        draft.strand = mend(draft.strand, [edit], ledger)
    draft.kind, draft.label = PassageKind.FOOTNOTE, label
    return draft


def faint_references(drafts: Sequence[Draft], notes: Sequence[Draft], ledger: Ledger) -> None:
    """Find references that are only a number glued to a word, for notes that have no other.

    They are looked for in the order of the notes, from the page of the note on.
    """
    named = {beside.target for draft in drafts for beside in draft.beside}
    at, offset = 0, 0
    for note in notes:
        if not note.label or note.label in named:
            continue
        mark = re.escape(note.label)
        glued = re.compile(
            rf"(?<=[^\W\d_])([.,;:?!]?[”\"’')]?){mark}(?=[\s.,;:)”—–]|$)|(?<=[.,;:?!”\"’'])"
            rf"{mark}(?=[\s)]|$)"
        )
        for row in range(at, len(drafts)):
            start = offset if row == at else 0
            if drafts[row].kind in _BODY and (found := glued.search(drafts[row].text, start)):
                offset = _take_out(drafts[row], found, note.label, ledger)
                at = row
                break


_BODY = (PassageKind.BODY, PassageKind.QUOTE, PassageKind.QUESTION)


def _take_out(draft: Draft, found: "re.Match[str]", label: str, ledger: Ledger) -> int:
    start = found.end() - len(label)
    edit = Edit(RepairKind.FOOTNOTE, start, found.end(), "", 0.8)
    before = len(draft.text)
    draft.strand = mend(draft.strand, [edit], ledger)
    if len(draft.text) < before:
        shifted = [
            Beside(at.kind, at.start - len(label) * (at.start > start),
                   at.end - len(label) * (at.end > start), at.target)
            for at in draft.beside
        ]  # fmt: skip
        draft.beside = [*shifted, Beside(InlineKind.NOTE_REFERENCE, start, start, label)]
    return start
