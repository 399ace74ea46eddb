"""Texts compiled from the library itself, to be read in a pane like any other; pure.

All notes by text and section, each under the words it stands on; or what the texts say of one
concept, line by line.  Every locus in them is a link to its place.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reader.library.study import Study, TextStudy
from reader.model import (
    Annotation,
    AnnotationKind,
    Edition,
    InlineKind,
    InlineSpan,
    Locus,
    PassageKind,
    Placed,
    Provenance,
    Span,
    TextTarget,
    Work,
)
from reader.model.edition import COMPILED

if TYPE_CHECKING:
    from reader.apparatus import Concept, Glossary
    from reader.restore import Block

#: Short ids: of the notes, and what stands before the key of a concept.
NOTES_TEXT = "compiled-notes"
CONCEPT_TEXT = "compiled-concept-"
#: Code points of one note and lines of one text that are shown; the rest is counted.
_BODY, _LINES = 20_000, 200
_RELATIONS = ("broader", "narrower", "related", "opposed")

#: What stands before an entry of a list in Markdown.
_MARKER = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])[ \t]+")

Words = Mapping[str, str]
#: Words, how they are set (None: plainly), and the address of a link.
Run = tuple[str, InlineKind | None, str]


def is_compiled(work: str) -> bool:
    """Say whether a short id is that of a compiled text."""
    return work == NOTES_TEXT or work.startswith(CONCEPT_TEXT)


class Sheet:
    """A text under construction."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._section = ""
        self._blocks: list[Block] = []
        self._inline: list[InlineSpan] = []

    def heading(self, words: str, level: int) -> None:
        """Add a heading."""
        self._section = _one_line(words)
        self.add([plain(words)], PassageKind.HEADING, level=level)

    def add(
        self, runs: Iterable[Run], kind: PassageKind = PassageKind.BODY, *, level: int = 0
    ) -> None:
        """Add a passage; nothing when it has no words."""
        from reader.restore import Block

        start = self._at + (2 if self._parts else 0)
        words, inline = "", []
        for text, mark, target in runs:
            piece = _one_line(text, words)
            span = Span(start + len(words), start + len(words) + len(piece))
            if mark is not None and span:
                inline.append(InlineSpan(mark, span, target))
            words += piece
        if not words.strip():
            return
        self._parts.append(words)
        self._at = start + len(words)
        self._inline += inline
        self._blocks.append(Block(kind, Span(start, self._at), level=level, section=self._section))

    def edition(self, work: Work) -> Edition:
        """Return what was added as an edition."""
        from reader.importing.raw import RawText
        from reader.passages import divide
        from reader.restore import Restored

        text = "\n\n".join(self._parts)
        inline = tuple(sorted(self._inline, key=lambda one: one.span))
        restored = Restored(text, tuple(self._blocks), inline)
        return divide(restored, RawText("", Provenance("", "", 0, COMPILED)), work, work.id)


def plain(words: str) -> Run:
    """Return words that are set plainly."""
    return words, None, ""


def _one_line(words: str, before: str = "") -> str:
    """Return words without line breaks; no second space after one that stands ``before``."""
    line = " ".join(words.split())
    if not line:
        return " " if words and before and not before.endswith(" ") else ""
    lead = " " if words[0].isspace() and before and not before.endswith(" ") else ""
    return f"{lead}{line}{' ' if words[-1].isspace() else ''}"


# ---- notes ------------------------------------------------------------------------------


def compile_notes(
    notes: Sequence[Placed], editions: Mapping[str, Edition], words: Words
) -> Edition:
    """Return all notes as one text, by text, section and place.

    Args:
        notes: with their replies; in any order.
        editions: by short id of the work.
        words: around the notes, in the reader's language.
    """
    from reader.annotations.export.material import order_of, work_of
    from reader.annotations.group import threads

    sheet = Sheet()
    answers = threads(one.annotation for one in notes)
    roots = [one for one in notes if one.annotation.kind is not AnnotationKind.REPLY]
    for work, group in groupby(sorted(roots, key=order_of), key=work_of):
        edition = editions.get(work)
        sheet.heading(edition.work.cited if edition else work, 2)
        section = ""
        for placed in group:
            here = _section_of(placed, edition)
            if here and here != section:
                sheet.heading(here, 3)
                section = here
            _note(sheet, placed, editions, words)
            for answer in answers.get(placed.annotation.id, ()):
                _written(sheet, answer.annotation, [plain("↳ ")])
    if not roots:
        sheet.add([plain(words["no_notes"])])
    return sheet.edition(Work(NOTES_TEXT, words["notes"], bundled=True))


def _section_of(placed: Placed, edition: Edition | None) -> str:
    if edition is None or placed.span is None:
        return ""
    section = edition.at(placed.span.start).section
    return "" if section.casefold() == edition.work.title.casefold() else section


def _note(sheet: Sheet, placed: Placed, editions: Mapping[str, Edition], words: Words) -> None:
    note = placed.annotation
    lead = [_link(str(placed.locus or words["open"]), _work(note), placed.locus, note.id)]
    if isinstance(note.target, TextTarget):
        lost = "" if placed.span else f" ({words['lost']})"
        quote = [plain(f" “{note.target.selectors.exact[:_BODY]}”{lost}")]
        sheet.add([*lead, *quote], PassageKind.QUOTE)
        lead = []
    for other in note.targets[1:]:
        if isinstance(other, TextTarget):
            there = editions.get(other.work)
            title = there.work.cited if there else other.work
            relation = words.get((note.relation or "").replace("-", "_"), "")
            runs = [plain(f"{relation} → "), _link(title, other.work)]
            sheet.add([*runs, plain(f": “{other.selectors.exact[:_BODY]}”")], PassageKind.QUOTE)
    _written(sheet, note, lead)


