"""The study group: shared folder, members, attention, agenda, two wordings."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.core import new_id, now
from reader.library.sharing import Sharing
from reader.model import (
    NO_PROGRESS,
    Annotation,
    AnnotationKind,
    BadInput,
    Change,
    Colour,
    Edition,
    LibraryError,
    Locus,
    NotFound,
    PassageKind,
    Placed,
    Progress,
    Span,
    Touched,
)
from reader.model.values import dataclass

if TYPE_CHECKING:
    from reader.annotations.group import (
        Arrival,
        Asked,
        Attention,
        GroupFolder,
        Layer,
        Mark,
        Meaning,
    )
    from reader.annotations.merging import Preview

_FOLDER = "group-folder"
_LAYERS, _BY_PERSON = "group-layers-off", "group-colours-by-person"
#: Passages that nobody talks about.
NOT_READ = frozenset({PassageKind.HEADING, PassageKind.FRONT, PassageKind.REFERENCE})
_MARKING = frozenset({AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE, AnnotationKind.QUESTION})


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A passage to talk about.

    Attributes:
        work, passage, locus: which.
        span: of the passage, in the reading text.
        people: ids of the members who marked it.
        score: higher is more urgent.
        reason: a sentence for people.
    """

    work: str
    passage: str
    locus: Locus
    span: Span
    people: tuple[str, ...]
    score: float
    reason: str


