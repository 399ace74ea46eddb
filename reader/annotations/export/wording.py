"""The words that exports set around notes, in the language of the reader."""

import tomllib
from collections.abc import Mapping
from functools import cache

from reader.importing.shipped import shipped

_ENGLISH = "en"


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    file = shipped("resources/templates/words.toml")
    table: dict[str, dict[str, str]] = tomllib.loads(file.read_text("utf-8"))
    return table


def languages() -> tuple[str, ...]:
    """Return the languages in which exports speak, as two letters."""
    return tuple(_table())


def wording(language: str) -> Mapping[str, str]:
    """Return all words in a language (``it``, ``it_IT``); English for what it lacks."""
    table = _table()
    return {**table[_ENGLISH], **table.get(language.replace("-", "_").split("_")[0], {})}


def in_every_language(name: str) -> tuple[str, ...]:
    """Return one word in all languages."""
    return tuple(words[name] for words in _table().values() if name in words)