def _written(sheet: Sheet, note: Annotation, lead: list[Run]) -> None:
    """Add what a note says, who said it and under which tags."""
    signed: Run = (" — " + _signature(note), InlineKind.EMPHASIS, "")
    paragraphs = list(_paragraphs(note.body[:_BODY])) or [(PassageKind.BODY, list[Run]())]
    for row, (kind, runs) in enumerate(paragraphs):
        first, last = row == 0, row == len(paragraphs) - 1
        gap = [plain(" ")] if first and lead else []
        sheet.add([*(lead if first else []), *gap, *runs, *([signed] if last else [])], kind)


def _signature(note: Annotation) -> str:
    return ", ".join([note.author.name, *(f"#{tag}" for tag in note.tags)])


def _paragraphs(body: str) -> Iterable[tuple[PassageKind, list[Run]]]:
    """Yield the blocks of a note's Markdown, headings as strong paragraphs."""
    from reader.importing.markdown import read_markdown
    from reader.restore.markup import markup, moved

    raw = read_markdown(body.encode("utf-8", "replace"), Provenance("", "", 0, COMPILED))
    for block in raw.blocks:
        text = block.span.of(raw.text)
        before = raw.text[raw.text.rfind("\n", 0, block.span.start) + 1 : block.span.start]
        edits, beside = ([], []) if block.verbatim else markup(text, frozenset(), marked=True)
        edits.sort(key=lambda edit: edit.start)
        for edit in reversed(edits):
            text = text[: edit.start] + edit.after + text[edit.end :]
        marks = [replace(b, start=moved(b.start, edits), end=moved(b.end, edits)) for b in beside]
        heading = block.kind is PassageKind.HEADING
        base = InlineKind.STRONG if heading else None
        kind = PassageKind.QUOTE if block.kind is PassageKind.QUOTE else PassageKind.BODY
        runs = _runs(text, [(m.start, m.end, m.kind, m.target) for m in marks], base)
        yield kind, [*_marker(before), *runs]


def _marker(before: str) -> Iterable[Run]:
    """Yield what is set before an entry of a list: its number, or a bullet, one for each depth.

    >>> [list(_marker(before)) for before in ("2) ", "- ", "  * ", "")]
    [[('2) ', None, '')], [('• ', None, '')], [('◦ ', None, '')], []]
    """
    if found := _MARKER.fullmatch(before):
        depth, sign = found.groups()
        yield plain(f"{sign} " if sign[0].isdigit() else "◦ " if depth else "• ")


def _runs(
    text: str, marks: list[tuple[int, int, InlineKind, str]], base: InlineKind | None
) -> Iterable[Run]:
    """Cut a text at the ends of its marks; of marks that cross the first counts."""
    at = 0
    for start, end, kind, target in sorted(marks):
        if start < at or end <= start:
            continue
        yield text[at:start], base, ""
        yield text[start:end], kind, target
        at = end
    yield text[at:], base, ""


def _work(note: Annotation) -> str:
    return next(iter(sorted(note.works)), "")


def _link(shown: str, work: str, locus: Locus | None = None, note: str = "") -> Run:
    from reader.annotations.export import Address, to_url

    return shown, InlineKind.LINK, to_url(Address(work, locus, note))


# ---- a concept --------------------------------------------------------------------------


def compile_concept(
    concept: "Concept", study: Study, glossary: "Glossary", words: Words
) -> Edition:
    """Return what the texts say of one concept, as one text.

    Args:
        concept: of the glossary.
        study: of it, in the texts to be gathered from.
        glossary: for the names of related concepts.
        words: around it, in the reader's language.
    """
    sheet = Sheet()
    if concept.note:
        sheet.add([plain(concept.note)])
    for name in _RELATIONS:
        keys = [key for key in getattr(concept, name) if key in glossary]
        linked = [_link(glossary[key].label, CONCEPT_TEXT + key) for key in keys]
        if linked:
            sheet.add([plain(f"{words[name]}: "), *_listed(linked)])
    for one in study.texts:
        _said(sheet, one, words)
    title = concept.label[:1].upper() + concept.label[1:]
    return sheet.edition(Work(CONCEPT_TEXT + concept.key, title, bundled=True))


def _said(sheet: Sheet, one: TextStudy, words: Words) -> None:
    sheet.heading(one.work.cited, 2)
    if one.definition:
        sheet.add([(one.definition, InlineKind.EMPHASIS, "")])
    for sentence in one.defined:
        sheet.add([plain(sentence)], PassageKind.QUOTE)
    for line in one.lines[:_LINES]:
        lead = [_link(str(line.locus), line.work, line.locus), plain(" ")] if line.locus else []
        left, right = line.left.lstrip(), line.right.rstrip()
        if left[:1].islower():
            left = f"… {left}"
        if right and right[-1] not in ".?!”":
            right = f"{right} …"
        sheet.add([*lead, plain(left), (line.word, InlineKind.STRONG, ""), plain(right)])
    if len(one.lines) > _LINES:
        sheet.add([plain(words["and_more"].format(count=len(one.lines) - _LINES))])
    if not one.lines:
        guesses = [_link(other.label, CONCEPT_TEXT + other.concept) for other in one.stand_ins]
        instead = [plain(f" {words['stands_in']}: "), *_listed(guesses)] if guesses else []
        sheet.add([plain(words["never_says"]), *instead])


def _listed(runs: Sequence[Run]) -> Iterable[Run]:
    for row, run in enumerate(runs):
        if row:
            yield plain(", ")
        yield run
    yield plain(".")
