"""The shared folder: only the own file is written, the others' are merged as they come."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations.files import dump, load
from reader.annotations.group import Arrival, GroupFolder, differing
from reader.annotations.items import encode
from reader.annotations.merging import file_of
from reader.annotations.revisions import revise
from reader.annotations.store import Put, Remove, Store
from reader.model import Cancelled, Colour, LibraryError, Progress
from tests.annotations.making import a_note


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class Reader:
    """A member with a store and the shared folder."""

    def __init__(self, home: Path, shared: Path, name: str) -> None:
        self.clock = Clock()
        self.store = Store.open(home / name)
        self.store.rename_me(name)
        self.folder = GroupFolder(shared, self.store, clock_s=self.clock)

    def add(self, body: str) -> str:
        note = a_note(self.store.me, body)
        self.store.apply([Put(note)], "Add")
        return note.id

    def edit(self, note: str, body: str) -> None:
        self.store.apply([Put(replace(self.store.get(note), body=body))], "Edit")

    def sync(self) -> Arrival:
        arrival = self.folder.scan()
        self.folder.publish()
        return arrival

    @property
    def bodies(self) -> list[str]:
        return sorted(note.body for note in self.store.annotations())


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


@pytest.fixture
def group(tmp_path: Path, shared: Path) -> Iterator[list[Reader]]:
    found = [Reader(tmp_path, shared, name) for name in ("Anna", "Ben Öz", "Cleo")]
    yield found
    for one in found:
        one.store.close()


def test_a_day_of_edits_converges(group: list[Reader], shared: Path) -> None:
    anna, ben, cleo = group
    note = anna.add("first")
    ben.add("his")
    for _ in range(2):
        for one in group:
            one.sync()
    assert anna.bodies == ben.bodies == cleo.bodies == ["first", "his"]
    anna.edit(note, "second")
    anna.sync()
    arrival = ben.sync()
    assert [change.label for change in arrival.changes] == ["From Anna"]
    assert ben.bodies == ["his", "second"]
    anna.store.apply([Remove(note)], "Delete")
    for one in group:
        one.sync()
    assert cleo.bodies == ["his"]
    assert len(list(shared.iterdir())) == 3


def test_only_the_own_file_is_written_and_only_when_something_changed(
    group: list[Reader], shared: Path
) -> None:
    anna, ben, _ = group
    anna.add("x")
    assert anna.folder.publish()
    assert not anna.folder.publish()
    before = {path: path.stat() for path in shared.iterdir()}
    ben.add("y")
    ben.sync()
    assert ben.folder.own.name.startswith("ben-oz-")
    assert all(path.stat() == stat for path, stat in before.items())
    data = ben.folder.own.read_bytes()
    assert all(one.author == ben.store.me.id for one in load(data).revisions)


def test_what_arrives_is_no_step_of_undo(group: list[Reader]) -> None:
    anna, ben, _ = group
    anna.add("hers")
    anna.sync()
    ben.add("his")
    ben.sync()
    ben.store.undo()
    assert ben.bodies == ["hers"]


def test_conflict_copies_of_sync_tools_are_more_revisions(
    group: list[Reader], shared: Path
) -> None:
    anna, ben, _ = group
    anna.add("in the copy")
    data = dump(file_of(anna.store))
    names = [
        "anna.annotations.sync-conflict-20250101-120000-ABCDEFG.json",
        "anna.annotations (conflicted copy 2025-01-01).json",
    ]
    for name in names:
        (shared / name).write_bytes(data)
    ben.sync()
    assert ben.bodies == ["in the copy"]


def test_a_half_arrived_file_waits_and_is_told_of_after_a_while(
    group: list[Reader], shared: Path
) -> None:
    anna, ben, _ = group
    anna.add("whole")
    data = dump(file_of(anna.store))
    path = shared / "anna.annotations.json"
    path.write_bytes(data[: len(data) // 2])
    assert ben.sync().waiting == 1
    ben.clock.now_s = 9
    assert ben.sync() == Arrival(waiting=1)
    ben.clock.now_s = 11
    (trouble,) = ben.sync().troubles
    assert path.name in trouble
    assert ben.sync() == Arrival()
    path.write_bytes(data)
    ben.sync()
    assert ben.bodies == ["whole"]


def test_an_emptied_or_deleted_file_takes_nothing_away(group: list[Reader], shared: Path) -> None:
    anna, ben, _ = group
    anna.add("kept")
    anna.sync()
    ben.sync()
    anna.folder.own.write_bytes(b"")
    ben.sync()
    anna.folder.own.unlink()
    ben.sync()
    assert ben.bodies == ["kept"]
    for path in shared.iterdir():
        path.unlink()
    anna.sync()
    assert load(anna.folder.own.read_bytes()).revisions


def test_hidden_and_unfinished_files_are_left_alone(group: list[Reader], shared: Path) -> None:
    anna, ben, _ = group
    anna.add("x")
    data = dump(file_of(anna.store))
    for name in (".anna.annotations.json", "~anna.annotations.json", ".x.annotations.json.part"):
        (shared / name).write_bytes(data)
    assert ben.sync() == Arrival()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_file_is_left_alone(group: list[Reader], shared: Path) -> None:
    os.mkfifo(shared / "pipe.annotations.json")
    (shared / "endless.annotations.json").symlink_to("/dev/zero")
    (shared / "folder.annotations.json").mkdir()
    anna, ben, _ = group
    anna.add("still arrives")
    anna.sync()
    assert not ben.sync().troubles
    assert ben.bodies == ["still arrives"]


def test_a_folder_that_is_away_is_told_of(group: list[Reader], shared: Path) -> None:
    shared.rename(shared.with_name("elsewhere"))
    with pytest.raises(LibraryError, match="not there"):
        group[0].sync()


def test_a_note_made_private_leaves_the_others(group: list[Reader]) -> None:
    anna, ben, _ = group
    note = anna.add("open")
    anna.sync()
    ben.sync()
    closed = replace(anna.store.get(note), shared=False)
    anna.store.apply([Put(closed)], "Keep to myself")
    anna.sync()
    ben.sync()
    assert ben.bodies == []
    assert anna.bodies == ["open"]


def test_going_back_to_a_backup_loses_nothing_in_the_folder(group: list[Reader]) -> None:
    anna, ben, _ = group
    anna.add("before")
    anna.store.name_colour(Colour.PINK, "objection")
    anna.store.backup_now()
    anna.add("after")
    anna.sync()
    anna.store.restore_backup(anna.store.backups()[0])
    assert anna.bodies == ["before"]
    anna.folder = GroupFolder(anna.folder.folder, anna.store, clock_s=anna.clock)
    arrival = anna.sync()
    assert len(arrival.asking) == 1
    ben.sync()
    assert ben.bodies == ["after", "before"]
    assert ben.folder.colour_names[anna.store.me.id] == {Colour.PINK: "objection"}
    anna.folder.trust(anna.store.fact("device"))
    anna.sync()
    assert anna.bodies == ["after", "before"]


@pytest.mark.parametrize("through_copies", [False, True])
def test_a_copied_library_writes_the_same_file_and_loses_nothing(
    group: list[Reader], tmp_path: Path, shared: Path, through_copies: bool
) -> None:
    """Two computers with one device's name; the sync tool makes conflict copies, or does not."""
    anna, ben, _ = group
    note = anna.add("before")
    anna.sync()
    anna.store.close()
    shutil.copytree(tmp_path / "Anna", tmp_path / "Copy")
    anna.store = Store.open(tmp_path / "Anna")
    anna.folder = GroupFolder(shared, anna.store)
    second = Reader(tmp_path, shared, "Copy")
    device = anna.store.fact("device")
    assert second.store.fact("device") == device
    assert second.folder.own == anna.folder.own
    for one in (anna, second):
        one.folder.trust(device)
    for week in range(3):
        anna.edit(note, f"anna {week}")
        second.edit(note, f"second {week}")
        anna.add(f"a {week}")
        second.add(f"b {week}")
        anna.folder.publish()
        if through_copies:
            mine = anna.folder.own.read_bytes()
            second.folder.publish()
            name = f"anna.annotations.sync-conflict-2026010{week}-120000-ABCDEFG.json"
            (shared / name).write_bytes(mine)
        else:
            second.folder.publish()
    for _ in range(2):
        for one in (anna, second, ben):
            one.sync()
    added = [f"{who} {week}" for who in "ab" for week in range(3)]
    for one in (anna, second, ben):
        wordings = {body.body for body in one.store.conflicts()[note]}
        assert wordings == {"anna 2", "second 2"}
        assert set(one.bodies) - wordings == set(added)


