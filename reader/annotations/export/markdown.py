"""Annotations as Markdown: one document, or a vault with one file a text."""

from collections.abc import Mapping
from typing import cast

from reader.annotations.export import escaping
from reader.annotations.export.files import file_name
from reader.annotations.export.material import Grouping, Material, title_of
from reader.annotations.export.template import asks_for, render
from reader.annotations.export.values import Describer, Values, bibliography, groups
from reader.importing.shipped import shipped
from reader.model import NO_PROGRESS, BadInput, Edition, NotFound, Progress, Span, Verdict

#: The shipped templates, by name.
TEMPLATES = ("study-notes", "bibliography", "vault")


def shipped_template(name: str) -> str:
    """Return a shipped template.

    Raises:
        NotFound: there is none of this name.
    """
    if name not in TEMPLATES:
        raise NotFound(f"There is no template “{name}”; there are {', '.join(TEMPLATES)}.", name)
    return shipped(f"resources/templates/{name}.md").read_text("utf-8")


def to_markdown(
    material: Material,
    *,
    by: Grouping = Grouping.TEXT,
    template: str | None = None,
    progress: Progress = NO_PROGRESS,
) -> str:
    """Return all notes as one Markdown document.

    Equal material gives equal bytes, whatever its order.

    Args:
        material: the notes and their texts.
        by: what the document is divided by.
        template: in the language of ``template``; None for study notes.
        progress: about 0.2 ms a note.

    Raises:
        BadInput: the template has a mistake, or is made for the files of a vault.
        Cancelled: the reader stopped.
    """
    describer = Describer(material, progress)
    found = groups(describer, material, by)
    values = {
        "groups": found,
        "by": by.value,
        "count": str(len(describer.notes)),
        "words": describer.words,
    }
    words = shipped_template("study-notes") if template is None else template
    asked = asks_for(words)
    if "group" in asked and "groups" not in asked:
        raise BadInput(
            "This template makes one file for each text; choose a folder of linked files for it."
        )
    text = render(words, values, progress)
    return _tidy(text)


def to_vault(
    material: Material, *, template: str | None = None, progress: Progress = NO_PROGRESS
) -> Mapping[str, str]:
    """Return file names and contents of a vault: one file for each text, with backlinks.

    Raises:
        BadInput: the template has a mistake, or is made for one document.
        Cancelled: the reader stopped.
    """
    words = shipped_template("vault") if template is None else template
    if "groups" in asks_for(words):
        raise BadInput("This template makes one file for all texts; choose Markdown for it.")
    describer = Describer(material, progress)
    found = groups(describer, material, Grouping.TEXT)
    taken: set[str] = set()
    by_work = {str(group["work"]): group for group in found}
    for work in sorted(_linked(describer) - by_work.keys()):
        by_work[work] = _without_notes(work, material)
    names = {work: file_name(_file_title(group), taken) for work, group in by_work.items()}
    backlinks = _backlinks(describer, names)
    files = {}
    for work, name in names.items():
        group = by_work[work]
        values = {
            "group": _with_files(group, names),
            "backlinks": tuple(backlinks.get(work, ())),
            "words": describer.words,
        }
        files[f"{name}.md"] = _tidy(render(words, values, progress))
    return dict(sorted(files.items()))


def _without_notes(work: str, material: Material) -> Values:
    """Return the group of a work to which links lead only."""
    known = bibliography(work, material.editions.get(work))
    return {**known, "name": title_of(work, material.editions), "sections": ()}


def _file_title(group: Values) -> str:
    author = str(group["author"])
    return f"{author} - {group['name']}" if author else str(group["name"])


def _linked(describer: Describer) -> set[str]:
    """Return the works that links lead to; one that was rejected is none."""
    stand = [one for one in describer.notes if one.annotation.verdict is not Verdict.REJECTED]
    return {str(end["work"]) for placed in stand for end in describer.ends(placed)} - {""}


def _backlinks(describer: Describer, names: Mapping[str, str]) -> dict[str, list[Values]]:
    """Return, for each work, the links that end in it."""
    found: dict[str, list[Values]] = {}
    for placed in describer.notes:
        values = describer.note(placed)
        for end in () if values["rejected"] else describer.ends(placed):
            if end["work"] in names and end["work"] != values["work"]:
                file = names[str(values["work"])]
                found.setdefault(str(end["work"]), []).append({**values, "file": file, "end": end})
    return found


def _with_files(group: Values, names: Mapping[str, str]) -> Values:
    """Give every end of a link the name of its file."""
    return {
        **group,
        "sections": tuple(
            {**section, "notes": tuple(_filed(note, names) for note in _rows(section, "notes"))}
            for section in _rows(group, "sections")
        ),
    }


def _filed(note: Values, names: Mapping[str, str]) -> Values:
    known = {} if note["rejected"] else names
    ends = ({**end, "file": known.get(str(end["work"]), "")} for end in _rows(note, "ends"))
    return {**note, "ends": tuple(ends)}


def _rows(values: Values, name: str) -> tuple[Values, ...]:
    return cast(tuple[Values, ...], values[name])


def _tidy(text: str) -> str:
    """Bring runs of blank lines down to one and end with one line end."""
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        bare = line.lstrip("> ")
        if bare.startswith(("```", "~~~")):
            fence = "" if fence and bare.startswith(fence) else fence or bare[:3]
        if line.strip() or fence or (out and out[-1].strip()):
            out.append(line.rstrip() if not fence else line)
    return "\n".join(out).strip("\n") + "\n"


def reference(edition: Edition, span: Span) -> str:
    """Return a quotation with author, title and locus, as plain text for the clipboard."""
    words = " ".join(escaping.cleaned(span.of(edition.text)).split())
    first = edition.at(span.start).locus
    last = edition.at(max(span.start, span.end - 1)).locus
    place = str(first) if first == last else f"{first}-{last}"
    year = f" ({edition.work.year})" if edition.work.year else ""
    return f"“{words}” - {edition.work.cited}{year}, {place}"
