"""The laws of merging, over random histories of members with wrong clocks and lossy post."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.revisions import (
    Revision,
    ancestry,
    current,
    merge,
    revise,
    tombstone,
)

AUTHORS = [f"urn:uuid:00000000-0000-7000-8000-00000000000{n}" for n in "abcdef"]


@dataclass
class Device:
    """One computer of a member: what it holds, newest first, and all it ever wrote."""

    author: str
    rows: list[Revision] = field(default_factory=list)

    def write(self, note: str, chance: random.Random) -> Revision:
        mine = [row for row in self.rows if row.note == note]
        known = ancestry(mine)
        if mine and chance.random() < 0.2:
            made = tombstone(note, self.author, f"{chance.randint(0, 9)}", known)
        else:
            text = f"{chance.random()}"
            item = {"id": note, "creator": {"id": self.author}, "value": text}
            item["modified"] = str(chance.randint(1900, 2100))
            made = revise(item, known)
        self.rows.insert(0, made)
        return made

    def receive(self, state: Iterable[Revision]) -> None:
        names = {row.rev for row in self.rows}
        self.rows = [row for row in state if row.rev not in names] + self.rows

    @property
    def state(self) -> tuple[Revision, ...]:
        return merge(self.rows)


def history(seed: int, members: int, changes: int) -> tuple[list[Device], list[Revision]]:
    """Let members write and exchange, with copied folders and restored backups."""
    chance = random.Random(seed)
    devices = [Device(author) for author in AUTHORS[:members]]
    written: list[Revision] = []
    files: list[tuple[Revision, ...]] = [()]
    backups: list[tuple[Device, list[Revision]]] = []
    for _ in range(changes):
        device = chance.choice(devices)
        note = f"{device.author}-note-{chance.randint(0, 3)}"
        written.append(device.write(note, chance))
        if chance.random() < 0.5:
            files.append(device.state)
        if chance.random() < 0.4:
            chance.choice(devices).receive(chance.choice(files))
        if chance.random() < 0.05 and len(devices) < 2 * members:
            devices.append(Device(device.author, list(device.rows)))
        if chance.random() < 0.05:
            backups.append((device, list(device.rows)))
        if backups and chance.random() < 0.03:
            owner, rows = chance.choice(backups)
            files.append(owner.state)
            owner.rows = list(rows)
    files += [device.state for device in devices]
    for device in devices:
        order = files * 2
        chance.shuffle(order)
        for file in order:
            device.receive(file)
    return devices, written


def as_bytes(state: Iterable[Revision]) -> bytes:
    return "\n".join(one.line for one in state).encode()


@given(st.integers(0, 10_000), st.integers(2, 6))
def test_all_members_end_equal_and_nothing_is_lost(seed: int, members: int) -> None:
    devices, written = history(seed, members, 30)
    check_laws(devices, written)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_long_histories_of_six_members_end_equal(seed: int) -> None:
    devices, written = history(seed, 6, 1200)
    check_laws(devices, written)


def check_laws(devices: list[Device], written: list[Revision]) -> None:
    ends = {as_bytes(device.state) for device in devices}
    assert len(ends) == 1
    final = devices[0].state
    held = {row.rev for row in final}
    named = {name for row in final for name in row.replaces}
    everywhere = {row.rev for device in devices for row in device.rows}
    for one in written:
        if one.rev in everywhere:
            assert one.rev in held or one.rev in named
    for one in final:
        assert one.rev not in named, "what somebody replaced is not current"


def some_states(seed: int) -> list[tuple[Revision, ...]]:
    chance = random.Random(seed)
    devices = [Device(AUTHORS[0]) for _ in range(3)]
    for _ in range(12):
        device = chance.choice(devices)
        device.write(f"note-{chance.randint(0, 2)}", chance)
        if chance.random() < 0.4:
            device.receive(chance.choice(devices).state)
    return [device.state for device in devices]


@given(st.integers(0, 100_000))
def test_order_grouping_and_repetition_do_not_matter(seed: int) -> None:
    a, b, c = some_states(seed)
    every = as_bytes(merge(a, b, c))
    assert as_bytes(merge(merge(c, a), b)) == every
    assert as_bytes(merge(a, merge(b, c))) == every
    assert as_bytes(merge(a, a, b, c, b)) == every
    assert as_bytes(merge(merge(a, b, c))) == every


def test_two_edits_made_apart_are_both_current() -> None:
    first = revise({"id": "n", "creator": AUTHORS[0], "value": 0}, ())
    here = revise({"id": "n", "creator": AUTHORS[0], "value": 1}, [first.rev])
    there = revise({"id": "n", "creator": AUTHORS[0], "value": 2}, [first.rev])
    assert set(current([first, here, there])) == {here, there}
    joined = revise({"id": "n", "creator": AUTHORS[0], "value": 3}, ancestry([here, there, first]))
    assert merge([here], [there], [joined], [first]) == (joined,)


def test_nobody_replaces_what_another_wrote() -> None:
    mine = revise({"id": "n", "creator": AUTHORS[0], "value": 0}, ())
    forged = tombstone("n", AUTHORS[1], "9999", [mine.rev])
    assert set(current([mine, forged])) == {mine, forged}


def test_removed_stays_removed_against_every_older_file() -> None:
    first = revise({"id": "n", "creator": AUTHORS[0], "value": 0}, ())
    second = revise({"id": "n", "creator": AUTHORS[0], "value": 1}, [first.rev])
    stone = tombstone("n", AUTHORS[0], "1970", ancestry([second, first]))
    assert merge([stone], [first], [second]) == (stone,)
    assert merge([first, second, stone]) == (stone,)
