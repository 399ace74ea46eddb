"""What strangers may put into an annotation file, taken through the store of a reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.annotations.files import load
from reader.annotations.merging import preview, take
from reader.annotations.store import Put, Store
from reader.model import AnnotationFileError
from tests.annotations.hostile import Hostile, forged, hostile
from tests.annotations.making import a_note


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library") as opened:
        yield opened


@pytest.mark.parametrize("file", list(hostile()), ids=lambda one: f"{one.number}, {one.name}")
def test_one_bad_annotation_never_loses_the_rest(store: Store, file: Hostile) -> None:
    mine = a_note(store.me, "mine")
    store.apply([Put(mine)], "Add")
    changes = store.changes
    if file.taken is None:
        with pytest.raises(AnnotationFileError, match=file.says):
            load(file.data)
        return
    found = preview(load(file.data), store)
    assert store.changes == changes, "nothing is written before the preview is accepted"
    assert sum(row.ticked for row in found.rows) == file.taken
    reasons = [row.reason for row in found.rows if not row.ticked]
    assert any(file.says in reason for reason in reasons) or not file.says
    take(found, store)
    assert store.get(mine.id).body == "mine"
    assert store.check() == ()
    again = preview(load(file.data), store)
    assert not any(row.ticked for row in again.rows), "a second time brings nothing"


def test_no_file_of_another_changes_a_note_of_mine(store: Store) -> None:
    mine = a_note(store.me, "mine")
    store.apply([Put(mine)], "Add")
    (known,) = (one.rev for one in store.revisions())
    for name, data in forged(mine, known).items():
        found = preview(load(data), store)
        assert not any(row.ticked for row in found.rows), name
        take(found, store)
        assert store.get(mine.id).body == "mine", name
        assert not store.conflicts(), name