def test_a_look_into_the_folder_can_be_stopped_between_files(group: list[Reader]) -> None:
    anna, ben, cleo = group
    ben.add("from ben")
    cleo.add("from cleo")
    ben.folder.publish()
    cleo.folder.publish()
    with pytest.raises(Cancelled):
        anna.folder.scan(Progress(lambda *_: None, lambda: True))
    assert anna.bodies == []
    stop = Progress(lambda *_: None, lambda: bool(anna.bodies))
    assert len(anna.folder.scan(stop).changes) == 1
    assert len(anna.folder.scan().changes) == 1
    assert anna.bodies == ["from ben", "from cleo"]


def test_a_look_into_the_folder_tells_how_far_it_is_over_all_files(group: list[Reader]) -> None:
    anna, ben, cleo = group
    for one in (ben, cleo):
        for number in range(3):
            one.add(f"{number}")
        one.folder.publish()
    shares: list[float] = []
    anna.folder.scan(Progress(lambda share, _words: shares.append(share), lambda: False))
    assert shares == sorted(shares)
    assert min(shares) < 0.5 < max(shares) <= 1
    shares.clear()
    anna.folder.scan(Progress(lambda share, _words: shares.append(share), lambda: False))
    assert not shares, "nothing is told of looks that find nothing"


