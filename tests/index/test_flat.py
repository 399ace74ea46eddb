"""Flat postings say the same as Whoosh's own, and notice when they are not as written."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import SearchIndex, generation
from reader.index.flat import FlatPostings, Gathered
from reader.index.mapped import Mapped
from tests.index.samples import on_disk

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
        found = flat.read(word, len(texts))
        assert found is not None
        docs, counts, packed = found
        places = np.split(np.frombuffer(packed, "<i4"), np.cumsum(counts.astype(int))[:-1])
        assert {doc: at.tolist() for doc, at in zip(docs.tolist(), places, strict=True)} == {
            row: [at for at, one in enumerate(words) if one == word]
            for row, words in enumerate(texts)
            if word in words
        }
    assert flat.read("absent", len(texts)) is None


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
