"""A word or a concept across the texts: the lens, what is never said, the map of the whole."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from reader.library.documents import text_documents
from reader.library.linking import Linking
from reader.library.study import Study, TextStudy, definition_for, one_line
from reader.library.voices import Voice, by_author, voice
from reader.model import NO_PROGRESS, Edition, PassageKind, Progress, SearchScope, Span, Work
from reader.model.patterns import pattern

if TYPE_CHECKING:
    from reader.apparatus import Concept, Glossary
    from reader.index import Document, Extent, Found, KwicLine
    from reader.links import Map, StandIn

#: Passages in which nobody says anything.
_SILENT = frozenset({PassageKind.REFERENCE, PassageKind.FRONT})
#: Guesses at what stands in for a concept that are shown.
_STAND_INS = 5
#: Several words and nothing of the query language: what a concordance shows is their phrase.
_BARE_WORDS = pattern(r"(?!.*\b(?:AND|OR|NOT|NEAR)\b)\s*\w[\w'’-]*(?:\s+\w[\w'’-]*)+\s*")


class Looking(Linking):
    """The part of the door that looks at many texts at once; in any thread, and not fast."""

    def study(
        self,
        subject: str,
        works: Sequence[str],
        progress: Progress = NO_PROGRESS,
        *,
        together: bool = False,
    ) -> Study:
        """Look at a concept, by key or any spelling, or else at a query, in each work.

        Several bare words are a phrase.  Three essays take 0.2 s, a million words about 4 s.

        Args:
            subject: what to look at.
            works: short ids.
            progress: told text by text.
            together: read the texts of one author as one.

        Raises:
            QueryError: it is no concept, and nothing but a mistake as a query.
            NotFound: there is no such work.
        """
        from reader.index import concordance, dispersion, frequency
        from reader.links import look

        glossary = self.glossary()
        concept = concept_meant(glossary, subject)
        editions = [self.edition(work) for work in works]
        groups = by_author(editions) if together else [[one] for one in editions]
        voices = [voice(group) for group in groups]
        found: list[Found] = []
        extents: list[Extent] = []
        asked = self._asked(subject, works) if concept is None else {}
        for row, one in enumerate(voices):
            progress.step(0.7 * row / len(voices), one.whole.work.title)
            documents = _spoken(one.whole)
            extents.append(_extent(one.whole, documents))
            if concept is None:
                found += _asked_in(one, documents, asked)
            else:
                found += _named(documents, glossary, concept.key)
        spread = {one.work: one for one in dispersion(found, extents)}
        progress.step(0.7, subject)
        word = concept.key if concept else " ".join(re.findall(r"\w+", subject))
        places = {work: one.spans for work, one in spread.items()}
        views = look(word, [one.whole for one in voices], glossary, places=places)
        lines: dict[str, list[KwicLine]] = {}
        for line in concordance(found):
            lines.setdefault(line.work, []).append(line)
        often = {one.name: one for one in frequency(found, extents, by_work=True)}
        texts = [
            TextStudy(
                _named_as(one),
                tuple(_in_own_text(one, line) for line in lines.get(one.whole.work.id, ())),
                often[one.whole.work.id],
                spread[one.whole.work.id],
                view,
                _definition(one, concept),
                one_line(one.whole.text, view.defined),
                () if view.places else self._stand_ins(one, concept),
                one.parts,
            )
            for one, view in zip(voices, views, strict=True)
        ]
        bare = concept is not None or _BARE_WORDS.fullmatch(subject)
        mistake = None if bare else self._index.mistake(subject)
        label = concept.label if concept else subject
        return Study(subject, label, concept, tuple(texts), mistake)

    def _stand_ins(self, one: Voice, concept: "Concept | None") -> tuple["StandIn", ...]:
        """Return guesses for each text of a voice, the likeliest of each in turn."""
        if concept is None:
            return ()
        guesses = [
            [
                replace(
                    guess,
                    places=tuple(span.shift(start) for span in guess.places),
                    contexts=tuple(span.shift(start) for span in guess.contexts),
                )
                for guess in self._links.stand_ins(self.edition(work.id), concept.key)
            ]
            for work, start in zip(one.parts.works, one.parts.starts, strict=True)
        ]
        first: dict[str, StandIn] = {}
        for guess in filter(None, chain.from_iterable(zip_longest(*guesses))):
            first.setdefault(guess.concept, guess)
        return tuple(first.values())[:_STAND_INS]

    def _asked(self, query: str, works: Sequence[str]) -> Mapping[str, list["Found"]]:
        found: dict[str, list[Found]] = {}
        if _BARE_WORDS.fullmatch(query):
            query = f'"{query.strip()}"'
        if query.strip():
            for one in self._index.find(query, SearchScope(works=tuple(works), texts_only=True)):
                found.setdefault(one.document.work, []).append(one)
        return found

    def never_said(self, works: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return, by work, the concepts that it never names and another of the works does."""
        from reader.links import never_said

        return never_said([self.edition(work) for work in works], self.glossary())

    def overview(self, works: Sequence[str], progress: Progress = NO_PROGRESS) -> "Map":
        """Return the links between some works as columns and lines; 1 ms for each passage.

        Raises:
            Cancelled: the reader stopped it.
        """
        from reader.links import lay_out

        editions = [self.edition(work) for work in works]
        shown = {}
        for row, one in enumerate(editions):
            part = progress.part(row / len(editions), (row + 1) / len(editions))
            for passage, found in self.related_table(one.work.id, part).items():
                shown[one.work.id, passage] = found
        return lay_out(editions, shown)


