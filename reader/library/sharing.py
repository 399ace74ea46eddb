"""Taking notes and quotations away, and taking others' notes in."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import codec
from reader.library.files import write_whole
from reader.library.finding import Finding
from reader.library.placing import source_iri
from reader.model import (
    NO_PROGRESS,
    Anchored,
    Anchoring,
    AnnotationFileError,
    BadInput,
    Change,
    Edition,
    Hit,
    Locus,
    NotFound,
    Outcome,
    Place,
    Placed,
    Progress,
    SearchAnswer,
    Span,
    TextTarget,
)

if TYPE_CHECKING:
    from reader.annotations.export import Grouping, Material
    from reader.annotations.files import AnnotationFile, TextSource
    from reader.annotations.merging import Preview, Row

#: Names by which an export is asked for, and what they group by.
GROUPINGS = ("section", "concept", "tag", "person")
FORMATS = ("markdown", "html", "jsonld", "vault")
#: Seconds for places in a preview; ``seek_places`` finds the rest while it is being read.
_PLACES_S = 0.7


class Sharing(Finding):
    """The part of the door through which words leave and come."""

    # ---- quotations and editions --------------------------------------------------------

    def edition_at(self, path: Path) -> Edition:
        """Read an edition from its folder or its ``edition.json``, in this library or elsewhere.

        Raises:
            BadInput: there is no edition there, or it is damaged.
        """
        file = path / "edition.json" if path.is_dir() else path
        try:
            data = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise BadInput(f"There is no readable edition at {path}.", str(path)) from error
        if not isinstance(data, dict):
            raise BadInput(f"{file} is not an edition that Counterpoint wrote.", str(path))
        return codec.load(data)

    def reference(self, work: str, span: Span) -> str:
        """Return a quotation with author, title and locus, for the clipboard."""
        from reader.annotations.export import reference

        return reference(self.edition(work), span)

    def address(self, work: str, span: Span) -> str:
        """Return a ``counterpoint:`` link to a passage."""
        from reader.annotations.export import Address, to_url

        return to_url(Address(work, self.edition(work).at(span.start).locus))

    def place_at(self, address: str) -> tuple[Place, str]:
        """Return where a ``counterpoint:`` link leads, and the note it names, if any.

        Raises:
            BadInput: it is no such link.
            NotFound: the library lacks the text or the passage.
        """
        from reader.annotations.export import from_url

        found = from_url(address)
        edition = self.edition(found.work)
        if found.locus is None:
            return Place(found.work), found.note
        start = edition.passage(found.locus).span.start
        return Place(found.work, Span(start, start)), found.note

    # ---- taking away --------------------------------------------------------------------

    def export(
        self,
        *,
        works: Iterable[str] | None = None,
        ids: Iterable[str] | None = None,
        tag: str = "",
        person: str = "",
        format: str = "markdown",  # noqa: A002 - the word of the command line
        template: str | None = None,
        group_by: str = "section",
        progress: Progress = NO_PROGRESS,
    ) -> str:
        """Return notes as one text: Markdown, HTML, or a W3C annotation file.

        Args:
            works: only notes in these; None for all.
            ids: only these notes.
            tag: only notes with it.
            person: only notes of this person (id).
            format: ``markdown``, ``html`` or ``jsonld``.
            template: name or words of a template, for Markdown.
            group_by: one of ``GROUPINGS``.
            progress: about a millisecond a note.

        Raises:
            Cancelled: the reader stopped it.
            BadInput: the format is none of these, or the template has a mistake.
            NotFound: there is no such work.
        """
        from reader.annotations.export import to_markdown
        from reader.annotations.export.html import to_html

        if format == "jsonld":
            return self._annotation_file(ids, works, tag, person).decode("utf-8")
        material = self._material(works, ids, tag, person)
        by = _grouping(group_by)
        if format == "html":
            return to_html(material, by=by, progress=progress)
        if format == "markdown":
            return to_markdown(material, by=by, template=_template(template), progress=progress)
        raise BadInput(f"“{format}” is no form of export here; choose {', '.join(FORMATS)}.")

    def export_to(
        self,
        path: Path,
        *,
        works: Iterable[str] | None = None,
        ids: Iterable[str] | None = None,
        tag: str = "",
        person: str = "",
        format: str = "markdown",  # noqa: A002 - the word of the command line
        template: str | None = None,
        group_by: str = "section",
        progress: Progress = NO_PROGRESS,
    ) -> None:
        """Write an export to a file, or a vault into a folder; whole or not at all.

        Raises:
            LibraryError, ReadOnly: it cannot be written there; what stood there is untouched.
            BadInput, NotFound, Cancelled: as in ``export``.
        """
        if format != "vault":
            text = self.export(
                works=works,
                ids=ids,
                tag=tag,
                person=person,
                format=format,
                template=template,
                group_by=group_by,
                progress=progress,
            )
            write_whole(path, text.encode("utf-8"))
            return
        from reader.annotations.export import to_vault

        if path.exists() and not path.is_dir():
            raise BadInput(f"{path} is a file; a vault needs a folder.", str(path))
        material = self._material(works, ids, tag, person)
        files = to_vault(material, template=_template(template), progress=progress)
        for name, text in files.items():
            write_whole(path / name, text.encode("utf-8"))

    def save_answer(self, answer: SearchAnswer, path: Path) -> None:
        """Write the hits of a search as Markdown.

        Raises:
            LibraryError, ReadOnly: it cannot be written there.
        """
        from reader.index import as_markdown

        titles = {one.work.id: one.work.cited for one in self._sound_editions()}
        write_whole(path, as_markdown(answer, titles, self._hit_address).encode("utf-8"))

    def _hit_address(self, hit: Hit) -> str:
        from reader.annotations.export import Address, to_url

        return to_url(Address(hit.work, hit.locus)) if hit.work and hit.locus else ""

    def _material(
        self, works: Iterable[str] | None, ids: Iterable[str] | None, tag: str, person: str
    ) -> "Material":
        from reader.annotations.export import Material

        notes = self._chosen(works, ids, tag, person)
        editions = {edition.work.id: edition for edition in self._sound_editions()}
        names = {colour.value: name for colour, name in self.colour_names().items()}
        return Material(notes, editions, self._concepts_of(notes), names, self._ends(notes))

    def _chosen(
        self, works: Iterable[str] | None, ids: Iterable[str] | None, tag: str, person: str
    ) -> list[Placed]:
        """Return the notes that an export is about; answers go with what they answer.

        Raises:
            NotFound: there is no such work.
        """
        from reader.annotations.group import threads

        wanted = None if works is None else frozenset(works)
        only = None if ids is None else frozenset(ids)
        for work in wanted or ():
            self.edition(work)
        every = self.notes()
        kept = {
            note.id
            for note in (placed.annotation for placed in every)
            if (wanted is None or note.works & wanted) and (not tag or tag in note.tags)
        }
        below = threads(placed.annotation for placed in every)
        kept |= {answer.annotation.id for note in kept for answer in below.get(note, ())}
        return [
            placed
            for placed in every
            if placed.annotation.id in kept
            and (only is None or placed.annotation.id in only)
            and (not person or placed.annotation.author.id == person)
        ]

    def _ends(self, notes: Iterable[Placed]) -> Mapping[tuple[str, int], Locus]:
        """Return where the other ends of links and trails stand today, by note and target."""
        found: dict[tuple[str, int], Locus] = {}
        for placed in notes:
            note = placed.annotation
            for row, target in enumerate(note.targets[1:], start=1):
                if not isinstance(target, TextTarget):
                    continue
                with suppress(NotFound):
                    edition = self.edition(target.work)
                    place = self._anchor(note.id, target, edition, row)
                    if isinstance(place, Anchored):
                        found[note.id, row] = edition.at(place.span.start).locus
        return found

    def _concepts_of(self, notes: Iterable[Placed]) -> Mapping[str, list[str]]:
        """Return the labels of the concepts named in each note and its quotation."""
        glossary = self.glossary()
        found: dict[str, list[str]] = {}
        for placed in notes:
            target = placed.annotation.target
            quote = target.selectors.exact if isinstance(target, TextTarget) else ""
            keys = dict.fromkeys(k for k, _ in glossary.find(f"{placed.annotation.body} {quote}"))
            found[placed.annotation.id] = [glossary[key].label for key in keys]
        return found

    def _annotation_file(
        self,
        ids: Iterable[str] | None = None,
        works: Iterable[str] | None = None,
        tag: str = "",
        person: str = "",
    ) -> bytes:
        """Return my annotation file; only what stands now is left where notes are chosen."""
        from reader.annotations.files import dump
        from reader.annotations.merging import file_of

        mine = file_of(self._store, self.text_sources())
        if ids is not None or works is not None or tag or person:
            only = {one.annotation.id for one in self._chosen(works, ids, tag, person)}
            kept = tuple(one for one in mine.revisions if one.note in only)
            mine = replace(mine, revisions=kept)
        return dump(mine)

    def save_annotation_file(self, path: Path) -> None:
        """Write my annotation file, for the others.

        Raises:
            LibraryError, ReadOnly: it cannot be written there; the old file stands.
        """
        write_whole(path, self._annotation_file())

    def text_sources(self) -> tuple["TextSource", ...]:
        """Return how the texts of this library are named in annotation files."""
        from reader.annotations.files import TextSource

        return tuple(
            TextSource(
                source_iri(one),
                one.work.id,
                one.work.title,
                one.work.authors,
                one.work.language,
                one.work.year,
                len(one.text),
                one.letters,
            )
            for one in self._sound_editions()
        )

    # ---- taking in ----------------------------------------------------------------------

    def preview(self, path: Path, progress: Progress = NO_PROGRESS) -> "Preview":
        """Say what an annotation file would bring; nothing is changed.

        Exports of Hypothesis, Readium, KOReader and Zotero are understood, too.

        Raises:
            AnnotationFileError: nothing of it can be taken; says why.
            Cancelled: the reader stopped.
        """
        from reader.annotations.merging import preview

        file = self._read_file(path, progress)
        return preview(
            file, self._store, judge=self.find_place, places_s=_PLACES_S, progress=progress
        )

    def take(
        self,
        preview: "Preview",
        chosen: "Callable[[Row], bool] | None" = None,
        progress: Progress = NO_PROGRESS,
    ) -> Change:
        """Take the ticked lines of a preview, or those chosen, as one action.

        Raises:
            ReadOnly, LibraryError, Cancelled: nothing was taken.
        """
        from reader.annotations.merging import take

        self._may_change()
        who = preview.file.creator.name or preview.file.label
        change = take(
            preview, self._store, chosen, label=f"Take notes of {who}".strip(), progress=progress
        )
        self._undo.did(change.label, self._told(self._store.undo), self._told(self._store.redo))
        return self._tell(change)

    def find_place(self, target: TextTarget) -> Anchoring | None:
        """Find a target in the edition at hand; None where the work is not in the library."""
        try:
            edition = self.edition(target.work)
        except NotFound:
            return None
        if target.source == source_iri(edition):
            here = target.selectors
            if edition.text[max(0, here.start) : max(0, here.end)] == here.exact:
                return Anchored(Span(here.start, here.end), Outcome.EXACT, 1.0)
        return self._sought(target, edition)

    def _read_file(self, path: Path, progress: Progress) -> "AnnotationFile":
        from reader.annotations.files import load
        from reader.annotations.foreign import recognise
        from reader.annotations.terms import MAX_FILE_BYTES

        try:
            _only_files(path)
            if path.stat().st_size > MAX_FILE_BYTES:  # before a byte of it is read into memory
                raise AnnotationFileError(
                    f"{path.name} is too large; annotation files have at most "
                    f"{MAX_FILE_BYTES // 2**20} MiB.",
                    str(path),
                )
            data = path.read_bytes()
        except OSError as error:
            raise AnnotationFileError(
                f"{path} cannot be read ({error.strerror}).", str(path)
            ) from error
        if recognise(data) is None:
            return load(data, path.name, progress)
        return self._foreign_file(data, path, progress)

    def _foreign_file(self, data: bytes, path: Path, progress: Progress) -> "AnnotationFile":
        """Return an export of another program as an annotation file of its own."""
        from reader.annotations.files import AnnotationFile, Refusal
        from reader.annotations.foreign import About, match_work, read_foreign
        from reader.annotations.items import encode
        from reader.annotations.revisions import revise

        works = [edition.work for edition in self._sound_editions()]

        def work_of(about: About) -> str:
            return match_work(about, works)

        found = read_foreign(data, work_of, self.me, path.name, progress)
        return AnnotationFile(
            id=f"urn:counterpoint:{path.name}",
            creator=self.me,
            label=f"{found.program.value}: {path.name}",
            revisions=tuple(
                revise(encode(note), (), private=not note.shared) for note in found.notes
            ),
            converted=True,
            refused=tuple(Refusal(one.where, one.reason) for one in found.refused),
        )


def find_words(text: str, words: str) -> Span | None:
    r"""Find words in a text letter by letter: spaces, hyphens, case and accents do not matter.

    >>> find_words("It is self-\nvalorization.", "Self valorization")
    Span(start=6, end=24)
    """
    from reader.matching import Letters, skeleton

    letters, wanted = Letters(text), skeleton(words)
    at = letters.text.find(wanted) if wanted else -1
    return letters.span(at, at + len(wanted)) if at >= 0 else None


def _only_files(path: Path) -> None:
    """Refuse pipes and devices: reading them may never end.

    Raises:
        OSError: it is one.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(EINVAL, "it is no ordinary file")


def _grouping(name: str) -> "Grouping":
    from reader.annotations.export import Grouping

    if name not in GROUPINGS:
        raise BadInput(f"Notes cannot be ordered by “{name}”; choose {', '.join(GROUPINGS)}.")
    return Grouping.TEXT if name == "section" else Grouping(name)


def _template(name: str | None) -> str | None:
    """Return the words of a template: a shipped one by its name, any other as it is."""
    from reader.annotations.export import TEMPLATES, shipped_template

    return shipped_template(name) if name in TEMPLATES else name
