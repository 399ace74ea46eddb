"""Topics across the texts, what is looked at remembered, and the glossary edited."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.files import write_json
from reader.library.looking import Looking, concept_meant
from reader.library.ownfile import OwnFile
from reader.library.study import KeptStudy
from reader.library.voices import by_author
from reader.model import (
    NO_PROGRESS,
    BadInput,
    Change,
    Edition,
    Hit,
    HitKind,
    LibraryError,
    Locus,
    NotFound,
    PassageKind,
    Place,
    Progress,
    ReaderError,
    SearchAnswer,
    SearchScope,
    Snippet,
    Span,
    Touched,
)

if TYPE_CHECKING:
    from reader.apparatus import Concept
    from reader.index import Matrix, Row
    from reader.links import Links

#: A row of the topics that is a passage: ``@work¶12``.
PASSAGE_SIGN = "@"
#: Code points of the excerpt in a cell.
_EXCERPT = 240
#: Subjects and topics that are remembered, and letters in the longest of them.
_REMEMBERED, _LONGEST = 60, 2000
#: Hits among which the best passage of a cell is chosen.
_LOOKED_AT = 12
_ASIDE = frozenset({PassageKind.REFERENCE, PassageKind.FRONT, PassageKind.FOOTNOTE})


class Studying(Looking):
    """The part of the door that looks at words and concepts in many texts; nothing here is fast.

    All but the editing of the glossary may be called in any thread.
    """

    _retired: "Links | None" = None

    # ---- topics -------------------------------------------------------------------------

    def matrix(
        self,
        queries: Sequence[str],
        works: Sequence[str],
        progress: Progress = NO_PROGRESS,
        *,
        together: bool = False,
    ) -> "Matrix":
        """Return the best passage of each work for each query; a blank where there is none.

        A row written ``@work¶12`` asks what takes up that passage.  A row that cannot be
        answered is blank and says why.

        Args:
            queries: one a row.
            works: short ids; a column each.
            progress: told row by row.
            together: the texts of one author are one column, with the author's name.

        Raises:
            NotFound: there is no such work.
            Cancelled: the reader stopped it.
        """
        from reader.index import Matrix, matrix

        editions = [self.edition(work) for work in works]
        groups = by_author(editions) if together else [[one] for one in editions]
        columns = dict(_column(group, together=together) for group in groups)
        rows: list[Row] = []
        for at, query in enumerate(queries):
            progress.step(at / len(queries), query)
            if query.startswith(PASSAGE_SIGN):
                rows.append(self._passage_row(query, tuple(columns.values())))
            else:
                rows += matrix(self._ask, [query], tuple(columns), works=columns).rows
        return Matrix(tuple(columns), tuple(rows), "author" if together else "work")

    def _ask(self, query: str, scope: SearchScope) -> SearchAnswer:
        """Search; lists of references and the like stand behind the argument itself."""
        concept = concept_meant(self.glossary(), query)
        answer = self.search(concept.label if concept else query, scope, limit=_LOOKED_AT)
        return replace(answer, hits=tuple(sorted(answer.hits, key=self._is_aside)))

    def _is_aside(self, hit: Hit) -> bool:
        return self.edition(hit.work).passage(hit.passage).kind in _ASIDE

    def _passage_row(self, query: str, columns: Sequence[Sequence[str]]) -> "Row":
        from reader.index import Row

        blank = (None,) * len(columns), (0,) * len(columns)
        try:
            edition, locus = self._cited(query)
            passage = edition.passage(locus)
            found = self.related(edition.work.id, passage.id, per_work=3, evidence=False)
        except ReaderError as error:
            return Row(query, *blank, str(error))
        cells: list[Hit | None] = []
        totals: list[int] = []
        for works in columns:
            here = [one for one in found if one.work in works]
            if edition.work.id in works:
                cells.append(_excerpt(edition, passage.id, 1.0))
            elif here:
                best = max(here, key=lambda one: (one.curated, one.score))
                cells.append(_excerpt(self.edition(best.work), best.passage, best.score))
            else:
                cells.append(None)
            totals.append(len(here))
        return Row(query, tuple(cells), tuple(totals))

    def _cited(self, query: str) -> tuple[Edition, Locus]:
        """Read ``@work¶12``."""
        work, sign, number = query.removeprefix(PASSAGE_SIGN).partition("¶")
        if not sign:
            raise BadInput(
                f"“{query}” is not a passage; write the short id of a text and a number, "
                "as in @my-text¶12."
            )
        return self.edition(work.strip()), Locus.parse(number)

    # ---- remembering --------------------------------------------------------------------

    @property
    def _kept_study(self) -> Path:
        return self.folder / "study.json"

    def kept_study(self) -> KeptStudy:
        """Return what was looked at in this library; nothing when that cannot be read."""
        try:
            data = json.loads(self._kept_study.read_bytes())
            subjects, topics = data["subjects"], data["topics"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return KeptStudy()
        if not isinstance(subjects, list) or not isinstance(topics, list):
            return KeptStudy()
        return KeptStudy(_strings(subjects), _strings(topics))

    def keep_study(self, kept: KeptStudy) -> None:
        """Remember what is looked at; a library that cannot be written to remembers nothing."""
        if self.read_only or kept == self.kept_study():
            return
        data = {
            "subjects": kept.subjects[:_REMEMBERED],
            "topics": kept.topics[:_REMEMBERED],
        }
        with suppress(LibraryError):
            write_json(self._kept_study, data)

    # ---- the glossary -------------------------------------------------------------------

    def concept_counts(
        self, works: Sequence[str], progress: Progress = NO_PROGRESS
    ) -> Mapping[str, Mapping[str, int]]:
        """Return how often each work names each concept: by key, then by work; zeros left out.

        Two million words take 4 s.
        """
        counts: dict[str, dict[str, int]] = {}
        for row, work in enumerate(works):
            progress.step(row / len(works), work)
            edition = self.edition(work)
            for passage in edition.passages:
                for key, _ in self.glossary().find(edition.words_of(passage)):
                    of_concept = counts.setdefault(key, {})
                    of_concept[work] = of_concept.get(work, 0) + 1
        return counts

    def save_concept(self, concept: "Concept", *, replaces: str = "") -> Change:
        """Keep a concept in the reader's own glossary, over a shipped one of the same key.

        Args:
            concept: as it shall be.
            replaces: key of the own concept that it was before, if it had another key.

        Raises:
            BadInput: it has no label, or the own glossary has a mistake that saving would lose.
            ReadOnly: the library cannot be changed.
            LibraryError: the file cannot be written; nothing was changed.
        """
        if not concept.label.strip() or not concept.key:
            raise BadInput("A concept needs a name with at least one letter or digit in it.")
        own = self._own_concepts()
        changed = {key: one for key, one in own.items() if key != replaces}
        changed[concept.key] = concept
        return self._write_concepts("Edit the glossary", changed)

    def remove_concept(self, key: str) -> Change:
        """Take a concept out of the reader's own glossary; a shipped one comes back.

        Raises:
            NotFound: the reader's own glossary has no such concept.
            BadInput, ReadOnly, LibraryError: as in ``save_concept``.
        """
        own = self._own_concepts()
        if key not in own:
            raise NotFound("Your own glossary has no such concept; shipped ones stay.", key)
        del own[key]
        return self._write_concepts("Edit the glossary", own)

    def own_concept_problems(self) -> tuple[str, ...]:
        """Return what is wrong in the own glossary: file, line, entry and remedy.  Slow."""
        from reader.apparatus import load_glossary

        path = self._own_glossary.path
        if not path.is_file():
            return ()
        return tuple(str(one) for one in load_glossary(path).problems if one.file == path.name)

    @cached_property
    def _own_glossary(self) -> OwnFile:
        return OwnFile(self.folder / "glossary.toml")

    def _own_concepts(self) -> dict[str, "Concept"]:
        """Return the reader's own concepts as written.

        Raises:
            BadInput: the file has a mistake: what is wrong there would be lost by writing.
        """
        from reader.apparatus import read_own_concepts

        loaded = read_own_concepts(self._own_glossary.path)
        if loaded.problems:
            first = loaded.problems[0]
            raise BadInput(
                f"Your glossary cannot be saved while it has a mistake: {first}",
                str(self._own_glossary.path),
            )
        return {one.key: one for one in loaded.value}

    def _write_concepts(self, label: str, own: Mapping[str, "Concept"]) -> Change:
        """Write the own glossary as one step that can be undone."""
        self._may_change()
        before = self._own_glossary.content()

        def write() -> Change:
            from reader.apparatus import save_glossary

            save_glossary(self._own_glossary.path, own.values())
            return self._glossary_changed(label)

        def back() -> Change:
            self._own_glossary.put_back(before)
            return self._glossary_changed(label)

        change = write()
        self._undo.did(label, back, write)
        return change

    def _glossary_changed(self, label: str) -> Change:
        """Forget what was made of the old glossary, and say so."""
        self._own_glossary.was_edited()
        self.__dict__.pop("_glossary", None)
        if links := self.__dict__.pop("_links", None):
            self._retire(links)
        return self._tell(Change(Touched.GLOSSARY, label=label))

    def _retire(self, links: "Links") -> None:
        """Put the links of an old glossary aside; other threads may be at work with them.

        They are closed with the library, or when the next ones are put aside.
        """
        if earlier := self._retired:
            self._closing.remove(earlier.close)
            earlier.close()
        self._retired = links

    # ---- places named in companions -----------------------------------------------------

    def cited_place(self, address: str) -> Place:
        """Return the place that a citation in a bundled text means; see ``bundled.citations``.

        The first words decide where a copy counts its paragraphs differently; else the number.

        Raises:
            NotFound: the text is not in the library; the sentence says how to add it.
            BadInput: this is no such address.
        """
        from reader.library.citing import find, read_address

        work, locus, incipit = read_address(address)
        try:
            edition = self.edition(work)
        except NotFound as error:
            title = next((one.title for one in self.missing() if one.id == work), work)
            raise NotFound(
                f"“{title}” is not in the library. Choose File › Add texts… and add your own "
                "copy of it; then this place can be opened.",
                work,
            ) from error
        start = find(edition, locus, incipit).span.start
        return Place(work, Span(start, start))


def key_for(label: str, taken: Iterable[str]) -> str:
    """Return a key for a new concept, made of its name; empty when the name has no letters.

    >>> key_for("Social Factory!", ["social-factory"])
    'social-factory-2'
    """
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    key = "-".join(re.findall(r"[a-z0-9]+", plain))
    if not key and any(letter.isalnum() for letter in label):
        key = "concept"
    known, made, number = set(taken), key, 2
    while made in known:
        made, number = f"{key}-{number}", number + 1
    return made


def _strings(listed: list[object]) -> tuple[str, ...]:
    """Return the strings of a list, each short enough to be a question."""
    return tuple(one for one in listed if isinstance(one, str) and len(one) <= _LONGEST)


def _column(texts: Sequence[Edition], *, together: bool) -> tuple[str, tuple[str, ...]]:
    """Return what a column for some texts is called, and their short ids."""
    first = texts[0].work
    named = together and first.authors and not first.bundled
    return ", ".join(first.authors) if named else first.id, tuple(one.work.id for one in texts)


def _excerpt(edition: Edition, passage: str, score: float) -> Hit:
    """Return a passage as a hit: its beginning, cut at a word."""
    one = edition.passage(passage)
    words = edition.words_of(one)
    text = words if len(words) <= _EXCERPT else words[:_EXCERPT].rpartition(" ")[0] + "…"
    return Hit(
        HitKind.BODY,
        edition.work.id,
        one.id,
        one.locus,
        score,
        Snippet(text, (), one.span),
        author=", ".join(edition.work.authors),
    )
