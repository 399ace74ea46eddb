"""Taking others' notes in: annotation files, and exports of other programs."""

from collections.abc import Callable, Sequence
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.exporting import Exporting
from reader.library.placing import source_iri
from reader.model import (
    NO_PROGRESS,
    Anchored,
    Anchoring,
    AnnotationFileError,
    Change,
    Edition,
    NotFound,
    Outcome,
    Progress,
    Span,
    TextTarget,
)

if TYPE_CHECKING:
    from reader.annotations.files import AnnotationFile
    from reader.annotations.merging import Preview, Row

#: Seconds for places in a preview; ``seek_places`` finds the rest while it is being read.
_PLACES_S = 0.7
#: Letters from which a quotation tells the text it is from: some five words.
_TELLING = 24


class Sharing(Exporting):
    """The part of the door through which others' words come."""

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
        return self._done(change)

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

        editions = list(self._sound_editions())
        works = [edition.work for edition in editions]
        quoted = _Quoted(editions)

        def work_of(about: About) -> str:
            return match_work(about, works) or quoted.work_with(about.quote)

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


class _Quoted:
    """Tells texts by words quoted from them."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self._editions = editions
        self._letters: dict[str, str] = {}

    def work_with(self, quote: str) -> str:
        """Return the one work in which a quotation stands, letter by letter; else nothing."""
        from reader.matching import skeleton

        wanted = skeleton(quote)
        if len(wanted) < _TELLING:
            return ""
        if not self._letters:
            self._letters = {one.work.id: skeleton(one.text) for one in self._editions}
        found = [work for work, letters in self._letters.items() if wanted in letters]
        return found[0] if len(found) == 1 else ""


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
