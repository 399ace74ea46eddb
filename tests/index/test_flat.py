"""Flat postings say the same as Whoosh's own, and notice when they are not as written."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import SearchIndex, generation
from reader.index.flat import FlatPostings, Gathered
from reader.index.mapped import Mapped
from tests.index.samples import on_disk, passages

WORDS = st.lists(st.lists(st.sampled_from(["a", "b", "é", "漢", "river"]), max_size=8), max_size=6)


@given(WORDS)
def test_what_was_gathered_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("flat") / "flat.bin"
    gathered = Gathered()
    for words in texts:
        gathered.add(words)
    gathered.write(path)
    flat = FlatPostings(path, Mapped())
    for word in {word for words in texts for word in words}:
        docs, places = flat.places([word], len(texts))
        stands = [(row, at) for row, at, one in all_of(texts) if one == word]
        assert list(zip(docs.tolist(), places.tolist(), strict=True)) == stands
        odd = np.arange(1, len(texts), 2, dtype=np.int32)
        docs, places = flat.places([word], len(texts), odd)
        assert list(zip(docs.tolist(), places.tolist(), strict=True)) == [
            (row, at) for row, at in stands if row % 2
        ]
    weights = {"a": 1.0, "b": 0.5, "river": 0.5}
    docs, counts = flat.counted(weights, len(texts))
    assert np.bincount(docs, counts, len(texts)).tolist() == [
        sum(weights.get(word, 0) for word in words) for words in texts
    ]
    assert not len(flat.counted({"absent": 1.0}, len(texts))[0])
    assert not len(flat.places(["absent"], len(texts))[0])


def all_of(texts: list[list[str]]) -> list[tuple[int, int, str]]:
    return [(row, at, word) for row, words in enumerate(texts) for at, word in enumerate(words)]


def test_an_index_without_flat_postings_gives_the_same_answers(tmp_path: Path) -> None:
    on_disk(tmp_path)
    with_them = SearchIndex.open(tmp_path)
    (path,) = tmp_path.glob("*/flat-*.bin")
    queries = ("strike", "the", "s", '"a path"', "path NEAR/3 well", "str*", "strke~", "a OR of")
    answers = [with_them.search(query) for query in queries]
    state = generation.load(path.parent)
    path.unlink()
    generation.save(path.parent, state)
    without = SearchIndex.open(tmp_path)
    assert [without.search(query) for query in queries] == answers
    assert not without.building


def test_what_was_changed_since_is_read_from_whoosh_s_own_postings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.index.writing._SMALL", -1)  # or the parts are written as one
    on_disk(tmp_path)
    search = SearchIndex.open(tmp_path)
    search.update("pier", passages("pier", ("A pier", "They painted the old boat at a path.")))
    hits = search.search('"a path" OR "old boat"', typing=False).hits
    assert {hit.work for hit in hits} == {"harbour", "pier"}
    (pier,) = [hit for hit in hits if hit.work == "pier"]
    assert [mark.of(pier.snippet.text) for mark in pier.snippet.marks] == ["old boat", "a path"]
