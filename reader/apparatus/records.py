"""Records of works: bibliographic data and fingerprints from ``texts/works``."""

import base64
import binascii
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reader.apparatus.problems import Problem
from reader.apparatus.recognition import HASH_BYTES
from reader.apparatus.toml import read_toml
from reader.importing.shipped import shipped
from reader.model import Work, WorkRecord

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = ("title", "language", "year", "rights", "available", "note")
_LISTS = ("authors", "contributors")


@cache
def load_records() -> tuple[WorkRecord, ...]:
    """Return the records that ship with the program, by id; broken ones are left out."""
    return read_records(shipped("texts/works"))[0]


def read_records(folder: Path) -> tuple[tuple[WorkRecord, ...], tuple[Problem, ...]]:
    """Return the records of a folder, by id, and what is wrong with the others."""
    records: dict[str, WorkRecord] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        table, _, wrong = read_toml(path)
        problems += wrong
        if wrong:
            continue
        record = _record(table, path.name)
        if isinstance(record, Problem):
            problems.append(record)
        elif record.work.id in records:
            problems.append(
                Problem(path.name, 0, record.work.id, "the id is taken", "choose another id")
            )
        else:
            records[record.work.id] = record
    return tuple(records[key] for key in sorted(records)), tuple(problems)


def _record(table: Mapping[str, object], file: str) -> WorkRecord | Problem:
    key = table.get("id")
    if not isinstance(key, str) or not _ID.fullmatch(key):
        return Problem(file, 0, str(key or ""), "the id is missing or no id",
                       "write id = \"small-letters-digits-hyphens\"")  # fmt: skip
    unknown = table.keys() - {"id", "fingerprint", *_WORDS, *_LISTS}
    if unknown:
        return Problem(file, 0, key, f"the field “{min(unknown)}” is not known", "remove it")
    words = {name: table.get(name, "") for name in _WORDS}
    lists = {name: table.get(name, []) for name in _LISTS}
    if bad := [name for name, value in words.items() if not isinstance(value, str)]:
        return Problem(file, 0, key, f"“{bad[0]}” is no text", "put it between quotation marks")
    if bad := [name for name, value in lists.items() if not _is_words(value)]:
        return Problem(file, 0, key, f"“{bad[0]}” is no list of names", 'write ["…", "…"]')
    if not words["title"]:
        return Problem(file, 0, key, "the title is missing", 'add title = "…"')
    hashes = _hashes(table.get("fingerprint", ""))
    if hashes is None:
        return Problem(file, 0, key, "the fingerprint is damaged",
                       "make it again: python -m reader.apparatus fingerprint FILE")  # fmt: skip
    rights = " ".join(filter(None, (str(words["rights"]), str(words["note"]))))
    work = Work(
        id=key,
        title=str(words["title"]),
        authors=_tuple(lists["authors"]),
        language=str(words["language"]),
        year=str(words["year"]),
        contributors=_tuple(lists["contributors"]),
        rights=rights,
        available=str(words["available"]),
    )
    return WorkRecord(work, hashes)


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _tuple(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def written(hashes: frozenset[int]) -> str:
    """Return a fingerprint as it stands in a record; ascending, base 64, wrapped."""
    data = b"".join(one.to_bytes(HASH_BYTES, "big") for one in sorted(hashes))
    code = base64.b64encode(data).decode()
    lines = "\n".join(code[at : at + 96] for at in range(0, len(code), 96))
    return f'fingerprint = """\n{lines}\n"""'


def _hashes(code: object) -> frozenset[int] | None:
    """Return the hashes; ``written`` is the inverse; None when damaged."""
    if not isinstance(code, str):
        return None
    try:
        data = base64.b64decode("".join(code.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(data) % HASH_BYTES:
        return None
    steps = range(0, len(data), HASH_BYTES)
    return frozenset(int.from_bytes(data[at : at + HASH_BYTES], "big") for at in steps)
