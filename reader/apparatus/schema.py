"""From TOML tables to concepts and links: every field looked at, every mistake a ``Problem``."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reader.apparatus.glossary import Concept, Variant
from reader.apparatus.links import CuratedLink, LinkEnd
from reader.apparatus.problems import Problem
from reader.model import Relation

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEIGHBOURS = ("broader", "narrower", "related", "opposed")
_CONCEPT = {"key", "label", "variants", "definitions", "coined_by", "note", *_NEIGHBOURS}
_LINK = {"from", "to", "relation", "weight", "reason", "key", "off"}
_END = {"work", "incipit", "near"}
#: Quotations of up to six words serve as places (see ``texts/README.md``).
_INCIPIT_WORDS = 6


@dataclass
class Reader:
    """Reads the fields of one entry; the first mistake ends it.

    Attributes:
        file, line, entry: for messages.
        problems: what was wrong.
    """

    file: str
    line: int
    entry: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, what: str, remedy: str) -> None:
        """Note a mistake."""
        self.problems.append(Problem(self.file, self.line, self.entry, what, remedy))

    def words(self, table: Mapping[str, object], name: str) -> str:
        """Return a text field, empty without."""
        value = table.get(name, "")
        if isinstance(value, str):
            return value.strip()
        self.wrong(f"“{name}” is no text", "put it between quotation marks")
        return ""

    def names(self, table: Mapping[str, object], name: str) -> tuple[str, ...]:
        """Return a list of texts, empty without."""
        value = table.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(dict.fromkeys(one.strip() for one in value if one.strip()))
        self.wrong(f"“{name}” is no list of texts", f'write {name} = ["…", "…"]')
        return ()

    def known(self, table: Mapping[str, object], fields: Iterable[str], where: str) -> None:
        """Note fields that mean nothing: most are slips of the pen."""
        for name in sorted(table.keys() - set(fields)):
            self.wrong(f"{where} has no field “{name}”", "correct its name or remove it")


Lines = Callable[[int], int]


def concepts(
    tables: object, file: str, line_of: Lines, *, own: bool = False
) -> tuple[list[Concept], list[Problem]]:
    """Return the concepts of the tables ``[[concept]]`` and what is wrong with the others."""
    good: dict[str, Concept] = {}
    problems: list[Problem] = []
    for row, table in enumerate(_listed(tables, file, "concept", problems)):
        entry = str(table.get("key") or table.get("label") or f"number {row + 1}")
        reader = Reader(file, line_of(row), entry)
        concept = _concept(table, reader, own=own)
        if concept.key in good:
            reader.wrong("the key stands twice", "join both entries or choose another key")
        problems += reader.problems
        if concept.key and concept.label and concept.key not in good:
            good[concept.key] = concept
    return list(good.values()), problems


def _listed(
    tables: object, file: str, name: str, problems: list[Problem]
) -> list[Mapping[str, object]]:
    if isinstance(tables, list) and all(isinstance(one, dict) for one in tables):
        return tables
    problems.append(
        Problem(file, 0, "", f"“{name}” is no list of entries", f"begin each with [[{name}]]")
    )
    return []


def _concept(table: Mapping[str, object], reader: Reader, *, own: bool) -> Concept:
    reader.known(table, _CONCEPT, "a concept")
    key, label = reader.words(table, "key"), reader.words(table, "label")
    if not _KEY.fullmatch(key):
        reader.wrong("the key is missing or no key", 'write key = "small-letters-digits-hyphens"')
        key = ""
    if not _WORD.search(label):
        reader.wrong("the label is missing", 'add label = "…"')
        label = ""
    near = {name: tuple(k for k in reader.names(table, name) if k != key) for name in _NEIGHBOURS}
    return Concept(
        key=key,
        label=label,
        variants=_variants(table, reader),
        **near,
        definitions=_definitions(table, reader),
        coined_by=reader.words(table, "coined_by"),
        note=reader.words(table, "note"),
        own=own,
        file=reader.file,
        line=reader.line,
    )


def _variants(table: Mapping[str, object], reader: Reader) -> tuple[Variant, ...]:
    value = table.get("variants", [])
    if not isinstance(value, list):
        reader.wrong("“variants” is no list", 'write variants = ["…", "…"]')
        return ()
    found: dict[Variant, None] = {}
    for one in value:
        text, language = one, ""
        if isinstance(one, dict):
            text, language = one.get("text"), one.get("language", "")
        if isinstance(text, str) and isinstance(language, str) and _WORD.search(text):
            found[Variant(text.strip(), language)] = None
        else:
            reader.wrong(f"a variant is no spelling: {str(one)[:40]}",
                         'write "…" or { text = "…", language = "it" }')  # fmt: skip
    return tuple(found)


def _definitions(table: Mapping[str, object], reader: Reader) -> dict[str, str]:
    value = table.get("definitions", {})
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return {who: words.strip() for who, words in value.items()}
    reader.wrong("the definitions are not texts by author", 'write author = "…" for each')
    return {}


def links(
    tables: object, file: str, line_of: Lines, *, own: bool = False
) -> tuple[list[CuratedLink], list[Problem]]:
    """Return the links of the tables ``[[link]]`` and what is wrong with the others."""
    good: list[CuratedLink] = []
    problems: list[Problem] = []
    for row, table in enumerate(_listed(tables, file, "link", problems)):
        reader = Reader(file, line_of(row), _entry(table, row))
        link = _link(table, reader, own=own)
        problems += reader.problems
        if link:
            good.append(link)
    return good, problems


def _entry(table: Mapping[str, object], row: int) -> str:
    if table.get("key"):
        return str(table["key"])
    ends = [table.get(name) for name in ("from", "to")]
    told = [
        f"{end.get('work', '?')}: {end.get('incipit', '?')}" if isinstance(end, dict) else "?"
        for end in ends
    ]
    return " → ".join(told) if told != ["?", "?"] else f"number {row + 1}"


def _link(table: Mapping[str, object], reader: Reader, *, own: bool) -> CuratedLink | None:
    reader.known(table, _LINK, "a link")
    slips = len(reader.problems)
    key, reason = reader.words(table, "key"), reader.words(table, "reason")
    if table.get("off") is True:
        if not key:
            reader.wrong("it silences no link", 'add key = "…" of the link to be silenced')
            return None
        return CuratedLink.silence(key, reader.file, reader.line)
    start, end = _end(table, "from", reader), _end(table, "to", reader)
    relation, weight = _relation(table, reader), _weight(table, reader)
    if not reason:
        reader.wrong("the reason is missing", "say in one sentence what the reader will find")
    if start and end and start == end:
        reader.wrong("both ends are the same", "give two different passages")
    if len(reader.problems) > slips or not (start and end and relation):
        return None
    return CuratedLink(start, end, relation, weight, reason, key, reader.file, reader.line, own)


def _end(table: Mapping[str, object], name: str, reader: Reader) -> LinkEnd | None:
    end = table.get(name)
    if not isinstance(end, dict):
        reader.wrong(f"“{name}” is missing", f'write {name} = {{ work = "…", incipit = "…" }}')
        return None
    reader.known(end, _END, f"“{name}”")
    work, incipit, near = (
        reader.words(end, "work"),
        reader.words(end, "incipit"),
        end.get("near", 0),
    )
    words = len(incipit.split())
    if not _KEY.fullmatch(work):
        reader.wrong(f"the work of “{name}” is missing or no short id", 'write work = "…"')
    elif not _WORD.search(incipit) or words > _INCIPIT_WORDS:
        reader.wrong(
            f"the incipit of “{name}” has {words} words", "give the first two to six words"
        )
    elif isinstance(near, bool) or not isinstance(near, int) or near < 0:
        reader.wrong(f"“near” of “{name}” is no number", "give the number of the paragraph")
    else:
        return LinkEnd(work, incipit, near)
    return None


def _relation(table: Mapping[str, object], reader: Reader) -> Relation | None:
    value = table.get("relation")
    try:
        return Relation(str(value))
    except ValueError:
        told = f"the relation “{value}” is not known" if value else "the relation is missing"
        reader.wrong(told, f"use one of {', '.join(Relation)}")
        return None


def _weight(table: Mapping[str, object], reader: Reader) -> int:
    value = table.get("weight", 1)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 3:
        return value
    reader.wrong(f"the weight {value} is not 1, 2 or 3", "write weight = 2")
    return 1
