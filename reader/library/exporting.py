"""Taking quotations and notes away: for the clipboard, as Markdown, HTML, a vault, a W3C file."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import codec
from reader.library.choosing import EVERYTHING, FORMATS, GROUPINGS, Choosing, ExportChoice
from reader.library.compiled import is_compiled
from reader.library.files import write_whole
from reader.library.placing import source_iri
from reader.library.templating import Templating
from reader.model import (
    NO_PROGRESS,
    Anchored,
    BadInput,
    Edition,
    Hit,
    Locus,
    NoteTarget,
    NotFound,
    Place,
    Placed,
    Progress,
    SearchAnswer,
    Span,
    TextTarget,
)

if TYPE_CHECKING:
    from reader.annotations.export import Grouping, Material
    from reader.annotations.files import TextSource


class Exporting(Choosing, Templating):
    """The part of the door through which words leave."""

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
        if is_compiled(found.work):
            return Place(found.work), ""
        edition = self.edition(found.work)
        if found.locus is None:
            return Place(found.work), found.note
        start = edition.passage(found.locus).span.start
        return Place(found.work, Span(start, start)), found.note

    # ---- taking away --------------------------------------------------------------------

    def export(self, choice: ExportChoice = EVERYTHING, progress: Progress = NO_PROGRESS) -> str:
        """Return notes as one text: Markdown, HTML, a W3C annotation file, or all there is.

        The last, ``plain``, is JSON with former wordings, private notes and the bin.

        Args:
            choice: what, and in which form.
            progress: about a millisecond a note.

        Raises:
            Cancelled: the reader stopped it.
            BadInput: the format is none of these, or the template has a mistake.
            NotFound: there is no such work.
        """
        from reader.annotations.export import to_markdown
        from reader.annotations.export.html import to_html

        if choice.format == "jsonld":
            return self._annotation_file(choice).decode("utf-8")
        if choice.format == "plain":
            return self._store.plain(self._wanted(choice))
        material, by = self._material(choice), _grouping(choice.group_by)
        if choice.format == "html":
            return to_html(material, by=by, progress=progress)
        if choice.format == "markdown":
            template = self._words_of(choice.template)
            return to_markdown(material, by=by, template=template, progress=progress)
        raise BadInput(f"“{choice.format}” is no form of export here; choose {', '.join(FORMATS)}.")

    def export_to(
        self,
        path: Path,
        choice: ExportChoice = EVERYTHING,
        progress: Progress = NO_PROGRESS,
    ) -> None:
        """Write an export to a file, or a vault into a folder; each file whole or not at all.

        Raises:
            LibraryError, ReadOnly: it cannot be written there; what stood there is untouched.
            BadInput, NotFound, Cancelled: as in ``export``.
        """
        if choice.format != "vault":
            write_whole(path, self.export(choice, progress).encode("utf-8"))
            return
        if path.exists() and not path.is_dir():
            raise BadInput(f"{path} is a file; a vault needs a folder.", str(path))
        for name, text in self.vault(choice, progress).items():
            write_whole(path / name, text.encode("utf-8"))

    def vault(self, choice: ExportChoice, progress: Progress = NO_PROGRESS) -> Mapping[str, str]:
        """Return the files of a vault, one for each text, by name.

        Raises:
            BadInput, NotFound, Cancelled: as in ``export``.
        """
        from reader.annotations.export import to_vault

        template = self._words_of(choice.template)
        return to_vault(self._material(choice), template=template, progress=progress)

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

    # ---- what is taken ------------------------------------------------------------------

    def _material(self, choice: ExportChoice) -> "Material":
        from reader.annotations.export import Material

        notes = self._chosen(choice)
        editions = {edition.work.id: edition for edition in self._sound_editions()}
        names = {colour.value: name for colour, name in self._store.colour_names().items()}
        concepts = self._concepts_of(notes) if choice.group_by == "concept" else {}
        return Material(
            notes,
            editions,
            concepts,
            names,
            self._ends(notes),
            self._answered(notes),
            choice.language,
        )

    def _answered(self, notes: Iterable[Placed]) -> Mapping[str, Placed]:
        """Return, by reply, the note in a text that begins its talk, where I may see it."""
        every = {note.id: note for note in self.visible()}
        found: dict[str, Placed] = {}
        for placed in notes:
            note, path = placed.annotation, set[str]()
            while isinstance(note.target, NoteTarget) and note.id not in path:
                path.add(note.id)
                note = every.get(note.target.annotation, note)
            if path and not isinstance(note.target, NoteTarget):
                found[placed.annotation.id] = self._place(note)
        return found

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

    def _annotation_file(self, choice: ExportChoice = EVERYTHING) -> bytes:
        """Return my annotation file; only what stands now is left where notes are chosen."""
        from reader.annotations.files import dump
        from reader.annotations.merging import file_of

        mine = file_of(self._store, self.text_sources())
        if choice.restricts:
            only = {one.annotation.id for one in self._chosen(choice)}
            kept = tuple(one for one in mine.revisions if one.note in only)
            mine = replace(mine, revisions=kept)
        return dump(mine)

    def _wanted(self, choice: ExportChoice) -> Callable[[str], bool]:
        """Return what says of an id whether its note is chosen; of all, those not sealed are."""
        if not choice.restricts:
            return self.may_see
        return {one.annotation.id for one in self._chosen(choice)}.__contains__

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


def _grouping(name: str) -> "Grouping":
    from reader.annotations.export import Grouping

    if name not in GROUPINGS:
        raise BadInput(f"Notes cannot be ordered by “{name}”; choose {', '.join(GROUPINGS)}.")
    return Grouping.TEXT if name == "section" else Grouping(name)
