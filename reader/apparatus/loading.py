"""The glossary and the links: shipped ones, with the reader's own laid over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from reader.apparatus import schema
from reader.apparatus.glossary import Concept, Glossary
from reader.apparatus.links import CuratedLink, LinkEnd
from reader.apparatus.neighbours import join
from reader.apparatus.problems import Problem, table_lines
from reader.apparatus.toml import read_toml, write_toml
from reader.importing.shipped import shipped

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Loaded(Generic[_Value]):
    """What was read.

    Attributes:
        value: everything that was right.
        problems: what was not, by file and line.
    """

    value: _Value
    problems: tuple[Problem, ...] = ()


def load_glossary(own: Path | None = None, shipped_file: Path | None = None) -> Loaded[Glossary]:
    """Return the glossary: the shipped one, with the entries of the reader's file over it.

    An entry of the reader's file replaces the shipped one of the same key.  Takes 20 ms: not
    on the way to the first paint.

    Args:
        own: the reader's ``glossary.toml``; it need not exist.
        shipped_file: another file in place of ``texts/concepts.toml``.
    """
    ours, problems = _concepts(shipped_file or shipped("texts/concepts.toml"), own=False)
    mine, wrong = _concepts(own, own=True) if own else ([], [])
    merged = {one.key: one for one in (*ours, *mine)}
    whole, unjoined = join(merged)
    return Loaded(Glossary(whole), tuple(sorted({*problems, *wrong, *unjoined})))


def read_own_concepts(path: Path) -> Loaded[tuple[Concept, ...]]:
    """Return the reader's own concepts as they are written, to be changed and saved again."""
    found, problems = _concepts(path, own=True)
    return Loaded(tuple(found), tuple(sorted(problems)))


def load_links(
    own: Path | None = None, shipped_file: Path | None = None
) -> Loaded[tuple[CuratedLink, ...]]:
    """Return the curated links: the shipped ones, then the reader's own.

    A link of the reader's file with the key of a shipped one, or with the same ends, replaces it.

    Args:
        own: the reader's ``links.toml``; it need not exist.
        shipped_file: another file in place of ``texts/links.toml``.
    """
    ours, problems = _links(shipped_file or shipped("texts/links.toml"), own=False)
    mine, wrong = _links(own, own=True) if own else ([], [])
    keys = {one.key for one in mine if one.key}
    ends = {(one.start, one.end) for one in mine if not one.off}
    kept = [one for one in ours if one.key not in keys and (one.start, one.end) not in ends]
    live = (*kept, *(one for one in mine if not one.off))
    return Loaded(live, tuple(sorted({*problems, *wrong})))


def read_own_links(path: Path) -> Loaded[tuple[CuratedLink, ...]]:
    """Return the reader's own links as they are written, to be changed and saved again."""
    found, problems = _links(path, own=True)
    return Loaded(tuple(found), tuple(sorted(problems)))


def save_glossary(path: Path, concepts: Iterable[Concept]) -> None:
    """Write the reader's own concepts; ``load_glossary`` reads them back.

    Raises:
        LibraryError: it cannot be written; the old file stays.
    """
    write_toml(path, {"concept": [_concept_table(one) for one in concepts]})


def save_links(path: Path, links: Iterable[CuratedLink]) -> None:
    """Write the reader's own links; ``load_links`` reads them back.

    Raises:
        LibraryError: it cannot be written; the old file stays.
    """
    write_toml(path, {"link": [_link_table(one) for one in links]})


def _concepts(path: Path, *, own: bool) -> tuple[list[Concept], list[Problem]]:
    tables, text, problems = read_toml(path)
    lines = _Lines(text, "concept")
    found, wrong = schema.concepts(tables.pop("concept", []), path.name, lines, own=own)
    return found, [*problems, *wrong, *_strangers(tables, path.name, "concept")]


def _links(path: Path, *, own: bool) -> tuple[list[CuratedLink], list[Problem]]:
    tables, text, problems = read_toml(path)
    lines = _Lines(text, "link")
    found, wrong = schema.links(tables.pop("link", []), path.name, lines, own=own)
    seen: dict[str, int] = {}
    for one in found:
        if one.key and seen.setdefault(one.key, one.line) != one.line:
            wrong.append(
                Problem(path.name, one.line, one.key, "the key stands twice", "choose another key")
            )
    return found, [*problems, *wrong, *_strangers(tables, path.name, "link")]


class _Lines:
    """Lines of the tables of one name, found when first asked for."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._rows: list[int] | None = None

    def __call__(self, row: int) -> int:
        if self._rows is None:
            self._rows = table_lines(self._text, self._name)
        return self._rows[row] if row < len(self._rows) else 0


def _strangers(tables: Mapping[str, object], file: str, name: str) -> list[Problem]:
    return [
        Problem(file, 0, key, "this table means nothing here", f"use [[{name}]] or remove it")
        for key in sorted(tables)
    ]


def _concept_table(one: Concept) -> dict[str, object]:
    variants = [
        {"text": v.text, "language": v.language} if v.language else v.text for v in one.variants
    ]
    table: dict[str, object] = {"key": one.key, "label": one.label, "variants": variants}
    for kind in ("broader", "narrower", "related", "opposed"):
        table[kind] = list(getattr(one, kind))
    table |= {"coined_by": one.coined_by, "note": one.note, "definitions": dict(one.definitions)}
    return {name: value for name, value in table.items() if value}


def _link_table(one: CuratedLink) -> dict[str, object]:
    if one.off:
        return {"key": one.key, "off": True}
    table: dict[str, object] = {
        "key": one.key,
        "from": _end_table(one.start),
        "to": _end_table(one.end),
        "relation": one.relation.value,
        "weight": one.weight,
        "reason": one.reason,
    }
    return {name: value for name, value in table.items() if value}


def _end_table(end: LinkEnd) -> dict[str, object]:
    table: dict[str, object] = {"work": end.work, "incipit": end.incipit}
    return {**table, "near": end.near} if end.near else table
