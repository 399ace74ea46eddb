"""A writer that is killed: what it had acknowledged is there, its last action wholly or not.

The writer says what an action will leave (each note's body, or nothing where it takes a note
away), does it, and says when the store has acknowledged it.  So the state after a kill is known:
that of the last acknowledged action, or that of the one under way, and nothing between.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.annotations.store import Store

ROOT = Path(__file__).parents[2]
State = dict[str, str]

WRITER = """
import json, random, sys
from dataclasses import replace
from pathlib import Path
from reader.annotations.items import encode
from reader.annotations.revisions import revise
from reader.annotations.store import Put, Remove, Restore, Store
from tests.annotations.making import BEN, a_note

store = Store.open(Path(sys.argv[1]))
chance = random.Random(int(sys.argv[2]))
steps, undone = [], []


def bodies():
    return {note.id: note.body for note in store.annotations()}


def act(deed, will, do):
    print(json.dumps({"deed": deed, "will": will}), flush=True)
    before = bodies()
    do()
    print(json.dumps({"did": deed}), flush=True)
    return {note: before.get(note) for note in will}


def new(deed, will, do):
    steps.append((act(deed, will, do), will))
    undone.clear()


while True:
    shown = store.annotations()
    mine = [note for note in shown if note.author.id == store.me.id]
    theirs = [note for note in shown if note.author.id == BEN.id]
    thrown = store.bin()
    deed = chance.choice(
        ["add", "add", "several", "edit", "undo", "undo", "redo", "merge", "remove", "restore",
         "empty"]
    )
    word = str(chance.random())
    if deed == "add":
        note = a_note(store.me, word)
        new(deed, {note.id: word}, lambda: store.apply([Put(note)], deed))
    elif deed == "several" and len(mine) > 3:
        some = [replace(note, body=word) for note in chance.sample(mine, 3)]
        gone = chance.choice([note for note in mine if note.id not in {n.id for n in some}])
        will = {note.id: word for note in some} | {gone.id: None}
        new(deed, will, lambda: store.apply([*map(Put, some), Remove(gone.id)], deed))
    elif deed == "edit" and mine:
        note = replace(chance.choice(mine), body=word)
        new(deed, {note.id: word}, lambda: store.apply([Put(note)], deed))
    elif deed == "remove" and shown:
        note = chance.choice(shown)
        new(deed, {note.id: None}, lambda: store.apply([Remove(note.id)], deed))
    elif deed == "restore" and thrown:
        note = chance.choice(thrown)
        new(deed, {note.id: note.body}, lambda: store.apply([Restore(note.id)], deed))
    elif deed == "merge":
        known = {one.note: one for one in store.revisions()}
        notes = [a_note(BEN, word + str(number)) for number in range(40)]
        taken = [revise(encode(one), ()) for one in notes]
        for note in theirs[:5]:
            notes.append(replace(note, body=word))
            old = known[note.id]
            taken.append(revise(encode(notes[-1]), (old.rev, *old.replaces)))
        new(deed, {note.id: note.body for note in notes}, lambda: store.take(taken, deed))
    elif deed == "undo" and steps:
        before, after = steps.pop()
        act(deed, before, store.undo)
        undone.append((before, after))
    elif deed == "redo" and undone:
        before, after = undone.pop()
        act(deed, after, store.redo)
        steps.append((before, after))
    elif deed == "empty" and chance.random() < 0.3:
        act(deed, {}, store.empty_bin)
        gone = {note.id for note in thrown}
        for kept in (steps, undone):
            left = [[{n: was[n] for n in was.keys() - gone} for was in step] for step in kept]
            kept[:] = [(before, after) for before, after in left if before or after]
"""


def written(folder: Path) -> State:
    """Open a store by itself and return the body of each note in it."""
    with Store.open(folder) as store:
        assert store.check() == ()
        return {note.id: note.body for note in store.annotations()}


def killed(
    folder: Path, seed: int, after_s: float, told: Callable[[str], None] = lambda _deed: None
) -> float:
    """Kill a writer, hold the store against what it had said; return how long it took to open.

    Args:
        folder: of the store.
        seed: of what the writer does.
        after_s: time from its first action to the kill.
        told: called with the name of each acknowledged action.
    """
    before = written(folder)
    run = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(seed)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert run.stdout
    first = run.stdout.readline()
    time.sleep(after_s)
    run.kill()
    said = (first + run.stdout.read()).decode()
    run.wait()
    run.stdout.close()
    lines = said[: said.rfind("\n") + 1].splitlines()  # a line cut by the kill says nothing yet
    began = time.perf_counter()
    with Store.open(folder) as store:
        store.annotations()
    took = time.perf_counter() - began
    check(before, lines, written(folder), told)
    return took


def check(before: State, lines: list[str], after: State, told: Callable[[str], None]) -> None:
    """The state is the acknowledged one, or that with the last action wholly done."""
    state, may_be = before, before
    for line in lines:
        said = json.loads(line)
        if "will" in said:
            may_be = _with(state, said["will"])
        else:
            state = may_be
            told(said["did"])
    assert after in (state, may_be), "something acknowledged is lost, or an action is half there"


def _with(state: State, will: dict[str, str | None]) -> State:
    changed = {**state, **will}
    return {note: body for note, body in changed.items() if body is not None}
