import pytest

from reader.links import Links, Task, compute, compute_elsewhere, concept_bridges, refresh
from reader.links.bridges import usable
from reader.model import Cancelled, LibraryError, Progress
from tests.links.texts import ARGUMENTS, CONCEPTS, apparatus, glossary, three


def task(folder):
    return Task(folder, three(), glossary(), usable([*ARGUMENTS, *concept_bridges(CONCEPTS)]))


def test_another_process_leaves_the_same_as_this_one(tmp_path):
    told = []
    progress = Progress(lambda share, words: told.append((share, words)), lambda: False)
    assert compute_elsewhere(task(tmp_path / "there"), progress) == 3
    assert compute(task(tmp_path / "here")) == 3
    assert max(share for share, _ in told) > 0
    ovens, mills, stars = three()
    there, here = (Links(tmp_path / name, apparatus()) for name in ("there", "here"))
    for text in (ovens, mills, stars):
        for one in text.passages:
            ask = {"per_work": 5, "threshold": 0}
            others = (ovens, mills, stars)
            assert there.related(text, one.id, others, **ask) == here.related(
                text, one.id, others, **ask
            )


def test_the_reader_can_stop_the_other_process(tmp_path):
    stop = Progress(lambda _share, _words: None, lambda: True)
    with pytest.raises(Cancelled):
        compute_elsewhere(task(tmp_path), stop)


def test_trouble_in_the_other_process_is_told_here(tmp_path):
    (tmp_path / "links").write_text("in the way")
    with pytest.raises(LibraryError, match="links"):
        compute_elsewhere(task(tmp_path / "links"))


def test_many_pairs_are_made_elsewhere_and_few_here(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.links.elsewhere._FEW", 1)
    links = Links(tmp_path, apparatus())
    ovens, mills, stars = three()
    assert refresh(links, [ovens, mills]) == 1
    assert refresh(links, [ovens, mills, stars]) == 2
    assert links.missing([ovens, mills, stars]) == 0
    assert links.related(stars, stars.passages[1].id, [ovens, mills], threshold=0) is not None
    assert refresh(Links(None, apparatus()), [ovens, mills, stars]) == 3


def _dies(_theirs):
    import os

    os._exit(3)


def test_a_process_that_dies_is_told_and_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.links.elsewhere._work", _dies)
    with pytest.raises(LibraryError, match="before its time"):
        compute_elsewhere(task(tmp_path))
