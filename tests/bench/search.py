"""How fast the search is, beside SQLite's FTS5 in the same run: ``python -m tests.bench.search``.

Corpus: An Anarchist FAQ (Debian package ``anarchism``), ``--copies`` times over.  Processor time
of this process, in milliseconds unless said otherwise; every query once, in the order of typing,
nothing kept from an earlier round but what a reader's program would have kept, too.

Both give the same: as many hits as the search panel asks for (12 at a key, 200 ranked), each with
its work, author and locus and an excerpt whose found words are spans, and ranked ones with the
marks in the reading text for the panes.  FTS5 stems (``porter``) where we do, and has the last
word unfinished where we have.  Ours has more to do: it completes, respells and joins words, counts
what it found, and its NEAR crosses the borders of passages.
"""

import argparse
import random
import resource
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from reader.index import Document, SearchIndex
from reader.index.words import words_of
from reader.model import Hit, HitKind, Locus, SearchScope, Snippet, Span
from tests.bench.search_corpus import documents, faq

#: Kinds of queries that FTS5 has, too.
_BOTH = ("keystrokes", "letters", "words", "phrases", "AND", "OR", "NEAR")


def sample(library: Sequence[tuple[str, list[Document]]]) -> dict[str, list[str]]:
    """Return queries of every kind, the same at each run, over all frequencies."""
    chance = random.Random(6)
    texts = [document.text for _work, some in library for document in some]
    words = sorted({w for text in chance.sample(texts, 400) for w in words_of(text) if w.isalpha()})
    common = [word for text in chance.sample(texts, 40) for word in words_of(text)]
    typed = [word for word in chance.sample(words, 16) if len(word) > 2] + ["the", "state", "s"]
    pairs = []
    while len(pairs) < 60:
        cut = words_of(chance.choice(texts))
        if len(cut) > 5:
            at = chance.randrange(len(cut) - 2)
            pairs.append(cut[at : at + chance.choice((2, 2, 3))])
    return {
        "keystrokes": [word[:end] for word in typed for end in range(1, len(word) + 1)],
        "letters": list("abcdefghijklmnopqrstuvwyz"),
        "words": chance.sample(words, 60) + chance.sample(common, 20),
        "phrases": [f'"{" ".join(pair)}"' for pair in pairs],
        "AND": [f"{a} AND {b}" for a, b in _two(chance, words, common)],
        "OR": [f"{a} OR {b}" for a, b in _two(chance, words, common)],
        "NEAR": [f"{pair[0]} NEAR/5 {pair[-1]}" for pair in pairs if pair[0] != pair[-1]],
        "wild": [f"{w[:2]}*{w[-2:]}" for w in chance.sample(words, 30) if len(w) > 5],
        "fuzzy": [f"{w[:2]}{w[3:]}~" for w in chance.sample(words, 30) if len(w) > 5],
    }


def _two(chance: random.Random, words: list[str], common: list[str]) -> list[tuple[str, str]]:
    return [(chance.choice(words), chance.choice(common)) for _ in range(60)]


def measured(ask: Callable[[str], object], queries: Iterable[str]) -> str:
    """Return median, 95th percentile and maximum."""
    times = []
    for query in queries:
        begun = process_time()
        ask(query)
        times.append((process_time() - begun) * 1000)
    times.sort()
    return f"{times[len(times) // 2]:7.2f} {times[int(len(times) * 0.95)]:7.2f} {times[-1]:7.2f}"


#: Hits that the panel asks for at a key stroke, and ranked.
_QUICK, _RANKED = 12, 200
_OPENED, _CLOSED = "\x01", "\x02"


