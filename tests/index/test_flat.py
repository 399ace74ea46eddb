"""Flat postings say the same as Whoosh's own, and notice when they are not as written."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import SearchIndex, generation
from reader.index.flat import FlatPostings, Gathered
from reader.index.mapped import Mapped
from reader.index.shard import Layout
from tests.index.samples import on_disk, passages

WORDS = st.lists(st.lists(st.sampled_from(["a", "b", "é", "漢", "river"]), max_size=8), max_size=6)


@given(WORDS)
def test_what_was_gathered_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("flat") / "flat.bin"
    gathered = Gathered()
    for row, words in enumerate(texts):
        gathered.add(words, row // 2)
    gathered.write(path)
    size = len(texts)
    table = np.array([(row // 2, 0, 0, len(words)) for row, words in enumerate(texts)], np.uint32)
    layout = Layout.of(table.reshape(size, 4), np.ones(size, np.bool_))
    flat = FlatPostings(path, Mapped(), size)
    for word in {word for words in texts for word in words}:
        stands = [int(layout.bases[row]) + at for row, at, one in all_of(texts) if one == word]
        assert flat.places([word], layout.end(size), None, layout).tolist() == stands
        odd = np.arange(1, size, 2, dtype=np.int32)
        ends = layout.bases + layout.lengths
        assert flat.places([word], layout.end(size), odd, layout).tolist() == [
            at for at in stands if any(layout.bases[row] <= at < ends[row] for row in odd)
        ]
        half = layout.end(size // 2)
        assert flat.places([word], half, None, layout).tolist() == [
            at for at in stands if at < half
        ]
        everywhere = np.arange(layout.end(size), dtype=np.int32)
        assert np.flatnonzero(flat.standing([word], everywhere)).tolist() == stands
    weights = {"a": 1.0, "b": 0.5, "river": 0.5}
    for horizon in (size, size // 2):
        docs, counts = flat.counted(weights, horizon)
        assert np.bincount(docs, counts, horizon).tolist() == [
            sum(weights.get(word, 0) for word in words) for words in texts[:horizon]
        ]
    assert not len(flat.counted({"absent": 1.0}, size)[0])
    assert not len(flat.places(["absent"], layout.end(size), None, layout))


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


def test_the_disk_is_not_asked_for_every_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from whoosh.filedb.filestore import FileStorage

    asked: list[str] = []
    exists = FileStorage.file_exists

    def counted(self: FileStorage, name: str) -> bool:
        asked.append(name)
        return bool(exists(self, name))

    monkeypatch.setattr(FileStorage, "file_exists", counted)
    on_disk(tmp_path)
    assert len(asked) <= 2 * len(set(asked))
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*.toc"))
    assert b"whoosh3" in written
    assert b"reader.index.writing" not in written, "programs before this one read it, too"
