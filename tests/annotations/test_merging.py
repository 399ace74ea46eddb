"""Taking files of others: a preview that touches nothing, one undo, and the laws end to end."""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations.files import AnnotationFile, TextSource, dump, load
from reader.annotations.items import encode
from reader.annotations.merging import Fate, PlaceFate, file_of, layer, preview, take
from reader.annotations.revisions import revise, tombstone
from reader.annotations.store import Put, Remove, Store
from reader.model import (
    Anchored,
    Anchoring,
    BadInput,
    Cancelled,
    Orphan,
    Outcome,
    Progress,
    Span,
    TextTarget,
)
from tests.annotations.making import ANNA, BEN, SOURCE, a_note, on_words


class Member:
    """A store of a member, who sends files and takes those of others."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder)
        self.posted = self.file()

    def add(self, body: str = "a thought", **fields: object) -> str:
        note = a_note(self.store.me, body, **fields)
        self.store.apply([Put(note)], "Add")
        return note.id

    def edit(self, note: str, body: str) -> None:
        self.store.apply([Put(replace(self.store.get(note), body=body))], "Edit")

    def file(self) -> bytes:
        return dump(file_of(self.store))

    def takes(self, data: bytes, *, by_itself: bool = False) -> None:
        file = load(data)
        found = preview(file, self.store, trusted=file.creator == self.store.me)
        take(found, self.store, by_itself=by_itself)

    def fates(self, data: bytes) -> list[Fate]:
        return [row.fate for row in preview(load(data), self.store).rows]


@pytest.fixture
def members(tmp_path: Path) -> Iterator[list[Member]]:
    found = [Member(tmp_path / name) for name in ("anna", "ben", "cleo")]
    yield found
    for one in found:
        one.store.close()


def test_each_annotation_of_a_file_has_its_fate(members: list[Member]) -> None:
    anna, ben, _ = members
    kept, edited, removed = anna.add("kept"), anna.add("first"), anna.add("removed")
    old = anna.file()
    assert ben.fates(old) == [Fate.NEW] * 3
    ben.takes(old)
    assert ben.fates(old) == [Fate.IDENTICAL] * 3
    anna.edit(edited, "second")
    anna.store.apply([Remove(removed)], "Delete")
    found = {row.where: row.fate for row in preview(load(anna.file()), ben.store).rows}
    assert found == {kept: Fate.IDENTICAL, edited: Fate.CHANGED, removed: Fate.REMOVED}
    ben.takes(anna.file())
    assert sorted(note.body for note in ben.store.annotations()) == ["kept", "second"]
    assert sorted(ben.fates(old)) == sorted([Fate.IDENTICAL, Fate.OLDER, Fate.OLDER])
    before = ben.store.known()
    ben.takes(old)
    assert ben.store.known() == before


def test_a_preview_touches_nothing(members: list[Member]) -> None:
    anna, ben, _ = members
    anna.add()
    before = (ben.store.known(), ben.store.undo_label)
    preview(load(anna.file()), ben.store, judge=lambda _: None)
    assert (ben.store.known(), ben.store.undo_label) == before


def test_a_file_of_a_newer_version_says_so_in_each_line_that_changes_something(
    members: list[Member],
) -> None:
    anna, ben, _ = members
    anna.add("one")
    ben.takes(anna.file())
    anna.add("two")
    newer = anna.file().replace(b'"ar:format":1', b'"ar:format":2')
    rows = {row.fate: row.reason for row in preview(load(newer), ben.store).rows}
    assert rows[Fate.NEW].startswith("Written by a newer version")
    assert rows[Fate.IDENTICAL] == ""


def test_one_undo_takes_a_whole_file_back(members: list[Member]) -> None:
    anna, ben, _ = members
    note = anna.add("one")
    ben.takes(anna.file())
    mine = ben.add("mine")
    before = ben.store.known()
    anna.edit(note, "two")
    anna.add("three")
    ben.takes(anna.file())
    assert {one.body for one in ben.store.annotations()} == {"two", "three", "mine"}
    ben.store.undo()
    assert ben.store.known() == before
    assert {one.body for one in ben.store.annotations()} == {"one", "mine"}
    ben.store.redo()
    assert {one.body for one in ben.store.annotations()} == {"two", "three", "mine"}
    assert ben.store.get(mine)


def test_of_a_large_file_nothing_is_kept_twice(members: list[Member]) -> None:
    anna, ben, _ = members
    notes = [ben.add(f"thought {row}") for row in range(3)]
    anna.takes(ben.file())
    entry = anna.store._journal.done[-1]
    assert [entry.after[one.note][0] is one for one in entry.taken] == [True] * len(notes)
    targets = [anna.store.get(note).target for note in notes]
    assert all(isinstance(one, TextTarget) for one in targets)
    assert len({id(one.source) for one in targets if isinstance(one, TextTarget)}) == 1


def test_a_part_of_a_file_can_be_taken(members: list[Member]) -> None:
    anna, ben, _ = members
    anna.add("yes")
    anna.add("no")
    found = preview(load(anna.file()), ben.store)
    take(found, ben.store, lambda row: bool(row.annotation and row.annotation.body == "yes"))
    assert [note.body for note in ben.store.annotations()] == ["yes"]


def test_a_copy_of_the_store_is_made_before_a_file_is_taken(members: list[Member]) -> None:
    anna, ben, _ = members
    anna.add()
    ben.add()
    ben.takes(anna.file())
    assert "import" in {one.reason for one in ben.store.backups()}


def forged(author: object, note: str, replaces: list[str], creator: object = BEN) -> bytes:
    item = encode(a_note(author, "forged", id=note))  # type: ignore[arg-type]
    made = revise(item, replaces)
    return dump(AnnotationFile("urn:uuid:" + "0" * 8, creator, revisions=(made,)))  # type: ignore[arg-type]


def test_a_note_of_mine_changes_only_when_i_say_so(members: list[Member]) -> None:
    anna = members[0]
    note = anna.add("mine")
    rev = anna.store.revisions()[0].rev
    for creator in (BEN, anna.store.me):
        found = preview(load(forged(anna.store.me, note, [rev], creator)), anna.store)
        (row,) = found.rows
        assert (row.fate, row.asks, row.ticked) == (Fate.CHANGED, True, False)
        take(found, anna.store)
        assert anna.store.get(note).body == "mine"
    take(found, anna.store, lambda _: True)
    assert anna.store.get(note).body == "forged"
    anna.store.undo()
    assert anna.store.get(note).body == "mine"


def test_what_i_wrote_elsewhere_is_mine_when_i_bring_it(members: list[Member]) -> None:
    anna = members[0]
    brought = revise(encode(a_note(anna.store.me, "written elsewhere")), ())
    file = AnnotationFile("urn:uuid:x", anna.store.me, revisions=(brought,), converted=True)
    (row,) = preview(file, anna.store).rows
    assert row.ticked
    assert not load(dump(file)).converted


def test_another_cannot_take_the_id_of_a_note_of_mine(members: list[Member]) -> None:
    anna = members[0]
    note = anna.add("mine")
    found = preview(load(forged(BEN, note, [anna.store.revisions()[0].rev])), anna.store)
    assert [row.fate for row in found.rows] == [Fate.REFUSED]
    take(found, anna.store, lambda _: True)
    assert [one.body for one in anna.store.annotations()] == ["mine"]


def test_a_stranger_cannot_remove_what_a_third_wrote(members: list[Member]) -> None:
    anna, ben, _ = members
    note = anna.add("hers")
    ben.takes(anna.file())
    rev = anna.store.revisions()[0].rev
    by_own_name = tombstone(note, BEN.id, "2030-01-01T00:00:00Z", [rev])
    by_her_name = tombstone(note, anna.store.me.id, "2030-01-01T00:00:00Z", [rev])
    for stone in (by_own_name, by_her_name):
        file = AnnotationFile("urn:uuid:x", BEN, revisions=(stone,))
        ben.takes(dump(file))
        assert ben.store.get(note).body == "hers"


def test_notes_of_a_third_come_with_a_remark(members: list[Member]) -> None:
    anna, ben, cleo = members
    anna.add("hers")
    ben.takes(anna.file())
    everything = file_of(ben.store, everything=True)
    (row,) = preview(load(dump(everything)), cleo.store).rows
    assert "Passed on" in row.reason
    assert row.ticked


def test_in_an_export_of_another_program_authors_need_no_remark(members: list[Member]) -> None:
    anna, *_ = members
    theirs = (revise(encode(a_note(BEN)), ()),)
    for converted in (True, False):
        file = AnnotationFile("urn:x", anna.store.me, revisions=theirs, converted=converted)
        (row,) = preview(file, anna.store).rows
        assert row.ticked
        assert (row.reason == "") is converted


def test_refused_ones_are_listed_with_their_reason(members: list[Member]) -> None:
    anna, ben, _ = members
    anna.add("fine")
    anna.add("spoilt")
    found = preview(load(anna.file().replace(b"spoilt", b"spoild")), ben.store)
    assert [row.fate for row in found.rows] == [Fate.NEW, Fate.REFUSED]
    assert "checksum" in found.rows[1].reason


def test_places_are_judged(members: list[Member]) -> None:
    anna, ben, _ = members
    for start in range(4):
        anna.add(str(start), targets=(on_words(start),))
    span = Span(0, 5)
    answers: list[Anchoring | None] = [
        Anchored(span, Outcome.MOVED, 1),
        Anchored(span, Outcome.AMBIGUOUS, 0.5),
        Orphan("gone"),
        None,
    ]

    def judge(target: TextTarget) -> Anchoring | None:
        return answers[target.selectors.start]

    found = preview(load(anna.file()), ben.store, judge=judge)
    places = {row.annotation.body: row.place for row in found.rows if row.annotation}
    assert places == {
        "0": PlaceFate.SURE,
        "1": PlaceFate.UNCERTAIN,
        "2": PlaceFate.LOST,
        "3": PlaceFate.NO_TEXT,
    }
    hasty = preview(load(anna.file()), ben.store, judge=judge, places_s=-1)
    assert {row.place for row in hasty.rows} == {PlaceFate.NOT_SOUGHT}


def test_a_file_can_be_looked_at_without_taking_it(members: list[Member]) -> None:
    anna = members[0]
    anna.add("seen")
    assert [note.body for note in layer(load(anna.file()))] == ["seen"]


def test_taking_can_be_stopped_and_then_nothing_is_taken(members: list[Member]) -> None:
    ben = members[1]
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        ben.store.take(
            [revise(encode(a_note(ANNA)), ()) for _ in range(1200)],
            "Take",
            Progress(lambda _share, _words: None, lambda: next(asked)),
        )
    assert ben.store.known() == ()
    assert ben.store.undo() is None


def test_only_the_texts_in_use_are_described(members: list[Member]) -> None:
    anna = members[0]
    anna.add()
    texts = [TextSource(SOURCE, "sea-letters"), TextSource("ni:///sha-256;B", "hill-letters")]
    assert [one.work for one in file_of(anna.store, texts).texts] == ["sea-letters"]


def test_private_notes_are_not_given_away(members: list[Member]) -> None:
    anna, ben, _ = members
    note = anna.add("open")
    ben.takes(anna.file())
    anna.store.apply([Put(replace(anna.store.get(note), shared=False, body="closed"))], "Shut")
    anna.add("secret", shared=False)
    data = anna.file()
    assert b"closed" not in data
    assert b"secret" not in data
    ben.takes(data)
    assert ben.store.annotations() == ()


def the_group(folder: Path, people: int) -> list[Member]:
    """Return members; the last is the first once more, on a copy of the folder."""
    first = Member(folder / "0")
    for row in range(4):
        first.add(f"before the copy {row}")
    first.store.close()
    shutil.copytree(folder / "0", folder / "copy")
    return [Member(folder / name) for name in (*map(str, range(people - 1)), "copy")]


def does_something(member: Member, chance: random.Random) -> None:
    """Write, change, remove or take something back; or go back to a backup, seldom."""
    mine = [one for one in member.store.annotations() if one.author.id == member.store.me.id]
    deed = chance.choice(["add", "edit", "edit", "remove", "undo", "private", "back"])
    time = f"{chance.randint(1900, 2100)}-01-01T00:00:00.000Z"
    if deed == "add" or not mine:
        member.add(str(chance.random()), modified=time)
    elif deed in {"edit", "private"}:
        shared = deed == "edit"
        new = replace(chance.choice(mine), body=str(chance.random()), modified=time, shared=shared)
        member.store.apply([Put(new)], deed)
    elif deed == "remove":
        member.store.apply([Remove(chance.choice(mine).id)], deed)
    elif deed == "undo":
        (member.store.undo if chance.random() < 0.7 else member.store.redo)()
    elif chance.random() < 0.2 and member.store.backup_now():
        member.store.restore_backup(chance.choice(member.store.backups()))
        member.takes(member.posted, by_itself=True)  # it still lies in the shared folder


def story(folder: Path, seed: int, people: int, changes: int) -> int:
    """Members write and exchange through lossy post with wrong clocks; all end equal.

    Returns how many notes stand in two wordings at the end.
    """
    chance = random.Random(seed)
    members = the_group(folder / str(seed), people)
    sent: list[bytes] = []
    for _ in range(changes):
        member = chance.choice(members)
        post = chance.random()
        if post < 0.12:
            member.posted = member.file()
            sent.append(member.posted)
        elif post < 0.3 and sent:
            member.takes(chance.choice(sent))
        else:
            does_something(member, chance)
    last = [member.file() for member in members]
    for member in members:
        order = [*sent[::3], *last, *last]
        chance.shuffle(order)
        for data in order:
            member.takes(data)
    ends = [file_of(member.store, everything=True).revisions for member in members]
    assert all(end == ends[0] for end in ends)
    given_away = {one.rev for data in [*sent[::3], *last] for one in load(data).revisions}
    replaced = {rev for one in ends[0] for rev in one.replaces}
    assert given_away <= {one.rev for one in ends[0]} | replaced, "a change was lost"
    apart = len(members[0].store.conflicts())
    for member in members:
        assert member.store.check() == ()
        file = load(member.file())
        assert dump(file) == member.file()
        assert not file.refused
        member.store.close()
    return apart


def test_members_end_equal_whatever_the_post_does(tmp_path: Path) -> None:
    assert sum(story(tmp_path, seed, 3, 60) for seed in range(3)) > 0, "nothing was changed apart"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_six_members_end_equal_after_two_hundred_changes_each(tmp_path: Path, seed: int) -> None:
    story(tmp_path, seed, 6, 1200)


def test_a_copied_folder_and_a_restored_backup_lose_nothing(tmp_path: Path) -> None:
    laptop = Member(tmp_path / "laptop")
    note = laptop.add("first")
    laptop.store.backup_now()
    laptop.store.close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "second")
    laptop, second = Member(tmp_path / "laptop"), Member(tmp_path / "second")
    laptop.edit(note, "on the laptop")
    second.edit(note, "on the second")
    third = second.add("new on the second")
    from_second = load(second.file())
    assert from_second.creator.id == laptop.store.me.id
    found = preview(from_second, laptop.store, trusted=True)
    assert {row.fate for row in found.rows} == {Fate.BESIDE, Fate.NEW}
    take(found, laptop.store)
    bodies = {one.body for one in laptop.store.conflicts()[note]}
    assert bodies == {"on the laptop", "on the second"}
    assert laptop.store.get(third)
    data = laptop.file()
    laptop.store.restore_backup(laptop.store.backups()[-1])
    assert [one.body for one in laptop.store.annotations()] == ["first"]
    take(preview(load(data), laptop.store, trusted=True), laptop.store)
    assert laptop.file() == data
    assert json.loads(data)["total"] == 2
    laptop.store.close()
    second.store.close()


def test_a_note_of_another_cannot_be_put(members: list[Member]) -> None:
    anna, ben, _ = members
    note = anna.add("hers")
    ben.takes(anna.file())
    with pytest.raises(BadInput, match="only its author"):
        ben.edit(note, "his")


def test_a_file_that_brings_nothing_pushes_no_backup_out(members: list[Member]) -> None:
    anna, ben = members[:2]
    anna.add()
    ben.add()
    ben.takes(anna.file())
    kept = ben.store.backups()
    ben.takes(anna.file())
    assert ben.store.backups() == kept
