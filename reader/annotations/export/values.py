"""Annotations as the plain values that templates see.

Every value is a string, a boolean, a tuple or a mapping; the names are documented in
``resources/templates/README.md``.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.annotations.export.material import (
    Grouping,
    Material,
    order_of,
    title_of,
    work_of,
)
from reader.annotations.export.urls import Address, to_url
from reader.annotations.export.wording import wording
from reader.model import (
    NO_PROGRESS,
    Anchored,
    Annotation,
    AnnotationKind,
    Edition,
    Locus,
    NoteTarget,
    NotFound,
    Orphan,
    Outcome,
    Placed,
    Progress,
    Target,
    TextTarget,
    Verdict,
)

Values = Mapping[str, object]

_JOINING = frozenset({AnnotationKind.LINK, AnnotationKind.VERDICT, AnnotationKind.TRAIL})
#: Letters of a note's id that name its block; Obsidian allows letters, digits and hyphens.
_BLOCK = 12
_REPLY_DEPTH = 20
#: Of a trail, the number of a station that no bridge leads to.
_NO_BRIDGE = re.compile(r"(?m)^\d+\.[ \t]*(?:\n|\Z)")
#: Of the passage at the other end of a verdict, code points that are enough to know it by.
_INCIPIT = 80
#: Notes between two reports.
_STEP = 200


class Describer:
    """Turns annotations of one export into values."""

    def __init__(self, material: Material, progress: Progress = NO_PROGRESS) -> None:
        self._material = material
        self.words = wording(material.language)
        self._progress = progress
        self._done = 0
        self._replies: dict[str, list[Placed]] = {}
        for placed in material.notes:
            target = placed.annotation.target
            if isinstance(target, NoteTarget):
                self._replies.setdefault(target.annotation, []).append(placed)
        ids = {placed.annotation.id for placed in material.notes}
        tops = [p for p in material.notes if work_of(p) or answered_by(p) not in ids]
        self.notes = sorted(tops, key=lambda p: (order_of(self.stand(p)), p.annotation.id))

    def stand(self, placed: Placed) -> Placed:
        """Return what says where an annotation stands: itself, or what a lone reply is about."""
        return self._material.answered.get(placed.annotation.id, placed)

    def note(self, placed: Placed) -> Values:
        """Return the values of one annotation."""
        self._count()
        note, stand = placed.annotation, self.stand(placed)
        work = work_of(stand)
        target = stand.annotation.target
        edition = self._material.editions.get(work)
        anchored = stand.anchoring if isinstance(stand.anchoring, Anchored) else None
        # a verdict is on a whole passage: nobody chose its words
        quotes = isinstance(target, TextTarget) and note.kind is not AnnotationKind.VERDICT
        quote = target.selectors.exact if quotes and isinstance(target, TextTarget) else ""
        return {
            **self._plain(note),
            "quote": quote,
            "found": _found_words(anchored, edition, quote) if quote else "",
            "locus": str(stand.locus or ""),
            "section": _section(stand, edition),
            "work": work,
            "title": title_of(work, self._material.editions) or self.words["gone"],
            "author": ", ".join(edition.work.authors) if edition else "",
            "url": to_url(Address(work, stand.locus, note.id)) if work else "",
            "lost": isinstance(stand.anchoring, Orphan),
            "uncertain": anchored is not None
            and anchored.outcome in {Outcome.REWORDED, Outcome.AMBIGUOUS},
            "replies": tuple(self._answers(note.id, 0, {note.id})),
            "ends": self.ends(placed),
        }

    def _count(self) -> None:
        self._done += 1
        if self._done % _STEP == 0:
            # a note may stand in several groups, hence at most the first half
            share = min(0.5, self._done / (2 * len(self.notes)))
            self._progress.step(share, "gathering notes")

    def _plain(self, note: Annotation) -> Values:
        return {
            "id": note.id,
            "block": note.id.replace(":", "-")[-_BLOCK:],
            "kind": self.words.get(note.kind.value, note.kind.value),
            "person": note.author.name or "?",
            "date": note.created[:10],
            "body": _said(note),
            "tags": tuple({"name": tag} for tag in note.tags),
            "colour": self._material.colours.get(note.colour.value)
            or self.words.get(note.colour.value, note.colour.value),
            "relation": self.words[note.relation.replace("-", "_")] if note.relation else "",
            "verdict": self.words[note.verdict.value] if note.verdict else "",
            "rejected": note.verdict is Verdict.REJECTED,
        }

    def _answers(self, to: str, depth: int, seen: set[str]) -> Iterable[Values]:
        """Yield replies in the order of their ids, answers to answers below them."""
        for placed in sorted(self._replies.get(to, ()), key=lambda p: p.annotation.id):
            note = placed.annotation
            if note.id in seen or depth > _REPLY_DEPTH:
                continue
            seen.add(note.id)
            yield {**self._plain(note), "depth": depth, "deeper": depth > 0}
            yield from self._answers(note.id, depth + 1, seen)

    def ends(self, placed: Placed) -> tuple[Values, ...]:
        """Return the other ends of a link, verdict or trail."""
        note = placed.annotation
        if note.kind not in _JOINING:
            return ()
        return tuple(self._end(note, row) for row in range(1, len(note.targets)))

    def _end(self, note: Annotation, row: int) -> Values:
        target = note.targets[row]
        if isinstance(target, NoteTarget):
            return {"title": "", "locus": "", "quote": "", "url": "", "work": ""}
        locus = self._material.ends.get((note.id, row)) or self._locus(target)
        quote = target.selectors.exact if isinstance(target, TextTarget) else ""
        if note.kind is AnnotationKind.VERDICT and len(quote) > _INCIPIT:
            quote = quote[:_INCIPIT].rpartition(" ")[0] + " …"
        return {
            "work": target.work,
            "title": title_of(target.work, self._material.editions),
            "locus": str(locus or ""),
            "quote": quote,
            "url": to_url(Address(target.work, locus, note.id)),
        }

    def _locus(self, target: Target) -> Locus | None:
        """Return where a target's passage is cited, when the edition still has it."""
        edition = self._material.editions.get(getattr(target, "work", ""))
        if edition is None or not isinstance(target, TextTarget) or not target.selectors.passage:
            return None
        try:
            return edition.passage(target.selectors.passage).locus
        except NotFound:
            return None


