"""Search of the library: texts, notes and concepts in one index."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.documents import (
    CONCEPTS,
    concept_document,
    explained,
    note_document,
    text_documents,
)
from reader.library.margins import Margins
from reader.library.spoken import language_of, language_shown
from reader.library.texts import Texts
from reader.model import (
    NO_PROGRESS,
    AnnotationKind,
    BadInput,
    Change,
    Edition,
    Hit,
    HitKind,
    LibraryError,
    NoteTarget,
    NotFound,
    Placed,
    Progress,
    ReaderError,
    SearchAnswer,
    SearchOrder,
    SearchScope,
    Snippet,
    Span,
    Touched,
)
from reader.model.digests import sha256

if TYPE_CHECKING:
    from reader.apparatus import Concept, Glossary
    from reader.index import Document, SearchIndex

#: Under this many words a changed library is brought up to date piece by piece in this process;
#: above, another process builds the index anew (20 µs a word here, 13 there).
_FEW_WORDS = 150_000
#: More notes than this in one change are left to the next refresh (1 ms a note here).
MANY_NOTES = 300
_CONCEPTS_SHOWN = 5
#: Raised where other things of a note are found than before; then all are taken in anew.
_NOTES_AS = "3"
#: Concepts that the query is a name of are shown behind whatever else was found: this many, in one
#: of so many places of a list.
_NAMED_SHOWN, _PLACES_FOR_NAMED = 2, 50
_EXCERPT = 180


class Finding(Texts, Margins):
    """The part of the door that searches; ``quick`` and ``search`` may be called in any thread."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        super().__init__(folder, read_only=read_only)
        self._unread: set[str] = set()  # notes made before the index was opened
        self._skipped = 0  # changes of too many notes, left to the next refresh
        self._caught_up = -1  # of them, those that a refresh has taken in; -1: there was none
        self.listen(Touched.MARKS, self._on_marks)

    def glossary(self) -> "Glossary":
        """Return the concepts of the apparatus with the reader's own over them; 40 ms at first."""
        return self._glossary

    @cached_property
    def _glossary(self) -> "Glossary":
        from reader.apparatus import load_glossary

        return load_glossary(self.folder / "glossary.toml").value

    @cached_property
    def _index(self) -> "SearchIndex":
        from reader.index import SearchIndex

        index = SearchIndex.open(
            self.folder / "index",
            self._variants_of,
            texts=self._all_documents,
            # derived data may be written beside another writer of notes: it is switched whole
            read_only=not os.access(self.folder, os.W_OK),
        )
        self._closing += [index.close, self.write_notes]  # the last one first
        return index

    def _reopen_index(self, caught_up: int) -> None:
        """Take up what another process wrote; notes written meanwhile are still found."""
        self._caught_up = caught_up
        if "_index" in self.__dict__:
            self._index.reopen()

    # ---- asking -------------------------------------------------------------------------

    def quick(
        self, query: str, scope: SearchScope = SearchScope(), limit: int = 20
    ) -> SearchAnswer:
        """Return the first hits, unranked, within a few milliseconds."""
        return self._seen_only(self._found_by.quick(query, scope, limit))

    def search(
        self,
        query: str,
        scope: SearchScope = SearchScope(),
        order: SearchOrder = SearchOrder.RELEVANCE,
        limit: int = 50,
        *,
        typing: bool = True,
    ) -> SearchAnswer:
        """Return ranked hits; a mistake in the query is a message in the answer.

        While ``typing``, the last word may be unfinished.  A few concepts of the
        glossary stand behind the texts and notes, not before them: in a long list also those that
        the query names, however much else was found.
        """
        answer = self._seen_only(self._found_by.search(query, scope, order, limit, typing=typing))
        named = self._named(query, limit) if scope == SearchScope() else ()
        return _concepts_last(answer, named, limit)

    def _named(self, query: str, limit: int) -> tuple[Hit, ...]:
        words = query.strip().removeprefix("concept:").strip(' "“”*')
        most = min(_NAMED_SHOWN, limit // _PLACES_FOR_NAMED)
        return tuple(map(_concept_hit, self._glossary.named(words)[:most])) if words else ()

    @property
    def _found_by(self) -> "SearchIndex":
        """The index, with the notes that were made before it was opened."""
        opened = "_index" in self.__dict__
        index = self._index
        unread, self._unread = self._unread, set()
        self._let_be_found(unread)
        if not opened and (index.read_only or self.read_only):  # we do not bring it up to date
            self._recall_notes()
        return index

    def _seen_only(self, answer: SearchAnswer) -> SearchAnswer:
        """Drop notes that are sealed or muted since they were indexed."""
        if not self._restricts():
            return answer
        hits = tuple(h for h in answer.hits if not h.annotation or self.may_see(h.annotation))
        dropped = len(answer.hits) - len(hits)
        return replace(answer, hits=hits, total=answer.total - dropped) if dropped else answer

    def _variants_of(self, words: str) -> tuple[str, ...]:
        """Ask the glossary, which is read with the first query and not before."""
        return self._glossary.variants_of(words)

    # ---- keeping up ---------------------------------------------------------------------

    def refresh_index(self, progress: Progress = NO_PROGRESS) -> bool:
        """Bring the index up to date with texts, notes and glossary; say whether it changed.

        Raises:
            LibraryError: it cannot be written; search goes on with what there is.
        """
        skipped, index = self._skipped, self._found_by
        index.tidy()
        stamps = self._stamps()
        stale = index.stale(stamps)
        if not stale:
            self._caught_up = skipped
            return False
        with self._notes_found_anyway():
            if self._words(stale.changed) > _FEW_WORDS:
                self._build_index(stamps, progress)
            else:
                changed = ((work, stamps[work], self._documents_of(work)) for work in stale.changed)
                index.update_all(changed, progress, gone=stale.gone)
                if index.stale(stamps):  # found damaged just now and begun anew with these
                    self._build_index(stamps, progress)
                else:
                    self._move_notes({*stale.changed, *stale.gone})
        self._caught_up = skipped
        self._tell(Change(Touched.INDEX, label="Index"))
        return True

    def _move_notes(self, works: set[str]) -> None:
        """Let the notes on texts that changed be found where they stand in them now."""
        from reader.index import NOTES

        moved = [n.id for n in self.visible() if n.works & works or n.kind is AnnotationKind.REPLY]
        if moved and NOTES not in works:  # else all were just written
            self._let_be_found(moved)
            self._index.flush(self._notes_stamp())

    def _build_index(self, stamps: Mapping[str, str], progress: Progress) -> None:
        texts = ((work, stamp, self._documents_of(work)) for work, stamp in stamps.items())
        self._index.rebuild(texts, progress)

    @contextmanager
    def _notes_found_anyway(self) -> Iterator[None]:
        """Where the index cannot be written, let the notes that it lacks be found from memory."""
        try:
            yield
        except LibraryError:
            self._recall_notes()
            raise

    def _recall_notes(self) -> None:
        """Let the notes be found from memory where the index lacks some."""
        from reader.index import NOTES

        behind = NOTES in self._index.stale({NOTES: self._notes_stamp()}).changed
        if behind and not self._index.building:
            self._index.put_notes(self._documents_of(NOTES))

    def refresh_notes(self, progress: Progress = NO_PROGRESS) -> None:
        """Let notes be found that were made while no index was open.

        Texts are not looked at, unless one is missing there altogether: then all is refreshed.

        Raises:
            LibraryError: the index cannot be written; search goes on with what there is.
        """
        from reader.index import NOTES

        stamp = self._notes_stamp()
        index = self._index
        if not all(map(index.holds, self.works())):
            self.refresh_index(progress)
        elif NOTES in index.stale({NOTES: stamp}).changed:
            with self._notes_found_anyway():
                index.update(NOTES, self._documents_of(NOTES), stamp=stamp)

    @property
    def notes_wait(self) -> bool:
        """Whether so many notes are found from memory only that it is time to refresh."""
        return "_index" in self.__dict__ and self._index.should_flush

    def write_notes(self) -> None:
        """Write notes that are found from memory into the index; 0.2 s for a hundred.

        Not while it is behind: its stamp would say that it knows all.  Where it cannot be
        written, the next refresh will find them.
        """
        current = self._caught_up == self._skipped and not self._unread
        if current and "_index" in self.__dict__ and self._index.waiting:
            with suppress(ReaderError):
                self._index.flush(self._notes_stamp())

    def _stamps(self) -> dict[str, str]:
        from reader.index import NOTES

        stamps = {CONCEPTS: self._glossary.id}
        for edition in self._sound_editions():
            spoken = language_of(edition)  # it decides what is found, too
            other = () if spoken in ("", "en", edition.work.language) else (spoken,)
            stamps[edition.work.id] = _stamp(edition.sha256, repr(edition.work), *other)
        if any(True for _note in self.visible()):
            stamps[NOTES] = self._notes_stamp()
        return stamps

    def _notes_stamp(self) -> str:
        seen = list(self.visible())
        notes = sorted((note.id, note.modified) for note in seen)
        works = sorted({work for note in seen for work in note.works})
        return _stamp(_NOTES_AS, repr(notes), *map(self._language_of, works))

    def _language_of(self, work: str) -> str:
        """Return the language of a work; empty where it cannot be opened."""
        with suppress(BadInput, NotFound):
            return language_of(self.edition(work))
        return ""

    def _words(self, works: Iterable[str]) -> int:
        """Estimate the words of some works."""
        found = 0
        for work in works:
            with suppress(ReaderError):
                found += len(self.edition(work).text) // 6
        return found

    def _sound_editions(self) -> Iterator[Edition]:
        for work in self.works():
            with suppress(BadInput, NotFound):
                yield self.edition(work)

    def _all_documents(self) -> Iterator["Document"]:
        from reader.index import NOTES

        for work in sorted(self._stamps(), key=lambda one: one != NOTES):  # texts may be cut off
            yield from self._documents_of(work)

    def _documents_of(self, work: str) -> list["Document"]:
        from reader.index import NOTES

        if work == NOTES:
            return [self._note_document(placed) for placed in self.notes()]
        if work == CONCEPTS:
            return list(map(concept_document, self._glossary))
        return text_documents(self.edition(work))

    def _note_document(self, placed: Placed) -> "Document":
        """Return a note as the index takes it, in the language that it is likely written in."""
        head = self._head(placed)
        shown = language_shown(placed.annotation.body)
        there = self._language_of(min(head.annotation.works, default=""))
        return note_document(placed, head, shown or there)

    def _head(self, placed: Placed) -> Placed:
        """Return the note at the head of a conversation; the last one known of it."""
        seen = {placed.annotation.id}
        with suppress(NotFound):
            while isinstance(target := placed.annotation.target, NoteTarget):
                if target.annotation in seen:  # hostile answers may stand in a ring
                    break
                seen.add(target.annotation)
                placed = self.note(target.annotation)
        return placed

    def _on_marks(self, change: Change) -> None:
        """Let notes be found, or not be found, from now on; the index is opened by a search.

        Many at once, as after a large import, wait for the next ``refresh``.
        """
        if len(change.annotations) > MANY_NOTES:
            self._skipped += 1
        elif "_index" not in self.__dict__:
            self._unread |= change.annotations
        else:
            self._let_be_found(change.annotations)

    def _let_be_found(self, annotations: Iterable[str]) -> None:
        put, gone = [], []
        for one in annotations:
            try:
                put.append(self._note_document(self.note(one)))
            except NotFound:
                gone.append(one)
        with suppress(LibraryError):
            self._index.change_notes(put, gone)


def _concepts_last(answer: SearchAnswer, named: Sequence[Hit], limit: int) -> SearchAnswer:
    """Return the answer with its concepts behind, those that the query names first."""
    concepts = {hit.passage: hit for hit in answer.hits if hit.kind is HitKind.CONCEPT}
    own = {hit.passage: concepts.get(hit.passage, hit) for hit in named}
    shown = list({**own, **concepts}.values())[:_CONCEPTS_SHOWN]
    others = [hit for hit in answer.hits if hit.kind is not HitKind.CONCEPT]
    total = answer.total - len(concepts) + len(shown)
    return replace(answer, hits=(*others[: limit - len(shown)], *shown), total=total)


def _concept_hit(concept: "Concept") -> Hit:
    text = explained(concept)
    if len(text) > _EXCERPT:
        text = text[: max(text.rfind(" ", 0, _EXCERPT), len(concept.label))]
    mark = Span(0, len(concept.label))
    snippet = Snippet(text, (mark,), Span(0, len(text)))
    return Hit(HitKind.CONCEPT, "", concept.key, None, 0.0, snippet)


def _stamp(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]