class Grouping(Sharing):
    """The part of the door that deals with the others; what is sealed or muted stays hidden."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._exchange: GroupFolder | None = None

    # ---- the shared folder --------------------------------------------------------------

    @property
    def group_folder(self) -> Path | None:
        """The folder that the group shares; None while there is none."""
        known = self._store.fact(_FOLDER)
        return Path(known) if known else None

    def choose_group_folder(self, folder: Path | None) -> None:
        """Share a folder with the group from now on, or no longer.

        Raises:
            BadInput: there is no such folder, or it is the library's own.
            ReadOnly: this library may not be changed.
        """
        self._may_change()
        if folder is not None:
            folder = folder.expanduser().absolute()
            if not folder.is_dir():
                raise BadInput(f"There is no folder {folder}; choose one that exists.")
            if folder.resolve().is_relative_to(self.folder.resolve()):
                raise BadInput("The library's own folder cannot be shared; choose another one.")
        self._store.set_fact(_FOLDER, str(folder or ""))
        self._exchange = None
        self._tell(Change(Touched.GROUP, label="Shared folder"))

    def _group(self) -> "GroupFolder":
        folder = self.group_folder
        if folder is None:
            raise BadInput("No folder is shared with a group yet; choose one first.")
        if self._exchange is None:
            from reader.annotations.group import GroupFolder

            self._exchange = GroupFolder(folder, self._store, self.text_sources)
        return self._exchange

    def publish(self) -> bool:
        """Write my file into the shared folder; False when it says so already.  Slow.

        Raises:
            BadInput: no folder is shared.
            ReadOnly, LibraryError: it cannot be written there; the old file stands.
        """
        self._may_change()
        group = self._group()
        if not group.folder.is_dir():  # never make it: a stick may be unplugged
            raise LibraryError(
                f"The shared folder {group.folder} is not there. Is the disk or the sync tool off?",
                str(group.folder),
            )
        return group.publish()

    def receive(self, progress: Progress = NO_PROGRESS) -> "Arrival":
        """Take what changed in the files of the others.  Slow when there is much of it.

        Raises:
            BadInput: no folder is shared.
            ReadOnly, LibraryError: the folder is not there, or my notes cannot be written.
            Cancelled: the reader stopped; the rest comes the next time.
        """
        self._may_change()
        arrival = self._group().scan(progress)
        for change in arrival.changes:
            self._tell(replace(change, touched=change.touched | Touched.GROUP))
        return arrival

    def trust(self, device: str) -> None:
        """Take files of mine from this device without asking from now on."""
        self._may_change()
        self._group().trust(device)

    def layer_of(self, preview: "Preview") -> tuple[Placed, ...]:
        """Return what a file says, placed in my texts, without taking it.

        Members' marks in a section still sealed are left out.
        """
        from reader.annotations.merging import layer

        found = []
        for note in layer(preview.file):
            shut = self.sealed and self._sections_of(note) - self._open_sections()
            if not shut and note.kind in _MARKING:
                found.append(self._place(note))
        return tuple(found)

    def seek_places(self, preview: "Preview", progress: Progress = NO_PROGRESS) -> "Preview":
        """Return a preview with every place sought, however long it takes.  Slow."""
        from reader.annotations.merging import PlaceFate, with_place

        rows = []
        for number, row in enumerate(preview.rows):
            if number % 50 == 0:
                progress.step(number / len(preview.rows))
            sought = not row.useful or row.place is not PlaceFate.NOT_SOUGHT
            rows.append(row if sought else with_place(row, self.find_place))
        return replace(preview, rows=tuple(rows))

    # ---- members ------------------------------------------------------------------------

    def members(self) -> tuple["Layer", ...]:
        """Return everybody whose notes are here, me too, by name; sealed notes do not count."""
        from reader.annotations.group import layers

        every = layers(self._store.annotations(), self.muted)
        seen = {one.person.id: one.count for one in layers(self.visible())}
        return tuple(replace(one, count=seen.get(one.person.id, 0)) for one in every)

    @property
    def layers_off(self) -> frozenset[str]:
        """Ids of the members whose marks are not painted in the texts."""
        return frozenset(self._kept(_LAYERS))

    def switch_layer(self, person: str, *, shown: bool) -> None:
        """Paint a member's marks in the texts, or do not; lists and search show them still."""
        self._may_change()
        rest = self.layers_off - {person}
        self._store.set_fact(_LAYERS, json.dumps(sorted(rest if shown else rest | {person})))

    @property
    def colours_by_person(self) -> bool:
        """Whether colours stand for people in the texts."""
        return bool(self._store.fact(_BY_PERSON))

    def colour_by_person(self, by_person: bool) -> None:
        """Let colours stand for people in the texts, or for what they mean."""
        self._may_change()
        self._store.set_fact(_BY_PERSON, "1" if by_person else "")

    def asked(self) -> tuple["Asked", ...]:
        """Return the questions to the group with their answers, open ones first."""
        from reader.annotations.group import asked

        return asked(self.visible())

    # ---- seeing the group ---------------------------------------------------------------

    def attention(self, work: str) -> tuple["Attention", ...]:
        """Return what the group did with each sentence of a work.  20 ms for 10,000 words.

        Raises:
            NotFound: the library has no such work.
        """
        from reader.annotations.group import attention
        from reader.links.sentences import sentences

        edition = self.edition(work)
        spans = [
            one for passage in edition.passages for one in sentences(edition.text, passage.span)
        ]
        return attention(spans, self._marks_in(work), self._meaning())

    def colour_meanings(self) -> Mapping[Colour, tuple[str, ...]]:
        """Return the colours to which members give different names, and these names."""
        from reader.annotations.group import differing

        return differing(self._names_of_colours())

    def _names_of_colours(self) -> Mapping[str, Mapping[Colour, str]]:
        return {} if self.group_folder is None else self._group().colour_names

    def _meaning(self) -> "Meaning":
        from reader.annotations.group import by_name

        return by_name(self._names_of_colours())

    def agenda(self, works: Iterable[str] | None = None, limit: int = 20) -> list[AgendaEntry]:
        """Return the passages to talk about, most contested and most marked first."""
        from reader.annotations.group import agenda, attention

        meaning = self._meaning()
        found = []
        for edition in self._marked_editions(works):
            spans = [one.span for one in edition.passages]
            marks = self._marks_in(edition.work.id)
            for item in agenda(attention(spans, marks, meaning), limit):
                passage = edition.at(item.attention.span.start)
                found.append(
                    AgendaEntry(
                        edition.work.id,
                        passage.id,
                        passage.locus,
                        passage.span,
                        item.attention.people,
                        item.score,
                        item.reason,
                    )
                )
        return sorted(found, key=lambda one: (-one.score, one.work, one.span))[:limit]

    def unread(self, work: str) -> tuple[Span, ...]:
        """Return the stretches of a work that nobody marked, whole passages.

        Headings, title pages and lists of references are no loss.
        """
        from reader.annotations.group import attention, unread

        spans = [one.span for one in self.edition(work).passages if one.kind not in NOT_READ]
        return unread(attention(spans, self._marks_in(work)))

    def _marks_in(self, work: str) -> list["Mark"]:
        from reader.annotations.group import Mark

        return [
            Mark(one.annotation, one.span)
            for one in self.notes(work)
            if one.span is not None and one.annotation.kind in _MARKING
        ]

    def _marked_editions(self, works: Iterable[str] | None) -> Iterable[Edition]:
        marked = {work for note in self.visible() for work in note.works}
        wanted = marked if works is None else marked & set(works)
        return [one for one in self._sound_editions() if one.work.id in wanted]

    # ---- two wordings of one note -------------------------------------------------------

    def conflicts(self) -> Mapping[str, tuple[Annotation, ...]]:
        """Return, by id, the notes that were changed apart, with all their wordings."""
        found = self._store.conflicts()
        return {key: notes for key, notes in found.items() if self.may_see(key)}

    def join(self, annotation: Annotation) -> Change:
        """Let one content stand for all wordings of a note.

        Raises:
            BadInput: it is another's note; only its author can join the wordings.
            NotFound: there is none with this id.
        """
        from reader.annotations.store import Join

        return self._do([Join(annotation)], "Join two wordings")

    def keep_both(self, annotation: str) -> Change:
        """Make notes of their own of all wordings but the first.

        Raises:
            BadInput, NotFound: as ``join``.
        """
        wordings = self.conflicts().get(annotation, ())
        if not wordings:
            raise NotFound("This note has one wording only.", annotation)
        copies = [replace(one, id=new_id(), created=now(), modified=now()) for one in wordings[1:]]
        from reader.annotations.store import Join, Put

        return self._do([Join(wordings[0]), *map(Put, copies)], "Keep both wordings")
