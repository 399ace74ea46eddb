"""The search of a library: one index over every text and every note."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from reader.index.keeper import MOST_NOTES, Keeper
from reader.index.values import (
    NOTES,
    Document,
    Extent,
    Found,
    Stale,
    Variants,
    no_texts,
    no_variants,
)
from reader.model import (
    NO_PROGRESS,
    Hit,
    HitKind,
    Progress,
    SearchAnswer,
    SearchOrder,
    SearchScope,
)

T = TypeVar("T")

if TYPE_CHECKING:
    from reader.index.evaluate import Evaluation
    from reader.index.hits import Part
    from reader.index.query import Mistake, Query
    from reader.index.shard import Docs, Shard
    from reader.index.writing import Text

#: Words that a beginning stands for: at a key stroke, and in the ranked answer.  Eight words fill
#: a list of hits; 4,096 hold every passage of the FAQ that has a word with one letter as beginning.
_QUICK_WORDS, _RANKED_WORDS = 8, 4096
#: Documents looked at for the quick answer, step by step until the list is full.
_HORIZONS = (512, 2048, 8192, 32768)
#: Documents that are looked at all at once when no more can be found: it takes 0.2 ms.
_RARE = 1500
#: Seconds after which a quick answer takes no further step: with hits, and without any.
_QUICK_TIME, _LONGEST_TIME = 0.002, 0.006
#: Seconds for any answer at all.
_MOST_TIME = 2.0
_PARTLY = "Until the index is built only the first texts are searched, up to two million letters."


class SearchIndex:
    """Everything that can be searched, and how.

    Made at once; the index is opened by ``warm`` or the first search.  All methods may be called
    from any thread, ``update``, ``rebuild`` and the first search preferably not from the window's.

    Attributes:
        folder: of the index, private (mode 0700); derived data, can be deleted at any time.
    """

    def __init__(self, keeper: Keeper, variants: Variants) -> None:
        self.folder = keeper.folder
        self._keeper = keeper
        self._variants = variants

    @classmethod
    def open(
        cls,
        folder: Path,
        variants: Variants = no_variants,
        *,
        texts: Callable[[], Iterable[Document]] = no_texts,
        read_only: bool = False,
    ) -> "SearchIndex":
        """Return the search over ``folder``; never waits.

        Args:
            folder: of the index; need not exist.
            variants: other spellings of a word or phrase, from the glossary.
            texts: all documents, searched themselves while there is no index.
            read_only: refuse to write.
        """
        return cls(Keeper(folder, texts, read_only=read_only), variants)

    @property
    def read_only(self) -> bool:
        """Whether it refuses to write."""
        return self._keeper.read_only

    def warm(self) -> None:
        """Open the index and load what a search needs, so that the first need not; 0.3 s."""
        self._keeper.open()
        self.search("warm", limit=1)

    def close(self) -> None:
        """Let go of the files; notes that were not flushed are found again by ``stale``."""
        self._keeper.close()

    # -- keeping it up to date -----------------------------------------------------

    @property
    def building(self) -> bool:
        """Whether answers may be incomplete, because the index is missing or being built."""
        return self._keeper.building

    def stale(self, stamps: Mapping[str, str]) -> Stale:
        """Compare with the library.

        Args:
            stamps: for each work, and for ``NOTES``, a string that changes with its content.
        """
        return self._keeper.stale(stamps)

    def holds(self, work: str) -> bool:
        """Say whether the index on disk has taken a work in, in whatever wording."""
        return self._keeper.holds(work)

    def intact(self) -> bool:
        """Say whether there is an index on disk and every byte of it is as written."""
        return self._keeper.check()

    def rebuild(self, texts: Iterable["Text"], progress: Progress = NO_PROGRESS) -> None:
        """Build the index anew in another process and switch to it; searches go on meanwhile.

        Args:
            texts: short id, stamp and documents of each work; ``NOTES`` for the notes.
            progress: told of it, and asked whether to stop.

        Raises:
            LibraryError: it could not be written; nothing is lost.
            Cancelled: the reader stopped it; the same.
        """
        self._keeper.rebuild(texts, progress)

    def update(
        self,
        work: str,
        documents: Iterable[Document],
        progress: Progress = NO_PROGRESS,
        *,
        stamp: str = "",
    ) -> None:
        """Put the documents of one work in place of its old ones; see ``update_all``."""
        self.update_all([(work, stamp or "-", list(documents))], progress)

    def update_all(
        self, texts: Iterable["Text"], progress: Progress = NO_PROGRESS, *, gone: Sequence[str] = ()
    ) -> None:
        """Put the documents of some works in place of their old ones, in one go.

        About 15 µs of processor time for a word; for a whole library take ``rebuild``.  Where
        there is no index, one is begun with these works, but not with the notes alone.

        Args:
            texts: short id, stamp and documents of each work.
            progress: told of it, and asked whether to stop.
            gone: works whose texts are to be dropped; notes on them stay.

        Raises:
            LibraryError: it could not be written; the old ones stay.
            Cancelled: the reader stopped it; the same.
        """
        taken: list[Text] = [(work, "", ()) for work in gone]
        for text in texts:
            progress.step(0.0, "Bringing the search up to date")
            taken.append(text)
        if taken:
            self._keeper.update(taken)
        progress.step(1.0)

    def remove(self, work: str) -> None:
        """Drop the texts of one work; its notes stay.

        Raises:
            LibraryError: it could not be written.
        """
        self.update_all((), gone=(work,))

    def put_note(self, note: Document) -> None:
        """Let a note be found from now on, in place of its former wording; about 1 ms."""
        self._keeper.put_notes((note,))

    def put_notes(self, notes: Iterable[Document]) -> None:
        """Let several notes be found from now on."""
        self._keeper.put_notes(notes)

    def remove_note(self, key: str) -> None:
        """Let a note not be found any more."""
        self._keeper.drop_notes((key,))

    def change_notes(self, put: Iterable[Document], gone: Iterable[str] = ()) -> None:
        """Let some notes be found from now on, and others not any more, in one go."""
        self._keeper.change_notes({note.key: note for note in put} | dict.fromkeys(gone))

    def tidy(self) -> None:
        """Drop what a build left that was killed."""
        self._keeper.tidy()

    def reopen(self) -> None:
        """Take up what another process wrote; notes in memory are kept."""
        self._keeper.reopen()

    @property
    def waiting(self) -> int:
        """How many notes are kept in memory only."""
        return self._keeper.notes_in_memory

    @property
    def should_flush(self) -> bool:
        """Whether so many notes are kept in memory that ``flush`` is due."""
        return self._keeper.notes_in_memory >= MOST_NOTES

    def flush(self, stamp: str) -> None:
        """Write the notes kept in memory into the index; ``stamp`` is that of ``NOTES``.

        Raises:
            LibraryError: it could not be written; they stay in memory.
        """
        self._keeper.flush(stamp)

    # -- asking --------------------------------------------------------------------

    def quick(
        self, query: str, scope: SearchScope = SearchScope(), limit: int = 20
    ) -> SearchAnswer:
        """Return the first hits as they come, within a few milliseconds: for each key stroke.

        The last word may be unfinished.  Not ranked, and not always complete; every hit is right.
        """
        return self._answer(query, lambda tree: self._quick(query, tree, limit), scope)

    def search(
        self,
        query: str,
        scope: SearchScope = SearchScope(),
        order: SearchOrder = SearchOrder.RELEVANCE,
        limit: int = 50,
        *,
        typing: bool = True,
    ) -> SearchAnswer:
        """Return the best hits, or the first ones by place.

        Args:
            query: in the language of ``reader.index.parser``.
            scope: where to look.
            order: of the hits.
            limit: how many to return; ``total`` counts all.
            typing: whether the last word may be unfinished.
        """
        return self._answer(
            query,
            lambda tree: self._ranked(query, tree, scope, order, limit),
            scope,
            typing=typing,
        )

    def find(self, query: str, scope: SearchScope = SearchScope()) -> tuple[Found, ...]:
        """Return every document that answers, by place, with all its marks: for concordances.

        Of a query with a mistake the rest is asked.  Takes as long as it takes; about 60 µs for
        each document found.

        Raises:
            QueryError: the query has a mistake, and nothing else.
        """
        from reader.index.parser import parse
        from reader.model import QueryError

        parsed = parse(query)
        if parsed.tree is None:
            if parsed.mistakes:
                first = parsed.mistakes[0]
                raise QueryError(first.message, first.at)
            return ()
        tree = self._resolved(parsed.tree, scope)
        return self._guarded(lambda: self._every(tree))

    def mistake(self, query: str) -> "Mistake | None":
        """Return the first mistake in a query, and where it stands."""
        from reader.index.parser import parse

        return next(iter(parse(query).mistakes), None)

    def extents(self) -> tuple[Extent, ...]:
        """Return how large each work is, in words and code points; notes are not counted."""
        from reader.index.extents import extents

        return self._guarded(lambda: extents(self._keeper.shards()))

    # -- how -----------------------------------------------------------------------

    def _answer(
        self,
        query: str,
        ask: Callable[["Query"], SearchAnswer],
        scope: SearchScope,
        *,
        typing: bool = True,
    ) -> SearchAnswer:
        """Ask what can be asked, and say what was wrong with the query."""
        from reader.index.parser import parse

        parsed = parse(query, typing=typing)
        mistake = parsed.mistakes[0] if parsed.mistakes else None
        message, at = (mistake.message, mistake.at) if mistake else ("", None)
        if parsed.tree is None:
            return SearchAnswer(query, message=message, mistake_at=at, building=self.building)
        tree = self._resolved(parsed.tree, scope)
        answer = self._guarded(lambda: ask(tree))
        message = message or (_PARTLY if self._keeper.partial else answer.message)
        return replace(answer, message=message, mistake_at=at, building=self.building)

    def _resolved(self, tree: "Query", scope: SearchScope) -> "Query":
        from reader.index.resolve import resolve, scoped

        return resolve(scoped(tree, scope), self._variants)

    def _guarded(self, ask: Callable[[], T]) -> T:
        """Ask; where the index turns out to be damaged, ask again without it."""
        from reader.index.disk import IndexDamaged

        self._keeper.open()
        disk = self._keeper.disk
        try:
            return ask()
        except IndexDamaged:
            self._keeper.damaged(disk)
            return ask()

    def _quick(self, query: str, tree: "Query", limit: int) -> SearchAnswer:
        from reader.index.evaluate import Evaluation
        from reader.index.hits import Part, hits, in_order_of_number

        begun = monotonic()
        shards = self._keeper.shards()
        size = max(len(shard.layout) for shard in shards)
        parts: list[Part] = []
        whole, ahead = False, 0
        tries = [Evaluation(shard, _QUICK_WORDS) for shard in shards]
        first = _first_horizon(sum(each.frequency(tree) for each in tries), size, limit)
        for horizon in (*(each for each in _HORIZONS if first <= each < size), size):
            tries = [each.up_to(horizon) for each in tries]
            parts = [Part(each, each.docs(tree)) for each in tries]
            whole = horizon == size and not any(each.cut for each in tries)
            ahead = sum(part.ahead for part in parts)
            if ahead >= limit or monotonic() - begun > (_QUICK_TIME if ahead else _LONGEST_TIME):
                break
        picked = in_order_of_number(parts, limit)
        shown = hits(tree, parts, picked)
        total = _total(ahead, shown)
        more = not whole or total > len(shown)
        return SearchAnswer(query, shown, total, more=more, ranked=False, exact=whole)

    def _ranked(
        self, query: str, tree: "Query", scope: SearchScope, order: SearchOrder, limit: int
    ) -> SearchAnswer:
        from reader.index.hits import hits, ordered

        shards = self._keeper.shards()
        parts, message = self._parts(tree, shards)
        late = bool(message)
        picked = ordered(tree, parts, order, self._works(scope, shards), limit)
        shown = hits(tree, parts, picked)
        total = _total(sum(part.ahead for part in parts), shown)
        if not total and not message and scope == SearchScope():
            from reader.index.suggest import suggestion

            message = suggestion(tree, shards)
        cut = late or any(part.evaluation.cut for part in parts)
        more = cut or total > len(shown)
        return SearchAnswer(query, shown, total, more=more, message=message, exact=not cut)

    def _parts(self, tree: "Query", shards: Sequence["Shard"]) -> tuple[list["Part"], str]:
        from reader.index.evaluate import Evaluation, TooSlow
        from reader.index.hits import Part

        until = monotonic() + _MOST_TIME
        parts = []
        message = ""
        for shard in shards:
            evaluation = Evaluation(shard, _RANKED_WORDS, until=until)
            try:
                docs = evaluation.docs(tree)
            except TooSlow:
                message = "This search takes too long; write more letters of its words."
                evaluation, docs = _nothing(evaluation)
            parts.append(Part(evaluation, docs))
        return parts, message

    def _every(self, tree: "Query") -> tuple[Found, ...]:
        from reader.index.evaluate import Evaluation
        from reader.index.hits import Part, found, ordered

        shards = self._keeper.shards()
        evaluations = [Evaluation(shard) for shard in shards]
        parts = [Part(each, each.docs(tree)) for each in evaluations]
        total = sum(len(part.docs) for part in parts)
        works = self._works(SearchScope(), shards)
        return tuple(found(tree, parts, ordered(tree, parts, SearchOrder.PLACE, works, total)))

    @staticmethod
    def _works(scope: SearchScope, shards: Sequence["Shard"]) -> Sequence[str]:
        """Return the works in the order in which places are counted: as asked, else by id."""
        if scope.works:
            return scope.works
        names = {
            facet.removeprefix("work:")
            for shard in shards
            for facet in shard.vocabulary.facets_of("work", "", beginning=True)
        }
        return sorted(names)


def _first_horizon(frequency: float, size: int, limit: int) -> float:
    """Return how many of ``size`` documents to look at first.

    All where few can be found; else as many as hold about twice the hits that are asked for.
    """
    return size if frequency <= _RARE else 2 * limit * size / frequency


def _total(ahead: int, hits: Sequence[Hit]) -> int:
    """Return the number of texts and notes found, and of the concepts shown behind them."""
    return ahead + sum(hit.kind is HitKind.CONCEPT for hit in hits)


def _nothing(evaluation: "Evaluation") -> tuple["Evaluation", "Docs"]:
    """Return an evaluation without documents, for a shard that took too long."""
    from reader.index.evaluate import Evaluation
    from reader.index.memory import MemoryShard
    from reader.index.shard import NO_DOCS

    del evaluation
    return Evaluation(MemoryShard(())), NO_DOCS


__all__ = ["NOTES", "SearchIndex"]
