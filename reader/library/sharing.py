"""Taking notes and quotations away, and taking others' notes in."""

import json
from pathlib import Path

from reader.library import codec
from reader.library.margins import Margins
from reader.model import BadInput, Edition, Span


class Sharing(Margins):
    """The part of the door through which words leave and come."""

    def edition_at(self, path: Path) -> Edition:
        """Read an edition from its folder or its ``edition.json``, in this library or elsewhere.

        Raises:
            BadInput: there is no edition there, or it is damaged.
        """
        file = path / "edition.json" if path.is_dir() else path
        try:
            data = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise BadInput(f"There is no readable edition at {path}.", str(path)) from error
        if not isinstance(data, dict):
            raise BadInput(f"{file} is not an edition that Counterpoint wrote.", str(path))
        return codec.load(data)

    def reference(self, work: str, span: Span) -> str:
        """Return a quotation with author, title and locus, for the clipboard."""
        edition = self.edition(work)
        first, last = edition.at(span.start), edition.at(max(span.start, span.end - 1))
        locus = str(first.locus) if first is last else f"{first.locus}–{last.locus}"
        words = " ".join(span.of(edition.text).split())
        author = ", ".join(edition.work.authors)
        return f"“{words}” ({', '.join(filter(None, (author, edition.work.title, locus)))})"
