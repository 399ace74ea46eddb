"""Marks and notes of the library: make, change, place, delete, take back."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.by_turns import ByTurns
from reader.library.compiled import is_compiled
from reader.library.core import new_id, now
from reader.library.placing import source_iri
from reader.model import (
    Annotation,
    AnnotationKind,
    BadInput,
    Change,
    Colour,
    MarkStyle,
    NoteTarget,
    NotFound,
    Relation,
    Span,
    Target,
    TextTarget,
    Verdict,
    WorkTarget,
)

if TYPE_CHECKING:
    from reader.annotations.store import StoreAction

#: What making a mark is called where it can be taken back.
_MADE: Mapping[AnnotationKind | MarkStyle, str] = {
    MarkStyle.HIGHLIGHT: "Highlight",
    MarkStyle.UNDERLINE: "Underline",
    MarkStyle.STRIKE: "Strike out",
    AnnotationKind.BOOKMARK: "Bookmark",
    AnnotationKind.QUESTION: "Question",
}
_NOT_HERE = "This page is made of your notes and texts; mark the passages it leads to instead."


class Margins(ByTurns):
    """The part of the door that deals with annotations; fast enough for the GUI thread."""

    def mark(
        self,
        work: str,
        span: Span,
        *,
        kind: AnnotationKind = AnnotationKind.HIGHLIGHT,
        colour: Colour = Colour.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        body: str = "",
        tags: Sequence[str] = (),
    ) -> Annotation:
        """Mark a span; durable when this returns.

        Raises:
            BadInput: there are no words, or too many.
            ReadOnly, LibraryError: nothing was kept.
        """
        mark = self._new(
            kind, (self._target(work, span),), body=body, tags=tags, colour=colour, style=style
        )
        self._put([mark], _MADE.get(style if kind is AnnotationKind.HIGHLIGHT else kind, "Note"))
        return mark

    def check_mark(self, work: str, span: Span) -> None:
        """Say beforehand whether a span could be marked, or a note be written on it.

        Raises:
            BadInput: there are no words, or too many.
        """
        self._store.check_note(self._new(AnnotationKind.NOTE, (self._target(work, span),)))

    def note_on_work(self, work: str, body: str, tags: Sequence[str] = ()) -> Annotation:
        """Write a note on a whole work."""
        if is_compiled(work):
            raise BadInput(_NOT_HERE)
        note = self._new(AnnotationKind.NOTE, (WorkTarget(work),), body=body, tags=tags)
        self._put([note], "Note on the text")
        return note

    def reply(self, to: str, body: str) -> Annotation:
        """Answer a note; an answer to a private one is private, too.

        Raises:
            NotFound: there is no such note.
        """
        asked = self.seen_note(to)
        reply = self._new(AnnotationKind.REPLY, (NoteTarget(to),), body=body)
        reply = replace(reply, shared=asked.shared)
        self._put([reply], "Reply")
        return reply

    def link(
        self,
        here: tuple[str, Span],
        there: tuple[str, Span],
        *,
        relation: Relation | None = None,
        body: str = "",
    ) -> Annotation:
        """Make a link between two spans, each of a work."""
        targets = (self._target(*here), self._target(*there))
        link = self._new(AnnotationKind.LINK, targets, body=body, relation=relation)
        self._put([link], "Link")
        return link

    def judge(
        self,
        here: tuple[str, str],
        there: tuple[str, str],
        verdict: Verdict | None,
        *,
        relation: Relation | None = None,
        body: str | None = None,
    ) -> Change:
        """Accept or reject a link between two passages, each (work, passage id).

        A verdict of None takes mine back.  A second verdict on the same pair replaces the first;
        without a ``body`` the comment on the first one stays.  The relation is that of ``there``
        to ``here``: ``there`` develops ``here``, is its source, …
        """
        old = [note for note in self._verdicts(here, there) if note.author == self.me]
        if verdict is None:
            return self._remove([note.id for note in old], "Take the verdict back")
        targets = (self._passage_target(*here), self._passage_target(*there))
        if old:
            kept = old[-1].body if body is None else body
            told = replace(old[-1], targets=targets, relation=relation, body=kept)
            new = replace(told, verdict=verdict, modified=now())
        else:
            new = self._new(
                AnnotationKind.VERDICT,
                targets,
                body=body or "",
                relation=relation,
                verdict=verdict,
            )
        from reader.annotations.store import Put, Remove

        others = [Remove(note.id) for note in old[:-1]]  # given on another device
        return self._do([Put(new), *others], verdict.value.capitalize())

    def verdicts(self) -> tuple[Annotation, ...]:
        """Return everybody's verdicts on links."""
        return tuple(note for note in self.visible() if note.kind is AnnotationKind.VERDICT)

    def revise(self, annotation: Annotation, label: str = "") -> Change:
        """Give the annotation with this id new content.

        Raises:
            NotFound: there is none with this id.
        """
        return self.revise_many([annotation], label)

    def revise_many(self, annotations: Iterable[Annotation], label: str = "") -> Change:
        """Change several annotations as one action."""
        time = now()
        changed = [replace(note, modified=time, tags=_tidy(note.tags)) for note in annotations]
        for note in changed:
            self._store.get(note.id)
        return self._put(changed, label or "Edit note")

    def move_mark(self, annotation: str, span: Span) -> Change:
        """Give a mark another extent in the same work."""
        note = self._store.get(annotation)
        target = note.target
        if not isinstance(target, TextTarget):
            raise NotFound("This note stands on no words that could be changed.", annotation)
        moved = replace(note, targets=(self._target(target.work, span), *note.targets[1:]))
        return self.revise(moved, "Change the extent")

    def delete(self, annotations: Iterable[str]) -> Change:
        """Move annotations to the bin."""
        return self._remove(annotations, "Delete")

    def bin(self) -> tuple[Annotation, ...]:
        """Return what was deleted and not yet thrown away, newest first."""
        return tuple(note for note in self._store.bin() if self._may_show(note))

    def restore(self, annotations: Iterable[str]) -> Change:
        """Bring annotations back from the bin."""
        from reader.annotations.store import Restore

        return self._do([Restore(one) for one in annotations], "Bring back")

    def empty_bin(self) -> Change:
        """Throw away what is in the bin, for good; this alone cannot be undone."""
        self._may_change()
        change = self._store.empty_bin()
        self._undo.forget_notes(change.annotations)
        return self._tell(change)

    def history(self, annotation: str) -> tuple[Annotation, ...]:
        """Return all wordings of a note, newest first; none while it is sealed."""
        return self._store.history(annotation) if self.may_see(annotation) else ()

    def tags(self) -> Mapping[str, int]:
        """Return the tags in use and how often, most used first."""
        if not self._restricts():
            return self._store.tags()
        counts = Counter(tag for note in self.visible() for tag in note.tags)
        return dict(counts.most_common())

    def colour_names(self) -> Mapping[Colour, str]:
        """Return the reader's own names of the colours; the plain name of one without."""
        own = self._store.colour_names()
        return {colour: own.get(colour) or colour.value.capitalize() for colour in Colour}

    def name_colour(self, colour: Colour, name: str) -> Change:
        """Give a colour a name of the reader's own."""
        self._may_change()
        return self._tell(self._store.name_colour(colour, name))

    # ------------------------------------------------------------------------------------

    def _put(self, notes: Iterable[Annotation], label: str) -> Change:
        from reader.annotations.store import Put

        return self._do([Put(note) for note in notes], label)

    def _remove(self, annotations: Iterable[str], label: str) -> Change:
        from reader.annotations.store import Remove

        return self._do([Remove(one) for one in annotations], label)

    def _do(self, actions: "Sequence[StoreAction]", label: str) -> Change:
        self._may_change()
        return self._done(self._store.apply(actions, label))

    def _done(self, change: Change) -> Change:
        """Remember what the store did; what touched no note can neither be undone nor redone."""
        if change.annotations:
            self._undo.did(
                change.label,
                self._told(self._store.undo),
                self._told(self._store.redo),
                change.annotations,
            )
        return self._tell(change)

    def _told(self, action: Callable[[], Change | None]) -> Callable[[], Change | None]:
        def do() -> Change | None:
            change = action()
            return self._tell(change) if change else None

        return do

    def _new(
        self,
        kind: AnnotationKind,
        targets: tuple[Target, ...],
        *,
        body: str = "",
        tags: Sequence[str] = (),
        colour: Colour = Colour.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        relation: Relation | None = None,
        verdict: Verdict | None = None,
    ) -> Annotation:
        time = now()
        return Annotation(
            id=new_id(),
            author=self.me,
            created=time,
            modified=time,
            kind=kind,
            targets=targets,
            body=body,
            tags=_tidy(tags),
            colour=colour,
            style=style,
            relation=relation,
            verdict=verdict,
        )

    def _target(self, work: str, span: Span) -> TextTarget:
        from reader.annotations.anchoring import describe

        if is_compiled(work):
            raise BadInput(_NOT_HERE)
        edition = self.edition(work)
        if span.end > len(edition.text) or not span.of(edition.text).strip():
            raise BadInput(f"These are no words of “{edition.work.title}” that could be marked.")
        passage = edition.at(span.start)
        return TextTarget(work, source_iri(edition), describe(edition.text, span, passage.id))

    def _passage_target(self, work: str, passage: str) -> TextTarget:
        return self._target(work, self.edition(work).passage(passage).span)

    def _verdicts(self, here: tuple[str, str], there: tuple[str, str]) -> list[Annotation]:
        return [
            note
            for note in self.verdicts()
            if {_end(target) for target in note.targets} == {here, there}
        ]


def _end(target: Target) -> tuple[str, str] | None:
    if isinstance(target, TextTarget):
        return target.work, target.selectors.passage
    return None


def _tidy(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({" ".join(tag.split()) for tag in tags} - {""}))
