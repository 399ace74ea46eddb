"""A random reader at work: what is in memory is what is on the disk, and undo undoes."""

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations.items import encode
from reader.annotations.revisions import current, revise
from reader.annotations.store import Join, Put, Remove, Restore, Store, Take
from reader.model import Annotation, ReaderError
from tests.annotations.making import ANNA, BEN, a_note, on_words, one_of_each


class Story:
    """One reader with one store."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.store = Store.open(folder)

    def step(self) -> None:
        deeds = [self.add, self.edit, self.edit, self.remove, self.undo, self.undo, self.redo]
        deeds += [self.restore, self.take, self.take_apart, self.join, self.several]
        with suppress(ReaderError):  # refused: nothing may have changed, as the invariants see
            self.chance.choice(deeds)()

    def any_note(self) -> Annotation:
        return self.chance.choice(self.store.annotations() or (a_note(ANNA),))

    def add(self) -> None:
        note = self.chance.choice(one_of_each(self.store.me))
        shared = self.chance.random() < 0.8
        self.store.apply([Put(replace(note, shared=shared))], "Add")

    def changed(self) -> Annotation:
        note = replace(self.any_note(), body=str(self.chance.random()))
        if self.chance.random() < 0.3:
            note = replace(note, shared=not note.shared)
        if self.chance.random() < 0.3 and len(note.targets) == 1:
            work = self.chance.choice(["sea-letters", "hill-letters"])
            note = replace(note, targets=(on_words(self.chance.randint(0, 99), work),))
        return note

    def edit(self) -> None:
        self.store.apply([Put(self.changed())], "Edit")

    def several(self) -> None:
        self.store.apply([Put(self.changed()), Put(self.changed()), Remove(self.any_note().id)], "")

    def remove(self) -> None:
        self.store.apply([Remove(self.any_note().id)], "Delete")

    def restore(self) -> None:
        for note in self.store.bin()[:2]:
            self.store.apply([Restore(note.id)], "Bring back")

    def undo(self) -> None:
        self.store.undo()

    def redo(self) -> None:
        self.store.redo()

    def take(self) -> None:
        theirs = [revise(encode(a_note(BEN, str(self.chance.random()))), ()) for _ in range(3)]
        self.store.apply([Take(tuple(theirs))], "Take")

    def take_apart(self) -> None:
        note = self.any_note()
        known = [one.rev for one in self.store.known([note.id])]
        some = self.chance.sample(known, len(known) // 2)
        other = replace(note, body=str(self.chance.random()), shared=True)
        self.store.apply([Take((revise(encode(other), some),))], "Take")

    def join(self) -> None:
        for note in list(self.store.conflicts())[:1]:
            self.store.apply([Join(replace(self.store.get(note), body="joined"))], "Join")

    def check(self) -> None:
        """Hold memory against the disk, and the disk against the law."""
        store = self.store
        assert store.damage == []
        with Store.open(store.path.parent, read_only=True) as fresh:
            assert shown(fresh) == shown(store)
            assert dict(fresh.conflicts()) == dict(store.conflicts())
            assert fresh.bin() == store.bin()
            for work in ("sea-letters", "hill-letters"):
                assert set(map(repr, fresh.annotations(work))) == set(
                    map(repr, store.annotations(work))
                )
        every = store.known()
        assert set(current(every)) == set(store.revisions(private=True))
        public = current(one for one in every if not one.private)
        assert set(public) == set(store.revisions())


def shown(store: Store) -> dict[str, str]:
    return {note.id: repr(note) for note in store.annotations()}


def content(store: Store) -> dict[str, list[str]]:
    """Return all wordings of each note; which one is shown first, nobody promises."""
    beside = store.conflicts()
    return {
        note.id: sorted(one.body for one in beside.get(note.id, (note,)))
        for note in store.annotations()
    }


def tell(folder: Path, seed: int, steps: int) -> None:
    story = Story(folder, seed)
    for number in range(steps):
        story.step()
        if number % 10 == 9:
            story.check()
    story.store.apply([Put(a_note(story.store.me))], "Last")
    last = content(story.store)
    while story.store.undo():
        pass
    assert content(story.store) == {}
    while story.store.redo():
        pass
    assert content(story.store) == last
    story.check()
    story.store.close()


def test_memory_and_disk_tell_the_same_story(tmp_path: Path) -> None:
    for seed in range(4):
        tell(tmp_path / str(seed), seed, 60)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_long_stories_of_memory_and_disk(tmp_path: Path, seed: int) -> None:
    tell(tmp_path, seed, 400)