class Fts:
    """SQLite's FTS5 on the same passages, answering with the same values.

    Two tables: one that stems, one for phrases, whose words are meant as they stand.
    """

    _fields = "kind, work, passage, sign, number, author, start"
    _columns = f"words, {', '.join(f'{one} unindexed' for one in _fields.split(', '))}"

    def __init__(self, folder: Path, library: Sequence[tuple[str, list[Document]]]) -> None:
        begun = process_time()
        self.connection = sqlite3.connect(folder / "fts.db")
        for table, stems in (("stemmed", "porter "), ("plain", "")):
            self.connection.execute(
                f"create virtual table {table} using fts5({self._columns}, "
                f"tokenize='{stems}unicode61 remove_diacritics 2')"
            )
            rows = (_row(document) for _work, some in library for document in some)
            self.connection.executemany(f"insert into {table} values (?,?,?,?,?,?,?,?)", rows)
        self.connection.commit()
        self.build_s = process_time() - begun

    def quick(self, query: str) -> list[Hit]:
        """Return the first hits as they come."""
        return self._ask(query, f"limit {_QUICK}", "''")

    def ranked(self, query: str) -> list[Hit]:
        """Return the best hits, with all their marks."""
        shown = "highlight({table}, 0, char(1), char(2))"
        return self._ask(query, f"order by rank limit {_RANKED}", shown)

    def found(self, query: str) -> set[tuple[str, str]]:
        """Return work and passage of everything found; the last word is finished."""
        asked, table = _asked(query, typing=False)
        statement = f"select work, passage from {table} where {table} match ?"
        return set(self.connection.execute(statement, (asked,)))

    def _ask(self, query: str, order: str, whole: str) -> list[Hit]:
        asked, table = _asked(query, typing=True)
        if not asked:
            return []
        shown = f"snippet({table}, 0, char(1), char(2), '…', 30), {whole.format(table=table)}"
        statement = f"select {self._fields}, {shown} from {table} where {table} match ? {order}"
        return [_hit(*row) for row in self.connection.execute(statement, (asked,))]


def _row(document: Document) -> tuple[object, ...]:
    locus = document.locus
    assert locus is not None
    place = (document.work, document.passage, locus.sign, locus.number)
    return (document.text, str(document.kind), *place, document.author, document.start)


def _asked(query: str, *, typing: bool) -> tuple[str, str]:
    """Return a question as FTS5 knows it, and the table; "" for what it has no operator for."""
    more = "*" if typing else ""
    if " NEAR/5 " in query:
        return "NEAR({} {} {}, 5)".format(*query.split(" NEAR/5 "), more), "stemmed"
    if "~" in query or ("*" in query and query[-1] not in "*)"):
        return "", ""
    if query[-1].isalnum():
        return query + more, "stemmed"
    return query, "plain"


def _hit(*row: object) -> Hit:
    kind, work, passage, sign, number, author, start, shown, whole = row
    text, marks = _unmarked(str(shown), 0)
    snippet = Snippet(text, marks, Span(0, len(text)))
    return Hit(
        HitKind(str(kind)), str(work), str(passage), Locus(str(sign), int(str(number))), 0.0,
        snippet, _unmarked(str(whole), int(str(start)))[1], author=str(author),
    )  # fmt: skip


def _unmarked(marked: str, offset: int) -> tuple[str, tuple[Span, ...]]:
    """Return a text without the signs around its marks, and the marks."""
    before, *rest = marked.split(_OPENED)
    parts, marks, at = [before], [], offset + len(before)
    for piece in rest:
        word, _sign, between = piece.partition(_CLOSED)
        marks.append(Span(at, at + len(word)))
        parts += (word, between)
        at += len(word) + len(between)
    return "".join(parts), tuple(marks)


def speed(search: SearchIndex, fts: Fts, queries: dict[str, list[str]]) -> None:
    """Print the times of all kinds of queries."""
    print(f"{'median, p95, max (ms)':22}{'quick':>24}{'FTS5':>24}{'ranked':>24}{'FTS5 ranked':>24}")
    asked = [query for kind, some in queries.items() if kind in _BOTH for query in some]
    for kind, some in [*queries.items(), ("all that both know", asked)]:
        row = [
            measured(lambda query: search.quick(query, limit=_QUICK), some),
            measured(fts.quick, some),
            measured(lambda query: search.search(query, limit=_RANKED), some),
            measured(fts.ranked, some),
        ]
        print(f"{kind:22}{row[0]:>24}{row[1]:>24}{row[2]:>24}{row[3]:>24}")


def agreement(search: SearchIndex, fts: Fts, queries: dict[str, list[str]]) -> None:
    """Print how far both find the same passages: they stem and cut words a little differently."""
    for kind in ("words", "phrases", "AND", "OR", "NEAR"):
        ours, theirs, both = 0, 0, 0
        for query in queries[kind]:
            here = {(one.document.work, one.document.passage) for one in search.find(query)}
            there = fts.found(query)
            ours, theirs, both = ours + len(here), theirs + len(there), both + len(here & there)
        print(f"{kind}: {both / theirs:.1%} of what FTS5 finds is found, {both / ours:.1%} of ours")


