"""Which notes I see: a muted member's are not shown, nor others' in a section still sealed.

The one place where this is decided: lists, search, counts, links and exports all ask here, so
that nothing slips through by another way.
"""

import json
import threading
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.library.placing import Placing
from reader.model import (
    Anchored,
    Annotation,
    AnnotationKind,
    Change,
    Edition,
    NoteTarget,
    NotFound,
    PassageKind,
    Span,
    Target,
    TextTarget,
    Touched,
)

_MUTED, _SEALED, _FINISHED = "group-muted", "group-sealed", "group-finished"
#: A section ends where one of these begins; in an interview each question begins one.
_BEGINNINGS = frozenset({PassageKind.HEADING, PassageKind.QUESTION})
#: The section of notes whose words were not found: seen when all of the work is open.
_LOST = "lost"
#: Changes of so few notes are looked at one by one.
_FEW = 50


class Seeing(Placing):
    """The part of the door that knows what may be seen.

    A section is named ``work/passage`` by the passage that begins it, for a passage's id survives
    a new import.  Without seal and mute nothing is computed here.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._seen_guard = threading.RLock()
        self._seen: dict[str, Annotation] | None = None
        self._opened: frozenset[str] = frozenset()
        self._stands: dict[str, tuple[tuple[Target, ...], str, frozenset[str]]] = {}
        self._beginnings: dict[str, tuple[list[int], list[str]]] = {}
        self.listen(Touched.MARKS | Touched.TEXTS, self._on_seen)

    # ---- what may be seen ---------------------------------------------------------------

    def visible(self, work: str | None = None) -> tuple[Annotation, ...]:
        """Return the living notes that I may see, of one work or of all; any thread."""
        if not self._restricts():
            return self._store.annotations(work)
        seen = self._see().values()
        return tuple(note for note in seen if work is None or work in note.works)

    def may_see(self, annotation: str) -> bool:
        """Say whether a note is neither sealed nor muted; True for an unknown one."""
        if not self._restricts():
            return True
        if annotation in self._see():
            return True
        try:
            self._store.get(annotation)
        except NotFound:
            return True
        return False

    def seen_note(self, annotation: str) -> Annotation:
        """Return a note that I may see.

        Raises:
            NotFound: there is none with this id, or it is sealed or muted.
        """
        note = self._store.get(annotation)
        if not self.may_see(annotation):
            raise NotFound("This note is not shown now.", annotation)
        return note

    def _with_answers(self, work: str | None) -> list[Annotation]:
        """Return the notes of a work and the replies that lead to them; of all: everything."""
        if work is None:
            return list(self.visible())
        every = self.visible()
        found = list(self.visible(work))
        below: dict[str, list[Annotation]] = {}
        for note in every:
            if note.kind is AnnotationKind.REPLY and isinstance(note.target, NoteTarget):
                below.setdefault(note.target.annotation, []).append(note)
        for note in found if below else ():  # grows while it is walked
            found += below.pop(note.id, [])
        return found

    # ---- seal and mute ------------------------------------------------------------------

    @property
    def sealed(self) -> bool:
        """Whether others' marks stay hidden until I have read a section myself."""
        return bool(self._store.fact(_SEALED))

    def seal(self, sealed: bool) -> Change:
        """Begin or end the sealed first reading."""
        return self._limit("Sealed first reading", {_SEALED: "1" if sealed else ""})

    @property
    def muted(self) -> frozenset[str]:
        """Ids of the members whose notes are not shown."""
        return frozenset(self._kept(_MUTED))

    def mute(self, person: str, *, muted: bool = True) -> Change:
        """Stop showing a member's notes, or show them again; they still arrive."""
        rest = set(self._kept(_MUTED)) - {person}
        kept = sorted(rest | {person} if muted else rest)
        return self._limit("Mute", {_MUTED: json.dumps(kept)})

    def finish_section(self, work: str, offset: int, *, finished: bool = True) -> Change:
        """Say that I have read the section at an offset of the reading text, or that I have not.

        Raises:
            NotFound: the library has no such work.
        """
        name = self.section_at(work, offset)
        rest = set(self._kept(_FINISHED)) - {name}
        kept = sorted(rest | {name} if finished else rest)
        return self._limit("Finished a section", {_FINISHED: json.dumps(kept)})

    def is_open(self, work: str, offset: int) -> bool:
        """Say whether others' marks are shown in the section at an offset."""
        return not self.sealed or self.section_at(work, offset) in self._open_sections()

    # ---- sections -----------------------------------------------------------------------

    def section_at(self, work: str, offset: int) -> str:
        """Return the name of the section at an offset of the reading text."""
        starts, names = self._sections(self.edition(work))
        return names[max(0, bisect_right(starts, offset) - 1)]

    def section_span(self, work: str, offset: int) -> Span:
        """Return the extent of the section at an offset of the reading text."""
        edition = self.edition(work)
        starts, _ = self._sections(edition)
        row = bisect_right(starts, offset)
        end = starts[row] if row < len(starts) else len(edition.text)
        return Span(starts[max(0, row - 1)], end)

    def _sections(self, edition: Edition) -> tuple[list[int], list[str]]:
        """Return where the sections of an edition begin, and their names."""
        if edition.sha256 not in self._beginnings:
            work = edition.work.id
            begin = [one for one in edition.passages if one.kind in _BEGINNINGS]
            starts = [0, *(one.span.start for one in begin if one.span.start)]
            names = [f"{work}/", *(f"{work}/{one.id}" for one in begin if one.span.start)]
            self._beginnings[edition.sha256] = (starts, names)
        return self._beginnings[edition.sha256]

    def _sections_of(self, note: Annotation) -> frozenset[str]:
        """Return the sections a note stands in; none for one on a whole work or on a note."""
        targets = [
            (number, target)
            for number, target in enumerate(note.targets)
            if isinstance(target, TextTarget)
        ]
        texts = "".join(self._sha_of(target.work) for _, target in targets)
        known = self._stands.get(note.id)
        if known is None or known[:2] != (note.targets, texts):
            found = (self._section_of(note.id, number, target) for number, target in targets)
            known = (note.targets, texts, frozenset(one for one in found if one))
            self._stands[note.id] = known
        return known[2]

    def _section_of(self, note: str, number: int, target: TextTarget) -> str:
        try:
            edition = self.edition(target.work)
        except NotFound:
            return ""
        anchoring = self._anchor(note, target, edition, number)
        if isinstance(anchoring, Anchored):
            return self.section_at(target.work, anchoring.span.start)
        return f"{target.work}/{_LOST}"

    def _sha_of(self, work: str) -> str:
        try:
            return self.edition(work).sha256
        except NotFound:
            return ""

    def _may_show(self, note: Annotation) -> bool:
        """Whether a note that is no longer in the margins, such as one in the bin, may be shown."""
        if note.author.id == self.me.id or not self._restricts():
            return True
        if note.author.id in self.muted:
            return False
        sections = self._sections_of(note)
        reply = note.kind is AnnotationKind.REPLY
        return not self.sealed or (not reply and sections <= self._open_sections())

    # ---- deciding -----------------------------------------------------------------------

    def _restricts(self) -> bool:
        return self.sealed or bool(self.muted)

    def _open_sections(self) -> frozenset[str]:
        """Return the sections in which I marked or that I finished."""
        opened = set(self._kept(_FINISHED))
        for note in self._store.annotations():
            if note.author.id == self.me.id:
                opened |= self._sections_of(note)
        for work in self.works():
            try:
                names = self._sections(self.edition(work))[1]
            except NotFound:
                continue
            opened.discard(f"{work}/{_LOST}")
            if opened.issuperset(names):
                opened.add(f"{work}/{_LOST}")
        return frozenset(opened)

    def _see(self) -> Mapping[str, Annotation]:
        """Return what I may see, by id; kept until something changes."""
        with self._seen_guard:
            if self._seen is None or self.read_only:
                muted = self.muted
                every = [n for n in self._store.annotations() if n.author.id not in muted]
                self._seen = {n.id: n for n in (self._unsealed(every) if self.sealed else every)}
            return self._seen

    def _unsealed(self, every: Iterable[Annotation]) -> tuple[Annotation, ...]:
        from reader.annotations.group import unsealed

        opened = self._opened = self._open_sections()

        def still_shut(note: Annotation) -> str | None:
            return min(self._sections_of(note) - opened, default=None)

        return unsealed(every, self.me.id, still_shut, frozenset())

    def _limit(self, label: str, facts: Mapping[str, str]) -> Change:
        """Keep facts that decide what is seen, and tell which notes came or went."""
        self._may_change()
        with self._seen_guard:
            before = self._ids_seen()
            for key, value in facts.items():
                self._store.set_fact(key, value)
            self._seen = None
            moved = before ^ self._ids_seen()
        touched = Touched.GROUP | Touched.MARKS | Touched.LINKS if moved else Touched.GROUP
        return self._tell(Change(touched, label=label, annotations=moved))

    def _ids_seen(self) -> frozenset[str]:
        return frozenset(note.id for note in self.visible())

    def _on_seen(self, change: Change) -> None:
        """Tell of notes that a mark of mine has opened or shut, so that all views show them."""
        if not self._restricts():
            self._seen = None
            return
        with self._seen_guard:
            if self._took_up(change):
                return
            before = self._seen
            self._seen = None
            moved = frozenset(before or ()) ^ self._ids_seen() if before is not None else None
        rest = (moved or frozenset()) - change.annotations
        if rest:
            told = Touched.MARKS | Touched.LINKS | Touched.GROUP
            self._tell(Change(told, label=change.label, annotations=rest))

    def _took_up(self, change: Change) -> bool:
        """Keep up with a few notes that open or shut nothing; say whether that was all.

        A mark among 100,000 notes costs microseconds so, and seconds when all is decided anew.
        """
        ids = change.annotations
        if self._seen is None or change.touched & Touched.TEXTS or not 0 < len(ids) <= _FEW:
            return False
        found: list[Annotation] = []
        for one in ids:
            try:
                note = self._store.get(one)
            except NotFound:
                return False
            if note.author.id != self.me.id or not self._is_plain(note):
                return False
            found.append(note)
        self._seen.update((note.id, note) for note in found)
        return True

    def _is_plain(self, note: Annotation) -> bool:
        """Whether a note of mine, new or seen before, leaves all sections as they are."""
        known = self._stands.get(note.id)
        before = known[2] if known else frozenset()
        if known and note.id not in (self._seen or ()):
            return False
        now = self._sections_of(note)
        return not self.sealed or (now <= self._opened and before <= now)

    def _kept(self, key: str) -> list[str]:
        found = json.loads(self._store.fact(key) or "[]")
        return [str(one) for one in found]
