"""``note``, ``export`` and ``merge``."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from reader.cli.places import place
from reader.cli.printing import print_json, print_line, print_text
from reader.library import Library
from reader.model import AnnotationKind, BadInput, Edition, Passage, Span, TextTarget


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
    """Print notes, or write them to a file or folder."""
    works = tuple(arguments.within) if arguments.within else None
    template = arguments.template.read_text("utf-8") if arguments.template else None
    if arguments.format == "vault" and not arguments.out:
        raise BadInput("A vault is a folder of files; say where with -o FOLDER.")
    if arguments.out:
        library.export_to(arguments.out, works=works, format=arguments.format, template=template)
    else:
        print_text(library.export(works=works, format=arguments.format, template=template))
    return 0 if any(True for _ in library.notes()) else 1


def merge(library: Library, arguments: Namespace) -> int:
    """Take annotation files in, or say what would happen."""
    told: list[dict[str, Any]] = []
    for path in arguments.files:
        preview = library.preview(path)
        rows = [_row(path, row) for row in preview.rows]
        told += rows
        if not arguments.json:
            for row in rows:
                print_line(
                    f"{row['fate']:16} {row['author']}: {row['words']} {row['reason']}".rstrip()
                )
        if not arguments.preview:
            library.take(preview)
    if arguments.json:
        print_json(told)
    elif not arguments.preview:
        print_line(f"{sum(row['useful'] for row in told)} annotations taken in.")
    return 0 if told else 1


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
        "place": row.place.value,
        "author": note.author.name if note else "",
        "words": " ".join(words.split())[:80],
        "reason": row.reason,
    }


def _told(row: dict[str, Any]) -> str:
    where = f" [{row['place']}]" if row["place"] not in ("", "sure") else ""
    who = f"{row['author']}: " if row["author"] else ""
    return f"{row['fate']:18}{where} {who}{row['words']} {row['reason']}".rstrip()