def upkeep(search: SearchIndex, library: Sequence[tuple[str, list[Document]]]) -> None:
    """Print what changes cost."""
    essay = [
        document for _work, some in library[:12] for document in some if len(document.text) > 200
    ][:150]
    size = sum(len(words_of(document.text)) for document in essay)
    begun, wall = process_time(), perf_counter()
    search.update("essay", [_moved(document, "essay") for document in essay], stamp="1")
    print(
        f"an essay of {size} words changed: {process_time() - begun:.2f} s of processor time, "
        f"{perf_counter() - wall:.2f} s"
    )
    times = []
    for row in range(100):
        begun = process_time()
        search.put_note(_note(row))
        assert search.quick("pomegranate").hits
        times.append((process_time() - begun) * 1000)
    print(f"a note written and found: median {sorted(times)[50]:.1f} ms, max {max(times):.1f} ms")
    begun = process_time()
    search.flush("1")
    print(f"a hundred notes written into the index: {process_time() - begun:.2f} s")


def _moved(document: Document, work: str) -> Document:
    return next(documents(work, document.author, document.text))


def _note(row: int) -> Document:
    return Document(
        f"n{row}", HitKind.NOTE, "essay", "Ada", "", "p1", None,
        f"Note {row}: a pomegranate beside the passage, and some words of mine on it.",
        annotation=f"n{row}", by="Ada",
    )  # fmt: skip


def complete(search: SearchIndex) -> None:
    """Print how much of everything the ranked answer holds for one letter."""
    worst = min(
        (search.search(letter).total / len(search.find(f"{letter}*")), letter) for letter in "asctp"
    )
    print(f"of all passages for one letter the ranked answer holds at least {worst[0]:.1%}")


def essays(folder: Path) -> None:
    """Print what a search of the three essays costs, if they are beside this checkout."""
    files = sorted((Path(__file__).parents[2].parent / "shared/texts").glob("*.txt"))
    texts = [
        (file.stem, "1", list(documents(file.stem, file.stem, file.read_text("utf-8"))))
        for file in files
    ]
    if not texts:
        return
    SearchIndex.open(folder / "essays").rebuild(texts)
    search = SearchIndex.open(folder / "essays")
    begun = process_time()
    answer = search.search("class struggle", typing=False)
    works = {hit.work for hit in answer.hits}
    print(
        f"three essays: opened and searched in {process_time() - begun:.3f} s, "
        f"{answer.total} passages in {len(works)} works"
    )


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--scope", action="store_true", help="also measure restricted searches")
    chosen = parser.parse_args()
    library = list(faq(chosen.copies))
    words = sum(len(words_of(document.text)) for _work, some in library for document in some)
    with TemporaryDirectory() as name:
        folder = Path(name)
        search = SearchIndex.open(folder / "index")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall = perf_counter()
        search.rebuild((work, "1", some) for work, some in library)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        fts = Fts(folder, library)
        size = sum(file.stat().st_size for file in (folder / "index").rglob("*.*")) / 1e6
        print(
            f"{words} words, {sum(len(some) for _work, some in library)} passages; built in "
            f"another process in {spent:.1f} s of processor time ({perf_counter() - wall:.1f} s), "
            f"{size:.0f} MB; FTS5 {fts.build_s:.1f} s"
        )
        again = SearchIndex.open(folder / "index")
        begun = process_time()
        again.warm()
        print(f"opened in {(process_time() - begun) * 1000:.0f} ms (imports: already loaded)")
        queries = sample(library)
        speed(again, fts, queries)
        agreement(again, fts, queries)
        if chosen.scope:
            scope = SearchScope(works=(library[-1][0],))
            letters = sample(library)["letters"]
            print("one text of many, quick", measured(lambda q: again.quick(q, scope), letters))
        complete(again)
        upkeep(again, library)
        essays(folder)
        assert not again.stale(dict.fromkeys((work for work, _some in library), "1")).changed
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory of this process {peak:.0f} MB, the corpus itself included")


if __name__ == "__main__":
    sys.exit(main())
