"""Which work a file holds: one of our records, one that the reader added before, or a new one."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.files import write_json
from reader.library.naming import short_id
from reader.library.placing import Placing
from reader.library.spoken import language_shown
from reader.model import Edition, LibraryError, ReaderError, Work, WorkRecord

if TYPE_CHECKING:
    from reader.importing import RawText
    from reader.restore import Restored

#: Share of the hashes of an own text from which another file is a copy of it: one with 5 % of its
#: letters wrong still shows about a third, other texts of the same author under 4 %.
_SAME_WORK = 0.25
#: Times that a copy may be as long as the other, and how like its title must be.  Of the 143 files
#: of An Anarchist FAQ ten pairs share a quarter to nine tenths of their runs: earlier and later
#: versions under titles of their own, and contents pages 1.5 times as long as one another.
_AS_LONG, _AS_CALLED = 1.35, 0.8


class Knowing(Placing):
    """The part of the door that knows works again."""

    def missing(self) -> tuple[Work, ...]:
        """Return the works that the apparatus knows and the library lacks."""
        own = set(self.own_works())
        return tuple(r.work for r in self._records() if r.work.id not in own)

    def titles_not_here(self) -> dict[str, str]:
        """Return the titles of these works by their short ids."""
        return {one.id: one.title for one in self.missing()}

    def _records(self) -> tuple[WorkRecord, ...]:
        from reader.apparatus import load_records

        return load_records()

    def _record_for(self, text: str) -> WorkRecord | None:
        from reader.apparatus import recognise

        return recognise(text, self._records())

    def _own_record_for(self, text: str, title: str) -> WorkRecord | None:
        """Recognise another copy of a work that the reader added before.

        It takes the place of what is there, so a part, a later version under another title or a
        text that quotes it is none.
        """
        from reader.apparatus import fingerprint, likeness, recognise

        own = [self._own_record(work) for work in self.own_works()]
        found = recognise(text, own, _SAME_WORK)
        if found is None or not _is_called(title, found.work.title):
            return None
        there = self.edition(found.work.id).text
        if max(len(text), len(there)) > _AS_LONG * min(len(text), len(there)):
            return None
        if len({shown for one in (text, there) if (shown := language_shown(one))}) > 1:
            return None  # a translation, of which some words may be as in the other
        here = WorkRecord(found.work, fingerprint(text))
        return found if likeness(there, [here]).get(here, 0.0) >= _SAME_WORK else None

    def _own_record(self, work: str) -> WorkRecord:
        """Return the record of a work that the reader added; its fingerprint is kept."""
        from reader.apparatus import fingerprint

        edition = self.edition(work)
        kept = self.folder / "cache" / f"{edition.sha256}.fingerprint.json"
        with suppress(OSError, ValueError, TypeError):
            return WorkRecord(edition.work, frozenset(map(int, json.loads(kept.read_bytes()))))
        record = WorkRecord(edition.work, fingerprint(edition.text))
        with suppress(LibraryError):
            write_json(kept, sorted(record.fingerprint))
        return record

    def _name(
        self,
        raw: "RawText",
        restored: "Restored",
        record: WorkRecord | None,
        title: str,
        authors: tuple[str, ...],
    ) -> Work:
        """Decide which work a text is, from the surest source to the weakest."""
        stated = title or raw.title or restored.title
        if record or (record := self._own_record_for(restored.text, stated)):
            known = record.work
            return replace(known, title=title or known.title, authors=authors or known.authors)
        title = stated or _from_name(raw.provenance.file)
        authors = authors or raw.authors or restored.authors
        taken = {*self.works(), *(r.work.id for r in self._records())}
        return Work(short_id(title, authors, taken), title, authors, raw.language)

    def _with_source(self, sha256: str) -> Edition | None:
        for work in self.own_works():
            with suppress(ReaderError):
                if self.edition(work).provenance.sha256 == sha256:
                    return self.edition(work)
        return None


def _is_called(title: str, known: str) -> bool:
    """Say whether a title may be the known one misread; without one it may."""
    from difflib import SequenceMatcher

    from reader.matching import skeleton

    alike = SequenceMatcher(None, skeleton(title)[:200], skeleton(known)[:200], autojunk=False)
    return not title or alike.ratio() >= _AS_CALLED


def _from_name(file: str) -> str:
    return Path(file).stem.replace("_", " ").replace("-", " ").strip() or file
