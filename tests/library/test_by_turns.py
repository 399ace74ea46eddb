"""The annotations of a text by turns: those in view first, in the end exactly all of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations.items import encode
from reader.annotations.revisions import revise
from reader.library import Library
from reader.model import Annotation, AnnotationKind, Person, Placed, Span, TextTarget, Verdict

TEXT = "\n\n".join(
    f"Paragraph {row} says that water runs downhill unless somebody builds a wall."
    for row in range(120)
)


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Library]:
    """A library opened anew, with a text that has 600 notes, answers and a verdict."""
    path = tmp_path / "text.md"
    path.write_text(TEXT, "utf-8")
    library = Library.open(tmp_path / "library")
    work = library.add(path, title="Walls", authors=("Cora Heading",)).summary.work.id
    passages = library.edition(work).passages
    library._put([note_at(library, work, 12 * row) for row in range(600)], "Notes")
    library.reply(library.notes(work)[500].annotation.id, "an answer")
    library.judge((work, passages[2].id), (work, passages[5].id), Verdict.REJECTED)
    library.close()
    again = Library.open(tmp_path / "library")
    yield again
    again.close()


def note_at(library: Library, work: str, start: int) -> Annotation:
    target = library._target(work, Span(start, start + 9))
    return library._new(AnnotationKind.NOTE, (target,), body=f"note {start}")


def ids(turn: tuple[Placed, ...]) -> list[str]:
    return [one.annotation.id for one in turn]


def test_those_in_view_come_before_the_others_are_read(crowded: Library) -> None:
    (work,) = crowded.own_works()
    turns = crowded.notes_by_turns(work, Span(1200, 1300))
    first = next(turns)
    assert not crowded.notes_are_read
    assert [one.annotation.body for one in first] == [f"note {at}" for at in range(1200, 1301, 12)]
    every = [one for turn in turns for one in ids(turn)] + ids(first)
    assert crowded.notes_are_read
    assert len(every) == len(set(every)) == 601
    assert set(every) == {one.annotation.id for one in crowded.notes(work)}


def test_notes_read_before_come_by_turns_as_well(crowded: Library) -> None:
    (work,) = crowded.own_works()
    every = crowded.notes(work)
    turns = list(crowded.notes_by_turns(work, Span(0, 100)))
    assert sorted(one for turn in turns for one in ids(turn)) == sorted(ids(every))
    assert max(one.span.start for one in turns[0] if one.span) <= 100


def test_what_does_not_stand_where_it_stood_is_not_shown_as_if_it_did(crowded: Library) -> None:
    (work,) = crowded.own_works()
    moved = crowded.notes(work)[100].annotation
    target = moved.target
    assert isinstance(target, TextTarget)
    elsewhere = replace(target.selectors, start=20, end=29)
    crowded.revise(replace(moved, targets=(replace(target, selectors=elsewhere),)))
    first, *rest = crowded.notes_by_turns(work, Span(0, 100))
    assert moved.id not in ids(first)
    (found,) = [one for turn in rest for one in turn if one.annotation.id == moved.id]
    assert found == crowded.note(moved.id)


def test_what_is_sealed_is_in_no_turn(crowded: Library) -> None:
    (work,) = crowded.own_works()
    theirs = replace(note_at(crowded, work, 1000), author=Person("urn:uuid:ben", "Ben"))
    crowded._store.take([revise(encode(theirs), ())], "From elsewhere")
    assert theirs.id in ids(next(crowded.notes_by_turns(work, Span(900, 1100))))
    crowded.mute(theirs.author.id)
    turns = list(crowded.notes_by_turns(work, Span(900, 1100)))
    every = [one for turn in turns for one in ids(turn)]
    assert theirs.id not in every
    assert len(every) == 601


def test_few_notes_come_at_once(library: Library) -> None:
    (work, *_) = library.own_works()
    library.mark(work, Span(4, 9))
    (turn,) = library.notes_by_turns(work, Span(0, 1))
    assert turn == library.notes(work)


def test_the_notes_of_all_texts_come_in_order_after_turns(crowded: Library) -> None:
    *turns, every = crowded.all_by_turns()
    assert len(turns) > 1
    assert not any(turns)
    assert every == crowded.notes()
    *turns, every = crowded.all_by_turns()  # read already
    assert not any(turns)
    assert every == crowded.notes()


def test_few_notes_of_all_texts_come_at_once(library: Library) -> None:
    (work, *_) = library.own_works()
    library.mark(work, Span(4, 9))
    assert list(library.all_by_turns()) == [library.notes()]