def test_a_file_in_my_name_changes_nothing_of_mine_by_itself(
    group: list[Reader], shared: Path
) -> None:
    anna = group[0]
    note = anna.add("mine")
    mine = file_of(anna.store)
    item = encode(replace(anna.store.get(note), body="forged"))
    made = revise(item, [mine.revisions[0].rev])
    forged = dump(replace(mine, device="other", revisions=(made,)))
    (shared / "forged.annotations.json").write_bytes(forged)
    arrival = anna.sync()
    assert anna.bodies == ["mine"]
    assert arrival.changes == ()
    assert [row.asks for row in arrival.asking[0].rows] == [True]
    anna.folder.trust("other")
    anna.sync()
    assert anna.bodies == ["forged"]


def test_members_learn_what_the_others_call_the_colours(group: list[Reader]) -> None:
    anna, ben, _ = group
    anna.store.name_colour(Colour.PINK, "objection")
    ben.store.name_colour(Colour.PINK, "key claim")
    anna.sync()
    ben.sync()
    assert ben.folder.colour_names == {
        anna.store.me.id: {Colour.PINK: "objection"},
        ben.store.me.id: {Colour.PINK: "key claim"},
    }
    assert differing(ben.folder.colour_names) == {Colour.PINK: ("key claim", "objection")}
    anna.store.name_colour(Colour.PINK, "")
    anna.sync()
    ben.sync()
    assert differing(ben.folder.colour_names) == {}


def test_members_can_be_muted(group: list[Reader]) -> None:
    anna, ben, _ = group
    anna.folder.mute(ben.store.me.id)
    assert anna.folder.muted == {ben.store.me.id}
    anna.folder.mute(ben.store.me.id, muted=False)
    assert anna.folder.muted == frozenset()


def test_one_bad_note_in_a_file_is_told_of_and_the_rest_arrives(
    group: list[Reader], shared: Path
) -> None:
    anna, ben, _ = group
    anna.add("fine")
    anna.add("spoilt")
    data = dump(file_of(anna.store)).replace(b"spoilt", b"spoild")
    (shared / "anna.annotations.json").write_bytes(data)
    (trouble,) = ben.sync().troubles
    assert "1 annotations" in trouble
    assert ben.bodies == ["fine"]
