"""Texts that ship with the program: companions and help.

They are Markdown; the editions made of them are kept in the library's cache, so that the
start parses nothing.
"""

import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from reader.importing.shipped import shipped
from reader.library import codec
from reader.library.citing import citations
from reader.library.files import write_json
from reader.model import BadInput, Edition, LibraryError, Work
from reader.model.digests import sha256

#: Folders of bundled texts, with what stands before the file's name in the short id.
_FOLDERS = (("texts/companions", "companion-"), ("resources/help", "help-"))
_AUTHOR = "Counterpoint"
#: Letters of a language at the end of an id.
_CODE = 2


class Bundled:
    """Loads bundled texts through a cache."""

    def __init__(self, cache_folder: Path) -> None:
        self._cache = cache_folder

    def ids(self) -> tuple[str, ...]:
        """Return the short ids of all bundled texts, companions first."""
        return tuple(_files())

    def translations(self, language: str) -> frozenset[str]:
        """Return the ids of help in other languages than ``language`` (``it``, ``it_IT``).

        A translation has the language at the end of its id; English has none and stands in.
        """
        every = _files()
        others = set()
        for work in every:
            plain, _, code = work.rpartition("-")
            if len(code) == _CODE and plain in every:
                ours = f"{plain}-{language[:_CODE]}"
                others |= {work, plain} - {ours if ours in every else plain}
        return frozenset(others)

    def load(self, work: str) -> Edition:
        """Return the edition of a bundled text, from the cache when it is fresh.

        Places that a companion names become links; they cost under 1 ms and are not cached, for
        they are not of the text.
        """
        edition = self._load(work)
        links = sorted((*edition.inline, *citations(edition)), key=lambda one: one.span)
        return replace(edition, inline=tuple(links))

    def _load(self, work: str) -> Edition:
        path = _files()[work]
        data = path.read_bytes()
        # the restorer's version would load restoration at every start: the cache key is the
        # program's, and a new program clears it by its version
        kept = self._cache / f"{work}-{sha256(data).hexdigest()[:16]}.json"
        with suppress(OSError, ValueError, BadInput):
            return codec.load(json.loads(kept.read_bytes()))
        edition = _make(work, path)
        with suppress(LibraryError):
            self._forget(work)
            write_json(kept, codec.dump(edition), durable=False)
        return edition

    def _forget(self, work: str) -> None:
        """Drop editions of older wordings."""
        for old in self._cache.glob(f"{work}-*.json"):
            with suppress(OSError):
                old.unlink()


@cache
def _files() -> dict[str, Path]:
    return {
        before + path.stem: path
        for folder, before in _FOLDERS
        for path in sorted(shipped(folder).glob("*.md"))
    }


def _make(work: str, path: Path) -> Edition:
    from reader.importing import read
    from reader.passages import divide
    from reader.restore import restore

    raw = read(path)
    restored = restore(raw)
    title = raw.title or restored.title or path.stem.replace("-", " ")
    edition = divide(
        restored, raw, Work(work, title, (_AUTHOR,), raw.language or "en", bundled=True), work
    )
    return replace(edition, repairs=(), pieces=())
