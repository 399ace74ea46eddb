"""An edition as Markdown or plain text, with its provenance."""

from collections.abc import Iterable, Sequence

from reader.model import Edition, InlineKind, InlineSpan, Passage, PassageKind

#: A line end inside a passage becomes a hard one.
_SPECIAL = str.maketrans({ch: "\\" + ch for ch in "\\`*_[]<>#|"} | {"\u2028": "\\\n"})
_MARKS = {InlineKind.EMPHASIS: "*", InlineKind.STRONG: "**"}


def to_text(edition: Edition, passages: Iterable[Passage]) -> str:
    """Return passages as plain text, each with its locus in front."""
    return "".join(f"[{p.locus}] {edition.words_of(p)}\n\n" for p in passages).replace(
        "\u2028", "\n"
    )


def to_markdown(edition: Edition, passages: Iterable[Passage]) -> str:
    """Return passages as CommonMark with footnotes, under a front matter with provenance.

    Paragraphs carry no numbers; page turns are left out.
    """
    notes = _labels([passage for passage in edition.passages if _is_note(passage)])
    blocks = [_front_matter(edition)]
    blocks += [_block(edition, passage, notes) for passage in passages]
    return "\n\n".join(blocks) + "\n"


def _labels(notes: Sequence[Passage]) -> dict[str, str]:
    """Return what notes are called by, by id: their marks, or numbers where marks stand twice."""
    marks = {note.label for note in notes}
    if "" in marks or len(marks) < len(notes):
        return {note.id: str(note.locus.number) for note in notes}
    return {note.id: note.label for note in notes}


def _is_note(passage: Passage) -> bool:
    return passage.kind is PassageKind.FOOTNOTE


def _front_matter(edition: Edition) -> str:
    work, made = edition.work, edition.provenance
    fields = {
        "title": work.title,
        "author": "; ".join(work.authors),
        "contributors": "; ".join(work.contributors),
        "year": work.year,
        "language": work.language,
        "work": work.id,
        "source": made.file,
        "source_sha256": made.sha256,
        "restorer": made.restorer,
        "imported": made.imported,
        "rights": work.rights,
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in fields.items() if value]
    return "\n".join(["---", *lines, "---"])


def _quoted(value: str) -> str:
    """Return a YAML double-quoted string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _block(edition: Edition, passage: Passage, notes: dict[str, str]) -> str:
    words = _with_inline(edition, passage, notes)
    match passage.kind:
        case PassageKind.HEADING:
            return "#" * min(6, passage.level + 1) + " " + words
        case PassageKind.QUOTE:
            return "> " + words.replace("\n", "\n> ")
        case PassageKind.QUESTION:
            return f"**{words}**" if "**" not in words else words
        case PassageKind.FOOTNOTE:
            return f"[^{notes[passage.id]}]: " + words.replace("\n", "\n    ")
        case PassageKind.REFERENCE:
            return "- " + words
        case _:
            return words


def _with_inline(edition: Edition, passage: Passage, notes: dict[str, str]) -> str:
    """Return the words of a passage with emphasis and note references written in."""
    inserts: list[tuple[int, int, str]] = []
    for span in _inside(edition.inline, passage):
        if mark := _MARKS.get(span.kind):
            inserts += [(span.span.start, 1, mark), (span.span.end, 0, mark)]
        elif span.kind is InlineKind.NOTE_REFERENCE and span.target in notes:
            inserts.append((span.span.end, 2, f"[^{notes[span.target]}]"))
    words, at = [], passage.span.start
    for offset, _order, mark in sorted(inserts):
        words += [edition.text[at:offset].translate(_SPECIAL), mark]
        at = offset
    words.append(edition.text[at : passage.span.end].translate(_SPECIAL))
    return "".join(words)


def _inside(inline: Iterable[InlineSpan], passage: Passage) -> Iterable[InlineSpan]:
    return (span for span in inline if passage.span.contains(span.span))
