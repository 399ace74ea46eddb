"""What is sealed or muted, after any history: the same as if it were decided anew."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import AnnotationKind, NoteTarget, Span

TEXT = "\n\n".join(
    f"# Part {part}\n\n" + "\n\n".join(
        f"Paragraph {part}.{row} says that water runs downhill unless somebody builds a wall."
        for row in range(3)
    )
    for part in range(4)
)  # fmt: skip


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Library, Library]]:
    """Two members with the same text and a shared folder; the first reads sealed."""
    path = tmp_path / "parts.md"
    path.write_text(TEXT, "utf-8")
    mine = Library.open(tmp_path / "mine")
    mine.add(path, title="Parts", authors=("Cora Heading",))
    shutil.copytree(mine.folder / "editions", tmp_path / "theirs" / "editions")
    theirs = Library.open(tmp_path / "theirs")
    shared = tmp_path / "shared"
    shared.mkdir()
    for one, name in ((mine, "Anna"), (theirs, "Berta")):
        one.rename_me(name)
        one.choose_group_folder(shared)
    mine.seal(True)
    yield mine, theirs
    mine.close()
    theirs.close()


def a_span(library: Library, chance: random.Random) -> tuple[str, Span]:
    (work,) = library.own_works()
    passage = chance.choice(library.edition(work).passages)
    return work, Span(passage.span.start, passage.span.start + 5)


def act(library: Library, chance: random.Random, secret: str) -> None:
    """Do one thing that a reader may do."""
    own = [one.annotation for one in library.notes() if one.annotation.author.id == library.me.id]
    deed = chance.random()
    if deed < 0.45 or not own:
        kind = chance.choice([AnnotationKind.NOTE, AnnotationKind.QUESTION])
        library.mark(*a_span(library, chance), kind=kind, body=secret)
    elif deed < 0.55:
        library.revise(replace(chance.choice(own), body=f"{secret} again"))
    elif deed < 0.65:
        library.delete([chance.choice(own).id])
    elif deed < 0.75:
        library.undo()
    elif deed < 0.8:
        library.redo()
    elif deed < 0.9:
        library.reply(chance.choice(library.notes()).annotation.id, secret)
    else:
        mark = chance.choice(own)
        if not isinstance(mark.target, NoteTarget):
            library.move_mark(mark.id, a_span(library, chance)[1])


def limit(mine: Library, theirs: Library, chance: random.Random) -> None:
    """Change what may be seen."""
    deed = chance.random()
    work, span = a_span(mine, chance)
    if deed < 0.6:
        mine.finish_section(work, span.start, finished=chance.random() < 0.7)
    elif deed < 0.8:
        mine.mute(theirs.me.id, muted=chance.random() < 0.5)
    else:
        mine.seal(chance.random() < 0.8)


def exchange(mine: Library, theirs: Library) -> None:
    for one in (mine, theirs):
        one.publish()
    for one in (mine, theirs):
        one.receive()


def shut(library: Library) -> set[str]:
    """Decide anew, by the definition, which notes may not be seen."""
    every = {note.id: note for note in library._store.annotations()}
    opened = set(library._kept("group-finished"))
    for note in every.values():
        if note.author.id == library.me.id:
            opened |= library._sections_of(note)

    def hidden(note: str, path: frozenset[str] = frozenset()) -> bool:
        one = every.get(note)
        if one is None or note in path:
            return True
        if one.author.id in library.muted:
            return True
        if one.author.id == library.me.id or not library.sealed:
            return False
        if isinstance(one.target, NoteTarget):
            return hidden(one.target.annotation, path | {note})
        return not library._sections_of(one) <= opened

    return {note for note in every if hidden(note)}


@pytest.mark.parametrize("seed", range(6))
def test_after_any_history_exactly_what_may_be_seen_is_seen(
    pair: tuple[Library, Library], seed: int
) -> None:
    mine, theirs = pair
    mine.refresh_index()
    mine.search("water")  # from now on the index is kept up with every change
    chance = random.Random(seed)
    for _ in range(40):
        deed = chance.random()
        if deed < 0.4:
            act(mine, chance, "ownword")
        elif deed < 0.7:
            act(theirs, chance, "secretword")
        elif deed < 0.85:
            exchange(mine, theirs)
        else:
            limit(mine, theirs, chance)
        hidden = shut(mine)
        every = {note.id for note in mine._store.annotations()}
        assert {note.id for note in mine.visible()} == every - hidden
        assert {one.annotation.id for one in mine.notes()} == every - hidden
    found = {hit.annotation for hit in mine.search("secretword", limit=500).hits}
    seen = {
        one.annotation.id for one in mine.notes() if one.annotation.body.startswith("secretword")
    }
    assert found == seen
    assert mine.export().count("secretword") >= len(seen)
    assert seen or "secretword" not in mine.export()
