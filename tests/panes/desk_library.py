"""A small real library in memory, for tests of the window alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import (
    Anchored,
    Anchoring,
    Annotation,
    AnnotationKind,
    BadInput,
    Change,
    Colour,
    Edition,
    EditionSummary,
    Hit,
    HitKind,
    InlineKind,
    InlineSpan,
    Listeners,
    Locus,
    MarkStyle,
    NotFound,
    Outcome,
    Passage,
    PassageKind,
    Person,
    Place,
    Placed,
    Provenance,
    SearchAnswer,
    SearchOrder,
    SearchScope,
    Selectors,
    Snippet,
    Span,
    TextTarget,
    Touched,
    Work,
)
from reader.model.digests import sha256
from reader.panes.found import find_all

if TYPE_CHECKING:
    from reader.library import Glossary

_WORDS = (
    "A reader who opens two books at once reads neither as its author meant it and both better"
    " than either alone. What the first calls a rule the second calls a habit; what one leaves"
    " out, the other cannot stop naming. The margin is where they meet: a line drawn under a"
    " phrase, a doubt, the number of a page elsewhere. Nobody keeps such a conversation in mind"
    " for long, and so it is written down, in pencil, beside the words that provoked it."
)


def make_edition(
    work: str = "first",
    passages: int = 40,
    *,
    words: str = _WORDS,
    title: str = "On Reading Two Books",
    author: str = "Ann Example",
) -> Edition:
    """Make an edition with every kind of passage, headings and notes included."""
    texts: list[tuple[PassageKind, str, int, str]] = [(PassageKind.FRONT, title, 0, "")]
    sentences = [one.strip() + "." for one in words.split(". ") if one.strip()]
    for at in range(passages):
        if at % 10 == 0:
            texts.append((PassageKind.HEADING, f"Part {at // 10 + 1}", 2, ""))
        kind = {3: PassageKind.QUESTION, 6: PassageKind.QUOTE}.get(at % 10, PassageKind.BODY)
        shift = at % len(sentences)
        body = " ".join(sentences[shift:] + sentences[:shift])
        texts.append((kind, f"{body} ({work} {at})", 0, ""))
    texts.extend(
        (PassageKind.FOOTNOTE, f"See the book named {at}.", 0, str(at + 1)) for at in range(3)
    )
    texts.append((PassageKind.REFERENCE, "Example, A. (1999) A Book Nobody Wrote.", 0, ""))
    return edition_of(work, texts, title, author)


def edition_of(
    work: str, texts: list[tuple[PassageKind, str, int, str]], title: str, author: str
) -> Edition:
    """Make an edition of passages given as kind, words, level and label."""
    made: list[Passage] = []
    counts: dict[str, int] = {}
    at, section = 0, ""
    for row, (kind, words, level, label) in enumerate(texts):
        sign = Locus.sign_of(kind)
        counts[sign] = counts.get(sign, 0) + 1
        span = Span(at, at + len(words))
        section = words if kind is PassageKind.HEADING else section
        made.append(
            Passage(f"{work}-{row}", Locus(sign, counts[sign]), kind, span, section, level, label)
        )
        at = span.end + 2
    text = "\n\n".join(words for _, words, _, _ in texts)
    notes = [one for one in made if one.kind is PassageKind.FOOTNOTE]
    bodies = [one for one in made if one.kind is PassageKind.BODY]
    inline = [
        InlineSpan(
            InlineKind.NOTE_REFERENCE,
            Span(body.span.start + 60, body.span.start + 60),
            note.id,
        )
        for note, body in zip(notes, bodies, strict=False)
    ] + [
        InlineSpan(InlineKind.EMPHASIS, Span(body.span.start + 10, body.span.start + 18))
        for body in bodies[::4]
    ]
    inline.sort(key=lambda one: one.span)
    digest = sha256(text.encode()).hexdigest()
    return Edition(
        work,
        Work(work, title, (author,)),
        text,
        digest,
        digest,
        tuple(made),
        tuple(inline),
        Provenance(f"{work}.txt", digest, len(text), "text"),
    )


_TIME = "2026-11-03T10:00:00.000Z"


@dataclass
class MemoryLibrary:
    """What the window asks of a library, kept in memory."""

    editions: dict[str, Edition] = field(default_factory=dict)
    me: Person = Person("urn:uuid:me", "Reader")
    notice: str = ""
    damage: tuple[str, ...] = ()
    read_only: bool = False
    notes_wait: bool = False
    building: bool = False
    notes_are_read: bool = True
    found: dict[str, Anchoring] = field(default_factory=dict)  # where notes are that moved
    turn: int = 0  # notes in a turn; 0: all at once
    folder: Path = Path("/nowhere")
    language: str = "en"

    def is_ready(self, _work: str) -> bool:
        return True

    def compilable(self) -> tuple[Work, ...]:
        return ()

    def pick_up_edits(self) -> bool:
        return False

    def __post_init__(self) -> None:
        self._listeners = Listeners()
        self._notes: dict[str, Annotation] = {}
        self._past: list[tuple[str, dict[str, Annotation]]] = []
        self._future: list[tuple[str, dict[str, Annotation]]] = []
        self._session: dict[str, object] = {}
        self._count = 0

    def listen(self, to: Touched, ear: Callable[[Change], None]) -> Callable[[], None]:
        return self._listeners.listen(to, ear)

    def close(self) -> None:
        pass

    def works(self) -> tuple[str, ...]:
        return tuple(self.editions)

    def glossary(self) -> "Glossary":
        from reader.library import Glossary  # the start of a window is measured with this library

        return Glossary(())

    def texts(self) -> tuple[EditionSummary, ...]:
        return tuple(
            EditionSummary(
                one.id, one.work, len(one.text.split()), len(one.passages), 1.0, one.provenance
            )
            for one in self.editions.values()
        )

    def read_all(self, _progress: object) -> None:
        self.texts()

    def edition(self, work: str) -> Edition:
        if work not in self.editions:
            raise NotFound(f"There is no text “{work}” in the library.", work)
        return self.editions[work]

    def notes(self, work: str | None = None) -> tuple[Placed, ...]:
        return tuple(
            self._place(one)
            for one in sorted(self._notes.values(), key=_start)
            if work is None or work in one.works
        )

    def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
        yield self.notes()

    def notes_by_turns(self, work: str, near: Span) -> Iterator[tuple[Placed, ...]]:
        every = self.notes(work)
        if not self.turn:
            yield every
            return
        first = [one for one in every if one.span and near.start <= one.span.start <= near.end]
        yield tuple(first)
        if not self.notes_are_read:
            yield ()
        rest = [one for one in every if one not in first]
        for at in range(0, len(rest), self.turn):
            yield tuple(rest[at : at + self.turn])

    def note(self, annotation: str) -> Placed:
        if annotation not in self._notes:
            raise NotFound("There is no such note.", annotation)
        return self._place(self._notes[annotation])

    def mark(
        self,
        work: str,
        span: Span,
        *,
        kind: AnnotationKind = AnnotationKind.HIGHLIGHT,
        colour: Colour = Colour.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> Annotation:
        self._count += 1
        made = Annotation(
            f"urn:uuid:{self._count:08}", self.me, _TIME, _TIME, kind,
            (self._target(work, span),), body, tags, colour, style,
        )  # fmt: skip
        self._past.append(("Highlight", self._notes))
        self._future.clear()
        self._notes = dict(self._notes)
        self._notes[made.id] = made
        self._listeners.tell(
            Change(Touched.MARKS, frozenset({work}), "Highlight", frozenset({made.id}))
        )
        return made

    def check_mark(self, _work: str, span: Span) -> None:
        if len(span) > 20_000:
            raise BadInput("A mark can hold up to 20,000 characters.")

    def put(self, work: str, span: Span, colour: Colour, body: str) -> None:
        """Add a mark without telling anybody: to begin with many."""
        listeners, self._listeners = self._listeners, Listeners()
        self.mark(work, span, colour=colour, body=body)
        self._listeners = listeners

    def revise_many(self, annotations: Iterable[Annotation], label: str = "") -> Change:
        for note in annotations:
            self.revise(note, label)
        return Change(Touched.MARKS, label=label)

    def revise(self, annotation: Annotation, label: str = "") -> Change:
        return self._act(label or "Edit", {**self._notes, annotation.id: annotation}, "")

    def move_mark(self, annotation: str, span: Span) -> Change:
        old = self._notes[annotation]
        self.found.pop(annotation, None)
        work = next(iter(old.works))
        return self.revise(replace(old, targets=(self._target(work, span),)), "Extent")

    def delete(self, annotations: Iterable[str]) -> Change:
        gone = set(annotations)
        kept = {key: one for key, one in self._notes.items() if key not in gone}
        return self._act("Delete", kept, "")

    @property
    def undo_label(self) -> str:
        return self._past[-1][0] if self._past else ""

    @property
    def redo_label(self) -> str:
        return self._future[-1][0] if self._future else ""

    def undo(self) -> Change:
        label, notes = self._past.pop()
        self._future.append((label, self._notes))
        return self._tell(label, notes)

    def redo(self) -> Change:
        label, notes = self._future.pop()
        self._past.append((label, self._notes))
        return self._tell(label, notes)

    def note_on_work(self, work: str, body: str, tags: tuple[str, ...] = ()) -> None:
        self._count += 1

    def bin(self) -> tuple[Annotation, ...]:
        gone = [one for _, before in self._past for one in before.values()]
        return tuple(one for one in dict.fromkeys(gone) if one.id not in self._notes)

    def empty_bin(self) -> Change:
        self._past.clear()
        return self._act("Empty the bin", self._notes, "")

    def restore(self, annotations: Iterable[str]) -> Change:
        wanted = set(annotations)
        back = {one.id: one for one in self.bin() if one.id in wanted}
        return self._act("Bring back", {**self._notes, **back}, "")

    def history(self, annotation: str) -> tuple[Annotation, ...]:
        past = [before[annotation] for _, before in self._past if annotation in before]
        return tuple(dict.fromkeys([self._notes[annotation], *reversed(past)]))

    def linked_passages(self, _progress: object) -> Mapping[str, int]:
        return {}

    def missing(self) -> tuple[Work, ...]:
        return ()

    def tags(self) -> Mapping[str, int]:
        return {tag: 1 for one in self._notes.values() for tag in one.tags}

    def colour_names(self) -> Mapping[Colour, str]:
        return {colour: colour.value for colour in Colour}

    def reference(self, work: str, span: Span) -> str:
        edition = self.edition(work)
        return f"“{span.of(edition.text)}” ({edition.work.cited}, {edition.at(span.start).locus})"

    @property
    def group_folder(self) -> None:
        return None

    @property
    def sealed(self) -> bool:
        return False

    @property
    def layers_off(self) -> frozenset[str]:
        return frozenset()

    @property
    def colours_by_person(self) -> bool:
        return False

    def conflicts(self) -> Mapping[str, tuple[Annotation, ...]]:
        return {}

    def address(self, work: str, span: Span) -> str:
        return f"counterpoint://open/{work}@{self.edition(work).at(span.start).locus}"

    def place_at(self, address: str) -> tuple[Place, str]:
        work, _, locus = address.removeprefix("counterpoint://open/").partition("@")
        start = self.edition(work).passage(Locus.parse(locus)).span.start
        return Place(work, Span(start, start)), ""

    def quick(
        self, query: str, scope: SearchScope = SearchScope(), limit: int = 20
    ) -> SearchAnswer:
        """Find a word in the texts, unless the index is being built; as the first step."""
        return replace(self.search(query, scope, limit=limit), ranked=False)

    def search(
        self,
        query: str,
        scope: SearchScope = SearchScope(),
        order: SearchOrder = SearchOrder.RELEVANCE,
        limit: int = 50,
    ) -> SearchAnswer:
        """Find a word in the texts, unless the index is being built."""
        del order
        hits = [
            self._hit(edition, span)
            for edition in self.editions.values()
            if edition.id in scope.works or not scope.works
            for span in find_all(edition.text, query)
        ]
        shown = () if self.building else tuple(hits[:limit])
        more = len(hits) > limit
        return SearchAnswer(query, shown, len(hits), more=more, building=self.building)

    @staticmethod
    def _hit(edition: Edition, span: Span) -> Hit:
        passage = edition.at(span.start)
        words = edition.words_of(passage)
        at = Span(span.start - passage.span.start, span.end - passage.span.start)
        snippet = Snippet(words, (at,), passage.span)
        return Hit(
            HitKind.BODY, edition.id, passage.id, passage.locus, 1.0, snippet, (span,),
            author=", ".join(edition.work.authors),
        )  # fmt: skip

    def session(self) -> dict[str, object]:
        return self._session

    def save_session(self, session: dict[str, object]) -> None:
        self._session = session

    def _target(self, work: str, span: Span) -> TextTarget:
        edition = self.edition(work)
        quote = Selectors(span.of(edition.text), start=span.start, end=span.end)
        return TextTarget(work, edition.sha256, quote)

    def _place(self, note: Annotation) -> Placed:
        target = note.target
        if note.id in self.found and isinstance(target, TextTarget):
            return Placed(note, self.found[note.id])
        if not isinstance(target, TextTarget):
            return Placed(note, None, None)
        span = Span(target.selectors.start, target.selectors.end)
        locus = self.editions[target.work].at(span.start).locus
        return Placed(note, Anchored(span, Outcome.EXACT, 1.0), locus)

    def _act(self, label: str, notes: dict[str, Annotation], _work: str) -> Change:
        self._past.append((label, self._notes))
        self._future.clear()
        return self._tell(label, notes)

    def _tell(self, label: str, notes: dict[str, Annotation]) -> Change:
        before, self._notes = self._notes, notes
        changed = {key for key in {*before, *notes} if before.get(key) != notes.get(key)}
        change = Change(Touched.MARKS, frozenset(), label, frozenset(changed))
        self._listeners.tell(change)
        return change


def _start(note: Annotation) -> int:
    return note.target.selectors.start if isinstance(note.target, TextTarget) else 0
