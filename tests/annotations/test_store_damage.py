"""Accidents to the store: noticed, told, and nothing lost that can be read."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.annotations.store import FindingKind, Put, Remove, Store
from reader.annotations.store.backups import KEPT, WEEKS, folder_of, found, keep, thin
from reader.annotations.store.check import salvage
from reader.annotations.store.leaves import scattered
from reader.model import LibraryError, StoreDamaged
from tests.annotations.killing import check, killed
from tests.annotations.making import a_note

FILE = "annotations.db"


def made(folder: Path, notes: int = 60) -> dict[str, str]:
    """Make a store with a tested backup; return the bodies by id."""
    with Store.open(folder) as store:
        written = [a_note(store.me, f"note {number} " + "x" * 200) for number in range(notes)]
        store.apply([Put(note) for note in written], "Add")
        assert store.backup_now()
    return {note.id: note.body for note in written}


def test_a_note_changed_on_the_disk_is_noticed_and_brought_back(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    path = tmp_path / FILE
    data = path.read_bytes()
    at = data.index(b"note 33 ")
    path.write_bytes(data[:at] + b"nota 33 " + data[at + 8 :])
    with Store.open(tmp_path) as store:
        assert len(store.annotations()) == len(bodies) - 1
        assert "damaged" in store.damage[0]
        with pytest.raises(StoreDamaged, match="repaired"):
            store.apply([Put(a_note(store.me))], "Add")
        assert store.backup_now() is None
        findings = store.repair()
        assert [one.kind for one in findings] == [FindingKind.DONE]
        assert {note.id: note.body for note in store.annotations()} == bodies
        assert store.check() == ()
        store.apply([Put(a_note(store.me))], "Add")
    assert list(tmp_path.glob("annotations.damaged-*.db"))


def test_what_is_in_no_backup_is_named_as_lost(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    shutil.rmtree(folder_of(tmp_path / FILE))
    path = tmp_path / FILE
    data = path.read_bytes()
    at = data.index(b"note 33 ")
    path.write_bytes(data[:at] + b"nota 33 " + data[at + 8 :])
    with Store.open(tmp_path) as store:
        findings = store.repair()
        (lost,) = [one for one in findings if one.kind is FindingKind.LOST]
        assert bodies[lost.note].startswith("note 33")
        assert len(store.annotations()) == len(bodies) - 1


@pytest.mark.parametrize("seed", range(12))
def test_noise_in_a_page_is_never_shown_as_a_note(tmp_path: Path, seed: int) -> None:
    bodies = made(tmp_path)
    path = tmp_path / FILE
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    at = chance.randrange(len(data) // 512) * 512
    data[at : at + 512] = chance.randbytes(512)
    path.write_bytes(data)
    with Store.open(tmp_path) as store:
        for note in store.annotations():
            assert bodies[note.id] == note.body
        if len(store.annotations()) < len(bodies):
            assert store.damage or store.check()
        store.check()
        if store.damage:
            store.repair()
        assert {note.id: note.body for note in store.annotations()} == bodies
        assert store.check() == ()


def test_noise_in_any_page_costs_no_more_than_that_page(tmp_path: Path) -> None:
    bodies = [
        f"note {number} " + "long " * (1500 if number % 20 == 0 else 20) for number in range(150)
    ]
    with Store.open(tmp_path) as store:
        for at in range(0, len(bodies), 10):
            some = [Put(a_note(store.me, body)) for body in bodies[at : at + 10]]
            store.apply(some, "Add")
    path = tmp_path / FILE
    data = path.read_bytes()
    known = {one.rev for one in salvage(path)[0].values()}
    assert len(known) == len(bodies)
    chance = random.Random(5)
    for at in range(0, len(data), 4096):
        path.write_bytes(data[:at] + chance.randbytes(4096) + data[at + 4096 :])
        rows, _, _ = salvage(path)
        assert rows.keys() <= known
        assert len(known) - len(rows) <= 10, f"page {at // 4096 + 1} of {len(data) // 4096}"


def test_whose_notes_they_are_is_known_without_a_backup(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    shutil.rmtree(folder_of(tmp_path / FILE))
    with Store.open(tmp_path) as store:
        me = store.me
    path = tmp_path / FILE
    path.write_bytes(random.Random(1).randbytes(4096) + path.read_bytes()[4096:])
    with Store.open(tmp_path) as store:
        store.repair()
        assert (store.me.id, {note.id: note.body for note in store.annotations()}) == (
            me.id,
            bodies,
        )
        first = store.annotations()[0]
        store.apply([Put(replace(first, body="Still mine."))], "Edit")


def test_what_stands_only_in_the_log_is_read_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "open") as store:
        store.apply([Put(a_note(store.me, f"note {number}")) for number in range(40)], "Add")
        shutil.copytree(tmp_path / "open", tmp_path / "copy")
    path = tmp_path / "copy" / FILE
    path.write_bytes(b"")
    assert len({one.rev for one in scattered(path)}) == 40


def test_notes_on_a_page_that_is_gone_are_named_as_lost(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    shutil.rmtree(folder_of(tmp_path / FILE))
    path = tmp_path / FILE
    data = path.read_bytes()
    at = data.index(b"note 33 ") // 4096 * 4096
    path.write_bytes(data[:at] + bytes(4096) + data[at + 4096 :])
    with Store.open(tmp_path) as store:
        lost = {one.note for one in store.repair() if one.kind is FindingKind.LOST}
        left = {note.id for note in store.annotations()}
    assert 1 <= len(lost) <= 10
    assert lost | left == bodies.keys()
    assert not lost & left


@pytest.fixture
def late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store as large ones are, looked through later; a page of an index of it is noise."""
    monkeypatch.setattr("reader.annotations.store.reading.CHECKED_AT_ONCE", 0)
    made(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        ask = "SELECT rootpage FROM sqlite_schema WHERE name = 'current_revisions'"
        (page,) = connection.execute(ask).fetchone()
    data = bytearray((tmp_path / FILE).read_bytes())
    data[4096 * (page - 1) + 8 : 4096 * page] = b"\xff" * 4088
    (tmp_path / FILE).write_bytes(data)
    return tmp_path


def test_a_large_store_is_looked_through_when_it_was_read(late: Path) -> None:
    with Store.open(late) as store:
        assert not store.damage
        store.annotations()
        assert "damaged" in store.damage[0]


def test_a_large_store_is_looked_through_before_it_is_changed(late: Path) -> None:
    with Store.open(late) as store:
        with pytest.raises(StoreDamaged):
            store.empty_bin()
        store.repair()
        assert len(store.annotations()) == 60


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, None, b"no database at all" * 500])
def test_a_file_that_is_no_store_is_kept_aside(tmp_path: Path, data: bytes | None) -> None:
    bodies = made(tmp_path)
    with Store.open(tmp_path, read_only=True) as store:
        me = store.me
    (tmp_path / FILE).unlink()
    if data is not None:
        (tmp_path / FILE).write_bytes(data)
    with Store.open(tmp_path) as store:
        assert store.damage
        assert store.me.id == me.id
        store.repair()
        assert {note.id: note.body for note in store.annotations()} == bodies
        assert store.me.id == me.id