def concept_meant(glossary: "Glossary", words: str) -> "Concept | None":
    """Return the concept whose key or name these words are, or whose spelling of several words.

    A single word that is but one spelling of a concept stays a word: "development" asks for
    itself, not for all that a concept of development covers.
    """
    wanted = words.strip()
    if wanted in glossary:
        return glossary[wanted]
    for key, span in glossary.find(wanted):
        one = glossary[key]
        if span == Span(0, len(wanted)) and (
            " " in wanted or one.label.casefold() == wanted.casefold()
        ):
            return one
    return None


def _named(documents: Iterable["Document"], glossary: "Glossary", key: str) -> list["Found"]:
    """Return the passages that name a concept, with every place."""
    from reader.index import Found

    found = []
    for document in documents:
        marks = tuple(span for one, span in glossary.find(document.text) if one == key)
        if marks:
            found.append(Found(document, marks))
    return found


def _spoken(edition: Edition) -> list["Document"]:
    """Return the passages in which an author speaks: no title pages, no lists of references."""
    return [
        document
        for document, passage in zip(text_documents(edition), edition.passages, strict=True)
        if passage.kind not in _SILENT
    ]


def _extent(edition: Edition, documents: Sequence["Document"]) -> "Extent":
    from reader.index import Extent

    words = sum(len(document.text.split()) for document in documents)
    return Extent(
        edition.work.id, ", ".join(edition.work.authors), words, max(1, len(edition.text))
    )


def _asked_in(
    one: Voice, documents: Sequence["Document"], asked: Mapping[str, Sequence["Found"]]
) -> list["Found"]:
    """Return what a search has found in the texts of a voice, as places in the whole."""
    spoken = {document.passage: document for document in documents}
    found = []
    for work in one.parts.works:
        for each in asked.get(work.id, ()):
            document = spoken.get(one.key_of(work.id, each.document.passage))
            if document is not None:
                found.append(replace(each, document=document))
    return found


def _named_as(one: Voice) -> Work:
    """Return the work, or for several of them what stands in its place: the author's name."""
    work = one.whole.work
    return work if len(one.parts.works) == 1 else replace(work, authors=())


def _in_own_text(one: Voice, line: "KwicLine") -> "KwicLine":
    """Return a line with work, passage and place as its own text has them."""
    place = one.parts.place(line.span)
    passage = line.passage.removeprefix(f"{place.work}/")
    return replace(line, work=place.work, span=place.span, passage=passage)


def _definition(one: Voice, concept: "Concept | None") -> str:
    """Return the definitions for an author, each once."""
    if concept is None:
        return ""
    told = (definition_for(work, concept.definitions) for work in one.parts.works)
    return " ".join(dict.fromkeys(filter(None, told)))
