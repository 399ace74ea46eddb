"""Faults of the machine: full and read-only disks, power cuts, stale locks."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.annotations.store import Put, Store
from reader.importing.whole import write_whole
from reader.model import LibraryBusy, LibraryError, ReadOnly
from tests.annotations.making import a_note

ROOT = Path(__file__).parents[2]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two mebibytes, where the system lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("mounting a small disk needs the rights of an administrator")
    yield disk
    subprocess.run(["umount", "-l", disk], check=False)


def fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 512):
            pass


def test_a_full_disk_keeps_what_was_acknowledged(small_disk: Path) -> None:
    with Store.open(small_disk / "library") as store:
        store.apply([Put(a_note(store.me, "kept"))], "Add")
        store.settle_backup()
        fill(small_disk)
        kept = 1
        told = ""
        while not told and kept < 500:
            try:
                store.apply([Put(a_note(store.me, "x" * 3000))], "Add")
                kept += 1
            except LibraryError as error:
                told = error.message
        assert "no room" in told
        assert len(store.annotations()) == kept
        (small_disk / "ballast").unlink()
        store.apply([Put(a_note(store.me, "with room again"))], "Add")
    with Store.open(small_disk / "library") as store:
        assert len(store.annotations()) == kept + 1
        assert store.check() == ()


def test_a_disk_turned_read_only_is_said_to_be_so(small_disk: Path) -> None:
    folder = small_disk / "library"
    with Store.open(folder) as store:
        store.apply([Put(a_note(store.me, "kept"))], "Add")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(ReadOnly):
        Store.open(folder)
    with Store.open(folder, read_only=True) as store:
        assert [note.body for note in store.annotations()] == ["kept"]
        with pytest.raises(ReadOnly):
            store.apply([Put(a_note(store.me))], "Add")


def test_a_disk_pulled_out_is_an_error_and_not_a_crash(small_disk: Path) -> None:
    with Store.open(small_disk / "library") as store:
        store.apply([Put(a_note(store.me, "kept"))], "Add")
        store.settle_backup()
        shutil.rmtree(small_disk / "library")
        with pytest.raises(LibraryError, match="taken away"):
            store.apply([Put(a_note(store.me, "nowhere"))], "Add")
        assert [note.body for note in store.annotations()] == ["kept"]


def test_a_power_cut_leaves_a_prefix_of_what_was_done(tmp_path: Path) -> None:
    """The log is cut or torn at random places, as a failing disk would leave it."""
    store = Store.open(tmp_path / "library")
    for number in range(40):
        store.apply([Put(a_note(store.me, str(number)))], "Add")
    store.settle_backup()
    copy = tmp_path / "copy"
    copy.mkdir()
    chance = random.Random(3)
    database = store.path.read_bytes()
    log = store.path.with_name(store.path.name + "-wal").read_bytes()
    assert log
    for _ in range(40):
        for path in copy.iterdir():
            path.unlink() if path.is_file() else shutil.rmtree(path)
        (copy / "annotations.db").write_bytes(database)
        cut = bytearray(log[: chance.randrange(len(log))])
        if cut and chance.random() < 0.5:
            at = chance.randrange(len(cut))
            cut[at : at + 512] = chance.randbytes(len(cut[at : at + 512]))
        (copy / "annotations.db-wal").write_bytes(cut)
        with Store.open(copy) as after:
            bodies = [note.body for note in after.annotations()]
            assert bodies == [str(number) for number in range(len(bodies))]
            assert after.check() == ()
    store.close()


HOLDER = """
import sys, time
from pathlib import Path
from reader.annotations.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"open\n"
    with pytest.raises(LibraryBusy):
        Store.open(tmp_path)
    with Store.open(tmp_path, read_only=True) as reading:
        assert reading.annotations() == ()
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with Store.open(tmp_path) as store:
        store.apply([Put(a_note(store.me))], "Add")


def test_there_is_never_a_second_writer(tmp_path: Path) -> None:
    for _ in range(20):
        with Store.open(tmp_path):
            for _ in range(3):
                with pytest.raises(LibraryBusy):
                    Store.open(tmp_path)


EXPORTER = """
import sys
import time
from pathlib import Path
from reader.importing.whole import write_whole
path = Path(sys.argv[1])
data = [bytes([65 + n]) * 300_000 for n in range(20)]
write_whole(path, data[0])
print("ready", flush=True)
for turn in range(10**9):
    write_whole(path, data[turn % 20])
"""


def test_a_kill_while_a_file_is_written_leaves_the_old_or_the_new_one(tmp_path: Path) -> None:
    chance = random.Random(5)
    path = tmp_path / "anna.annotations.json"
    for _ in range(6):
        run = subprocess.Popen(
            [sys.executable, "-c", EXPORTER, str(path)], stdout=subprocess.PIPE, cwd=ROOT
        )
        assert run.stdout
        run.stdout.readline()
        time.sleep(chance.random() * 0.05)
        run.kill()
        run.wait()
        run.stdout.close()
        data = path.read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    path = tmp_path / "anna.annotations.json"
    old, new, other = (
        tmp_path / name
        for name in (f".{path.name}.abc.part", f".{path.name}.def.part", ".ben.json.abc.part")
    )
    for left in (old, new, other):
        left.write_bytes(b"half")
    for left in (old, other):
        os.utime(left, (time.time() - 4000,) * 2)
    write_whole(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert not old.exists()
    assert new.exists(), "somebody may be writing it"
    assert other.exists()


def test_a_disk_that_cannot_be_locked_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("reader.annotations.store.lock._lock", refuse)
    with pytest.raises(ReadOnly, match="cannot be locked"):
        Store.open(tmp_path)
    with Store.open(tmp_path, read_only=True) as store:
        assert store.annotations() == ()
