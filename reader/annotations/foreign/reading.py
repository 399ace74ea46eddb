"""Any export of another program: recognised by its content, read note by note."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.annotations.files.strict import parse
from reader.annotations.foreign import hypothesis, koreader, readium, zotero
from reader.annotations.foreign.values import Foreign, Program, Refused, WorkOf
from reader.annotations.terms import MAX_NOTES, MAX_WHOLE_BYTES
from reader.model import NO_PROGRESS, Annotation, AnnotationFileError, BadInput, Person, Progress


@dataclass(frozen=True, slots=True)
class _Export:
    """Whose export it is, how its notes are made, and the notes with what names them."""

    program: Program
    note: Callable[[object, WorkOf, Person], Annotation]
    rows: Sequence[tuple[str, object]]


#: One of these stands in every export; without any, parsing a large file is spared.
_SIGNS = (b'"uri"', b'"AnnotationSet"', b'"entries"', b'"documents"', b"annotation")
#: Notes between two reports.
_STEP = 500


def read_foreign(
    data: bytes,
    work_of: WorkOf,
    reader: Person,
    about: str = "",
    progress: Progress = NO_PROGRESS,
) -> Foreign:
    """Read an export of Hypothesis, Readium, KOReader or Zotero.

    Args:
        data: the file's bytes.
        work_of: says which work of the library a foreign text is (see ``match_work``).
        reader: whose notes these are where the export does not say.
        about: names the file in messages.
        progress: about 30 µs a note.

    Raises:
        AnnotationFileError: nothing of it can be taken.
        Cancelled: the reader stopped.
    """
    if len(data) > MAX_WHOLE_BYTES:
        raise AnnotationFileError(
            f"The file has {len(data) / 2**20:,.0f} MiB; exports may have up to "
            f"{MAX_WHOLE_BYTES // 2**20} MiB.",
            about,
        )
    try:
        export = _recognised(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise AnnotationFileError("The file is not text in UTF-8.", about) from error
    except BadInput as error:
        raise AnnotationFileError(f"This export cannot be read. {error.message}", about) from error
    return _read(export, work_of, reader, progress)


def recognise(data: bytes) -> Program | None:
    """Return whose export this is; None for anything else, our own annotation files too."""
    if len(data) > MAX_WHOLE_BYTES or not any(sign in data for sign in _SIGNS):
        return None
    if b'"ar:format"' in data:
        return None
    try:
        return _recognised(data.decode("utf-8-sig")).program
    except (UnicodeDecodeError, BadInput):
        return None


def _recognised(words: str) -> _Export:
    if not words.lstrip().startswith(("{", "[")):
        if zotero.is_zotero_markdown(words):
            return _Export(Program.ZOTERO, zotero.note, tuple(zotero.markdown_entries(words)))
        raise BadInput("It is neither JSON nor Markdown of Zotero's notes.")
    whole = parse(words)
    if hypothesis.is_hypothesis(whole):
        return _Export(Program.HYPOTHESIS, hypothesis.note, tuple(hypothesis.entries(whole)))
    if readium.is_readium(whole):
        return _Export(Program.READIUM, readium.note, tuple(readium.entries(whole)))
    if koreader.is_koreader(whole):
        return _Export(Program.KOREADER, koreader.note, tuple(koreader.entries(whole)))
    if zotero.is_zotero(whole):
        return _Export(Program.ZOTERO, zotero.note, tuple(zotero.entries(whole)))
    raise BadInput("It is none of Hypothesis, Readium, KOReader or Zotero.")


def _read(export: _Export, work_of: WorkOf, reader: Person, progress: Progress) -> Foreign:
    notes: dict[str, Annotation] = {}
    refused: list[Refused] = []
    for number, (where, row) in enumerate(export.rows[:MAX_NOTES]):
        if number % _STEP == 0:
            progress.step(number / len(export.rows), "reading notes")
        try:
            made = export.note(row, work_of, reader)
        except (BadInput, ValueError, RecursionError) as error:
            words = error.message if isinstance(error, BadInput) else "It cannot be read."
            refused.append(Refused(where[:80], words))
            continue
        if made.id in notes:
            refused.append(Refused(where[:80], "It stands in the file twice; the first is taken."))
        else:
            notes[made.id] = made
    if len(export.rows) > MAX_NOTES:
        refused.append(Refused("the rest", f"Up to {MAX_NOTES:,} notes are taken at once."))
    return Foreign(export.program, tuple(notes.values()), tuple(refused))