def answered_by(placed: Placed) -> str:
    """Return the id of the note that a reply answers; empty for what is no reply."""
    target = placed.annotation.target
    return target.annotation if isinstance(target, NoteTarget) else ""


def _found_words(anchored: Anchored | None, edition: Edition | None, quote: str) -> str:
    """Return the words at the place today where they differ from the quotation."""
    if anchored is None or edition is None:
        return ""
    words = anchored.span.of(edition.text)
    return "" if words.split() == quote.split() else words


def _section(placed: Placed, edition: Edition | None) -> str:
    span = placed.span
    if edition is None or span is None or not edition.passages:
        return ""
    return edition.at(span.start).section


def groups(describer: Describer, material: Material, by: Grouping) -> tuple[Values, ...]:
    """Divide the notes: two levels, named groups of named sections."""
    names: Callable[[Placed], Sequence[str]] = {
        Grouping.TEXT: lambda p: [work_of(describer.stand(p))],
        Grouping.TAG: lambda p: p.annotation.tags or [""],
        Grouping.PERSON: lambda p: [p.annotation.author.id],
        Grouping.CONCEPT: lambda p: material.concepts.get(p.annotation.id) or [""],
    }[by]
    gathered: dict[str, list[Placed]] = {}
    for placed in describer.notes:
        for name in names(placed):
            gathered.setdefault(name, []).append(placed)
    order = sorted(gathered, key=lambda name: (not name, name))
    return tuple(_group(describer, material, by, name, gathered[name]) for name in order)


def _group(
    describer: Describer, material: Material, by: Grouping, name: str, notes: list[Placed]
) -> Values:
    sections: dict[str, list[Values]] = {}
    for placed in notes:
        values = describer.note(placed)
        key = str(values["section"] if by is Grouping.TEXT else values["title"])
        sections.setdefault(key, []).append(values)
    shown = {
        Grouping.TEXT: title_of(name, material.editions),
        Grouping.PERSON: notes[0].annotation.author.name or "?",
    }.get(by, name)
    words = describer.words
    edition = material.editions.get(name) if by is Grouping.TEXT else None
    return {
        "name": shown or words.get(f"without_{by.value}", words["others"]),
        "by": by.value,
        "count": str(len(notes)),
        "sections": tuple({"name": key, "notes": tuple(some)} for key, some in sections.items()),
        **bibliography(name if by is Grouping.TEXT else "", edition),
    }


def bibliography(work: str, edition: Edition | None) -> Values:
    """Return what is known of a work; nothing of none."""
    return {
        "work": work,
        "author": ", ".join(edition.work.authors) if edition else "",
        "contributors": ", ".join(edition.work.contributors) if edition else "",
        "year": edition.work.year if edition else "",
        "language": edition.work.language if edition else "",
        "source": edition.sha256 if edition else "",
        "url": to_url(Address(work)) if work else "",
    }


def _said(note: Annotation) -> str:
    """Return the words of a note; of a trail without the numbers that have none."""
    return _NO_BRIDGE.sub("", note.body) if note.kind is AnnotationKind.TRAIL else note.body
