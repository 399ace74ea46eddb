"""Random queries on random texts, held against a plain scan and against SQLite's FTS5."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.index import Document, SearchIndex
from reader.model import HitKind, Locus, SearchOrder, Span
from tests.index.samples import on_disk

#: Words of which no two have one stem, some a letter apart and some with one beginning.
WORDS = (
    "alba",
    "abla",
    "albo",
    "alto",
    "brel",
    "bral",
    "brim",
    "corto",
    "cort",
    "dun",
    "dunbar",
    "émile",
)
FOLDED = {word: word.replace("é", "e") for word in WORDS}

Texts = list[list[list[str]]]


@dataclass(frozen=True)
class Ask:
    """A query as text, and the same thing as a plain scan: places of what is found.

    Attributes:
        query: in our language.
        fts: in the language of FTS5; None where it has no such thing.
        places: work, passage and first and last word of each occurrence, of the whole library.
        holds: whether a passage is found, where that is not just "has a place".
    """

    query: str
    fts: str | None
    places: Callable[[Texts], set[tuple[int, int, int, int]]]
    holds: Callable[[Texts, int, int], bool]


def _leaf(
    query: str, fts: str | None, places: Callable[..., set[tuple[int, int, int, int]]]
) -> Ask:
    def holds(texts: Texts, work: int, passage: int) -> bool:
        return any(place[:2] == (work, passage) for place in places(texts))

    return Ask(query, fts, places, holds)


def _words(texts: Texts) -> Iterator[tuple[int, int, int, str]]:
    for work, passages in enumerate(texts):
        for passage, words in enumerate(passages):
            for at, word in enumerate(words):
                yield work, passage, at, FOLDED[word]


def _each(fits: Callable[[str], bool]) -> Callable[[Texts], set[tuple[int, int, int, int]]]:
    return lambda texts: {(w, p, at, at) for w, p, at, word in _words(texts) if fits(word)}


def word(name: str) -> Ask:
    return _leaf(name, f'"{name}"', _each(lambda each: each == FOLDED[name]))


def prefix(name: str) -> Ask:
    beginning = FOLDED[name][:2]
    return _leaf(f"{beginning}*", f"{beginning}*", _each(lambda each: each.startswith(beginning)))


def wild(name: str, at: int, star: bool) -> Ask:
    sign, pattern = ("*", ".*") if star else ("?", ".")
    letters = FOLDED[name]
    at = 1 + at % (len(letters) - (1 if star else 2))  # a last "?" ends a question
    fits = re.compile(re.escape(letters[:at]) + pattern + re.escape(letters[at + 1 :])).fullmatch
    return _leaf(
        f"{letters[:at]}{sign}{letters[at + 1 :]}", None, _each(lambda each: bool(fits(each)))
    )


@lru_cache
def distance(here: str, there: str) -> int:
    if not here or not there:
        return len(here) + len(there)
    best = min(
        distance(here[:-1], there) + 1,
        distance(here, there[:-1]) + 1,
        distance(here[:-1], there[:-1]) + (here[-1] != there[-1]),
    )
    if len(here) > 1 and len(there) > 1 and here[-2:] == there[-2:][::-1]:
        best = min(best, distance(here[:-2], there[:-2]) + 1)
    return best


def fuzzy(name: str, most: int) -> Ask:
    letters = FOLDED[name]
    most = min(most, len(letters) - 2)
    return _leaf(f"{letters}~{most}", None, _each(lambda each: distance(letters, each) <= most))


def phrase(names: list[str]) -> Ask:
    wanted = [FOLDED[name] for name in names]

    def places(texts: Texts) -> set[tuple[int, int, int, int]]:
        return {
            (work, passage, at, at + len(wanted) - 1)
            for work, passages in enumerate(texts)
            for passage, words in enumerate(passages)
            for at in range(len(words))
            if [FOLDED[each] for each in words[at : at + len(wanted)]] == wanted
        }

    text = " ".join(names)
    return _leaf(f'"{text}"', f'"{text}"', places)


def near(left: Ask, right: Ask, most: int) -> Ask:
    def places(texts: Texts) -> set[tuple[int, int, int, int]]:
        def at(place: tuple[int, int, int, int]) -> tuple[int, int]:
            before = sum(len(words) for words in texts[place[0]][: place[1]])
            return before + place[2], before + place[3]

        found = set()
        for here in left.places(texts):
            for there in right.places(texts):
                (a, b), (c, d) = at(here), at(there)
                gap = c - b - 1 if c > b else a - d - 1
                if here[0] == there[0] and 0 <= gap <= most:
                    found |= {here, there}
        return found

    # FTS5 lets a word be near itself; to us that takes two places.
    shared = set(re.findall(r"\w+", left.query)) & set(re.findall(r"\w+", right.query))
    fts = None if shared else f"NEAR({left.fts} {right.fts}, {most})"
    return _leaf(f"{left.query} NEAR/{most} {right.query}", fts, places)


def joined(left: Ask, right: Ask, how: str) -> Ask:
    def holds(texts: Texts, work: int, passage: int) -> bool:
        here, there = left.holds(texts, work, passage), right.holds(texts, work, passage)
        return {"AND": here and there, "": here and there, "OR": here or there}.get(
            how, here and not there
        )

    def places(texts: Texts) -> set[tuple[int, int, int, int]]:
        return left.places(texts) | (set() if "NOT" in how else right.places(texts))

    fts = f"({left.fts}) {how or 'AND'} ({right.fts})" if left.fts and right.fts else None
    fts = fts.replace("AND NOT", "NOT") if fts else None
    return Ask(f"({left.query}) {how} ({right.query})", fts, places, holds)


names = st.sampled_from(WORDS)
simple = names.map(word) | st.lists(names, min_size=2, max_size=3).map(phrase)
leaves = (
    simple
    | names.map(prefix)
    | st.builds(wild, names, st.integers(0, 4), st.booleans())
    | st.builds(fuzzy, names, st.integers(1, 2))
    | st.builds(near, simple, simple, st.integers(0, 4))
)
asks = st.recursive(
    leaves,
    lambda inner: st.builds(joined, inner, inner, st.sampled_from(["AND", "OR", "", "AND NOT"])),
    max_leaves=5,
)
texts_of = st.lists(
    st.lists(st.lists(names, max_size=9), min_size=1, max_size=4), min_size=1, max_size=4
)


def laid_out(texts: Texts) -> tuple[list[tuple[str, str, list[Document]]], list[str]]:
    """Return the texts as documents, with punctuation and case, and the reading texts."""
    library, readings = [], []
    for work, passages in enumerate(texts):
        documents, reading = [], ""
        for row, words in enumerate(passages):
            text = (
                "“"
                + ", ".join(each.upper() if at % 3 == 2 else each for at, each in enumerate(words))
                + ".”"
            )
            documents.append(
                Document(
                    f"w{work}/{row}", HitKind.BODY, f"w{work}", "", "", f"{row}",
                    Locus("¶", row + 1), text, len(reading),
                )
            )  # fmt: skip
            reading += text + "\n\n"
        library.append((f"w{work}", "1", documents))
        readings.append(reading)
    return library, readings


def span_of(place: tuple[int, int, int, int], texts: Texts, start: int) -> tuple[int, int]:
    words = texts[place[0]][place[1]]
    first = start + 1 + sum(len(each) + 2 for each in words[: place[2]])
    last = start + 1 + sum(len(each) + 2 for each in words[: place[3]]) + len(words[place[3]])
    return first, last


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def check(search: SearchIndex, ask: Ask, texts: Texts, library: list) -> None:
    answer = search.search(ask.query, order=SearchOrder.PLACE, limit=10_000, typing=False)
    assert answer.mistake_at is None
    wanted = [
        (f"w{work}", str(passage))
        for work, passages in enumerate(texts)
        for passage in range(len(passages))
        if ask.holds(texts, work, passage)
    ]
    assert [(hit.work, hit.passage) for hit in answer.hits] == wanted
    assert answer.total == len(wanted)
    assert not answer.more
    quick = search.quick(f"{ask.query} ", limit=10_000)
    assert {(hit.work, hit.passage) for hit in quick.hits} == set(wanted)
    places = ask.places(texts)
    for hit in answer.hits:
        work, passage = int(hit.work[1:]), int(hit.passage)
        start = library[work][2][passage].start
        mine = [span_of(p, texts, start) for p in places if p[:2] == (work, passage)]
        assert [(mark.start, mark.end) for mark in hit.marks] == merged(mine)


@given(texts_of, asks)
def test_the_answer_in_memory_is_that_of_a_plain_scan(texts: Texts, ask: Ask) -> None:
    library, _readings = laid_out(texts)
    search = SearchIndex.open(
        Path("/nowhere"), texts=lambda: [d for _w, _s, documents in library for d in documents]
    )
    check(search, ask, texts, library)


@settings(max_examples=settings.default.max_examples // 2)  # each builds an index
@given(texts_of, st.lists(asks, min_size=1, max_size=6))
def test_the_answer_from_disk_is_that_of_a_plain_scan(texts: Texts, some: list[Ask]) -> None:
    library, _readings = laid_out(texts)
    with TemporaryDirectory() as folder:
        on_disk(Path(folder), library)
        search = SearchIndex.open(Path(folder))
        for ask in some:
            check(search, ask, texts, library)
        search.close()


@settings(max_examples=settings.default.max_examples // 4)  # each writes two indexes
@given(texts_of, texts_of, st.lists(asks, min_size=1, max_size=6))
def test_the_answer_from_an_index_in_parts_is_that_of_a_plain_scan(
    before: Texts, texts: Texts, some: list[Ask]
) -> None:
    """Flat postings of what was written first, Whoosh's own of what was changed since."""
    kept = before[: len(texts) // 2]
    texts = [*kept, *texts[len(kept) :]]
    library, _readings = laid_out(texts)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.index.writing._SMALL", -1)  # or small parts are written as one
        on_disk(Path(folder), laid_out(before)[0])
        search = SearchIndex.open(Path(folder))
        search.update_all(
            library[len(kept) :],
            gone=[f"w{row}" for row in range(len(texts), len(before))],
        )
        for ask in some:
            check(search, ask, texts, library)
        search.close()


@pytest.fixture(scope="module")
def fts() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(words, tokenize='unicode61')")
    yield connection
    connection.close()


@given(st.lists(st.lists(names, max_size=12), min_size=1, max_size=8), asks)
def test_the_answer_is_that_of_fts5(
    fts: sqlite3.Connection, passages: list[list[str]], ask: Ask
) -> None:
    if ask.fts is None:
        return
    texts = [[words] for words in passages]  # one work each: NEAR of FTS5 stays in its row
    library, _readings = laid_out(texts)
    fts.execute("delete from t")
    fts.executemany(
        "insert into t(rowid, words) values (?, ?)",
        [(work, documents[0].text) for work, (_w, _s, documents) in enumerate(library)],
    )
    wanted = [row for (row,) in fts.execute("select rowid from t where t match ?", (ask.fts,))]
    search = SearchIndex.open(
        Path("/nowhere"), texts=lambda: [d for _w, _s, documents in library for d in documents]
    )
    answer = search.search(ask.query, limit=100, typing=False)
    assert sorted(int(hit.work[1:]) for hit in answer.hits) == sorted(wanted)


@given(texts_of, asks)
def test_marks_ascend_and_do_not_overlap(texts: Texts, ask: Ask) -> None:
    library, readings = laid_out(texts)
    search = SearchIndex.open(
        Path("/nowhere"), texts=lambda: [d for _w, _s, documents in library for d in documents]
    )
    for hit in search.search(ask.query, limit=100, typing=False).hits:
        edges = [edge for mark in hit.marks for edge in (mark.start, mark.end)]
        assert edges == sorted(edges)
        assert hit.snippet.at.of(readings[int(hit.work[1:])]) == hit.snippet.text
        assert all(Span(0, len(hit.snippet.text)).contains(mark) for mark in hit.snippet.marks)