def test_half_a_file_gives_what_it_still_holds(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with Store.open(tmp_path) as store:
        assert store.damage
        store.repair()
        assert {note.id: note.body for note in store.annotations()} == bodies


def test_a_damaged_store_makes_no_backup_and_drops_none(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / FILE
    before = [one.path.name for one in found(path)]
    data = path.read_bytes()
    at = data.index(b"note 33 ")
    path.write_bytes(data[:at] + b"nota 33 " + data[at + 8 :])
    with pytest.raises(StoreDamaged):
        keep(path, "asked")
    assert [one.path.name for one in found(path)] == before
    assert not list(folder_of(path).glob(".*"))


def test_a_damaged_backup_is_not_brought_back(tmp_path: Path) -> None:
    bodies = made(tmp_path)
    with Store.open(tmp_path) as store:
        (backup,) = store.backups()
        data = backup.path.read_bytes()
        at = data.index(b"note 33 ")
        backup.path.write_bytes(data[:at] + b"nota 33 " + data[at + 8 :])
        with pytest.raises(LibraryError):
            store.restore_backup(backup)
        assert {note.id: note.body for note in store.annotations()} == bodies


def test_the_last_ten_and_one_of_each_of_four_weeks_are_kept(tmp_path: Path) -> None:
    store = tmp_path / FILE
    folder_of(store).mkdir()
    today = datetime(2026, 6, 30, 12, tzinfo=UTC)
    for day in range(90):
        made_at = today - timedelta(days=day)
        (folder_of(store) / f"annotations-{made_at:%Y%m%dT%H%M%S}-0000-daily.db").write_bytes(b"")
    thin(store)
    kept = found(store)
    assert len(kept) == KEPT + WEEKS
    assert [(today - one.made).days for one in kept[:KEPT]] == list(range(KEPT))
    weeks = [one.made.isocalendar()[:2] for one in kept[KEPT:]]
    assert len(set(weeks)) == WEEKS


def test_a_clock_that_goes_back_costs_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy just made is the newest, whatever the clock says, and the last to be let go."""

    class Clock(datetime):
        today = datetime(2036, 1, 1, tzinfo=UTC)

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return cls.today

    monkeypatch.setattr("reader.annotations.store.backups.datetime", Clock)
    with Store.open(tmp_path) as store:
        note = a_note(store.me, "before")
        store.apply([Put(note)], "Add")
        for day in range(KEPT + 40):
            Clock.today = datetime(2036, 1, 1, tzinfo=UTC) + timedelta(days=day)
            store.backup_now()
        Clock.today = datetime(2026, 1, 1, tzinfo=UTC)
        store.apply([Put(replace(note, body="after"))], "Edit")
        store.settle_backup()
        path = store.backup_now()
        assert path is not None
        assert path.exists()
        assert store.backups()[0].path == path
        assert store.backups()[0].made == Clock.today
        assert len(store.backups()) <= KEPT + WEEKS
        Path(store.path).write_bytes(b"\0" * 9000)
    with Store.open(tmp_path) as store:
        store.repair()
        assert store.get(note.id).body == "after"


def test_the_first_change_of_a_day_leaves_a_copy_of_what_was_before(tmp_path: Path) -> None:
    made(tmp_path)
    for backup in found(tmp_path / FILE):
        backup.path.unlink()
    with Store.open(tmp_path) as store:
        note = store.annotations()[0]
        store.apply([Remove(note.id)], "Delete")
        store.settle_backup()
        (backup,) = store.backups()
        assert backup.reason == "daily"
        store.apply([Put(a_note(store.me))], "Add")
        assert len(store.backups()) == 1


def test_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    for seed in range(4):
        killed(tmp_path / f"{seed % 2}", seed, 0.05 + 0.07 * seed)


def test_a_kill_that_lost_something_would_be_noticed() -> None:
    lines = [
        '{"deed": "add", "will": {"a": "1"}}',
        '{"did": "add"}',
        '{"deed": "several", "will": {"a": null, "b": "2"}}',
    ]
    told: list[str] = []
    check({}, lines, {"a": "1"}, told.append)
    check({}, lines, {"b": "2"}, told.append)
    assert told == ["add", "add"]
    for lost in ({}, {"a": "1", "b": "2"}):
        with pytest.raises(AssertionError, match="lost, or an action is half there"):
            check({}, lines, lost, told.append)


def test_damage_in_the_history_is_told_of_by_the_daily_backup(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        note = a_note(store.me, "first wording")
        store.apply([Put(note)], "Add")
        store.apply([Put(replace(note, body="second wording"))], "Edit")
    path = tmp_path / FILE
    data = path.read_bytes()
    path.write_bytes(data.replace(b"first wording", b"thirst wordin"))
    shutil.rmtree(folder_of(path))
    with Store.open(tmp_path) as store:
        assert store.get(note.id).body == "second wording"
        store.apply([Put(a_note(store.me))], "Add")
        store.settle_backup()
        assert store.damage
        assert store.backups() == ()
        store.repair()
        assert store.get(note.id).body == "second wording"
        assert store.check() == ()
