"""``note``, ``export`` and ``merge``."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from reader.cli.places import place
from reader.cli.printing import print_json, print_line, print_text
from reader.library import ExportChoice, Library
from reader.model import (
    AnnotationFileError,
    AnnotationKind,
    BadInput,
    Edition,
    Passage,
    Span,
    TextTarget,
)


def note(library: Library, arguments: Namespace) -> int:
    """Add a note on a passage, or on words of it."""
    edition, passage = place(library, arguments.place)
    span = _quoted(edition, passage, arguments.quote) if arguments.quote else passage.span
    made = library.mark(
        edition.work.id, span, kind=AnnotationKind.NOTE, body=arguments.text, tags=arguments.tag
    )
    if arguments.json:
        print_json({"id": made.id, "work": edition.work.id, "locus": str(passage.locus)})
    else:
        print_line(f"Noted at {edition.work.id} {passage.locus} ({made.id}).")
    return 0


def _quoted(edition: Edition, passage: Passage, quote: str) -> Span:
    """Find the quoted words in a passage, letter by letter: spaces and hyphens do not matter."""
    from reader.library import find_words

    found = find_words(edition.words_of(passage), quote)
    if found is None:
        raise BadInput(f"“{quote}” does not stand in {edition.work.id} {passage.locus}.")
    return found.shift(passage.span.start)


def export(library: Library, arguments: Namespace) -> int:
    """Print notes, or write them to a file or folder; 1 where there are none to take."""
    choice = _choice(library, arguments)
    if choice.format == "vault" and not arguments.out:
        raise BadInput("A vault is a folder of files; say where with -o FOLDER.")
    if choice.restricts and not library.count(choice):
        print(
            "counterpoint: None of the notes is like that; nothing was exported.",
            file=sys.stderr,
        )
        return 1
    if arguments.out:
        library.export_to(arguments.out, choice)
    else:
        print_text(library.export(choice))
    return 0 if library.visible() else 1


def _choice(library: Library, arguments: Namespace) -> ExportChoice:
    return ExportChoice(
        format=arguments.format,
        template=_template(library, arguments.template) if arguments.template else "",
        group_by=arguments.by,
        works=tuple(arguments.within) if arguments.within else None,
        section=arguments.section,
        concept=arguments.concept,
        tag=arguments.tag.removeprefix("#"),
        person=_member(library, arguments.person) if arguments.person else "",
        language=arguments.language,
    )


def _member(library: Library, name: str) -> str:
    """Return the id of a member by name or id.

    Raises:
        BadInput: nobody, or more than one, has this name.
    """
    people = {one.person.id: one.person.name for one in library.members()}
    if name in people:
        return name
    found = [key for key, known in people.items() if known.casefold() == name.casefold()]
    if len(found) > 1:
        raise BadInput(f"{len(found)} members are called “{name}”; give an id: {', '.join(found)}.")
    if not found:
        names = {repr(known[:60]) for known in people.values()}  # a name may be hostile
        raise BadInput(f"There are no notes of “{name}” here, only of {', '.join(sorted(names))}.")
    return found[0]


def _template(library: Library, name: Path) -> str:
    """Return the words of a template file, or the name of a shipped or own one."""
    from reader.library import TEMPLATES

    names = (*TEMPLATES, *library.templates())
    if str(name) in names:
        return str(name)
    try:
        return name.read_text("utf-8")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not written in UTF-8"
        raise BadInput(
            f"The template {name} cannot be read ({why}); give a file, or one of "
            f"{', '.join(names)}.",
            str(name),
        ) from error


def merge(library: Library, arguments: Namespace) -> int:
    """Take annotation files in, or say what would happen."""
    told: list[dict[str, Any]] = []
    refused = False
    for path in arguments.files:
        try:
            rows = _merged(library, path, only_preview=arguments.preview)
        except AnnotationFileError as error:
            refused = True
            print(f"counterpoint: {error.message}", file=sys.stderr)
            continue
        told += rows
        for row in [] if arguments.json else rows:
            print_line(_told(row))
    if arguments.json and told:
        print_json(told)
    elif not arguments.preview and told:
        print_line(f"{sum(row['ticked'] for row in told)} annotations taken in.")
    return 2 if refused else 0 if told else 1


def _merged(library: Library, path: Path, *, only_preview: bool) -> list[dict[str, Any]]:
    preview = library.preview(path)
    if not only_preview:
        library.take(preview)
    return [_row(path, row) for row in preview.rows]


def _row(path: Path, row: Any) -> dict[str, Any]:
    note = row.annotation
    target = note.target if note else None
    quote = target.selectors.exact if isinstance(target, TextTarget) else ""
    words = (note.body.strip() if note else "") or quote
    return {
        "file": path.name,
        "id": row.where,
        "fate": row.fate.value,
        "useful": row.useful,
        "ticked": row.ticked,
        "place": row.place.value,
        "author": note.author.name if note else "",
        "words": " ".join(words.split())[:80],
        "reason": row.reason,
    }


def _told(row: dict[str, Any]) -> str:
    where = f" [{row['place']}]" if row["place"] not in ("", "sure") else ""
    who = f"{row['author']}: " if row["author"] else ""
    return f"{row['fate']:18}{where} {who}{row['words']} {row['reason']}".rstrip()
